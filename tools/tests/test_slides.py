"""What stands on slides."""

from __future__ import annotations

import json
import unittest
from unittest import mock

from tools import slide_layout, slides
from tools.machine import Trouble
from tools.tests.books import book
from tools.tests.sandbox import Sandbox


class Slides(Sandbox):
    """Slides are of one notebook, by its number or its path."""

    def test_which_notebook(self):
        (self.root / "notebooks").mkdir(exist_ok=True)
        lesson = self.root / "notebooks" / "03-xavier.ipynb"
        lesson.write_text(json.dumps(book()))
        self.assertEqual(slides.notebook(self.checkout, "03"), lesson)
        self.assertEqual(slides.notebook(self.checkout, str(lesson)), lesson)
        for name in ("04", "nothing.ipynb"):
            with self.assertRaisesRegex(Trouble, f"no notebook '{name}'"):
                slides.notebook(self.checkout, name)
        lesson.write_text("{}")
        with self.assertRaisesRegex(Trouble, "03-xavier.ipynb is not a notebook"):
            slides.notebook(self.checkout, "03")

    def test_without_npm(self):
        with mock.patch("shutil.which", return_value=None), self.assertRaisesRegex(Trouble, "install Node.js"):
            slides.bring_parts(self.root / "target" / "slides")

    def test_style_and_script_are_in_the_page(self):
        page = self.root / "a.slides.html"
        page.write_text(f'<html><head></head><body>words<img alt="{slides.NO_WORDS}"></body></html>', encoding="utf-8")
        dressed = slides.with_style(page, ["a < b"]).read_text(encoding="utf-8")
        self.assertIn('<img alt="a &lt; b">', dressed)
        self.assertRegex(dressed, r"(?s)<style>.*font-size.*</style></head>.*words.*<script>.*zoom.*</script></body>")


class SlideLayout(unittest.TestCase):
    """What stands on a slide, and where it ends."""

    FIGURE = [{"output_type": "execute_result", "data": {"image/png": "", "text/plain": "a figure"}, "metadata": {}}]
    QUESTION = [
        {
            "output_type": "execute_result",
            "data": {"text/html": "How large? Your guess, a number, goes into guess()."},
            "metadata": {},
        }
    ]

    @staticmethod
    def cell(kind: str, source: str, slide: str = "-", **more) -> dict:
        """A cell of a notebook."""
        return {
            "cell_type": kind,
            "id": "x",
            "source": source,
            "metadata": {"slideshow": {"slide_type": slide}},
            **more,
        }

    def layout(self, *cells: dict) -> list[tuple[str, str]]:
        """Slide type and source of every piece."""
        shown = slide_layout.laid_out({"cells": list(cells)})["cells"]
        return [(slide_layout.slide_type(cell), cell["source"]) for cell in shown]

    def test_a_figure_stands_with_its_reading_and_apart_from_long_code(self):
        code = self.cell("code", "a\nb\nc\nplot()", outputs=self.FIGURE)
        found = self.layout(
            self.cell("markdown", "## Topic\n\n" + "word " * 60, "slide"), code, self.cell("markdown", "word " * 60)
        )
        self.assertEqual([kind for kind, _ in found], ["slide", "-", "subslide", "-"])

    def test_short_code_stays_with_what_comes_out(self):
        found = self.layout(
            self.cell("markdown", "## Topic", "slide"), self.cell("code", "plot()", outputs=self.FIGURE)
        )
        self.assertEqual([kind for kind, _ in found], ["slide", "-"])

    def test_exercises_and_their_checks_are_left_out(self):
        words = self.cell("markdown", "## Exercise: the factor", "slide")
        check = self.cell("code", 'Check.exercise("02-factor", factor)', outputs=self.FIGURE)
        self.assertEqual([kind for kind, _ in self.layout(words, check)], ["skip", "skip"])

    def test_a_question_is_shown_without_its_code(self):
        asked = {"cells": [self.cell("code", "Predict.number()", outputs=self.QUESTION)]}
        [shown] = slide_layout.laid_out(asked)["cells"]
        self.assertEqual(shown["metadata"]["tags"], [slide_layout.NO_CODE])
        self.assertEqual(shown["outputs"][0]["data"]["text/html"], "How large?")
        self.assertIn("Your guess", str(asked), "the notebook itself is as it was")

    def test_what_answers_a_question_waits_for_the_next_slide(self):
        ask, show = "Predict.number()", "Predict.reveal()"
        cells = [self.cell("code", words, outputs=self.QUESTION) for words in (ask, ask, show, show)]
        self.assertEqual([kind for kind, _ in self.layout(*cells)], ["subslide", "-", "subslide", "-"])

    def test_a_slide_holds_no_more_than_it_has_room_for(self):
        found = self.layout(*[self.cell("markdown", "word " * 90) for _ in range(9)])
        self.assertEqual([kind for kind, _ in found], ["subslide", "-", "-"] * 3)
