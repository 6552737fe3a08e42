"""Quotes: what prose says in numbers, tied to what was measured.

Right behind a number stands a comment with the Java expression that gives it, `0.65<!--= seen.median("He") -->`; behind
a sentence that claims an order or a fact stands one that has to be true, `<!--? seen.band("LSUV") < 2 -->`. Both are
evaluated in the kernel when every cell has run. numbers.py says which values a quoted number allows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tools.check.job import Execution
from tools.check.numbers import Number, last_number

TIE = re.compile(r"<!--\s*([=?])(.*?)-->", re.DOTALL)
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


@dataclass(frozen=True)
class Quote:
    """One comment that ties prose to what was measured."""

    cell: str
    sentence: str
    expression: str
    number: Number | None  # none for a fact, and where no number stands before the comment
    is_fact: bool = False
    inside: bool = False  # inside a formula, where a comment would be shown

    @property
    def java(self) -> str:
        """The expression whose text is the answer."""
        return f"({self.expression})" if self.is_fact else f"(double) ({self.expression})"

    def wrong(self, answer: str) -> str:
        """What is wrong, given what the kernel answered; nothing if all is well."""
        if self.inside:
            return "the comment stands inside a formula, which would show it: put it behind the closing $"
        if not self.is_fact and self.number is None:
            return "no number stands right before the comment: put the comment behind the number that it gives"
        if self.is_fact:
            return "" if answer == "true" else self.not_answered(answer, "false")
        measured = number_in(answer)
        if measured is None:
            return self.not_answered(answer, "")
        if self.number.fits(measured):
            return ""
        return f"quoted {self.number.value:.6g}, measured {measured:.6g}, allowed {self.number.allowed()}"

    def not_answered(self, answer: str, expected: str) -> str:
        """What is wrong where no number, or not the truth, was answered."""
        return f"{self.expression} is {answer}" if answer == expected else f"{self.expression} fails: {answer}"


def number_in(answer: str) -> float | None:
    """The number that the kernel answered, or none."""
    try:
        return float(answer)
    except ValueError:
        return None


def without_code(source: str) -> str:
    """The text with blanks in place of what is set as code, where a comment is no tie."""
    return CODE.sub(lambda code: " " * len(code[0]), source)


def quotes_of(book: dict) -> list[Quote]:
    """Every tie of a notebook, in order."""
    words = [(n, cell) for n, cell in enumerate(book["cells"]) if cell["cell_type"] == "markdown"]
    return [quote for n, cell in words for quote in quotes_in(cell["source"], cell.get("id", f"cell {n}"))]


def quotes_in(source: str, name: str) -> list[Quote]:
    """Every tie of a markdown cell."""
    text = without_code(source)
    return [quote_at(tie, source[: tie.start()], text[: tie.start()], name) for tie in TIE.finditer(text)]


def quote_at(tie: re.Match, source: str, text: str, name: str) -> Quote:
    """One tie, from the cell's text before it, as it is written and without what is set as code."""
    is_fact, before = tie[1] == "?", TIE.sub("", text)
    number = None if is_fact else last_number(before)
    sentence = re.split(r"(?<=[.!?])\s+|\n\n", TIE.sub("", source).rstrip())[-1].strip()
    return Quote(name, " ".join(sentence.split())[-120:], tie[2].strip(), number, is_fact, is_inside_formula(before))


def is_inside_formula(before: str) -> bool:
    """Whether a formula is still open at the end of a text."""
    text = before.replace("\\$", "")
    return text.count("$$") % 2 == 1 or text.replace("$$", "").count("$") % 2 == 1


def all_at_once(quotes: list[Quote]) -> str:
    """Java that gives every answer, one a line."""
    return ' + "\\n" + '.join(['""'] + [quote.java for quote in quotes])


def quotes_what_was_measured(book: dict, done: Execution) -> list[str]:
    """Every number that prose quotes is what was measured."""
    quotes = quotes_of(book)
    if len(done.answers) != len(quotes):
        return [f"not known for {len(quotes)} quotes: the notebook did not run to its end"]
    said = [(quote, quote.wrong(answer)) for quote, answer in zip(quotes, done.answers)]
    return [f"{quote.cell}: '{quote.sentence}': {wrong}" for quote, wrong in said if wrong]
