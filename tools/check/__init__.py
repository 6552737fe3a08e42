"""Runs and checks notebooks on the Java kernel; `python -m tools.check --help` says how."""
