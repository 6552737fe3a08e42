"""The Java library: built by Maven when its sources changed, and tested by Maven with every check."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import xml.etree.ElementTree as xml
from pathlib import Path

from tools.checkout import Checkout
from tools.counts import Counts, added
from tools.files import check_writable, fingerprint, stamped
from tools.machine import Java, Trouble, build_environment, find_maven


def build(checkout: Checkout, java: Java) -> None:
    """Compiles and packs the library; formatter, static analysis and tests belong to `course.py test`.

    A kernel that runs has the jar open: it keeps the old one, which is put aside and not written over.
    """
    if is_fresh(checkout):
        return
    check_writable(checkout.root)
    if os.pathsep in str(checkout.root):
        raise Trouble(
            f"Java cannot read a class path through {checkout.root}: "
            f"move the course to a folder without '{os.pathsep}' in its name."
        )
    print("Building the library; the first time downloads what it needs.", flush=True)
    stamp = checkout.target / "course-stamp"
    stamp.unlink(missing_ok=True)
    replaced = checkout.jar.exists()
    checkout.jar.unlink(missing_ok=True)
    shutil.rmtree(checkout.target / "deps", ignore_errors=True)
    if maven(checkout, java, "-q", "package", "-DskipTests", silent=True) or not checkout.jar.exists():
        raise Trouble(
            "Maven could not build the library for the reason above: "
            "mend it (or check the network, if it is a download), then run the same command again."
        )
    stamp.write_text(key(checkout))
    if replaced:
        print("The library is a new one: restart the kernel of any open notebook.", flush=True)


def is_fresh(checkout: Checkout) -> bool:
    """Whether the jar was built from the sources as they are now."""
    return checkout.jar.exists() and stamped(checkout.target / "course-stamp") == key(checkout)


def key(checkout: Checkout) -> str:
    """What the library is built from."""
    sources = sorted(path for path in (checkout.root / "lib/src/main").rglob("*") if path.is_file())
    return fingerprint(*checkout.root.glob("pom.xml"), *checkout.root.glob("lib/pom.xml"), *sources)


def maven(checkout: Checkout, java: Java, *words: str, silent: bool = False) -> int:
    """Runs Maven at the top of the checkout, to its exit code; with `silent`, output is shown only on failure."""
    asked = shlex.split(os.environ.get("MAVEN_ARGS", ""))
    command = [find_maven(java), *asked, "-B", *words]
    output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT} if silent else {}
    done = subprocess.run(
        command, cwd=checkout.root, env=build_environment(java), text=True, errors="replace", **output
    )
    if silent and done.returncode:
        print(re.sub(r"\x1b\[[0-9;]*m", "", done.stdout).strip(), flush=True)
    return done.returncode


def run_tests(checkout: Checkout, java: Java, *words: str) -> Counts:
    """Runs the library's build with its checks, and counts the tests that passed and failed."""
    for folder in report_folders(checkout):
        shutil.rmtree(folder)
    print(f"Running mvn -P check {' '.join(words)}, which speaks only of what is wrong.", flush=True)
    broken = maven(checkout, java, "-q", "-P", "check", *words) != 0
    counts = added(surefire_counts(folder) for folder in report_folders(checkout))
    if broken and not counts.failed:
        print("The library's build failed outside its tests (formatter, compiler or static analysis): see above.")
        return Counts(counts.passed, 1)
    return counts


def report_folders(checkout: Checkout) -> list[Path]:
    """Where Surefire leaves reports: one folder, or one for each of several runs."""
    return sorted(folder for folder in checkout.target.glob("surefire-reports*") if folder.is_dir())


def surefire_counts(reports: Path) -> Counts:
    """How many tests passed and failed by Surefire's reports, nested ones too; skipped ones count as neither."""
    passed = failed = 0
    for report in reports.rglob("TEST-*.xml"):
        suite = xml.parse(report).getroot()
        bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        passed += int(suite.get("tests", 0)) - bad - int(suite.get("skipped", 0))
        failed += bad
    return Counts(passed, failed)
