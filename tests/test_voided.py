"""Whom an item of a list keeps out for what has not come about by a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.speech.spoken_days import spoken_days

if TYPE_CHECKING:
    from bot.service.schemas import AskResponse

Ask = Callable[..., "AskResponse"]

NOTICE = """河口镇便民中心2026年招聘公告

一、应聘条件

1. 年龄在35周岁以下。

2. 具有大专以上学历。2026年应届毕业生可先行报名，未能在2026年7月31日前取得毕业证书的，取消聘用资格。

3. 持有驾驶证。未在2026年6月30日前取得驾驶证的，不予录用。

二、待遇

每月3500元。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 3, 10), notice=NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("22岁，2026年应届大专，有驾驶证，学校九月才发毕业证，能应聘吗", "not_eligible"),
        ("22岁，2026年应届大专，有驾驶证，毕业证要到六月底才能拿到，能应聘吗", "eligible"),
        ("30岁，大专毕业五年了，驾驶证要到8月才能拿到，可以应聘吗", "not_eligible"),
    ],
)
def test_the_day_decides(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question).verdict == verdict


def test_a_month_still_to_come_is_of_the_next_year_once_it_is_over() -> None:
    (day,) = spoken_days("学校说九月下旬才发毕业证", date(2025, 12, 10))
    assert (day.first, day.last) == (date(2026, 9, 21), date(2026, 9, 30))
    (day,) = spoken_days("毕业证九月才发下来的", date(2025, 12, 10))
    assert day.first.year == 2025
