"""What a question wants worked out of figures."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.question import understand
from bot.figures.operations import Operation, wanted
from bot.speech.typos import TypoMender
from index.segmentation import Segmenter

MENDER = TypoMender({}, (), Segmenter())


def want(text):
    return wanted(understand(text, date(2031, 3, 1), MENDER))


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("哪个区的公园最多", Operation.HIGHEST),
        ("学费最便宜的是哪门课", Operation.LOWEST),
        ("谁的收入最高", Operation.HIGHEST),
        ("公园最多的三个区", Operation.HIGHEST),
        ("学费最贵多少钱", Operation.HIGHEST),
        ("木工和陶艺哪个贵", Operation.HIGHEST),
        ("东岭区和南洼区加起来多少个", Operation.TOTAL),
        ("木工比陶艺便宜多少", Operation.DIFFERENCE),
        ("少年组比成年组多发几块钱", Operation.DIFFERENCE),
        ("东岭区占全市的百分之几", Operation.SHARE),
        ("南洼区排第几", Operation.RANK),
        ("平均每个区几个公园", Operation.AVERAGE),
        ("公园超过10个的有哪些区", Operation.ABOVE),
        ("学费900元以下的有哪些课", Operation.BELOW),
        ("哪个区的收入是下降的", Operation.BELOW),
        ("木工和陶艺学费一样吗", Operation.SAME),
        ("两个班是同一天开课吗", Operation.SAME),
    ],
)
def test_an_operation_is_told_by_its_words(question, operation):
    assert want(question).operation is operation


@pytest.mark.parametrize(
    ("question", "operation", "place"),
    [
        ("公园第二多的是哪个区", Operation.HIGHEST, 2),
        ("哪门课学费第三便宜", Operation.LOWEST, 3),
        ("收入排第二的是哪个区", Operation.HIGHEST, 2),
        ("收入第三的是哪个区", Operation.HIGHEST, 3),
        ("哪个区倒数第二", Operation.LOWEST, 2),
        ("排第一的是哪个区", Operation.HIGHEST, 1),
        ("哪个区垫底", Operation.LOWEST, 1),
    ],
)
def test_a_place_in_the_order_can_be_asked_for(question, operation, place):
    assert (want(question).operation, want(question).place) == (operation, place)


@pytest.mark.parametrize(
    "question",
    [
        "最高能补多少",
        "最低生活保障线是多少",
        "公示至少几天",
        "占道停车一个月多少钱",
        "面试安排在几月几日",
        "养老保险按百分之几交",
        "学费多少",
        "还差三个月能报吗",
        "第二批什么时候截止",
        "第二位监护人要带什么",
    ],
)
def test_what_only_looks_like_an_operation_is_none(question):
    assert want(question) is None


def test_how_many_and_what_is_left_out():
    assert want("收入最高的三个县是哪些").count == 3
    assert want("前五名是哪些省").count == 5
    assert want("名额加起来多少人，不算家属").without == "家属"


def test_a_bound_has_its_unit_and_whether_it_belongs():
    found = want("面积不低于90平方米的有哪些")
    assert (found.bound, found.bound_unit, found.inclusive) == (90, "平方米", True)
    assert not want("面积超过90平方米的有哪些").inclusive
