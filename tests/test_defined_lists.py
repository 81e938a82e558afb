"""Lists that explain a demand or end what is given, and what stands beside lists and in their items."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.conditions.exclusions import excluded
from corpus.conditions.lead_kinds import kind_of

RELIEF = """停产渔工生活补助申领指南
申领条件
同时具备下列条件的渔工，可以领取生活补助：1.缴纳渔业保险满1年；2.非因本人意愿停产；3.有转产意愿。
有下列情形之一的，视为非因本人意愿停产：渔船报废的；被合作社解除合同的；渔港封闭的。本人主动停产的，不能领取。
停领情形
渔工在领取期间有下列情形之一的，停止领取：重新出海的；移居外县的。
"""

HOME = """渔家养老院入住须知
我院面向本县户籍老人开放。年满60周岁、自愿入住、无传染性疾病的老人均可申请。
哪些老人暂不接收：有暴力倾向的；处于传染病隔离期的。经治疗稳定半年以上的除外。
"""

LAB = """渔业技术项目申报须知
一、申报条件
（一）信誉
遵守法律法规，诚实守信，无失信记录。
（二）能力
1.普通话水平达到二级乙等以上，申请讲解项目的，应达到二级甲等以上；
2.有固定场所。
二、不予受理
（一）知识产权有争议的；（二）有逾期未验收项目的；（三）同一内容已获其他资金支持的。
三、各站接收条件
站点	接收专业	接收人数	接收条件
北港站	贝类养殖	3	年龄不超过40周岁
南港站	藻类养殖	2	年龄不超过35周岁
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("渔船报废了，渔业保险交了两年，有转产意愿，能领生活补助吗？", "eligible"),
        ("我主动停产的，渔业保险交了两年，能领生活补助吗？", "not_eligible"),
        ("渔港封闭停产了，渔业保险只交了8个月，能领吗？", "not_eligible"),
    ],
)
def test_what_counts_as_a_demand_meets_it(asking, question: str, verdict: str) -> None:  # type: ignore[no-untyped-def]
    assert asking(date(2031, 5, 2), relief=RELIEF)(question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我爸65岁，本县户口，自愿去，没有传染病，能入住吗？", "eligible"),
        ("我妈58岁，本县户口，自愿去，能入住吗？", "not_eligible"),
        ("我爸65岁，本县户口，有暴力倾向，能入住吗？", "not_eligible"),
    ],
)
def test_paragraphs_below_no_heading(asking, question: str, verdict: str) -> None:  # type: ignore[no-untyped-def]
    assert asking(date(2031, 5, 2), home=HOME)(question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("项目知识产权有争议，能申报吗？", "not_eligible"),
        ("我们有逾期未验收项目，能申报吗？", "not_eligible"),
        ("我有失信记录，能申报吗？", "not_eligible"),
        ("普通话二级乙等，想申请讲解项目，行吗？", "not_eligible"),
    ],
)
def test_each_case_and_each_matter_counts(asking, question: str, verdict: str) -> None:  # type: ignore[no-untyped-def]
    assert asking(date(2031, 5, 2), lab=LAB)(question).verdict == verdict


def test_what_a_row_is_for_is_not_demanded(asking) -> None:  # type: ignore[no-untyped-def]
    answer = asking(date(2031, 5, 2), lab=LAB)("38岁，能去南港站吗？")
    assert answer.verdict == "not_eligible"
    assert "专业" not in "".join(c.text for c in answer.conditions)


def test_the_end_of_what_is_given_is_no_condition() -> None:
    assert kind_of("渔工在领取期间有下列情形之一的，停止领取：") is None


def test_who_may_not_is_told_by_a_bare_verb() -> None:
    assert excluded("编制内人员不能领") == "编制内人员"
    assert excluded("已办理退休手续的不可以") == "已办理退休手续"
    assert excluded("现场不能报") == ""
