"""Sets the course up: makes the Python environment, builds the library, rehearses and registers the kernel.

Each step leaves a stamp, a hash of what it was made from, only when it has succeeded; a step whose stamp still fits is not done again.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.machine import Java, Trouble, build_environment, find_java, find_maven

# What the kernel's virtual machine is started with, in every front end.
JVM_FLAGS = [
    "-Xmx600m",  # with what lives outside the heap this stays under 1 GB, half of what a Binder session has
    "-ea",  # an `assert` in a lesson is checked
    "-Djava.awt.headless=true",  # figures are drawn without a screen
    "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",  # JJava looks inside JShell
]
# From JDK 24 on, loading the native matrix product and mapping memory print warnings into the first cell unless allowed.
JVM_FLAGS_FROM_24 = ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
# An archive that does not fit, after an update of Java for instance, is left aside without a word.
ARCHIVE_FLAGS = ["-Xlog:cds=off", "-Xlog:cds+dynamic=off"]


@dataclass(frozen=True)
class Place:
    """A checkout and the Python environment that serves it."""

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
        """The pinned Python packages."""
        return self.root / "binder" / "requirements.txt"

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
    def kernel_spec(self) -> Path:
        """The folder that jjava installed for its kernel `java`."""
        return self.prefix / "share" / "jupyter" / "kernels" / "java"


# ---------------------------------------------------------------- the four steps


def set_up(place: Place) -> Java:
    """Everything a lesson needs, done once; returns the JDK that runs it."""
    java = find_java()
    if not library_is_fresh(place):
        find_maven(java)  # asked first, for the next step takes a while
    make_environment(place)
    build_library(place, java)
    rehearse(place, java)
    register_kernel(place, java)
    return java


def make_environment(place: Place) -> None:
    """Makes the Python environment and installs the pinned packages."""
    if environment_is_fresh(place):
        return
    stamp = place.prefix / "course-stamp"
    if place.ours:
        new_environment(place.prefix)
    install_packages(place.python, place.requirements)
    if not (place.kernel_spec / "jjava.jar").exists():
        raise Trouble(
            f"The package jjava left no kernel in {place.kernel_spec}: delete {place.prefix.name} and run the same command again."
        )
    settle_jupyter(place)
    stamp.write_text(environment_key(place))


def environment_is_fresh(place: Place) -> bool:
    """Whether the environment holds what the requirements ask for, in this very place."""
    return (
        place.python.exists()
        and (place.kernel_spec / "jjava.jar").exists()
        and stamped(place.prefix / "course-stamp") == environment_key(place)
    )


def new_environment(prefix: Path) -> None:
    """Makes an empty Python environment, in place of whatever was there."""
    check_venv()
    print(f"Making the Python environment {prefix.name}.", flush=True)
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(prefix)]):
        raise Trouble(
            f"The Python environment could not be made: close what runs from {prefix.name}, delete that folder, and run the same command again."
        )


def check_venv() -> None:
    """Refuses a Python that cannot make environments; Debian and Ubuntu pack that part separately."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise Trouble(
            "This Python cannot make an environment: install its venv module ('sudo apt install python3-venv' on Debian and Ubuntu)."
        )


def install_packages(python: Path, requirements: Path) -> None:
    """Installs pinned packages with pip."""
    print("Installing Python packages; the first time takes a minute or two.", flush=True)
    if subprocess.call(
        [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", str(requirements)]
    ):
        raise Trouble(
            f"pip could not install {requirements.parent.name}/{requirements.name} for the reason above: check the network and free disk space, then run the same command again."
        )


def environment_key(place: Place) -> str:
    """What the environment was made from: the requirements, and its place, since environments cannot be moved."""
    return fingerprint(str(place.prefix), place.requirements)


def settle_jupyter(place: Place) -> None:
    """Makes the folder where Jupyter keeps its things, and tells JupyterLab not to ask about news, which need a network."""
    (place.prefix / "jupyter").mkdir(exist_ok=True)
    notice = {"fetchNews": "false", "checkForUpdates": False}
    write(
        place.prefix / "share/jupyter/lab/settings/overrides.json",
        {"@jupyterlab/apputils-extension:notification": notice},
    )


def build_library(place: Place, java: Java) -> None:
    """Compiles and packs the library; formatter, static analysis and tests belong to `course.py test`."""
    if library_is_fresh(place):
        return
    if os.pathsep in str(place.root):
        raise Trouble(
            f"Java cannot read a class path through {place.root}: move the course to a folder without '{os.pathsep}' in its name."
        )
    print("Building the library; the first time downloads what it needs.", flush=True)
    stamp = place.target / "course-stamp"
    stamp.unlink(missing_ok=True)
    shutil.rmtree(place.target / "deps", ignore_errors=True)
    if maven(place, java, "-q", "package", "-DskipTests", silent=True) or not place.jar.exists():
        raise Trouble(
            "Maven could not build the library for the reason above: mend it (or check the network, if it is a download), then run the same command again."
        )
    stamp.write_text(library_key(place))


def library_is_fresh(place: Place) -> bool:
    """Whether the jar was built from the sources as they are now."""
    return place.jar.exists() and stamped(place.target / "course-stamp") == library_key(place)


def library_key(place: Place) -> str:
    """What the library is built from."""
    sources = sorted(path for path in (place.root / "lib/src/main").rglob("*") if path.is_file())
    return fingerprint(*place.root.glob("pom.xml"), *place.root.glob("lib/pom.xml"), *sources)


def rehearse(place: Place, java: Java) -> None:
    """Starts the kernel once and lets Java keep its classes in an archive, from which later kernels start sooner."""
    key, stamp = archive_key(place, java), place.target / "archive-stamp"
    if stamped(stamp) == key:
        return
    try:
        place.archive.unlink(missing_ok=True)
    except OSError:  # on Windows a kernel that runs holds it
        return
    print("Rehearsing the kernel's start.", flush=True)
    register_kernel(place, java)
    command = [str(place.python), str(place.root / "tools" / "rehearsal.py"), str(place.archive)]
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    if subprocess.call(command, env=jupyter_environment(place), **silent):
        print("Java kept no archive of the kernel's classes: lessons work as ever, and start a moment later.")
    stamp.write_text(key)


def archive_key(place: Place, java: Java) -> str:
    """What an archive holds good for: one JDK, one command line, and jars that no one has touched since."""
    jars = [java.home / "lib" / "modules", *sorted((place.target / "deps").glob("*.jar")), place.jar]
    seen = [(str(jar), jar.stat().st_size, jar.stat().st_mtime_ns) for jar in jars if jar.exists()]
    return fingerprint(str(seen), *command_line(place, java))


def register_kernel(place: Place, java: Java) -> None:
    """Rewrites jjava's kernel.json: our JDK and flags, the library on the class path, no launcher in between."""
    wanted = kernel_spec(place, java)
    if registered_kernel(place) != wanted:
        write(place.kernel_spec / "kernel.json", wanted)


def registered_kernel(place: Place) -> object:
    """What kernel.json says now; None if it cannot be read."""
    try:
        return json.loads((place.kernel_spec / "kernel.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def kernel_spec(place: Place, java: Java, archived: bool = True) -> dict:
    """What kernel.json has to say; without the archive for a JDK that did not write it."""
    program, *words = command_line(place, java)
    use = archived and place.archive.exists()
    archive = [f"-XX:SharedArchiveFile={place.archive}", *ARCHIVE_FLAGS] if use else []
    return {
        "argv": [program, *archive, *words],
        "display_name": "Java",
        "language": "java",
        "interrupt_mode": "message",
        "env": {},
        "metadata": {},
    }


def command_line(place: Place, java: Java) -> list[str]:
    """How the kernel is started, but for the archive of its classes."""
    class_path = [place.kernel_spec / "jjava.jar", place.jar, place.target / "deps" / "*"]
    return [
        str(java.program),
        *JVM_FLAGS,
        *(JVM_FLAGS_FROM_24 if java.version >= 24 else []),
        f"-Djava.util.logging.config.file={place.root / 'tools' / 'kernel-logging.properties'}",
        "-cp",
        os.pathsep.join(map(str, class_path)),
        "org.dflib.jjava.distro.JJava",
        "{connection_file}",
    ]


# ---------------------------------------------------------------- small tools


def maven(place: Place, java: Java, *words: str, silent: bool = False) -> int:
    """Runs Maven at the top of the checkout and returns its exit code; a silent run is heard only if it fails."""
    asked = shlex.split(os.environ.get("MAVEN_ARGS", ""))
    command = [find_maven(java), *asked, "-B", *words]
    hearing = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT} if silent else {}
    done = subprocess.run(command, cwd=place.root, env=build_environment(java), text=True, errors="replace", **hearing)
    if silent and done.returncode:
        print(re.sub(r"\x1b\[[0-9;]*m", "", done.stdout).strip(), flush=True)
    return done.returncode


def jupyter_environment(place: Place) -> dict[str, str]:
    """The environment for what we start: everything Jupyter writes stays inside the checkout."""
    kept = {k: v for k, v in os.environ.items() if k not in ("JUPYTER_PATH", "PYTHONPATH", "PYTHONHOME")}
    home = place.prefix / "jupyter"
    inside = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "IPYTHONDIR": "ipython",
    }
    return {**kept, **{name: str(home / folder) for name, folder in inside.items()}, "PYTHONUTF8": "1"}


def fingerprint(*parts: str | Path) -> str:
    """A hash over texts and the contents of files."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode() if isinstance(part, str) else part.as_posix().encode() + part.read_bytes())
        digest.update(b"\0")
    return digest.hexdigest()


def stamped(stamp: Path) -> str | None:
    """What a stamp says; None if there is none."""
    try:
        return stamp.read_text()
    except OSError:
        return None


def write(path: Path, content: dict) -> None:
    """Writes JSON whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    os.replace(fresh, path)
