"""How plainly a question speaks of a piece of a notice: the share of its words that the piece holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.conversation.question import Question
from bot.finding.evidence import EvidenceGatherer
from bot.finding.matching import match
from corpus.notice import Notice
from index.normal import search_key

__all__ = ["relevance", "telling_apart", "words_about"]


def words_about(question: Question, gatherer: EvidenceGatherer, notice: Notice) -> dict[str, float]:
    """The words of a question that do not merely name the notice, with their idf; all where none is left."""
    words = gatherer.words(f"{question.context} {question.text}" if question.context else question.text)
    own = {w: i for w, i in words.items() if not gatherer.names(w, notice.notice_id)}
    return own or words


def relevance(words: Mapping[str, float], own: str, around: str = "") -> float:
    """The idf-weighted share of `words` that `own` holds, or its surroundings: 0 to 1."""
    total = sum(words.values())
    if total == 0:
        return 0.0
    own, around = search_key(own), search_key(around)
    return sum(idf * match(word, own, around) for word, idf in words.items()) / total


def telling_apart(
    words: Mapping[str, float], texts: Sequence[str], around: Sequence[str] = ()
) -> list[float]:
    """For each text how much it holds of the words that some of the texts hold and others do not.

    `around` are the surroundings of each text, which count for less.
    """
    keys = [search_key(t) for t in texts]
    beside = [search_key(a) for a in around] or [""] * len(keys)
    scores = [0.0] * len(keys)
    for word, idf in words.items():
        hits = [match(word, key, outer) for key, outer in zip(keys, beside, strict=True)]
        if min(hits, default=0.0) < max(hits, default=0.0):
            scores = [s + idf * h for s, h in zip(scores, hits, strict=True)]
    return scores
