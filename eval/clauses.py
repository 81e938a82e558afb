"""Whether the clause that answers is found: recall of several ways of ranking over cases that name it.

A case names its clause by `gold_quote`, the fewest characters that occur nowhere else in the notice, since
locators change when the reader learns to cut a text more finely. A way of ranking has a hit where the
passage that holds those characters is among its first k.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rich.table import Table

from bot.pipeline import Assistant
from bot.service.service import today
from corpus.library import Library
from eval.cases import Case
from eval.gold import gold_passages, own_passages
from index.retriever import Retriever
from index.segmentation import STOP_WORDS, Segmenter

__all__ = [
    "DEPTHS",
    "ClauseCase",
    "Ranking",
    "Recall",
    "clause_cases",
    "clauses_table",
    "measure_recall",
    "missed",
    "rankings",
]

DEPTHS = (1, 5, 10)
_WORD = re.compile(r"\w")
_K1, _B = 1.2, 0.75  # the usual parameters of BM25

Ranking = Callable[["ClauseCase"], list[int]]  # passages, best first


@dataclass(frozen=True, slots=True)
class ClauseCase:
    """A question, the passages that answer it, and those that may be ranked."""

    case: Case
    gold: frozenset[int]
    allowed: frozenset[int] | None


@dataclass(frozen=True, slots=True)
class Recall:
    """The share of cases with a gold passage among the first k, in per cent, one for each of `DEPTHS`."""

    name: str
    n: int
    at: tuple[float, ...]


def clause_cases(
    cases: Iterable[Case], library: Library, retriever: Retriever, scope: bool
) -> tuple[list[ClauseCase], list[str]]:
    """The cases with their gold passages, and the identifiers of those whose clause no notice holds."""
    found, lost = [], []
    for case in cases:
        gold = gold_passages(case, library, retriever) if case.gold_quote else frozenset()
        if gold:
            found.append(ClauseCase(case, gold, own_passages(case, retriever) if scope else None))
        else:
            lost.append(case.case_id)
    return found, lost


def measure_recall(name: str, rank: Ranking, cases: Sequence[ClauseCase]) -> Recall:
    """How often a way of ranking finds the clause."""
    ranks = [_rank(case, rank(case)) for case in cases]
    shares = (100 * sum(r is not None and r <= k for r in ranks) / max(len(cases), 1) for k in DEPTHS)
    return Recall(name, len(cases), tuple(round(s, 1) for s in shares))


def rankings(retriever: Retriever, assistant: Assistant) -> dict[str, Ranking]:
    """The ways of ranking by name: plain BM25 over jieba's words, each side of search, and the evidence."""
    plain = PlainBm25([f"{p.context}\n{p.text}" for p in retriever.passages])

    def by(scores: Callable[[str], npt.NDArray[np.float32]]) -> Ranking:
        return lambda case: _order(scores(case.case.turns[-1]), case.allowed)

    return {
        "jieba BM25": by(plain.scores),
        "lexical": by(retriever.lexical.scores),
        "dense": by(lambda q: retriever.cosines(retriever.encoder.encode([q])[0])),
        "hybrid": lambda case: _searched(retriever, case),
        "ranked": lambda case: _ranked(assistant, retriever, case),
    }


class PlainBm25:
    """Okapi BM25 (Robertson et al., TREC-3, 1994) over the words that jieba cuts: what others start from."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._segmenter = Segmenter()
        documents = [self._words(text) for text in texts]
        self._lengths = np.array([len(d) for d in documents], dtype=np.float32)
        self._counts: dict[str, dict[int, int]] = {}
        for number, document in enumerate(documents):
            for word in document:
                held = self._counts.setdefault(word, {})
                held[number] = held.get(number, 0) + 1

    def _words(self, text: str) -> list[str]:
        return [w for w in self._segmenter.words(text) if w not in STOP_WORDS and _WORD.search(w)]

    def scores(self, query: str) -> npt.NDArray[np.float32]:
        """The score of each text, shape (n,)."""
        out = np.zeros(len(self._lengths), dtype=np.float32)
        mean = float(self._lengths.mean()) if len(self._lengths) else 1.0
        for word in self._words(query):
            held = self._counts.get(word, {})
            inverse = np.log(1 + (len(out) - len(held) + 0.5) / (len(held) + 0.5))
            for number, count in held.items():
                norm = _K1 * (1 - _B + _B * float(self._lengths[number]) / mean)
                out[number] += inverse * count * (_K1 + 1) / (count + norm)
        return out


def _order(scores: npt.NDArray[np.float32], allowed: frozenset[int] | None) -> list[int]:
    best = (int(i) for i in np.argsort(-scores, kind="stable") if scores[i] > 0)
    return [i for i in best if allowed is None or i in allowed][: DEPTHS[-1]]


def _searched(retriever: Retriever, case: ClauseCase) -> list[int]:
    scope = _scope(retriever, case)
    return [h.passage for h in retriever.search(case.case.turns[-1], DEPTHS[-1], scope)]


def _ranked(assistant: Assistant, retriever: Retriever, case: ClauseCase) -> list[int]:
    places = {(p.notice_id, p.span): i for i, p in enumerate(retriever.passages)}
    gathered = assistant.evidence(case.case.turns[-1], case.case.as_of or today(), _scope(retriever, case))
    return [places[e.passage.notice_id, e.passage.span] for e in gathered[: DEPTHS[-1]]]


def _scope(retriever: Retriever, case: ClauseCase) -> frozenset[str] | None:
    if case.allowed is None:
        return None
    return frozenset(retriever.passages[i].notice_id for i in case.allowed)


def _rank(case: ClauseCase, found: Sequence[int]) -> int | None:
    return next((k for k, passage in enumerate(found, 1) if passage in case.gold), None)


def clauses_table(recalls: Sequence[Recall]) -> Table:
    """The figures as a table, a way of ranking a row."""
    table = Table("排序", "题数", *(f"recall@{k}" for k in DEPTHS))
    for recall in recalls:
        table.add_row(recall.name, str(recall.n), *(f"{share:.1f}" for share in recall.at))
    return table


def missed(rank: Ranking, cases: Sequence[ClauseCase], retriever: Retriever) -> str:
    """The cases whose clause does not come first: its place, the question, what it should be, what came."""
    lines = []
    for case in cases:
        found = rank(case)
        place = _rank(case, found)
        if place != 1:
            gold = retriever.passages[min(case.gold)].text[:60]
            first = retriever.passages[found[0]].text[:60] if found else "（没有）"
            lines.append(
                f"{place or '—'}\t{case.case.case_id}\t{case.case.turns[-1]}\n\t应：{gold}\n\t得：{first}"
            )
    return "\n".join(lines)
