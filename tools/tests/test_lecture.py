"""What lecturers get from a notebook is whole, and fits into their minutes."""

from __future__ import annotations

from tools.check.lecture import has_topics_for_lecturers
from tools.tests.books import RuleTest, book, cell


def topic(source: str = "## A heading", slide: str = "slide", **lecture: object) -> dict:
    """A markdown cell with something for lecturers."""
    given = {"minutes": 4, "ask": "Which?", "wrong": "They think so.", **lecture}
    return {
        "cell_type": "markdown",
        "id": "text-01",
        "source": source,
        "metadata": {"slideshow": {"slide_type": slide}, "lecture": given},
    }


class Lecture(RuleTest):
    """Topics of a lecture."""

    def test_whole_topics(self):
        self.holds(has_topics_for_lecturers, book(topic(), topic(path=15), topic(path=90), cell()))
        self.holds(has_topics_for_lecturers, book(topic(slide="-", minutes=2.5)))
        self.holds(has_topics_for_lecturers, book(topic(minutes=200), topic(path=15, minutes=15)))

    def test_what_is_wrong_with_a_topic(self):
        for words, wrong in {
            "'mins' is none of ask, minutes, path, wrong": topic(mins=3),
            "no markdown cell that begins with a heading": topic("Words."),
            "minutes are None: give a number above 0": topic(minutes=None),
            "minutes are '4'": topic(minutes="4"),
            "minutes are True": topic(minutes=True),
            "minutes are 0": topic(minutes=0),
            "minutes are nan": topic(minutes=float("nan")),
            "path is 30: choose among 15, 45, 90": topic(path=30),
            "path and no slide of its own": topic(path=45, slide="-"),
            "'ask' is no text": topic(ask=3),
            "'wrong' is no text": topic(wrong=["a"]),
        }.items():
            self.breaks(has_topics_for_lecturers, f"^text-01: .*{words}", book(wrong))
        self.breaks(
            has_topics_for_lecturers,
            "cell 0: it is no markdown",
            book({**cell(), "id": "cell 0", "metadata": topic()["metadata"]}),
        )
        bare = {**topic(), "metadata": {"lecture": 4}}
        self.breaks(has_topics_for_lecturers, "is no object", book(bare))

    def test_a_path_has_so_many_minutes(self):
        self.breaks(has_topics_for_lecturers, "take 16 of the 15 minutes", book(topic(path=15, minutes=16)))
        long = book(topic(path=15, minutes=15), topic(path=45, minutes=15.5), topic(path=45, minutes=15))
        self.breaks(has_topics_for_lecturers, "take 45.5 of the 45 minutes", long)
