"""Degrees that a person says they hold, and when and how they took them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.person.person import read_person
from bot.person.schooling import Degree, degrees_of

AUGUST = date(2025, 8, 10)


def bachelor(text: str) -> Degree:
    return next(d for d in degrees_of(text, AUGUST) if d.rank == 5)


@pytest.mark.parametrize(
    "text",
    [
        "想按本科满五年报，大专毕业就工作了，本科是在职念的，25年3月到手",
        "本科能报吗，我2018年大专毕业，25年3月拿的在职本科",
        "在职本科证25年3月才下来",
    ],
)
def test_a_degree_taken_in_service_is_told_in_any_breath(text):
    assert bachelor(text).in_service
    assert bachelor(text).since == date(2025, 3, 1)


def test_a_degree_spoken_of_twice_stays_as_told_first():
    assert not bachelor("我是全日制本科，2019年本科毕业，在职硕士在读").in_service


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("没学历没证，干了五年", [0]),
        ("没什么文凭", [0]),
        ("没有学历要求吗", []),
        ("没有学历证明能报吗", []),
    ],
)
def test_who_says_that_they_have_no_schooling_has_the_least(text, ranks):
    assert [d.rank for d in degrees_of(text, AUGUST)] == ranks


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("非全日制研究生毕业，读研前一直在上班", True),
        ("研究生毕业，读研期间实习过", True),
        ("我正在读研，明年答辩", False),
        ("读博第二年", False),
    ],
)
def test_who_tells_of_the_time_around_their_study_need_not_be_at_it(text, finished):
    assert degrees_of(text, AUGUST)[0].finished is finished


def test_a_diploma_taken_on_a_day_tells_when_school_was_left():
    person = read_person("硕士，学位证2021年6月拿的，之后一直在做测绘", "", AUGUST, AUGUST)
    assert person.degrees[0].word == "硕士"
    assert person.work is not None
    assert person.work.low == 49
    assert person.held is None
