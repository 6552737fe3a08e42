"""Runs notebooks on the real kernel, without a browser, inside the environment that course.py made.

python -m tools.check run [--save] NOTEBOOK...     executes each once; --save keeps the outputs, with metadata that any
                                                   machine would write
python -m tools.check check [--knobs] NOTEBOOK...  executes each with every cell run twice in one kernel, and holds it
                                                   to every rule; with --once each cell once
python -m tools.check measure --into FILE NOTEBOOK...  executes each once, and writes what the expressions behind its
                                                   quotes give, and its predictions and verdicts, into a file of JSON

Prose ties its numbers to what was measured (quotes.py says how); `check` evaluates them when every cell has run.

A lesson's exercises are cells tagged `exercise`; the notebook of the same name in solutions/ holds a cell with the same
id for each. Then `check` does what a reader does: in the same kernel it goes back to the first exercise and runs the
lesson on from there with these in place of the stubs; every `Check` must then say that it is right, as none may
before. (That each known mistake gets its name is tested with the library.) With --knobs the solved lesson is executed
once more with the numbers that knobs.py turns: it must run to its end, and its solutions must stay right. With
--seeds N the caller says that the kernel draws from other seeds, so what comes out is not compared with what is saved.

What a check compares is what a reader sees. A cell tagged `volatile` (times, memory, chance) is excepted from
comparisons; so is an output whose metadata says `"transient": true` (progress). A figure is compared by the text that
stands for it, never by its pixels. A cell tagged `quiet` has its stderr dropped. `course.py test` calls this and counts
every rule for every notebook as one test.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from tools.check import commands
from tools.machine import Trouble

CELL_SECONDS = 240  # a cell that takes longer, even on a busy machine, is stuck: some compile errors are never answered


def main(words: list[str]) -> int:
    """Reads the command line and carries it out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["run", "check", "measure"])
    parser.add_argument("notebooks", nargs="+", type=Path)
    parser.add_argument("--save", action="store_true", help="with run: keep the outputs")
    parser.add_argument("--into", type=Path, metavar="FILE", help="with measure: where to write")
    parser.add_argument("--knobs", action="store_true", help="with check: execute each with other knobs too")
    parser.add_argument("--once", action="store_true", help="with check: run each cell once")
    parser.add_argument("--seeds", type=int, metavar="N", help="with check: the kernel's base seed, if not the usual")
    parser.add_argument("--cell-seconds", type=float, default=CELL_SECONDS, help="how long one cell may take")
    asked = parser.parse_args(words)
    try:
        if asked.command == "run":
            return 0 if commands.run(asked.notebooks, asked.save, asked.cell_seconds) else 1
        if asked.command == "measure":
            return 0 if commands.measure(asked.notebooks, asked.into, asked.cell_seconds) else 1
        times = 1 if asked.once else 2
        return 0 if commands.check(asked.notebooks, asked.cell_seconds, asked.knobs, asked.seeds, times) else 1
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except (KeyboardInterrupt, asyncio.CancelledError):
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
