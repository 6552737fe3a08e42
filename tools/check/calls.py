"""Rules about a lesson's calls of the library: checks of exercises, claims, and what is saved of questions."""

from __future__ import annotations

import re
from itertools import accumulate

from tools.check.job import Execution
from tools.check.notebook import code_cells, kept_outputs, tagged
from tools.check.views import lines_of, view_of

CHECK = re.compile(r'Check\.exercise(\("(\d\d)-([\w-]+)",\s*[^;]+\))\s*;?')
OPEN = re.compile(r"not answered|not done yet", re.IGNORECASE)
MOST_IN_THE_FLOW = 2  # claims; all others wait for the table at the end


def checks_by_id(book: dict, done: Execution) -> list[str]:
    """A cell that checks an exercise holds its number and word and nothing that gives the answer away."""
    found, asked = [], {cell.get("id") for cell in code_cells(book) if tagged(cell, "exercise")}
    for number, cell in enumerate(code_cells(book), 1):
        if not re.search(r"\bCheck\.", cell["source"]):
            continue
        call = CHECK.fullmatch(cell["source"].strip())
        if not call or not is_one_call(call[1]):
            found.append(f'code cell {number} holds more, or less, than Check.exercise("NN-word", answer)')
        elif call[2] != book["path"].stem[:2]:
            found.append(f"code cell {number} checks an exercise of notebook {call[2]}")
        elif f"exercise-{call[3]}" not in asked:
            found.append(f"code cell {number} checks '{call[3]}': no cell 'exercise-{call[3]}' is tagged exercise")
    return found


def is_one_call(words: str) -> bool:
    """Whether the first parenthesis is closed by the last, so that nothing follows the call."""
    depths = list(accumulate({"(": 1, ")": -1}.get(letter, 0) for letter in words))
    return depths.index(0) == len(words) - 1 if 0 in depths else False


def keeps_claims_to_the_end(book: dict, done: Execution) -> list[str]:
    """At most two claims stand in the flow, and one table of them at the end."""
    code = "\n".join(cell["source"] for cell in code_cells(book))
    alone, table = len(re.findall(r"\bLesson\.claim\(", code)), len(re.findall(r"\bLesson\.claims\(", code))
    found = [f"{alone} claims stand in the flow, at most {MOST_IN_THE_FLOW} may"] if alone > MOST_IN_THE_FLOW else []
    return found + ([f"Lesson.claims() is called {table} times, once is enough"] if table > 1 else [])


def saves_no_open_question(book: dict, done: Execution) -> list[str]:
    """No question is saved as not answered, and no exercise as not done."""
    return [
        f"code cell {number} is saved with {found[0]!r}"
        for number, _, output in kept_outputs(book)
        if (found := OPEN.search("\n".join(lines_of([view_of(output)]))))
    ]
