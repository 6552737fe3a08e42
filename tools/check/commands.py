"""Runs notebooks, or holds them to every rule, and says of each rule whether it holds."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tools.check import exercises, rules
from tools.check.execute import execute_all
from tools.check.job import Execution, Job, Rule
from tools.check.knobs import KNOBS, turned
from tools.check.notebook import read
from tools.check.save import save
from tools.files import write_json


def run(paths: list[Path], keep: bool, cell_seconds: float) -> bool:
    """Executes each notebook once and, if asked to keep them, saves the outputs of those without an error."""
    return all(carry_out([Job(path, read(path), [rules.runs]) for path in paths], cell_seconds, keep))


def check(paths: list[Path], cell_seconds: float, with_knobs: bool, seeds: int | None, times: int = 2) -> bool:
    """Holds each notebook to every rule, and ends with a line of counts."""
    held = carry_out([job for path in paths for job in jobs_of(path, with_knobs, seeds, times)], cell_seconds)
    print(f"checks that held: {held.count(True)}, that did not: {held.count(False)}")
    return all(held)


def measure(paths: list[Path], into: Path, cell_seconds: float) -> bool:
    """Executes each notebook once and writes what its quotes, predictions and verdicts rest on."""
    said: dict[str, dict] = {}

    def note(job: Job, book: dict, done: Execution) -> None:
        tell_cost(job, done)
        said[str(job.path)] = {"error": done.error, "answers": done.answers, "record": done.record}

    asyncio.run(execute_all([Job(path, read(path), [], quoted=True) for path in paths], cell_seconds, note))
    write_json(into, said)
    return not any(one["error"] for one in said.values())


def tell_cost(job: Job, done: Execution) -> None:
    """Says what an execution took."""
    print(f"{job.path.stem}{job.title}  {done.cost()}", flush=True)


def carry_out(jobs: list[Job], cell_seconds: float, keep: bool = False) -> list[bool]:
    """Executes notebooks and says of every rule whether it holds."""
    results: list[bool] = []

    def tell(job: Job, book: dict, done: Execution) -> None:
        tell_cost(job, done)
        held = [holds(rule, job.book, done) for rule in job.rules]
        if keep and all(held):
            save(job.path, book, done)
        if job.solved:
            held += solutions_hold(job, done)
        results.extend(held)

    asyncio.run(execute_all(jobs, cell_seconds, tell))
    return results


def solutions_hold(job: Job, done: Execution) -> list[bool]:
    """Says of every rule about solutions whether it holds."""
    solved = done.solved or Execution(error="the lesson did not come to its end")
    print(f"{job.path.stem}{job.title} with its solutions")
    return [holds(rule, job.solved, solved) for rule in exercises.RULES_SOLVED]


def holds(rule: Rule, book: dict, done: Execution) -> bool:
    """Says whether a rule holds, and what is wrong if it does not."""
    wrong = rule(book, done)
    print("\n       ".join([f"  {'FAIL' if wrong else 'ok  '} {rule.__doc__}", *wrong]), flush=True)
    return not wrong


def jobs_of(path: Path, with_knobs: bool, seeds: int | None, times: int = 2) -> list[Job]:
    """What is executed to check a notebook: as it is and then solved, and solved with other knobs."""
    is_lesson = path.parent.name != "solutions"
    asked = [*rules.RULES, *(rules.RULES_OF_LESSONS if is_lesson else []), exercises.is_not_solved_yet]
    if seeds is not None:
        asked.remove(rules.says_what_is_saved)
    if times < 2:
        asked.remove(rules.says_the_same_twice)
    other = "" if seeds is None else f" with the seeds from {seeds}"
    answers = exercises.solved(path) if is_lesson else None
    jobs = [Job(path, {**read(path), "path": path}, asked, times, other, quoted=True, solved=answers)]
    if answers and with_knobs:
        knobs = KNOBS.get(path.stem, {})
        book, idle = turned(answers, knobs)
        book |= {"knobs": knobs, "idle knobs": idle}
        jobs.append(Job(path, book, exercises.RULES_WITH_KNOBS, 1, f"{other} with other knobs"))
    return jobs
