"""The library is built when it must be, and only then."""

from __future__ import annotations

import os
from unittest import mock

from tools import library, machine, setup
from tools.machine import Trouble
from tools.tests.sandbox import MAVEN, Sandbox


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

    def test_a_build_that_fails_beside_a_jar_is_refused(self):
        jar = "echo jar > lib/target/initlab.jar"
        for script in (f"{jar}; exit 1", "exit 0", f"{jar}; kill -9 $$"):
            self.checkout.target.mkdir(parents=True, exist_ok=True)
            self.checkout.jar.write_text("an old jar")
            self.program(self.path / "mvn", f"[ \"$1\" = -v ] && echo 'Apache Maven 3.8.7' && exit 0\n{script}")
            self.assertRegex(self.refused("setup"), "Maven could not build the library")
            self.assertFalse(library.is_fresh(self.checkout))

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

    def test_whatever_goes_into_the_library_makes_it_stale(self):
        (self.root / "lib/pom.xml").write_text("<project/>")
        (self.root / "lib/src/main/resources/deep").mkdir(parents=True)
        self.call("setup")
        for file in (
            "lib/src/main/A.java",
            "pom.xml",
            "lib/pom.xml",
            "lib/src/main/resources/deep/words",
            "lib/src/main/B",
        ):
            self.assertTrue(library.is_fresh(self.checkout))
            (self.root / file).write_text("changed")
            self.assertFalse(library.is_fresh(self.checkout), file)
            (self.checkout.target / "course-stamp").write_text(library.key(self.checkout))

    def test_a_kernel_that_runs_keeps_the_old_jar_whole_and_its_reader_is_told(self):
        self.assertNotIn("restart the kernel", self.call("setup")[1])
        with self.checkout.jar.open() as held:
            (self.root / "pom.xml").write_text("<project>changed</project>")
            self.program(self.path / "mvn", MAVEN.replace("echo jar", "echo another"))
            self.assertIn("restart the kernel of any open notebook", self.call("setup")[1])
            self.assertEqual((held.read(), self.checkout.jar.read_text()), ("jar\n", "another\n"))
        self.assertNotIn("restart the kernel", self.call("setup")[1])

    def test_what_the_library_no_longer_uses_leaves_the_class_path(self):
        self.call("setup")
        old = self.checkout.target / "deps" / "old.jar"
        old.touch()
        (self.root / "pom.xml").write_text("<project>changed</project>")
        self.call("setup")
        self.assertFalse(old.exists())

    def test_a_folder_that_is_not_ours(self):
        self.no_folder_may_be_written()
        with self.assertRaisesRegex(Trouble, f"Nothing can be written into {self.root}.*copy the course"):
            library.build(self.checkout, machine.find_java())
        self.assertEqual(self.maven_calls(), 0)

    def test_a_folder_that_is_not_ours_and_all_is_there(self):
        self.call("setup")
        self.no_folder_may_be_written()
        (self.checkout.target / "archive-stamp").write_text("by another JDK")
        with mock.patch("builtins.print"):
            self.assertEqual(setup.set_up(self.checkout).version, 17)
        self.assertEqual((self.checkout.target / "archive-stamp").read_text(), "by another JDK")

    def test_a_lost_jar_is_built_again(self):
        self.call("setup")
        self.checkout.jar.unlink()
        self.call("setup")
        self.assertEqual(self.maven_calls(), 2)

    def test_maven_args_are_passed_on(self):
        os.environ["MAVEN_ARGS"] = "-Dmaven.repo.local=elsewhere -o"
        self.call("setup")
        self.assertIn("-Dmaven.repo.local=elsewhere -o", (self.root / "maven.log").read_text())
