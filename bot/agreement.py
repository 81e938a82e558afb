"""Whether what is told is of the kind asked for, and the notice speaks of the one of several asked about.

Words shared say what two texts are about and not whether one answers the other: a sentence that names no
place does not say where, and a notice for 本科生 says nothing of what 研究生 get. These readings are made of
general language alone, listed in `agreement.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.lexicon import lexicon
from bot.question import Question
from corpus.packaged import packaged_yaml

__all__ = ["unlike"]

_PARTS = re.compile(r"[,，。;；?？!！]")
_Set = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """What asks for a kind of answer, what a text that tells it holds, and what is said where none does."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    unsaid: str


@dataclass(frozen=True, slots=True)
class _Tables:
    """What `agreement.yaml` says, compiled; of `contrasts`, each member is a pattern."""

    kinds: Mapping[str, _Kind]
    contrasts: tuple[_Set, ...]


@cache
def _tables() -> _Tables:
    data = packaged_yaml("bot", "agreement.yaml")
    kinds = {
        name: _Kind(re.compile(row["asked"]), re.compile(row["told"]), row["unsaid"])
        for name, row in data["kinds"].items()
    }
    return _Tables(kinds, tuple(tuple(re.compile(m) for m in members) for members in data["contrasts"]))


def unlike(question: Question, told: Sequence[str], notice: str) -> str:
    """Why texts told are no answer to a question, in a few words; `""` where nothing says so.

    `told` and `notice` (its title and whole text) are search keys.
    """
    asking = _asking(question.text)
    if not question.wants - {"money"} and not question.context:
        for kind in _tables().kinds.values():
            if kind.asked.search(asking) and not any(kind.told.search(t) for t in told):
                return kind.unsaid
    absent = next(filter(None, (_absent(s, asking, notice) for s in _tables().contrasts)), "")
    return f"没有写到“{absent}”" if absent else ""


def _asking(text: str) -> str:
    """The last part of a question that asks; what comes before tells a case."""
    parts = [p for p in _PARTS.split(text) if lexicon().interrogatives.search(p)]
    return parts[-1] if parts else text


def _absent(members: _Set, asking: str, notice: str) -> str:
    """The member of a set that is asked about and that a notice nowhere has, where it has another.

    Where another is the end of a range (大专以上), that may take in the one asked about.
    """
    asked = [m for m in members if m.search(asking)]
    if not asked or any(m.search(notice) for m in asked):
        return ""
    others = [m for m in members if m.search(notice)]
    ranged = (re.search(rf"(?:{m.pattern})[^,，。;；]{{0,8}}以[上下]", notice) for m in others)
    found = asked[0].search(asking)
    return found.group() if found and others and not any(ranged) else ""
