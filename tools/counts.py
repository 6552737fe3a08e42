"""How many checks passed and failed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Counts(NamedTuple):
    """Numbers of checks."""

    passed: int = 0
    failed: int = 0


def added(counts: Iterable[Counts]) -> Counts:
    """All counts taken together."""
    found = list(counts)
    return Counts(sum(one.passed for one in found), sum(one.failed for one in found))
