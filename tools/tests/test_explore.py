"""The live parts beside the standard figure, and the tours that lead to them."""

from __future__ import annotations

import json
import shutil
import subprocess
import unittest
from pathlib import Path
from urllib.parse import parse_qs, urlencode

from tools.check.notebook import read
from tools.site import explore, live, look, tours
from tools.tests.books import cell
from tools.tests.sandbox import Sandbox

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "web" / "page"
NODE = shutil.which("node")  # a sandbox has none
STILL = {"svg": "<svg></svg>", "words": "low < high", "question": "Is 1 < 2?"}


def lesson(number: str) -> Path:
    """A lesson's notebook."""
    return next((ROOT / "notebooks").glob(f"{number}-*.ipynb"))


def clipped(addresses: list[tuple[dict, str]]) -> list[list[str]]:
    """What a page would clip, of settings and what follows the # of an address."""
    asked = json.dumps(addresses)
    command = [NODE, str(PAGE / "clipped.mjs")]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, encoding="utf-8", check=True)
    return json.loads(done.stdout)


def built() -> bool:
    """Whether the page's scripts can run here."""
    return bool(NODE) and (PAGE / "node_modules").is_dir()


class Parts(unittest.TestCase):
    """Where each part stands."""

    def test_each_stands_under_a_cell_of_its_lesson_that_is_code(self):
        for name, setting in explore.PARTS.items():
            found = [one for one in read(lesson(name[:2]))["cells"] if one["id"] == setting["under"]]
            self.assertEqual([one["cell_type"] for one in found], ["code"], name)

    def test_its_html_has_the_setting_the_question_and_the_still_picture(self):
        under = {**cell(), "id": "plane-run", "source": "", "outputs": []}
        other = {**cell(), "id": "other", "source": "", "outputs": []}
        live.Live({"08-plane": STILL}).place("08", [other, under])
        self.assertEqual(other["outputs"], [])
        found = under["outputs"][0]["data"]["text/html"]
        self.assertIn('<live-part id="live-08-plane" data-setting="{&quot;id&quot;: &quot;08-plane&quot;', found)
        self.assertIn('<p class="live-question">Is 1 &lt; 2?</p><figure class="live-still"><svg></svg>', found)
        self.assertIn("<figcaption>low &lt; high</figcaption>", found)

    def test_another_lesson_has_none_of_it(self):
        under = {**cell(), "id": "plane-run", "source": "", "outputs": []}
        live.Live({"08-plane": STILL}).place("07", [under])
        self.assertEqual(under["outputs"], [])

    @unittest.skipUnless(built(), "the page's scripts are not installed (npm ci in web/page)")
    def test_every_first_setting_is_one_that_the_page_takes(self):
        whole = [
            ({"id": name, **setting}, urlencode({"live": name, **setting["first"]}))
            for name, setting in explore.PARTS.items()
        ]
        for (setting, _), sentences in zip(whole, clipped(whole), strict=True):
            self.assertEqual(sentences, [], setting["id"])


class Tours(Sandbox):
    """Links to settings."""

    def test_every_stop_is_a_live_part(self):
        self.assertGreater(len(tours.stops()), 20)
        for stop in tours.stops():
            self.assertIn(stop.part, live.SETTINGS)

    def test_no_link_is_left_as_it_was_written(self):
        names = [path.stem for path in (ROOT / "notebooks").glob("*.ipynb")]
        made = tours.page(names)
        self.assertNotRegex(made, r"\((live|lecture):")
        self.assertEqual(made.count("<a href="), len(tours.stops()))
        self.assertIn('<a href="08-edge-of-chaos.html?lecture#live=08-plane&amp;w=1.2&amp;b=0.3">', made)
        self.assertIn('.html#live=07-gains&amp;f=sin(2*x)">A function', made)

    @unittest.skipUnless(built(), "the page's scripts are not installed (npm ci in web/page)")
    def test_every_setting_exists_and_none_is_clipped(self):
        whole = [({"id": stop.part, **live.SETTINGS[stop.part]}, stop.hash) for stop in tours.stops()]
        for (_, address), sentences in zip(whole, clipped(whole), strict=True):
            self.assertEqual(sentences, [], address)

    @unittest.skipUnless(built(), "the page's scripts are not installed (npm ci in web/page)")
    def test_a_setting_out_of_range_or_unknown_is_found(self):
        plane, figure = ({"id": name, **live.SETTINGS[name]} for name in ("08-plane", "00"))
        bad = [
            (plane, "live=08-plane&w=9"),
            (plane, "live=08-plane&k=1"),
            (figure, "live=00&k=99"),
            (figure, "live=00&q=1"),
        ]
        self.assertEqual([len(sentences) for sentences in clipped(bad)], [1, 1, 1, 1])

    def test_the_look_at_pages_knows_the_places_of_live_parts(self):
        folder = self.root / "pages"
        folder.mkdir()
        part = '<live-part id="live-08-plane"></live-part>'
        head = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"
        (folder / "a.html").write_text(f"{head}<h1>A</h1>{part}", encoding="utf-8")
        links = '<a href="a.html?lecture#live=08-plane&amp;w=1"></a><a href="a.html#live=09"></a>'
        (folder / "b.html").write_text(f"{head}<h1>B</h1>{links}", encoding="utf-8")
        self.assertEqual(list(look.faults(folder)), ["b.html: a.html#live=09 leads nowhere"])

    def test_a_hash_is_what_the_page_reads(self):
        for stop in tours.stops():
            self.assertEqual(parse_qs(stop.hash)["live"], [stop.part])
