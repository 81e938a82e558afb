"""What a question asks about that a notice has never heard of is not answered with what is beside it."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2026, 5, 6)
TRADES = """河湾镇2026年技能评价公告

一、收费
工种	级别	理论费（元）	实操费（元）
竹编工	五级、四级	60	140
制茶师	五级、四级、三级	80	160
二、职称申报条件
申报高级工艺师的，须取得工艺师职称后满5年。
三、录取
考试总分200分，按分数从高到低录取。制茶专业计划招30人。
四、宿舍
宿舍每间住4人，租金每月120元，可以凭合同办理入住。
"""


@pytest.mark.parametrize(
    "question",
    [
        "木雕师三级实操费多少",
        "制茶专业去年录取线多少分",
        "正高级工艺师的申报条件是什么",
        "今年GDP是多少",
        "竹编工是机考还是口试",
        "住宿舍能提取公积金付租金吗",
    ],
)
def test_what_is_unheard_of_is_refused(asking, question: str) -> None:
    assert asking(DAY, trades=TRADES)(question).outcome == "unanswerable"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("制茶师三级实操费多少", "160"),
        ("高级工艺师的申报条件是什么", "满5年"),
        ("宿舍租金一个月多少", "120"),
        ("今年制茶专业招多少人", "30"),
    ],
)
def test_what_is_heard_of_is_told(asking, question: str, said: str) -> None:
    assert said in asking(DAY, trades=TRADES)(question).answer


INSURED = """青石镇门诊待遇指南

一、待遇标准
参保类型	起付线	支付比例
职工医保	500元	80%
居民医保	300元	60%
"""


def test_what_is_paid_in_is_not_told_by_what_is_paid_out(asking) -> None:
    ask = asking(DAY, insured=INSURED)
    assert ask("居民医保一年缴费多少钱").outcome == "unanswerable"
    assert "300元" in ask("居民医保起付线多少钱").answer


POOL = """柳溪游泳馆服务指南

一、票价
（一）单次票每张30元，儿童单次票每张15元。
（二）寄存柜每次5元。
二、工作人员
工作人员补助按本省平均工资标准的80%发给，每月720元。
三、考试
体能考试测1000米跑，单项满分15分，10分为及格。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("游泳课一期多少钱", ""),
        ("平均工资标准是每月多少", ""),
        ("儿童单次票多少钱", "15元"),
        ("工作人员补助每月多少", "720元"),
    ],
)
def test_what_is_of_no_sort_there_or_a_base_alone_is_refused(asking, question: str, said: str) -> None:
    told = asking(DAY, pool=POOL)(question)
    assert said in told.answer
    assert (told.outcome == "unanswerable") == (not said)


AID = """青禾镇残疾人护理补贴办事指南

一、补贴对象
具有本镇户籍、残疾等级为一级至三级的残疾人可以申请护理补贴。
二、补贴标准
一级残疾每人每月130元；二级残疾每人每月90元；三级智力、精神残疾每人每月50元。
三、停发
（一）户籍迁出本镇的，停发补贴。
（二）不得转借、出租残疾人证。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("办残疾证要多少钱", ""),
        ("申请护理补贴要花多少钱", ""),
        ("残疾人能停车吗", ""),
        ("残疾人可以落户吗", ""),
        ("残疾人证是什么材质的", ""),
        ("二级残疾护理补贴一个月多少", "90元"),
        ("三级智力残疾护理补贴多少钱", "50元"),
        ("残疾证能转借吗", "不得转借"),
    ],
)
def test_what_is_paid_and_an_act_of_another_kind_are_refused(asking, question: str, said: str) -> None:
    told = asking(DAY, aid=AID)(question)
    assert said in told.answer
    assert (told.outcome == "unanswerable") == (not said)


def test_how_far_a_figure_reaches_is_no_other_thing(asking):
    text = """河湾镇老年优待和高龄津贴发放情况的通报

今年前三季度共发放高龄津贴863万元。
"""
    assert "863" in asking(DAY, elders=text)("今年前三季度全镇高龄津贴总共发了多少钱").answer
    assert "863" in asking(DAY, elders=text)("今年前三季度全市高龄津贴总共发了多少钱").answer


SITTING = """云浦市潮汐观测员考核通知

一、考试
（一）理论考试6月11日上午9:00—10:30，具体场次见准考证。理论合格后方可参加实操考试。
（二）报名时间：5月6日至5月15日。
二、收费
项目	理论	实操
初次考核（元/人）	70	250
补考（元/人）	70	110
"""


def test_an_act_asked_the_day_of_and_things_not_counted_are_refused(asking):
    ask = asking(DAY, tide=SITTING)
    assert ask("准考证几号打印").outcome == "unanswerable"
    assert ask("理论考多少道题").outcome == "unanswerable"
    assert ask("面试费要交吗").outcome == "unanswerable"
    assert "110" in ask("补考费多少").answer
    assert "9:00—10:30" in ask("理论考几个小时").answer
    assert ask("理论没过能考实操吗").verdict == "not_eligible"


def test_what_nothing_is_granted_for_is_refused_and_a_sentence_comes_before_rows(asking):
    text = f"{SITTING}高塔作业实操按每人290元收取，持军人证乘船有优惠。\n"
    ask = asking(DAY, tide=text)
    assert ask("理发有优惠吗").outcome == "unanswerable"
    assert ask("乘船有优惠吗").outcome == "answered"
    assert "290元" in ask("高塔作业实操多少钱").answer
