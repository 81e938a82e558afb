"""Whom the words before a list confine it to, what keeps out for a time, and a benefit by its short name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.service.schemas import AskResponse

Ask = Callable[..., "AskResponse"]

NOTICE = """沐川区公益性岗位招聘安置办法（2026年）

第一条 安置对象。
本区户籍、登记失业的下列人员可以申请：
（一）女满40周岁、男满50周岁的；
（二）零就业家庭成员；
（三）连续失业满1年的。

第二条 有下列情况的不予安置：在企业担任股东的；正在领取失业保险金的。

第三条 连续旷工3天或者全年累计旷工10天的，予以辞退，1年内不再安置。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 6, 12), notice=NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("女的42岁，本区户口，登记失业了，能申请公益性岗位吗", "eligible"),
        ("我45岁女的，外区户口，失业登记了，能申请吗", "not_eligible"),
        ("我还在领失业金，50岁男，本区户口，能安置不", "not_eligible"),
        ("男，47，失业一年半，本地户口，在超市打零工，能安置吗", "eligible"),
        ("旷工4天被辞退了，三个月后还能再申请吗", "not_eligible"),
        ("旷工4天被辞退了，两年后还能再申请吗", "eligible"),
    ],
)
def test_who_may(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question).verdict == verdict


def test_either_of_two_bounds_keeps_out(ask: Ask) -> None:
    assert ask("连续旷工5天会被辞退吗").verdict == "not_eligible"
