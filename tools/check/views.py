"""What a reader sees of outputs, as text that can be compared: the view of a picture is its words, never its pixels."""

from __future__ import annotations

import json

from tools.check.notebook import is_kept, joined, without_drawing

PICTURES = ("image/", "application/vnd.vega")  # MIME types that are judged by the words beside them
NOTHING = "(nothing)"


def views(cell: dict, outputs: list[dict]) -> list[dict]:
    """A cell's outputs as a reader sees them: streams in one piece, no counters, nothing transient."""
    found: list[dict] = []
    for view in [view_of(output) for output in outputs if is_kept(cell, output)]:
        if found and view["output_type"] == "stream" and view.get("name") == found[-1].get("name"):
            found[-1]["text"] += view["text"]
        else:
            found.append(view)
    return found


def view_of(output: dict) -> dict:
    """One output as a reader sees it; a picture stands as its kind, for its text is what gets compared."""
    kind = output["output_type"]
    if kind == "stream":
        return {"output_type": kind, "name": output["name"], "text": joined(output["text"])}
    if kind == "error":
        return {"output_type": kind, "text": f"{output['ename']}: {output['evalue']}"}
    data = without_drawing(output)["data"]
    shown = {mime: "a picture" if mime.startswith(PICTURES) else joined(value) for mime, value in data.items()}
    return {"output_type": kind, **shown}


def lines_of(found: list[dict]) -> list[str]:
    """Views as lines of text, each with the kind it belongs to; a file and a kernel may order kinds differently."""
    lines = []
    for view in found:
        for kind, text in sorted(view.items()):
            whole = text if isinstance(text, str) else json.dumps(text, sort_keys=True)
            lines += [f"{kind}: {line}" for line in whole.splitlines() or [""]]
    return lines


def first_difference(before: list[dict], after: list[dict]) -> str:
    """The first line where two lists of views part, each cut to what stands around the difference, or nothing."""
    if before == after:
        return ""
    old, new = lines_of(before), lines_of(after)
    for one, other in zip([*old, NOTHING], [*new, NOTHING]):
        if one != other:
            same = next((at for at, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
            start = max(0, same - 40)
            return f"{one[start : start + 100]!r} became {other[start : start + 100]!r}"
    return f"the lines are the same, how they end is not: the last one is {(old or [NOTHING])[-1][:100]!r}"
