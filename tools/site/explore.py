"""The live parts beside the standard figure: where each stands, and the setting that it begins with."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator

# By its id, which begins with the lesson's number: the code cell that it stands under, the part by the name that
# web/page/src/parts.js knows it by, its first setting, and a question where the part's own would say less.
PARTS = {
    "08-plane": {
        "under": "plane-run", "part": "plane",
        "first": {"f": "tanh", "w": 1.2, "b": 0.3, "d": 30, "width": 64},
    },
    "08-functions": {
        "under": "circle-explore", "part": "functions",
        "first": {"f": "tanh", "w": 1.8, "b": 0.22, "d": 10, "width": 64},
    },
    "07-gains": {
        "under": "code-04", "part": "gains",
        "first": {"f": "max(0, x)^2", "g": 1, "d": 20},
    },
    "11-loss": {
        "under": "code-why", "part": "loss",
        "first": {"v": "1000", "s": 5},
    },
    "02-formats": {
        "under": "code-formats-reveal", "part": "formats",
        "first": {"f": "ReLU", "g": 2.83, "d": 150, "width": 32},
        "question": "The weights of ReLU layers of 32 neurons are twice as large as He's, gain 2.83, so that the size "
        "of the signal, 1 at first, doubles in every layer. Activations are stored in FP16, whose largest number is "
        "65,504. At which layer do they overflow?",
    },
}  # fmt: skip

OLD = "This is the still picture: with scripts on, in a newer browser, it asks first, and is measured anew in the page."


def parts(number: str, cells: list[dict], stills: dict[str, dict[str, str]]) -> Iterator[tuple[dict, str]]:
    """Each cell of a lesson under which a part stands, and the part's HTML."""
    for name, setting in PARTS.items():
        if name.startswith(f"{number}-") and name in stills:
            for cell in cells:
                if cell["id"] == setting["under"]:
                    yield cell, part(name, stills[name])


def part(name: str, still: dict[str, str]) -> str:
    """The HTML of one part."""
    return element("live-part", {"id": name, **PARTS[name]}, still["question"], still)


def element(tag: str, setting: dict, question: str, still: dict[str, str]) -> str:
    """The HTML of anything that asks; what stands in it is for readers without scripts."""
    given = html.escape(json.dumps(setting, ensure_ascii=False))
    picture = (
        f'<figure class="live-still">{still["svg"]}<figcaption>{html.escape(still["words"])}</figcaption></figure>'
    )
    asked = f'<p class="live-question">{html.escape(question)}</p>{picture}<p class="live-old">{OLD}</p>'
    return f'<{tag} id="live-{setting["id"]}" data-setting="{given}">{asked}</{tag}>'
