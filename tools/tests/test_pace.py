"""A notebook says how long it takes."""

from __future__ import annotations

from tools.check.pace import account, minutes, says_an_honest_time
from tools.tests.books import RuleTest, book, cell, output
from tools.tests.test_quotes import words


class Pace(RuleTest):
    """Minutes are counted, and the first cell has to say them."""

    def lesson(self, said: str) -> dict:
        """A lesson of 16 minutes whose first cell says how long it takes."""
        figure = cell("1", output("words", **{"image/png": "AA", "text/html": "<table>"}))
        table = cell('Predict.choice("a"); Predict.number("b")', output("1", **{"text/html": "<div><table>"}))
        task = cell("int a;", tags=("exercise",))
        told = words(said)
        return book(told, figure, table, task, words("word " * (1200 - len(said.split())) + "<!--= not.counted -->"))

    def test_what_counts(self):
        said = "1200 words, 3 code cells, 1 figures, 1 tables, 2 predictions, 1 exercises: 16 minutes"
        self.assertEqual(account(self.lesson("# A")), said)
        self.assertEqual(minutes(self.lesson("# A")), 6 + 1.5 + 1 + 0.5 + 2 + 5)

    def test_the_first_cell_says_it_in_fives(self):
        self.holds(says_an_honest_time, self.lesson("It takes about 15 minutes."))
        for said, told in {
            "It takes about 20 minutes.": "about 15 minutes' and says 'about 20 minutes'",
            "It takes about 10 minutes.": "about 15 minutes' and says 'about 10 minutes'",
            "It takes 15 minutes.": "and says nothing: 1200 words",
        }.items():
            self.breaks(says_an_honest_time, told, self.lesson(said))
        self.breaks(says_an_honest_time, "about 5 minutes' and says nothing", book())
        self.breaks(says_an_honest_time, "about 5", book(words("# A"), words("about 5 minutes")))
