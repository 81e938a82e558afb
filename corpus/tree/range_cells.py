"""Cells that hold a range which a case falls in or not: 20—30人, 100平方米以下, 200以上至1000（含）, 第4—8名.

民法典 第一千二百五十九条: 以上, 以下 and 以内 include the number itself; 不满, 不足, 超过 and 以外 do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from corpus import patterns as re
from corpus.notice import Cell
from corpus.values.numerals import number
from corpus.values.periods import fold

__all__ = ["CellRange", "base_unit", "range_in", "range_of"]

_N = r"(?P<{}>(?!0\d)\d[\d,]*(?:\.\d+)?(?!\d)(?:[万亿](?!元))?)"
_UNIT = r"(?:(?![以及内至到起的月日号时点且并])[\u4e00-\u9fff㎡%]|个月){1,4}?"
_SAID = r"(?:\((?P<{}>不?含)[^)]*\))?"
_OVER, _UNDER = r"超过|大于|高于|多于", r"不足|不满|未满|低于|小于|少于|不到"
_SIGN = r"(?:至|到|--?|[–—−~～]|[,、]?但?|且|并)?"
# In running text, where a word behind the figure need not be its unit.
_PLAIN_UNIT = "(?:周岁|岁|个月|年|万元|元|平方米|㎡|公里|米|亩|人|口|名|户|台|层|套|分(?!钟)|小时|天|次|件|%)"


def _shapes(unit: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What a range between two figures looks like, one from a figure on, one up to a figure."""
    both = (
        rf"(?:第|(?<![未不])满|年满|(?P<over>{_OVER}))?{_N.format('low')}(?:{unit})?{_SAID.format('said_low')}(?:(?:及其?)?以上)?"
        rf"{_SAID.format('also_low')}{_SIGN}(?:(?P<under>{_UNDER})|不超过|不高于)?{_N.format('high')}(?P<unit>{unit})?"
        rf"{_SAID.format('said_high')}(?:以下|以内|之间)?{_SAID.format('also_high')}(?:的|之间|者)?(?P<tail>户|家庭)?"
    )
    from_on = (
        rf"(?:(?P<over>{_OVER})|(?<![未不])满|年满|不低于|不少于|第)?{_N.format('low')}(?P<unit>{unit})?{_SAID.format('said')}"
        rf"(?P<up>(?:及其?|\(含\))?以上|以后|起)?{_SAID.format('also')}(?:的|者)?(?P<tail>户|家庭)?"
    )
    up_to = (
        rf"(?:(?P<under>{_UNDER})|不超过|不高于|不多于)?{_N.format('high')}(?P<unit>{unit})?{_SAID.format('said')}"
        rf"(?P<down>(?:及其?|\(含\))?以下|以内|内)?{_SAID.format('also')}(?:的|者)?(?P<tail>户|家庭)?"
    )
    return re.compile(both), re.compile(from_on), re.compile(up_to)


_SHAPES, _IN_TEXT = _shapes(_UNIT), _shapes(_PLAIN_UNIT)
_COUNTED = re.compile(
    r"[一二两三四五六七八九十]+(?=[人口名岁亩层]|周岁|及以上|[至到][一二两三四五六七八九十]{1,3}[人口名岁亩层次年]|(?:个月|[年次])(?:[及（(含)）]{0,4}以[上下内]|不足|不满))"
)
_BELOW = re.compile(rf"(?:{_UNDER})$")
_EACH = re.compile(r"每[^,，、:\d]{0,4}$")
_BASES: dict[str, tuple[str, int]] = {
    "万元": ("元", 10**4),
    "亿元": ("元", 10**8),
    "年": ("个月", 12),
    "周岁": ("岁", 1),
    "平米": ("平方米", 1),
    "平方": ("平方米", 1),
    "㎡": ("平方米", 1),
    "名": ("人", 1),
    "口": ("人", 1),
    "万": ("", 10**4),
}
_HEADER_UNIT = re.compile(r"\((?:单位:)?([^()/]{1,4})\)")


@dataclass(frozen=True, slots=True)
class CellRange:
    """From `low` up to `high`, None where it is open that side; an end belongs to it unless it is open.

    Both are in `unit`, the base of what is printed: 元 for 万元, 个月 for 年; 第 for places in a row.
    """

    low: Decimal | None
    high: Decimal | None
    open_low: bool
    open_high: bool
    unit: str

    def holds(self, value: Decimal) -> bool:
        """Whether `value`, in the same unit, lies in it."""
        above = self.low is None or value > self.low or (value == self.low and not self.open_low)
        below = self.high is None or value < self.high or (value == self.high and not self.open_high)
        return above and below


def base_unit(unit: str) -> tuple[str, int]:
    """The unit that ranges of `unit` are kept in, and how many of it one is."""
    return _BASES.get(unit, (unit, 1))


def range_of(cell: Cell) -> CellRange | None:
    """The range that a cell holds, or the one figure that stands for a case (1人户); None for none."""
    text = fold(cell.text).replace(" ", "")
    header = _HEADER_UNIT.search(fold(cell.header).replace(" ", ""))
    for pattern, read in zip(_SHAPES, (_both, _from, _upto), strict=True):
        match = pattern.fullmatch(text)
        found = read(match) if match else None
        if found is not None and match is not None:
            unit = match["unit"] or (header[1] if header else "")
            ranked = text.startswith("第")
            return _based(found, "第" if ranked else unit)
    return None


def range_in(text: str) -> CellRange | None:
    """The first range in running text, or the one figure that stands for a case: 80至89周岁每月, 三人户补."""
    plain = _COUNTED.sub(lambda m: str(number(m[0]) or m[0]), fold(text).replace(" ", ""))
    both, from_on, up_to = _IN_TEXT
    one_sided = sorted(
        ((m, read) for p, read in ((up_to, _upto), (from_on, _from)) for m in p.finditer(plain)),
        key=lambda found: (found[0].start("high" if found[1] is _upto else "low"), found[1] is _from),
    )
    for match, read in (*((m, _both) for m in both.finditer(plain)), *one_sided):
        denied = (
            plain.startswith("不", match.start() - 1)
            if read is _upto
            else _BELOW.search(plain, 0, match.start())
        )
        found = read(match) if not denied else None
        if found is not None and match["unit"] and not _EACH.search(plain, 0, match.start()):
            return _based(found, match["unit"])
    return None


def _both(match: re.Match[str]) -> CellRange | None:
    low, high = number(match["low"]), number(match["high"])
    if low is None or high is None or low >= high:
        return None
    said_low, said_high = match["said_low"] or match["also_low"], match["said_high"] or match["also_high"]
    open_low = said_low == "不含" or (bool(match["over"]) and said_low != "含")
    open_high = said_high == "不含" or (bool(match["under"]) and said_high != "含")
    return CellRange(low, high, open_low, open_high, "")


def _from(match: re.Match[str]) -> CellRange | None:
    low, said = number(match["low"]), match["said"] or match["also"]
    if low is None:
        return None
    if match["up"] or match["over"] or match[0].startswith(("满", "年满", "不低于", "不少于")):
        return CellRange(low, None, said == "不含" or (bool(match["over"]) and said != "含"), False, "")
    return CellRange(low, low, False, False, "") if match["unit"] or match[0].startswith("第") else None


def _upto(match: re.Match[str]) -> CellRange | None:
    high, said = number(match["high"]), match["said"] or match["also"]
    if high is None or not (match["under"] or match["down"] or match[0].startswith("不")):
        return None
    return CellRange(None, high, False, said == "不含" or (bool(match["under"]) and said != "含"), "")


def _based(found: CellRange, unit: str) -> CellRange:
    base, times = base_unit(unit)
    low, high = (v * times if v is not None else None for v in (found.low, found.high))
    return CellRange(low, high, found.open_low, found.open_high, base)
