"""Tests of the launcher and of the notebook checker: what they do, and what they say when something is wrong."""
