"""Whether the time for what is asked about is running, over, or still to come.

Of several windows in a notice (each stage, batch or group has its own) the one is taken that shares most of
the question's words; where none shares any, the caller falls back on the notice's deadline.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.answer import Timing, TimingState
from bot.lexicon import lexicon
from bot.matching import match
from corpus.notice import Notice
from corpus.windows import Window, windows_of
from index.normal import search_key

__all__ = ["Opening", "asking_part", "asks_whether_open", "opening_asked", "told_beside"]

_TIMELY = re.compile(
    r"现在|今天|今儿|今晚|明天|这个月|本月|这会儿|眼下|来得及|来不及|赶得上|赶得及|赶不上|还能|还可以|还有机会|晚了|迟了|过期|截止了|结束了|开始了"
)
_HOUR = re.compile(
    r"(?P<part>凌晨|早上|上午|中午|下午|傍晚|晚上|今晚|晚)?\s*(?P<hour>\d{1,2}|[一二三四五六七八九十]{1,2})\s*[点时:：](?!间)(?P<half>半)?(?P<minute>\d{2})?"
)
_ASKING = re.compile(
    r"吗|(?<![什怎多那这])么(?!时候)|没有?$|不$|不[?？]?$|嘛|能不能|可不可以|来得及|赶得上|还能|还可以"
)
_DONE = re.compile(r"已经?|[交报递填考办寄缴传弄]好?[了过]|完成|通过了")
_DIGITS = "零一二三四五六七八九十"
_LEAST = 0.2  # of the question's words, by weight, that a window's own words say


@dataclass(frozen=True, slots=True)
class Opening:
    """The window asked about and how the day of asking stands to it."""

    window: Window
    timing: Timing


def asks_whether_open(text: str) -> bool:
    """Whether a yes-or-no question hangs on the day or the hour of asking."""
    return _ASKING.search(text) is not None and (
        _TIMELY.search(text) is not None or _HOUR.search(text) is not None
    )


def asking_part(text: str) -> str:
    """The part of a question that asks, of several the last."""
    asking = [p for p in _parts(text) if _ASKING.search(p)]
    return asking[-1] if asking else text


def told_beside(text: str) -> str:
    """What is told beside the part that asks, without what is done already: 网上的交了，纸质的还来得及吗."""
    asking = asking_part(text)
    return "，".join(p for p in _parts(text) if p != asking and not _DONE.search(p))


def _parts(text: str) -> list[str]:
    return [p for p in re.split(r"[，,。；;？?！!（）()]", text) if p.strip()]


def opening_asked(asked: str, words: Mapping[str, float], notice: Notice, as_of: date) -> Opening | None:
    """The window that a question is about; None where no window shares enough of its words."""
    weights = {w: i for w, i in words.items() if not _TIMELY.search(w)}
    total = sum(weights.values())
    best, most = None, _LEAST * total
    for window in windows_of(notice):
        about = search_key(window.about)
        share = sum(i * _held(w, about) for w, i in weights.items()) + 0.01 * _rank(window, as_of)
        if share > most:
            best, most = window, share
    return Opening(best, _timing(best, _hour(asked), as_of)) if best is not None and total else None


def _held(word: str, about: str) -> float:
    return max(match(w, about, "") for w in (word, *lexicon().synonyms.get(word, ())))


def _rank(window: Window, as_of: date) -> int:
    """Of windows alike, one that closes and has not yet comes first."""
    return 0 if window.closes is None else 2 if window.closes >= as_of else 1


def _timing(window: Window, hour: str, as_of: date) -> Timing:
    opens, closes = window.opens, window.closes
    state, note = TimingState.OPEN, ""
    if closes is not None and (as_of > closes or (as_of == closes and _late(hour, window.closes_at))):
        state, note = TimingState.CLOSED, f"截止时间是{_spoken(closes)}{window.closes_at}，已经过了"
    elif _late(hour, window.daily_until):
        state, note = TimingState.CLOSED, f"每天只到{window.daily_until}"
    elif opens is not None and as_of < opens:
        state, note = (
            TimingState.UPCOMING,
            f"{_spoken(opens)}{window.opens_at}才开始，还有{(opens - as_of).days}天",
        )
    elif closes is not None:
        left = (closes - as_of).days
        note = f"截止{_spoken(closes)}{window.closes_at}，" + (f"还有{left}天" if left else "今天是最后一天")
    elif opens is not None:
        note = f"从{_spoken(opens)}{window.opens_at}开始"
    days = [d.isoformat() if d else None for d in (opens, closes)]
    return Timing(as_of.isoformat(), state, days[0], days[1], note)


def _late(hour: str, closes_at: str) -> bool:
    return bool(hour and closes_at) and hour > closes_at


def _hour(asked: str) -> str:
    """The hour of the day that a question names, as `20:00`; `""` where it names none."""
    named = _HOUR.search(asked)
    if named is None:
        return ""
    hour = int(named["hour"]) if named["hour"].isdigit() else _chinese(named["hour"])
    if (named["part"] or "")[:1] in ("下", "傍", "晚", "今") and hour < 12:
        hour += 12
    minute = "30" if named["half"] else named["minute"] or "00"
    return f"{hour:02d}:{minute}" if hour < 25 else ""


def _chinese(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    return (
        (_DIGITS.find(tens) if tens else 1) * 10 + _DIGITS.find(ones or "零")
        if ten
        else _DIGITS.find(numeral)
    )


def _spoken(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
