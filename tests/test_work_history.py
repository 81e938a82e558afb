"""How long somebody says they have worked, from when, and since which paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.person.work_history import work_of
from bot.speech.interval import Interval

APRIL = date(2025, 4, 10)
YEAR_END = date(2025, 12, 31)


def worked(text: str, reckoned: date = APRIL) -> Interval | None:
    return work_of(text, APRIL, reckoned)[0]


def exactly(months: float) -> Interval:
    return Interval.exactly(Decimal(str(months)))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("我工作了5年", 60),
        ("从事本职业三年", 36),
        ("干了3年11个月", 47),
        ("我敲代码敲了五年", 60),
        ("画图画了有三年", 36),
        ("我来了八个月", 8),
        ("做了两年半", 30),
        ("有十年工作经验", 120),
        ("上班18个月", 18),
        ("干了半年", 6),
        ("工作1.5年", 18),
        ("没上过班", 0),
        ("我没工作过", 0),
        ("来望舒中心8个月", 8),
        ("前后两段：第一段2年，隔了几年又做了3年", 60),
        ("务工人员，兰州七年", 84),
    ],
)
def test_spans_of_work(text, months):
    assert worked(text) == exactly(months)


@pytest.mark.parametrize(
    ("text", "months"),
    [("本科计算机10年", 120), ("硕士3年", 36), ("大专机械6年，能评吗", 72), ("计算机本科8年", 96)],
)
def test_years_told_with_a_degree_are_years_of_work_with_it(text, months):
    assert worked(text) == exactly(months)


@pytest.mark.parametrize("text", ["我本科读了5年", "本科学制4年", "硕士2年在读", "专科3年制", "本科毕业10年"])
def test_years_of_study_are_no_work(text):
    assert worked(text) is None


@pytest.mark.parametrize(
    "text",
    ["", "考试几点开始", "社保交了5年", "我今年25岁", "毕业3年", "要满5年才能报吗", "租期3年", "本科"],
)
def test_what_is_no_work(text):
    assert worked(text) is None


@pytest.mark.parametrize(
    ("text", "reckoned", "low", "high"),
    [
        ("2020年7月1日参加工作", YEAR_END, 66, 66),
        ("2020年7月参加工作", YEAR_END, 65, 66),  # begun on any day of July
        ("2020年7月1日参加工作", date(2025, 12, 27), 65, 66),
        ("2024年12月1日入职", date(2025, 12, 31), 13, 13),
        ("2024年2月29日入职", date(2025, 2, 27), 12, 12),
        ("2026年3月入职", APRIL, 0, 0),
        ("2015年毕业后一直做测试", YEAR_END, 125, 127),  # schools let out in June and July
        ("2018年3月1日入职，2021年2月28日离职", APRIL, 36, 36),
        ("2015年1月1日到2017年12月31日做开发", APRIL, 36, 36),
    ],
)
def test_work_from_a_day_on_counts_up_to_the_day_of_reckoning(text, reckoned, low, high):
    found = worked(text, reckoned)
    assert (found.low, found.high) == (low, high)


def test_separate_years_are_added_up_and_else_the_longest_counts():
    assert worked("2015年到2018年做了3年，2020年到2024年又干了4年") == exactly(84)
    assert worked("做开发5年，在这家公司干了2年") == exactly(60)
    assert worked("2015年到2017年干过两年测绘，改行后2021年到2024年又干了三年") == exactly(60)
    assert worked("2015年到2017年干测绘").high <= 36


@pytest.mark.parametrize(
    ("text", "anchor", "months"),
    [
        ("取证后工作了2年", "certificate", 24),
        ("拿到五级证后干了23个月", "certificate", 23),
        ("评上职称后工作三年", "title", 36),
        ("两年前评上助理工程师", "title", 24),
    ],
)
def test_years_since_a_paper(text, anchor, months):
    total, after = work_of(text, APRIL, APRIL)
    assert after == {anchor: exactly(months)}
    assert total is None or total.low >= months


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("本科英语专业，没从事过相关工作", 0),
        ("大专毕业，没干过", 0),
        ("没有相关经验", 0),
        ("从未从事过本职业", 0),
        ("做了三年出纳，会计没干过", 36),
        ("干了三年财务，没有管理经验", 36),
    ],
)
def test_work_that_was_never_done_is_told_too(said, months):
    work = worked(said)
    assert work is not None
    assert (work.low, work.high) == (months, months)


def test_years_at_the_front_end_are_no_years_ago():
    assert worked("干了6年前端") == exactly(72)
    assert worked("6年前入行") != exactly(72)
