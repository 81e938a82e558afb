"""What is said in short or by another word: 人才房 for 人才住房, 房 for 住房."""

from __future__ import annotations

from functools import cache, lru_cache

from bot.speech.lexicon import lexicon
from corpus import patterns as re

__all__ = ["meant_by", "official", "shortened"]

_KEPT = 1024  # texts of which it is kept what their words mean: each table is looked at for them

_HAD = re.compile(r"(?:有|没|无|买|卖|住|领|持)(?:过|了)?([\u4e00-\u9fff])")  # 没房, 有车


def shortened(phrase: str, text: str) -> float:
    """The longest run of characters of a phrase that stand in the text in order, as a share of the phrase."""
    best = 0
    for start in range(len(phrase) - 2):
        if phrase[start : start + 2] not in text:
            continue
        at = text.index(phrase[start : start + 2]) + 2
        length = 2
        for character in phrase[start + 2 :]:
            found = text.find(character, at, at + 3)
            if found >= 0:
                at, length = found + 1, length + 1
        best = max(best, length)
    return best / len(phrase) if best >= 3 else 0.0


def official(part: str) -> tuple[str, ...]:
    """Words that mean the same as those in `part`, in the order of the lexicon."""
    return tuple(s for _, means in meant_by(part, tuple(_HAD.findall(part))) for s in means)


@lru_cache(maxsize=_KEPT)
def meant_by(text: str, besides: tuple[str, ...] = ()) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The words in `text`, and `besides`, that others mean the same as, each with these."""
    places, longest = _places()
    runs = {text[i:end] for i in range(len(text)) for end in range(i + 2, min(i + longest, len(text)) + 1)}
    spoken = sorted((runs | set(besides)) & places.keys(), key=places.__getitem__)
    return tuple((word, lexicon().synonyms[word]) for word in spoken)


@cache
def _places() -> tuple[dict[str, int], int]:
    """Where each word that has synonyms stands in the lexicon, and the length of the longest."""
    words = list(lexicon().synonyms)
    return {word: i for i, word in enumerate(words)}, max(map(len, words))
