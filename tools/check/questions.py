"""Questions that the checker asks a kernel when every cell has run: what quotes rest on, and the lesson's record."""

from __future__ import annotations

import re

from tools.check.job import Execution
from tools.check.quotes import Quote, all_at_once, quotes_of

RECORD = "initlab.lesson.Lesson.record()"


async def answer(client: object, book: dict, done: Execution) -> None:
    """Asks for the value of every expression behind a quote, and for the predictions and verdicts of the lesson."""
    quotes = quotes_of(book)
    whole = await ask(client, all_at_once(quotes)) if quotes else ""
    lines = (whole or "").split("\n")[1:]
    done.answers = lines if len(lines) == len(quotes) else [await alone(client, quote) for quote in quotes]
    done.record = (await ask(client, f'"" + {RECORD}') or "").splitlines()


async def alone(client: object, quote: Quote) -> str:
    """What one expression gives, or why it gives nothing."""
    wrong: list[str] = []
    said = await ask(client, f'"" + {quote.java}', wrong)
    return " ".join(wrong) if said is None else said


async def ask(client: object, expression: str, wrong: list[str] | None = None) -> str | None:
    """What the kernel answers to an expression; nothing if it fails, and then why."""
    from nbclient.exceptions import CellExecutionError  # in the course's environment only
    from nbformat import from_dict

    metadata = {"tags": []}
    cell = {"cell_type": "code", "id": "question", "source": expression, "metadata": metadata, "outputs": []}
    client.nb.cells.append(from_dict({**cell, "execution_count": None}))
    try:
        await client.async_execute_cell(client.nb.cells[-1], len(client.nb.cells) - 1)
        shown = [output["data"]["text/plain"] for output in client.nb.cells[-1].outputs if "data" in output]
        return "".join(shown) if shown else None
    except CellExecutionError as error:
        lines = [line for output in client.nb.cells[-1].outputs for line in output.get("traceback", [])]
        if wrong is not None:
            wrong.append(" ".join(brief("\n".join(lines) or f"{error.ename}: {error.evalue}").split())[:200])
        return None
    finally:
        client.nb.cells.pop()


def brief(text: str) -> str:
    """The first lines of an error, without colours."""
    lines = [line.strip(" |\t") for line in re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines() if line.strip(" |\t")]
    return "\n         ".join(lines[:6])[:600]
