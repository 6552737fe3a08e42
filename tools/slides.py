"""Turns a notebook into slides that need no network: one HTML file in target/slides, and beside it what it loads.

A notebook says itself where a topic begins, in the metadata that JupyterLab edits as "Slide Type"; slide_layout.py
does the rest, and slides.css and slides.js make it fit 1280 x 720.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from html import escape
from pathlib import Path

from tools.check.notebook import read
from tools.checkout import Checkout
from tools.environment import jupyter_variables
from tools.machine import Trouble
from tools.slide_layout import NO_CODE, laid_out, slide_type

# What the slides load, pinned; npm brings it once.
PARTS = ["reveal.js@4.6.1", "requirejs@2.3.7", "jquery@3.7.1", "mathjax@2.7.9"]
NO_WORDS = "No description has been provided for this image"  # nbconvert's, whose slides pass over a figure's words
OPTIONS = {
    "SlidesExporter.reveal_url_prefix": "node_modules/reveal.js",
    "SlidesExporter.reveal_number": "c/t",
    "SlidesExporter.reveal_width": "1280",
    "SlidesExporter.reveal_height": "720",
    "SlidesExporter.reveal_transition": "none",
    "HTMLExporter.require_js_url": "node_modules/requirejs/require.js",
    "HTMLExporter.jquery_url": "node_modules/jquery/dist/jquery.min.js",
    "HTMLExporter.mathjax_url": "node_modules/mathjax/MathJax.js?config=TeX-AMS_CHTML-full,Safe",
    "HTMLExporter.mermaid_js_url": "data:text/javascript,export default {initialize(){}}",  # no diagrams, no download
    "TagRemovePreprocessor.remove_input_tags": f"['{NO_CODE}']",
}


def make(checkout: Checkout, book: Path) -> Path:
    """The slides of one notebook, freshly made from its saved outputs."""
    folder = checkout.root / "target" / "slides"
    bring_parts(folder)
    source = folder / book.name
    shown = laid_out(json.loads(book.read_text(encoding="utf-8")))
    source.write_text(json.dumps(shown), encoding="utf-8")
    command = [checkout.python, "-m", "nbconvert", "--to", "slides", "--log-level=ERROR", "--no-prompt", source]
    words = [str(word) for word in command] + [f"--{name}={value}" for name, value in OPTIONS.items()]
    if subprocess.run(words, env=jupyter_variables(checkout)).returncode:
        raise Trouble(f"The slides of {book.name} could not be made: see above; is it a notebook?")
    return with_style(folder / f"{book.stem}.slides.html", words_of_figures(shown))


def words_of_figures(shown: dict) -> list[str]:
    """The alternative texts of the figures that the slides show, in their order."""
    outputs = [output for cell in shown["cells"] if slide_type(cell) != "skip" for output in cell.get("outputs", [])]
    figures = [output for output in outputs if "image/png" in output.get("data", {})]
    return [figure["metadata"].get("image/png", {}).get("alt", NO_WORDS) for figure in figures]


def with_style(page: Path, words: list[str]) -> Path:
    """A page of slides with the course's own style, the words of its figures, and its script that makes them fit."""
    here = Path(__file__).parent
    style = f"<style>{(here / 'slides.css').read_text(encoding='utf-8')}</style></head>"
    script = f"<script>{(here / 'slides.js').read_text(encoding='utf-8')}</script></body>"
    html = page.read_text(encoding="utf-8").replace("</head>", style, 1)
    for figure in words:
        html = html.replace(f'alt="{NO_WORDS}"', f'alt="{escape(figure)}"', 1)
    page.write_text(script.join(html.rsplit("</body>", 1)), encoding="utf-8")
    return page


def bring_parts(folder: Path) -> None:
    """Lets npm bring what the slides load, where it is not there yet."""
    stamp = folder / "parts"
    if stamp.exists() and stamp.read_text() == "\n".join(PARTS):
        return
    npm = shutil.which("npm")
    if not npm:
        raise Trouble("Slides need npm once, to bring reveal.js and MathJax: install Node.js, then run this again.")
    folder.mkdir(parents=True, exist_ok=True)
    command = [npm, "install", "--silent", "--no-save", "--no-audit", "--no-fund", "--prefix", str(folder), *PARTS]
    if subprocess.run(command, stdin=subprocess.DEVNULL).returncode:
        raise Trouble("npm could not bring reveal.js and MathJax: look at the network, then run this again.")
    stamp.write_text("\n".join(PARTS))


def notebook(checkout: Checkout, name: str) -> Path:
    """The notebook of a number such as 03, or of a path."""
    found = [Path(name)] if name.endswith(".ipynb") else sorted((checkout.root / "notebooks").glob(f"{name}-*.ipynb"))
    if len(found) != 1 or not found[0].exists():
        raise Trouble(f"There is no notebook {name!r}: give its number, such as 03, or its path.")
    read(found[0])
    return found[0]
