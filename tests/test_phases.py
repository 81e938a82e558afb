"""What holds before an act and what holds after it, by what somebody tells of the act."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer_parts import Verdict
from bot.judging.phases import is_of_other_phase, of_this_phase, phase_of

NOTICE = """青石馆研学营须知

一、缴费前可以自行修改营期，缴费后不能改。
二、开营前退营的，营费全额退还；开营后不予退费。
三、作品提交前可以更换，提交后一律不得更换。
"""


@pytest.mark.parametrize(
    ("case", "told", "holds"),
    [
        ("缴费后", "报名费交完了", True),
        ("缴费后", "还没交钱", False),
        ("缴费前", "还没交费", True),
        ("作品提交后一律", "作品已经交了", True),
        ("开营前退营的", "还没开营", True),
        ("缴费后", "能改营期吗", None),
        ("入馆时", "交完了", None),
    ],
)
def test_what_is_told_says_on_which_side_of_an_act_somebody_stands(case, told, holds):
    assert phase_of(case, told) is holds
    assert is_of_other_phase(case, told) is (holds is False)


def test_the_other_half_is_left_out():
    text = "开营前退营的,全额退还;开营后不予退费。"
    assert of_this_phase(text, "还没开营") == "开营前退营的,全额退还;"
    assert of_this_phase(text, "退费吗") == text


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2026, 3, 1), camp=NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("钱交完了才发现营期选错，能改吗", Verdict.NOT_ELIGIBLE),
        ("还没交费，营期能改吗", Verdict.ELIGIBLE),
        ("作品已经提交了还能换吗", Verdict.NOT_ELIGIBLE),
        ("开营以后还能退钱吗", Verdict.NOT_ELIGIBLE),
    ],
)
def test_the_half_that_is_told_decides(ask, question, verdict):
    assert ask(question).verdict == verdict
