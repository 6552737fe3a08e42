"""What a command starts ends with it, however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from unittest import mock

import course
from tools import processes
from tools.tests.sandbox import Sandbox
from tools.tests.waiting import alive, as_in_a_terminal, wait_for

# A child that notes its process and, if it is told to end, that it could end in order; one mark says how often.
CHILD = """import os, pathlib, signal, sys, time
def stop(*_):
    with open("told", "a") as told:
        told.write("x")
    time.sleep(0.6)  # longer than Python itself waits for a child after Ctrl-C
    sys.exit(130)
for one in (signal.SIGTERM, signal.SIGINT):
    signal.signal(one, STOP)
time.sleep(0.2)  # by now whoever started this waits for it
pathlib.Path("child.new").write_text(str(os.getpid()))
pathlib.Path("child.new").rename("child")
print("begun", flush=True)
time.sleep(60)
"""
PARENT = """import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tools import processes
processes.PATIENCE = int(sys.argv[2])
processes.stop_in_order()
try:
    processes.CALL([sys.executable, "child.py"], Path.cwd(), os.environ)
except KeyboardInterrupt:
    sys.exit(130)
"""


class Ends(Sandbox):
    """Signals to a command reach its children, which may end in order."""

    def parent(self, call: str, patience: int = 20, stop: str = "stop") -> tuple[subprocess.Popen, int]:
        """A command with a child, in a session of its own: its process, and the child's number."""
        (self.root / "child.py").write_text(CHILD.replace("STOP", stop))
        words = [sys.executable, "-c", PARENT.replace("CALL", call), str(Path(course.__file__).parent), str(patience)]
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        silent |= {"start_new_session": True, "preexec_fn": as_in_a_terminal}
        process = subprocess.Popen(words, cwd=self.root, **silent)
        self.addCleanup(process.kill)
        wait_for((self.root / "child").exists, 20)
        pid = int((self.root / "child").read_text())
        (self.root / "child").unlink()
        return process, pid

    def test_a_signal_to_the_command_alone_ends_its_child_in_order(self):
        for one, patience in {signal.SIGTERM: 20, signal.SIGHUP: 20, signal.SIGINT: 2}.items():
            for call in ("run_to_end", "run_and_show"):
                process, pid = self.parent(call, patience)
                process.send_signal(one)
                self.assertEqual(process.wait(20), 130, f"{one!r} {call}")
                self.assertFalse(alive(pid))
                self.assertEqual((self.root / "told").read_text(), "x", f"{one!r} {call}")
                (self.root / "told").unlink()

    def test_ctrl_c_in_a_terminal_is_told_once(self):
        process, pid = self.parent("run_to_end")
        os.killpg(process.pid, signal.SIGINT)
        self.assertEqual(process.wait(20), 130)
        self.assertFalse(alive(pid))
        self.assertEqual((self.root / "told").read_text(), "x")

    def test_a_child_that_does_not_listen_is_killed(self):
        process, pid = self.parent("run_to_end", 1, "signal.SIG_IGN")
        process.terminate()
        self.assertEqual(process.wait(20), 130)
        self.assertFalse(alive(pid))

    def test_an_error_meanwhile_ends_the_child_too(self):
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        with self.assertRaises(ValueError), processes.ended(child):
            raise ValueError
        self.assertIsNotNone(child.returncode)

    def test_what_is_ignored_stays_ignored(self):
        for one in (signal.SIGTERM, signal.SIGHUP):
            before = signal.signal(one, signal.SIG_IGN)
            try:
                self.assertNotIn(one, processes.endings())
                signal.signal(one, signal.SIG_DFL)
                self.assertIn(one, processes.endings())
            finally:
                signal.signal(one, before)


class Runs(Sandbox):
    """Exit codes and words come through."""

    def test_exit_codes(self):
        for code in (0, 3):
            words = [sys.executable, "-c", f"print('a'); print('b'); raise SystemExit({code})"]
            silent = {"stdout": subprocess.DEVNULL}
            self.assertEqual(processes.run_to_end(words, self.root, os.environ, **silent), code)
            with mock.patch("builtins.print") as shown:
                self.assertEqual(processes.run_and_show(words, self.root, os.environ), (code, "a\nb\n"))
            self.assertEqual([call.args[0] for call in shown.call_args_list], ["a\n", "b\n"])

    def test_folder_and_variables(self):
        words = [sys.executable, "-c", "import os; print(os.getcwd(), os.environ['MINE'])"]
        with mock.patch("builtins.print"):
            said = processes.run_and_show(words, self.root, {**os.environ, "MINE": "1"})[1]
        self.assertEqual(said, f"{self.root} 1\n")

    def test_words_are_shown_as_they_come(self):
        words = [sys.executable, "-c", "import time; print('now', flush=True); time.sleep(0.5)"]
        times = []
        with mock.patch("builtins.print", lambda *_, **__: times.append(time.monotonic())):
            processes.run_and_show(words, self.root, os.environ)
        self.assertGreater(time.monotonic() - times[0], 0.3)
