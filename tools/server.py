"""JupyterLab: how it is started, and how it is stopped."""

from __future__ import annotations

import os
import signal
import subprocess

from tools.checkout import FIRST, Checkout
from tools.environment import jupyter_variables
from tools.ports import LAST_PORT, USUAL_PORT
from tools.processes import ended, endings


def serve(checkout: Checkout, port: int, browser: bool, fixed: bool) -> int:
    """Runs JupyterLab on the first notebook to its end, on this port or, if that is not fixed, on one after it.

    Ctrl-C is for the server, so that it can stop its kernels. It is told to do so as well when the terminal is closed:
    that signal itself would end it at once, and leave them.
    """
    where = f"on port {port}" if fixed else f"on port {port}, or the next free one if another program is quicker"
    print(f"Opening the course in JupyterLab {where}; stop it with Ctrl-C, pressed twice.", flush=True)
    heard = endings()
    for one in [one for one in heard if one != signal.SIGTERM]:
        signal.signal(one, signal.SIG_IGN)  # which the server inherits
    with ended(
        subprocess.Popen(command_line(checkout, port, browser, fixed), env=jupyter_variables(checkout))
    ) as server:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for one in heard:
            signal.signal(one, lambda *_: server.terminate())
        code = server.wait()
    return 0 if -code in (signal.SIGINT, signal.SIGTERM) else code


def command_line(checkout: Checkout, port: int, browser: bool, fixed: bool) -> list[str]:
    """How JupyterLab is started."""
    command = [
        str(checkout.python),
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={checkout.root}",
        f"--ServerApp.port={port}",
        f"--ServerApp.port_retries={0 if fixed else LAST_PORT - USUAL_PORT}",
        f"--LabApp.default_url=/lab/tree/{FIRST}",
        "--LabApp.extension_manager=readonly",
        "--LanguageServerManager.autodetect=False",  # none is used; the search asks npm, which writes into ~/.npm
        "--log-level=WARN",
    ]
    command += [] if browser else ["--no-browser"]
    command += ["--allow-root"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    return command
