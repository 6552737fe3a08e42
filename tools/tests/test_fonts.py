"""Whether figures can be drawn is asked of Java, and said."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

from tools import fonts, machine
from tools.machine import Trouble
from tools.tests.sandbox import JAVA_17, ROOT, Sandbox

NO_LETTER = JAVA_17 + '\ncase "$*" in *Letter.java) exit 1;; esac'


class Fonts(Sandbox):
    """A machine without fonts is told of at every set-up, one with fonts never."""

    def setUp(self):
        super().setUp()
        self.machine()
        self.finished_environment()
        self.enterContext(mock.patch.object(sys, "platform", "linux"))

    def test_set_up_says_what_is_missing_each_time(self):
        self.program(self.root / "jdk-on-path/bin/java", NO_LETTER)
        for _ in range(2):
            code, said = self.call("setup")
            self.assertEqual((code, said.count("Java finds no font, so figures cannot be drawn")), (0, 1), said)
            self.assertIn("apt install fontconfig fonts-dejavu-core", said)
        self.program(self.root / "jdk-on-path/bin/java", JAVA_17)
        self.assertNotIn("font", self.call("setup")[1])

    def test_what_was_found_is_not_asked_for_again_until_java_is_another(self):
        self.call("setup")
        self.program(self.root / "jdk-on-path/bin/java", NO_LETTER)
        self.assertNotIn("font", self.call("setup")[1])
        os.environ["JAVA_HOME"] = str(self.jdk(NO_LETTER, "another"))
        self.assertIn("Java finds no font", self.call("setup")[1])

    def test_other_systems_bring_fonts(self):
        java = machine.Java(self.jdk("exit 1"), 17, True)
        self.assertIn("no font", fonts.complaint(java))
        with mock.patch.object(sys, "platform", "darwin"):
            self.assertEqual(fonts.complaint(java), "")


class Ci(Sandbox):
    """Continuous integration brings fonts where Java finds none, then runs the README's test command."""

    def called(self, doctor: str, user: int, code: int) -> list[str]:
        """What .ci/run calls where the doctor says this."""
        (self.root / ".ci").mkdir(exist_ok=True)
        shutil.copy(ROOT / ".ci" / "run", self.root / ".ci" / "run")
        log = self.root / "calls.log"
        log.write_text("")
        for name in ("dirname", "grep", "bash"):
            (self.path / name).unlink(missing_ok=True)
            os.symlink(shutil.which(name, path="/usr/bin:/bin"), self.path / name)
        self.program(self.path / "id", f"echo {user}")
        self.program(self.path / "apt-get", f"echo apt-get $2 >> '{log}'")
        answers = f'if [ "$2" = doctor ]; then echo "{doctor}"; exit 1; fi'
        self.program(self.path / "python3", f"{answers}; echo \"$@\" >> '{log}'")
        done = subprocess.run([str(self.path / "bash"), str(self.root / ".ci" / "run")], capture_output=True, text=True)
        self.assertEqual(done.returncode, code, done.stderr)
        return log.read_text().splitlines()

    def test_fonts_are_brought_only_where_there_are_none(self):
        missing = "MEND fonts: Java finds no font, so figures cannot be drawn."
        self.assertEqual(self.called(missing, 0, 0), ["apt-get update", "apt-get install", "course.py test --live"])
        self.assertEqual(self.called("ok   fonts: fine", 0, 0), ["course.py test --live"])
        self.assertEqual(self.called(missing, 1000, 1), [])


@unittest.skipUnless(sys.platform == "linux", "other systems bring fonts")
class RealJava(unittest.TestCase):
    """The letter is drawn by the Java that is here."""

    def test_a_letter_is_drawn_where_there_are_fonts_and_only_there(self):
        try:
            java = machine.find_java()
        except Trouble:
            raise unittest.SkipTest("there is no JDK here") from None
        self.assertEqual(fonts.complaint(java), "", "mend the fonts of this machine")
        with tempfile.NamedTemporaryFile("w", suffix=".conf") as nothing:
            nothing.write("<fontconfig/>")
            nothing.flush()
            with mock.patch.dict(os.environ, {"FONTCONFIG_FILE": nothing.name}):
                self.assertIn("no font", fonts.complaint(java))
