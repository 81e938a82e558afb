"""Whether a text says a word: by itself, by one that means the same, by its kind, or by an act like it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.packaged import packaged_yaml

__all__ = [
    "act_phrases",
    "acts_like",
    "is_act",
    "is_general",
    "is_thing",
    "kinds_of",
    "said_in",
    "without_general",
]

_KEPT = 8192  # pairs of a word and a text of which it is kept whether one says the other
_PLAIN, _SAME, _KIND, _PART = 1.0, 0.9, 0.9, 0.8
# What stands at the end of a word without being part of it: 座位上, 进去了, 帘子.
_ENDINGS = re.compile(r"(?<=[\u4e00-\u9fff])(?:[上下里内中子儿们了过着些]|一下|起来)$")
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")


@cache
def _listed() -> Any:
    return packaged_yaml("bot.judging", "kinds.yaml")


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind, members in _listed()["things"].items():
        for member in members:
            found[member] = (*found.get(member, ()), kind)
    return found


@cache
def _acts() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for alike in _listed()["acts"]:
        for act in alike:
            found[act] = tuple(dict.fromkeys((*found.get(act, ()), *(a for a in alike if a != act))))
    return found


def kinds_of(word: str) -> tuple[str, ...]:
    """The kinds that a thing is of: 宠物 and 动物 of 狗."""
    return _kinds().get(word, ())


def acts_like(word: str) -> tuple[str, ...]:
    """The acts that come to the same as one: 携带 of 带."""
    return _acts().get(word, ())


def act_phrases(text: str) -> tuple[str, ...]:
    """The acts of two characters and more that stand in a text, longest first, none inside another."""
    found: list[str] = []
    for act in _longest_first():
        if act in text and not any(act in f for f in found):
            found.append(act)
    return tuple(found)


@cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted((a for a in _acts() if len(a) > 1), key=lambda a: (-len(a), a)))


def is_act(word: str) -> bool:
    """Whether a word is one of the acts that notices allow or forbid."""
    return word in _acts()


@cache
def _general() -> frozenset[str]:
    return frozenset(a for alike in _listed()["acts"][:_GENERAL] for a in alike)


_GENERAL = 3  # groups of acts that say no more than that one takes part


def is_general(word: str) -> bool:
    """Whether an act is that of taking part in what a notice is about, whatever that is: 进, 参加, 用."""
    return word in _general()


def without_general(text: str) -> str:
    """A text without the acts that only say that one takes part."""
    for act in sorted(_general(), key=lambda a: (-len(a), a)):
        text = text.replace(act, "")
    return text


def is_thing(word: str) -> bool:
    """Whether a word names a thing whose kind is known."""
    return word in _kinds()


@lru_cache(maxsize=_KEPT)
def said_in(word: str, text: str) -> float:
    """How fully `text`, a search key, says a word, 0 to 1."""
    bare = _ENDINGS.sub("", word)
    if word in text or (len(bare) >= 2 and bare in text):
        return _PLAIN
    if _any(lexicon().synonyms.get(word, ()), text) or _any(lexicon().synonyms.get(bare, ()), text):
        return _SAME
    if any(k in text for k in (*kinds_of(word), *kinds_of(bare))):
        return _KIND
    if _any((*acts_like(word), *acts_like(bare)), text):
        return _SAME
    return _PART if _by_parts(bare, text) else 0.0


def said_by_kind_alone(word: str, text: str) -> bool:
    """Whether `text` says a word only by what it is a kind of: 日语 by 外语."""
    bare = _ENDINGS.sub("", word)
    same = (word, bare, *lexicon().synonyms.get(word, ()), *lexicon().synonyms.get(bare, ()))
    return not _any(same, text) and any(k in text for k in (*kinds_of(word), *kinds_of(bare)))


def _any(words: Iterable[str], text: str) -> bool:
    return any(len(w) > 1 and w in text for w in words)


def _by_parts(word: str, text: str) -> bool:
    """Whether the parts of a word are said one by one: 借外文书 by 借外文图书, 换床位 by 调换床位."""
    if len(word) < 2 or not _CHINESE.fullmatch(word):
        return len(word) == 1 and word in text
    at = -1
    for character in word:
        at = text.find(character, at + 1)
        if at < 0:
            return False
    return _close(word, text)


def _close(word: str, text: str) -> bool:
    """Whether the characters of a word stand in a text in order, no more than two others between them."""
    return re.search("[^,]{0,2}".join(map(re.escape, word)), text) is not None
