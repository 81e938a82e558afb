"""The seats of a vehicle, told as a number or by its kind."""

from __future__ import annotations

import pytest

from bot.answer_parts import ConditionState
from bot.judging.vehicles import judge_vehicle

MET, UNMET = ConditionState.MET, ConditionState.UNMET


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("我开的5座轿车", MET),
        ("就是普通小轿车", MET),
        ("九座的商务车", MET),
        ("十一座的商务车", UNMET),
        ("是辆皮卡", UNMET),
        ("我有辆车", None),
    ],
)
def test_seats_are_held_against_the_most_allowed(told: str, state: ConditionState | None) -> None:
    assert judge_vehicle("九座以下(含九座)载客汽车", told) is state


def test_a_condition_on_no_seats_is_left_alone() -> None:
    assert judge_vehicle("新能源汽车", "5座轿车") is None
