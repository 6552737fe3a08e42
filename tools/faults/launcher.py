"""Faults in course.py: what it tests, how it counts, what it serves, and how it ends."""

from __future__ import annotations

from tools.planting import Fault

COURSE, TESTING, NOTEBOOKS, LIBRARY = "course.py", "tools/testing.py", "tools/notebooks.py", "tools/library.py"
SERVER, PORTS, PROCESSES = "tools/server.py", "tools/ports.py", "tools/processes.py"
STYLE, COUNTING, MUTATION, PLANTING = "tools/style.py", "tools/counts.py", "tools/mutation.py", "tools/planting.py"
PARTS, BOOKS, TESTS = "test_testing.Parts", "test_testing.Notebooks", "test_testing.Library"
SERVES, LOOKS, ENDS = "test_server.Serves", "test_server.Ports", "test_processes.Ends"

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
    # The server and its port
    Fault(SERVER, "0 if -code in (signal.SIGINT, signal.SIGTERM) else code", "0", SERVES, "a lab that crashes exits 0"),
    Fault(
        SERVER,
        "            signal.signal(one, lambda *_: server.terminate())\n",
        "            pass\n",
        SERVES,
        "a closed terminal leaves kernels behind",
    ),
    Fault(
        SERVER,
        "        signal.signal(one, signal.SIG_IGN)  # which",
        "        pass  # which",
        SERVES,
        "a closed terminal kills the server, and its kernels stay",
    ),
    Fault(
        SERVER,
        "0 if fixed else LAST_PORT",
        "0 if not fixed else LAST_PORT",
        LOOKS,
        "a port that was asked for is not held to",
    ),
    Fault(
        SERVER,
        '        "--LanguageServerManager.autodetect=False",',
        "        #",
        LOOKS,
        "each start writes into ~/.npm",
    ),
    Fault(
        COURSE,
        "    set_up(checkout)\n    port = ports.free_port(asked.port)\n",
        "    port = ports.free_port(asked.port)\n    set_up(checkout)\n",
        LOOKS,
        "two first starts choose one port",
    ),
    Fault(
        COURSE,
        "browser=not asked.no_browser",
        "browser=asked.no_browser",
        LOOKS,
        "a browser opens where none is wanted",
    ),
    Fault(
        PORTS,
        "if not 1 <= asked <= HIGHEST_PORT:",
        "if not asked <= HIGHEST_PORT:",
        "test_commands.Commands",
        "port -1 is called taken",
    ),
    Fault(
        PORTS, "HIGHEST_PORT = 65535", "HIGHEST_PORT = 65536", "test_commands.Commands", "port 65536 is called taken"
    ),
    Fault(
        PORTS,
        "            if is_free(port):\n",
        "            if not is_free(port):\n",
        "test_commands.Commands",
        "a taken port is chosen",
    ),
    # How things end
    Fault(
        PROCESSES, "        end(process, heard=", "        print(process, ", ENDS, "a kernel goes on after its command"
    ),
    Fault(
        PROCESSES,
        "process.terminate, process.kill]",
        "process.terminate]",
        ENDS,
        "a child that does not listen goes on",
    ),
    Fault(PROCESSES, "([process.poll] if heard else [])", "[]", ENDS, "Ctrl-C is followed by a kill, and kernels stay"),
    Fault(
        PROCESSES,
        '("SIGTERM", "SIGHUP")',
        '("SIGTERM",)',
        ENDS + " " + SERVES,
        "a closed terminal leaves kernels behind",
    ),
    Fault(PROCESSES, "is not signal.SIG_IGN", "is not None", ENDS + " " + SERVES, "nohup is not heard"),
    Fault(
        PROCESSES,
        'return process.wait(), "".join(lines)',
        'return 0, "".join(lines)',
        "test_processes.Runs",
        "a checker that dies seems to have ended well",
    ),
    Fault(
        PROCESSES,
        "**streams)) as process:\n        return process.wait()",
        "**streams)) as process:\n        return process.wait() * 0",
        "test_processes.Runs",
        "a run that fails exits 0",
    ),
]
