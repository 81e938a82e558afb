"""Tables that a follow-up looks into."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """云浦馆招聘公告

一、岗位表

岗位\t学历\t人数
机房看护\t大专\t3
影像编排\t本科\t2

二、面试须携带学历学位证书原件及复印件一份。
"""


def test_a_column_asked_for_by_name_is_of_the_row_spoken_of(asking):
    ask = asking(date(2026, 3, 1), posts=NOTICE)
    first = ask("机房看护招几个人")
    answer = ask("要啥学历", after=first)
    assert "大专" in answer.answer
    assert "本科" not in answer.answer


MACHINES = """石桥镇机具补贴公告

一、标准
（一）200马力以上拖拉机单机补贴额不超过21万元；大型打谷机单机补贴额不超过13万元。
（二）常用机具补贴额见下表（单位：元/台）：
机具名称	分档	补贴额
轮式拖拉机	50—60马力	9100
轮式拖拉机	100—120马力	26100
水稻插秧机	6行四轮乘坐式	24100
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("60马力拖拉机补多少钱", "9100"),
        ("120马力的拖拉机补多少钱", "26100"),
        ("200马力以上的拖拉机最多补多少", "21万元"),
        ("插秧机补多少", "24100"),
    ],
)
def test_a_size_told_picks_its_row_and_no_bound_on_another(asking, question: str, said: str) -> None:
    assert said in asking(date(2026, 5, 10), machines=MACHINES)(question).answer
