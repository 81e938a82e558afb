"""Questions to open a conversation with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answer import Answer
from bot.answer_parts import Intent, Outcome
from bot.conversation.dialogue import DialogueState
from bot.service.openers import LISTING, openers

DAY = date(2025, 4, 10)


def test_what_is_offered_is_answered_by_the_notice_it_names(assistant, samples):
    def ask(question):
        return assistant.answer(question, DialogueState(), DAY)[0]

    listing, *offered = openers(samples.notices, ask, DAY)
    assert listing == LISTING
    assert 1 <= len(offered) <= 3
    assert len({q.rpartition("》")[2] for q in offered}) == len(offered)
    for question in offered:
        answer = ask(question)
        assert answer.outcome == "answered"
        assert len({c.notice_id for c in answer.citations}) == 1


def test_a_notice_that_has_lapsed_comes_behind_those_in_force(make_notice):
    lines = [("paragraph", "一、费用", -1)]
    lapsed, in_force = make_notice("a", "甲办法通知", lines), make_notice("b", "乙办法通知", lines)
    lapsed = replace(lapsed, valid_until=date(2020, 1, 1))
    asked = []

    def ask(question):
        asked.append(question)
        return Answer(Outcome.UNANSWERABLE, Intent.GENERAL, "")

    assert openers((lapsed, in_force), ask, DAY) == (LISTING,)
    assert asked[0].startswith("《乙")
    assert asked[-1].startswith("《甲")


def test_without_notices_the_listing_alone_is_offered():
    assert openers((), lambda q: None, DAY) == (LISTING,)
