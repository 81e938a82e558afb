"""The lexicon of what people type: `lexicon.yaml`, with the thesaurus of `index.paraphrases`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from bot.answer_parts import Intent
from corpus import patterns as re
from corpus.packaged import packaged_yaml
from corpus.rewriting import Rewriting
from index.paraphrases import concepts

__all__ = ["BEGINNING", "Lexicon", "lexicon"]

_ANY_NOTICE = ("general", "acts")  # the fields of `index.paraphrases` that tell no notice from another
BEGINNING = 3  # characters of a phrase, at least; a word of fewer is not cut apart


@dataclass(frozen=True)
class Lexicon:
    """Cues, synonyms and terms, compiled."""

    intents: tuple[tuple[Intent, re.Pattern[str]], ...]
    polar: re.Pattern[str]
    wants: tuple[tuple[str, re.Pattern[str]], ...]
    synonyms: dict[str, tuple[str, ...]]  # by `index.paraphrases`; each word to the others of its concepts
    official: dict[str, tuple[str, ...]]  # each word to the official ones of its concepts
    phrases: dict[str, tuple[str, ...]]  # those a segmenter might cut, by their beginning, longest first
    hints: frozenset[str]  # sayings that stand beside the words they are made of: 考几门, 社保断
    fillers: frozenset[str]
    acts: frozenset[str]
    matters: frozenset[str]
    light: frozenset[str]
    value_words: dict[str, frozenset[str]]
    counted: dict[str, str]  # nouns for what is counted by a measure alone, each with that measure
    interrogatives: re.Pattern[str]
    dialect: Rewriting  # of dialect, slang and short speech into common words
    separable: frozenset[str]  # verbs with an object inside
    common_words: tuple[str, ...]
    opposites: tuple[tuple[str, str], ...]
    places: dict[str, str]
    general: frozenset[str]  # words that any notice might be asked with
    general_nouns: frozenset[str]
    families: tuple[tuple[str, ...], ...]  # fields of study that are related
    disciplines: dict[str, tuple[str, ...]]  # each with the words for its fields of study


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the project."""
    data = packaged_yaml("bot.speech", "lexicon.yaml")
    synonyms: dict[str, tuple[str, ...]] = {}
    for concept in concepts():
        for word in concept.words:
            known = synonyms.get(word, ())
            synonyms[word] = tuple(dict.fromkeys((*known, *concept.meant(word), *_said_of(word))))
    official: dict[str, tuple[str, ...]] = {}
    for concept in concepts():
        for word in concept.words:
            same = (w for w in concept.official if w != word)
            official[word] = tuple(dict.fromkeys((*official.get(word, ()), *same)))
    interrogatives = re.compile("|".join(f"(?:{p})" for p in data["interrogatives"]))
    return Lexicon(
        intents=tuple((Intent(k.rstrip("!")), re.compile("|".join(v))) for k, v in data["intents"].items()),
        polar=re.compile("|".join(f"(?:{p})" for p in data["polar"])),
        wants=tuple((k, re.compile("|".join(v))) for k, v in data["wants"].items()),
        synonyms=synonyms,
        official=official,
        fillers=frozenset(data["fillers"]),
        phrases=_phrases(synonyms),
        hints=frozenset(_hints(interrogatives)),
        acts=_words_of("acts"),
        matters=frozenset(w for c in concepts() if c.field not in _ANY_NOTICE for w in c.words),
        light=frozenset(data["light"]),
        value_words={k: frozenset(v) for k, v in data["value_words"].items()},
        counted={noun: unit for unit, nouns in data["counted"].items() for noun in nouns},
        interrogatives=interrogatives,
        dialect=Rewriting((re.compile(p), t) for p, t in data["dialect"]),
        separable=frozenset(data["separable"]),
        common_words=tuple(data["common_words"]),
        opposites=tuple((a, b) for a, b in data["opposites"]),
        places=data["places"],
        general=_words_of("general") | frozenset(data["general_nouns"]),
        general_nouns=frozenset(data["general_nouns"]),
        families=tuple(tuple(words) for words in data["families"]),
        disciplines={name: tuple(words) for name, words in data["disciplines"].items()},
    )


_SPOKEN = re.compile(r"[去来能要有给让想可会]([\u4e00-\u9fff]{2,}?)[吗么不没]?")


def _said_of(word: str) -> tuple[str, ...]:
    """What a saying is said of, without the auxiliary before it: 登记 of 去登记, 体检 of 要体检吗."""
    spoken = _SPOKEN.fullmatch(word)
    return (spoken[1],) if spoken else ()


def _words_of(field: str) -> frozenset[str]:
    return frozenset(w for c in concepts() if c.field == field for w in c.words)


_DENIES = "没不未无非别"


def _hints(interrogatives: re.Pattern[str]) -> Iterator[str]:
    """Sayings of a field that ask, or hold a word of official papers (社保断), which by itself says more of
    what is asked about. One that denies says something else: 没交社保."""
    official = {w for c in concepts() for w in (*c.official, *c.near) if len(w) > 1}
    for word in (w for c in concepts() if c.field not in _ANY_NOTICE for w in c.said):
        parts = {word[i:j] for i in range(len(word)) for j in range(i + 2, len(word) + 1)} - {word}
        if interrogatives.search(word) or (word[0] not in _DENIES and not official.isdisjoint(parts)):
            yield word


def _phrases(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted((w for w in words if len(w) >= BEGINNING), key=len, reverse=True):
        found[word[:BEGINNING]] = (*found.get(word[:BEGINNING], ()), word)
    return found
