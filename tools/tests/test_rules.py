"""Every rule lets the right notebook pass and stops the wrong one."""

from __future__ import annotations

from tools.check import rules
from tools.check.job import Execution
from tools.tests.books import RuleTest, book, cell, output


class HouseRules(RuleTest):
    """Every rule lets the right notebook pass and stops the wrong one."""

    def test_a_cell_that_changes_its_answer(self):
        rule, done = rules.says_the_same_twice, self.execution(output("a 1"), output("a 2"))
        self.breaks(rule, "code cell 1: 'text/plain: a 1' became 'text/plain: a 2'", book(cell()), done)
        self.holds(rule, book(cell(tags=("volatile",))), done)
        self.holds(rule, book(cell()), self.execution(output("a"), output("a")))

    def test_saved_outputs_that_are_not_the_fresh_ones(self):
        rule, done = rules.says_what_is_saved, self.execution(output("0.30"))
        self.breaks(rule, "'text/plain: 0.3' became 'text/plain: 0.30'", book(cell("1", output("0.3"))), done)
        self.breaks(rule, "(nothing)", book(cell("1")), done)
        self.holds(rule, book(cell("1", output("0.30"))), done)
        self.holds(rule, book(cell("1", output("0.3"), tags=("volatile",))), done)

    def test_a_difference_late_in_a_long_line_is_shown(self):
        long = "<td>same</td>" * 20
        saved = {"text/html": f"{long}0.5", "text/plain": "t"}
        done = self.execution({**output("t"), "data": {"text/plain": "t", "text/html": f"{long}0,5"}})
        book_of_it = book(cell("1", {**output("t"), "data": saved}))
        self.breaks(rules.says_what_is_saved, "same</td>0.5' became '.*same</td>0,5'", book_of_it, done)

    def test_html_counts(self):
        done = self.execution(output("t", **{"text/html": "<b>2</b>"}))
        self.breaks(
            rules.says_what_is_saved, "<b>1</b>", book(cell("1", output("t", **{"text/html": "<b>1</b>"}))), done
        )

    def test_figures_are_compared_by_their_words(self):
        done = self.execution(output("He: 0.28", **{"image/png": "AAAA"}))
        self.holds(rules.says_what_is_saved, book(cell("1", output("He: 0.28", **{"image/png": "BBBB"}))), done)
        moving = "application/vnd.vegalite.v5+json"
        done = self.execution(output("He: 0.28", **{moving: {"height": 1}}))
        self.holds(rules.says_what_is_saved, book(cell("1", output("He: 0.28", **{moving: {"height": 2}}))), done)
        self.breaks(rules.says_what_is_saved, "0.29", book(cell("1", output("He: 0.29", **{moving: {}}))), done)
        done = self.execution(output("He: 0.28", **{"image/png": "AAAA"}))
        self.breaks(
            rules.says_what_is_saved, "0.29", book(cell("1", output("He: 0.29", **{"image/png": "AAAA"}))), done
        )
        self.breaks(rules.says_what_is_saved, "image/png", book(cell("1", output("He: 0.28"))), done)

    def test_cells_that_did_not_run_are_not_taken_as_agreeing(self):
        self.breaks(rules.says_what_is_saved, "did not run", book(cell(), cell()), self.execution(output("1")))

    def test_memory(self):
        self.breaks(rules.stays_small, "1200 MB", book(), Execution(memory=1200 * 2**20))
        self.breaks(rules.stays_small, "not known", book(), Execution())
        self.holds(rules.stays_small, book(), Execution(memory=300 * 2**20))

    def test_memory_counts_to_the_megabyte(self):
        self.holds(rules.stays_small, book(), Execution(memory=700 * 2**20))
        self.breaks(rules.stays_small, "took 700 MB, the limit is 700 MB", book(), Execution(memory=700 * 2**20 + 1))

    def test_no_tag_but_volatile_excepts_a_cell(self):
        for tag in ("exercise", "quiet", "raises-exception", "volatile-not"):
            changes = self.execution(output("a"), output("b"))
            self.breaks(rules.says_the_same_twice, "code cell 1", book(cell(tags=(tag,))), changes)
            saved = book(cell("1", output("saved"), tags=(tag,)))
            self.breaks(rules.says_what_is_saved, "code cell 1", saved, changes)
            fleeting = book(cell("1", output("at 10:11:12"), tags=(tag,)))
            self.breaks(rules.prints_nothing_fleeting, "code cell 1", fleeting)
            error = {"output_type": "error", "ename": "Oops", "evalue": "", "traceback": []}
            if tag != "raises-exception":
                self.breaks(rules.shows_no_error, "code cell 1", book(cell("1", error, tags=(tag,))))

    def test_an_error_on_the_way(self):
        self.breaks(rules.runs, "^code cell 2 fails$", book(), Execution(error="code cell 2 fails"))
        self.holds(rules.runs, book(), Execution())

    def test_every_rule_is_asked(self):
        asked = {name for name, rule in vars(rules).items() if getattr(rule, "__annotations__", {}).get("done")}
        listed = [rule.__name__ for rule in (*rules.RULES, *rules.RULES_OF_LESSONS)]
        self.assertEqual(sorted(listed), sorted(asked - {"differences"}))

    def test_every_cell_and_every_output_is_looked_at(self):
        good, bad = output("a"), output("at 10:11:12")
        two = book(cell("1", good), cell("2", good, bad, count=2))
        self.breaks(rules.prints_nothing_fleeting, "^code cell 2 prints '10:11:12'$", two)
        done = Execution(outputs=[[[good], [good]], [[good, good], [good, bad]]])
        self.breaks(rules.says_the_same_twice, "^code cell 2: 'text/plain: a' became 'text/plain: at", two, done)
        self.holds(rules.says_the_same_twice, two, Execution(outputs=[[[good]] * 2] * 2))
        self.breaks(
            rules.says_what_is_saved, "^code cell 2: ", two, Execution(outputs=[[[good], [bad]], [[good], [bad]]])
        )

    def test_a_cell_is_compared_with_itself_the_first_time_and_the_last(self):
        done = self.execution(output("saved"), output("other"))
        self.holds(rules.says_what_is_saved, book(cell("1", output("saved"))), done)
        thrice = self.execution(output("a"), output("a"), output("b"))
        self.breaks(rules.says_the_same_twice, "became", book(cell()), thrice)

    def test_an_output_more_or_less_is_a_difference(self):
        once, twice = Execution(outputs=[[[output("a")]]]), Execution(outputs=[[[output("a"), output("a")]]])
        self.breaks(rules.says_what_is_saved, "nothing.' became 'output_type", book(cell("1", output("a"))), twice)
        self.breaks(rules.says_what_is_saved, "nothing", book(cell("1", output("a"), output("a"))), once)

    def test_a_line_that_ends_otherwise_is_a_difference(self):
        done = self.execution(output("a\n"))
        self.breaks(rules.says_what_is_saved, "how they end is not: .*a'$", book(cell("1", output("a"))), done)

    def test_an_error_that_is_the_lesson_is_compared_too(self):
        error = {"output_type": "error", "ename": "E", "evalue": "5 rows", "traceback": []}
        done = self.execution({**error, "evalue": "6 rows"})
        saved = book(cell("1", error, tags=("raises-exception",)))
        self.breaks(rules.says_what_is_saved, "5 rows' became .*6 rows", saved, done)

    def test_streams_are_compared_by_name(self):
        stream = {"output_type": "stream", "name": "stdout", "text": "a"}
        done = self.execution({**stream, "name": "stderr"})
        self.breaks(rules.says_what_is_saved, "stdout' became 'name: stderr", book(cell("1", stream)), done)

    def test_execution_counts(self):
        self.breaks(rules.is_saved_executed, "counts are", book(cell(count=1), cell(count=3)))
        self.breaks(rules.is_saved_executed, "counts are", book(cell(count=None)))
        self.holds(rules.is_saved_executed, book(cell(count=1), cell(count=2)))

    def test_kernel_name(self):
        self.breaks(rules.names_the_kernel, "'jjava'", {**book(), "metadata": {"kernelspec": {"name": "jjava"}}})
        self.holds(rules.names_the_kernel, book())

    def test_magics_that_bring_code(self):
        for magic in ("%maven a:b:1", "%jars x.jar", "%load file", "%%loadFromPOM", "%classpath x"):
            self.breaks(rules.brings_no_code, "code cell 1 uses", book(cell("int a;\n" + magic)))
        self.holds(rules.brings_no_code, book(cell("int a = 7 % maven;")))

    def test_long_cells(self):
        self.breaks(rules.has_short_cells, "^code cell 2 has 11 lines", book(cell(), cell("x\n" * 11), cell()))
        self.holds(rules.has_short_cells, book(cell("x\n" * 10), cell(), cell()))
        self.holds(rules.has_short_cells, book())
        self.holds(rules.has_short_cells, book(cell("import a.*;\n" * 11 + "x"), cell(), cell()))
        self.breaks(rules.has_short_cells, "median", book(cell("x\n" * 5)))
        self.holds(rules.has_short_cells, book(cell("x\n" * 4)))

    def test_figures_without_words(self):
        self.breaks(
            rules.describes_its_figures,
            "without a text/plain twin",
            book(cell("1", output(" ", **{"image/png": "AA"}))),
        )
        self.holds(rules.describes_its_figures, book(cell("1", output("He", **{"image/png": "AA"}))))
        self.holds(rules.describes_its_figures, book(cell("1", {**output(""), "data": {"text/html": "<b>1</b>"}})))
        moving = {**output(""), "data": {"application/vnd.vegalite.v5+json": {}}}
        self.breaks(rules.describes_its_figures, "^code cell 2 shows", book(cell(), cell("1", moving)))

    def test_fleeting_outputs(self):
        for text in (
            "Foo@1b2c3d4e",
            "[D@5e91993f",
            "REPL.$JShell$12$$Lambda/0x00",
            "2026-01-01T10:00:00",
            "at 10:11:12",
        ):
            self.breaks(rules.prints_nothing_fleeting, "prints", book(cell("1", output(text))))
        self.holds(rules.prints_nothing_fleeting, book(cell("1", output("ratio 1:2, mail a@b.c, 3 @ 0.5"))))
        self.holds(rules.prints_nothing_fleeting, book(cell("1", output("Foo@1b2c3d4e"), tags=("volatile",))))

    def test_saved_errors(self):
        error = {"output_type": "error", "ename": "Oops", "evalue": "", "traceback": []}
        self.breaks(rules.shows_no_error, "^code cell 2 is saved with the error Oops$", book(cell(), cell("1", error)))
        self.holds(rules.shows_no_error, book(cell("1", output("1"))))
        self.holds(rules.shows_no_error, book(cell("1", error, tags=("raises-exception",))))
