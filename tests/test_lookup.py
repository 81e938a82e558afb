"""Tables that a follow-up looks into."""

from __future__ import annotations

from datetime import date

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
