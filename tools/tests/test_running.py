"""How the cells of notebooks run, a few notebooks at once, and what they take."""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
import unittest
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from tools.check import execute
from tools.check.job import Execution, Job
from tools.tests.books import book, cell, output


class Cells(unittest.TestCase):
    """Cells run in order, and what they take is measured."""

    def run_cells(self, times: int, *sources: str, memory: tuple[int, ...] = ()) -> Execution:
        """Runs cells on a client that answers with the cell's source and how often it was asked."""
        asked: list[str] = []
        clock = [100.0]

        async def answer(cell: SimpleNamespace, index: int) -> None:
            clock[0] += 5 if cell.source == "slow" else 1
            asked.append(cell.source)
            cell.outputs = [output(f"{cell.source} {asked.count(cell.source)}")]

        cells = [SimpleNamespace(cell_type="code", source=source, outputs=[]) for source in sources]
        cells.insert(1, SimpleNamespace(cell_type="markdown", source="words"))
        provisioner = SimpleNamespace(provisioner=SimpleNamespace(pid=os.getpid()))
        client = SimpleNamespace(nb=SimpleNamespace(cells=cells), km=provisioner, async_execute_cell=answer)
        done = Execution()
        with (
            mock.patch.object(execute, "memory_of", side_effect=memory or itertools.repeat(1)),
            mock.patch.object(execute, "time", SimpleNamespace(monotonic=lambda: clock[0])),
        ):
            asyncio.run(execute.run_cells(client, times, done))
        return done

    def test_every_cell_so_many_times_and_empty_ones_never(self):
        done = self.run_cells(2, "a", " ", "b")
        texts = [[shown[0]["data"]["text/plain"] for shown in times] for times in done.outputs]
        self.assertEqual(texts, [["a 1", "a 2"], ["b 1", "b 2"]])

    def test_the_slowest_cell_and_its_time(self):
        self.assertEqual(self.run_cells(2, "a", "slow", "b").slowest, (5, 2))

    def test_memory_is_the_most_of_all_cells_in_bytes(self):
        self.assertEqual(self.run_cells(1, "a", "b", "c", memory=(5, 9, 7)).memory, 9)

    @unittest.skipUnless(Path("/proc/self/status").exists(), "this system keeps no record of it")
    def test_memory_of_a_process(self):
        known = execute.memory_of(os.getpid())
        self.assertTrue(10 * 2**20 < known < 2**32, f"{known} bytes for a Python")
        held = bytearray(64 * 2**20)
        self.assertGreater(execute.memory_of(os.getpid()), len(held))
        del held
        self.assertGreater(execute.memory_of(os.getpid()), 64 * 2**20, "what was given back counts")

    def test_costs_in_words(self):
        done = Execution(seconds=12.34, slowest=(1.26, 3), memory=300 * 2**20)
        self.assertEqual(done.cost(), "12.3 s (cells once 0.0 s, no figure), slowest cell 3 (1.3 s), 300 MB")
        done.once, done.first_figure = 10.04, 5.06
        self.assertIn("(cells once 10.0 s, first figure after 5.1 s)", done.cost())

    def test_the_first_figure_and_the_whole_time_with_each_cell_run_once(self):
        done, figure = Execution(), output("words", **{"image/png": "AA"})
        for seconds, shown in ((1, []), (2, [output("no figure")]), (4, [output("a"), figure]), (8, [figure])):
            execute.note_first_time(done, seconds, shown)
        self.assertEqual((done.once, done.first_figure), (15, 7))
        done = self.run_cells(2, "a", "slow", "b")
        self.assertEqual((done.once, done.first_figure), (7, None))

    def test_an_error_is_told_in_the_kernels_words(self):
        failed = cell("x", {"output_type": "error", "traceback": ["\x1b[31m|  boom\x1b[0m", "", "|  at line 3"]})
        told = execute.failed_cell(failed, 4, SimpleNamespace(ename="E", evalue="v"))
        self.assertEqual(told, "code cell 4 fails: boom\n         at line 3")
        self.assertEqual(
            execute.failed_cell(cell("x"), 4, SimpleNamespace(ename="E", evalue="v")), "code cell 4 fails: E: v"
        )

    def test_a_signal_ends_the_whole_run_after_its_kernels(self):
        for one in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            begun, ended = [], []

            async def pretend(
                job: Job, cell_seconds: float, begun=begun, ended=ended, one=one
            ) -> tuple[dict, Execution]:
                begun.append(job)
                if len(begun) == 2:
                    signal.raise_signal(one)
                try:
                    await asyncio.sleep(60)
                except asyncio.CancelledError:  # as nbclient does: it takes this for a kernel that died
                    await asyncio.sleep(0)
                ended.append(job)
                return job.book, Execution(error="the kernel died")

            told = []
            before = signal.signal(one, signal.SIG_DFL)
            try:
                jobs = [Job(Path("a.ipynb"), book(), []) for _ in range(4)]
                with (
                    mock.patch.object(execute, "execute", pretend),
                    self.assertRaises((asyncio.CancelledError, KeyboardInterrupt)),
                ):
                    asyncio.run(execute.execute_all(jobs, 9, lambda job, *_, told=told: told.append(job)))
            finally:
                signal.signal(one, before)
            self.assertEqual((len(begun), len(ended), told), (2, 2, []), repr(one))

    def test_a_few_kernels_at_once_and_each_told_in_order(self):
        running, most, told = [0], [0], []

        async def pretend(job: Job, cell_seconds: float) -> tuple[dict, Execution]:
            running[0] += 1
            most[0] = max(most)
            most.append(running[0])
            await asyncio.sleep(0.02 * job.times)
            running[0] -= 1
            return job.book, Execution()

        jobs = [Job(Path("a.ipynb"), book(), [], times=times) for times in (3, 1, 2, 1)]
        with mock.patch.object(execute, "execute", pretend):
            asyncio.run(execute.execute_all(jobs, 9, lambda job, *_: told.append(job)))
        self.assertEqual(max(most), 2)
        self.assertEqual(told, jobs)
