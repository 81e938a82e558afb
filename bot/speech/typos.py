"""Words written with the wrong character of the same sound, mended from the words that the corpus uses.

A stretch of the question that no notice and no dictionary knows is compared by its toneless pinyin with the
words of the corpus; the commonest of the same sound that shares a character is taken. As in a noisy channel
(Kernighan, Church and Gale 1990) it is a slip only where the word meant is so much likelier than the
characters typed, each by itself, that it outweighs how seldom people slip: 在县 is two words of 在县医院 and
no 在线.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from bot.speech.lexicon import lexicon
from corpus import patterns as re
from index.segmentation import Segmenter
from index.sounds import sound_of

__all__ = ["TypoMender"]

_RARE = 100  # a dictionary word less frequent than this may be a slip
_LONGEST = 4
_SPELT = 5  # letters, at least, of a name in pinyin


# How much likelier (natural logarithm) the word meant has to be than what was typed: by the dictionary, or by
# the corpus, which is small and holds words of its field far oftener than people say them.
_LIKELIER, _LIKELIER_HERE = 3.5, 9.0
_MODAL_AND_VERB = 2.0  # 能贷, 会报: what people say of any verb, though no dictionary holds it
_DICTIONARY_WORDS = 60_101_967  # the sum of the frequencies in jieba's dictionary
_OTHER_WORDS = 10_000  # words taken to be unseen, so that one short notice does not make its words likely
_SAID_OFTEN = 300  # how often, at least, a word that people of any field say would stand in it
_GRADES = frozenset("零一二两三四五六七八九十甲乙丙丁百千万")  # figures and grades decide: 乙等 is no 一等


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
        self._total = sum(self._known.values()) + _OTHER_WORDS
        self._by_sound: dict[str, list[str]] = {}
        for word in self._known:
            if 2 <= len(word) <= _LONGEST and re.fullmatch(r"[\u4e00-\u9fff]+", word):
                self._by_sound.setdefault(heard.get(word) or sound_of(word), []).append(word)

    def mend(self, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The text with slips mended, and each mend as (typed, meant)."""
        words = [p for w in self._segmenter.words(text) for p in self._pieces(self._spelt(w))]
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

    def _pieces(self, word: str) -> Iterable[str]:
        """A word, or its characters where only the segmenter took them for one: 交神 in 交神请."""
        guessed = word not in self._known and not self._segmenter.knows(word)
        return word if guessed and re.fullmatch(r"[\u4e00-\u9fff]+", word) else (word,)

    def _spelt(self, word: str) -> str:
        """A name of the corpus that was typed in pinyin, as the corpus writes it: zhangjiang."""
        if len(word) < _SPELT or not re.fullmatch(r"[a-z]+", word):
            return word
        same = [w for sound, ws in self._by_sound.items() if sound.replace(" ", "") == word for w in ws]
        return max(same, key=lambda w: (self._known[w], w), default=word)

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
            if self._parted(typed, words[:position], words[position + length :]):
                continue
            meant = self._meant(typed)
            if meant:
                return length, meant
        return 0, ""

    def _doubtful(self, word: str) -> bool:
        if not re.fullmatch(r"[\u4e00-\u9fff]+", word):
            return False
        return len(word) == 1 or (word not in self._known and self._segmenter.frequency(word) < _RARE)

    def _parted(self, typed: str, before: Sequence[str], behind: Sequence[str]) -> bool:
        """Whether an edge of a stretch makes a word of its own with its neighbour: 参赛服|有, 抽中|钱."""
        first, last = before[-1] + typed[0] if before else "", typed[-1] + behind[0] if behind else ""
        return any(
            self._known.get(w, 0) > 1
            or self._segmenter.frequency(w) > _RARE
            or w in lexicon().synonyms  # 考实|操: what people say for a word of the notice
            for w in (first, last)
            if w
        )

    def _meant(self, typed: str) -> str:
        if typed in self._known or (len(typed) == 2 and typed[1] in _COMPLEMENTS):
            return ""
        if all(c in lexicon().fillers for c in typed):
            return ""  # 我是 is no slip for 我市
        same = [w for w in self._by_sound.get(sound_of(typed), ()) if set(w) & set(typed)]
        same = [w for w in same if _grades(w) == _grades(typed) and self._is_slip(typed, w)]
        return max(same, key=lambda w: (self._known[w], w), default="")

    def _is_slip(self, typed: str, word: str) -> bool:
        """Whether `word` is so much likelier than `typed` as it stands that it must be meant."""
        if self._said(word):
            return True
        chance = self._chance(typed) + (_MODAL_AND_VERB if typed[0] in _MODALS else 0.0)
        often = max(self._segmenter.frequency(word), _SAID_OFTEN if word in self._common else 0)
        here = math.log(self._known[word] / self._total) if self._known[word] > 1 else -math.inf
        return _log(often) - chance > _LIKELIER or here - chance > _LIKELIER_HERE

    def _chance(self, typed: str) -> float:
        """The logarithm of how likely a stretch is: as a word of the dictionary, else of its characters."""
        usual = self._segmenter.frequency(typed)
        return _log(usual) if usual else sum(_log(self._segmenter.frequency(c)) for c in typed)

    def _said(self, word: str) -> bool:
        """Whether people say a word that no dictionary need hold: 没通过, 还没."""
        return word in self._common and len(word) + (word[0] in "没还") > 2


def _log(frequency: int) -> float:
    return math.log(max(frequency, 0.5) / _DICTIONARY_WORDS)


def _grades(word: str) -> str:
    return "".join(c if c in _GRADES else "-" for c in word)
