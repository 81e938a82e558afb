"""Words written with the wrong character of the same sound, mended from the words that the corpus uses.

A stretch of the question that no notice and no dictionary knows is compared by its toneless pinyin with the
words of the corpus; the commonest of the same sound that shares a character is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.lexicon import lexicon
from index.segmentation import Segmenter
from index.sounds import sound_of

__all__ = ["TypoMender"]

_RARE = 100  # a dictionary word less frequent than this may be a slip
_LONGEST = 4


_COMPLEMENTS = frozenset("到了过着完好下上出去得成掉满")  # 迁到, 交完: a verb with its complement is no slip


_MODALS = frozenset(
    ("可以", "能", "能够", "会", "也", "都", "就", "还", "是", "直接", "如果", "要是", "我", "可")
)


class TypoMender:
    """Mends homophones. `words` are the words of the corpus with how often each occurs, `always` those that
    need not occur; `sounds` holds the sounds that are known already.
    """

    def __init__(
        self,
        words: Mapping[str, int],
        always: Iterable[str],
        segmenter: Segmenter,
        sounds: Mapping[str, str] | None = None,
    ) -> None:
        self._segmenter = segmenter
        self._known = dict(words)
        self._common = frozenset(always)
        for word in self._common:
            self._known.setdefault(word, 1)
        heard = sounds or {}
        self._by_sound: dict[str, list[str]] = {}
        for word in self._known:
            if 2 <= len(word) <= _LONGEST and re.fullmatch(r"[\u4e00-\u9fff]+", word):
                self._by_sound.setdefault(heard.get(word) or sound_of(word), []).append(word)

    def mend(self, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The text with slips mended, and each mend as (typed, meant)."""
        words = self._segmenter.words(text)
        doubtful = [self._doubtful(w) for w in words]
        mends: list[tuple[str, str]] = []
        out: list[str] = []
        position = 0
        while position < len(words):
            length, meant = self._slip_at(words, doubtful, position)
            if length:
                mends.append(("".join(words[position : position + length]), meant))
                out.append(meant)
                position += length
            else:
                out.append(words[position])
                position += 1
        return "".join(out), tuple(mends)

    def _slip_at(self, words: Sequence[str], doubtful: Sequence[bool], position: int) -> tuple[int, str]:
        """How many words from `position` are a slip, and for what; (0, "") where they are none."""
        most = 0  # words from here on that may be one
        while most < min(_LONGEST, len(words) - position) and doubtful[position + most]:
            most += 1
        for length in range(most, 0, -1):
            typed = "".join(words[position : position + length])
            if not 2 <= len(typed) <= _LONGEST:
                continue
            if position and typed[0] == "不" and words[position - 1] in _MODALS:
                continue  # 可以不考 is no slip for 补考
            if position and words[position - 1][-1:].isdigit():
                continue  # a number is followed by its unit: 3000字行吗
            meant = self._meant(typed)
            if meant:
                return length, meant
        return 0, ""

    def _doubtful(self, word: str) -> bool:
        if not re.fullmatch(r"[\u4e00-\u9fff]+", word):
            return False
        return len(word) == 1 or (word not in self._known and self._segmenter.frequency(word) < _RARE)

    def _meant(self, typed: str) -> str:
        if typed in self._known or (len(typed) == 2 and typed[1] in _COMPLEMENTS):
            return ""
        if all(c in lexicon().fillers for c in typed):
            return ""  # 我是 is no slip for 我市
        same = [w for w in self._by_sound.get(sound_of(typed), ()) if set(w) & set(typed)]
        usual = self._segmenter.frequency(typed)
        same = [
            w for w in same if self._segmenter.frequency(w) > usual or self._known[w] > 1 or self._said(w)
        ]
        return max(same, key=lambda w: (self._known[w], w), default="")

    def _said(self, word: str) -> bool:
        """Whether people say a word that no dictionary need hold: 没通过, 还没."""
        return word in self._common and len(word) + (word[0] in "没还") > 2
