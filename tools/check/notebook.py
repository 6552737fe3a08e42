"""A notebook as data: its cells, and what is saved in them."""

from __future__ import annotations

import json
from pathlib import Path


def read(path: Path) -> dict:
    """The notebook as it is saved, its sources joined."""
    book = json.loads(path.read_text(encoding="utf-8"))
    for cell in book["cells"]:
        cell["source"] = joined(cell["source"])
    return book


def joined(text: object) -> object:
    """Notebook files may keep a text as a list of lines."""
    return "".join(text) if isinstance(text, list) and all(isinstance(line, str) for line in text) else text


def code_cells(book: dict) -> list[dict]:
    """The cells that a kernel runs."""
    return [cell for cell in book["cells"] if cell["cell_type"] == "code" and cell["source"].strip()]


def kept_outputs(book: dict) -> list[tuple[int, dict, dict]]:
    """Every output in the file, with its cell's number and its cell."""
    return [(n, cell, output) for n, cell in enumerate(code_cells(book), 1) for output in cell["outputs"]]


def tagged(cell: dict, tag: str) -> bool:
    """Whether a cell carries a tag."""
    return tag in cell.get("metadata", {}).get("tags", [])


def is_kept(cell: dict, output: dict) -> bool:
    """Whether an output is kept and compared: not if it is progress, or stderr where a cell is tagged quiet."""
    quiet = output.get("name") == "stderr" and tagged(cell, "quiet")
    return not quiet and not output.get("metadata", {}).get("transient")


def without_drawing(output: dict) -> dict:
    """An output without the SVG beside a PNG, for pages made of the file would show the SVG, without its words."""
    data = output.get("data", {})
    if "image/png" not in data:
        return output
    return {**output, "data": {kind: value for kind, value in data.items() if kind != "image/svg+xml"}}
