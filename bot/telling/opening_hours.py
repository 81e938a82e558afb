"""Whether an office is open on the day and at the hour asked about, by the hours that a notice gives."""

from __future__ import annotations

from bot.speech.feasts import feasts_in
from corpus import patterns as re
from corpus.values.periods import fold
from corpus.values.symbols import clock, clock_ranges

__all__ = ["open_then"]

_DAYS = "一二三四五六日"
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)([一二三四五六日天])")
_RANGE = re.compile(
    r"(?:周|星期)([一二三四五六日天])(?:至|到|-|~)(?:周|星期)?([一二三四五六日天])|(?:周|星期)([一二三四五六日天])"
)
_WORKDAYS = frozenset(range(5))
_WEEKEND = frozenset((5, 6))
# Parts of the day asked about, from when to when: open or closed where the hours settle all of it.
_PARTS = {
    "中午": ("12:00", "13:30"), "午休": ("12:00", "13:30"), "晌午": ("12:00", "13:30"),
    "晚上": ("19:00", "20:00"), "夜里": ("22:00", "23:00"),
}  # fmt: skip
_HOUR = re.compile(r"(早上|上午|中午|下午|晚上)?([\d一二两三四五六七八九十]{1,3})点(半)?(?!钟?[开上下关]门)")
_ASKS_WHEN = re.compile(r"(?<![十\d])几点|什么时候|啥时候|何时|多久|多长时间")
_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九十", start=1)} | {"两": 2, "十一": 11, "十二": 12}


def open_then(asked: str, hours: str) -> str:
    """How the day or the hour of a question stands to the hours as written; `""` where that is not settled.

    A question for the hour itself is not about one. Of a public holiday only 工作日 tells anything, since a
    holiday may fall on any weekday.
    """
    if _ASKS_WHEN.search(asked):
        return ""  # an hour is asked for: 晚上几点点名
    text = fold(hours)
    open_on = _open_on(text)
    days, name = _asked_days(asked)
    if days and open_on:
        if days <= open_on:
            return _with_hour(asked, text) or f"{name}在写明的时间内。"
        return f"{name}不在写明的时间内。" if not days & open_on else ""
    if (feasts := feasts_in(asked)) and not days:
        return f"写明的时间限于工作日，不含{next(iter(feasts.values()))}。" if "工作日" in text else ""
    return _with_hour(asked, text)


def _open_on(text: str) -> frozenset[int]:
    """The days of the week named, Monday as 0; none where no day is."""
    if re.search(r"每[日天]|全年无休", text):
        return frozenset(range(7))
    found: set[int] = set(_WORKDAYS) if "工作日" in text else set()
    for match in _RANGE.finditer(text):
        if match[3]:
            found.add(_number(match[3]))
        else:
            found.update(range(_number(match[1]), _number(match[2]) + 1))
    return frozenset(found)


def _number(day: str) -> int:
    return _DAYS.index(day.replace("天", "日"))


def _asked_days(asked: str) -> tuple[frozenset[int], str]:
    """The days asked about and how they are called."""
    if (weekend := re.search(r"周末|双休日?", asked)) is not None:
        return _WEEKEND, weekend[0]
    named = _WEEKDAY.findall(asked)
    return frozenset(map(_number, named)), "、".join(f"周{d.replace('天', '日')}" for d in named)


def _with_hour(asked: str, text: str) -> str:
    """How the hour or the part of a day asked about stands to the ranges of a day."""
    ranges, (first, last, name) = clock_ranges(text), _asked_hour(asked)
    if not first or not ranges:
        return ""
    if any(opens <= first < closes and last <= closes for opens, closes in ranges):
        return f"{name}在写明的时间内。"
    apart = all(closes <= first or last <= opens for opens, closes in ranges)
    return f"{name}不在写明的时间内。" if apart else ""


def _asked_hour(asked: str) -> tuple[str, str, str]:
    """The hour asked about as `13:30`, or the part of a day from when to when, and how it is called."""
    if match := _HOUR.search(asked):
        count = int(match[2]) if match[2].isdigit() else _DIGITS.get(match[2], 0)
        half = match[1] or ("下午" if 1 <= count <= 6 else "")
        hour = clock(f"{half}{count}点{match[3] or ''}") if 0 < count <= 24 else ""
        return hour, hour, match[0]
    return next(((*_PARTS[part], part) for part in _PARTS if part in asked), ("", "", ""))
