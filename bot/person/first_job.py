"""Since when somebody has worked at all, which is no time in one trade where that is told besides."""

from __future__ import annotations

from bot.speech.amounts import spans_in
from bot.speech.interval import Interval
from corpus import patterns as re

__all__ = ["since_first_job", "without_first_job"]

_SAID = r"(?:参加工作|参工|工龄)(?:到现在|至今|都|已经?|有|也|快|满|了)*"
_BEFORE = re.compile(rf"{_SAID}$")
_WHOLE = re.compile(rf"{_SAID}[\d一二两三四五六七八九十]{{1,3}}多?年多?(?:了|(?=[，。；,;]|$))")
_NEAR = 12  # characters before a length of time that say what it is of


def since_first_job(text: str) -> Interval | None:
    """How long ago somebody says that they began to work, whatever they have done since."""
    begun = (s for s in spans_in(text) if _BEFORE.search(text[max(0, s.start - _NEAR) : s.start]))
    return next((s.much for s in begun), None)


def without_first_job(text: str) -> str:
    """What somebody tells, without that length of time: 参加工作三十年，干修剪8年."""
    return _WHOLE.sub("", text)
