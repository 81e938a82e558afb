"""The earliest day on which conditions are met: met on it, and not on the day before."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer_parts import Verdict
from bot.judging.eligibility import Judge, judge_groups
from bot.judging.judged import overall
from bot.person.person import Person, read_person
from bot.verdict.earliest import earliest_day, later
from corpus.notice import Notice
from corpus.tree.clauses import parse_clauses

TODAY = date(2025, 4, 10)
ALL_OF = "一、申请条件\n申请人应当同时具备以下条件：\n"
ANY_OF = "一、申请条件\n具备以下条件之一的，可以申请：\n"


def read(text: str) -> Notice:
    return Notice("n", "", "", text, parse_clauses(text), "n.txt")


def told(said: str) -> Person:
    return read_person(said, "", TODAY, TODAY)


def verdict_on(notice: Notice, person: Person, day: date) -> Verdict:
    groups = [g.group for g in judge_groups(notice, person, "")]
    judge = Judge(notice, later(person, day), groups)
    return overall([judge.group(g) for g in groups])


@pytest.mark.parametrize(
    ("text", "said", "day"),
    [
        (f"{ALL_OF}1、年满18周岁；\n", "2008年6月2日出生", date(2026, 6, 2)),
        (f"{ALL_OF}1、从事本工作满5年；\n", "干了4年", date(2026, 4, 10)),
        (f"{ALL_OF}1、缴纳社会保险满12个月；\n", "社保交了10个月", date(2025, 6, 10)),
        (f"{ALL_OF}1、年满18周岁；\n2、从事本工作满5年；\n", "2008年6月2日出生，干了4年", date(2026, 6, 2)),
        (
            f"{ANY_OF}1、从事本工作满9年；\n2、缴纳社会保险满12个月；\n",
            "干了4年，社保交了10个月",
            date(2025, 6, 10),
        ),
    ],
)
def test_the_day_on_which_the_last_condition_is_met(text: str, said: str, day: date) -> None:
    notice, person = read(text), told(said)
    found = earliest_day(notice, person, judge_groups(notice, person, ""))
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{ALL_OF}1、年满18周岁，不满17周岁；\n", "2012年6月2日出生"),  # too old by then
        (f"{ALL_OF}1、年龄不超过35周岁；\n", "1980年6月2日出生"),
        (f"{ALL_OF}1、具有本科以上学历；\n2、从事本工作满5年；\n", "大专毕业，干了4年"),
        (f"{ALL_OF}1、缴纳社会保险满12个月；\n", "没交过社保"),
        (f"{ALL_OF}1、从事本工作满3年；\n", "干了4年"),  # met already
    ],
)
def test_no_day_where_waiting_does_not_help(text: str, said: str) -> None:
    notice, person = read(text), told(said)
    assert earliest_day(notice, person, judge_groups(notice, person, "")) is None


BORN = st.dates(date(2000, 1, 1), date(2015, 12, 31))


@settings(max_examples=60, deadline=None)
@given(BORN, st.integers(1, 9), st.integers(1, 30), st.integers(16, 30), st.integers(2, 12), st.booleans())
def test_met_on_that_day_and_not_on_the_day_before(
    born: date, worked: int, insured: int, age: int, years: int, either: bool
) -> None:
    lead = ANY_OF if either else ALL_OF
    notice = read(
        f"{lead}1、年满{age}周岁；\n2、从事本工作满{years}年；\n3、缴纳社会保险满{years * 3}个月；\n"
    )
    person = told(f"{born.year}年{born.month}月{born.day}日出生，干了{worked}年，社保交了{insured}个月")
    found = earliest_day(notice, person, judge_groups(notice, person, ""))
    now = verdict_on(notice, person, TODAY)
    assert (found is None) is (now is Verdict.ELIGIBLE)
    if found is not None:
        assert verdict_on(notice, person, found.day) is Verdict.ELIGIBLE
        assert verdict_on(notice, person, found.day - timedelta(days=1)) is Verdict.NOT_ELIGIBLE
