"""The glossary: an anchor for each of its words, and links to them from where a page first uses a word."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

ROW = re.compile(r"^\| (?P<names>[^|]*\*\*[^|]*) \| (?P<meaning>[^|]*) \| \[(?P<first>\d\d)\]", re.MULTILINE)
WORD = re.compile(r"\*\*([^*]+)\*\*")
# What no link may be put into: code, formulas, links, HTML, bold words, headings, tables.
CLOSED = re.compile(
    r"(```.*?```|`[^`]*`|\$\$.*?\$\$|\$[^$]*\$|!?\[[^\]]*\]\([^)]*\)|<[^>]*>|\*\*[^*]*\*\*|^#.*?$|^\|.*?$)",
    re.DOTALL | re.MULTILINE,
)

# Words that mean too much else to be linked wherever they stand.
EVERYDAY = {"He", "cell", "dead", "group", "level", "order", "plan", "scale", "size", "start", "step", "stream", "web"}


class Glossary:
    """The words of the glossary with their meanings."""

    def __init__(self, text: str) -> None:
        """Reads the glossary's Markdown."""
        self.text = text
        rows = [(word, row) for row in ROW.finditer(text) for word in WORD.findall(row["names"])]
        self.meanings = {word: plain(row["meaning"]) for word, row in rows if word not in EVERYDAY}
        self.first = {word: row["first"] for word, row in rows}
        longest_first = sorted(self.meanings, key=len, reverse=True)
        self.any_word = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})(?![\w-])")

    def page(self) -> str:
        """The glossary with an anchor at each word."""
        return ROW.sub(lambda row: WORD.sub(anchored, row[0]), self.text)

    def link(self, text: str, lesson: str, linked: set[str]) -> str:
        """The text with a link at the first use of each word that is not linked yet; those are added.

        :param lesson: its number; a word that is met later only, "11" after "04", is another one here
        """
        if not self.meanings:
            return text
        pieces, link = CLOSED.split(text), self.once(lesson, linked)
        return "".join(piece if i % 2 else self.any_word.sub(link, piece) for i, piece in enumerate(pieces))

    def once(self, lesson: str, linked: set[str]) -> Callable[[re.Match], str]:
        """What puts a link in the place of a word that has none yet."""

        def replaced(found: re.Match) -> str:
            word = found[1]
            if word in linked or lesson < self.first[word]:
                return word
            linked.add(word)
            meaning = html.escape(self.meanings[word])
            return f'<a class="term" href="glossary.html#{anchor(word)}" title="{meaning}">{word}</a>'

        return replaced


def anchored(word: re.Match) -> str:
    """A bold word with its anchor."""
    return f'<span id="{anchor(word[1])}"></span>{word[0]}'


def anchor(word: str) -> str:
    """The anchor of a word."""
    return "word-" + re.sub(r"[^\w]+", "-", word.lower())


def plain(text: str) -> str:
    """Markdown as plain words."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("**", "").replace("`", "").strip()
