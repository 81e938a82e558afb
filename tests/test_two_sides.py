"""How far two figures lie apart that a notice states in different places."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """云浦市技艺传承人申报通知

一、申报条件
1、取得大学本科学历后，从事技艺工作满6年。
2、取得高中学历后，从事技艺工作满11年。

二、扶持
（一）对首次入选的作坊，市文化局给予一次性25万元的扶持；对当年通过复核的作坊给予一次性8万元的扶持。
（二）带徒的每月发放授艺津贴300元。学徒工每月领取生活补助180元。

三、时间
个人申报截止时间为2031年4月10日，所在社区推荐截止时间为4月28日，区县审核截止时间为5月20日。

四、去年情况
全市技艺收入1200万元，同比增长9%。其中竹编收入300万元，木雕技艺收入180.5万元。
夜校培训收入46亿元，同比增长12.5%。

市集摊位收入8亿元，同比增长7.1%。

五、材料
1、文字总结不少于1500字。
2、技艺图谱说明的字数不少于四千字。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2031, 4, 1), craft=NOTICE)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("首次入选和复核的扶持差多少", "17万元"),
        ("首次入选比复核多给多少钱", "17万元"),
        ("授艺津贴跟生活补助差几多", "120元"),
        ("授艺津贴和生活补助哪个高", "授艺津贴更高"),
        ("本科和高中要求的年限差几年", "5年"),
        ("图谱说明比总结要多写多少字", "2500字"),
        ("竹编收入占全市技艺收入的百分之几", "25%"),
        ("木雕技艺收入占全市技艺收入的比例", "15%"),
        ("社区推荐截止比个人申报晚几天", "18天"),
        ("夜校培训收入和市集摊位收入哪个增速快", "夜校培训收入更高，两者相差5.4个百分点"),
        ("夜校培训比市集摊位收入多多少", "38亿元"),
    ],
)
def test_what_is_stated_in_two_places_is_compared(ask, question, says):
    assert says in ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "授艺津贴和场地补助差多少",
        "本科和大专要求的年限差几年",
        "作坊和师傅差多少钱",
        "作坊和学徒工差多少钱",
        "我比他晚几天交行吗",
    ],
)
def test_a_side_that_is_not_stated_is_not_compared(ask, question):
    assert "两者相差" not in ask(question).answer


def test_a_day_that_no_calendar_has_is_passed_over(asking):
    ask = asking(date(2031, 4, 1), craft=NOTICE + "3、展品自2月30日起布展，至4月2日撤展。\n")
    assert "18天" in ask("社区推荐截止比个人申报晚几天").answer
