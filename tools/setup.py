"""Sets the course up: makes the Python environment, builds the library, rehearses and registers the kernel.

Each step leaves a stamp, a hash of what it was made from, only when it has succeeded; a step whose stamp still fits is
not done again.
"""

from __future__ import annotations

from tools import environment, fonts, kernel, library
from tools.checkout import Checkout
from tools.machine import Java, find_java, find_maven, passed_over


def set_up(checkout: Checkout) -> Java:
    """Everything a lesson needs, done once; returns the JDK that runs it."""
    java = find_java()
    if other := passed_over(java):
        print(other, flush=True)
    if not library.is_fresh(checkout):
        find_maven(java)  # asked first, for the next step takes a while
    environment.make(checkout)
    library.build(checkout, java)
    kernel.rehearse(checkout, java)
    kernel.register(checkout, java)
    fonts.warn(checkout, java)
    return java
