"""Which words of the person a condition was judged by: the shortest part of them that alone decides it so."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from bot.answer_parts import ConditionState
from bot.judging.claims import claim_key
from bot.judging.leaves import JudgedLeaf, judge_leaf
from bot.person.person import Person
from corpus import patterns as re
from corpus.notice import Notice

__all__ = ["Sayings"]

_PART = re.compile(r"[，。；！？,;!?\s]+")
_MOST_WORDS = 24
_MOST_PARTS = 24


class Sayings:
    """The parts of what a person said, read one by one and two by two as they are needed."""

    def __init__(self, notice: Notice, person: Person, read: Callable[[str], Person]) -> None:
        self.notice = notice
        self.claims = person.claims
        self.parts = [p for p in _PART.split(person.text) if p][:_MOST_PARTS]
        self.read = cache(read)

    def behind(self, judged: JudgedLeaf) -> str:
        """The words that decided a condition, at most 24 characters; `""` where none did."""
        if judged.state is ConditionState.UNKNOWN or judged.presumed:
            return ""
        for length in (1, 2):
            for start in range(len(self.parts) - length + 1):
                words = "，".join(self.parts[start : start + length])
                alone = judge_leaf(judged.leaf, self.notice, self.read(words))
                if alone.state is judged.state and not alone.presumed:
                    return words if len(words) <= _MOST_WORDS else words[: _MOST_WORDS - 1] + "…"
        key = claim_key(judged.leaf)
        return next((c.said for c in reversed(self.claims) if c.key == key), "")
