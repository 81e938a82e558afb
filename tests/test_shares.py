"""Shares told in words, and worked out of two counts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.judging.shares import share_of_counts, shares_in
from bot.speech.interval import Interval


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("一半是旧料", 50),
        ("出勤九成", 90),
        ("到了八成五", 85),
        ("四分之三都签了字", 75),
        ("3/5的住户", 60),
    ],
)
def test_a_share_in_words(text: str, share: int) -> None:
    (found,) = shares_in(text)
    assert found.much.low == found.much.high == share


@pytest.mark.parametrize("text", ["成绩不错", "十分之忙", "3成年人", "2025/3/4来的", "一成立就报了"])
def test_what_is_no_share(text: str) -> None:
    assert list(shares_in(text)) == []


def test_more_than_half_reaches_from_half_on() -> None:
    (found,) = shares_in("过半的人同意")
    assert found.much == Interval(Decimal(50), Decimal(100), open_low=True, said="过半")


def test_of_two_counts_the_smaller_is_the_part() -> None:
    found = share_of_counts("同意人数占评委总数", "一共8个评委，6个投了同意")
    assert found == (Interval.exactly(75), "6÷8=75%")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("出勤率", "我一个人去"),
        ("出勤率", "8个评委，6台机器"),
        ("参加人数", "一共8个评委，6个投了同意"),
        ("占总数", "3个人，5个人，8个人"),
    ],
)
def test_no_share_without_two_counts_of_a_kind(words: str, text: str) -> None:
    assert share_of_counts(words, text) is None


@given(st.integers(1, 999), st.integers(1, 999))
def test_a_share_of_counts_is_at_most_the_whole(one: int, two: int) -> None:
    found = share_of_counts("裁员率", f"年初{one}人，走了{two}人")
    assert found is not None
    assert 0 < found[0].low <= 100
