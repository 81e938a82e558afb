"""Time that does not count as work, and a day on which everything hangs."""

from __future__ import annotations

from datetime import date

import pytest

from bot.judging.eligibility import judge_groups
from bot.person.person import read_person
from bot.person.time_off import always_off, time_off_in
from bot.speech.interval import Interval
from bot.verdict.verdicts import reader
from corpus.conditions.deductions import deductions_of
from corpus.notice import Notice
from corpus.tree.clauses import parse_clauses

APRIL = date(2025, 4, 10)


def worked(text: str) -> Interval | None:
    return read_person(text, "", APRIL, APRIL).work


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("干了8年，中间歇了一年", 84, 84),
        ("本科毕业2019年4月到现在，中间有两年去做行政了", 71, 73),
        ("2015年4月工作到现在，期间做过一年文员", 119, 121),
        ("干了8年，其中2年读全日制研究生", 72, 72),
        ("工作七年，其中脱产学习一年", 72, 72),
        ("工作10年，中间待岗半年", 114, 114),
        ("干了6年，期间读了两年大学", 48, 48),
        ("干了6年，中间病假三个月，中间失业五个月", 64, 64),
        # study in service, and study before work had begun, take nothing off
        ("干了8年，其中3年读在职研究生", 96, 96),
        ("干了8年，其中两年在读非全日制硕士", 96, 96),
        ("读了四年大学，工作三年", 36, 36),
        ("全日制本科毕业五年，工作五年", 60, 60),
        # practice counts where no notice says otherwise
        ("干了5年，其中实习一年", 60, 60),
    ],
)
def test_time_without_work_is_taken_off(text, low, high):
    have = worked(text)
    assert have is not None
    assert (have.low, have.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("本科5年，但中间休长病假1年，实际4年", 48),
        ("工作6年，扣掉产假半年实际5年半", 66),
        ("干了8年，净工作6年", 72),
        ("工龄十年，扣除后还剩7年", 84),
        ("本科5年，中间休长病假1年", 48),
    ],
)
def test_what_somebody_says_is_left_counts(text, months):
    assert worked(text) == Interval.exactly(months)


def test_study_from_day_to_day_is_taken_off_work_that_had_begun():
    plain = worked("2012年7月1日参加工作")
    less = worked("2012年7月1日参加工作，2015年9月到2018年6月读全日制硕士")
    assert plain is not None
    assert less is not None
    assert plain.low - 34 <= less.low
    assert less.high <= plain.high - 32
    before = worked("2008年9月到2012年6月读全日制本科，2012年7月1日参加工作")
    assert before == plain
    in_service = worked("2012年7月1日参加工作，2015年9月到2018年6月读在职硕士")
    assert in_service == plain


COUNTED = """匠人评定须知

一、申报条件

申报人须从事本行业工作满5年。

二、计算办法

{rule}
"""


def notice(rule: str) -> Notice:
    text = COUNTED.format(rule=rule)
    return Notice("n", "匠人评定须知", "", text, parse_clauses(text), "n.txt")


def state(rule: str, told: str, day: date = APRIL) -> tuple[str, str]:
    source = notice(rule)
    (group,) = judge_groups(source, reader(source, day)(told), "")
    (leaf,) = group.items[0].leaves
    return leaf.state, leaf.why


PRACTICE = "实习、兼职的时间不计入工作年限。"
STUDY = "全日制学习的时间应予扣除，不算工作年限。"


@pytest.mark.parametrize(
    ("rule", "told", "expected"),
    [
        ("计算到申报当日。", "干了5年，其中实习一年", "met"),
        (PRACTICE, "干了5年，其中实习一年", "unmet"),
        (PRACTICE, "干了6年，其中实习一年", "met"),
        (PRACTICE, "干了6年，其中兼职两年", "unmet"),
        (STUDY, "干了5年，其中实习一年", "met"),
        (STUDY, "干了6年，其中脱产读研两年", "unmet"),
        (STUDY, "干了6年，其中读在职研究生两年", "met"),
    ],
)
def test_what_the_notice_does_not_count_is_taken_off(rule, told, expected):
    assert state(rule, told)[0] == expected


def test_the_time_taken_off_is_told():
    assert "已扣除实习一年" in state(PRACTICE, "干了5年，其中实习一年")[1].replace("1年", "一年")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (PRACTICE, 1),
        (STUDY, 1),
        ("待岗、长病假期间须相应扣除，不作为任职时间。", 1),
        ("逾期不计入本年度名额。", 0),
        ("补贴从培训学习之日起计算。", 0),
    ],
)
def test_sentences_that_say_what_does_not_count(text, count):
    found = deductions_of(notice(text))
    assert len(found) == count
    assert all(d.words in notice(text).text for d in found)


BEGUN = "2020年4月11日参加工作"


@pytest.mark.parametrize(
    ("day", "expected", "open_"),
    [
        (date(2025, 4, 9), "unmet", False),
        (date(2025, 4, 10), "met", True),  # five years with both end days, a day less without one
        (date(2025, 4, 11), "met", False),
    ],
)
def test_both_ends_are_told_where_the_notice_leaves_them_open(day, expected, open_):
    found, why = state("工作年限算到申报当日。", BEGUN, day)
    assert (found, "差一天" in why) == (expected, open_)


def test_nothing_is_open_where_the_notice_says_whether_the_day_counts():
    assert "差一天" not in state("工作年限算到申报之日（含当日）。", BEGUN, date(2025, 4, 10))[1]


WAITING = """匠人评定须知

一、申报条件

申报人须具有大专以上学历。在职学历取得后满{years}年方可按该学历申报。

二、计算办法

年限计算到2025年4月10日。
"""


@pytest.mark.parametrize(
    ("years", "told", "met"),
    [
        ("一", "2024年3月取得在职大专", True),
        ("二", "2024年3月取得在职大专", False),
        ("二", "2022年3月取得在职大专", True),
        ("3", "2022年5月取得在职大专", False),
        ("3", "2024年3月大专毕业", True),
        ("两", "2023年5月取得在职大专", False),
        ("两", "2023年3月取得在职大专", True),
    ],
)
def test_a_degree_taken_in_service_counts_after_as_many_years_as_the_notice_says(years, told, met):
    text = WAITING.format(years=years)
    source = Notice("n", "匠人评定须知", "", text, parse_clauses(text), "n.txt")
    groups = judge_groups(source, reader(source, APRIL)(told), "")
    states = [j.state for g in groups for i in g.items for j in i.leaves if j.leaf.attribute == "education"]
    assert ("met" in states[:1]) == met


@pytest.mark.parametrize("said", ["行政岗干了10年", "后勤工作做了10年"])
def test_all_of_a_length_of_work_may_have_been_in_another_post(said):
    (off,) = time_off_in(said, [])
    assert (off.much.low, off.much.high) == (120, 120)
    assert not always_off(off)


def test_a_stay_at_a_sanatorium_is_no_leave():
    assert time_off_in("干了六年能疗休养吗", []) == []
