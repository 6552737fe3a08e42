"""Files that set-up leaves: stamps, which say what a step was made from, and JSON."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from tools.machine import Trouble


def fingerprint(*parts: str | Path) -> str:
    """A hash over texts and the contents of files."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode() if isinstance(part, str) else part.as_posix().encode() + part.read_bytes())
        digest.update(b"\0")
    return digest.hexdigest()


def stamped(stamp: Path) -> str | None:
    """What a stamp says; None if there is none."""
    try:
        return stamp.read_text()
    except OSError:
        return None


def write_json(path: Path, content: dict) -> None:
    """Writes JSON whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    os.replace(fresh, path)


def is_writable(folder: Path) -> bool:
    """Whether we may write into a folder."""
    return os.access(folder, os.W_OK)


def check_writable(folder: Path) -> None:
    """Refuses a checkout that set-up has to write into and may not."""
    if not is_writable(folder):
        raise Trouble(
            f"Nothing can be written into {folder}, and set-up has something to write: "
            "copy the course into a folder of your own and run the same command there, "
            "or let the owner of this one run 'python3 course.py setup'."
        )
