"""The port that JupyterLab listens on."""

from __future__ import annotations

import os
import socket

from tools.machine import Trouble

USUAL_PORT = 8888
LAST_PORT = USUAL_PORT + 49
HIGHEST_PORT = 65535


def free_port(asked: int | None) -> int:
    """The port that was asked for, or the first free one from the usual port on."""
    if asked is None:
        for port in range(USUAL_PORT, LAST_PORT + 1):
            if is_free(port):
                return port
        raise Trouble(
            f"Every port from {USUAL_PORT} to {LAST_PORT} is taken: close a server, or choose another port with --port."
        )
    if not 1 <= asked <= HIGHEST_PORT:
        raise Trouble(
            f"There is no port {asked}: choose a number from 1 to {HIGHEST_PORT} with --port, or leave --port out."
        )
    if not is_free(asked):
        raise Trouble(
            f"Port {asked} is taken, or kept for the system: "
            "close what uses it, or choose another with --port, or leave --port out."
        )
    return asked


def is_free(port: int) -> bool:
    """Whether a server could listen on a port of this machine."""
    with socket.socket() as probe:
        if os.name != "nt":  # this skips the wait after a server has closed; on Windows it would allow a theft
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
            return True
        except (OSError, OverflowError):
            return False
