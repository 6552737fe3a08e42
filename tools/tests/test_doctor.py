"""The doctor names each fault with its cure."""

from __future__ import annotations

import os
import shutil
import socket
from unittest import mock

from tools import doctor
from tools.tests.sandbox import JAVA_8, JAVA_17, Sandbox


class Doctor(Sandbox):
    """The doctor names each fault with its cure, and changes nothing."""

    def complaint(self, subject: str) -> str:
        """What the doctor has to say about one thing."""
        code, said = self.call("doctor")
        line = next(line for line in said.splitlines() if line[5:].startswith(subject))
        self.assertEqual(code, 1 if "MEND" in said else 0, said)
        self.assertNotIn("Traceback", said)
        return line

    def test_nothing_there(self):
        for subject, words in {
            "Java": "install a JDK",
            "Maven": "mend Java first",
            "Python environment": "course.py setup",
            "library": "course.py setup",
            "kernel": "JDK",
        }.items():
            self.assertRegex(self.complaint(subject), f"MEND .*{words}")
        self.assertFalse(self.checkout.prefix.exists())

    def test_all_is_well(self):
        self.machine()
        self.finished_environment()
        self.call("setup")
        code, said = self.call("doctor")
        self.assertEqual((code, said.splitlines()[-1]), (0, "Nothing to mend."), said)

    def test_half_made_environment(self):
        self.machine()
        self.finished_environment()
        (self.checkout.prefix / "course-stamp").unlink()
        self.assertRegex(self.complaint("Python environment"), "MEND .*half made.*'python3 course.py setup'")

    def test_environment_without_python(self):
        self.checkout.prefix.mkdir()
        self.assertRegex(self.complaint("Python environment"), "MEND .*does not start")

    def test_stale_library(self):
        self.machine()
        self.finished_environment()
        self.call("setup")
        (self.root / "pom.xml").write_text("<project>changed</project>")
        self.assertRegex(self.complaint("library"), "MEND .*sources changed.*restart the kernel")

    def test_a_build_that_did_not_end(self):
        self.machine()
        self.finished_environment()
        self.call("setup")
        (self.checkout.target / "course-stamp").unlink()
        self.assertRegex(self.complaint("library"), "MEND .*did not come to its end")

    def test_foreign_kernel(self):
        self.machine()
        self.finished_environment()
        self.assertRegex(self.complaint("kernel"), "MEND .*does not lead to this library")

    def test_no_fonts(self):
        self.assertRegex(self.complaint("fonts"), "MEND .*mend Java first")
        self.java_on_path(JAVA_17 + '; [ "$1" = -XshowSettings:properties ]')
        self.assertRegex(self.complaint("fonts"), "MEND .*apt install fontconfig")

    def test_no_room(self):
        for free, said in {2**29: "Only 0.5 GB are free .* needs 1 GB", 2**30: ""}.items():
            with mock.patch.object(shutil, "disk_usage", return_value=mock.Mock(free=free)):
                finding = doctor.see_disk(self.root)
            self.assertRegex(finding.complaint, f"^{said}" if said else "^$")
        self.assertEqual(finding.note, "1 GB free")

    def test_a_folder_that_is_not_ours(self):
        self.no_folder_may_be_written()
        finding = doctor.see_disk(self.root)
        self.assertRegex(finding.complaint, f"{self.root} cannot be written")
        self.assertFalse(finding.needed)

    def test_a_java_home_that_is_passed_over(self):
        self.java_on_path()
        os.environ["JAVA_HOME"] = str(self.jdk(JAVA_8))
        self.assertRegex(self.complaint("Java"), "note .*JAVA_HOME names .*jdk, .*jdk-on-path is used.*version 8")

    def test_what_is_missing_makes_the_exit_code(self):
        needed, spare = doctor.Finding("a", "broken."), doctor.Finding("b", "old.", needed=False)
        for findings, code in {(needed, spare): 1, (spare,): 0, (doctor.Finding("c"),): 0}.items():
            with mock.patch("builtins.print"):
                self.assertEqual(doctor.report(list(findings)), code, findings)

    def test_taken_port(self):
        with socket.socket() as server:
            server.bind(("127.0.0.1", 0))
            server.listen()
            self.assertRegex(doctor.see_port(server.getsockname()[1]).complaint, "Another program uses it")
