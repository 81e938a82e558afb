"""How long ago something lapsed, and until when a thing may still be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.service.schemas import AskResponse

Ask = Callable[..., "AskResponse"]

CARD = """清源图书馆借阅证管理规定

一、借阅证每两年年审一次。逾期没有年审的，借阅证停用，补办年审后恢复。逾期超过90日的，需要重新申领。

二、搬家后15日内到服务台变更地址。

三、遗失借阅证的，自挂失之日起7日后可以补办。
"""

MUTUAL = """东岭区职工医疗互助办法

一、参加互助须按月缴纳互助金每月20元。中断缴费超过3个月的，应当重新计算等待期；中断3个月以内补缴的，待遇连续。

二、住院出院后30日内提交报销申请。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 3, 15), card=CARD, mutual=MUTUAL)


@pytest.mark.parametrize(
    ("notice", "question", "verdict"),
    [
        ("card", "借阅证过期100天了，还能补年审吗", "not_eligible"),
        ("card", "借阅证年审过了期30天，还能补吗", None),
        ("mutual", "互助金断了半年，补上还能接着算吗", "not_eligible"),
        ("mutual", "互助金断缴两个月，补缴后待遇还连续吗", "eligible"),
        ("mutual", "出院40天了还能报销吗", "not_eligible"),
    ],
)
def test_the_lapse_decides(ask: Ask, notice: str, question: str, verdict: str | None) -> None:
    assert ask(question, notice).verdict == verdict


def test_it_is_held_against_no_other_event(ask: Ask) -> None:
    assert "搬家" not in ask("借阅证过期100天了，还能补年审吗", "card").answer
