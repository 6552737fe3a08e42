"""Uses the live parts beside the standard figure from the disk, in headless Chromium, and looks at them.

Needs the pages of `python3 course.py site` with live parts in them, and selenium.

    python3 web/test/parts.py [--shots FOLDER]

Ends with 1 if a check failed.
"""

import argparse
import html
import re
import sys
import time
from pathlib import Path

from page import Page, check, failures
from selenium import webdriver
from selenium.webdriver.common.keys import Keys

PAGES = Path(__file__).resolve().parents[2] / "target" / "site" / "pages"
ALL = {"08-plane": "ordered", "08-functions": "8", "07-gains": "1", "11-loss": "7", "02-formats": "16"}  # with a guess


def address(name, more="", query=""):
    """The address of a part's setting."""
    lesson = next(PAGES.glob(f"{name[:2]}-*.html"))
    return f"{lesson.as_uri()}{query}#live={name}{more}"


def opened(page, name, more="", query=""):
    """Opens a setting, and waits until the part is alive."""
    page.open(address(name, more, query), figure=False)
    script = "return document.querySelector(arguments[0] + ' .live-panels svg') !== null"
    page.wait(script.replace("arguments[0]", f"'#live-{name}'"), f"{name} comes alive")


def settled(page, name, seeds=0):
    """Waits until a part has measured all."""
    script = (
        f"const p = document.querySelector('#live-{name}');"
        f"return !p.classList.contains('live-busy') && p.dataset.seeds >= {seeds}"
        " && p.querySelector('.live-said').textContent !== ''"
    )
    page.wait(script, f"{name} has settled", 30)
    time.sleep(0.3)


def said(page, name, part=".live-said"):
    """What a part says."""
    return page.text(f"#live-{name} {part}")


def answer(page, name):
    """How a guess turned out."""
    return said(page, name, ".live-answer")


def by_keyboard(args):
    """The plane, from the guess to a place, by keyboard only."""
    page = Page(args)
    name = "08-plane"
    opened(page, name)
    loaded = "return performance.getEntriesByType('resource').some(e => /\\/live\\.js$/.test(e.name))"
    check(not page.run(loaded), "before the first touch there is no library")
    check("rect" not in page.run(f"return document.querySelector('#live-{name} svg').innerHTML"), "nor a map")
    page.shoot("plane-1-before", f"#live-{name}")
    page.run(f"document.querySelector('#live-{name} input[value=ordered]').focus()")
    page.keys(Keys.ARROW_DOWN, Keys.ENTER)
    settled(page, name, 30)
    page.shoot("plane-2-after", f"#live-{name}")
    check(answer(page, name) == "You said chaotic. It is ordered.", answer(page, name))
    check("guess=chaotic" in page.run("return location.hash"), "the guess is in the address")
    page.run(f"document.querySelector('#live-{name} .live-pointed').focus()")
    page.keys(*[Keys.ARROW_RIGHT] * 4)
    settled(page, name, 30)
    check("w=1.4" in page.run("return location.hash"), "arrow keys move the place: " + page.run("return location.hash"))
    in_panel = f"return document.activeElement.closest('#live-{name} .live-pointed') !== null"
    check(page.run(in_panel), "and keep the focus")
    check(not page.run(f"return document.querySelector('#live-{name} .live-more').hidden"), "then there is more")
    named = page.run(
        "return [...document.querySelectorAll('live-part :is(input, select, button)')]"
        ".filter(e => !(e.labels?.length || e.textContent.trim() || e.getAttribute('aria-label'))).length"
    )
    check(named == 0, "every control has a name")
    page.close()


def by_hand(args):
    """A place is pointed at with the mouse."""
    page = Page(args)
    name = "08-plane"
    opened(page, name, "&guess=ordered")
    settled(page, name, 30)
    panel = page.driver.find_element("css selector", f"#live-{name} svg")
    page.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", panel)
    time.sleep(1)
    webdriver.ActionChains(page.driver).move_to_element_with_offset(panel, 100, 40).click().perform()
    settled(page, name, 30)
    seen = said(page, name)
    check("chaotic" in seen and not answer(page, name), "the mouse chose " + page.run("return location.hash"))
    page.close()


def guesses(args):
    """Every part asks first, and answers a guess."""
    page = Page(args)
    for name in ALL:
        opened(page, name)
        asked = said(page, name, ".live-question")
        check(asked.endswith("?") and not said(page, name), f"{name} asks: {asked[:90]}")
        page.shoot(f"{name}-before", f"#live-{name}")
        page.run(f"document.querySelector('#live-{name} .live-gate input').focus()")
        page.keys(Keys.SPACE, Keys.ENTER)
        settled(page, name)
        check(answer(page, name).startswith("You said "), f"{name}: {answer(page, name)}")
    page.close()


def looks(args):
    """Every part in the sizes and shades that readers have."""
    for width, height, dark in ((1280, 800, False), (360, 740, False), (1280, 800, True), (360, 740, True)):
        page = Page(args, width, height, dark)
        for name, guess in ALL.items():
            opened(page, name, f"&guess={guess}")
            settled(page, name)
            page.fits(name)
            page.shoot(f"look-{name}-{width}{'-dark' if dark else ''}", f"#live-{name}")
        page.close()
    page = Page(args)
    opened(page, "08-plane", "&guess=ordered", "?lecture")
    settled(page, "08-plane", 30)
    box = page.run(
        "const r = document.querySelector('#live-08-plane').getBoundingClientRect();"
        "return [document.elementFromPoint(640, 300).closest('live-part')?.id, r.width]"
    )
    alone = page.run("return document.querySelectorAll('.live-lecture').length === 1")
    check(alone and box == ["live-08-plane", 1280], f"in a lecture it is the whole window {box}")
    if page.shots:
        page.driver.save_screenshot(str(page.shots / "lecture.png"))
    page.keys(Keys.ESCAPE)
    check(not page.run("return document.querySelector('.live-lecture') !== null"), "Escape ends the lecture's size")
    page.close()


def mischief(args):
    """Addresses that ask for too much, or for mischief."""
    page = Page(args)
    opened(page, "08-plane", "&w=99&b=foo&guess=maybe")
    trouble = said(page, "08-plane", ".live-trouble")
    check("3 is taken" in trouble and "no number for σ_b" in trouble and "the guess" in trouble, trouble)
    for f in ("alert(1)", "foo(x)", "x/0", "1/x", "3", "x" * 9999, "%3Cimg src=x onerror=alert(1)%3E"):
        for name in ("08-plane", "07-gains", "02-formats", "08-functions"):
            opened(page, name, f"&guess={ALL[name]}&f={f}")
            page.wait(
                f"const p = document.querySelector('#live-{name}');"
                "return p.querySelector('.live-trouble').textContent !== '' || (!p.classList.contains('live-busy')"
                " && p.querySelector('.live-said').textContent !== '')",
                f"{name} answers {f[:20]}",
                25,
            )
            inert = page.run(f"return document.querySelector('#live-{name} img') === null")
            check(inert, f"{name}, {f[:20]}: " + (said(page, name, ".live-trouble") or said(page, name))[:100])
    page.close()


def times(args):
    """How long each part's first answer takes, and all of it, once the library is there."""
    page = Page(args)
    for name, guess in ALL.items():
        opened(page, name, f"&guess={guess}")
        settled(page, name)
        move = "const i = [...p.querySelectorAll('.live-knobs input[type=range]')][0];"
        took = page.driver.execute_async_script(
            f"const done = arguments[0], p = document.querySelector('#live-{name}');"
            "const said = p.querySelector('.live-said'); said.replaceChildren(); const start = performance.now();"
            "let first; const watch = new MutationObserver(() => { first ??= performance.now() - start; });"
            "watch.observe(said, {childList: true});" + move + "i.stepUp(3); i.dispatchEvent(new Event('input'));"
            "const wait = setInterval(() => { if (p.classList.contains('live-busy')) return;"
            "clearInterval(wait); done([first, performance.now() - start]); }, 5);"
        )
        print(f"      {name}: first words after {took[0]:.0f} ms, all after {took[1]:.0f} ms")
    page.close()


def without_scripts(args):
    """Without scripts there is the still picture, the question and a sentence."""
    page = Page(args, scripts=False)
    for name in ALL:
        page.open(address(name), figure=False)
        drawn = page.driver.find_elements("css selector", f"#live-{name} .live-still svg path")
        check(drawn and drawn[0].is_displayed(), f"{name}: without scripts there is a still picture")
    page.driver.quit()


def tours(args):
    """Every stop of a tour opens its part, asks, and clips nothing."""
    page = Page(args)
    links = re.findall(r'<a href="([^"]+)#(live=[^"]+)"', (PAGES / "tours.html").read_text(encoding="utf-8"))
    for path, setting in links:
        name = re.match(r"live=([\w-]+)", setting)[1]
        page.open(f"{PAGES.as_uri()}/{html.unescape(path)}#{html.unescape(setting)}", figure=False)
        drawn = f"return document.querySelector('#live-{name} .live-panels svg') !== null"
        alive = page.wait(drawn, f"{setting} comes alive", 20)
        time.sleep(0.2)
        trouble = said(page, name, ".live-trouble")
        check(alive and not trouble and said(page, name, ".live-question").endswith("?"), f"{setting} {trouble}")
    check(len(links) > 20, f"{len(links)} stops")
    page.close()


def main():
    """Carries out all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shots", type=Path, help="where pictures go")
    args = parser.parse_args()
    for part in (by_keyboard, by_hand, guesses, mischief, times, without_scripts, tours, looks):
        print(part.__doc__.splitlines()[0])
        part(args)
    print(f"{len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
