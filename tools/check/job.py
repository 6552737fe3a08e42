"""What is executed, what is then asked of it, and what happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Execution:
    """What happened when a notebook was executed: the outputs of every code cell for each time it ran."""

    outputs: list[list[list[dict]]] = field(default_factory=list)
    error: str = ""
    seconds: float = 0.0
    slowest: tuple[float, int] = (0.0, 0)  # seconds, number of the code cell
    memory: int = 0
    once: float = 0.0  # seconds that the cells took the first time they ran
    first_figure: float | None = None  # seconds from the first cell's start to the first picture, each cell run once
    solved: Execution | None = None  # how the cells went that ran again with solutions put in
    answers: list[str] = field(default_factory=list)  # what the kernel says to the expressions behind quotes
    record: list[str] = field(default_factory=list)  # the lesson's predictions and verdicts

    def cost(self) -> str:
        """Time and memory in a few words."""
        seconds, cell = self.slowest
        figure = "no figure" if self.first_figure is None else f"first figure after {self.first_figure:.1f} s"
        once = f"cells once {self.once:.1f} s, {figure}"
        return f"{self.seconds:.1f} s ({once}), slowest cell {cell} ({seconds:.1f} s), {self.memory >> 20} MB"


# A rule looks at a notebook and its execution, and returns what is wrong, or nothing; its docstring says what it asks.
Rule = Callable[[dict, Execution], list[str]]


@dataclass
class Job:
    """A notebook to execute, every cell `times` times, and the rules that it is then held to."""

    path: Path
    book: dict
    rules: list[Rule]
    times: int = 1
    title: str = ""
    quoted: bool = False  # whether the expressions behind its quotes are evaluated
    solved: dict | None = None  # the same with solutions put in: run afterwards in the same kernel, from the first on
