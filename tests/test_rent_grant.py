"""Whose home is rented, and what was paid towards one, told beside the facts of a case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.service.schemas import AskResponse

Ask = Callable[..., "AskResponse"]

NOTICE = """澜湾区新市民租房补助申请指引

申请人应当同时符合：1.与本区用人单位签订1年以上劳动合同；2.本人及配偶在本市无住房；3.上年度家庭人均年收入不高于6万元。

有下列情形之一的，不予补助：
（一）租住公共租赁住房或者单位宿舍的；
（二）租赁父母、子女房屋的；
（三）已享受过购房补助，自领取之日起不满5年的。

退役军人不受第3项限制。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 6, 12), notice=NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("合同签了两年，没房，人均收入4万，租房住，能申请租房补助吗", "eligible"),
        ("合同签了两年，没房，人均收入8万，租房住，能申请租房补助吗", "not_eligible"),
        ("退役军人，合同签了两年，没房，人均收入8万，租房住，能申请租房补助吗", "eligible"),
        ("退役军人，合同签了三个月，没房，人均收入8万，租房住，能申请租房补助吗", "not_eligible"),
        ("租父母的房子住，其他符合，能补吗", "not_eligible"),
        ("六年前领过购房补助，其他都符合，能申请吗", "eligible"),
        ("前年领过购房补助，其他都符合，能申请吗", "not_eligible"),
    ],
)
def test_who_may(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question).verdict == verdict
