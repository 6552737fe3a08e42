"""Faults in how the notebook checker executes, counts and saves."""

from __future__ import annotations

from tools.planting import Fault

COMMANDS, EXECUTE, MAIN, SAVE = (f"tools/check/{name}.py" for name in ("commands", "execute", "__main__", "save"))
QUESTIONS = "tools/check/questions.py"
COUNTS, JOBS, RUNS = "test_checking.Counts", "test_checking.Jobs", "test_running.Cells"
OUTPUTS, SAVES = "test_save.Outputs", "test_checking.Saves"
EXECUTES = "test_executing.Executes"

FAULTS = [
    Fault(
        COMMANDS,
        "    return all(held)\n",
        "    return any(held)\n",
        COUNTS,
        "one rule that holds hides all that do not",
    ),
    Fault(COMMANDS, "held.count(False)}", "held.count(None)}", COUNTS, "no failure is ever counted"),
    Fault(COMMANDS, "    return not wrong\n", "    return True\n", COUNTS, "every rule holds"),
    Fault(COMMANDS, "'FAIL' if wrong else 'ok  '", "'ok  '", COUNTS, "failures are called ok"),
    Fault(COMMANDS, "results.extend(held)", "results.append(held[0])", COUNTS, "only the first rule counts"),
    Fault(
        COMMANDS,
        ", exercises.is_not_solved_yet]",
        "]",
        JOBS,
        "exercises may be solved already",
    ),
    Fault(
        COMMANDS,
        "    if seeds is not None:\n        asked",
        "    if not seeds:\n        asked",
        JOBS,
        "nothing saved is compared",
    ),
    Fault(
        COMMANDS, "asked.remove(rules.says_what_is_saved)", "asked.clear()", JOBS, "other seeds are not checked at all"
    ),
    Fault(COMMANDS, "asked, times, other,", "asked, 1, other,", JOBS, "no cell runs twice"),
    Fault(COMMANDS, "    if times < 2:", "    if times < 3:", JOBS, "cells that say something else again pass"),
    Fault(COMMANDS, ", solved=answers)", ")", JOBS, "solutions are never put in"),
    Fault(
        COMMANDS, "            held += solutions_hold", "            solutions_hold", COUNTS, "a wrong solution passes"
    ),
    Fault(
        COMMANDS,
        "done.solved or Execution(error=",
        "done.solved or Execution(record=",
        COUNTS,
        "solutions that never ran pass",
    ),
    Fault(
        EXECUTE,
        "run_cells(client, 1, done.solved, first)",
        "run_cells(client, 1, done.solved)",
        EXECUTES,
        "all runs again",
    ),
    Fault(EXECUTE, '        shown.source = cell["source"]', "        pass", EXECUTES, "the stubs run again"),
    Fault(
        EXECUTE,
        "with told(client.nb, done.solved, cell_seconds)",
        "with told(client.nb, done, cell_seconds)",
        EXECUTES,
        "a solution that fails is laid at the lesson's door",
    ),
    Fault(
        COMMANDS,
        "exercises.solved(path) if is_lesson else None",
        "None",
        JOBS,
        "solutions are never tried in their lessons",
    ),
    Fault(COMMANDS, "    if answers and with_knobs:", "    if False:", JOBS, "no knob is ever turned"),
    Fault(
        COMMANDS, "turned(answers, knobs)", "turned(read(path), knobs)", JOBS, "knobs are turned in the unsolved lesson"
    ),
    Fault(COMMANDS, "    if keep and all(held):\n", "    if keep:\n", SAVES, "a failure is saved over a lesson"),
    Fault(
        COMMANDS,
        "        if keep and all(held):",
        "        if all(held):",
        SAVES,
        "a run without --save changes the lesson",
    ),
    Fault(EXECUTE, "AT_ONCE = 2", "AT_ONCE = 20", RUNS, "all kernels start at once and the machine is full"),
    Fault(EXECUTE, "for turn in range(times):", "for turn in range(1):", RUNS, "no cell runs twice"),
    Fault(EXECUTE, "or not cell.source.strip()", "or cell.source.strip()", RUNS, "only empty cells run"),
    Fault(
        EXECUTE,
        "outputs.append(copy.deepcopy(cell.outputs))",
        "outputs = [cell.outputs] * times",
        RUNS,
        "a cell always says the same",
    ),
    Fault(
        EXECUTE,
        "done.memory = max(done.memory, memory_of(client.km.provisioner.pid))",
        "done.memory = memory_of(client.km.provisioner.pid)",
        RUNS,
        "only the last cell's memory counts",
    ),
    Fault(
        EXECUTE,
        "max(done.memory, memory_of(client.km.provisioner.pid))",
        "max(done.memory, memory_of(client.km.provisioner.pid) // 1024)",
        RUNS,
        "memory in kB is held against a limit in bytes",
    ),
    Fault(EXECUTE, "int(record[1]) * 1024", "int(record[1])", RUNS, "memory in kB is held against a limit in bytes"),
    Fault(EXECUTE, 'r"VmHWM:', 'r"VmRSS:', RUNS, "memory that a cell gave back does not count"),
    Fault(
        EXECUTE, "(time.monotonic() - begun) / times", "time.monotonic() - begun", RUNS, "a cell seems twice as slow"
    ),
    Fault(QUESTIONS, "[line.strip", "[][:0] and [line.strip", RUNS, "nothing is told of an error"),
    Fault(
        MAIN,
        "asked.save, asked.cell_seconds) else 1",
        "asked.save, asked.cell_seconds) else 0",
        COUNTS,
        "a failing run exits 0",
    ),
    Fault(MAIN, "asked.seeds, times) else 1", "asked.seeds, times) else 0", COUNTS, "a failing check exits 0"),
    Fault(MAIN, "        return 130\n", "        return 0\n", COUNTS, "a check that was stopped exits 0"),
    Fault(
        MAIN,
        "        print(trouble, file=sys.stderr)\n        return 1\n",
        "        print(trouble, file=sys.stderr)\n        return 0\n",
        "test_reading.Reading",
        "a file that is no notebook passes",
    ),
    Fault(
        MAIN, "(KeyboardInterrupt, asyncio.CancelledError)", "KeyboardInterrupt", COUNTS, "Ctrl-C ends in a traceback"
    ),
    Fault(
        SAVE,
        'cell["execution_count"] = number',
        'cell["execution_count"] = 1',
        OUTPUTS,
        "cells are saved with wrong numbers",
    ),
    Fault(SAVE, "for output in times[-1] if", "for output in times[0][:0] if", OUTPUTS, "no output is saved"),
    Fault(
        SAVE,
        'OF_THE_MACHINE = ("kernelspec", "language_info", "widgets")',
        "OF_THE_MACHINE = ()",
        OUTPUTS,
        "every save differs",
    ),
    Fault(
        SAVE,
        '    kept = without(("transient",), without_drawing(output))',
        "    kept = without_drawing(output)",
        OUTPUTS,
        "what passes is saved",
    ),
    Fault(
        SAVE,
        "        os.replace(beside, path)\n",
        "        path.write_text(text)\n",
        OUTPUTS,
        "a full disk costs a lesson",
    ),
    Fault(SAVE, "        beside.unlink(missing_ok=True)\n", "", OUTPUTS, "half a notebook stays beside the whole"),
    Fault(
        SAVE,
        '"execution_count" in kept else kept',
        '"count" in kept else kept',
        OUTPUTS,
        "outputs are saved with wrong numbers",
    ),
    Fault(
        EXECUTE,
        "await asyncio.shield(task))",
        "await task)",
        "test_running.Cells",
        "Ctrl-C goes on with the next notebook",
    ),
    Fault(
        EXECUTE,
        "endings()):\n            loop",
        "()):\n            loop",
        "test_running.Cells",
        "a kill leaves kernels behind",
    ),
    Fault(
        EXECUTE,
        "within {cell_seconds:g} s",
        "within {cell_seconds:g} min",
        "test_executing",
        "the wrong patience is told",
    ),
    Fault(
        EXECUTE,
        'f"the kernel died at code cell {len(done.outputs) + 1}',
        'f"the kernel died at code cell {len(done.outputs)}',
        "test_executing",
        "the cell before the fault is named",
    ),
    Fault(
        EXECUTE,
        "code_cells(book)[len(done.outputs)], len(done.outputs) + 1",
        "code_cells(book)[0], 1",
        "test_executing",
        "the first cell is blamed",
    ),
    Fault(EXECUTE, "time.monotonic() - start", "start", "test_executing", "times are those of a clock"),
    Fault(EXECUTE, "timeout=cell_seconds,", "timeout=None,", "test_executing", "a stuck cell holds the check for ever"),
    Fault(SAVE, "    validate(fresh)\n", "", "test_executing", "a broken notebook is saved"),
    Fault(SAVE, '("execution", "ExecuteTime")', '("execution",)', "test_executing", "the hour is saved"),
    Fault(
        SAVE,
        'cell["execution_count"], cell["outputs"] = None, []',
        "pass",
        "test_executing",
        "blank cells keep what they said once",
    ),
    Fault(SAVE, "if is_kept(cell, output)]", "]", "test_executing", "progress and noise are saved"),
]
