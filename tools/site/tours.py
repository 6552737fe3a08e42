"""The page of tours: links to settings of live parts."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).with_name("tours.md")
LINK = re.compile(r"\[([^]]+)\]\((live|lecture):([\w-]+)(?:\?((?:[^()\s]|\([^()\s]*\))+))?\)")


class Stop(NamedTuple):
    """One link: its words, whether it opens large, the live part's id, and what the address says of its setting."""

    words: str
    large: bool
    part: str
    setting: str

    @property
    def hash(self) -> str:
        """What follows the # of the address."""
        return f"live={self.part}&{self.setting}" if self.setting else f"live={self.part}"


def stop(found: re.Match[str]) -> Stop:
    """The stop of a link in the source."""
    words, kind, part, setting = found.groups()
    return Stop(words, kind == "lecture", part, setting or "")


def stops() -> list[Stop]:
    """All links of all tours."""
    return [stop(found) for found in LINK.finditer(SOURCE.read_text(encoding="utf-8"))]


def page(names: list[str]) -> str:
    """The page in Markdown, its links as HTML that no tool for documents looks for in its own pages."""
    lessons = {name[:2]: name for name in names}

    def linked(found: re.Match[str]) -> str:
        one = stop(found)
        address = f"{lessons[one.part[:2]]}.html{'?lecture' if one.large else ''}#{one.hash}"
        return f'<a href="{html.escape(address)}">{one.words}</a>'

    return LINK.sub(linked, SOURCE.read_text(encoding="utf-8"))
