"""Quotes, predictions and verdicts are judged over blocks of seeds."""

from __future__ import annotations

import unittest

from tools.check.quotes import quotes_in
from tools.check.spread import Block, Finding, findings


class Spread(unittest.TestCase):
    """What is luck, and what is not."""

    def found(self, source: str, *answers: list[str], records: tuple[list[str], ...] = ()) -> list[Finding]:
        """What is found about prose with these answers in the blocks, and these records; the run itself left out."""
        records = records or ([],) * len(answers)
        blocks = [Block(1000 * n, "", said, record) for n, (said, record) in enumerate(zip(answers, records))]
        runs, *rest = findings(quotes_in(source, "text-01"), blocks)
        self.assertEqual(runs.wrong, [])
        return rest

    def recorded(self, *lines: str) -> Finding:
        """What is found about one line of the record in each block."""
        [one] = self.found("", *[[]] * len(lines), records=tuple([line] if line else [] for line in lines))
        return one

    def test_a_quote_that_is_right_everywhere(self):
        [one] = self.found("is 0.65<!--= a -->", ["0.645"], ["0.66"], ["0.65"])
        self.assertEqual((one.wrong, one.spread), ([], "min 0.645, median 0.65, max 0.66"))
        self.assertEqual(one.lines(), ["  ok   text-01 'is 0.65': min 0.645, median 0.65, max 0.66"])

    def test_a_quote_that_is_wrong_in_one_block(self):
        [one] = self.found("is 0.65<!--= a -->", ["0.65"], ["0.71"])
        self.assertEqual(one.wrong, ["seeds from 1000: quoted 0.65, measured 0.71, allowed 0.64 to 0.66"])
        self.assertEqual(one.lines()[0][:6], "  FAIL")

    def test_a_quote_outside_the_spread(self):
        above = [["0.75"]] * 7
        [one] = self.found("about 0.65<!--= a -->", ["0.70"], *above)
        self.assertEqual(one.wrong, ["0.65 lies outside the spread 0.7 to 0.75"])
        [one] = self.found("about 0.65<!--= a -->", ["0.60"], *above)
        self.assertEqual(one.wrong, [])
        [one] = self.found("more than 0.65<!--= a -->", *[["7"]] * 8)
        self.assertEqual(one.wrong, [])

    def test_a_few_blocks_have_no_spread(self):
        [one] = self.found("about 0.65<!--= a -->", *[["0.70"]] * 7)
        self.assertEqual(one.wrong, [])

    def test_a_fact_that_is_false_somewhere(self):
        [one] = self.found("a fact<!--? a -->", ["true"], ["false"], ["true"])
        self.assertEqual((one.wrong, one.spread), (["seeds from 1000: a is false"], "true in 2 of 3 blocks"))

    def test_an_expression_that_gives_nothing(self):
        [one] = self.found("is 0.65<!--= a -->", ["oops"], ["0.65"])
        self.assertEqual(one.wrong, ["seeds from 0: a fails: oops"])
        [one] = self.found("is 0.65<!--= a -->", ["oops"], ["oops"])
        self.assertEqual((one.spread, len(one.wrong)), ("no value", 2))
        [one] = self.found("three<!--= a -->", ["3"], ["3"])
        self.assertEqual(len(one.wrong), 2)

    def test_predictions_that_are_numbers(self):
        self.assertEqual(self.recorded("prediction a number 1.0", "prediction a number 3.0").wrong, [])
        moved = self.recorded("prediction a number 1.0", "prediction a number 3.1")
        self.assertEqual((moved.what, len(moved.wrong)), ("prediction a", 1))
        for one, other, due in ((0, 0, 0), (0, 1, 1), (-1, 1, 1), (-1, -3, 0), (-1, -4, 1), ("inf", "inf", 0)):
            lines = [f"prediction a number {value}" for value in (one, other)]
            self.assertEqual(len(self.recorded(*lines).wrong), due, lines)
        self.assertEqual(len(self.recorded("prediction a number nan", "prediction a number 1").wrong), 1)

    def test_choices_and_verdicts(self):
        self.assertEqual(self.recorded("prediction a choice it grows", "prediction a choice it grows").wrong, [])
        flips = self.recorded("claim C1 holds", "claim C1 fails in range", "claim C1 holds")
        self.assertEqual(flips.wrong, ["seeds from 1000: 'fails in range', not 'holds'"])
        self.assertEqual(self.recorded("claim C1 holds", "").wrong, ["seeds from 1000: 'nothing', not 'holds'"])
        self.assertEqual(len(self.recorded("prediction a number 1", "").wrong), 1)

    def test_a_block_in_which_a_cell_fails(self):
        blocks = [Block(0, "", ["1"], []), Block(1000, "code cell 2 fails", [], [])]
        runs, one = findings(quotes_in("1<!--= a -->", "a"), blocks)
        self.assertEqual((runs.spread, runs.wrong), ("1 of 2 blocks", ["seeds from 1000: code cell 2 fails"]))
        self.assertEqual(one.wrong, [])
        self.assertEqual(len(list(findings(quotes_in("1<!--= a -->", "a"), blocks[1:]))), 1)
