"""Waiting for other processes, in tests."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable


def wait_for(condition: Callable[[], object], seconds: float) -> None:
    """Waits until a condition holds; an error if it does not come to hold."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"nothing happened within {seconds} s")
        time.sleep(0.05)


def as_in_a_terminal() -> None:
    """Lets a new process hear what tests send, though they may run in the background or under `nohup`."""
    for one in (signal.SIGINT, signal.SIGHUP):
        signal.signal(one, signal.SIG_DFL)


def alive(pid: int) -> bool:
    """Whether a process is there."""
    try:
        os.kill(pid, 0)
        return True
    except ProcessLookupError:
        return False
