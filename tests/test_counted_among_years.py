"""Whether a time told is counted among the years, and who is freed from what is asked of some."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.person.ages import age_of
from bot.service.schemas import AskResponse

YEARS = """划艇教练等级评定说明
一、年限怎么算
任教年限算到报名截止之日，前后几段可以累加，停赛停训的时间扣除。在读期间的代课不算任教年限；参加青训营带教并签有聘书的，带教期间可以计算。
二、谁可以申请合租宿舍
申请人应当年满18周岁，在本市无自有住房。单身人员申请的，应当年满25周岁；离异、丧偶带未成年子女的，不受25周岁限制。
正在租住公租房的，不得申请，但承诺入住后30日内退出的除外。
"""


@pytest.fixture(scope="module")
def years(asking: Callable[..., Callable[..., AskResponse]]) -> Callable[..., AskResponse]:
    return asking(date(2026, 4, 10), years=YEARS)


@pytest.mark.parametrize(
    ("question", "verdict", "says"),
    [
        ("在读的时候代课那一年算任教年限吗", "not_eligible", "不算"),
        ("青训营带教，签了聘书，带教那两年算不算年限", "eligible", "带教"),
        ("停训那半年算年限不", "not_eligible", "扣除"),
    ],
)
def test_time_counted(years: Callable[..., AskResponse], question: str, verdict: str, says: str) -> None:
    answer = years(question)
    assert answer.verdict == verdict
    assert says in answer.answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("24岁，离了，带着3岁的娃，名下没房，能申请宿舍吗", "eligible"),
        ("24岁，单身，名下没房，能申请宿舍吗", "not_eligible"),
        ("24岁，名下没房，能申请宿舍吗", "needs_info"),
        ("27岁，单身，名下没房，能申请宿舍吗", "eligible"),
    ],
)
def test_whom_a_later_sentence_frees(years: Callable[..., AskResponse], question: str, verdict: str) -> None:
    assert years(question).verdict == verdict


def test_a_rented_home_is_none_of_ones_own(years: Callable[..., AskResponse]) -> None:
    answer = years("30岁，单身，现在住的公租房，能申请宿舍吗")
    assert answer.verdict == "not_eligible"
    assert all("无自有住房" not in c.text for c in answer.conditions if c.state == "unmet")


@pytest.mark.parametrize(
    ("text", "age"), [("26岁，带着3岁的娃", 26), ("带个5岁女儿，我32", 32), ("家里有个三岁小孩，本人29", 29)]
)
def test_whose_age_it_is(text: str, age: int) -> None:
    told = age_of(text, None, date(2026, 4, 10))
    assert told is not None
    assert told.low == told.high == age


def test_how_something_is_reckoned_is_no_question_of_whether(years: Callable[..., AskResponse]) -> None:
    answer = years("任教年限咋算")
    assert answer.verdict is None
    assert "报名截止之日" in answer.answer


def test_a_household_never_moved_is_none_of_no_time(
    asking: Callable[..., Callable[..., AskResponse]],
) -> None:
    text = (
        "长寿金发放说明\n一、发放对象\n具有本市户籍、年满80周岁的老年人。"
        "户籍迁入本市不满3年的，由原户籍地发放。\n"
    )
    answer = asking(date(2026, 4, 10), gold=text)("我奶奶85岁，本市户口一直没迁过，能领长寿金吗")
    assert answer.verdict == "eligible"
