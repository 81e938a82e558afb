"""How sure an answer is of notices that nobody has worked on.

The models behind an answer are fitted on notices whose questions were mended one by one, and of these more
answers are right than of new ones. What was said of new ones and what came of it gives a line through the log
odds (Platt, Probabilistic Outputs for Support Vector Machines, 1999), one for answers that tell and one for
verdicts; `wenze eval fit-confidence` fits it and keeps it in `weights.yaml`. What is weighed against each
other within the assistant stays as it was weighed.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from bot.finding.linear import weights

__all__ = ["Line", "as_weighed", "log_odds", "served"]

_SUREST = 0.99  # beyond which log odds run away


class Line(NamedTuple):
    """What is served for what was weighed, in log odds: `scale` × log odds + `shift`."""

    scale: float
    shift: float


def served(confidence: float, judged: bool) -> float:
    """The confidence, 0 to 1, that an answer is served with; `judged` where it gives a verdict."""
    line = _line(judged)
    return _chance(line.scale * log_odds(confidence) + line.shift)


def as_weighed(confidence: float, judged: bool) -> float:
    """The confidence, 0 to 1, that `served` made another of."""
    line = _line(judged)
    return _chance((log_odds(confidence) - line.shift) / line.scale)


def log_odds(chance: float) -> float:
    """The log odds of a chance, 0 to 1, no farther out than those of 99 %."""
    kept = min(_SUREST, max(1 - _SUREST, chance))
    return math.log(kept / (1 - kept))


def _line(judged: bool) -> Line:
    kept = weights()["unseen"]["judged" if judged else "told"]
    return Line(float(kept["scale"]), float(kept["shift"]))


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
