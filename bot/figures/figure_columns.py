"""The columns of names by which questions name like figures, read once of each notice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.speech.naming import levelled
from corpus import patterns as re
from corpus.alike.like_figures import LikeFigures
from corpus.alike.parallel_figures import like_figures_of
from corpus.notice import Notice
from corpus.once import once_per_notice
from index.normal import search_key

__all__ = ["Group", "NameColumn", "column_of", "groups_of", "pairs_of"]

_KEPT = 4096  # texts whose pairs are kept: the parts of a question are looked for in one notice after another
_GROWTH = re.compile(r"增长|增速|增幅|同比|环比|下降|涨")


@dataclass(frozen=True, slots=True)
class NameColumn:
    """The distinct texts of one column of names, with the key that each is searched by.

    `pairs` are the pairs of characters of the keys: a question that has none of them names nothing here.
    """

    column: str
    texts: tuple[str, ...]
    keys: tuple[str, ...]
    pairs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Group:
    """Like figures with their columns of names, those that tell them apart first.

    `told` is what is printed of their measure and unit, with the headers where the figures are the cells of
    one row; `growth` says whether the measure is of growth, `pairs` are those of all columns.
    """

    figures: LikeFigures
    columns: tuple[NameColumn, ...]
    pairs: frozenset[str]
    measure: str
    told: str
    growth: bool


@once_per_notice
def groups_of(notice: Notice) -> tuple[Group, ...]:
    """The like figures of a notice in their order."""
    return tuple(map(_read, like_figures_of(notice)))


def _read(group: LikeFigures) -> Group:
    found = dict.fromkeys(column for figure in group.figures for column, _ in figure.keys)
    columns = tuple(
        column_of(column, list(dict.fromkeys(t for f in group.figures for c, t in f.keys if c == column)))
        for column in sorted(found, key=lambda c: not _tells(group, c))
    )
    headers = "" if group.kinds else " ".join(t for f in group.figures for _, t in f.keys)
    measure = f"{group.measure} {headers}"
    return Group(
        group,
        columns,
        pairs=frozenset[str]().union(*(c.pairs for c in columns)),
        measure=measure,
        told=f"{measure} {group.unit}",
        growth=_GROWTH.search(group.measure) is not None,
    )


def _tells(group: LikeFigures, column: str) -> bool:
    """Whether a column gives the figures their names."""
    return any(text in f.names for f in group.figures for c, text in f.keys if c == column)


def column_of(column: str, texts: Sequence[str]) -> NameColumn:
    """A column of these distinct texts."""
    keys = tuple(_apart(texts))
    return NameColumn(column, tuple(texts), keys, frozenset[str]().union(*map(pairs_of, keys)))


@lru_cache(maxsize=_KEPT)
def pairs_of(text: str) -> frozenset[str]:
    """The pairs of characters that stand side by side in a text."""
    return frozenset([a + b for a, b in pairwise(text)])


def _apart(texts: Sequence[str]) -> list[str]:
    """The names to search by; of those that differ only in brackets, what stands in them."""
    keys = [levelled(search_key(t)) for t in texts]
    outside = [re.sub(r"\(.*?\)$", "", k) if k.endswith(")") else k for k in keys]
    return [
        k[len(o) :].strip("()") if outside.count(o) > 1 and k != o else k
        for k, o in zip(keys, outside, strict=True)
    ]
