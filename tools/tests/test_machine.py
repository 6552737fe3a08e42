"""Which JDK is chosen, and which others are found."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from unittest import mock

from tools import machine
from tools.machine import Trouble
from tools.tests.sandbox import JAVA_8, JAVA_17, JRE_17, Sandbox


class FindsJava(Sandbox):
    """Which JDK is chosen, and what is said of those that will not do."""

    def test_no_java(self):
        self.assertRegex(self.refused("setup"), "No Java was found: install a JDK 17 or newer")

    def test_too_old(self):
        self.java_on_path(JAVA_8)
        self.assertRegex(self.refused("setup"), "version 8, too old: install a JDK 17 or newer .* and set JAVA_HOME")

    def test_run_time_only(self):
        self.java_on_path(JRE_17)
        self.assertRegex(self.refused("setup"), "lacks the compiler or the module jdk.jshell: install a full JDK")

    def test_a_run_time_with_the_modules_of_a_jdk_as_debian_packs_it(self):
        for number, missing in enumerate(("bin/javac", "lib/ct.sym")):
            java = machine.ask_java(str(self.jdk(JAVA_17, f"jre{number}", missing) / "bin" / "java"))
            self.assertFalse(java.is_jdk, missing)
        self.assertTrue(machine.ask_java(str(self.jdk() / "bin" / "java")).is_jdk)
        self.java_on_path(JAVA_17, "bin/javac")
        self.assertRegex(self.refused("setup"), "only runs programs, .* install a full JDK")

    def test_java_that_does_not_start(self):
        self.java_on_path("exit 127")
        self.assertRegex(self.refused("setup"), "does not start: install a JDK")

    def test_java_home_comes_first(self):
        self.java_on_path()
        os.environ["JAVA_HOME"] = str(self.jdk())
        self.assertEqual(machine.find_java().home, self.root / "jdk")

    def test_a_java_home_that_will_not_do_gives_way_to_path(self):
        self.java_on_path()
        os.environ["JAVA_HOME"] = str(self.jdk(JAVA_8))
        self.assertEqual(machine.find_java().home.name, "jdk-on-path")

    def test_a_java_home_that_does_not_exist_gives_way_to_path(self):
        self.java_on_path()
        os.environ["JAVA_HOME"] = str(self.root / "nowhere")
        self.assertEqual(machine.find_java().version, 17)

    def test_a_java_home_that_is_passed_over_is_told_of_once_a_call(self):
        self.machine()
        self.finished_environment()
        for name, reason in {
            str(self.jdk(JAVA_8, "old")): "is version 8, too old",
            str(self.jdk(JRE_17, "jre")): "only runs programs",
            str(self.root / "nowhere"): "There is no bin/java in it",
        }.items():
            os.environ["JAVA_HOME"] = name
            code, said = self.call("setup")
            self.assertEqual((code, said.count("JAVA_HOME names")), (0, 1), said)
            self.assertRegex(said, f"JAVA_HOME names {name}, which will not do, .*jdk-on-path is used.* {reason}")

    def test_nothing_is_said_of_a_java_home_that_is_used(self):
        self.java_on_path()
        self.assertEqual(machine.passed_over(machine.find_java()), "")
        os.environ["JAVA_HOME"] = str(self.jdk())
        self.assertEqual(machine.passed_over(machine.find_java()), "")


class FindsMaven(Sandbox):
    """Which Maven will do, and what it is called with."""

    def test_the_oldest_that_will_do(self):
        java = machine.Java(self.jdk(), 17, True)
        for version, due in {
            "3.6.3": 1,
            "3.6.2": 0,
            "3.5.9": 0,
            "2.9.9": 0,
            "3.7": 1,
            "3.10.1": 1,
            "4.0.0-rc-4": 1,
        }.items():
            self.program(self.path / "mvn", f"echo 'Apache Maven {version} (abc)'")
            if due:
                self.assertEqual(machine.find_maven(java), str(self.path / "mvn"), version)
            else:
                with self.assertRaisesRegex(Trouble, f"is Apache Maven {version}: install Maven 3.6.3 or newer"):
                    machine.find_maven(java)
        self.program(self.path / "mvn", "echo 'something else'")
        with self.assertRaisesRegex(Trouble, "is no Apache Maven: install"):
            machine.find_maven(java)

    def test_maven_runs_on_the_chosen_jdk(self):
        java = machine.Java(self.jdk(), 17, True)
        with mock.patch.dict(os.environ, {"JAVA_HOME": "/another", "MAVEN_ARGS": "-o", "MAVEN_OPTS": "-Xmx1g"}):
            seen = machine.build_environment(java)
        self.assertEqual((seen["JAVA_HOME"], seen["MAVEN_OPTS"]), (str(java.home), "-Xmx1g"))
        self.assertNotIn("MAVEN_ARGS", seen)

    def test_what_java_says_of_itself(self):
        for script, due in {JAVA_17: (17, True), JRE_17: (17, False), JAVA_8: (8, False)}.items():
            java = machine.ask_java(str(self.jdk(script) / "bin" / "java"))
            self.assertEqual((java.home, java.version, java.is_jdk), (self.root / "jdk", *due))
            self.assertEqual(java.program, self.root / "jdk" / "bin" / "java")

    def test_a_program_that_is_not_there_says_nothing(self):
        self.assertEqual(machine.output_of([str(self.root / "nowhere")]), "")
        self.program(self.path / "both", "echo a; echo b >&2; exit 3")
        self.assertEqual(machine.output_of([str(self.path / "both")]), "a\nb\n")

    def test_where_jdks_are_looked_for(self):
        for system, due in {"linux": "/usr/lib/jvm", "darwin": "/Library/Java/JavaVirtualMachines"}.items():
            with mock.patch.object(sys, "platform", system):
                places = [str(folder) for folder, _ in machine.usual_places()]
                self.assertIn("apt install" if system == "linux" else "brew install", machine.cure(machine.INSTALL_JDK))
            self.assertIn(due, places)
            self.assertIn(str(Path.home() / ".sdkman/candidates/java"), places)


class FindsEveryJava(Sandbox):
    """The JDKs that `test --all` tries."""

    def homes(self, *folders: str) -> list[str]:
        """The JDKs found when these folders of the sandbox are the usual places."""
        places = [(self.root / folder, "*") for folder in folders]
        with mock.patch.object(machine, "usual_places", lambda: places):
            return [java.home.name for java in machine.installed_javas()]

    def test_what_will_not_do_is_left_out(self):
        self.java_on_path()
        for name, script in {
            "b-17": JAVA_17,
            "a-17": JAVA_17,
            "old": JAVA_8,
            "jre": JRE_17,
            "broken": "exit 1",
        }.items():
            self.jdk(script, "jvm/" + name)
        self.assertEqual(self.homes("jvm", "nowhere"), ["jdk-on-path", "a-17", "b-17"])

    def test_one_that_is_found_twice_counts_once(self):
        names_itself = JAVA_17.replace("{home}", "'\"${0%/bin/java}\"'")
        os.environ["JAVA_HOME"] = str(self.jdk(names_itself, "jvm/one"))
        os.symlink(self.root / "jvm/one", self.root / "jvm/the-same")
        self.assertEqual(self.homes("jvm"), ["one"])

    def test_none(self):
        self.assertEqual(self.homes("jvm"), [])
