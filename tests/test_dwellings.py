"""Which home that is told is one that a condition wants."""

from __future__ import annotations

import pytest

from bot.judging.dwellings import judge_dwelling

_EITHER = "在本区有合法稳定住所(含自购住房、已办理租赁备案的租房)"


@pytest.mark.parametrize(
    ("words", "text", "state"),
    [
        (_EITHER, "房子是租的，备过案", "met"),
        (_EITHER, "租的房子备案了", "met"),
        (_EITHER, "自己买的房", "met"),
        (_EITHER, "租的房还没备过案", "unmet"),
        (_EITHER, "房子租的，没去备案", "unmet"),
        (_EITHER, "租房住", "unknown"),
        (_EITHER, "我30岁", None),
        ("有自有产权住房", "我租的房", "unmet"),
        ("有自有产权住房", "有房产证", "met"),
        ("有合法稳定住所", "租的房", "met"),
        ("在本市无自有住房", "租的房", None),
        ("人均住房面积不足15平方米", "自己买的房", None),
    ],
)
def test_which_home_counts(words: str, text: str, state: str | None) -> None:
    judged = judge_dwelling(words, text)
    assert (judged.value if judged else None) == state
