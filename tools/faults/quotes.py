"""Faults in what ties prose to what was measured, in luck, and in the rules that came with them."""

from __future__ import annotations

from tools.planting import Fault

NUMBERS, QUOTES, TIES = "tools/check/numbers.py", "tools/check/quotes.py", "tools/check/ties.py"
ASKS, SPREAD, LUCK, PACE = "tools/check/questions.py", "tools/check/spread.py", "tools/luck.py", "tools/check/pace.py"
CALLS, LECTURE, LINKS, COMMANDS = (f"tools/check/{name}.py" for name in ("calls", "lecture", "links", "commands"))
RULES, EXECUTE, TESTING = "tools/check/rules.py", "tools/check/execute.py", "tools/testing.py"
RUNNING, ASKED = "test_running.Cells", "test_rules.HouseRules"

FAULTS = [
    # Numbers
    Fault(NUMBERS, "(?<![\\w.,)}])[-", "[-", "test_numbers", "the end of a range is taken for a negative number"),
    Fault(NUMBERS, '- (2 if found["percent"] else 0)', "", "test_numbers", "86 % is 86"),
    Fault(NUMBERS, 'replace(",", "")', 'replace(";", "")', "test_numbers", "thousands end the check in a traceback"),
    Fault(NUMBERS, 'replace("\\u2212", "-")', 'replace("\\u2212", "")', "test_numbers", "a minus sign is lost"),
    Fault(NUMBERS, ">= 100 else 0", ">= 1 else 0", "test_numbers", "90 may be 100"),
    Fault(NUMBERS, "0.7, True, words", "2.0, True, words", "test_numbers", "two decades are forgiven"),
    Fault(NUMBERS, "abs(self.value) / 4, 2 * self.unit", "abs(self.value) / 4, 0", "test_numbers", "about 3 is not 4"),
    Fault(NUMBERS, "abs(self.value) / 4", "abs(self.value)", "test_numbers", "about 3 is 6"),
    Fault(NUMBERS, "low <= measured <= high", "not measured < low", "test_numbers", "what is too large fits"),
    Fault(NUMBERS, "not (alone[0] <= high and", "not (", "test_numbers", "only one end of a spread is looked at"),
    Fault(NUMBERS, "re.IGNORECASE)", "0)", "test_numbers", "a word that begins a sentence says nothing"),
    Fault(NUMBERS, "|no more than|not more than", "", "test_numbers", "no more than 10 is more than 10"),
    # Quotes
    Fault(QUOTES, 'answer == "true" else', 'answer != "false" else', "test_quotes", "a fact that fails is true"),
    Fault(QUOTES, "        if self.inside:\n", "        if False:\n", "test_quotes", "a page shows the comment"),
    Fault(QUOTES, "if not self.is_fact and self.number is None:", "if False:", "test_quotes", "an early traceback"),
    Fault(QUOTES, "(double) (", "(int) (", "test_quotes test_questions", "0.65 is 0"),
    Fault(QUOTES, "if len(done.answers) != len(quotes):", "if False:", "test_quotes", "unasked quotes hold"),
    Fault(ASKS, "if len(lines) == len(quotes) else", "if lines else", "test_questions", "answers go to other quotes"),
    Fault(ASKS, "client.nb.cells.pop()", "pass", "test_questions", "questions are saved in the lesson"),
    Fault(ASKS, '"data" in output]', "output]", "test_questions", "noise ends in a traceback"),
    Fault(EXECUTE, "            if job.quoted:\n", "            if True:\n", "test_executing", "runs wait for answers"),
    Fault(COMMANDS, "other, quoted=True, ", "other, ", "test_checking.Jobs", "no quote is checked"),
    Fault(COMMANDS, "(path), [], quoted=True)", "(path), [])", "test_checking.Measures", "luck has nothing to look at"),
    Fault(RULES, "    quotes_what_was_measured,\n", "", ASKED, "no quote is checked"),
    Fault(RULES, "    ties_what_one_should_see,\n", "", ASKED, "numbers need no tie"),
    Fault(RULES, "    says_an_honest_time,\n", "", ASKED, "an hour is called 25 minutes"),
    Fault(TIES, "if ties < 2:", "if ties < 1:", "test_ties", "one tie is enough"),
    Fault(TIES, 'r"<!--\\1-->", text)', '"", text)', "test_ties", "every number seems loose"),
    Fault(TIES, "excused or TIED.match(behind) or", "TIED.search(behind) or", "test_ties", "settings need ties"),
    Fault(TIES, "(excused and bool(GOES_ON.match(before)))", "excused", "test_ties", "one setting excuses all"),
    Fault(TIES, "if is_a_number(formula[1]) else", "if False else", "test_ties", "a number in maths needs no tie"),
    Fault(TIES, 'bare = LINK.sub(" ; ", bare)', "pass", "test_ties", "the number of a paper needs a tie"),
    Fault(LINKS, 'prose = FORMULA.sub("", ', "prose = (", "test_links", "a function in brackets seems a link"),
    # Luck
    Fault(SPREAD, "MOST_MOVED = 3.0", "MOST_MOVED = 30.0", "test_spread", "a prediction's truth may be anything"),
    Fault(SPREAD, "if text != usual]", "if not text]", "test_spread", "verdicts may flip"),
    Fault(
        SPREAD,
        '{block.error}" for block in blocks if block.error]',
        '" for block in blocks[:0]]',
        "test_spread",
        "a cell may fail under other seeds",
    ),
    Fault(SPREAD, "FEWEST = 8", "FEWEST = 7", "test_spread", "a few blocks make a right number luck"),
    Fault(SPREAD, "quote.number.misses(", "not quote.number.misses(", "test_spread", "a quote may lie anywhere"),
    Fault(SPREAD, "if len(numbers) == len(said) else", "if numbers else", "test_spread", "an early traceback"),
    Fault(LUCK, "BLOCKS, APART = 10, 1000", "BLOCKS, APART = 10, 1", "test_luck", "blocks share their seeds"),
    Fault(LUCK, "{**known, **now, **lucky}", "{**known, **now}", "test_luck", "what is luck is not run again"),
    Fault(LUCK, "Counts(len(found) - wrong, wrong)", "Counts(len(found), 0)", "test_luck", "luck is no failure"),
    Fault(LUCK, "!= now[one.name]]", "== now[one.name]]", "test_luck", "what did not change runs"),
    Fault(
        TESTING,
        "added([counts, self.in_german(books), self.luck(books)])",
        "added([counts, self.in_german(books)])",
        "test_testing.Notebooks",
        "luck is never looked at",
    ),
    Fault(
        TESTING,
        "if self.all else [luck.APART]",
        "if not self.all else [luck.APART]",
        "test_testing.Notebooks",
        "one block is taken for all",
    ),
    Fault(
        "course.py",
        "luck.run(checkout, java, books, luck",
        "luck.run(checkout, java, [], luck",
        "test_luck",
        "no lesson runs",
    ),
    # Other rules
    Fault(
        PACE,
        "AN_EXERCISE = 0.5, 1.0, 0.5, 1.0, 5.0",
        "AN_EXERCISE = 0.5, 1.0, 0.5, 1.0, 0.0",
        "test_pace",
        "exercises take no time",
    ),
    Fault(PACE, "int(said[1]) == due", "int(said[1]) <= due", "test_pace", "an hour is called five minutes"),
    Fault(CALLS, "or not is_one_call(call[1])", "", "test_calls", "a check gives the answer away behind its call"),
    Fault(CALLS, "elif call[2] != book", "elif False and call[2] != book", "test_calls", "another notebook's check"),
    Fault(CALLS, "MOST_IN_THE_FLOW = 2", "MOST_IN_THE_FLOW = 3", "test_calls", "claims interrupt"),
    Fault(CALLS, '"not answered|not done yet", re.IGNORECASE', '"not answered"', "test_calls", "questions stay open"),
    Fault(
        LECTURE, 'topic.get("path", 1000) <= path', 'topic.get("path") == path', "test_lecture", "a path is too long"
    ),
    Fault(LECTURE, "and not isinstance(value, bool)", "", "test_lecture", "true is a number of minutes"),
    Fault(LECTURE, "items() if taken > path", "items() if taken > 2 * path", "test_lecture", "a path is too long"),
    Fault(LINKS, "if not file.exists():", "if not name:", "test_links", "a link leads nowhere"),
    Fault(LINKS, "unquote(target)", "(target)", "test_links", "a file with a blank in its name is not found"),
    Fault(LINKS, "and anchor not in anchors(file)", "and False", "test_links", "a heading is not there"),
    # Times
    Fault(EXECUTE, "if turn == 0:", "if True:", RUNNING, "a notebook seems twice as slow"),
    Fault(
        EXECUTE, "if pictures and done.first_figure is None:", "if pictures:", RUNNING, "the last figure is the first"
    ),
]
