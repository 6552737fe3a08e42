"""What `course.py test` runs, part by part."""

from __future__ import annotations

import sys
import time
import unittest
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tools import kernel, library, luck, machine, notebooks, style, web
from tools.checkout import FIRST, Checkout
from tools.counts import Counts, added
from tools.machine import Java
from tools.site import look, look_live, making

T = TypeVar("T")
PARTS = ("library", "notebooks", "launcher", "web", "site", "browser", "frameworks", "jdks")
USUAL = ("library", "notebooks", "launcher", "site")
LIVE = ("web", "browser")  # what live pages need beyond the course itself; the pages in `site` are live behind them
OPTIONAL = ("web", "site", "browser", "frameworks", "jdks")  # need Node.js, a browser, other packages, another JDK
GERMAN = ("-Duser.language=de", "-Duser.country=DE")  # writes 0,5 where nothing says otherwise
IN_GERMAN = (FIRST, "notebooks/06-lsuv.ipynb")  # the second has the doctor's sentences


def chosen(named: list[str], all: bool, live: bool) -> list[str]:
    """The parts to run, in their order: those named, or all, or the usual ones, with those of live pages or without."""
    wanted = named or (PARTS if all else USUAL + (LIVE if live else ()))
    return [part for part in PARTS if part in wanted]


def section(name: str, work: Callable[[], T]) -> T:
    """Runs one part under its heading, and says how long it took."""
    print(f"\n== {name}", flush=True)
    start = time.monotonic()
    result = work()
    counts = f": {result.passed} good, {result.failed} bad" if isinstance(result, Counts) else ""
    print(f"-- {name} took {time.monotonic() - start:.1f} s{counts}", flush=True)
    return result


@dataclass(frozen=True)
class TestRun:
    """One call of `test`: what it is asked for, and a method for each part, which returns its counts."""

    checkout: Checkout
    java: Java
    books: list[Path]  # none: every notebook
    all: bool = False
    seeds: int | None = None

    def part(self, name: str) -> Counts:
        """Runs a part by its name; one that tests nothing has failed, but for those that need what may not be here."""
        counts = section(name, getattr(self, name))
        if any(counts) or name in OPTIONAL:
            return counts
        print(f"The part '{name}' tested nothing, which counts as a failure.")
        return Counts(failed=1)

    def library(self) -> Counts:
        """Formatter, static analysis and every test of the Java library."""
        return library.run_tests(self.checkout, self.java, "verify")

    def notebooks(self) -> Counts:
        """Every check of every notebook on the real kernel, of two in German, and luck; all: other knobs too."""
        books = self.books or notebooks.every(self.checkout)
        if not books:
            print("There are no notebooks to check.")
            return Counts()
        options = ["--knobs"] if self.all else []
        options += [] if self.seeds is None else [f"--seeds={self.seeds}"]
        with kernel.seeded(self.checkout, self.java, self.seeds) as variables:
            counts = notebooks.check(self.checkout, variables, books, *options)
        if self.seeds is not None:
            return counts
        return added([counts, self.in_german(books), self.luck(books)])

    def in_german(self, books: list[Path]) -> Counts:
        """Every check of two notebooks, where they are among these, on a kernel whose Java speaks German."""
        german = [book for book in books if book in [self.checkout.root / name for name in IN_GERMAN]]
        if not german:
            return Counts()
        print("Notebooks on a kernel whose Java speaks German:", flush=True)
        with kernel.started_with(self.checkout, self.java, *GERMAN) as variables:
            return notebooks.check(self.checkout, variables, german, "--once")  # twice was above

    def luck(self, books: list[Path]) -> Counts:
        """Lessons among these under other seeds: one other block for named or changed ones; all: every block."""
        lessons = [book for book in books if book.parent.name != "solutions"]
        if not self.all and not self.books:
            return luck.quick(self.checkout, self.java, lessons)
        seeds = luck.every_block(luck.BLOCKS) if self.all else [luck.APART]
        return added(luck.run(self.checkout, self.java, lessons, seeds).values())

    def launcher(self) -> Counts:
        """How the Python of this course is written, and its tests."""
        print("Asking ruff how the Python is written, then running its tests.", flush=True)
        written = style.check(self.checkout)
        root = self.checkout.root
        suite = unittest.defaultTestLoader.discover(str(root / "tools" / "tests"), top_level_dir=str(root))
        result = unittest.TextTestRunner(verbosity=1, stream=sys.stdout).run(suite)
        failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
        return added([written, Counts(result.testsRun - failed - len(result.skipped), failed)])

    def web(self) -> Counts:
        """What makes pages live: the library compiled for a browser, and the pages' scripts, with the tests of both."""
        if not making.has_node():
            print("Live pages need Node.js, which is not here: their parts were not built.")
            return Counts()
        return web.build(self.checkout, self.java)

    def browser(self) -> Counts:
        """The live pages, used in the browsers of this machine; all: every figure, not only of pages that changed."""
        return web.in_browsers(self.checkout, self.all)

    def frameworks(self) -> Counts:
        """What live figures say to type, run in each framework."""
        if not making.has_node():
            print("What live figures say to type comes from Node.js, which is not here: it was not tried.")
            return Counts()
        return web.in_frameworks(self.checkout)

    def site(self) -> Counts:
        """The course as pages: each is one check, and so is every fault that is found in one."""
        if not making.has_node():
            print("Pages need Node.js, which is not here: they were not made.")
            return Counts()
        pages = making.make(self.checkout)
        found = list(look.faults(pages))
        if (pages / "_static" / "live.js").exists():
            found += look_live.faults(pages)
        print("\n".join(found) or "Every link leads somewhere, every picture has words, nothing asks a network.")
        return Counts(len(look.pages_of(pages)), len(found))

    def jdks(self) -> Counts:
        """The library's tests and every notebook on every other JDK of this machine."""
        others = [one for one in machine.installed_javas() if one.home.resolve() != self.java.home.resolve()]
        if not others:
            print(f"There is no JDK {machine.OLDEST_JAVA} or newer here but the one that ran everything else.")
        return added(self.on(other) for other in others)

    def on(self, other: Java) -> Counts:
        """The library's tests, whose classes stay as they were compiled, and every notebook on another JDK."""
        print(f"Java {other.version}, {other.home.name}:", flush=True)
        tests = library.run_tests(self.checkout, self.java, "test", f"-Djvm={other.program}")
        with kernel.started_with(self.checkout, other, archived=False) as variables:
            return added([tests, notebooks.check(self.checkout, variables, notebooks.every(self.checkout))])
