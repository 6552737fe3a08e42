"""Faults in the rules for notebooks: a notebook passes that is wrong, or one fails that is right."""

from __future__ import annotations

from tools.planting import Fault

RULES, VIEWS, NOTEBOOK = "tools/check/rules.py", "tools/check/views.py", "tools/check/notebook.py"
EXERCISES, KNOBS = "tools/check/exercises.py", "tools/check/knobs.py"
HOUSE, SOLVED, OUTPUTS, READING = "test_rules.HouseRules", "test_exercises", "test_save.Outputs", "test_reading.Reading"
JOBS = "test_checking.Jobs"

FAULTS = [
    # What a notebook is held to
    Fault(RULES, "    says_what_is_saved,\n", "", HOUSE, "saved outputs are no longer compared"),
    Fault(RULES, "    says_the_same_twice,\n", "", HOUSE, "a cell may say something else each time"),
    Fault(RULES, "RULES = [\n    runs,\n", "RULES = [\n", HOUSE, "a notebook that fails half-way passes"),
    Fault(RULES, "    shows_no_error,\n", "", HOUSE, "a lesson is saved with an error in it"),
    Fault(RULES, "    brings_no_code,\n", "", HOUSE, "a lesson may download"),
    Fault(RULES, "done.error] if done.error", "done.error] if not done.error", HOUSE, "errors are taken for success"),
    Fault(
        RULES,
        "times[0] for times in done.outputs], [times[-1]",
        "times[0] for times in done.outputs], [times[0]",
        HOUSE,
        "a cell is compared with itself, and always says the same",
    ),
    Fault(
        RULES,
        'cell["outputs"] for cell in code_cells(book)], [times[0]',
        'cell["outputs"] for cell in code_cells(book)], [times[-1]',
        HOUSE,
        "the second time is compared with what is saved, not the first",
    ),
    Fault(
        RULES,
        'if difference and not tagged(cell, "volatile")',
        'if difference and not cell["metadata"].get("tags")',
        HOUSE,
        "a cell with any tag is excepted from comparison, exercises too",
    ),
    Fault(RULES, "len(code_cells(book)) - len(after)", "0", HOUSE, "cells that did not run count as agreeing"),
    Fault(RULES, "MEMORY_LIMIT = 700 * 2**20", "MEMORY_LIMIT = 1000 * 2**20", HOUSE, "a kernel may outgrow Binder"),
    Fault(RULES, "done.memory > MEMORY_LIMIT", "done.memory > MEMORY_LIMIT << 10", HOUSE, "memory is never too much"),
    Fault(RULES, "    if not done.memory:\n", "    if done.memory < 0:\n", HOUSE, "unknown memory counts as little"),
    Fault(RULES, "list(range(1, len(counts) + 1))", "sorted(counts)", HOUSE, "a notebook saved half executed passes"),
    Fault(RULES, 'if name == "java" else', "if name else", HOUSE, "a notebook asks for a kernel that is not there"),
    Fault(RULES, "length > MOST_LINES\n", "length > MOST_LINES + 1\n", HOUSE, "cells grow"),
    Fault(RULES, "median > MEDIAN_LINES", "median > MEDIAN_LINES + 1", HOUSE, "cells grow"),
    Fault(RULES, "sum(not line.startswith", "sum(line.startswith", HOUSE, "imports are counted, and code is not"),
    Fault(RULES, 'get("text/plain", ""))).strip()', 'get("text/plain", "")))', HOUSE, "a figure's words may be blanks"),
    Fault(RULES, '|{TIME}")', '")', HOUSE, "times of day are saved"),
    Fault(RULES, "[0-9a-f]{5,8}\\b|", "[0-9]{5,8}\\b|", HOUSE, "hash codes are saved"),
    Fault(RULES, "|\\$\\$Lambda|", "|", HOUSE, "names of lambdas are saved"),
    Fault(RULES, "re.MULTILINE | re.IGNORECASE", "re.IGNORECASE", HOUSE, "a download in a second line passes"),
    Fault(
        RULES,
        'output["output_type"] == "error" and not tagged(cell, "raises-exception")',
        'output["output_type"] == "error" and not cell["metadata"].get("tags")',
        HOUSE,
        "any tag excuses a saved error",
    ),
    # What is compared
    Fault(
        VIEWS,
        "\"text\": f\"{output['ename']}: {output['evalue']}\"",
        '"text": output["ename"]',
        HOUSE,
        "errors may change",
    ),
    Fault(
        VIEWS,
        "zip([*old, NOTHING], [*new, NOTHING])",
        "zip(old, new)",
        HOUSE,
        "a lost output is told of as a line's end",
    ),
    Fault(
        VIEWS, "if before == after:", "if lines_of(before)[:1] == lines_of(after)[:1]:", HOUSE, "only first lines count"
    ),
    Fault(
        VIEWS,
        '"a picture" if mime.startswith(PICTURES) else',
        '"a picture" if "/" in mime else',
        HOUSE,
        "nothing is compared",
    ),
    Fault(VIEWS, '{"output_type": kind, **shown}', '{"output_type": kind}', HOUSE, "no text is compared"),
    Fault(
        VIEWS,
        'view["output_type"] == "stream" and view.get("name") == found[-1].get("name")',
        'view["output_type"] == "stream"',
        OUTPUTS,
        "words on stderr are taken for words on stdout",
    ),
    Fault(
        VIEWS,
        'found[-1]["text"] += view["text"]',
        'found[-1]["text"] = view["text"]',
        OUTPUTS,
        "only the last piece counts",
    ),
    Fault(NOTEBOOK, "return not quiet and not", "return quiet or not", OUTPUTS, "progress and noise are compared"),
    Fault(NOTEBOOK, 'output.get("name") == "stderr" and', "", OUTPUTS, "a quiet cell's own words are not compared"),
    Fault(NOTEBOOK, 'if kind != "image/svg+xml"}', "}", OUTPUTS, "a page shows the drawing that has no words"),
    Fault(
        NOTEBOOK,
        '    if book["nbformat"] != 4:',
        '    if book["nbformat"] > 4:',
        READING,
        "an old file ends in a traceback",
    ),
    Fault(
        NOTEBOOK,
        "        if wrong := fault_of(cell):",
        "        if wrong := None:",
        READING,
        "a broken cell ends in a traceback",
    ),
    Fault(NOTEBOOK, "        if not text.strip():", "        if not text:", READING, "an empty file is called no JSON"),
    Fault(NOTEBOOK, "except UnicodeDecodeError:", "except UnicodeEncodeError:", READING, "the wrong cause is named"),
    # Exercises
    Fault(
        EXERCISES,
        "[runs, has_every_solution, is_solved_by_its_solutions]",
        "[runs, has_every_solution]",
        SOLVED,
        "solutions may be wrong",
    ),
    Fault(
        EXERCISES,
        "RULES_WITH_KNOBS = [runs, has_knobs_that_turn, is_solved_by_its_solutions]",
        "RULES_WITH_KNOBS = [runs, has_knobs_that_turn]",
        SOLVED,
        "with other numbers a right answer may be refused",
    ),
    Fault(EXERCISES, "any(text.startswith(RIGHT) for", "any(RIGHT in text for", SOLVED, "any tick counts as right"),
    Fault(EXERCISES, '"solution" not in cell', '"solution" in cell', SOLVED, "an exercise may lack its solution"),
    Fault(EXERCISES, "sorted(answers)", "[]", SOLVED, "a solution may lack its exercise"),
    Fault(EXERCISES, "if right]", "if not right]", SOLVED, "an exercise may be solved from the start"),
    Fault(EXERCISES, 'book["idle knobs"] if', "[] if", SOLVED, "knobs that turn nothing go unseen"),
    Fault(KNOBS, "times != 1 or after == before", "times == 0", SOLVED, "a knob turns other places too"),
    Fault(KNOBS, "book, idle = copy.deepcopy(book), []", "idle = []", SOLVED, "the lesson itself is changed"),
]
