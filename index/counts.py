"""How often each token occurs in each passage: what BM25 and the default encoder are both made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from index import sparse
from index.segmentation import Segmenter

__all__ = ["Counts", "count_tokens"]


@dataclass(frozen=True, slots=True)
class Counts:
    """Token counts of n passages over V tokens.

    `vocabulary` is sorted; `own` (the passages' text) and `context` (what stands above them) are CSR
    matrices of shape (n, V), float32.
    """

    vocabulary: tuple[str, ...]
    own: sparse.csr_matrix
    context: sparse.csr_matrix


def count_tokens(
    texts: Sequence[str],
    contexts: Sequence[str],
    segmenter: Segmenter,
    progress: Callable[[int, int], None] | None = None,
    each: Callable[[str, str], None] | None = None,
) -> Counts:
    """Count the tokens of each text and of its context.

    `each` is given every text and its context just after the segmenter has cut them.

    Raises:
        ValueError: the two sequences differ in length.
    """
    if len(texts) != len(contexts):
        raise ValueError(f"each text has one context: got {len(texts)} texts, {len(contexts)} contexts")
    own, context = [], []
    for number, (text, above) in enumerate(zip(texts, contexts, strict=True), start=1):
        own.append(Counter(segmenter.tokens(text)))
        context.append(Counter(segmenter.tokens(above)))
        if each is not None:
            each(text, above)
        if progress is not None:
            progress(number, len(texts))
    vocabulary = tuple(sorted({t for bag in (*own, *context) for t in bag}))
    columns = {token: i for i, token in enumerate(vocabulary)}
    return Counts(vocabulary, _matrix(own, columns), _matrix(context, columns))


def _matrix(bags: Sequence[Counter[str]], columns: dict[str, int]) -> sparse.csr_matrix:
    starts = np.zeros(len(bags) + 1, dtype=np.int64)
    np.cumsum([len(bag) for bag in bags], out=starts[1:])
    places = np.fromiter((columns[t] for bag in bags for t in bag), dtype=np.int64, count=int(starts[-1]))
    values = np.fromiter((c for bag in bags for c in bag.values()), dtype=np.float32, count=int(starts[-1]))
    matrix = sparse.csr_matrix((values, places, starts), shape=(len(bags), len(columns)))
    matrix.sort_indices()
    return matrix
