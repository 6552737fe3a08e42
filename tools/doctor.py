"""Examines a machine and a checkout: what is missing or broken, each with its cure."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

from tools import machine, setup
from tools.machine import Trouble
from tools.setup import Place

ROOM_NEEDED = 3 * 2**30  # bytes: Python packages, Maven's downloads, native libraries


@dataclass(frozen=True)
class Finding:
    """One thing looked at: fine if it has no complaint; a complaint names the cause and the cure."""

    subject: str
    complaint: str = ""
    needed: bool = True  # False: the course runs without it
    note: str = ""


def examine(place: Place, port: int) -> list[Finding]:
    """Looks at everything the course needs, without changing anything."""
    return [
        java(),
        maven(),
        python(),
        environment(place),
        library(place),
        kernel(place),
        fonts(),
        room(place.root),
        server_port(port),
    ]


def report(findings: list[Finding]) -> int:
    """Prints the findings; 1 if something needed is missing."""
    for finding in findings:
        mark = "ok  " if not finding.complaint else "MEND" if finding.needed else "note"
        print(f"{mark} {finding.subject}: {finding.complaint or finding.note or 'fine'}")
    wrong = sum(bool(finding.complaint) and finding.needed for finding in findings)
    print(f"{wrong} things to mend." if wrong > 1 else "1 thing to mend." if wrong else "Nothing to mend.")
    return 1 if wrong else 0


def java() -> Finding:
    """Is there a JDK that can run the course?"""
    try:
        found = machine.find_java()
        return Finding("Java", note=f"JDK {found.version} in {found.home}")
    except Trouble as trouble:
        return Finding("Java", str(trouble))


def maven() -> Finding:
    """Is there a Maven that can build the library?"""
    try:
        return Finding("Maven", note=machine.find_maven(machine.find_java()))
    except Trouble as trouble:
        return Finding(
            "Maven", str(trouble) if "Maven" in str(trouble) else "It cannot be asked without a JDK: mend Java first."
        )


def python() -> Finding:
    """Can this Python make environments?"""
    try:
        setup.check_venv()
        return Finding("Python", note=f"{sys.version_info.major}.{sys.version_info.minor}")
    except Trouble as trouble:
        return Finding("Python", str(trouble))


def environment(place: Place) -> Finding:
    """Does the Python environment hold what the requirements ask for?"""
    subject, again = f"Python environment {place.prefix.name}", "'python3 course.py setup' makes it"
    if not place.prefix.exists():
        return Finding(subject, f"It was not made yet: {again}.")
    if not machine.output_of([str(place.python), "-c", "print(1)"]).strip() == "1":
        return Finding(subject, f"Its Python does not start: {again} anew.")
    if not setup.environment_is_fresh(place):
        return Finding(
            subject,
            f"It is half made, was moved, or is older than {place.requirements.parent.name}/requirements.txt: {again} anew.",
        )
    return Finding(subject)


def library(place: Place) -> Finding:
    """Was the jar built from the sources as they are?"""
    again = "'python3 course.py setup' builds it"
    if not place.jar.exists():
        return Finding("library", f"It was not built yet: {again}.")
    if not setup.library_is_fresh(place):
        return Finding("library", f"Its sources changed after it was built: {again} again; then restart the kernel.")
    return Finding("library")


def kernel(place: Place) -> Finding:
    """Is the kernel `java` the one that finds the library?"""
    try:
        wanted = setup.kernel_spec(place, machine.find_java())
    except Trouble:
        return Finding("kernel", "It cannot be registered without a JDK: mend Java first.")
    if setup.registered_kernel(place) != wanted:
        return Finding(
            "kernel", "The kernel 'java' does not lead to this library and JDK: 'python3 course.py setup' registers it."
        )
    return Finding("kernel")


def fonts() -> Finding:
    """Are there fonts for the figures?"""
    if sys.platform != "linux":
        return Finding("fonts")
    if not shutil.which("fc-list") or not machine.output_of(["fc-list"]).strip():
        return Finding(
            "fonts",
            "Figures need fontconfig and a font: 'sudo apt install fontconfig fonts-dejavu-core libfreetype6 libharfbuzz0b' on Debian and Ubuntu.",
        )
    return Finding("fonts")


def room(folder: Path) -> Finding:
    """Is there room on the disk?"""
    free = shutil.disk_usage(folder).free
    if free < ROOM_NEEDED:
        return Finding(
            "disk",
            f"Only {free / 2**30:.1f} GB are free where the course lies, and a first set-up needs {ROOM_NEEDED >> 30} GB: make room.",
            needed=False,
        )
    return Finding("disk", note=f"{free >> 30} GB free")


def server_port(port: int) -> Finding:
    """Is JupyterLab's usual port free?"""
    if not is_free(port):
        return Finding(
            f"port {port}",
            "Another program uses it: 'course.py lab' will take the next free one, or the one given with --port.",
            needed=False,
        )
    return Finding(f"port {port}")


def is_free(port: int) -> bool:
    """Whether a server could listen on a port of this machine."""
    with socket.socket() as probe:
        if (
            os.name != "nt"
        ):  # elsewhere this only skips the wait after a server has closed; on Windows it would allow a theft
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
            return True
        except (OSError, OverflowError):
            return False
