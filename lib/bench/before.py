"""Times the library beside an earlier jar of it, in turns, for work that both know; peak memory too.

python3 course.py bench -- --jar OTHER/lib/target/initlab.jar figure
"""

from __future__ import annotations

from pathlib import Path

from ours import Ours
from turns import columns, in_turns


def report(jar: Path, works: list[str], turns: int) -> None:
    """Prints a line for each piece of work, done by two processes that have done nothing else."""
    print("| work | now | before | ratio | ratios of the turns | peak MB now | before | ratio |")
    print("|---|---:|---:|---:|---|---:|---:|---:|", flush=True)
    for work in works:
        now, before = Ours(), Ours(jar)
        a, b = in_turns(lambda: now.seconds(work), lambda: before.seconds(work), turns, warm=True)
        here, there = now.peak_megabytes(), before.peak_megabytes()
        print(f"| {work} | {columns(a, b)} | {here:.0f} | {there:.0f} | {here / there:.2f} |", flush=True)
        now.close()
        before.close()
