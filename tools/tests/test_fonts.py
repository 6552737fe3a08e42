"""Whether figures can be drawn is asked of Java, and said."""

from __future__ import annotations

import os
import sys
import tempfile
import unittest
from unittest import mock

from tools import fonts, machine
from tools.machine import Trouble
from tools.tests.sandbox import JAVA_17, Sandbox

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
