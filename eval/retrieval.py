"""How well search finds the relevant documents of a collection: by words, by vectors, and by both joined.

Measures are those of trec_eval: a hit among the first k, the reciprocal rank and nDCG of the first ten, with
the grade as gain and log2(rank + 1) as discount (Järvelin and Kekäläinen, TOIS 2002).
"""

from __future__ import annotations

import json
import math
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from corpus.notice import Span
from eval.beir import Collection, Document
from index.building import Progress, build_files, load_files, sources_of
from index.manifest import seal_snapshot
from index.passages import LONG_CLAUSE, Passage, sentences
from index.retriever import Retriever

__all__ = [
    "DEPTH",
    "Figures",
    "Search",
    "figures_of",
    "hit",
    "measure_retrieval",
    "ndcg",
    "print_figures",
    "reciprocal_rank",
    "retriever_over",
    "searches_of",
    "write_figures",
]

DEPTH = 10  # documents of a ranking that are looked at
_PASSAGES = 300  # of which the documents are taken; one document has few of the first

Search = Callable[[str], Sequence[str]]  # a query to identifiers of documents, best first


@dataclass(frozen=True, slots=True)
class Figures:
    """What one way of searching reached, rates in per cent, means over all queries."""

    hit_1: float
    hit_5: float
    hit_10: float
    mrr_10: float
    ndcg_10: float
    milliseconds: float  # of a query, on average


def hit(ranked: Sequence[str], grades: Mapping[str, int], k: int) -> float:
    """1 where a relevant document is among the first `k`, else 0."""
    return float(any(grades.get(d, 0) > 0 for d in ranked[:k]))


def reciprocal_rank(ranked: Sequence[str], grades: Mapping[str, int], k: int = DEPTH) -> float:
    """1 over the rank of the first relevant document, 0 where none is among the first `k`."""
    return next((1 / n for n, d in enumerate(ranked[:k], start=1) if grades.get(d, 0) > 0), 0.0)


def ndcg(ranked: Sequence[str], grades: Mapping[str, int], k: int = DEPTH) -> float:
    """The discounted gain of the first `k` over the highest that any order could have, 0 to 1."""
    best = _gain(sorted((g for g in grades.values() if g > 0), reverse=True)[:k])
    return _gain([max(grades.get(d, 0), 0) for d in ranked[:k]]) / best if best else 0.0


def _gain(grades: Sequence[int]) -> float:
    return math.fsum(grade / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))


def retriever_over(collection: Collection, model: str | None, progress: Progress) -> Retriever:
    """Index a collection as a corpus would be: a long document is searched sentence by sentence.

    The title of a document stands above its passages, and above those of a long one all of it does.

    Raises:
        EncoderUnavailable: `model` is not on this machine.
    """
    documents = collection.documents.items()
    passages = tuple(p for number, (name, d) in enumerate(documents) for p in _passages(name, number, d))
    sources = sources_of(passages, (), f"{len(documents)} documents", len(documents), model)
    with tempfile.TemporaryDirectory(prefix="wenze-retrieval-") as name:
        folder = Path(name)
        manifest = seal_snapshot(folder, sources.inputs, build_files(folder, sources, progress))
        return load_files(folder, sources, manifest)


def _passages(name: str, number: int, document: Document) -> Iterator[Passage]:
    whole, above = Span(0, len(document.text)), document.title
    cut = [whole]
    if len(whole) > LONG_CLAUSE:
        cut = sentences(document.text, whole)
        above = f"{above}\n{document.text}"
    for span in cut:
        yield Passage(name, number, 0, span, document.text[span.start : span.end], above)


def searches_of(retriever: Retriever) -> dict[str, Search]:
    """Search by words alone, by vectors alone, and by both as answers are found."""
    sides = {"lexical": 0.0, "dense": 1.0}
    alone = {n: _search(replace(retriever, weight=w, scattered=None)) for n, w in sides.items()}
    return {**alone, "hybrid": _search(retriever)}


def _search(retriever: Retriever) -> Search:
    def search(query: str) -> list[str]:
        hits = retriever.search(query, _PASSAGES)
        return list(dict.fromkeys(retriever.passages[h.passage].notice_id for h in hits))[:DEPTH]

    return search


def measure_retrieval(
    collection: Collection, searches: Mapping[str, Search], progress: Progress
) -> dict[str, Figures]:
    """The figures of each way of searching, over all queries."""
    out = {}
    for name, search in searches.items():
        ranked, seconds = {}, 0.0
        for number, (query, text) in enumerate(collection.queries.items(), start=1):
            start = time.perf_counter()
            ranked[query] = search(text)
            seconds += time.perf_counter() - start
            progress(name, number, len(collection.queries))
        out[name] = figures_of(ranked, collection.relevant, seconds)
    return out


def figures_of(
    ranked: Mapping[str, Sequence[str]], relevant: Mapping[str, Mapping[str, int]], seconds: float
) -> Figures:
    """The means over the rankings of all queries, which took `seconds` together.

    Raises:
        ValueError: there is no query.
    """
    if not ranked:
        raise ValueError("there is nothing to average: no query was asked")
    pairs = [(r, relevant[q]) for q, r in ranked.items()]

    def mean(values: Sequence[float]) -> float:
        return round(100 * math.fsum(values) / len(pairs), 2)

    return Figures(
        hit_1=mean([hit(r, g, 1) for r, g in pairs]),
        hit_5=mean([hit(r, g, 5) for r, g in pairs]),
        hit_10=mean([hit(r, g, 10) for r, g in pairs]),
        mrr_10=mean([reciprocal_rank(r, g, 10) for r, g in pairs]),
        ndcg_10=mean([ndcg(r, g, 10) for r, g in pairs]),
        milliseconds=round(1000 * seconds / len(pairs), 2),
    )


def print_figures(console: Console, collection: Collection, figures: Mapping[str, Figures]) -> None:
    """One table, a way of searching in each row."""
    names = ("hit@1", "hit@5", "hit@10", "MRR@10", "nDCG@10", "ms")
    head = f"{len(collection.queries)} 问，{len(collection.documents)} 篇"
    table = Table(head, *names, header_style="bold")
    for name, row in figures.items():
        table.add_row(name, *(f"{value:.2f}" for value in asdict(row).values()))
    console.print(table)


def write_figures(folder: Path, collection: Collection, figures: Mapping[str, Figures]) -> Path:
    """Write `retrieval.json` into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    report = {
        "queries": len(collection.queries),
        "documents": len(collection.documents),
        "runs": {name: asdict(row) for name, row in figures.items()},
    }
    path = folder / "retrieval.json"
    path.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path
