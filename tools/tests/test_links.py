"""Links of a notebook lead somewhere."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from tools.check.links import ELSEWHERE, LINK, fault, leads_somewhere
from tools.tests.books import RuleTest, book, cell
from tools.tests.test_quotes import words

GOOD = (
    "[a](01-b.ipynb)",
    "[a](01-b.ipynb#What-to-type)",
    "[a](card.md#what-to-type) and [b](card.md#What-to-type?)",
    "[a](figures/a%20b.svg) ![b](<figures/a%20b.svg>)",
    "[own](#A-own-heading)",
    "[far](https://example.org/x.html#y) [mail](mailto:a@b.c)",
    '[titled](card.md "a title")',
    "`[a](gone.md)`",
    "f(x)(gone), $E[z](x)$",
    '<img src="figures/a%20b.svg">',
)
BAD = {
    "[a](gone.ipynb)": "gone.ipynb: there is no such file",
    "[a](01-b.ipynb#Gone)": "01-b.ipynb#Gone: 01-b.ipynb has no such heading",
    "[a](01-b.ipynb#what-to-type)": "no such heading",
    "[a](card.md#gone)": "no such heading",
    "[a](#Gone)": "00-a.ipynb has no such heading",
    "![a](figures/gone.svg)": "no such file",
    '<a href="gone.md">a</a>': "gone.md: there is no such file",
}


class Links(RuleTest):
    """Links to files and headings of the course."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "figures").mkdir()
        (self.folder / "figures/a b.svg").touch()
        (self.folder / "card.md").write_text("# Card\n\n## What to type?\n")
        (self.folder / "01-b.ipynb").write_text(json.dumps(book(cell("# no"), words("Words\n## **What** to type\n"))))

    def lesson(self, text: str) -> dict:
        """A lesson with these words."""
        whole = book(words(text), words("# A own heading"), cell("[a](gone.md)"))
        (self.folder / "00-a.ipynb").write_text(json.dumps(whole))
        return {**whole, "path": self.folder / "00-a.ipynb"}

    def test_links_that_lead_somewhere(self):
        for text in GOOD:
            self.holds(leads_somewhere, self.lesson(text))

    def test_links_that_do_not(self):
        for text, why in BAD.items():
            self.breaks(leads_somewhere, f"^text-01: .*{why}", self.lesson(text))

    def test_pages_beside_the_notebooks_lead_somewhere(self):
        root = Path(__file__).resolve().parents[2]
        for page in (root / "README.md", root / "notebooks" / "glossary.md", root / "notebooks" / "card.md"):
            targets = [one or other for one, other in LINK.findall(page.read_text(encoding="utf-8"))]
            wrong = {target: fault(target, page) for target in targets if not ELSEWHERE.match(target)}
            self.assertEqual({target: why for target, why in wrong.items() if why}, {}, page.name)
