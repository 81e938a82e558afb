"""The windows of a notice as a calendar file (RFC 5545): an event for each end of a window, each single day.

Each event quotes the clause that says so; the last day that the notice is valid is one too. What has no day
of the calendar (每月前5个工作日) is no event: it is told apart, and nothing is made up for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.speech.timing import deadlines
from corpus import patterns as re
from corpus.notice import Notice
from corpus.values.moments import AnchorKind, Bound
from corpus.values.symbols import moments_of
from corpus.values.windows import Window, windows_of

if TYPE_CHECKING:
    from icalendar import Event

__all__ = ["CalendarFile", "NothingEnds", "calendar_of"]

_CHINA = ZoneInfo("Asia/Shanghai")
_AHEAD = timedelta(days=3)  # how long before an end a reminder sounds
_MOST_WORDS = 40
_NOT_COUNTED = frozenset({AnchorKind.EACH_DAY, AnchorKind.DAY})


class NothingEnds(LookupError):
    """Nothing in the notice ends on the day asked for."""


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """The file as text with CRLF ends of line, how many events it has, and the words that gave none."""

    text: str
    events: int
    undated: tuple[str, ...]


def calendar_of(notice: Notice, closes_on: date | None = None) -> CalendarFile:
    """The calendar of a notice, or of what ends on one day alone; the same notice gives the same file.

    Raises:
        NothingEnds: nothing ends on the day `closes_on`.
    """
    every = list(_ends(notice))
    ends = [e for e in every if closes_on in (None, e.day)]
    if closes_on is not None and not ends:
        known = "、".join(d.isoformat() for d in sorted({e.day for e in every})) or "没有"
        raise NothingEnds(f"通知“{notice.notice_id}”里没有在 {closes_on} 截止的事项；有的日子：{known}")
    from icalendar import Calendar  # loaded for who asks for a calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Wenze//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", notice.title)
    for end in ends:
        calendar.add_component(_event(notice, end))
    undated = _undated(notice) if closes_on is None else ()
    return CalendarFile(calendar.to_ical().decode(), len(ends), undated)


@dataclass(frozen=True, slots=True)
class _End:
    """A day on which something ends or takes place, and the clause that says so, where it is one."""

    day: date
    summary: str
    at: str = ""
    clause: int | None = None


def _ends(notice: Notice) -> Iterator[_End]:
    """The ends of windows, of the times to apply that are no window, and of the notice itself."""
    dated = set()
    for window in windows_of(notice):
        if window.closes is not None and not window.months:
            dated.add(window.closes)
            yield _End(window.closes, _summary(window), window.closes_at, window.clause)
    for deadline in deadlines(notice):
        if deadline.day not in dated:
            dated.add(deadline.day)
            yield _End(deadline.day, "期限截止", clause=deadline.fact.clause)
    if notice.valid_until is not None and notice.valid_until not in dated:
        yield _End(notice.valid_until, "通知有效期截止")


def _event(notice: Notice, end: _End) -> Event:
    where = notice.clauses[end.clause].locator if end.clause is not None else "有效期"
    quote = f"{where}：“{notice.clause_text(end.clause)}”" if end.clause is not None else ""
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", f"{notice.notice_id}-{where}-{end.day.isoformat()}@wenze")
    event.add("dtstamp", _stamp(notice))
    _add_time(event, end.day, end.at)
    event.add("summary", end.summary)
    event.add("description", f"《{notice.title}》{quote}")
    if notice.official_url:
        event.add("url", notice.official_url)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", end.summary)
    alarm.add("trigger", -_AHEAD)
    event.add_component(alarm)
    return event


def _stamp(notice: Notice) -> datetime:
    """When the event was made: the day of issue, so that the same notice gives the same file."""
    return datetime.combine(notice.issued or date(2000, 1, 1), time(), UTC)


def _add_time(event: Event, day: date, at: str) -> None:
    if not at or at.startswith("24"):
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        return
    end = datetime.combine(day, time.fromisoformat(at), _CHINA)
    event.add("dtstart", end)
    event.add("dtend", end)


def _summary(window: Window) -> str:
    """What ends or takes place, by the name of the window."""
    name = window.name[:_MOST_WORDS] or "期限"
    return name if window.single or re.search(r"截止|前$|止$", name) else f"{name}截止"


def _undated(notice: Notice) -> tuple[str, ...]:
    """Ends that hang on something else than a day of the calendar."""
    open_ends = [
        m for m in moments_of(notice) if m.anchor.kind not in _NOT_COUNTED and m.bound is Bound.UNTIL
    ]
    return tuple(f"{notice.clauses[m.clause].locator}：{notice.quote(m.span)}" for m in open_ends)
