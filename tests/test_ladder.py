"""Who may apply for a step of a ladder, and for whom a notice is open by employer; one notice for both."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer_parts import Verdict

NOTICE = """青石省匠心工坊培育通知

一、申报对象：本省企事业单位（不含参照公务员法管理的事业单位）的工艺人员。
二、省级匠心工坊由市级匠心工坊中遴选产生，市级匠心工坊由县级匠心工坊中遴选产生，不得跨级申报。
三、生育并领取《长寿证》的职工，可享受每月60元的节令费。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2026, 3, 1), workshop=NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("市级工坊能申报省级工坊吗", Verdict.ELIGIBLE),
        ("县级工坊可以直接申报省级吗", Verdict.NOT_ELIGIBLE),
        ("没评上县级，能直接报市级吗", Verdict.NOT_ELIGIBLE),
        ("省级的可以直接申报吗，我们已经进了市级", Verdict.ELIGIBLE),
    ],
)
def test_a_step_is_open_to_the_one_below_it(ask, question, verdict):
    answer = ask(question)
    assert answer.verdict == verdict
    assert "遴选产生" in answer.citations[0].quote


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("事业单位的能申报吗", Verdict.ELIGIBLE),
        ("国企职工能申报吗", Verdict.ELIGIBLE),
        ("参公单位的能申报吗", Verdict.NOT_ELIGIBLE),
        ("机关编制能申报吗", Verdict.NOT_ELIGIBLE),
    ],
)
def test_what_a_bracket_leaves_out_is_not_the_whole_kind(ask, question, verdict):
    assert ask(question).verdict == verdict


def test_who_lacks_what_a_permission_rests_on_is_not_told_that_they_may(ask):
    assert ask("没有长寿证能领节令费吗").verdict != Verdict.ELIGIBLE


def test_who_holds_shares_of_a_company_does_not_work_for_it(ask):
    assert ask("我占了朋友公司5%的股，能申报吗").verdict != Verdict.ELIGIBLE
