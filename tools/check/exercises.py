"""Exercises: a lesson with its solutions put in, and the rules about solutions and knobs."""

from __future__ import annotations

import re
from pathlib import Path

from tools.check.job import Execution
from tools.check.notebook import code_cells, read, tagged
from tools.check.rules import runs
from tools.check.views import views

RIGHT = "\u2713"  # how a check begins that is passed


def is_not_solved_yet(book: dict, done: Execution) -> list[str]:
    """No exercise is passed by its default."""
    return [f"code cell {n} is passed by the default" for n, right in verdicts(book, done) if right]


def has_every_solution(book: dict, done: Execution) -> list[str]:
    """Every exercise has a solution, and every solution its exercise."""
    left = [f"the exercise {cell['id']!r} has no solution" for cell in exercises(book) if "solution" not in cell]
    return left + [f"the solution {id!r} has no exercise" for id in book.get("left over", [])]


def is_solved_by_its_solutions(book: dict, done: Execution) -> list[str]:
    """Every check says that the solutions are right."""
    return [f"code cell {n} does not pass with the solutions" for n, right in verdicts(book, done) if not right]


def has_knobs_that_turn(book: dict, done: Execution) -> list[str]:
    """Has knobs, and each turns something."""
    return book["idle knobs"] if book["knobs"] else ["it has none: add some to tools/check/knobs.py"]


def verdicts(book: dict, done: Execution) -> list[tuple[int, bool]]:
    """The number of every cell of the lesson that checks an exercise, and whether it said that all is right."""
    checks = [
        (number, [view.get("text/plain", "") for view in views(cell, times[-1])])
        for number, (cell, times) in enumerate(zip(code_cells(book), done.outputs), 1)
        if re.search(r"\bCheck\.", cell["source"])
    ]
    return [(number, any(text.startswith(RIGHT) for text in texts)) for number, texts in checks]


def exercises(book: dict) -> list[dict]:
    """The cells that a reader is to edit."""
    return [cell for cell in code_cells(book) if tagged(cell, "exercise")]


def solved(path: Path) -> dict | None:
    """A lesson with its solutions in place of the stubs; nothing for a notebook without exercises."""
    book, file = read(path), path.parent / "solutions" / path.name
    if not exercises(book):
        return None
    answers = {cell["id"]: cell["source"] for cell in exercises(read(file))} if file.exists() else {}
    for cell in exercises(book):
        if cell["id"] in answers:
            cell["solution"] = cell["source"] = answers.pop(cell["id"])
    return {**book, "left over": sorted(answers)}


RULES_SOLVED = [runs, has_every_solution, is_solved_by_its_solutions]
RULES_WITH_KNOBS = [runs, has_knobs_that_turn, is_solved_by_its_solutions]
