"""Two sides by turns: what disturbs the machine for a while disturbs both."""

from __future__ import annotations

import statistics
from collections.abc import Callable


def in_turns(
    one: Callable[[], float], other: Callable[[], float], turns: int, warm: bool
) -> tuple[list[float], list[float]]:
    """Seconds of each side, taken alternately; with `warm` a first turn of each is thrown away."""
    if warm:
        one(), other()
    pairs = [(one(), other()) for _ in range(turns)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def columns(a: list[float], b: list[float]) -> str:
    """Four columns of a table: both medians, their ratio, and from where to where the ratios of the turns go."""
    ratios = [x / y for x, y in zip(a, b)]
    one, other = statistics.median(a), statistics.median(b)
    return f"{one:.3g} | {other:.3g} | {one / other:.2f} | {min(ratios):.2f} to {max(ratios):.2f}"
