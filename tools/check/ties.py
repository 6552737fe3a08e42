"""What a reader is told to see is tied to what was measured: two ties or more, and no measured number without one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.check.job import Execution
from tools.check.numbers import BEHIND, DIGITS, PERCENT, POWER, SIGN
from tools.check.quotes import TIE, without_code

BEGINS = "**What you should see.**"
MEASURED = re.compile(rf"(?<![\d.]){SIGN}(?:{POWER}|\d[\d,]*\.\d+|{DIGITS}(?={PERCENT}))(?:{PERCENT})?")
TIED = re.compile(rf"{BEHIND}<!--\s*[=?]")
NAMES = r"std|gains?|rates?|slopes?|variances?|limits?|factors? of|PyTorch|Keras|Flax|Java|middle"
THEORY = r"theory(?:'s| says| gives)?:?"
SETTING = re.compile(
    rf"\b(?:{NAMES}|{THEORY})\s+$|\b5\s*[-\u2013]\s*$", re.IGNORECASE
)  # rate 0.01, middle 90 %, 5-95 %
GOES_ON = re.compile(r"^\s*(?:,|/|and|or|to|,\s*(?:and|or))\s*$")  # rates 0.01, 0.03 and 0.1
FORMULA = re.compile(r"\$([^$]+)\$")
LINK = re.compile(r"(?<=\])\([^)]*\)|https?://\S+")  # arxiv.org/abs/1502.01852
OF_A_NUMBER = re.compile(r"\\(?:cdot|times|approx|,|%)")


def ties_what_one_should_see(book: dict, done: Execution) -> list[str]:
    """What one should see is tied to what was measured."""
    found = []
    for number, cell in enumerate(book["cells"]):
        text = without_code(cell["source"])
        if cell["cell_type"] != "markdown" or not text.lstrip().startswith(BEGINS):
            continue
        name, ties = cell.get("id", f"cell {number}"), len(TIE.findall(text))
        if ties < 2:
            found.append(f"{name} has {ties} ties, 2 are due: put <!--= the expression --> right behind a number")
        found += [f"{name}: {one!r} is not tied: put <!--= the expression --> right behind it" for one in loose(text)]
    return found


def loose(text: str) -> Iterator[str]:
    """Decimal numbers, percentages and powers of ten that are neither tied, nor a setting, nor part of a formula."""
    bare = re.sub(r"\$\$.*?\$\$", " ", TIE.sub(r"<!--\1-->", text), flags=re.DOTALL)
    bare = LINK.sub(" ; ", bare)
    bare = FORMULA.sub(lambda formula: formula[1] if is_a_number(formula[1]) else " ; ", bare)
    end, excused = 0, False
    for found in MEASURED.finditer(bare):
        before, behind = bare[end : found.start()], bare[found.end() :]
        excused = bool(SETTING.search(before)) or (excused and bool(GOES_ON.match(before)))
        end = found.end()
        if not (excused or TIED.match(behind) or re.match(r"\s*of\b", behind)):
            yield found[0].strip()


def is_a_number(formula: str) -> bool:
    """Whether a formula is nothing but a number."""
    return not re.search(r"[A-Za-z\\]", OF_A_NUMBER.sub("", formula))
