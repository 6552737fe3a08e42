"""A number as prose writes it: its value, its unit, and the words before it that say how exact it is.

Forms: 0.65   9,500   -1.7   86 %   $10^{-15}$   $3 \\cdot 10^{-8}$   1e-5. One unit of the last digit is forgiven; the
zeros at the end of a whole number of 100 or more are no digits, and a bare power of ten forgives 0.7 decades.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

ABOUT = "about|roughly|around|nearly|almost|some"
ABOVE = "more than|over|above|at least|beyond|no less than|not less than"
BELOW = "less than|below|under|at most|fewer than|no more than|not more than"
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
SIGN = r"(?:(?<![\w.,)}])[-\u2212])?"  # behind a digit it joins two numbers: 5-95
TIMES = r"\s*(?:\\cdot|\\times|\u00b7|\u00d7)\s*"
POWER = rf"(?:(?P<front>{SIGN}{DIGITS}){TIMES})?10\^\{{?(?P<power>[-\u2212+]?\d+)\}}?"
PLAIN = rf"(?P<plain>{SIGN}{DIGITS}(?:[eE][-+]?\d+)?)"
NUMBER = rf"(?<![\d.])(?:{POWER}|{PLAIN})"
PERCENT = r"\s*(?:\\,\s*)?(?:\\?%|percent\b)"
BEHIND = r"[\s$*]*"  # what may stand between a number and what ties it
AT_THE_END = re.compile(rf"{NUMBER}(?P<percent>{PERCENT})?{BEHIND}$")
HOW_EXACT = re.compile(rf"\b({BELOW}|{ABOVE}|{ABOUT})\s+(?:(?:an?\s+)?factor\s+(?:of\s+)?)?[$*(\s]*$", re.IGNORECASE)
SLACK = 1 + 1e-9  # for sums that binary numbers do not hold


@dataclass(frozen=True)
class Number:
    """A number that prose quotes: its value, how much one unit of its last digit is, and the words before it."""

    value: float
    unit: float  # decades, for a bare power of ten
    bare: bool = False
    words: str = ""

    @property
    def is_bound(self) -> bool:
        """Whether the words before it say that what was measured lies above, or below."""
        return self.words != "" and not is_one_of(self.words, ABOUT)

    def fits(self, measured: float) -> bool:
        """Whether a measured value may be quoted like this; what is not a number may not."""
        if self.words in ("at least", "no less than", "not less than"):
            return measured >= self.value
        if self.words in ("at most", "no more than", "not more than"):
            return measured <= self.value
        if self.is_bound:
            return measured > self.value if is_one_of(self.words, ABOVE) else measured < self.value
        low, high = self.limits()
        return low <= measured <= high

    def limits(self) -> tuple[float, float]:
        """Between which values one may have measured what is quoted without a word that says above or below."""
        if self.bare:
            room = 10 ** ((1.0 if self.words else self.unit) * SLACK)
            return self.value / room, self.value * room
        room = max(abs(self.value) / 4, 2 * self.unit) if self.words else self.unit
        return self.value - room * SLACK, self.value + room * SLACK

    def misses(self, low: float, high: float) -> bool:
        """Whether it lies outside what was measured by more than its unit; a bound may lie anywhere."""
        if self.is_bound:
            return False
        alone = Number(self.value, self.unit, self.bare).limits()
        return not (alone[0] <= high and alone[1] >= low)

    def allowed(self) -> str:
        """In words, what fits."""
        if self.is_bound:
            return f"{self.words} {self.value:.6g}"
        low, high = self.limits()
        return f"{low:.5g} to {high:.5g}"


def is_one_of(words: str, pattern: str) -> bool:
    """Whether words are one of a pattern's."""
    return words in pattern.split("|")


def last_number(text: str) -> Number | None:
    """The number with which a text ends, but for a dollar sign, asterisks and blanks; None if it ends otherwise."""
    text = re.sub(r"(?<=\d)(?:\{,\}|\\,)(?=\d{3})", ",", text)
    found = AT_THE_END.search(text)
    return number_of(found, text[: found.start()]) if found else None


def number_of(found: re.Match, before: str) -> Number:
    """What was found, as a number; the text before it says how exact it is."""
    exact = HOW_EXACT.search(re.sub(r"\s+", " ", before))
    words = exact[1].lower() if exact else ""
    power = int(plain(found["power"])) if found["power"] else 0
    if found["power"] and not found["front"]:
        return Number(float(f"1e{power}"), 0.7, True, words)
    digits, _, exponent = plain(found["front"] or found["plain"]).lower().partition("e")
    shift = power + int(exponent or 0) - (2 if found["percent"] else 0)
    return Number(float(f"{digits}e{shift}"), float(f"1e{last_place(digits) + shift}"), False, words)


def plain(text: str) -> str:
    """Digits as a program writes them."""
    return text.replace(",", "").replace("\u2212", "-")


def last_place(digits: str) -> int:
    """The power of ten of the last digit that counts."""
    whole, point, fraction = digits.partition(".")
    if point:
        return -len(fraction)
    zeros = len(whole) - len(whole.rstrip("0"))
    return zeros if not math.isclose(float(whole), 0) and abs(float(whole)) >= 100 else 0
