"""What keeps somebody out for a time: told to have happened, with or without when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.judging.assertions import said_of

if TYPE_CHECKING:
    from bot.service.schemas import AskResponse

Ask = Callable[..., "AskResponse"]

NOTICE = """2026年云岭市验光员执业考试报名公告

一、报考条件

1. 年满18周岁。

2. 在眼镜店实习不少于6个月。

3. 有下列情况之一的，不予报名：
（1）因违规被取消成绩，自处理决定作出之日起不满1年的；
（2）被吊销执业证书，自处罚决定作出之日起不满2年的。

二、报名时间

2026年3月2日至3月20日。

三、收费

每人150元。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 3, 10), notice=NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("半年前考试违规被取消了成绩，其他条件都够，能报吗", "not_eligible"),
        ("去年三月因为违规被取消了成绩，其他都符合，能报名吗", "needs_info"),
        ("以前考试违规被取消过成绩，其他都符合，能报名吗", "needs_info"),
        ("三年前违规被取消过成绩，其他都符合，能报名吗", "eligible"),
        ("执业证书被吊销过，其他都符合，可以报名吗", "needs_info"),
        ("前年执业证书被吊销了，其他都符合，现在能重新报名么", "needs_info"),
        ("去年六月执业证书被吊销了，其他都符合，可以报名吗", "not_eligible"),
        ("没有违规过，其他都符合，能报名吗", "eligible"),
    ],
)
def test_the_time_since_decides(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question).verdict == verdict


@pytest.mark.parametrize(
    ("words", "text", "state"),
    [
        ("被吊销机动车驾驶证", "我驾照被吊销过", "met"),
        ("被吊销营业执照的", "执照没被吊销过", "unmet"),
        ("被撤销中标资格", "中标资格被撤销了", "met"),
        ("被吊销机动车驾驶证", "驾驶证快到期了", "unknown"),
        ("被取消考试成绩", "我去年考试成绩不好", "unknown"),
    ],
)
def test_what_was_done_in_whatever_order(words: str, text: str, state: str) -> None:
    assert said_of(words, text) == state
