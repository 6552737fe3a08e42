"""The knobs of the lessons: numbers that a reader may turn, and what `course.py test --all` turns them to.

A lesson has to run to its end with any sensible width, depth, batch and seed, and its solutions have to stay right; its
sentences about numbers need not. A knob is a pattern, which matches once in its cell, and what stands there instead.
"""

from __future__ import annotations

import copy
import re

KNOBS = {
    "00-start-here": {
        "code-07": [(r"RELU, \d+, 50", "RELU, 192, 60")],
        "code-figure": [(r"normal\(64, \d+, 1\)", "normal(32, 192, 5)")],
        "code-36": [(r"TANH, \d+, 40", "TANH, 96, 50")],
    },
    "01-zero-and-symmetry": {
        "code-04": [(r"2, 16, 1", "2, 12, 1"), (r"Data.xor\(\d+, 1\)", "Data.xor(160, 5)")],
        "code-23": [(r"\.steps\(\d+\)", ".steps(300)")],
    },
    "02-too-small-too-large": {
        "code-fine": [(r"512, 100", "256, 60"), (r"0\.0442", "0.0625")],
        "code-lines": [(r"LINEAR, 100, \d+", "LINEAR, 100, 24")],
        "code-randn": [(r"RELU, \d+, 20", "RELU, 96, 25")],
        "code-densities": [(r"TANH, 128, 6", "TANH, 96, 8")],
        "code-task": [(r"steps\(\d+\)", "steps(40)"), (r"400, seed", "300, seed")],
        "code-race": [(r"\.seeds\(\d+\)", ".seeds(3)")],
    },
    "03-xavier": {
        "laws": [(r"TANH, \d+, 20", "TANH, 80, 25")],
        "gains": [(r"TANH, \d+, 50", "TANH, 96, 60"), (r"seeds\(\d+\)", "seeds(40)")],
        "frameworks": [(r"TANH, \d+, 30", "TANH, 48, 35")],
    },
    "04-he": {
        "code-narrow": [(r"RELU, 100, 50", "RELU, 80, 60"), (r"\.seeds\(\d+\)", ".seeds(100)")],
        "code-inside": [(r"RELU, \d+, 50", "RELU, 80, 40")],
        "code-any": [(r"f, \d+, 30", "f, 48, 25")],
        "code-race": [(r"steps\(600\)", "steps(100)")],
    },
    "05-orthogonal": {
        "spectrum-run": [(r"LINEAR, \d+, 10", "LINEAR, 48, 12")],
        "sign-study": [(r"RELU, \d+, 50", "RELU, 96, 60")],
        "loop-run": [(r"LINEAR, \d+, 200", "LINEAR, 48, 250")],
    },
    "06-lsuv": {
        "code-02": [(r"normal\(\d+, 64, 1\)", "normal(96, 64, 5)"), (r"RELU, 64, \d+", "RELU, 64, 7")],
        "code-10": [(r"RELU, \d+, 20", "RELU, 48, 25"), (r"\.seeds\(\d+\)", ".seeds(20)")],
        "code-22": [(r"normal\(256, \d+, 99\)", "normal(200, 48, 7)"), (r"\d+, 20\)\)", "48, 25))")],
        "code-25": [(r"steps\(\d+\)", "steps(60)"), (r"\.seeds\(\d+\)", ".seeds(3)")],
        "code-29": [(r"steps\(\d+\)", "steps(60)"), (r"\.seeds\(\d+\)", ".seeds(3)")],
    },
    "07-gain-for-any-activation": {
        "silu": [(r"SILU, \d+, 50", "SILU, 96, 60")],
        "explorer": [(r"yours, \d+, 30", "yours, 48, 40")],
        "selu": [(r"SELU, \d+, 50", "SELU, 96, 60")],
        "gated": [(r"SILU, \d+, 6", "SILU, 192, 7")],
        "deep": [(r"race\(16, 0.003, 0.01, 0.03\)", "race(12, 0.01)")],
    },
    "08-edge-of-chaos": {
        "circle-run": [(r"TANH, \d+, 10", "TANH, 48, 12")],
        "relu-run": [(r"of\(\d+, 50\)", "of(96, 50)"), (r"RELU, \d+, 50", "RELU, 96, 50")],
        "plane-run": [(r"TANH, \d+, 20", "TANH, 48, 16")],
        "trained-run": [(r"rates\(0.001, 0.004, 0.016\)", "rates(0.005)"), (r"5, 10, 24\)", "5, 24)")],
        "mirror-trained": [(r"RELU, 60, 40", "RELU, 60, 20")],
    },
    "09-layer-by-layer": {
        "image-run": [(r"16, \d+, Init", "12, 8, Init")],
        "kernel-run": [(r"then\(29", "then(19")],
        "images-race": [(r"steps\(\d+\)", "steps(40)"), (r"300, seed", "200, seed")],
        "gate-run": [(r"tokens\(200, \d+\)", "tokens(200, 24)")],
        "memory-race": [(r"steps\(\d+\)", "steps(40)"), (r"lag = \d+", "lag = 30")],
        "norms-run": [(r"then\(19", "then(14")],
    },
    "10-residual-and-attention": {
        "heads-run": [(r"of\(32, 4, 16, 64, 256\)", "of(24, 8, 64, 256)")],
        "collapse-run": [(r"of\(64, 4, 64, 8\)", "of(48, 4, 32, 10)")],
        "trained-race": [(r"steps\(60\)", "steps(40)"), (r"160, 8, seed", "120, 8, seed")],
    },
    "11-two-ends": {
        "code-first": [(r"500, 128", "300, 96")],
        "code-tied-start": [(r"200, 64", "200, 48")],
        "code-positions-race": [(r"back, 120", "back, 35")],
        "code-prior-race": [(r"4000, 8", "3000, 8")],
        "code-language": [(r"steps\(150\)", "steps(45)")],
    },
}


def turned(book: dict, knobs: dict[str, list[tuple[str, str]]]) -> tuple[dict, list[str]]:
    """The notebook with these knobs turned, and the knobs that turn nothing."""
    book, idle = copy.deepcopy(book), []
    cells = {cell.get("id"): cell for cell in book["cells"]}
    for id, turns in knobs.items():
        for pattern, instead in turns:
            before = cells[id]["source"] if id in cells else ""
            after, times = re.subn(pattern, lambda _, text=instead: text, before)
            if times != 1 or after == before:
                idle.append(f"the knob {pattern!r} turns {times} places of the cell {id!r}: mend tools/check/knobs.py")
            elif id in cells:
                cells[id]["source"] = after
    return book, idle
