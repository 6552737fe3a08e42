"""A checkout of its own for a test, with stand-ins for Java and Maven."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from tools import environment
from tools.checkout import Checkout

ROOT = Path(__file__).resolve().parents[2]
JAVA_17 = (
    "printf '  java.home = {home}\\n  java.specification.version = 17\\n  java.version = 17.0.1\\n"
    "java.base@17.0.1\\njdk.jshell@17.0.1\\n'"
)
JRE_17 = JAVA_17.replace("jdk.jshell@17.0.1\\n", "")
JAVA_8 = """if [ "$2" = --list-modules ]; then echo 'Unrecognized option: --list-modules'; exit 1; fi
printf '  java.home = {home}\\n  java.specification.version = 1.8\\n  java.version = 1.8.0_402\\n'"""
MAVEN = """if [ "$1" = -v ]; then echo 'Apache Maven 3.8.7'; exit 0; fi
echo "$@" >> maven.log
[ ! -e maven-fails ] || { printf '\033[31mA.java does not compile\033[0m\n'; exit 1; }
/bin/mkdir -p lib/target/deps && echo jar > lib/target/initlab.jar"""


class Sandbox(unittest.TestCase):
    """A checkout of its own, with stand-ins for Java and Maven on an otherwise empty PATH."""

    def setUp(self):
        if os.name == "nt":
            self.skipTest("the stand-ins are shell scripts")
        self.root = Path(self.enterContext(tempfile.TemporaryDirectory())).resolve()
        shutil.copy(ROOT / "course.py", self.root)
        for folder in ("binder", "tools"):
            shutil.copytree(ROOT / folder, self.root / folder, ignore=shutil.ignore_patterns("tests", "__pycache__"))
        (self.root / "lib/src/main").mkdir(parents=True)
        (self.root / "lib/src/main/A.java").write_text("class A {}")
        (self.root / "pom.xml").write_text("<project/>")
        self.checkout = Checkout(self.root, self.root / ".venv")
        self.path = self.root / "programs"
        self.path.mkdir()
        self.enterContext(mock.patch.dict(os.environ, {"PATH": str(self.path)}))
        for name in ("JAVA_HOME", "MAVEN_ARGS"):
            os.environ.pop(name, None)

    if sys.version_info < (3, 11):

        def enterContext(self, context):
            """unittest has this from Python 3.11 on."""
            self.addCleanup(context.__exit__, None, None, None)
            return context.__enter__()

    def program(self, path: Path, script: str) -> None:
        """Writes a stand-in program."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("#!/bin/sh\n" + script.replace("{home}", str(path.parent.parent)) + "\n")
        path.chmod(0o755)

    def jdk(self, script: str = JAVA_17, name: str = "jdk", *missing: str) -> Path:
        """A stand-in Java installation that PATH does not know, without the files named."""
        home = self.root / name
        self.program(home / "bin" / "java", script)
        self.program(home / "bin" / "javac", "exit 0")
        (home / "lib").mkdir(exist_ok=True)
        (home / "lib" / "ct.sym").touch()
        for file in missing:
            (home / file).unlink()
        return home

    def java_on_path(self, script: str = JAVA_17, *missing: str) -> None:
        """A stand-in Java installation whose `java` is on PATH."""
        os.symlink(self.jdk(script, "jdk-on-path", *missing) / "bin" / "java", self.path / "java")

    def machine(self) -> None:
        """A machine that has all the course needs."""
        self.java_on_path()
        self.program(self.path / "mvn", MAVEN)

    def finished_environment(self) -> None:
        """A Python environment as a successful set-up leaves it."""
        self.checkout.python.parent.mkdir(parents=True)
        os.symlink(sys.executable, self.checkout.python)
        self.checkout.kernel_folder.mkdir(parents=True)
        (self.checkout.kernel_folder / "jjava.jar").touch()
        (self.checkout.kernel_folder / "kernel.json").write_text('{"argv": ["java", "-jar"]}')
        (self.checkout.prefix / "course-stamp").write_text(
            environment.key(self.checkout.prefix, self.checkout.requirements)
        )

    def call(self, *words: str) -> tuple[int, str]:
        """Runs course.py as a person would; its exit code and all it said."""
        done = subprocess.run(
            [sys.executable, str(self.root / "course.py"), *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
        )
        return done.returncode, done.stdout

    def refused(self, *words: str) -> str:
        """Runs course.py, expects a refusal in one sentence, and returns that sentence."""
        code, said = self.call(*words)
        self.assertEqual(code, 1, said)
        self.assertNotIn("Traceback", said)
        last = said.strip().splitlines()[-1]
        self.assertTrue(last.endswith("."), last)
        return last

    def no_folder_may_be_written(self) -> None:
        """Whatever runs in this process finds that the checkout is somebody else's."""
        self.enterContext(mock.patch.object(os, "access", lambda path, mode: mode != os.W_OK))

    def maven_calls(self) -> int:
        """How often the stand-in Maven was asked to build."""
        log = self.root / "maven.log"
        return len(log.read_text().splitlines()) if log.exists() else 0
