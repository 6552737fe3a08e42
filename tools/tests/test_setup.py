"""The steps of set-up: done when they must be, and only then."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from unittest import mock

from tools import environment
from tools.checkout import Checkout
from tools.machine import Trouble
from tools.tests.sandbox import Sandbox

INSTALL_PACKAGES = environment.install_packages  # kept, for a test puts something else in its place


class BuildsTheLibrary(Sandbox):
    """Maven is called when it must be, and only then."""

    def setUp(self):
        super().setUp()
        self.machine()
        self.finished_environment()

    def test_no_maven(self):
        (self.path / "mvn").unlink()
        self.assertRegex(self.refused("setup"), "Maven was not found: install it")

    def test_maven_too_old(self):
        self.program(self.path / "mvn", "echo 'Apache Maven 3.5.4'")
        self.assertRegex(self.refused("setup"), "is Apache Maven 3.5.4: install Maven 3.6.3 or newer")

    def test_a_failed_build_is_told_and_can_be_repeated(self):
        (self.root / "maven-fails").touch()
        self.assertRegex(self.refused("setup"), "Maven could not build the library .* run the same command again")
        self.assertIn("\nA.java does not compile\n", self.call("setup")[1])
        (self.root / "maven-fails").unlink()
        self.assertEqual(self.call("setup")[0], 0)
        self.assertEqual(self.maven_calls(), 3)

    def test_a_second_call_does_no_work(self):
        self.assertEqual(self.call("setup")[0], 0)
        before = (self.checkout.kernel_folder / "kernel.json").stat().st_mtime_ns
        self.assertEqual(self.call("setup")[0], 0)
        self.assertEqual(self.maven_calls(), 1)
        self.assertEqual((self.checkout.kernel_folder / "kernel.json").stat().st_mtime_ns, before)

    def test_changed_sources_are_built_again(self):
        self.call("setup")
        (self.root / "lib/src/main/A.java").write_text("class A { int changed; }")
        self.call("setup")
        self.assertEqual(self.maven_calls(), 2)

    def test_a_lost_jar_is_built_again(self):
        self.call("setup")
        self.checkout.jar.unlink()
        self.call("setup")
        self.assertEqual(self.maven_calls(), 2)

    def test_maven_args_are_passed_on(self):
        os.environ["MAVEN_ARGS"] = "-Dmaven.repo.local=elsewhere -o"
        self.call("setup")
        self.assertIn("-Dmaven.repo.local=elsewhere -o", (self.root / "maven.log").read_text())


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

    def test_what_only_tests_need_is_added_once(self):
        environment.make(self.checkout)
        environment.add_test_packages(self.checkout)
        environment.add_test_packages(self.checkout)
        self.assertEqual(self.made, ["environment", "packages", "packages"])
        self.assertTrue(environment.is_fresh(self.checkout))
