"""How long a notebook takes a careful student, and what its first cell says about that.

A minute for 200 words, half a minute for a code cell, one for a figure or a prediction, half for a table, five for an
exercise.
"""

from __future__ import annotations

import re

from tools.check.job import Execution
from tools.check.notebook import code_cells, joined, kept_outputs, tagged
from tools.check.views import PICTURES

WORDS_A_MINUTE = 200
A_CODE_CELL, A_FIGURE, A_TABLE, A_PREDICTION, AN_EXERCISE = 0.5, 1.0, 0.5, 1.0, 5.0  # minutes
SAID = re.compile(r"\babout (\d+) minutes\b")


def says_an_honest_time(book: dict, done: Execution) -> list[str]:
    """Says honestly how long it takes."""
    due = 5 * max(1, round(minutes(book) / 5))
    said = SAID.search(book["cells"][0]["source"]) if book["cells"] else None
    if said and int(said[1]) == due:
        return []
    instead = f"'{said[0]}'" if said else "nothing"
    return [f"the first cell has to say 'about {due} minutes' and says {instead}: {account(book)}"]


def parts(book: dict) -> dict[str, tuple[int, float]]:
    """What a student does in a notebook: how often, and the minutes of one time."""
    texts = [cell["source"] for cell in book["cells"] if cell["cell_type"] == "markdown"]
    words = sum(len(re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL).split()) for text in texts)
    shown = [output.get("data", {}) for _, _, output in kept_outputs(book)]
    pictures = [data for data in shown if any(kind.startswith(PICTURES) for kind in data)]
    tables = [data for data in shown if "<table" in str(joined(data.get("text/html", ""))) and data not in pictures]
    asked = [re.findall(r"\bPredict\.(?:choice|number)\(", cell["source"]) for cell in code_cells(book)]
    return {
        "words": (words, 1 / WORDS_A_MINUTE),
        "code cells": (len(code_cells(book)), A_CODE_CELL),
        "figures": (len(pictures), A_FIGURE),
        "tables": (len(tables), A_TABLE),
        "predictions": (sum(map(len, asked)), A_PREDICTION),
        "exercises": (sum(tagged(cell, "exercise") for cell in code_cells(book)), AN_EXERCISE),
    }


def minutes(book: dict) -> float:
    """How many minutes a notebook takes."""
    return sum(times * each for times, each in parts(book).values())


def account(book: dict) -> str:
    """What the minutes are made of."""
    return ", ".join(f"{times} {what}" for what, (times, _) in parts(book).items()) + f": {minutes(book):.0f} minutes"
