"""The figures that a person gives, and which of them a condition is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus.conditions import Leaf
from corpus.facts import number
from index.normal import search_key

__all__ = ["Figure", "figure_for", "figures_in"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit (`""` where none was said) and the words around it in the same breath."""

    value: Decimal
    unit: str
    label: str


_NUMERAL = r"(?<![\d.])(?:\d+(?:,\d{3})*(?:\.\d+)?|[一二两三四五六七八九十百千零]{1,7})"
_FIGURE = re.compile(
    rf"(?P<n>{_NUMERAL})\s*(?P<scale>[万亿千百k])?(?:多|来|出头|左右)?\s*个?"
    r"(?P<unit>平方米|平米|平方|平|㎡|元|块钱?|分(?![之钟])|口人|口|人|名|次|回|篇|学时|课时|学分|小时|天|字|辆|台|套|倍|%|项|家|本|门|厘米|公里|公斤)?"
)
_UNITS = {
    "平米": "平方米",
    "平方": "平方米",
    "平": "平方米",
    "㎡": "平方米",
    "块": "元",
    "块钱": "元",
    "回": "次",
    "口": "人",
    "口人": "人",
    "课时": "学时",
}
_SCALES = {"万": 10**4, "亿": 10**8, "千": 1000, "百": 100, "k": 1000}
# What people and notices call the same matter, in general terms.
_MATTERS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(words)
    for words in (
        r"收入|工资|月薪|年薪|薪|挣|月入|年入|到手|平均下来",
        r"面积|平方|平米|多大",
        r"总价|房价|价款|价格|购置|买价|花了|车价",
        r"成绩|分数|绩点|均分|得分|考了|笔试|面试|测试",
        r"排名|名次|第.{0,2}名|位次",
        r"贷款|欠款|借款|债",
        r"资产|存款|财产",
        r"职工|员工|从业人员|在职",
        r"注册资本|注册资金|出资",
        r"营业收入|销售收入|产值|营收|销售额",
        r"研发|研究开发",
        r"次数|第.{0,2}次|回|累计.{0,3}次",
        r"学时|课时|继续教育|培训",
        r"身高|裸高|个子|个头",
        r"视力|眼睛|眼镜|优眼|裸眼",
        r"体重",
    )
)
_HOUSEHOLD = re.compile(r"([\d一二两三四五六七八九十]+)\s*口")
_PER_HEAD = re.compile(r"人均|每人|平均")


def figures_in(text: str) -> Iterator[Figure]:
    """The figures in `text`, left to right; years, dates and ages are none."""
    for match in _FIGURE.finditer(text):
        behind = text[match.end() : match.end() + 4]
        if match["unit"] is None and re.match(r"\s*(?:年|月|日|号|周?岁|级|个月|[.:\-/]\d|天|位数)", behind):
            continue
        if match["unit"] is None and match["scale"] is None and not match["n"][0].isdigit():
            continue
        value = number(match["n"])
        if value is None:
            continue
        scale = Decimal(_SCALES.get(match["scale"] or "", 1))
        unit = match["unit"] or ("元" if match["scale"] in ("万", "亿", "千", "k") else "")
        yield Figure(value * scale, _UNITS.get(unit, unit), _label(text, match.start(), match.end()))


def _label(text: str, start: int, end: int) -> str:
    left = max(text.rfind(mark, 0, start) for mark in "，。；、,; ") + 1
    stops = [p for mark in "，。；、,;? " if (p := text.find(mark, end)) >= 0]
    return text[left:start] + text[end : min(stops, default=len(text))]


def figure_for(leaf: Leaf, text: str) -> tuple[Decimal, str] | None:
    """The figure in `text` that a measure is about, and how it was worked out; None where none is.

    A total told for a household is divided by its heads where the notice counts by head.
    """
    best: tuple[int, Figure] | None = None
    for figure in figures_in(text):
        weight = _fit(leaf, figure)
        if weight > 0 and (best is None or weight > best[0]):
            best = (weight, figure)
    if best is None:
        return None
    figure = best[1]
    heads = _HOUSEHOLD.search(text)
    if (
        heads
        and _PER_HEAD.search(leaf.subject)
        and figure.unit in ("元", "")
        and not _PER_HEAD.search(figure.label)
    ):
        count = number(heads[1]) or Decimal(1)
        each = (figure.value / count).quantize(Decimal("0.01")).normalize()
        return each, f"{_plain(figure.value)}÷{_plain(count)}={_plain(each)}"
    return figure.value, ""


def _fit(leaf: Leaf, figure: Figure) -> int:
    """How well a figure fits a measure; 0 where it does not."""
    if figure.unit and figure.unit != leaf.unit:
        return 0
    subject = search_key(f"{leaf.subject} {leaf.words}")
    ours = {i for i, m in enumerate(_MATTERS) if m.search(subject)}
    theirs = {i for i, m in enumerate(_MATTERS) if m.search(figure.label)}
    if ours and theirs and not ours & theirs:
        return 0
    grams = {leaf.subject[i : i + 2] for i in range(len(leaf.subject) - 1)}
    shared = sum(g in figure.label for g in grams)
    related = 3 * len(ours & theirs) + shared
    if not figure.unit:
        return related
    return 1 + related


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")
