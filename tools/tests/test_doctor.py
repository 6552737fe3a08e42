"""The doctor names each fault with its cure."""

from __future__ import annotations

import shutil
import socket
import sys
from unittest import mock

from tools import doctor
from tools.tests.sandbox import Sandbox


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
        self.program(self.path / "fc-list", "echo DejaVu")
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
        self.assertRegex(self.complaint("library"), "MEND .*sources changed")

    def test_foreign_kernel(self):
        self.machine()
        self.finished_environment()
        self.assertRegex(self.complaint("kernel"), "MEND .*does not lead to this library")

    def test_no_fonts(self):
        with mock.patch.object(sys, "platform", "linux"):
            self.assertRegex(doctor.see_fonts().complaint, "apt install fontconfig")

    def test_no_room(self):
        with mock.patch.object(shutil, "disk_usage", return_value=mock.Mock(free=2**30)):
            self.assertRegex(doctor.see_disk(self.root).complaint, "Only 1.0 GB")

    def test_taken_port(self):
        with socket.socket() as server:
            server.bind(("127.0.0.1", 0))
            server.listen()
            self.assertRegex(doctor.see_port(server.getsockname()[1]).complaint, "Another program uses it")
