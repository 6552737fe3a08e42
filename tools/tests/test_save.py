"""What a reader sees of outputs, and what a file keeps of them."""

from __future__ import annotations

import json
import os
import re
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from tools.check.job import Execution
from tools.check.save import kept_book, kept_output, write_whole
from tools.check.views import first_difference, views
from tools.machine import Trouble
from tools.tests.books import book, cell, output


class Outputs(unittest.TestCase):
    """Views of outputs, and kept outputs."""

    def test_streams_may_come_in_pieces(self):
        pieces = [{"output_type": "stream", "name": "stdout", "text": text} for text in ("a\n", "b\n")]
        whole = [{"output_type": "stream", "name": "stdout", "text": ["a\n", "b\n"]}]
        self.assertEqual(views(cell(), pieces), views(cell(), whole))

    def test_streams_of_two_names_stay_apart(self):
        both = [{"output_type": "stream", "name": name, "text": "a"} for name in ("stdout", "stderr", "stderr")]
        self.assertEqual(
            [(view["name"], view["text"]) for view in views(cell(), both)], [("stdout", "a"), ("stderr", "aa")]
        )
        mixed = [both[0], output("1"), both[0]]
        self.assertEqual(len(views(cell(), mixed)), 3)

    def test_an_error_is_no_result_with_its_words(self):
        error = {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["at /home/me"]}
        self.assertEqual(views(cell(), [error]), [{"output_type": "error", "text": "E: v"}])
        self.assertEqual(views(cell(), [output("1")])[0], {"output_type": "execute_result", "text/plain": "1"})

    def test_data_that_is_no_text_is_compared_whatever_its_order(self):
        kind = "application/json"
        before, same, other = (
            views(cell(), [output("t", **{kind: data})])
            for data in ({"a": 1, "b": 2}, {"b": 2, "a": 1}, {"a": 1, "b": 3})
        )
        self.assertEqual(first_difference(before, same), "")
        self.assertRegex(first_difference(before, other), r'{"a": 1, "b": 2}\' became .*{"a": 1, "b": 3}')

    def test_a_difference_is_shown_with_what_stands_around_it(self):
        before, after = (views(cell(), [output("x" * 200 + end + "y" * 200)]) for end in "ab")
        shown = re.fullmatch(r"'(x+ay+)' became '(x+by+)'", first_difference(before, after))
        self.assertEqual([len(word) for word in shown.groups()], [100, 100])
        self.assertEqual(shown[1].index("a"), 40)

    def test_an_empty_line_is_a_line(self):
        before, after = views(cell(), [output("")]), views(cell(), [output("a")])
        self.assertRegex(first_difference(before, after), "'text/plain: ' became 'text/plain: a'")

    def test_progress_and_quiet_noise_are_not_seen(self):
        noise = {"output_type": "stream", "name": "stderr", "text": "warning"}
        self.assertEqual(views(cell(), [{**output("50 %"), "metadata": {"transient": True}}]), [])
        self.assertEqual(views(cell(tags=("quiet",)), [noise]), [])
        self.assertEqual(len(views(cell(), [noise])), 1)
        self.assertEqual(len(views(cell(tags=("quiet",)), [{**noise, "name": "stdout"}, output("1")])), 2)

    def test_saving_leaves_nothing_of_the_machine(self):
        raw = book(
            cell("1", count=17),
            {"cell_type": "code", "source": "2", "metadata": {"execution": {"t": 1}}, "outputs": []},
        )
        raw["metadata"] |= {
            "language_info": {"version": "17.0.15+6-somewhere"},
            "widgets": {"of": "this hour"},
            "mine": 1,
        }
        done = Execution(outputs=[[[output("1")]], [[{**output("2"), "transient": {"display_id": "d"}}]]])
        fresh = kept_book(raw, done)
        self.assertNotIn("17.0.15", json.dumps(fresh))
        self.assertEqual([*fresh["metadata"]], ["mine", "kernelspec", "language_info"])
        self.assertEqual([c["execution_count"] for c in fresh["cells"]], [1, 2])
        self.assertEqual(fresh["cells"][1]["outputs"][0]["execution_count"], 2)
        self.assertNotIn("transient", fresh["cells"][1]["outputs"][0])
        self.assertEqual(fresh["cells"][1]["metadata"], {})
        self.assertEqual(fresh["cells"][1]["id"], kept_book(raw, done)["cells"][1]["id"])

    def test_a_notebook_is_written_whole_or_not_at_all(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.ipynb"
            path.write_text("before")
            for trouble in ("replace", "open"):
                error = OSError(28, "No space left on device")
                where = mock.patch.object(os if trouble == "replace" else Path, trouble, side_effect=error)
                with where, self.assertRaisesRegex(Trouble, "a.ipynb could not be saved .*No space left"):
                    write_whole(path, "after")
                self.assertEqual((path.read_text(), [p.name for p in path.parent.iterdir()]), ("before", ["a.ipynb"]))
            write_whole(path, "\u221a\n")
            self.assertEqual((path.read_bytes(), len([*path.parent.iterdir()])), ("\u221a\n".encode(), 1))

    def test_a_figure_is_saved_as_the_picture_that_carries_its_words(self):
        both = {"image/png": "p", "image/svg+xml": "s", "text/plain": "words"}
        figure = {"output_type": "execute_result", "data": both, "metadata": {}, "execution_count": 1}
        kept = kept_output(figure, 1)
        self.assertEqual(list(kept["data"]), ["image/png", "text/plain"])
        self.assertEqual(views({}, [figure]), views({}, [kept]))
        alone = {**figure, "data": {"image/svg+xml": "s"}}
        self.assertEqual(kept_output(alone, 1), alone)
