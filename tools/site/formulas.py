"""A Sphinx extension: formulas are set by KaTeX while the pages are made, so that a reader needs no script for them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from docutils import nodes
from sphinx.errors import ExtensionError

Key = tuple[str, bool]  # what it says, and whether it stands on lines of its own
FOUND: dict[Key, str] = {}


def setup(app) -> dict:
    """Registers it with Sphinx."""
    app.add_config_value("katex_folder", "", "html")
    app.add_html_math_renderer("katex", (visit, None), (visit, None))
    app.connect("env-updated", set_all)
    return {"parallel_read_safe": True, "parallel_write_safe": False}


def key(node: nodes.Node) -> Key:
    """What identifies a formula."""
    return node.astext(), isinstance(node, nodes.math_block)


def set_all(app, env) -> None:
    """Sets the formulas of all pages in one run of KaTeX."""
    pages = (env.get_doctree(name) for name in env.found_docs)
    keys = {key(node) for page in pages for kind in (nodes.math, nodes.math_block) for node in page.findall(kind)}
    FOUND.update(zip(sorted(keys), rendered(sorted(keys), app.config.katex_folder), strict=True))


def rendered(keys: list[Key], katex: str) -> list[str]:
    """The HTML of formulas."""
    command = ["node", str(Path(__file__).with_name("formulas.cjs")), katex]
    done = subprocess.run(command, input=json.dumps(keys), capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise ExtensionError(f"KaTeX cannot set a formula: {done.stderr.strip()[-800:]}")
    return json.loads(done.stdout)


def visit(writer, node: nodes.Node) -> None:
    """Writes one formula."""
    html = FOUND[key(node)]
    writer.body.append(f'<div class="formula">{html}</div>' if key(node)[1] else html)
    raise nodes.SkipNode
