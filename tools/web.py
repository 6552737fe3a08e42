"""The live parts of pages: built with their tests, used in browsers, and what they say to type, typed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tools import environment
from tools.checkout import Checkout
from tools.counts import Counts, added
from tools.files import fingerprint, write_json
from tools.library import maven, surefire_counts
from tools.machine import Java, Trouble
from tools.processes import run_and_show
from tools.site import live

LINES = re.compile(r"^(ok|FAILS) ", re.MULTILINE)
LAST = re.compile(r"\b\d+ failed\s*$")
OF_NODE = re.compile(r"^\S+ (pass|fail) (\d+)$", re.MULTILINE)
IN_A_FRESH_CLONE = ["00", "04"]  # the lessons whose figures are looked at where nothing says which pages changed
PROGRAMS = {
    "chromium": (("chromium", "chromium-browser", "google-chrome"), "chromedriver"),
    "firefox": (("firefox", "firefox-esr"), "geckodriver"),
}


def build(checkout: Checkout, java: Java) -> Counts:
    """Builds the library for a page, and the scripts that draw and ask, each with its tests."""
    return added([compiled(checkout, java), scripts(checkout)])


def compiled(checkout: Checkout, java: Java) -> Counts:
    """The library compiled for a page, and packed."""
    reports = checkout.root / "web" / "target" / "surefire-reports"
    shutil.rmtree(reports, ignore_errors=True)
    print("Running mvn -P web package, which speaks only of what is wrong.", flush=True)
    broken = maven(checkout, java, "-q", "-P", "web", "package") != 0
    counts = surefire_counts(reports)
    broken = broken or subprocess.run([sys.executable, str(checkout.root / "web" / "pack.py")]).returncode != 0
    return Counts(counts.passed, counts.failed or int(broken))


def scripts(checkout: Checkout) -> Counts:
    """The scripts of the pages, bundled; Node.js says how many of their tests passed."""
    folder = checkout.root / "web" / "page"
    npm = shutil.which("npm")
    said = ""
    for words in (["ci", "--no-audit", "--no-fund"], ["test"], ["run", "build"]):
        print(f"Running npm {' '.join(words)}.", flush=True)
        done = subprocess.run(
            [npm, *words], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8"
        )
        said += done.stdout
        if done.returncode:
            print(done.stdout[-4000:], done.stderr[-2000:], sep="\n", flush=True)
            return Counts(failed=max(1, count_of_node("fail", said)))
    return Counts(count_of_node("pass", said), count_of_node("fail", said))


def count_of_node(kind: str, said: str) -> int:
    """How many tests Node.js says passed or failed; its sign before the word depends on its age."""
    return sum(int(number) for found, number in OF_NODE.findall(said) if found == kind)


def browsers() -> list[str]:
    """The browsers that are here with their drivers."""
    return [name for name, (ones, driver) in PROGRAMS.items() if any(map(shutil.which, ones)) and shutil.which(driver)]


def in_browsers(checkout: Checkout, everything: bool) -> Counts:
    """The library's numbers in each browser beside the JVM's, and the pages used as a reader does.

    :param everything: the figures of all lessons; else of those whose pages changed since they were last seen
    """
    found, pages = browsers(), checkout.root / "target" / "site" / "pages"
    if "chromium" not in found:
        print(
            "Chromium and its driver (on Debian: chromium-driver) are not here: the pages were not used in a browser."
        )
        return Counts()
    if everything and "firefox" not in found:
        print("Firefox and geckodriver are not here: the library's numbers were not compared in it.")
    now = prints(pages)
    if not now:
        print("There are no live pages here to use: 'course.py test web site browser' makes them first.")
        return Counts()
    lessons = sorted(now) if everything else changed(now, kept(checkout))
    if not lessons:
        print("No live page changed since it was last used in a browser.")
        return Counts()
    python = beside(checkout, ".venv-web", "requirements.txt")
    pictured = [lesson for lesson in lessons if lesson in live.FIGURES]
    runs = [["browser.py", "--no-times"], ["parts.py"]]
    runs += [["page.py", "--lessons", *pictured]] if pictured else []
    if "firefox" in found:
        runs += [["browser.py", "--no-times", "--firefox"], ["page.py", "--firefox"]]
    counts = added(told(checkout, python, *words) for words in runs)
    if not counts.failed:
        write_json(seen(checkout), kept(checkout) | {lesson: now[lesson] for lesson in lessons})
    return counts


def prints(pages: Path) -> dict[str, str]:
    """By the lesson's number, what its live page is made of; none where pages have no live parts."""
    made = sorted((pages / "_static").glob("live*"))
    made = [path for path in made if path.name != live.PACKED[1]]  # whose functions stand in another order each time
    return {page.name[:2]: fingerprint(page, *made) for page in sorted(pages.glob("[0-9][0-9]-*.html")) if made}


def seen(checkout: Checkout) -> Path:
    """Where it is written down which pages were used in a browser."""
    return checkout.root / "target" / "site" / "seen.json"


def kept(checkout: Checkout) -> dict[str, str]:
    """The pages that were used in a browser, as they were then."""
    path = seen(checkout)
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def changed(now: dict[str, str], before: dict[str, str]) -> list[str]:
    """The lessons to look at: what changed; in a fresh clone, where nothing is known, two of them."""
    return sorted(number for number in now if now[number] != before.get(number)) if before else IN_A_FRESH_CLONE


def in_frameworks(checkout: Checkout) -> Counts:
    """What live figures say to type, run in PyTorch, Keras, Flax and Java."""
    try:
        python = beside(checkout, ".venv-frameworks", "frameworks.txt")
    except Trouble as trouble:
        print(f"What live figures say to type was not tried. {trouble}")
        return Counts()
    return told(checkout, python, "frameworks.py")


def beside(checkout: Checkout, name: str, requirements: str) -> Path:
    """The Python of an environment of its own with these packages."""
    other = Checkout(checkout.root, checkout.root / name)
    environment.make_beside(other, checkout.root / "web" / "test" / requirements)
    return other.python


def told(checkout: Checkout, python: Path, script: str, *words: str) -> Counts:
    """The checks that a script of web/test tells of, a line each; one that dies before its last line has failed."""
    command = [str(python), str(checkout.root / "web" / "test" / script), *words]
    code, said = run_and_show(command, checkout.root, os.environ | {"PYTHONUTF8": "1", "SE_OFFLINE": "true"})
    lines = LINES.findall(said)
    failed = lines.count("FAILS")
    return Counts(lines.count("ok"), failed or int(code != 0 or not LAST.search(said)))
