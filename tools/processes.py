"""Programs that a command starts and waits for."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path


def run_and_show(command: list[str], folder: Path, variables: Mapping[str, str]) -> tuple[int, str]:
    """Runs a command and shows what it prints as it comes; its exit code, and all that it printed."""
    lines = []
    with subprocess.Popen(
        command, cwd=folder, env=variables, stdout=subprocess.PIPE, text=True, encoding="utf-8", errors="replace"
    ) as process:
        for line in process.stdout:
            print(line, end="", flush=True)
            lines.append(line)
    return process.returncode, "".join(lines)


def run_to_end(command: list[str], folder: Path, variables: Mapping[str, str]) -> int:
    """Runs a command and returns its exit code; on Ctrl-C it is given the time to stop its kernels."""
    with subprocess.Popen(command, cwd=folder, env=variables) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.wait(timeout=20)
            raise
