"""Runs notebooks on the real kernel, without a browser, inside the environment that course.py made.

    python -m tools.check run [--save] NOTEBOOK...   executes each once; --save keeps the outputs, with metadata that any machine would write
    python -m tools.check check [--knobs] NOTEBOOK... executes each with every cell run twice in one kernel, and applies every check below

A lesson's exercises are cells tagged `exercise`; the notebook of the same name in solutions/ holds a cell with the same id for each. `check`
also executes the lesson with these in place of the stubs, and every `Check` must then say that it is right, as none may before. On the
way each check is given the wrong answers of wrong_answers.py, and has to name the mistake. With --knobs the solved lesson is executed
once more with the numbers that knobs.py turns: it must run to its end, and its solutions must stay right.

What a check compares is what a reader sees. A cell tagged `volatile` (times, memory, chance) is excepted from comparisons; so is an
output whose metadata says `"transient": true` (progress). A figure is compared by the text that stands for it, never by its pixels.
A cell tagged `quiet` has its stderr dropped. `course.py test` calls this and counts every check of every notebook as one test.
"""

from __future__ import annotations

import argparse
import asyncio
import copy
import hashlib
import json
import re
import signal
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tools.check.knobs import KNOBS, turned
from tools.check.wrong_answers import WRONG, with_wrong_answers

AT_ONCE = 2  # kernels that run at the same time
CELL_SECONDS = 240  # a cell that takes longer, even on a busy machine, is stuck: some compile errors are never answered
MEMORY_LIMIT = 1000 * 2**20  # what a Binder session can spare for a kernel
MOST_LINES, MEDIAN_LINES = 10, 4  # of code in a cell
PICTURES = ("image/", "application/vnd.vega")  # MIME types that are judged by the words beside them
RIGHT, WRONG_MARK = "\u2713", "\u2717"  # how a check begins that is passed, or not

KERNEL = {"display_name": "Java", "language": "java", "name": "java"}
LANGUAGE = {
    "codemirror_mode": "java",
    "file_extension": ".jshell",
    "mimetype": "text/x-java-source",
    "name": "Java",
    "pygments_lexer": "java",
}


@dataclass
class Performance:
    """What happened when a notebook was executed: the outputs of every code cell for each time it ran."""

    outputs: list[list[list[dict]]] = field(default_factory=list)
    error: str = ""
    seconds: float = 0.0
    slowest: tuple[float, int] = (0.0, 0)
    memory: int = 0


@dataclass
class Job:
    """A notebook to execute, every cell `times` times, and what is then to be checked."""

    path: Path
    book: dict
    times: int = 1
    title: str = ""
    checks: list[Callable[[dict, Performance], list[str]]] = field(default_factory=list)


# ---------------------------------------------------------------- notebooks as data


def read(path: Path) -> dict:
    """The notebook as it is saved, its sources and texts joined."""
    book = json.loads(path.read_text(encoding="utf-8"))
    for cell in book["cells"]:
        cell["source"] = joined(cell["source"])
    return book


def code_cells(book: dict) -> list[dict]:
    """The cells that a kernel runs."""
    return [cell for cell in book["cells"] if cell["cell_type"] == "code" and cell["source"].strip()]


def tagged(cell: dict, tag: str) -> bool:
    """Whether a cell carries a tag."""
    return tag in cell.get("metadata", {}).get("tags", [])


def joined(text: object) -> object:
    """Notebook files may keep a text as a list of lines."""
    return "".join(text) if isinstance(text, list) and all(isinstance(line, str) for line in text) else text


def seen(cell: dict, outputs: list[dict]) -> list[dict]:
    """Outputs as a reader sees them: streams in one piece, no counters, nothing transient."""
    views: list[dict] = []
    for output in outputs:
        view = seen_once(output)
        if output.get("metadata", {}).get("transient") or (view.get("name") == "stderr" and tagged(cell, "quiet")):
            continue
        if views and view["output_type"] == "stream" and view.get("name") == views[-1].get("name"):
            views[-1]["text"] += view["text"]
        else:
            views.append(view)
    return views


def seen_once(output: dict) -> dict:
    """One output as a reader sees it; a picture stands as its kind, for its text is what gets compared."""
    kind = output["output_type"]
    if kind == "stream":
        return {"output_type": kind, "name": output["name"], "text": joined(output["text"])}
    if kind == "error":
        return {"output_type": kind, "text": f"{output['ename']}: {output['evalue']}"}
    shown = without_drawing(output)["data"]
    data = {mime: "a picture" if mime.startswith(PICTURES) else joined(value) for mime, value in shown.items()}
    return {"output_type": kind, **data}


def without_drawing(output: dict) -> dict:
    """An output without the SVG that stands beside a PNG: pages made of a saved notebook would show the SVG, without its words."""
    data = output.get("data", {})
    return {**output, "data": {k: v for k, v in data.items() if k != "image/svg+xml"}} if "image/png" in data else output


def first_difference(before: list[dict], after: list[dict]) -> str:
    """The first line where two outputs part, or nothing."""
    if before == after:
        return ""
    old, new = lines_of(before), lines_of(after)
    for one, other in zip(old + ["(nothing)"], new + ["(nothing)"]):
        if one != other:
            return f"{one[:100]!r} became {other[:100]!r}"
    return f"{(old or ['(nothing)'])[-1][:100]!r} was followed by {(new + old)[len(old)][:100]!r}"


def lines_of(views: list[dict]) -> list[str]:
    """Outputs as lines of text, each with the kind it belongs to."""
    lines = []
    for view in views:
        for kind, text in view.items():
            whole = text if isinstance(text, str) else json.dumps(text, sort_keys=True)
            lines += [f"{kind}: {line}" for line in whole.splitlines() or [""]]
    return lines


# ---------------------------------------------------------------- the checks: each returns what is wrong, or nothing


def runs(book: dict, done: Performance) -> list[str]:
    """Runs from top to bottom without an error."""
    return [done.error] if done.error else []


def says_the_same_twice(book: dict, done: Performance) -> list[str]:
    """A cell that is run again says the same."""
    return differences(book, [times[0] for times in done.outputs], [times[-1] for times in done.outputs])


def says_what_is_saved(book: dict, done: Performance) -> list[str]:
    """Fresh outputs equal the saved ones."""
    return differences(book, [cell["outputs"] for cell in code_cells(book)], [times[0] for times in done.outputs])


def differences(book: dict, before: list[list[dict]], after: list[list[dict]]) -> list[str]:
    """Where the outputs of cells differ; cells tagged volatile may."""
    unknown = len(code_cells(book)) - len(after)
    found = [f"not known for the last {unknown} code cells, which did not run"] if unknown else []
    for number, (cell, old, new) in enumerate(zip(code_cells(book), before, after), 1):
        difference = first_difference(seen(cell, old), seen(cell, new))
        if difference and not tagged(cell, "volatile"):
            found.append(f"code cell {number}: {difference}")
    return found


def stays_small(book: dict, done: Performance) -> list[str]:
    """The kernel stays under its memory limit."""
    if not done.memory:
        return ["the kernel's memory is not known: no cell ran to its end"]
    if done.memory > MEMORY_LIMIT:
        return [f"the kernel took {done.memory >> 20} MB, the limit is {MEMORY_LIMIT >> 20} MB"]
    return []


def is_saved_executed(book: dict, done: Performance) -> list[str]:
    """Is saved executed from 1 to n."""
    counts = [cell.get("execution_count") for cell in code_cells(book)]
    return (
        []
        if counts == list(range(1, len(counts) + 1))
        else [f"the saved execution counts are {counts}: save it with 'course.py run --save'"]
    )


def names_the_kernel(book: dict, done: Performance) -> list[str]:
    """Names the kernel `java`."""
    name = book.get("metadata", {}).get("kernelspec", {}).get("name")
    return [] if name == "java" else [f"its kernelspec is named {name!r}, not 'java'"]


def brings_no_code(book: dict, done: Performance) -> list[str]:
    """Downloads and loads nothing: the library is on the class path."""
    magic = re.compile(
        r"^\s*(%%?(?:maven|jars?|load\w*|classpath|addMavenDependenc\w+|mavenRepo))\b", re.MULTILINE | re.IGNORECASE
    )
    return [
        f"code cell {n} uses {found[1]}"
        for n, cell in enumerate(code_cells(book), 1)
        for found in magic.finditer(cell["source"])
    ]


def has_short_cells(book: dict, done: Performance) -> list[str]:
    """Code cells are short."""
    lengths = [len(cell["source"].strip().splitlines()) for cell in code_cells(book)]
    long = [
        f"code cell {n} has {length} lines, at most {MOST_LINES} are allowed"
        for n, length in enumerate(lengths, 1)
        if length > MOST_LINES
    ]
    median = statistics.median(lengths) if lengths else 0
    return long + (
        [f"the median code cell has {median} lines, at most {MEDIAN_LINES} are allowed"]
        if median > MEDIAN_LINES
        else []
    )


def describes_its_figures(book: dict, done: Performance) -> list[str]:
    """Every figure has words beside it for those who cannot see it."""
    return [
        f"code cell {n} shows a picture without a text/plain twin"
        for n, _, output in saved_outputs(book)
        if any(mime.startswith(PICTURES) for mime in output.get("data", {}))
        and not str(joined(output["data"].get("text/plain", ""))).strip()
    ]


def prints_nothing_fleeting(book: dict, done: Performance) -> list[str]:
    """Outputs hold no time stamps, hash codes or names of lambdas."""
    fleeting = re.compile(
        r"\b[A-Za-z_$][\w.$]*(?:\[\])?@[0-9a-f]{5,8}\b|\[[A-Z]@[0-9a-f]{5,8}|\$\$Lambda|\b\d{4}-\d\d-\d\d[T ]\d\d:|\b\d\d:\d\d:\d\d\b"
    )
    found = []
    for number, cell, output in saved_outputs(book):
        for line in lines_of([seen_once(output)]):
            if fleeting.search(line) and not tagged(cell, "volatile"):
                found.append(f"code cell {number} prints {fleeting.search(line)[0]!r}")
    return found


def shows_no_error(book: dict, done: Performance) -> list[str]:
    """Is saved without errors, but where one is the lesson (tag raises-exception)."""
    return [
        f"code cell {n} is saved with the error {output['ename']}"
        for n, cell, output in saved_outputs(book)
        if output["output_type"] == "error" and not tagged(cell, "raises-exception")
    ]


def saved_outputs(book: dict) -> list[tuple[int, dict, dict]]:
    """Every saved output with its cell and the cell's number."""
    return [(n, cell, output) for n, cell in enumerate(code_cells(book), 1) for output in cell["outputs"]]


def is_not_solved_yet(book: dict, done: Performance) -> list[str]:
    """No exercise is passed by its default."""
    return [f"code cell {n} is passed by the default" for n, right in verdicts(book, done) if right]


def has_every_solution(book: dict, done: Performance) -> list[str]:
    """Every exercise has a solution, and every solution its exercise."""
    left = [f"the exercise {cell['id']!r} has no solution" for cell in exercises(book) if "solution" not in cell]
    return left + [f"the solution {id!r} has no exercise" for id in book.get("left over", [])]


def is_solved_by_its_solutions(book: dict, done: Performance) -> list[str]:
    """Every check says that the solutions are right."""
    return [f"code cell {n} does not pass with the solutions" for n, right in verdicts(book, done) if not right]


def names_the_mistakes(book: dict, done: Performance) -> list[str]:
    """Every check names the mistake in each known wrong answer."""
    found = []
    for cell, times in zip(code_cells(book), done.outputs):
        known = cell.get("metadata", {}).get("known")
        said = " ".join(view.get("text/plain", view.get("text", "")) for view in seen(cell, times[-1]))
        if known and (not said.startswith(WRONG_MARK) or known["due"] not in said):
            found.append(f"{known['of']}: {known['answer']!r} gets {said!r}, where {known['due']!r} is due")
    return found


def has_known_wrong_answers(book: dict, done: Performance) -> list[str]:
    """Two wrong answers or more are known for every exercise."""
    known = [cell["metadata"]["known"]["of"] for cell in code_cells(book) if "known" in cell.get("metadata", {})]
    few = [cell["id"] for cell in exercises(book) if known.count(cell["id"]) < 2]
    return [f"{id}: add wrong answers to tools/check/wrong_answers.py" for id in few]


def has_knobs_that_turn(book: dict, done: Performance) -> list[str]:
    """Has knobs, and each turns something."""
    return book["idle knobs"] if book["knobs"] else ["it has none: add some to tools/check/knobs.py"]


def verdicts(book: dict, done: Performance) -> list[tuple[int, bool]]:
    """The number of every cell of the lesson that checks an exercise, and whether it said that all is right."""
    checks = [
        (number, [view.get("text/plain", "") for view in seen(cell, times[-1])])
        for number, (cell, times) in enumerate(zip(code_cells(book), done.outputs), 1)
        if re.search(r"\bCheck\.", cell["source"]) and not cell.get("metadata", {}).get("extra")
    ]
    return [(number, any(text.startswith(RIGHT) for text in texts)) for number, texts in checks]


def exercises(book: dict) -> list[dict]:
    """The cells that a reader is to edit."""
    return [cell for cell in code_cells(book) if tagged(cell, "exercise")]


def solved(path: Path) -> dict | None:
    """A lesson with its solutions in place of the stubs; nothing for a notebook without exercises."""
    book, file = read(path), path.parent / "solutions" / path.name
    if not exercises(book):
        return None
    answers = {cell["id"]: cell["source"] for cell in exercises(read(file))} if file.exists() else {}
    for cell in exercises(book):
        if cell["id"] in answers:
            cell["solution"] = cell["source"] = answers.pop(cell["id"])
    return {**book, "left over": sorted(answers)}


CHECKS = [
    runs, says_the_same_twice, says_what_is_saved, stays_small, is_saved_executed, names_the_kernel,
    brings_no_code, has_short_cells, describes_its_figures, prints_nothing_fleeting, shows_no_error,
    is_not_solved_yet,
]  # fmt: skip
CHECKS_WITH_SOLUTIONS = [
    runs, has_every_solution, is_solved_by_its_solutions, names_the_mistakes, has_known_wrong_answers,
]  # fmt: skip
CHECKS_WITH_KNOBS = [runs, has_knobs_that_turn, is_solved_by_its_solutions]


# ---------------------------------------------------------------- execution


async def perform(path: Path, book: dict, times: int, cell_seconds: float) -> tuple[dict, Performance]:
    """Executes a notebook in its file's folder, every cell `times` times; what went wrong is told, not thrown."""
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
    from nbformat import from_dict

    book, done, start = from_dict(copy.deepcopy(book)), Performance(), time.monotonic()
    client = NotebookClient(
        book,
        timeout=cell_seconds,
        kernel_name="java",
        shutdown_kernel="immediate",
        coalesce_streams=True,
        resources={"metadata": {"path": str(path.resolve().parent)}},
    )
    number = 0
    try:
        async with client.async_setup_kernel():
            let_interrupts_through()
            for index, cell in enumerate(book.cells):
                if cell.cell_type != "code" or not cell.source.strip():
                    continue
                number += 1
                begun = time.monotonic()
                shown = []
                for _ in range(times):
                    await client.async_execute_cell(cell, index)
                    shown.append(copy.deepcopy(cell.outputs))
                done.outputs.append(shown)
                done.slowest = max(done.slowest, ((time.monotonic() - begun) / times, number))
                done.memory = max(done.memory, memory_of(client.km.provisioner.pid))
    except CellExecutionError as error:
        told = [line for output in cell.outputs for line in output.get("traceback", [])]
        done.error = f"code cell {number} fails: " + brief("\n".join(told) or f"{error.ename}: {error.evalue}")
    except CellTimeoutError:
        done.error = f"code cell {number} gave no answer within {cell_seconds:g} s"
    except (DeadKernelError, RuntimeError) as error:
        done.error = f"the kernel died at code cell {number}: {brief(str(error))}"
    done.seconds = time.monotonic() - start
    return book, done


def let_interrupts_through() -> None:
    """Ctrl-C ends the whole run and every kernel, where nbclient would end one kernel and go on."""
    try:
        asyncio.get_running_loop().remove_signal_handler(signal.SIGINT)
    except NotImplementedError:  # Windows has no such handlers
        pass


def brief(text: str) -> str:
    """The first lines of an error, without colours."""
    lines = [line.strip(" |\t") for line in re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines() if line.strip(" |\t")]
    return "\n         ".join(lines[:6])[:600]


def memory_of(pid: int) -> int:
    """The most memory a process has had resident, in bytes; where the system keeps no such record, what it has now."""
    import psutil

    try:
        record = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
        return int(record[1]) * 1024
    except (OSError, TypeError):
        pass
    try:
        now = psutil.Process(pid).memory_info()
        return getattr(now, "peak_wset", now.rss)
    except psutil.Error:
        return 0


async def perform_all(jobs: list[Job], cell_seconds: float, tell) -> None:
    """Executes notebooks, a few at once, and tells about each in order."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(job: Job) -> tuple[dict, Performance]:
        async with gate:
            return await perform(job.path, job.book, job.times, cell_seconds)

    for job, task in [(job, asyncio.ensure_future(one(job))) for job in jobs]:
        tell(job, *await task)


# ---------------------------------------------------------------- saving


def normalised(book: dict, done: Performance) -> dict:
    """The executed notebook as any machine would save it."""
    for number, (cell, times) in enumerate(zip(code_cells(book), done.outputs), 1):
        cell["execution_count"] = number
        cell["outputs"] = [saved(output, number) for output in times[-1] if not dropped(cell, output)]
    for index, cell in enumerate(book["cells"]):
        cell["metadata"] = {
            key: value for key, value in cell.get("metadata", {}).items() if key not in ("execution", "ExecuteTime")
        }
        cell.setdefault("id", hashlib.sha256(f"{index}\n{cell['source']}".encode()).hexdigest()[:8])
        if cell["cell_type"] == "code" and not cell["source"].strip():
            cell["execution_count"], cell["outputs"] = None, []
    kept = {
        key: value
        for key, value in book.get("metadata", {}).items()
        if key not in ("kernelspec", "language_info", "widgets")
    }
    return {
        "cells": book["cells"],
        "metadata": {**kept, "kernelspec": KERNEL, "language_info": LANGUAGE},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def dropped(cell: dict, output: dict) -> bool:
    """Progress, and stderr where a cell is tagged quiet, are not kept."""
    return bool(output.get("metadata", {}).get("transient")) or (
        output.get("name") == "stderr" and tagged(cell, "quiet")
    )


def saved(output: dict, number: int) -> dict:
    """One output as it is kept."""
    kept = {key: value for key, value in without_drawing(output).items() if key != "transient"}
    return {**kept, "execution_count": number} if "execution_count" in kept else kept


def save(path: Path, book: dict, done: Performance) -> None:
    """Writes the executed notebook over itself."""
    from nbformat import from_dict, validate, writes

    fresh = from_dict(normalised(book, done))
    validate(fresh)
    path.write_text(writes(fresh).rstrip("\n") + "\n", encoding="utf-8", newline="\n")


# ---------------------------------------------------------------- commands


def run(paths: list[Path], keep: bool, cell_seconds: float) -> int:
    """Executes each notebook once; the number that failed."""
    failed = []

    def tell(job: Job, book: dict, done: Performance) -> None:
        print(
            f"{'FAIL' if done.error else 'ok  '} {job.path.stem}  {cost(done)}"
            + (f"\n     {done.error}" if done.error else ""),
            flush=True,
        )
        if done.error:
            failed.append(job.path)
        elif keep:
            save(job.path, book, done)

    asyncio.run(perform_all([Job(path, read(path)) for path in paths], cell_seconds, tell))
    return len(failed)


def check(paths: list[Path], cell_seconds: float, with_knobs: bool) -> int:
    """Applies every check to each notebook; the number of checks that failed."""
    results = []

    def tell(job: Job, _: dict, done: Performance) -> None:
        print(f"{job.path.stem}{job.title}  {cost(done)}")
        for one in job.checks:
            wrong = one(job.book, done)
            results.append(not wrong)
            print("\n       ".join([f"  {'FAIL' if wrong else 'ok  '} {one.__doc__}", *wrong]), flush=True)

    jobs = [job for path in paths for job in checking(path, with_knobs)]
    asyncio.run(perform_all(jobs, cell_seconds, tell))
    print(f"checks that held: {sum(results)}, that did not: {len(results) - sum(results)}")
    return len(results) - sum(results)


def checking(path: Path, with_knobs: bool) -> list[Job]:
    """What is executed to check a notebook: as it is, solved, and solved with other knobs."""
    jobs = [Job(path, read(path), 2, "", CHECKS)]
    answers = None if path.parent.name == "solutions" else solved(path)
    if answers:
        tried = with_wrong_answers(answers, WRONG.get(path.stem, {}))
        jobs.append(Job(path, tried, 1, " with its solutions", CHECKS_WITH_SOLUTIONS))
    if answers and with_knobs:
        knobs = KNOBS.get(path.stem, {})
        other, idle = turned(answers, knobs)
        other |= {"knobs": knobs, "idle knobs": idle}
        jobs.append(Job(path, other, 1, " with other knobs", CHECKS_WITH_KNOBS))
    return jobs


def cost(done: Performance) -> str:
    """Time and memory in a few words."""
    return f"{done.seconds:.1f} s, slowest cell {done.slowest[1]} ({done.slowest[0]:.1f} s), {done.memory >> 20} MB"


def main(words: list[str]) -> int:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Runs and checks notebooks on the Java kernel.")
    parser.add_argument("command", choices=["run", "check"])
    parser.add_argument("notebooks", nargs="+", type=Path)
    parser.add_argument("--save", action="store_true", help="with run: keep the outputs")
    parser.add_argument("--knobs", action="store_true", help="with check: execute each with other knobs too")
    parser.add_argument("--cell-seconds", type=float, default=CELL_SECONDS, help="how long one cell may take")
    asked = parser.parse_args(words)
    try:
        failed = (
            run(asked.notebooks, asked.save, asked.cell_seconds)
            if asked.command == "run"
            else check(asked.notebooks, asked.cell_seconds, asked.knobs)
        )
    except KeyboardInterrupt:
        return 130
    return 1 if failed else 0

