"""The course as pages: what they are made of, and what is found wrong with them."""

from __future__ import annotations

import base64
import io
import json
import os
import random
import re
from contextlib import redirect_stdout
from pathlib import Path
from unittest import mock

from tools.machine import Trouble
from tools.site import explore, live, look, look_live, making, sources, tables
from tools.site.glossary import Glossary
from tools.site.headings import slug
from tools.tests.books import book, cell
from tools.tests.sandbox import Sandbox

GLOSSARY = """# Glossary

| word | meaning | first met in |
|---|---|---|
| **width**, **depth** | how many neurons; how many `layers` | [00](00-a.ipynb) |
| **He**, **He's rule** | see [04](04-a.ipynb) | [04](04-a.ipynb) |
| z | **bold** elsewhere | [00](00-a.ipynb) |
"""


def text(source: str, id: str = "text-01") -> dict:
    """A cell of prose."""
    return {"cell_type": "markdown", "id": id, "source": source, "metadata": {"lecture": {}}}


class Words(Sandbox):
    """A page links the first use of a word that the glossary explains."""

    def test_the_first_use_is_linked_with_the_meaning(self):
        linked: set[str] = set()
        found = Glossary(GLOSSARY).link("A width, a width and a bandwidth.", "00", linked)
        self.assertEqual(found.count("<a "), 1)
        self.assertIn(
            'A <a class="term" href="glossary.html#word-width" title="how many neurons; how many layers">', found
        )
        self.assertEqual(Glossary(GLOSSARY).link("width", "00", linked), "width")

    def test_nothing_is_put_into_code_formulas_links_bold_words_headings_and_tables(self):
        for closed in (
            "`width`",
            "$width$",
            "$$\nwidth\n$$",
            "[width](a.md)",
            "**width**",
            "# width",
            "| width |",
            "<a title='width'>",
            "```\nwidth\n```",
        ):
            self.assertEqual(Glossary(GLOSSARY).link(closed, "00", set()), closed)

    def test_a_word_that_comes_later_and_everyday_words_are_left_alone(self):
        glossary = Glossary(GLOSSARY)
        self.assertEqual(glossary.link("He's rule", "03", set()), "He's rule")
        self.assertIn('#word-he-s-rule"', glossary.link("He's rule", "04", set()))
        self.assertEqual(glossary.link("He et al.", "04", set()), "He et al.")
        self.assertEqual(Glossary("").link("He", "04", set()), "He")

    def test_the_glossary_has_an_anchor_at_each_word(self):
        page = Glossary(GLOSSARY).page()
        self.assertIn('| <span id="word-width"></span>**width**, <span id="word-depth"></span>**depth** |', page)
        self.assertIn("| z | **bold** elsewhere |", page)

    def test_a_heading_is_linked_as_in_jupyter(self):
        self.assertEqual(slug("Why √d?"), "Why-√d?")


class Sources(Sandbox):
    """A notebook as its page shows it."""

    def setUp(self):
        super().setUp()
        self.figures = self.root / "figures"
        self.figures.mkdir()

    def dressed(self, *cells: dict, answers: dict[str, str] | None = None, repository: str | None = None) -> list[dict]:
        """The cells of a page."""
        dresser = sources.Dresser(Glossary(GLOSSARY), self.figures, repository)
        return dresser.dressed(book(*cells), "04-a.ipynb", answers or {})["cells"]

    def test_ties_are_left_out_and_solutions_are_on_the_page(self):
        (prose,) = self.dressed(text('It is 0.65<!--= seen.median("He") -->. [Solutions](solutions/04-a.ipynb).'))
        self.assertEqual(prose["source"], "It is 0.65. [Solutions](#Exercises).")
        self.assertEqual(prose["metadata"], {})

    def test_a_figure_is_a_file_with_its_words(self):
        data = {"image/png": base64.b64encode(b"a picture").decode(), "text/plain": "words"}
        figure = {
            "output_type": "execute_result",
            "data": data,
            "metadata": {"image/png": {"alt": 'low < "high"', "width": 800}},
        }
        table = {"output_type": "execute_result", "data": {"text/html": "<table>"}, "metadata": {}}
        (code,) = self.dressed({**cell(), "id": "look", "outputs": [table, figure]})
        self.assertEqual(code["outputs"][0], table)
        image = code["outputs"][1]["data"]["text/html"]
        self.assertIn('src="_static/figures/04-look-1.png" alt="low &lt; &quot;high&quot;" width="800"', image)
        self.assertEqual((self.figures / "04-look-1.png").read_bytes(), b"a picture")

    def test_imports_are_folded(self):
        opening, other = self.dressed({**cell(), "source": 'Lesson.open("04")'}, {**cell(), "source": "1"})
        self.assertEqual(opening["metadata"], {"tags": ["hide-input"]})
        self.assertEqual(other["metadata"], {})

    def test_a_solution_is_folded_behind_the_check(self):
        exercise, check = {**cell(), "id": "exercise-a"}, {**cell(), "id": "check"}
        solved = book(text("## Title\n\nBecause."), {**cell(), "id": "exercise-a", "source": "var a = 1;"})
        answers = sources.solutions(solved)
        self.assertEqual(answers, {"exercise-a": "Because.\n\n```java\nvar a = 1;\n```"})
        ids = [one["id"] for one in self.dressed(exercise, text("words"), check, answers=answers)]
        self.assertEqual(ids, ["exercise-a", "text-01", "check", "solution-exercise-a"])

    def test_binder_is_offered_where_it_is_known(self):
        (prose,) = self.dressed(text("# A"), repository="owner/course")
        self.assertIn("/gh/owner/course/HEAD?urlpath=lab/tree/notebooks/04-a.ipynb", prose["source"])
        for address, known in {
            "https://github.com/owner/course.git": "owner/course",
            "git@github.com:owner/my.course": "owner/my.course",
            "/somewhere/course": None,
        }.items():
            with mock.patch("subprocess.run", return_value=mock.Mock(stdout=address + "\n")):
                self.assertEqual(making.repository(self.root), known)
        with mock.patch("subprocess.run", side_effect=FileNotFoundError):
            self.assertIsNone(making.repository(self.root))

    def test_every_lesson_is_written_and_listed(self):
        notebooks = self.root / "notebooks"
        (notebooks / "figures").mkdir(parents=True)
        (notebooks / "glossary.md").write_text(GLOSSARY, encoding="utf-8")
        (notebooks / "card.md").write_text("# Card", encoding="utf-8")
        (notebooks / "04-a.ipynb").write_text(json.dumps(book(text("# A"))), encoding="utf-8")
        readme = "# Course\n[04](notebooks/04-a.ipynb) [solved](notebooks/solutions)\n## The library\n[not here](lib)"
        (self.root / "README.md").write_text(readme, encoding="utf-8")
        sources.write(self.root, self.root / "sources", None)
        front = (self.root / "sources" / "index.md").read_text(encoding="utf-8")
        self.assertIn("[04](04-a.ipynb) [solved](#The-notebooks)", front)
        self.assertIn("04-a\ncard\nglossary", front)
        self.assertNotIn("not here", front)
        self.assertTrue((self.root / "sources" / "04-a.ipynb").exists())

    def test_the_first_page_leads_to_a_live_figure_before_it_speaks_of_commands(self):
        front = sources.front("# Course\n\n## Two commands\nlab", ["00-start-here"], sources.ALIVE)
        self.assertIn("#live=00", front.split("## Two commands")[0])
        self.assertNotIn("live=", sources.front("# Course\n\n## Two commands\nlab", ["00-start-here"]))

    def test_without_node(self):
        with mock.patch("shutil.which", return_value=None), self.assertRaisesRegex(Trouble, "Pages need Node.js"):
            making.make(self.checkout)

    def test_pages_are_made_anew_live_and_without_a_warning(self):
        old = self.root / "target" / "site" / "pages" / "old.html"
        old.parent.mkdir(parents=True)
        old.touch()
        run = mock.Mock(return_value=mock.Mock(returncode=0, stdout=""))
        with (
            mock.patch.multiple(making, has_node=lambda: True, bring=mock.Mock(), bring_style=mock.Mock()),
            mock.patch.object(making.environment, "make_beside"),
            mock.patch.object(making.live, "bring", return_value="live parts"),
            mock.patch.object(making, "write") as write,
            mock.patch("subprocess.run", run),
        ):
            self.assertEqual(making.make(self.checkout), old.parent)
            self.assertIn("-W", run.call_args.args[0])
            run.return_value.returncode = 1
            with self.assertRaisesRegex(Trouble, "could not be made"):
                making.make(self.checkout)
        self.assertFalse(old.exists())
        self.assertEqual(write.call_args.args[-1], "live parts")

    def test_where_nothing_may_be_written(self):
        self.no_folder_may_be_written()
        with (
            mock.patch("shutil.which", return_value="node"),
            self.assertRaisesRegex(Trouble, "copy the course into a folder of your own"),
        ):
            making.make(self.checkout)


class LiveParts(Sandbox):
    """The live figure and the typed exercises of a page."""

    STILL = {"svg": "<svg></svg>", "words": "low < high"}

    def placed(self, number: str, *cells: dict) -> list[str]:
        """The HTML of each cell's outputs."""
        live.Live({"04": self.STILL}).place(number, list(cells))
        return ["".join(output["data"]["text/html"] for output in one.get("outputs", [])) for one in cells]

    def picture(self) -> dict:
        """A cell with a figure."""
        output = {"output_type": "display_data", "metadata": {}, "data": {"text/html": '<img class="figure">'}}
        return {**cell(), "source": "", "outputs": [output]}

    def test_one_figure_stands_under_the_first(self):
        table = {**cell(), "source": "", "outputs": []}
        none, first, second = self.placed("04", table, self.picture(), self.picture())
        self.assertEqual(none, "")
        self.assertIn('<live-figure id="live-04" data-setting="{&quot;id&quot;: &quot;04&quot;', first)
        self.assertIn("<svg></svg><figcaption>low &lt; high</figcaption>", first)
        self.assertNotIn("live-figure", second)
        self.assertNotIn("live-figure", self.placed("05", self.picture())[0])

    def test_an_exercise_whose_answer_can_be_typed_has_an_input(self):
        leaky = {**cell(), "source": 'Check.exercise("04-leaky", sloped)', "outputs": []}
        other = {**cell(), "source": 'Check.exercise("04-other", sloped)', "outputs": []}
        found, none = self.placed("04", leaky, other)
        self.assertIn('<live-check data-id="04-leaky" data-example="sqrt(2/fanIn) or', found)
        self.assertIn('data-draw="{&quot;f&quot;: &quot;max(x, 0.5*x)&quot;', found)
        self.assertEqual(none, "")

    def test_what_an_answer_draws_is_a_setting_of_its_lesson(self):
        for exercise, drawn in live.DRAWN.items():
            self.assertIn(exercise, live.CHECKS)
            self.assertIn(exercise[:2], live.FIGURES)
            self.assertIn("{}", drawn["r"])
            self.assertLessEqual(set(drawn), set("fwdr"))

    def test_every_setting_is_one_that_the_page_takes(self):
        for number, setting in live.FIGURES.items():
            least, most, step = setting["range"]
            self.assertTrue(least <= setting["first"] <= most and step < most - least, number)
            self.assertRegex(setting["question"], r"second moment.*\?$", number)

    def test_every_typed_exercise_is_in_a_lesson(self):
        root = Path(__file__).resolve().parents[2]
        books = "".join(path.read_text(encoding="utf-8") for path in (root / "notebooks").glob("*.ipynb"))
        for exercise in live.CHECKS:
            self.assertIn(f'Check.exercise(\\"{exercise}\\"', books)

    def test_the_library_says_which_exercises_can_be_typed_and_how(self):
        examples = {"number": live.NUMBER, "rule": live.RULE, "count": "100"}
        lists = ["01-gradient", "11-classes"]
        in_code = ["01-untie", "05-qr"]  # rules that no rule by name solves
        folder = Path(__file__).resolve().parents[2] / "lib/src/main/java/initlab/lesson/exercise"
        java = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*Exercises.java"))
        made = {name: kind for kind, name in re.findall(r'Exercise\.(\w+)\(\s*"([\w-]+)"', java)}
        self.assertEqual([name for name, kind in made.items() if kind == "numbers"], lists)
        self.assertTrue(all(", " in live.CHECKS[name] for name in lists))
        wanted = {name: examples[kind] for name, kind in made.items() if kind in examples and name not in in_code}
        self.assertEqual({name: example for name, example in live.CHECKS.items() if name not in lists}, wanted)

    def test_without_a_build_there_is_a_line(self):
        said = io.StringIO()
        with redirect_stdout(said):
            self.assertIsNone(live.bring(self.root, self.root))
        self.assertRegex(said.getvalue(), "^Pages without live figures: web/target/page/live.js is not built")

    def built(self) -> Path:
        """Puts a whole build there, of nothing; the folder beside pages."""
        built = [*(live.LIBRARY / name for name in (live.PLAIN, *live.PACKED))]
        built += [live.PAGE / "dist" / name for name in live.MADE] + [live.PAGE / "node_modules"]
        for path in built:
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_text("", encoding="utf-8")
        static = self.root / "static"
        static.mkdir()
        return static

    def test_a_build_that_is_older_than_its_sources_is_said(self):
        self.built()
        for number, name in enumerate(
            ("pom.xml", "lib/src/main/A.java", "web/src/main/B.java", "web/pack.py", "web/page/src/c.js")
        ):
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("")
            for later, made in enumerate(live.BUILT_OF):  # after all of before
                os.utime(self.root / made, (2e9 + 10 * number + later,) * 2)
            self.assertIsNone(live.newer(self.root), name)
            os.utime(path, (3e9, 3e9))
            self.assertEqual(live.newer(self.root), name)
            os.utime(path, (1e9, 1e9))
        os.utime(path, (3e9, 3e9))
        said = io.StringIO()
        with redirect_stdout(said), mock.patch.object(live, "drawn", lambda root: {}):
            live.bring(self.root, self.root / "static")
        self.assertRegex(said.getvalue(), "^The live figures are of an older build: web/page/src/c.js is newer")

    def test_every_place_that_a_build_is_made_of_is_there(self):
        root = Path(__file__).resolve().parents[2]
        for place in (place for places in live.BUILT_OF.values() for place in places if "target" not in place):
            self.assertTrue((root / place).exists() or not (root / "web/page/src").exists(), place)

    def test_a_still_picture_is_drawn_anew_when_what_draws_it_changed(self):
        self.built()
        drawn = mock.Mock(return_value={})
        with mock.patch.object(live, "drawn", drawn):
            for calls, name in enumerate(("src/figure.js", "still.mjs", "package-lock.json"), 1):
                (self.root / live.PAGE / name).parent.mkdir(exist_ok=True)
                (self.root / live.PAGE / name).write_text("new")
                live.known(self.root)
                live.known(self.root)
                self.assertEqual(drawn.call_count, calls, name)

    def test_what_was_built_is_beside_the_pages(self):
        static = self.built()
        drawn = mock.Mock(returncode=0, stdout=json.dumps([self.STILL] * len(live.SETTINGS)))
        with mock.patch("subprocess.run", return_value=drawn):
            found = live.bring(self.root, static)
        self.assertEqual(set(found.stills), set(live.SETTINGS))
        self.assertEqual({path.name for path in static.iterdir()}, {*live.PACKED, *live.MADE})
        with mock.patch("subprocess.run", side_effect=AssertionError("drawn again")):
            self.assertEqual(live.bring(self.root, static).stills, found.stills)
        (self.root / live.LIBRARY / live.PLAIN).write_text("in another order", encoding="utf-8")
        os.utime(self.root / live.LIBRARY / live.PACKED[0])  # packed after that
        with mock.patch("subprocess.run", side_effect=AssertionError("drawn again")):
            live.bring(self.root, static)
        (self.root / live.LIBRARY / live.PACKED[0]).write_text("other", encoding="utf-8")
        failed = mock.Mock(returncode=1, stderr="why")
        with mock.patch("subprocess.run", return_value=failed), self.assertRaisesRegex(Trouble, "cannot be drawn: why"):
            live.bring(self.root, static)


class Look(Sandbox):
    """What is found wrong with pages."""

    POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; worker-src blob:"

    def found(self, body: str, policy: str = POLICY) -> list[str]:
        """The faults of a page among others."""
        head = '<meta http-equiv="Content-Security-Policy" content="{}">'
        folder = self.root / "pages"
        folder.mkdir(exist_ok=True)
        (folder / "here.png").write_bytes(b"")
        (folder / "b c.html").write_text(f'{head.format(policy)}<h1 id="there">B</h1>', encoding="utf-8")
        (folder / "a.html").write_text(f'{head.format(policy)}<h1 id="top√">A</h1>{body}', encoding="utf-8")
        return list(look.faults(folder))

    def test_whole_pages(self):
        targets = ("b%20c.html#there", "#top%E2%88%9A", "https://far.away", "#")
        links = "".join(f'<a href="{target}">words</a>' for target in targets)
        self.assertEqual(self.found(f'{links}<img src="here.png" alt="words"><img src="data:image/png;x" alt="w">'), [])

    def test_faults(self):
        for body, fault in {
            '<img src="here.png">': "a picture without words, here.png",
            '<img src="here.png" alt=" ">': "a picture without words",
            '<img src="gone.png" alt="w">': "loads gone.png, which is not here",
            '<script src="https://far.away/a.js"></script>': "loads https://far.away/a.js",
            '<script src="//far.away/a.js"></script>': "loads //far.away/a.js",
            '<link rel="stylesheet" href="gone.css">': "loads gone.css",
            '<a href="gone.html">g</a>': "gone.html leads nowhere",
            '<a href="b c.html#gone">g</a>': "b c.html#gone leads nowhere",
            '<a href="#gone">g</a>': "#gone leads nowhere",
            '<a href="javascript:alert(1)">g</a>': "leads nowhere",
            "<h1>again</h1>": "it has 2 titles",
            "<!--= seen.median() -->": "a comment of the notebook's is left",
        }.items():
            self.assertRegex("\n".join(self.found(body)), f"^a.html: .*{fault}", body)

    def test_everything_that_a_page_loads_is_looked_at(self):
        for element in ("script src", "img alt='words' src", "link href", "iframe src", "source src", "video src"):
            (found,) = self.found(f'<{element}="https://far.away/a">')
            self.assertRegex(found, "it loads https://far.away/a, which is not here")

    def test_every_page_keeps_itself_from_the_network(self):
        for policy in (
            "",
            "script-src 'self'",
            "default-src 'none'; img-src *",
            "default-src 'none'; img-src https:",
            "default-src 'none'; script-src //far.away",
            "default-src 'none'; script-src 'self' 'unsafe-eval'",
        ):
            found = self.found("", policy)
            self.assertEqual(len(found), 2, policy)
            self.assertIn("a.html: no policy keeps it from asking a network", found[0])

    def test_the_template_sets_such_a_policy(self):
        template = (Path(making.__file__).parent / "templates" / "page.html").read_text(encoding="utf-8")
        policy = look.Page(template).policy
        self.assertIn("default-src 'none'", policy)
        self.assertNotRegex(policy, look.OPEN)

    def test_a_style_that_asks_a_network(self):
        self.found("")
        style = Path(self.root / "pages" / "a.css")
        for words, bad in {
            "a { background: url(fonts/a.woff2) }": False,
            "a { background: url('https://far.away/a.png') }": True,
            '@import "//far.away/a.css";': True,
        }.items():
            style.write_text(words, encoding="utf-8")
            self.assertEqual(bool(self.found("")), bad, words)


class LookAtLiveParts(Sandbox):
    """What is found wrong with live parts."""

    HEAD = '<link href="_static/live.css"><script src="_static/live-start.js"></script>'
    STILL = {"svg": "<svg></svg>", "words": "He's median falls to 0.5, Xavier's to a billionth, in fifty layers"}

    def body(self) -> str:
        """The whole of lesson 04's page, as far as it is live."""
        checks = "".join(live.check(name) for name in live.CHECKS if name.startswith("04"))
        return f'{self.HEAD}<img class="figure">{live.figure("04", self.STILL)}<img class="figure">{checks}'

    def test_whole_pages(self):
        self.assertEqual(list(look_live.faults_of(self.body(), "04")), [])
        self.assertEqual(list(look_live.faults_of("words", "12")), [])

    def test_faults(self):
        for old, new, fault in (
            ("live-figure", "div", r"its live figures are \[\], and not \[{'id': '04'"),
            ("&quot;width&quot;: 16", "&quot;width&quot;: 17", "'width': 17.*, and not .*'width': 16"),
            ('<img class="figure"><live', "<live", "does not stand under the first"),
            ("<svg></svg>", "", "still picture of 04 has 0 drawings"),
            (self.STILL["words"].replace("'", "&#x27;"), "few words", "1 drawings and the words 'few words'"),
            ('data-id="04-leaky"', 'data-id="04-other"', "its typed exercises are"),
            ("data-example=", "data-no=", "its typed exercises are"),
            ('<link href="_static/live.css">', "", "live.css 0 times"),
            (self.HEAD, self.HEAD * 2, "live-start.js 2 times"),
        ):
            body = self.body().replace(old, new)
            self.assertNotEqual(body, self.body(), old)
            self.assertRegex("\n".join(look_live.faults_of(body, "04")), fault, old)

    def test_a_part_that_is_missing(self):
        whole = self.HEAD + '<img class="figure">' + live.figure("07", self.STILL)
        whole += "".join(live.check(name) for name in live.CHECKS if name.startswith("07"))
        self.assertEqual(list(look_live.faults_of(whole, "07")), ["its other live parts are []"])
        part = explore.part("07-gains", {**self.STILL, "question": "Is it?"})
        self.assertEqual(list(look_live.faults_of(whole + part, "07")), [])

    def test_a_file_that_is_not_beside_the_pages(self):
        self.assertEqual(len(list(look_live.faults(self.root))), 1)
        self.assertRegex(next(look_live.faults(self.root)), "^live.js, .*live.notices.txt: not beside the pages")

    def test_what_is_loaded_is_small_and_has_its_notices(self):
        static = self.root / "_static"
        static.mkdir()
        for name in look_live.LIMITS:
            (static / name).write_text("/* Apache License */")
        (static / "live.notices.txt").write_text("Permission is granted")
        self.assertEqual(list(look_live.faults(self.root)), [])
        (static / "live-start.js").write_bytes(random.Random(1).randbytes(3000))
        (static / "live.js").write_text("no notice")
        (static / "live.notices.txt").write_text("")
        found = "\n".join(look_live.faults(self.root))
        for fault in (
            "live-start.js: 30.. bytes gzipped, more than 2000",
            "live.js: it does not",
            "there are no notices",
        ):
            self.assertRegex(found, fault)


class Tables(Sandbox):
    """A table with sentences in it can be stacked."""

    def test_each_cell_names_its_column(self):
        long = "it halves the second moment, which is what the next layer feels, <b>always</b>"
        head = "<thead><tr><th a><b>put right</b></th><th>n</th></tr></thead>"
        table = f"<table>{head}<tr><td x>{long}</td><td>3</td></tr></table>"
        found = tables.stackable(table)
        self.assertIn('<table class="sentences">', found)
        self.assertIn(f'<tr><td data-head="put right" x>{long}</td><td data-head="n">3</td></tr>', found)

    def test_numbers_and_other_outputs_stay_as_they_are(self):
        for html in (
            "<table><tr><th>a</th></tr><tr><td>3</td></tr></table>",
            f"<p>{'words ' * 30}</p>",
            f"<table></table><table><tr><td>{'words ' * 30}</td></tr></table>",
        ):
            self.assertEqual(tables.stackable(html), html)

    def test_a_row_of_other_cells_names_none(self):
        table = f"<table><tr><th>a</th><th>b</th></tr><tr><td colspan=2>{'words ' * 30}</td></tr></table>"
        self.assertNotIn("data-head", tables.stackable(table))
