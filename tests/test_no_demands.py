"""What a section on conditions says besides: what is relaxed, excepted, defined, done later or kept back."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.conditions.conditions import Attribute, GroupKind
from corpus.conditions.credentials import standing_in
from corpus.conditions.exclusions import excluded
from corpus.conditions.lead_kinds import kind_of
from corpus.conditions.matters import names_matter
from corpus.conditions.relaxations import relaxations_in
from corpus.notice import Span
from corpus.rules.sentences import demands_in

NOTICE = """竹溪镇渔家民宿帮扶贷款办理须知
一、贷款对象
在本镇从事民宿经营的个人和合作社（含村办合作社）。借款人须为民宿的实际经营者。
二、贷款条件
1.年龄为20周岁以上、55周岁以下；接受过民宿管理培训的，年龄放宽至18周岁以上；
2.在本镇累计缴纳社会保险满3年。其中，残疾人、退役军人，缴纳年限放宽至1年；
3.应届毕业生指2031年毕业的人员。
三、有下列情形之一的，不得申请：
1.有未结清贷款的，但离婚后债务归对方的除外；
2.现役军人、在职公务员。
四、有下列情形之一的，应当自发生之日起15日内办理变更登记：
1.经营者变更的；
2.地址变更的。
五、有下列情形之一的，保证金不予退还：
1.提前退出的；
2.提供虚假材料的。
六、岗位
保洁3名，男女各1名。
"""


@pytest.fixture(scope="module")
def ask(asking):  # type: ignore[no-untyped-def]
    return asking(date(2031, 5, 2), inns=NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我30岁，是民宿的实际经营者，社保交了2年，退役军人，能贷吗？", "eligible"),
        ("我30岁，开民宿的，社保交了2年，能申请吗？", "not_eligible"),
        ("我19岁，接受过民宿管理培训，是民宿的实际经营者，社保交了4年，能申请吗？", "eligible"),
        ("40岁，社保五年，民宿的实际经营者，有未结清的贷款，不过离婚后债务归对方了，能申请吗？", "eligible"),
        ("40岁，社保五年，民宿的实际经营者，还有未结清的贷款，能申请吗？", "not_eligible"),
        ("40岁，社保五年，民宿的实际经营者，贷款都结清了，能申请吗？", "eligible"),
        ("我是在职公务员，30岁，社保5年，能不能申请？", "not_eligible"),
        ("30岁，社保5年，是民宿的实际经营者，地址变更了，能申请贷款吗？", "eligible"),
    ],
)
def test_relaxed_and_excepted(ask, question: str, verdict: str) -> None:  # type: ignore[no-untyped-def]
    assert ask(question).verdict == verdict


@pytest.mark.parametrize(
    "lead",
    [
        "有下列情形之一的，应当自发生之日起15日内办理变更登记：",
        "有下列情况之一的，须向原登记机关报告：",
        "有下列情形之一的，保证金不予退还：",
    ],
)
def test_what_has_to_be_done_or_is_kept_back_lists_no_conditions(lead: str) -> None:
    assert kind_of(lead) is None


def test_who_is_shut_out_is_listed_still() -> None:
    assert kind_of("有下列情形之一的，不予受理：") is GroupKind.NONE


def test_a_word_is_explained_without_a_stop() -> None:
    assert names_matter("应届毕业生指2031年毕业的人员")
    assert not names_matter("由社区指导员推荐的人员")


def test_men_and_women_alike_are_of_no_sex() -> None:
    assert not list(standing_in("取得救生员证,男女各4名"))
    assert [p.leaf.attribute for p in standing_in("男年满20周岁")] == [Attribute.SEX]


def test_what_comes_too_late_is_no_kind_of_people() -> None:
    assert excluded("更新的渔船应在下水后两年内申请,超过两年的不予受理") == ""


def test_how_long_something_has_to_have_lasted_is_relaxed_downwards() -> None:
    (waiver,) = relaxations_in(0, Span(0, 1), "其中,环卫行业的一线职工,缴纳年限放宽至1年")
    assert waiver.bound is not None
    assert (waiver.bound.attribute, waiver.bound.operator, waiver.bound.value) == (
        Attribute.INSURANCE,
        ">=",
        12,
    )


@pytest.mark.parametrize(
    "told",
    [
        "测绘专业在本校历史悠久，2018年入选一流本科专业建设点，所属学科多次获评优秀。",
        "本校是南方最早的本科院校之一，始建于1931年，设有研究生学院。",
        "有意向的初中毕业生家长可在云岭招生网查询到相关学校的介绍。",
    ],
)
def test_what_is_reported_of_a_school_is_demanded_of_nobody(make_notice, told: str) -> None:
    lines = [("heading", "招生条件", -1), ("paragraph", told, 0)]
    assert not list(demands_in(make_notice("云岭", "招生简章", lines), 1, in_conditions=True))
