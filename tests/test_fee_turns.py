"""What is charged, asked of one thing after another, with facts of the case told beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.service.schemas import AskResponse

Ask = Callable[..., "AskResponse"]

CARD = """青石公园游园卡办理须知

一、收费

业务\t收费（元）\t时限
首次申领\t0\t当场
换领\t15\t3个工作日
补领\t25\t5个工作日

残疾人、65周岁以上老人换领、补领一律免收。

二、升级

持卡满2年并且无违规记录，可以申请升级为家庭卡。

三、处罚

出租、出借游园卡的，处100元以上300元以下罚款。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 3, 15), card=CARD)


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("补领游园卡收费吗", "25元"),
        ("游园卡坏了换一张要交钱吗，我45岁", "15元"),
    ],
)
def test_a_row_says_what_is_charged(ask: Ask, question: str, amount: str) -> None:
    reply = ask(question)
    assert amount in reply.answer
    assert reply.verdict is None


@pytest.mark.parametrize(
    ("first", "then", "amount"),
    [
        ("补领游园卡要钱吗", "那换领呢", "15元"),
        ("补领游园卡多少钱", "那换领呢，我45岁，不残疾", "15元"),
        ("首次申领要钱吗", "那补领呢，我30岁，身体没毛病", "25元"),
    ],
)
def test_the_fee_is_carried_on(ask: Ask, first: str, then: str, amount: str) -> None:
    reply = ask(then, after=ask(first))
    assert amount in reply.answer
    assert reply.verdict is None


def test_a_bound_that_is_not_told_permits_nothing(ask: Ask) -> None:
    assert ask("我想升级成家庭卡，可以申请吗").verdict != "eligible"


def test_some_days_told_are_no_question(ask: Ask) -> None:
    reply = ask("要是给查到了罚多少", after=ask("我把游园卡出借给同学用了几天"))
    assert "100元以上300元以下" in reply.answer
