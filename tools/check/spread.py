"""What blocks of seeds say of one notebook: every quote, prediction and verdict, its spread, and what is luck in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from tools.check.quotes import Quote, number_in

MOST_MOVED = 3.0  # a prediction's number is right within this factor
FEWEST = 8  # blocks that have a spread: a few may well lie on one side of what is quoted


@dataclass(frozen=True)
class Block:
    """What a notebook said under one block of seeds."""

    seed: int
    error: str
    answers: list[str]
    record: list[str]


@dataclass(frozen=True)
class Finding:
    """A line of the table: what is looked at, how it spreads, and what is wrong with it, if anything is."""

    what: str
    spread: str
    wrong: list[str]

    def lines(self) -> list[str]:
        """The finding in lines of text."""
        return [
            f"  {'FAIL' if self.wrong else 'ok  '} {self.what}: {self.spread}",
            *(f"       {w}" for w in self.wrong),
        ]


def findings(quotes: list[Quote], blocks: list[Block]) -> Iterator[Finding]:
    """Everything that blocks of seeds have to agree about; nothing else is asked where a cell fails in one."""
    fails = [f"seeds from {block.seed}: {block.error}" for block in blocks if block.error]
    yield Finding("every cell runs", f"{len(blocks) - len(fails)} of {len(blocks)} blocks", fails)
    whole = [block for block in blocks if not block.error]
    if not whole:
        return
    for number, quote in enumerate(quotes):
        yield of_quote(quote, {block.seed: block.answers[number] for block in whole})
    yield from of_records(whole)


def of_quote(quote: Quote, answers: dict[int, str]) -> Finding:
    """A quote has to be right in every block and, where there are several, to lie inside the spread of all."""
    wrong = [f"seeds from {seed}: {why}" for seed, answer in answers.items() if (why := quote.wrong(answer))]
    what = f"{quote.cell} '{quote.sentence[-60:]}'"
    if quote.is_fact:
        return Finding(what, f"true in {list(answers.values()).count('true')} of {len(answers)} blocks", wrong)
    values = sorted(value for answer in answers.values() if (value := number_in(answer)) is not None)
    if not values:
        return Finding(what, "no value", wrong)
    if quote.number and len(values) >= FEWEST and quote.number.misses(values[0], values[-1]):
        wrong.append(f"{quote.number.value:.6g} lies outside the spread {values[0]:.4g} to {values[-1]:.4g}")
    return Finding(what, spread(values), wrong)


def spread(values: list[float]) -> str:
    """Least, median and greatest of sorted values."""
    return f"min {values[0]:.4g}, median {median(values):.4g}, max {values[-1]:.4g}"


def of_records(blocks: list[Block]) -> Iterator[Finding]:
    """Predictions and verdicts, by what each line of a record is about: its first two words."""
    told = [{" ".join(line.split()[:2]): line.split()[2:] for line in block.record} for block in blocks]
    for what in dict.fromkeys(what for record in told for what in record):
        said = {block.seed: record.get(what, ["nothing"]) for block, record in zip(blocks, told)}
        numbers = [words for words in said.values() if words[0] == "number"]
        yield of_number(what, said) if len(numbers) == len(said) else of_words(what, said)


def of_number(what: str, said: dict[int, list[str]]) -> Finding:
    """A prediction's number may move by as much as its scoring forgives."""
    values = sorted(float(words[1]) for words in said.values())
    still = values[0] == values[-1] or (values[0] > 0 and values[-1] <= MOST_MOVED * values[0])
    still = still or (values[-1] < 0 and values[0] >= MOST_MOVED * values[-1])
    wrong = [] if still else [f"it moves by more than a factor {MOST_MOVED:g}, which is what the scoring forgives"]
    return Finding(what, spread(values), wrong)


def of_words(what: str, said: dict[int, list[str]]) -> Finding:
    """A choice's truth and a verdict are the same everywhere."""
    texts = {seed: " ".join(words) for seed, words in said.items()}
    usual = next(iter(texts.values()))
    wrong = [f"seeds from {seed}: {text!r}, not {usual!r}" for seed, text in texts.items() if text != usual]
    return Finding(what, usual, wrong)
