"""Opens the packed library in headless Chromium, in a page from a disk, and compares its numbers with the JVM's.

    mvn -P web package && python3 web/test/browser.py [--firefox]

needs selenium (requirements.txt), a browser and its driver; the JVM's numbers are in target/witness.json. ReLU nets
must agree to the last bit, all other numbers to 1e-12 of their size, sentences to the letter; once in WebAssembly and
once in JavaScript. Then it measures. It says how many checks failed, and ends with 1 if one did.
"""

import argparse
import json
import math
import statistics
import subprocess
import sys
from pathlib import Path

from selenium import webdriver

WEB = Path(__file__).resolve().parent.parent
MADE = WEB / "target" / "page"
TOLERANCE = 1e-12

# The policy of the course's pages, and what a page needs for the library beside it.
POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; worker-src blob:;"
    " img-src 'self' data:; connect-src 'self'"
)
PAGE = f"""<!doctype html><meta charset="utf-8"><title>library</title>
<meta http-equiv="Content-Security-Policy" content="{POLICY}"><script src="live.js"></script>
<script src="try.js"></script>"""

# A page's own script, since Firefox runs those of a driver beside the page: texts alone pass between the two.
TRY = """
const libraries = {};
const special = (x) => (typeof x === "number" && !Number.isFinite(x) ? { special: String(x) } : x);
const plain = (key, value) => (value instanceof Float64Array ? Array.from(value, special) : special(value));
async function tried(engine, call, args) {
  try {
    const { ask } = await (libraries[engine] ??= initlab.open(engine));
    const start = performance.now();
    try {
      const value = await ask(call, ...JSON.parse(args));
      return JSON.stringify([value ?? null, performance.now() - start, null], plain);
    } catch (refused) {
      return JSON.stringify([null, performance.now() - start, refused.message]);
    }
  } catch (failed) {
    return JSON.stringify([null, 0, "the page: " + failed.message]);
  }
}
async function opened(engine) {
  const start = performance.now();
  const library = await initlab.open(engine);
  library.end();
  return JSON.stringify([library.engine, performance.now() - start]);
}
"""

RUN = """const done = arguments[arguments.length - 1], page = window.wrappedJSObject ?? window;
    page[arguments[0]](arguments[1], arguments[2], arguments[3]).then(done);"""


class Browser:
    """A tab with the library in it."""

    def __init__(self, name: str) -> None:
        """Starts the browser, without a window."""
        if name == "firefox":
            options = webdriver.FirefoxOptions()
            options.add_argument("-headless")
            self.driver = webdriver.Firefox(options=options)
        else:
            options = webdriver.ChromeOptions()
            for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
                options.add_argument(flag)
            self.driver = webdriver.Chrome(options=options)
        self.driver.set_script_timeout(600)

    def open(self) -> None:
        """A fresh page."""
        self.driver.get((MADE / "try.html").as_uri())

    def engine(self, wanted: str) -> tuple[str, float]:
        """What the library really runs in, and the milliseconds until it does."""
        return tuple(json.loads(self.driver.execute_async_script(RUN, "opened", wanted)))

    def ask(self, engine: str, call: str, *arguments: object) -> tuple[object, float, str | None]:
        """The value, the milliseconds, and the sentence of a refusal."""
        return tuple(json.loads(self.driver.execute_async_script(RUN, "tried", engine, call, json.dumps(arguments))))


def number(x: object) -> object:
    """NaN and infinity, which JSON has none of."""
    return float(x["special"]) if isinstance(x, dict) and "special" in x else x


def pairs(found: object, expected: object) -> list[tuple[object, object]]:
    """Every number or text found, beside the one expected."""
    if isinstance(expected, dict):
        if set(found) != set(expected):
            return [(sorted(found), sorted(expected))]
        return [pair for key in expected for pair in pairs(found[key], expected[key])]
    if isinstance(expected, list):
        if len(found) != len(expected):
            return [(len(found), len(expected))]
        return [pair for x, y in zip(found, expected, strict=True) for pair in pairs(x, y)]
    return [(number(found), expected)]


def apart(x: object, y: object) -> float:
    """The difference of two numbers as a share of the second; of texts 0 or infinity."""
    if isinstance(x, float | int) and isinstance(y, float | int):
        if x == y or (math.isnan(x) and math.isnan(y)):
            return 0.0
        return abs(x - y) / abs(y) if math.isfinite(y) and math.isfinite(x) and y else math.inf
    return 0.0 if x == y else math.inf


def compare(browser: Browser, engine: str, witness: list[dict]) -> int:
    """Makes every call of the JVM's again; how many checks failed."""
    failed = total = same = 0
    activation = ""
    for entry in witness:
        call, arguments = entry["call"], entry["arguments"]
        if call == "begin":
            activation = arguments[0]["activation"]
        value, _, error = browser.ask(engine, call, *arguments)
        both = pairs(value, entry["result"]) if "result" in entry and error is None else [(error, entry.get("error"))]
        worst = max((apart(x, y) for x, y in both), default=0.0)
        numbers = [(x, y) for x, y in both if isinstance(y, float)]
        total += len(numbers)
        same += sum(apart(x, y) == 0 for x, y in numbers)
        exact = call == "more" and activation == "ReLU"
        if not worst <= (0 if exact else TOLERANCE):
            failed += 1
            bad = max(both, key=lambda pair: apart(*pair))
            print(f"FAILS {engine}: {call} {json.dumps(arguments)[:100]}: off by {worst:.1e}: {bad}")
        else:
            what = f"{activation}, {len(numbers)} numbers: off by {worst:.1e} at most" if call == "more" else call
            print(f"ok    {engine}: {what}")
    print(f"{engine}: {len(witness)} calls, {total} numbers, {same} equal to the last bit; {failed} calls failed")
    return failed


def times(browser: Browser, engine: str) -> None:
    """Opening, a first look of three seeds, and thirty seeds of 50 x 64, batch 32, one start."""
    opened = []
    for _ in range(5):
        browser.open()
        opened.append(browser.engine(engine)[1])
    print(f"{engine}: open after {statistics.median(opened):.0f} ms")
    for activation in ("ReLU", "tanh", "x*sigmoid(1.7*x)"):
        begin, first, all_ = [], [], []
        for turn in range(7):
            request = {
                "activation": activation,
                "width": 64,
                "depth": 50,
                "batch": 32,
                "starts": [f"{1.2 + turn / 100}/sqrt(fanIn)"],
            }
            begin.append(browser.ask(engine, "begin", request)[1])
            looks = [browser.ask(engine, "more", 3)[1] for _ in range(10)]
            first.append(begin[-1] + looks[0])
            all_.append(sum(looks))
        print(
            f"{engine}: {activation}: theory {statistics.median(begin):.0f} ms, first look of 3 seeds with it"
            f" {statistics.median(first):.0f} ms, 30 seeds {statistics.median(all_):.0f} ms"
            f" ({min(all_):.0f} to {max(all_):.0f})"
        )


def main() -> int:
    """All of it; how the process ends."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--firefox", action="store_true", help="Firefox in place of Chromium")
    parser.add_argument("--no-times", action="store_true", help="compare only")
    args = parser.parse_args()
    if not (WEB / "target" / "witness.json").exists():
        raise SystemExit("There are no numbers of the JVM to compare with: 'mvn -P web package' writes them.")
    if subprocess.run([sys.executable, WEB / "pack.py"]).returncode:
        return 1
    (MADE / "try.html").write_text(PAGE, encoding="utf-8")
    (MADE / "try.js").write_text(TRY, encoding="utf-8")
    witness = json.loads((WEB / "target" / "witness.json").read_text(encoding="utf-8"))
    browser = Browser("firefox" if args.firefox else "chromium")
    failed = 0
    try:
        for engine in ("WebAssembly", "JavaScript"):
            browser.open()
            found = browser.engine(engine)[0]
            if found != engine:
                print(f"FAILS {engine}: got {found}")
                failed += 1
            failed += compare(browser, engine, witness)
        if not args.no_times:
            for engine in ("WebAssembly", "JavaScript"):
                times(browser, engine)
    finally:
        browser.driver.quit()
    print(f"{failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
