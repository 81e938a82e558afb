"""The clauses of an English question: cut at its stops and commas, and where something joins two of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.english.vocabulary import Word

__all__ = ["Clause", "clauses_of"]


@dataclass(frozen=True, slots=True)
class Clause:
    """What has one verb, with what it was said beside."""

    words: tuple[Word, ...]
    link: str = ""  # what joins it to the others: 如果, 后, 前
    doubtful: bool = False  # in a sentence with a question mark
    first: bool = False  # of its sentence
    alone: bool = False  # in its sentence


def clauses_of(words: Sequence[Word]) -> Iterator[Clause]:
    """The clauses that words in plain English make up."""
    sentence: list[Word] = []
    for word in (*words, Word("，", "mark", ".")):
        if word.kind == "mark" and word.english in {".", "?", "!", ";", ":"}:
            yield from _parts(sentence, word.english == "?")
            sentence = []
        else:
            sentence.append(word)


def _parts(sentence: Sequence[Word], doubtful: bool) -> Iterator[Clause]:
    """The clauses of a sentence: cut at its commas, and where something joins what has a verb of its own."""
    parts: list[tuple[list[Word], str]] = [([], "")]
    for position, word in enumerate(sentence):
        held, linked = parts[-1]
        comma = word.kind == "mark" and word.english == ","
        if not comma and not _links(word, sentence[position + 1 :], held):
            held.append(word)
        elif any(w.kind != "nothing" for w in held):
            parts.append(([], _link(word)))
        else:
            parts[-1] = ([], _link(word) or linked)
    parts = [p for p in parts if any(w.kind != "nothing" for w in p[0])]
    for number, (held, link) in enumerate(parts):
        yield Clause(tuple(held), link, doubtful, not number, len(parts) == 1)


def _link(word: Word) -> str:
    """What joins a clause to the others by the word that opens it."""
    if word.kind == "ask":
        return "时" if word.english == "when" else ""
    return word.chinese if word.kind == "link" and word.chinese not in {"和", "或", "另外"} else ""


_OPENS = frozenset({"verb", "auxiliary", "negation", "ask", "length"})
_SPEAKS = frozenset({"verb", "auxiliary"})


def _links(word: Word, behind: Sequence[Word], before: Sequence[Word]) -> bool:
    """Whether a word joins two clauses: and between nouns does not."""
    if word.kind == "ask":
        return word.english in {"when", "who", "which", "where"} and any(
            w.kind in {*_SPEAKS, "noun", "length", "ask"} for w in before
        )
    if word.kind != "link":
        return False
    if word.chinese not in {"和", "或"}:
        return True
    following = [w for w in behind[:4] if w.kind != "nothing" and w.english != "to"][:2]
    if not following or not before:
        return bool(following)
    if following[0].kind == "preposition":
        return True
    if following[0].kind == "adverb" and len(following) > 1 and following[1].kind in {*_OPENS, "adverb"}:
        return True
    if following[0].kind in _OPENS or (following[0].kind == "subject" and following[0].chinese):
        return True
    return any(w.kind in _SPEAKS for w in before) and _subject_of_verb(behind)


def _subject_of_verb(words: Sequence[Word]) -> bool:
    """Whether nouns with a verb of their own follow: and my major matches."""
    for word in words:
        if word.kind in {"mark", "link", "preposition"}:
            return False
        if word.kind == "auxiliary":
            return True
    return False
