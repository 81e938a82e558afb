"""Which of several things the person applies for."""

from __future__ import annotations

import pytest

from bot.judging.aims import aimed_at

MASTERS = ["法律专业学位硕士研究生", "工商管理专业学位硕士研究生", "园艺专业学位硕士研究生", "单独考试"]


@pytest.mark.parametrize(
    ("names", "asked", "aim"),
    [
        (MASTERS, "我本科毕业两年，能报工商管理硕士吗", ["工商管理专业学位硕士研究生"]),
        (MASTERS, "能报单独考试吗", ["单独考试"]),
        (["基础考试", "专业考试"], "过了基础考试，能报专业考试吗", ["专业考试"]),
        (["直接安排", "积分安排"], "想走积分这条路", ["积分安排"]),
        (["工程师", "高级工程师"], "我是工程师，能报高级工程师吗", ["高级工程师"]),
    ],
)
def test_the_one_that_is_aimed_at(names: list[str], asked: str, aim: list[str]) -> None:
    assert aimed_at(names, asked) == aim
