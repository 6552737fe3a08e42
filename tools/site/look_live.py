"""Looks at the live parts of finished pages: each stands in its place, with its words, and what they load is small."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from tools.site import explore, live

LIMITS = {"live.js": 300_000, "live-js.js": 300_000, "live-figure.js": 150_000, "live-start.js": 2_000}  # gzipped
LOADED = ("_static/live.css", "_static/live-start.js")


@dataclass
class Part:
    """A live part with what stands in it for readers without scripts."""

    tag: str
    setting: dict
    pictures: int = 0
    words: str = ""


class Parts(HTMLParser):
    """The live parts of a page."""

    def __init__(self, text: str) -> None:
        """Reads the page's HTML."""
        super().__init__()
        self.parts: list[Part] = []
        self.order: list[str] = []  # "figure" for each of the notebook's, the tag of each live part
        self.checks: list[str] = []
        self.loads: list[str] = []
        self.inside: Part | None = None
        self.caption = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes one element."""
        given = {name: value or "" for name, value in attrs}
        if tag.startswith("live-") and "data-setting" in given:
            self.inside = Part(tag, json.loads(given["data-setting"]))
            self.parts.append(self.inside)
            self.order.append(tag)
        if tag == "img" and "figure" in given.get("class", "").split():
            self.order.append("figure")
        if tag == "live-check" and given.get("data-example"):
            self.checks.append(given["data-id"])
        if self.inside:
            self.inside.pictures += tag == "svg"
            self.caption = self.caption or tag == "figcaption"
        self.loads.append(given.get("src") or given.get("href", ""))

    def handle_endtag(self, tag: str) -> None:
        """Leaves an element."""
        if self.inside and tag == self.inside.tag:
            self.inside = None
        self.caption = self.caption and tag != "figcaption"

    def handle_data(self, data: str) -> None:
        """Collects the words of a caption in a live part."""
        if self.inside and self.caption:
            self.inside.words += data


def faults(folder: Path) -> Iterator[str]:
    """What is wrong with the live parts of a folder of pages, which has them."""
    for page in sorted(folder.glob("[0-9][0-9]-*.html")):
        yield from (f"{page.name}: {fault}" for fault in faults_of(page.read_text(encoding="utf-8"), page.name[:2]))
    gone = [name for name in (*LIMITS, "live.notices.txt") if not (folder / "_static" / name).exists()]
    if gone:
        yield f"{', '.join(gone)}: not beside the pages, which load it"
        return
    for name, limit in LIMITS.items():
        size = len(gzip.compress((folder / "_static" / name).read_bytes(), 9))
        if size > limit:
            yield f"{name}: {size} bytes gzipped, more than {limit}"
    if "Apache License" not in (folder / "_static" / "live.js").read_text(encoding="utf-8")[:400]:
        yield "live.js: it does not begin with its notice"
    if "Permission" not in (folder / "_static" / "live.notices.txt").read_text(encoding="utf-8"):
        yield "live.notices.txt: there are no notices in it"


def faults_of(text: str, number: str) -> Iterator[str]:
    """What is wrong with the live parts of one lesson's page."""
    page = Parts(text)
    due = [{"id": number, **live.FIGURES[number]}] if number in live.FIGURES else []
    found = [part.setting for part in page.parts if part.tag == "live-figure"]
    if found != due:
        yield f"its live figures are {found}, and not {due}"
    if due and page.order[:2] != ["figure", "live-figure"]:
        yield "its live figure does not stand under the first figure"
    beside = [part.setting["id"] for part in page.parts if part.tag == "live-part"]
    if sorted(beside) != sorted(name for name in explore.PARTS if name.startswith(number)):
        yield f"its other live parts are {beside}"
    for part in page.parts:
        if not part.pictures or len(part.words.split()) < 10:
            yield f"the still picture of {part.setting['id']} has {part.pictures} drawings and the words '{part.words}'"
    checks = [exercise for exercise in live.CHECKS if exercise.startswith(number)]
    if sorted(page.checks) != sorted(checks):
        yield f"its typed exercises are {sorted(page.checks)}, and not {sorted(checks)}"
    for name in LOADED if page.parts or checks else ():
        if page.loads.count(name) != 1:
            yield f"it loads {name} {page.loads.count(name)} times, and not once"
