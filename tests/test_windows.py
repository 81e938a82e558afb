"""The windows of a notice, and whether the one asked about is open."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer import TimingState
from bot.openings import opening_asked
from bot.time_asked import asking_part, asks_whether_open, told_beside
from corpus.clauses import parse_clauses
from corpus.facts import extract_facts
from corpus.notice import Notice
from corpus.windows import windows_of

TEXT = """2025年陶艺班报名通知
一、报名
（一）网上报名：2025年4月14日9:00至4月25日17:00。
（二）现场确认：4月28日至5月9日，每日上午9:00至下午16:00。
（三）纸质材料寄送截止时间为5月16日。
二、条件
2007年4月14日以前出生。
三、开课
2025年6月1日开课。
"""


def read(text: str = TEXT) -> Notice:
    clauses = parse_clauses(text)
    return Notice("n", "2025年陶艺班报名通知", "", text, clauses, "n.txt", facts=extract_facts(text, clauses))


def test_windows_are_pairs_single_ends_and_days() -> None:
    found = [(w.opens, w.closes, w.closes_at, w.daily_until) for w in windows_of(read())]
    assert found == [
        (date(2025, 4, 14), date(2025, 4, 25), "17:00", ""),
        (date(2025, 4, 28), date(2025, 5, 9), "", "16:00"),
        (None, date(2025, 5, 16), "", ""),
        (date(2025, 6, 1), date(2025, 6, 1), "", ""),
    ]


@pytest.mark.parametrize(
    ("asked", "words", "day", "state", "closes"),
    [
        ("现在还能网上报名吗", ["网上"], date(2025, 4, 20), TimingState.OPEN, "2025-04-25"),
        ("现在还能网上报名吗", ["网上"], date(2025, 4, 26), TimingState.CLOSED, "2025-04-25"),
        ("网上报名现在开始了吗", ["网上"], date(2025, 4, 13), TimingState.UPCOMING, "2025-04-25"),
        ("现场确认还来得及吗", ["现场", "确认"], date(2025, 5, 9), TimingState.OPEN, "2025-05-09"),
        ("下午五点去现场确认可以吗", ["现场", "确认"], date(2025, 5, 8), TimingState.CLOSED, "2025-05-09"),
        ("下午三点半去现场确认可以吗", ["现场", "确认"], date(2025, 5, 8), TimingState.OPEN, "2025-05-09"),
        ("晚上八点网上报名还行吗", ["网上"], date(2025, 4, 25), TimingState.CLOSED, "2025-04-25"),
        ("纸质材料还能寄吗", ["纸质"], date(2025, 5, 10), TimingState.OPEN, "2025-05-16"),
    ],
)
def test_the_window_asked_about_decides(
    asked: str, words: list[str], day: date, state: TimingState, closes: str
) -> None:
    opening = opening_asked(asked, dict.fromkeys(words, 1.0), read(), day)
    assert opening is not None
    assert (opening.timing.state, opening.timing.closes_on) == (state, closes)


def test_no_window_is_taken_that_is_about_something_else() -> None:
    assert opening_asked("现在还能退款吗", {"退款": 1.0}, read(), date(2025, 4, 20)) is None


NOTICE = read()
_ORDER = [TimingState.UPCOMING, TimingState.OPEN, TimingState.CLOSED]


@settings(deadline=None)
@given(st.lists(st.dates(date(2025, 1, 1), date(2025, 12, 31)), min_size=2, max_size=6))
def test_a_window_opens_once_and_closes_once(days: list[date]) -> None:
    found = [opening_asked("现在还能网上报名吗", {"网上": 1.0}, NOTICE, d) for d in sorted(days)]
    states = [_ORDER.index(o.timing.state) for o in found if o is not None]
    assert states == sorted(states)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("现在还能报吗", True),
        ("晚上八点去可以吗", True),
        ("什么时候截止", False),
        ("现在要带什么", False),
        ("我能报名吗", False),
    ],
)
def test_which_questions_hang_on_the_day(text: str, asks: bool) -> None:
    assert asks_whether_open(text) is asks


def test_what_is_done_already_is_not_asked_about() -> None:
    assert asking_part("网上的我交了，纸质的还来得及寄吗") == "纸质的还来得及寄吗"
    assert told_beside("网上的我交了，纸质的还来得及寄吗") == ""
    assert told_beside("结果有点怪，还能申请复查吗") == "结果有点怪"
