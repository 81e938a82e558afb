"""How long before the event a person asks, against how long before it has to be."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer_parts import ConditionState
from bot.speech.lead_time import LeadTime, hour_told, judge_lead, lead_told

TODAY = date(2026, 4, 10)


@pytest.mark.parametrize(
    ("text", "days", "minutes"),
    [
        ("订了明天的场子，现在晚上七点半", 1, 19 * 60 + 30),
        ("约了后天来拉，现在下午两点", 2, 14 * 60),
        ("约的是4月15日，能改吗", 5, None),
        ("都开场了才来", 0, None),
        ("订了场子，能退吗", None, None),
    ],
)
def test_what_is_told_is_read(text: str, days: int | None, minutes: int | None) -> None:
    assert lead_told(text, TODAY) == LeadTime(days, minutes)


def test_minutes_are_read_as_they_are_said() -> None:
    assert hour_told("晚上八点四十还能进吗") == 20 * 60 + 40
    assert hour_told("晚上八点一刻") == 20 * 60 + 15


def test_an_hour_in_the_morning_stays_one() -> None:
    assert hour_told("早上8点") == 8 * 60


@pytest.mark.parametrize(
    ("demand", "lead", "state"),
    [
        ("使用日前一天16:00前", LeadTime(1, 15 * 60), ConditionState.MET),
        ("使用日前一天16:00前", LeadTime(1, 17 * 60), ConditionState.UNMET),
        ("使用日前一天16:00后", LeadTime(1, 17 * 60), ConditionState.MET),
        ("使用日前一天16:00前", LeadTime(1, None), ConditionState.UNKNOWN),
        ("使用日前一天16:00前", LeadTime(3, 22 * 60), ConditionState.MET),
        ("开课前3天以上", LeadTime(2, None), ConditionState.UNMET),
        ("不足3天", LeadTime(2, None), ConditionState.MET),
        ("当天取消", LeadTime(0, None), ConditionState.MET),
        ("缺课超过2次", LeadTime(1, None), None),
        ("采暖期前5日", LeadTime(1, None), None),
    ],
)
def test_it_is_held_against_a_demand(demand: str, lead: LeadTime, state: ConditionState | None) -> None:
    assert judge_lead(demand, lead) is state
