"""Faults that are planted in the course's own Python, each with the tests that have to notice it.

Whoever mends a fault of the checker or of the launcher adds it here, so that it cannot come back unseen.
"""

from __future__ import annotations

from tools.faults import checker, launcher, quotes, rules, serving, setup

FAULTS = [*checker.FAULTS, *rules.FAULTS, *quotes.FAULTS, *launcher.FAULTS, *serving.FAULTS, *setup.FAULTS]
