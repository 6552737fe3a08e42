"""How the Python of the course is written: asked of ruff, whose rules stand in ruff.toml."""

from __future__ import annotations

import subprocess

from tools.checkout import Checkout
from tools.counts import Counts, added


def check(checkout: Checkout) -> Counts:
    """Formatting and findings, one check each; what fails says its cure."""
    ruff = f"{checkout.python.relative_to(checkout.root) if checkout.ours else checkout.python} -m ruff"
    return added(
        [
            asked(checkout, ["format", "--check"], f"Some Python is laid out otherwise: '{ruff} format' mends it."),
            asked(checkout, ["check"], f"ruff found what stands above: '{ruff} check --fix' mends some, you the rest."),
        ]
    )


def asked(checkout: Checkout, words: list[str], complaint: str) -> Counts:
    """One question to ruff, which speaks only of what is wrong."""
    command = [str(checkout.python), "-m", "ruff", *words, "--quiet", "."]
    if subprocess.run(command, cwd=checkout.root).returncode == 0:
        return Counts(passed=1)
    print(complaint, flush=True)
    return Counts(failed=1)
