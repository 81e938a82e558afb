"""How well breaks are put back into questions whose marks were taken out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.speech.run_on import MARKS, signs_between
from index.segmentation import Segmenter

__all__ = ["FEWEST", "Place", "Rates", "fit", "places_in", "rates_held_out"]

_FOLDS = 5
FEWEST = 4  # notices, at least, in questions on which a sign has to stand
_STRENGTH = 1.0  # inverse of the penalty on the size of weights; the larger, the more signs are kept


@dataclass(frozen=True, slots=True)
class Place:
    """A place between two words of question `of`, which is on notice `about`: what stands around it, and
    whether a mark stood there."""

    of: int
    about: str
    signs: tuple[str, ...]
    marked: bool


@dataclass(frozen=True, slots=True)
class Rates:
    """Of the breaks put at `threshold`, how many are right, and how many of those marked are found."""

    threshold: float
    precision: float
    recall: float


def places_in(questions: Iterable[tuple[str, str]], segmenter: Segmenter) -> list[Place]:
    """Every place between words of the questions, each with its notice, their marks taken out."""
    found = []
    for number, (question, about) in enumerate(questions):
        breaths = [b for b in MARKS.split(question.strip()) if b]
        marked = set(np.cumsum([len(b) for b in breaths]).tolist())
        for place, signs in signs_between("".join(breaths), segmenter):
            found.append(Place(number, about, tuple(signs), place in marked))
    return found


def fit(places: Sequence[Place]) -> tuple[float, dict[str, float]]:
    """The bias and the weight of each sign that has any: logistic regression with an absolute penalty
    (Tibshirani 1996), by scikit-learn. What stands in questions on few notices is a name of theirs, and no
    sign."""
    model, names = _fitted(places)
    return float(model.intercept_[0]), {
        name: round(float(w), 3) for name, w in zip(names, model.coef_[0], strict=True) if abs(w) > 5e-4
    }


def rates_held_out(places: Sequence[Place], thresholds: Sequence[float]) -> list[Rates]:
    """The rates on questions that were put aside in turn."""
    marked = np.array([p.marked for p in places])
    fold = np.random.default_rng(0).integers(0, _FOLDS, 1 + max(p.of for p in places))
    of = fold[[p.of for p in places]]
    likely = np.zeros(len(places))
    for number in range(_FOLDS):
        bias, weights = fit([p for p, f in zip(places, of, strict=True) if f != number])
        for i in np.flatnonzero(of == number):
            likely[i] = _likelihood(places[int(i)], bias, weights)
    return [_rates(likely > t, marked, t) for t in thresholds]


def _likelihood(place: Place, bias: float, weights: Mapping[str, float]) -> float:
    return float(1 / (1 + np.exp(-bias - sum(weights.get(s, 0.0) for s in place.signs))))


def _rates(put: npt.NDArray[np.bool_], marked: npt.NDArray[np.bool_], threshold: float) -> Rates:
    right = float((put & marked).sum())
    return Rates(threshold, right / max(1, put.sum()), right / max(1, marked.sum()))


def _usual(places: Sequence[Place]) -> frozenset[str]:
    on: dict[str, set[str]] = {}
    for place in places:
        for sign in place.signs:
            on.setdefault(sign, set()).add(place.about)
    return frozenset(sign for sign, notices in on.items() if len(notices) >= FEWEST)


def _fitted(places: Sequence[Place]):  # type: ignore[no-untyped-def]
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    vectors = DictVectorizer(sort=True)
    usual = _usual(places)
    matrix = vectors.fit_transform([dict.fromkeys((s for s in p.signs if s in usual), 1.0) for p in places])
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    model = LogisticRegression(C=_STRENGTH, l1_ratio=1, solver="liblinear", random_state=0, max_iter=1000)
    return model.fit(matrix, [p.marked for p in places]), vectors.get_feature_names_out()
