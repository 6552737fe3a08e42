"""Executes notebooks on the kernel `java`, a few at once; what goes wrong is told, not thrown."""

from __future__ import annotations

import asyncio
import copy
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tools.check.job import Execution, Job
from tools.check.notebook import code_cells
from tools.check.questions import answer, brief
from tools.check.views import PICTURES
from tools.processes import endings

AT_ONCE = 2  # kernels that run at the same time


async def execute_all(jobs: list[Job], cell_seconds: float, tell: Callable[[Job, dict, Execution], None]) -> None:
    """Executes notebooks and tells about each in order: the job, the executed notebook, and what happened."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(job: Job) -> tuple[dict, Execution]:
        async with gate:
            return await execute(job, cell_seconds)

    with stopped_in_order():
        for job, task in [(job, asyncio.ensure_future(one(job))) for job in jobs]:
            tell(job, *await asyncio.shield(task))  # nbclient takes a cancelled task for a dead kernel, and goes on


async def execute(job: Job, cell_seconds: float) -> tuple[dict, Execution]:
    """Executes one notebook in its file's folder: the notebook with its outputs, and what happened."""
    from nbclient import NotebookClient  # in the course's environment only, like all that execution needs
    from nbformat import from_dict

    book, done = from_dict(copy.deepcopy(job.book)), Execution()
    client = NotebookClient(
        book,
        timeout=cell_seconds,
        kernel_name="java",
        shutdown_kernel="immediate",
        coalesce_streams=True,
        resources={"metadata": {"path": str(job.path.resolve().parent)}},
    )
    with told(book, done, cell_seconds):
        async with client.async_setup_kernel():
            await run_cells(client, job.times, done)
            if job.quoted:
                await answer(client, job.book, done)
            if job.solved:
                await solve(client, job.solved, done, cell_seconds)
    return book, done


@contextmanager
def told(book: dict, done: Execution, cell_seconds: float) -> Iterator[None]:
    """What goes wrong inside is told with the number of its cell, and how long it all took."""
    from nbclient.exceptions import CellExecutionError, CellTimeoutError

    start = time.monotonic()
    try:
        yield
    except CellTimeoutError:
        done.error = f"code cell {len(done.outputs) + 1} gave no answer within {cell_seconds:g} s"
    except CellExecutionError as error:
        done.error = failed_cell(code_cells(book)[len(done.outputs)], len(done.outputs) + 1, error)
    except RuntimeError as error:  # nbclient's DeadKernelError is one, and a kernel that never starts is another
        done.error = f"the kernel died at code cell {len(done.outputs) + 1}: {brief(str(error))}"
    done.seconds = time.monotonic() - start


async def solve(client: object, answers: dict, done: Execution, cell_seconds: float) -> None:
    """Does what a reader does: goes back to the first exercise, and on from there with solutions put in."""
    cells = answers["cells"]
    first = next((index for index, cell in enumerate(cells) if "solution" in cell), len(cells))
    before = code_cells({"cells": cells[:first]})
    for shown, cell in zip(client.nb.cells, cells):
        shown.source = cell["source"]
    done.solved = Execution(outputs=done.outputs[: len(before)])
    with told(client.nb, done.solved, cell_seconds):
        await run_cells(client, 1, done.solved, first)


async def run_cells(client: object, times: int, done: Execution, first: int = 0) -> None:
    """Runs every code cell from one on `times` times in a row; it counts as run when it has given all its answers."""
    for index, cell in enumerate(client.nb.cells):
        if index < first or cell.cell_type != "code" or not cell.source.strip():
            continue
        begun, outputs = time.monotonic(), []
        for turn in range(times):
            await client.async_execute_cell(cell, index)
            outputs.append(copy.deepcopy(cell.outputs))
            if turn == 0:
                note_first_time(done, time.monotonic() - begun, outputs[0])
        done.outputs.append(outputs)
        done.slowest = max(done.slowest, ((time.monotonic() - begun) / times, len(done.outputs)))
        done.memory = max(done.memory, memory_of(client.km.provisioner.pid))


def note_first_time(done: Execution, seconds: float, outputs: list[dict]) -> None:
    """A cell has run for the first time: how long the notebook has taken, and whether a figure has come."""
    done.once += seconds
    pictures = [kind for output in outputs for kind in output.get("data", {}) if kind.startswith(PICTURES)]
    if pictures and done.first_figure is None:
        done.first_figure = done.once


def failed_cell(cell: dict, number: int, error: Exception) -> str:
    """What is told of a cell that threw: the kernel's own words where it said some."""
    said = [line for output in cell["outputs"] for line in output.get("traceback", [])]
    return f"code cell {number} fails: " + brief("\n".join(said) or f"{error.ename}: {error.evalue}")


@contextmanager
def stopped_in_order() -> Iterator[None]:
    """A signal to end ends the whole run and every kernel, where nbclient would end one kernel and go on."""
    loop, whole = asyncio.get_running_loop(), asyncio.current_task()
    with suppress(NotImplementedError):  # Windows has no such handlers
        for one in (signal.SIGINT, *endings()):
            loop.add_signal_handler(one, whole.cancel)
    loop.add_signal_handler = loop.remove_signal_handler = lambda *_: True  # nbclient's calls come to nothing
    try:
        yield
    finally:
        del loop.add_signal_handler, loop.remove_signal_handler


def memory_of(pid: int) -> int:
    """The most memory a process has had resident, in bytes; where the system keeps no such record, what it has now."""
    with suppress(OSError, TypeError):
        record = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
        return int(record[1]) * 1024
    import psutil

    with suppress(psutil.Error):
        now = psutil.Process(pid).memory_info()
        return getattr(now, "peak_wset", now.rss)
    return 0
