"""The rules that a notebook is held to as it is saved and as it runs: each returns what is wrong, or nothing.

Rules about exercises stand in exercises.py; others have a file of their own, and are in the lists at the end.
"""

from __future__ import annotations

import re
import statistics

from tools.check.calls import checks_by_id, keeps_claims_to_the_end, saves_no_open_question
from tools.check.job import Execution
from tools.check.lecture import has_topics_for_lecturers
from tools.check.links import leads_somewhere
from tools.check.notebook import code_cells, joined, kept_outputs, tagged
from tools.check.pace import says_an_honest_time
from tools.check.quotes import quotes_what_was_measured
from tools.check.ties import ties_what_one_should_see
from tools.check.views import PICTURES, first_difference, lines_of, view_of, views

MEMORY_LIMIT = 700 * 2**20  # a third of what a Binder session has
MOST_LINES, MEDIAN_LINES = 10, 4  # of code in a cell; imports are not counted
BRINGS_CODE = re.compile(
    r"^\s*(%%?(?:maven|jars?|load\w*|classpath|addMavenDependenc\w+|mavenRepo))\b", re.MULTILINE | re.IGNORECASE
)
HASH = r"\b[A-Za-z_$][\w.$]*(?:\[\])?@[0-9a-f]{5,8}\b|\[[A-Z]@[0-9a-f]{5,8}"  # Foo@1b2c3d4e, [D@5e91993f
TIME = r"\b\d{4}-\d\d-\d\d[T ]\d\d:|\b\d\d:\d\d:\d\d\b"
FLEETING = re.compile(rf"{HASH}|\$\$Lambda|{TIME}")


def runs(book: dict, done: Execution) -> list[str]:
    """Runs from top to bottom without an error."""
    return [done.error] if done.error else []


def says_the_same_twice(book: dict, done: Execution) -> list[str]:
    """A cell that is run again says the same."""
    return differences(book, [times[0] for times in done.outputs], [times[-1] for times in done.outputs])


def says_what_is_saved(book: dict, done: Execution) -> list[str]:
    """Fresh outputs equal the saved ones."""
    return differences(book, [cell["outputs"] for cell in code_cells(book)], [times[0] for times in done.outputs])


def differences(book: dict, before: list[list[dict]], after: list[list[dict]]) -> list[str]:
    """Where the outputs of cells differ; cells tagged volatile may."""
    unknown = len(code_cells(book)) - len(after)
    found = [f"not known for the last {unknown} code cells, which did not run"] if unknown else []
    for number, (cell, old, new) in enumerate(zip(code_cells(book), before, after), 1):
        difference = first_difference(views(cell, old), views(cell, new))
        if difference and not tagged(cell, "volatile"):
            found.append(f"code cell {number}: {difference}")
    return found


def stays_small(book: dict, done: Execution) -> list[str]:
    """The kernel stays under its memory limit."""
    if not done.memory:
        return ["the kernel's memory is not known: no cell ran to its end"]
    if done.memory > MEMORY_LIMIT:
        return [f"the kernel took {done.memory >> 20} MB, the limit is {MEMORY_LIMIT >> 20} MB"]
    return []


def is_saved_executed(book: dict, done: Execution) -> list[str]:
    """Is saved executed from 1 to n."""
    counts = [cell.get("execution_count") for cell in code_cells(book)]
    if counts == list(range(1, len(counts) + 1)):
        return []
    return [f"the saved execution counts are {counts}: save it with 'course.py run --save'"]


def names_the_kernel(book: dict, done: Execution) -> list[str]:
    """Names the kernel `java`."""
    name = book.get("metadata", {}).get("kernelspec", {}).get("name")
    return [] if name == "java" else [f"its kernelspec is named {name!r}, not 'java'"]


def brings_no_code(book: dict, done: Execution) -> list[str]:
    """Downloads and loads nothing: the library is on the class path."""
    return [
        f"code cell {n} uses {found[1]}"
        for n, cell in enumerate(code_cells(book), 1)
        for found in BRINGS_CODE.finditer(cell["source"])
    ]


def lines_of_code(source: str) -> int:
    """How many lines a cell has, imports left out: those say where words come from, and are not read."""
    return sum(not line.startswith("import ") for line in source.strip().splitlines())


def has_short_cells(book: dict, done: Execution) -> list[str]:
    """Code cells are short."""
    lengths = [lines_of_code(cell["source"]) for cell in code_cells(book)]
    long = [
        f"code cell {n} has {length} lines, at most {MOST_LINES} are allowed"
        for n, length in enumerate(lengths, 1)
        if length > MOST_LINES
    ]
    median = statistics.median(lengths) if lengths else 0
    if median > MEDIAN_LINES:
        long.append(f"the median code cell has {median} lines, at most {MEDIAN_LINES} are allowed")
    return long


def describes_its_figures(book: dict, done: Execution) -> list[str]:
    """Every figure has words beside it for those who cannot see it."""
    return [
        f"code cell {n} shows a picture without a text/plain twin"
        for n, _, output in kept_outputs(book)
        if any(mime.startswith(PICTURES) for mime in output.get("data", {}))
        and not str(joined(output["data"].get("text/plain", ""))).strip()
    ]


def prints_nothing_fleeting(book: dict, done: Execution) -> list[str]:
    """Outputs hold no time stamps, hash codes or names of lambdas."""
    found = []
    for number, cell, output in kept_outputs(book):
        for line in lines_of([view_of(output)]):
            fleeting = FLEETING.search(line)
            if fleeting and not tagged(cell, "volatile"):
                found.append(f"code cell {number} prints {fleeting[0]!r}")
    return found


def shows_no_error(book: dict, done: Execution) -> list[str]:
    """Is saved without errors, but where one is the lesson (tag raises-exception)."""
    return [
        f"code cell {n} is saved with the error {output['ename']}"
        for n, cell, output in kept_outputs(book)
        if output["output_type"] == "error" and not tagged(cell, "raises-exception")
    ]


RULES = [
    runs,
    says_the_same_twice,
    says_what_is_saved,
    stays_small,
    is_saved_executed,
    names_the_kernel,
    brings_no_code,
    has_short_cells,
    describes_its_figures,
    prints_nothing_fleeting,
    shows_no_error,
    quotes_what_was_measured,
    saves_no_open_question,
    leads_somewhere,
]
RULES_OF_LESSONS = [  # not of their solutions
    ties_what_one_should_see,
    says_an_honest_time,
    checks_by_id,
    keeps_claims_to_the_end,
    has_topics_for_lecturers,
]
