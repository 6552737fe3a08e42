"""A guess of the whole curve, and a reader's own answer in the figure."""

import time

from selenium import webdriver
from selenium.webdriver.common.keys import Keys
from tab import LESSONS, Page, check

GUESS = "return new URLSearchParams(location.hash.slice(1)).get('guess')"


def drag(page, start, *moves):
    """Presses in the forward panel, so far from its middle, drags and lets go."""
    panel = page.driver.find_element("css selector", ".live-forward svg")
    time.sleep(1.5)  # the theme scrolls smoothly
    chain = webdriver.ActionChains(page.driver, duration=60)
    chain.move_to_element_with_offset(panel, *start).click_and_hold()
    for move in moves:
        chain.move_by_offset(*move)
    chain.release().perform()


def by_hand(args):
    """The guess is drawn with the mouse: its end, and the whole curve."""
    page = Page(args)
    page.open(LESSONS["00"].as_uri())
    drag(page, (85, 0), (5, 60))
    value = float(page.run("return document.querySelector('#live1-guess').value"))
    check(-15 < value < -3, f"the mouse moves the end, to {value}")
    drag(page, (-110, -10), (60, 20), (60, 30), (60, 20), (60, 10))
    page.shoot("drawn-by-hand")
    page.run("document.querySelector('.live-gate button').click()")
    page.settled()
    time.sleep(1.2)
    page.shoot("drawn-and-true")
    guess = [float(power) for power in page.run(GUESS).split(",")]
    check(len(guess) == 5 and guess == sorted(guess, reverse=True), f"the whole curve is drawn: {guess}")
    said = page.text(".live-said").split("\n")[0]
    check("Over the whole curve: " in said and "on average" in said, "and scored: " + said)
    page.open(LESSONS["00"].as_uri() + page.run("return location.hash"))
    page.settled()
    check(page.text(".live-said").split("\n")[0] == said, "its address leads to the same")
    page.close()


def by_finger(args):
    """The curve is drawn with a finger, on a small screen that stays where it is."""
    page = Page(args, 360, 740)
    page.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True})
    page.open(LESSONS["00"].as_uri())
    time.sleep(1.5)
    page.shoot("gate-360")
    box = "const b = document.querySelector('.live-forward').getBoundingClientRect(); return [b.left, b.top, b.height]"
    left, top, height = page.run(box)
    before = page.run("return scrollY")
    touch(page, "touchStart", left + 60, top + 0.45 * height)
    for step in range(1, 16):
        touch(page, "touchMove", left + 60 + 11 * step, top + (0.45 + 0.02 * step) * height)
    touch(page, "touchEnd")
    check(page.run("return scrollY") == before, "the page does not scroll under the finger")
    page.shoot("drawn-360")
    page.run("document.querySelector('.live-gate button').click()")
    page.settled()
    guess = page.run(GUESS)
    check(len(guess.split(",")) == 5, f"the whole curve is drawn: {guess}")
    page.close()


def touch(page, kind, *place):
    """A finger on the screen; without a place it leaves."""
    points = [{"x": place[0], "y": place[1]}] if place else []
    page.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def by_keys(args):
    """The whole curve is drawn with the keyboard."""
    page = Page(args)
    page.open(LESSONS["00"].as_uri())
    check(page.tab_to("live1-guess"), "Tab leads to the guess")
    page.keys(*[Keys.ARROW_LEFT] * 5)
    page.run("document.querySelector('.live-gate summary').focus()")
    page.keys(Keys.ENTER, Keys.TAB, *[Keys.ARROW_RIGHT] * 3)
    label = page.run("return document.activeElement.labels[0].textContent")
    check(label == "after layer 10: 100" or label.startswith("after layer 10: 10"), "a handle has a name: " + label)
    page.shoot("drawn-by-keys")
    page.run("document.querySelector('.live-gate button').focus()")
    page.keys(Keys.ENTER)
    page.settled()
    guess = page.run(GUESS)
    check(guess == "2,-2,-3,-4,-5", f"the curve is {guess}")
    page.close()


def an_answer(args):
    """A right answer is drawn in the lesson's figure."""
    for number, exercise, answer in (
        ("00", "00-level", "0.05"),
        ("00", "00-rule", "sqrt(2/fanIn)"),
        ("02", "02-limit", "0.1"),
        ("02", "02-growth", "sqrt(10/50)"),
        ("03", "03-xavier", "uniform(sqrt(6/(fanIn+fanOut)))"),
        ("03", "03-treaty", "(fanIn*fanOut)^-0.25"),
        ("03", "03-gain", "1.0825"),
        ("04", "04-leaky", "sqrt(1.6/fanIn)"),
    ):
        drawn(args, number, exercise, answer)


def drawn(args, number, exercise, answer):
    """An answer of one exercise."""
    page = Page(args)
    page.open(LESSONS[number].as_uri(), figure=False)
    part = f"live-check[data-id='{exercise}']"
    page.run(f'document.querySelector("{part}").scrollIntoView({{behavior: "instant"}})')
    page.wait(f'return document.querySelector("{part} input") !== null', "the exercise comes alive")
    page.run(f'document.querySelector("{part} input").focus()')
    page.keys(answer, Keys.ENTER)
    button = f"{part} .live-verdict button"
    found = page.wait(f'return document.querySelector("{button}") !== null', f"{exercise} takes {answer}", 20)
    if not found:
        print("      " + page.text(f"{part} .live-verdict"))
        page.close()
        return
    page.run(f'document.querySelector("{button}").focus()')
    page.keys(Keys.ENTER)
    page.settled()
    time.sleep(1)
    page.shoot(f"answer-{exercise}")
    said = page.text(".live-said").split("\n")[0]
    curve = page.run("return document.querySelector('.live-forward').textContent.includes('your rule')")
    check(curve, f"{exercise}: {answer} is drawn. {said}")
    here = page.run("return document.activeElement.className")
    top = page.run("return document.querySelector('live-figure').getBoundingClientRect().top")
    check(here == "live-question" and -5 < top < 400, f"the focus is on its setting, {top:.0f} pixels from the top")
    page.run("[...document.querySelectorAll('live-figure button')].find(b => b.textContent.startsWith('Back')).click()")
    check(page.run(f'return document.activeElement === document.querySelector("{part} input")'), "and a way back")
    page.close()


def a_rule(args):
    """A rule is typed in the figure itself, by keyboard, and what can be typed for it."""
    page = Page(args)
    page.open(LESSONS["00"].as_uri() + "#live=00&guess=none")
    page.settled()
    check("You said" not in page.text(".live-said"), "without a guess nothing is scored")
    page.run("document.querySelector('.live-more').open = true; document.querySelector('#live1-kind').focus()")
    page.keys(Keys.END)
    shown = "const r = document.querySelector('#live1-r'); return [r.checkVisibility(), r.value]"
    check(page.run(shown) == [True, "1/sqrt(fanIn)"], "it begins as the start before it")
    page.run("const r = document.querySelector('#live1-r'); r.select(); r.focus()")
    page.keys("uniform(sqrt(6.3/fanIn))", Keys.ENTER)
    page.wait("return location.hash.includes('uniform')", "the address says the rule")
    page.settled()
    page.wait("return document.querySelector('.live-said').textContent.startsWith('Goal reached')", "it is level")
    page.run("document.querySelectorAll('live-figure > details').forEach(d => { d.open = true; })")
    check("limit = math.sqrt(6.3 / fan_in)" in page.text("live-figure"), "what to type for it is Python's")
    page.shoot("a-rule")
    page.run("const r = document.querySelector('#live1-r'); r.select(); r.focus()")
    page.keys("uniform(", Keys.ENTER)
    page.wait("return document.querySelector('.live-trouble').textContent !== ''", "a refusal is said")
    check(
        not page.run("return document.querySelector('live-figure pre')?.checkVisibility()"),
        "and nothing is to be typed",
    )
    pale = "return Number(getComputedStyle(document.querySelector('live-figure .live-panels')).opacity)"
    check(page.run(pale) < 0.5, "and the old curves are pale")
    page.shoot("a-rule-refused")
    page.run("const r = document.querySelector('#live1-r'); r.select(); r.focus()")
    page.keys("He", Keys.ENTER)
    page.wait("return document.querySelector('.live-stale') === null", "until the next ones come")
    page.close()


def an_activation(args):
    """The gains of a typed activation, and one of them taken."""
    page = Page(args)
    page.open(LESSONS["00"].as_uri() + "#live=00&guess=none&f=x*sigmoid(1.7*x)")
    page.settled()
    page.wait("return document.querySelector('.live-gains button') !== null", "gains are computed")
    print("      " + page.text(".live-gains"))
    page.run("document.querySelector('.live-gains button').click()")
    page.wait("return /k=1.5\\d+/.test(location.hash)", "the second moment's gain is the knob")
    page.settled()
    page.shoot("an-activation")
    page.close()


def a_nudge(args):
    """Noise upon equal weights makes neurons differ."""
    page = Page(args)
    for k, words in (("0", "1 of 16"), ("0.01", "16 of 16")):
        page.open(LESSONS["01"].as_uri() + f"#live=01&guess=none&kind=noise&k={k}")
        page.settled()
        said = page.text(".live-said")
        check(f"Different neurons in a layer: {words}." in said, f"noise {k}: {words} neurons")
        check("Goal reached" in said, "and it is level")
        check(("Level is not enough" in said) == (k == "0"), "level is not enough for equal neurons only")
    page.shoot("a-nudge")
    page.close()
