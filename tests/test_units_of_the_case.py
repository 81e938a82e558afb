"""What an amount comes to by the size of a row, in a year of several, and by a rate as a fraction."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2026, 5, 6)
LET = """沙汀县青年公寓租赁办法

一、租金
户型	面积（平方米）	租金（元/平方米·月）
东向	40	15
南向	50	20
物业费每平方米每月2元。
博士前两年租金减免40%，硕士第一年减免20%。
"""
GIVEN = """沙汀县渔船更新补助办法

一、更新渔船的，按渔船购置额（不含税）的10%给予补助，每户最高30万元。购置额不足20万元的不予补助。
二、贷款更新的，按年利息的三分之二补贴，每年最高5万元。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("租南向一年租金多少", "50平方米"),
        ("租南向一年租金多少", "12000元"),
        ("博士租东向第一年每月租金多少", "360元"),
        ("硕士租东向第二年每月租金多少", "600元"),
        ("东向一个月物业费多少", "每平方米每月2元"),
    ],
)
def test_rent_is_reckoned_by_the_size_and_the_year(asking, question: str, said: str) -> None:
    assert said in asking(DAY, let=LET)(question).answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("买渔船花了200万，补多少", "200万元×10%=20万元"),
        ("渔船购置额15万能补多少", "低于20万元"),
        ("贷款一年利息6万，补多少", "6万元×2/3=4万元"),
        ("贷款一年利息9万，补多少", "超过上限5万元"),
    ],
)
def test_a_rate_holds_for_what_it_is_of_and_from_its_least_sum_on(asking, question: str, said: str) -> None:
    assert said in asking(DAY, given=GIVEN)(question).answer
