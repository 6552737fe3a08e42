"""Faults in how JupyterLab is served, on which port, and in how what was started ends."""

from __future__ import annotations

from tools.planting import Fault

COURSE, SERVER, PORTS, PROCESSES = "course.py", "tools/server.py", "tools/ports.py", "tools/processes.py"
SERVES, LOOKS, ENDS = "test_server.Serves", "test_server.Ports", "test_processes.Ends"

FAULTS = [
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
