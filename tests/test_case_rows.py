"""Rows that the figures of a case fall in."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.question import understand
from bot.figures.case_rows import rows_of_case
from bot.figures.rows import look_up
from bot.speech.typos import TypoMender
from index.segmentation import Segmenter

MENDER = TypoMender({}, (), Segmenter())
AREA = [
    ("table", "", -1),
    ("row", "面积=50亩以上不足100亩|每亩补贴=60元", 0),
    ("row", "面积=100亩以上不足500亩|每亩补贴=90元", 0),
    ("row", "面积=500亩以上|每亩补贴=110元", 0),
]
ROOMS = [
    ("table", "", -1),
    ("row", "户型=一居|配租对象=1人户|月租=300元", 0),
    ("row", "户型=两居|配租对象=2至3人户|月租=500元", 0),
    ("row", "户型=三居|配租对象=4人及以上户|月租=700元", 0),
]
PRIZES = [
    ("table", "", -1),
    ("row", "名次=第1名|奖金=3000元", 0),
    ("row", "名次=第2—5名|奖金=1000元", 0),
]


def ask(text, context=""):
    from dataclasses import replace

    return replace(understand(text, date(2031, 3, 1), MENDER), context=context)


@pytest.mark.parametrize(
    ("table", "question", "rows"),
    [
        (AREA, "种了120亩每亩补多少", [2]),
        (AREA, "100亩地每亩补多少", [2]),
        (AREA, "种了600亩补多少", [3]),
        (AREA, "每亩补多少", []),
        (AREA, "30亩补多少", []),
        (ROOMS, "我家3个人月租多少", [2]),
        (ROOMS, "一家五口人月租多少", [3]),
        (PRIZES, "第三名奖金多少", [2]),
        (PRIZES, "第1名奖金多少", [1]),
        (PRIZES, "第九名奖金多少", []),
    ],
)
def test_the_row_whose_range_holds_the_figure(make_notice, table, question, rows):
    assert list(rows_of_case(ask(question), make_notice("n", "某地办法", table), 0)) == rows


def test_the_case_may_have_been_told_before(make_notice):
    notice = make_notice("n", "某地办法", AREA)
    assert list(rows_of_case(ask("那每亩多少钱", "我种了120亩"), notice, 0)) == [2]


def test_the_row_looked_up_is_that_of_the_case(make_notice):
    (match,) = look_up(ask("种了120亩每亩补多少"), make_notice("n", "某地办法", AREA), 0)
    assert match.clause == 2
    assert match.score >= 1
