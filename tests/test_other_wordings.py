"""The same matter asked in other words: which act a fee is of, when, where, under which rules, by whom."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """望舒县茶园认养办法
一、申请条件
（一）户籍不在本县的居民，认养茶园面积在3亩以上且签订认养合同的，可申请认养证。
（二）认养人可为本人、配偶、未成年子女（即18周岁以下子女）办理认养证。
二、申请材料
申请人携带身份证和认养合同，到户籍所在地的农技站领取并填写《认养申请表》。
三、办理期限
农技站自受理之日起9个工作日内完成审批。
四、登记地点
符合条件的人员到居住地的农技站登记。
五、收费标准
认养证工本费8元。
六、补登
认养模式如有调整，应按公布的补登方案申报。
七、申报程序
1．网上注册账号；
2．提交申请材料；
3．窗口领取认养证。
八、新旧衔接
申请人在2019年3月31日以前签订认养合同的，按原认养政策条件申请办理，2019年4月1日以后签订认养合同的按本办法执行。
"""
DAY = date(2020, 5, 6)


@pytest.fixture(scope="module")
def ask(asking):
    return asking(DAY, tea=NOTICE)


@pytest.mark.parametrize(
    "question",
    ["2019年3月20日签的认养合同，4亩，现在能申请吗", "合同签在19年3月20号，4亩，按新办法能申请吗"],
)
def test_who_falls_under_earlier_rules_is_told_so(ask, question):
    answer = ask(question)
    assert (answer.outcome, answer.verdict) == ("clarify", "needs_info")
    assert "原认养政策" in answer.answer


def test_a_sentence_on_which_rules_hold_is_no_bound(ask):
    assert ask("2019年4月20日签的认养合同，4亩，外地户口，能申请吗").verdict != "not_eligible"


@pytest.mark.parametrize("question", ["材料交完以后多少个工作日能批", "递上去之后多少天批下来"])
def test_what_went_before_is_not_what_is_asked(ask, question):
    assert "9个工作日" in ask(question).answer


@pytest.mark.parametrize("question", ["外地户口在哪里办登记", "应该到什么地方登记", "登记去哪"])
def test_the_place_stands_under_its_heading(ask, question):
    assert "农技站" in ask(question).answer


def test_one_sentence_that_says_all_comes_before_the_procedure(ask):
    assert "补登方案" in ask("认养模式调整了，怎么申报").answer


def test_a_fee_for_what_is_done_anew_is_not_the_first_one(ask):
    answer = ask("补办认养证，收费标准是多少")
    assert answer.outcome == "unanswerable"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("父母能跟着一起办认养证吗", "not_eligible"),
        ("孩子十九岁，能一起办认养证吗", "not_eligible"),
        ("孩子十岁，能一起办认养证吗", "eligible"),
        ("父母算不算", "not_eligible"),
    ],
)
def test_relatives_are_looked_for_in_the_whole_notice(ask, question, verdict):
    assert ask(question).verdict == verdict


def test_a_fee_for_a_second_try_is_told_where_its_sentence_says_it(asking):
    text = """云浦市匠人评定须知

一、收费：四级260元、三级320元，补考按单科100元收取。
"""
    answer = asking(date(2026, 3, 1), craft=text)("三级补考实操一门多少钱")
    assert answer.outcome == "answered"
    assert "100元" in answer.answer


SCHOOLS = """云浦市课后班收费公告

学校	学费（元/学期）	餐费（元/学期）
青禾学校初中部	980	1200
文汇双语学校	1450	1600
青山实验学校	760	900
"""


@pytest.mark.parametrize(
    ("question", "told"), [("文汇的学费一学期多少", "1450"), ("青禾餐费要交多少钱", "1200")]
)
def test_a_row_is_meant_by_how_its_name_begins(asking, question, told):
    assert told in asking(date(2026, 3, 1), fees=SCHOOLS)(question).answer


def test_a_beginning_that_two_names_share_means_neither(asking):
    assert asking(date(2026, 3, 1), fees=SCHOOLS)("青的学费多少").outcome != "answered"


def test_a_share_may_be_asked_for_as_points(asking):
    text = "云浦市创意赛公告\n\n一、评分标准：技术占35%，设计占25%，团队占40%。\n"
    assert "25%" in asking(date(2026, 3, 1), prize=text)("设计占多少分").answer


def test_what_is_asked_is_put_anew_of_what_was_meant(talk):
    fee, other = talk("无人机操作员四级多少钱", "不对，我问的是航拍摄影员")
    assert "航拍摄影员" in other.text
    assert other.intent == "fee"
    assert other.text != fee.text
