"""Kinds of applicants with what is demanded of all of them behind, and others let in on conditions."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2026, 5, 6)
SHOPS = """云浦市创业补贴申领指南

一、补贴对象和条件
在本市首次创办小微企业，并担任法定代表人的下列人员：
（一）毕业5年内的高校毕业生；
（二）返乡农民工；
（三）退役军人。
申请人须同时满足以下条件：
1．创办主体吸纳就业1人以上（不含法定代表人）；
2．为其缴纳社会保险6个月以上。
本人此前已领取过创业补贴的，不再享受。
二、问答
问：网店可以申请吗？
答：须办理营业执照。
问：公司变更过法定代表人，还能申请吗？
答：申请人须一直担任法定代表人，期间变更的不予受理。
"""


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("我2023年大学毕业，开的公司招了1个人，交了8个月社保", "eligible"),
        ("我是退役军人，开的公司招了1个人，交了8个月社保", "eligible"),
        ("我2019年大学毕业，开的公司招了2个人，交了8个月社保", "needs_info"),
        ("我2023年大学毕业，开的公司招了1个人，交了3个月社保", "not_eligible"),
        ("我2023年大学毕业，招了1个人，交了8个月社保，我此前已领取过创业补贴", "not_eligible"),
    ],
)
def test_what_stands_behind_the_last_kind_is_demanded_of_all(asking, told: str, verdict: str) -> None:
    assert asking(DAY, shops=SHOPS)(f"{told}，能申请吗？").verdict == verdict


def test_a_printed_question_allows_nothing(asking) -> None:
    assert asking(DAY, shops=SHOPS)("店开了快4年了，现在才申请还来得及吗").verdict != "eligible"


def test_a_printed_answer_refuses_the_case_that_its_question_names(asking) -> None:
    assert asking(DAY, shops=SHOPS)("公司变更过法定代表人，还能申请吗").verdict == "not_eligible"


HELPERS = """河湾赛会志愿者招募公告

一、报名条件
（一）年龄18至55周岁；年满16周岁不满18周岁的，须经监护人书面同意，仅限报名存包服务岗；
（二）有志愿服务经历者优先。
二、资格初审
资格初审：报名后24小时内，6月20日12:00截止。
三、岗位
岗位代码	岗位	其他条件
A01	赛道服务岗	限女性
A02	存包服务岗	无
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我17岁，爸妈同意了，想报存包服务，可以吗", "eligible"),
        ("17岁家长同意，能报赛道服务岗吗", "not_eligible"),
        ("我15岁，能报存包服务岗吗", "not_eligible"),
        ("我20岁，能报存包服务岗吗", "eligible"),
        ("男的20岁能报A01吗", "not_eligible"),
    ],
)
def test_those_of_another_age_are_let_in_on_conditions(asking, question: str, verdict: str) -> None:
    assert asking(DAY, helpers=HELPERS)(question).verdict == verdict


STAFF = """鹿鸣区招聘社区服务人员简章

一、招聘条件
（一）鹿鸣区户籍，或配偶、父母为鹿鸣区户籍；
（二）年龄在40周岁以下。
"""


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("我户口不在鹿鸣，老婆是鹿鸣的，32岁", "eligible"),
        ("我户口不在鹿鸣，32岁", "needs_info"),
        ("我是鹿鸣区户口，32岁", "eligible"),
    ],
)
def test_a_relative_s_household_is_not_one_s_own(asking, told: str, verdict: str) -> None:
    assert asking(DAY, staff=STAFF)(f"{told}，能报名吗").verdict == verdict


CARDS = """云浦市优待卡办理指南

一、办理对象
（一）具有本市户籍、年满60周岁的老年人；
（二）非本市户籍，在本市连续居住满6个月以上、年满65周岁的老年人。
二、卡的种类
1.60至69周岁，发放银卡；
2.70周岁以上，发放金卡。
年满70周岁的，可凭银卡换领金卡，银卡不再使用。
"""


@pytest.mark.parametrize(
    ("told", "verdict"), [("我62本地户口", "eligible"), ("我59本地户口", "not_eligible")]
)
def test_what_is_allowed_aside_bars_nobody_from_the_rest(asking, told: str, verdict: str) -> None:
    assert asking(DAY, cards=CARDS)(f"{told}，能办吗").verdict == verdict
