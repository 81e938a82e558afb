"""What the person takes back and says anew: 不对，是6年; 说错了，我是本科; 是四级不是三级."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.retold import words_of_kinds
from index.normal import search_key

__all__ = ["correct", "corrects"]

_MARK = re.compile(
    r"^(?:(?:哦|啊|噢|等等|抱歉|对不起|不好意思|更正(?:一下)?|纠正(?:一下)?|不对|不是|(?:我)?(?:刚才)?(?:说|搞|弄|记|打|写)错了?|错了)"
    r"[了的，,。：:！! ]*)+(?:其实|实际上?|我|应该|刚才|问)*(?:的?是)?"
)
_NOT = re.compile(r"[，,]?(?:而?不是|不)(?P<old>[^，,。]{1,8})$|^(?P<first>[^，,。]{1,8})(?:才对|才是)$")


def corrects(typed: str) -> bool:
    """Whether a turn takes something back and says what is right."""
    mark = _MARK.match(search_key(typed))
    return mark is not None and len(search_key(typed)) > mark.end()


def correct(typed: str, told: Sequence[str]) -> tuple[str, ...]:
    """What was told, with what `typed` says anew in the place of what it takes back.

    The newest statement that holds a word of the same kind is mended; where none does, or `typed` holds
    nothing of a known kind, it is added as it stands for whoever reads the facts.
    """
    said = _MARK.sub("", search_key(typed)).strip("，,。 ")
    denied = _NOT.search(said)
    fresh = said[: denied.start()] if denied and denied["old"] else said
    for number in _by_nearness(fresh, told):
        mended = _mended(told[number], fresh)
        if mended:
            return (*told[:number], mended, *told[number + 1 :])
    return (*told, fresh or typed)


def _by_nearness(said: str, told: Sequence[str]) -> list[int]:
    """The statements to try: first those that share words with the correction, then the newest."""
    pairs = {said[i : i + 2] for i in range(len(said) - 1) if not re.search(r"[\d，,是]", said[i : i + 2])}
    shared = [sum(p in search_key(t) for p in pairs) for t in told]
    return sorted(range(len(told)), key=lambda n: (-shared[n], -n))


def _mended(statement: str, said: str) -> str:
    """`statement` with its word of the same kind replaced; empty where it holds none, or more than one."""
    old, key = search_key(statement), search_key(said)
    for new in words_of_kinds(key):
        held = [w for w in words_of_kinds(old) if w.kind == new.kind]
        if len(held) == 1:
            return old[: held[0].start] + key[new.start : new.end] + old[held[0].end :]
    return ""
