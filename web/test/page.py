"""Uses the course's live pages from the disk, in headless Chromium or Firefox, and looks at them.

Needs the pages of `python3 course.py site` with live figures in them, and selenium.

    python3 web/test/page.py [--firefox] [--shots FOLDER]

Ends with 1 if a check failed.
"""

import argparse
import sys
import time
from pathlib import Path

import drawing
import reading
from selenium.webdriver.common.keys import Keys
from tab import LESSONS, Page, check, failures


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
    reached = page.tab_to("live1-guess")
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
    page.keys(Keys.TAB, Keys.TAB)
    check(page.run("return document.activeElement.id") == "live1-k", "Tab leads to the back button, then to the knob")
    page.keys(Keys.ESCAPE)
    check(not page.run("return document.querySelector('.live-lecture') !== null"), "Escape ends the lecture's size")
    top = page.run("return document.querySelector('live-figure').getBoundingClientRect().top")
    check(-5 < top < 200, f"and leads to the figure, {top:.0f} pixels from the top")
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
    mischief = ("alert(1)", "foo(x)", "x/0", "1e400", "x" * 9999, "%3Cimg src=x onerror=alert(1)%3E", "max(x")
    for asked in (*(f"f={f}" for f in mischief), *(f"kind=typed&r={r}" for r in (*mischief, "-1", "uniform(1)*2"))):
        page.open(LESSONS["04"].as_uri() + f"#live=04&guess=0&{asked}")
        found = page.wait(
            "const f = document.querySelector('live-figure');"
            "return f.querySelector('.live-trouble').textContent !== '' || f.dataset.seeds === '30'",
            f"{asked[:30]} is answered",
            15,
        )
        said = page.text(".live-trouble") or page.text(".live-said").split("\n")[0]
        inert = page.run("return document.querySelector('live-figure img') === null")
        check(found and inert, f"{asked[:40]}: {said[:110]}")
    page.open(LESSONS["06"].as_uri() + "#live=06&guess=none&w=4")
    page.settled()
    said = page.text(".live-said").split("\n")[-1]
    check(said.startswith("Without LSUV: "), "a start beside that is refused is left out: " + said[:80])
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


def main():
    """Carries out all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lessons", nargs="+", default=list(LESSONS), help="whose figures are looked at in every size")
    parser.add_argument("--shots", type=Path, help="where pictures go")
    parser.add_argument("--firefox", action="store_true", help="the parts that need no more than a page")
    args = parser.parse_args()
    both = (drawing.by_hand, drawing.by_keys, drawing.a_rule, drawing.an_activation, drawing.a_nudge)
    both = (*both, drawing.an_answer, without_scripts)
    chromium = (
        by_keyboard,
        drawing.by_finger,
        exercises,
        addresses,
        never_answered,
        reading.aloud,
        reading.an_old_browser,
        reading.an_older_browser,
        reading.speed,
    )
    for part in both if args.firefox else (*chromium, *both, looks):
        print(part.__doc__.splitlines()[0])
        part(args)
    print(f"{len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
