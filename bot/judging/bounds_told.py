"""The bounds in a few words of a notice against what a person tells: 超过2次 against 上了三次课."""

from __future__ import annotations

from bot.answer_parts import ConditionState
from bot.judging.leaves import judge_leaf
from bot.person.person import Person
from bot.speech.amounts import amounts_in
from bot.speech.bounded import JudgedLeaf, judge_bound
from bot.speech.interval import Interval
from corpus import patterns as re
from corpus.conditions.bounds import bounds_in
from corpus.conditions.conditions import Attribute, Leaf
from corpus.notice import Notice
from corpus.values.periods import fold

__all__ = ["bounds_told"]

_UNKNOWN = ConditionState.UNKNOWN
# How long each unit is, in minutes; those of one kind can be compared.
_MINUTES = {"分钟": 1, "小时": 60, "天": 1440, "日": 1440, "个月": 43200}
# 每户2件以内免费: how much of it, which is no condition on who asks.
_RATIONED = re.compile(r"件|个|份|张|吨|度|升|平方米|立方米|台|元|公里|米|人|名|只|袋")


def bounds_told(text: str, notice: Notice, person: Person) -> list[JudgedLeaf]:
    """The bounds that `text` states, each judged; what only rations a thing is none."""
    found = []
    for placed in bounds_in(fold(text)):
        leaf = placed.leaf
        if leaf.operator in ("<=", "<") and _RATIONED.fullmatch(leaf.unit) and "内" in leaf.words:
            continue
        judged = judge_leaf(leaf, notice, person)
        if judged.state is _UNKNOWN or judged.presumed:
            alone = _only_one_told(leaf, person.text)
            judged = judge_bound(leaf, alone, leaf.subject, judged.ask) if alone else judged
        found.append(judged)
    return found


def _only_one_told(leaf: Leaf, text: str) -> Interval | None:
    """The only amount told that is of the kind of a bound, in its unit, whatever it is told of."""
    if leaf.attribute is not Attribute.MEASURE:
        return None
    if leaf.unit not in _MINUTES:
        told = [a.much for a in amounts_in(text) if a.unit == leaf.unit]
    else:
        told = [
            a.much.times(_MINUTES[a.unit]).over(_MINUTES[leaf.unit])
            for a in amounts_in(text)
            if a.unit in _MINUTES
        ]
    return told[0] if len(told) == 1 else None
