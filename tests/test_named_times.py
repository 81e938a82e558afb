"""The month and the year that a question names."""

from __future__ import annotations

from datetime import date

import pytest

from bot.speech.named_times import month_named, year_named

DAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("asked", "month"),
    [
        ("11月底报的名，几时考", 11),
        ("5月末申报哪天考", 5),
        ("6月底前考完", None),
        ("3月底考试", None),
        ("4月报名", 4),
    ],
)
def test_the_end_of_a_month_names_it_where_somebody_applies_then(asked, month):
    assert month_named(asked, DAY) == month


@pytest.mark.parametrize(
    ("asked", "year"),
    [
        ("去年评审没通过但今年拿了奖", None),
        ("去年没评上今年还能报吗", None),
        ("前年参加过一次", None),
        ("去年的报名费多少", 2025),
        ("去年收入多少", 2025),
    ],
)
def test_what_happened_to_somebody_names_no_year_of_the_notice(asked, year):
    assert year_named(asked, DAY) == year
