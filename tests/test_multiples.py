"""A fine of so many times something is an amount, on an invented notice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.finding.values import holds
from bot.service.schemas import AskResponse

Ask = Callable[..., AskResponse]

PARK = """石门岭景区游览须知

一、购票
成人票50元，学生票25元。年票自购买之日起一年内有效。
二、违规处理
无票乘车进园的，补交票款，并加收5倍票款。攀折花木的，按损失的三倍赔偿。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 4, 1), park=PARK)


@pytest.mark.parametrize(
    ("text", "is_money"),
    [
        ("加收10倍票款", True),
        ("按应缴费用的二倍补缴", True),
        ("处骗取金额二倍以上五倍以下罚款", True),
        ("产量是去年的二倍", False),
    ],
)
def test_so_many_times_an_amount_is_money(text: str, is_money: bool) -> None:
    assert holds("money", "", (), text) is is_money


def test_a_fine_by_multiples_is_told(ask: Ask) -> None:
    assert "5倍" in ask("逃票抓住罚多少").answer


def test_what_is_not_stated_is_still_refused(ask: Ask) -> None:
    assert ask("婚纱照拍摄收多少钱").outcome == "unanswerable"
