"""What pages and slides load beside them, which npm brings once, in pinned versions."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tools.machine import Trouble


def bring(folder: Path, parts: list[str], why: str) -> None:
    """Lets npm bring these packages into a folder, where they are not there yet.

    :param why: the beginning of the sentence that says who needs npm: "Slides need npm once, to bring reveal.js"
    """
    stamp = folder / "parts"
    if stamp.exists() and stamp.read_text() == "\n".join(parts):
        return
    npm = shutil.which("npm")
    if not npm:
        raise Trouble(f"{why}: install Node.js, then run this again.")
    folder.mkdir(parents=True, exist_ok=True)
    command = [npm, "install", "--silent", "--no-save", "--no-audit", "--no-fund", "--prefix", str(folder), *parts]
    if subprocess.run(command, stdin=subprocess.DEVNULL).returncode:
        raise Trouble(f"npm could not bring {', '.join(parts)}: look at the network, then run this again.")
    stamp.write_text("\n".join(parts))
