"""How long somebody says they have worked, from when, and since which paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.work_history import day_in, work_of

APRIL = date(2025, 4, 10)
YEAR_END = date(2025, 12, 31)


def worked(text: str, reckoned: date = APRIL) -> Decimal | None:
    return work_of(text, APRIL, reckoned)[0]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("我工作了5年", 60),
        ("从事本职业三年", 36),
        ("干了3年11个月", 47),
        ("做了两年半", 30),
        ("有十年工作经验", 120),
        ("上班18个月", 18),
        ("干了半年", 6),
        ("工作1.5年", 18),
        ("没上过班", 0),
        ("我没工作过", 0),
    ],
)
def test_spans_of_work(text, months):
    assert worked(text) == months


@pytest.mark.parametrize(
    "text",
    ["", "考试几点开始", "社保交了5年", "我今年25岁", "毕业3年", "要满5年才能报吗", "租期3年", "本科"],
)
def test_what_is_no_work(text):
    assert worked(text) is None


@pytest.mark.parametrize(
    ("text", "reckoned", "months"),
    [
        ("2020年7月参加工作", YEAR_END, 66),
        ("2020年7月参加工作", date(2025, 12, 27), 65),
        ("2024年12月入职", date(2025, 12, 31), 13),
        ("2026年3月入职", APRIL, 0),
    ],
)
def test_work_from_a_month_on_counts_up_to_the_day_of_reckoning(text, reckoned, months):
    assert worked(text, reckoned) == months


def test_separate_years_are_added_up_and_else_the_longest_counts():
    assert worked("2015年到2018年做了3年，2020年到2024年又干了4年") == 84
    assert worked("做开发5年，在这家公司干了2年") == 60


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
    assert after == {anchor: months}
    assert total is None or total >= months


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020年7月", date(2020, 7, 1)),
        ("98年3月", date(1998, 3, 1)),
        ("18年", date(2018, 7, 1)),
        ("去年9月", date(2024, 9, 1)),
        ("前年", date(2023, 7, 1)),
        ("3个月前", date(2025, 1, 1)),
        ("5个月前", date(2024, 11, 1)),
        ("2020年13月", date(2020, 12, 1)),
        ("以后", None),
    ],
)
def test_a_month_said_in_words(text, day):
    assert day_in(text, APRIL) == day
