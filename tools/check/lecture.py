"""Rules about what a lecturer gets: minutes, questions and the shortest path of each topic, in a heading's metadata.

`"lecture": {"minutes": 4, "ask": "...", "wrong": "...", "path": 15}`: a topic without a path is in the full deck only.
"""

from __future__ import annotations

from tools.check.job import Execution

PATHS = (15, 45, 90)  # the ways through the course, in minutes
KNOWN = {"minutes", "ask", "wrong", "path"}


def has_topics_for_lecturers(book: dict, done: Execution) -> list[str]:
    """What lecturers get is whole, and fits into their minutes."""
    topics = [(cell.get("id", f"cell {number}"), cell) for number, cell in enumerate(book["cells"]) if is_topic(cell)]
    found = [f"{name}: {wrong}" for name, cell in topics for wrong in faults(cell)]
    return found or too_long([cell["metadata"]["lecture"] for _, cell in topics])


def is_topic(cell: dict) -> bool:
    """Whether a cell says something to lecturers."""
    return "lecture" in cell.get("metadata", {})


def faults(cell: dict) -> list[str]:
    """What is wrong with one topic."""
    topic = cell["metadata"]["lecture"]
    if not isinstance(topic, dict):
        return ['its "lecture" is no object: give {"minutes": 4, "ask": "...", "wrong": "...", "path": 15}']
    found = [f"{key!r} is none of {', '.join(sorted(KNOWN))}" for key in sorted(topic.keys() - KNOWN)]
    if cell["cell_type"] != "markdown" or not cell["source"].lstrip().startswith("#"):
        found.append("it is no markdown cell that begins with a heading")
    if not is_positive(topic.get("minutes")):
        found.append(f"its minutes are {topic.get('minutes')!r}: give a number above 0")
    if "path" in topic and topic["path"] not in PATHS:
        found.append(f"its path is {topic['path']!r}: choose among {', '.join(map(str, PATHS))}, or leave it out")
    if "path" in topic and cell["metadata"].get("slideshow", {}).get("slide_type") != "slide":
        found.append("it has a path and no slide of its own: give it the slide type 'slide'")
    return found + [f"its {key!r} is no text" for key in ("ask", "wrong") if not isinstance(topic.get(key, ""), str)]


def is_positive(value: object) -> bool:
    """Whether it is a number above 0."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value > 0


def too_long(topics: list[dict]) -> list[str]:
    """The paths on which this notebook alone takes more time than the whole path has."""
    sums = {path: sum(topic["minutes"] for topic in topics if topic.get("path", 1000) <= path) for path in PATHS}
    return [
        f"its topics take {taken:g} of the {path} minutes of a path" for path, taken in sums.items() if taken > path
    ]
