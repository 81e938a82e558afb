"""A bound against what a person has: the judged leaf, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bot.answer import ConditionState
from corpus.conditions import Leaf

__all__ = ["JudgedLeaf", "bound_word", "holds_for", "judge_bound", "spoken_amount"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN


@dataclass(frozen=True, slots=True)
class JudgedLeaf:
    """A leaf with its state, why, and the question that would decide it."""

    leaf: Leaf
    state: ConditionState
    why: str
    ask: str = ""
    presumed: bool = False


def holds_for(leaf: Leaf, have: Decimal) -> bool:
    assert leaf.value is not None
    match leaf.operator:
        case ">=":
            return have >= leaf.value
        case ">":
            return have > leaf.value
        case "<=":
            return have <= leaf.value
        case _:
            return have < leaf.value


def judge_bound(leaf: Leaf, have: Decimal | None, name: str, shown: str, ask: str) -> JudgedLeaf:
    want = f"{bound_word(leaf.operator)}{spoken_amount(leaf.value or Decimal(0), leaf.unit)}"
    if have is None:
        return JudgedLeaf(leaf, _UNKNOWN, f"{name}未说明", ask)
    if holds_for(leaf, have):
        return JudgedLeaf(leaf, _MET, f"{name}{shown}，符合“{want}”的要求")
    return JudgedLeaf(
        leaf,
        _UNMET,
        f"{name}{shown}，未达到“{want}”的要求"
        if leaf.operator[0] == ">"
        else f"{name}{shown}，不符合“{want}”的要求",
    )


def bound_word(operator: str) -> str:
    return {">=": "满", ">": "超过", "<=": "不超过", "<": "低于"}.get(operator, "")


def spoken_amount(value: Decimal, unit: str) -> str:
    if unit == "个月" and value >= 12:
        years, months = divmod(int(value), 12)
        return f"{years}年" + (f"{months}个月" if months else "")
    if unit == "元" and value >= 10**4 and value % 100 == 0:
        return f"{format((value / 10**4).normalize(), 'f')}万元"
    return f"{format(value.normalize(), 'f')}{unit}"
