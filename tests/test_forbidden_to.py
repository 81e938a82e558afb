"""Whom a sentence forbids something to, by a list behind or the words before, and who merely pays less."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """青禾区攀岩馆使用须知

一、对象
年龄在16周岁以上、60周岁以下的居民。

二、安全
有下列疾病者禁止攀岩：心脏病、高血压、癫痫，以及醉酒的人员。
患有传染性皮肤病者请勿入场。馆内不得饮食（饮用水除外）。

三、收费
每场30元。55周岁以上会员每场优惠5元。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2031, 5, 6), wall=NOTICE)


@pytest.mark.parametrize("told", ["我有高血压能攀岩吗", "有癫痫可以攀岩不"])
def test_who_is_on_the_list_may_not(ask, told):
    assert ask(told).verdict == "not_eligible"


def test_another_illness_is_not_taken_for_one_of_the_list(ask):
    assert ask("有糖尿病可以攀岩吗").verdict is None


def test_who_pays_less_bounds_nobody_who_asks_whether_they_may_come(ask):
    assert ask("我妈52能来攀岩吗").verdict != "not_eligible"


def test_a_thing_excepted_is_heard_by_its_last_character(ask):
    assert ask("可以带水进去吗").verdict == "eligible"
