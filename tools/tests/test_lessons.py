"""Tables and README fit the notebooks as they are."""

from __future__ import annotations

import html
import re
import unittest

from tools.check.exercises import exercises
from tools.check.knobs import KNOBS, turned
from tools.check.lecture import PATHS
from tools.check.notebook import code_cells, joined, kept_outputs, read
from tools.slide_layout import minutes
from tools.tests.sandbox import ROOT


class Lessons(unittest.TestCase):
    """Knobs and exercises fit the notebooks as they are."""

    BOOKS = {path.stem: read(path) for path in sorted((ROOT / "notebooks").glob("*.ipynb"))}

    def test_every_knob_turns(self):
        self.assertEqual(set(KNOBS), set(self.BOOKS))
        for name, turns in KNOBS.items():
            self.assertEqual(turned(self.BOOKS[name], turns)[1], [], name)

    def test_every_path_through_the_course_takes_the_minutes_that_it_has(self):
        for path in PATHS:
            taken = sum(minutes(book, path) for book in self.BOOKS.values())
            self.assertLessEqual(taken, path)
            self.assertGreater(taken, 0.8 * path, "There is time for another topic.")

    def test_every_exercise_is_one_of_the_library_and_is_checked_by_its_id(self):
        folder = ROOT / "lib/src/main/java/initlab/lesson/exercise"
        known = {
            id for file in folder.glob("*Exercises.java") for id in re.findall(r'"(\d\d-[a-z]+)"', file.read_text())
        }
        asked = set()
        for name, lesson in self.BOOKS.items():
            own = {f"{name[:2]}-{cell['id'].removeprefix('exercise-')}" for cell in exercises(lesson)}
            checks = [re.findall(r'Check\.exercise\("(.*?)"', cell["source"]) for cell in code_cells(lesson)]
            self.assertEqual(own, {id for ids in checks for id in ids}, name)
            asked |= own
        self.assertEqual(asked, known)


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
