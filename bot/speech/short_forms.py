"""What is said in short or by another word: 人才房 for 人才住房, 房 for 住房."""

from __future__ import annotations

from functools import cache, lru_cache

from bot.speech.lexicon import lexicon
from corpus import patterns as re

__all__ = ["asserted", "meant_by", "official", "shortened"]

_KEPT = 1024  # texts of which it is kept what their words mean: each table is looked at for them

_HAD = re.compile(r"(?:有|没|无|买|卖|住|领|持)(?:过|了)?([\u4e00-\u9fff])")  # 没房, 有车


def shortened(phrase: str, text: str) -> float:
    """The longest run of characters of a phrase that stand in the text in order, as a share of the phrase;
    a half at least where the text says in a row what a phrase ends in, and more of it: 欠工资, 拖欠职工工资.
    """
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
    share = best / len(phrase) if best >= 3 else 0.0
    return max(share, 0.5) if _ends_alike(phrase, text) else share


_IN_SHORT = 8  # characters of a phrase that people shorten to three


def _ends_alike(phrase: str, text: str) -> bool:
    """Whether a text says the end of a phrase, and right before it a character that the phrase has before."""
    at = text.find(phrase[-2:])
    return 4 <= len(phrase) <= _IN_SHORT and at > 0 and text[at - 1] in phrase[:-2]


def official(part: str) -> tuple[str, ...]:
    """The official words for those in `part`, in the order of the lexicon."""
    known = lexicon().official
    return tuple(w for word in _words_in(part, tuple(_HAD.findall(part))) for w in known[word])


def asserted(part: str) -> tuple[str, ...]:
    """The official words for what `part` says by denying something: 失业 for 没工作."""
    known = lexicon().official
    denying = (w for w in _words_in(part, ()) if w[0] in "没无未不")
    return tuple(o for w in denying for o in known[w] if o[0] not in "没无未不")


def meant_by(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The words in `text` that others mean the same as, each with these."""
    return tuple((word, lexicon().synonyms[word]) for word in _words_in(text, ()))


@lru_cache(maxsize=_KEPT)
def _words_in(text: str, besides: tuple[str, ...]) -> tuple[str, ...]:
    """The words of the lexicon in `text`, and of `besides`."""
    places, longest = _places()
    runs = {text[i:end] for i in range(len(text)) for end in range(i + 2, min(i + longest, len(text)) + 1)}
    return tuple(sorted((runs | set(besides)) & places.keys(), key=places.__getitem__))


@cache
def _places() -> tuple[dict[str, int], int]:
    """Where each word stands in the lexicon, and the length of the longest."""
    words = list(lexicon().synonyms)
    return {word: i for i, word in enumerate(words)}, max(map(len, words))
