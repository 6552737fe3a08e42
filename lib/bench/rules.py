"""Times every rule of docs/initializers.md, for its column `ns`: processor time for one weight, one thread.

python3 course.py bench -- --rules
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from ours import JAR, command

PAGE = Path(__file__).resolve().parent.parent / "docs" / "initializers.md"


def report() -> None:
    """Has Rules.java print one row for each rule of the page."""
    rows = [line.replace("`", "").split("|")[1:3] for line in PAGE.read_text().splitlines() if line.startswith("| `")]
    calls = "".join(f"{layer.strip()}\t{call.strip()}\n" for call, layer in rows)
    subprocess.run(command(JAR, "Rules.java"), input=calls, text=True, check=True)
