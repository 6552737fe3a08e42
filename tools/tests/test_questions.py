"""The kernel is asked for what quotes rest on when every cell has run."""

from __future__ import annotations

import asyncio
import unittest
from types import SimpleNamespace

from tools.check.job import Execution
from tools.check.questions import RECORD, answer
from tools.tests import test_executing
from tools.tests.books import book, output
from tools.tests.test_quotes import words

QUOTED = book(words("1<!--= a --> and 2<!--= b -->, as said.<!--? c -->"))
ERROR = {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["\x1b[31m|  cannot find", "|  symbol b"]}


class Kernel:
    """Answers expressions from a list; what is not in it throws."""

    def __init__(self, answers: dict[str, str]):
        """A kernel that knows these answers."""
        self.answers, self.asked = answers, []
        self.nb = SimpleNamespace(cells=[1, 2])

    async def async_execute_cell(self, cell: dict, index: int) -> None:
        """An answer, or an error."""
        self.asked.append((cell.source, index))
        if cell.source not in self.answers:
            cell.outputs = [ERROR]
            raise test_executing.CellExecutionError
        noise = {"output_type": "stream", "name": "stderr", "text": "noise"}
        cell.outputs = [noise, output(self.answers[cell.source])]


class Questions(unittest.TestCase):
    """What is asked, and what becomes of the answers."""

    ALL = '"" + "\\n" + (double) (a) + "\\n" + (double) (b) + "\\n" + (c)'

    def asked(self, answers: dict[str, str], notebook: dict = QUOTED) -> Execution:
        """What comes of asking a kernel that knows these answers."""
        done, self.kernel = Execution(), Kernel(answers)
        with test_executing.stand_ins():
            asyncio.run(answer(self.kernel, notebook, done))
        self.assertEqual(self.kernel.nb.cells, [1, 2], "the notebook stays as it is")
        return done

    def test_all_at_once_and_the_record(self):
        record = f'"" + {RECORD}'
        done = self.asked({self.ALL: "\n1.0\n2.5\ntrue", record: "prediction a number 0.6\nclaim C1 holds"})
        self.assertEqual(done.answers, ["1.0", "2.5", "true"])
        self.assertEqual(done.record, ["prediction a number 0.6", "claim C1 holds"])
        self.assertEqual(self.kernel.asked, [(self.ALL, 2), (record, 2)])

    def test_one_by_one_where_one_fails(self):
        done = self.asked({'"" + (double) (a)': "1.0", '"" + (c)': "true"})
        self.assertEqual(done.answers, ["1.0", "cannot find symbol b", "true"])
        self.assertEqual(done.record, [], "a library without a record has none")

    def test_one_by_one_where_an_answer_is_missing_or_has_two_lines(self):
        for missing in ("\n1.0\ntrue", "\n1.0\n2.5\ntrue\nmore"):
            done = self.asked({self.ALL: missing, '"" + (c)': "true"})
            self.assertEqual(done.answers, ["cannot find symbol b", "cannot find symbol b", "true"])

    def test_nothing_is_asked_without_quotes_but_the_record(self):
        self.assertEqual(self.asked({}, book()).answers, [])
        self.assertEqual(len(self.kernel.asked), 1)
