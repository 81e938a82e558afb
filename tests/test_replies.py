"""Replies to what was asked back."""

from __future__ import annotations

import pytest

from bot.conversation.replies import as_fact, chosen, ordinal, unsure

OFFERED = ("单间公寓", "家庭套房", "集体宿舍")


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("2", "家庭套房"),
        ("第二个", "家庭套房"),
        ("最后一个", "集体宿舍"),
        ("家庭套房", "家庭套房"),
        ("套房那个", "家庭套房"),
        ("选宿舍", "集体宿舍"),
        ("家庭套房呢", "家庭套房"),
        ("公寓楼", ""),
        ("4", ""),
        ("第九个", ""),
    ],
)
def test_a_choice_in_any_form(typed, taken):
    assert chosen(typed, OFFERED) == taken


def test_words_that_two_share_choose_neither():
    assert chosen("公寓", ("单间公寓", "双人公寓")) == ""
    assert chosen("后者", ("单间公寓", "双人公寓")) == "双人公寓"


@pytest.mark.parametrize(
    ("fact", "question", "typed", "meant"),
    [
        ("age", "请问您多大年龄（周岁）？", "24", "今年24岁"),
        ("measure", "请问您的平均成绩是多少分？", "90", "平均成绩90分"),
        ("measure", "请问您的志愿服务是多少学时？", "五十", "志愿服务五十学时"),
        ("insurance", "请问您的社会保险累计缴纳了多少个月？", "18", "社保累计18个月"),
        ("work", "请问您工作年限是多少？", "6", "工作6年"),
        ("residence", "请问您是否具有本地户籍？", "是的", "有本市户籍"),
        ("residence", "请问您是否具有本地户籍？", "还没有", "没有本市户籍"),
        ("residence", "请问您是否具有本地户籍？", "去年才迁过来的", "去年才迁过来的"),
        ("certificate", "请问您是否持有五级证书？", "没有啊", "没有五级证书"),
        ("open", "请问您是否满足：住房唯一？", "没错", "满足：住房唯一"),
    ],
)
def test_a_short_reply_becomes_a_statement(fact, question, typed, meant):
    assert as_fact(typed, fact, question) == meant


@pytest.mark.parametrize("typed", ["不知道", "不清楚", "我也不太清楚", "忘了"])
def test_who_does_not_know(typed):
    assert unsure(typed)


def test_a_place_outside_the_list_points_at_nothing():
    assert ordinal("第三个", 2) is None
    assert ordinal("第三种多少钱", 3) == 2
