"""How many items a list has, where that is asked."""

from __future__ import annotations

from datetime import date

NOTICE = """云浦市鸽会报名须知

一、报名地点
1.东岭区报名点
①石桥社区，地点：石桥小学，电话8880001。
②柳湾社区，地点：柳湾小学，电话8880002。
③竹里社区，地点：竹里小学，电话8880003。
2.南洼区报名点
①茶亭社区，地点：茶亭小学，电话8880004。
"""


def test_the_items_told_are_counted_where_their_number_is_asked(asking):
    ask = asking(date(2031, 3, 1), doves=NOTICE)
    assert "共3个" in ask("东岭区报名点有几个").answer
    assert "按条目计数" not in ask("东岭区报名点在哪里").answer
