"""The lexicon of what people type, loaded once from `lexicon.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from bot.answer import Intent

__all__ = ["Lexicon", "lexicon"]


@dataclass(frozen=True)
class Lexicon:
    """Cues, synonyms and terms, compiled."""

    intents: tuple[tuple[Intent, re.Pattern[str]], ...]
    polar: re.Pattern[str]
    wants: tuple[tuple[str, re.Pattern[str]], ...]
    synonyms: dict[str, tuple[str, ...]]
    fillers: frozenset[str]
    acts: frozenset[str]
    matters: frozenset[str]
    light: frozenset[str]
    value_words: dict[str, frozenset[str]]
    interrogatives: re.Pattern[str]
    english: tuple[tuple[re.Pattern[str], str], ...]
    common_words: tuple[str, ...]
    opposites: tuple[tuple[str, str], ...]
    places: dict[str, str]
    general: frozenset[str]  # words that any notice might be asked with
    general_nouns: frozenset[str]
    science: tuple[str, ...]
    other_fields: tuple[str, ...]


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the project."""
    data = yaml.safe_load(files("bot").joinpath("lexicon.yaml").read_text("utf-8"))
    synonyms: dict[str, tuple[str, ...]] = {}
    for group in (*data["synonyms"], *data["acts"], *data["meanings"]):
        for word in group:
            known = synonyms.get(word, ())
            synonyms[word] = tuple(dict.fromkeys((*known, *(w for w in group if w != word))))
    return Lexicon(
        intents=tuple((Intent(k.rstrip("!")), re.compile("|".join(v))) for k, v in data["intents"].items()),
        polar=re.compile("|".join(f"(?:{p})" for p in data["polar"])),
        wants=tuple((k, re.compile("|".join(v))) for k, v in data["wants"].items()),
        synonyms=synonyms,
        fillers=frozenset(data["fillers"]),
        acts=frozenset(w for group in data["acts"] for w in group),
        matters=frozenset(w for group in data["meanings"] for w in group),
        light=frozenset(data["light"]),
        value_words={k: frozenset(v) for k, v in data["value_words"].items()},
        interrogatives=re.compile("|".join(f"(?:{p})" for p in data["interrogatives"])),
        english=tuple((re.compile(p, re.IGNORECASE), t) for p, t in data["english"]),
        common_words=tuple(data["common_words"]),
        opposites=tuple((a, b) for a, b in data["opposites"]),
        places=data["places"],
        general=frozenset({w for group in data["synonyms"] for w in group} | set(data["general_nouns"])),
        general_nouns=frozenset(data["general_nouns"]),
        science=tuple(data["science"]),
        other_fields=tuple(data["other_fields"]),
    )
