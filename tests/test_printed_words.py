"""Everyday words put in the words that the notices print, where a question would be refused."""

from __future__ import annotations

from datetime import date

import pytest

MEALS = """枫桥区学生供餐办法

一、供餐时间
早餐7:00至8:00，午餐11:30至12:30。
二、收费
早餐每份4元，午餐每份11元，大豆制品不另收费。
三、管理
餐盘应当放回原处，咨询电话：0598-6610237。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2026, 3, 5), meals=MEALS)


def test_a_word_that_is_not_printed_is_taken_for_the_one_that_is(ask):
    assert "4元" in ask("早饭多少钱").answer


@pytest.mark.parametrize("question", ["有没有包间", "校车几点发车"])
def test_what_is_near_to_nothing_printed_stays_refused(ask, question):
    assert ask(question).outcome != "answered"
