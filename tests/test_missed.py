"""What a notice says of those who are late, where a yes or a no is asked for."""

from __future__ import annotations

from datetime import date

NOTICE = """云浦市盆景班报名通知

一、报名时间：2031年3月1日至3月5日到文化馆报名。
二、逾期未报名的，不予补报。
"""


def test_who_is_late_is_told_no_where_nothing_may_be_made_up_for(asking):
    ask = asking(date(2031, 3, 9), bonsai=NOTICE)
    late = ask("报名没赶上，能补报不")
    assert late.verdict == "not_eligible"
    assert "不予补报" in late.answer
    assert ask("报名错过了怎么办").verdict is None
