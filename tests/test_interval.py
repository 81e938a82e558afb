"""Quantities between two ends, and bounds held against them in three values."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer_parts import ConditionState
from bot.speech.bounded import holds_for, judge_bound, spoken_interval
from bot.speech.interval import UNBOUNDED, Interval
from corpus.conditions.conditions import Attribute, Leaf

MET, UNMET, UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN
NUMBERS = st.integers(0, 60).map(Decimal)
OPERATORS = st.sampled_from([">=", ">", "<=", "<"])


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    if low == high:
        return Interval.exactly(low)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


def leaf(operator: str, value: Decimal | int) -> Leaf:
    return Leaf(Attribute.WORK, operator, Decimal(value), "个月", "工作满若干年")


def inside(interval: Interval) -> list[Decimal]:
    """Some of the values it may be, those next to its ends among them."""
    near = Decimal("0.001")
    ends = [interval.low + near, interval.high - near, (interval.low + interval.high) / 2]
    if not interval.open_low:
        ends.append(interval.low)
    if not interval.open_high:
        ends.append(interval.high)
    return [interval.low] if interval.exact else ends


@given(intervals(), OPERATORS, NUMBERS)
def test_what_decides_decides_for_every_value_it_may_be(interval, operator, value):
    states = {holds_for(leaf(operator, value), Interval.exactly(v)) for v in inside(interval)}
    found = holds_for(leaf(operator, value), interval)
    assert found is (states.pop() if len(states) == 1 else UNKNOWN)


@given(intervals(), intervals(), OPERATORS, NUMBERS)
def test_knowing_more_closely_never_undoes_what_was_decided(one, two, operator, value):
    wide = Interval(min(one.low, two.low), max(one.high, two.high))
    before, now = (holds_for(leaf(operator, value), i) for i in (wide, one))
    assert before is UNKNOWN or now is before


@given(intervals(), intervals())
def test_sums_and_rests(one, two):
    both = one + two
    assert (both.low, both.high) == (one.low + two.low, one.high + two.high)
    rest = both - two
    assert rest.low <= one.low
    assert one.high <= rest.high
    assert (one - two).low >= 0


@given(intervals())
def test_times_and_over_undo_each_other(interval):
    assert interval.times(12).over(12) == interval


@given(intervals())
def test_whole_ones_lie_within(interval):
    whole = interval.whole()
    assert interval.low - 1 < whole.low <= whole.high <= interval.high


@pytest.mark.parametrize(
    ("interval", "operator", "value", "state"),
    [
        (Interval(Decimal(48), Decimal(60), open_high=True), ">=", 60, UNMET),  # 快五年 of 满5年
        (Interval(Decimal(48), Decimal(60), open_high=True), ">=", 48, MET),
        (Interval(Decimal(54), Decimal(66)), ">=", 60, UNKNOWN),  # 五年左右
        (Interval(Decimal(54), Decimal(66)), ">=", 48, MET),
        (Interval(Decimal(54), Decimal(66)), ">=", 72, UNMET),
        (Interval(Decimal(60), Decimal(72), open_high=True), ">=", 60, MET),  # 五年多
        (Interval(Decimal(60), Decimal(72), open_high=True), "<", 72, MET),
        (Interval(Decimal(60), UNBOUNDED), ">=", 72, UNKNOWN),  # 五年以上
        (Interval(Decimal(60), UNBOUNDED, open_low=True), ">", 60, MET),  # 超过五年
    ],
)
def test_bounds_at_the_ends(interval, operator, value, state):
    assert holds_for(leaf(operator, value), interval) is state


def test_what_straddles_is_asked_about_by_what_was_told():
    judged = judge_bound(
        leaf(">=", 60), Interval(Decimal(54), Decimal(66), said="五年左右"), "工作年限", "请问多久了？"
    )
    assert (judged.state, judged.told) == (UNKNOWN, "五年左右")
    assert "五年左右" in judged.why
    assert "满5年" in judged.why


@pytest.mark.parametrize(
    ("interval", "unit", "told"),
    [
        (Interval.exactly(66), "个月", "5年6个月"),
        (Interval(Decimal(48), Decimal(60), said="快五年"), "个月", "快五年"),
        (Interval(Decimal(40), Decimal(50)), "平方米", "40平方米至50平方米"),
        (Interval(Decimal(60), UNBOUNDED), "个月", "5年以上"),
        (Interval(Decimal(65), Decimal(66), True, True), "个月", "5年5个月多"),
    ],
)
def test_how_it_is_told(interval, unit, told):
    assert spoken_interval(interval, unit) == told
