"""A notebook as data: its cells, and what is saved in them."""

from __future__ import annotations

import json
from pathlib import Path

from tools.checkout import FIRST
from tools.machine import Trouble

CURE = "open it in JupyterLab and save it, or name another file"


def read(path: Path) -> dict:
    """The notebook as it is saved, its sources joined; refuses a file that is none, or that a kernel cannot run."""
    book = json_of(path)
    if not isinstance(book, dict) or "nbformat" not in book:
        raise Trouble(f"{path} is not a notebook, though it is JSON: name a file that JupyterLab saved.")
    if book["nbformat"] != 4:
        raise Trouble(f"{path} is a notebook of format {book['nbformat']}, and 4 is needed: {CURE}.")
    if not isinstance(book.get("cells"), list):
        raise Trouble(f"{path} is a notebook without cells: {CURE}.")
    for number, cell in enumerate(book["cells"], 1):
        if wrong := fault_of(cell):
            raise Trouble(f"Cell {number} of {path} {wrong}: {CURE}.")
        cell["source"] = joined(cell["source"])
    return book


def json_of(path: Path) -> object:
    """What a file of JSON holds."""
    if path.is_dir():
        raise Trouble(f"{path} is a folder: name the notebooks in it, one by one.")
    if not path.exists():
        raise Trouble(f"There is no notebook {path}: name a file, for example {FIRST}.")
    try:
        text = path.read_text(encoding="utf-8")
        if not text.strip():
            raise Trouble(f"{path} is empty: get it anew, or name another file.")
        return json.loads(text)
    except UnicodeDecodeError:
        raise Trouble(f"{path} is not written in UTF-8, as notebooks are: {CURE}.") from None
    except (ValueError, RecursionError):
        raise Trouble(f"{path} is not a notebook, for it is not JSON: name a file that ends in .ipynb.") from None


def fault_of(cell: object) -> str:
    """What a cell lacks that every cell has; nothing if it is whole."""
    if not isinstance(cell, dict) or not isinstance(cell.get("metadata", {}), dict):
        return "is not a cell"
    if cell.get("cell_type") not in ("code", "markdown", "raw"):
        return f"is of the unknown type {cell.get('cell_type')!r}"
    if not isinstance(joined(cell.get("source")), str):
        return "has no source"
    if cell["cell_type"] != "code":
        return ""
    outputs = cell.get("outputs")
    if not isinstance(outputs, list) or not all(isinstance(one, dict) and is_whole(one) for one in outputs):
        return (
            "is code without a list of outputs" if not isinstance(outputs, list) else "has an output that is not whole"
        )
    return ""


def is_whole(output: dict) -> bool:
    """Whether an output has what its kind needs."""
    needed = {"stream": ("name", "text"), "error": ("ename", "evalue")}
    kind = output.get("output_type")
    if kind in needed:
        return all(name in output for name in needed[kind])
    return kind in ("execute_result", "display_data") and isinstance(output.get("data"), dict)


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
