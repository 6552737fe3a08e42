"""Plants faults in the course's own Python, one at a time in a copy, and asks which its tests notice.

The faults stand in tools/faults, each with what it would do to a reader and the tests that have to fail with it.
"""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools.checkout import Checkout

# What the tests need, and what the pages that they look at lead to.
PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "lib/docs", "lib/src")
COPIED = ("course.py", *PAGES, ".ci", "binder", "tools", "notebooks", "web/test")
AT_ONCE = 2
MOST_SECONDS = 120  # a test that is still running then has noticed something


@dataclass(frozen=True)
class Fault:
    """One mistake that somebody might make: what stands in a file, what would stand there, and who has to notice."""

    file: str
    old: str
    new: str
    tests: str  # names below tools.tests, with blanks between them
    harm: str  # what it would do to a reader

    def planted(self, text: str) -> str:
        """The text of the file with the fault in it; the old words have to stand there exactly once."""
        times = text.count(self.old)
        if times != 1:
            raise ValueError(f"{self.file} holds {self.old!r} {times} times, not once: mend tools/faults")
        return text.replace(self.old, self.new)


def judge(checkout: Checkout, faults: Iterable[Fault] | None = None) -> tuple[str, bool]:
    """Plants every fault; how many were noticed, in a line, and whether that is all of them."""
    if faults is None:
        from tools.faults import FAULTS as faults  # read only where they are planted
    faults = list(faults)
    with tempfile.TemporaryDirectory() as folder:
        copies: queue.Queue[Path] = queue.Queue()
        for number in range(AT_ONCE):
            copies.put(copied(checkout.root, Path(folder) / str(number)))
        names = sorted({name for fault in faults for name in fault.tests.split()})
        said = complaint(Path(folder) / "0", names, seconds=None)
        if said:
            print(said)
            return "tools: its tests fail before any fault is planted", False
        with ThreadPoolExecutor(AT_ONCE) as pool:
            noticed = list(pool.map(lambda fault: is_noticed(fault, copies), faults))
    for fault in [fault for fault, seen in zip(faults, noticed) if not seen]:
        print(f"Not noticed: {fault.file}: {fault.old!r} became {fault.new!r}, by which {fault.harm}")
    return f"tools: {sum(noticed)} of {len(faults)} noticed", bool(faults) and all(noticed)


def copied(root: Path, to: Path) -> Path:
    """A copy of what the tests need."""
    to.mkdir()
    unused = shutil.ignore_patterns("__pycache__", "*.new")
    for name in COPIED:
        if (root / name).is_dir():
            shutil.copytree(root / name, to / name, ignore=unused)
        else:
            shutil.copy(root / name, to / name)
    return to


def is_noticed(fault: Fault, copies: queue.Queue[Path]) -> bool:
    """Whether the fault's tests fail in a copy that has it."""
    root = copies.get()
    path = root / fault.file
    whole = path.read_text(encoding="utf-8")
    try:
        path.write_text(fault.planted(whole), encoding="utf-8")
        return bool(complaint(root, fault.tests.split(), MOST_SECONDS))
    finally:
        path.write_text(whole, encoding="utf-8")
        copies.put(root)


def complaint(root: Path, names: list[str], seconds: float | None) -> str:
    """What is said when one of these tests fails in a copy of the course; nothing where none does."""
    command = [sys.executable, "-B", "-m", "unittest", "-f", *[f"tools.tests.{name}" for name in names]]
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    try:
        done = subprocess.run(command, cwd=root, env=kept, timeout=seconds, **streams)
    except subprocess.TimeoutExpired:
        return f"They did not end within {seconds} s."
    return (done.stdout or "They failed.") if done.returncode != 0 else ""
