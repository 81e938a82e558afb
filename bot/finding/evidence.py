"""From a question to the passages that bear on it, ranked.

The passages that search finds, and all of a notice that is named, become candidates
(`bot.finding.candidates`); what speaks for each is weighed as `bot.finding.ranking` says. A reranker, where
there is one, judges the best of them, and they are ranked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from bot.conversation.question import Question
from bot.conversation.spoken_before import spoken_before, told_last_first
from bot.finding.answerable import Refusal, refusal_model
from bot.finding.candidates import Candidates, Known
from bot.finding.degrees import Degrees
from bot.finding.kinship import Kinship
from bot.finding.matching import match, with_inserts_read
from bot.finding.names import NoticeNames, is_of_other_year
from bot.finding.ranking import FEATURES, Features, Ranking, ranking_model
from bot.finding.traits import Traits
from bot.speech.lexicon import lexicon
from bot.speech.wanted import labels
from bot.speech.words import QuestionWords
from corpus.alike.series import series_of
from corpus.library import Library
from corpus.notice import Citation, Fact, Notice
from index.passages import Passage
from index.reranker import Reranker
from index.retriever import Found, Retriever

__all__ = ["Evidence", "EvidenceGatherer"]

_READ_WHOLE = 400  # a scope of at most so many passages is read whole
_DEPTH = 80  # passages taken from the retriever
_JUDGED = 20  # the best passages, which a reranker judges
_KEPT = 1024  # texts of questions whose words are kept
_LABEL = 0.3  # the weight of a word that only says which kind of value is wanted

Values = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]


@dataclass(slots=True)  # hundreds are made for a question: to freeze each takes five times as long
class Evidence:
    """A passage with its score; `coverage` is the idf-weighted share of the question it covers, 0 to 1."""

    passage: Passage
    notice: Notice
    score: float
    coverage: float
    fits: bool
    mention: float
    role: bool = False
    features: Values = field(default_factory=lambda: np.zeros(len(FEATURES)), compare=False, repr=False)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The typed values inside the passage."""
        return tuple(f for f in self.notice.facts if self.passage.span.covers(f.span))


class EvidenceGatherer:
    """Gathers evidence for questions over one snapshot."""

    def __init__(
        self,
        library: Library,
        retriever: Retriever,
        refusal: Refusal | None = None,
        ranking: Ranking | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        self.library = library
        self.retriever = retriever
        self.refusal = refusal or refusal_model()
        self.ranking = ranking or ranking_model()
        self.reranker = reranker
        self.notices = NoticeNames(library, retriever.segmenter.part_of_speech)
        self.question_words = QuestionWords(retriever.segmenter, self.notices.is_printed)
        self._kinship = Kinship(library, retriever)
        self.series = series_of(library.notices)
        self._ids = frozenset(n.notice_id for n in library.notices)
        self.of_one_file = len({n.source for n in library.notices}) == 1
        self._places = {(p.notice_id, p.span): i for i, p in enumerate(retriever.passages)}
        self._rank = _ranks(retriever.passages)
        spans = [(p.span.start, p.span.end) for p in retriever.passages]
        self._spans = np.array(spans, dtype=np.int64).reshape(-1, 2)
        self._weights = cache(self.ranking.vector)
        self._traits = traits = Traits(library, retriever.passages)
        own = [f"{with_inserts_read(o)}\n{lead}" for o, lead in zip(traits.own, traits.lead, strict=True)]
        self._degrees = Degrees(own, traits.around)
        self._known = Known(library.notices, retriever.passages, self.notices, traits, self._degrees)
        self._words = lru_cache(maxsize=_KEPT)(self._find_words)
        self._mentions = lru_cache(maxsize=_KEPT)(self._find_mentions)

    def prepare(self) -> Iterator[None]:
        """Work out what most questions need to know of the passages, some of it up to each step."""
        for notice in self._ids:
            self._kinship.read(notice)
            yield
        yield from self._traits.prepare()

    def words(self, text: str) -> dict[str, float]:
        """The words of a question that say what it is about, with their idf."""
        return dict(self._words(text))

    def _find_mentions(self, text: str) -> Mapping[str, float]:
        return MappingProxyType(self.notices.mentions(self._words(text)))

    def _find_words(self, text: str) -> dict[str, float]:
        return self.question_words.weighed(text, self.retriever.lexical.idf)

    def gather(self, question: Question, scope: frozenset[str] | None = None) -> list[Evidence]:
        """Evidence for a question, best first; only from the notices of `scope` where one is given."""
        words = self.words(question.text)
        words |= {w: _LABEL * i for w, i in words.items() if labels(w, question.wants)}
        context = spoken_before(question, self.words, words)
        mentions = self.mentions(question)
        old = self.superseded(question) if scope is None else frozenset()
        within = self._ids - old if old else scope
        asked = (" ".join(words) or question.text, " ".join(self._expansion((*words, *context))))
        found, meant = self.retriever.search_each(asked, _DEPTH, within)
        whole = self._all_of(
            scope or self._plainly_named({i: m for i, m in mentions.items() if i not in old})
        )
        places = np.unique(np.concatenate([found.places, meant.places, whole]))
        if not len(places):
            return []
        near = Candidates(self._known, question, words, places)
        coverage = near.coverage({**words, **context})
        features = near.features(_shares(found, places), _shares(meant, places), coverage, mentions)
        if self.reranker is not None:
            features = self._judged(self.reranker, near, features, question)
        return self._ranked(near, features, question)

    def _judged(
        self, reranker: Reranker, near: Candidates, features: Features, question: Question
    ) -> Features:
        """The numbers with the judgement on the best passages, each read with what stands above it."""
        score = features.matrix() @ self._weights(question.intent)
        best = np.argsort(-score, kind="stable")[:_JUDGED]
        passages = near.passages
        asked = "\n".join(x for x in (question.context, question.text) if x)
        judged = features.judged.copy()
        judged[best] = reranker.scores(asked, [_read_whole(passages[i]) for i in best.tolist()])
        return replace(features, judged=judged)

    def _ranked(self, near: Candidates, features: Features, question: Question) -> list[Evidence]:
        """The passages as evidence, best first."""
        matrix = features.matrix()
        score = matrix @ self._weights(question.intent)
        best = np.lexsort((self._rank[near.places], -score)).tolist()
        rows = zip(
            near.passages, near.notices, score.tolist(), features.covered.tolist(), near.fits.tolist(),
            features.named.tolist(), near.roles.tolist(), matrix, strict=True,
        )  # fmt: skip
        found = [Evidence(*row) for row in rows]
        return [found[i] for i in told_last_first(question, best, near.passages, near.fits.tolist())]

    def superseded(self, question: Question) -> frozenset[str]:
        """The notices for which a newer one of their series speaks, unless their year is named."""
        day = question.as_of
        return frozenset(i for s in self.series if day for i in s.superseded(day, question.year))

    def _plainly_named(self, mentions: Mapping[str, float]) -> frozenset[str] | None:
        """The one notice that a question names, where it does."""
        clear = [i for i, m in mentions.items() if m >= 0.8]
        return frozenset(clear) if len(clear) == 1 else None

    def _all_of(self, scope: frozenset[str] | None) -> Places:
        """Every passage of a small scope: a notice named is read whole."""
        inside = self.retriever.places(scope or frozenset())
        return inside if len(inside) <= _READ_WHOLE else inside[:0]

    def _expansion(self, words: Iterable[str]) -> list[str]:
        synonyms = lexicon().synonyms
        return list(dict.fromkeys(s for w in words for s in (w, *synonyms.get(w, ()))))

    def degree(self, word: str, evidence: Evidence) -> float:
        """How well a passage, with what governs it and what stands above it, holds a word, 0 to 1."""
        return self._degrees.one(word, self.place(evidence))

    def degree_in(self, word: str, notice: Notice) -> float:
        """How well a notice anywhere holds a word, 0 to 1."""
        if self.notices.shortens(word, self.notices.called[notice.notice_id]):
            return 1.0
        return match(word, self.notices.bodies[notice.notice_id], self.notices.titles[notice.notice_id])

    def kinship(self, word: str, notice: Notice) -> float:
        """How near in meaning a word comes to any word of a notice, 0 to 1."""
        return self._kinship.nearest(word, notice)

    def is_title_word(self, word: str, notice: Notice) -> bool:
        """Whether a word names the notice, and so says nothing of what in it is asked about."""
        return self.notices.is_title_word(word, notice.notice_id)

    def mentions(self, question: Question) -> Mapping[str, float]:
        """How plainly each notice is spoken of by name, 0 to 1."""
        return self._mentions(question.text)

    def names(self, word: str, notice_id: str) -> bool:
        """Whether a word is part of, or short for, what the notice is called."""
        return self.notices.names(word, notice_id)

    def known(self, word: str) -> bool:
        """Whether any notice uses a word or one that means the same."""
        return self.notices.known(word)

    def users(self, word: str) -> frozenset[str]:
        """The files that use a word or one that means the same."""
        return self.notices.users(word)

    def covers(self, question: Question, evidence: Evidence) -> frozenset[str]:
        """The words of the question that a passage itself holds, or a word that means the same."""
        text, synonyms, names = self.own(evidence), lexicon().synonyms, self.notices.is_title_word
        words = [w for w in self.words(question.text) if not names(w, evidence.notice.notice_id)]
        return frozenset(w for w in words if w in text or any(s in text for s in synonyms.get(w, ())))

    def with_values(self, question: Question) -> tuple[Notice, ...]:
        """The notices that hold a value of every kind that the question wants."""
        kinds = [self._traits.holding(question, w) for w in sorted(question.wants)]
        held = np.ones(len(self.retriever.passages), dtype=np.bool_)
        for kind in kinds:
            held[held] = kind.at(np.flatnonzero(held))
        numbers = dict.fromkeys(self._traits.notice_of[held].tolist())
        return tuple(self.library.notices[n] for n in numbers)

    def told(self, citations: Iterable[Citation]) -> Places:
        """The places of the passages that some citations quote from, ascending."""
        found = [np.zeros(0, dtype=np.int64)]
        for c in citations:
            own = self.retriever.places_of(c.notice_id)
            starts, ends = self._spans[own].T
            found.append(own[(starts < c.end) & (c.start < ends)])
        return np.unique(np.concatenate(found))

    def place(self, evidence: Evidence) -> int:
        """The place of a passage among all."""
        return self._places[evidence.passage.notice_id, evidence.passage.span]

    def degrees(self, word: str, places: Places) -> Values:
        """How well the passages at some places hold a word, as `degree` does; same shape."""
        return self._degrees.at(word, places)

    def cosines(self, text: str, places: Places) -> Values:
        """How near the passages at some places are to a text by their vectors; same shape."""
        vector = self.retriever.encoder.encode([text])[0]
        return np.asarray(self.retriever.cosines(vector, places), dtype=np.float64)

    def states(self, question: Question, place: int) -> bool:
        """Whether a passage holds a value of a kind that the question wants."""
        return any(self._traits.holding(question, want).one(place) for want in question.wants)

    def facts(self, place: int) -> tuple[Fact, ...]:
        """The values in a passage and in what governs it."""
        return self._traits.facts(place)

    def passage(self, place: int) -> Passage:
        """The passage at a place."""
        return self.retriever.passages[place]

    def above(self, place: int) -> str:
        """The search key of what stands above a passage and of what governs it."""
        return f"{self._traits.around[place]}\n{self._traits.lead[place]}"

    def lead(self, place: int) -> str:
        """The search key of what governs a passage, `""` where nothing does."""
        return self._traits.lead[place]

    def own(self, evidence: Evidence) -> str:
        """The search key of a passage by itself."""
        return self._traits.own[self.place(evidence)]

    def whole(self, evidence: Evidence) -> str:
        """The search key of a passage with everything above it."""
        return self.own(evidence) + self._traits.around[self.place(evidence)]

    def wrong_year(self, question: Question, evidence: Evidence) -> bool:
        """Whether the question names a year that neither the evidence nor its notice is of."""
        return is_of_other_year(question, evidence.notice, evidence.passage)


def _ranks(passages: Sequence[Passage]) -> Places:
    """The rank of each of n passages by notice and place, shape (n,), which decides between equal scores."""
    order = sorted(range(len(passages)), key=lambda i: (passages[i].notice_id, passages[i].span))
    ranks = np.empty(len(passages), dtype=np.int64)
    ranks[order] = np.arange(len(passages))
    return ranks


def _shares(found: Found, places: Places) -> Values:
    """The scores of what was found, divided by the best one, at ascending `places`; 0 at others."""
    out = np.zeros(len(places))
    if len(found.places):
        out[places.searchsorted(found.places)] = found.scores.astype(np.float64) / float(found.scores[0])
    return out


def _read_whole(passage: Passage) -> str:
    return f"{passage.context}\n{passage.text}".strip()
