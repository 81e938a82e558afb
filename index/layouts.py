"""How FAISS may lay out n vectors, and which layout suits which n.

Flat layouts compare all vectors, in 32, 16 or 8 bits a number. The cells of an inverted file lie around the
centres of a k-means clustering, about 4 √n of them (Jégou, Douze and Schmid, "Product Quantization for
Nearest Neighbor Search", 2011), and a graph links each vector to near ones (HNSW: Malkov and Yashunin,
2018); of both a search sees a part. `wenze eval stores` measures them all. On 410,000 clauses the cells found
more in the same time than the graph, in a file a third smaller, and unlike a graph they give vectors up; of
the nearest 8 bits lost 26 in a thousand, 16 bits 3. So graph and 8 bits are here to be measured, not used.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import faiss
import numpy as np

from index.encoder import Vectors
from index.vector_store import Ids

__all__ = [
    "BYTE",
    "CELLS",
    "FULL",
    "GRAPH",
    "HALF",
    "cells_for",
    "empty",
    "every_processor",
    "filled",
    "inner",
    "layout_for",
    "layout_of",
    "look_at",
    "scanned",
]

FULL, HALF, BYTE = "flat fp32", "flat fp16", "flat int8"
CELLS, GRAPH = "ivf fp16", "hnsw fp16"
EXACT = 50_000  # vectors up to which a search compares all of them in full
HALVED = 200_000  # and in half precision
CELLS_SEEN = 64  # by a search
_BOUNDS = {FULL: 0, HALF: EXACT, CELLS: HALVED}  # past which each layout begins
_SLACK = 0.8  # part of that bound below which a store that shrinks changes back
_POINTS = 64  # vectors for each centre that the clustering looks at
_ROUNDS = 10  # of the clustering
_LINKS, _BREADTH = 32, 80  # of the graph: links of a vector, candidates while it is built
_BY_HASH = 2  # DirectMap::Hashtable: from an identifier to its place in a cell
_METRIC = faiss.METRIC_INNER_PRODUCT
_HALF, _BYTE = faiss.ScalarQuantizer.QT_fp16, faiss.ScalarQuantizer.QT_8bit

faiss.omp_set_num_threads(1)  # one query brings too little work to share; many come at once


def layout_for(count: int, now: str = FULL) -> str:
    """The layout for so many vectors; one for more is kept until the store is clearly smaller."""
    names = list(_BOUNDS)
    wanted = max((n for n in names if count > _BOUNDS[n]), key=names.index, default=FULL)
    grown = names.index(now) > names.index(wanted) and count > _SLACK * _BOUNDS[now]
    return now if grown else wanted


def filled(layout: str, ids: Ids, vectors: Vectors) -> Any:
    """A FAISS index of that layout with vectors of shape (n, d)."""
    index = empty(layout, vectors.shape[1], len(vectors))
    with every_processor():
        if not index.is_trained:
            index.train(vectors)
        if len(ids):
            index.add_with_ids(np.ascontiguousarray(vectors, dtype=np.float32), ids)
    return index


def empty(layout: str, dimensions: int, count: int = 0) -> Any:
    """A FAISS index of that layout, to be trained and filled with so many vectors."""
    index: Any
    if layout == CELLS:
        return _cells(dimensions, count)
    if layout == FULL:
        index = faiss.IndexFlatIP(dimensions)
    elif layout == GRAPH:
        index = faiss.IndexHNSWSQ(dimensions, _HALF, _LINKS, _METRIC)  # type: ignore[arg-type]  # stub is wrong
        index.hnsw.efConstruction = _BREADTH
    else:
        index = faiss.IndexScalarQuantizer(dimensions, _HALF if layout == HALF else _BYTE, _METRIC)
    return faiss.IndexIDMap2(index)


def _cells(dimensions: int, count: int) -> Any:
    centres = faiss.IndexFlatIP(dimensions)
    index = faiss.IndexIVFScalarQuantizer(centres, dimensions, cells_for(count), _HALF, _METRIC, False)
    index.cp.niter, index.cp.max_points_per_centroid = _ROUNDS, _POINTS
    index.cp.min_points_per_centroid = 1
    index.set_direct_map_type(_BY_HASH)
    index.nprobe = CELLS_SEEN
    return index


def cells_for(count: int) -> int:
    """How many cells so many vectors are put in."""
    return max(int(4 * count**0.5), 1)


def look_at(index: Any, effort: int) -> None:
    """Let a search see so many cells, or so many candidates of a graph."""
    held = inner(index)
    if isinstance(held, faiss.IndexIVF):
        held.nprobe = effort
    elif isinstance(held, faiss.IndexHNSW):
        held.hnsw.efSearch = effort


def inner(index: Any) -> Any:
    """The index inside one that keeps identifiers for it; an inverted file keeps them itself."""
    return faiss.downcast_index(index.index) if isinstance(index, faiss.IndexIDMap2) else index


def layout_of(index: Any) -> str:
    """The layout of an index.

    Raises:
        RuntimeError: it is of none that passage vectors are kept in.
    """
    held = inner(index)
    if isinstance(held, faiss.IndexFlat):
        return FULL
    if isinstance(held, faiss.IndexScalarQuantizer):
        return HALF if held.sq.qtype == _HALF else BYTE
    if isinstance(held, faiss.IndexIVFScalarQuantizer):
        return CELLS
    if isinstance(held, faiss.IndexHNSWSQ):
        return GRAPH
    raise RuntimeError(f"not an index of passage vectors: {type(held).__name__}")


def scanned(index: Any) -> int:
    """Bytes of vectors that one search reads; 0 for a graph, which reads here and there."""
    layout, held = layout_of(index), inner(index)
    numbers = index.ntotal * index.d
    if layout == CELLS:
        share = min(held.nprobe / held.nlist, 1.0)
        return int(held.nlist * index.d * 4 + share * numbers * 2)
    return int(numbers * {FULL: 4, HALF: 2, BYTE: 1, GRAPH: 0}[layout])


@contextmanager
def every_processor() -> Iterator[None]:
    """For building: all processors instead of one."""
    faiss.omp_set_num_threads(os.cpu_count() or 1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(1)
