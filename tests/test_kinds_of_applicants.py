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


SCHOOL = """青柳市老年学堂秋季招生简章

一、招生对象
年龄在50周岁（女）、55周岁（男）以上，80周岁以下，身体健康的中老年人。70周岁以上报名须由直系亲属签订安全承诺书。
二、报名
（一）新学员：8月25日至28日网上报名。
（二）新学员须于8月31日前到校办理学员证，工本费8元。
三、退费
开课前申请退费的全额退还；开课两周后不予退费。
四、班级
班级	教室	学费（元）
茶艺班	201	240
棋艺班	202	260
"""


@pytest.mark.parametrize(
    ("question", "barred"), [("女的51能报吗", False), ("男的53能报吗", True), ("男的56能报吗", False)]
)
def test_ages_with_their_sexes_behind(asking, question: str, barred: bool) -> None:
    assert (asking(DAY, school=SCHOOL)(question).verdict == "not_eligible") is barred


def test_days_of_whom_alone_do_not_disagree_and_sentences_tell_what_is_paid_back(asking) -> None:
    ask = asking(DAY, school=SCHOOL)
    assert "不一致" not in ask("学员证多少钱").answer
    told = ask("开课前退学费能退全部吗")
    assert "全额退还" in told.answer
    assert told.verdict != "not_eligible"


AID = """云溪镇困难补助指南

一、申请条件
1、持有本镇户籍；
2、月人均收入低于860元。
二、下列情形不能享受补助
1、拥有两套（含）以上住房，且人均建筑面积超过当地人均住房面积的；
2、拥有机动车辆（残疾人代步车除外）的。
三、怎样申请
（一）户籍地与居住地不一致的，也可以在居住地申请。持有外镇户籍的家庭成员，不能提供未享受补助证明的，不计入人口。
（二）提交：申请书、户口簿、身份证。
四、其他
补助对象凭证可享受水费减免。
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("两套房能申请吗", "needs_info"),
        ("有小轿车能享受补助吗", "not_eligible"),
        ("户口在这，人在外地住，能申请吗", "eligible"),
    ],
)
def test_who_is_kept_out_and_where_somebody_lives(asking, question: str, verdict: str) -> None:
    answer = asking(DAY, aid=AID)(question)
    assert (answer.verdict == verdict) if verdict != "eligible" else answer.verdict != "not_eligible"


COURSE = """云浦市保育技能培训班通知

一、培训对象
（一）具有本市户籍的登记失业人员、城镇零就业家庭成员，可享受免费培训。
（二）企业在职职工及非本市户籍人员可自费参加，培训费1210元/人。
二、考核
一科不合格的，可在5个月内免费补考一次；两科均不合格的不予补考。
三、招牌
本项目不接受联合体，不允许转包。
备案应当提交：（一）备案表；（二）营业执照复印件；（三）租赁合同；（四）安全承诺书。
未备案擅自设置的，责令12日内补办；逾期不补办的，代为拆除，并处600元以上3000元以下罚款。
"""


def test_those_without_work_and_one_part_failed_are_not_barred(asking) -> None:
    ask = asking(DAY, course=COURSE)
    assert ask("我失业了，能报名吗").verdict != "not_eligible"
    assert ask("实操没过能补考吗").verdict != "not_eligible"
    assert ask("两门都没过能补考吗").verdict == "not_eligible"


def test_an_inline_list_of_papers_and_a_fine_behind_a_deadline_are_told_whole(asking) -> None:
    ask = asking(DAY, course=COURSE)
    assert "安全承诺书" in ask("备案要交啥").answer
    assert "3000元" in ask("没备案罚多少").answer
