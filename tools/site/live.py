"""The live figure and the live exercises of each lesson: their settings, and where they stand on its page."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

from tools.files import fingerprint
from tools.machine import Trouble
from tools.site import explore

PAGE = Path("web") / "page"
MADE = ("live-figure.js", "live-start.js", "live.css", "live.notices.txt")  # by `npm run build` in web/page
LIBRARY = Path("web") / "target" / "page"
PACKED = ("live.js", "live-js.js")  # by `mvn -P web package`: the library for a page, and for an older browser
PLAIN = "initlab.js"  # the library for Node, which draws the still pictures
# What is built, and what of: files and folders; the one that Maven makes is older than the one that is packed of it.
BUILT_OF = {
    LIBRARY / PLAIN: ("pom.xml", "lib/pom.xml", "lib/src/main", "web/pom.xml", "web/src/main"),
    LIBRARY / PACKED[0]: (
        "web/target/page/initlab.js",
        "web/pack.py",
        "web/page/functions.js",
        "web/page/live.js",
        "web/page/worker.js",
    ),
    PAGE / "dist" / MADE[1]: ("web/page/build.mjs", "web/page/live.css", "web/page/package-lock.json", "web/page/src"),
}
CHECK = re.compile(r'^Check\.exercise\("([\w-]+)"', re.MULTILINE)

# By the lesson's number: a net, the start with one number k and the range of its slider (least, most, step), where
# it begins, other starts that are drawn too, how many decades a guess may be from 1, the question; inputs to each net,
# where it is not one; what to try where no knob is level (hint), and what is missing where level is not enough (after).
FIGURES = {
    "00": {
        "activation": "ReLU", "width": 64, "depth": 50,
        "kind": "gain", "range": [0.5, 2.5, 0.01], "first": 1, "beside": ["He", "orthogonal"], "reach": 20,
        "question": "The input of 50 ReLU layers of 64 neurons has second moment 1, and the weights are normal with "
        "std 1/√64: what is the second moment after the last layer?",
    },
    "01": {
        "activation": "ReLU", "width": 16, "depth": 10, "batch": 32,
        "kind": "constant", "range": [0.005, 0.6, 0.005], "first": 0.5, "beside": ["He"], "reach": 20,
        "question": "In 10 ReLU layers of 16 neurons every weight is 0.5, and the input has second moment 1: what is "
        "the second moment after the last layer?",
        "after": "Level is not enough here: equal neurons stay one and the same. Among the starts under More to turn, "
        "one adds noise to the weights.",
    },
    "02": {
        "activation": "linear", "width": 100, "depth": 30,
        "kind": "std", "range": [0.04, 0.2, 0.001], "first": 0.05, "beside": ["LeCun"], "reach": 20,
        "question": "The weights of 30 linear layers of 100 neurons are drawn from N(0, 0.05²), and the input has "
        "second moment 1: what is the second moment after the last layer?",
    },
    "03": {
        "activation": "tanh", "width": 64, "depth": 50,
        "kind": "gain", "range": [0.5, 2.5, 0.01], "first": 1, "beside": ["orthogonal"], "reach": 5,
        "question": "50 tanh layers of 64 neurons are started by Xavier's rule, which is gain 1 here, and the input "
        "has second moment 1: what is the second moment after the last layer?",
    },
    "04": {
        "activation": "ReLU", "width": 16, "depth": 50,
        "kind": "gain", "range": [1, 2, 0.01], "first": 1.41, "beside": ["Xavier"], "reach": 5,
        "question": "With He's rule, gain √2, the mean over all nets stays at 1: what is the second moment of a "
        "typical net of 50 ReLU layers of only 16 neurons after the last layer?",
    },
    "05": {
        "activation": "linear", "width": 16, "depth": 50,
        "kind": "gain", "range": [0.8, 1.5, 0.01], "first": 1, "beside": ["orthogonal"], "reach": 5,
        "question": "Orthogonal weights keep every length in 50 linear layers of 16 neurons: what does a typical net "
        "with Gaussian weights of the same scale, gain 1, leave of a second moment of 1?",
    },
    "06": {
        "activation": "ReLU", "width": 64, "depth": 50,
        "kind": "gain", "range": [1, 2.2, 0.01], "first": 1.7, "beside": ["He", "LSUV"], "reach": 10,
        "question": "The weights of 50 ReLU layers of 64 neurons are 1.2 times as large as He's, gain 1.7, and nobody "
        "measures: what has become of a second moment of 1 after the last layer?",
    },
    "07": {
        "activation": "SiLU", "width": 64, "depth": 50,
        "kind": "gain", "range": [1, 2.2, 0.01], "first": 1.68, "beside": ["He"], "reach": 10,
        "question": "One SiLU layer with gain 1.68 keeps a second moment of 1: what do 50 such layers of 64 neurons "
        "make of it?",
        "hint": "Look for a gain that holds this net: with a little less it dies out, with a little more it grows. "
        "Then choose a rule that you type under More to turn, and type looks-linear: halves that mirror each other "
        "cancel the bend.",
    },
    "08": {
        "activation": "tanh", "width": 64, "depth": 30,
        "kind": "gain", "range": [0.5, 3, 0.01], "first": 0.8, "beside": ["orthogonal"], "reach": 10,
        "question": "30 tanh layers of 64 neurons have σ_w = 0.8, which is the gain, and no biases: what is left of a "
        "second moment of 1 after the last layer?",
    },
}  # fmt: skip

# Exercises whose answer can be typed, each with an example of what can be read.
NUMBER, RULE = "0.3 or sqrt(2/5)", "sqrt(2/fanIn) or uniform(0.1)"
CHECKS = {
    "00-level": NUMBER,
    "00-rule": RULE,
    "01-gradient": "1.5, -2",
    "02-limit": NUMBER,
    "02-growth": NUMBER,
    "03-xavier": RULE,
    "03-treaty": RULE,
    "03-gain": NUMBER,
    "04-width": "100",
    "04-leaky": RULE,
    "05-wide": NUMBER,
    "07-power": NUMBER,
    "07-gate": NUMBER,
    "08-angle": NUMBER,
    "09-groups": NUMBER,
    "09-bias": NUMBER,
    "10-factor": NUMBER,
    "10-rank": NUMBER,
    "11-scale": NUMBER,
    "11-classes": "1, 0, -1, log(1/3)",
    "11-word": NUMBER,
}

# What a right answer draws in the lesson's figure, {} standing for the answer; a number of one width goes to any.
DRAWN = {
    "00-level": {"f": "abs(x)", "r": "({})*sqrt(400/fanIn)"},
    "00-rule": {"r": "{}"},
    "02-limit": {"r": "uniform(({})*sqrt(300/fanIn))"},
    "02-growth": {"w": 50, "d": 4, "r": "{}"},
    "03-xavier": {"r": "{}"},
    "03-treaty": {"r": "{}"},
    "03-gain": {"d": 100, "r": "({})/sqrt(fanIn)"},
    "04-leaky": {"f": "max(x, 0.5*x)", "w": 64, "r": "{}"},
}
SETTINGS = {**FIGURES, **explore.PARTS}  # of all that have a still picture


class Live:
    """The live parts of pages, with the still picture of each figure.

    :param stills: by the lesson's number, svg and words
    """

    def __init__(self, stills: dict[str, dict[str, str]]) -> None:
        """Keeps the pictures."""
        self.stills = stills

    def place(self, number: str, cells: list[dict]) -> None:
        """Puts a lesson's live figure under its first figure, and inputs under its exercises."""
        pictured = next((cell for cell in cells if any(map(is_picture, cell.get("outputs", [])))), None)
        if pictured and number in self.stills:
            pictured["outputs"].append(as_output(figure(number, self.stills[number])))
        for cell, words in explore.parts(number, cells, self.stills):
            cell["outputs"].append(as_output(words))
        for cell in cells:
            found = CHECK.search(cell["source"]) if cell["cell_type"] == "code" else None
            if found and found[1] in CHECKS:
                cell["outputs"].append(as_output(check(found[1])))


def is_picture(output: dict) -> bool:
    """Whether an output is a figure."""
    return 'class="figure"' in output.get("data", {}).get("text/html", "")


def as_output(words: str) -> dict:
    """HTML as a cell's output; the page's template loads what makes it live."""
    return {"output_type": "display_data", "metadata": {}, "data": {"text/html": words}}


def figure(number: str, still: dict[str, str]) -> str:
    """The HTML of a lesson's live figure."""
    setting = {"id": number, **FIGURES[number]}
    return explore.element("live-figure", setting, FIGURES[number]["question"], still)


def check(exercise: str) -> str:
    """The HTML of a live exercise; without scripts there is nothing to see."""
    drawn = f' data-draw="{html.escape(json.dumps(DRAWN[exercise]))}"' if exercise in DRAWN else ""
    return f'<live-check data-id="{exercise}" data-example="{html.escape(CHECKS[exercise])}"{drawn}></live-check>'


def bring(root: Path, static: Path) -> Live | None:
    """Puts what live pages load beside the pages; none, with a line that says so, where it was not built."""
    loaded = [*(root / LIBRARY / name for name in PACKED), *(root / PAGE / "dist" / name for name in MADE)]
    needed = [*loaded, root / LIBRARY / PLAIN, root / PAGE / "node_modules"]
    missing = [path.relative_to(root).as_posix() for path in needed if not path.exists()]
    if missing:
        print(f"Pages without live figures: {missing[0]} is not built (see CONTRIBUTING.md).")
        return None
    changed = newer(root)
    if changed:
        print(
            f"The live figures are of an older build: {changed} is newer (see CONTRIBUTING.md for how to build anew)."
        )
    for path in loaded:
        shutil.copyfile(path, static / path.name)
    return Live(known(root))


def newer(root: Path) -> str | None:
    """A source that was written after what is built of it; none where the build is of the sources as they are."""
    for made, places in BUILT_OF.items():
        when = (root / made).stat().st_mtime
        for path in (file for place in places for file in files(root / place)):
            if path.stat().st_mtime > when:
                return path.relative_to(root).as_posix()
    return None


def files(place: Path) -> list[Path]:
    """The files of a folder, in the order of their names; a file itself, if it is there."""
    found = sorted(place.rglob("*")) if place.is_dir() else [place]
    return [path for path in found if path.is_file()]


def known(root: Path) -> dict[str, dict[str, str]]:
    """The still pictures, which take half a minute: those of before, if what draws them is as it was.

    The library is known by its WebAssembly: TeaVM puts the functions of its JavaScript in another order each time.
    """
    drawing = (LIBRARY / PACKED[0], PAGE / "still.mjs", PAGE / "package-lock.json", PAGE / "src")
    stamp = fingerprint(json.dumps(SETTINGS), *(path for place in drawing for path in files(root / place)))
    kept = root / "target" / "site" / "stills.json"
    before = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    if before.get("stamp") == stamp:
        return before["stills"]
    stills = drawn(root)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps({"stamp": stamp, "stills": stills}), encoding="utf-8")
    return stills


def drawn(root: Path) -> dict[str, dict[str, str]]:
    """The still picture of each lesson's figure."""
    command = ["node", str(root / PAGE / "still.mjs"), str(root / LIBRARY / PLAIN)]
    asked = json.dumps([{"id": number, **setting} for number, setting in SETTINGS.items()])
    done = subprocess.run(command, input=asked, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise Trouble(f"The still pictures of live figures cannot be drawn: {done.stderr.strip()[-800:]}")
    return dict(zip(SETTINGS, json.loads(done.stdout), strict=True))
