"""Conditions on the grade that is applied for."""

from __future__ import annotations

from datetime import date

import pytest

from bot.judging.by_level import applies_for_grade, holds_such_grade
from bot.person.person import read_person

_DAY = date(2026, 4, 10)


@pytest.mark.parametrize(
    ("text", "applies"),
    [("想报电工二级", True), ("想报电工三级", False), ("想报焊工二级", None), ("想报名", None)],
)
def test_the_grades_of_some(text: str, applies: bool | None) -> None:
    assert applies_for_grade("报考电工二级、一级的", text) is applies


@pytest.mark.parametrize(
    ("words", "text", "holds"),
    [
        ("同一职业、同一等级已取得证书的", "有四级证，还能再报四级吗", True),
        ("同一职业、同一等级已取得证书的", "有四级证，能报三级吗", False),
        ("同一职业、同一等级已取得证书的", "有三级证，能报四级吗", False),
        ("已取得同一职业同等级或者更高等级证书的", "有三级证，能报四级吗", True),
        ("已取得同一职业同等级或者更高等级证书的", "没证，能报四级吗", False),
        ("因作弊被停考的", "有四级证，能报四级吗", None),
    ],
)
def test_a_grade_held_already(words: str, text: str, holds: bool | None) -> None:
    assert holds_such_grade(words, read_person(text, "", _DAY, _DAY)) is holds
