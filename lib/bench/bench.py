"""Times the library beside PyTorch, in turns on one machine; prints medians and ratios. It judges nothing.

python3 course.py bench                       every row, five turns
python3 course.py bench -- --turns 9 LSUV     nine turns of the rows whose name holds a word
python3 course.py bench -- --rules            nanoseconds for one weight of every initializer
python3 course.py bench -- --jar JAR          the library beside an earlier jar of it, time and memory

Ours computes in double throughout. A ratio below 1 says that ours is faster.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

import before
import ours
import rules
from turns import columns, in_turns

LIB = Path(__file__).resolve().parent.parent

# Some machines choose OpenBLAS's kernels by these, and lose a third: neither side sees them here.
UNSET = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")

# Our work, their work, and what the row says.
ROWS = [
    ("study He", "study He 32", "study, He, dW too, beside float32"),
    ("study He", "study He 64", "study, He, dW too, beside float64"),
    ("study orthogonal", "study orthogonal 32", "study, orthogonal, dW too, beside float32"),
    ("study orthogonal", "study orthogonal 64", "study, orthogonal, dW too, beside float64"),
    ("figure He", "study He 32", "standard figure, He, beside float32 whose backward takes dW, as it does untold"),
    ("figure He", "figure He 32", "standard figure, He, beside float32"),
    ("figure He", "figure He 64", "standard figure, He, beside float64"),
    ("figure orthogonal", "figure orthogonal 32", "standard figure, orthogonal, beside float32"),
    ("figure orthogonal", "figure orthogonal 64", "standard figure, orthogonal, beside float64"),
    ("fill normal", "fill normal", "20 fills 256 x 1024, normal"),
    ("fill uniform", "fill uniform", "20 fills 256 x 1024, uniform"),
    ("fill truncated", "fill truncated", "20 fills 256 x 1024, truncated normal"),
    ("fill He", "fill He", "20 fills 256 x 1024, He"),
    ("fill orthogonal", "fill orthogonal", "20 fills 256 x 1024, orthogonal"),
    ("fill square", "fill square", "20 fills 256 x 256, orthogonal"),
    ("lsuv", "lsuv 32", "LSUV, 50 x 256, 256 samples, beside float32"),
    ("lsuv", "lsuv 64", "LSUV, 50 x 256, 256 samples, beside float64"),
    ("conv figure", "conv figure", "convolution study, 50 x 3 x 3 x 32, beside float64"),
    ("conv study", "conv study", "convolution study, 50 x 3 x 3 x 32, dW too, beside float64"),
    ("lstm", "lstm", "LSTM of 128 over 200 steps, 16 sequences, dW too, beside float64"),
    ("study transformer", "study transformer 64", "transformer study, 12 blocks, dW too, beside float64"),
    ("figure transformer", "figure transformer 64", "transformer figure, 12 blocks, beside float64"),
    ("first java", "first python3", "kernel start and first figure"),
    ("first java one", "first python3 one", "kernel start and first figure, on one core"),
]


def their_seconds(work: str) -> float:
    """Does one piece of PyTorch's work; how long that took."""
    import theirs

    start = time.perf_counter()
    theirs.WORK[work]()
    return time.perf_counter() - start


def first_figure(work: str) -> float:
    """From nothing to the picture, in a kernel of its own; measured in a process that may be held to one core."""
    one = ["--one-core"] if work.endswith(" one") else []
    kernel = work.split()[1]
    out = subprocess.run(
        [sys.executable, __file__, "--kernel", kernel, *one], check=True, capture_output=True, text=True
    )
    return float(out.stdout.split()[-1])


def in_kernel(kernel: str, one_core: bool) -> float:
    """Seconds from starting a kernel until the cell of the first figure is done; stops if it drew none."""
    from jupyter_client.manager import start_new_kernel

    if one_core:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    if kernel == "java":
        sys.path.insert(0, str(LIB.parent))
        from tools.rehearsal import FIRST_FIGURE as source
    else:
        source = (LIB / "bench" / "first_figure.py").read_text()
    pictures: list[str] = []

    def seen(message: dict) -> None:
        if message["msg_type"] in ("display_data", "execute_result"):
            pictures.extend(kind for kind in message["content"]["data"] if kind.startswith("image/"))
        if message["msg_type"] == "error":
            sys.exit("\n".join(message["content"]["traceback"]))

    start = time.perf_counter()
    manager, client = start_new_kernel(kernel_name=kernel, startup_timeout=120)
    try:
        client.execute_interactive(source, output_hook=seen, timeout=300)
        seconds = time.perf_counter() - start
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    if not pictures:
        sys.exit(f"kernel '{kernel}' drew no picture")
    return seconds


def main() -> None:
    """Reads the command line and carries it out."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("words", nargs="*", help="only rows whose name holds one of these")
    options.add_argument("--turns", type=int, default=5)
    options.add_argument("--rules", action="store_true", help="time every initializer instead")
    options.add_argument("--jar", type=Path, help="an earlier lib/target/initlab.jar to compare with instead")
    options.add_argument("--kernel", help=argparse.SUPPRESS)
    options.add_argument("--one-core", action="store_true", help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.turns < 1:
        sys.exit(f"--turns is {asked.turns}; it must be at least 1. Medians want 5.")
    for name in UNSET:
        os.environ.pop(name, None)
    if asked.rules:
        rules.report()
        return
    if asked.kernel:
        print(in_kernel(asked.kernel, asked.one_core))
        return
    rows = [row for row in ROWS if not asked.words or any(word in row[2] for word in asked.words)]
    describe(asked.turns)
    if asked.jar:
        works = dict.fromkeys(our for our, _, _ in rows if not our.startswith("first"))
        before.report(asked.jar, list(works), asked.turns)
    else:
        report(asked.turns, rows)


def describe(turns: int) -> None:
    """Says on what the two sides compute."""
    import theirs

    load = f", load {os.getloadavg()[0]:.1f} before" if hasattr(os, "getloadavg") else ""
    print(f"{os.cpu_count()} cores{load}; medians of {turns} turns, seconds")
    print(f"ours: {ours.core_type()}; {theirs.libraries()}; without {' and '.join(UNSET)}\n", flush=True)


def report(turns: int, rows: list[tuple[str, str, str]]) -> None:
    """Prints a table with one line for each row as soon as it is measured."""
    print("| work | ours | PyTorch | ratio | ratios of the turns |\n|---|---:|---:|---:|---|", flush=True)
    library = ours.Ours()
    for our, their, words in rows:
        fresh = our.startswith("first")
        mine = (lambda: first_figure(our)) if fresh else (lambda: library.seconds(our))
        other = (lambda: first_figure(their)) if fresh else (lambda: their_seconds(their))
        a, b = in_turns(mine, other, turns, warm=not fresh)
        print(f"| {words} | {columns(a, b)} |", flush=True)
    library.close()


if __name__ == "__main__":
    main()
