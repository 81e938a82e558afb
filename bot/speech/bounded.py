"""A bound against what a person has: the judged leaf, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bot.answer_parts import ConditionState
from bot.speech.interval import Interval
from corpus.conditions.conditions import Leaf, Waiver

__all__ = ["JudgedLeaf", "bound_word", "holds_for", "judge_bound", "spoken_amount", "spoken_interval"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN


@dataclass(frozen=True, slots=True)
class JudgedLeaf:
    """A leaf with its state, why, and the question that would decide it.

    `told` is what the person said of it where that lies on both sides of the bound: 五年左右 of 满5年.
    `waits_for` is another condition that has to be known instead: of whom a bound is relaxed. `freed_by` is
    the sentence by which a relaxed bound is met. `instead` asks for another number that the bound turns on:
    how much of what was told does not count.
    """

    leaf: Leaf
    state: ConditionState
    why: str
    ask: str = ""
    presumed: bool = False
    told: str = ""
    waits_for: Leaf | None = None
    freed_by: Waiver | None = None
    instead: str = ""

    @property
    def asked(self) -> Leaf:
        """What to ask about."""
        return self.waits_for or self.leaf


def holds_for(leaf: Leaf, have: Interval) -> ConditionState:
    """Whether what a person has keeps to a bound: unknown where some of what it may be does and some not."""
    assert leaf.value is not None
    bound, low, high = leaf.value, have.low, have.high
    match leaf.operator:
        case ">=":
            met, unmet = low >= bound, high < bound or (high == bound and have.open_high)
        case ">":
            met, unmet = low > bound or (low == bound and have.open_low), high <= bound
        case "<=":
            met, unmet = high <= bound, low > bound or (low == bound and have.open_low)
        case _:
            met, unmet = high < bound or (high == bound and have.open_high), low >= bound
    return _MET if met else _UNMET if unmet else _UNKNOWN


def judge_bound(leaf: Leaf, have: Interval | None, name: str, ask: str, shown: str = "") -> JudgedLeaf:
    """A bound judged. `shown` is how the person's value is told, where not by itself."""
    want = f"{bound_word(leaf.operator)}{spoken_amount(leaf.value or Decimal(0), leaf.unit)}"
    if have is None:
        return JudgedLeaf(leaf, _UNKNOWN, f"{name}未说明", ask)
    shown = shown or spoken_interval(have, leaf.unit)
    state = holds_for(leaf, have)
    if state is _MET:
        return JudgedLeaf(leaf, _MET, f"{name}{shown}，符合“{want}”的要求")
    if state is _UNKNOWN:
        return JudgedLeaf(leaf, _UNKNOWN, f"{name}{shown}，不能确定是否{want}", ask, told=shown)
    short = "未达到" if leaf.operator[0] == ">" else "不符合"
    return JudgedLeaf(leaf, _UNMET, f"{name}{shown}，{short}“{want}”的要求")


def bound_word(operator: str) -> str:
    return {">=": "满", ">": "超过", "<=": "不超过", "<": "低于"}.get(operator, "")


def spoken_amount(value: Decimal, unit: str) -> str:
    if unit == "个月" and value >= 12:
        years, months = divmod(int(value), 12)
        return f"{years}年" + (f"{months}个月" if months else "")
    if unit == "元" and value >= 10**8 and value % 10**6 == 0:
        return f"{format((value / 10**8).normalize(), 'f')}亿元"
    if unit == "元" and value >= 10**4 and value % 100 == 0:
        return f"{format((value / 10**4).normalize(), 'f')}万元"
    if value != value.quantize(Decimal("0.01")):
        value = value.quantize(Decimal("0.01"))
    return f"{format(value.normalize(), 'f')}{unit}"


def spoken_interval(value: Interval, unit: str) -> str:
    """A quantity as it was told, else in figures: 5年, 快五年, 40至50平方米, 3个月以上."""
    if value.exact:
        return spoken_amount(value.low, unit)
    if value.said:
        return value.said
    if not value.high.is_finite():
        return f"{spoken_amount(value.low, unit)}以上"
    if unit == "个月" and value.high - value.low <= 1 and value.open_high:
        return spoken_amount(value.low, unit) + "多"
    return f"{spoken_amount(value.low, unit)}至{spoken_amount(value.high, unit)}"
