"""Bounds that a sentence relaxes for some, and how far."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer_parts import Verdict
from bot.judging.eligibility import judge_groups
from bot.judging.judged import overall
from bot.person.person import read_person
from corpus.conditions.conditions import Waiver, leaves_of
from corpus.conditions.relaxations import loosened, relaxations_in, relaxes_only
from corpus.conditions.requirements import read_node
from corpus.notice import Notice, Span
from corpus.rules.rules import compile_groups
from corpus.tree.clauses import parse_clauses
from corpus.values.periods import fold

MAY = date(2026, 5, 6)


def relaxed(sentence: str) -> list[Waiver]:
    return relaxations_in(0, Span(0, 0), fold(sentence))


def whom(waiver: Waiver) -> list[str]:
    return [x.attribute.value for x in leaves_of(waiver.who)]


@pytest.mark.parametrize(
    ("sentence", "who", "bounds", "confined"),
    [
        ("连续从业满20年、年满48周岁的老员工，申报二级时从业年限可放宽3年", ["work", "age"], ["3年"], "二级"),
        ("退伍军人应聘A03岗位的，年龄放宽至32周岁，学历放宽至高中", ["open"], ["32岁", "2"], "A03"),
        ("博士、正高级职称的，年龄可放宽5岁", ["education", "title"], ["5岁"], ""),
        ("对海岛考生，学历可放宽一级", ["open"], ["1级"], ""),
        ("在册职工15人（含）以下的作坊，离职率放宽至不高于在册职工总数30%", ["measure"], ["30%"], ""),
        ("边远学校教师的年龄要求放宽到42周岁", ["open"], ["42岁"], ""),
        ("支边人员在支边期间可提前2年申报", ["open"], ["2年"], ""),
    ],
)
def test_for_whom_what_is_relaxed_and_how_far(
    sentence: str, who: list[str], bounds: list[str], confined: str
) -> None:
    found = relaxed(sentence)
    assert relaxes_only(fold(sentence))
    assert whom(found[0]) == who
    assert [f"{w.bound.value}{w.bound.unit}" if w.bound else f"{w.amount}{w.unit}" for w in found] == bounds
    assert found[0].confined == confined


@pytest.mark.parametrize(
    "sentence",
    ["年龄不超过35周岁，博士可放宽至40周岁", "年龄不超过35周岁，取得高级职称的可放宽至45周岁"],
)
def test_a_sentence_that_demands_before_it_relaxes_is_a_demand_still(sentence: str) -> None:
    assert relaxed(sentence)
    assert not relaxes_only(fold(sentence))


@pytest.mark.parametrize(
    "sentence", ["补贴标准提高到每人2000元", "报名时间延长至6月30日", "申请人须年满18周岁"]
)
def test_what_is_not_relaxed_for_somebody(sentence: str) -> None:
    assert relaxed(sentence) == []


@pytest.mark.parametrize(
    ("demand", "sentence", "value"),
    [
        ("年龄不超过30周岁", "退伍军人年龄放宽至33周岁", 33),
        ("年满24周岁", "退伍军人年龄放宽2岁", 22),
        ("从事本职业工作满6年", "退伍军人工作年限放宽1年", 60),
        ("本科及以上学历", "退伍军人学历可放宽一级", 4),
        ("身高170厘米以上", "退伍军人年龄放宽2岁", None),
        ("年龄不超过30周岁", "退伍军人年龄放宽至28周岁", None),
    ],
)
def test_a_bound_moves_to_the_looser_side_alone(demand: str, sentence: str, value: int | None) -> None:
    (leaf,) = leaves_of(read_node(demand))
    (waiver,) = relaxed(sentence.replace("军人", "军人，"))
    loose = loosened(leaf, waiver)
    assert (None if loose is None else int(loose.value or 0)) == value


POST = """一、应聘条件
应聘人员须同时具备以下条件：
1、年龄不超过30周岁；
2、具有本科及以上学历。
二、可以放宽的情形
曾任乡村教师的，年龄放宽至36周岁，学历放宽至大专。
在册员工20人以下的企业推荐的，年龄可再放宽1岁。
"""


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("29岁，本科", "eligible"),
        ("34岁，大专，曾任乡村教师", "eligible"),
        ("34岁，大专", "not_eligible"),
        ("37岁，本科，曾任乡村教师", "not_eligible"),
    ],
)
def test_who_is_not_spoken_of_keeps_to_the_usual_bound(said: str, verdict: str) -> None:
    notice = Notice("n", "", "", POST, parse_clauses(POST), "n.txt")
    groups = judge_groups(notice, read_person(said, "", MAY, MAY), "")
    assert overall(groups) is Verdict(verdict)


def test_the_sentence_that_relaxes_is_told() -> None:
    notice = Notice("n", "", "", POST, parse_clauses(POST), "n.txt")
    groups = judge_groups(notice, read_person("34岁，本科，曾任乡村教师", "", MAY, MAY), "")
    waived = [i.waived for g in groups for i in g.items if i.waived is not None]
    assert [notice.quote(w.span)[:12] for w in waived] == ["曾任乡村教师的，年龄放宽"]


def test_a_sentence_that_only_relaxes_demands_nothing() -> None:
    notice = Notice("n", "", "", POST, parse_clauses(POST), "n.txt")
    (group,) = compile_groups(notice)
    assert len(group.requirements) == 2


def test_a_measure_that_nobody_gave_may_yet_relax_a_bound() -> None:
    text = (
        "一、申报条件\n申报企业须同时具备以下条件：\n1、离职率不高于5%；\n2、成立满1年。\n"
        "二、说明\n职工25人以下的企业，离职率放宽至15%。\n"
    ).replace("\\\n", "\n")
    notice = Notice("n", "", "", text, parse_clauses(text), "n.txt")
    for said, verdict in (("离职率9%，成立3年", "needs_info"), ("离职率9%，成立3年，职工12人", "eligible")):
        groups = judge_groups(notice, read_person(said, "", MAY, MAY), "")
        assert overall(groups) is Verdict(verdict), said


LENT = """杏坞镇借船公告

一、保人条件
担任保人的须具备以下条件：
1、年龄25周岁以上、58周岁以下；借船人父母担任保人的，不受58周岁年龄限制。
2、在本镇有住处。
"""


@pytest.mark.parametrize(("asked", "barred"), [("我爸61岁能当保人吗", False), ("我舅舅61岁能当保人吗", True)])
def test_a_limit_is_lifted_for_the_relative_that_acts(asking, asked: str, barred: bool) -> None:
    assert (asking(MAY, boat=LENT)(asked).verdict is Verdict.NOT_ELIGIBLE) is barred
