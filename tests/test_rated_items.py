"""One rate for several sums, each up to the bound of its column, and prices of several kinds of people."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2026, 5, 6)
NOTICE = """沙汀县渔民参保补贴办法

一、标准
按实际缴费的三分之二补贴，同时不得超过下表上限：
对象	养老保险上限（元）	医疗保险上限（元）
残疾渔民	600	200
远洋渔民	1,800	三百
其他渔民	500	150
二、渔博馆
门票成人每人每场40元，学生每人每场25元。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("我是残疾渔民，每月养老缴600元，医保缴360元，一共能补多少", "共600元"),
        ("残疾渔民每月缴养老1200元，能补多少", "600元"),
        ("远洋渔民，每月养老缴3000元，医保缴600元，一共能补多少", "共2100元"),
        ("两个成人和一个学生看一场多少钱", "共105元"),
    ],
)
def test_what_is_told_is_reckoned_apart_and_added_up(asking, question: str, said: str) -> None:
    assert said in asking(DAY, fishers=NOTICE)(question).answer
