"""A notice's window against the as-of day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.speech.timing import Deadline, deadlines, for_officials, timing_of
from corpus.values.facts import extract_facts


@pytest.fixture
def notice_of(make_notice):
    def notice_of(text: str, **more: object):
        notice = make_notice("n", "关于申报的通知", [("paragraph", text, -1)])
        return replace(notice, facts=extract_facts(notice.text, notice.clauses), **more)

    return notice_of


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("申报截止时间为2025年5月20日。", [date(2025, 5, 20)]),
        ("请于2025年5月20日前提交申请。", [date(2025, 5, 20)]),
        ("报名时间：2025年5月6日至2025年5月20日。", [date(2025, 5, 20)]),
        ("网上报名截至2025年5月20日24时止。", [date(2025, 5, 20)]),
        ("２０２５年５月２０日前完成缴费。", [date(2025, 5, 20)]),
        ("工作年限计算截止2025年12月31日。", []),
        ("2025年5月20日前出生的人员可以报名。", []),
        ("本办法自2025年5月20日起施行。", []),
        ("评审结果于2025年6月30日前公示。", []),
        ("报名时间为2025年2月30日前。", []),
    ],
)
def test_days_that_close_an_application(notice_of, text, days):
    assert [d.day for d in deadlines(notice_of(text))] == days


def test_a_day_without_a_year_takes_that_of_the_sentence_else_of_the_notice(notice_of):
    assert [d.day for d in deadlines(notice_of("2024年度申报于6月30日前提交。"))] == [date(2024, 6, 30)]
    own = notice_of("申报于6月30日前提交。", issued=date(2023, 5, 1))
    assert [d.day for d in deadlines(own)] == [date(2023, 6, 30)]
    assert deadlines(notice_of("申报于6月30日前提交。")) == []


def test_several_deadlines_come_in_reading_order(notice_of):
    text = "个人申报：2025年8月23日截止。单位推荐：2025年9月5日截止。"
    found = deadlines(notice_of(text))
    assert [d.day.month for d in found] == [8, 9]


def test_a_deadline_for_those_who_check_is_told_apart(notice_of):
    notice = notice_of("个人于2025年8月23日前申报。各市主管部门于2025年9月5日前完成推荐报送。")
    first, *rest = deadlines(notice)
    assert not for_officials(notice, first)
    assert all(for_officials(notice, d) for d in rest)
    assert rest


def deadline(notice, day: date) -> Deadline:
    return Deadline(day, notice.facts[0])


@pytest.mark.parametrize(
    ("as_of", "state", "words"),
    [
        (date(2025, 5, 19), "open", "还有1天"),
        (date(2025, 5, 20), "open", "最后一天"),
        (date(2025, 5, 21), "closed", "已过截止日期"),
        (date(2020, 1, 1), "open", "还有"),
    ],
)
def test_the_last_day_still_counts(notice_of, as_of, state, words):
    notice = notice_of("2025年5月20日前提交申请。")
    timing = timing_of(notice, as_of, deadline(notice, date(2025, 5, 20)))
    assert (timing.state, timing.closes_on, timing.as_of) == (state, "2025-05-20", as_of.isoformat())
    assert words in timing.note


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        (date(2025, 3, 9), "upcoming"),
        (date(2025, 3, 10), "open"),
        (date(2025, 5, 20), "open"),
        (date(2025, 5, 21), "closed"),
    ],
)
def test_without_a_deadline_the_validity_of_the_notice_counts(notice_of, as_of, state):
    notice = notice_of("无日期。", valid_from=date(2025, 3, 10), valid_until=date(2025, 5, 20))
    assert timing_of(notice, as_of).state == state


def test_a_notice_without_days_is_undated(notice_of):
    timing = timing_of(notice_of("随到随办。"), date(2025, 4, 10))
    assert (timing.state, timing.opens_on, timing.closes_on, timing.note) == ("undated", None, None, "")


def test_an_expired_notice_is_said_to_be_expired(talk):
    (answer,) = talk("助学金每学期多少钱本科", as_of=date(2026, 1, 1))
    assert answer.timing.state == "closed"
    assert "已过截止日期" in answer.text


@pytest.mark.parametrize(
    ("as_of", "verdict", "days"),
    [
        (date(2025, 5, 19), "eligible", "还有1天"),
        (date(2025, 5, 20), "eligible", "最后一天"),
        (date(2025, 5, 21), "not_eligible", "已经截止"),
    ],
)
def test_whether_one_can_still_apply(talk, as_of, verdict, days):
    (answer,) = talk("助学金现在还能申请吗", as_of=as_of)
    assert (answer.verdict, answer.intent) == (verdict, "deadline")
    assert days in answer.text
    assert "2025年5月20日" in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "2025年12月31日前注册的企业可以申报。",
        "2025年12月31日前在本区登记且依法纳税的企业，可以申请。",
        "2025年6月30日前成立的社会组织方可申报。",
    ],
)
def test_a_day_by_which_something_must_be_so_closes_no_application(notice_of, text):
    assert deadlines(notice_of(text)) == []
