"""Like figures across the points of a list, each point a part: 一等奖3名，奖金4000元；二等奖5名，…

A point names its part by what stands before its first figure or before a colon: 在校学员：个人缴费30元.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from corpus import patterns as re
from corpus.alike.figure_parts import LONGEST, FigurePart, Place, aligned, bare_label, figure_parts
from corpus.alike.like_figures import LikeFigure, LikeFigures
from corpus.notice import ClauseKind, Notice

__all__ = ["in_items"]

_LEAD = re.compile(r"(?P<name>[^,;:。\d]{2,16}):")  # a point that begins with what it is about
_SHORT = 80  # characters of a paragraph that may be a point without a mark


def in_items(notice: Notice, places: Mapping[int, Place]) -> Iterator[LikeFigures]:
    """The like figures of the points below one head; `places` are the clauses that hold text."""
    below: dict[tuple[int, ClauseKind], list[Place]] = {}
    for index, place in places.items():
        clause = notice.clauses[index]
        short = clause.kind is ClauseKind.PARAGRAPH and len(place.text.text) <= _SHORT
        if clause.kind is ClauseKind.ITEM or (short and clause.parent >= 0):
            below.setdefault((clause.parent, clause.kind), []).append(place)
    for siblings in below.values():
        yield from _of_points(siblings)


def _of_points(siblings: Sequence[Place]) -> Iterator[LikeFigures]:
    items: list[FigurePart] = []
    owners: list[Place] = []
    for part, place in enumerate(siblings):
        read = figure_parts(place.text.text, place.begins, len(place.text.text))
        items += [replace(i, part=part, label=_label(i, n, place)) for n, i in enumerate(read)]
        owners += [place] * len(read)
    if len({i.part for i in items}) > 1:
        yield from aligned(items, owners)
        yield from _led(items, owners)


def _label(item: FigurePart, number: int, place: Place) -> str:
    """The words before a figure; before the first of a point also further names: 甲类、乙类家庭14元."""
    begun = place.text.text[place.begins : item.start]
    whole = number == 0 and "、" in begun and len(begun) <= LONGEST and not re.search(r"[,;:。(]", begun)
    return begun if whole else item.label


def _led(items: Sequence[FigurePart], owners: Sequence[Place]) -> Iterator[LikeFigures]:
    """The figures of points that each begin with what they are about and a colon."""
    found: dict[tuple[str, str], dict[str, LikeFigure]] = {}
    for item, place in zip(items, owners, strict=True):
        lead = _LEAD.match(place.text.text, place.begins)
        label = bare_label(item.label)
        if lead is not None and item.start >= lead.end() and 0 < len(label) <= LONGEST:
            name = lead["name"]
            found.setdefault((label, item.unit), {}).setdefault(name, place.figure(item, name))
    for (label, unit), figures in found.items():
        if len(figures) > 1:
            yield LikeFigures(label, unit, tuple(figures.values()), owners[0].clause)
