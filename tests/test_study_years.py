"""A condition on the year of study against the year told."""

from __future__ import annotations

from datetime import date

import pytest

from bot.judging.study_years import in_study_year
from bot.person.person import read_person

DAY = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("words", "said", "so"),
    [
        ("一、二年级学生", "我大三", False),
        ("一、二年级学生", "大一那年换过一次，现在大二", True),
        ("二年级及以上的学生", "我大三", True),
        ("三至五年级学生", "我大四", True),
        ("二年级及以上的学生", "我大一", False),
        ("一、二年级学生", "我读研", None),
        ("年级组长", "我大三", None),
    ],
)
def test_the_year_told_is_held_against_those_named(words, said, so):
    assert in_study_year(words, read_person(said, "", DAY, DAY)) is so
