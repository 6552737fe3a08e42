"""How a lesson calls checks and claims, and what is saved of its questions."""

from __future__ import annotations

from pathlib import Path

from tools.check.calls import checks_by_id, keeps_claims_to_the_end, saves_no_open_question
from tools.tests.books import RuleTest, book, cell, output


class Calls(RuleTest):
    """The rules about calls let the right lesson pass and stop the wrong one."""

    def lesson(self, check: str) -> dict:
        """A lesson with one exercise and one check."""
        stub = {**cell("double factor = 0;", tags=("exercise",)), "id": "exercise-factor"}
        return {**book(stub, cell(check)), "path": Path("notebooks/02-too-small-too-large.ipynb")}

    def test_a_check_by_its_id(self):
        for answer in ("factor", "this::factor", "(n, v) -> factor(n, v)", "a, b"):
            self.holds(checks_by_id, self.lesson(f'Check.exercise("02-factor", {answer})'))
        self.holds(checks_by_id, self.lesson('Check.exercise("02-factor",\n    factor);\n'))
        self.holds(checks_by_id, self.lesson("Checks.that(1)"))

    def test_more_than_a_check_gives_the_answer_away(self):
        for check in (
            'Check.that("factor").near(0.5)',
            'Check.exercise("02-factor", factor).near(0.5)',
            'var a = 0.5; Check.exercise("02-factor", a)',
            'Check.exercise("02-factor", factor); int b = 3;',
            'Check.exercise("02-factor")',
            'Check.exercise("factor", factor)',
        ):
            self.breaks(checks_by_id, "code cell 2 holds more, or less", self.lesson(check))

    def test_a_check_of_another_exercise(self):
        self.breaks(checks_by_id, "of notebook 03", self.lesson('Check.exercise("03-factor", factor)'))
        self.breaks(checks_by_id, "no cell 'exercise-limit' is tagged", self.lesson('Check.exercise("02-limit", f)'))

    def test_claims(self):
        flow, table = cell('Lesson.claim("C10")'), cell("Lesson.claims()")
        self.holds(keeps_claims_to_the_end, book(flow, flow, table))
        self.holds(keeps_claims_to_the_end, book())
        self.breaks(keeps_claims_to_the_end, "3 claims stand in the flow, at most 2", book(flow, flow, flow))
        self.breaks(keeps_claims_to_the_end, "called 2 times", book(table, table))

    def test_open_questions(self):
        for text in ("\u2026 factor: not done yet", "Not answered."):
            self.breaks(saves_no_open_question, "^code cell 2 is saved", book(cell(), cell("1", output(text))))
        self.breaks(
            saves_no_open_question, "not answered", book(cell("1", output("", **{"text/html": "not answered"})))
        )
        self.holds(saves_no_open_question, book(cell("1", output("answered"))))
