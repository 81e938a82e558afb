"""Verbs that speech parts from the object inside them, put together: 报了名, 退过款, 报不了名, 报个名.

For looking words up only: who reads what a person tells of themselves reads it as it was said.
"""

from __future__ import annotations

from bot.speech.lexicon import lexicon
from corpus import patterns as re

__all__ = ["put_together"]

# What follows the object makes no longer noun of it, as 车票 is in 买了车票.
_PARTED = re.compile(
    r"(?P<verb>[\u4e00-\u9fff])(?P<aspect>了|过|完|好|不了|得了|不上|不成|(?=一?[个次只条头辆]))(?:一?[个次只条头辆]|[\d一二两三几半]+[天次年周回])?"
    r"(?P<object>[\u4e00-\u9fff]{1,2}?)"
    r"(?=$|[^\u4e00-\u9fff]|[的了吗么呢嘛啊呀吧不没还就也都才能会可要怎咋什啥多几哪谁在到去来后前以之现今是我你他她这那有给被算行])"
)


def put_together(text: str) -> str:
    """A text with the object of each such verb behind it: 报名了; a saying of its own stays as it is."""
    at = 0
    while parted := _PARTED.search(text, at):
        verb = parted["verb"] + parted["object"]
        at = parted.start() + 1  # another may begin inside what is none: 这个月放了两次假
        if verb in lexicon().separable and parted[0] not in lexicon().synonyms:
            text = f"{text[: parted.start()]}{verb}{parted['aspect']}{text[parted.end() :]}"
    return text
