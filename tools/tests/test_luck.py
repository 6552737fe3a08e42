"""Notebooks run under other blocks of seeds, all or those that changed."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path
from unittest import mock

import course
from tools import luck
from tools.check.spread import Block
from tools.counts import Counts
from tools.machine import Java
from tools.tests.books import book
from tools.tests.sandbox import Sandbox
from tools.tests.test_quotes import words

NAMES = ("00-start-here.ipynb", "01-b.ipynb", "04-he.ipynb")


class Luck(Sandbox):
    """Which notebooks run, under which seeds, and what it counts."""

    def setUp(self):
        super().setUp()
        self.java = Java(self.root, 17, True)
        self.lessons = [self.root / "notebooks" / name for name in NAMES]
        self.lessons[0].parent.mkdir()
        for lesson in self.lessons:
            lesson.write_text(json.dumps(book(words("is 0.65<!--= a -->"))))
        self.checkout.target.mkdir(parents=True, exist_ok=True)
        self.checkout.jar.write_text("jar")
        self.ran: list[tuple[list[Path], int]] = []

    def said(self, work: object, *asked: object, answers: dict[int, str] = {}) -> tuple[object, str]:  # noqa: B006
        """What some work returns and prints, where a block of seeds gives this answer, or else 0.65."""

        def block(checkout: object, java: object, books: list[Path], seed: int) -> dict[Path, Block]:
            self.ran.append((books, seed))
            return {book: Block(seed, "", [answers.get(seed, "0.65")], []) for book in books}

        with mock.patch.object(luck, "block", block), contextlib.redirect_stdout(io.StringIO()) as said:
            return work(*asked), said.getvalue()

    def quick(self, **answers: object) -> list[str]:
        """Which lessons the quick form runs."""
        self.ran.clear()
        self.said(luck.quick, self.checkout, self.java, self.lessons, **answers)
        return [book.name for books, seed in self.ran for book in books if seed == 1000]

    def test_every_notebook_under_every_block_has_a_table(self):
        asked = self.checkout, self.java, self.lessons[:2], [0, 1000]
        found, said = self.said(luck.run, *asked, answers={1000: "0.9"})
        self.assertEqual(found, {lesson: Counts(1, 1) for lesson in self.lessons[:2]})
        self.assertEqual(self.ran, [(self.lessons[:2], 0), (self.lessons[:2], 1000)])
        self.assertIn("01-b under 2 blocks of seeds\n  ok   every cell runs: 2 of 2 blocks\n  FAIL text-01", said)
        self.assertTrue(said.endswith("01-b: 1 hold, 1 are luck\n"))

    def test_the_usual_blocks(self):
        self.assertEqual(luck.every_block(luck.BLOCKS), [0, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000])

    def test_a_block_is_asked_of_the_checker_with_its_seeds(self):
        def checker(command: list[str], folder: Path, variables: dict) -> int:
            spec = json.loads((Path(variables["JUPYTER_PATH"]) / "kernels/java/kernel.json").read_text())
            self.assertIn("-Dinitlab.seed=3000", spec["argv"])
            self.assertEqual(command[2:4], ["tools.check", "measure"])
            said = {"error": "", "answers": ["1"], "record": ["claim C1 holds"]}
            into = next(word for word in command if word.startswith("--into="))
            Path(into.removeprefix("--into=")).write_text(json.dumps({str(self.lessons[0]): said}))
            return 0

        with mock.patch.object(luck, "run_to_end", checker):
            said = luck.block(self.checkout, self.java, self.lessons[:2], 3000)
        self.assertEqual(said[self.lessons[0]], Block(3000, "", ["1"], ["claim C1 holds"]))
        self.assertRegex(said[self.lessons[1]].error, "stopped before its end")
        with mock.patch.object(luck, "run_to_end", return_value=1):
            said = luck.block(self.checkout, self.java, self.lessons[:1], 3000)
        self.assertRegex(said[self.lessons[0]].error, "stopped before its end")

    def test_two_lessons_in_a_fresh_clone_and_then_none(self):
        self.assertEqual(self.quick(), [NAMES[0], NAMES[2]])
        self.assertEqual(self.quick(), [])

    def test_what_changed_runs_again(self):
        self.quick()
        self.lessons[1].write_text(json.dumps(book()))
        self.assertEqual(self.quick(), [NAMES[1]])
        self.checkout.jar.write_text("another jar")
        self.assertEqual(self.quick(), [NAMES[0], NAMES[2]])
        self.assertEqual(self.quick(), [])

    def test_what_was_luck_runs_again(self):
        self.assertEqual(self.quick(answers={1000: "0.9"}), [NAMES[0], NAMES[2]])
        self.assertEqual(self.quick(), [NAMES[0], NAMES[2]])
        self.assertEqual(self.quick(), [])

    def test_a_stamp_that_cannot_be_read_or_written(self):
        (self.checkout.target / "luck-stamp").write_text("{")
        self.assertEqual(self.quick(), [NAMES[0], NAMES[2]])
        self.no_folder_may_be_written()
        self.lessons[1].write_text(json.dumps(book()))
        self.assertEqual([self.quick(), self.quick()], [[NAMES[1]]] * 2)

    def test_the_command(self):
        with mock.patch.object(course, "set_up", return_value=self.java), mock.patch.object(course, "ROOT", self.root):
            code, said = self.said(course.main, ["luck", "--blocks", "2"])
            self.assertEqual((code, said.splitlines()[-1]), (0, "6 hold, 0 are luck"))
            self.assertEqual(self.ran, [(self.lessons, 0), (self.lessons, 1000)])
            code, said = self.said(course.main, ["luck", str(self.lessons[1])], answers={9000: "1"})
            self.assertEqual((code, said.splitlines()[-1], len(self.ran)), (1, "1 hold, 1 are luck", 12))
        self.assertRegex(self.refused("luck", "--blocks", "0"), "--blocks is 0: give 1 or more")
        self.assertRegex(self.refused("luck", "nowhere.ipynb"), "There is no notebook nowhere.ipynb")
