"""Time that is left until something ends, told of no length of work."""

from __future__ import annotations

from datetime import date

import pytest

from bot.person.person import read_person
from bot.speech.remaining import remaining_in

DAY = date(2026, 5, 6)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("合同还剩8个月", ["8个月"]),
        ("合同半年后到期", ["半年"]),
        ("只剩一年了", ["一年"]),
        ("我还有两年工作经验", []),
        ("干了五年", []),
    ],
)
def test_what_is_left_is_told_apart_from_what_has_passed(text: str, said: list[str]) -> None:
    assert [a.much.said for a in remaining_in(text)] == said


def test_what_is_left_is_no_work() -> None:
    assert read_person("门面合同还剩8个月，能报名吗", "本市", DAY, DAY).work is None
    worked = read_person("干电工五年了，证还剩3个月到期", "本市", DAY, DAY).work
    assert worked is not None
    assert worked.low == 60
