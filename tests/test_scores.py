"""Marks in several subjects against a bound on each or on their sum."""

from __future__ import annotations

import pytest

from bot.judging.scores import marks_for
from bot.speech.interval import Interval


@pytest.mark.parametrize(
    ("words", "text", "mark"),
    [
        ("两科成绩均达到60分", "笔试72，机考58", 58),
        ("各科不低于50分", "四科是81、47、66、90", 47),
        ("每项不得少于6分", "7、8、6，都够", 6),
        ("合计低于30分", "9、8、7，加起来24", 24),
        ("总分不低于150分", "语文80，数学75", 155),
    ],
)
def test_the_mark_that_decides(words: str, text: str, mark: int) -> None:
    found = marks_for(words, text)
    assert found is not None
    assert found[0].low == found[0].high == mark


def test_a_sum_is_shown_as_worked_out() -> None:
    assert marks_for("总分不低于150分", "语文80，数学75") == (Interval.exactly(155), "80＋75=155")


@pytest.mark.parametrize(
    ("words", "text"),
    [("成绩达到60分", "笔试72，机考58"), ("两科均达到60分", "笔试72"), ("两科均达到60分", "我31岁，笔试72")],
)
def test_one_mark_decides_nothing_of_several(words: str, text: str) -> None:
    assert marks_for(words, text) is None
