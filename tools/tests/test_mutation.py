"""How planted faults are judged, room by room."""

from __future__ import annotations

from pathlib import Path
from unittest import mock

import course
from tools import library, mutation, planting
from tools.machine import Java, Trouble
from tools.tests.sandbox import Sandbox


class Rooms(Sandbox):
    """A room is judged by what PIT's table says of it now."""

    def setUp(self):
        super().setUp()
        self.java = Java(self.root, 17, True)
        self.maven: list[tuple[str, ...]] = []
        self.fates: dict[str, list[str] | None] = {}
        self.enterContext(mock.patch.object(library, "maven", self.pretend_to_plant))
        self.enterContext(mock.patch.object(planting, "judge", lambda _: ("tools: 3 of 3 noticed", True)))

    def pretend_to_plant(self, checkout, java, *words: str, silent: bool) -> int:
        """Leaves the table that PIT would leave; no fates for a room: PIT dies."""
        self.assertTrue(silent, "PIT's own report is as long as a book")
        self.maven.append(words)
        reports = next(Path(word.split("=")[1]) for word in words if word.startswith("-DreportsDirectory="))
        fates = self.fates.get(reports.name, ["KILLED"])
        if fates is None:
            return 1
        if fates:
            self.table(reports, fates)
        return 0

    def table(self, folder: Path, fates: list[str]) -> Path:
        """A table as PIT writes it."""
        folder.mkdir(parents=True, exist_ok=True)
        rows = [f"A.java,initlab.A,Mutator,method,{n},{fate},initlab.ATest" for n, fate in enumerate(fates)]
        (folder / "mutations.csv").write_text("\n".join(rows) + "\n")
        return folder / "mutations.csv"

    def judged(self, *rooms: str, classes: str | None = None) -> tuple[int, str]:
        """The exit code, and what is said."""
        with mock.patch("builtins.print") as said:
            code = mutation.run(self.checkout, self.java, list(rooms), classes)
        return code, "\n".join(" ".join(map(str, call.args)) for call in said.call_args_list)

    def test_what_counts_as_noticed(self):
        fates = ["KILLED"] * 5 + ["TIMED_OUT", "MEMORY_ERROR", "RUN_ERROR"] + ["SURVIVED"] + ["NO_COVERAGE"] * 3
        line, enough = mutation.score("nn", self.table(self.root / "a", fates))
        self.assertEqual(line, "nn: 8 of 12 noticed, 67 %; 1 survived, 3 stand where no test comes")
        self.assertFalse(enough)

    def test_how_many_are_enough(self):
        for killed, due in {85: True, 84: False, 100: True, 0: False}.items():
            fates = ["KILLED"] * killed + ["SURVIVED"] * (100 - killed)
            self.assertEqual(mutation.score("nn", self.table(self.root / "a", fates))[1], due, killed)
        self.assertFalse(mutation.score("nn", self.table(self.root / "a", []))[1], "no fault was planted")

    def test_one_room_that_notices_too_little_is_a_failure(self):
        self.assertEqual(self.judged()[0], 0)
        for fates in (["SURVIVED"], None, []):
            self.fates = {"theory": fates}
            self.assertEqual(self.judged()[0], 1, fates)
            self.assertEqual(self.judged("nn", "theory")[0], 1)
            self.assertEqual(self.judged("nn")[0], 0)

    def test_a_room_whose_faults_could_not_be_planted_is_told_of(self):
        self.fates = {"nn": None, "view": []}
        said = self.judged("nn", "view")[1]
        self.assertIn("nn: Maven could not finish", said)
        self.assertIn("view: PIT left no table", said)

    def test_what_an_earlier_run_found_does_not_count(self):
        self.table(self.checkout.target / "pit-reports" / "nn", ["KILLED"])
        self.fates = {"nn": []}
        self.assertEqual(self.judged("nn")[0], 1)

    def test_every_room_is_judged_by_its_own_tests_where_none_is_named(self):
        said = self.judged()[1]
        rooms = ["base", "math", "init", "theory", "nn", "train", "study", "view", "lesson", "ledger"]
        self.assertEqual([*mutation.ROOMS], rooms)
        self.assertEqual([line.split(":")[0] for line in said.splitlines()[-11:]], [*rooms, "tools"])
        for room, words in zip(rooms, self.maven):
            self.assertIn(f"-DtargetClasses=initlab.{room}.*", words)
            self.assertTrue(any(w.startswith(f"-DtargetTests=initlab.{room}.*Test") for w in words), words)

    def test_the_python_side(self):
        self.assertEqual(self.judged("tools")[0], 0)
        self.assertEqual(self.maven, [])
        with mock.patch.object(planting, "judge", lambda _: ("tools: 2 of 3 noticed", False)):
            self.assertEqual(self.judged("tools")[0], 1)
            self.assertEqual(self.judged()[0], 1)

    def test_chosen_classes(self):
        self.judged("nn", classes="*.Race*")
        self.assertIn("-DtargetClasses=*.Race*", self.maven[0])
        for rooms in ((), ("nn", "train"), ("tools",)):
            with self.assertRaisesRegex(Trouble, "Name the one room"):
                mutation.run(self.checkout, self.java, list(rooms), "*.Race*")

    def test_an_unknown_room(self):
        with self.assertRaisesRegex(Trouble, "no room kitchen .*; there are base, math, .*, tools"):
            mutation.run(self.checkout, self.java, ["nn", "kitchen"])
        self.assertEqual(self.maven, [])

    def test_the_command_line(self):
        with mock.patch.object(course, "set_up", return_value=self.java), mock.patch.object(mutation, "run") as run:
            course.main(["mutate", "nn", "--classes", "*.Lsuv*"])
            run.return_value = 1
            self.assertEqual(course.main(["mutate", "nn", "tools"]), 1)
        asked = [call.args[2:] for call in run.call_args_list]
        self.assertEqual(asked, [(["nn"], "*.Lsuv*"), (["nn", "tools"], None)])
