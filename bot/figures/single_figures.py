"""The one of several like figures that a question names, and what it comes to for as many units as told.

`小班每月30元、大班每月50元` asked as `大班多少钱` is told as the figure of 大班. A price by measure
(元/平方米/月) is multiplied by the measure told (60平), and said to be worked out.
"""

from __future__ import annotations

from decimal import Decimal

from bot.conversation.question import Question
from bot.figures.measure_meant import Chosen
from bot.figures.reckoning import Reckoned
from bot.figures.unit_counts import units_told
from corpus import patterns as re
from corpus.alike.like_figures import spoken
from index.normal import search_key

__all__ = ["told_alone"]

_JOINS = re.compile(r"^[和及与、]")  # 9.8%和7.5%
_EACH = re.compile(r"每(平方米|学年|学期|课时|学时|年|月|天|日|次|科|门|人|生)")
_UNIT_OF = {"人": "人", "生": "人", "月": "个月", "日": "天"}


def told_alone(question: Question, chosen: Chosen) -> Reckoned:
    """What it comes to where units are told, then the figure in the words of the notice, with its name."""
    (figure,) = chosen.named
    group = chosen.group
    if figure.name in figure.said:
        said = _JOINS.sub("", figure.said)
    else:  # one of several that are told together: 甲、乙分别为3件和5件
        said = f"{figure.name}：{group.measure.replace(' ', '')}"
    line = f"{said}{figure.text}{group.unit}"
    product = _product(question, f"{group.measure}{figure.said}", figure.value, group.unit)
    return Reckoned((product, line) if product else (line,), (figure,))


def _product(question: Question, said: str, value: Decimal, unit: str) -> str:
    """The figure times the units told of each measure that it is a price by; empty where none is told."""
    asked = search_key(question.text)
    counted, *by = unit.split("/")
    left, times = [], []
    for each in by or dict.fromkeys(_EACH.findall(said)):
        count = units_told(asked, each)
        if count is not None and count > 0:
            times.append((count, each))
        elif each in by:
            left.append(each)
    total = value
    for count, _ in times:
        total *= count
    if total == value:
        return ""
    shown = "×".join((spoken(value) + unit, *(f"{spoken(n)}{_UNIT_OF.get(e, e)}" for n, e in times)))
    return f"共{spoken(total)}{'/'.join((counted, *left))}（按原文数字计算：{shown}）"
