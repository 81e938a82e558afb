"""Joining the word side and the vector side of search into one score."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["dense_weight", "fuse"]

FITTED, UNFITTED = 0.25, 0.15  # share of the vector side, by whether its encoder was fitted to the notices
SCATTERED_FITTED, SCATTERED_UNFITTED = 0.22, 0.1  # of a cosine itself, among short texts that stand alone

Scores = npt.NDArray[np.float32]


def dense_weight(fitted: bool, scattered: bool) -> float:
    """What the vector side weighs: more where its encoder was fitted to what is searched.

    `scattered` is true of many short texts that stand alone (`index.scattered`).
    """
    if scattered:
        return SCATTERED_FITTED if fitted else SCATTERED_UNFITTED
    return FITTED if fitted else UNFITTED


def fuse(lexical: Scores, dense: Scores, weight: float, highest: tuple[float, float] | None = None) -> Scores:
    """(1 - weight) of the word scores plus `weight` of the vector scores, each divided by its highest.

    Both have shape (n,), and so has the result, from 0 to 1. `highest` are the highest of both where these
    are the scores of a part of the passages. Negative vector scores count as 0; a side whose
    scores are all 0 adds nothing. A convex combination of scaled scores, as in Bruch, Gai and Ingber, "An
    Analysis of Fusion Functions for Hybrid Retrieval" (TOIS 2023).

    Raises:
        ValueError: the shapes differ, or the weight is not from 0 to 1.
    """
    if lexical.shape != dense.shape:
        raise ValueError(f"both sides score the same passages: got {lexical.shape} and {dense.shape}")
    if not 0 <= weight <= 1:
        raise ValueError(f"a weight lies between 0 and 1: got {weight}")
    most = highest or (float(lexical.max(initial=0.0)), float(dense.max(initial=0.0)))
    joined = _scaled(lexical, most[0], 1 - weight)
    joined += _scaled(dense, most[1], weight)
    return joined


def _scaled(scores: Scores, highest: float, weight: float) -> Scores:
    """A side divided by its highest score, times its weight: new, so that the rest may be done in place."""
    if highest <= 0:
        return np.zeros_like(scores, dtype=np.float32)
    out: Scores = np.maximum(scores, 0, dtype=np.float32)
    out /= highest
    out *= weight
    return out
