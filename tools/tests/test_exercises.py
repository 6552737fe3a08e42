"""Solutions, wrong answers and knobs are put into a lesson, and judged."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from tools.check import exercises, knobs, wrong_answers
from tools.check.job import Execution
from tools.tests.books import RuleTest, book, cell, output


class Exercises(RuleTest):
    """The rules about exercises let the right lesson pass and stop the wrong one."""

    def test_exercises_passed_by_their_default(self):
        notebook = book(cell('Check.that("He").pass("well done")'))
        self.breaks(exercises.is_not_solved_yet, "code cell 1 is passed", notebook, self.execution(output("\u2713 He")))
        self.holds(exercises.is_not_solved_yet, notebook, self.execution(output("\u2026 He: not done yet")))

    def test_solutions_that_do_not_pass(self):
        notebook = book(cell('Check.that("He").pass("well done")'))
        wrong = self.execution(output("\u2717 He: the factor 2 is missing"))
        self.breaks(exercises.is_solved_by_its_solutions, "code cell 1 does not pass", notebook, wrong)
        self.holds(exercises.is_solved_by_its_solutions, notebook, self.execution(output("\u2713 He")))

    def test_solutions_take_the_place_of_the_stubs(self):
        with tempfile.TemporaryDirectory() as folder:
            lesson, answers = Path(folder) / "a.ipynb", Path(folder) / "solutions" / "a.ipynb"
            answers.parent.mkdir()
            stubs = [{**cell(f"stub {id}", tags=("exercise",)), "id": id} for id in "xy"]
            lesson.write_text(json.dumps(book(cell("import a;"), *stubs)))
            answers.write_text(json.dumps(book(*[{**stubs[0], "id": id, "source": f"answer {id}"} for id in "xz"])))
            put_in = exercises.solved(lesson)
            self.assertEqual([c["source"] for c in put_in["cells"]], ["import a;", "answer x", "stub y"])
            complaints = exercises.has_every_solution(put_in, Execution())
            self.assertEqual(complaints, ["the exercise 'y' has no solution", "the solution 'z' has no exercise"])
            answers.unlink()
            alone = exercises.has_every_solution(exercises.solved(lesson), Execution())
            self.assertEqual(alone, [f"the exercise '{id}' has no solution" for id in "xy"])
            lesson.write_text(json.dumps(book(cell())))
            self.assertIsNone(exercises.solved(lesson))

    def test_knobs(self):
        lesson = book({**cell("deep(RELU, 256, 50)"), "id": "a"})
        other, idle = knobs.turned(lesson, {"a": [(r"RELU, \d+", "RELU, 64")]})
        self.assertEqual(other["cells"][0]["source"], "deep(RELU, 64, 50)")
        self.assertEqual((lesson["cells"][0]["source"], idle), ("deep(RELU, 256, 50)", []))
        for cells in (
            {"b": [("RELU", "TANH")]},
            {"a": [("TANH", "RELU")]},
            {"a": [("256", "256")]},
            {"a": [("5", "6")]},
        ):
            other, idle = knobs.turned(lesson, cells)
            self.assertEqual(other["cells"], lesson["cells"])
            self.breaks(
                exercises.has_knobs_that_turn,
                "mend tools/check/knobs.py",
                {**other, "knobs": cells, "idle knobs": idle},
            )
        self.breaks(exercises.has_knobs_that_turn, "has none", {**lesson, "knobs": {}, "idle knobs": []})

    def test_wrong_answers_are_tried_between_the_check_and_the_rest(self):
        stub = {**cell("int a = 3;", tags=("exercise",)), "id": "ex"}
        lesson = book(stub, cell("Check.that(a)"), cell("a"))
        tried = wrong_answers.with_wrong_answers(
            lesson, {"ex": [("int a = 1;", "too small"), ("int a = 9;", "too large")]}
        )
        sources = [c["source"] for c in tried["cells"]]
        wrong = ["int a = 1;", "Check.that(a)", "int a = 9;", "Check.that(a)"]
        self.assertEqual(sources, ["int a = 3;", "Check.that(a)", *wrong, "int a = 3;", "Check.that(a)", "a"])
        said = ["", "\u2713 right", "", "\u2717 it is too small.", "", "\u2717 no.", "", "\u2713 right", ""]
        done = Execution(outputs=[[[output(text)]] for text in said])
        self.assertEqual(exercises.verdicts(tried, done), [(2, True)])
        complaint = exercises.names_the_mistakes(tried, done)
        self.assertEqual(len(complaint), 1)
        self.assertRegex(complaint[0], "'int a = 9;' gets '. no.', where 'too large' is due")
        self.holds(exercises.has_known_wrong_answers, tried)
        self.breaks(exercises.has_known_wrong_answers, "ex: add wrong answers", lesson)

    def test_one_wrong_answer_is_not_enough(self):
        stub = {**cell("int a = 3;", tags=("exercise",)), "id": "ex"}
        lesson = book(stub, cell("Check.that(a)"))
        answers = [("int a = 1;", "too small"), ("int a = 9;", "too large")]
        for known, complaints in {1: ["ex: add wrong answers to tools/check/wrong_answers.py"], 2: []}.items():
            tried = wrong_answers.with_wrong_answers(lesson, {"ex": answers[:known]})
            self.assertEqual(exercises.has_known_wrong_answers(tried, Execution()), complaints)

    def test_a_verdict_is_what_a_check_begins_with(self):
        notebook = book(cell('Check.that("He").pass("well done")'))
        for text, right in {
            "\u2713 He": True,
            "not yet \u2713": False,
            "\u2717 no \u2713": False,
            "\u2026 He": False,
            "": False,
        }.items():
            self.assertEqual(exercises.verdicts(notebook, self.execution(output(text))), [(1, right)], text)
        last = Execution(outputs=[[[output("\u2713 He")], [output("\u2717 He")]]])
        self.assertEqual(exercises.verdicts(notebook, last), [(1, False)])

    def test_only_cells_with_a_check_are_verdicts(self):
        notebook = book(cell("ReCheck.that(1)"), cell("1 + 1"), cell("int a;\nCheck.that(a)"))
        done = Execution(outputs=[[[output("\u2713")]]] * 3)
        self.assertEqual(exercises.verdicts(notebook, done), [(3, True)])

    def test_the_words_that_are_due_have_to_come_in_a_refusal(self):
        known = {"of": "ex", "answer": "1", "due": "too small"}
        for text, right in {"\u2717 it is too small.": True, "\u2717 no.": False, "too small": False}.items():
            complaint = exercises.names_the_mistakes(
                book(wrong_answers.extra("Check.that(a)", known)), self.execution(output(text))
            )
            self.assertEqual(not complaint, right, text)

    def test_which_rules_a_solved_lesson_is_held_to(self):
        solved = {"runs", "has_every_solution", "is_solved_by_its_solutions", "names_the_mistakes"}
        self.assertEqual(
            [rule.__name__ for rule in exercises.RULES_SOLVED],
            [
                "runs",
                "has_every_solution",
                "is_solved_by_its_solutions",
                "names_the_mistakes",
                "has_known_wrong_answers",
            ],
        )
        turned = {"runs", "has_knobs_that_turn", "is_solved_by_its_solutions"}
        self.assertEqual({rule.__name__ for rule in exercises.RULES_WITH_KNOBS}, turned)
        self.assertLess(solved & turned, turned)

    def test_a_wrong_answer_that_passes_is_found(self):
        known = {"of": "ex", "answer": "1", "due": "too small"}
        passed = book(wrong_answers.extra("Check.that(a)", known))
        done = self.execution(output("\u2713 not too small"))
        self.breaks(exercises.names_the_mistakes, "where 'too small' is due", passed, done)
