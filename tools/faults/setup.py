"""Faults in set-up and in the doctor: the course starts with what is old, broken or another's, or not at all."""

from __future__ import annotations

from tools.planting import Fault

ENVIRONMENT, LIBRARY, KERNEL, MACHINE = (f"tools/{name}.py" for name in ("environment", "library", "kernel", "machine"))
DOCTOR, FONTS, FILES, SETUP = (f"tools/{name}.py" for name in ("doctor", "fonts", "files", "setup"))
SLIDES, LAYOUT, COURSE = "tools/slides.py", "tools/slide_layout.py", "course.py"
BUILDS, MAKES, REGISTERS = "test_building", "test_environment", "test_registration"
FINDS, EVERY, EXAMINES = "test_machine.FindsJava", "test_machine.FindsEveryJava", "test_doctor.Doctor"
STANDS, SHOWS = "test_slides.SlideLayout", "test_slides.Slides"

FAULTS = [
    # The library
    Fault(
        LIBRARY,
        "silent=True) or not checkout.jar",
        "silent=True) and not checkout.jar",
        BUILDS,
        "a failed build goes through",
    ),
    Fault(LIBRARY, '*checkout.root.glob("lib/pom.xml"), ', "", BUILDS, "a changed lib/pom.xml does not build anew"),
    Fault(LIBRARY, '*checkout.root.glob("pom.xml"), ', "", BUILDS, "a changed pom.xml does not build anew"),
    Fault(
        LIBRARY,
        '(checkout.root / "lib/src/main").rglob',
        '(checkout.root / "lib/src/main").glob',
        BUILDS,
        "changed sources do not build anew",
    ),
    Fault(
        LIBRARY,
        '    shutil.rmtree(checkout.target / "deps", ignore_errors=True)\n',
        "",
        BUILDS,
        "old jars stay on the class path",
    ),
    Fault(
        LIBRARY,
        "    checkout.jar.unlink(missing_ok=True)\n",
        "",
        BUILDS,
        "a kernel that runs reads a jar that moves under it",
    ),
    Fault(
        LIBRARY, "    if replaced:\n", "    if not replaced:\n", BUILDS, "nobody says that a kernel has to be restarted"
    ),
    Fault(
        LIBRARY,
        "    stamp.unlink(missing_ok=True)\n",
        "    stamp.write_text(key(checkout))\n",
        BUILDS,
        "a broken build counts as done",
    ),
    Fault(LIBRARY, "    if silent and done.returncode:", "    if False:", BUILDS, "a failed build gives no reason"),
    Fault(LIBRARY, "[find_maven(java), *asked,", "[find_maven(java),", BUILDS, "MAVEN_ARGS is not heard"),
    # The Python environment
    Fault(ENVIRONMENT, "        check_unused(checkout)\n", "", MAKES, "the environment is taken away under a server"),
    Fault(
        ENVIRONMENT,
        "            if not is_free(port):\n",
        "            if is_free(port):\n",
        MAKES,
        "a crashed server stops set-up for ever",
    ),
    Fault(ENVIRONMENT, "        keep_settings(checkout)\n", "", MAKES, "a reader's settings are lost"),
    Fault(
        ENVIRONMENT,
        "str(checkout.jupyter / folder)",
        'str(checkout.prefix / "jupyter" / folder)',
        MAKES,
        "a reader's settings are lost",
    ),
    Fault(ENVIRONMENT, ', *requirements.parent.glob("constraints.txt")', "", MAKES, "newer pins are not installed"),
    Fault(
        ENVIRONMENT,
        "return fingerprint(str(prefix), requirements",
        'return fingerprint("", requirements',
        MAKES,
        "a moved environment counts as whole",
    ),
    Fault(ENVIRONMENT, "        check_writable(checkout.root)\n", "", MAKES, "a folder of another ends in pip's words"),
    Fault(
        ENVIRONMENT,
        '"PYTHONPATH", "PYTHONHOME")',
        '"PYTHONHOME")',
        "test_commands.Commands",
        "a reader's PYTHONPATH reaches Jupyter",
    ),
    Fault(
        ENVIRONMENT,
        '"JUPYTER_RUNTIME_DIR": "runtime",',
        "",
        "test_commands.Commands",
        "Jupyter writes into the home folder",
    ),
    Fault(
        ENVIRONMENT,
        "    if not is_writable(checkout.root):\n        return kept\n",
        "",
        "test_commands.Commands",
        "lab ends in a traceback in a lecture room",
    ),
    Fault(
        ENVIRONMENT, "    if stamped(stamp) != wanted:\n", "    if True:\n", MAKES, "every test run installs packages"
    ),
    # The kernel
    Fault(KERNEL, '"-ea",', '"-da",', REGISTERS, "assertions in lessons are off"),
    Fault(KERNEL, "java.version >= 24", "java.version > 25", REGISTERS, "JDK 25 warns in the first cell"),
    Fault(
        KERNEL,
        "[program, *archive, *more, *words]",
        "[program, *archive, *words, *more]",
        REGISTERS,
        "flags come too late to be heard",
    ),
    Fault(
        KERNEL, "checkout.jar, checkout.target", "checkout.target", REGISTERS, "the library is not on the class path"
    ),
    Fault(
        KERNEL,
        "    if registered(checkout) != wanted:\n",
        "    if not registered(checkout):\n",
        REGISTERS,
        "another JDK is not taken over",
    ),
    Fault(KERNEL, "jar.stat().st_mtime_ns) for jar", "0) for jar", REGISTERS, "an archive outlives its jars"),
    Fault(KERNEL, '"-Xlog:disable")\n', '"-Xlog:disable")[1:]\n', REGISTERS, "no archive is ever written"),
    Fault(
        KERNEL,
        "checkout, java, *writes, archived=False",
        'checkout, java, " ".join(writes), archived=False',
        REGISTERS,
        "a folder with a blank gets no archive",
    ),
    Fault(
        KERNEL,
        "use = archived and checkout.archive.exists()",
        "use = checkout.archive.exists()",
        "test_testing.Jdks",
        "another JDK reads an archive not its own",
    ),
    Fault(KERNEL, "    if seeds is None:\n", "    if not seeds:\n", REGISTERS, "--seeds 0 runs the usual seeds"),
    # Java and Maven
    Fault(
        MACHINE,
        'compiles and "jdk.jshell@" in said',
        '"jdk.jshell@" in said',
        FINDS,
        "Debian's run-time counts as a JDK",
    ),
    Fault(MACHINE, ' and (folder / "lib" / "ct.sym").exists()', "", FINDS, "Debian's run-time counts as a JDK"),
    Fault(MACHINE, 'compiles and "jdk.jshell@" in said', "compiles", FINDS, "a Java without JShell counts as a JDK"),
    Fault(MACHINE, "if java.version < OLDEST_JAVA:", "if java.version <= OLDEST_JAVA:", FINDS, "JDK 17 is refused"),
    Fault(MACHINE, "OLDEST_JAVA = 17", "OLDEST_JAVA = 8", FINDS, "Java 8 is taken"),
    Fault(MACHINE, "(at_home, shutil.which", "(shutil.which", FINDS, "JAVA_HOME is not heard"),
    Fault(
        MACHINE, "OLDEST_MAVEN = (3, 6, 3)", "OLDEST_MAVEN = (3, 5, 0)", BUILDS, "an old Maven fails in its own words"
    ),
    Fault(
        MACHINE,
        "found.setdefault(java.home.resolve(), java)",
        "found.setdefault(java.home, java)",
        EVERY,
        "one JDK is tested twice",
    ),
    Fault(
        SETUP,
        "    if other := passed_over(java):",
        "    if other := None:",
        FINDS,
        "nobody says that JAVA_HOME is passed over",
    ),
    Fault(SETUP, "    fonts.warn(checkout, java)\n", "", "test_fonts.Fonts", "figures fail without a warning"),
    Fault(FONTS, "    if drawn == 0:\n", "    if drawn >= 0:\n", "test_fonts", "missing fonts are not told of"),
    Fault(
        FONTS,
        "fingerprint(str(java.home))",
        'fingerprint("")',
        "test_fonts.Fonts",
        "another JDK without fonts is not told of",
    ),
    Fault(FONTS, 'f"-Duser.home={home}", ', "", "test_fonts.RealJava", "Java remembers fonts that are gone"),
    # The doctor, files, slides
    Fault(DOCTOR, "    return 1 if wrong else 0\n", "    return 0\n", EXAMINES, "a doctor that finds faults exits 0"),
    Fault(
        DOCTOR,
        "bool(finding.complaint) and finding.needed for",
        "bool(finding.complaint) for",
        EXAMINES,
        "a taken port counts as a fault",
    ),
    Fault(DOCTOR, "ROOM_NEEDED = 2**30", "ROOM_NEEDED = 3 * 2**30", EXAMINES, "three times the room is asked for"),
    Fault(
        DOCTOR, "    if not library.is_fresh(checkout):\n", "    if False:\n", EXAMINES, "an old library is called fine"
    ),
    Fault(
        DOCTOR,
        "    if kernel.registered(checkout) != wanted:\n",
        "    if False:\n",
        EXAMINES,
        "another's kernel is called fine",
    ),
    Fault(
        DOCTOR,
        "    if not environment.is_fresh(checkout):\n",
        "    if False:\n",
        EXAMINES,
        "a half made environment is called fine",
    ),
    Fault(
        FILES,
        "part.as_posix().encode() + part.read_bytes()",
        "part.as_posix().encode()",
        BUILDS,
        "changed sources do not build anew",
    ),
    Fault(SLIDES, "escape(figure)", "figure", SHOWS, "a figure's words break the page"),
    Fault(SLIDES, "    read(found[0])\n", "", SHOWS, "a file that is no notebook ends in a traceback"),
    Fault(SLIDES, 'FROM_AFAR.sub("", ', '("" + ', SHOWS, "slides ask the network for a script"),
    Fault(
        SLIDES,
        '"automatic: false")',
        '"automatic: true")',
        SHOWS,
        "formulas in tables lie in pieces",
    ),
    Fault(SLIDES, '"-Dinitlab.lecture=true"', '"-Da=b"', SHOWS, "figures on slides are as small as on a page"),
    Fault(
        SLIDES, "fingerprint(book, checkout.jar)", "fingerprint(book)", SHOWS, "slides show an older library's figures"
    ),
    Fault(SLIDES, "or stamped(stamp) != key", "or False", SHOWS, "slides show an older notebook"),
    Fault(SLIDES, "laid_out(book, path) for", "laid_out(book) for", SHOWS, "a lecture of 15 minutes shows everything"),
    Fault(SLIDES, "f\"{number:02}-{cell['id']}\"", 'cell["id"]', SHOWS, "two slides of a lecture have one id"),
    Fault(
        LAYOUT,
        "    shown = copy.deepcopy(book)",
        "    shown = book",
        STANDS,
        "making slides changes the notebook in hand",
    ),
    Fault(LAYOUT, "not exercise and not FOR", "not FOR", STANDS, "exercises stand on slides"),
    Fault(LAYOUT, ' and not FOR_READERS.search(text(cell["source"]))', "", STANDS, "checks and hints stand on slides"),
    Fault(LAYOUT, "<= path]", "< path]", STANDS, "a path lacks its own topics"),
    Fault(LAYOUT, "path + 1) <=", "path) <=", STANDS, "a path shows what is only in the full deck"),
    Fault(LAYOUT, "if shown else []", "if True else []", STANDS, "a title without a topic stands on a path"),
    Fault(LAYOUT, '"subslide" if number', '"-" if number', STANDS, "two thoughts stand on one slide"),
    Fault(LAYOUT, "= SHOW_CODE in", "= NO_CODE in", STANDS, "code that is the point is left out"),
    Fault(
        LAYOUT, "if is_point and is_plain", "if is_point and not is_plain", STANDS, "shown code loses what it prints"
    ),
    Fault(LAYOUT, 'output.get("name") == "stdout" or', "", STANDS, "what shown code prints is on no slide"),
    Fault(LAYOUT, 'QUOTES.sub("", text(cell["source"]))', 'text(cell["source"])', STANDS, "ties stand on slides"),
    Fault(LAYOUT, "pieces[:1] + notes(topic[0])", "pieces[:1]", STANDS, "a lecturer has no notes"),
]
