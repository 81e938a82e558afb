"""What is said of one of several things that a notice offers, where another of them is asked about."""

from __future__ import annotations

from bot.conversation.question import Question
from bot.judging.aims import aimed_at
from corpus.conditions.audiences import audience_of
from corpus.notice import Notice
from corpus.once import once_per_notice
from corpus.rules.rules import compile_groups
from corpus.rules.targets import side_by_side

__all__ = ["of_another_offer"]


@once_per_notice
def _offers(notice: Notice) -> tuple[str, ...]:
    """The names of the things that a notice offers side by side."""
    beside = side_by_side(notice, compile_groups(notice))
    return tuple(dict.fromkeys(g.audience for g in beside if g.audience))


def of_another_offer(question: Question, notice: Notice, clause: int) -> bool:
    """Whether a clause is on one thing that is offered and a question names another."""
    offers = _offers(notice)
    own = audience_of(notice, clause)[0] if len(offers) > 1 else ""
    if own not in offers:
        return False
    asked = aimed_at(offers, f"{question.context} {question.text}")
    return bool(asked) and own not in asked
