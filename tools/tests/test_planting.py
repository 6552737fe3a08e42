"""The list of planted faults fits the Python as it is, and planting tells which are noticed."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path
from unittest import mock

from tools import planting
from tools.checkout import Checkout
from tools.faults import FAULTS
from tools.planting import Fault
from tools.tests.sandbox import ROOT


class List(unittest.TestCase):
    """Every fault can be planted, and its tests are there."""

    def test_every_fault_has_its_place(self):
        texts = {file: (ROOT / file).read_text(encoding="utf-8") for file in {fault.file for fault in FAULTS}}
        for fault in FAULTS:
            planted = fault.planted(texts[fault.file])  # an error if the old words are not there exactly once
            self.assertNotEqual(planted, texts[fault.file], fault)
            compile(planted, fault.file, "exec")

    def test_every_fault_names_tests_that_are_there(self):
        loader = unittest.TestLoader()
        for names in {fault.tests for fault in FAULTS}:
            loader.loadTestsFromNames([f"tools.tests.{name}" for name in names.split()])
        self.assertEqual(loader.errors, [])

    def test_no_fault_is_written_down_twice(self):
        places = [(fault.file, fault.old, fault.new) for fault in FAULTS]
        self.assertEqual(len(places), len(set(places)))
        self.assertGreater(len(FAULTS), 150)


class Planting(unittest.TestCase):
    """Faults are planted one at a time in a copy, and taken back."""

    PROGRAM = "def twice(x):\n    return 2 * x\n\n\ndef thrice(x):\n    return 3 * x\n"
    TESTS = """import time, unittest
from tools.made import twice, thrice
class Made(unittest.TestCase):
    def test_twice(self): self.assertEqual(twice(2), 4)
    def test_thrice(self): self.assertGreater(thrice(2), 0)
    def test_right(self): self.assertEqual((twice(1), thrice(1)), (2, 3))
"""
    NOTICED = Fault("tools/made.py", "2 * x", "3 * x", "test_made.Made.test_twice", "two is three")
    UNNOTICED = Fault("tools/made.py", "3 * x", "4 * x", "test_made.Made.test_thrice", "three is four")

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        for name in (".ci", "binder", "notebooks", "tools/tests", "lib/docs", "lib/src", "web/test"):
            (self.root / name).mkdir(parents=True)
        pages = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE")
        for name in ("course.py", *pages, "tools/__init__.py", "tools/tests/__init__.py"):
            (self.root / name).touch()
        (self.root / "tools/made.py").write_text(self.PROGRAM)
        (self.root / "tools/tests/test_made.py").write_text(self.TESTS)

    def judged(self, *faults: Fault) -> tuple[str, bool, str]:
        """What is found, and what is said on the way."""
        with mock.patch("builtins.print") as said:
            line, enough = planting.judge(Checkout(self.root, self.root), faults)
        return line, enough, "\n".join(str(call.args[0]) for call in said.call_args_list)

    def test_what_is_noticed_and_what_is_not(self):
        self.assertEqual(self.judged(self.NOTICED), ("tools: 1 of 1 noticed", True, ""))
        line, enough, said = self.judged(self.UNNOTICED, self.NOTICED)
        self.assertEqual((line, enough), ("tools: 1 of 2 noticed", False))
        self.assertEqual(said, "Not noticed: tools/made.py: '3 * x' became '4 * x', by which three is four")

    def test_one_at_a_time_and_not_in_the_course_itself(self):
        alone = Fault("tools/made.py", "3 * x", "3 * x + 0", "test_made.Made.test_right", "nothing changes")
        self.assertEqual(self.judged(*[self.NOTICED, alone] * 3)[0], "tools: 3 of 6 noticed")
        self.assertEqual((self.root / "tools/made.py").read_text(), self.PROGRAM)

    def test_tests_that_fail_by_themselves_notice_nothing(self):
        for name in ("test_made.Made.test_gone", "test_gone"):
            gone = Fault("tools/made.py", "2 * x", "3 * x", name, "two is three")
            self.assertEqual(self.judged(gone)[:2], ("tools: its tests fail before any fault is planted", False))

    def test_a_place_that_is_gone_is_an_error(self):
        for old in ("5 * x", "x"):
            with self.assertRaisesRegex(ValueError, "mend tools/faults"):
                self.judged(Fault("tools/made.py", old, "1", "test_made", "none"))

    def test_a_fault_by_which_tests_never_end_is_noticed(self):
        loop = Fault(
            "tools/made.py", "return 2 * x", "return [0 for _ in iter(int, 1)]", "test_made.Made.test_twice", "stuck"
        )
        with mock.patch.object(planting, "MOST_SECONDS", 3):
            self.assertTrue(self.judged(loop)[1])

    def test_no_fault_at_all_is_no_success(self):
        self.assertFalse(self.judged()[1])
