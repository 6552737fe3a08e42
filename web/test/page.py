"""Uses the course's live pages from the disk, in headless Chromium, and looks at them.

Needs the pages of `python3 course.py site` with live figures in them, and selenium.

    python3 web/test/page.py [--shots FOLDER]

Ends with 1 if a check failed.
"""

import argparse
import json
import sys
import time
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.keys import Keys

PAGES = Path(__file__).resolve().parents[2] / "target" / "site" / "pages"
LESSONS = {f"0{n}": next(iter(PAGES.glob(f"0{n}-*.html")), None) for n in range(9)}
failures = []


def check(holds, what):
    """Notes whether something holds."""
    print(("ok    " if holds else "FAILS ") + what)
    if not holds:
        failures.append(what)


class Page:
    """A tab on a page."""

    def __init__(self, args, width=1280, height=800, dark=False, scripts=True):
        """Opens a browser of this size and shade."""
        options = webdriver.ChromeOptions()
        for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"):
            options.add_argument(flag)
        if not scripts:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options)
        self.driver.set_script_timeout(60)
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        shade = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": shade})
        self.width = width
        self.shots = args.shots

    def open(self, address, figure=True):
        """Opens an address; waits until its figure is live."""
        self.driver.get("about:blank")
        self.driver.get(address)
        if figure:
            self.run("document.querySelector('live-figure').scrollIntoView({behavior: 'instant'})")
            self.wait(
                "return document.querySelector('live-figure .live-panels svg') !== null", "the figure comes alive"
            )

    def run(self, script, *arguments):
        """Carries out a script."""
        return self.driver.execute_script(script, *arguments)

    def wait(self, script, what, seconds=60):
        """Waits until a script returns true."""
        end = time.time() + seconds
        while time.time() < end:
            if self.run(script):
                return True
            time.sleep(0.05)
        check(False, f"{what} (waited {seconds} s)")
        return False

    def settled(self):
        """Waits until all nets are seen."""
        self.wait(
            "const f = document.querySelector('live-figure');"
            "return f.dataset.seeds === '30' && !f.classList.contains('live-busy')",
            "all nets are seen",
        )

    def keys(self, *keys):
        """Presses keys where the focus is."""
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def text(self, selector):
        """The words of the first such element."""
        return self.run("return document.querySelector(arguments[0])?.innerText ?? ''", selector)

    def shoot(self, name, selector="live-figure"):
        """A picture of what is seen now."""
        if self.shots:
            self.shots.mkdir(parents=True, exist_ok=True)
            self.run("document.querySelector(arguments[0]).scrollIntoView({behavior: 'instant'})", selector)
            time.sleep(0.3)
            self.driver.save_screenshot(str(self.shots / f"{name}.png"))

    def fits(self, what):
        """Checks that nothing is wider than the window."""
        check(self.run("return document.documentElement.scrollWidth <= innerWidth"), f"{what} fits {self.width} pixels")

    def close(self):
        """Checks what the browser has to say, and that nothing was asked of a network."""
        errors = [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]
        check(not errors, f"no error in the console {errors or ''}")
        sent = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        urls = [one["params"]["request"]["url"] for one in sent if one["method"] == "Network.requestWillBeSent"]
        afar = [url[:90] for url in urls if not url.startswith(("file:", "blob:", "data:", "about:"))]
        check(urls and not afar, f"no request of {len(urls)} leaves the page {afar or ''}")
        self.driver.quit()


def by_keyboard(args):
    """A lesson's figure and an exercise, by keyboard only."""
    page = Page(args)
    address = LESSONS["00"].as_uri()
    page.open(address)
    page.shoot("1-before-the-guess")
    loaded = "return performance.getEntriesByType('resource').some(e => /\\/live\\.js$/.test(e.name))"
    check(not page.run(loaded) and page.run("return !globalThis.initlab"), "before the first touch there is no library")
    drawn = page.run("return document.querySelector('.live-forward').textContent")
    check("your guess" in drawn and "He" not in drawn, "before the guess there is no curve")
    reached = focus(page, "live1-guess")
    check(reached, "Tab leads to the guess")
    page.keys(*[Keys.ARROW_LEFT] * 3, Keys.TAB, Keys.ENTER)
    page.settled()
    time.sleep(1.2)
    page.shoot("2-after-the-guess")
    said = page.text(".live-said")
    check(said.startswith("You said 10⁻³. It is "), "the guess is answered: " + said.split("\n")[0])
    engine = "return initlab.open().then(one => { one.end(); return one.engine; })"
    check(page.run(engine) == "WebAssembly", "the library runs in WebAssembly")
    check("the median itself" in said, "the median's own interval is said")
    check(page.run("return document.activeElement.id") == "live1-k", "the keyboard is on the knob")
    turned_by_keyboard(page)
    page.close()


def turned_by_keyboard(page):
    """What comes after the guess: the knob, the goal, more to turn, what to type, the numbers."""
    page.keys(*[Keys.ARROW_RIGHT] * 42)
    page.settled()
    page.shoot("3-level")
    check(page.run("return location.hash").startswith("#live=00&k=1.42"), "the address says the setting")
    said = page.text(".live-said").split("\n")[0]
    check("Goal reached" in said, "the goal can be reached: " + said)
    page.keys(Keys.TAB, Keys.ENTER, Keys.TAB, *[Keys.ARROW_LEFT] * 5)
    page.settled()
    check("d=45" in page.run("return location.hash"), "after the discovery the depth can be turned")
    page.shoot("4-more-to-turn")
    page.run("document.querySelectorAll('live-figure > details').forEach(d => { d.open = true; })")
    check("std=1.42 / layer.in_features" in page.text("live-figure"), "what to type is for this setting")
    check(page.run("return document.querySelectorAll('.live-table tbody tr').length") >= 4, "the numbers are a table")
    page.shoot("5-all-open", ".live-said")
    names = page.run(
        "return [...document.querySelectorAll('live-figure :is(input, select, button)')]"
        ".filter(e => !(e.labels?.length || e.textContent.trim() || e.getAttribute('aria-label'))).length"
    )
    check(names == 0, "every control has a name")


def focus(page, name, most=400):
    """Presses Tab until an element has the focus, from the live figure's place in the page on."""
    page.run(
        "const s = document.createElement('span'); s.tabIndex = -1;"
        "document.querySelector('live-figure').before(s); s.focus()"
    )
    for _ in range(most):
        page.keys(Keys.TAB)
        if page.run("return document.activeElement.id") == name:
            return True
    return False


def exercises(args):
    """Typed answers, right, wrong and no answers at all."""
    page = Page(args)
    page.open(LESSONS["02"].as_uri(), figure=False)
    page.run("document.querySelector('live-check').scrollIntoView({behavior: 'instant'})")
    page.wait("return document.querySelector('live-check input') !== null", "the exercise comes alive")
    mischief = ("<img src=x onerror=alert(1)>", "(((((", "alert(1)", "1/0")
    for answer, kind in [("0.2", "wrong"), ("sqrt(3/300)", "right"), *((one, "wrong") for one in mischief)]:
        page.run("const i = document.querySelector('live-check[data-id=\"02-limit\"] input'); i.value = ''; i.focus()")
        page.run("document.querySelector('live-check[data-id=\"02-limit\"] .live-verdict').replaceChildren()")
        page.keys(answer, Keys.ENTER)
        verdict = f"live-check[data-id='02-limit'] .live-verdict .live-{kind}"
        page.wait(f'return document.querySelector("{verdict}") !== null', f"{answer} is {kind}", 15)
        print("      " + page.text("live-check[data-id='02-limit'] .live-verdict").replace("\n", " | ")[:150])
        if kind == "wrong":
            page.shoot("exercise", "live-check[data-id='02-limit']")
    page.close()


def looks(args):
    """Every lesson's figure in the sizes and shades that readers have."""
    for width, height, dark in ((1280, 800, False), (360, 740, False), (1280, 800, True), (360, 740, True)):
        page = Page(args, width, height, dark)
        for number, path in LESSONS.items():
            if (dark and number not in ("00", "04")) or number not in args.lessons:
                continue
            page.open(path.as_uri() + f"#live={number}&guess=0")
            page.settled()
            page.fits(f"lesson {number}")
            page.shoot(f"look-{number}-{width}{'-dark' if dark else ''}")
            if not dark and width > 1000:
                print("      " + page.text(".live-said").replace("\n", " | ")[:400])
        page.close()
    page = Page(args)
    page.open(LESSONS["04"].as_uri() + "?lecture#live=04&guess=0")
    page.settled()
    page.shoot("lecture")
    page.keys(Keys.ESCAPE)
    check(not page.run("return document.querySelector('.live-lecture') !== null"), "Escape ends the lecture's size")
    page.close()


def addresses(args):
    """Addresses that ask for too much, or for mischief."""
    page = Page(args)
    page.open(LESSONS["04"].as_uri() + "#live=04&guess=99&w=1e9", figure=False)
    page.wait("return document.querySelector('.live-trouble') !== null", "an address brings its figure")
    time.sleep(1)
    seen = page.run("const box = document.querySelector('live-figure').getBoundingClientRect(); return box.top")
    check(-5 < seen < 200, f"and scrolls to it, {seen:.0f} pixels from the top")
    check("5 is taken" in page.text(".live-trouble"), "what is clipped is said: " + page.text(".live-trouble")[:90])
    for f in ("alert(1)", "foo(x)", "x/0", "1e400", "x" * 9999, "%3Cimg src=x onerror=alert(1)%3E", "max(x"):
        page.open(LESSONS["04"].as_uri() + f"#live=04&guess=0&f={f}")
        found = page.wait(
            "const f = document.querySelector('live-figure');"
            "return f.querySelector('.live-trouble').textContent !== '' || f.dataset.seeds === '30'",
            f"{f[:20]} is answered",
            15,
        )
        said = page.text(".live-trouble") or page.text(".live-said").split("\n")[0]
        inert = page.run("return document.querySelector('live-figure img') === null")
        check(found and inert, f"{f[:30]}: {said[:110]}")
    page.close()


def never_answered(args):
    """A library that does not answer is ended, and the page says so and goes on."""
    page = Page(args)
    page.open(LESSONS["04"].as_uri())
    page.run(
        "const silent = {ask: () => new Promise(() => {}), end() { globalThis.ended = true; }};"
        "globalThis.initlab = {open: async () => silent};"
        "document.querySelector('.live-gate button').click()"
    )
    begun = time.time()
    page.wait("return document.querySelector('.live-trouble').textContent !== ''", "a limit of time", 20)
    said = page.text(".live-trouble")
    check(
        "No answer after 10 seconds" in said and page.run("return globalThis.ended"),
        f"{time.time() - begun:.0f} s: {said}",
    )
    check(not page.run("return document.querySelector('.live-busy') !== null"), "and the figure waits no longer")
    page.close()


def without_scripts(args):
    """Without scripts there is the still picture and a sentence."""
    page = Page(args, scripts=False)
    page.open(LESSONS["00"].as_uri() + "#live-00", figure=False)
    drawn = page.driver.find_elements("css selector", ".live-still svg path")
    check(len(drawn) > 8 and drawn[0].is_displayed(), "without scripts there is a still picture")
    check(page.driver.find_element("css selector", ".live-old").is_displayed(), "and a sentence")
    if page.shots:
        time.sleep(1)
        page.driver.save_screenshot(str(page.shots / "no-scripts.png"))
    page.driver.quit()


def by_hand(args):
    """The guess is drawn with the mouse."""
    page = Page(args)
    page.open(LESSONS["00"].as_uri())
    panel = page.driver.find_element("css selector", ".live-forward")
    time.sleep(1.5)  # the theme scrolls smoothly
    chain = webdriver.ActionChains(page.driver)
    chain.move_to_element(panel).click_and_hold().move_by_offset(0, 60).release().perform()
    value = float(page.run("return document.querySelector('#live1-guess').value"))
    check(-15 < value < -3, f"the mouse moves the guess, to {value}")
    page.close()


def main():
    """Carries out all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lessons", nargs="+", default=list(LESSONS), help="whose figures are looked at in every size")
    parser.add_argument("--shots", type=Path, help="where pictures go")
    args = parser.parse_args()
    for part in (by_keyboard, by_hand, exercises, addresses, never_answered, without_scripts, looks):
        print(part.__doc__.splitlines()[0])
        part(args)
    print(f"{len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
