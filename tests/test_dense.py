from pathlib import Path

import faiss
import numpy as np
import pytest

from index.dense import DenseIndex
from index.encoder import unit_rows


@pytest.fixture
def vectors() -> np.ndarray:  # type: ignore[type-arg]
    return unit_rows(np.random.default_rng(7).standard_normal((40, 8)).astype(np.float32))


def test_scores_are_inner_products(vectors) -> None:  # type: ignore[no-untyped-def]
    index = DenseIndex.build(vectors)
    assert (len(index), index.dimensions) == (40, 8)
    assert index.scores(vectors[3]) == pytest.approx(vectors @ vectors[3], abs=1e-6)


def test_top_is_best_first(vectors) -> None:  # type: ignore[no-untyped-def]
    values, places = DenseIndex.build(vectors).top(vectors[3], 5)
    assert places.tolist() == np.argsort(-(vectors @ vectors[3]))[:5].tolist()
    assert values[0] == pytest.approx(1, abs=1e-6)
    assert len(DenseIndex.build(vectors).top(vectors[3], 99)[1]) == 40


@pytest.mark.parametrize("mapped", [True, False])
def test_saved_and_loaded_scores_are_equal(vectors, mapped, tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("index.dense._MAPPED", 0)
    if not mapped:
        monkeypatch.delattr(faiss, "IO_FLAG_MMAP_IFC", raising=False)
    index = DenseIndex.build(vectors)
    index.save(tmp_path)
    assert np.array_equal(DenseIndex.load(tmp_path).scores(vectors[0]), index.scores(vectors[0]))


def test_a_broken_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "dense.faiss").write_bytes(b"no index")
    with pytest.raises(RuntimeError):
        DenseIndex.load(tmp_path)


def test_a_vector_of_another_length_is_refused(vectors) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match="8 numbers"):
        DenseIndex.build(vectors).scores(np.zeros(4, dtype=np.float32))
