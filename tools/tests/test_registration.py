"""The kernel that set-up registers, and kernels that differ from it for a while."""

from __future__ import annotations

import json
import os
from pathlib import Path
from unittest import mock

from tools import kernel, machine
from tools.checkout import Checkout
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
        for version, due in {17: False, 21: False, 23: False, 24: True, 25: True}.items():
            newer = kernel.spec(self.checkout, machine.Java(Path("/jdk"), version, True))["argv"]
            for flag in ("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"):
                self.assertEqual(flag in newer, due, version)

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
        os.utime(self.checkout.jar, (1, 1))
        self.registered()
        self.assertEqual(rehearsals.read_text(), "once\n" * 3)

    def test_a_blank_in_the_folder_and_what_the_reader_tells_java_are_kept_apart(self):
        root, called = self.root / "My Course", []
        root.mkdir()
        mine = Checkout(root, root / ".venv")
        mine.target.mkdir(parents=True)

        def run(command: list[str], folder: Path, variables: dict, **streams: int) -> int:
            argv = json.loads((Path(variables["JUPYTER_PATH"]) / "kernels/java/kernel.json").read_text())["argv"]
            called.append(([word for word in argv if "Archive" in word], variables.get("JAVA_TOOL_OPTIONS")))
            mine.archive.touch()
            return 0

        with (
            mock.patch.object(kernel, "run_to_end", run),
            mock.patch.dict(os.environ, {"JAVA_TOOL_OPTIONS": "-Dmine=1"}),
            mock.patch("builtins.print") as said,
        ):
            kernel.rehearse(mine, machine.find_java())
        self.assertEqual(called, [([f"-XX:ArchiveClassesAtExit={mine.archive}"], "-Dmine=1")])
        self.assertEqual([call.args[0] for call in said.call_args_list], ["Rehearsing the kernel's start."])
        self.assertIn(f"-XX:SharedArchiveFile={mine.archive}", kernel.spec(mine, machine.find_java())["argv"])

    def test_the_seed_nought_is_a_seed(self):
        with kernel.seeded(self.checkout, machine.find_java(), 0) as variables:
            other = json.loads((Path(variables["JUPYTER_PATH"]) / "kernels/java/kernel.json").read_text())
        self.assertIn("-Dinitlab.seed=0", other["argv"])

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
