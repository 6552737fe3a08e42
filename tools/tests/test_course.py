"""Tests of the launcher and of the notebook checker: what they do, and what they say when something is wrong."""

from __future__ import annotations

import html
import importlib.util
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from unittest import mock

import course
from tools import doctor, machine, setup, slide_layout, slides
from tools.check import knobs, wrong_answers
from tools.check import rules as check
from tools.machine import Trouble
from tools.setup import Place

ROOT = Path(__file__).resolve().parents[2]
INSTALL_PACKAGES = setup.install_packages  # kept, for a test puts something else in its place

JAVA_17 = "printf '  java.home = {home}\\n  java.specification.version = 17\\n  java.version = 17.0.1\\njava.base@17.0.1\\njdk.jshell@17.0.1\\n'"
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
        self.place = Place(self.root, self.root / ".venv")
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

    def jdk(self, script: str = JAVA_17, name: str = "jdk") -> Path:
        """A stand-in Java installation that PATH does not know."""
        self.program(self.root / name / "bin" / "java", script)
        return self.root / name

    def java_on_path(self, script: str = JAVA_17) -> None:
        """A stand-in Java installation whose `java` is on PATH."""
        os.symlink(self.jdk(script, "jdk-on-path") / "bin" / "java", self.path / "java")

    def machine(self) -> None:
        """A machine that has all the course needs."""
        self.java_on_path()
        self.program(self.path / "mvn", MAVEN)

    def finished_environment(self) -> None:
        """A Python environment as a successful set-up leaves it."""
        self.place.python.parent.mkdir(parents=True)
        os.symlink(sys.executable, self.place.python)
        self.place.kernel_spec.mkdir(parents=True)
        (self.place.kernel_spec / "jjava.jar").touch()
        (self.place.kernel_spec / "kernel.json").write_text('{"argv": ["java", "-jar"]}')
        (self.place.prefix / "course-stamp").write_text(setup.environment_key(self.place))

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

    def maven_calls(self) -> int:
        """How often the stand-in Maven was asked to build."""
        log = self.root / "maven.log"
        return len(log.read_text().splitlines()) if log.exists() else 0


class FindsJava(Sandbox):
    """Which JDK is chosen, and what is said of those that will not do."""

    def test_no_java(self):
        self.assertRegex(self.refused("setup"), "No Java was found: install a JDK 17 or newer")

    def test_too_old(self):
        self.java_on_path(JAVA_8)
        self.assertRegex(self.refused("setup"), "version 8, too old: install a JDK 17 or newer .* and set JAVA_HOME")

    def test_run_time_only(self):
        self.java_on_path(JRE_17)
        self.assertRegex(self.refused("setup"), "lacks the module jdk.jshell: install a full JDK")

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


class FindsEveryJava(Sandbox):
    """The JDKs that `test --all` tries."""

    def homes(self, *folders: str) -> list[str]:
        """The JDKs found when these folders of the sandbox are the usual places."""
        places = [(self.root / folder, "*") for folder in folders]
        with mock.patch.object(machine, "usual_places", lambda: places):
            return [java.home.name for java in machine.installed_javas()]

    def test_what_will_not_do_is_left_out(self):
        self.java_on_path()
        for name, script in {"b-17": JAVA_17, "a-17": JAVA_17, "old": JAVA_8, "jre": JRE_17, "broken": "exit 1"}.items():
            self.jdk(script, "jvm/" + name)
        self.assertEqual(self.homes("jvm", "nowhere"), ["jdk-on-path", "a-17", "b-17"])

    def test_one_that_is_found_twice_counts_once(self):
        os.environ["JAVA_HOME"] = str(self.jdk(JAVA_17, "jvm/one"))
        os.symlink(self.root / "jvm/one", self.root / "jvm/the-same")
        self.assertEqual(self.homes("jvm"), ["one"])

    def test_none(self):
        self.assertEqual(self.homes("jvm"), [])


class TestsAll(Sandbox):
    """What `test --all` does more than `test`."""

    PARTS = ("library_tests", "notebook_checks", "launcher_tests", "jdk_tests")

    def setUp(self):
        super().setUp()
        self.called = []
        self.enterContext(mock.patch.object(setup, "set_up", lambda place: machine.Java(self.root, 17, True)))
        self.enterContext(mock.patch("builtins.print"))

    def parts(self, *words: str) -> list[str]:
        """The parts that a command line runs."""
        for part in self.PARTS:
            work = lambda *_, name=part: self.called.append(name) or (1, 0)  # noqa: E731
            self.enterContext(mock.patch.object(course, part, work))
        self.assertEqual(course.main(["test", *words]), 0)
        return self.called

    def test_other_jdks_only_when_asked_for(self):
        self.assertEqual(self.parts(), [*self.PARTS[:3]])

    def test_all_parts(self):
        self.assertEqual(self.parts("--all"), [*self.PARTS])

    def test_one_part(self):
        self.assertEqual(self.parts("jdks"), ["jdk_tests"])

    def test_all_of_one_notebook(self):
        self.assertEqual(self.parts("--all", "notebooks/a.ipynb"), ["notebook_checks"])

    def test_knobs_are_turned_only_when_asked_for(self):
        with mock.patch.object(course, "counted_checks", lambda command, _: command):
            for all_of_it in (True, False):
                command = course.notebook_checks(self.place, None, [Path("a.ipynb")], all_of_it)
                self.assertEqual("--knobs" in command, all_of_it)

    def test_another_jdk_runs_the_tests_and_the_first_notebook(self):
        (self.place.target).mkdir(parents=True)
        self.place.archive.touch()
        other = machine.Java(self.jdk(), 25, True)
        maven, specs = [], []

        def checked(command: list[str], environment: dict[str, str]) -> tuple[int, int]:
            specs.append(json.loads((Path(environment["JUPYTER_PATH"]) / "kernels/java/kernel.json").read_text()))
            return 2, 1

        with (
            mock.patch.object(machine, "installed_javas", lambda: [machine.Java(self.root, 17, True), other]),
            mock.patch.object(course, "counted_maven", lambda *words: maven.append(words[2:]) or (10, 0)),
            mock.patch.object(course, "counted_checks", checked),
        ):
            counts = course.jdk_tests(self.place, machine.Java(self.root, 17, True), [], True)
        self.assertEqual(counts, (12, 1))
        self.assertEqual(maven, [("test-compile", "surefire:test", f"-Djvm={other.program}")])
        self.assertEqual(specs[0]["argv"][0], str(other.program))
        self.assertIn("--enable-native-access=ALL-UNNAMED", specs[0]["argv"])
        self.assertNotIn("SharedArchiveFile", " ".join(specs[0]["argv"]))
        self.assertFalse((self.place.kernel_spec / "kernel.json").exists())


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
        before = (self.place.kernel_spec / "kernel.json").stat().st_mtime_ns
        self.assertEqual(self.call("setup")[0], 0)
        self.assertEqual(self.maven_calls(), 1)
        self.assertEqual((self.place.kernel_spec / "kernel.json").stat().st_mtime_ns, before)

    def test_changed_sources_are_built_again(self):
        self.call("setup")
        (self.root / "lib/src/main/A.java").write_text("class A { int changed; }")
        self.call("setup")
        self.assertEqual(self.maven_calls(), 2)

    def test_a_lost_jar_is_built_again(self):
        self.call("setup")
        self.place.jar.unlink()
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
        self.enterContext(mock.patch.object(setup, "new_environment", self.pretend_to_make))
        self.enterContext(
            mock.patch.object(setup, "install_packages", lambda python, requirements: self.made.append("packages"))
        )

    def pretend_to_make(self, prefix: Path) -> None:
        """Does what venv and pip would leave."""
        self.made.append("environment")
        shutil.rmtree(prefix, ignore_errors=True)
        self.finished_environment()
        (prefix / "course-stamp").unlink()

    def test_made_once(self):
        setup.make_environment(self.place)
        setup.make_environment(self.place)
        self.assertEqual(self.made, ["environment", "packages"])

    def test_half_made_is_made_anew(self):
        self.place.prefix.mkdir()
        setup.make_environment(self.place)
        self.assertEqual(self.made, ["environment", "packages"])

    def test_an_interrupted_installation_is_repeated(self):
        with (
            mock.patch.object(setup, "install_packages", side_effect=KeyboardInterrupt),
            self.assertRaises(KeyboardInterrupt),
        ):
            setup.make_environment(self.place)
        self.assertFalse(setup.environment_is_fresh(self.place))
        setup.make_environment(self.place)
        self.assertTrue(setup.environment_is_fresh(self.place))

    def test_other_requirements_make_it_stale(self):
        setup.make_environment(self.place)
        self.place.requirements.write_text("jjava==99\n")
        self.assertFalse(setup.environment_is_fresh(self.place))

    def test_a_python_that_is_gone_makes_it_stale(self):
        setup.make_environment(self.place)
        self.place.python.unlink()
        os.symlink(self.root / "gone", self.place.python)
        self.assertFalse(setup.environment_is_fresh(self.place))

    def test_a_moved_checkout_makes_it_stale(self):
        setup.make_environment(self.place)
        os.rename(self.root / ".venv", self.root / "moved")
        self.assertFalse(setup.environment_is_fresh(Place(self.root, self.root / "moved")))

    def test_no_venv_module(self):
        with (
            mock.patch.object(importlib.util, "find_spec", lambda name: None),
            self.assertRaisesRegex(Trouble, "install its venv module"),
        ):
            setup.check_venv()

    def test_packages_that_cannot_be_installed(self):
        with (
            mock.patch.object(subprocess, "call", return_value=1),
            mock.patch("builtins.print"),
            self.assertRaisesRegex(Trouble, "check the network"),
        ):
            INSTALL_PACKAGES(Path(sys.executable), self.place.requirements)


class RegistersTheKernel(Sandbox):
    """The spec `java` leads to this library, whatever it said before."""

    def setUp(self):
        super().setUp()
        self.machine()
        self.finished_environment()
        self.spec = self.place.kernel_spec / "kernel.json"

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
        self.assertEqual(class_path[1:], [str(self.place.jar), str(self.place.target / "deps" / "*")])

    def test_newer_javas_are_told_what_is_allowed(self):
        self.assertIn(
            "--enable-native-access=ALL-UNNAMED",
            setup.kernel_spec(self.place, machine.Java(Path("/jdk"), 25, True))["argv"],
        )

    def rehearsing(self) -> None:
        """A Python whose rehearsals succeed, and are counted."""
        self.place.python.unlink()
        self.program(self.place.python, f"echo once >> '{self.root}/rehearsals.log'; : > \"$2\"")

    def test_a_kernel_that_was_rehearsed_reads_the_archive_of_its_classes(self):
        self.rehearsing()
        self.assertEqual(self.registered()[1], f"-XX:SharedArchiveFile={self.place.archive}")

    def test_rehearsed_again_only_when_a_jar_has_changed(self):
        self.rehearsing()
        rehearsals = self.root / "rehearsals.log"
        self.assertEqual(self.registered(), self.registered())
        self.assertEqual(rehearsals.read_text(), "once\n")
        self.place.jar.write_text("another library")
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


class Commands(Sandbox):
    """What the commands answer to wrong questions."""

    def setUp(self):
        super().setUp()
        self.machine()
        self.finished_environment()

    def test_a_taken_port(self):
        with socket.socket() as server:
            server.bind(("127.0.0.1", 0))
            server.listen()
            self.assertRegex(
                self.refused("lab", "--port", str(server.getsockname()[1])), r"Port \d+ is taken: .* --port"
            )

    def test_a_port_that_cannot_be(self):
        self.assertRegex(self.refused("lab", "--port", "99999"), "Port 99999 is")

    def test_the_next_free_port_is_taken_when_none_is_asked_for(self):
        with mock.patch.object(course.the_doctor, "is_free", lambda port: port == course.USUAL_PORT + 2):
            self.assertEqual(course.free_port(None), course.USUAL_PORT + 2)

    def test_no_such_notebook(self):
        self.assertRegex(self.refused("run", "nowhere.ipynb"), "There is no notebook nowhere.ipynb")

    def test_no_such_part(self):
        self.assertRegex(
            self.refused("test", "everything"), "There is no part 'everything' to test: choose among library"
        )

    def test_testing_nothing_is_a_failure(self):
        code, said = self.call("test", "notebooks")
        self.assertEqual((code, said.splitlines()[-1]), (1, "0 passed, 0 failed"), said)
        self.assertIn("There are no notebooks to check.", said)

    def test_a_build_that_fails_before_its_tests_counts_as_a_failure(self):
        self.call("setup")
        (self.root / "maven-fails").touch()
        code, said = self.call("test", "library")
        self.assertEqual((code, said.splitlines()[-1]), (1, "0 passed, 1 failed"), said)

    def test_surefire_reports_are_added_up(self):
        for name, numbers in {"A": (5, 1, 1, 1), "B": (3, 0, 0, 0)}.items():
            counts = dict(zip(("tests", "failures", "errors", "skipped"), numbers))
            (self.root / f"TEST-{name}.xml").write_text(
                "<testsuite " + " ".join(f'{k}="{v}"' for k, v in counts.items()) + "/>"
            )
        self.assertEqual(course.surefire_counts(self.root), (5, 2))

    def test_no_benchmark(self):
        self.assertRegex(self.refused("bench"), "There is no benchmark in lib/bench")

    def test_the_benchmark_sees_the_kernel_and_its_own_packages(self):
        folder, other = self.root / "lib" / "bench", Place(self.root, self.root / ".venv-bench")
        folder.mkdir()
        (folder / "requirements.txt").write_text("")
        (folder / "bench.py").write_text("import os, sys; print(sys.argv[1:], os.environ['JUPYTER_PATH'])")
        other.python.parent.mkdir(parents=True)
        os.symlink(sys.executable, other.python)
        (other.prefix / "course-stamp").write_text(setup.fingerprint(str(other.prefix), folder / "requirements.txt"))
        code, said = self.call("bench", "--", "--quick")
        self.assertEqual(
            (code, said.splitlines()[-1]), (0, f"['--quick'] {self.place.prefix / 'share' / 'jupyter'}"), said
        )

    def test_jupyter_writes_only_inside_the_checkout(self):
        inside = setup.jupyter_environment(self.place)
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"):
            self.assertTrue(inside[name].startswith(str(self.root)), name)


class Slides(Sandbox):
    """Slides are of one notebook, by its number or its path."""

    def test_which_notebook(self):
        (self.root / "notebooks").mkdir(exist_ok=True)
        lesson = self.root / "notebooks" / "03-xavier.ipynb"
        lesson.write_text("{}")
        self.assertEqual(slides.notebook(self.place, "03"), lesson)
        self.assertEqual(slides.notebook(self.place, str(lesson)), lesson)
        for name in ("04", "nothing.ipynb"):
            with self.assertRaisesRegex(Trouble, f"no notebook '{name}'"):
                slides.notebook(self.place, name)

    def test_without_npm(self):
        with mock.patch("shutil.which", return_value=None), self.assertRaisesRegex(Trouble, "install Node.js"):
            slides.bring_parts(self.root / "target" / "slides")

    def test_style_and_script_are_in_the_page(self):
        page = self.root / "a.slides.html"
        page.write_text(f'<html><head></head><body>words<img alt="{slides.NO_WORDS}"></body></html>', encoding="utf-8")
        dressed = slides.dressed(page, ["a < b"]).read_text(encoding="utf-8")
        self.assertIn('<img alt="a &lt; b">', dressed)
        self.assertRegex(dressed, r"(?s)<style>.*font-size.*</style></head>.*words.*<script>.*zoom.*</script></body>")


class SlideLayout(unittest.TestCase):
    """What stands on a slide, and where it ends."""

    FIGURE = [{"output_type": "execute_result", "data": {"image/png": "", "text/plain": "a figure"}, "metadata": {}}]
    QUESTION = [{"output_type": "execute_result", "data": {"text/html": "How large? Not answered: put a number"}, "metadata": {}}]

    @staticmethod
    def cell(kind: str, source: str, slide: str = "-", **more) -> dict:
        """A cell of a notebook."""
        return {"cell_type": kind, "id": "x", "source": source, "metadata": {"slideshow": {"slide_type": slide}}, **more}

    def layout(self, *cells: dict) -> list[tuple[str, str]]:
        """Slide type and source of every piece."""
        shown = slide_layout.laid_out({"cells": list(cells)})["cells"]
        return [(slide_layout.slide_type(cell), cell["source"]) for cell in shown]

    def test_a_figure_stands_with_its_reading_and_apart_from_long_code(self):
        code = self.cell("code", "a\nb\nc\nplot()", outputs=self.FIGURE)
        found = self.layout(self.cell("markdown", "## Topic\n\n" + "word " * 60, "slide"), code, self.cell("markdown", "word " * 60))
        self.assertEqual([kind for kind, _ in found], ["slide", "-", "subslide", "-"])

    def test_short_code_stays_with_what_comes_out(self):
        found = self.layout(self.cell("markdown", "## Topic", "slide"), self.cell("code", "plot()", outputs=self.FIGURE))
        self.assertEqual([kind for kind, _ in found], ["slide", "-"])

    def test_exercises_and_folded_hints_are_left_out(self):
        cells = ["## Exercise: the factor", "<details><summary>Hint 1</summary></details>"]
        found = self.layout(*[self.cell("markdown", words, "slide") for words in cells])
        self.assertEqual([kind for kind, _ in found], ["skip", "skip"])

    def test_a_question_is_shown_without_its_code(self):
        book = {"cells": [self.cell("code", "Predict.number()", outputs=self.QUESTION)]}
        [shown] = slide_layout.laid_out(book)["cells"]
        self.assertEqual(shown["metadata"]["tags"], [slide_layout.NO_CODE])
        self.assertEqual(shown["outputs"][0]["data"]["text/html"], "How large?")
        self.assertIn("Not answered", str(book), "the notebook itself is as it was")

    def test_what_answers_a_question_waits_for_the_next_slide(self):
        ask, show = "Predict.number()", "Predict.reveal()"
        cells = [self.cell("code", words, outputs=self.QUESTION) for words in (ask, ask, show, show)]
        self.assertEqual([kind for kind, _ in self.layout(*cells)], ["subslide", "-", "subslide", "-"])

    def test_a_slide_holds_no_more_than_it_has_room_for(self):
        found = self.layout(*[self.cell("markdown", "word " * 90) for _ in range(9)])
        self.assertEqual([kind for kind, _ in found], ["subslide", "-", "-"] * 3)


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
        self.assertFalse(self.place.prefix.exists())

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
        (self.place.prefix / "course-stamp").unlink()
        self.assertRegex(self.complaint("Python environment"), "MEND .*half made.*'python3 course.py setup'")

    def test_environment_without_python(self):
        self.place.prefix.mkdir()
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
            self.assertRegex(doctor.fonts().complaint, "apt install fontconfig")

    def test_no_room(self):
        with mock.patch.object(shutil, "disk_usage", return_value=mock.Mock(free=2**30)):
            self.assertRegex(doctor.room(self.root).complaint, "Only 1.0 GB")

    def test_taken_port(self):
        with socket.socket() as server:
            server.bind(("127.0.0.1", 0))
            server.listen()
            self.assertRegex(doctor.server_port(server.getsockname()[1]).complaint, "Another program uses it")


# ---------------------------------------------------------------- the notebook checker


def output(text: str, **data: object) -> dict:
    """An output as a kernel gives it."""
    return {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": text, **data}}


def cell(source: str = "1", *outputs: dict, tags: tuple[str, ...] = (), count: int | None = 1) -> dict:
    """A code cell."""
    return {
        "cell_type": "code",
        "source": source,
        "metadata": {"tags": list(tags)},
        "outputs": list(outputs),
        "execution_count": count,
        "id": "a",
    }


def book(*cells: dict) -> dict:
    """A notebook."""
    return {"cells": list(cells), "metadata": {"kernelspec": {"name": "java"}}, "nbformat": 4, "nbformat_minor": 5}


class HouseRules(unittest.TestCase):
    """Every check lets the right notebook pass and stops the wrong one."""

    def holds(self, rule, notebook: dict, done=None) -> None:
        """A rule has no complaint."""
        self.assertEqual(rule(notebook, done), [])

    def breaks(self, rule, words: str, notebook: dict, done=None) -> None:
        """A rule complains in these words."""
        self.assertRegex("\n".join(rule(notebook, done)), words)

    def performance(self, *times: dict) -> object:
        """A performance of one cell, with what it showed each time it ran."""
        return check.Performance(outputs=[[[shown] for shown in times]])

    def test_a_cell_that_changes_its_answer(self):
        rule, done = check.says_the_same_twice, self.performance(output("a 1"), output("a 2"))
        self.breaks(rule, "code cell 1: 'text/plain: a 1' became 'text/plain: a 2'", book(cell()), done)
        self.holds(rule, book(cell(tags=("volatile",))), done)
        self.holds(rule, book(cell()), self.performance(output("a"), output("a")))

    def test_saved_outputs_that_are_not_the_fresh_ones(self):
        rule, done = check.says_what_is_saved, self.performance(output("0.30"))
        self.breaks(rule, "'text/plain: 0.3' became 'text/plain: 0.30'", book(cell("1", output("0.3"))), done)
        self.breaks(rule, "(nothing)", book(cell("1")), done)
        self.holds(rule, book(cell("1", output("0.30"))), done)
        self.holds(rule, book(cell("1", output("0.3"), tags=("volatile",))), done)

    def test_html_counts(self):
        done = self.performance(output("t", **{"text/html": "<b>2</b>"}))
        self.breaks(
            check.says_what_is_saved, "<b>1</b>", book(cell("1", output("t", **{"text/html": "<b>1</b>"}))), done
        )

    def test_figures_are_compared_by_their_words(self):
        done = self.performance(output("He: 0.28", **{"image/png": "AAAA"}))
        self.holds(check.says_what_is_saved, book(cell("1", output("He: 0.28", **{"image/png": "BBBB"}))), done)
        moving = "application/vnd.vegalite.v5+json"
        done = self.performance(output("He: 0.28", **{moving: {"height": 1}}))
        self.holds(check.says_what_is_saved, book(cell("1", output("He: 0.28", **{moving: {"height": 2}}))), done)
        self.breaks(check.says_what_is_saved, "0.29", book(cell("1", output("He: 0.29", **{moving: {}}))), done)
        done = self.performance(output("He: 0.28", **{"image/png": "AAAA"}))
        self.breaks(
            check.says_what_is_saved, "0.29", book(cell("1", output("He: 0.29", **{"image/png": "AAAA"}))), done
        )
        self.breaks(check.says_what_is_saved, "image/png", book(cell("1", output("He: 0.28"))), done)

    def test_cells_that_did_not_run_are_not_taken_as_agreeing(self):
        self.breaks(check.says_what_is_saved, "did not run", book(cell(), cell()), self.performance(output("1")))

    def test_streams_may_come_in_pieces(self):
        pieces = [{"output_type": "stream", "name": "stdout", "text": text} for text in ("a\n", "b\n")]
        whole = [{"output_type": "stream", "name": "stdout", "text": ["a\n", "b\n"]}]
        self.assertEqual(check.seen(cell(), pieces), check.seen(cell(), whole))

    def test_progress_and_quiet_noise_are_not_seen(self):
        noise = {"output_type": "stream", "name": "stderr", "text": "warning"}
        self.assertEqual(check.seen(cell(), [{**output("50 %"), "metadata": {"transient": True}}]), [])
        self.assertEqual(check.seen(cell(tags=("quiet",)), [noise]), [])
        self.assertEqual(len(check.seen(cell(), [noise])), 1)

    def test_memory(self):
        self.breaks(check.stays_small, "1200 MB", book(), check.Performance(memory=1200 * 2**20))
        self.breaks(check.stays_small, "not known", book(), check.Performance())
        self.holds(check.stays_small, book(), check.Performance(memory=300 * 2**20))

    def test_execution_counts(self):
        self.breaks(check.is_saved_executed, "counts are", book(cell(count=1), cell(count=3)))
        self.breaks(check.is_saved_executed, "counts are", book(cell(count=None)))
        self.holds(check.is_saved_executed, book(cell(count=1), cell(count=2)))

    def test_kernel_name(self):
        self.breaks(check.names_the_kernel, "'jjava'", {**book(), "metadata": {"kernelspec": {"name": "jjava"}}})
        self.holds(check.names_the_kernel, book())

    def test_magics_that_bring_code(self):
        for magic in ("%maven a:b:1", "%jars x.jar", "%load file", "%%loadFromPOM", "%classpath x"):
            self.breaks(check.brings_no_code, "code cell 1 uses", book(cell("int a;\n" + magic)))
        self.holds(check.brings_no_code, book(cell("int a = 7 % maven;")))

    def test_long_cells(self):
        self.breaks(check.has_short_cells, "11 lines", book(cell("x\n" * 11), cell(), cell()))
        self.breaks(check.has_short_cells, "median", book(cell("x\n" * 5)))
        self.holds(check.has_short_cells, book(cell("x\n" * 4)))

    def test_figures_without_words(self):
        self.breaks(
            check.describes_its_figures,
            "without a text/plain twin",
            book(cell("1", output(" ", **{"image/png": "AA"}))),
        )
        self.holds(check.describes_its_figures, book(cell("1", output("He", **{"image/png": "AA"}))))

    def test_fleeting_outputs(self):
        for text in (
            "Foo@1b2c3d4e",
            "[D@5e91993f",
            "REPL.$JShell$12$$Lambda/0x00",
            "2026-01-01T10:00:00",
            "at 10:11:12",
        ):
            self.breaks(check.prints_nothing_fleeting, "prints", book(cell("1", output(text))))
        self.holds(check.prints_nothing_fleeting, book(cell("1", output("ratio 1:2, mail a@b.c, 3 @ 0.5"))))
        self.holds(check.prints_nothing_fleeting, book(cell("1", output("Foo@1b2c3d4e"), tags=("volatile",))))

    def test_saved_errors(self):
        error = {"output_type": "error", "ename": "Oops", "evalue": "", "traceback": []}
        self.breaks(check.shows_no_error, "Oops", book(cell("1", error)))
        self.holds(check.shows_no_error, book(cell("1", error, tags=("raises-exception",))))

    def test_exercises_passed_by_their_default(self):
        notebook = book(cell('Check.that("He").pass("well done")'))
        self.breaks(check.is_not_solved_yet, "code cell 1 is passed", notebook, self.performance(output("\u2713 He")))
        self.holds(check.is_not_solved_yet, notebook, self.performance(output("\u2026 He: not done yet")))

    def test_solutions_that_do_not_pass(self):
        notebook = book(cell('Check.that("He").pass("well done")'))
        wrong = self.performance(output("\u2717 He: the factor 2 is missing"))
        self.breaks(check.is_solved_by_its_solutions, "code cell 1 does not pass", notebook, wrong)
        self.holds(check.is_solved_by_its_solutions, notebook, self.performance(output("\u2713 He")))

    def test_solutions_take_the_place_of_the_stubs(self):
        with tempfile.TemporaryDirectory() as folder:
            lesson, answers = Path(folder) / "a.ipynb", Path(folder) / "solutions" / "a.ipynb"
            answers.parent.mkdir()
            stubs = [{**cell(f"stub {id}", tags=("exercise",)), "id": id} for id in "xy"]
            lesson.write_text(json.dumps(book(cell("import a;"), *stubs)))
            answers.write_text(json.dumps(book(*[{**stubs[0], "id": id, "source": f"answer {id}"} for id in "xz"])))
            put_in = check.solved(lesson)
            self.assertEqual([c["source"] for c in put_in["cells"]], ["import a;", "answer x", "stub y"])
            self.breaks(check.has_every_solution, "'y' has no solution(.|\n)*'z' has no exercise", put_in)
            lesson.write_text(json.dumps(book(cell())))
            self.assertIsNone(check.solved(lesson))

    def test_knobs(self):
        lesson = book({**cell("deep(RELU, 256, 50)"), "id": "a"})
        other, idle = knobs.turned(lesson, {"a": [(r"RELU, \d+", "RELU, 64")]})
        self.assertEqual(other["cells"][0]["source"], "deep(RELU, 64, 50)")
        self.assertEqual((lesson["cells"][0]["source"], idle), ("deep(RELU, 256, 50)", []))
        for cells in ({"b": [("RELU", "TANH")]}, {"a": [("TANH", "RELU")]}, {"a": [("256", "256")]}, {"a": [("5", "6")]}):
            other, idle = knobs.turned(lesson, cells)
            self.assertEqual(other["cells"], lesson["cells"])
            self.breaks(check.has_knobs_that_turn, "mend tools/check/knobs.py", {**other, "knobs": cells, "idle knobs": idle})
        self.breaks(check.has_knobs_that_turn, "has none", {**lesson, "knobs": {}, "idle knobs": []})

    def test_wrong_answers_are_tried_between_the_check_and_the_rest(self):
        stub = {**cell("int a = 3;", tags=("exercise",)), "id": "ex"}
        lesson = book(stub, cell("Check.that(a)"), cell("a"))
        tried = wrong_answers.with_wrong_answers(lesson, {"ex": [("int a = 1;", "too small"), ("int a = 9;", "too large")]})
        sources = [c["source"] for c in tried["cells"]]
        wrong = ["int a = 1;", "Check.that(a)", "int a = 9;", "Check.that(a)"]
        self.assertEqual(sources, ["int a = 3;", "Check.that(a)", *wrong, "int a = 3;", "Check.that(a)", "a"])
        said = ["", "\u2713 right", "", "\u2717 it is too small.", "", "\u2717 no.", "", "\u2713 right", ""]
        done = check.Performance(outputs=[[[output(text)]] for text in said])
        self.assertEqual(check.verdicts(tried, done), [(2, True)])
        complaint = check.names_the_mistakes(tried, done)
        self.assertEqual(len(complaint), 1)
        self.assertRegex(complaint[0], "'int a = 9;' gets '. no.', where 'too large' is due")
        self.holds(check.has_known_wrong_answers, tried)
        self.breaks(check.has_known_wrong_answers, "ex: add wrong answers", lesson)

    def test_a_wrong_answer_that_passes_is_found(self):
        known = {"of": "ex", "answer": "1", "due": "too small"}
        passed = book(wrong_answers.extra("Check.that(a)", known))
        done = self.performance(output("\u2713 not too small"))
        self.breaks(check.names_the_mistakes, "where 'too small' is due", passed, done)

    def test_saving_leaves_nothing_of_the_machine(self):
        raw = book(
            cell("1", count=17),
            {
                "cell_type": "code",
                "source": "2",
                "metadata": {"execution": {"t": 1}},
                "outputs": [],
                "execution_count": 9,
            },
        )
        raw["metadata"]["language_info"] = {"version": "17.0.15+6-somewhere"}
        done = check.Performance(outputs=[[[output("1")]], [[{**output("2"), "transient": {"display_id": "d"}}]]])
        fresh = check.normalised(raw, done)
        self.assertNotIn("17.0.15", json.dumps(fresh))
        self.assertEqual([c["execution_count"] for c in fresh["cells"]], [1, 2])
        self.assertEqual(fresh["cells"][1]["outputs"][0]["execution_count"], 2)
        self.assertNotIn("transient", fresh["cells"][1]["outputs"][0])
        self.assertEqual(fresh["cells"][1]["metadata"], {})
        self.assertEqual(fresh["cells"][1]["id"], check.normalised(raw, done)["cells"][1]["id"])

    def test_a_figure_is_saved_as_the_picture_that_carries_its_words(self):
        both = {"image/png": "p", "image/svg+xml": "s", "text/plain": "words"}
        figure = {"output_type": "execute_result", "data": both, "metadata": {}, "execution_count": 1}
        kept = check.saved(figure, 1)
        self.assertEqual(list(kept["data"]), ["image/png", "text/plain"])
        self.assertEqual(check.seen({}, [figure]), check.seen({}, [kept]))
        alone = {**figure, "data": {"image/svg+xml": "s"}}
        self.assertEqual(check.saved(alone, 1), alone)


class Lessons(unittest.TestCase):
    """The tables of knobs and of wrong answers fit the notebooks as they are."""

    BOOKS = {path.stem: check.read(path) for path in sorted((ROOT / "notebooks").glob("*.ipynb"))}

    def test_every_knob_turns(self):
        self.assertEqual(set(knobs.KNOBS), set(self.BOOKS))
        for name, turns in knobs.KNOBS.items():
            self.assertEqual(knobs.turned(self.BOOKS[name], turns)[1], [], name)

    def test_every_exercise_has_wrong_answers(self):
        for name, lesson in self.BOOKS.items():
            asked = {c["id"] for c in check.exercises(lesson)}
            self.assertEqual(asked, set(wrong_answers.WRONG.get(name, {})), name)


class Readme(unittest.TestCase):
    """What the README shows is what the course says."""

    def test_the_picture_is_that_of_the_first_notebook(self):
        picture = (ROOT / "notebooks/figures/start-here.svg").read_text(encoding="utf-8")
        first = check.read(ROOT / "notebooks/00-start-here.ipynb")
        texts = [
            check.joined(output["data"]["text/plain"])
            for c in check.code_cells(first)
            for output in c["outputs"]
            if "image/png" in output.get("data", {})
        ]
        said = html.unescape(re.search("<title>(.*?)</title>", picture, re.DOTALL)[1])
        self.assertIn(said, texts, "copy the figure of notebook 00 to notebooks/figures/start-here.svg")

    def test_every_notebook_is_in_the_table(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
            self.assertIn(f"(notebooks/{notebook.name})", readme)


def wait_for(condition, seconds: float) -> None:
    """Waits until a condition holds; an error if it does not come to hold."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"nothing happened within {seconds} s")
        time.sleep(0.1)


def alive(pid: int) -> bool:
    """Whether a process is there."""
    try:
        os.kill(pid, 0)
        return True
    except ProcessLookupError:
        return False


class RealKernel(unittest.TestCase):
    """The checker on the kernel itself: what is wrong is found, named, and does not hang."""

    @classmethod
    def setUpClass(cls):
        place = Place(ROOT, ROOT / ".venv")
        if not (setup.environment_is_fresh(place) and setup.registered_kernel(place)):
            raise unittest.SkipTest("there is no environment yet: 'python3 course.py setup' makes it")
        with tempfile.TemporaryDirectory() as folder:
            sources = {
                "well": ["1 + 1", 'System.out.print("a"); System.out.print("b")'],
                "error": ["1 + 1", "int y = 1 / 0;"],
                "stuck": ["Thread.sleep(1_000_000)"],
                "dies": ["Runtime.getRuntime().halt(3)"],
                "unsteady": ["System.nanoTime()"],
                "asserts": ["assert 1 > 2;"],
            }
            paths = []
            for name, cells in sources.items():
                paths.append(Path(folder) / f"{name}.ipynb")
                paths[-1].write_text(
                    json.dumps(book(*[{**cell(source, count=n), "id": f"c{n}"} for n, source in enumerate(cells, 1)]))
                )
            words = course.notebook_command(place, "check", "--cell-seconds", 5, paths)
            said = subprocess.run(
                words,
                cwd=ROOT,
                env=setup.jupyter_environment(place),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                timeout=240,
            ).stdout
            cls.said = said
            cls.saved = cls.run_and_save(place, paths[0])

    @classmethod
    def run_and_save(cls, place: Place, path: Path) -> dict:
        """What `run --save` leaves of a notebook."""
        subprocess.run(
            course.notebook_command(place, "run", "--save", path),
            cwd=ROOT,
            env=setup.jupyter_environment(place),
            stdout=subprocess.DEVNULL,
            timeout=120,
        )
        return json.loads(path.read_text())

    def part(self, name: str) -> str:
        """What was said of one notebook."""
        lines = self.said.splitlines()
        start = next(n for n, line in enumerate(lines) if line.startswith(name + "  "))
        end = next((n for n, line in enumerate(lines) if n > start and not line.startswith(" ")), len(lines))
        return "\n".join(lines[start:end])

    def test_a_good_notebook_runs(self):
        self.assertIn("ok   Runs from top to bottom", self.part("well"))

    def test_an_error_is_named(self):
        self.assertRegex(self.part("error"), "FAIL Runs from.*\n +code cell 2 fails: .*ArithmeticException.*zero")

    def test_a_cell_that_never_answers(self):
        self.assertRegex(self.part("stuck"), "code cell 1 gave no answer within 5 s")

    def test_a_kernel_that_dies(self):
        self.assertRegex(self.part("dies"), "the kernel died at code cell 1")

    def test_a_cell_that_says_something_else_each_time(self):
        self.assertRegex(self.part("unsteady"), "FAIL A cell that is run again says the same")

    def test_assertions_are_on(self):
        self.assertRegex(self.part("asserts"), "AssertionError")

    def test_everything_is_counted(self):
        self.assertRegex(self.said.strip().splitlines()[-1], r"checks that held: \d+, that did not: \d+")

    def test_a_spec_on_the_path_comes_before_the_registered_one(self):
        place = Place(ROOT, ROOT / ".venv")
        with tempfile.TemporaryDirectory() as folder:
            setup.write(Path(folder) / "kernels/java/kernel.json", setup.kernel_spec(place, machine.Java(Path("/x"), 17, True)))
            asks = "from jupyter_client.kernelspec import get_kernel_spec as spec; print(spec('java').argv[0])"
            environment = {**setup.jupyter_environment(place), "JUPYTER_PATH": folder}
            said = subprocess.run([place.python, "-c", asks], env=environment, stdout=subprocess.PIPE, text=True).stdout
        self.assertEqual(said.strip(), str(Path("/x/bin/java")))

    @unittest.skipIf(os.name == "nt", "Ctrl-C is sent in another way there")
    def test_an_interruption_leaves_no_kernel_behind(self):
        place = Place(ROOT, ROOT / ".venv")
        with tempfile.TemporaryDirectory() as folder:
            path, mark = Path(folder) / "slow.ipynb", Path(folder) / "running"
            source = f'java.nio.file.Files.writeString(java.nio.file.Path.of("{mark}"), "" + ProcessHandle.current().pid()); Thread.sleep(1_000_000)'
            path.write_text(json.dumps(book(cell(source))))
            words = course.notebook_command(place, "run", path)
            runner = subprocess.Popen(
                words, cwd=ROOT, env=setup.jupyter_environment(place), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            wait_for(lambda: mark.exists() and mark.read_text(), 60)
            runner.send_signal(signal.SIGINT)
            self.assertEqual(runner.wait(timeout=30), 130)
            wait_for(lambda: not alive(int(mark.read_text())), 10)

    def test_saved_as_any_machine_would(self):
        self.assertEqual(self.saved["metadata"]["kernelspec"]["name"], "java")
        self.assertNotIn("version", self.saved["metadata"]["language_info"])
        self.assertEqual("".join(self.saved["cells"][1]["outputs"][0]["text"]), "ab")


if __name__ == "__main__":
    unittest.main()
