"""What stands on slides."""

from __future__ import annotations

import json
import unittest
from pathlib import Path
from unittest import mock

from tools import parts, slide_layout, slides
from tools.machine import Java, Trouble
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
            parts.bring(self.root / "target" / "slides", ["reveal.js@4.6.1"], "Slides need npm once")

    def test_style_and_script_are_in_the_page(self):
        page = self.root / "a.slides.html"
        afar = '<script type="module">\n import a from "https://far.away/a.mjs";</script>'
        config = "<script>linebreaks: { automatic: true }</script>"
        page.write_text(f'<head>{afar}{config}</head><body>words<img alt="{slides.NO_WORDS}"></body>', encoding="utf-8")
        dressed = slides.dressed(page, ["a < b"]).read_text(encoding="utf-8")
        self.assertIn('<img alt="a &lt; b">', dressed)
        self.assertNotIn("far.away", dressed)
        self.assertIn("linebreaks: { automatic: false }", dressed)
        self.assertRegex(dressed, r"(?s)<style>.*font-size.*</style></head>.*words.*<script>.*zoom.*</script></body>")

    def test_figures_are_made_anew_only_for_what_changed(self):
        lesson = self.root / "notebooks" / "03-xavier.ipynb"
        lesson.parent.mkdir(exist_ok=True)
        lesson.write_text(json.dumps(book()))
        self.checkout.jar.parent.mkdir(parents=True, exist_ok=True)
        self.checkout.jar.write_text("a jar")
        java = Java(Path("java"), 17, True)
        with (
            mock.patch("tools.slides.run_to_end", return_value=0) as ran,
            mock.patch("tools.kernel.started_with") as started,
        ):
            for _ in range(2):
                slides.for_lectures(self.checkout, java, lesson)
            self.assertEqual(ran.call_count, 1, "the second call finds what the first has left")
            started.assert_called_with(self.checkout, java, "-Dinitlab.lecture=true")
            lesson.write_text(json.dumps(book()) + "\n")
            slides.for_lectures(self.checkout, java, lesson)
            self.assertEqual(ran.call_count, 2)
            ran.return_value = 1
            self.checkout.jar.write_text("a new jar")
            with self.assertRaisesRegex(Trouble, "03-xavier.ipynb does not run"):
                slides.for_lectures(self.checkout, java, lesson)

    def test_a_path_joins_the_topics_of_all_notebooks(self):
        def titled(name: str, path: int) -> dict:
            cells = [heading(f"# {name}"), heading(f"## Topic of {name}", minutes=4, path=path)]
            return {**book(), "cells": cells}

        lessons = {"00-a.ipynb": titled("A", 15), "01-b.ipynb": titled("B", 45), "02-c.ipynb": titled("C", 90)}
        with (
            mock.patch("tools.notebooks.lessons", return_value=list(lessons)),
            mock.patch("tools.slides.for_lectures", side_effect=lambda _, __, name: lessons[name]),
            mock.patch("tools.slides.converted") as made,
        ):
            _, minutes = slides.make_path(self.checkout, None, 45)
        _, name, shown = made.call_args.args
        self.assertEqual((name, minutes), ("path-45", 8))
        said = [cell["source"] for cell in shown["cells"] if slide_layout.slide_type(cell) != "notes"]
        self.assertEqual(said, ["# A", "## Topic of A", "# B", "## Topic of B"])
        names = [cell["id"] for cell in shown["cells"]]
        self.assertEqual(len(set(names)), len(names), "ids are those of one notebook")

    def test_a_path_without_topics_is_refused(self):
        with (
            mock.patch("tools.notebooks.lessons", return_value=["00-a.ipynb"]),
            mock.patch("tools.slides.for_lectures", return_value={"cells": [heading("# A"), heading("## B")]}),
            self.assertRaisesRegex(Trouble, "No notebook has a topic for a lecture of 15 minutes"),
        ):
            slides.make_path(self.checkout, None, 15)


def cell(kind: str, source: str, slide: str = "-", **more) -> dict:
    """A cell of a notebook."""
    metadata = {"slideshow": {"slide_type": slide}, **more.pop("metadata", {})}
    return {"cell_type": kind, "id": source[:9], "source": source, "metadata": metadata, **more}


def heading(words: str, **lecture) -> dict:
    """A cell that begins a topic."""
    return cell("markdown", words, "slide", metadata={"lecture": lecture})


def result(**data: str) -> dict:
    """What a cell gave."""
    return {"output_type": "execute_result", "data": data, "metadata": {}}


FIGURE = result(**{"image/png": "", "image/svg+xml": "<svg/>", "text/plain": "a figure", "text/html": "a slider"})
QUESTION = result(**{"text/html": "How large?"})


class SlideLayout(unittest.TestCase):
    """What stands on a slide, and which are shown."""

    def layout(self, *cells: dict, path: int | None = None) -> list[tuple[str, str]]:
        """Slide type and source of every piece."""
        shown = slide_layout.laid_out({"cells": list(cells)}, path)["cells"]
        return [(slide_layout.slide_type(one), one["source"]) for one in shown]

    def test_every_thought_has_a_slide_of_its_own(self):
        found = self.layout(
            cell("markdown", "## Topic", "slide"),
            cell("code", "plot()", outputs=[FIGURE, QUESTION]),
            cell("markdown", "What you see."),
            cell("markdown", "## Next", "slide"),
        )
        self.assertEqual([kind for kind, _ in found], ["slide", "subslide", "subslide", "subslide", "slide"])

    def test_code_is_left_out_unless_it_is_the_point(self):
        [shown] = slide_layout.laid_out({"cells": [cell("code", "plot()", outputs=[FIGURE])]})["cells"]
        self.assertEqual(shown["metadata"]["tags"], [slide_layout.NO_CODE])
        self.assertEqual(sorted(shown["outputs"][0]["data"]), ["image/png", "text/plain"])
        self.assertEqual(self.layout(cell("code", "var a = 1;", outputs=[])), [])
        said = {"output_type": "stream", "name": "stdout", "text": "0.97"}
        point = cell("code", "z = a W", outputs=[said, QUESTION], metadata={"tags": ["show-code"]})
        code, out = slide_layout.laid_out({"cells": [point]})["cells"]
        self.assertEqual((code["outputs"], out["metadata"]["tags"]), ([said], [slide_layout.NO_CODE]))
        line = {**QUESTION, "data": {"text/plain": "[NaN, 1.3]"}}
        [code] = slide_layout.laid_out({"cells": [{**point, "outputs": [line]}]})["cells"]
        self.assertEqual(code["outputs"], [line], "a line of text stays beneath its code")

    def test_what_is_for_readers_is_left_out(self):
        words = ["## Exercise: the factor", "<details><summary>Hint 1</summary></details>"]
        code = ['Check.exercise("02-factor", factor)', "Lesson.calibration()", "Lesson.claims()"]
        cells = [cell("markdown", one, "slide") for one in words]
        cells += [cell("code", one, outputs=[QUESTION]) for one in code]
        cells += [cell("markdown", "for readers", "skip"), cell("markdown", "old notes", "notes")]
        cells += [cell("code", "var x = 1; // TODO", outputs=[QUESTION], metadata={"tags": ["exercise"]})]
        self.assertEqual(self.layout(*cells), [])

    def test_words_lose_what_only_a_reader_needs(self):
        said = (
            "Why? It takes about 45 minutes. If the next cell cannot find `initlab`, start it with `course.py lab`. "
            "He's median is 0.65<!--= seen.median(1.5) --> here. [Next](01-zero.ipynb)"
        )
        [(_, words)] = self.layout(cell("markdown", said))
        self.assertEqual(words, "Why? He's median is 0.65 here. [Next](01-zero.slides.html)")

    def test_a_question_is_shown_without_what_its_reader_types(self):
        asked = result(**{"text/html": "How large? Your guess, a number, goes into guess()."})
        [shown] = slide_layout.laid_out({"cells": [cell("code", "ask", outputs=[asked])]})["cells"]
        self.assertEqual(shown["outputs"][0]["data"], {"text/html": "How large?"})

    def test_the_lecturer_has_notes_beside_a_topic(self):
        found = self.layout(heading("## Topic", minutes=4, ask="Grows or shrinks?", wrong="Variance is not size."))
        note = "**4 minutes.**\n\nAsk: Grows or shrinks?\n\nWhat goes wrong: Variance is not size."
        self.assertEqual(found, [("slide", "## Topic"), ("notes", note)])

    def test_a_path_shows_its_topics_behind_the_title(self):
        book = [
            heading("# Title"),
            heading("## Short", minutes=3, path=15),
            cell("markdown", "Words."),
            heading("## Long", minutes=5, path=90),
            heading("## Only in full", minutes=7),
        ]

        def said(path: int | None) -> list[str]:
            return [words for kind, words in self.layout(*book, path=path) if kind != "notes"]

        self.assertEqual(said(15), ["# Title", "## Short", "Words."])
        self.assertEqual(said(90), ["# Title", "## Short", "Words.", "## Long"])
        self.assertEqual(len(said(None)), 5)
        minutes = [slide_layout.minutes({"cells": book}, path) for path in (15, 90, None)]
        self.assertEqual(minutes, [3, 8, 15])
        self.assertEqual(self.layout(heading("# Title"), heading("## Long", path=90), path=45), [])

    def test_the_notebook_itself_is_as_it_was(self):
        kept = {"cells": [cell("code", "plot()", outputs=[FIGURE]), cell("markdown", "a <!--= 1 -->")]}
        before = json.dumps(kept)
        slide_layout.laid_out(kept)
        self.assertEqual(json.dumps(kept), before)
