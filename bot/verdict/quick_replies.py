"""Quick replies to a question asked back, each with what it settles.

A bound is answered by bands on either side of it (不满5年, 满5年及以上); where several conditions bound the
same thing, one answer settles all of them. What is yes or no is answered by 是 and 否.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from bot.answer_parts import Claim
from bot.judging.claims import claim_key
from bot.speech.bounded import spoken_amount
from corpus.conditions.conditions import Attribute, Leaf
from corpus.conditions.credentials import degree_of
from corpus.values.periods import written_day

__all__ = ["QuickReply", "quick_replies"]

_DEGREES = ("初中", "高中", "中专", "大专", "本科", "硕士")
_YES, _NO = "是", "否"
_MOST, _MOST_BORN = 5, 12  # bands at most; days of birth part the groups of a contest
_LASTING = frozenset({"个月", "年", "日", "岁", "学时", "课时", "学分", "小时"})


class QuickReply(NamedTuple):
    """What is shown, and the claims it makes; none where the words themselves are a fact that is read."""

    label: str
    claims: tuple[Claim, ...] = ()


class _Cut(NamedTuple):
    """A place on the line of numbers: just before `value`, or just after it."""

    value: Decimal
    after: bool


def quick_replies(leaf: Leaf, alike: Sequence[Leaf]) -> tuple[QuickReply, ...]:
    """The replies to the question for `leaf`; `alike` are the conditions that ask the same, itself too."""
    if leaf.attribute is Attribute.EDUCATION:
        highest = any(degree_of(x.words) >= 7 for x in alike)
        return tuple(QuickReply(d) for d in (*_DEGREES, *(("博士",) if highest else ())))
    if leaf.attribute is Attribute.SEX:
        return QuickReply("男"), QuickReply("女")
    if _is_counted(leaf):
        bounded = [x for x in alike if _is_counted(x)]
        cuts = sorted({_cut(x) for x in bounded})
        if len(cuts) >= (_MOST_BORN if leaf.attribute is Attribute.BORN else _MOST):
            bounded = [x for x in bounded if _cut(x) == _cut(leaf)]
            cuts = [_cut(leaf)]
        return tuple(_band(low, high, bounded) for low, high in pairwise([None, *cuts, None]))
    claims = (claim_key(leaf),)
    return tuple(
        QuickReply(said, tuple(Claim(key, said is _YES, said) for key in claims)) for said in (_YES, _NO)
    )


def _is_counted(leaf: Leaf) -> bool:
    """Whether a condition bounds a number that the person would name."""
    if leaf.value is None or leaf.operator[0] not in "<>":
        return False
    if leaf.attribute in (Attribute.CERTIFICATE, Attribute.TITLE):
        return False
    if leaf.attribute is Attribute.MEASURE and len(leaf.subject) < 2:
        return False  # put in the notice's own words
    return not (leaf.attribute is Attribute.WORK and leaf.value == 0)


def _cut(leaf: Leaf) -> _Cut:
    assert leaf.value is not None
    return _Cut(leaf.value, leaf.operator in (">", "<="))


def _band(low: _Cut | None, high: _Cut | None, leaves: Sequence[Leaf]) -> QuickReply:
    label = _label(low, high, leaves[0])
    above = {x: low is not None and _cut(x) <= low for x in leaves}
    claims = (Claim(claim_key(x), above[x] == (x.operator[0] == ">"), label) for x in leaves)
    return QuickReply(label, tuple(dict.fromkeys(claims)))


def _label(low: _Cut | None, high: _Cut | None, leaf: Leaf) -> str:
    """A band in words: 不满4年, 满4年不满5年, 18至30周岁, 超过6万元."""
    if leaf.attribute is Attribute.BORN:
        return _born(low, high)
    lasting = leaf.unit in _LASTING
    if low is None:
        assert high is not None
        return f"{_amount(high, leaf)}及以下" if high.after else f"{_below(lasting)}{_amount(high, leaf)}"
    if high is None:
        if low.after:
            return f"超过{_amount(low, leaf)}"
        return f"满{_amount(low, leaf)}及以上" if lasting else f"{_amount(low, leaf)}及以上"
    if not low.after and high.after:
        return f"{_plain(low.value, leaf)}至{_amount(high, leaf)}"
    start = f"超过{_amount(low, leaf)}" if low.after else f"{'满' if lasting else ''}{_amount(low, leaf)}"
    start += "" if low.after or lasting else "以上"
    end = f"不超过{_amount(high, leaf)}" if high.after else f"{_below(lasting)}{_amount(high, leaf)}"
    return f"{start}、{end}"


def _below(lasting: bool) -> str:
    return "不满" if lasting else "低于"


def _amount(cut: _Cut, leaf: Leaf) -> str:
    return spoken_amount(cut.value, "周岁" if leaf.unit == "岁" else "天" if leaf.unit == "日" else leaf.unit)


def _plain(value: Decimal, leaf: Leaf) -> str:
    return spoken_amount(value, leaf.unit) if leaf.unit in ("个月", "元") else f"{value.normalize():f}"


def _born(low: _Cut | None, high: _Cut | None) -> str:
    """A band of days of birth; a day at a cut belongs to the side that includes it."""
    parts = []
    if low is not None:
        parts.append(f"{_day(low.value + (1 if low.after else 0))}及以后")
    if high is not None:
        parts.append(f"{_day(high.value - (0 if high.after else 1))}及以前")
    return "、".join(parts) + "出生"


def _day(ordinal: Decimal) -> str:
    return written_day(date.fromordinal(int(ordinal)))
