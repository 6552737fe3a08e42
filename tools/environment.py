"""The Python environment: made once, whole, with pinned packages; and the variables that Jupyter is started with."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.checkout import Checkout
from tools.files import check_writable, fingerprint, is_writable, stamped, write_json
from tools.machine import Trouble
from tools.ports import is_free


def make(checkout: Checkout) -> None:
    """Makes the Python environment and installs the pinned packages, unless that was done."""
    if is_fresh(checkout):
        return
    if checkout.ours:
        check_writable(checkout.root)
        check_unused(checkout)
        keep_settings(checkout)
        new_environment(checkout.prefix)
    install_packages(checkout.python, checkout.requirements)
    if not (checkout.kernel_folder / "jjava.jar").exists():
        raise Trouble(
            f"The package jjava left no kernel in {checkout.kernel_folder}: "
            f"delete {checkout.prefix.name} and run the same command again."
        )
    silence_news(checkout)
    (checkout.prefix / "course-stamp").write_text(key(checkout.prefix, checkout.requirements))


def is_fresh(checkout: Checkout) -> bool:
    """Whether the environment holds what the requirements ask for, in this very place."""
    return (
        checkout.python.exists()
        and (checkout.kernel_folder / "jjava.jar").exists()
        and stamped(checkout.prefix / "course-stamp") == key(checkout.prefix, checkout.requirements)
    )


def make_beside(other: Checkout, requirements: Path) -> None:
    """Makes an environment of its own, for the benchmark or the pages, without a Java kernel, unless that was done."""
    stamp = other.prefix / "course-stamp"
    if stamped(stamp) == key(other.prefix, requirements):
        return
    new_environment(other.prefix)
    install_packages(other.python, requirements)
    silence_news(other)
    stamp.write_text(key(other.prefix, requirements))


def add_test_packages(checkout: Checkout) -> None:
    """Installs beside a learner's packages what only the tests of the Python side need, unless that was done."""
    stamp = checkout.prefix / "test-stamp"
    wanted = key(checkout.prefix, checkout.test_requirements)
    if stamped(stamp) != wanted:
        install_packages(checkout.python, checkout.test_requirements)
        stamp.write_text(wanted)


def key(prefix: Path, requirements: Path) -> str:
    """What an environment was made from: the requirements, and its place, since environments cannot be moved."""
    return fingerprint(str(prefix), requirements, *requirements.parent.glob("constraints.txt"))


def check_unused(checkout: Checkout) -> None:
    """Refuses to make an environment anew from which a JupyterLab runs, which would lose its kernels and its pages."""
    for home in (checkout.jupyter, checkout.prefix / "jupyter"):
        for note in (home / "runtime").glob("jpserver-*.json"):
            try:
                port = int(json.loads(note.read_text(encoding="utf-8"))["port"])
            except (OSError, ValueError, TypeError, KeyError):
                continue
            if not is_free(port):
                raise Trouble(
                    f"The Python environment {checkout.prefix.name} has to be made anew, and a JupyterLab runs from it "
                    f"on port {port}: save your work there, stop it with Ctrl-C, then run the same command again."
                )


def keep_settings(checkout: Checkout) -> None:
    """Takes the reader's settings out of an environment of an earlier version of the course, which held them."""
    before = checkout.prefix / "jupyter"
    if before.is_dir() and not checkout.jupyter.exists():
        shutil.move(before, checkout.jupyter)


def new_environment(prefix: Path) -> None:
    """Makes an empty Python environment, in place of whatever was there."""
    check_venv()
    print(f"Making the Python environment {prefix.name}.", flush=True)
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(prefix)]):
        raise Trouble(
            f"The Python environment could not be made: close what runs from {prefix.name}, delete that folder, "
            "and run the same command again."
        )


def check_venv() -> None:
    """Refuses a Python that cannot make environments; Debian and Ubuntu pack that part separately."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise Trouble(
            "This Python cannot make an environment: "
            "install its venv module ('sudo apt install python3-venv' on Debian and Ubuntu)."
        )


def install_packages(python: Path, requirements: Path) -> None:
    """Installs pinned packages with pip."""
    asked = f"{requirements.parent.name}/{requirements.name}"
    print(f"Installing the Python packages of {asked}; the first time takes a minute or two.", flush=True)
    pip = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    if subprocess.call([*pip, "-r", str(requirements)]):
        raise Trouble(
            f"pip could not install {asked} for the reason above: "
            "check the network and free disk space, then run the same command again."
        )


def silence_news(checkout: Checkout) -> None:
    """Tells JupyterLab not to ask about news, which need a network."""
    notice = {"fetchNews": "false", "checkForUpdates": False}
    settings = checkout.prefix / "share/jupyter/lab/settings/overrides.json"
    write_json(settings, {"@jupyterlab/apputils-extension:notification": notice})


def jupyter_variables(checkout: Checkout) -> dict[str, str]:
    """The environment variables for what we start: everything Jupyter writes stays inside the checkout.

    Where that cannot be written, as in a lecture room, it is left to the folders in the home folder that Jupyter uses
    by itself; the kernel is that of the environment all the same.
    """
    kept = {k: v for k, v in os.environ.items() if k not in ("JUPYTER_PATH", "PYTHONPATH", "PYTHONHOME")}
    kept |= {"PYTHONUTF8": "1", "JUPYTER_PREFER_ENV_PATH": "1"}
    if not is_writable(checkout.root):
        return kept
    checkout.jupyter.mkdir(exist_ok=True)  # IPython warns of a folder in one that is not there
    inside = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "IPYTHONDIR": "ipython",
    }
    return {**kept, **{name: str(checkout.jupyter / folder) for name, folder in inside.items()}}
