"""The default encoder: static token embeddings fitted to the corpus, with no model to download.

Latent semantic analysis (Deerwester et al., "Indexing by Latent Semantic Analysis", 1990): the truncated
singular value decomposition of the tf-idf matrix of passages and tokens. A token's vector is its idf times
its right singular vector, plus a small random vector of its own, so that tokens which the truncation has
dropped still match themselves. A text's vector is the normalised sum over its tokens: how LSA folds in a
query.

On disk it is a sentence-transformers model (StaticEmbedding, Normalize) that any program can load; its input
is segmented text joined by blanks. Here it is served by numpy alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load_file, save_file
from scipy import sparse
from scipy.sparse.linalg import svds

from index.counts import Counts
from index.encoder import Vectors, unit_rows
from index.segmentation import Segmenter

__all__ = ["RECIPE", "StaticEncoder"]

DIMENSIONS = 256
NOISE = 0.25  # length of the random part, in mean lengths of a token's singular vector
CONTEXT = 0.35  # weight of a token in the context while fitting
_DENSE_LIMIT = 320  # up to this many passages the decomposition is done in full
_LANCZOS_LIMIT = 2048  # up to this many by Lanczos iteration, above by subspace iteration
_SAMPLE = 8192  # passages that all rounds of the latter but the last look at
_EXTRA = 64  # columns that a subspace has beside those that are kept
_ROUNDS = 6  # of the iteration, before the one that looks at every passage
_CHUNK = 8192  # passages multiplied at a time, so that memory does not grow with their number
RECIPE = f"lsa-{DIMENSIONS}-{NOISE}-{CONTEXT}-{_LANCZOS_LIMIT}"
_UNKNOWN = "[UNK]"
_MODULES = (
    ("", "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding"),
    ("1_Normalize", "sentence_transformers.base.modules.normalize.Normalize"),
)


class StaticEncoder:
    """Token vectors `matrix`, shape (V + 1, d); row 0 stands for every unknown token and is zero."""

    name = "static"

    def __init__(self, vocabulary: Sequence[str], matrix: Vectors, segmenter: Segmenter) -> None:
        self._rows = {token: i for i, token in enumerate(vocabulary, start=1)}
        self._matrix = matrix
        self._segmenter = segmenter
        self.fingerprint = _digest(vocabulary, matrix)

    @classmethod
    def fit(cls, counts: Counts, inverse: npt.NDArray[np.float32], segmenter: Segmenter) -> StaticEncoder:
        """Fit to the counted tokens of n passages; `inverse` is the idf of each of the V tokens.

        The same counts give the same vectors: the start of the iteration, the signs and the noise are fixed.
        """
        table = counts.own + CONTEXT * counts.context
        table = sparse.csr_matrix(table, dtype=np.float64)
        table.data = np.log1p(table.data)
        table = sparse.csr_matrix(table.multiply(inverse[np.newaxis, :]))
        right = _right_vectors(_unit_sparse(table))
        noise = np.random.default_rng(1990).standard_normal(right.shape) / max(right.shape[1], 1) ** 0.5
        mean = float(np.linalg.norm(right, axis=1).mean()) if len(right) else 0.0
        known = inverse[:, np.newaxis] * (right + NOISE * mean * noise)
        matrix = np.vstack([np.zeros((1, right.shape[1])), known]).astype(np.float32)
        return cls(counts.vocabulary, matrix, segmenter)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The texts as unit rows, shape (n, d) float32; a text without a known token is a row of zeros."""
        out = np.zeros((len(texts), self._matrix.shape[1]), dtype=np.float32)
        for number, text in enumerate(texts):
            rows = [self._rows[t] for t in self._segmenter.tokens(text) if t in self._rows]
            out[number] = self._matrix[rows].sum(axis=0)
        return unit_rows(out)

    def save(self, folder: Path) -> None:
        """Write a sentence-transformers model into an existing folder."""
        save_file({"embedding.weight": self._matrix}, folder / "model.safetensors")
        _write_json(folder / "tokenizer.json", _tokenizer({_UNKNOWN: 0, **self._rows}))
        modules = [{"idx": i, "name": str(i), "path": p, "type": t} for i, (p, t) in enumerate(_MODULES)]
        _write_json(folder / "modules.json", modules)
        described = {"model_type": "SentenceTransformer", "similarity_fn_name": "cosine"}
        _write_json(folder / "config_sentence_transformers.json", described)
        (folder / "1_Normalize").mkdir(exist_ok=True)
        names = {"module_input_name": "sentence_embedding", "module_output_name": "sentence_embedding"}
        _write_json(folder / "1_Normalize" / "config.json", names)

    @classmethod
    def load(cls, folder: Path, segmenter: Segmenter) -> StaticEncoder:
        """Read what `save` wrote, without torch.

        Raises:
            OSError, ValueError, KeyError: the files are missing or not what `save` wrote.
        """
        tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
        rows: dict[str, int] = tokenizer["model"]["vocab"]
        vocabulary = sorted(rows, key=rows.__getitem__)[1:]
        matrix = load_file(folder / "model.safetensors")["embedding.weight"]
        if matrix.shape[0] != len(rows):
            raise ValueError(f"{len(rows)} tokens but {matrix.shape[0]} vectors")
        return cls(vocabulary, matrix, segmenter)


def _right_vectors(table: sparse.csr_matrix) -> npt.NDArray[np.float64]:
    """The first d right singular vectors as columns: (V, d), d = min(256, n - 1, V - 1) but 1 at least."""
    rank = max(min(DIMENSIONS, table.shape[0] - 1, table.shape[1] - 1), 1)
    if table.shape[0] <= _DENSE_LIMIT or table.shape[1] <= _DENSE_LIMIT:
        right = np.linalg.svd(table.toarray(), full_matrices=False)[2][:rank]
    elif table.shape[0] > _LANCZOS_LIMIT:
        right = _subspace(table, rank)
    else:
        start = np.random.default_rng(1990).standard_normal(min(table.shape))
        _, values, right = svds(table, k=rank, v0=start)
        right = right[np.argsort(-values, kind="stable")]
    if not right.size:
        return np.zeros((table.shape[1], 1))
    largest = right[np.arange(len(right)), np.abs(right).argmax(axis=1)]
    return np.asarray((right * np.sign(largest)[:, np.newaxis]).T)


def _subspace(table: sparse.csr_matrix, rank: int) -> npt.NDArray[np.float64]:
    """The first right singular vectors as rows, nearly: randomised subspace iteration.

    Halko, Martinsson and Tropp, "Finding Structure with Randomness" (2011), algorithm 4.4. All rounds but the
    last look only at a sample, every so many-th passage.
    """
    table = sparse.csr_matrix(table, dtype=np.float32)
    width = min(rank + _EXTRA, table.shape[1])
    basis = np.random.default_rng(1990).standard_normal((table.shape[1], width), dtype=np.float32)
    sample = table[:: -(-table.shape[0] // _SAMPLE)]
    for _ in range(_ROUNDS):
        basis = _orthonormal(_squared_times(sample, basis))
    image = _squared_times(table, basis)
    _, turn = np.linalg.eigh(basis.T @ image)
    right = (image @ turn[:, ::-1][:, :rank]).T.astype(np.float64)
    return np.asarray(right / np.maximum(np.linalg.norm(right, axis=1, keepdims=True), 1e-12))


def _orthonormal(columns: Vectors) -> Vectors:
    """An orthonormal basis of the columns' span, from their Gram matrix: for tall ones far faster than QR."""
    wide = columns.astype(np.float64)
    values, turn = np.linalg.eigh(wide.T @ wide)
    kept = values > values[-1] * 1e-12
    return np.asarray(wide @ (turn[:, kept] / np.sqrt(values[kept])), dtype=np.float32)


def _squared_times(table: sparse.csr_matrix, basis: Vectors) -> Vectors:
    """`table.T @ table @ basis`, a chunk of rows at a time."""
    total = np.zeros_like(basis)
    for start in range(0, table.shape[0], _CHUNK):
        chunk = table[start : start + _CHUNK]
        total += chunk.T @ (chunk @ basis)
    return total


def _unit_sparse(table: sparse.csr_matrix) -> sparse.csr_matrix:
    lengths = np.sqrt(np.asarray(table.multiply(table).sum(axis=1)).ravel())
    table.data = table.data / np.repeat(np.where(lengths > 0, lengths, 1), np.diff(table.indptr))
    return table


def _tokenizer(rows: dict[str, int]) -> dict[str, object]:
    """A `tokenizers` file: one token for each word between blanks."""
    empty = dict.fromkeys(("truncation", "padding", "normalizer", "post_processor", "decoder"))
    model = {"type": "WordLevel", "vocab": rows, "unk_token": _UNKNOWN}
    return {
        "version": "1.0",
        "added_tokens": [],
        "pre_tokenizer": {"type": "WhitespaceSplit"},
        **empty,
        "model": model,
    }


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _digest(vocabulary: Sequence[str], matrix: Vectors) -> str:
    digest = hashlib.sha256("\n".join(vocabulary).encode())
    digest.update(np.ascontiguousarray(matrix).tobytes())
    return digest.hexdigest()
