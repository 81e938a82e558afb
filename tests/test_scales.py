"""Grades ordered by their own names against what a notice asks of them."""

from __future__ import annotations

import pytest

from bot.answer_parts import ConditionState
from bot.judging.scales import standing

MET, UNMET, UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN


@pytest.mark.parametrize(
    ("words", "text", "state"),
    [
        # driving licences by what they allow
        ("持有B1以上驾驶证", "A1的照，拿了六年", MET),
        ("持有B1及以上驾驶证", "只有C1驾照", UNMET),
        ("取得C2以上准驾车型驾驶证", "C1的本", MET),
        ("须持C1以上驾驶证", "自动挡的C2", UNMET),
        ("持有准驾车型包含小客车的驾驶证", "我C1的本", MET),
        ("取得小型汽车驾驶证", "只有D照", UNMET),
        # the credit of a firm
        ("纳税信用为D级的", "纳税评级B", UNMET),
        ("纳税信用等级为B级以上", "我们是A级纳税人", MET),
        ("纳税信用等级为B级以上", "信用评的C级", UNMET),
        # awards: level, prize, place
        ("获市级以上技能竞赛前五名", "全县比武得了冠军", UNMET),
        ("获市级以上技能竞赛前五名", "省里比赛第六名", UNMET),
        ("获市级以上技能竞赛前五名", "全国大赛亚军", MET),
        ("省级科技奖励二等奖以上", "国家级科技三等奖", MET),
        ("省级科技奖励二等奖以上", "省科技三等奖", UNMET),
        ("获校级一等奖或省级三等奖以上", "拿过省级三等奖", MET),
        ("在市级以上比赛获一、二等奖", "市里比赛三等奖", UNMET),
        ("获三等功以上奖励", "立过二等功", MET),
        # other scales
        ("普通话水平不低于二级乙等", "普通话一乙", MET),
        ("普通话水平应达到二级甲等以上", "普通话是二乙", UNMET),
        ("上年度考核为不称职的", "去年考核不称职", MET),
        ("年度考核均为称职以上", "去年考核基本称职", UNMET),
        ("四星级以上酒店", "我们是五星级酒店", MET),
        ("残疾等级为一级、二级的", "三级肢体残疾", UNMET),
        ("二级以上医院出具的证明", "三甲医院开的", MET),
    ],
)
def test_a_grade_is_compared_by_its_scale(words: str, text: str, state: ConditionState) -> None:
    found = standing(words, text)
    assert found is not None
    assert found.state is state


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("取得四级证书后满2年", "我有三级证"),
        ("获省级以上奖励", "没拿过省级的"),
        ("持有B2及以上驾驶证", "我三十岁，高中毕业"),
        ("本市户籍", "在市里上班"),
        ("获得省级以上技能竞赛前三名", "户口在区里"),
        ("提名省科学技术奖的成果应当公开", "拿过市里的三等奖"),
        ("项目的用途、性质、选址和建设规模符合全省港口布局规划", "拿过市里的三等奖"),
        ("省级以上劳动模范称号", "省赛二等奖的短片"),
        ("取得四级、三级证书的职工", "肢体三级，低保边缘"),
        ("经考核合格进入灯塔实习", "去年考核是不称职"),
    ],
)
def test_what_tells_no_grade_says_nothing(words: str, text: str) -> None:
    assert standing(words, text) is None


def test_a_licence_is_named_as_told() -> None:
    found = standing("持有B1以上驾驶证", "a2驾照")
    assert found is not None
    assert found.said == "A2"
