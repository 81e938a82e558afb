"""Ranges: two values with a sign between them as one fact, and days that leave out their month.

`100-200元` and `18至60周岁` are one value (`100-200`, `18-60`) with the words as printed; `5月1日至15日` is
two days, the second in the month of the first. GB/T 15835-2011, 5.1.3, prints ranges with a wave or a dash.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from corpus import patterns as re
from corpus.notice import Fact, FactKind, Span, collapse
from corpus.values.numerals import CN_NUM, NUM, number
from corpus.values.periods import fold

__all__ = ["join_ranges", "range_value"]

_SIGN = r"\s{0,3}(?:--?|[–−~至到])\s{0,3}"
_BETWEEN = re.compile(rf"(?:/[\u4e00-\u9fff])?{_SIGN}")
# 统一 is no one; 第三至 and 周一至 count something else
_BARE = re.compile(
    rf"(?<![第周A-Za-z.-])(?<![统唯单同专合逐])(?P<low>(?:{NUM}|{CN_NUM})\s{{0,2}}[亿万千百]?){_SIGN}$"
)
_LONGEST = 40  # characters of a number and a sign
_COUNTED = (FactKind.MONEY, FactKind.PERIOD, FactKind.QUANTITY)
_PLAIN = re.compile(rf"(?P<low>{NUM}){_SIGN}(?P<high>{NUM})")
_MONTH = re.compile(r"(?:\d{2,4}\s*年\s*)?(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*[日号])?")
_FIRST_DAY = re.compile(rf"\s{{0,3}}(?P<day>\d{{1,2}}){_SIGN}")


def join_ranges(found: Sequence[Fact], text: str) -> list[Fact]:
    """`found`, in order and with spans in `text`, with what belongs together joined."""
    folded = fold(text).replace("\t", "|")
    out: list[Fact] = []
    for fact in found:
        days = _days(out[-1], fact, text, folded) if out else None
        pair = _pair(out[-1], fact, text, folded) if out else None
        if days is not None:
            out[-1:] = days
        elif pair is not None:
            out[-1] = pair
        else:
            out.append(_widened(fact, text, folded, out[-1].span.end if out else 0))
    return out


def range_value(text: str) -> str:
    """The value of `text` where it is two numbers, the lower first, and a sign between; else empty."""
    match = _PLAIN.fullmatch(fold(text))
    return _bounds(match["low"], match["high"], "") if match else ""


def _pair(first: Fact, second: Fact, text: str, folded: str) -> Fact | None:
    """`3年至5年`: two values of one kind and unit."""
    if first.kind is not second.kind or second.kind not in _COUNTED or not first.unit:
        return None
    if not second.unit.startswith(first.unit):
        return None
    if not _BETWEEN.fullmatch(folded[first.span.end : second.span.start]):
        return None
    value = _bounds(first.value, second.value, "")
    return _from(first.span.start, second, value, text) if value else None


def _widened(fact: Fact, text: str, folded: str, after: int) -> Fact:
    """`100-200元`: the number before the value, where its sign stands between."""
    if fact.kind not in _COUNTED or number(fact.value) is None:
        return fact
    begin = max(after, fact.span.start - _LONGEST)
    match = _BARE.search(folded[begin : fact.span.start])
    if match is None:
        return fact
    scale = re.search("[亿万千百]", fact.text)
    value = _bounds(match["low"], fact.value, scale[0] if scale else "")
    return _from(begin + match.start(), fact, value, text) if value else fact


def _bounds(low: str, high: str, scale: str) -> str:
    """Both numbers as one value; `1` before `2万` is 1万 where that is the lower. Empty where none is."""
    top = number(high)
    for bottom in (number(low + scale), number(low)):
        if bottom is not None and top is not None and bottom < top:
            return f"{_printed(bottom)}-{_printed(top)}"
    return ""


def _printed(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _from(start: int, fact: Fact, value: str, text: str) -> Fact:
    span = Span(start, fact.span.end)
    printed = collapse(text[span.start : span.end])
    if fact.unit.startswith("日") and re.search(r"[每当次本]月\s*$", text[max(0, start - 6) : start]):
        return replace(fact, kind=FactKind.DATE, value=printed, unit="", span=span, text=printed)
    return replace(fact, value=value, span=span, text=printed)


def _days(first: Fact, second: Fact, text: str, folded: str) -> list[Fact] | None:
    """`5月1日至15日`, `5月1-15日`: two days of one month."""
    month = _MONTH.fullmatch(fold(first.text))
    if month is None or second.kind is not FactKind.PERIOD or second.unit not in ("日", "日前"):
        return None
    between = folded[first.span.end : second.span.start]
    bare = None if month["day"] else _FIRST_DAY.fullmatch(between)
    begins = int(month["day"] or (bare["day"] if bare else 0))
    ends = int(second.value) if second.value.isdecimal() else 0
    if not 0 < begins < ends <= 31 or not (bare or re.fullmatch(_SIGN, between)):
        return None
    if bare:
        span = Span(first.span.start, first.span.end + bare.end("day"))
        printed = collapse(text[span.start : span.end])
        first = replace(first, kind=FactKind.DATE, unit="", span=span, text=printed)
        first = replace(first, value=_day(first.text, int(month["month"]), begins))
    last = _day(first.text, int(month["month"]), ends)
    return [first, replace(second, kind=FactKind.DATE, value=last, unit="")]


def _day(said: str, month: int, day: int) -> str:
    """The calendar day where `said` names a year, else month and day."""
    year = re.match(r"(\d{4})\s*年", fold(said))
    try:
        return date(int(year[1]), month, day).isoformat() if year else f"{month}月{day}日"
    except ValueError:
        return f"{month}月{day}日"
