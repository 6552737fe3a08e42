"""The Python environment is made when it must be, and only then."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from unittest import mock

from tools import environment
from tools.checkout import Checkout
from tools.machine import Trouble
from tools.tests.sandbox import Sandbox

INSTALL_PACKAGES = environment.install_packages  # kept, for a test puts something else in its place


class MakesTheEnvironment(Sandbox):
    """The Python environment is made once, whole, and anew when it is not whole."""

    def setUp(self):
        super().setUp()
        self.made = []
        self.enterContext(mock.patch.object(environment, "new_environment", self.pretend_to_make))
        self.enterContext(mock.patch.object(environment, "install_packages", lambda *_: self.made.append("packages")))

    def pretend_to_make(self, prefix: Path) -> None:
        """Does what venv and pip would leave."""
        self.made.append("environment")
        shutil.rmtree(prefix, ignore_errors=True)
        self.finished_environment()
        (prefix / "course-stamp").unlink()

    def test_made_once(self):
        environment.make(self.checkout)
        environment.make(self.checkout)
        self.assertEqual(self.made, ["environment", "packages"])

    def test_half_made_is_made_anew(self):
        self.checkout.prefix.mkdir()
        environment.make(self.checkout)
        self.assertEqual(self.made, ["environment", "packages"])

    def test_an_interrupted_installation_is_repeated(self):
        with (
            mock.patch.object(environment, "install_packages", side_effect=KeyboardInterrupt),
            self.assertRaises(KeyboardInterrupt),
        ):
            environment.make(self.checkout)
        self.assertFalse(environment.is_fresh(self.checkout))
        environment.make(self.checkout)
        self.assertTrue(environment.is_fresh(self.checkout))

    def test_other_requirements_make_it_stale(self):
        environment.make(self.checkout)
        self.checkout.requirements.write_text("jjava==99\n")
        self.assertFalse(environment.is_fresh(self.checkout))

    def test_a_python_that_is_gone_makes_it_stale(self):
        environment.make(self.checkout)
        self.checkout.python.unlink()
        os.symlink(self.root / "gone", self.checkout.python)
        self.assertFalse(environment.is_fresh(self.checkout))

    def test_a_moved_checkout_makes_it_stale(self):
        environment.make(self.checkout)
        os.rename(self.root / ".venv", self.root / "moved")
        self.assertFalse(environment.is_fresh(Checkout(self.root, self.root / "moved")))

    def test_no_venv_module(self):
        with (
            mock.patch.object(importlib.util, "find_spec", lambda name: None),
            self.assertRaisesRegex(Trouble, "install its venv module"),
        ):
            environment.check_venv()

    def test_packages_that_cannot_be_installed(self):
        with (
            mock.patch.object(subprocess, "call", return_value=1),
            mock.patch("builtins.print"),
            self.assertRaisesRegex(Trouble, "check the network"),
        ):
            INSTALL_PACKAGES(Path(sys.executable), self.checkout.requirements)

    def test_the_settings_of_a_reader_outlive_the_environment(self):
        settings = Path(environment.jupyter_variables(self.checkout)["JUPYTER_CONFIG_DIR"]) / "lab" / "mine"
        settings.parent.mkdir(parents=True)
        settings.write_text("dark")
        environment.make(self.checkout)
        self.checkout.requirements.write_text("jjava==99\n")
        environment.make(self.checkout)
        self.assertEqual((self.made.count("environment"), settings.read_text()), (2, "dark"))

    def test_the_settings_that_an_earlier_version_kept_in_the_environment_are_taken_out(self):
        before = self.checkout.prefix / "jupyter" / "config"
        before.mkdir(parents=True)
        (before / "mine").write_text("dark")
        environment.make(self.checkout)
        self.assertEqual((self.checkout.jupyter / "config" / "mine").read_text(), "dark")

    def test_an_environment_is_not_taken_away_under_a_server(self):
        for home in (self.checkout.jupyter, self.checkout.prefix / "jupyter"):
            note = home / "runtime" / "jpserver-7.json"
            note.parent.mkdir(parents=True)
            with socket.socket() as server:
                server.bind(("127.0.0.1", 0))
                server.listen()
                note.write_text(json.dumps({"port": server.getsockname()[1], "pid": 7}))
                with self.assertRaisesRegex(Trouble, r"runs from it on port \d+: save your work.* stop it"):
                    environment.make(self.checkout)
                self.assertEqual(self.made, [])
            note.unlink()

    def test_what_a_server_that_crashed_left_behind_stops_nothing(self):
        runtime = self.checkout.jupyter / "runtime"
        runtime.mkdir(parents=True)
        with socket.socket() as gone:
            gone.bind(("127.0.0.1", 0))
            port = gone.getsockname()[1]
        for number, words in enumerate((f'{{"port": {port}}}', "[", "[]")):
            (runtime / f"jpserver-{number}.json").write_text(words)
        environment.make(self.checkout)
        self.assertEqual(self.made, ["environment", "packages"])

    def test_other_constraints_make_it_stale(self):
        environment.make(self.checkout)
        (self.checkout.requirements.parent / "constraints.txt").write_text("tornado==99\n")
        self.assertFalse(environment.is_fresh(self.checkout))

    def test_an_environment_that_was_here_before_us_is_only_installed_into(self):
        here = Checkout(self.root, self.checkout.prefix, ours=False)
        self.finished_environment()
        (self.checkout.prefix / "course-stamp").unlink()
        environment.make(here)
        self.assertEqual(self.made, ["packages"])

    def test_a_kernel_that_pip_did_not_bring_is_told_of(self):
        def pretend(prefix: Path) -> None:
            self.pretend_to_make(prefix)
            (self.checkout.kernel_folder / "jjava.jar").unlink()

        with (
            mock.patch.object(environment, "new_environment", pretend),
            self.assertRaisesRegex(Trouble, "left no kernel in .*: delete .venv"),
        ):
            environment.make(self.checkout)
        self.assertFalse(environment.is_fresh(self.checkout))

    def test_a_benchmark_gets_its_environment_once(self):
        other, wanted = Checkout(self.root, self.root / ".venv-bench"), self.root / "requirements.txt"
        wanted.write_text("torch==1\n")
        with mock.patch.object(
            environment, "new_environment", lambda prefix: self.made.append(prefix.name) or prefix.mkdir()
        ):
            environment.make_beside(other, wanted)
            environment.make_beside(other, wanted)
            self.assertEqual(self.made, [".venv-bench", "packages"])
            wanted.write_text("torch==2\n")
            shutil.rmtree(other.prefix)
            environment.make_beside(other, wanted)
        self.assertEqual(len(self.made), 4)

    def test_a_folder_that_is_not_ours(self):
        self.no_folder_may_be_written()
        with self.assertRaisesRegex(Trouble, f"Nothing can be written into {self.root}"):
            environment.make(self.checkout)
        self.assertEqual(self.made, [])

    def test_what_only_tests_need_is_added_once(self):
        environment.make(self.checkout)
        environment.add_test_packages(self.checkout)
        environment.add_test_packages(self.checkout)
        self.assertEqual(self.made, ["environment", "packages", "packages"])
        self.assertTrue(environment.is_fresh(self.checkout))
