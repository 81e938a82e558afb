"""Making the files of a snapshot from a library, and a retriever from the files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.library import Library
from index import fitting
from index.counts import count_tokens
from index.encoder import Encoder, SentenceTransformerEncoder, Vectors, unit_rows
from index.errors import BrokenSnapshot, VectorsMissing
from index.fitting import fitted_vectors
from index.fitting_texts import FittingTexts, TextGathering
from index.fusion import dense_weight
from index.lexical import LexicalIndex, LexicalParameters
from index.manifest import Inputs, Manifest
from index.normal import search_key
from index.passages import Passage, passages_of
from index.places import provinces_named
from index.retriever import Retriever
from index.scattered import Scattered, is_scattered
from index.segmentation import DICTIONARY, Segmenter, domain_terms
from index.static_encoder import StaticEncoder
from index.token_table import base_table, load_table, save_table
from index.vector_places import place_at
from index.vector_store import Home, VectorPlace, VectorStore, passage_ids
from index.word_list import WordList

__all__ = [
    "FORMAT",
    "Earlier",
    "Progress",
    "Sources",
    "build_files",
    "home_of",
    "load_files",
    "prepare",
    "sources_of",
]

FORMAT = 5  # raise it when code in corpus or index changes what a snapshot holds
CONTEXT_WEIGHT = 0.35  # of a passage's context in its vector
_BATCH = 64

Progress = Callable[[str, int, int], None]
Places = npt.NDArray[np.int64]
Encode = Callable[[Places], tuple[Vectors, Vectors]]  # the vectors of passages, and of what is above each


@dataclass(frozen=True, slots=True)
class Sources:
    """What a snapshot is made from. `given` is the encoder that was asked for, None for the default one.

    `place` is where its vectors are kept.
    """

    passages: tuple[Passage, ...]
    segmenter: Segmenter
    given: Encoder | None
    inputs: Inputs
    place: VectorPlace

    @property
    def dense_weight(self) -> float:
        """The share of the vector side in a score: one fitted to the notices is worth more."""
        return dense_weight(self.given is None, self.scattered)

    @property
    def scattered(self) -> bool:
        """Whether the passages are those of many short texts that stand alone."""
        return is_scattered(self.inputs.passage_count, self.inputs.notice_count)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A snapshot whose vectors may be taken over where they are of the same encoder."""

    folder: Path
    manifest: Manifest


def prepare(library: Library, model: str | None, vectors: str | None = None) -> Sources:
    """Cut the passages, learn the terms, find the model and the place for its vectors.

    Raises:
        EncoderUnavailable: `model` is not on this machine.
        VectorsUnavailable: the place at the address `vectors` cannot be used.
    """
    passages, terms = passages_of(library), domain_terms(library)
    return sources_of(passages, terms, library.digest, len(library.notices), model, vectors)


def sources_of(
    passages: tuple[Passage, ...],
    terms: Iterable[str],
    digest: str,
    notice_count: int,
    model: str | None,
    vectors: str | None = None,
) -> Sources:
    """The sources of passages cut already; `digest` names the notices that they were cut from.

    Raises:
        EncoderUnavailable: `model` is not on this machine.
        VectorsUnavailable: the place at the address `vectors` cannot be used.
    """
    given, terms = SentenceTransformerEncoder(model) if model else None, tuple(terms)
    place, scattered = place_at(vectors), is_scattered(len(passages), notice_count)
    inputs = Inputs(
        format=FORMAT,
        corpus=digest,
        passages=_digest(
            repr((p.notice_id, p.clause, p.span.start, p.span.end, p.text, p.context)) for p in passages
        ),
        notice_count=notice_count,
        passage_count=len(passages),
        terms=_digest(terms),
        encoder_kind="sentence-transformers" if given else "static",
        encoder=given.fingerprint if given else f"{fitting.recipe(scattered)}-{base_table().fingerprint}",
        parameters={
            **asdict(LexicalParameters()),
            "context_vector": CONTEXT_WEIGHT,
            "dense_weight": dense_weight(given is None, scattered),
            "dictionary": DICTIONARY,
            "vectors": place.kind,
        },
    )
    return Sources(passages, Segmenter(terms), given, inputs, place)


def build_files(
    folder: Path,
    sources: Sources,
    progress: Progress,
    earlier: Earlier | None = None,
    kept: Path | None = None,
) -> str:
    """Write the index files into an empty folder; returns the fingerprint of the encoder used.

    `kept` is a folder that outlives snapshots, for what the default encoder has learned of each group of
    notices.

    Raises:
        VectorsUnavailable: the place of the vectors cannot be used.
    """
    gathering = TextGathering(sources.segmenter)
    counts = count_tokens(
        [p.text for p in sources.passages],
        [p.context for p in sources.passages],
        sources.segmenter,
        lambda done, total: progress("分词", done, total),
        None if sources.given else gathering.add,
    )
    LexicalIndex.from_counts(counts, sources.segmenter).save(folder)
    del counts
    WordList.of((p.text for p in sources.passages), sources.segmenter).save(folder)
    encoder: Encoder
    if sources.given:
        encoder, encode = sources.given, _given(sources.given, sources, progress)
    else:
        texts = gathering.texts([p.notice_id for p in sources.passages])
        encoder, encode = _fitted(folder, texts, sources, kept, progress)
    _keep_vectors(home_of(folder, sources.inputs, encoder.fingerprint), sources, encoder, encode, earlier)
    return encoder.fingerprint


def home_of(folder: Path, inputs: Inputs, fingerprint: str) -> Home:
    """Where the vectors of a snapshot are: machines that fitted different encoders do not share them."""
    return Home(folder, f"wenze_{inputs.version}_{fingerprint[:12]}")


def _keep_vectors(
    home: Home, sources: Sources, encoder: Encoder, encode: Encode, earlier: Earlier | None
) -> None:
    """Encode what is not in the earlier snapshot, and drop what only that one holds."""
    ids = passage_ids(sources.passages)
    store = _taken_over(home, sources, encoder, earlier)
    held = store.ids() if store else ids[:0]
    fresh = np.flatnonzero(~np.isin(ids, held))
    own, above = encode(fresh)
    store = store or sources.place.create(home, own.shape[1])
    store.remove(np.setdiff1d(held, ids))
    store.add(ids[fresh], unit_rows(own + CONTEXT_WEIGHT * above))
    store.save()


def _taken_over(
    home: Home, sources: Sources, encoder: Encoder, earlier: Earlier | None
) -> VectorStore | None:
    """A copy of the earlier snapshot's vectors, None where they are of another kind or cannot be read."""
    if earlier is None or earlier.manifest.encoder_fingerprint != encoder.fingerprint:
        return None
    before, now = earlier.manifest.inputs, sources.inputs
    if (before.format, before.parameters) != (now.format, now.parameters):
        return None
    try:
        return sources.place.copy(home_of(earlier.folder, before, encoder.fingerprint), home)
    except VectorsMissing:
        return None


def load_files(folder: Path, sources: Sources, manifest: Manifest) -> Retriever:
    """The retriever kept in `folder`, whose files have been checked against `manifest`.

    Raises:
        BrokenSnapshot: the files do not load, or do not fit one another.
        VectorsUnavailable: the place of the vectors cannot be used.
    """
    try:
        lexical = LexicalIndex.load(folder, sources.segmenter)
        words = WordList.load(folder)
        encoder = sources.given or _static(folder, sources.segmenter)
        vectors = sources.place.open(home_of(folder, sources.inputs, encoder.fingerprint))
    except (
        OSError,
        RuntimeError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        VectorsMissing,
    ) as problem:
        raise BrokenSnapshot(folder, f"文件无法载入（{problem}）") from problem
    held = {lexical.postings.passages, len(vectors), len(sources.passages)}
    if len(held) > 1 or encoder.fingerprint != manifest.encoder_fingerprint:
        raise BrokenSnapshot(folder, "文件之间不一致")
    return Retriever(
        sources.passages,
        sources.segmenter,
        lexical,
        vectors,
        encoder,
        sources.inputs.version,
        words,
        sources.dense_weight,
        _scattered(lexical, sources.passages) if sources.scattered else None,
    )


def _scattered(lexical: LexicalIndex, passages: Sequence[Passage]) -> Scattered:
    notices = np.array([p.notice for p in passages], dtype=np.int64)
    named = [provinces_named(search_key(f"{p.context}\n{p.text}")) for p in passages]
    return Scattered.of(lexical.postings.matrix(), notices, np.array(named, dtype=np.int64))


def _static(folder: Path, segmenter: Segmenter) -> StaticEncoder:
    return StaticEncoder(segmenter, load_table(folder / "encoder"), base_table())


def _fitted(
    folder: Path, texts: FittingTexts, sources: Sources, kept: Path | None, progress: Progress
) -> tuple[StaticEncoder, Encode]:
    """The default encoder, fitted to the passages and saved; it encodes them from the tokens cut already."""
    told = partial(progress, "训练编码器")
    vectors = fitted_vectors(texts, base_table(), kept, told, cloze=sources.scattered)
    (folder / "encoder").mkdir()
    save_table(folder / "encoder", texts.vocabulary, vectors)
    encoder = _static(folder, sources.segmenter)
    own, above = texts.counts()

    rounded = np.asarray(np.asarray(vectors, dtype=np.float16), dtype=np.float32)  # as they are served

    def encode(places: Places) -> tuple[Vectors, Vectors]:
        return unit_rows(own[places] @ rounded), unit_rows(above[places] @ rounded)

    return encoder, encode


def _given(encoder: Encoder, sources: Sources, progress: Progress) -> Encode:
    """How a model that was asked for encodes passages."""

    def encode(places: Places) -> tuple[Vectors, Vectors]:
        chosen = [sources.passages[i] for i in places.tolist()]
        own = _encoded(encoder, [p.text for p in chosen], "编码条文", progress)
        return own, _encoded(encoder, [p.context for p in chosen], "编码上下文", progress)

    return encode


def _encoded(encoder: Encoder, texts: Sequence[str], stage: str, progress: Progress) -> Vectors:
    """The vectors of all texts, shape (n, d); equal texts are encoded once."""
    distinct = list(dict.fromkeys(texts))
    parts = [encoder.encode(distinct[:0])]
    for start in range(0, len(distinct), _BATCH):
        parts.append(encoder.encode(distinct[start : start + _BATCH]))
        progress(stage, min(start + _BATCH, len(distinct)), len(distinct))
    places = {text: i for i, text in enumerate(distinct)}
    rows = np.array([places[t] for t in texts], dtype=np.intp)
    return np.asarray(np.concatenate(parts)[rows], dtype=np.float32)


def _digest(parts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()
