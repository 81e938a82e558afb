"""What passes and what does not, by the contract."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer_parts import Outcome
from bot.service.schemas import AskResponse
from eval.cases import Behaviour, Case
from eval.measures import behaviour, contains, failures, normalise, overlaps, verbatim


def response(answer: str = "每人200元", notice: str = "n1_fees#2", **more: object) -> AskResponse:
    where = {"notice_id": notice, "notice_title": "", "issuer": "", "locator": "一", "heading_path": []}
    rest = {"quote": "每人200元", "start": 0, "end": 6, "page": None, "source": "", "restated": False}
    known = {"answer_id": "a", "session_id": "s", "outcome": "answered", "intent": "fee", "answer": answer}
    lists: dict[str, object] = {k: [] for k in ("conditions", "missing", "facts", "suggestions")}
    single = {"verdict": None, "target": None, "timing": None, "confidence": 0.9, "index_version": "v"}
    return AskResponse.model_validate({**known, **lists, **single, "citations": [{**where, **rest}], **more})


def case(**more: object) -> Case:
    return Case(**{"case_id": "x", "turns": ("多少钱",), **more})


def checks(wanted: Case, got: AskResponse) -> list[str]:
    return [failure.check for failure in failures(wanted, got)]


def test_white_space_commas_and_full_width_forms_do_not_count():
    assert normalise(" １，２００ 元\n（A）") == "1200元(a)"
    assert contains("共计 1,200元。", "1200 元")
    assert contains("满５年即可", "十年|5年")
    assert not contains("满6年即可", "十年|5年")


@pytest.mark.parametrize("entry", ["", "|", " | "])
def test_an_empty_alternative_is_never_contained(entry):
    assert not contains("什么都有", entry)


@pytest.mark.parametrize(
    ("gold", "quote", "hit"),
    [
        ("每人200元", "一、每人 200 元，学生减半", True),  # the quote holds it
        ("每人200元，学生减半", "学生减半", True),  # a part of it
        ("每人200元", "每人", False),  # too small a part
        ("报名截止时间为3月1日", "截止时间为3月1日，逾期不候", True),  # most of it is shared
        ("报名截止时间为3月1日", "缴费截止时间为4月9日", False),  # five characters in a row are too few
        ("每人200元", "", False),
        ("", "每人200元", False),
    ],
)
def test_overlap_with_the_gold_passage(gold, quote, hit):
    assert overlaps(gold, ["无关的话", quote]) is hit


def shared(a: str, b: str) -> int:
    return max((j - i for i in range(len(a)) for j in range(i + 1, len(a) + 1) if a[i:j] in b), default=0)


@given(st.text("甲乙丙", max_size=14), st.text("甲乙丙", max_size=14))
def test_overlap_agrees_with_its_definition(gold, quote):
    longest = shared(gold, quote)
    inside = gold in quote or (quote in gold and len(quote) >= 4)
    most = longest >= 6 and longest >= 0.6 * min(len(gold), len(quote))
    assert overlaps(gold, [quote]) is bool(gold and quote and (inside or most))


def test_verbatim_but_for_white_space():
    text = "一、每人\n  200 元。"
    assert verbatim("每人200元。", text, 2, len(text))
    assert not verbatim("每人200元", text, 2, len(text))
    assert not verbatim("每人２００元。", text, 2, len(text))
    assert not verbatim("", text, 4, 4)


def test_four_outcomes_are_three_behaviours():
    got = [behaviour(outcome) for outcome in Outcome]
    assert got == [Behaviour.ANSWER, Behaviour.CLARIFY, Behaviour.ABSTAIN, Behaviour.ABSTAIN]


def test_an_answer_as_wanted_passes():
    wanted = case(doc="n1", must_contain=("200元|两百元", "每人"), must_not_contain=("300",))
    assert failures(wanted, response()) == ()


@pytest.mark.parametrize(
    ("wanted", "got", "check"),
    [
        (case(), response(outcome="clarify"), "behaviour"),
        (case(), response(outcome="unanswerable"), "behaviour"),
        (case(behaviour=Behaviour.ABSTAIN), response(), "behaviour"),
        (case(behaviour=Behaviour.CLARIFY), response(), "behaviour"),
        (case(verdict="eligible"), response(verdict="not_eligible"), "verdict"),
        (case(verdict="eligible"), response(), "verdict"),
        (case(must_contain=("100元",)), response(), "missing"),
        (case(must_not_contain=("200",)), response(), "forbidden"),
        (case(doc="n2"), response(), "document"),
        (case(doc="n1"), response(citations=[]), "document"),
        (case(), response("每" * 501), "length"),
    ],
)
def test_what_is_wrong_is_named(wanted, got, check):
    assert checks(wanted, got) == [check]


def test_five_hundred_characters_are_allowed():
    assert checks(case(), response("每" * 500)) == []


@pytest.mark.parametrize("outcome", ["answered", "clarify"])
@pytest.mark.parametrize("wanted", [Behaviour.ANSWER, Behaviour.CLARIFY])
def test_needs_info_may_answer_or_ask_back(outcome, wanted):
    needs = case(behaviour=wanted, verdict="needs_info")
    assert checks(needs, response(outcome=outcome, verdict="needs_info")) == []
    assert checks(needs, response(outcome="unanswerable", verdict="needs_info")) == ["behaviour"]


def test_a_tolerant_case_takes_any_behaviour_and_verdict_but_not_any_facts():
    wanted = case(reason="Tolerant: either way", verdict="eligible", must_contain=("100元",))
    assert checks(wanted, response(outcome="clarify", verdict="needs_info")) == ["missing"]


def test_facts_and_documents_do_not_count_where_it_should_abstain():
    wanted = case(behaviour=Behaviour.ABSTAIN, must_contain=("100元",), must_not_contain=("200",), doc="n2")
    assert checks(wanted, response(outcome="out_of_scope")) == []


def test_another_document_may_be_cited_where_it_should_ask_back():
    assert checks(case(behaviour=Behaviour.CLARIFY, doc="n2"), response(outcome="clarify")) == []
