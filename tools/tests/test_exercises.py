"""Solutions and knobs are put into a lesson, and judged."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from tools.check import exercises, knobs
from tools.check.job import Execution
from tools.tests.books import RuleTest, book, cell, output


class Exercises(RuleTest):
    """The rules about exercises let the right lesson pass and stop the wrong one."""

    def test_exercises_passed_by_their_default(self):
        notebook = book(cell('Check.exercise("04-he", mine)'))
        self.breaks(exercises.is_not_solved_yet, "code cell 1 is passed", notebook, self.execution(output("\u2713 He")))
        self.holds(exercises.is_not_solved_yet, notebook, self.execution(output("\u2026 Exercise 04-he")))

    def test_solutions_that_do_not_pass(self):
        notebook = book(cell('Check.exercise("04-he", mine)'))
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

    def test_a_verdict_is_what_a_check_begins_with(self):
        notebook = book(cell('Check.exercise("04-he", mine)'))
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
        notebook = book(cell("ReCheck.exercise(1)"), cell("1 + 1"), cell("int a;\nCheck.exercise(a)"))
        done = Execution(outputs=[[[output("\u2713")]]] * 3)
        self.assertEqual(exercises.verdicts(notebook, done), [(3, True)])

    def test_which_rules_a_solved_lesson_is_held_to(self):
        solved = {rule.__name__ for rule in exercises.RULES_SOLVED}
        self.assertEqual(solved, {"runs", "has_every_solution", "is_solved_by_its_solutions"})
        turned = {"runs", "has_knobs_that_turn", "is_solved_by_its_solutions"}
        self.assertEqual({rule.__name__ for rule in exercises.RULES_WITH_KNOBS}, turned)
        self.assertLess(solved & turned, turned)
