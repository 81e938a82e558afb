"""The windows of a notice as a calendar file (RFC 5545): an event for each end of a window, each single day.

Each event quotes the clause that says so. What has no day of the calendar (每月前5个工作日) is no event: it
is told apart, and nothing is made up for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from corpus.moments import AnchorKind, Bound
from corpus.notice import Notice
from corpus.symbols import moments_of
from corpus.windows import Window, windows_of

__all__ = ["CalendarFile", "calendar_of"]

_CHINA = ZoneInfo("Asia/Shanghai")
_AHEAD = timedelta(days=3)  # how long before an end a reminder sounds
_MOST_WORDS = 40
_NOT_COUNTED = frozenset({AnchorKind.EACH_DAY, AnchorKind.DAY})


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """The file as text with CRLF ends of line, how many events it has, and the words that gave none."""

    text: str
    events: int
    undated: tuple[str, ...]


def calendar_of(notice: Notice) -> CalendarFile:
    """The calendar of a notice; the same notice gives the same file."""
    calendar = Calendar()
    calendar.add("prodid", "-//Wenze//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", notice.title)
    windows = [w for w in windows_of(notice) if w.closes is not None]
    for window in windows:
        calendar.add_component(_event(notice, window))
    return CalendarFile(calendar.to_ical().decode(), len(windows), _undated(notice))


def _event(notice: Notice, window: Window) -> Event:
    assert window.closes is not None
    clause = notice.clauses[window.clause]
    event = Event()
    event.add("uid", f"{notice.notice_id}-{clause.locator}-{window.closes.isoformat()}@wenze")
    event.add("dtstamp", _stamp(notice))
    _add_time(event, window.closes, window.closes_at)
    event.add("summary", _summary(window))
    event.add("description", f"《{notice.title}》{clause.locator}：“{notice.clause_text(window.clause)}”")
    if notice.official_url:
        event.add("url", notice.official_url)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _summary(window))
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
