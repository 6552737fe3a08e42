"""What `test` runs, part by part, and how it counts."""

from __future__ import annotations

import json
import os
from pathlib import Path
from unittest import mock

import course
from tools import library, luck, machine, notebooks, testing
from tools.checkout import FIRST
from tools.counts import Counts
from tools.machine import Java, Trouble
from tools.testing import PARTS, TestRun, section
from tools.tests.books import book
from tools.tests.sandbox import Sandbox


class Parts(Sandbox):
    """Which parts a command line runs."""

    def setUp(self):
        super().setUp()
        self.called = []
        self.enterContext(mock.patch.object(course, "set_up_for", lambda *_: Java(self.root, 17, True)))
        self.enterContext(mock.patch("builtins.print"))

    def parts(self, *words: str) -> list[str]:
        """The parts that a command line runs; each passes one check."""
        part = lambda run, name: self.called.append(name) or Counts(1, 0)  # noqa: E731
        with mock.patch.object(TestRun, "part", part):
            self.assertEqual(course.main(["test", *words]), 0)
        return self.called

    def test_a_learner_builds_no_live_page_and_runs_no_other_jdk(self):
        self.assertEqual(self.parts(), ["library", "notebooks", "launcher", "site"])

    def test_live_pages_are_built_before_the_pages_and_used_after(self):
        self.assertEqual(self.parts("--live"), ["library", "notebooks", "launcher", "web", "site", "browser"])

    def test_all_parts(self):
        self.assertEqual(self.parts("--all"), [*PARTS])

    def test_one_part(self):
        self.assertEqual(self.parts("jdks"), ["jdks"])

    def test_all_of_one_notebook(self):
        path = self.root / "a.ipynb"
        path.write_text(json.dumps(book()))
        self.assertEqual(self.parts("--all", str(path)), ["notebooks"])

    def test_one_failure_anywhere_is_a_failure(self):
        for name in PARTS:
            counts = lambda run, part, name=name: Counts(9, int(part == name))  # noqa: E731
            with mock.patch.object(TestRun, "part", counts):
                self.assertEqual(course.main(["test", "--all"]), 1, name)

    def test_a_part_that_tests_nothing_is_a_failure(self):
        with mock.patch.object(TestRun, "library", lambda run: Counts()):
            self.assertEqual(TestRun(self.checkout, None, []).part("library"), (0, 1))
        with mock.patch.object(TestRun, "part", lambda run, name: Counts()):
            self.assertEqual(course.main(["test", "jdks"]), 1)

    def test_no_other_jdk_is_no_failure_and_is_told(self):
        java = Java(self.root, 17, True)
        with mock.patch.object(machine, "installed_javas", lambda: [java]), mock.patch("builtins.print") as said:
            self.assertEqual(TestRun(self.checkout, java, []).part("jdks"), Counts())
        self.assertIn("There is no JDK 17 or newer here but the one", str(said.call_args_list))

    def test_pages_are_left_out_where_there_is_no_node(self):
        with mock.patch("shutil.which", return_value=None), mock.patch("builtins.print") as said:
            self.assertEqual(TestRun(self.checkout, None, []).part("site"), Counts())
        self.assertIn("Pages need Node.js, which is not here", str(said.call_args_list))

    def test_without_node_no_live_page_is_built(self):
        with mock.patch("shutil.which", return_value=None), mock.patch("builtins.print") as said:
            self.assertEqual(TestRun(self.checkout, None, []).part("web"), Counts())
        self.assertIn("Live pages need Node.js, which is not here", str(said.call_args_list))

    def test_without_node_nothing_is_typed(self):
        with mock.patch("shutil.which", return_value=None), mock.patch("builtins.print") as said:
            self.assertEqual(TestRun(self.checkout, None, []).part("frameworks"), Counts())
        self.assertIn("comes from Node.js, which is not here", str(said.call_args_list))

    def test_all_uses_every_page_in_browsers(self):
        for everything in (True, False):
            with mock.patch.object(testing.web, "in_browsers", return_value=Counts(1, 0)) as used:
                TestRun(self.checkout, None, [], all=everything).part("browser")
            used.assert_called_once_with(self.checkout, everything)

    def test_live_pages_are_looked_at_where_they_are(self):
        pages = self.root / "pages"
        (pages / "_static").mkdir(parents=True)
        (pages / "_static" / "live.js").touch()
        making = mock.Mock(has_node=lambda: True, make=lambda checkout: pages)
        look_live = mock.Mock(faults=lambda folder: iter(["bad"]))
        with (
            mock.patch.object(testing, "making", making),
            mock.patch.object(testing, "look_live", look_live),
            mock.patch("builtins.print"),
        ):
            self.assertEqual(TestRun(self.checkout, None, []).part("site"), Counts(0, 1))

    def test_every_page_and_every_fault_in_one_is_a_check(self):
        pages = self.root / "pages"
        pages.mkdir()
        policy = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"
        (pages / "a.html").write_text(f"{policy}<h1>A</h1><img src='gone.png' alt='words'>")
        (pages / "b.html").write_text(f"{policy}<h1>B</h1>")
        making = mock.Mock(has_node=lambda: True, make=lambda checkout: pages)
        with mock.patch.object(testing, "making", making), mock.patch("builtins.print") as said:
            self.assertEqual(TestRun(self.checkout, None, []).part("site"), Counts(2, 1))
        self.assertIn("a.html: it loads gone.png, which is not here", str(said.call_args_list))

    def test_a_part_has_a_heading_and_tells_its_time_and_its_counts(self):
        clock = mock.Mock(monotonic=mock.Mock(side_effect=[100.0, 103.25, 200.0, 201.0]))
        with mock.patch.object(testing, "time", clock), mock.patch("builtins.print") as said:
            self.assertEqual(section("library", lambda: Counts(3, 2)), (3, 2))
            self.assertEqual(section("set-up", lambda: "java"), "java")
        lines = [call.args[0] for call in said.call_args_list]
        self.assertEqual(lines[:2], ["\n== library", "-- library took 3.2 s: 3 good, 2 bad"])
        self.assertEqual(lines[2:], ["\n== set-up", "-- set-up took 1.0 s"])

    def test_a_part_that_dies_is_a_failure(self):
        for error, code in {OSError(28, "disk full"): 1, Trouble("No way."): 1, KeyboardInterrupt(): 130}.items():
            part = mock.Mock(side_effect=[Counts(9, 0), error])
            with mock.patch.object(TestRun, "part", part):
                self.assertEqual(course.main(["test"]), code, repr(error))

    def test_every_part_is_a_method(self):
        for name in PARTS:
            counts = Counts(3, int(name == "jdks"))
            with mock.patch.object(TestRun, name, lambda run, counts=counts: counts):
                self.assertEqual(TestRun(self.checkout, None, []).part(name), counts, name)

    def test_what_was_counted_is_the_last_line(self):
        with mock.patch.object(TestRun, "part", lambda run, name: Counts(9, 2)), mock.patch("builtins.print") as said:
            course.main(["test"])
        self.assertEqual(said.call_args_list[-1].args, ("36 passed, 8 failed",))


class Notebooks(Sandbox):
    """How the notebook checker is called, and what its end means."""

    def setUp(self):
        super().setUp()
        self.calls, self.lucky = [], []
        self.java = Java(self.root, 17, True)
        self.first = self.root / FIRST
        self.enterContext(mock.patch("builtins.print"))

    def checked(self, books: list[Path], **asked) -> Counts:
        """The counts of the part notebooks; every call of the checker holds two rules and breaks one."""
        with (
            mock.patch.object(notebooks, "check", self.pretend_to_check),
            mock.patch.object(luck, "run", lambda *words: self.lucky.append(words[2:]) or {}),
            mock.patch.object(luck, "quick", lambda *words: self.lucky.append(words[2:]) or Counts()),
        ):
            return TestRun(self.checkout, self.java, books, **asked).notebooks()

    def pretend_to_check(self, checkout, variables: dict, books: list[Path], *options: str) -> Counts:
        """Notes the flags of the kernel that a checker would find, if it is not the registered one."""
        folder = variables.get("JUPYTER_PATH")
        spec = json.loads((Path(folder) / "kernels/java/kernel.json").read_text()) if folder else {"argv": []}
        self.calls.append((books, list(options), [word for word in spec["argv"] if "-Duser" in word or "seed" in word]))
        return Counts(2, 1)

    def test_the_first_notebook_and_the_one_with_a_doctor_run_in_german_too(self):
        other, lsuv = self.root / "b.ipynb", self.root / "notebooks/06-lsuv.ipynb"
        self.assertEqual(self.checked([self.first, other, lsuv]), (4, 2))
        german = ["-Duser.language=de", "-Duser.country=DE"]
        self.assertEqual(self.calls, [([self.first, other, lsuv], [], []), ([self.first, lsuv], ["--once"], german)])

    def test_none_named_means_every_lesson_and_every_solution(self):
        names = (
            "01-b.ipynb",
            "00-a.ipynb",
            "solutions/00-a.ipynb",
            "solutions/01-b.ipynb",
            "card.md",
            "figures/x.ipynb",
        )
        for name in names:
            path = self.root / "notebooks" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        every = [self.root / "notebooks" / name for name in sorted(names[:2]) + sorted(names[2:4])]
        self.assertEqual(notebooks.every(self.checkout), every)
        self.checked([])
        self.assertEqual(self.calls, [(every, [], [])])

    def test_what_the_checker_is_called_with(self):
        with mock.patch.object(notebooks, "run_and_show", return_value=(0, "")) as run:
            notebooks.check(self.checkout, {"A": "1"}, [self.first], "--knobs")
        command = [str(self.checkout.python), "-m", "tools.check", "check", "--knobs", str(self.first)]
        self.assertEqual(run.call_args.args, (command, self.root, {"A": "1"}))

    def test_other_notebooks_do_not(self):
        self.assertEqual(self.checked([self.root / "b.ipynb"]), (2, 1))

    def test_other_seeds(self):
        self.checked([self.first], seeds=7)
        self.assertEqual(self.calls, [([self.first], ["--seeds=7"], ["-Dinitlab.seed=7"])])

    def test_knobs_are_turned_only_when_asked_for(self):
        self.checked([self.root / "b.ipynb"], all=True)
        self.assertEqual(self.calls[0][1], ["--knobs"])

    def test_luck_is_asked_of_lessons_only_and_of_all_blocks_when_asked_for(self):
        solution = self.root / "notebooks/solutions/00-start-here.ipynb"
        self.checked([self.first, solution])
        self.checked([self.first, solution], all=True)
        self.checked([self.first], seeds=7)
        self.assertEqual(self.lucky, [([self.first], [1000]), ([self.first], [*range(0, 10000, 1000)])])
        solution.parent.mkdir(parents=True)
        for path in (self.first, solution):
            path.touch()
        self.lucky.clear()
        self.checked([])
        self.assertEqual(self.lucky, [([self.first],)], "the quick form")

    def test_luck_counts(self):
        for asked, name in (({"books": []}, "quick"), ({"books": [self.first]}, "run")):
            result = Counts(5, 1) if name == "quick" else {self.first: Counts(3, 1), "b": Counts(2, 0)}
            with mock.patch.object(luck, name, return_value=result):
                run = TestRun(self.checkout, self.java, **asked)
                self.assertEqual(run.luck([self.first]), (5, 1), name)

    def test_a_checker_that_fails_without_saying_so_has_failed(self):
        self.checkout.python.parent.mkdir(parents=True)
        line = "echo checks that held: 3, that did not: %d; exit %d"
        for script, counts in {
            line % (0, 0): (3, 0),
            line % (2, 1): (3, 2),
            line % (0, 130): (3, 1),
            "echo checks that held: 3, that did not: 0; echo more": (0, 1),
            "echo Traceback; exit 1": (0, 1),
            "exit 0": (0, 1),
        }.items():
            self.program(self.checkout.python, script)
            self.assertEqual(notebooks.check(self.checkout, os.environ, [self.first]), counts, script)


class Jdks(Sandbox):
    """The library's tests and every notebook on another JDK."""

    def test_another_jdk_runs_the_tests_and_every_notebook(self):
        lessons = [self.root / "notebooks" / name for name in ("a.ipynb", "b.ipynb", "solutions/a.ipynb")]
        lessons[2].parent.mkdir(parents=True)
        for lesson in lessons:
            lesson.touch()
        self.checkout.target.mkdir(parents=True)
        self.checkout.archive.touch()
        used, other = Java(self.root, 17, True), Java(self.jdk(), 25, True)
        maven, specs, checked_books = [], [], []

        def checked(checkout, variables: dict, books: list[Path]) -> Counts:
            checked_books.extend(books)
            specs.append(json.loads((Path(variables["JUPYTER_PATH"]) / "kernels/java/kernel.json").read_text()))
            return Counts(2, 1)

        with (
            mock.patch.object(machine, "installed_javas", lambda: [used, other]),
            mock.patch.object(library, "run_tests", lambda *words: maven.append(words[2:]) or Counts(10, 0)),
            mock.patch.object(notebooks, "check", checked),
            mock.patch("builtins.print"),
        ):
            self.assertEqual(TestRun(self.checkout, used, []).jdks(), (12, 1))
        self.assertEqual(maven, [("test", f"-Djvm={other.program}")])
        self.assertEqual(checked_books, lessons)
        self.assertEqual(specs[0]["argv"][0], str(other.program))
        self.assertIn("--enable-native-access=ALL-UNNAMED", specs[0]["argv"])
        self.assertNotIn("SharedArchiveFile", " ".join(specs[0]["argv"]))
        self.assertFalse((self.checkout.kernel_folder / "kernel.json").exists())
