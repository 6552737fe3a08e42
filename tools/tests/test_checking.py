"""The notebook checker's own book-keeping: what is executed, what is asked of it, and what makes it fail."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from tools.check import __main__ as checker
from tools.check import commands, execute, exercises, rules
from tools.check.job import Execution, Job
from tools.tests.books import book, cell, output


def good(book: dict, done: Execution) -> list[str]:
    """Is as it should be."""
    return []


def bad(book: dict, done: Execution) -> list[str]:
    """Is not as it should be."""
    return ["this is wrong", "and that"]


def dies(book: dict, done: Execution) -> list[str]:
    """Has a rule that dies."""
    raise KeyError("idle knobs")


class Folder(unittest.TestCase):
    """Lessons and solutions in a folder of their own; nothing is executed."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.lesson = Path(folder.name) / "00-start-here.ipynb"
        self.solution = self.lesson.parent / "solutions" / self.lesson.name
        self.solution.parent.mkdir()
        stub = {**cell("int a = 3;", tags=("exercise",)), "id": "exercise-level"}
        self.lesson.write_text(json.dumps(book(stub, cell("Check.exercise(a)"))))
        self.solution.write_text(json.dumps(book({**stub, "source": "int a = 4;"})))

    def said(self, work: object, *words: object) -> tuple[object, str]:
        """What some work returns, and what it prints."""
        with contextlib.redirect_stdout(io.StringIO()) as said:
            result = work(*words)
        return result, said.getvalue()

    def executed(self, *dones: Execution) -> contextlib.AbstractContextManager:
        """Executions come out like this, one after another, and no kernel is started."""
        left, self.jobs = list(dones), []

        async def pretend(job: Job, cell_seconds: float) -> tuple[dict, Execution]:
            self.jobs.append((job, cell_seconds))
            return job.book, left[len(self.jobs) - 1]

        return mock.patch.object(execute, "execute", pretend)


class Counts(Folder):
    """One rule that does not hold makes the checker fail."""

    def test_one_rule_that_does_not_hold_fails_the_check(self):
        for asked, due in {(good,): True, (good, bad): False, (bad, good): False, (bad,): False}.items():
            jobs = [Job(self.lesson, book(), list(asked))]
            with self.executed(Execution()), mock.patch.object(commands, "jobs_of", lambda *_, jobs=jobs: jobs):
                result, said = self.said(commands.check, [self.lesson], 9, False, None)
            held = asked.count(good)
            self.assertEqual(result, due)
            self.assertEqual(said.splitlines()[-1], f"checks that held: {held}, that did not: {len(asked) - held}")

    def test_solutions_are_judged_by_their_own_rules(self):
        lesson = book(cell("Check.exercise(1)"))
        passed = Execution(outputs=[[[output("\u2713 right")]]])
        for done, held in {
            "right": (Execution(solved=passed), "held: 4, that did not: 0"),
            "wrong": (Execution(solved=Execution(outputs=[[[output("\u2717")]]])), "held: 3, that did not: 1"),
            "stopped before": (Execution(error="dead"), "held: 3, that did not: 1"),
        }.values():
            jobs = [Job(self.lesson, lesson, [good], solved=lesson)]
            with self.executed(done), mock.patch.object(commands, "jobs_of", lambda *_, jobs=jobs: jobs):
                result, said = self.said(commands.check, [self.lesson], 9, False, None)
            self.assertIn(held, said.splitlines()[-1])
            self.assertEqual(result, "not: 0" in held)

    def test_what_holds_and_what_is_wrong_is_said(self):
        self.assertEqual(self.said(commands.holds, good, {}, None), (True, "  ok   Is as it should be.\n"))
        wrong = "  FAIL Is not as it should be.\n       this is wrong\n       and that\n"
        self.assertEqual(self.said(commands.holds, bad, {}, None), (False, wrong))

    def test_a_rule_that_dies_is_no_rule_that_holds(self):
        with self.executed(Execution()), self.assertRaises(KeyError):
            self.said(commands.carry_out, [Job(self.lesson, book(), [dies])], 9)

    def test_rules_judge_the_notebook_as_it_is_saved_not_as_it_was_executed(self):
        saved, judged = book(cell("1", [output("3")])), []

        async def pretend(job: Job, cell_seconds: float) -> tuple[dict, Execution]:
            return book(cell("1", [output("4")])), Execution()

        def notes(given: dict, done: Execution) -> list[str]:
            """Is noted."""
            judged.append(given)
            return []

        with mock.patch.object(execute, "execute", pretend):
            self.said(commands.carry_out, [Job(self.lesson, saved, [notes])], 9)
        self.assertEqual(judged, [saved])

    def test_exit_codes(self):
        for command, words in {name: (name, "x.ipynb") for name in ("run", "check", "measure")}.items():
            for result, code in {True: 0, False: 1}.items():
                with mock.patch.object(commands, command, lambda *_, result=result: result):
                    self.assertEqual(checker.main([*words]), code, command)
            for error in (KeyboardInterrupt, asyncio.CancelledError):
                with mock.patch.object(commands, command, mock.Mock(side_effect=error)):
                    self.assertEqual(checker.main([*words]), 130)

    def test_options_reach_their_command(self):
        with mock.patch.object(commands, "run", return_value=True) as run:
            checker.main(["run", "--save", "a", "b"])
            checker.main(["run", "a"])
        paths = [Path("a"), Path("b")]
        self.assertEqual([call.args for call in run.call_args_list], [(paths, True, 240), (paths[:1], False, 240)])
        with mock.patch.object(commands, "check", return_value=True) as check:
            checker.main(["check", "--knobs", "--seeds", "7", "--cell-seconds", "3", "a"])
            checker.main(["check", "a"])
        with mock.patch.object(commands, "measure", return_value=True) as measure:
            checker.main(["measure", "--into", "x", "a"])
        measure.assert_called_once_with(paths[:1], Path("x"), 240)
        asked = [call.args for call in check.call_args_list]
        self.assertEqual(asked, [(paths[:1], 3, True, 7, 2), (paths[:1], 240, False, None, 2)])
        with mock.patch.object(commands, "check", return_value=True) as check:
            checker.main(["check", "--once", "a"])
        check.assert_called_once_with(paths[:1], 240, False, None, 1)


class Jobs(Folder):
    """What is executed to check a notebook."""

    def jobs(self, knobs: bool = False, seeds: int | None = None, path: Path | None = None) -> list[Job]:
        """The jobs of a notebook."""
        return commands.jobs_of(path or self.lesson, knobs, seeds)

    def test_a_lesson_is_executed_as_it_is_and_solved_in_the_same_kernel(self):
        [plain] = self.jobs()
        self.assertEqual(plain.rules, [*rules.RULES, *rules.RULES_OF_LESSONS, exercises.is_not_solved_yet])
        self.assertEqual((plain.times, plain.book["cells"][0]["source"]), (2, "int a = 3;"))
        self.assertEqual((plain.quoted, plain.book["path"]), (True, self.lesson))
        self.assertEqual(plain.solved["cells"][0]["source"], "int a = 4;")

    def test_once_asks_for_all_but_the_second_time(self):
        [usual], [once] = self.jobs(), commands.jobs_of(self.lesson, False, None, 1)
        self.assertEqual(set(usual.rules) - set(once.rules), {rules.says_the_same_twice})
        self.assertEqual((usual.times, once.times), (2, 1))

    def test_with_knobs(self):
        job = self.jobs(knobs=True)[1]
        self.assertEqual((job.rules, job.times), (exercises.RULES_WITH_KNOBS, 1))
        self.assertEqual(job.book["cells"][0]["source"], "int a = 4;")
        self.assertEqual(len(job.book["idle knobs"]), 3, "this lesson has none of the places that are turned")
        self.assertEqual(exercises.has_knobs_that_turn(job.book, Execution()), job.book["idle knobs"])
        titles = [one.title for one in self.jobs(knobs=True)]
        self.assertEqual(titles, ["", " with other knobs"])

    def test_other_seeds_are_not_compared_with_what_is_saved_and_all_else_is(self):
        for usual, other in zip(self.jobs(knobs=True), self.jobs(knobs=True, seeds=7)):
            self.assertEqual(set(usual.rules) - set(other.rules), {rules.says_what_is_saved} & set(usual.rules))
            self.assertIn("with the seeds from 7", other.title)
        self.assertIn(rules.says_what_is_saved, self.jobs()[0].rules, "the list of all rules stays whole")

    def test_a_solution_is_executed_as_it_is(self):
        self.assertEqual(
            [job.rules for job in self.jobs(path=self.solution)], [[*rules.RULES, exercises.is_not_solved_yet]]
        )

    def test_a_lesson_without_exercises(self):
        self.lesson.write_text(json.dumps(book(cell())))
        self.assertEqual(len(self.jobs(knobs=True)), 1)


class Saves(Folder):
    """Outputs are kept when they are asked for and nothing went wrong."""

    def test_kept_only_when_asked_for_and_all_is_well(self):
        shown = {"outputs": [[[output("3")]], [[output("4")]]]}
        for keep, error, due in ((True, "", True), (False, "", False), (True, "code cell 2 fails", False)):
            with self.executed(Execution(error=error, **shown)), mock.patch.object(commands, "save") as save:
                result, said = self.said(commands.run, [self.lesson], keep, 9)
            self.assertEqual((result, save.called), (not error, due))
            self.assertEqual(
                said.splitlines()[0], "00-start-here  0.0 s (cells once 0.0 s, no figure), slowest cell 0 (0.0 s), 0 MB"
            )
            self.assertEqual(self.jobs[0][1], 9)


class Measures(Folder):
    """What quotes rest on is written into a file, and nothing is judged."""

    def test_what_was_measured_is_written(self):
        into = self.lesson.parent / "said.json"
        for error, due in {"": True, "code cell 2 fails": False}.items():
            done = Execution(error=error, answers=["0.65"], record=["claim C1 holds"])
            with self.executed(done):
                result, said = self.said(commands.measure, [self.lesson], into, 9)
            told = {"error": error, "answers": ["0.65"], "record": ["claim C1 holds"]}
            self.assertEqual((result, json.loads(into.read_text())), (due, {str(self.lesson): told}))
            job, seconds = self.jobs[0]
            self.assertEqual((job.times, job.quoted, job.rules, seconds), (1, True, [], 9))
            self.assertRegex(said, "^00-start-here  0.0 s")
