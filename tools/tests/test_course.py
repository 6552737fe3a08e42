"""What each command of course.py sets going, and what its end means."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
from pathlib import Path
from unittest import mock

import course
from tools import benchmark, doctor, environment, kernel, server, slides
from tools.checkout import Checkout
from tools.counts import Counts
from tools.machine import Java, Trouble
from tools.tests.books import book, cell
from tools.tests.sandbox import Sandbox


class Wired(Sandbox):
    """Commands whose work is only noted."""

    def setUp(self):
        super().setUp()
        self.java, self.done, self.result = Java(self.root, 17, True), [], 0
        self.enterContext(mock.patch.object(course, "set_up", lambda checkout: self.done.append(checkout) or self.java))
        self.enterContext(mock.patch.object(course, "run_to_end", self.run_to_end))
        self.path = self.root / "a.ipynb"
        self.path.write_text(json.dumps(book(cell())))

    def run_to_end(self, command: list[str], folder: Path, variables: dict) -> int:
        """Notes what would be run, with the kernel's flags if it is not the registered kernel."""
        spec = Path(variables["JUPYTER_PATH"]) / "kernels/java/kernel.json" if "JUPYTER_PATH" in variables else None
        self.done.append((command[2:], folder, json.loads(spec.read_text())["argv"] if spec else []))
        return self.result

    def said(self, *words: str) -> tuple[int, str]:
        """The exit code, and all that is said."""
        with contextlib.redirect_stdout(io.StringIO()) as said, contextlib.redirect_stderr(said):
            return course.main(list(words)), said.getvalue()


class Run(Wired):
    """`run` executes notebooks, once set up, as it is told."""

    def test_options_reach_the_checker(self):
        here = Path(course.__file__).parent
        for words, due in {("run",): ["run"], ("run", "--save"): ["run", "--save"]}.items():
            self.done.clear()
            self.assertEqual(self.said(*words, str(self.path))[0], 0)
            self.assertEqual(self.done[1], (["tools.check", *due, str(self.path)], here, []))

    def test_all_and_seeds_reach_what_is_tested(self):
        with mock.patch.object(course, "TestRun") as run:
            run.return_value.part.return_value = Counts(1, 0)
            self.assertEqual(self.said("test", "library", "--all", "--seeds", "7")[0], 0)
        self.assertEqual(run.call_args.args[3:], (True, 7))

    def test_other_seeds_reach_the_kernel(self):
        self.said("run", "--seeds", "7", str(self.path))
        self.assertIn("-Dinitlab.seed=7", self.done[1][2])

    def test_a_notebook_that_fails_fails_the_command(self):
        for self.result in (0, 1, 130):
            self.assertEqual(self.said("run", str(self.path))[0], self.result)

    def test_every_notebook_that_is_named(self):
        other = self.root / "b.ipynb"
        other.write_text(self.path.read_text())
        self.said("run", str(other), str(self.path))
        self.assertEqual(self.done[1][0][-2:], [str(other), str(self.path)])


class Others(Wired):
    """The other commands."""

    def test_set_up_says_that_all_is_ready(self):
        code, said = self.said("setup")
        self.assertEqual((code, said), (0, "Ready: Java 17, the library and the kernel 'java' are in place.\n"))
        root = Path(course.__file__).parent
        self.assertEqual(self.done, [Checkout(root, root / ".venv")])

    def test_here_is_the_running_pythons_own_environment(self):
        self.said("setup", "--here")
        [checkout] = self.done
        self.assertEqual((checkout.prefix, checkout.ours), (Path(sys.prefix), False))
        self.assertEqual(checkout.python, Path(sys.executable))

    def test_the_doctors_word_is_the_exit_code(self):
        for code in (0, 1):
            with (
                mock.patch.object(doctor, "examine", lambda *_: []),
                mock.patch.object(doctor, "report", lambda _, c=code: c),
            ):
                self.assertEqual(self.said("doctor")[0], code)
        self.assertEqual(self.done, [], "the doctor changes nothing")

    def test_the_servers_end_is_the_exit_code(self):
        for code in (0, 3):
            with mock.patch.object(server, "serve", lambda *_, c=code, **__: c):
                self.assertEqual(self.said("lab")[0], code)

    def test_the_benchmarks_end_is_the_exit_code_and_its_words_are_its_own(self):
        with (
            mock.patch.object(benchmark, "check_that_it_is_here"),
            mock.patch.object(benchmark, "run", return_value=3) as run,
        ):
            self.assertEqual(self.said("bench", "--", "--quick", "x")[0], 3)
        self.assertEqual(run.call_args.args[1], ["--quick", "x"])

    def test_slides_of_each_notebook(self):
        with (
            mock.patch.object(slides, "notebook", lambda _, name: Path(name)),
            mock.patch.object(slides, "make", lambda _, java, path: path.with_suffix(".html")),
            mock.patch.object(slides, "make_path", lambda _, java, path: (f"{path}.html", path - 1.5)),
        ):
            code, said = self.said("slides", "03", "04")
            _, whole = self.said("slides", "--path", "45")
            refused, _ = self.said("slides")
        self.assertEqual((code, said), (0, "Open 03.html in a browser.\nOpen 04.html in a browser.\n"))
        self.assertIn("Open 45.html in a browser: its topics take 43.5 minutes.", whole)
        self.assertEqual(refused, 1, "nothing was asked for")

    def test_what_only_tests_need_is_brought_for_the_part_that_needs_it(self):
        checkout = Checkout(self.root, self.root / ".venv")
        for parts, due in {("launcher", "library"): True, ("library", "notebooks", "jdks"): False}.items():
            with mock.patch.object(environment, "add_test_packages") as added:
                self.assertEqual(course.set_up_for(checkout, [*parts]), self.java)
            self.assertEqual(added.called, due)

    def test_refusals_are_one_sentence_and_fail(self):
        for error, due in {
            Trouble("No way."): "No way.\n",
            OSError(28, "disk full"): "The system refused: .*disk full.*",
        }.items():
            with mock.patch.object(course, "set_up", mock.Mock(side_effect=error)):
                code, said = self.said("setup")
            self.assertEqual(code, 1)
            self.assertRegex(said, f"^{due}")


class Installs(Sandbox):
    """The words with which Python's own tools are called."""

    def called(self, work: object, *words: object, code: int = 0) -> list[str]:
        """The command that is run."""
        with mock.patch.object(subprocess, "call", return_value=code) as call, mock.patch("builtins.print"):
            work(*words)
        return call.call_args.args[0]

    def test_an_environment_is_made_empty(self):
        command = self.called(environment.new_environment, self.checkout.prefix)
        self.assertEqual(command[1:], ["-m", "venv", "--clear", str(self.checkout.prefix)])

    def test_one_that_cannot_be_made(self):
        with self.assertRaisesRegex(Trouble, "could not be made: close what runs from .venv"):
            self.called(environment.new_environment, self.checkout.prefix, code=1)

    def test_packages_are_those_of_the_file(self):
        command = self.called(environment.install_packages, self.checkout.python, self.checkout.requirements)
        self.assertEqual(command[:4], [str(self.checkout.python), "-m", "pip", "install"])
        self.assertEqual(command[-2:], ["-r", str(self.checkout.requirements)])

    def test_no_news_are_asked_for(self):
        environment.silence_news(self.checkout)
        settings = json.loads((self.checkout.prefix / "share/jupyter/lab/settings/overrides.json").read_text())
        [notice] = settings.values()
        self.assertEqual(notice, {"fetchNews": "false", "checkForUpdates": False})

    def test_the_kernel_has_what_a_lesson_needs_and_no_more_memory_than_binder_has(self):
        argv = kernel.spec(self.checkout, Java(Path("/jdk"), 17, True))["argv"]
        [most] = [word for word in argv if word.startswith("-Xmx")]
        self.assertTrue(200 <= int(most[4:-1]) <= 700 and most.endswith("m"), most)
        [log] = [word.split("=")[1] for word in argv if "logging.config" in word]
        self.assertTrue(Path(log).is_file())
        self.assertEqual(argv[-2:], ["org.dflib.jjava.distro.JJava", "{connection_file}"])
        for word in ("-ea", "-Djava.awt.headless=true", "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED"):
            self.assertIn(word, argv)
        spec = kernel.spec(self.checkout, Java(Path("/jdk"), 17, True))
        self.assertEqual((spec["language"], spec["interrupt_mode"]), ("java", "message"))
