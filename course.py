#!/usr/bin/env python3
"""Before Step One: the one command that sets the course up, opens it, runs it and tests it.

python3 course.py lab                   set up what is missing and open the course in JupyterLab
python3 course.py test [PART...]        set up what is missing and run every check, or parts: library, notebooks,
                                        launcher, site, or a notebook; --live adds what makes pages live; --all adds
                                        notebooks with other knobs, ten blocks of seeds, and every other JDK here too
python3 course.py run NOTEBOOK...       execute notebooks without a browser; --save keeps their outputs, --seeds N takes
                                        another block of seeds
python3 course.py slides NUMBER         make slides of a notebook, to be shown without a network; --path 45 those of a
                                        lecture of 15, 45 or 90 minutes through the course
python3 course.py site                  make the course as pages with search, for a disk or any static host
python3 course.py doctor                say what is missing or broken, each with its cure
python3 course.py bench                 time the course beside its Python counterpart
python3 course.py luck [NOTEBOOK...]    run lessons under ten blocks of seeds, or --blocks N, and list each number, each
                                        prediction and verdict with its spread; fails where one is luck
python3 course.py mutate [ROOM...]      plant faults in the library, or in tools, and count those that the tests notice
python3 course.py setup                 set up only
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 10):  # noqa: UP036, for older ones have to be told
    older = f"{sys.version_info[0]}.{sys.version_info[1]}"
    sys.exit(f"Python {older} is too old for the course: run it with Python 3.10 or newer.")

import argparse
from collections.abc import Callable
from pathlib import Path

sys.dont_write_bytecode = True

from tools import benchmark, doctor, environment, kernel, luck, mutation, notebooks, ports, server, slides  # noqa: E402
from tools.checkout import Checkout  # noqa: E402
from tools.counts import Counts, added  # noqa: E402
from tools.machine import Java, Trouble  # noqa: E402
from tools.processes import run_to_end, stop_in_order  # noqa: E402
from tools.setup import set_up  # noqa: E402
from tools.site import making  # noqa: E402
from tools.testing import PARTS, TestRun, chosen, section  # noqa: E402

ROOT = Path(__file__).resolve().parent


def lab_command(checkout: Checkout, asked: argparse.Namespace) -> int:
    """Sets up and opens JupyterLab on the first notebook; returns when the server is stopped."""
    ports.free_port(asked.port)  # a wrong one is told before set-up, which may take minutes
    set_up(checkout)
    port = ports.free_port(asked.port)
    return server.serve(checkout, port, browser=not asked.no_browser, fixed=asked.port is not None)


def test_command(checkout: Checkout, asked: argparse.Namespace) -> int:
    """Sets up, runs every check, and ends with one line of counts."""
    books = notebooks.existing([Path(part) for part in asked.parts if part.endswith(".ipynb")])
    named = [part for part in asked.parts if not part.endswith(".ipynb")] + ["notebooks"] * bool(books)
    unknown = [part for part in named if part not in PARTS]
    if unknown:
        raise Trouble(f"There is no part '{unknown[0]}' to test: choose among {', '.join(PARTS)}, or name a notebook.")
    parts = chosen(named, asked.all, asked.live)
    java = section("set-up", lambda: set_up_for(checkout, parts))
    run = TestRun(checkout, java, books, asked.all, asked.seeds)
    counts = added(run.part(part) for part in parts)
    print(f"{counts.passed} passed, {counts.failed} failed")
    return code_for(counts)


def code_for(counts: Counts) -> int:
    """The exit code: 0 where something was checked and all of it held."""
    return 0 if counts.passed and not counts.failed else 1


def set_up_for(checkout: Checkout, parts: list[str]) -> Java:
    """Sets up, with what parts of the tests need beyond what a learner needs."""
    java = set_up(checkout)
    if "launcher" in parts:
        environment.add_test_packages(checkout)
    return java


def run_command(checkout: Checkout, asked: argparse.Namespace) -> int:
    """Executes notebooks without a browser."""
    if asked.save and asked.seeds is not None:
        raise Trouble("What --save keeps are the numbers of the usual seeds: leave out either --save or --seeds.")
    books = notebooks.existing(asked.notebooks)
    if asked.save:
        notebooks.check_savable(books)
    java = set_up(checkout)
    options = ["--save"] if asked.save else []
    with kernel.seeded(checkout, java, asked.seeds) as variables:
        return run_to_end(notebooks.checker(checkout, "run", books, *options), checkout.root, variables)


def luck_command(checkout: Checkout, asked: argparse.Namespace) -> int:
    """Runs lessons under blocks of seeds, and fails where a number, a prediction or a verdict is luck."""
    if asked.blocks < 1:
        raise Trouble(f"--blocks is {asked.blocks}: give 1 or more, 10 for instance.")
    books = notebooks.existing(asked.notebooks) or notebooks.lessons(checkout)
    java = set_up(checkout)
    counts = added(luck.run(checkout, java, books, luck.every_block(asked.blocks)).values())
    print(f"{counts.passed} hold, {counts.failed} are luck")
    return code_for(counts)


def doctor_command(checkout: Checkout, asked: argparse.Namespace) -> int:
    """Says what is missing, each with its cure; fails if something is missing that the course needs."""
    return doctor.report(doctor.examine(checkout, ports.USUAL_PORT))


def bench_command(checkout: Checkout, asked: argparse.Namespace) -> int:
    """Times the course beside its Python counterpart, which lives in an environment of its own."""
    benchmark.check_that_it_is_here(checkout)
    set_up(checkout)
    return benchmark.run(checkout, asked.words)


def slides_command(checkout: Checkout, asked: argparse.Namespace) -> int:
    """Makes slides of notebooks, or of a path through the course, in target/slides, to be shown without a network."""
    books = [slides.notebook(checkout, name) for name in asked.notebooks]
    if not books and asked.path is None:
        raise Trouble("Say of what: a notebook's number, such as 03, or --path 15, 45 or 90.")
    java = set_up(checkout)
    for book in books:
        print(f"Open {slides.make(checkout, java, book)} in a browser.")
    if asked.path is not None:
        page, minutes = slides.make_path(checkout, java, asked.path)
        print(f"Open {page} in a browser: its topics take {minutes:g} minutes. The key S opens the speaker's notes.")
    return 0


def site_command(checkout: Checkout, asked: argparse.Namespace) -> int:
    """Makes a page of every notebook, in target/site/pages, for a folder on a disk or any static host."""
    print(f"Open {making.make(checkout) / 'index.html'} in a browser.")
    return 0


def mutate_command(checkout: Checkout, asked: argparse.Namespace) -> int:
    """Plants small faults in rooms of the library, or in tools, and counts how many are noticed (up to an hour)."""
    return mutation.run(checkout, set_up(checkout), asked.rooms, asked.classes)


def setup_command(checkout: Checkout, asked: argparse.Namespace) -> int:
    """Sets up, and says that all is ready."""
    java = set_up(checkout)
    print(f"Ready: Java {java.version}, the library and the kernel 'java' are in place.")
    return 0


def command_line() -> argparse.ArgumentParser:
    """The commands and their options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    opens = command(commands, "lab", lab_command)
    opens.add_argument("--no-browser", action="store_true", help="start the server only, and print its address")
    opens.add_argument("--port", type=int, help=f"the server's port; else the first free one from {ports.USUAL_PORT}")
    tests = command(commands, "test", test_command)
    tests.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}, or a notebook's path")
    tests.add_argument("--all", action="store_true", help="add other knobs and seeds, live pages, and other JDKs")
    tests.add_argument("--live", action="store_true", help="add what makes pages live, as continuous integration does")
    runs = command(commands, "run", run_command)
    runs.add_argument("notebooks", nargs="+", type=Path, metavar="NOTEBOOK")
    runs.add_argument("--save", action="store_true", help="keep the outputs in the notebook")
    for one in (tests, runs):
        one.add_argument("--seeds", type=int, metavar="N", help="run notebooks with the block of seeds that N begins")
    made = command(commands, "slides", slides_command)
    made.add_argument("notebooks", nargs="*", metavar="NUMBER", help="a notebook's number, such as 03, or its path")
    made.add_argument("--path", type=int, choices=slides.PATHS, help="the topics for a lecture of so many minutes")
    command(commands, "site", site_command)
    command(commands, "doctor", doctor_command)
    timed = command(commands, "bench", bench_command)
    timed.add_argument("words", nargs="*", help="options for the benchmark, after --")
    lucky = command(commands, "luck", luck_command)
    lucky.add_argument("notebooks", nargs="*", type=Path, metavar="NOTEBOOK", help="none: every lesson")
    lucky.add_argument(
        "--blocks", type=int, default=luck.BLOCKS, metavar="N", help="how many blocks, from 0, 1000, ..."
    )
    planted = command(commands, "mutate", mutate_command)
    planted.add_argument(
        "rooms", nargs="*", metavar="ROOM", help=f"{', '.join(mutation.ROOMS)}, or tools; none: all of them"
    )
    planted.add_argument(
        "--classes", metavar="NAMES", help="plant in these classes of the one room only, such as *.Race*"
    )
    command(commands, "setup", setup_command)
    return parser


def command(commands: argparse._SubParsersAction, name: str, work: Callable) -> argparse.ArgumentParser:
    """One command, with the option that all have."""
    one = commands.add_parser(name, help=work.__doc__, description=work.__doc__)
    one.add_argument("--here", action="store_true", help="use the running Python's own environment, not .venv")
    one.set_defaults(work=work)
    return one


def main(words: list[str]) -> int:
    """Carries out one command; a failure of set-up ends in one sentence."""
    asked = command_line().parse_args(words)
    checkout = Checkout(ROOT, Path(sys.prefix), ours=False) if asked.here else Checkout(ROOT, ROOT / ".venv")
    try:
        return asked.work(checkout, asked)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
    except OSError as error:
        print(f"The system refused: {error}; mend that and run the same command again.", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped; the same command can be run again.", file=sys.stderr)
        return 130
    return 1


if __name__ == "__main__":
    stop_in_order()
    sys.exit(main(sys.argv[1:]))
