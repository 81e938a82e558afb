"""Questions that ask yes or no, parted, and asked of something else."""

from __future__ import annotations

import pytest

from bot.conversation.whether import asked_of, parted


@pytest.mark.parametrize(
    ("question", "of", "asks"),
    [
        ("我有癫痫能学吗", "我有癫痫", "能学吗"),
        ("军人去园子里要不要买票", "军人去园子里", "要不要买票"),
        ("技能人员能申请吗", "技能人员", "能申请吗"),
        ("重要的材料会退吗", "重要的材料", "会退吗"),
        ("押金退不退", "押金", "退不退"),
        ("行政人员能评吗", "行政人员", "能评吗"),
        ("想报这个，外地户口行不行", "外地户口", "行不行"),
        ("能带狗进去吗", "", "能带狗进去吗"),
    ],
)
def test_a_question_is_parted_at_the_verb_that_asks(question, of, asks):
    whether = parted(question)
    assert (whether.of, whether.asks) == (of, asks)


@pytest.mark.parametrize("question", ["费用多少", "主要的会议在哪开", "计算机考试什么时候", "银行卡要求"])
def test_what_asks_no_yes_or_no_is_not_parted(question):
    assert parted(question) is None


@pytest.mark.parametrize(
    ("question", "other", "anew"),
    [
        ("挂过科还能转专业吗", "受过处分", "受过处分还能转专业吗"),
        ("月卡可以转让吗", "年卡", "年卡可以转让吗"),
        ("能投两篇吗", "发表过的", ""),
        ("学生能投两篇吗", "老师", "老师能投吗"),
        ("报名费能退吗", "没去考试", "没去考试，报名费能退吗"),
        ("孕妇能坐吗", "刚出院的", "刚出院的能坐吗"),
        ("狗能进吗", "晚上", "晚上，狗能进吗"),
        ("周末能签合同吗", "晚上", "晚上能签合同吗"),
        ("园里可以野餐吗", "带狗", "园里可以带狗吗"),
        ("能带狗进去吗", "猫", "能带猫进去吗"),
        ("学生能带手机吗", "电脑", "学生能带电脑吗"),
        ("能不能用铅笔", "钢笔", "能不能用钢笔"),
        ("能带狗进去吗", "抽烟", "能抽烟吗"),
        ("学生能带手机吗", "老师", "老师能带手机吗"),
        ("养狗要登记吗", "一般管理区", "一般管理区，养狗要登记吗"),
    ],
)
def test_the_question_is_asked_of_another(question, other, anew):
    assert asked_of(other, question) == anew


def test_what_one_told_of_oneself_in_the_question_does_not_hold_of_a_friend(talk):
    _, other = talk("我有五级证能报无人机操作员四级吗", "我朋友干了6年呢")
    assert "五级证" not in other.text.split("\n")[1]
