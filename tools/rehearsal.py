"""Starts the kernel once and does what a first lesson does, so that Java can keep the classes this took.

Set-up calls `python -m tools.rehearsal ARCHIVE`; a kernel started with -XX:SharedArchiveFile=ARCHIVE reads them from
there, and starts sooner.
"""

from __future__ import annotations

import os
import subprocess
import sys

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
    'Check.that("a rehearsal").without(Mistakes.weights(Init.heNormal(), shape -> 2 / shape.fanIn()))',
]
PATIENCE = 120  # seconds, for the slowest of machines


def rehearse(archive: str) -> None:
    """Runs the cells; Java writes the archive when its kernel ends."""
    from jupyter_client.manager import start_new_kernel

    options = {**os.environ, "JAVA_TOOL_OPTIONS": f"-XX:ArchiveClassesAtExit={archive} -Xlog:disable"}
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    manager, client = start_new_kernel(kernel_name="java", startup_timeout=PATIENCE, env=options, **silent)
    try:
        for cell in CELLS:
            client.execute_interactive(cell, output_hook=lambda message: None, timeout=PATIENCE)
        client.shutdown()
        manager.finish_shutdown(waittime=PATIENCE)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    rehearse(sys.argv[1])
