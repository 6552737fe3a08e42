"""Every Python package of a set-up is pinned."""

from __future__ import annotations

import re
import subprocess
import sys
import unittest

from tools.environment import is_fresh
from tools.tests.sandbox import ROOT
from tools.tests.test_kernel import HERE

FILES = ("binder/requirements.txt", "binder/constraints.txt", "tools/requirements.txt")
OF_PYTHON = {"pip", "setuptools", "wheel"}  # what `python -m venv` itself puts there


def pinned(file: str) -> dict[str, list[str]]:
    """The packages of a file, each with the versions that it may have, one for each age of Python."""
    found: dict[str, list[str]] = {}
    for line in (ROOT / file).read_text(encoding="utf-8").splitlines():
        words = line.split("#")[0].strip()
        if words and not words.startswith("-c "):
            name, version = re.fullmatch(
                r"([\w.-]+)(?:\[[\w-]+\])?==([\w.]+)(?:; python_version [<>]=? \"3\.\d+\")?", words
            ).groups()
            found.setdefault(named(name), []).append(version)
    return found


def named(name: str) -> str:
    """A package's name as pip compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


class Pins(unittest.TestCase):
    """What pip installs next year is what it installs today."""

    def test_every_line_is_a_pin(self):
        for file in FILES:
            self.assertTrue(pinned(file), file)
        self.assertIn("-c constraints.txt\n", (ROOT / FILES[0]).read_text(encoding="utf-8"))
        self.assertFalse(set(pinned(FILES[0])) & set(pinned(FILES[1])), "one place for each pin")

    @unittest.skipUnless(sys.platform == "linux", "what only other systems need is not pinned")
    def test_every_package_that_is_installed_is_pinned(self):
        if not is_fresh(HERE):
            raise unittest.SkipTest("there is no environment yet: 'python3 course.py setup' makes it")
        said = subprocess.run(
            [str(HERE.python), "-m", "pip", "list", "--format=freeze"], capture_output=True, text=True
        )
        installed = dict(line.split("==") for line in said.stdout.split())
        allowed = {name: versions for file in FILES for name, versions in pinned(file).items()}
        self.assertGreater(len(installed), 80)
        for name, version in installed.items():
            if named(name) not in OF_PYTHON:
                self.assertIn(version, allowed.get(named(name), []), f"{name} is not pinned in {FILES[1]}")
