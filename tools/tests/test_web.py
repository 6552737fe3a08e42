"""Live pages: how they are built, counted and used in browsers."""

from __future__ import annotations

import sys
from pathlib import Path
from unittest import mock

from tools import web
from tools.counts import Counts
from tools.machine import Java, Trouble
from tools.tests.sandbox import ROOT, Sandbox

REPORT = '<testsuite tests="5" failures="1" errors="0" skipped="1"/>'


class Build(Sandbox):
    """The library for a page and the pages' scripts."""

    def setUp(self):
        super().setUp()
        self.said = self.enterContext(mock.patch("builtins.print"))
        (self.root / "web" / "page").mkdir(parents=True)
        (self.root / "web" / "pack.py").write_text("")

    def compiled(self, code: int, report: str = REPORT) -> Counts:
        """The counts where Maven ends so, and leaves a report."""

        def maven(checkout, java: Java, *words: str) -> int:
            self.assertEqual(words, ("-q", "-P", "web", "package"))
            reports = checkout.root / "web" / "target" / "surefire-reports"
            reports.mkdir(parents=True)
            (reports / "TEST-a.xml").write_text(report)
            return code

        with mock.patch.object(web, "maven", maven):
            return web.compiled(self.checkout, Java(self.root, 17, True))

    def test_tests_are_counted_anew(self):
        self.assertEqual(self.compiled(1), (3, 1))
        self.assertEqual(self.compiled(1), (3, 1))

    def test_a_build_that_breaks_outside_its_tests_has_failed(self):
        self.assertEqual(self.compiled(1, '<testsuite tests="5"/>'), (5, 1))
        self.assertEqual(self.compiled(0, '<testsuite tests="5"/>'), (5, 0))
        (self.root / "web" / "pack.py").write_text("raise SystemExit(1)")
        self.assertEqual(self.compiled(0, '<testsuite tests="5"/>'), (5, 1))

    def scripts(self, script: str) -> Counts:
        """The counts where npm does this."""
        self.program(self.path / "npm", script)
        return web.scripts(self.checkout)

    def test_node_says_how_many_tests_passed(self):
        for sign in ("#", "ℹ"):
            told = f"[ $1 = test ] && printf '{sign} tests 30\\n{sign} pass 30\\n{sign} fail 0\\n' || echo 'pass 99'"
            self.assertEqual(self.scripts(told), (30, 0))

    def test_scripts_that_fail(self):
        told = "[ $1 = test ] && printf '# pass 28\\n# fail 2\\n' && exit 1; exit 0"
        self.assertEqual(self.scripts(told), (0, 2))
        self.assertEqual(self.scripts("exit 1"), (0, 1))
        self.assertEqual(self.scripts("[ $1 != run ]"), (0, 1))

    def test_npm_takes_the_pinned_packages(self):
        self.scripts('echo "$@" >> asked')
        asked = (self.root / "web" / "page" / "asked").read_text()
        self.assertEqual(asked, "ci --no-audit --no-fund\ntest\nrun build\n")

    def test_both_count(self):
        with (
            mock.patch.object(web, "compiled", lambda *_: Counts(5, 1)),
            mock.patch.object(web, "scripts", lambda *_: Counts(30, 0)),
        ):
            self.assertEqual(web.build(self.checkout, None), (35, 1))


class Browsers(Sandbox):
    """The live pages in browsers."""

    def setUp(self):
        super().setUp()
        self.said = self.enterContext(mock.patch("builtins.print"))
        self.pages = self.root / "target" / "site" / "pages"
        (self.pages / "_static").mkdir(parents=True)
        for number in ("00", "02", "04", "08", "11"):
            (self.pages / f"{number}-a.html").write_text(number)
        self.calls: list[tuple[str, ...]] = []

    def used(self, everything: bool = False, failed: int = 0) -> Counts:
        """The counts of all calls; each passes two checks."""

        def told(checkout, python: Path, *words: str) -> Counts:
            self.calls.append(words)
            return Counts(2, failed)

        with mock.patch.object(web, "told", told), mock.patch.object(web, "beside", lambda *_: Path("python")):
            return web.in_browsers(self.checkout, everything)

    def here(self, *programs: str) -> None:
        """Puts programs on the path, and live parts beside the pages."""
        for name in programs:
            self.program(self.path / name, "exit 0")
        (self.pages / "_static" / "live.js").write_text("")

    def test_without_a_browser_there_is_a_sentence(self):
        self.here("chromium", "firefox", "geckodriver")
        self.assertEqual(self.used(), Counts())
        self.assertIn("Chromium and its driver", str(self.said.call_args_list))

    def test_without_live_pages_there_is_a_sentence(self):
        self.here("chromium", "chromedriver")
        (self.pages / "_static" / "live.js").unlink()
        self.assertEqual(self.used(), Counts())
        self.assertIn("no live pages", str(self.said.call_args_list))

    def test_two_lessons_in_a_fresh_clone_then_those_that_changed_or_all(self):
        self.here("google-chrome", "chromedriver")
        self.assertEqual(self.used(), (6, 0))
        two = ("page.py", "--lessons", "00", "04")
        self.assertEqual(self.calls, [("browser.py", "--no-times"), ("parts.py",), two])
        self.calls.clear()
        (self.pages / "04-a.html").write_text("other")
        self.used()
        self.assertEqual(self.calls[2], ("page.py", "--lessons", "02", "04", "08"))
        self.calls.clear()
        self.assertEqual(self.used(), Counts())
        self.assertEqual(self.calls, [])
        self.assertIn("No live page changed", str(self.said.call_args_list))
        self.used(everything=True)
        self.assertEqual(self.calls[2], ("page.py", "--lessons", "00", "02", "04", "08"))
        self.assertIn("Firefox and geckodriver are not here", str(self.said.call_args_list))

    def test_what_failed_is_looked_at_again(self):
        self.here("chromium", "chromedriver", "firefox-esr", "geckodriver")
        self.assertEqual(self.used(failed=1), (10, 5))
        self.assertEqual(self.calls[3:], [("browser.py", "--no-times", "--firefox"), ("page.py", "--firefox")])
        self.calls.clear()
        self.used()
        self.assertEqual(self.calls[2], ("page.py", "--lessons", "00", "04"))

    def test_a_page_without_the_standard_figure_is_looked_at_too(self):
        self.here("chromium", "chromedriver")
        self.used(everything=True)
        self.calls.clear()
        (self.pages / "11-a.html").write_text("other")
        self.assertEqual(self.used(), (4, 0))
        self.assertEqual(self.calls, [("browser.py", "--no-times"), ("parts.py",)])

    def test_other_scripts_make_every_page_another(self):
        self.here()
        before = web.prints(self.pages)
        (self.pages / "_static" / "live.js").write_text("other")
        self.assertEqual(sorted(before), ["00", "02", "04", "08", "11"])
        self.assertEqual(web.changed(web.prints(self.pages), before), sorted(before))

    def test_the_order_of_functions_in_the_older_script_makes_no_page_another(self):
        self.here()
        before = web.prints(self.pages)
        (self.pages / "_static" / "live-js.js").write_text("in another order")
        self.assertEqual(web.prints(self.pages), before)


class Scripts(Sandbox):
    """What scripts of web/test say."""

    def test_every_line_counts(self):
        folder = self.root / "web" / "test"
        folder.mkdir(parents=True)
        for script, counts in {
            "print('words'); print('ok    a'); print('ok    b'); print('2 passed, 0 failed')": (2, 0),
            "print('ok    a'); print('FAILS b'); print('1 failed'); raise SystemExit(1)": (1, 1),
            "print('ok    a'); print('0 failed'); raise SystemExit(1)": (1, 1),
            "print('ok    a')": (1, 1),
            "print('words: ok  a'); print('it FAILS here'); print('ok    a'); print('0 failed')": (1, 0),
            "import os; os.environ['SE_OFFLINE'] == 'true' and print('ok    no driver from afar'); print('0 failed')": (
                1,
                0,
            ),
            "raise SystemExit(3)": (0, 1),
        }.items():
            (folder / "a.py").write_text(script)
            with mock.patch("builtins.print"):
                self.assertEqual(web.told(self.checkout, Path(sys.executable), "a.py"), counts, script)

    def test_each_kind_has_an_environment_of_its_own(self):
        made = mock.Mock()
        with mock.patch.object(web.environment, "make_beside", made), mock.patch.object(web, "told") as told:
            web.in_frameworks(self.checkout)
        (other, requirements) = made.call_args.args
        self.assertEqual((other.prefix.name, requirements.name), (".venv-frameworks", "frameworks.txt"))
        told.assert_called_once_with(self.checkout, other.python, "frameworks.py")

    def test_where_frameworks_cannot_be_had_there_is_a_sentence(self):
        with (
            mock.patch.object(web, "beside", side_effect=Trouble("No network.")),
            mock.patch("builtins.print") as said,
        ):
            self.assertEqual(web.in_frameworks(self.checkout), Counts())
        self.assertIn("was not tried. No network.", str(said.call_args_list))

    def test_every_package_is_pinned(self):
        for name in ("requirements.txt", "frameworks.txt", "constraints.txt"):
            for line in (ROOT / "web" / "test" / name).read_text(encoding="utf-8").splitlines():
                self.assertRegex(line, r"^(#.*|-c constraints\.txt|[\w.-]+==[\w.]+)$")
