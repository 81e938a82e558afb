"""How long a certificate has been held bounds the work done since."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.answer_parts import ConditionState
from bot.judging.judged import overall
from bot.person.person import Person, read_person
from bot.person.since_papers import certificate_held, worked_since
from bot.speech.interval import Interval

DAY = date(2025, 4, 10)
MET, UNMET, UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN
KITES = (
    "累计从事本职业工作满10年。",
    "取得四级证书后，累计从事本职业工作满4年。",
    "取得四级证书，并取得大专及以上毕业证书。",
)
NURSES = ("取得初级工职业资格证书后，累计从事养老护理工作满3年。", "从事养老护理工作满8年。")
POTS = ("三级/高级工证书满2年的陶艺班学员。", "累计从事陶艺工作满12年。")


def told(text: str) -> Person:
    return read_person(text, "望舒", DAY, DAY)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("5级证拿了2年半，干了4年半", Decimal(30)),
        ("有四级证4年整", Decimal(48)),
        ("四级证到手两年了", Decimal(24)),
        ("有四级证，拿到三年了", Decimal(36)),
        ("中级工证有了，考下来快满两年", None),
        ("我是本科，考了两年", None),
        ("五级证3年半前拿的", Decimal(42)),
        ("五级证3年半前到期", None),
        ("中级工证书考出来已经3年", Decimal(36)),
        ("三级证拿了刚2年", Decimal(24)),
        ("资格证书领了快满5年", None),
        ("四级证3年内有效", None),
        ("居住证办了3年", None),
        ("毕业证书拿了3年", None),
    ],
)
def test_how_long_a_certificate_has_been_held(text, months):
    held = certificate_held(text)
    if months is None:
        assert held is None or not held.exact
    else:
        assert held == Interval.exactly(months)


def test_work_since_is_no_longer_than_the_paper_is_held_nor_than_all_work():
    three, nine = Interval.exactly(36), Interval.exactly(108)
    assert worked_since(three, nine, "干了9年") == three
    assert worked_since(nine, three, "干了3年") == three
    assert worked_since(three, None, "一直在做") == three
    assert worked_since(three, None, "") == Interval(Decimal(0), Decimal(36))
    assert worked_since(three, nine, "中间转行了").low == 0


@pytest.mark.parametrize(
    ("items", "said", "states"),
    [
        (KITES, "有四级证4年整，一直在做风筝", (UNKNOWN, MET, UNKNOWN)),
        (KITES, "有四级证3年，总共干了9年", (UNMET, UNMET, UNKNOWN)),
        (KITES, "四级证拿了5年", (UNKNOWN, UNKNOWN, UNKNOWN)),
        (KITES, "四级证书拿到手快满两年，干了3年", (UNMET, UNMET, UNKNOWN)),
        (NURSES, "五级证拿了2年半，干了4年半", (UNMET, UNMET)),
        (NURSES, "初级工证书考出来4年了，一直干护理", (MET, UNKNOWN)),
        (NURSES, "有五级证3年，总共干了5年护理", (MET, UNMET)),
        (POTS, "高级工证书拿了2年", (MET, UNKNOWN)),
        (POTS, "三级证拿了1年", (UNMET, UNKNOWN)),
    ],
)
def test_the_time_held_decides_what_is_counted_from_the_paper(make_notice, items, said, states):
    from bot.judging.eligibility import judge_groups

    lead = "具备以下条件之一者，可申报："
    lines = [("heading", "一、申请条件", -1), ("heading", lead, 0), *(("item", i, 1) for i in items)]
    (group,) = judge_groups(make_notice("n", "通知", lines), told(said), "")
    assert tuple(i.state for i in group.items) == states
    assert overall([group]) is not None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("我有四级证，2021年3月拿的，拿证后一直在做木雕", 47, 50),
        ("我有四级证，2021年3月拿的", 0, 50),
        ("四级证2021年3月考的，做了2年木雕", 24, 24),
    ],
)
def test_work_since_a_paper_whose_day_stands_apart(text, low, high):
    since = told(text).after["certificate"]
    assert low <= since.low <= since.high <= high


def test_who_has_worked_ever_since_school_has_worked_as_long():
    assert told("大专毕业刚好3年，一直在做木雕").work == Interval.exactly(36)
    assert told("大专毕业刚好3年，一直在家待业").work is None


def test_lengths_of_work_after_a_paper_add_up():
    after = told("四级证书拿了之后在一家作坊做了2年，又换作坊做了2年").after["certificate"]
    assert after == Interval.exactly(48)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("四级证考出来又干了3年10个月，前后共做了7年", 46),
        ("四级证有的，证到手之后干了四年整", 48),
        ("毕业证拿到后干了三年", None),
    ],
)
def test_work_told_right_behind_the_taking_is_since_it(text, months):
    after = told(text).after.get("certificate")
    assert after == (None if months is None else Interval.exactly(months))
