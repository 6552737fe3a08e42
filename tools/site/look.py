"""Looks at finished pages: every link leads somewhere, every picture has words, nothing comes from a network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

LOADS = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src", "video": "src"}
AFAR = re.compile(r"url\(\s*[\"']?(https?:)?//|@import\s+[\"'](https?:)?//")
TIE = re.compile(r"<!--[=?]")
OPEN = re.compile(r"'unsafe-eval'|https?:|//|\*")  # what no page's policy may allow


class Page(HTMLParser):
    """What a page loads, links to and can be linked at."""

    def __init__(self, text: str) -> None:
        """Reads the page's HTML."""
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.wordless: list[str] = []
        self.policy = ""
        self.titles = 0
        self.tied = bool(TIE.search(text))
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes one element."""
        given = dict(attrs)
        self.ids |= {given[name] for name in ("id", "name") if given.get(name)}
        self.titles += tag == "h1"
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given.get("content") or ""
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag in LOADS and given.get(LOADS[tag]):
            self.loads.append(given[LOADS[tag]])
        if tag == "img" and not (given.get("alt") or "").strip():
            self.wordless.append(given.get("src") or "?")


def pages_of(folder: Path) -> list[Path]:
    """The pages of a folder, in the order of their names."""
    return sorted(folder.rglob("*.html"))


def faults(folder: Path) -> Iterator[str]:
    """What is wrong with the pages of a folder."""
    read = {path.relative_to(folder).as_posix(): Page(path.read_text(encoding="utf-8")) for path in pages_of(folder)}
    for name, page in read.items():
        yield from (f"{name}: a picture without words, {src}" for src in page.wordless)
        yield from (f"{name}: it loads {src}, which is not here" for src in page.loads if not here(folder, name, src))
        yield from (f"{name}: {href} leads nowhere" for href in page.links if not leads(folder, read, name, href))
        if page.titles != 1 and name != "search.html":  # whose title the script writes
            yield f"{name}: it has {page.titles} titles"
        if "default-src 'none'" not in page.policy or OPEN.search(page.policy):
            yield f"{name}: no policy keeps it from asking a network: its template has to set one"
        if page.tied:
            yield f"{name}: a comment of the notebook's is left in it"
    for style in sorted(folder.rglob("*.css")):
        if AFAR.search(style.read_text(encoding="utf-8")):
            yield f"{style.relative_to(folder).as_posix()}: it asks a network"


def here(folder: Path, name: str, src: str) -> bool:
    """Whether what a page loads is in the folder, or in the page itself."""
    parts = urlsplit(src)
    if parts.scheme or parts.netloc:
        return parts.scheme == "data"
    return (folder / name).parent.joinpath(unquote(parts.path)).exists()


def leads(folder: Path, read: dict[str, Page], name: str, href: str) -> bool:
    """Whether a link leads to a page, and to a place in it; those out of the folder are not followed."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return parts.scheme in ("http", "https", "mailto")
    target = (folder / name).parent.joinpath(unquote(parts.path)) if parts.path else folder / name
    if not target.exists():
        return False
    page = read.get(target.resolve().relative_to(folder.resolve()).as_posix())
    setting = parse_qs(parts.fragment).get("live")  # of a live part
    place = f"live-{setting[0]}" if setting else unquote(parts.fragment)
    return not parts.fragment or page is None or place in page.ids | {""}
