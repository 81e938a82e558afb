"""Questions whose answer is taken out of the notice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eval.cases import Behaviour, Case
from eval.knockouts import knockouts, rounds

DEADLINE = Case(
    "day", ("助学金什么时候截止",), doc="study", must_contain=("5月20日",), gold_quote="逾期不予受理"
)
PAPERS = Case("papers", ("申领助学金要什么材料",), doc="study", gold_quote="户口簿复印件")
AMOUNT = Case("sum", ("本科一学期发多少",), doc="study", must_contain=("2400",), gold_quote="2400")
PERSON = Case("may", ("我19岁能申领吗",), doc="study", verdict="needs_info", gold_quote="年满18周岁")


def text_of(knockout):
    return "".join(n.clause_text(i) for n in knockout.notices for i in range(len(n.clauses)))


def test_the_answer_is_gone_wherever_it_is_stated_and_the_rest_stays(samples):
    (made,) = knockouts([DEADLINE], samples)
    assert made.case.behaviour is Behaviour.ABSTAIN
    assert (made.case.turns, made.case.must_contain, made.case.gold_quote) == (DEADLINE.turns, (), "")
    assert "5月20日" not in text_of(made)
    assert "6月30日" in text_of(made)
    assert any("2025年5月20日" in taken for taken in made.taken)


def test_a_question_for_a_list_loses_the_whole_list(samples):
    (made,) = knockouts([PAPERS], samples)
    assert not any(paper in text_of(made) for paper in ("户口簿", "成绩单原件", "个人陈述一篇"))
    assert "登录助学平台" in text_of(made)


@pytest.mark.parametrize(
    "case",
    [
        PERSON,
        replace(DEADLINE, behaviour=Behaviour.ABSTAIN),
        replace(DEADLINE, gold_quote="没有这样的话", must_contain=()),
        replace(DEADLINE, doc=None),
    ],
)
def test_no_question_about_a_person_and_none_without_a_ground_is_made(samples, case):
    assert knockouts([case], samples) == []


def test_each_round_lacks_one_answer_a_file_and_all_are_asked_once(samples):
    made = knockouts([DEADLINE, PAPERS, AMOUNT], samples)
    told = list(rounds(made, samples))
    assert [len(now) for _, now in told] == [1, 1, 1]
    assert [k.case.case_id for _, now in told for k in now] == ["day~", "papers~", "sum~"]
    for library, (knockout,) in told:
        assert [n.notice_id for n in library.notices] == [n.notice_id for n in samples.notices]
        assert library.notice("study_grant_2025") == knockout.notices[0]
        assert library.notice("talent_flat") == samples.notice("talent_flat")
    assert len({library.digest for library, _ in told}) == 3
