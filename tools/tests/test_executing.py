"""Executing and saving a notebook, with stand-ins for nbclient and nbformat, which only our environment has."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import tempfile
import unittest
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from tools.check import execute, questions, save
from tools.check.job import Execution, Job
from tools.check.notebook import read
from tools.tests.books import book, cell, output
from tools.tests.sandbox import ROOT


class Node(dict):
    """A dictionary whose keys are attributes, as in nbformat."""

    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__


class CellExecutionError(Exception):
    """A cell threw."""

    ename, evalue = "Oops", "why"


class CellTimeoutError(Exception):
    """A cell gave no answer."""


def node(data: object) -> object:
    """Data as nbformat gives it."""
    if isinstance(data, dict):
        return Node({key: node(value) for key, value in data.items()})
    return [node(one) for one in data] if isinstance(data, list) else data


class Client:
    """Answers each cell with its source; the cell `fails`, `hangs` or `dies` does that."""

    made: list[dict] = []
    events: list[str] = []

    def __init__(self, nb: Node, **options):
        """A client of a notebook; its options are noted."""
        self.nb, self.km = nb, SimpleNamespace(provisioner=SimpleNamespace(pid=1))
        self.made.append(options)

    @contextlib.asynccontextmanager
    async def async_setup_kernel(self) -> AsyncIterator[None]:
        """A kernel that ends whatever happens."""
        self.events.append("start")
        try:
            yield
        finally:
            self.events.append("end")

    async def async_execute_cell(self, one: Node, index: int) -> None:
        """An answer, or none."""
        errors = {"fails": CellExecutionError(), "hangs": CellTimeoutError(), "dies": RuntimeError("Kernel died")}
        if one.source in errors:
            raise errors[one.source]
        one.outputs = [output(one.source)]


@contextlib.contextmanager
def stand_ins() -> Iterator[mock.Mock]:
    """Modules in place of those that are not here; what they validate is noted."""
    written = mock.Mock()
    modules = {
        "nbclient": SimpleNamespace(NotebookClient=Client),
        "nbclient.exceptions": SimpleNamespace(
            CellExecutionError=CellExecutionError, CellTimeoutError=CellTimeoutError
        ),
        "nbformat": SimpleNamespace(from_dict=node, validate=written, writes=lambda data: json.dumps(data) + "\n\n"),
    }
    Client.made, Client.events = [], []
    with mock.patch.dict("sys.modules", modules), mock.patch.object(execute, "memory_of", return_value=7):
        yield written


class Executes(unittest.TestCase):
    """What goes wrong is told with the number of its cell, and the kernel ends."""

    def executed(self, *sources: str, times: int = 1) -> tuple[dict, Execution]:
        """What comes of a notebook of these cells after words; the clock goes on by a second a look."""
        words = {"cell_type": "markdown", "source": "words", "metadata": {}}
        self.job = Job(ROOT / "notebooks" / "a.ipynb", book(words, *map(cell, sources)), [], times)
        clock = itertools.count(100)
        with stand_ins(), mock.patch.object(execute, "time", SimpleNamespace(monotonic=lambda: next(clock))):
            result = asyncio.run(execute.execute(self.job, 9))
        self.assertEqual(Client.events, ["start", "end"])
        return result

    def test_all_is_well(self):
        shown, done = self.executed("a", " ", "b", times=2)
        self.assertEqual((done.error, len(done.outputs), done.memory), ("", 2, 7))
        self.assertEqual([one["outputs"] for one in shown["cells"][1::2]], [[output("a")], [output("b")]])
        self.assertEqual(done.seconds, 7, "from the first look at the clock to the last")
        self.assertEqual(self.job.book["cells"][1]["outputs"], [], "the notebook in hand stays as it is")

    def test_quotes_are_asked_about_where_they_are_to_be(self):
        quoted = {"cell_type": "markdown", "id": "b", "source": "1<!--= a -->", "metadata": {}}
        for asked, due in {True: ['"" + (double) (a)'], False: []}.items():
            job = Job(ROOT / "notebooks" / "a.ipynb", book(quoted, cell("1")), [], 2, quoted=asked)
            with stand_ins():
                _, done = asyncio.run(execute.execute(job, 9))
            self.assertEqual((done.answers, len(done.outputs), done.error), (due, 1, ""))

    def test_solutions_are_run_from_the_first_exercise_on_in_the_same_kernel(self):
        stubs = [cell("a"), cell("stub"), cell("b")]
        for solution, error in {"answer": "", "fails": "code cell 2 fails: Oops: why"}.items():
            answers = book(stubs[0], {**cell(solution), "solution": solution}, stubs[2])
            job = Job(ROOT / "notebooks" / "a.ipynb", book(*stubs), [], 2, solved=answers)
            with stand_ins():
                _, done = asyncio.run(execute.execute(job, 9))
            self.assertEqual(Client.events, ["start", "end"])
            self.assertEqual((done.error, done.solved.error), ("", error))
            due = [[[output("a")]] * 2] + ([] if error else [[[output(solution)]], [[output("b")]]])
            self.assertEqual(done.solved.outputs, due, "what stands before the first exercise is as it was")

    def test_without_one_solution_nothing_runs_again(self):
        job = Job(ROOT / "notebooks" / "a.ipynb", book(cell("a")), [], solved=book(cell("a")))
        with stand_ins():
            _, done = asyncio.run(execute.execute(job, 9))
        self.assertEqual(done.solved.outputs, done.outputs)

    def test_what_goes_wrong(self):
        for source, words in {
            "fails": "code cell 2 fails: Oops: why",
            "hangs": "code cell 2 gave no answer within 9 s",
            "dies": "the kernel died at code cell 2: Kernel died",
        }.items():
            _, done = self.executed("a", source, "b")
            self.assertEqual((done.error, len(done.outputs)), (words, 1))
            self.assertGreater(done.seconds, 0)

    def test_how_the_kernel_is_asked_for(self):
        self.executed("a")
        [options] = Client.made
        self.assertEqual((options["timeout"], options["kernel_name"]), (9, "java"))
        self.assertEqual(options["resources"]["metadata"]["path"], str(ROOT / "notebooks"))
        self.assertEqual((options["coalesce_streams"], options["shutdown_kernel"]), (True, "immediate"))

    def test_a_long_error_is_cut(self):
        self.assertEqual(len(questions.brief("x" * 1000)), 600)
        self.assertEqual(questions.brief("\n".join("abcdefgh")).split(), [*"abcdef"])


class Saves(unittest.TestCase):
    """What is saved is what any machine would save."""

    def test_named_like_the_notebooks_that_are_here(self):
        here = json.loads((ROOT / "notebooks/00-start-here.ipynb").read_text(encoding="utf-8"))
        kept = save.kept_book(book(), Execution())
        for name in ("kernelspec", "language_info"):
            self.assertEqual(kept["metadata"][name], here["metadata"][name])
        self.assertEqual((kept["nbformat"], kept["nbformat_minor"]), (here["nbformat"], here["nbformat_minor"]))

    def test_cells_that_did_not_run(self):
        blank = cell(" ", output("old"), count=9)
        words = {"cell_type": "markdown", "source": "", "metadata": {"ExecuteTime": 1, "slideshow": {}}}
        kept = save.kept_book(book(blank, words), Execution())["cells"]
        self.assertEqual((kept[0]["execution_count"], kept[0]["outputs"]), (None, []))
        self.assertEqual((kept[1]["metadata"], "outputs" in kept[1], len(kept[1]["id"])), ({"slideshow": {}}, False, 8))

    def test_noise_and_progress_are_not_saved(self):
        noise = {"output_type": "stream", "name": "stderr", "text": "w"}
        passing = {**output("50 %"), "metadata": {"transient": True}}
        kept = save.kept_book(book(cell(tags=("quiet",))), Execution(outputs=[[[noise, passing, output("1")]]]))
        self.assertEqual([one["data"] for one in kept["cells"][0]["outputs"]], [{"text/plain": "1"}])
        self.assertEqual(save.kept_output(noise, 3), noise, "a stream has no number")

    def test_the_last_time_counts(self):
        kept = save.kept_book(book(cell()), Execution(outputs=[[[output("first")], [output("last")]]]))
        self.assertEqual(kept["cells"][0]["outputs"][0]["data"], {"text/plain": "last"})

    def test_it_is_written_valid_and_ends_in_one_line_break(self):
        with tempfile.TemporaryDirectory() as folder, stand_ins() as validated:
            path = Path(folder) / "a.ipynb"
            save.save(path, book(cell()), Execution(outputs=[[[output("1")]]]))
            self.assertEqual(read(path)["cells"][0]["outputs"][0]["data"], {"text/plain": "1"})
            self.assertRegex(path.read_text(), r"\}\n$")
        validated.assert_called_once()
