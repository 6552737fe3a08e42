"""Files that are no notebooks are refused in a sentence, and nothing runs."""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
import unittest
from pathlib import Path

from tools.check import __main__ as checker
from tools.check.notebook import code_cells, kept_outputs, read
from tools.machine import Trouble
from tools.tests.books import book, cell, output
from tools.tests.sandbox import Sandbox


def with_cell(**changed: object) -> str:
    """A notebook of one code cell in which something is otherwise; None leaves it out."""
    return json.dumps(book({key: value for key, value in {**cell(), **changed}.items() if value is not None}))


WRONG = {
    "": "is empty: get it anew",
    " \n": "is empty: get it anew",
    "# Before Step One": "is not a notebook, for it is not JSON: name a file that ends in .ipynb",
    '{"cells": [': "is not a notebook, for it is not JSON",
    "[" * 100_000: "is not a notebook, for it is not JSON",
    "[1, 2]": "is not a notebook, though it is JSON",
    "5": "is not a notebook, though it is JSON",
    '"nbformat"': "is not a notebook, though it is JSON",
    '{"cells": []}': "is not a notebook, though it is JSON",
    '{"nbformat": 3, "worksheets": [{"cells": []}]}': "is a notebook of format 3, and 4 is needed: open",
    '{"nbformat": 4}': "is a notebook without cells: open it",
    '{"nbformat": 4, "cells": {}}': "is a notebook without cells: open it",
    '{"nbformat": 4, "cells": [1]}': "Cell 1 of .* is not a cell: open it",
    with_cell(metadata=[]): "Cell 1 of .* is not a cell: open it",
    with_cell(cell_type="heading"): "Cell 1 of .* is of the unknown type 'heading': open it",
    with_cell(cell_type=None): "is of the unknown type None",
    with_cell(source=None): "Cell 1 of .* has no source: open it",
    with_cell(source=[1]): "Cell 1 of .* has no source: open it",
    with_cell(outputs=None): "Cell 1 of .* is code without a list of outputs: open it",
    with_cell(outputs=[{"output_type": "stream", "name": "stdout"}]): "Cell 1 of .* has an output that is not whole",
    with_cell(outputs=[{"output_type": "stream", "text": ""}]): "has an output that is not whole",
    with_cell(outputs=[{"output_type": "error", "evalue": ""}]): "has an output that is not whole",
    with_cell(outputs=[{"output_type": "error", "ename": ""}]): "has an output that is not whole",
    with_cell(outputs=[1]): "has an output that is not whole",
    with_cell(outputs=[{"output_type": "execute_result"}]): "has an output that is not whole",
    with_cell(outputs=[{"output_type": "pyout", "data": {}}]): "has an output that is not whole",
}


class Reading(unittest.TestCase):
    """What is no notebook is refused, and what is one is read."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "a.ipynb"

    def refused(self, words: str, path: Path) -> None:
        """One sentence names the file, what is wrong and a cure."""
        with self.assertRaises(Trouble) as caught:
            read(path)
        said = str(caught.exception)
        self.assertRegex(said, words)
        self.assertIn(str(path), said)
        self.assertTrue(said.endswith(".") and "\n" not in said, said)

    def test_what_is_no_notebook(self):
        for text, words in WRONG.items():
            self.path.write_text(text)
            self.refused(words, self.path)

    def test_another_encoding(self):
        self.path.write_bytes(json.dumps(book(cell('"\u00e9"')), ensure_ascii=False).encode("latin-1"))
        self.refused("is not written in UTF-8", self.path)

    def test_no_file_and_a_folder(self):
        self.refused("There is no notebook .*: name a file", self.path)
        self.path.mkdir()
        self.refused("is a folder: name the notebooks in it", self.path)

    def test_a_notebook(self):
        markdown = {"cell_type": "markdown", "source": ["a\n", "b"], "metadata": {}}
        raw = {"cell_type": "raw", "source": "words", "metadata": {}}
        error = {"output_type": "error", "ename": "E", "evalue": "", "traceback": []}
        stream = {"output_type": "stream", "name": "stdout", "text": "t"}
        shown = {"output_type": "display_data", "data": {}, "metadata": {}}
        self.path.write_text(json.dumps(book(markdown, cell("1", output("1"), error, stream, shown), raw, cell())))
        self.assertEqual([c["source"] for c in read(self.path)["cells"]], ["a\nb", "1", "words", "1"])

    def test_what_a_kernel_runs_is_code_that_is_not_blank(self):
        words = {"cell_type": "markdown", "source": "words", "metadata": {}}
        whole = book(
            words, cell("a", output("1")), cell(" \n", output("old")), words, cell("b", output("2"), output("3"))
        )
        self.assertEqual([one["source"] for one in code_cells(whole)], ["a", "b"])
        kept = [(number, one["source"], shown["data"]["text/plain"]) for number, one, shown in kept_outputs(whole)]
        self.assertEqual(kept, [(1, "a", "1"), (2, "b", "2"), (2, "b", "3")])

    def test_the_checker_says_it_and_fails(self):
        for command in ("run", "check"):
            with contextlib.redirect_stderr(io.StringIO()) as said:
                self.assertEqual(checker.main([command, str(self.path)]), 1)
            self.assertRegex(said.getvalue(), "^There is no notebook .*\n$")

    def test_solutions_that_are_no_notebook(self):
        self.path.write_text(json.dumps(book(cell(tags=("exercise",)))))
        (self.path.parent / "solutions").mkdir()
        (self.path.parent / "solutions" / "a.ipynb").write_text("")
        with contextlib.redirect_stderr(io.StringIO()) as said:
            self.assertEqual(checker.main(["check", str(self.path)]), 1)
        self.assertRegex(said.getvalue(), "solutions/a.ipynb is empty")


class Commands(Sandbox):
    """run, test and slides refuse such files before anything is set up."""

    def test_nothing_is_set_up_for_what_is_no_notebook(self):
        for name, text in {"empty.ipynb": "", "old.ipynb": '{"nbformat": 3, "worksheets": []}'}.items():
            (self.root / name).write_text(text)
            for command in ("run", "test", "slides"):
                self.assertRegex(self.refused(command, str(self.root / name)), f"{name} is (empty|a note)")
        (self.root / "README.md").write_text("# Words")
        self.assertRegex(self.refused("run", str(self.root / "README.md")), "is not JSON: name a file that ends in")
        (self.root / "folder.ipynb").mkdir()
        for command in ("run", "test", "slides"):
            self.assertRegex(self.refused(command, str(self.root / "folder.ipynb")), "is a folder")
        self.assertFalse(self.checkout.prefix.exists())
