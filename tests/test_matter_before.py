"""Demands of which only the sentence before says what they measure, and grades with names of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.service.schemas import AskResponse

_Asking = Callable[..., Callable[..., AskResponse]]

_READERS = """海棠广播站播读员认定通告

1 学历条件
1.1 大学专科以上。

2 普通话要求
2.1 普通话不低于二级乙等；申请新闻方向的，不低于二级甲等。

3 作品要求
3.1 作品集不少于5篇；申请儿童课程的，不少于8篇。

4 其他
4.1 已取得一级乙等及以上证书者本次不再受理，戏剧专业学生申报一级甲等的除外。

海棠广播站
2026年3月1日
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我大专，普通话二乙，作品6篇，想认定新闻方向行不行", "not_eligible"),
        ("我大专，普通话二甲，作品6篇，想认定新闻方向行不行", "eligible"),
        ("我大专，普通话三甲，作品6篇，能申请吗", "not_eligible"),
        ("我大专，普通话二乙，作品6篇，想申请儿童课程行吗", "not_eligible"),
        ("我大专，作品6篇，能申请吗", "needs_info"),
        ("我大专，普通话已经是一级乙等了，作品6篇，能申请吗", "not_eligible"),
    ],
)
def test_a_demand_of_some_is_of_the_matter_named_before(asking: _Asking, question: str, verdict: str) -> None:
    assert asking(date(2026, 4, 1), readers=_READERS)(question).verdict == verdict
