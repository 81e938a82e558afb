"""Whether somebody may take part again after a misconduct, and what counts when a period is over."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """云浦市园艺技能考核须知

一、补考
（一）部分科目成绩不合格的，可按规定申请补考。成绩有效期为两年，超过成绩有效期须重新申报所有科目。
（二）参考人员在成绩有效期内重新报名的，视为放弃补考机会，之前的合格成绩不再保留。
（三）参加园艺竞赛成绩不合格者，不能进行补考。

二、违纪
1、参考人员有下列行为之一的，取消全部科目成绩，且当年不得参加考核：
（1）抄袭他人答案的；
（2）故意损毁植株的。
2、参考人员有下列行为之一的，取消全部科目成绩。情节轻微的，2年内不得参加考核；情节严重的，5年内不得参加考核：
（1）由他人冒名顶替参加考核的。

三、材料
一经查实存在申报材料虚假伪造的，取消考核资格，虚假材料及考核费不予退还。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2031, 3, 1), rules=NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict", "says"),
    [
        ("我抄别人答案被抓了，今年还能再考吗", "not_eligible", "当年不得"),
        ("抄袭被抓，明年能再报名吗", "eligible", "当年不得"),
        ("找人替考被抓，明年还能考吗", "not_eligible", "2年内"),
        ("找人替考被抓，三年后能考吗", "needs_info", "5年内"),
        ("找人替考被抓，过六年还能报吗", "eligible", "5年内"),
    ],
)
def test_how_long_a_misconduct_bars_decides(ask, question, verdict, says):
    answer = ask(question)
    assert answer.verdict == verdict
    assert says in answer.answer


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("过了成绩有效期，之前过的那科还作数不", "重新申报所有科目"),
        ("参加园艺竞赛没及格，能补考不", "竞赛"),
        ("材料造假被查出来，考核费退不退", "不予退还"),
    ],
)
def test_the_sentence_of_the_case_told_decides(ask, question, says):
    answer = ask(question)
    assert answer.verdict == "not_eligible"
    assert says in answer.answer
