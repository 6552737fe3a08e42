"""Turns notebooks into slides that need no network: one HTML file in target/slides, and beside it what it loads.

The notebook is executed once with its figures as large as a slide, which takes half a minute; the next call finds that
again. slide_layout.py says what stands on which slide; slides.css and slides.js make it fit 1280 x 720.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import escape
from pathlib import Path

from tools import kernel, notebooks
from tools.check.notebook import read
from tools.checkout import Checkout
from tools.environment import jupyter_variables
from tools.files import fingerprint, stamped
from tools.machine import Java, Trouble
from tools.parts import bring
from tools.processes import run_to_end
from tools.slide_layout import NO_CODE, laid_out, minutes, slide_type

PATHS = (15, 45, 90)  # minutes of the paths through the course

# What the slides load, pinned; npm brings it once.
PARTS = ["reveal.js@4.6.1", "requirejs@2.3.7", "jquery@3.7.1", "mathjax@2.7.9"]
NO_WORDS = "No description has been provided for this image"  # nbconvert's, whose slides pass over a figure's words
FROM_AFAR = re.compile(r"<script[^>]*>\s*import [^<]*https?://[^<]*</script>")  # for diagrams, which we have none of
OPTIONS = {
    "SlidesExporter.reveal_url_prefix": "node_modules/reveal.js",
    "SlidesExporter.reveal_theme": "white",  # its letters lie beside it; others ask the network for theirs
    "SlidesExporter.reveal_number": "c/t",
    "SlidesExporter.reveal_width": "1280",
    "SlidesExporter.reveal_height": "720",
    "SlidesExporter.reveal_transition": "none",
    "HTMLExporter.require_js_url": "node_modules/requirejs/require.js",
    "HTMLExporter.jquery_url": "node_modules/jquery/dist/jquery.min.js",
    "HTMLExporter.mathjax_url": "node_modules/mathjax/MathJax.js?config=TeX-AMS_CHTML-full,Safe",
    "TagRemovePreprocessor.remove_input_tags": f"['{NO_CODE}']",
}


def make(checkout: Checkout, java: Java, book: Path) -> Path:
    """The slides of one notebook."""
    return converted(checkout, book.stem, laid_out(for_lectures(checkout, java, book)))


def make_path(checkout: Checkout, java: Java, path: int) -> tuple[Path, float]:
    """The slides of a path through the course, and the minutes that its topics take together."""
    books = [for_lectures(checkout, java, book) for book in notebooks.lessons(checkout)]
    shown = [laid_out(book, path) for book in books]
    if not any(book["cells"] for book in shown):
        raise Trouble(f"No notebook has a topic for a lecture of {path} minutes: mark some, as CONTRIBUTING.md says.")
    for number, book in enumerate(shown):
        for cell in book["cells"]:
            cell["id"] = f"{number:02}-{cell['id']}"
    whole = {**shown[0], "cells": [cell for book in shown for cell in book["cells"]]}
    return converted(checkout, f"path-{path}", whole), sum(minutes(book, path) for book in books)


def for_lectures(checkout: Checkout, java: Java, book: Path) -> dict:
    """A notebook executed with its figures in lecture size; as it was the last time, if nothing has changed since."""
    folder = checkout.root / "target" / "slides"
    copy, stamp = folder / book.name, folder / f"{book.stem}.stamp"
    key = fingerprint(book, checkout.jar)
    if not copy.exists() or stamped(stamp) != key:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(book, copy)
        print(f"Executing {book.name} with figures for the back row.", flush=True)
        with kernel.started_with(checkout, java, "-Dinitlab.lecture=true") as variables:
            if run_to_end(notebooks.checker(checkout, "run", [copy], "--save"), checkout.root, variables):
                raise Trouble(f"{book.name} does not run to its end: see above.")
        stamp.write_text(key)
    return read(copy)


def converted(checkout: Checkout, name: str, shown: dict) -> Path:
    """A page of slides, made of cells that are laid out."""
    folder = checkout.root / "target" / "slides"
    bring(folder, PARTS, "Slides need npm once, to bring reveal.js and MathJax")
    source = folder / f"{name}.slides.ipynb"
    source.write_text(json.dumps(shown), encoding="utf-8")
    command = [checkout.python, "-m", "nbconvert", "--to", "slides", "--log-level=ERROR", "--no-prompt", source]
    words = [str(word) for word in command] + [f"--{key}={value}" for key, value in OPTIONS.items()]
    page = folder / f"{name}.slides.html"
    if subprocess.run([*words, f"--output={name}"], env=jupyter_variables(checkout)).returncode:
        raise Trouble(f"The slides of {name} could not be made: see above; is it a notebook?")
    source.unlink()
    return dressed(page, words_of_figures(shown))


def words_of_figures(shown: dict) -> list[str]:
    """The alternative texts of the figures that the slides show, in their order."""
    outputs = [output for cell in shown["cells"] if slide_type(cell) != "skip" for output in cell.get("outputs", [])]
    figures = [output for output in outputs if "image/png" in output.get("data", {})]
    return [figure["metadata"].get("image/png", {}).get("alt", NO_WORDS) for figure in figures]


def dressed(page: Path, words: list[str]) -> Path:
    """A page of slides with the course's own style, the words of its figures and its script, and nothing from afar."""
    here = Path(__file__).parent
    style = f"<style>{(here / 'slides.css').read_text(encoding='utf-8')}</style></head>"
    script = f"<script>{(here / 'slides.js').read_text(encoding='utf-8')}</script></body>"
    html = FROM_AFAR.sub("", page.read_text(encoding="utf-8")).replace("</head>", style, 1)
    html = html.replace("automatic: true", "automatic: false")  # else MathJax breaks formulas in tables too early
    for figure in words:
        html = html.replace(f'alt="{NO_WORDS}"', f'alt="{escape(figure)}"', 1)
    page.write_text(script.join(html.rsplit("</body>", 1)), encoding="utf-8")
    return page


def notebook(checkout: Checkout, name: str) -> Path:
    """The notebook of a number such as 03, or of a path."""
    found = [Path(name)] if name.endswith(".ipynb") else sorted((checkout.root / "notebooks").glob(f"{name}-*.ipynb"))
    if len(found) != 1 or not found[0].exists():
        raise Trouble(f"There is no notebook {name!r}: give its number, such as 03, or its path.")
    read(found[0])
    return found[0]
