"""The kernel that set-up registers, and kernels that differ from it for a while."""

from __future__ import annotations

import json
import os
from pathlib import Path

from tools import kernel, machine
from tools.tests.sandbox import Sandbox


class RegistersTheKernel(Sandbox):
    """The spec `java` leads to this library, whatever it said before."""

    def setUp(self):
        super().setUp()
        self.machine()
        self.finished_environment()
        self.spec = self.checkout.kernel_folder / "kernel.json"

    def registered(self) -> list[str]:
        """The kernel's command line after a set-up."""
        code, said = self.call("setup")
        self.assertEqual(code, 0, said)
        return json.loads(self.spec.read_text())["argv"]

    def test_what_it_says(self):
        argv = self.registered()
        self.assertEqual(argv[0], str(self.root / "jdk-on-path/bin/java"))
        self.assertIn("-ea", argv)
        self.assertNotIn("--enable-native-access=ALL-UNNAMED", argv)
        class_path = argv[argv.index("-cp") + 1].split(os.pathsep)
        self.assertEqual(class_path[1:], [str(self.checkout.jar), str(self.checkout.target / "deps" / "*")])

    def test_newer_javas_are_told_what_is_allowed(self):
        newer = kernel.spec(self.checkout, machine.Java(Path("/jdk"), 25, True))
        self.assertIn("--enable-native-access=ALL-UNNAMED", newer["argv"])

    def test_flags_for_a_while_leave_the_registered_kernel_as_it_is(self):
        before, java = self.registered(), machine.find_java()
        with kernel.seeded(self.checkout, java, 7) as variables:
            other = json.loads((Path(variables["JUPYTER_PATH"]) / "kernels/java/kernel.json").read_text())
        self.assertEqual([word for word in other["argv"] if word not in before], ["-Dinitlab.seed=7"])
        self.assertLess(other["argv"].index("-Dinitlab.seed=7"), other["argv"].index("-cp"))
        self.assertEqual(self.registered(), before)
        with kernel.seeded(self.checkout, java, None) as variables:
            self.assertNotIn("JUPYTER_PATH", variables)

    def rehearsing(self) -> None:
        """A Python whose rehearsals succeed, and are counted."""
        self.checkout.python.unlink()
        archive = '/bin/sed -n \'s/.*ArchiveClassesAtExit=\\(.*\\)",/\\1/p\' "$JUPYTER_PATH/kernels/java/kernel.json"'
        self.program(self.checkout.python, f"echo once >> '{self.root}/rehearsals.log'\n: > \"$({archive})\"")

    def test_a_kernel_that_was_rehearsed_reads_the_archive_of_its_classes(self):
        self.rehearsing()
        self.assertEqual(self.registered()[1], f"-XX:SharedArchiveFile={self.checkout.archive}")

    def test_rehearsed_again_only_when_a_jar_has_changed(self):
        self.rehearsing()
        rehearsals = self.root / "rehearsals.log"
        self.assertEqual(self.registered(), self.registered())
        self.assertEqual(rehearsals.read_text(), "once\n")
        self.checkout.jar.write_text("another library")
        self.registered()
        self.assertEqual(rehearsals.read_text(), "once\nonce\n")

    def test_a_rehearsal_that_fails_is_said_once_and_costs_nothing_else(self):
        code, said = self.call("setup")
        self.assertEqual(code, 0, said)
        self.assertIn("Java kept no archive", said)
        self.assertFalse([word for word in self.registered() if "SharedArchive" in word])
        self.assertNotIn("Java kept no archive", self.call("setup")[1])

    def test_broken(self):
        self.spec.write_text('{"argv": [')
        self.assertIn("-ea", self.registered())

    def test_lost(self):
        self.spec.unlink()
        self.assertIn("-ea", self.registered())

    def test_another_jdk_is_taken_over(self):
        self.registered()
        os.environ["JAVA_HOME"] = str(self.jdk())
        self.assertEqual(self.registered()[0], str(self.root / "jdk/bin/java"))
