"""JupyterLab: the port it listens on, how it is started, and how it is stopped."""

from __future__ import annotations

import os
import signal
import socket
import subprocess

from tools.checkout import Checkout
from tools.environment import jupyter_variables
from tools.machine import Trouble
from tools.notebooks import FIRST

USUAL_PORT = 8888
LAST_PORT = USUAL_PORT + 49


def serve(checkout: Checkout, port: int, browser: bool) -> int:
    """Runs JupyterLab on the first notebook to its end; Ctrl-C is for the server, so that it can stop its kernels."""
    print(f"Opening the course in JupyterLab on port {port}; stop it with Ctrl-C, pressed twice.", flush=True)
    server = subprocess.Popen(command_line(checkout, port, browser), env=jupyter_variables(checkout))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    code = server.wait()
    return 0 if -code in (signal.SIGINT, signal.SIGTERM) else code


def command_line(checkout: Checkout, port: int, browser: bool) -> list[str]:
    """How JupyterLab is started."""
    command = [
        str(checkout.python),
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={checkout.root}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--LabApp.default_url=/lab/tree/{FIRST}",
        "--LabApp.extension_manager=readonly",
        "--log-level=WARN",
    ]
    command += [] if browser else ["--no-browser"]
    command += ["--allow-root"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    return command


def free_port(asked: int | None) -> int:
    """The port that was asked for, or the first free one from the usual port on."""
    if asked is None:
        for port in range(USUAL_PORT, LAST_PORT + 1):
            if is_free(port):
                return port
        raise Trouble(
            f"Every port from {USUAL_PORT} to {LAST_PORT} is taken: close a server, or choose another port with --port."
        )
    if not is_free(asked):
        raise Trouble(f"Port {asked} is taken: close what uses it, or choose another with --port, or leave --port out.")
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
