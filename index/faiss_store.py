"""Passage vectors in this process, by FAISS: the default, and the only store that needs no server.

The layout follows the number of vectors (`index.layouts`) and is changed when a store is saved.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import faiss
import numpy as np

from index.encoder import Vectors
from index.errors import VectorsMissing
from index.layouts import (
    CELLS,
    FULL,
    cells_for,
    empty,
    every_processor,
    filled,
    inner,
    layout_for,
    layout_of,
    look_at,
    scanned,
)
from index.rounded import Rounded
from index.vector_store import Home, Ids, Nearest, Scores, check_rows, check_vector, check_vectors, nearest

__all__ = ["FaissPlace", "FaissStore"]

_OUTGROWN = 4  # times the size it was clustered for at which a store is clustered anew
_FILE = "dense.faiss"
_MAPPED = (
    64 << 20
)  # bytes from which a file is mapped; smaller ones are read: damage to a mapped file is felt
_BLOCK = 512  # vectors that stay in a processor's cache while several queries are compared with them


class FaissPlace:
    """The file `dense.faiss` in the folder of each snapshot."""

    kind = "faiss"

    def create(self, home: Home, dimensions: int) -> FaissStore:
        (home.folder / _FILE).unlink(missing_ok=True)
        return FaissStore(empty(FULL, dimensions), home.folder / _FILE)

    def copy(self, old: Home, new: Home) -> FaissStore:
        return FaissStore(_read(old.folder / _FILE, mapped=False), new.folder / _FILE)

    def open(self, home: Home) -> FaissStore:
        return FaissStore(_read(home.folder / _FILE, mapped=True), home.folder / _FILE, mapped=True)

    def drop(self, home: Home) -> None:
        (home.folder / _FILE).unlink(missing_ok=True)

    def close(self) -> None:
        """There is no connection."""


class FaissStore:
    """An index that keeps its vectors' identifiers, and the file that it is saved in."""

    def __init__(self, index: Any, path: Path, mapped: bool = False) -> None:
        self._path = path
        self._mapped = mapped  # maybe: then it is read into memory before it is changed
        self._take(index)

    def _take(self, index: Any) -> None:
        self._index = index
        self._inner = inner(index)
        self._layout = layout_of(index)
        self._rounded: Rounded | None = None  # made when first asked for

    @property
    def identity(self) -> str:
        return f"faiss {self._layout}"

    @property
    def dimensions(self) -> int:
        return int(self._index.d)

    @property
    def rounded(self) -> Rounded | None:
        if self._layout == FULL and self._rounded is None:
            self._rounded = Rounded(self._all_rows())
        return self._rounded

    @property
    def scanned(self) -> int:
        return scanned(self._index)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def ids(self) -> Ids:
        if self._layout != CELLS:
            return np.asarray(faiss.vector_to_array(self._index.id_map), dtype=np.int64)
        lists = self._inner.invlists
        filled_cells = [c for c in range(lists.nlist) if lists.list_size(c)]
        own = [faiss.rev_swig_ptr(lists.get_ids(c), lists.list_size(c)) for c in filled_cells]
        return np.concatenate([*own, np.zeros(0, dtype=np.int64)])

    def add(self, ids: Ids, vectors: Vectors) -> None:
        check_vectors(ids, vectors, self.dimensions)
        self.remove(ids)
        if len(ids):
            self._unmap()
            self._rounded = None
            with every_processor():
                self._index.add_with_ids(np.ascontiguousarray(vectors, dtype=np.float32), ids)

    def remove(self, ids: Ids) -> None:
        there = ids[np.isin(ids, self.ids())]
        if len(there):
            self._unmap()
            self._rounded = None
            self._index.remove_ids(there)

    def search(self, vector: Vectors, k: int) -> Nearest:
        check_vector(vector, self.dimensions)
        k = min(k, len(self))
        if k <= 0:
            return nearest([], [])
        scores, ids = self._index.search(np.ascontiguousarray(vector[np.newaxis, :], dtype=np.float32), k)
        found = ids[0] >= 0  # fewer than k where the cells looked into hold no more
        return nearest(ids[0][found], scores[0][found])

    def scores(self, vectors: Vectors, ids: Ids | None = None) -> Scores:
        check_rows(vectors, self.dimensions)
        rows = self._all_rows() if ids is None else self._rows(ids)
        asked = np.ascontiguousarray(vectors, dtype=np.float32)
        out = np.empty((len(asked), len(rows)), dtype=np.float32)
        for start in range(0, len(rows), _BLOCK):
            part = slice(start, start + _BLOCK)
            for vector, scores in zip(asked, out, strict=True):
                _inner_products(rows[part], vector, scores[part])
        return out

    def save(self) -> None:
        wanted = layout_for(len(self), self._layout)
        if wanted != self._layout or self._outgrown():
            ids = self.ids()
            self._take(filled(wanted, ids, self._rows(ids)))
        elif self._mapped:
            return  # nothing was changed, and the file must not be written under the map
        self._mapped = False
        self.write(self._path)

    def write(self, path: Path) -> int:
        """Write the index as it is to a file; how many bytes."""
        faiss.write_index(self._index, str(path))
        return path.stat().st_size

    def look_at(self, effort: int) -> None:
        """Let a search see so many cells; a flat layout is always seen whole."""
        look_at(self._index, effort)

    def close(self) -> None:
        """There is no connection; the memory goes with the object."""

    def _outgrown(self) -> bool:
        return self._layout == CELLS and self._inner.nlist * _OUTGROWN**0.5 < cells_for(len(self))

    def _all_rows(self) -> Vectors:
        if self._layout != FULL:
            return self._rows(self.ids())
        count = len(self) * self.dimensions
        held = faiss.rev_swig_ptr(self._inner.get_xb(), count) if count else np.zeros(0, dtype=np.float32)
        rows: Vectors = held.reshape(len(self), self.dimensions)  # FAISS's own memory
        return rows

    def _rows(self, ids: Ids) -> Vectors:
        if not len(ids):
            return np.zeros((0, self.dimensions), dtype=np.float32)
        try:
            return np.asarray(self._index.reconstruct_batch(np.asarray(ids, dtype=np.int64)))
        except RuntimeError as problem:
            raise KeyError(f"an identifier is not in the store: {problem}") from problem

    def _unmap(self) -> None:
        if self._mapped:
            self._take(_read(self._path, mapped=False))
            self._mapped = False


def _inner_products(rows: Vectors, vector: Vectors, out: Scores) -> None:
    """Write the products of rows (n, d) with a vector (d,) into `out` (n,), all contiguous.

    FAISS reads the rows in half the time that the matrix product of OpenBLAS takes, and in this thread alone.
    """
    faiss.fvec_inner_products_ny(  # type: ignore[attr-defined]
        faiss.swig_ptr(out), faiss.swig_ptr(vector), faiss.swig_ptr(rows), len(vector), len(rows)
    )


def _read(path: Path, mapped: bool) -> faiss.Index:
    """Read an index; a large file is mapped into memory where this FAISS can.

    Raises:
        VectorsMissing: the file is missing or not an index of ours.
    """
    flag = getattr(faiss, "IO_FLAG_MMAP_IFC", None)
    try:
        if mapped and flag is not None and path.stat().st_size >= _MAPPED:
            try:
                return faiss.read_index(str(path), flag)
            except RuntimeError:
                pass  # a file system that cannot map; a broken file fails again below
        return faiss.read_index(str(path))
    except (OSError, RuntimeError) as problem:
        raise VectorsMissing(f"{path.name} 无法读取（{problem}）") from problem
