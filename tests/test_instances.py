"""Which of several alike a question is about, and amounts that are demanded."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.demanded_amounts import asks_demand, demands
from bot.conversation.question import Question, understand
from bot.planning.instances import missing_instance
from bot.speech.typos import TypoMender
from index.segmentation import Segmenter

MENDER = TypoMender({}, (), Segmenter())


def read(text: str) -> Question:
    return understand(text, date(2031, 3, 1), MENDER)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("第三批补助有多少家", "第三批"),
        ("第四批补助有多少家", ""),
        ("第4批补助有多少家", ""),
        ("首批补助有多少家", ""),
        ("补助有多少家", ""),
        ("8月有多少家申领", "8月"),
        ("7月有多少家申领", ""),
        ("8月1日能去办吗", ""),
    ],
)
def test_a_batch_or_month_of_which_the_notice_is_not(make_notice, question, missing):
    notice = make_notice("a", "7月第四批补助统计", [("paragraph", "第四批补助申领38家，首批12家。", -1)])
    text = question.replace("首批", "第一批")
    assert missing_instance(read(text), notice) == missing


@pytest.mark.parametrize(
    ("question", "stated", "missing"),
    [
        ("四级补贴多少", "一级每月160元，二级每月110元，三级每月80元。", "四级"),
        ("三级补贴多少", "1级每月160元，2级每月110元，3级每月80元。", ""),
        ("四级补贴多少", "一级每月160元，二级及以下每月110元，三级另计。", ""),  # a range takes it in
        ("3号线几点发车", "1、2号线首班车6:00发车。", "3号线"),
        ("1号线几点发车", "1、2号线首班车6:00发车。", ""),
        ("18号窗口办什么", "17至20号窗口办理登记。", ""),
    ],
)
def test_a_level_or_number_of_which_the_notice_is_not(make_notice, question, stated, missing):
    notice = make_notice("a", "护理补助公告", [("paragraph", stated, -1)])
    assert missing_instance(read(question), notice) == missing


def test_a_notice_without_batches_lacks_none(make_notice):
    notice = make_notice("a", "补助统计", [("paragraph", "补助申领38家。", -1)])
    assert missing_instance(read("第三批补助有多少家"), notice) == ""


@pytest.mark.parametrize(
    ("question", "text", "demanded"),
    [
        ("要修多少学时", "每年累计不少于72学时。", True),
        ("要修多少学时", "参加讲座每半天计4学时。", False),
        ("至少写几篇", "须提交3篇。", True),
        ("至少写几篇", "每人限报1篇。", False),
    ],
)
def test_a_rate_is_no_amount_to_reach(question, text, demanded):
    asked = read(question)
    assert asks_demand(asked)
    assert demands(asked, text) is demanded


def test_what_is_not_demanded_is_not_asked_so():
    assert not asks_demand(read("要交多少钱"))
    assert not asks_demand(read("去年评上几篇"))
