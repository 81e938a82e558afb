"""Passage vectors in this process, by FAISS: the default, and the only store that needs no server.

Up to `EXACT` vectors all are compared in single precision, up to `HALVED` in half precision. Past that they
lie in about 4 √n cells around the centres of a k-means clustering (inverted file; Jégou, Douze and Schmid,
"Product Quantization for Nearest Neighbor Search", 2011), and a search looks into the nearest `CELLS_PROBED`.
Unlike a graph an inverted file gives vectors up again. `wenze eval stores` measures all of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from threadpoolctl import ThreadpoolController

from index.encoder import Vectors
from index.errors import VectorsMissing
from index.vector_store import Home, Ids, Nearest, Scores, check_vector, check_vectors, nearest

__all__ = [
    "CELLS",
    "CELLS_PROBED",
    "EXACT",
    "FULL",
    "HALF",
    "HALVED",
    "FaissPlace",
    "FaissStore",
    "filled",
    "layout",
]

EXACT = 50_000
HALVED = 200_000
CELLS_PROBED = 64

FULL, HALF, CELLS = "flat fp32", "flat fp16", "ivf fp16"  # the layouts, by size
_LAYOUTS = {FULL: 0, HALF: EXACT, CELLS: HALVED}  # and the size past which each begins
_SLACK = 0.8  # part of that size below which a store that shrinks changes back
_POINTS = 64  # vectors for each centre that the clustering looks at
_ROUNDS = 10  # of the clustering
_OUTGROWN = 4  # times the size it was clustered for at which a store is clustered anew
_FILE = "dense.faiss"
_MAPPED = (
    64 << 20
)  # bytes from which a file is mapped; smaller ones are read: damage to a mapped file is felt
_TWO_BYTES = faiss.ScalarQuantizer.QT_fp16
_BY_HASH = 2  # DirectMap::Hashtable: from an identifier to its place in a cell

# One query brings too little work to share; many come at once.
faiss.omp_set_num_threads(1)
_BLAS = ThreadpoolController().select(user_api="blas")


class FaissPlace:
    """The file `dense.faiss` in the folder of each snapshot."""

    kind = "faiss"

    def create(self, home: Home, dimensions: int) -> FaissStore:
        (home.folder / _FILE).unlink(missing_ok=True)
        return FaissStore(_empty(FULL, dimensions, 0), home.folder / _FILE)

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
        self._inner = _inner(index)
        self._layout = _layout_of(self._inner)
        if self._layout == CELLS:
            self._inner.nprobe = CELLS_PROBED

    @property
    def identity(self) -> str:
        return f"faiss {self._layout}"

    @property
    def dimensions(self) -> int:
        return int(self._index.d)

    @property
    def exhaustive(self) -> bool:
        return self._layout == FULL

    @property
    def scanned(self) -> int:
        if self._layout != CELLS:
            return len(self) * self.dimensions * (4 if self._layout == FULL else 2)
        share = min(CELLS_PROBED / self._inner.nlist, 1)
        return int(self._inner.nlist * self.dimensions * 4 + share * len(self) * self.dimensions * 2)

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
            with _every_processor():
                self._index.add_with_ids(np.ascontiguousarray(vectors, dtype=np.float32), ids)

    def remove(self, ids: Ids) -> None:
        there = ids[np.isin(ids, self.ids())]
        if len(there):
            self._unmap()
            self._index.remove_ids(there)

    def search(self, vector: Vectors, k: int) -> Nearest:
        check_vector(vector, self.dimensions)
        k = min(k, len(self))
        if k <= 0:
            return nearest([], [])
        scores, ids = self._index.search(np.ascontiguousarray(vector[np.newaxis, :], dtype=np.float32), k)
        found = ids[0] >= 0  # fewer than k where the cells looked into hold no more
        return nearest(ids[0][found], scores[0][found])

    def scores(self, vector: Vectors, ids: Ids | None = None) -> Scores:
        check_vector(vector, self.dimensions)
        rows = self._all_rows() if ids is None else self._rows(ids)
        with _BLAS.limit(limits=1):
            return np.asarray(rows @ np.ascontiguousarray(vector, dtype=np.float32))

    def save(self) -> None:
        wanted = layout(len(self), self._layout)
        if wanted != self._layout or self._outgrown():
            ids = self.ids()
            self._take(filled(wanted, ids, self._rows(ids)))
        elif self._mapped:
            return  # nothing was changed, and the file must not be written under the map
        self._mapped = False
        faiss.write_index(self._index, str(self._path))

    def close(self) -> None:
        """There is no connection; the memory goes with the object."""

    def _outgrown(self) -> bool:
        return self._layout == CELLS and self._inner.nlist * _OUTGROWN**0.5 < _cells(len(self))

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


def layout(count: int, now: str = FULL) -> str:
    """The layout for so many vectors; one for more is kept until the store is clearly smaller."""
    names = list(_LAYOUTS)
    wanted = max((n for n in names if count > _LAYOUTS[n]), key=names.index, default=FULL)
    grown = names.index(now) > names.index(wanted) and count > _SLACK * _LAYOUTS[now]
    return now if grown else wanted


def filled(layout: str, ids: Ids, vectors: Vectors) -> faiss.Index:
    """An index of that layout with vectors of shape (n, d)."""
    index = _empty(layout, vectors.shape[1], len(vectors))
    with _every_processor():
        if not index.is_trained:
            index.train(vectors)
        if len(ids):
            index.add_with_ids(np.ascontiguousarray(vectors, dtype=np.float32), ids)
    return index


def _empty(layout: str, dimensions: int, count: int) -> faiss.Index:
    """An index of that layout, for so many vectors."""
    if layout == FULL:
        return faiss.IndexIDMap2(faiss.IndexFlatIP(dimensions))
    metric = faiss.METRIC_INNER_PRODUCT
    if layout == HALF:
        return faiss.IndexIDMap2(faiss.IndexScalarQuantizer(dimensions, _TWO_BYTES, metric))
    centres = faiss.IndexFlatIP(dimensions)
    index = faiss.IndexIVFScalarQuantizer(centres, dimensions, _cells(count), _TWO_BYTES, metric, False)
    index.cp.niter, index.cp.max_points_per_centroid = _ROUNDS, _POINTS
    index.cp.min_points_per_centroid = 1
    index.set_direct_map_type(_BY_HASH)
    return index


def _cells(count: int) -> int:
    return max(int(4 * count**0.5), 1)


def _inner(index: Any) -> Any:
    """The index inside one that keeps identifiers for it; an inverted file keeps them itself."""
    return faiss.downcast_index(index.index) if isinstance(index, faiss.IndexIDMap2) else index


def _layout_of(inner: faiss.Index) -> str:
    kinds = {faiss.IndexFlat: FULL, faiss.IndexScalarQuantizer: HALF, faiss.IndexIVFScalarQuantizer: CELLS}
    for kind, name in kinds.items():
        if isinstance(inner, kind):
            return name
    raise RuntimeError(f"not an index of passage vectors: {type(inner).__name__}")


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


@contextmanager
def _every_processor() -> Iterator[None]:
    faiss.omp_set_num_threads(os.cpu_count() or 1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(1)
