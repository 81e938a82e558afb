"""Deadlines as a calendar file that other programs read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from bot.service.calendar_file import NothingEnds, calendar_of
from corpus.notice import Notice
from corpus.reading import read_file

TEXT = """2025年社区陶艺班报名通知
一、报名
（一）网上报名：2025年4月14日9:00至4月25日17:00。
（二）现场确认：4月28日至5月9日。
二、审核
自受理之日起5个工作日内审核完毕。
三、开课
开课时间：2025年6月1日。
"""


@pytest.fixture
def notice(tmp_path: Path) -> Notice:
    path = tmp_path / "pottery.txt"
    path.write_text(TEXT, "utf-8")
    return read_file(path)[0]


def test_each_end_and_each_day_is_an_event(notice: Notice) -> None:
    made = calendar_of(notice)
    events = Calendar.from_ical(made.text).walk("VEVENT")
    starts = [e.decoded("dtstart") for e in events]
    assert made.events == len(starts) == 3
    assert isinstance(starts[0], datetime)
    assert starts[0].strftime("%Y-%m-%d %H:%M") == "2025-04-25 17:00"
    assert starts[0].utcoffset() is not None
    assert starts[1:] == [date(2025, 5, 9), date(2025, 6, 1)]


def test_an_event_says_what_ends_and_quotes_the_clause(notice: Notice) -> None:
    first = Calendar.from_ical(calendar_of(notice).text).walk("VEVENT")[0]
    assert "网上报名" in str(first["summary"])
    assert "一/（一）" in str(first["description"])
    assert "4月25日17:00" in str(first["description"])
    assert first.walk("VALARM")


def test_what_is_no_day_of_the_calendar_is_told_and_not_made_up(notice: Notice) -> None:
    (undated,) = calendar_of(notice).undated
    assert "5个工作日" in undated


def test_the_same_notice_gives_the_same_file(notice: Notice) -> None:
    text = calendar_of(notice).text
    assert text == calendar_of(notice).text
    assert len({str(e["uid"]) for e in Calendar.from_ical(text).walk("VEVENT")}) == 3
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_one_day_alone_is_one_event(notice: Notice) -> None:
    made = calendar_of(notice, date(2025, 5, 9))
    (event,) = Calendar.from_ical(made.text).walk("VEVENT")
    assert event.decoded("dtstart") == date(2025, 5, 9)
    assert "现场确认" in str(event["summary"])


def test_a_day_on_which_nothing_ends_is_said_with_those_that_there_are(notice: Notice) -> None:
    with pytest.raises(NothingEnds, match="2025-04-25、2025-05-09"):
        calendar_of(notice, date(2025, 5, 8))


def test_the_end_of_validity_is_an_event(notice: Notice) -> None:
    valid = replace(notice, valid_until=date(2025, 12, 31))
    (event,) = Calendar.from_ical(calendar_of(valid, date(2025, 12, 31)).text).walk("VEVENT")
    assert "有效期截止" in str(event["summary"])
