"""How JupyterLab is started and stopped."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import subprocess
import sys
from pathlib import Path
from unittest import mock

import course
from tools import ports, server
from tools.tests.sandbox import Sandbox
from tools.tests.waiting import alive, as_in_a_terminal, wait_for

# A stand-in for JupyterLab: notes its process, and ends in order when it is told to.
SERVER = """import pathlib, signal, sys, time
def stop(*_):
    pathlib.Path("stopped").touch()
    sys.exit(0)
signal.signal(signal.SIGTERM, stop)
pathlib.Path("started.new").write_text(str(__import__("os").getpid()))
pathlib.Path("started.new").rename("started")
time.sleep(60)
"""
LAB = """import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tools import processes, server
from tools.checkout import Checkout
server.command_line = lambda *_: [sys.executable, "server.py"]
processes.stop_in_order()
sys.exit(server.serve(Checkout(Path.cwd(), Path.cwd()), 8888, False, False))
"""


class Serves(Sandbox):
    """The server's end is the command's end, and it has its time to stop its kernels."""

    def code_of(self, code: int) -> int:
        """What `lab` returns when the server ends with this code, or by this signal if it is negative."""
        ends = f"import os, signal; signal.signal(2, signal.SIG_DFL); os.kill(os.getpid(), {-code})"
        words = [sys.executable, "-c", ends if code < 0 else f"raise SystemExit({code})"]
        handlers = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
        try:
            with (
                mock.patch.object(server, "command_line", lambda *_: words),
                contextlib.redirect_stdout(io.StringIO()),
            ):
                return server.serve(self.checkout, 8888, browser=False, fixed=True)
        finally:
            for one, handler in handlers.items():
                signal.signal(one, handler)

    def test_a_server_that_fails_fails_the_command(self):
        for code, due in {0: 0, 1: 1, 3: 3, -signal.SIGINT: 0, -signal.SIGTERM: 0, -signal.SIGKILL: -9}.items():
            self.assertEqual(self.code_of(code), due)

    def lab(self, prefix: tuple[str, ...] = ()) -> subprocess.Popen:
        """`lab` with the stand-in server, in a session of its own as a terminal has."""
        (self.root / "server.py").write_text(SERVER)
        words = [*prefix, sys.executable, "-c", LAB, str(Path(course.__file__).parent)]
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        silent |= {"start_new_session": True, "preexec_fn": as_in_a_terminal}
        process = subprocess.Popen(words, cwd=self.root, **silent)
        self.addCleanup(process.kill)
        wait_for((self.root / "started").exists, 20)
        return process

    def test_a_closed_terminal_or_a_kill_stops_the_server_in_order(self):
        for one, whole in {signal.SIGHUP: True, signal.SIGTERM: False}.items():
            process = self.lab()
            pid = int((self.root / "started").read_text())
            os.killpg(process.pid, one) if whole else process.send_signal(one)  # a terminal tells all that run in it
            self.assertEqual(process.wait(20), 0)
            self.assertTrue((self.root / "stopped").exists(), f"{one!r} was left to kill the server")
            self.assertFalse(alive(pid))
            (self.root / "stopped").unlink()
            (self.root / "started").unlink()

    def test_who_asks_that_it_outlives_the_terminal_is_heard(self):
        process = self.lab(("/bin/sh", "-c", "trap '' HUP; exec \"$@\"", "nohup"))
        os.killpg(process.pid, signal.SIGHUP)
        with self.assertRaises(subprocess.TimeoutExpired):
            process.wait(0.5)
        process.terminate()
        self.assertEqual(process.wait(20), 0)


class Ports(Sandbox):
    """The port is looked for when it is needed, and not held to where none was asked for."""

    def opened(self, *words: str) -> tuple[list[str], dict]:
        """What `lab` does, in order, and how the server is called."""
        done, asked = [], {}

        def serve(checkout, port: int, **more) -> int:
            asked.update(port=port, **more)
            return 0

        free = lambda port: done.append("looks") or True  # noqa: E731
        with (
            mock.patch.object(course, "set_up", lambda _: done.append("sets up")),
            mock.patch.object(ports, "is_free", free),
            mock.patch.object(server, "serve", serve),
        ):
            self.assertEqual(course.main(["lab", *words]), 0)
        return done, asked

    def test_the_port_is_looked_for_after_set_up_which_may_take_minutes(self):
        done, asked = self.opened()
        self.assertEqual((done[-1], asked), ("looks", {"port": ports.USUAL_PORT, "browser": True, "fixed": False}))
        done, asked = self.opened("--port", "9000", "--no-browser")
        self.assertEqual(done, ["looks", "sets up", "looks"])
        self.assertEqual(asked, {"port": 9000, "browser": False, "fixed": True})

    def test_another_port_is_tried_only_where_none_was_asked_for(self):
        for fixed, words in {True: "--ServerApp.port_retries=0", False: "--ServerApp.port_retries=49"}.items():
            command = server.command_line(self.checkout, 8889, True, fixed)
            self.assertIn(words, command)
            self.assertIn("--ServerApp.port=8889", command)

    def test_what_the_server_is_told(self):
        shown = server.command_line(self.checkout, 8888, True, True)
        hidden = server.command_line(self.checkout, 8888, False, True)
        self.assertEqual([word for word in hidden if word not in shown], ["--no-browser"])
        self.assertIn(f"--ServerApp.root_dir={self.root}", shown)
        self.assertIn("--LabApp.default_url=/lab/tree/notebooks/00-start-here.ipynb", shown)
        self.assertIn("--LanguageServerManager.autodetect=False", shown, "npm would write into the home folder")
        for user, due in {0: True, 1000: False}.items():
            with mock.patch.object(os, "geteuid", lambda user=user: user):
                self.assertEqual("--allow-root" in server.command_line(self.checkout, 1, True, True), due)
