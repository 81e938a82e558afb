"""What follows for the conduct asked about."""

from __future__ import annotations

from datetime import date

NOTICE = """云浦市园艺技能考核须知

一、申报材料虚假的，一经查实取消考试资格，费用不予退还。
二、参评人员有下列行为之一的，取消全部科目成绩。情节轻微的，2年内不得参加考核；情节严重的，5年内不得参加考核：
1、提供虚假材料取得参加考核资格的；
2、由他人冒名顶替参加考核的。
三、擅自带走植株的，取消该科目成绩。
"""


def test_for_how_long_is_told_where_that_is_asked(asking):
    ask = asking(date(2026, 3, 1), rules=NOTICE)
    assert "5年内" in ask("开了假证明去报的名，查出来几年不能考").answer
    assert "5年内" not in ask("带走植株会怎么处理").answer


RULES = """柳岸镇养鸽规定

第一条 违反规定擅自搭建鸽棚的，由镇综合执法队责令限期拆除；逾期不拆除的，处二百元以上五百元以下的罚款。
第二条 逾期不办理鸽环变更的，处三十元罚款。
"""


def test_what_follows_next_for_the_same_conduct_is_told_with_it(asking):
    ask = asking(date(2026, 3, 1), rules=RULES)
    assert "二百元以上五百元以下" in ask("乱搭鸽棚罚多少").answer
