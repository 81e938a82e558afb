"""Marks that no bracket encloses."""

from __future__ import annotations

import pytest

from corpus import patterns as re
from corpus.conditions.enclosed import marks_outside, parts_outside

MARK = re.compile("、|以及")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("教师、医生以及护士", ["教师", "医生", "护士"]),
        ("教师(小学、中学)、医生(全科以及专科)", ["教师(小学、中学)", "医生(全科以及专科)"]),
        ("教师、医生(全科、专科", ["教师", "医生(全科", "专科"]),
        ("教师、医生)、护士", ["教师、医生)", "护士"]),
        ("、教师、", ["", "教师", ""]),
        ("教师", ["教师"]),
        ("", [""]),
    ],
)
def test_a_text_is_parted_where_no_bracket_encloses_the_mark(text: str, parts: list[str]) -> None:
    assert parts_outside(MARK, text) == parts


def test_each_mark_is_given_with_its_place() -> None:
    assert [m.span() for m in marks_outside(MARK, "甲(乙、丙)以及丁")] == [(6, 8)]
