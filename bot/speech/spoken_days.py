"""Days as people name them: 2019.8.31, 19年8月底, 二〇一九年八月, 去年9月, 3个月前, 前年.

What is said no closer than a month or a year is the span of days that it may be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from bot.speech.amounts import spans_in
from bot.speech.spoken_numbers import Numeral, numerals_in
from corpus import patterns as re
from corpus.values.reckoning import last_of_month, months_after

__all__ = ["SpokenDay", "spoken_days"]


@dataclass(frozen=True, slots=True)
class SpokenDay:
    """A day from `first` to `last`, and where it is named. `closeness` is day, month or year."""

    first: date
    last: date
    start: int
    end: int
    closeness: str


_FIGURES = r"[〇零一二三四五六七八九十]"
_YEAR = (
    rf"(?:(?P<year>(?:19|20)\d{{2}}|(?<![\d.])\d{{2}}|(?<!{_FIGURES})[〇零一二三四五六七八九]{{4}}"
    rf"|(?<!{_FIGURES})[〇零一二九八七六][〇零一二三四五六七八九])|(?P<said>今年|去年|上年|前年|大前年|明年|后年))"
)
_PART = r"(?P<part>月底|月初|月末|上旬|中旬|下旬|底|初|末)"
_DOTTED = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d{2}|\d{2})\s*(?P<mark>[./-])\s*(?P<month>\d{1,2})(?:\s*(?P=mark)\s*(?P<day>\d{1,2}))?(?![\d.]|\s*[%元万平分岁年])"
)
# what follows 86.5 where it is a month; alone it is a figure
_HAPPENED = re.compile(r"\s*[月日号份生出入毕开起到至参来退拿取评考签买落办]")
_PACKED = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?!\d)")
_NAMED = re.compile(
    rf"(?:{_YEAR}\s*年?\s*(?:的)?)?(?<![\d.])(?P<month>\d{{1,2}}|{_FIGURES}{{1,3}})\s*月份?(?![个])\s*"
    rf"(?:(?P<day>\d{{1,2}}|{_FIGURES}{{1,3}})\s*(?:[日号]|(?!\d|个|年|月|岁|天|万|元|分|[.次]))|{_PART})?"
)
_WHOLE_YEAR = re.compile(
    rf"{_YEAR}(?:(?<=年)|\s*年)(?!级|制|代|度(?!生)|多|半|左右|以上|来|以?前|\s*\d{{1,2}}\s*月)(?P<part>年?[底末初]|上半年|下半年|春天?|夏天?|秋天?|冬天?)?"
)
# 2015到2017: of two years joined the word 年 may be left out
_JOINED_YEAR = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d{2})(?=\s*[到至~—-]\s*(?:19|20)\d{2}(?![\d元块]))(?P<said>)(?P<part>)"
)
_YEAR_BEHIND = re.compile(r"(?<=\d[到至~—-])(?P<year>(?:19|20)\d{2})(?!\s*[\d年元块])(?P<said>)(?P<part>)")
_AGO = re.compile(r"(?P<unit>年|个月|个?星期|周|天)(?:之|以)?前(?!后|端|台|厅|线|锋|处理)")
_SOON = {"今天": 0, "今儿": 0, "昨天": 1, "前天": 2, "刚刚": 0}
_SOON_WORD = re.compile("|".join(_SOON))
_MONTH_WORD = re.compile(r"(?P<back>上上|上|这|本|下)个?月(?!经)(?P<part>[底初]|月底|月初)?")


_KEPT = 4096  # texts whose days are kept, since every condition asks for them


def spoken_days(text: str, as_of: date) -> list[SpokenDay]:
    """The days named in `text`, in their order; one without a year is of the year of asking."""
    return list(_spoken_days(text, as_of))


@lru_cache(maxsize=_KEPT)
def _spoken_days(text: str, as_of: date) -> tuple[SpokenDay, ...]:
    found: list[SpokenDay] = []
    spans = [(a.start, a.end) for a in spans_in(text)]
    for pattern, read in (
        (_PACKED, _calendar),
        (_DOTTED, _dotted),
        (_NAMED, _calendar),
        (_WHOLE_YEAR, _year),
        (_JOINED_YEAR, _year),
        (_YEAR_BEHIND, _year),
        (_MONTH_WORD, _month),
        (_SOON_WORD, _soon),
    ):
        for match in pattern.finditer(text):
            if any(match.start() < f.end and f.start < match.end() for f in found):
                continue
            if pattern is _WHOLE_YEAR and any(s < match.end() and match.start() < e for s, e in spans):
                continue  # 干了15年 is a length of time
            day = read(match, as_of)
            if day is not None:
                found.append(day)
    return tuple(sorted([*found, *_ago(text, as_of)], key=lambda d: d.start))


def _dotted(match: re.Match[str], as_of: date) -> SpokenDay | None:
    bare = len(match["year"]) == 2 and match["day"] is None
    if bare and not _HAPPENED.match(match.string, match.end()):
        return None  # 考了86.5 is a score
    return _calendar(match, as_of)


def _calendar(match: re.Match[str], as_of: date) -> SpokenDay | None:
    said = match.groupdict()
    year = _year_of(said.get("year"), said.get("said"), as_of)
    if not (said.get("year") or said.get("said")) and _is_to_come(match, as_of):
        year = as_of.year + 1
    month, day = _count(match["month"]), _count(said.get("day"))
    part = (said.get("part") or "").removeprefix("月")
    if year is None or month is None or not 1 <= month <= 12:
        return None
    try:
        if day is not None:
            exact = date(year, month, day)
            return SpokenDay(exact, exact, match.start(), match.end(), "day")
        first, last = _PARTS.get(part, (1, 31))
        end = last_of_month(year, month)
        return SpokenDay(
            date(year, month, first), end.replace(day=min(last, end.day)), match.start(), match.end(), "month"
        )
    except ValueError:
        return None


# 要到九月, 九月下旬才发: of the year after, where that month is over in this one.
_COMES = re.compile(r"(?:份|的时候)?才(?:能|会|发|给|可以|下来|拿到|办)(?![^，。；,;]{0,8}[了的过])")
_UNTIL = re.compile(r"(?:要|得|等)(?:等)?到$")


def _is_to_come(match: re.Match[str], as_of: date) -> bool:
    comes = _COMES.match(match.string, match.end()) or _UNTIL.search(match.string[: match.start()])
    month = _count(match["month"])
    return bool(comes) and month is not None and month < as_of.month


_PARTS = {"初": (1, 10), "底": (21, 31), "末": (21, 31), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}


def _year(match: re.Match[str], as_of: date) -> SpokenDay | None:
    year = _year_of(match["year"], match["said"], as_of)
    if year is None:
        return None
    first, last = _SEASONS.get((match["part"] or " ").removeprefix("年")[0], (1, 12))
    return SpokenDay(date(year, first, 1), last_of_month(year, last), match.start(), match.end(), "year")


_SEASONS = {"初": (1, 3), "底": (11, 12), "末": (11, 12), "上": (1, 6), "下": (7, 12)} | {
    "春": (2, 5), "夏": (5, 8), "秋": (8, 11), "冬": (11, 12),
}  # fmt: skip


def _year_of(year: str | None, said: str | None, as_of: date) -> int | None:
    """A year of four or two figures, 去年 and the like, or the year of asking."""
    if said:
        step = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "今年": 0, "明年": 1, "后年": 2}[said]
        return as_of.year + step
    if year is None:
        return as_of.year
    if not year.isascii():
        year = "".join(str("〇一二三四五六七八九".find(c.replace("零", "〇"))) for c in year)
    value = int(year)
    return value if value > 99 else value + (2000 if value <= as_of.year % 100 + 10 else 1900)


def _count(numeral: str | None) -> int | None:
    if not numeral:
        return None
    if numeral.isdigit() and numeral.isascii():
        return int(numeral)
    value = next((n.value for n in numerals_in(numeral)), None)
    if numeral.startswith("十"):
        value = next((n.value for n in numerals_in(f"一{numeral}")), None)
    return int(value.low) if value is not None and value.exact else None


def _month(match: re.Match[str], as_of: date) -> SpokenDay:
    back = {"上上": -2, "上": -1, "这": 0, "本": 0, "下": 1}[match["back"]]
    day = months_after(as_of.replace(day=1), back)
    first, last = _PARTS.get((match["part"] or "").removeprefix("月"), (1, 31))
    end = last_of_month(day.year, day.month)
    return SpokenDay(
        day.replace(day=first), end.replace(day=min(last, end.day)), match.start(), match.end(), "month"
    )


def _soon(match: re.Match[str], as_of: date) -> SpokenDay:
    day = as_of - timedelta(days=_SOON[match[0]])
    return SpokenDay(day, day, match.start(), match.end(), "day")


def _ago(text: str, as_of: date) -> Iterator[SpokenDay]:
    """三个月前, 半年前: about that long ago, a day more or less where days are said."""
    for numeral in numerals_in(text):
        match = _AGO.match(text, numeral.end)
        if match is None or not numeral.value.high.is_finite():
            continue
        if match["unit"] == "年" and numeral.value.low >= 60:
            continue
        try:
            yield _before(numeral, match, as_of)
        except (ValueError, OverflowError):
            continue


def _before(numeral: Numeral, unit: re.Match[str], as_of: date) -> SpokenDay:
    low, high = numeral.value.low, numeral.value.high
    if unit["unit"] in ("年", "个月"):
        factor = 12 if unit["unit"] == "年" else 1
        near, far = (months_after(as_of, -int(v * factor)) for v in (low, high))
        return SpokenDay(far, near, numeral.start, unit.end(), "month")
    factor = 1 if unit["unit"] == "天" else 7
    near, far = (as_of - timedelta(days=int(v * factor)) for v in (low, high))
    return SpokenDay(far, near, numeral.start, unit.end(), "day")
