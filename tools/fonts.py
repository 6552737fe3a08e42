"""Whether Java finds a font to write in figures with: asked of Java itself, for no other program knows."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from tools.checkout import Checkout
from tools.files import fingerprint, stamped
from tools.machine import Java

PACKAGES = "fontconfig fonts-dejavu-core libfreetype6 libharfbuzz0b"
LETTER = Path(__file__).parent / "Letter.java"


def complaint(java: Java) -> str:
    """What is missing for figures, and the cure, in a sentence; nothing where Java can draw a letter."""
    if sys.platform != "linux":  # other systems bring fonts
        return ""
    with tempfile.TemporaryDirectory() as home:  # where Java would remember the fonts that it found last time
        words = [str(java.program), "-Djava.awt.headless=true", f"-Duser.home={home}", str(LETTER)]
        try:
            drawn = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60).returncode
        except (OSError, subprocess.TimeoutExpired):  # a Java that does not start is another complaint
            return ""
    if drawn == 0:
        return ""
    return f"Java finds no font, so figures cannot be drawn: 'sudo apt install {PACKAGES}' on Debian and Ubuntu."


def warn(checkout: Checkout, java: Java) -> None:
    """Says once a set-up that figures cannot be drawn; where they can, a stamp saves the question next time."""
    stamp, key = checkout.target / "fonts-stamp", fingerprint(str(java.home))
    if stamped(stamp) == key:
        return
    if said := complaint(java):
        print(said, flush=True)
        return
    with suppress(OSError):
        stamp.write_text(key)
