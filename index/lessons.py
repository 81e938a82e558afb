"""What the default encoder learns from before it sees any notice: questions and texts that answer them.

Three kinds. Questions of reading comprehension go with a window around their answer; those of one passage
stand in one batch, so that a question learns which part of a passage speaks of it. Articles of laws have no
questions: a stretch that is taken out of an article, a few short ones, or these and the title stand for one
(the inverse cloze task of Lee, Chang and Toutanova, "Latent Retrieval for Weakly Supervised Open Domain
Question Answering", 2019). Wordings go with the official words for the same thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from index.fitting import made_up_question
from index.pieces import Bags, Rows

__all__ = ["Articles", "Curriculum", "Lessons", "Pairs", "Places", "Readings", "Wordings"]

NEIGHBOURS = 8  # articles that follow one another and stay in one batch: near ones are hard to tell apart
CLOZE, TITLED = 0.3, 0.2  # shares of articles asked for by a longer stretch, and by short ones with the title
STRETCH = (10, 40)  # characters of the longer stretch
LEFT_OUT = 0.9  # how often it is then missing in the article
WHOLE = 0.2  # share of questions that go with the whole passage
MARGIN = (5, 60)  # characters to either side of an answer
FORGOTTEN = 0.2  # share of tokens left out, so that no single one is relied on

Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """A batch: questions and texts, one each, and for which of them a text may answer another's question."""

    questions: list[Rows]
    texts: list[Rows]
    unsure: npt.NDArray[np.bool_] | None = None


class Lessons(Protocol):
    """A kind of pairs, by number. `order` deals out all of them once; a batch is some that follow in it."""

    def __len__(self) -> int: ...

    def order(self, dice: np.random.Generator) -> Places: ...

    def batch(self, members: Places, dice: np.random.Generator) -> Pairs: ...


@dataclass(frozen=True, slots=True)
class Curriculum:
    """All there is to learn: V tokens, sorted; how telling each is (idf), shape (V,); the lessons by kind."""

    vocabulary: tuple[str, ...]
    inverse: npt.NDArray[np.float32]
    lessons: Mapping[str, Lessons]


@dataclass(frozen=True, slots=True)
class Articles:
    """Texts without questions, and the title above each."""

    texts: Bags
    titles: Bags
    title_of: Places

    def __len__(self) -> int:
        return len(self.texts)

    def order(self, dice: np.random.Generator) -> Places:
        """All articles, neighbours together."""
        blocks = dice.permutation(-(-len(self) // NEIGHBOURS))
        dealt = (blocks[:, np.newaxis] * NEIGHBOURS + np.arange(NEIGHBOURS)).ravel()
        return dealt[dealt < len(self)]

    def batch(self, members: Places, dice: np.random.Generator) -> Pairs:
        """A made-up question and the article it is made from, for each member."""
        pairs = [self._pair(i, dice) for i in members.tolist()]
        return Pairs([_thinned(q, dice) for q, _ in pairs], [_thinned(t, dice) for _, t in pairs])

    def _pair(self, article: int, dice: np.random.Generator) -> tuple[Rows, Rows]:
        length, kind = self.texts.length(article), dice.random()
        if kind < CLOZE and length > 1.5 * STRETCH[1]:
            return self._cloze(article, length, dice)
        question = made_up_question(self.texts, article, dice)
        if kind > 1 - TITLED:
            title = self.titles.of(int(self.title_of[article]))
            question = np.concatenate([question, self.titles.rows[title]])
        return question, self.texts.rows[self.texts.of(article)]

    def _cloze(self, article: int, length: int, dice: np.random.Generator) -> tuple[Rows, Rows]:
        size = int(dice.integers(STRETCH[0], min(STRETCH[1], length // 2) + 1))
        start = int(dice.integers(0, length - size + 1))
        part = self.texts.of(article)
        text = self.texts.rows[part]
        if dice.random() < LEFT_OUT:
            text = text[(self.texts.ends[part] <= start) | (self.texts.starts[part] >= start + size)]
        return self.texts.within(article, start, start + size), text


@dataclass(frozen=True, slots=True)
class Readings:
    """Questions, the passage of each, and where in the passage's search key its answer lies (-1: nowhere)."""

    questions: Bags
    passages: Bags
    passage_of: Places
    answer_starts: Places
    answer_ends: Places

    def __len__(self) -> int:
        return len(self.questions)

    def order(self, dice: np.random.Generator) -> Places:
        """All questions, those of a passage together."""
        turn = dice.permutation(len(self.passages))
        return np.argsort(turn[self.passage_of], kind="stable").astype(np.int64)

    def batch(self, members: Places, dice: np.random.Generator) -> Pairs:
        """Each question with a window around its answer."""
        home, starts, ends = (c[members] for c in (self.passage_of, self.answer_starts, self.answer_ends))
        lows = np.maximum(starts - dice.integers(*MARGIN, size=len(members)), 0)
        highs = ends + dice.integers(*MARGIN, size=len(members))
        whole = (starts < 0) | (dice.random(len(members)) < WHOLE)
        lows[whole], highs[whole] = 0, np.iinfo(np.int32).max
        texts = [
            self.passages.within(p, low, high)
            for p, low, high in zip(home.tolist(), lows.tolist(), highs.tolist(), strict=True)
        ]
        held = (lows <= starts[:, np.newaxis]) & (highs >= ends[:, np.newaxis]) | (starts < 0)[:, np.newaxis]
        asked = [_thinned(self.questions.rows[self.questions.of(i)], dice) for i in members.tolist()]
        unsure = (home[:, np.newaxis] == home) & held
        return Pairs(asked, [_thinned(text, dice) for text in texts], unsure)


@dataclass(frozen=True, slots=True)
class Wordings:
    """What people say, and the official words for it; `concepts` numbers what each pair means."""

    said: Bags
    official: Bags
    concepts: Places

    def __len__(self) -> int:
        return len(self.said)

    def order(self, dice: np.random.Generator) -> Places:
        """All pairs, by chance."""
        return dice.permutation(len(self))

    def batch(self, members: Places, dice: np.random.Generator) -> Pairs:
        """Each wording with its official words; others for the same thing are not held against it."""
        rows: list[list[Rows]] = [
            [bags.rows[bags.of(i)] for i in members.tolist()] for bags in (self.said, self.official)
        ]
        meant = self.concepts[members]
        return Pairs(rows[0], rows[1], meant[:, np.newaxis] == meant)


def _thinned(rows: Rows, dice: np.random.Generator) -> Rows:
    """Most of the tokens; of very few, all."""
    return rows if len(rows) <= 4 else rows[dice.random(len(rows)) >= FORGOTTEN]
