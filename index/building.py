"""Making the files of a snapshot from a library, and a retriever from the files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from corpus.library import Library
from index import static_encoder
from index.counts import Counts, count_tokens
from index.dense import DenseIndex
from index.encoder import Encoder, SentenceTransformerEncoder, Vectors, unit_rows
from index.errors import BrokenSnapshot
from index.fusion import DENSE_WEIGHT
from index.lexical import LexicalIndex, LexicalParameters
from index.manifest import Inputs, Manifest
from index.passages import Passage, passages_of
from index.retriever import Retriever
from index.segmentation import DICTIONARY, Segmenter, domain_terms
from index.static_encoder import StaticEncoder

__all__ = ["FORMAT", "Progress", "Sources", "build_files", "load_files", "prepare", "sources_of"]

FORMAT = 1  # raise it when code in corpus or index changes what a snapshot holds
CONTEXT_WEIGHT = 0.35  # of a passage's context in its vector
_BATCH = 64

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Sources:
    """What a snapshot is made from. `given` is the encoder that was asked for, None for the default one."""

    passages: tuple[Passage, ...]
    segmenter: Segmenter
    given: Encoder | None
    inputs: Inputs


def prepare(library: Library, model: str | None) -> Sources:
    """Cut the passages, learn the terms, find the model.

    Raises:
        EncoderUnavailable: `model` is not on this machine.
    """
    return sources_of(
        passages_of(library), domain_terms(library), library.digest, len(library.notices), model
    )


def sources_of(
    passages: tuple[Passage, ...], terms: Iterable[str], digest: str, notice_count: int, model: str | None
) -> Sources:
    """The sources of passages cut already; `digest` names the notices that they were cut from.

    Raises:
        EncoderUnavailable: `model` is not on this machine.
    """
    given, terms = SentenceTransformerEncoder(model) if model else None, tuple(terms)
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
        encoder=given.fingerprint if given else static_encoder.RECIPE,
        parameters={
            **asdict(LexicalParameters()),
            "context_vector": CONTEXT_WEIGHT,
            "dense_weight": DENSE_WEIGHT,
            "dictionary": DICTIONARY,
        },
    )
    return Sources(passages, Segmenter(terms), given, inputs)


def build_files(folder: Path, sources: Sources, progress: Progress) -> str:
    """Write the index files into an empty folder; returns the fingerprint of the encoder used."""
    texts = [p.text for p in sources.passages]
    contexts = [p.context for p in sources.passages]
    counts = count_tokens(
        texts, contexts, sources.segmenter, lambda done, total: progress("分词", done, total)
    )
    lexical = LexicalIndex.from_counts(counts, sources.segmenter)
    lexical.save(folder)
    encoder = sources.given or _fitted(folder, counts, lexical, sources.segmenter, progress)
    own = _encoded(encoder, texts, "编码条文", progress)
    above = _encoded(encoder, contexts, "编码上下文", progress)
    DenseIndex.build(unit_rows(own + CONTEXT_WEIGHT * above)).save(folder)
    return encoder.fingerprint


def load_files(folder: Path, sources: Sources, manifest: Manifest) -> Retriever:
    """The retriever kept in `folder`, whose files have been checked against `manifest`.

    Raises:
        BrokenSnapshot: the files do not load, or do not fit one another.
    """
    try:
        lexical = LexicalIndex.load(folder, sources.segmenter)
        dense = DenseIndex.load(folder)
        encoder = sources.given or StaticEncoder.load(folder / "encoder", sources.segmenter)
    except (OSError, RuntimeError, ValueError, KeyError, TypeError) as problem:
        raise BrokenSnapshot(folder, f"文件无法载入（{problem}）") from problem
    held = {lexical.weights.shape[1], len(dense), len(sources.passages)}
    if len(held) > 1 or encoder.fingerprint != manifest.encoder_fingerprint:
        raise BrokenSnapshot(folder, "文件之间不一致")
    return Retriever(
        sources.passages, sources.segmenter, lexical, dense, encoder, sources.inputs.version, DENSE_WEIGHT
    )


def _fitted(
    folder: Path, counts: Counts, lexical: LexicalIndex, segmenter: Segmenter, progress: Progress
) -> StaticEncoder:
    progress("训练编码器", 0, 1)
    encoder = StaticEncoder.fit(counts, lexical.inverse, segmenter)
    (folder / "encoder").mkdir()
    encoder.save(folder / "encoder")
    progress("训练编码器", 1, 1)
    return encoder


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
