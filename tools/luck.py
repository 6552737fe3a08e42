"""Runs notebooks under other blocks of seeds, and says which of their numbers, choices and verdicts are luck."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from tools import kernel
from tools.check.notebook import read
from tools.check.quotes import quotes_of
from tools.check.spread import Block, findings
from tools.checkout import FIRST, Checkout
from tools.counts import Counts, added
from tools.files import fingerprint, is_writable, stamped, write_json
from tools.machine import Java
from tools.notebooks import checker
from tools.processes import run_to_end

BLOCKS, APART = 10, 1000  # blocks of seeds begin at 0, 1000, 2000, ...
IN_A_FRESH_CLONE = (FIRST, "notebooks/04-he.ipynb")  # what the quick form runs where no stamp knows what has changed


def run(checkout: Checkout, java: Java, books: list[Path], seeds: Iterable[int]) -> dict[Path, Counts]:
    """Runs notebooks under each block of seeds and prints a table for each; what held and what did not."""
    told: dict[Path, list[Block]] = {book: [] for book in books}
    for seed in seeds if books else ():
        print(f"Seeds from {seed}:", flush=True)
        for book, said in block(checkout, java, books, seed).items():
            told[book].append(said)
    return {book: table(book, blocks) for book, blocks in told.items()}


def every_block(blocks: int) -> list[int]:
    """Where so many blocks of seeds begin."""
    return [APART * number for number in range(blocks)]


def block(checkout: Checkout, java: Java, books: list[Path], seed: int) -> dict[Path, Block]:
    """What notebooks say under one block of seeds; a checker that stops before its end has said nothing."""
    with tempfile.TemporaryDirectory() as folder, kernel.seeded(checkout, java, seed) as variables:
        into = Path(folder) / "said.json"
        run_to_end(checker(checkout, "measure", books, f"--into={into}"), checkout.root, variables)
        said = json.loads(into.read_text(encoding="utf-8")) if into.exists() else {}
    nothing = {"error": "the notebook checker stopped before its end", "answers": [], "record": []}
    return {book: Block(seed, **said.get(str(book), nothing)) for book in books}


def table(book: Path, blocks: list[Block]) -> Counts:
    """Prints what was found about one notebook, and counts it."""
    print(f"\n{book.stem} under {len(blocks)} blocks of seeds")
    found = list(findings(quotes_of(read(book)), blocks))
    for one in found:
        print("\n".join(one.lines()))
    wrong = sum(bool(one.wrong) for one in found)
    print(f"{book.stem}: {len(found) - wrong} hold, {wrong} are luck", flush=True)
    return Counts(len(found) - wrong, wrong)


def quick(checkout: Checkout, java: Java, lessons: list[Path]) -> Counts:
    """One other block for the lessons that changed since the last call, and two more where the library did."""
    stamp = checkout.target / "luck-stamp"
    known, now = {}, {lesson.name: key(checkout, lesson) for lesson in lessons}
    with suppress(ValueError):
        known = dict(json.loads(stamped(stamp) or "{}"))
    due = [one for one in lessons if known.get(one.name, as_cloned(checkout, one, now)) != now[one.name]]
    found = run(checkout, java, due, [APART])
    lucky = {book.name: "" for book, counts in found.items() if counts.failed}
    if is_writable(checkout.target):
        write_json(stamp, {**known, **now, **lucky})
    return added(found.values())


def as_cloned(checkout: Checkout, lesson: Path, now: dict[str, str]) -> str:
    """What is known of a lesson that no stamp names: that it is as it was committed, or nothing."""
    return "" if is_always_due(checkout, lesson) else now[lesson.name]


def is_always_due(checkout: Checkout, lesson: Path) -> bool:
    """Whether a lesson is one of the two that run in a fresh clone, and after every change of the library."""
    return lesson in [checkout.root / name for name in IN_A_FRESH_CLONE]


def key(checkout: Checkout, lesson: Path) -> str:
    """What a lesson was luck-free with: its file and, for two of them, the library."""
    parts = [lesson.name, lesson.read_text(encoding="utf-8")]
    return fingerprint(*parts, *([checkout.jar] if is_always_due(checkout, lesson) and checkout.jar.exists() else []))
