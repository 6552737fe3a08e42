"""Where things lie in a checkout of the course."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

FIRST = "notebooks/00-start-here.ipynb"


@dataclass(frozen=True)
class Checkout:
    """A copy of the course and the Python environment that serves it."""

    root: Path
    prefix: Path
    ours: bool = True  # False: the environment was here before us, we only install into it

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        if not self.ours:
            return Path(sys.executable)
        return self.prefix / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def requirements(self) -> Path:
        """The pinned Python packages that every lesson needs."""
        return self.root / "binder" / "requirements.txt"

    @property
    def test_requirements(self) -> Path:
        """The pinned Python packages that only `test` needs."""
        return self.root / "tools" / "requirements.txt"

    @property
    def jupyter(self) -> Path:
        """Where Jupyter keeps the reader's settings; not in the environment, which is made anew from time to time."""
        return self.root / ".jupyter"

    @property
    def target(self) -> Path:
        """Where Maven puts the library."""
        return self.root / "lib" / "target"

    @property
    def jar(self) -> Path:
        """The library that every lesson uses."""
        return self.target / "initlab.jar"

    @property
    def archive(self) -> Path:
        """Where Java keeps the classes of a kernel that has been rehearsed."""
        return self.target / "classes.jsa"

    @property
    def kernel_folder(self) -> Path:
        """The folder that jjava installed for its kernel `java`."""
        return self.prefix / "share" / "jupyter" / "kernels" / "java"
