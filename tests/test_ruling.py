"""Yes-or-no questions about an act, by the sentence of the notice whose norm bears on it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer_parts import Verdict
from bot.judging.opposites import opposed
from bot.speech.duty_asked import asks_duty

NOTICE = """青石馆入馆须知

一、严禁携带宠物、管制刀具入馆，馆内严禁吸烟、饮食。
二、未经工作人员许可，不得摄像。
三、每位读者限报一个场次。
四、读者证限本人使用，可以替他人代还图书，但不能代借图书。
五、观众须佩戴胸牌入场。
六、成人票与学生票请分开下单。
七、醉酒者谢绝入内。
八、迟到的观众请在中场休息时入场。
九、摄影作品须为横幅，电脑合成的作品视为无效（全景接片除外）。
十、入馆无需押金。
十一、有下列行为之一的，取消当年入馆资格：
1、未经工作人员允许擅自离开展位的；
2、在展厅内喧哗、追逐的；
3、偷换工具的；
十二、参展文稿不少于800字，随稿附投稿说明（不用盖章）。
十三、凡在入馆时需缴纳场租的，交至市展陈研究所。
十四、讲解员（志愿者除外）须完成岗前课程不少于90学时。
十五、如遇雷雨，露天表演不再举行。
十六、夜场取消讲座资格，讲座费不予退还。
十八、持年卡免费参观，早晚高峰（8:00—9:00，17:00—18:00）除外。
十九、观景台对团体免费开放（不含缆车、热气球等项目）。
二十、预约中心不直接受理个人投诉。
二十一、会员每月1日至15日可以申请退还押瓶（8月除外）。
十七、学生活动区、库房周边区域，临水平台所在区域，禁止玩轮滑。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2026, 3, 1), hall=NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict", "quoted"),
    [
        ("能带狗进去吗", Verdict.NOT_ELIGIBLE, "宠物"),
        ("可以在馆里抽烟吗", Verdict.NOT_ELIGIBLE, "吸烟"),
        ("能不能录像", Verdict.NEEDS_INFO, "许可"),
        ("一个人可以报两个场次吗", Verdict.NOT_ELIGIBLE, "一个场次"),
        ("可以用我妈的读者证借书吗", Verdict.NOT_ELIGIBLE, "本人使用"),
        ("能帮别人还书吗", Verdict.ELIGIBLE, "代还"),
        ("没戴胸牌能进吗", Verdict.NOT_ELIGIBLE, "胸牌"),
        ("成人票和学生票能一起下单吗", Verdict.NOT_ELIGIBLE, "分开"),
        ("喝醉了还能进吗", Verdict.NOT_ELIGIBLE, "醉酒"),
        ("来晚了还能进场吗", Verdict.ELIGIBLE, "中场休息"),
        ("电脑合成的可以投稿吗", Verdict.NOT_ELIGIBLE, "合成"),
        ("8月能申请退还押瓶吗", Verdict.NOT_ELIGIBLE, "8月"),
    ],
)
def test_a_norm_gives_the_verdict_and_is_quoted(ask, question, verdict, quoted):
    response = ask(question)
    assert response.verdict == verdict
    assert quoted in response.answer
    assert any(quoted in c.quote for c in response.citations)


def test_leave_that_somebody_gives_permits_nothing(ask):
    assert ask("展览时擅自离开展位可以吗").verdict is not Verdict.ELIGIBLE


def test_what_an_act_comes_during_is_not_what_is_asked(ask):
    response = ask("参观时可以抽烟吗")
    assert response.verdict == Verdict.NOT_ELIGIBLE
    assert "吸烟" in response.citations[0].quote


def test_a_phrase_of_speech_has_no_rival_of_its_ending(ask):
    assert "研究所" not in ask("入馆时上厕所可以吗").answer


def test_whether_something_follows_is_told_without_a_verdict_on_whether_one_may(ask):
    response = ask("大声喧哗会取消入馆资格吗")
    assert response.verdict is None
    assert "喧哗" in response.citations[0].quote


@pytest.mark.parametrize(
    ("question", "verdict"), [("文稿700字行吗", Verdict.NOT_ELIGIBLE), ("文稿900字可以吗", Verdict.ELIGIBLE)]
)
def test_a_figure_is_held_against_the_bound_in_its_unit(ask, question, verdict):
    response = ask(question)
    assert response.verdict == verdict
    assert "800字" in response.citations[0].quote


def test_what_stands_in_brackets_frees_from_a_duty(ask):
    assert ask("投稿说明要盖章吗").answer.startswith("不需要")


def test_what_one_must_do_gets_no_verdict_on_whether_one_may(ask):
    response = ask("入场要不要佩戴胸牌")
    assert response.verdict is None
    assert response.answer.startswith("需要")
    assert ask("入馆要不要押金").answer.startswith("不需要")


@pytest.mark.parametrize("question", ["馆里可以停车吗", "能在馆里过夜吗", "读者证可以网上办吗"])
def test_a_norm_about_something_else_gives_no_firm_verdict(ask, question):
    assert ask(question).verdict not in (Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE)


@pytest.mark.parametrize(
    ("question", "duty"),
    [("要不要带身份证", True), ("必须本人去吗", True), ("可以不带吗", False), ("还来得及吗", False)],
)
def test_a_question_of_duty_is_told_from_one_of_leave(question, duty):
    assert asks_duty(question) is duty


def test_a_demand_in_one_case_alone_is_none_in_others(ask):
    assert not ask("参展要缴场租吗").answer.startswith("不可以")
    assert not ask("参展的文稿要交研究所吗").answer.startswith("需要")


def test_how_long_after_is_not_settled_by_that_it_may_be_done(ask):
    assert ask("展览结束半个月能替他人代还图书吗").verdict is not Verdict.ELIGIBLE


def test_whether_it_counts_as_a_breach_is_told_by_the_passage_that_names_it(ask):
    response = ask("在展厅里追逐算违规吗")
    assert "追逐" in response.citations[0].quote


def test_who_is_left_out_of_a_demand_need_not_meet_it(ask):
    assert ask("志愿者也要上岗前课程吗").answer.startswith("不需要：属于除外情形")


def test_a_prohibition_in_a_case_that_is_not_told_rules_nothing_out(ask):
    assert ask("露天表演还举行吗").verdict is not Verdict.NOT_ELIGIBLE
    assert ask("雷雨天露天表演还举行吗").verdict is Verdict.NOT_ELIGIBLE


def test_what_is_done_on_no_account_frees_from_that_alone(ask):
    assert not ask("要交参展文稿吗").answer.startswith("不需要")


@pytest.mark.parametrize("question", ["刚换工作能来参观吗", "夜场是讲座吗"])
def test_what_only_shares_characters_decides_nothing(ask, question):
    assert ask(question).verdict not in (Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE)


def test_what_did_not_come_off_is_nothing_that_a_demand_names(ask):
    assert not ask("去年没评上今年能再来参观吗").answer.startswith("不可以：须有")


REFUNDS = """云浦市木作匠人等级评定须知

一、评定费为每人260元。报名成功后因故不参加的，评定费可在考前三日申请退还。
二、经核实提供虚假工龄证明的，取消评定资格，评定费不予退还。
"""


def test_what_follows_once_a_fraud_is_found_is_of_no_other_case(asking):
    ask = asking(
        date(2026, 3, 1),
        kept=REFUNDS,
        lost=REFUNDS.replace("报名成功后因故不参加的，评定费可在考前三日申请退还。", ""),
    )
    assert ask("评定费能退吗").verdict == "eligible"
    assert ask("工龄证明是假的，评定费退吗").verdict == "not_eligible"
    assert ask("评定费能退吗", "lost").outcome == "unanswerable"


def test_whether_something_is_so_is_not_settled_by_what_may_be_done(asking):
    text = """云浦市木作匠人等级评定须知

一、理论与实作同一天考核。根据考试报名人数，考核场次可适时调整。
二、竞赛成绩不合格者，不能参加补考。
"""
    answer = asking(date(2026, 3, 1), craft=text)("理论和实作是不是同一天考")
    assert answer.verdict is None
    assert "同一天" in answer.answer


def test_who_an_item_of_a_list_leaves_out_need_not_bring_it(asking):
    text = """云浦市迁入须知

一、迁入家庭户的，须提供以下材料：
（1）迁入地房屋权证；
（2）《户主同意迁入书》（本人系业主的除外）；
"""
    ask = asking(date(2026, 3, 1), moving=text)
    assert ask("我是业主，还要交户主同意迁入书吗").answer.startswith("不需要")
    other = ask("我不是业主，要交户主同意迁入书吗")
    assert other.verdict is None
    assert not other.answer.startswith("不")


CRAFT = """青石市陶艺技能考核须知

一、参加考核如部分科目成绩不合格，可以申请补考。
二、参加陶艺技能竞赛成绩不合格者，不能进行补考。
三、住房补贴申请须附《购买住房登记表》。
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("去年没考过，今年还能再考吗", Verdict.ELIGIBLE),
        ("参加竞赛没及格，可以补考吗", Verdict.NOT_ELIGIBLE),
    ],
)
def test_a_norm_of_another_event_rules_nothing_out(asking, question, verdict):
    assert asking(date(2026, 3, 1), craft=CRAFT)(question).verdict == verdict


def test_what_a_form_is_called_demands_nothing():
    assert not opposed("我是租房的", "住房补贴申请须附《购买住房登记表》")
    assert opposed("我是租房的", "申请人须购买住房")


TRACTORS = """青石市农机补贴办法

第一条 本办法所称农机，是指在本市购买并登记的新拖拉机（不包括手扶拖拉机、翻新机和其他小型机具）。
第二条 凡户籍在本市，购买农机功率在60千瓦以上和总价超过5万元的，可申请补贴。
"""


@pytest.mark.parametrize("question", ["翻新机行不行，总价6万", "总价6万的翻新机可以吗"])
def test_what_is_left_out_by_name_is_so_whatever_else_is_told(asking, question):
    assert asking(date(2026, 3, 1), farm=TRACTORS)(question).verdict == Verdict.NOT_ELIGIBLE


COLLEGE = """青石书院招生问答

一、书院的法语班只招收中学外语为英语或法语的考生。
二、法语是书院学习的基石，学生在校期间须重视法语学习。
"""


def test_what_is_confined_to_some_of_a_kind_keeps_out_another_of_it(asking):
    ask = asking(date(2026, 3, 1), college=COLLEGE)
    assert ask("中学外语是日语，书院法语班收不收我").verdict == Verdict.NOT_ELIGIBLE
    assert ask("没有法语基础能不能报书院").verdict != Verdict.NOT_ELIGIBLE


def test_what_is_forbidden_in_some_places_is_not_where_they_are_not_named(ask):
    assert ask("活动区能玩轮滑吗").verdict == Verdict.NOT_ELIGIBLE
    assert ask("学生可以报轮滑课吗").verdict != Verdict.NOT_ELIGIBLE


def test_what_is_left_out_by_name_or_hour_is_not_allowed(ask):
    assert ask("年卡早上8点半参观免费吗").verdict == Verdict.NOT_ELIGIBLE
    assert ask("年卡上午10点参观免费吗").verdict == Verdict.ELIGIBLE
    assert ask("团体坐缆车也免费吗").verdict == Verdict.NOT_ELIGIBLE
    assert ask("可以直接去预约中心投诉吗").verdict == Verdict.NOT_ELIGIBLE


FREE = """云浦市保育技能培训班通知

一、具有本市户籍的登记失业人员、农村转移就业劳动者、城镇零就业家庭成员，可享受免费培训。
二、教材免费发放。
三、一科不合格的，可在5个月内免费补考一次。
四、招牌面积5平方米以上的，另提交结构安全图。
"""


def test_what_frees_some_or_a_thing_frees_nobody_who_does_not_name_it(asking):
    ask = asking(date(2026, 5, 15), free=FREE)
    assert ask("免费的吗").verdict is None
    assert ask("失业的能免费吗").verdict == Verdict.ELIGIBLE
    assert ask("教材免费吗").verdict == Verdict.ELIGIBLE
    assert ask("6平的要结构图不").verdict is None
