"""The one of several things, each for a range of numbers, that holds the number a question names.

`1-4号楼：南侧，5-8号楼：北侧` asked of 6号楼; lists of floors, classes, ages and rounds go by ranges too. So
do parts that name several numbers each, or ranges of them: `5:30—21:00：2路、5路-7路、11路` asked of 6路.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus import patterns as re
from corpus.notice import ClauseKind, Notice
from corpus.values.numerals import number
from index.normal import search_key

__all__ = ["item_for_number", "text_for_number"]

_N = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_UNIT = r"(?P<unit>号楼|号馆|号门|栋|幢|楼|层|年级|周岁|岁|班|期|批|轮|组|号|月)"
_RANGE = re.compile(rf"(?P<low>{_N})(?:号|栋|楼|层|年级|岁|月)?(?:-+|—+|–|~|至|到)(?P<high>{_N}){_UNIT}")
_SINGLE = re.compile(rf"(?P<low>{_N}){_UNIT}(?P<end>及?以[上下])?")
# What goes by number without an order, in figures: bus lines, buildings, rooms, posts.
_NUMBERED = r"(?:号线|路|号楼|栋|幢|单元|号馆|号门|考场|窗口|展位|岗|班(?!时))"
_NUMBERS = re.compile(
    rf"(?<![\d.:])(?P<low>\d{{1,4}})(?:{_NUMBERED})?(?:[-—–~至到](?P<high>\d{{1,4}}))?(?P<unit>{_NUMBERED})"
)
_LAST = 10**6  # where a range is open above
_FAR = 12  # characters before the range in a label


def text_for_number(asked: str, texts: Sequence[str]) -> int | None:
    """Which of several texts, each of which begins with a range, holds the number of `asked`; None for none.

    None too where the texts do not all go by one unit, or two of them hold it.
    """
    read = [_range_of(search_key(t)) for t in texts]
    units = {r[2] for r in read if r is not None}
    if len(read) < 2 or None in read or len(units) != 1 or not any(r and r[0] != r[1] for r in read):
        return _naming_it(asked, texts)
    unit = units.pop()
    named = re.search(rf"(?<![-—~至到\d])({_N})(?:{unit.replace('岁', '周?岁')})(?!\d)", search_key(asked))
    value = number(named[1]) if named else None
    holding = [n for n, r in enumerate(read) if r and value is not None and r[0] <= value <= r[1]]
    return holding[0] if len(holding) == 1 else None


def _naming_it(asked: str, texts: Sequence[str]) -> int | None:
    """Which alone of several texts that name several numbers of its kind names that of `asked`."""
    named = _NUMBERS.search(search_key(asked))
    if named is None or named["high"]:
        return None
    of_kind = [[m for m in _NUMBERS.finditer(search_key(t)) if m["unit"] == named["unit"]] for t in texts]
    value = int(named["low"])
    holding = [
        n
        for n, found in enumerate(of_kind)
        if any(int(m["low"]) <= value <= int(m["high"] or m["low"]) for m in found)
    ]
    listed = any(len(found) > 1 or any(m["high"] for m in found) for found in of_kind)
    return holding[0] if listed and len(holding) == 1 and sum(map(bool, of_kind)) > 1 else None


def item_for_number(asked: str, notice: Notice, clause: int) -> int | None:
    """Which item of the list that a clause opens or stands in holds the number of `asked`."""
    inside = notice.clauses[clause]
    for items in (inside.children, _beside(notice, clause)):
        listed = [i for i in items if notice.clauses[i].kind is ClauseKind.ITEM]
        bodies = [notice.clause_text(i).removeprefix(notice.clauses[i].marker) for i in listed]
        found = text_for_number(asked, bodies)
        if found is not None:
            return listed[found]
    return None


def _beside(notice: Notice, clause: int) -> Sequence[int]:
    """The clauses that stand below the same one, a clause itself among them."""
    parent = notice.clauses[clause].parent
    if parent >= 0:
        return notice.clauses[parent].children
    return [i for i, c in enumerate(notice.clauses) if c.parent < 0]


def _range_of(text: str) -> tuple[int, int, str] | None:
    """Lowest and highest number of the range that a text begins with, and its unit."""
    match = _RANGE.search(text[: _FAR + 16]) or _SINGLE.search(text[: _FAR + 8])
    if match is None or match.start() > _FAR:
        return None
    low, unit = number(match["low"]), match["unit"].replace("周岁", "岁")
    high, end = (number(match["high"]), "") if "high" in match.re.groupindex else (low, match["end"] or "")
    if low is None or high is None:
        return None
    return 0 if end.endswith("下") else int(low), _LAST if end.endswith("上") else int(high), unit
