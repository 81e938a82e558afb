"""Where relatives are registered, against a condition that is on their household: 配偶、父母为本区户籍."""

from __future__ import annotations

from corpus import patterns as re
from corpus.conditions.credentials import OF_KIN

__all__ = ["kin_at_home"]

_PLACE_NAMED = re.compile(r"(?:为|有|是|在)(?P<name>[^为有是在、,本]{2,3})[区市县镇](?:的)?户[籍口]")
_KIN = r"(?:老婆|妻子|媳妇|爱人|老公|丈夫|配偶|[爸妈]|父母|父亲|母亲|孩子|儿子|女儿)[^，。；]{0,6}"


def kin_at_home(words: str, text: str) -> str | None:
    """What a person says of a relative that is registered where a condition wants one to be, "" where they
    do not say so; None for a condition that is on no relative's household."""
    if not OF_KIN.match(words):
        return None
    named = _PLACE_NAMED.search(words)
    place = f"|{re.escape(named['name'])}" if named else ""
    told = re.search(rf"{_KIN}(?<![不没]是)(?<!不在)(?:本[地市区县镇]{place})", text)
    return told[0] if told else ""
