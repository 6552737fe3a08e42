"""Looks at the live parts of finished pages: each stands in its place, with its words, and what they load is small."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from tools.site import live

LIMITS = {"live.js": 300_000, "live-js.js": 300_000, "live-figure.js": 120_000, "live-start.js": 2_000}  # gzipped
LOADED = ("_static/live.css", "_static/live-start.js")


class Parts(HTMLParser):
    """The live parts of a page, in their order among its figures."""

    def __init__(self, text: str) -> None:
        """Reads the page's HTML."""
        super().__init__()
        self.order: list[str] = []  # "figure" for each still figure of the notebook, "live" for each live one
        self.settings: list[dict] = []
        self.checks: list[str] = []
        self.loads: list[str] = []
        self.pictures = 0  # drawn ones that stand in live figures
        self.words = ""  # what their captions say
        self.inside: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes one element."""
        given = {name: value or "" for name, value in attrs}
        if tag in ("live-figure", "figcaption"):
            self.inside.append(tag)
        if tag == "live-figure":
            self.order.append("live")
            self.settings.append(json.loads(given["data-setting"]))
        if tag == "img" and "figure" in given.get("class", "").split():
            self.order.append("figure")
        if tag == "live-check" and given.get("data-example"):
            self.checks.append(given["data-id"])
        self.pictures += tag == "svg" and "live-figure" in self.inside
        self.loads.append(given.get("src") or given.get("href", ""))

    def handle_endtag(self, tag: str) -> None:
        """Leaves an element."""
        if self.inside and tag == self.inside[-1]:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        """Collects the words of a caption in a live figure."""
        if self.inside == ["live-figure", "figcaption"]:
            self.words += data


def faults(folder: Path) -> Iterator[str]:
    """What is wrong with the live parts of a folder of pages, which has them."""
    for page in sorted(folder.glob("[0-9][0-9]-*.html")):
        yield from (f"{page.name}: {fault}" for fault in faults_of(page.read_text(encoding="utf-8"), page.name[:2]))
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
    parts = Parts(text)
    figures = [number] if number in live.FIGURES else []
    if [setting["id"] for setting in parts.settings] != figures:
        yield f"its live figures are {[setting['id'] for setting in parts.settings]}, and not {figures}"
    elif figures:
        yield from faults_of_figure(parts, number)
    checks = [exercise for exercise in live.CHECKS if exercise.startswith(number)]
    if sorted(parts.checks) != sorted(checks):
        yield f"its typed exercises are {sorted(parts.checks)}, and not {sorted(checks)}"
    for name in LOADED if figures or checks else ():
        if parts.loads.count(name) != 1:
            yield f"it loads {name} {parts.loads.count(name)} times, and not once"


def faults_of_figure(parts: Parts, number: str) -> Iterator[str]:
    """What is wrong with the one live figure of a page."""
    if parts.settings[0] != {"id": number, **live.FIGURES[number]}:
        yield "its live figure has another setting than live.py"
    if parts.order[:2] != ["figure", "live"]:
        yield "its live figure does not stand under the first figure"
    if not parts.pictures:
        yield "its live figure has no still picture"
    if len(parts.words.split()) < 10:
        yield f"the words of its still picture are '{parts.words}'"
