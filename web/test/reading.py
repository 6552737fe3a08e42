"""What a screen reader, an old browser and a clock find."""

import statistics
import time

from selenium.webdriver.common.keys import Keys
from tab import LESSONS, Page, check

SILENT = {"generic", "none", "InlineTextBox", "paragraph", "LabelText", "form", "Figcaption", "LineBreak", "ListMarker"}
DRAWN = """new MutationObserver((seen, watch) => {
  if (!document.querySelector("live-figure .live-panels svg")) return;
  watch.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => { window.drawnAt = performance.now(); }));
}).observe(document, {childList: true, subtree: true});"""


def heard(page):
    """The live figure as it is read aloud, from first to last: roles and names."""
    nodes = page.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    known = {node["nodeId"]: node for node in nodes}
    figure = next(node for node in nodes if node.get("name", {}).get("value") == "Live figure")
    lines = []

    def read(node, named):
        role, name = node.get("role", {}).get("value", ""), node.get("name", {}).get("value", "")
        said = not node.get("ignored") and role not in SILENT and not (role == "StaticText" and name in named)
        if said:
            value = node.get("value", {}).get("value", "")
            lines.append(f"{role}: {name}" + (f" = {value}" if value != "" and role == "slider" else ""))
        for child in node.get("childIds", ()):
            read(known[child], named + name if said and role != "StaticText" else named)

    for child in figure["childIds"]:
        read(known[child], "")
    return lines


def in_order(lines, *beginnings):
    """Whether lines that begin so follow each other in this order."""
    at = iter(lines)
    return all(any(line.startswith(beginning) for line in at) for beginning in beginnings)


def shown(lines):
    """Prints what is heard."""
    for line in lines:
        print("      | " + line[:150])


def aloud(args):
    """The figure as a screen reader reads it, before and after the guess, and where Tab leads."""
    page = Page(args)
    page.open(LESSONS["00"].as_uri())
    before = heard(page)
    shown(before)
    first = (
        "StaticText: The input of 50",
        "slider: Your guess of",
        "button: That is my guess",
        "DisclosureTriangle: Or guess",
    )
    panels = ("StaticText: forward", "image: Nothing", "StaticText: backward", "image: Nothing")
    check(in_order(before, *first, *panels), "question, guess, button, whole curve, panels")
    check(len(before) < 20, f"that is {len(before)} lines, and no ticks among them")
    check(in_order(before, "status"), "what will announce the answer is there before it")
    check(not any("He," in line or "gain" in line for line in before), "nothing is told before the guess")
    page.tab_to("live1-guess")
    stops(page, ("input", "button", "summary"))
    page.run("document.querySelector('.live-gate button').click()")
    page.settled()
    time.sleep(0.5)
    after = heard(page)
    shown(after)
    rest = ("image: He, forward: median", "image: He, backward: median", "status")
    check(
        in_order(after, "StaticText: The input", "slider: gain", *rest, "StaticText: You said 1. It is"), "the answer"
    )
    check(not any("your guess" in line.lower() and "slider" in line for line in after), "the gate is gone")
    live = (
        "const s = document.querySelector('.live-said'); return [s.getAttribute('role'), s.getAttribute('aria-live')]"
    )
    check(page.run(live) == ["status", "polite"], "the verdict is announced, when there is time")
    page.run("document.querySelector('.live-more').hidden = false; document.querySelector('#live1-k').focus()")
    stops(page, ("input", "summary", "summary", "summary", "button"))
    page.close()


def stops(page, expected):
    """Where Tab leads from here, and that it is seen."""
    look = (
        "const e = document.activeElement, s = getComputedStyle(e);"
        "return [e.localName, parseFloat(s.outlineWidth) >= 2 && s.outlineStyle !== 'none']"
    )
    found = [page.run(look)]
    for _ in expected[1:]:
        page.keys(Keys.TAB)
        found.append(page.run(look))
    check([name for name, _ in found] == list(expected), f"Tab leads on: {', '.join(name for name, _ in found)}")
    check(all(seen for _, seen in found), "and each has a frame while it has the focus")


def an_old_browser(args):
    """A browser without WebAssembly, or without elements of a page's own, keeps the still picture and the sentence."""
    for missing in ("WebAssembly", "customElements"):
        page = Page(args, before=f"delete window.{missing};")
        page.open(LESSONS["00"].as_uri() + "#live=00&guess=0", figure=False)
        time.sleep(1)
        check(page.run(f"return !('{missing}' in window)"), f"there is no {missing}")
        picture = page.driver.find_elements("css selector", ".live-still svg path")
        check(len(picture) > 8 and picture[0].is_displayed(), "the still picture is seen")
        check(page.driver.find_element("css selector", ".live-old").is_displayed(), "and its sentence")
        loaded = page.run(
            "return performance.getEntriesByType('resource').filter(e => /live-figure/.test(e.name)).length"
        )
        check(loaded == 0, "nothing else is loaded")
        page.shoot(f"without-{missing}")
        page.close()


def an_older_browser(args):
    """A browser that has all of these, and cannot carry out the page's script, keeps the still picture too."""
    page = Page(args, before="customElements.define = () => { throw new Error('too old'); };")
    page.open(LESSONS["00"].as_uri() + "#live=00&guess=0", figure=False)
    page.wait("return document.querySelector('.live-coming') === null", "nothing is waited for", 10)
    check(page.driver.find_element("css selector", ".live-still svg path").is_displayed(), "the still picture is seen")
    page.driver.quit()


def speed(args):
    """How long the first figure takes; a number to read, since it is the machine's."""
    page = Page(args, before=DRAWN)
    for what, address in (("asked for by its address", "#live=00"), ("seen on the way", "")):
        drawn, painted = [], []
        for _ in range(7):
            page.open(LESSONS["00"].as_uri() + address)
            page.wait("return window.drawnAt !== undefined", "the figure is drawn")
            drawn.append(page.run("return window.drawnAt"))
            paint = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN"
            painted.append(page.run(paint))
        median = statistics.median
        print(f"      {what}: gate and panels after {median(drawn):.0f} ms, first paint {median(painted):.0f} ms")
    page.close()
