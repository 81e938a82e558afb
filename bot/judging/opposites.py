"""Words that are each other's opposite: what a question says against what a notice demands."""

from __future__ import annotations

from functools import cache, lru_cache

from bot.speech.lexicon import lexicon
from corpus import patterns as re

__all__ = ["opposed"]

_KEPT = 512  # questions of which the words are kept: each is held against many conditions


def opposed(asked: str, text: str) -> str:
    """A word of the question whose opposite `text` demands: 二手 against 首次交易."""
    whole, text = text, re.sub(r"《[^《》]*》", "", text)  # what a form or a rule is called demands nothing
    for said, theirs, ours in _said(asked):
        if said == "过期" and _of_another_paper(asked, whole):
            continue
        if ours.search(text) and not theirs.search(text) and not _is_case(ours, text):
            return f"{said}与通知要求不符"
    return ""


_LAPSED = re.compile(r"(?P<paper>[\u4e00-\u9fff]*[证照])[a-zA-Z\d]*(?:都|也|已经?|早就?|快|刚)*过期")


def _of_another_paper(asked: str, text: str) -> bool:
    """Whether a paper that has lapsed is not what a text speaks of: 驾照过期 of 有效居住证, of 资质有效."""
    lapsed = _LAPSED.search(asked)
    if lapsed is None or len(lapsed["paper"]) < 2 or re.search(r"证件|证照", text):
        return False
    return lapsed["paper"][-2] not in text


# 到民办学校就读，按照其办法报名: how things are in a case of its own, and no demand.
_RULED_BY = re.compile(r"[^,，。;；]{0,12}[,，](?:按照?|依照?|参照|执行)")
_DEMANDED = re.compile(r"[须应必限仅只]|为[^,，。;；]{0,4}$")


def _is_case(ours: re.Pattern[str], text: str) -> bool:
    """Whether a text names an opposite first as a case and tells by what that goes."""
    first = ours.search(text)
    part = re.split(r"[,，。;；]", text[: first.start()])[-1] if first else ""
    return first is not None and bool(_RULED_BY.match(text, first.end())) and not _DEMANDED.search(part)


@lru_cache(maxsize=_KEPT)
def _said(asked: str) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """The words of a question that have an opposite, each with how notices say it and the opposite."""
    found = ((said_by.search(asked), theirs, ours) for said_by, theirs, ours in _opposites())
    return tuple((said.group(), theirs, ours) for said, theirs, ours in found if said)


@cache
def _opposites() -> tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    """How people say a word, the word, and its opposite in notices."""
    return tuple(
        (re.compile(rf"(?<![没未不非])(?:{theirs})"), re.compile(theirs), re.compile(ours))
        for theirs, ours in lexicon().opposites
    )
