"""In whose name a thing is told to be, against whose name a condition wants it in."""

from __future__ import annotations

import pytest

from bot.answer_parts import ConditionState
from bot.judging.in_whose_name import judge_name

MET, UNMET = ConditionState.MET, ConditionState.UNMET
OWN = "电动车登记在申请人或其父母、子女名下"


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("电动车在我妈名下", MET),
        ("车写的我自己名字", MET),
        ("车登记在我闺女名下", MET),
        ("车是挂公司的", UNMET),
        ("车在我表弟名下", UNMET),
        ("车在我老婆名下", UNMET),
        ("车不是我的名字", None),
        ("车是新买的", None),
    ],
)
def test_a_name_that_is_told_decides(told: str, state: ConditionState | None) -> None:
    assert judge_name(OWN, told) is state


def test_a_condition_on_no_name_is_left_alone() -> None:
    assert judge_name("申请人名下无住房", "房子在我爸名下") is None
