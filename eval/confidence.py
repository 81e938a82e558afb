"""The line through log odds that makes what came of answers likeliest (Platt 1999)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bot.unseen import Line, log_odds

__all__ = ["fitted_line"]

_ROUNDS = 100  # of Newton's method in short steps, which needs about ten
_FAR = 30.0  # log odds beyond which a chance is as good as sure


def fitted_line(said: Sequence[float], right: Sequence[bool]) -> Line:
    """The line that makes what came of n answers likeliest, by Newton's method; both of length n."""
    odds = np.array([log_odds(c) for c in said])
    rows, came = np.column_stack((odds, np.ones(len(odds)))), np.array(right, dtype=np.float64)
    line = np.array([1.0, 0.0])
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ line, -_FAR, _FAR)))
        slope = rows.T @ (came - chance) - 1e-3 * (line - (1.0, 0.0))  # where all are right there is no end
        curve = (rows.T * (chance * (1 - chance))) @ rows + 1e-3 * np.eye(2)
        line = line + np.clip(np.linalg.solve(curve, slope), -1, 1)
    return Line(max(float(line[0]), 0.05), float(line[1]))
