"""What the commands answer to wrong questions."""

from __future__ import annotations

import contextlib
import io
import json
import os
import socket
import sys
from unittest import mock

import course
from tools import environment, notebooks, ports
from tools.checkout import Checkout
from tools.files import fingerprint
from tools.machine import Trouble
from tools.tests.books import book, cell
from tools.tests.sandbox import Sandbox


class Commands(Sandbox):
    """What the commands answer to wrong questions."""

    def setUp(self):
        super().setUp()
        self.machine()
        self.finished_environment()

    def test_a_taken_port(self):
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = str(other.getsockname()[1])
            self.assertRegex(self.refused("lab", "--port", port), rf"Port {port} is taken, .* --port")

    def test_a_port_that_cannot_be(self):
        for port in ("99999", "70000", "65536", "0", "-1"):
            self.assertRegex(self.refused("lab", "--port", port), f"There is no port {port}: choose a number from 1 to")
        for port in (1, 65535):
            with mock.patch.object(ports, "is_free", lambda _: True):
                self.assertEqual(ports.free_port(port), port)

    def test_the_next_free_port_is_taken_when_none_is_asked_for(self):
        with mock.patch.object(ports, "is_free", lambda port: port == ports.USUAL_PORT + 2):
            self.assertEqual(ports.free_port(None), ports.USUAL_PORT + 2)

    def test_no_such_notebook(self):
        for command in ("run", "test"):
            self.assertRegex(self.refused(command, "nowhere.ipynb"), "There is no notebook nowhere.ipynb")

    def test_other_seeds_are_not_saved(self):
        said = self.refused("run", "--save", "--seeds", "7", "nowhere.ipynb")
        self.assertRegex(said, "leave out either --save or --seeds")

    def test_what_cannot_be_written_is_not_run_to_be_saved(self):
        path = self.root / "a.ipynb"
        path.write_text(json.dumps(book(cell())))
        notebooks.check_savable([path])
        with mock.patch.object(course, "set_up") as set_up, contextlib.redirect_stderr(io.StringIO()) as said:
            self.no_folder_may_be_written()
            self.assertEqual(course.main(["run", "--save", str(path)]), 1)
        self.assertRegex(said.getvalue(), f"^{path} cannot be written: leave out --save, .*\\.\n$")
        set_up.assert_not_called()

    def test_both_a_notebook_and_its_folder_have_to_be_writable(self):
        path = self.root / "a.ipynb"
        for locked in (path, self.root):
            writable = lambda other, mode, locked=locked: other != locked  # noqa: E731
            with mock.patch.object(os, "access", writable), self.assertRaisesRegex(Trouble, "cannot be written"):
                notebooks.check_savable([path])

    def test_no_such_part(self):
        said = self.refused("test", "everything")
        self.assertRegex(said, "There is no part 'everything' to test: choose among library")

    def test_testing_nothing_is_a_failure(self):
        code, said = self.call("test", "notebooks")
        self.assertEqual((code, said.splitlines()[-1]), (1, "0 passed, 1 failed"), said)
        self.assertIn("There are no notebooks to check.", said)
        self.assertIn("The part 'notebooks' tested nothing", said)

    def test_no_benchmark(self):
        self.assertRegex(self.refused("bench"), "There is no benchmark in lib/bench")

    def test_the_benchmark_sees_the_kernel_and_its_own_packages(self):
        folder, other = self.root / "lib" / "bench", Checkout(self.root, self.root / ".venv-bench")
        folder.mkdir()
        (folder / "requirements.txt").write_text("")
        (folder / "bench.py").write_text("import os, sys; print(sys.argv[1:], os.environ['JUPYTER_PATH'])")
        other.python.parent.mkdir(parents=True)
        os.symlink(sys.executable, other.python)
        (other.prefix / "course-stamp").write_text(fingerprint(str(other.prefix), folder / "requirements.txt"))
        code, said = self.call("bench", "--", "--quick")
        expected = f"['--quick'] {self.checkout.prefix / 'share' / 'jupyter'}"
        self.assertEqual((code, said.splitlines()[-1]), (0, expected), said)

    def test_jupyter_writes_only_inside_the_checkout(self):
        with mock.patch.dict(os.environ, {"PYTHONPATH": "/mine", "PYTHONHOME": "/mine", "JUPYTER_PATH": "/mine"}):
            inside = environment.jupyter_variables(self.checkout)
        self.assertNotIn("/mine", inside.values())
        self.assertTrue(self.checkout.jupyter.is_dir())
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"):
            self.assertTrue(inside[name].startswith(str(self.root)), name)
            self.assertFalse(inside[name].startswith(str(self.checkout.prefix)), "it is made anew from time to time")
        self.assertEqual(len({value for name, value in inside.items() if name.startswith(("JUPYTER_", "IPY"))}), 5)

    def test_in_a_folder_that_is_not_ours_jupyter_writes_where_it_does_by_itself(self):
        with mock.patch.dict(os.environ, {"MINE": "1"}):
            self.no_folder_may_be_written()
            inside = environment.jupyter_variables(self.checkout)
        self.assertEqual([name for name in inside if name.startswith("JUPYTER_")], ["JUPYTER_PREFER_ENV_PATH"])
        self.assertEqual(inside["MINE"], "1")
