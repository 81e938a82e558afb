import numpy as np
import pytest

from index.fusion import dense_weight, fuse


def scores(*values: float) -> np.ndarray:  # type: ignore[type-arg]
    return np.array(values, dtype=np.float32)


def test_each_side_is_divided_by_its_highest() -> None:
    fused = fuse(scores(10, 5, 0), scores(0.2, 0.4, -0.4), 0.3)
    assert fused == pytest.approx([0.7 * 1 + 0.3 * 0.5, 0.7 * 0.5 + 0.3 * 1, 0])


def test_the_weight_is_that_of_the_dense_side() -> None:
    assert fuse(scores(1, 0), scores(0, 1), weight=1).tolist() == [0, 1]
    assert fuse(scores(1, 0), scores(0, 1), weight=0).tolist() == [1, 0]


def test_a_side_without_scores_adds_nothing() -> None:
    assert fuse(scores(0, 0), scores(-1, -0.5), 0.3).tolist() == [0, 0]
    assert fuse(scores(2, 1), scores(0, 0), 0.3) == pytest.approx([0.7, 0.35])
    assert fuse(scores(), scores(), 0.3).shape == (0,)


@pytest.mark.parametrize("weight", [-0.1, 1.1])
def test_a_weight_lies_between_0_and_1(weight: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        fuse(scores(1), scores(1), weight)


def test_shapes_agree() -> None:
    with pytest.raises(ValueError, match="same passages"):
        fuse(scores(1), scores(1, 2), 0.3)


@pytest.mark.parametrize("scattered", [False, True])
def test_a_fitted_encoder_weighs_more(scattered: bool) -> None:
    assert (
        0 < dense_weight(fitted=False, scattered=scattered) < dense_weight(fitted=True, scattered=scattered)
    )
