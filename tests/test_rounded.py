import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.library import Library
from index.encoder import unit_rows
from index.fusion import fuse
from index.retriever import Retriever
from index.rounded import Rounded


@given(st.integers(0, 2**32 - 1), st.integers(1, 40), st.sampled_from([1, 3, 64, 256]))
def test_products_are_off_by_no_more_than_is_said(seed: int, n: int, d: int) -> None:
    random = np.random.default_rng(seed)
    rows = (random.normal(size=(n, d)) * random.choice([0, 0.01, 1, 30], size=(n, 1))).astype(np.float32)
    vectors = random.normal(size=(3, d)).astype(np.float32)
    products, off = Rounded(rows).products(vectors)
    exact = vectors.astype(np.float64) @ rows.T.astype(np.float64)
    assert products.shape == (3, n)
    assert (np.abs(products - exact) <= off[:, np.newaxis] * (1 + 1e-5)).all()


def test_unit_vectors_are_hardly_moved() -> None:
    random = np.random.default_rng(7)
    rows = unit_rows(random.normal(size=(5000, 256)).astype(np.float32))  # more than are rounded at a time
    products, off = Rounded(rows).products(rows[:2])
    assert off.max() < 0.03
    assert products.argmax(axis=1).tolist() == [0, 1]
    assert Rounded(rows).nbytes < rows.nbytes / 3.9


@pytest.mark.parametrize("shape", [(0, 8), (4, 8)])
def test_nothing_and_zeros_are_compared_too(shape: tuple[int, int]) -> None:
    rows = np.zeros(shape, dtype=np.float32)
    products, off = Rounded(rows).products(np.ones((2, 8), dtype=np.float32))
    assert products.tolist() == [[0.0] * shape[0]] * 2
    assert Rounded(rows).products(rows[:0])[0].shape == (0, shape[0])
    assert off.shape == (2,)


def test_a_search_by_rounded_vectors_finds_the_best_of_all(samples: Library, retriever: Retriever) -> None:
    asked = [n.clause_text(i)[:12] for n in samples.notices for i in range(0, len(n.clauses), 7)]
    for query in ("什么时候报名", "x", "zzz qqq", *asked):
        lexical = retriever.lexical.scores(query)
        dense = retriever.cosines(retriever.encoder.encode([query])[0])
        joined = fuse(lexical, dense, retriever.weight)
        best = [i for i in sorted(range(len(joined)), key=lambda i: -joined[i]) if joined[i] > 0][:10]
        found = retriever.search(query, 10)
        assert [h.passage for h in found] == best
        assert [h.score for h in found] == joined[best].tolist()
