"""Vectors in one byte a number: a quarter of what there is to read, and a bound on how far that may be off.

Products with rounded vectors tell which vectors cannot be among the nearest; the few others are compared in
full, so nothing is lost. Two passes of this kind, there with approximate distances, are in Jégou, Tavenard,
Douze and Amsaleg, "Searching in One Billion Vectors: Re-rank with Source Coding" (2011).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import simsimd

from index.encoder import Vectors

__all__ = ["Rounded"]

Scores = npt.NDArray[np.float32]
Codes = npt.NDArray[np.int8]
_MOST = 127  # the highest code
_AT_ONCE = 4096  # rows rounded at a time, so that little is copied
_INEXACT = np.float32(1e-5)  # what single precision may add to the error of a product of unit vectors


class Rounded:
    """The rows of a matrix of shape (n, d), each rounded to multiples of a 127th of its highest number."""

    def __init__(self, rows: Vectors) -> None:
        self._codes = np.empty(rows.shape, dtype=np.int8)
        self._units = np.empty(len(rows), dtype=np.float32)
        self._moved = self._longest = 0.0
        for start in range(0, len(rows), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            codes, units, moved = _rounded(rows[part])
            self._codes[part], self._units[part] = codes, units
            self._moved = max(self._moved, float(moved.max()))
            self._longest = max(self._longest, float(np.linalg.norm(rows[part], axis=1).max()))

    @property
    def nbytes(self) -> int:
        """Bytes that are read to compare all."""
        return self._codes.nbytes + self._units.nbytes

    def products(self, vectors: Vectors) -> tuple[Scores, Scores]:
        """The products of vectors of shape (m, d) with all rows, shape (m, n), and by how much those of each
        vector may be off, shape (m,)."""
        codes, units, moved = _rounded(vectors)
        if not codes.size or not self._codes.size:
            return np.zeros((len(codes), len(self._codes)), dtype=np.float32), moved
        found = np.asarray(simsimd.cdist(codes, self._codes, "dot")).astype(np.float32)
        found *= units[:, np.newaxis]
        found *= self._units
        length = np.linalg.norm(vectors, axis=1)
        inexact = _INEXACT * length * self._longest
        return found, moved * self._longest + (length + moved) * self._moved + inexact


def _rounded(rows: Vectors) -> tuple[Codes, Scores, Scores]:
    """The codes of rows, their units, and how far each row is from its codes times its unit."""
    units = np.asarray(np.abs(rows).max(axis=1, initial=0.0) / _MOST, dtype=np.float32)
    codes = np.rint(rows / np.where(units > 0, units, 1)[:, np.newaxis]).astype(np.int8)
    moved = np.linalg.norm(rows - codes * units[:, np.newaxis], axis=1)
    return codes, units, np.asarray(moved, dtype=np.float32)
