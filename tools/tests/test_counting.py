"""How the tests of the library, those of the Python side and the findings of ruff are counted."""

from __future__ import annotations

import subprocess
import sys
from unittest import mock

from tools import library, style
from tools.counts import Counts
from tools.tests.sandbox import Sandbox


class Library(Sandbox):
    """How the tests of the library are counted."""

    def report(self, path: str, tests: int, failures: int = 0, errors: int = 0, skipped: int = 0) -> None:
        """A report as Surefire writes it."""
        numbers = f'tests="{tests}" failures="{failures}" errors="{errors}" skipped="{skipped}"'
        file = self.checkout.target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<testsuite {numbers}/>")

    def run_tests(self, *after: tuple, code: int = 0) -> Counts:
        """The counts of a run in which Maven ends like this and leaves these reports."""

        def maven(*_) -> int:
            for report in after:
                self.report(*report)
            return code

        with mock.patch.object(library, "maven", maven), mock.patch("builtins.print"):
            return library.run_tests(self.checkout, None, "verify")

    def test_reports_of_every_run_are_added_up(self):
        flat = ("surefire-reports/TEST-A.xml", 5, 1, 1, 1)
        nested, other = ("surefire-reports/ar-EG/TEST-A.xml", 7), ("surefire-reports-de-DE/TEST-A.xml", 3, 0, 1)
        self.assertEqual(self.run_tests(flat, nested, other), (11, 3))

    def test_reports_of_an_earlier_run_do_not_count(self):
        self.report("surefire-reports/TEST-Old.xml", 100)
        self.report("surefire-reports-de-DE/TEST-Old.xml", 100)
        self.assertEqual(self.run_tests(("surefire-reports/TEST-A.xml", 2)), (2, 0))

    def test_a_build_that_fails_for_another_reason_than_its_tests_counts_as_a_failure(self):
        self.assertEqual(self.run_tests(("surefire-reports/TEST-A.xml", 5), code=1), (5, 1))
        self.assertEqual(self.run_tests(("surefire-reports/TEST-A.xml", 5, 2), code=1), (3, 2))

    def test_a_build_that_fails_before_its_tests_counts_as_a_failure(self):
        self.machine()
        self.finished_environment()
        self.call("setup")
        (self.root / "maven-fails").touch()
        code, said = self.call("test", "library")
        self.assertEqual((code, said.splitlines()[-1]), (1, "0 passed, 1 failed"), said)


class Launcher(Sandbox):
    """How the tests of the Python side are counted."""

    TESTS = """import unittest
class Made(unittest.TestCase):
    def test_right(self): pass
    def test_right_too(self): pass
    def test_false(self): self.fail()
    def test_dies(self): raise KeyError
    @unittest.skip("not here")
    def test_skipped(self): pass
    @unittest.skip("not here either")
    def test_skipped_too(self): pass
    @unittest.expectedFailure
    def test_right_against_expectation(self): pass
"""

    def test_failed_ones_and_dead_ones_count_and_skipped_ones_do_not(self):
        (self.root / "tools/tests").mkdir()
        (self.root / "tools/tests/__init__.py").touch()
        (self.root / "tools/tests/test_made.py").write_text(self.TESTS)
        script = """import sys
from pathlib import Path
from tools.checkout import Checkout
from tools.testing import TestRun, style
from tools.counts import Counts
style.check = lambda _: Counts(10, 20)
print(*TestRun(Checkout(Path.cwd(), Path.cwd()), None, []).launcher())"""
        done = subprocess.run([sys.executable, "-c", script], cwd=self.root, capture_output=True, text=True)
        self.assertEqual(done.stdout.splitlines()[-1], "12 23", done.stdout + done.stderr)


class Style(Sandbox):
    """What ruff finds is counted, with its cure."""

    def asked(self, script: str) -> tuple[Counts, str]:
        """The counts, and what is said, if ruff does this."""
        self.program(self.checkout.python, script)
        with mock.patch("builtins.print") as said:
            return style.check(self.checkout), " ".join(str(call.args[0]) for call in said.call_args_list)

    def test_all_is_well(self):
        self.assertEqual(self.asked("exit 0"), ((2, 0), ""))

    def test_a_difference_and_a_finding_say_their_cures(self):
        for words, cure in {"format": "ruff format' mends it", "check": "ruff check --fix' mends some"}.items():
            counts, said = self.asked(f'[ "$3" != {words} ]')
            self.assertEqual(counts, (1, 1))
            self.assertRegex(said, f"'.venv/bin/python -m {cure}")

    def test_a_ruff_that_does_not_start_is_a_failure(self):
        self.assertEqual(self.asked(f"exec {sys.executable} -m no_such_module 2>/dev/null")[0], (0, 2))
