"""Training the table of token vectors that comes with the package.

Every number that is drawn depends on the seed and on the number of the step alone, so a training that was cut
off goes on where it was last put down and ends as it would have.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from index.contrast import Contrast
from index.encoder import Vectors
from index.errors import OtherTraining
from index.lessons import Curriculum, Lessons, Pairs, Places
from index.pieces import counted
from index.token_table import DIMENSIONS, save_table

__all__ = ["Course", "train"]

_UNFINISHED = "unfinished.npz"
_PUT_DOWN = 100  # steps between two savings of what has been learned

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Course:
    """How a table is trained. `turns` says how often each kind of lesson is gone through in an epoch."""

    seed: int = 1
    epochs: int = 3
    batch: int = 1024
    rate: float = 0.03  # falls to 0 by the end
    rows: int = 52_000  # tokens at most, the most frequent ones
    fewest: int = 3  # occurrences of a token that is kept
    turns: tuple[tuple[str, int], ...] = (("条文", 1), ("问答", 3), ("说法", 3))


def train(folder: Path, curriculum: Curriculum, course: Course, progress: Progress) -> dict[str, float]:
    """Train a table and write it as a model into `folder`; returns the last losses by kind of lesson.

    Raises:
        OtherTraining: the folder holds another training that was not finished.
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name, contrast = _name(curriculum, course), Contrast(_random_start(curriculum.inverse, course.seed))
    losses = _take_up(folder, name, contrast)
    plan = list(_plan(curriculum.lessons, course))
    for number in range(contrast.steps, len(plan)):
        kind, members = plan[number]
        pairs = curriculum.lessons[kind].batch(members, np.random.default_rng([course.seed, 1, number]))
        loss = _learn(contrast, pairs, course.rate * (1 - number / len(plan)))
        losses[kind] = loss if kind not in losses else 0.9 * losses[kind] + 0.1 * loss
        progress("训练", number + 1, len(plan))
        if (number + 1) % _PUT_DOWN == 0:
            _put_down(folder, name, contrast, losses)
    save_table(folder, curriculum.vocabulary, contrast.table)
    (folder / _UNFINISHED).unlink(missing_ok=True)
    return {kind: round(loss, 3) for kind, loss in losses.items()}


def _learn(contrast: Contrast, pairs: Pairs, rate: float) -> float:
    """One step; pairs with an empty side are left out."""
    known = np.array([len(q) > 0 and len(t) > 0 for q, t in zip(pairs.questions, pairs.texts, strict=True)])
    kept = np.flatnonzero(known).tolist()
    if not kept:
        contrast.steps += 1
        return 0.0
    width = len(contrast.table)
    questions = counted([pairs.questions[i] for i in kept], width)
    texts = counted([pairs.texts[i] for i in kept], width)
    unsure = pairs.unsure[np.ix_(known, known)] if pairs.unsure is not None else None
    return contrast.step(questions, texts, rate, unsure)


def _plan(lessons: Mapping[str, Lessons], course: Course) -> Iterator[tuple[str, Places]]:
    """All batches in the order in which they are learned; the kinds are mixed evenly by chance."""
    for epoch in range(course.epochs):
        dice = np.random.default_rng([course.seed, 0, epoch])
        batches: list[tuple[str, Places]] = []
        for kind, turns in course.turns:
            for _ in range(turns if kind in lessons else 0):
                order = lessons[kind].order(dice)
                starts = range(0, len(order), course.batch)
                batches += [(kind, order[s : s + course.batch]) for s in starts]
        yield from (batches[i] for i in dice.permutation(len(batches)).tolist())


def _random_start(inverse: npt.NDArray[np.float32], seed: int) -> Vectors:
    """Vectors by chance, as long as their tokens are telling."""
    chance = np.random.default_rng(seed).standard_normal((len(inverse), DIMENSIONS), dtype=np.float32)
    return np.asarray(chance * (inverse / DIMENSIONS**0.5)[:, np.newaxis])


# --- putting a training down and taking it up again -------------------------------------------------


def _name(curriculum: Curriculum, course: Course) -> str:
    """Names all that the outcome depends on."""
    digest = hashlib.sha256(json.dumps(asdict(course), ensure_ascii=False).encode())
    digest.update("\0".join(curriculum.vocabulary).encode() + curriculum.inverse.tobytes())
    digest.update(repr({kind: len(lessons) for kind, lessons in curriculum.lessons.items()}).encode())
    return digest.hexdigest()


def _put_down(folder: Path, name: str, contrast: Contrast, losses: Mapping[str, float]) -> None:
    beside = folder / f"{_UNFINISHED}.new"
    with beside.open("wb") as file:
        np.savez(
            file,
            name=np.array(name),
            losses=np.array(json.dumps(losses, ensure_ascii=False)),
            steps=np.array(contrast.steps),
            table=contrast.table,
            first=contrast.first,
            second=contrast.second,
        )
    beside.replace(folder / _UNFINISHED)


def _take_up(folder: Path, name: str, contrast: Contrast) -> dict[str, float]:
    """Bring `contrast` to where an earlier training was put down, if there is one; returns its losses."""
    path = folder / _UNFINISHED
    if not path.exists():
        return {}
    try:
        with np.load(path, allow_pickle=False) as kept:
            if str(kept["name"]) != name:
                raise ValueError("another training")
            losses: dict[str, float] = json.loads(str(kept["losses"]))
            contrast.steps = int(kept["steps"])
            contrast.table, contrast.first, contrast.second = (kept[k] for k in ("table", "first", "second"))
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as problem:
        raise OtherTraining(
            f"{path} 是另一次没有做完的训练，文本、种子或轮数不同，或者文件已损坏；"
            "要接着做它就用原来的参数，要重新开始就删去这个文件，或换一个文件夹"
        ) from problem
    return losses
