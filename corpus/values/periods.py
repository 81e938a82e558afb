"""Calendar days as notices write them."""

from __future__ import annotations

from datetime import date

from corpus import patterns as re

__all__ = ["find_date", "fold", "written_day"]

# Full-width forms to half-width, one character to one, so that offsets stay true.
_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20, 0x2014: 0x2D}
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_DAY = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")
_CHINESE_DAY = re.compile(
    r"([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)


def fold(text: str) -> str:
    """`text` with full-width letters, digits and marks in half width; the length stays the same."""
    return text.translate(_FOLD)


def written_day(day: date) -> str:
    """A day as notices write it: 2025年5月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def find_date(text: str) -> date | None:
    """The first whole day written in `text`; None where there is none or it is no calendar day."""
    match = _DAY.search(fold(text))
    if match:
        parts = [int(g) for g in match.groups()]
    else:
        match = _CHINESE_DAY.search(text)
        if match is None:
            return None
        parts = [int(match.group(1).translate(_DIGITS)), _tens(match.group(2)), _tens(match.group(3))]
    return calendar_day(*parts)


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day of these numbers; None where the calendar has none such, as 2月30日."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _tens(numeral: str) -> int:
    tens, _, ones = numeral.rpartition("十")
    if "十" not in numeral:
        return int(numeral.translate(_DIGITS))
    return (int(tens.translate(_DIGITS)) if tens else 1) * 10 + (int(ones.translate(_DIGITS)) if ones else 0)
