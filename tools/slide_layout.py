"""Lays a notebook out on slides: which topics are shown, what stands alone, and what the lecturer is told.

A notebook's own slide types say where a topic begins (`slide`) and what only a reader needs (`skip`). The cell that
begins a topic may carry `lecture` in its metadata: the minutes it takes, what to ask, what goes wrong, and the shortest
path through the course (15, 45 or 90 minutes) that shows it. Everything else follows from what a cell is: words, a
figure, a table or a question each stand alone on a slide; code is left out, but where a cell is tagged `show-code`;
an exercise and its check are a reader's.
"""

from __future__ import annotations

import copy
import re

NO_CODE, SHOW_CODE = "no-code", "show-code"
FOR_READERS = re.compile(
    r"\b(Check\.exercise|Lesson\.(calibration|claims|hint|open|machine))\(|<details>|^## (Exercise|Two exercises)"
)
SAID_TO_READERS = re.compile(
    r"\s*(If the next cell cannot find|It takes about \d+ minutes)[^.]*?(`[^`]*`[^.]*?)*\.(?=\s|$)"
)
ASKED_OF_READERS = re.compile(r" Your guess, [^.<]*, goes into guess\(\)\.")
QUOTES = re.compile(r"<!--[=?].*?-->", re.DOTALL)
LINK = re.compile(r"\]\((\d\d-[\w-]+)\.ipynb\)")


def laid_out(book: dict, path: int | None = None) -> dict:
    """A copy of a notebook as slides; of the topics that a path of so many minutes shows, if one is asked for."""
    shown = copy.deepcopy(book)  # not a word of the notebook itself is changed
    shown["cells"] = [piece for topic in on_path(topics(shown["cells"]), path) for piece in pieces_of(topic)]
    return shown


def minutes(book: dict, path: int | None = None) -> float:
    """How long a lecturer takes for the topics that have their minutes."""
    return sum(lecture(topic[0]).get("minutes", 0) for topic in on_path(topics(book["cells"]), path))


def topics(cells: list[dict]) -> list[list[dict]]:
    """The cells of every topic, which its first one begins."""
    found: list[list[dict]] = []
    for cell in cells:
        if not found or slide_type(cell) == "slide":
            found.append([])
        found[-1].append(cell)
    return found


def on_path(all_topics: list[list[dict]], path: int | None) -> list[list[dict]]:
    """The topics that a path shows, behind the notebook's title, which is the first of them; none if it shows none."""
    if path is None:
        return all_topics
    shown = [topic for topic in all_topics[1:] if lecture(topic[0]).get("path", path + 1) <= path]
    return [all_topics[0], *shown] if shown else []


def lecture(cell: dict) -> dict:
    """What a cell says to a lecturer about the topic that it begins."""
    return cell["metadata"].get("lecture", {})


def slide_type(cell: dict) -> str:
    """What a cell says of itself; '-' where it says nothing."""
    return cell["metadata"].get("slideshow", {}).get("slide_type") or "-"


def pieces_of(topic: list[dict]) -> list[dict]:
    """The slides of a topic, of which the first begins it, with the lecturer's notes behind that one."""
    pieces = [piece for cell in topic if is_shown(cell) for piece in pieces_of_cell(cell)]
    for number, piece in enumerate(pieces):
        piece["metadata"]["slideshow"] = {"slide_type": "subslide" if number else "slide"}
    return pieces[:1] + notes(topic[0]) + pieces[1:]


def is_shown(cell: dict) -> bool:
    """Whether a cell is more than a reader's alone."""
    exercise = "exercise" in cell["metadata"].get("tags", [])
    return slide_type(cell) not in ("skip", "notes") and not exercise and not FOR_READERS.search(text(cell["source"]))


def pieces_of_cell(cell: dict) -> list[dict]:
    """Words as they are, without what is said to readers; of code what came out, one by one."""
    if cell["cell_type"] != "code":
        words = SAID_TO_READERS.sub("", QUOTES.sub("", text(cell["source"])))
        words = LINK.sub(r"](\1.slides.html)", words).strip()
        return [{**cell, "source": words}] if words else []
    is_point = SHOW_CODE in cell["metadata"].get("tags", [])
    beneath = [output for output in cell["outputs"] if is_point and is_plain(output)]
    outputs = [output for output in cell["outputs"] if output.get("data") and output not in beneath]
    code = [{**cell, "outputs": beneath}] if is_point else []
    return code + [alone(cell, output, f"{cell['id']}-out-{n}") for n, output in enumerate(outputs)]


def is_plain(output: dict) -> bool:
    """Whether an output is a line or two of text, which stays beneath the code that is shown."""
    return output.get("name") == "stdout" or set(output.get("data", {})) == {"text/plain"}


def alone(cell: dict, output: dict, name: str) -> dict:
    """One output without its code; a figure as the picture that carries its words."""
    data = {kind: value for kind, value in output["data"].items() if kind != "image/svg+xml"}
    if "image/png" in data:
        data = {kind: value for kind, value in data.items() if kind in ("image/png", "text/plain")}
    data = {kind: ASKED_OF_READERS.sub("", text(value)) if "text" in kind else value for kind, value in data.items()}
    return {**cell, "id": name, "outputs": [{**output, "data": data}], "metadata": {"tags": [NO_CODE]}}


def notes(cell: dict) -> list[dict]:
    """What the lecturer reads beside a topic's first slide, if the notebook says anything."""
    said = lecture(cell)
    lines = [f"**{said['minutes']:g} minutes.**"] if "minutes" in said else []
    lines += [f"Ask: {said['ask']}"] if said.get("ask") else []
    lines += [f"What goes wrong: {said['wrong']}"] if said.get("wrong") else []
    note = {"cell_type": "markdown", "id": f"{cell['id']}-notes", "source": "\n\n".join(lines)}
    return [{**note, "metadata": {"slideshow": {"slide_type": "notes"}}}] if lines else []


def text(source: str | list[str]) -> str:
    """Text that a notebook may hold in lines."""
    return source if isinstance(source, str) else "".join(source)
