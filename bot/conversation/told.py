"""What a text tells, apart from what it asks."""

from __future__ import annotations

from datetime import date

from bot.conversation.asks import asks
from bot.person.person import read_person
from corpus import patterns as re
from index.normal import search_key

__all__ = [
    "asked_and_told",
    "asking_last",
    "split_told",
    "tells_a_fact",
    "tells_of_a_case",
    "tells_of_oneself",
    "tells_of_somebody",
    "without_the_case",
]

_OF_ONESELF = re.compile(r"(?:我|俺|咱|本人)们?(?!.*(?:[想要考报评办领问]|申请|参加|咨询))")
_SOME_DAY = date(2000, 1, 1)  # whether anything is told rests on no day
_PARTS = re.compile(r"[,，。;；!！?？]+")
_FACT = re.compile(r"证|年|月|岁|户|社保|专业|职称|毕业|学历|本科|大专|硕士|博士|高中|是|否|没|有")
_TELLS = re.compile(
    r"我|俺|本人|[了过](?=[，,。]|$)|^(?:没|已|在|是|有|刚|因)|[\d一二两三四五六七八九十半]\s*(?:周?岁|年(?!度)|个月|平|㎡)"
)


def tells_of_a_case(text: str) -> bool:
    """Whether a turn tells of somebody, or of how long, how old or how much: 我…, 学完了, 4年11个月."""
    return _TELLS.search(search_key(text)) is not None


def tells_a_fact(text: str) -> bool:
    """Whether a text names anything that people are asked for: papers, dates, degrees; or says yes or no."""
    return _FACT.search(text) is not None


def split_told(text: str) -> tuple[str, tuple[str, ...]]:
    """A question apart from the case told around it; all of it where no part asks, or all do."""
    parts = [p.strip() for p in _PARTS.split(text) if p.strip()]
    asking = [p for p in parts if asks(p)]
    if not asking:
        return text, ()
    return "，".join(asking), tuple(p for p in parts if p not in asking)


def asking_last(text: str) -> str:
    """A question with what is told behind it in front: 能报吗，我干了8年 as 我干了8年，能报吗."""
    parts = [p.strip() for p in _PARTS.split(text) if p.strip()]
    asking = [asks(p) for p in parts]
    if not any(asking) or asking != sorted(asking, reverse=True) or all(asking):
        return text
    count = sum(asking)
    return "，".join((*parts[count:], *parts[:count]))


def asked_and_told(text: str, of_case: bool) -> tuple[str, tuple[str, ...]]:
    """What a question leaves to be spoken of. Where it is not about a case, what stands beside it and tells
    nothing of anybody names what it asks about: 考务费多少，某职业四级.
    """
    asked, told = split_told(text)
    names = [] if of_case else [t for t in told if not (tells_of_a_case(t) or tells_a_fact(t))]
    return "，".join((*names, asked)), tuple(t for t in told if t not in names)


def tells_of_oneself(text: str) -> bool:
    """Whether a turn only tells of oneself, and of nothing that one is after: 我们公司在江苏."""
    return _OF_ONESELF.match(text) is not None and not asks(text)


def tells_of_somebody(text: str) -> bool:
    """Whether a text tells what conditions ask of people: degrees, papers, years, a household."""
    return read_person(search_key(text), "", _SOME_DAY, _SOME_DAY).tells


def without_the_case(text: str) -> str:
    """A question without the parts that only tell how somebody stands: 我是外地户口，怎么报名 as 怎么报名."""
    parts = [p for p in _PARTS.split(text) if p.strip()]
    left = [p for p in parts if asks(p) or not tells_of_somebody(p)]
    return "，".join(left) if any(map(asks, left)) and len(left) < len(parts) else text
