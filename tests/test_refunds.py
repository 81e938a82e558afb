"""Whether money that was paid is given back, by the sentence that is of the case told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.judging.refunds import asks_refund
from bot.service.schemas import AskResponse

COURSE = """陶轮体验班报名须知
一、收费
每期320元。开班前3日提出申请的全额退还；开班后本人不参加的，不予退还。报名不足6人不单独开班的，学费全部退还。
二、时间
2026年5月10日开班。
"""

TICKET = """灯会参展费说明
一、参展费
每个展位500元。缴费后不退，但因主办方原因取消展出的除外。
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("报了名没去上，学费能退吗", "not_eligible"),
        ("开班了临时有事去不了，钱给退不", "not_eligible"),
        ("人太少没开成，钱退不退", "eligible"),
        ("学费能退吗", "needs_info"),
    ],
)
def test_by_the_case_told(
    asking: Callable[..., Callable[..., AskResponse]], question: str, verdict: str
) -> None:
    answer = asking(date(2026, 4, 10), course=COURSE)(question)
    assert answer.verdict == verdict
    assert "退还" in answer.answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [("参展费交了能退吗", "not_eligible"), ("参展费交了，主办方自己取消展出了，能退吗", "eligible")],
)
def test_an_exception_gives_back(
    asking: Callable[..., Callable[..., AskResponse]], question: str, verdict: str
) -> None:
    assert asking(date(2026, 4, 10), ticket=TICKET)(question).verdict == verdict


@pytest.mark.parametrize(
    ("text", "asks"),
    [("没去考试钱能退吗", True), ("退不退", True), ("退休人员能报吗", False), ("退多少钱", False)],
)
def test_what_asks_for_money_back(text: str, asks: bool) -> None:
    assert asks_refund(text) is asks
