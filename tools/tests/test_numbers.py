"""Numbers as prose writes them are read, and say how exact they are."""

from __future__ import annotations

import math
import unittest

from tools.check.numbers import Number, last_number

FORMS = {  # value, unit, whether it is a bare power of ten
    "is 0.65": (0.65, 0.01, False),
    "is **0.65**": (0.65, 0.01, False),
    "is $0.650$": (0.65, 0.001, False),
    "9,500": (9500, 100, False),
    "$9{,}500$": (9500, 100, False),
    "$9\\,500$": (9500, 100, False),
    "1,234,000": (1234000, 1000, False),
    "100": (100, 100, False),
    "460": (460, 10, False),
    "97": (97, 1, False),
    "90": (90, 1, False),
    "0": (0, 1, False),
    "86 %": (0.86, 0.01, False),
    "86%": (0.86, 0.01, False),
    "86 percent": (0.86, 0.01, False),
    "$86\\,\\%$": (0.86, 0.01, False),
    "$0.4\\%$": (0.004, 0.001, False),
    "$10^{-15}$": (1e-15, 0.7, True),
    "10^5": (1e5, 0.7, True),
    "$10^{\u22123}$": (1e-3, 0.7, True),
    "$3 \\cdot 10^{-8}$": (3e-8, 1e-8, False),
    "$1.25 \\times 10^{6}$": (1.25e6, 1e4, False),
    "2.5 \u00b7 10^4": (25000, 1000, False),
    "$-2 \\cdot 10^{3}$": (-2000, 1000, False),
    "1e-5": (1e-5, 1e-5, False),
    "4.0e15": (4e15, 1e14, False),
    "-1.7": (-1.7, 0.1, False),
    "$-1.7$": (-1.7, 0.1, False),
    "is \u22120.3": (-0.3, 0.1, False),
    "(-3": (-3, 1, False),
    "5-95": (95, 1, False),
    "ResNet-50": (50, 1, False),
    "5\u201395": (95, 1, False),
    "0.15\u20132.9": (2.9, 0.1, False),
    "between 0.15 and 2.9": (2.9, 0.1, False),
    "0.15 to 2.9": (2.9, 0.1, False),
    "$\\sigma_2 = 0.5$": (0.5, 0.1, False),
}


class Forms(unittest.TestCase):
    """What a number is worth."""

    def test_every_form(self):
        for text, (value, unit, bare) in FORMS.items():
            found = last_number(text)
            self.assertIsNotNone(found, text)
            self.assertTrue(math.isclose(found.value, value), f"{text}: {found}")
            self.assertTrue(math.isclose(found.unit, unit), f"{text}: {found}")
            self.assertEqual(found.bare, bare, text)

    def test_a_text_that_ends_otherwise_has_no_number_there(self):
        for text in ("", "He", "12 layers", "0.65 (", "three", "10^{-15} times", "0.65."):
            self.assertIsNone(last_number(text), text)


class HowExact(unittest.TestCase):
    """Which values a number allows."""

    def bounds(self, text: str, inside: list[float], outside: list[float]) -> None:
        """Some values fit what a text says, and others do not."""
        found = last_number(text)
        for value in inside:
            self.assertTrue(found.fits(value), f"{text} with {value}: {found.allowed()}")
        for value in [*outside, math.nan]:
            self.assertFalse(found.fits(value), f"{text} with {value}: {found.allowed()}")

    def test_one_unit_of_the_last_digit(self):
        self.bounds("0.65", [0.64, 0.66], [0.6399, 0.6601, math.inf])
        self.bounds("9,500", [9400, 9600], [9399, 9601])
        self.bounds("-1.7", [-1.8, -1.6], [1.7, -1.9])
        self.bounds("86 %", [0.85, 0.87], [0.84, 86])
        self.bounds("$3 \\cdot 10^{-8}$", [2e-8, 4e-8], [1.9e-8, 4.1e-8])
        self.bounds("about as exact as 0.65", [0.64], [0.63])

    def test_a_bare_power_of_ten(self):
        self.bounds("$10^{-15}$", [1e-15 * 10**0.69, 1e-15 / 10**0.69], [1e-15 * 10**0.71, 1e-15 / 10**0.71, 0, -1e-15])
        self.bounds("about $10^{-15}$", [1e-14, 1e-16], [1.1e-14, 0.9e-16])

    def test_about(self):
        for word in ("about", "Roughly", "around", "nearly", "almost", "some"):
            self.bounds(f"{word} 8.0", [6, 10], [5.9, 10.1])
        self.bounds("about **3**", [1, 5], [0.9, 5.1])
        self.bounds("about a factor of $20$", [15, 25], [14.9])
        self.bounds("about\n0.65", [0.5], [0.48])
        self.bounds("about -8.0", [-10, -6], [-5.9, 6])

    def test_above_and_below(self):
        for word in ("more than", "over", "above", "beyond"):
            self.bounds(f"{word} 10", [10.01, math.inf], [10, 9])
        for word in ("less than", "below", "under", "fewer than"):
            self.bounds(f"{word} 10", [9.99, -math.inf], [10, 11])
        self.bounds("at least 10", [10, 11], [9.99])
        self.bounds("no less than 10", [10, 11], [9.99])
        self.bounds("at most 10", [10, 9], [10.01])
        self.bounds("no more than a factor 10", [10, 9], [10.01])
        self.bounds("More  than $10^{3}$", [1001], [999])

    def test_words_further_away_do_not_count(self):
        self.bounds("about half of the 0.65", [0.64], [0.7])
        self.bounds("more than a rate of 0.65", [0.65], [0.7])
        self.bounds("roundabout 0.65", [0.64], [0.7])

    def test_the_spread_of_what_was_measured(self):
        number = Number(0.65, 0.01, words="about")
        self.assertFalse(number.misses(0.66, 0.9))
        self.assertTrue(number.misses(0.67, 0.9))
        self.assertTrue(number.misses(0.1, 0.63))
        self.assertTrue(Number(1e-5, 0.7, True).misses(1e-4, 1e-3))
        self.assertFalse(Number(1e-5, 0.7, True).misses(4e-5, 1e-3))
        self.assertFalse(Number(10, 1, words="more than").misses(20, 30), "a bound may lie anywhere")

    def test_what_is_allowed_in_words(self):
        self.assertEqual(Number(0.65, 0.01).allowed(), "0.64 to 0.66")
        self.assertEqual(Number(10, 1, words="more than").allowed(), "more than 10")
