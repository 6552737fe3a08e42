"""Makes the pages: sources from the notebooks, a page of each by Sphinx, and a look at what came out."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from tools import environment
from tools.checkout import Checkout
from tools.files import is_writable
from tools.machine import Trouble
from tools.parts import bring
from tools.site import live
from tools.site.sources import write

HERE = Path(__file__).parent
PARTS = ["katex@0.16.22"]  # it sets formulas


def make(checkout: Checkout) -> Path:
    """The folder of pages, made anew."""
    if not has_node():
        raise Trouble("Pages need Node.js with npm, which set their formulas: install both, then run this again.")
    if not is_writable(checkout.root):
        raise Trouble(
            f"Nothing can be written into {checkout.root}, where pages would be made: "
            "copy the course into a folder of your own and run the same command there."
        )
    other = Checkout(checkout.root, checkout.root / ".venv-site")
    environment.make_beside(other, HERE / "requirements.txt")
    folder = checkout.root / "target" / "site"
    sources, pages = folder / "sources", folder / "pages"
    bring(folder, PARTS, "Pages need npm once, to bring KaTeX")
    for old in (sources, pages):
        shutil.rmtree(old, ignore_errors=True)
    (sources / "_static").mkdir(parents=True)
    bring_style(folder, sources / "_static")
    alive = live.bring(checkout.root, sources / "_static")
    write(checkout.root, sources, repository(checkout.root), alive)
    options = ["-q", "-W", "--keep-going", "-c", HERE, "-d", folder / "trees"]
    options += ["-D", f"html_static_path={sources / '_static'}"]
    options += ["-D", f"katex_folder={folder / 'node_modules' / 'katex'}"]
    command = [other.python, "-m", "sphinx", *options, sources, pages]
    if subprocess.run([str(word) for word in command], env=os.environ | {"PYTHONUTF8": "1"}).returncode:
        raise Trouble("The pages could not be made: see above.")
    return pages


def has_node() -> bool:
    """Whether Node.js is here, which sets formulas, with npm, which brings what does it."""
    return bool(shutil.which("node") and shutil.which("npm"))


def bring_style(folder: Path, static: Path) -> None:
    """Puts the style, and KaTeX's with its fonts, beside the pages."""
    shutil.copyfile(HERE / "site.css", static / "site.css")
    katex = folder / "node_modules" / "katex" / "dist"
    shutil.copyfile(katex / "katex.min.css", static / "katex.min.css")
    (static / "fonts").mkdir()
    for font in katex.glob("fonts/*.woff2"):
        shutil.copyfile(font, static / "fonts" / font.name)


def repository(root: Path) -> str | None:
    """The course's owner and name on GitHub, if it was cloned from there: Binder asks for them."""
    try:
        asked = ["git", "-C", str(root), "remote", "get-url", "origin"]
        address = subprocess.run(asked, capture_output=True, text=True).stdout
    except OSError:
        return None
    found = re.search(r"github\.com[:/]([\w.-]+/[\w.-]+?)(\.git)?\s*$", address)
    return found[1] if found else None
