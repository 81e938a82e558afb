"""What a reply to one question settles of conditions on the same figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.answer_parts import Claim, ConditionState
from bot.judging.claims import by_claim, claim_key
from bot.speech.bounded import JudgedLeaf
from corpus.conditions.conditions import Attribute, Leaf


def _leaf(operator: str, years: int) -> Leaf:
    return Leaf(Attribute.WORK, operator, Decimal(years * 12), "个月", "")


@pytest.mark.parametrize(
    ("asked", "holds", "other", "state"),
    [
        ((">=", 4), False, (">=", 5), "unmet"),
        ((">=", 4), False, (">=", 3), "unknown"),
        ((">=", 4), True, (">=", 3), "met"),
        ((">=", 4), True, (">=", 5), "unknown"),
        (("<=", 4), True, ("<=", 5), "met"),
        (("<=", 4), False, ("<=", 3), "unmet"),
        (("<=", 4), False, ("<=", 5), "unknown"),
        ((">=", 4), False, ("<=", 3), "unknown"),
    ],
)
def test_a_bound_that_is_settled_settles_those_that_follow_from_it(asked, holds, other, state) -> None:
    claim = Claim(claim_key(_leaf(*asked)), holds, "满4年" if holds else "不满4年")
    judged = JudgedLeaf(_leaf(*other), ConditionState.UNKNOWN, "")
    assert by_claim(judged, [claim]).state.value == state


def test_a_bound_that_a_reply_leaves_open_is_asked_about_with_that_reply() -> None:
    open_yet = JudgedLeaf(_leaf(">=", 2), ConditionState.UNKNOWN, "工作年限未说明")
    claim = Claim(claim_key(_leaf(">=", 4)), False, "不满4年")
    assert by_claim(open_yet, [claim]).told == "不满4年"
