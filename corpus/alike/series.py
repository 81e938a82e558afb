"""Notices of one series: the same title of the same issuer but for year, batch or half year.

The newest that is out on a day speaks for the series; an older one only where its year or batch is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from corpus import patterns as re
from corpus.notice import Notice
from corpus.values.periods import fold

__all__ = ["Series", "series_of", "titled_year", "year_of"]

_CN = "零〇一二三四五六七八九十"
_YEAR = re.compile(rf"(?:19|20)\d{{2}}(?:-(?:19|20)?\d{{2}})?|[一二][{_CN}]{{3}}")
_TURN = re.compile(
    rf"{_YEAR.pattern}|\(?第?[{_CN}\d]{{1,3}}[批次期届号轮]\)?|[上下]半年|第?[{_CN}\d]季度|\d{{1,2}}月份?|年度?|学年"
    r"|[春秋夏冬]季|修订版?|新版|\d{1,2}日"
)
_SHORTEST = 6  # characters left of a title that still tell notices apart


@dataclass(frozen=True, slots=True)
class Series:
    """Notices of one series, oldest first."""

    notices: tuple[Notice, ...]

    def newest(self, day: date) -> Notice | None:
        """The newest that is out on `day`; None where none is yet."""
        out = [n for n in self.notices if n.issued is None or n.issued <= day]
        return out[-1] if out else None

    def superseded(self, day: date, year: int | None = None) -> frozenset[str]:
        """The notices that do not speak for the series on `day`; those of `year`, where one is named, do."""
        if year is not None and (own := [n for n in self.notices if year_of(n) == year]):
            return frozenset(n.notice_id for n in self.notices if n not in own)
        newest = self.newest(day)
        return frozenset(n.notice_id for n in self.notices if newest is not None and n is not newest)


def series_of(notices: Iterable[Notice]) -> tuple[Series, ...]:
    """The series of two notices or more; parts of one file are no series."""
    found: dict[tuple[str, str], list[Notice]] = {}
    for notice in notices:
        name = _name(notice.title)
        if len(name) >= _SHORTEST and (year_of(notice) is not None or notice.issued is not None):
            found.setdefault((name, _plain(notice.issuer)), []).append(notice)
    return tuple(Series(_in_order(group)) for group in found.values() if len({n.source for n in group}) > 1)


def year_of(notice: Notice) -> int | None:
    """The year that a notice is of: in its title, else that of its issue."""
    named = titled_year(notice)
    return named if named is not None else notice.issued.year if notice.issued else None


def titled_year(notice: Notice) -> int | None:
    """The year that the title of a notice names."""
    named = re.search(r"(?:19|20)\d{2}", fold(notice.title))
    return int(named[0]) if named else None


def _in_order(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    first = date.min
    return tuple(sorted(notices, key=lambda n: (year_of(n) or 0, n.issued or first, n.notice_id)))


def _name(title: str) -> str:
    """A title without what tells one year or batch from another."""
    return re.sub(r"[\W_]+", "", _TURN.sub("", _plain(title)))


def _plain(text: str) -> str:
    return re.sub(r"\s", "", fold(text))
