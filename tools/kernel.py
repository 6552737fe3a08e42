"""The kernel `java`: how it is started, its rehearsal, and kernels that differ from the registered one for a while."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from tools.checkout import Checkout
from tools.environment import jupyter_variables
from tools.files import check_writable, fingerprint, is_writable, stamped, write_json
from tools.machine import Java
from tools.processes import run_to_end

# What the kernel's virtual machine is started with, in every front end.
JVM_FLAGS = [
    "-Xmx480m",  # with what lives outside the heap, up to 200 MB, this stays under the limit of 700 MB for a lesson
    "-XX:+UseSerialGC",  # takes 60 MB less than the usual one of two cores, in the same time
    "-ea",  # an `assert` in a lesson is checked
    "-Djava.awt.headless=true",  # figures are drawn without a screen
    "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",  # JJava looks inside JShell
]
# From JDK 24 on, loading the native matrix product and mapping memory warn in the first cell unless allowed.
JVM_FLAGS_FROM_24 = ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
# An archive that does not fit, after an update of Java for instance, is left aside without a word.
ARCHIVE_FLAGS = ["-Xlog:cds=off", "-Xlog:cds+dynamic=off"]


def rehearse(checkout: Checkout, java: Java) -> None:
    """Starts the kernel once and lets Java keep its classes in an archive, from which later kernels start sooner."""
    key, stamp = archive_key(checkout, java), checkout.target / "archive-stamp"
    if stamped(stamp) == key or not is_writable(checkout.root):
        return
    try:
        checkout.archive.unlink(missing_ok=True)
    except OSError:  # on Windows a kernel that runs holds it
        return
    print("Rehearsing the kernel's start.", flush=True)
    command = [str(checkout.python), "-m", "tools.rehearsal"]
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    writes = (f"-XX:ArchiveClassesAtExit={checkout.archive}", "-Xlog:disable")
    with started_with(checkout, java, *writes, archived=False) as variables:
        failed = run_to_end(command, checkout.root, variables, **silent)
    if failed or not checkout.archive.exists():
        print("Java kept no archive of the kernel's classes: lessons work as ever, and start a moment later.")
    stamp.write_text(key)


def archive_key(checkout: Checkout, java: Java) -> str:
    """What an archive holds good for: one JDK, one command line, and jars that no one has touched since."""
    jars = [java.home / "lib" / "modules", *sorted((checkout.target / "deps").glob("*.jar")), checkout.jar]
    found = [(str(jar), jar.stat().st_size, jar.stat().st_mtime_ns) for jar in jars if jar.exists()]
    return fingerprint(str(found), *command_line(checkout, java))


def register(checkout: Checkout, java: Java) -> None:
    """Rewrites jjava's kernel.json: our JDK and flags, the library on the class path, no launcher in between."""
    wanted = spec(checkout, java)
    if registered(checkout) != wanted:
        check_writable(checkout.root)
        write_json(checkout.kernel_folder / "kernel.json", wanted)


def registered(checkout: Checkout) -> object:
    """What kernel.json says now; None if it cannot be read."""
    try:
        return json.loads((checkout.kernel_folder / "kernel.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def spec(checkout: Checkout, java: Java, *more: str, archived: bool = True) -> dict:
    """What kernel.json has to say, with flags added; without the archive for a JDK that did not write it."""
    program, *words = command_line(checkout, java)
    use = archived and checkout.archive.exists()
    archive = [f"-XX:SharedArchiveFile={checkout.archive}", *ARCHIVE_FLAGS] if use else []
    return {
        "argv": [program, *archive, *more, *words],
        "display_name": "Java",
        "language": "java",
        "interrupt_mode": "message",
        "env": {},
        "metadata": {},
    }


def command_line(checkout: Checkout, java: Java) -> list[str]:
    """How the kernel is started, but for the archive of its classes."""
    class_path = [checkout.kernel_folder / "jjava.jar", checkout.jar, checkout.target / "deps" / "*"]
    return [
        str(java.program),
        *JVM_FLAGS,
        *(JVM_FLAGS_FROM_24 if java.version >= 24 else []),
        f"-Djava.util.logging.config.file={checkout.root / 'tools' / 'kernel-logging.properties'}",
        "-cp",
        os.pathsep.join(map(str, class_path)),
        "org.dflib.jjava.distro.JJava",
        "{connection_file}",
    ]


@contextmanager
def started_with(checkout: Checkout, java: Java, *more: str, archived: bool = True) -> Iterator[dict[str, str]]:
    """Variables under which `java` is a kernel on this JDK with flags added; the registered one stays as it is."""
    with tempfile.TemporaryDirectory() as folder:
        write_json(Path(folder) / "kernels" / "java" / "kernel.json", spec(checkout, java, *more, archived=archived))
        yield {**jupyter_variables(checkout), "JUPYTER_PATH": folder}  # found before the registered one


def seeded(checkout: Checkout, java: Java, seeds: int | None) -> AbstractContextManager[dict[str, str]]:
    """Variables for the registered kernel or, where a base seed is given, for one that draws from there on."""
    if seeds is None:
        return nullcontext(jupyter_variables(checkout))
    return started_with(checkout, java, f"-Dinitlab.seed={seeds}")
