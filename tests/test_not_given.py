"""A value that a notice speaks of without giving it is not answered with another that stands beside it."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2026, 5, 6)
NOTICE = """槐溪县托育扶持办法

一、对象
在县内托育的家庭。托育机构职工另有补贴办法，不适用本办法。夜间托育由各乡镇自行组织，不在本办法安排之内。

二、标准
每孩每月补贴300元。家庭实际负担额为托育总价扣除单位补助后的数额，最长申领24个月。已领取生育津贴的月份不发。
保育费由财政按每孩每月800元补助，超出部分家庭自付。餐费每月260元。
购置设备的，贷款利率不超过基准利率加60个基点。罕见疾病儿童按规定病种发放护理补贴每月500元，病种目录见附件1。

三、名额
全年安排名额400个，用完即止。家庭账户余额须在1万元以上。
"""


@pytest.mark.parametrize(
    "question",
    [
        "单位补助每户多少钱",
        "生育津贴一个月多少",
        "托育机构职工每月补贴多少元",
        "夜间托育补贴多少钱",
        "保育费一个月一共多少元",
        "基准利率是多少",
        "名额还剩多少个",
        "托育扶持资金总共有多少钱",
        "餐费今年涨了多少",
        "白化病算不算规定病种",
        "要看哪几本手册",
    ],
)
def test_what_is_only_spoken_of_is_refused(asking, question: str) -> None:
    assert asking(DAY, nursery=NOTICE)(question).outcome == "unanswerable"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("每孩每月补贴多少", "300元"),
        ("餐费一个月多少", "260元"),
        ("保育费财政补助多少", "800元"),
        ("全年安排多少个名额", "400个"),
    ],
)
def test_what_is_given_is_told(asking, question: str, said: str) -> None:
    assert said in asking(DAY, nursery=NOTICE)(question).answer


LEFT = """槐溪县停车位租用公告

一、车位
共120个车位，截至5月1日剩余35个车位，每月租金90元。
"""


def test_what_is_left_is_told_where_it_is_stated(asking) -> None:
    assert "35个" in asking(DAY, parking=LEFT)("车位还剩多少个").answer


ELSEWHERE = """槐溪县文化馆年报

一、场馆
县内文化馆6个，免费开放5个，全年参观12万人次。
二、投诉
收到投诉31件，其中门票类4件。
"""


def test_a_sum_is_of_the_thing_named_where_the_notice_speaks_of_it_elsewhere(asking) -> None:
    assert asking(DAY, halls=ELSEWHERE)("县文化馆门票多少钱").outcome == "unanswerable"
