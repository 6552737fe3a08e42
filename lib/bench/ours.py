"""The library's side of the benchmark: a Java process that does work by name."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

LIB = Path(__file__).resolve().parent.parent
JAR = LIB / "target" / "initlab.jar"
JVM_FLAGS = ["-Xmx600m"]  # as the kernel's; with another collector there, time and memory here change too


class Ours:
    """A warm Java process."""

    def __init__(self, jar: Path = JAR) -> None:
        """Starts the process on a jar whose dependencies lie beside it, as lib/target has them."""
        self.process = subprocess.Popen(
            command(jar, "Bench.java"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def seconds(self, work: str) -> float:
        """Has the process do one piece of work; how long that took by its own clock."""
        self.process.stdin.write(work + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            sys.exit(f"The library's side stopped during '{work}'; its own words stand above.")
        return float(answer)

    def peak_megabytes(self) -> float:
        """The most memory that the process has had so far; nan where the system does not tell."""
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text()
        except OSError:
            return float("nan")
        return int(re.search(r"VmHWM:\s*(\d+) kB", status)[1]) / 1024

    def close(self) -> None:
        """Lets the process end."""
        self.process.stdin.close()
        self.process.wait()


def command(jar: Path, program: str) -> list[str]:
    """How to run a program of the folder bench that belongs to a jar: lib/bench for lib/target/initlab.jar."""
    java = shutil.which("java")
    source = jar.resolve().parent.parent / "bench" / program
    if java is None or not jar.exists():
        sys.exit(f"There is no java on the path, or no {jar}: run python3 course.py setup first.")
    if not source.exists():
        sys.exit(f"There is no {source}: name the lib/target/initlab.jar of a whole checkout.")
    class_path = os.pathsep.join([str(jar), str(jar.parent / "deps" / "*")])
    return [java, *JVM_FLAGS, "-cp", class_path, str(source)]


def core_type() -> str:
    """The processor for which OpenBLAS multiplies here; it tells on the error stream when it is loaded."""
    told = subprocess.run(
        command(JAR, "Bench.java"),
        input="fill square\n",
        capture_output=True,
        text=True,
        env={**os.environ, "OPENBLAS_VERBOSE": "2"},
    )
    found = re.search(r"^Core: (\S+)", told.stderr, re.MULTILINE)
    return f"OpenBLAS for {found[1]}" if found else "no OpenBLAS, so plain Java multiplies"
