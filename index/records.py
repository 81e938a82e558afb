"""Records written as lines: 地址：…, 电话：…, 时间：…, and the same keys again for the next place.

Each line is a clause of its own and states one value; which place it is of, the other lines of its record
say. So they are looked at with it, as the cells of a row are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from corpus import patterns as re
from corpus.notice import ClauseKind, Notice
from corpus.once import once_per_notice

__all__ = ["record_beside"]

_KEY = re.compile(r"\s*(?:[(（]?\d{1,2}[)）.、．])?\s*([\u4e00-\u9fff]{2,10})\s*[：:]\s*\S")
_LONGEST = 10  # lines of a record
_KEPT = 240  # characters of a record that are looked at with one of its lines


def record_beside(notice: Notice, clause: int) -> str:
    """The other lines of the record that a clause is a line of; `""` where it is of none."""
    lines = _records(notice).get(clause, ())
    return " ".join(notice.clause_text(i) for i in lines if i != clause)[:_KEPT]


@once_per_notice
def _records(notice: Notice) -> Mapping[int, tuple[int, ...]]:
    """For each clause that is a line of a record all lines of it."""
    found: dict[int, tuple[int, ...]] = {}
    for run in _keyed_runs(notice):
        for record in _parted(run):
            found.update(dict.fromkeys(record, record))
    return found


def _keyed_runs(notice: Notice) -> list[list[tuple[int, str]]]:
    """Neighbouring clauses under one parent that begin with a key, each with its key."""
    runs: list[list[tuple[int, str]]] = [[]]
    parent = -2
    for index, clause in enumerate(notice.clauses):
        plain = clause.kind in (ClauseKind.PARAGRAPH, ClauseKind.ITEM) and not clause.children
        key = _KEY.match(notice.clause_text(index)) if plain else None
        if key is None or clause.parent != parent:
            runs.append([])
        if key is not None:
            runs[-1].append((index, key[1]))
        parent = clause.parent
    return runs


def _parted(run: Sequence[tuple[int, str]]) -> list[tuple[int, ...]]:
    """The records of a run: from one line with the first key to the next; none where no key comes again."""
    starts = [n for n, (_, key) in enumerate(run) if key == run[0][1]]
    records = [tuple(i for i, _ in run[a:b]) for a, b in pairwise([*starts, len(run)])]
    if len(records) < 2 or any(not 2 <= len(r) <= _LONGEST for r in records):
        return []
    keys = [{key for _, key in run[a:b]} for a, b in pairwise([*starts, len(run)])]
    alike = all(len(k & keys[0]) * 2 > len(k) for k in keys[1:])
    return records if alike else []
