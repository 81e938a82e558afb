"""Exact inner products of a query vector with every passage vector, by FAISS."""

from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np
import numpy.typing as npt

from index.encoder import Vectors

__all__ = ["DenseIndex"]

_FILE = "dense.faiss"
_MAPPED = (
    64 << 20
)  # bytes from which a file is mapped; smaller ones are read: damage to a mapped file is felt
_TINY = 1 << 24  # numbers in the index below which threads cost more than they bring


class DenseIndex:
    """A flat FAISS index over n unit vectors of d numbers."""

    def __init__(self, index: faiss.IndexFlat) -> None:
        self._index = index
        count = index.ntotal * index.d
        rows = faiss.rev_swig_ptr(index.get_xb(), count) if count else np.zeros(0, dtype=np.float32)
        self._rows: Vectors = rows.reshape(index.ntotal, index.d)  # FAISS's own memory, kept by `_index`
        if index.ntotal * index.d < _TINY:
            faiss.omp_set_num_threads(1)

    @classmethod
    def build(cls, vectors: Vectors) -> DenseIndex:
        """Index unit rows, shape (n, d) float32."""
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls(index)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimensions(self) -> int:
        """d, the length of a vector."""
        return int(self._index.d)

    def scores(self, vector: Vectors) -> npt.NDArray[np.float32]:
        """The inner product of every passage with `vector`, shape (d,); the result has shape (n,).

        Raises:
            ValueError: the vector is not of length d.
        """
        self._check(vector)
        return np.asarray(self._rows @ np.ascontiguousarray(vector, dtype=np.float32))

    def top(self, vector: Vectors, k: int) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int64]]:
        """The k highest inner products and their passages, best first, each of shape (min(k, n),).

        Raises:
            ValueError: the vector is not of length d.
        """
        self._check(vector)
        k = min(k, len(self))
        if k <= 0:
            return np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.int64)
        values, places = self._index.search(np.ascontiguousarray(vector[np.newaxis, :], dtype=np.float32), k)
        return values[0], places[0]

    def _check(self, vector: Vectors) -> None:
        if vector.shape != (self.dimensions,):
            raise ValueError(
                f"the index holds vectors of {self.dimensions} numbers: got shape {vector.shape}"
            )

    def save(self, folder: Path) -> None:
        """Write `dense.faiss` into an existing folder."""
        faiss.write_index(self._index, str(folder / _FILE))

    @classmethod
    def load(cls, folder: Path) -> DenseIndex:
        """Read what `save` wrote; a large file is mapped into memory where this FAISS can.

        Raises:
            OSError, RuntimeError: the file is missing or not a FAISS index.
        """
        path = str(folder / _FILE)
        flag = getattr(faiss, "IO_FLAG_MMAP_IFC", None)
        if flag is not None and (folder / _FILE).stat().st_size >= _MAPPED:
            try:
                return cls(_flat(faiss.read_index(path, flag)))
            except RuntimeError:
                pass  # a file system that cannot map; a broken file fails again below
        return cls(_flat(faiss.read_index(path)))


def _flat(index: faiss.Index) -> faiss.IndexFlat:
    if not isinstance(index, faiss.IndexFlat):
        raise RuntimeError(f"a flat index is expected: got {type(index).__name__}")
    return index
