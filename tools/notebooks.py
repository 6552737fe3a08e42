"""The notebooks of the course, and how the notebook checker is called on them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from tools.check.notebook import read
from tools.checkout import Checkout
from tools.counts import Counts
from tools.files import is_writable
from tools.machine import Trouble
from tools.processes import run_and_show


def lessons(checkout: Checkout) -> list[Path]:
    """The lessons, in their order."""
    return sorted((checkout.root / "notebooks").glob("*.ipynb"))


def every(checkout: Checkout) -> list[Path]:
    """The lessons, then their solutions."""
    return lessons(checkout) + sorted((checkout.root / "notebooks" / "solutions").glob("*.ipynb"))


def existing(paths: list[Path]) -> list[Path]:
    """The same paths, absolute; refuses one that leads to no notebook."""
    for path in paths:
        read(path)
    return [path.resolve() for path in paths]


def check_savable(books: list[Path]) -> None:
    """Refuses notebooks into which no output can be saved, before they are executed."""
    for book in books:
        if not (is_writable(book) and is_writable(book.parent)):
            raise Trouble(
                f"{book} cannot be written: leave out --save, or copy the course into a folder of your own "
                "and run the same command there."
            )


def checker(checkout: Checkout, command: str, books: list[Path], *options: str) -> list[str]:
    """The command line of the notebook checker, which runs in the environment at the top of the checkout."""
    return [str(checkout.python), "-m", "tools.check", command, *options, *map(str, books)]


def check(checkout: Checkout, variables: Mapping[str, str], books: list[Path], *options: str) -> Counts:
    """Runs the notebook checker, and counts the checks that held and that did not; a checker that dies did not hold."""
    code, said = run_and_show(checker(checkout, "check", books, *options), checkout.root, variables)
    found = re.search(r"checks that held: (\d+), that did not: (\d+)\s*$", said)
    if not found:
        print("The notebook checker stopped before its end, for the reason above.")
        return Counts(failed=1)
    held, broken = map(int, found.groups())
    return Counts(held, broken or int(code != 0))
