"""Sets of which somebody is one member and no other: who is told to be another than those let in.

在校大学生(专科、本科) lets in no pupil of a 高中, no 博士生 and no teacher. The sets: `member_sets.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from bot.answer_parts import ConditionState
from corpus import patterns as re
from corpus.packaged import packaged_yaml

__all__ = ["Membership", "members_named", "membership"]

_KEPT = 4096  # sentences of which it is kept whom they let in


@dataclass(frozen=True, slots=True)
class Membership:
    """How what is told stands to those let in: `said` is the member told, `wanted` those named."""

    state: ConditionState
    said: str
    wanted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Set:
    about: re.Pattern[str]
    other: re.Pattern[str]  # what shows that a sentence is about another matter
    told: dict[str, re.Pattern[str]]
    named: dict[str, re.Pattern[str]]
    wider: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]


@cache
def _sets() -> tuple[_Set, ...]:
    listed: list[dict[str, Any]] = packaged_yaml("bot.judging", "member_sets.yaml")["sets"]
    return tuple(
        _Set(
            re.compile(s["about"]),
            re.compile(s["not"]),
            {name: re.compile(m["told"]) for name, m in s["members"].items()},
            {name: re.compile(m["named"]) for name, m in s["members"].items()},
            tuple((re.compile(words), tuple(names)) for words, names in s["wider"].items()),
        )
        for s in listed
    )


_LEFT_OUT = re.compile(r"(?:不[含包]括?|不得|不接受|除外?)(?P<who>[^,;。()]{2,30})")
_LISTED = re.compile(r"\((?:限|仅限|包?含|包括|指|即)?(?P<who>[^()]{2,40})\)")
_DENIED = re.compile(r"(?:不|未|没|无|非)[^,;。]{0,4}$")
_OPEN_TO_ALL = re.compile(
    r"各界|不限|所有人|任何|全社会|公众|市民|居民均|公民|均可|人士|爱好者|优先|同等条件|鼓励|欢迎|视为|视同|参照"
)


@lru_cache(maxsize=_KEPT)
def members_named(sentence: str) -> tuple[tuple[int, frozenset[str]], ...]:
    """The members of each set that a folded sentence lets in, by the set's place; () where it names none."""
    if _OPEN_TO_ALL.search(sentence):
        return ()
    return tuple((i, named) for i, s in enumerate(_sets()) if (named := _named(s, sentence)))


def _named(one: _Set, sentence: str) -> frozenset[str]:
    if not one.about.search(sentence) or one.other.search(sentence):
        return frozenset()
    out = {n for m in _LEFT_OUT.finditer(sentence) for n in _in(one, m["who"])}
    plain = _LEFT_OUT.sub("", sentence)
    listed = {n for m in _LISTED.finditer(plain) for n in _in(one, m["who"])}
    return frozenset((listed or _in(one, plain)) - out)  # what is in brackets says which of the kind


def _in(one: _Set, text: str) -> set[str]:
    found = {name for name, named in one.named.items() if _affirms(named, text)}
    for words, names in one.wider:
        if words.search(text):
            found |= set(names)
    return found


def _affirms(named: re.Pattern[str], text: str) -> bool:
    return any(not _DENIED.search(text[: m.start()]) for m in named.finditer(text))


def membership(told: str, sentence: str) -> Membership | None:
    """How the member of a set that somebody tells stands to those that a folded sentence lets in."""
    return next(_standings(told, sentence), None)


def _standings(told: str, sentence: str) -> Iterator[Membership]:
    for place, named in members_named(sentence):
        said = {name: m[0] for name, words in _sets()[place].told.items() if (m := words.search(told))}
        if not said:
            continue
        inside = said.keys() & named
        state = ConditionState.MET if inside else ConditionState.UNMET
        yield Membership(state, next(iter(said.values())).strip("，。；"), tuple(sorted(named)))
