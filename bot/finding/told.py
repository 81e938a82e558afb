"""What the passages that an answer tells say of the question, each read with what stands above it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from bot.conversation.question import Question
from bot.finding.evidence import EvidenceGatherer
from bot.finding.matching import match
from bot.finding.values import holds
from corpus import patterns as re
from index.normal import search_key

__all__ = ["Told"]

_PIECE = re.compile(r"[，,；;。]")

Places = npt.NDArray[np.int64]


class Told:
    """Readings of told passages against the words of a question with their idf."""

    def __init__(
        self, question: Question, words: Mapping[str, float], places: Places, gatherer: EvidenceGatherer
    ) -> None:
        self._question, self._words, self._places, self._gatherer = question, words, places, gatherer
        self._total = sum(words.values()) or 1.0

    def about(self) -> float:
        """The share of the words that one passage holds; one with a value of a kind wanted, if any is."""
        held = sum((i * self._gatherer.degrees(w, self._places) for w, i in self._words.items()), np.zeros(1))
        if self._question.wants:
            held = held * [self._gatherer.states(self._question, p) for p in self._places.tolist()]
        return min(1.0, float(held.max(initial=0.0)) / self._total)

    def together(self) -> float:
        """The share of the words that the passages hold between them, 0 to 1."""
        held = (i * self._gatherer.degrees(w, self._places).max(initial=0.0) for w, i in self._words.items())
        return min(1.0, float(sum(held)) / self._total)

    def beside_value(self) -> float:
        """The share of the words that stand around a value of a kind wanted: in its piece of a sentence, the
        pieces beside it, or above; that of `about` where no kind is wanted."""
        if not self._question.wants:
            return self.about()
        found = (self._share(text, above) for p in self._places.tolist() for text, above in self._pieces(p))
        return min(1.0, max(found, default=0.0))

    def alike(self) -> float:
        """How near a passage is to the question by their vectors, 0 to 1."""
        return float(
            np.clip(self._gatherer.cosines(self._question.text, self._places), 0, 1).max(initial=0.0)
        )

    def _pieces(self, place: int) -> list[tuple[str, str]]:
        """The pieces of a passage that hold a value wanted, with those beside them, and what is above."""
        passage, facts = self._gatherer.passage(place), self._gatherer.facts(place)
        pieces = _PIECE.split(passage.text)
        found = []
        for number, piece in enumerate(pieces):
            own = [f for f in facts if f.text and f.text in piece]
            if any(holds(want, self._question.unit, own, piece) for want in self._question.wants):
                found.append("，".join(pieces[max(0, number - 1) : number + 2]))
        above = self._gatherer.above(place)
        return [(search_key(text), above) for text in found]

    def _share(self, text: str, above: str) -> float:
        return sum(i * match(w, text, above) for w, i in self._words.items()) / self._total
