"""The anchors of headings."""

from __future__ import annotations


def slug(title: str) -> str:
    """A heading's anchor, as Jupyter names it, so that a link holds in both."""
    return title.replace(" ", "-")
