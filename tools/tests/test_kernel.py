"""The notebook checker on the kernel itself."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import tempfile
import unittest
from collections.abc import Mapping
from pathlib import Path

from tools import kernel, machine, notebooks, rehearsal
from tools.checkout import Checkout
from tools.environment import is_fresh, jupyter_variables
from tools.files import write_json
from tools.processes import ended
from tools.testing import GERMAN
from tools.tests.books import book, cell
from tools.tests.sandbox import ROOT
from tools.tests.waiting import alive, as_in_a_terminal, wait_for

HERE = Checkout(ROOT, ROOT / ".venv")
CELLS = {
    "well": ["1 + 1", 'System.out.print("a"); System.out.print("b")'],
    "error": ["1 + 1", "int y = 1 / 0;"],
    "stuck": ["Thread.sleep(1_000_000)"],
    "dies": ["Runtime.getRuntime().halt(3)"],
    "unsteady": ["System.nanoTime()"],
    "asserts": ["assert 1 > 2;"],
}


def written(path: Path, sources: list[str]) -> Path:
    """A notebook of these cells, in a file."""
    cells = [{**cell(source, count=n), "id": f"c{n}"} for n, source in enumerate(sources, 1)]
    path.write_text(json.dumps(book(*cells)))
    return path


def call(command: list[str], variables: Mapping[str, str]) -> subprocess.CompletedProcess:
    """Runs the checker to its end."""
    output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    with ended(subprocess.Popen(command, cwd=ROOT, env=variables, **output)) as process:
        said = process.communicate(timeout=240)[0]
    return subprocess.CompletedProcess(command, process.returncode, said)


class OnTheKernel(unittest.TestCase):
    """What the tests on the kernel have in common."""

    @classmethod
    def setUpClass(cls):
        if not (is_fresh(HERE) and kernel.registered(HERE)):
            raise unittest.SkipTest("there is no environment yet: 'python3 course.py setup' makes it")
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)


class Checker(OnTheKernel):
    """The checker on the kernel itself: what is wrong is found, named, and does not hang."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        paths = [written(cls.folder / f"{name}.ipynb", sources) for name, sources in CELLS.items()]
        cls.done = call(notebooks.checker(HERE, "check", paths, "--cell-seconds=5"), jupyter_variables(HERE))
        cls.said = cls.done.stdout

    def part(self, name: str) -> str:
        """What was said of one notebook."""
        lines = self.said.splitlines()
        start = next(n for n, line in enumerate(lines) if line.startswith(name + "  "))
        end = next((n for n, line in enumerate(lines) if n > start and not line.startswith(" ")), len(lines))
        return "\n".join(lines[start:end])

    def test_a_good_notebook_runs(self):
        self.assertIn("ok   Runs from top to bottom", self.part("well"))

    def test_an_error_is_named(self):
        self.assertRegex(self.part("error"), "FAIL Runs from.*\n +code cell 2 fails: .*ArithmeticException.*zero")

    def test_a_cell_that_never_answers(self):
        self.assertRegex(self.part("stuck"), "code cell 1 gave no answer within 5 s")

    def test_a_kernel_that_dies(self):
        self.assertRegex(self.part("dies"), "the kernel died at code cell 1")

    def test_a_cell_that_says_something_else_each_time(self):
        self.assertRegex(self.part("unsteady"), "FAIL A cell that is run again says the same")

    def test_assertions_are_on(self):
        self.assertRegex(self.part("asserts"), "AssertionError")

    def test_everything_is_counted(self):
        self.assertRegex(self.said.strip().splitlines()[-1], r"checks that held: \d+, that did not: \d+")
        self.assertEqual(self.done.returncode, 1)


class Runner(OnTheKernel):
    """Notebooks that are run on the kernel as it is registered, and on others."""

    def run_and_save(self, sources: list[str], variables: Mapping[str, str]) -> dict:
        """What `run --save` leaves of a notebook."""
        path = written(self.folder / "saved.ipynb", sources)
        self.assertEqual(call(notebooks.checker(HERE, "run", [path], "--save"), variables).returncode, 0)
        return json.loads(path.read_text())

    def test_saved_as_any_machine_would(self):
        saved = self.run_and_save(CELLS["well"], jupyter_variables(HERE))
        self.assertEqual(saved["metadata"]["kernelspec"]["name"], "java")
        self.assertNotIn("version", saved["metadata"]["language_info"])
        self.assertEqual("".join(saved["cells"][1]["outputs"][0]["text"]), "ab")

    def test_a_notebook_that_fails_is_not_saved(self):
        path = written(self.folder / "fails.ipynb", CELLS["error"])
        before = path.read_text()
        self.assertEqual(call(notebooks.checker(HERE, "run", [path], "--save"), jupyter_variables(HERE)).returncode, 1)
        self.assertEqual(path.read_text(), before)

    def test_the_rehearsal_knows_its_lines(self):
        path = written(self.folder / "rehearsal.ipynb", rehearsal.CELLS)
        done = call(notebooks.checker(HERE, "run", [path]), jupyter_variables(HERE))
        self.assertEqual(done.returncode, 0, f"mend tools/rehearsal.py: set-up does not notice. {done.stdout}")

    def test_seed_and_language_reach_the_kernel(self):
        sources = ['System.out.print(System.getProperty("initlab.seed") + String.format(" %.1f", 0.5))']
        with kernel.started_with(HERE, machine.find_java(), "-Dinitlab.seed=7", *GERMAN) as variables:
            saved = self.run_and_save(sources, variables)
        self.assertEqual("".join(saved["cells"][0]["outputs"][0]["text"]), "7 0,5")

    def test_other_seeds_are_not_compared_with_what_is_saved(self):
        path = written(self.folder / "seeds.ipynb", ["1 + 1"])
        for options, fresh in (([], True), (["--seeds=7"], False)):
            said = call(notebooks.checker(HERE, "check", [path], *options), jupyter_variables(HERE)).stdout
            self.assertEqual("Fresh outputs equal the saved ones" in said, fresh)
            self.assertIn("A cell that is run again says the same", said)

    def test_a_spec_on_the_path_comes_before_the_registered_one(self):
        write_json(self.folder / "kernels/java/kernel.json", kernel.spec(HERE, machine.Java(Path("/x"), 17, True)))
        asks = "from jupyter_client.kernelspec import get_kernel_spec as spec; print(spec('java').argv[0])"
        variables = {**jupyter_variables(HERE), "JUPYTER_PATH": str(self.folder)}
        self.assertEqual(call([str(HERE.python), "-c", asks], variables).stdout.strip(), str(Path("/x/bin/java")))

    @unittest.skipIf(os.name == "nt", "Ctrl-C is sent in another way there")
    def test_an_interruption_a_kill_or_a_closed_terminal_leaves_no_kernel_behind(self):
        runners = [(one, *self.slow(f"slow-{one.name}")) for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)]
        for one, runner, mark in runners:
            wait_for(lambda mark=mark: mark.exists() and mark.read_text(), 120)
            runner.send_signal(one)
        for one, runner, mark in runners:
            self.assertEqual(runner.wait(timeout=30), 130, repr(one))
            wait_for(lambda mark=mark: not alive(int(mark.read_text())), 10)

    def slow(self, name: str) -> tuple[subprocess.Popen, Path]:
        """A run of a notebook that takes for ever, and the file where its kernel notes its process."""
        mark = self.folder / name
        writes = f'java.nio.file.Files.writeString(java.nio.file.Path.of("{mark}"), "" + ProcessHandle.current().pid())'
        path = written(self.folder / f"{name}.ipynb", [f"{writes}; Thread.sleep(1_000_000)"])
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        command = notebooks.checker(HERE, "run", [path])
        variables = jupyter_variables(HERE)
        runner = subprocess.Popen(command, cwd=ROOT, env=variables, preexec_fn=as_in_a_terminal, **silent)
        self.addCleanup(runner.kill)
        return runner, mark
