"""Examines a machine and a checkout: what is missing or broken, each with its cure."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from tools import environment, fonts, kernel, library, machine
from tools.checkout import Checkout
from tools.files import is_writable, stamped
from tools.machine import Trouble
from tools.ports import is_free

ROOM_NEEDED = 2**30  # bytes; measured: 360 MB in the checkout, 220 MB for Maven's and JavaCPP's downloads


@dataclass(frozen=True)
class Finding:
    """One thing looked at: fine if it has no complaint; a complaint names the cause and the cure."""

    subject: str
    complaint: str = ""
    needed: bool = True  # False: the course runs without it
    note: str = ""


def examine(checkout: Checkout, port: int) -> list[Finding]:
    """Looks at everything the course needs, without changing anything."""
    return [
        see_java(),
        see_maven(),
        see_python(),
        see_environment(checkout),
        see_library(checkout),
        see_kernel(checkout),
        see_fonts(),
        see_disk(checkout.root),
        see_port(port),
    ]


def report(findings: list[Finding]) -> int:
    """Prints the findings; 1 if something needed is missing."""
    for finding in findings:
        mark = "ok  " if not finding.complaint else "MEND" if finding.needed else "note"
        print(f"{mark} {finding.subject}: {finding.complaint or finding.note or 'fine'}")
    wrong = sum(bool(finding.complaint) and finding.needed for finding in findings)
    print(f"{wrong} things to mend." if wrong > 1 else "1 thing to mend." if wrong else "Nothing to mend.")
    return 1 if wrong else 0


def see_java() -> Finding:
    """Is there a JDK that can run the course?"""
    try:
        found = machine.find_java()
        return Finding("Java", machine.passed_over(found), needed=False, note=f"JDK {found.version} in {found.home}")
    except Trouble as trouble:
        return Finding("Java", str(trouble))


def see_maven() -> Finding:
    """Is there a Maven that can build the library?"""
    try:
        return Finding("Maven", note=machine.find_maven(machine.find_java()))
    except Trouble as trouble:
        without_java = "Maven" not in str(trouble)
        return Finding("Maven", "It cannot be asked without a JDK: mend Java first." if without_java else str(trouble))


def see_python() -> Finding:
    """Can this Python make environments?"""
    try:
        environment.check_venv()
        return Finding("Python", note=f"{sys.version_info.major}.{sys.version_info.minor}")
    except Trouble as trouble:
        return Finding("Python", str(trouble))


def see_environment(checkout: Checkout) -> Finding:
    """Does the Python environment hold what the requirements ask for?"""
    subject, again = f"Python environment {checkout.prefix.name}", "'python3 course.py setup' makes it"
    if not checkout.prefix.exists():
        return Finding(subject, f"It was not made yet: {again}.")
    if machine.output_of([str(checkout.python), "-c", "print(1)"]).strip() != "1":
        return Finding(subject, f"Its Python does not start: {again} anew.")
    if not environment.is_fresh(checkout):
        older = f"is older than {checkout.requirements.parent.name}/{checkout.requirements.name}"
        return Finding(subject, f"It is half made, was moved, or {older}: {again} anew.")
    return Finding(subject)


def see_library(checkout: Checkout) -> Finding:
    """Was the jar built from the sources as they are?"""
    again = "'python3 course.py setup' builds it"
    if not checkout.jar.exists():
        return Finding("library", f"It was not built yet: {again}.")
    if stamped(checkout.target / "course-stamp") is None:
        return Finding("library", f"Its last build did not come to its end: {again} again.")
    if not library.is_fresh(checkout):
        return Finding("library", f"Its sources changed after it was built: {again} again; then restart the kernel.")
    return Finding("library")


def see_kernel(checkout: Checkout) -> Finding:
    """Is the kernel `java` the one that finds the library?"""
    try:
        wanted = kernel.spec(checkout, machine.find_java())
    except Trouble:
        return Finding("kernel", "It cannot be registered without a JDK: mend Java first.")
    if kernel.registered(checkout) != wanted:
        return Finding(
            "kernel", "The kernel 'java' does not lead to this library and JDK: 'python3 course.py setup' registers it."
        )
    return Finding("kernel")


def see_fonts() -> Finding:
    """Are there fonts for the figures?"""
    try:
        return Finding("fonts", fonts.complaint(machine.find_java()))
    except Trouble:
        return Finding("fonts", "They cannot be judged without a JDK: mend Java first.")


def see_disk(folder: Path) -> Finding:
    """Is there room on the disk?"""
    free = shutil.disk_usage(folder).free
    if not is_writable(folder):
        return Finding("disk", f"{folder} cannot be written: nothing can be set up or saved in it.", needed=False)
    if free < ROOM_NEEDED:
        need = f"a first set-up needs {ROOM_NEEDED / 2**30:.0f} GB: make room."
        return Finding("disk", f"Only {free / 2**30:.1f} GB are free where the course lies, and {need}", needed=False)
    return Finding("disk", note=f"{free >> 30} GB free")


def see_port(port: int) -> Finding:
    """Is JupyterLab's usual port free?"""
    if not is_free(port):
        other = "'course.py lab' will take the next free one, or the one given with --port."
        return Finding(f"port {port}", f"Another program uses it: {other}", needed=False)
    return Finding(f"port {port}")
