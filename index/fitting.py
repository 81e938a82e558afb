"""Fitting the default encoder to the notices while their index is built.

Vectors learned on other text hardly find a clause in notices that they never saw; after seeing these they do.
The questions are made up: one to three short stretches of a passage, which are to find that passage among
others of the corpus.

Notices are dealt into groups by a hash of their names, and each group is fitted by itself, from the table
that comes with the package. So the outcome depends on the notices and not on the order in which they came; a
notice that is added or changed costs the fitting of its own group only, for what the others have learned is
kept. A token that several groups have moves by the mean of what each has learned.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

from index import sparse
from index.contrast import Contrast
from index.encoder import Vectors
from index.fitting_texts import FittingTexts
from index.pieces import Bags, Rows, counted
from index.token_table import TokenTable

__all__ = ["fitted_vectors", "made_up_question", "recipe"]

CONTEXT = 0.35  # weight of a token in what stands above a passage
GROUP, CLOZE_GROUP = 4096, 8192  # passages of a group, about; the number of groups is a power of two
BATCH = 512
ROUNDS, CLOZE_ROUNDS = 6, 20  # times that each passage is asked for, as it is or with a gap …
FEWEST = 20  # … but a group sees this many batches at least,
MOST = 240  # and all groups together see about this many at most
RATE = 0.02
STRETCHES, SHORTEST, LONGEST = 3, 3, 9  # of a made-up question: how many, and of how many characters
LONGEST_GAP = (
    30  # of those that are taken out of the text: so much that others than their neighbours are left
)
SEED = 1990
RECIPE = f"contrast-{GROUP}-{BATCH}-{ROUNDS}-{FEWEST}-{MOST}-{RATE}-{CONTEXT}-{SEED}"
CLOZE_RECIPE = f"cloze-{CLOZE_GROUP}-{CLOZE_ROUNDS}-{LONGEST_GAP}-{RECIPE}"

Progress = Callable[[int, int], None]
Places = npt.NDArray[np.int64]
Moves = npt.NDArray[np.float16]


def recipe(cloze: bool) -> str:
    """Names how vectors are fitted."""
    return CLOZE_RECIPE if cloze else RECIPE


def fitted_vectors(
    texts: FittingTexts, base: TokenTable, kept: Path | None, progress: Progress, cloze: bool = False
) -> Vectors:
    """The vectors of the passages' tokens, shape (V, d) float32.

    With `cloze` a question is to find its passage by what is left when the words asked for are taken out, so
    words that stand together come near each other (Lee, Chang and Toutanova, "Latent Retrieval for Weakly
    Supervised Open Domain Question Answering", ACL 2019).

    `kept` is a folder for what each group has learned; what these passages do not use is deleted from it.

    Raises:
        OSError: the folder cannot be written.
    """
    start = _starting_vectors(texts.vocabulary, base)
    moved, learners = np.zeros_like(start), np.zeros((len(start), 1), dtype=np.float32)
    own, context = texts.counts()
    wholes = sparse.csr_matrix(own + CONTEXT * context)
    groups = _groups(texts.notices, CLOZE_GROUP if cloze else GROUP)
    used = set()
    for number, members in enumerate(groups):
        if not len(members):
            continue
        group = _Group.of(texts, wholes, members, _batches(len(members), len(groups), cloze), cloze)
        name = f"{group.digest(texts.vocabulary, base.fingerprint)}.npy"
        moves = _recall(kept, name, (len(group.rows), start.shape[1]))
        if moves is None:
            moves = group.learn(start[group.rows], _share(progress, number, len(groups)))
            _keep(kept, name, moves)
        used.add(name)
        moved[group.rows] += moves
        learners[group.rows] += 1
    progress(1, 1)
    _forget(kept, used)
    return np.asarray(start + moved / np.maximum(learners, 1))


def made_up_question(bags: Bags, text: int, dice: np.random.Generator, longest: int = LONGEST) -> Rows:
    """The tokens of one to three stretches of a text, each of three to `longest` characters."""
    length = bags.length(text)
    found = []
    for _ in range(dice.integers(1, STRETCHES + 1)):
        size = int(dice.integers(SHORTEST, longest + 1))
        start = int(dice.integers(0, max(length - size, 0) + 1))
        found.append(bags.within(text, start, start + size))
    return np.concatenate(found)


@dataclass(frozen=True, slots=True)
class _Group:
    """Passages that are fitted together: their own bags, and bags with their context, over `rows` alone."""

    rows: Rows  # of the whole vocabulary, ascending
    own: Bags
    wholes: sparse.csr_matrix
    same: npt.NDArray[np.int64]  # passages of the same words have the same number
    batches: int
    cloze: bool

    @classmethod
    def of(
        cls, texts: FittingTexts, wholes: sparse.csr_matrix, members: Places, batches: int, cloze: bool
    ) -> _Group:
        chosen = wholes[members]
        rows, places = np.unique(chosen.indices, return_inverse=True)
        shape = (len(members), len(rows))
        local = sparse.csr_matrix((chosen.data, places, chosen.indptr), shape=shape)
        own = texts.own.chosen(members)
        own = replace(own, rows=np.searchsorted(rows, own.rows).astype(np.int32))
        words = [own.rows[own.of(i)].tobytes() for i in range(len(own))]
        numbers = {w: n for n, w in enumerate(dict.fromkeys(words))}
        same = np.array([numbers[w] for w in words], dtype=np.int64)
        return cls(rows.astype(np.int32), own, local, same, batches, cloze)

    def digest(self, vocabulary: Sequence[str], base: str) -> str:
        """Names all that the outcome of `learn` depends on."""
        digest = hashlib.sha256(f"{recipe(self.cloze)}\0{base}\0{self.batches}\0".encode())
        digest.update("\0".join(vocabulary[r] for r in self.rows.tolist()).encode())
        own, wholes = self.own, self.wholes
        columns = (own.rows, own.starts, own.ends, own.offsets, wholes.data, wholes.indices, wholes.indptr)
        for column in columns:
            digest.update(np.ascontiguousarray(column).tobytes())
        return digest.hexdigest()

    def learn(self, start: Vectors, progress: Progress) -> Moves:
        """How far each row moves from `start`, shape (len(rows), d)."""
        contrast, dice = Contrast(start.copy()), np.random.default_rng(SEED)
        longest = LONGEST_GAP if self.cloze else LONGEST
        for number, batch in enumerate(_dealt(len(self.own), self.batches, dice)):
            asked = [made_up_question(self.own, i, dice, longest) for i in batch.tolist()]
            questions, wanted = counted(asked, len(self.rows)), self.wholes[batch]
            if self.cloze:
                wanted = _without(wanted, questions)
            known = (np.diff(questions.indptr) > 0) & (np.diff(wanted.indptr) > 0)
            if known.any():
                alike = self.same[batch[known]]
                unsure = alike[:, np.newaxis] == alike
                rate = RATE * (1 - number / self.batches)
                contrast.step(questions[known], wanted[known], rate, unsure)
            progress(number + 1, self.batches)
        return np.asarray(contrast.table - start, dtype=np.float16)


def _dealt(size: int, batches: int, dice: np.random.Generator) -> Iterator[Places]:
    """So many batches of passages; none comes again before all have come."""
    width = -(-size // max(-(-size // BATCH), 1))
    left = np.zeros(0, dtype=np.int64)
    for _ in range(batches):
        if not len(left):
            left = dice.permutation(size)
        yield left[:width]
        left = left[width:]


def _without(texts: sparse.csr_matrix, taken: sparse.csr_matrix) -> sparse.csr_matrix:
    """The counts of texts less those of what is taken out of each; none is below 0."""
    left = sparse.csr_matrix(texts - taken, dtype=np.float32)
    np.maximum(left.data, 0, out=left.data)
    left.eliminate_zeros()
    return left


def _batches(size: int, groups: int, cloze: bool) -> int:
    rounds = CLOZE_ROUNDS if cloze else ROUNDS
    return min(max(rounds * -(-size // BATCH), FEWEST), max(MOST // groups, 1))


def _groups(notices: Sequence[str], size: int = GROUP) -> list[Places]:
    """The passages of each group of about `size`, ascending; a group may have none."""
    count = 1
    while count * size < len(notices):
        count *= 2
    group_of = {name: crc32(name.encode()) % count for name in set(notices)}
    dealt = np.array([group_of[name] for name in notices], dtype=np.int64)
    return [np.flatnonzero(dealt == group) for group in range(count)]


def _starting_vectors(vocabulary: Sequence[str], base: TokenTable) -> Vectors:
    """The base's vectors; where it has none, one by chance that depends on the token alone, as long as those
    of rare tokens are."""
    sample = np.linalg.norm(np.asarray(base.matrix[1::64], dtype=np.float32), axis=1)
    length = float(np.quantile(sample, 0.9)) if len(sample) else 1.0
    width = base.matrix.shape[1]
    out = np.zeros((len(vocabulary), width), dtype=np.float32)
    for place, token in enumerate(vocabulary):
        row = base.rows.get(token)
        if row is not None:
            out[place] = base.matrix[row]
        else:
            chance = np.random.default_rng(crc32(token.encode()))
            out[place] = chance.standard_normal(width, dtype=np.float32) * (length / width**0.5)
    return out


def _share(progress: Progress, number: int, groups: int) -> Progress:
    """Progress within one group as progress of all."""

    def told(done: int, total: int) -> None:
        progress(number * total + done, groups * total)

    return told


# --- what groups have learned ----------------------------------------------------------------------


def _recall(kept: Path | None, name: str, shape: tuple[int, int]) -> Moves | None:
    if kept is None:
        return None
    try:
        moves = np.load(kept / name, allow_pickle=False)
    except (OSError, ValueError, EOFError):  # not there, or not whole
        return None
    return moves if moves.shape == shape and moves.dtype == np.float16 else None


def _keep(kept: Path | None, name: str, moves: Moves) -> None:
    if kept is None:
        return
    kept.mkdir(parents=True, exist_ok=True)
    descriptor, beside = tempfile.mkstemp(prefix=".learned-", dir=kept)
    with os.fdopen(descriptor, "wb") as file:
        np.save(file, moves)
    Path(beside).replace(kept / name)


def _forget(kept: Path | None, used: set[str]) -> None:
    if kept is not None and kept.is_dir():
        for path in kept.glob("*.npy"):
            if path.name not in used:
                path.unlink(missing_ok=True)
