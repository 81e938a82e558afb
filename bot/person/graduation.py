"""When a person left school, and the work that it tells of where nothing else does."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.person.breaths import words_around
from bot.person.elapsed import months_covered
from bot.speech.interval import Interval
from bot.speech.spoken_days import SpokenDay, spoken_days
from corpus import patterns as re

__all__ = ["EMPLOYED", "beginner", "graduated_of", "graduation_of"]

EMPLOYED = re.compile(
    r"(?<![没未])(?:进|入|加入|签|去|到)(?:了|的)?[^，。；]{0,10}(?:公司|企业|单位|厂|医院|银行|机关|研究院|研究所)|(?<![没未有])(?:入职|上班)|在[^，。；读上念]{1,10}(?:做|干|搞|从事|工作)"
)
_FIRST_YEAR = 12
_EVER_SINCE = re.compile(
    r"毕业[^。；;]{0,16}[,，]?(?:之?后)?(?:就|便|也)?一直(?:都)?(?:在(?!读|校|家|找|备考)|做|干|从事|搞|写)(?![^,，。；;]{0,4}(?:待业|找工作|备考))"
    r"|一毕业就(?:一直)?(?:在[^，。]{1,8})?(?:做|干|从事|搞|写|敲|当)"
)
_CLASS_OF = re.compile(r"(?<!\d)(?:20)?(\d{2})届(?![会全大])")
# 今年招了个去年毕业的: of two days the later one is that of leaving school.
_LEAVES = re.compile(r"(?:(?![去前今]年|\d年)[^，。]){0,10}毕业(?!证书?编)")
_LEFT_SCHOOL = re.compile(r"毕业[（(]?(?:是|在|于|时间(?:是|为)?)?$")


def beginner(text: str, graduated: Interval) -> Interval | None:
    """The work of somebody at a post who left school within the year, or who has worked ever since, where
    nothing else tells its length."""
    if _EVER_SINCE.search(text):
        return graduated
    if graduated.high > _FIRST_YEAR or not EMPLOYED.search(text):
        return None
    return Interval(Decimal(0), graduated.high, open_low=True)


def graduation_of(day: SpokenDay) -> SpokenDay:
    """The day of a graduation told by its year alone: schools let out in June and July."""
    if day.closeness != "year" or (day.first.month, day.last.month) != (1, 12):
        return day
    return SpokenDay(day.first.replace(month=6), day.last.replace(month=7), day.start, day.end, "year")


def graduated_of(text: str, as_of: date) -> Interval | None:
    """Months since the last graduation told by its day or its class: 2022年6月毕业, 22届."""
    past = []
    for day in spoken_days(text, as_of):
        before, behind = words_around(text, day.start, day.end)
        told = _LEAVES.match(behind) or _LEFT_SCHOOL.search(before)
        if told and day.first <= as_of:
            left = graduation_of(day)
            past.append(months_covered(left.first, min(left.last, as_of), as_of))
    for of in _CLASS_OF.finditer(text):  # 19届的
        first, last = (date(2000 + int(of[1]), month, 30) for month in (6, 7))
        if first <= as_of:
            past.append(months_covered(first.replace(day=1), min(last, as_of), as_of))
    return min(past, key=lambda m: m.low, default=None)
