"""Tables with sentences in them: on a small screen each row is a block, and each cell begins with its column's head."""

from __future__ import annotations

import re

ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
CELL = re.compile(r"<td\b(?=[^>]*>(.*?)</td>)", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
SENTENCE = 60  # letters; no number and no name has so many


def stackable(html: str) -> str:
    """The same output; a table with sentences in it gets a class, and each of its cells the head of its column."""
    words = [TAG.sub("", cell) for cell in CELL.findall(html)]
    if html.count("<table") != 1 or max(map(len, words), default=0) < SENTENCE:
        return html
    heads = [TAG.sub("", head).replace('"', "&quot;") for head in HEAD.findall(html)]
    return ROW.sub(lambda row: headed(row[0], heads), html).replace("<table", '<table class="sentences"', 1)


def headed(row: str, heads: list[str]) -> str:
    """A row whose cells name their columns; as it is where it has another number of cells."""
    if len(CELL.findall(row)) != len(heads):
        return row
    left = iter(heads)
    return CELL.sub(lambda cell: f'<td data-head="{next(left)}"', row)
