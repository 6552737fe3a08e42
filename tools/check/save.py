"""Writes an executed notebook as any machine would save it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from tools.check.job import Execution
from tools.check.notebook import code_cells, is_kept, without_drawing
from tools.machine import Trouble

KERNEL = {"display_name": "Java", "language": "java", "name": "java"}
LANGUAGE = {
    "codemirror_mode": "java",
    "file_extension": ".jshell",
    "mimetype": "text/x-java-source",
    "name": "Java",
    "pygments_lexer": "java",
}
OF_THE_MACHINE = ("kernelspec", "language_info", "widgets")
OF_THE_MOMENT = ("execution", "ExecuteTime")


def save(path: Path, book: dict, done: Execution) -> None:
    """Writes the executed notebook over itself."""
    from nbformat import from_dict, validate, writes  # in the course's environment only

    fresh = from_dict(kept_book(book, done))
    validate(fresh)
    write_whole(path, writes(fresh).rstrip("\n") + "\n")


def write_whole(path: Path, text: str) -> None:
    """Writes a file whole or not at all: a full disk shall not cost a lesson."""
    beside = path.with_suffix(".new")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.replace(beside, path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Trouble(f"{path} could not be saved ({error}): mend that and run the same command again.") from None


def kept_book(book: dict, done: Execution) -> dict:
    """The executed notebook, without a trace of this machine or this hour; its cells are changed."""
    for number, (cell, times) in enumerate(zip(code_cells(book), done.outputs), 1):
        cell["execution_count"] = number
        cell["outputs"] = [kept_output(output, number) for output in times[-1] if is_kept(cell, output)]
    for index, cell in enumerate(book["cells"]):
        cell["metadata"] = without(OF_THE_MOMENT, cell.get("metadata", {}))
        cell.setdefault("id", hashlib.sha256(f"{index}\n{cell['source']}".encode()).hexdigest()[:8])
        if cell["cell_type"] == "code" and not cell["source"].strip():
            cell["execution_count"], cell["outputs"] = None, []
    metadata = {**without(OF_THE_MACHINE, book.get("metadata", {})), "kernelspec": KERNEL, "language_info": LANGUAGE}
    return {"cells": book["cells"], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def kept_output(output: dict, number: int) -> dict:
    """One output of the code cell with this number, as the file keeps it."""
    kept = without(("transient",), without_drawing(output))
    return {**kept, "execution_count": number} if "execution_count" in kept else kept


def without(keys: tuple[str, ...], data: dict) -> dict:
    """A copy that lacks some keys."""
    return {key: value for key, value in data.items() if key not in keys}
