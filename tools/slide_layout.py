"""Lays a notebook out on slides: what is shown, what is left out, and where a slide ends.

A notebook's own slide types say where a topic begins (`slide`) and what only a reader needs (`skip`). The rest follows
from what a cell is: a question is shown, its code is not, and what answers it waits for the next slide; a figure stands
with the sentence that reads it; an exercise and its hints are left out.

Nothing is shown that needs scrolling: heights are estimated here, and slides.js shrinks what was estimated too low.
"""

from __future__ import annotations

import copy
import math
import re

ROOM = 750  # pixels that a layout may fill; of the last 30 slides.js makes 720
NO_CODE = "no-code"
FOR_READERS = re.compile(r"Check\.exercise\(|^## (Exercise|Two exercises)\b")
JUDGED = re.compile(r"^(Predict|Claim)\.", re.MULTILINE)
QUESTION = re.compile(r"^Predict\.(number|choice)\(", re.MULTILINE)
SAID_TO_READERS = re.compile(
    r" Your guess, a number, goes into guess\(\)\.| If the next cell cannot find .*?\.(?=\s|$)"
)


def laid_out(book: dict) -> dict:
    """A copy of a notebook whose every cell says where on the slides it stands."""
    shown = copy.deepcopy(book)  # not a word of the notebook itself is changed
    shown["cells"] = [part for cell in shown["cells"] for part in parts(cell)]
    filled, asked = ROOM, False
    for cell in shown["cells"]:
        kind = slide_type(cell)
        if kind in ("skip", "notes"):
            continue
        height = cell["metadata"].pop("height")
        question = bool(QUESTION.search(text(cell["source"])))
        answer = asked and not question and bool(cell.get("outputs"))
        asked = question or (asked and not answer)
        fits = kind == "-" and filled + height <= ROOM and not answer
        cell["metadata"]["slideshow"] = {"slide_type": kind if kind == "slide" else "-" if fits else "subslide"}
        filled = filled + height if fits else height
    return shown


def slide_type(cell: dict) -> str:
    """What a cell says of itself; '-' where it says nothing."""
    return cell["metadata"].get("slideshow", {}).get("slide_type") or "-"


def parts(cell: dict) -> list[dict]:
    """A cell as one or two pieces that may stand on different slides: its code, and what came out."""
    if slide_type(cell) in ("skip", "notes") or is_for_readers(cell):
        cell["metadata"]["slideshow"] = {"slide_type": "notes" if slide_type(cell) == "notes" else "skip"}
        return [cell]
    source = text(cell["source"])
    if cell["cell_type"] == "markdown":
        words = re.sub(r"\]\((\d\d-[\w-]+)\.ipynb\)", r"](\1.slides.html)", SAID_TO_READERS.sub("", source))
        return [{**cell, "source": words, "metadata": {**cell["metadata"], "height": prose_height(words)}}]
    result = {**cell, "id": f"{cell['id']}-out", "outputs": [hushed(output) for output in cell["outputs"]]}
    height = sum(map(output_height, cell["outputs"]))
    result["metadata"] = {"tags": [NO_CODE], "height": height}
    if JUDGED.search(source):
        return [result]
    code = {**cell, "outputs": [], "metadata": {**cell["metadata"], "height": code_height(source)}}
    if source.count("\n") < 2:
        return [{**result, "metadata": {"height": height + code_height(source)}}]
    return [code, result] if result["outputs"] else [code]


def is_for_readers(cell: dict) -> bool:
    """Whether a cell is an exercise, its check or its hints."""
    return "exercise" in cell["metadata"].get("tags", []) or bool(FOR_READERS.search(text(cell["source"])))


def hushed(output: dict) -> dict:
    """What came out, without what only a notebook's reader can do; a figure as the picture that carries its words."""
    data = {}
    for kind, value in output.get("data", {}).items():
        if kind != "image/svg+xml" or "image/png" not in output["data"]:
            data[kind] = SAID_TO_READERS.sub("", text(value)) if kind.startswith("text/") else value
    return {**output, "data": data} if data else output


def text(source: str | list[str]) -> str:
    """Text that a notebook may hold in lines."""
    return source if isinstance(source, str) else "".join(source)


# ---------------------------------------------------------------- heights in pixels, a little high rather than low


def prose_height(source: str) -> int:
    """A heading is one line, a formula on its own two, and words run on."""
    height = 0
    for block in re.split(r"\n\s*\n", source):
        words = re.sub(r"\\(?:mathrm|text|frac|tfrac|partial|sqrt|cdot|top)\b|[{}$*`\\]|\]\([^)]*\)", "", block)
        if block.startswith("#"):
            height += 70
        elif block.startswith("$$"):
            height += 110
        else:
            height += 26 + 37 * math.ceil(len(words) / 94)
    return height


def code_height(source: str) -> int:
    """Code of this size; a long line takes two."""
    return 34 + 25 * sum(max(1, math.ceil(len(line) / 104)) for line in source.splitlines())


def output_height(output: dict) -> int:
    """A figure, a table by its rows, or words by their lines."""
    data = output.get("data", {})
    if "image/png" in data:
        return 470
    page = text(data.get("text/html", ""))
    if "<table" in page:
        return 60 + 31 * page.count("<tr")
    plain = text(data.get("text/plain", output.get("text", "")))
    return 24 + 31 * sum(max(1, math.ceil(len(line) / 100)) for line in plain.splitlines())
