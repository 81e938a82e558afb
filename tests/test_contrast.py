import numpy as np
import pytest
from scipy import sparse

from index.contrast import SCALE, Contrast, _slopes


def batch(seed: int, rows: int = 4, width: int = 9) -> sparse.csr_matrix:
    counts = np.random.default_rng(seed).integers(0, 3, size=(rows, width))
    counts[:, 0] += 1
    return sparse.csr_matrix(counts.astype(np.float32))


def loss_of(table: np.ndarray, questions: sparse.csr_matrix, texts: sparse.csr_matrix) -> float:
    left, right = (counts.toarray().astype(np.float64) @ table for counts in (questions, texts))
    left /= np.linalg.norm(left, axis=1, keepdims=True)
    right /= np.linalg.norm(right, axis=1, keepdims=True)
    scores = SCALE * left @ right.T
    return float((np.log(np.exp(scores).sum(axis=1)) - np.diag(scores)).mean())


def test_the_loss_is_the_softmax_over_the_texts_of_the_batch() -> None:
    table = np.random.default_rng(1).standard_normal((9, 5)).astype(np.float32)
    questions, texts = batch(2), batch(3)
    assert Contrast(table.copy()).step(questions, texts, 0.01) == pytest.approx(
        loss_of(table.astype(np.float64), questions, texts), rel=1e-4
    )


def test_the_first_step_goes_down_the_slope_in_every_number() -> None:
    """Adam's first step is the rate, against the sign of the slope: compared with a slope by differences."""
    table = np.random.default_rng(1).standard_normal((9, 5)).astype(np.float32)
    questions, texts = batch(2), batch(3)
    contrast = Contrast(table.copy())
    contrast.step(questions, texts, 0.01)
    moved = contrast.table - table
    wide, step = table.astype(np.float64), 1e-5
    for place in np.ndindex(table.shape):
        up, down = wide.copy(), wide.copy()
        up[place] += step
        down[place] -= step
        slope = (loss_of(up, questions, texts) - loss_of(down, questions, texts)) / (2 * step)
        if abs(slope) > 1e-3:
            assert moved[place] == pytest.approx(-0.01 * np.sign(slope), rel=1e-2)


def test_rows_that_no_text_has_stay_as_they_are() -> None:
    table = np.ones((12, 5), dtype=np.float32)
    contrast = Contrast(table.copy())
    wide = [sparse.csr_matrix(np.pad(b.toarray(), ((0, 0), (0, 3)))) for b in (batch(2), batch(3))]
    contrast.step(*wide, 0.01)
    assert np.array_equal(contrast.table[9:], table[9:])


def test_a_text_that_may_answer_is_not_held_against_a_question() -> None:
    vectors = np.eye(4, dtype=np.float32)[[0, 0, 0, 0]]
    unsure = np.array([[False, True], [True, False]])
    loss, slopes = _slopes(vectors, 2, unsure)
    assert loss == pytest.approx(0, abs=1e-6)
    assert np.abs(slopes).max() == pytest.approx(0, abs=1e-6)
    assert _slopes(vectors, 2, None)[0] == pytest.approx(np.log(2), rel=1e-5)
