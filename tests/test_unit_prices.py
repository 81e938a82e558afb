"""What prices by units come to for all that is counted, and sums of prizes and years that fall in a bound."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.service.schemas import AskResponse
from bot.speech.named_times import year_named

Ask = Callable[..., AskResponse]

NOTICE = """潮安市救生员考核收费和奖励说明

一、考核收费
水上救护每项45元，其余两项每项30元，资料费每人15元。

二、场地与器材
泳道租用每条每小时80元，救生圈每个每天2元。
器材丢失的按原价赔偿，2000年以前购置的按原价的一半赔偿。

三、奖励
奖金：第1名600元、第2名400元、第3名200元。打破市纪录的另奖500元。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 4, 10), jiusheng=NOTICE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("三项全考要多少钱", "45元+30元×2+15元=120元"),
        ("只考两项一共多少钱", "含水上救护的共90元"),
        ("只考两项一共多少钱", "不含水上救护的共75元"),
        ("水上救护单考一项交多少", "45元+15元=60元"),
        ("租两条泳道3小时多少钱", "80元×2条×3小时=480元"),
        ("救生圈租5个租4天多少钱", "2元×5个×4天=40元"),
        ("第二名还破了市纪录，一共多少奖金", "400元+500元=900元"),
        ("1996年买的器材丢了怎么赔", "一半"),
    ],
)
def test_what_is_counted_is_added_up(ask: Ask, question: str, told: str) -> None:
    assert told in ask(question).answer


@pytest.mark.parametrize("question", ["停车3天多少钱", "场地停车两天收多少"])
def test_how_long_alone_is_of_no_price(ask: Ask, question: str) -> None:
    assert "×" not in ask(question).answer


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("去年分数线是多少，过的人有几个", 2025),
        ("去年没考过，今年什么时候报名", None),
        ("2001年出的书丢了赔几倍", None),
        ("2005年建的房子能补多少", None),
        ("2024年的报名费多少", 2024),
    ],
)
def test_the_year_of_a_thing_is_no_year_of_a_notice(question: str, year: int | None) -> None:
    assert year_named(question, date(2026, 3, 1)) == year
