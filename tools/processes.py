"""Programs that a command starts and waits for: they end when the command ends, however it ends."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

PATIENCE = 20  # seconds that a program has to end its kernels


class Stopped(KeyboardInterrupt):
    """A signal other than Ctrl-C asked this program to end; what it started may not have heard it."""


def endings() -> list[signal.Signals]:
    """The signals besides Ctrl-C that ask a program to end, but for those it was told to ignore, as `nohup` does."""
    known = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    return [one for one in known if signal.getsignal(one) is not signal.SIG_IGN]


def stop_in_order() -> None:
    """Lets a closed terminal window, or a `kill`, end this program as Ctrl-C does: in order, its children first."""

    def stop(number: int, frame: object) -> None:
        raise Stopped

    for one in endings():
        signal.signal(one, stop)


@contextmanager
def ended(process: subprocess.Popen) -> Iterator[subprocess.Popen]:
    """Whatever happens meanwhile, the process has ended afterwards."""
    try:
        yield process
    except BaseException as cause:
        end(process, heard=isinstance(cause, KeyboardInterrupt) and not isinstance(cause, Stopped))
        raise


def end(process: subprocess.Popen, heard: bool) -> None:
    """Ends a process: one that has heard the Ctrl-C, as all in a terminal do, gets time; it is told, then killed."""
    for tell in [*([process.poll] if heard else []), process.terminate, process.kill]:
        tell()
        with suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)
            return


def run_and_show(command: list[str], folder: Path, variables: Mapping[str, str]) -> tuple[int, str]:
    """Runs a command and shows what it prints as it comes; its exit code, and all that it printed."""
    lines, streams = [], {"stdout": subprocess.PIPE, "text": True, "encoding": "utf-8", "errors": "replace"}
    with ended(subprocess.Popen(command, cwd=folder, env=variables, **streams)) as process, process.stdout:
        for line in process.stdout:
            print(line, end="", flush=True)
            lines.append(line)
        return process.wait(), "".join(lines)


def run_to_end(command: list[str], folder: Path, variables: Mapping[str, str], **streams: int) -> int:
    """Runs a command and returns its exit code; if it is to end early, it has time to stop its kernels."""
    with ended(subprocess.Popen(command, cwd=folder, env=variables, **streams)) as process:
        return process.wait()
