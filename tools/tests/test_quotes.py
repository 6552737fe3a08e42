"""Prose is tied to what was measured by comments that no page shows."""

from __future__ import annotations

from tools.check.job import Execution
from tools.check.quotes import all_at_once, quotes_in, quotes_of, quotes_what_was_measured
from tools.tests.books import RuleTest, book, cell


def words(source: str, name: str = "text-01") -> dict:
    """A markdown cell."""
    return {"cell_type": "markdown", "id": name, "source": source, "metadata": {}}


class Quotes(RuleTest):
    """Which number a comment ties, and what is wrong with it."""

    def judged(self, source: str, *answers: str) -> list[str]:
        """What the rule says of one cell, where the kernel answers so."""
        return quotes_what_was_measured(book(words(source)), Execution(answers=list(answers)))

    def test_a_number_and_a_fact(self):
        source = "He's median is 0.65<!--= seen.median(\"He\") -->. LSUV's is less.<!--? a < b -->"
        number, fact = quotes_in(source, "text-01")
        self.assertEqual((number.expression, number.number.value), ('seen.median("He")', 0.65))
        self.assertEqual((fact.expression, fact.is_fact, fact.sentence), ("a < b", True, "LSUV's is less."))
        self.assertEqual(self.judged(source, "0.6512", "true"), [])

    def test_what_is_off_is_told_with_its_sentence_and_what_would_do(self):
        said = self.judged("First. He's median is about 0.65<!--= x -->, says one.", "1.03")
        due = "text-01: 'He's median is about 0.65': quoted 0.65, measured 1.03, allowed 0.4875 to 0.8125"
        self.assertEqual(said, [due])
        self.assertRegex(self.judged("A fact<!--? a < b -->", "false")[0], "'A fact': a < b is false")

    def test_what_the_kernel_cannot_answer_is_named(self):
        self.assertRegex(self.judged("0.65<!--= x.y() -->", "cannot find symbol")[0], r"x.y\(\) fails: cannot find")
        self.assertRegex(self.judged("A fact<!--? x -->", "no")[0], "x fails: no")
        self.assertRegex(self.judged("A fact<!--? x -->", "0.65")[0], "x fails: 0.65")
        self.assertRegex(self.judged("0.65<!--= x -->", "NaN")[0], "measured nan")

    def test_every_number_has_its_own_tie(self):
        self.assertEqual(self.judged("0.15<!--= a --> to 2.9<!--= b -->", "0.154", "2.94"), [])
        self.assertEqual(self.judged("0.15<!--= a -->\u20132.9<!--= b -->", "0.154", "2.94"), [])
        self.assertEqual(self.judged("both 0.15<!--= a --><!--= b -->", "0.154", "0.149"), [])
        self.assertEqual(len(self.judged("both 0.15<!--= a --><!--= b -->", "0.3", "0.4")), 2)

    def test_behind_a_formula_and_not_in_it(self):
        self.assertEqual(self.judged("$10^{36}$<!--= a --> and **$0.5$**<!--= b -->", "2e36", "0.5"), [])
        self.assertEqual(self.judged("$$x = 0.5$$<!--= b -->", "0.5"), [])
        self.assertEqual(self.judged("costs \\$5 and 0.5<!--= b -->", "0.5"), [])
        for source in ("$10^{36}<!--= a -->$", "$$x = 0.5<!--= b -->$$"):
            self.assertRegex(self.judged(source, "0.5")[0], "inside a formula")

    def test_a_comment_behind_no_number(self):
        for source in ("460 steps<!--= a -->", "three<!--= a -->", "`0.65`<!--= a -->"):
            self.assertRegex(self.judged(source, "460")[0], "no number stands right before")

    def test_what_is_no_tie(self):
        for source in ("`0.65<!--= x -->`", "```\n0.65<!--= x -->\n```", "0.65<!-- a note -->", "0.65"):
            self.assertEqual(quotes_in(source, "a"), [], source)
        self.assertEqual(quotes_of(book(cell("0.65<!--= x -->"))), [], "code is not prose")
        self.assertEqual(len(quotes_of(book(words("1<!--= x -->"), cell(), words("2<!-- ? y -->", "b")))), 2)

    def test_quotes_are_not_known_where_the_kernel_was_not_asked(self):
        self.assertRegex(self.judged("1<!--= a --> 2<!--= b -->", "1")[0], "not known for 2 quotes")
        self.assertEqual(self.judged("Words."), [])

    def test_a_lambda_is_part_of_an_expression(self):
        self.assertEqual(quotes_in("7<!--= count(s -> s > 3) -->", "a")[0].expression, "count(s -> s > 3)")

    def test_java_that_gives_every_answer_in_a_line(self):
        java = all_at_once(quotes_in("1<!--= a --> and b<!--? b -->", "a"))
        self.assertEqual(java, '"" + "\\n" + (double) (a) + "\\n" + (b)')
