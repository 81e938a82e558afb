"""Who tells of themselves is told the row for the class that they fall in, though they name none."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2026, 5, 6)
PUPILS = """河口县学生生活补助办法

一、补助对象
本县在校学生按下列档次享受生活补助：
（一）一档：孤儿、持残疾人证的学生；
（二）二档：最低生活保障家庭的学生；
（三）三档：父母一方失业满6个月的学生。

二、补助标准
档次 | 每学期补助 | 每年上限
一档 | 1200元 | 2400元
二档 | 800元 | 1600元
三档 | 500元 | 1000元
补助每学期发放一次，打入学生本人银行卡。转学的，自次月起停发，校服费另收150元。
"""
ELDERS = """河口县高龄老人看护补贴通知

一、对象
具有本县户籍的下列老年人，可以享受看护补贴：
1.甲类：年满100周岁的老年人；
2.乙类：年满90周岁的老年人；
3.丙类：年满80周岁、不属于前两类的老年人。

二、标准
类别 | 每月补贴 | 上门看护
甲类 | 600元 | 8次
乙类 | 300元 | 4次
丙类 | 100元 | 2次
上门看护每次收交通费5元。
"""


@pytest.mark.parametrize(
    ("question", "said", "other"),
    [
        ("我家吃低保，孩子一学期补多少钱", "800元", "1200元"),
        ("娃有残疾本，一年最多能补多少", "2400元", "1600元"),
        ("三档每学期补多少", "500元", "800元"),
    ],
)
def test_the_row_is_that_of_the_kind_told_of(asking, question: str, said: str, other: str) -> None:
    answer = asking(DAY, pupils=PUPILS)(question).answer
    assert said in answer
    assert other not in answer


@pytest.mark.parametrize(
    ("question", "said", "other"),
    [
        ("我外公93岁了，本地户口，一个月补贴多少钱", "300元", "100元"),
        ("奶奶今年84岁，每月补贴多少", "100元", "300元"),
    ],
)
def test_the_row_is_that_of_the_age_told(asking, question: str, said: str, other: str) -> None:
    answer = asking(DAY, elders=ELDERS)(question).answer
    assert said in answer
    assert other not in answer


def test_another_fee_than_that_of_the_classes_is_told_by_its_sentence(asking) -> None:
    assert "150元" in asking(DAY, pupils=PUPILS)("我家吃低保，校服费多少钱").answer
