"""Where passage vectors live: the protocol that search needs, whichever store keeps them.

A store holds unit vectors under identifiers that follow from what was encoded (`passage_ids`), so a notice
that is added or taken away changes its own vectors only. A score is an inner product: the cosine.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from index.encoder import Vectors
from index.passages import Passage
from index.rounded import Rounded

__all__ = [
    "Home",
    "Ids",
    "Nearest",
    "Scores",
    "VectorPlace",
    "VectorStore",
    "check_rows",
    "check_vector",
    "check_vectors",
    "nearest",
    "passage_ids",
]

Ids = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Nearest:
    """Vectors found: `ids` and `scores`, both of shape (m,), best first, equal scores by identifier."""

    ids: Ids
    scores: Scores


@dataclass(frozen=True, slots=True)
class Home:
    """Where the vectors of one snapshot are kept: files in `folder`, or a table or collection `name`."""

    folder: Path
    name: str


class VectorStore(Protocol):
    """Vectors of d numbers under distinct identifiers. Many threads may read; a writer is alone."""

    @property
    def identity(self) -> str:
        """What keeps the vectors and how, in words."""
        ...

    @property
    def dimensions(self) -> int:
        """d, the length of a vector."""
        ...

    @property
    def rounded(self) -> Rounded | None:
        """All vectors, rounded, in the order of `ids()`, where comparing every one is cheap: where they are
        in this process, and few enough."""
        ...

    @property
    def scanned(self) -> int:
        """Bytes of vectors that one search has to read; 0 where they are not in this process."""
        ...

    def __len__(self) -> int: ...

    def ids(self) -> Ids:
        """Every identifier, shape (n,), in the store's own order."""
        ...

    def add(self, ids: Ids, vectors: Vectors) -> None:
        """Keep rows of shape (m, d) under m identifiers; one that is there already is replaced.

        Raises:
            ValueError: the shapes do not fit, or an identifier comes twice.
        """
        ...

    def remove(self, ids: Ids) -> None:
        """Forget these; an identifier that is not there is no error."""
        ...

    def search(self, vector: Vectors, k: int) -> Nearest:
        """At most `k` vectors with the highest scores for `vector`, shape (d,).

        Past a size the store may look at a part only, and then miss some of the best.
        """
        ...

    def scores(self, vectors: Vectors, ids: Ids | None = None) -> Scores:
        """The score of each of `ids`, in that order; of all, in the order of `ids()`, where none are named.

        `vectors` has shape (m, d), the result one row for each: what is kept is read once for all of them.

        Raises:
            KeyError: an identifier is not there.
            ValueError: the vectors are not of length d.
        """
        ...

    def save(self) -> None:
        """Make what was added and removed lasting, and set up what makes searching fast."""
        ...

    def close(self) -> None:
        """Give back the connections of the place; what was saved stays."""
        ...


class VectorPlace(Protocol):
    """A kind of store at one address, where the stores of several snapshots lie beside each other."""

    @property
    def kind(self) -> str:
        """A word for the kind; snapshots of different kinds are different snapshots."""
        ...

    def create(self, home: Home, dimensions: int) -> VectorStore:
        """An empty store; one that was there is replaced."""
        ...

    def copy(self, old: Home, new: Home) -> VectorStore:
        """A store with the vectors of another one, to add to and remove from.

        Raises:
            VectorsMissing: there is nothing in `old`.
        """
        ...

    def open(self, home: Home) -> VectorStore:
        """A store saved before.

        Raises:
            VectorsMissing: there is none, or it cannot be read.
        """
        ...

    def drop(self, home: Home) -> None:
        """Delete a store; one that is not there is no error."""
        ...

    def close(self) -> None:
        """Give back the connections; what was saved stays."""
        ...


def passage_ids(passages: Iterable[Passage]) -> Ids:
    """An identifier from 0 to 2**63 - 1 for each passage, shape (n,), by its text and its context.

    Passages alike in both have the same vector; they are told apart by their number among themselves.
    """
    seen: Counter[bytes] = Counter()
    out = []
    for passage in passages:
        content = f"{passage.text}\0{passage.context}".encode()
        number = seen[content]
        seen[content] += 1
        digest = hashlib.blake2b(content + b"\0%d" % number, digest_size=8).digest()
        out.append(int.from_bytes(digest, "big") >> 1)
    return np.array(out, dtype=np.int64)


def check_vector(vector: Vectors, dimensions: int) -> None:
    """Refuse what cannot be compared.

    Raises:
        ValueError: the vector is not of length d.
    """
    if vector.shape != (dimensions,):
        raise ValueError(f"the store holds vectors of {dimensions} numbers: got shape {vector.shape}")


def check_rows(vectors: Vectors, dimensions: int) -> None:
    """Refuse rows that cannot be compared.

    Raises:
        ValueError: these are not rows of length d.
    """
    if vectors.ndim != 2 or vectors.shape[1] != dimensions:
        raise ValueError(f"the store holds vectors of {dimensions} numbers: got shape {vectors.shape}")


def check_vectors(ids: Ids, vectors: Vectors, dimensions: int) -> None:
    """Refuse what `add` cannot keep.

    Raises:
        ValueError: the shapes do not fit, or an identifier comes twice.
    """
    if vectors.shape != (len(ids), dimensions):
        raise ValueError(
            f"{len(ids)} identifiers need rows of {dimensions} numbers: got shape {vectors.shape}"
        )
    if len(np.unique(ids)) != len(ids):
        raise ValueError("an identifier comes twice")


def nearest(ids: npt.ArrayLike, scores: npt.ArrayLike) -> Nearest:
    """What was found, put in order."""
    found, by = np.asarray(ids, dtype=np.int64), np.asarray(scores, dtype=np.float32)
    order = np.lexsort((found, -by))
    return Nearest(found[order], by[order])
