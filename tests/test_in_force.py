"""Whether a paper or an insurance is in force."""

from __future__ import annotations

import pytest

from bot.answer_parts import ConditionState
from bot.judging.in_force import judge_force

MET, UNMET = ConditionState.MET, ConditionState.UNMET


@pytest.mark.parametrize(
    ("words", "told", "state"),
    [
        ("意外险在有效期内", "保险还有效", MET),
        ("意外险在有效期内", "意外险没过期", MET),
        ("健康证须在有效期内", "健康证上个月过期了", UNMET),
        ("租赁合同有效", "合同没到期", MET),
        ("健康证须在有效期内", "保险过期了", None),
        ("品行良好", "证没过期", None),
    ],
)
def test_what_is_told_of_a_paper_decides(words: str, told: str, state: ConditionState | None) -> None:
    assert judge_force(words, told) is state
