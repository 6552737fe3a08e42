"""Starts the benchmark, which lives in lib/bench and has an environment of its own."""

from __future__ import annotations

from tools import environment
from tools.checkout import Checkout
from tools.machine import Trouble
from tools.processes import run_to_end


def check_that_it_is_here(checkout: Checkout) -> None:
    """Refuses a checkout without the benchmark."""
    folder = checkout.root / "lib" / "bench"
    if not all((folder / name).exists() for name in ("bench.py", "requirements.txt")):
        raise Trouble("There is no benchmark in lib/bench: get the whole course, then run the same command again.")


def run(checkout: Checkout, words: list[str]) -> int:
    """Times the library beside its Python counterpart, on the kernel that set-up registered."""
    folder, other = checkout.root / "lib" / "bench", Checkout(checkout.root, checkout.root / ".venv-bench")
    environment.make_beside(other, folder / "requirements.txt")
    kernels = {"JUPYTER_PATH": str(checkout.prefix / "share" / "jupyter")}
    command = [str(other.python), str(folder / "bench.py"), *words]
    return run_to_end(command, checkout.root, {**environment.jupyter_variables(other), **kernels})
