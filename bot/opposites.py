"""Words that are each other's opposite: what a question says against what a notice demands."""

from __future__ import annotations

from functools import cache

from bot.lexicon import lexicon
from corpus import patterns as re

__all__ = ["opposed"]


def opposed(asked: str, text: str) -> str:
    """A word of the question whose opposite `text` demands: 二手 against 首次交易."""
    for said_by, theirs, ours in _opposites():
        said = said_by.search(asked)
        if said and ours.search(text) and not theirs.search(text):
            return f"{said.group()}与通知要求不符"
    return ""


@cache
def _opposites() -> tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    """How people say a word, the word, and its opposite in notices."""
    return tuple(
        (re.compile(rf"(?<![没未不非])(?:{theirs})"), re.compile(theirs), re.compile(ours))
        for theirs, ours in lexicon().opposites
    )
