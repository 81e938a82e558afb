"""Conditions that count or measure something: figures, lengths of time, days."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from bot.answer import ConditionState
from bot.bounded import JudgedLeaf, bound_word, holds_for, judge_bound, spoken_amount
from bot.elapsed import elapsed
from bot.figures import figure_for
from bot.person import Person
from bot.work_history import SPAN, months_of
from corpus.conditions import Leaf
from corpus.notice import Notice

__all__ = ["judge_birth", "judge_elapsed", "judge_measure"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN


def judge_measure(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    have, worked_out = _stated(leaf, person.text)
    subject = leaf.subject or "数值"
    if have is None and leaf.unit == "次" and leaf.operator[0] == "<":
        return JudgedLeaf(leaf, _MET, "未提及，按未超过处理", presumed=True)
    shown = spoken_amount(have, leaf.unit) if have is not None else ""
    if worked_out:
        shown += f"（按您说的计算：{worked_out}）"
    return judge_bound(leaf, have, subject, shown, f"请问您的{subject}是多少{leaf.unit}？")


def _stated(leaf: Leaf, text: str) -> tuple[Decimal | None, str]:
    """The figure that the person gave for a measure, and how it was worked out."""
    if leaf.unit == "个月":
        return _lasting(leaf, text), ""
    found = figure_for(leaf, text)
    if found is None and leaf.unit == "元" and any(n in leaf.subject for n in _LACKED.findall(text)):
        return Decimal(0), ""  # 没车: nothing was paid for one
    return found or (None, "")


_LACKED = re.compile(r"(?:没|没有|无)(?:别的|其他|任何)?(车|房|贷款|存款|收入|债)")
# What people say of what lasts, beside the notice's word for it.
_LASTS = {
    "户籍": "户口|户籍|落户|迁",
    "户口": "户口|户籍|落户|迁",
    "签订": "签|合同",
    "居住": "住",
    "暂住": "住",
    "成立": "成立|注册|开了|办了",
    "注册": "注册|成立|开了",
    "设立": "设立|成立|开了",
    "持有": "证",
    "参保": "保",
}


def _lasting(leaf: Leaf, text: str) -> Decimal | None:
    """A time in one breath with the matter that it belongs to: 居住了两年, 户口迁来刚满一年."""
    words = _LASTS.get(leaf.subject) or re.escape(leaf.subject[-2:])
    for part in re.split(r"[，。；]", text) if words else ():
        span = re.search(SPAN, part) if re.search(words, part) else None
        if span:
            return months_of(span)
    return None


def judge_birth(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    day = date.fromordinal(int(leaf.value or 1))
    shown = f"{day.year}年{day.month}月{day.day}日"
    if person.born is None:
        return JudgedLeaf(leaf, _UNKNOWN, "出生日期未说明", "请问出生日期是哪一天？")
    met = holds_for(leaf, Decimal(person.born.toordinal()))
    side = "以前" if leaf.operator == "<=" else "以后"
    return JudgedLeaf(leaf, _MET if met else _UNMET, f"{'满足' if met else '不满足'}{shown}{side}出生")


def judge_elapsed(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    """The time since something happened, between the days that the person names or up to today."""
    event = leaf.subject or "该事项"
    found = elapsed(person.text, person.as_of, leaf.unit)
    if found is None:
        return JudgedLeaf(leaf, _UNKNOWN, f"{event}的时间未说明", f"请问{event}是哪一天？")
    met = holds_for(leaf, found.amount)
    want = f"{bound_word(leaf.operator)}{spoken_amount(leaf.value or Decimal(0), leaf.unit)}"
    return JudgedLeaf(leaf, _MET if met else _UNMET, f"{found.shown}，{'满足' if met else '不满足'}{want}")
