"""The one of several things, each for a range of numbers, that holds the number a question names.

`1-4号楼：南侧，5-8号楼：北侧` asked of 6号楼; lists of floors, classes, ages and rounds go by ranges too.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus import patterns as re
from corpus.notice import ClauseKind, Notice
from corpus.numerals import number
from index.normal import search_key

__all__ = ["item_for_number", "text_for_number"]

_N = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_UNIT = r"(?P<unit>号楼|号馆|号门|栋|幢|楼|层|年级|周岁|岁|班|期|批|轮|组|号|月)"
_RANGE = re.compile(rf"(?P<low>{_N})(?:号|栋|楼|层|年级|岁|月)?(?:-+|—+|–|~|至|到)(?P<high>{_N}){_UNIT}")
_SINGLE = re.compile(rf"(?P<low>{_N}){_UNIT}(?P<end>及?以[上下])?")
_LAST = 10**6  # where a range is open above
_FAR = 12  # characters before the range in a label


def text_for_number(asked: str, texts: Sequence[str]) -> int | None:
    """Which of several texts, each of which begins with a range, holds the number of `asked`; None for none.

    None too where the texts do not all go by one unit, or two of them hold it.
    """
    read = [_range_of(search_key(t)) for t in texts]
    units = {r[2] for r in read if r is not None}
    if len(read) < 2 or None in read or len(units) != 1 or not any(r and r[0] != r[1] for r in read):
        return None
    unit = units.pop()
    named = re.search(rf"(?<![-—~至到\d])({_N})(?:{unit.replace('岁', '周?岁')})(?!\d)", search_key(asked))
    value = number(named[1]) if named else None
    holding = [n for n, r in enumerate(read) if r and value is not None and r[0] <= value <= r[1]]
    return holding[0] if len(holding) == 1 else None


def item_for_number(asked: str, notice: Notice, clause: int) -> int | None:
    """Which item of the list that a clause opens or stands in holds the number of `asked`."""
    inside = notice.clauses[clause]
    for items in (inside.children, notice.clauses[inside.parent].children if inside.parent >= 0 else ()):
        listed = [i for i in items if notice.clauses[i].kind is ClauseKind.ITEM]
        bodies = [notice.clause_text(i).removeprefix(notice.clauses[i].marker) for i in listed]
        found = text_for_number(asked, bodies)
        if found is not None:
            return listed[found]
    return None


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
