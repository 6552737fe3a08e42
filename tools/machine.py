"""Finds what the course needs and cannot bring itself: a JDK, or every JDK there is, and Maven."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

OLDEST_JAVA = 17
OLDEST_MAVEN = (3, 6, 3)

INSTALL_JDK = {
    "linux": "'sudo apt install openjdk-17-jdk-headless' on Debian and Ubuntu",
    "darwin": "'brew install --cask temurin'",
    "win32": "'winget install EclipseAdoptium.Temurin.21.JDK'",
}
INSTALL_MAVEN = {
    "linux": "'sudo apt install maven' on Debian and Ubuntu",
    "darwin": "'brew install maven'",
    "win32": "'choco install maven' or 'scoop install maven'",
}


class Trouble(Exception):
    """A failure a person can mend: one sentence that names the cause and the cure."""


@dataclass(frozen=True)
class Java:
    """A Java installation as it describes itself."""

    home: Path
    version: int
    is_jdk: bool  # False: only a run-time, which cannot compile for Java 17 or has no JShell

    @property
    def program(self) -> Path:
        """The absolute path of its `java`."""
        return self.home / "bin" / ("java.exe" if os.name == "nt" else "java")


def cure(commands: dict[str, str]) -> str:
    """The usual way to install something on this system."""
    return commands.get(sys.platform, commands["linux"])


def find_java() -> Java:
    """The JDK that JAVA_HOME names, else the one on PATH; the first that can run the course."""
    troubles = []
    for program in java_programs():
        try:
            return checked_java(program)
        except Trouble as trouble:
            troubles.append(trouble)
    if troubles:
        raise troubles[0]
    raise Trouble(f"No Java was found: install a JDK {OLDEST_JAVA} or newer ({cure(INSTALL_JDK)}).")


def java_programs() -> list[str]:
    """Every `java` worth asking, the preferred one first."""
    home = os.environ.get("JAVA_HOME")
    at_home = shutil.which("java", path=str(Path(home) / "bin")) if home else None
    return [program for program in (at_home, shutil.which("java")) if program]


def passed_over(java: Java) -> str:
    """Why the JDK that JAVA_HOME names is not the one that is used, in a sentence; nothing if it is, or names none."""
    home = os.environ.get("JAVA_HOME")
    if not home or Path(home).resolve() == java.home.resolve():
        return ""
    program, reason = shutil.which("java", path=str(Path(home) / "bin")), "There is no bin/java in it."
    try:
        if program and checked_java(program):
            return ""
    except Trouble as trouble:
        reason = str(trouble)
    return f"JAVA_HOME names {home}, which will not do, so the JDK in {java.home} is used instead. {reason}"


def checked_java(program: str) -> Java:
    """Asks a `java` what it is, and refuses one that is too old or that is not a JDK."""
    java = ask_java(program)
    if java.version < OLDEST_JAVA:
        raise Trouble(
            f"The Java at {program} is version {java.version}, too old: "
            f"install a JDK {OLDEST_JAVA} or newer ({cure(INSTALL_JDK)}) and set JAVA_HOME to its folder."
        )
    if not java.is_jdk:
        raise Trouble(
            f"The Java at {program} only runs programs, for it lacks the compiler or the module jdk.jshell: "
            f"install a full JDK {OLDEST_JAVA} or newer ({cure(INSTALL_JDK)})."
        )
    return java


def ask_java(program: str) -> Java:
    """What a `java` says of itself: one call answers version, home and modules.

    Debian's run-time has the modules of a JDK too; what it lacks is `javac`, and the classes of older Javas, by which
    `javac --release` compiles.
    """
    said = output_of([program, "-XshowSettings:properties", "--list-modules"])
    if "java.version =" not in said:  # Java 8 does not know --list-modules
        said = output_of([program, "-XshowSettings:properties", "-version"])
    version = re.search(r"java\.specification\.version = (?:1\.)?(\d+)", said)
    home = re.search(r"java\.home = (.+)", said)
    if not version or not home:
        raise Trouble(
            f"The Java at {program} does not start: install a JDK {OLDEST_JAVA} or newer ({cure(INSTALL_JDK)})."
        )
    folder = Path(home[1].strip())
    compiles = shutil.which("javac", path=str(folder / "bin")) is not None and (folder / "lib" / "ct.sym").exists()
    return Java(folder, int(version[1]), compiles and "jdk.jshell@" in said)


def installed_javas() -> list[Java]:
    """Every JDK on this machine that can run the course, the preferred one first, each once."""
    found: dict[Path, Java] = {}
    for program in [*java_programs(), *javas_in_usual_places()]:
        try:
            java = checked_java(program)
        except Trouble:  # too old, only a run-time, or broken: the course does not run on it
            continue
        found.setdefault(java.home.resolve(), java)
    return list(found.values())


def javas_in_usual_places() -> list[str]:
    """The `java` of every folder where this system's installers put JDKs."""
    homes = sorted(home for folder, pattern in usual_places() for home in folder.glob(pattern))
    return [program for home in homes if (program := shutil.which("java", path=str(home / "bin")))]


def usual_places() -> list[tuple[Path, str]]:
    """Folders with JDKs, each with the pattern of the JDKs' homes in it."""
    mine = [(Path.home() / ".jdks", "*"), (Path.home() / ".sdkman/candidates/java", "*")]
    if sys.platform == "darwin":
        tops = (Path("/"), Path.home())
        return [(top / "Library/Java/JavaVirtualMachines", "*/Contents/Home") for top in tops] + mine
    if os.name == "nt":
        makers = ("Java", "Eclipse Adoptium", "Microsoft", "Zulu", "BellSoft", "Amazon Corretto")
        return [(Path(os.environ.get("PROGRAMFILES", "C:/Program Files")) / maker, "*") for maker in makers] + mine
    return [(Path("/usr/lib/jvm"), "*"), (Path("/usr/java"), "*"), (Path("/opt/java"), "*"), *mine]


def find_maven(java: Java) -> str:
    """The path of a Maven that is new enough."""
    program = shutil.which("mvn")
    if not program:
        raise Trouble(f"Maven was not found: install it ({cure(INSTALL_MAVEN)}).")
    version = re.search(r"Apache Maven (\d+)\.(\d+)(?:\.(\d+))?", output_of([program, "-v"], build_environment(java)))
    if not version or tuple(int(part or 0) for part in version.groups()) < OLDEST_MAVEN:
        found = version[0] if version else "no Apache Maven"
        raise Trouble(
            f"The Maven at {program} is {found}: "
            f"install Maven {'.'.join(map(str, OLDEST_MAVEN))} or newer ({cure(INSTALL_MAVEN)})."
        )
    return program


def build_environment(java: Java) -> dict[str, str]:
    """Our environment, with the chosen JDK and without MAVEN_ARGS, which only Maven 3.9 reads: we pass it on."""
    return {**{k: v for k, v in os.environ.items() if k != "MAVEN_ARGS"}, "JAVA_HOME": str(java.home)}


def output_of(command: list[str], environment: dict[str, str] | None = None) -> str:
    """What a command prints, on either stream; nothing if it cannot be started."""
    try:
        done = subprocess.run(
            command,
            env=environment,
            text=True,
            errors="replace",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout
