"""Faults in course.py: what it tests, how it counts, what it serves, and how it ends."""

from __future__ import annotations

from tools.planting import Fault

COURSE, TESTING, NOTEBOOKS, LIBRARY = "course.py", "tools/testing.py", "tools/notebooks.py", "tools/library.py"
STYLE, COUNTING, MUTATION, PLANTING = "tools/style.py", "tools/counts.py", "tools/mutation.py", "tools/planting.py"
PARTS, BOOKS, TESTS = "test_testing.Parts", "test_testing.Notebooks", "test_testing.Library"

FAULTS = [
    # What makes a test run fail
    Fault(COURSE, "counts.passed and not counts.failed else 1", "counts.passed else 1", PARTS, "failing tests exit 0"),
    Fault(COURSE, "0 if counts.passed and not counts", "0 if not counts", PARTS, "testing nothing exits 0"),
    Fault(COURSE, '{counts.failed} failed")', '0 failed")', PARTS, "failures are not told"),
    Fault(COURSE, '(asked.all or part != "jdks")', 'part != "jdks"', PARTS, "--all leaves the other JDKs out"),
    Fault(COURSE, "return 130\n", "return 0\n", PARTS, "tests that were stopped exit 0"),
    Fault(COURSE, "    return 1\n\n\nif __name__", "    return 0\n\n\nif __name__", PARTS, "a refusal exits 0"),
    Fault(TESTING, '    if any(counts) or name == "jdks":', "    if True:", PARTS, "a part without a test passes"),
    Fault(
        TESTING,
        "        return Counts(failed=1)\n\n    def library",
        "        return Counts()\n\n    def library",
        PARTS,
        "a part without a test passes",
    ),
    Fault(
        TESTING,
        "len(result.failures) + len(result.errors)",
        "len(result.failures)",
        "test_testing.Launcher",
        "a test that dies counts as passed",
    ),
    Fault(
        TESTING,
        " + len(result.unexpectedSuccesses)",
        "",
        "test_testing.Launcher",
        "a success against expectation counts as passed",
    ),
    Fault(TESTING, " - len(result.skipped)", "", "test_testing.Launcher", "skipped tests count as passed"),
    Fault(
        TESTING,
        "return added([written, Counts(",
        "return added([Counts(",
        "test_testing.Launcher",
        "nobody looks at what ruff found",
    ),
    Fault(
        TESTING,
        "return added([counts, notebooks.check(self.checkout, variables, german)])",
        "return counts",
        BOOKS,
        "no notebook runs in German",
    ),
    Fault(TESTING, '["--knobs"] if self.all else []', "[]", BOOKS, "--all turns no knob"),
    Fault(TESTING, '[f"--seeds={self.seeds}"]', "[]", BOOKS, "other seeds are held to what is saved"),
    Fault(
        TESTING,
        "notebooks.every(self.checkout))])",
        "notebooks.every(self.checkout)[:1])])",
        "test_testing.Jdks",
        "one notebook runs on other JDKs",
    ),
    Fault(
        TESTING,
        'f"-Djvm={other.program}"',
        'f"-Djvm={self.java.program}"',
        "test_testing.Jdks",
        "the tests run on the same JDK again",
    ),
    Fault(
        TESTING,
        "self.checkout, other, archived=False",
        "self.checkout, self.java, archived=False",
        "test_testing.Jdks",
        "the notebooks run on the same JDK again",
    ),
    Fault(
        COUNTING,
        "sum(one.failed for one in found)",
        "max((one.failed for one in found), default=0)",
        TESTS,
        "some failures are not counted",
    ),
    Fault(
        NOTEBOOKS,
        "        return Counts(failed=1)\n",
        "        return Counts()\n",
        BOOKS,
        "a checker that dies counts as nothing",
    ),
    Fault(NOTEBOOKS, "broken or int(code != 0)", "broken", BOOKS, "a checker that fails after its last word passes"),
    Fault(NOTEBOOKS, ' + sorted((folder / "solutions").glob("*.ipynb"))', "", BOOKS, "solutions are not checked"),
    Fault(NOTEBOOKS, r"(\d+)\s*$", r"(\d+)", BOOKS, "a checker that dies after a line of counts passes"),
    Fault(
        LIBRARY,
        "    if broken and not counts.failed:",
        "    if False:",
        TESTS,
        "a build that fails before its tests passes",
    ),
    Fault(
        LIBRARY,
        'suite.get("failures", 0)) + int(suite.get("errors", 0))',
        'suite.get("failures", 0))',
        TESTS,
        "tests that die count as passed",
    ),
    Fault(LIBRARY, ' - int(suite.get("skipped", 0))', "", TESTS, "skipped tests count as passed"),
    Fault(LIBRARY, '"surefire-reports*"', '"surefire-reports"', TESTS, "the tests of the second locale do not count"),
    Fault(LIBRARY, 'rglob("TEST-*.xml")', 'glob("TEST-*.xml")', TESTS, "nested reports do not count"),
    Fault(LIBRARY, "        shutil.rmtree(folder)\n", "        pass\n", TESTS, "reports of an earlier run count"),
    Fault(STYLE, ".returncode == 0", ".returncode >= 0", "test_testing.Style", "nothing that ruff finds counts"),
    Fault(MUTATION, "0 if all(enough", "0 if any(enough", "test_mutation", "one good room hides the others"),
    Fault(MUTATION, "percent >= LEAST", "percent > 0", "test_mutation", "a room whose tests notice little passes"),
    Fault(
        MUTATION, '"RUN_ERROR")', '"RUN_ERROR", "NO_COVERAGE")', "test_mutation", "code without a test counts as tested"
    ),
    Fault(
        MUTATION,
        'for the reason above", False',
        'for the reason above", True',
        "test_mutation",
        "a room whose faults were never planted passes",
    ),
    Fault(
        MUTATION,
        "    shutil.rmtree(reports, ignore_errors=True)",
        "    pass",
        "test_mutation",
        "what an earlier run found counts",
    ),
    Fault(
        PLANTING,
        "bool(faults) and all(noticed)",
        "bool(faults)",
        "test_planting",
        "faults in the Python side go unnoticed",
    ),
    Fault(PLANTING, "done.returncode != 0", "done.returncode == 0", "test_planting", "every fault seems to be noticed"),
    # What the commands pass on
    Fault(COURSE, '["--save"] if asked.save else []', "[]", "test_course", "what is asked to be saved is not"),
    Fault(
        COURSE,
        "kernel.seeded(checkout, java, asked.seeds)",
        "kernel.seeded(checkout, java, None)",
        "test_course",
        "run shows the usual seeds",
    ),
    Fault(
        COURSE,
        "        notebooks.check_savable(books)\n",
        "        pass\n",
        "test_commands.Commands",
        "a run is lost that cannot be saved",
    ),
    Fault(
        COURSE,
        "    if asked.save and asked.seeds is not None:",
        "    if False:",
        "test_commands.Commands",
        "other seeds are saved",
    ),
    Fault(
        COURSE,
        "Path(sys.prefix), ours=False)",
        "Path(sys.prefix))",
        "test_course",
        "Binder's own environment is emptied",
    ),
    Fault(
        COURSE,
        "return doctor.report(doctor.examine(checkout, ports.USUAL_PORT))",
        "return 0 * doctor.report(doctor.examine(checkout, ports.USUAL_PORT))",
        "test_course",
        "a doctor that finds faults exits 0",
    ),
    Fault(
        COURSE,
        '    if "launcher" in parts:',
        '    if "jdks" in parts:',
        "test_course",
        "ruff is not there when it is asked",
    ),
    Fault(
        NOTEBOOKS,
        "is_writable(book) and is_writable(book.parent)",
        "book.exists()",
        "test_commands.Commands",
        "a run is lost that cannot be saved",
    ),
]
