"""A bound of what is held against somebody demands nothing: 迟到15分钟以上按旷课处理."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """云浦泳馆水上安全培训班学员须知

一、上课
上课迟到15分钟以上按旷课处理。请假超过4次的，视为自动退出。

二、结业
结业测试70分以上发给证书。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2031, 4, 2), rules=NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict", "says"),
    [
        ("我可能晚到十分钟行吗", "eligible", "不属于此情形"),
        ("我上课迟到20分钟行吗", "not_eligible", "属于此情形"),
        ("结业测试考了65分能拿证书吗", "not_eligible", "70分"),
        ("结业测试考了75分能拿证书吗", "eligible", "70分"),
    ],
)
def test_who_stays_below_such_a_bound_is_not_touched(ask, question, verdict, says):
    reply = ask(question)
    assert reply.verdict == verdict
    assert says in reply.answer
