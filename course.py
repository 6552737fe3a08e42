#!/usr/bin/env python3
"""Before Step One: the one command that sets the course up, opens it, runs it and tests it.

python3 course.py lab                   set up what is missing and open the course in JupyterLab
python3 course.py test [PART...]        set up what is missing and run every check, or parts: library, notebooks, launcher, or a notebook;
                                        --all adds notebooks with other knobs, and every other JDK on this machine
python3 course.py run NOTEBOOK...       execute notebooks without a browser; --save keeps their outputs
python3 course.py slides NUMBER         make slides of a notebook, to be shown without a network
python3 course.py doctor                say what is missing or broken, each with its cure
python3 course.py bench                 time the course beside its Python counterpart
python3 course.py mutate                plant faults in the library and count those that its tests catch
python3 course.py setup                 set up only
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 10):
    sys.exit("Python %d.%d is too old for the course: run it with Python 3.10 or newer." % sys.version_info[:2])

import argparse
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.dont_write_bytecode = True

from tools import doctor as the_doctor  # noqa: E402
from tools import machine, setup  # noqa: E402
from tools import slides as the_slides  # noqa: E402
from tools.machine import Java, Trouble  # noqa: E402
from tools.setup import Place  # noqa: E402

FIRST = "notebooks/00-start-here.ipynb"
USUAL_PORT = 8888


# ---------------------------------------------------------------- lab


def lab(place: Place, asked: argparse.Namespace) -> int:
    """Sets up and opens JupyterLab on the first notebook; returns when the server is stopped."""
    port = free_port(asked.port)
    setup.set_up(place)
    print(f"Opening the course in JupyterLab on port {port}; stop it with Ctrl-C, pressed twice.", flush=True)
    command = [
        place.python,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={place.root}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
    ]
    command += [f"--LabApp.default_url=/lab/tree/{FIRST}", "--LabApp.extension_manager=readonly", "--log-level=WARN"]
    command += ["--no-browser"] if asked.no_browser else []
    command += ["--allow-root"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    return serve([str(word) for word in command], setup.jupyter_environment(place))


def serve(command: list[str], environment: dict[str, str]) -> int:
    """Runs a server to its end; Ctrl-C is for the server to answer, so that it can stop its kernels."""
    server = subprocess.Popen(command, env=environment)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    code = server.wait()
    return 0 if -code in (signal.SIGINT, signal.SIGTERM) else code


def free_port(asked: int | None) -> int:
    """The port that was asked for, or the first free one from the usual port on."""
    if asked is None:
        for port in range(USUAL_PORT, USUAL_PORT + 50):
            if the_doctor.is_free(port):
                return port
        raise Trouble(
            f"Every port from {USUAL_PORT} to {USUAL_PORT + 49} is taken: close a server, or choose another port with --port."
        )
    if not the_doctor.is_free(asked):
        raise Trouble(f"Port {asked} is taken: close what uses it, or choose another with --port, or leave --port out.")
    return asked


# ---------------------------------------------------------------- test


def test(place: Place, asked: argparse.Namespace) -> int:
    """Sets up, runs every check, and ends with one line of counts."""
    parts = {"library": library_tests, "notebooks": notebook_checks, "launcher": launcher_tests, "jdks": jdk_tests}
    books = [Path(part).resolve() for part in asked.parts if part.endswith(".ipynb")]
    unknown = [part for part in asked.parts if part not in parts and not part.endswith(".ipynb")]
    if unknown:
        raise Trouble(f"There is no part '{unknown[0]}' to test: choose among {', '.join(parts)}, or name a notebook.")
    java = section("set-up", lambda: setup.set_up(place))
    passed = failed = 0
    for name, part in parts.items():
        usual = not asked.parts and (asked.all or name != "jdks")
        if usual or name in asked.parts or (name == "notebooks" and books):
            good, bad = section(name, lambda: part(place, java, books, asked.all))
            passed, failed = passed + good, failed + bad
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


def section(name: str, work):
    """Runs one part under its heading, and says how long it took."""
    print(f"\n== {name}", flush=True)
    start = time.monotonic()
    result = work()
    counts = f": {result[0]} good, {result[1]} bad" if isinstance(result, tuple) else ""
    print(f"-- {name} took {time.monotonic() - start:.1f} s{counts}", flush=True)
    return result


def library_tests(place: Place, java: Java, books: list[Path], all_of_it: bool) -> tuple[int, int]:
    """Formatter, static analysis and every test of the Java library."""
    return counted_maven(place, java, "verify")


def counted_maven(place: Place, java: Java, *words: str) -> tuple[int, int]:
    """Runs the library's build with its checks, and counts the tests that passed and failed."""
    reports = place.target / "surefire-reports"
    shutil.rmtree(reports, ignore_errors=True)
    print(f"Running mvn -P check {' '.join(words)}, which speaks only of what is wrong.", flush=True)
    broken = setup.maven(place, java, "-q", "-P", "check", *words) != 0
    passed, failed = surefire_counts(reports)
    if broken and not failed:
        print("The library's build failed outside its tests (formatter, compiler or static analysis): see above.")
        failed = 1
    return passed, failed


def surefire_counts(reports: Path) -> tuple[int, int]:
    """How many tests passed and failed according to Surefire's reports; skipped ones count as neither."""
    passed = failed = 0
    for report in reports.glob("TEST-*.xml"):
        suite = xml.parse(report).getroot()
        bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        passed += int(suite.get("tests", 0)) - bad - int(suite.get("skipped", 0))
        failed += bad
    return passed, failed


def notebook_checks(place: Place, java: Java, books: list[Path], all_of_it: bool) -> tuple[int, int]:
    """Every check of every notebook, on the real kernel; all of it: with other knobs too."""
    books = books or sorted((ROOT / "notebooks").glob("*.ipynb")) + sorted(
        (ROOT / "notebooks/solutions").glob("*.ipynb")
    )
    if not books:
        print("There are no notebooks to check.")
        return 0, 0
    knobs = ["--knobs"] if all_of_it else []
    return counted_checks(notebook_command(place, "check", *knobs, books), setup.jupyter_environment(place))


def counted_checks(command: list[str], environment: dict[str, str]) -> tuple[int, int]:
    """Runs the notebook checker, and counts the checks that held and that did not."""
    said = heard(command, environment)
    counts = re.search(r"checks that held: (\d+), that did not: (\d+)\s*$", said)
    return (int(counts[1]), int(counts[2])) if counts else (0, 1)


def jdk_tests(place: Place, java: Java, books: list[Path], all_of_it: bool) -> tuple[int, int]:
    """The library's tests and the first notebook on every other JDK of this machine; the classes stay as they were compiled."""
    others = [one for one in machine.installed_javas() if one.home.resolve() != java.home.resolve()]
    if not others:
        print(f"There is no JDK {machine.OLDEST_JAVA} or newer here but the one that ran everything else.")
    passed = failed = 0
    for one in others:
        print(f"Java {one.version}, {one.home.name}:", flush=True)
        for good, bad in (
            counted_maven(place, java, "test-compile", "surefire:test", f"-Djvm={one.program}"),
            first_notebook_on(place, one),
        ):
            passed, failed = passed + good, failed + bad
    return passed, failed


def first_notebook_on(place: Place, java: Java) -> tuple[int, int]:
    """Checks the first notebook on a JDK that is not the registered kernel's, which stays as it is."""
    with tempfile.TemporaryDirectory() as folder:
        spec = setup.kernel_spec(place, java, archived=False)
        setup.write(Path(folder) / "kernels" / "java" / "kernel.json", spec)
        environment = {**setup.jupyter_environment(place), "JUPYTER_PATH": folder}  # found before the registered one
        return counted_checks(notebook_command(place, "check", ROOT / FIRST), environment)


def launcher_tests(place: Place, java: Java, books: list[Path], all_of_it: bool) -> tuple[int, int]:
    """The tests of this launcher and of the notebook checker."""
    suite = unittest.defaultTestLoader.discover(str(ROOT / "tools" / "tests"), top_level_dir=str(ROOT))
    result = unittest.TextTestRunner(verbosity=1, stream=sys.stdout).run(suite)
    failed = len(result.failures) + len(result.errors)
    return result.testsRun - failed - len(result.skipped), failed


def notebook_command(place: Place, *words) -> list[str]:
    """The command line of the notebook checker, lists of paths laid flat."""
    flat = [part for word in words for part in (word if isinstance(word, list) else [word])]
    return [str(part) for part in [place.python, "-m", "tools.check", *flat]]


def heard(command: list[str], environment: dict[str, str]) -> str:
    """Runs a command, shows what it prints as it comes, and returns it."""
    lines = []
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8", errors="replace"
    ) as process:
        for line in process.stdout:
            print(line, end="", flush=True)
            lines.append(line)
    return "".join(lines)


def patiently(command: list[str], environment: dict[str, str]) -> int:
    """Runs a command; on Ctrl-C it is given the time to stop its kernels."""
    with subprocess.Popen(command, cwd=ROOT, env=environment) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.wait(timeout=20)
            raise


# ---------------------------------------------------------------- run, doctor, bench, setup


def run(place: Place, asked: argparse.Namespace) -> int:
    """Executes notebooks without a browser."""
    missing = [book for book in asked.notebooks if not book.is_file()]
    if missing:
        raise Trouble(f"There is no notebook {missing[0]}: name a file, for example {FIRST}.")
    setup.set_up(place)
    words = ["run", "--save"] if asked.save else ["run"]
    return patiently(notebook_command(place, *words, [book.resolve() for book in asked.notebooks]), setup.jupyter_environment(place))


def doctor(place: Place, asked: argparse.Namespace) -> int:
    """Says what is missing, each with its cure; fails if something is missing that the course needs."""
    return the_doctor.report(the_doctor.examine(place, USUAL_PORT))


def bench(place: Place, asked: argparse.Namespace) -> int:
    """Times the course beside its Python counterpart, which lives in an environment of its own."""
    script, requirements = ROOT / "lib/bench/bench.py", ROOT / "lib/bench/requirements.txt"
    if not (script.exists() and requirements.exists()):
        raise Trouble("There is no benchmark in lib/bench: get the whole course, then run the same command again.")
    setup.set_up(place)
    other = Place(place.root, place.root / ".venv-bench")
    stamp, key = other.prefix / "course-stamp", setup.fingerprint(str(other.prefix), requirements)
    if setup.stamped(stamp) != key:
        setup.new_environment(other.prefix)
        setup.install_packages(other.python, requirements)
        setup.settle_jupyter(other)
        stamp.write_text(key)
    kernels = {"JUPYTER_PATH": str(place.prefix / "share" / "jupyter")}
    return patiently([str(other.python), str(script), *asked.words], {**setup.jupyter_environment(other), **kernels})


def slides(place: Place, asked: argparse.Namespace) -> int:
    """Makes slides of a notebook as it is saved, in target/slides, to be shown without a network."""
    books = [the_slides.notebook(place, name) for name in asked.notebooks]
    setup.set_up(place)
    for book in books:
        print(f"Open {the_slides.make(place, book)} in a browser.")
    return 0


def mutate(place: Place, asked: argparse.Namespace) -> int:
    """Plants small faults in the library and counts how many its fast tests catch (PIT; minutes)."""
    java = setup.set_up(place)
    goal = "org.pitest:pitest-maven:mutationCoverage"
    return setup.maven(place, java, "-P", "check,mutate", "test-compile", goal, "-pl", "lib")


def set_up_only(place: Place, asked: argparse.Namespace) -> int:
    """Sets up, and says that all is ready."""
    java = setup.set_up(place)
    print(f"Ready: Java {java.version}, the library and the kernel 'java' are in place.")
    return 0


# ---------------------------------------------------------------- the command line


def command_line() -> argparse.ArgumentParser:
    """The commands and their options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, work) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=work.__doc__, description=work.__doc__)
        one.add_argument(
            "--here", action="store_true", help="use the Python environment that runs this, instead of making .venv"
        )
        one.set_defaults(work=work)
        return one

    opens = command("lab", lab)
    opens.add_argument("--no-browser", action="store_true", help="start the server only, and print its address")
    opens.add_argument(
        "--port", type=int, help=f"the server's port; without it the first free one from {USUAL_PORT} on"
    )
    tests = command("test", test)
    tests.add_argument("parts", nargs="*", metavar="PART", help="library, notebooks, launcher, jdks, or a notebook's path")
    tests.add_argument(
        "--all", action="store_true", help="run notebooks with other knobs too, and the library and notebook 00 on every other JDK"
    )
    runs = command("run", run)
    runs.add_argument("notebooks", nargs="+", type=Path, metavar="NOTEBOOK")
    runs.add_argument("--save", action="store_true", help="keep the outputs in the notebook")
    command("doctor", doctor)
    command("bench", bench).add_argument("words", nargs="*", help="options for the benchmark, after --")
    command("slides", slides).add_argument(
        "notebooks", nargs="+", metavar="NUMBER", help="a notebook's number, such as 03, or its path"
    )
    command("mutate", mutate)
    command("setup", set_up_only)
    return parser


def main(words: list[str]) -> int:
    """Carries out one command; a failure of set-up ends in one sentence."""
    asked = command_line().parse_args(words)
    place = Place(ROOT, Path(sys.prefix), ours=False) if asked.here else Place(ROOT, ROOT / ".venv")
    try:
        return asked.work(place, asked)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
    except OSError as error:
        print(f"The system refused: {error}; mend that and run the same command again.", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped; the same command can be run again.", file=sys.stderr)
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
