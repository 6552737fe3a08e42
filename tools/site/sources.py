"""Writes what Sphinx makes pages of: a copy of each notebook, dressed for reading."""

from __future__ import annotations

import base64
import html
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from tools.check.notebook import joined, read
from tools.site import tours
from tools.site.glossary import Glossary
from tools.site.live import Live
from tools.site.tables import stackable

TIE = re.compile(r"<!--[=?].*?-->", re.DOTALL)
BINDER = "https://mybinder.org/v2/gh/{}/HEAD?urlpath=lab/tree/notebooks/{}"

# What the first page says where figures are live.
ALIVE = """
**Here, without installing anything:** guess what
<a href="00-start-here.html#live=00">fifty layers leave of a signal</a>, and the library measures it in this browser.
Lessons 00 to 08 have such a figure; [tours](tours.md) lead through them and others.
"""


def write(root: Path, folder: Path, repository: str | None, live: Live | None = None) -> None:
    """Writes the sources of all pages into a folder, with live parts where they were built."""
    notebooks = root / "notebooks"
    (folder / "_static" / "figures").mkdir(parents=True)
    shutil.copytree(notebooks / "figures", folder / "figures")
    glossary = Glossary((notebooks / "glossary.md").read_text(encoding="utf-8"))
    (folder / "glossary.md").write_text(glossary.page(), encoding="utf-8")
    shutil.copyfile(notebooks / "card.md", folder / "card.md")
    dresser = Dresser(glossary, folder / "_static" / "figures", repository, live)
    lessons = sorted(notebooks.glob("*.ipynb"))
    for lesson in lessons:
        solved = notebooks / "solutions" / lesson.name
        answers = solutions(read(solved)) if solved.exists() else {}
        page = dresser.dressed(read(lesson), lesson.name, answers)
        (folder / lesson.name).write_text(json.dumps(page), encoding="utf-8")
    names = [lesson.stem for lesson in lessons]
    if live:
        (folder / "tours.md").write_text(tours.page(names), encoding="utf-8")
        names.append("tours")
    readme = (root / "README.md").read_text(encoding="utf-8")
    (folder / "index.md").write_text(front(readme, names, ALIVE if live else ""), encoding="utf-8")


def front(readme: str, names: list[str], alive: str = "") -> str:
    """The first page: the README up to the library, with what is said of live figures, and the order of the pages."""
    words = readme.split("\n## The library")[0].replace("](notebooks/solutions)", "](#The-notebooks)")
    words = words.replace("](notebooks/", "](").replace("\n## Two commands", f"{alive}\n## Two commands", 1)
    listed = "\n".join([*names, "card", "glossary"])
    return f"{words}\n\n```{{toctree}}\n:hidden:\n\n{listed}\n```\n"


@dataclass(frozen=True)
class Dresser:
    """Dresses notebooks for reading: what all pages have in common."""

    glossary: Glossary
    figures: Path  # where figures go as files
    repository: str | None = None  # on GitHub, for Binder
    live: Live | None = None

    def dressed(self, book: dict, name: str, answers: dict[str, str]) -> dict:
        """A notebook of this name as its page shows it, with the solutions of its exercises."""
        linked: set[str] = set()
        cells = [self.shown(cell, name, linked) for cell in book["cells"]]
        if self.live:
            self.live.place(name[:2], cells)
        if self.repository:
            address = BINDER.format(self.repository, name)
            cells[0]["source"] += f'\n\n<a class="binder" href="{address}">Run it on Binder</a>'
        return {**book, "cells": with_answers(cells, answers)}

    def shown(self, cell: dict, name: str, linked: set[str]) -> dict:
        """One cell: prose with links into the glossary, code with its figures as files."""
        plain = {**cell, "metadata": {}}
        if cell["cell_type"] == "markdown":
            text = TIE.sub("", cell["source"]).replace(f"](solutions/{name})", "](#Exercises)")
            return plain | {"source": self.glossary.link(text, name[:2], linked)}
        if "Lesson.open(" in cell["source"]:
            plain["metadata"] = {"tags": ["hide-input"]}
        stem = f"{name[:2]}-{cell['id']}"
        outputs = [as_file(out, self.figures, f"{stem}-{i}.png") for i, out in enumerate(cell.get("outputs", []))]
        return plain | {"outputs": outputs}


def as_file(output: dict, figures: Path, name: str) -> dict:
    """A figure as a file with its words, a table so that it can be stacked; any other output as it is."""
    data = output.get("data", {})
    if "text/html" in data:
        return output | {"data": data | {"text/html": stackable(joined(data["text/html"]))}}
    if "image/png" not in data:
        return output
    (figures / name).write_bytes(base64.b64decode(joined(data["image/png"])))
    facts = output.get("metadata", {}).get("image/png", {})
    size = "".join(f' {side}="{facts[side]}"' for side in ("width", "height") if side in facts)
    words = html.escape(facts.get("alt", ""))
    image = f'<img class="figure" src="_static/figures/{name}" alt="{words}"{size} loading="lazy">'
    whole = f'<a class="whole" href="_static/figures/{name}" tabindex="-1">{image}</a>'  # a tap shows its own size
    return {"output_type": "display_data", "metadata": {}, "data": {"text/html": whole}}


def solutions(book: dict) -> dict[str, str]:
    """The solution of each exercise, by its cell's id: its words, then its code, in Markdown."""
    found: dict[str, str] = {}
    words = ""
    for cell in book["cells"]:
        if cell["cell_type"] == "markdown":
            words = "\n".join(line for line in cell["source"].splitlines() if not line.startswith("#")).strip()
        elif cell["id"].startswith("exercise-"):
            found[cell["id"]] = f"{words}\n\n```java\n{cell['source']}\n```"
    return found


def with_answers(cells: list[dict], answers: dict[str, str]) -> list[dict]:
    """The cells, and behind the check of each exercise its solution, folded."""
    result: list[dict] = []
    open_answer = None
    for cell in cells:
        result.append(cell)
        if cell["id"] in answers:
            open_answer = cell["id"]
        elif open_answer and cell["cell_type"] == "code":
            text = f'<details class="solution"><summary>Solution</summary>\n\n{answers[open_answer]}\n\n</details>'
            result.append({"cell_type": "markdown", "id": f"solution-{open_answer}", "metadata": {}, "source": text})
            open_answer = None
    return result
