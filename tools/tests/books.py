"""Notebooks for tests, in as few words as possible."""

from __future__ import annotations

import unittest

from tools.check.job import Execution, Rule


def output(text: str, **data: object) -> dict:
    """An output as a kernel gives it."""
    return {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": text, **data}}


def cell(source: str = "1", *outputs: dict, tags: tuple[str, ...] = (), count: int | None = 1) -> dict:
    """A code cell."""
    return {
        "cell_type": "code",
        "source": source,
        "metadata": {"tags": list(tags)},
        "outputs": list(outputs),
        "execution_count": count,
        "id": "a",
    }


def book(*cells: dict) -> dict:
    """A notebook."""
    return {"cells": list(cells), "metadata": {"kernelspec": {"name": "java"}}, "nbformat": 4, "nbformat_minor": 5}


class RuleTest(unittest.TestCase):
    """What the tests of rules have in common."""

    def holds(self, rule: Rule, notebook: dict, done: Execution | None = None) -> None:
        """A rule has no complaint."""
        self.assertEqual(rule(notebook, done), [])

    def breaks(self, rule: Rule, words: str, notebook: dict, done: Execution | None = None) -> None:
        """A rule complains in these words."""
        self.assertRegex("\n".join(rule(notebook, done)), words)

    def execution(self, *times: dict) -> Execution:
        """An execution of one cell, with what it showed each time it ran."""
        return Execution(outputs=[[[shown] for shown in times]])
