"""Mutation testing: small faults are planted, and fast tests are to notice them.

PIT plants them in the rooms of the library; those of the Python side are written out in tools/faults, and planting.py
plants them.
"""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from pathlib import Path

from tools import library, planting
from tools.checkout import Checkout
from tools.machine import Java, Trouble

LEAST = 85  # percent of the planted faults that a room's tests must notice
GOAL = "org.pitest:pitest-maven:mutationCoverage"
NOTICED = ("KILLED", "TIMED_OUT", "MEMORY_ERROR", "RUN_ERROR")

# Each room with the tests that judge it: its own, and those of other rooms named here.
ROOMS = {
    "base": ["initlab.base.*Test"],
    "math": ["initlab.math.*Test"],
    "init": ["initlab.init.*Test"],
    "theory": ["initlab.theory.*Test"],
    "nn": ["initlab.nn.*Test", "initlab.mutants.WrongLsuvTest"],
    "train": ["initlab.train.*Test"],
    "study": ["initlab.study.*Test"],
    "view": ["initlab.view.*Test"],
    "lesson": ["initlab.lesson.*Test"],
    "ledger": ["initlab.ledger.*Test"],
}
PYTHON = "tools"  # the room that is not the library's


def run(checkout: Checkout, java: Java, rooms: list[str], classes: str | None = None) -> int:
    """Judges the tests of these rooms (none: of all), a line each; 1 if one of them notices too little."""
    every = [*ROOMS, PYTHON]
    unknown = sorted(set(rooms) - set(every))
    if unknown:
        raise Trouble(f"There is no room {unknown[0]} to plant faults in; there are {', '.join(every)}.")
    if classes and (len(rooms) != 1 or PYTHON in rooms):
        raise Trouble("Name the one room of the library whose tests are to judge these classes.")
    lines = []
    for room in rooms or every:
        print(f"Planting faults in {room}; this takes minutes.", flush=True)
        lines.append(planting.judge(checkout) if room == PYTHON else judge(checkout, java, room, classes))
    print()
    for line, _ in lines:
        print(line)
    return 0 if all(enough for _, enough in lines) else 1


def judge(checkout: Checkout, java: Java, room: str, classes: str | None = None) -> tuple[str, bool]:
    """Plants faults in one room; what its tests noticed, in a line, and whether that is enough."""
    reports = checkout.target / "pit-reports" / room
    words = [
        f"-DtargetClasses={classes or f'initlab.{room}.*'}",
        f"-DtargetTests={','.join(ROOMS[room])}",
        f"-DreportsDirectory={reports}",
    ]
    shutil.rmtree(reports, ignore_errors=True)  # what an earlier run found does not count
    maven = ("-q", "-P", "check,mutate", "test-compile", GOAL, "-pl", "lib")
    if library.maven(checkout, java, *maven, *words, silent=True):  # of PIT's long report the table is read
        return f"{room}: Maven could not finish, for the reason above", False
    if not (reports / "mutations.csv").exists():
        return f"{room}: PIT left no table of faults", False
    return score(room, reports / "mutations.csv")


def score(room: str, found: Path) -> tuple[str, bool]:
    """How many planted faults PIT's table says were noticed."""
    with found.open(newline="") as rows:
        fates = Counter(row[5] for row in csv.reader(rows) if row)
    planted = sum(fates.values())
    noticed = sum(fates[fate] for fate in NOTICED)
    percent = 100 * noticed / max(1, planted)
    missed = f"{fates['SURVIVED']} survived, {fates['NO_COVERAGE']} stand where no test comes"
    return f"{room}: {noticed} of {planted} noticed, {percent:.0f} %; {missed}", percent >= LEAST
