"""The windows of a notice, and whether the one asked about is open."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer_parts import TimingState
from bot.planning.openings import opening_asked
from bot.speech.time_asked import asking_part, asks_whether_open, told_beside
from corpus.notice import Notice
from corpus.tree.clauses import parse_clauses
from corpus.values.facts import extract_facts
from corpus.values.windows import windows_of

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


@pytest.mark.parametrize(
    "line",
    [
        "现场确认周末及5月1日至5日不办理。",
        "2024年7月1日以后首次到本市就业的人员可以申请。",
        "2024年10月31日以前签订合同的，按原办法办理。",
        "截至2025年3月31日，持居住证满1年。",
        "凡2018年9月1日至2019年8月31日（含首尾两日）出生的儿童。",
    ],
)
def test_days_that_tell_of_people_or_of_a_closed_counter_are_no_window(line: str) -> None:
    assert windows_of(read(f"2025年陶艺班报名通知\n一、说明\n{line}\n")) == ()


def test_a_day_after_which_nothing_is_taken_ends_a_window() -> None:
    (window,) = windows_of(read("2025年陶艺班报名通知\n一、补报\n3月31日之后不再办理补报。\n"))
    assert (window.opens, window.closes) == (None, date(2025, 3, 31))


def test_the_column_of_a_table_says_what_a_day_is() -> None:
    table = "| 期次 | 申请截止 | 抽签日 |\n| --- | --- | --- |\n| 第1期 | 2月8日 | 2月26日 |\n"
    found = windows_of(read(f"2025年陶艺班报名通知\n一、安排\n{table}"))
    assert [(w.name, w.opens, w.closes) for w in found] == [
        ("第1期 申请截止", None, date(2025, 2, 8)),
        ("第1期 抽签日", date(2025, 2, 26), date(2025, 2, 26)),
    ]


def test_days_of_last_year_close_nothing_this_year() -> None:
    shown = "一、报名\n请于2025年4月20日前完成网上报名。\n二、页面示例\n申报截止日期：2024年4月30日\n"
    opening = opening_asked("什么时候截止报名", {"截止": 4.0, "报名": 4.0}, read(shown), date(2025, 4, 1))
    assert opening is not None
    assert opening.window.closes == date(2025, 4, 20)


def test_what_a_year_is_applied_for_may_open_before_it() -> None:
    early = "一、报名\n网上报名：2024年10月9日至10月20日。\n二、考试\n2025年1月5日考试。\n"
    opening = opening_asked("什么时候报名", {"报名": 4.0}, read(early), date(2024, 10, 1))
    assert opening is not None
    assert opening.window.closes == date(2024, 10, 20)


def test_a_step_that_gives_its_days_is_named_by_its_own_word() -> None:
    text = """2025年陶艺班报名通知
一、办理程序
1. 申请。2025年4月8日至5月16日（工作日），学员向前台提出。
2. 初审。前台10个工作日内完成。
"""
    (window,) = windows_of(read(text))
    assert window.name == "申请"
    assert "申请" in window.about


def test_a_day_that_opens_a_sentence_amid_others_is_named_by_what_follows() -> None:
    text = "2025年陶艺班报名通知\n一、选拔\n获区级奖项的，免面谈。8月25日前寄发入班通知书。\n"
    (window,) = windows_of(read(text))
    assert window.name == "寄发入班通知书"
