"""Tables and README fit the notebooks as they are."""

from __future__ import annotations

import html
import re
import unittest

from tools.check import wrong_answers
from tools.check.exercises import exercises
from tools.check.knobs import KNOBS, turned
from tools.check.notebook import joined, kept_outputs, read
from tools.tests.sandbox import ROOT


class Lessons(unittest.TestCase):
    """The tables of knobs and of wrong answers fit the notebooks as they are."""

    BOOKS = {path.stem: read(path) for path in sorted((ROOT / "notebooks").glob("*.ipynb"))}

    def test_every_knob_turns(self):
        self.assertEqual(set(KNOBS), set(self.BOOKS))
        for name, turns in KNOBS.items():
            self.assertEqual(turned(self.BOOKS[name], turns)[1], [], name)

    def test_every_exercise_has_wrong_answers(self):
        for name, lesson in self.BOOKS.items():
            asked = {c["id"] for c in exercises(lesson)}
            self.assertEqual(asked, set(wrong_answers.WRONG.get(name, {})), name)


class Readme(unittest.TestCase):
    """What the README shows is what the course says."""

    def test_the_picture_is_that_of_the_first_notebook(self):
        picture = (ROOT / "notebooks/figures/start-here.svg").read_text(encoding="utf-8")
        first = read(ROOT / "notebooks/00-start-here.ipynb")
        outputs = [output.get("data", {}) for _, _, output in kept_outputs(first)]
        texts = [joined(data["text/plain"]) for data in outputs if "image/png" in data]
        said = html.unescape(re.search("<title>(.*?)</title>", picture, re.DOTALL)[1])
        self.assertIn(said, texts, "copy the figure of notebook 00 to notebooks/figures/start-here.svg")

    def test_every_notebook_is_in_the_table(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        for lesson in sorted((ROOT / "notebooks").glob("*.ipynb")):
            self.assertIn(f"(notebooks/{lesson.name})", readme)
