"""A tab on the course's pages, in headless Chromium or Firefox, and what is noted about them."""

import json
import time
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.keys import Keys

PAGES = Path(__file__).resolve().parents[2] / "target" / "site" / "pages"
LESSONS = {f"0{n}": next(iter(PAGES.glob(f"0{n}-*.html")), None) for n in range(9)}
if not (PAGES / "_static" / "live.js").exists():
    raise SystemExit("There are no live pages in target/site/pages: 'course.py test web site' makes them.")
failures = []


def check(holds, what):
    """Notes whether something holds."""
    print(("ok    " if holds else "FAILS ") + what)
    if not holds:
        failures.append(what)


def chromium(scripts):
    """Chromium without a window, which tells what it asks of a network."""
    options = webdriver.ChromeOptions()
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(flag)
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(options=options)


def firefox(scripts):
    """Firefox without a window."""
    options = webdriver.FirefoxOptions()
    options.add_argument("-headless")
    options.set_preference("javascript.enabled", scripts)
    return webdriver.Firefox(options=options)


class Page:
    """A tab on a page."""

    def __init__(self, args, width=1280, height=800, dark=False, scripts=True, before=""):
        """Opens a browser of this size and shade; before: a script that runs before those of the page."""
        self.width = width
        self.shots = args.shots
        self.chromium = not getattr(args, "firefox", False)
        self.driver = chromium(scripts) if self.chromium else firefox(scripts)
        self.driver.set_script_timeout(60)
        if not self.chromium:
            self.driver.set_window_size(width, height)
            return
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        shade = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": shade})
        if before:
            self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": before})

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

    def tab_to(self, name, most=400):
        """Presses Tab until an element has the focus, from the live figure's place in the page on."""
        self.run(
            "const s = document.createElement('span'); s.tabIndex = -1;"
            "document.querySelector('live-figure').before(s); s.focus()"
        )
        for _ in range(most):
            self.keys(Keys.TAB)
            if self.run("return document.activeElement.id") == name:
                return True
        return False

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
        """Checks what the browser has to say, and that nothing was asked of a network; Firefox does not tell."""
        if not self.chromium:
            self.driver.quit()
            return
        errors = [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]
        check(not errors, f"no error in the console {errors or ''}")
        sent = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        urls = [one["params"]["request"]["url"] for one in sent if one["method"] == "Network.requestWillBeSent"]
        afar = [url[:90] for url in urls if not url.startswith(("file:", "blob:", "data:", "about:"))]
        check(urls and not afar, f"no request of {len(urls)} leaves the page {afar or ''}")
        self.driver.quit()
