"""Demands on health that a later sentence lifts from some: 单眼视力障碍不影响报考."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.service.schemas import AskResponse

Ask = Callable[..., "AskResponse"]

NOTICE = """2026年云岭市验光员执业考试报名公告

一、报考条件

1. 年满18周岁。

2. 健康：没有传染性疾病，没有色盲和双眼视力障碍。单眼视力障碍不影响报考。

3. 没有纹身。经手术去除的不影响报名。

二、收费

每人150元。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 3, 10), notice=NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我20岁，右眼视力不好，其他都符合，能报不", "eligible"),
        ("我20岁，两只眼睛都看不清，其他都符合，能报名吗", "not_eligible"),
        ("20岁，双眼视力都有障碍，其他符合，能报考吗", "not_eligible"),
        ("20岁，色盲，其他都符合，能报名吗", "not_eligible"),
        ("20岁，胳膊上有纹身，其他都符合，能报名吗", "not_eligible"),
        ("20岁，纹身做手术去除了，其他都符合，能报名吗", "eligible"),
    ],
)
def test_what_does_no_harm(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question).verdict == verdict
