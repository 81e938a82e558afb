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


SPEAKING = """云浦学院普通话水平测试公告

一、报名：9月8日至15日在网上报名。

二、费用

对象	测试费
本校学生	25元
社会人员	50元

缴费后不参加测试的，费用不退。
"""


@pytest.mark.parametrize(
    "question",
    ["普通话测试费多少", "普通话多少钱", "普通话水平测试收费标准", "普通话考试多少钱", "考普通话要交多少钱"],
)
def test_a_fee_asked_for_by_the_notices_name_is_that_of_every_row(asking, question: str) -> None:
    answer = asking(date(2026, 9, 10), speaking=SPEAKING)(question).answer
    assert "25元" in answer
    assert "50元" in answer


@pytest.mark.parametrize("question", ["普通话补考费多少", "普通话培训费多少"])
def test_another_fee_than_the_one_stated_is_still_not_stated(asking, question: str) -> None:
    assert asking(date(2026, 9, 10), speaking=SPEAKING)(question).outcome == "unanswerable"
