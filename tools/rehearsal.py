"""Starts the kernel once and does what a first lesson does, so that Java can keep the classes this took.

Set-up calls `python -m tools.rehearsal` where the kernel `java` is told to write an archive when it ends; a kernel
started with -XX:SharedArchiveFile=ARCHIVE reads the classes from there, and starts sooner.
"""

from __future__ import annotations

import subprocess

from tools.processes import stop_in_order

# The benchmark times this cell in a fresh kernel.
FIRST_FIGURE = """
import static initlab.init.Activation.*;
import initlab.init.*;
import initlab.lesson.*;
import initlab.nn.layer.*;
import initlab.study.*;
Lesson.open("00");
Study.of(Mlp.deep(RELU, 256, 20)).compare(Init.heNormal()).plot()
"""
CELLS = [
    FIRST_FIGURE,
    "Study.of(Mlp.deep(TANH, 64, 4)).seeds(2).compare(Init.orthogonal()).table()",
    'Check.exercise("00-rule", Init.heNormal())',
]
PATIENCE = 120  # seconds, for the slowest of machines


def rehearse() -> None:
    """Runs the cells; Java writes the archive when its kernel ends."""
    from jupyter_client.manager import KernelManager

    manager = KernelManager(kernel_name="java")
    client = None
    try:
        manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        client = manager.client()
        client.start_channels()
        client.wait_for_ready(timeout=PATIENCE)
        for cell in CELLS:
            client.execute_interactive(cell, output_hook=lambda message: None, timeout=PATIENCE)
        client.shutdown()
        manager.finish_shutdown(waittime=PATIENCE)
    finally:
        if client:
            client.stop_channels()
        manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    stop_in_order()
    rehearse()
