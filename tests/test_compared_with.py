"""Comparisons that leave out what they compare."""

from __future__ import annotations

import pytest

from bot.conversation.compared_with import both_asked, compared_with, lapsed, next_in_order


@pytest.mark.parametrize(
    ("before", "typed", "whole"),
    [
        ("球馆年卡多少钱", "比季卡贵多少", "球馆年卡比季卡贵多少钱"),
        ("球馆年卡多少钱", "那比季卡贵多少", "球馆年卡比季卡贵多少钱"),
        ("大车过桥费多少", "跟小车差多少", "大车过桥费跟小车差多少"),
        ("羽毛球多少钱", "周末比平日贵多少", "羽毛球周末比平日贵多少钱"),
        ("程序员三级考务费多少", "四级比三级便宜多少", "程序员考务费四级比三级便宜多少"),
        ("三级和四级各多少钱", "差多少", "三级和四级差多少钱"),
        ("套间和单间分别多少钱", "一共多少", "套间和单间一共多少钱"),
        ("笔试几号", "面试比笔试晚几天", "面试比笔试晚几天"),
    ],
)
def test_what_is_compared_is_taken_from_the_question_before(before, typed, whole):
    assert compared_with(typed, before) == whole


@pytest.mark.parametrize(
    ("before", "typed"),
    [
        ("球馆在哪", "比季卡贵多少钱"),
        ("年卡多少钱", "比赛几点开始"),
        ("年卡多少钱", "季卡呢"),
        ("年卡多少钱", "和谁联系"),
        ("报名费多少", "一共招多少人"),
    ],
)
def test_what_compares_nothing_stays_as_it_is(before, typed):
    assert compared_with(typed, before) == ""


@pytest.mark.parametrize(
    ("typed", "first", "second", "leans", "whole"),
    [
        ("两个加起来呢", "石桥累计茶企多少家", "柳湾累计茶企多少家", False, "石桥和柳湾累计茶企加起来多少家"),
        ("那两个差多少", "木工四级收费多少", "木工三级收费多少", False, "木工四级和三级收费差多少"),
        ("这俩一共多少", "木工四级多少钱", "陶艺四级", True, "木工四级和陶艺四级加起来多少钱"),
        ("两个都报要多少钱", "木工四级多少钱", "陶艺四级", True, "木工四级和陶艺四级加起来多少钱"),
        ("俩加一块儿呢", "木工四级有多少学徒", "陶艺四级", True, "木工四级和陶艺四级加起来有多少学徒"),
        ("两个哪个贵", "木工四级多少钱", "陶艺四级", True, "木工四级和陶艺四级哪个贵"),
        ("两个加起来呢", "木工几号开课", "在哪里报名", False, ""),
        ("两个人呢", "木工四级多少钱", "木工三级多少钱", False, ""),
    ],
)
def test_what_is_asked_of_the_last_two_at_once(typed, first, second, leans, whole):
    assert both_asked(typed, first, second, leans) == whole


@pytest.mark.parametrize(
    ("typed", "before", "whole"),
    [
        ("过了怎么办", "成绩有效期几年", "成绩有效期过了怎么办"),
        ("那错过了呢", "报名是哪几天", "报名是错过了呢"),
        ("过了怎么办", "要带身份证吗", ""),
        ("过了三级怎么办", "成绩有效期几年", ""),
    ],
)
def test_what_comes_when_the_time_asked_for_is_over(typed, before, whole):
    assert lapsed(typed, before) == whole


@pytest.mark.parametrize(
    ("typed", "before", "whole"),
    [
        ("第二多的呢", "茶企最多的是哪个市", "茶企第二多的是哪个市"),
        ("那第三的呢", "收费最贵的是哪门课", "收费第三贵的是哪门课"),
        ("第二个呢", "收费最贵的是哪门课", ""),
        ("第二多的呢", "收费多少", ""),
    ],
)
def test_another_place_in_the_order_is_asked_of_the_same(typed, before, whole):
    assert next_in_order(typed, before) == whole
