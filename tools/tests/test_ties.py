"""What a reader is told to see is tied to what was measured."""

from __future__ import annotations

from tools.check.ties import loose, ties_what_one_should_see
from tools.tests.books import RuleTest, book, cell
from tools.tests.test_quotes import words

SEE = "**What you should see.** "
TWO = "0.65<!--= a --> and 7<!--= b -->. "
EXCUSED = (
    "`0.5` and ```0.5```",
    "$$x = 0.5$$",
    "the formula $n\\,\\mathrm{Var}(W) = 0.25$",
    "the middle 90 % of nets, the middle 90 %, and 86 % of them",
    "the 5-95 % band, or 5\u201395 %",
    "std 0.5, gain 1.41, a rate of 3 at rates 0.01, 0.03 and 0.1, or slope -0.5",
    "theory: 0.653, and theory 0.7; theory's 0.65, theory says 0.65",
    "[He](https://arxiv.org/abs/1502.01852), and https://arxiv.org/abs/1502.01852",
    "PyTorch 2.9 and Keras 3.12",
    "50 layers of 128, 30 seeds, 3 to 4",
    "tied by a fact: 0.5<!--? a < b -->",
)
LOOSE = {
    "it is 0.65 here": ["0.65"],
    "it is 86 % here": ["86 %"],
    "it is $10^{-15}$ here": ["10^{-15}"],
    "it is $3 \\cdot 10^{-8}$": ["3 \\cdot 10^{-8}"],
    "it is $\\approx -0.5$": ["-0.5"],
    "0.15<!--= a --> to 2.9": ["2.9"],
    "0.15 to 2.9<!--= a -->": ["0.15"],
    "rate 0.01 gives 0.5": ["0.5"],
    "by theory, it is 0.5 ([0.6](a.md))": ["0.5", "0.6"],
    "0.65 <!-- a note 0.3 -->": ["0.65", "0.3"],
    "0.65 times<!--= a -->": ["0.65"],
}


class Ties(RuleTest):
    """Cells that say what one should see."""

    def test_a_cell_with_two_ties(self):
        self.holds(ties_what_one_should_see, book(words(SEE + TWO)))
        self.holds(ties_what_one_should_see, book(words(SEE + "A<!--? a --> and b<!--? b -->.")))
        self.breaks(ties_what_one_should_see, "text-01 has 1 ties, 2 are due", book(words(SEE + "7<!--= b -->.")))
        self.breaks(ties_what_one_should_see, "has 0 ties", book(words("\n" + SEE + "`7<!--= b --><!--= b -->`")))

    def test_other_cells_are_not_asked(self):
        self.holds(ties_what_one_should_see, book(words("It is 0.65."), cell(SEE)))

    def test_what_is_excused(self):
        for text in EXCUSED:
            self.holds(ties_what_one_should_see, book(words(SEE + TWO + text)))

    def test_what_is_not(self):
        for text, due in LOOSE.items():
            self.assertEqual(list(loose(text)), due, text)
        self.breaks(ties_what_one_should_see, "text-01: '0.5' is not tied", book(words(SEE + TWO + "And 0.5.")))
