"""Links of a notebook's words to files of the course lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

from tools.check.job import Execution
from tools.check.notebook import joined, json_of
from tools.check.quotes import without_code

LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?[^)]*\)|\b(?:href|src)=\"([^\"]+)\"")
FORMULA = re.compile(r"\$\$.*?\$\$|\$[^$\n]*\$", re.DOTALL)  # E[z](x) is no link
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*\s*$", re.MULTILINE)


def leads_somewhere(book: dict, done: Execution) -> list[str]:
    """Every link to a file of the course leads to one, and to a heading that it has."""
    found = []
    for number, cell in enumerate(book["cells"]):
        if cell["cell_type"] == "markdown":
            prose = FORMULA.sub("", without_code(cell["source"]))
            targets = [one or other for one, other in LINK.findall(prose)]
            wrong = [(target, fault(target, book["path"])) for target in targets if not ELSEWHERE.match(target)]
            found += [f"{cell.get('id', f'cell {number}')}: {target}: {why}" for target, why in wrong if why]
    return found


def fault(target: str, of: Path) -> str:
    """What is wrong with a link; nothing if it leads somewhere."""
    name, _, anchor = unquote(target).partition("#")
    file = of.parent / name if name else of
    if not file.exists():
        return "there is no such file"
    if anchor and file.suffix in (".ipynb", ".md") and anchor not in anchors(file):
        return f"{file.name} has no such heading"
    return ""


def anchors(file: Path) -> set[str]:
    """What the headings of a file are called in links: as JupyterLab does it and, for Markdown, as GitHub does."""
    if file.suffix == ".md":
        headings = HEADING.findall(file.read_text(encoding="utf-8"))
        return {jupyter(one) for one in headings} | {github(one) for one in headings}
    cells = [cell for cell in json_of(file)["cells"] if cell["cell_type"] == "markdown"]
    return {jupyter(one) for cell in cells for one in HEADING.findall(joined(cell["source"]))}


def jupyter(heading: str) -> str:
    """A heading's name in links on a page of JupyterLab."""
    return re.sub(r"[*`]", "", heading).replace(" ", "-")


def github(heading: str) -> str:
    """A heading's name in links on a page of GitHub."""
    return re.sub(r"[^\w\s-]", "", heading.lower()).strip().replace(" ", "-")
