"""Whole conversations over the three invented notices."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer import Answer
from bot.answer_parts import Intent, Outcome
from bot.carried_over import surer
from bot.conversation.asks import asks
from bot.conversation.dialogue import DialogueState, Turn
from bot.conversation.told import asking_last, without_the_case
from bot.conversation.turns import as_one_question

# ── ellipsis ────────────────────────────────────────────────────────────────────────────────────────────


def test_what_a_turn_leaves_out_is_taken_from_the_one_before(talk):
    _, other, price, thing = talk(
        "我高中毕业，干了5年，能报无人机操作员四级吗", "那三级呢", "多少钱", "换成航拍摄影员四级"
    )
    assert (other.verdict, other.target) == ("not_eligible", "无人机操作员 三级")
    assert price.verdict is None
    assert "三级" in price.text
    assert "航拍摄影员" in thing.text


def test_what_is_asked_about_may_stand_behind_the_question(talk):
    _, other = talk("考务费多少，无人机操作员四级", "三级的呢")
    assert "630元" in other.text
    assert other.outcome == "answered"


def test_what_holds_of_all_asks_for_nothing(talk):
    *_, last = talk("我能报无人机操作员四级吗", "什么证都没有，高中毕业", "做航拍都第六个年头了")
    assert (last.verdict, last.target) == ("eligible", "无人机操作员 四级")


def test_some_months_more_are_added_to_what_was_told(talk):
    first, more = talk("我高中，干了三年半，能报无人机操作员四级吗", "要是再干半年呢")
    assert (first.verdict, more.verdict) == ("not_eligible", "eligible")


def test_so_many_people_are_counted_in_the_question_before(talk):
    *_, five, seven = talk("无人机操作员四级多少钱", "五个人一起", "七个人呢")
    assert "2200" in five.text
    assert "3080" in seven.text


def test_a_name_may_be_cut_short_to_its_first_word(talk):
    *_, other = talk("无人机操作员五级多少钱", "航拍的呢")
    assert "180元" in other.text


def test_another_degree_is_supposed_in_the_place_of_the_one_told(talk):
    first, other = talk("我大专，20岁，学的无人机应用技术，干了两年，能报无人机操作员三级吗", "那高中呢")
    assert first.verdict == "eligible"
    assert "高中" in other.text
    assert "大专" not in other.text.split("\n")[1]
    assert other.verdict != "eligible"


def test_another_length_is_supposed_in_the_place_of_the_one_told(talk):
    first, more = talk("我高中，干了两年，能报无人机操作员四级吗", "如果干了五年呢")
    assert (first.verdict, more.verdict) == ("not_eligible", "eligible")
    assert "工作5年" in more.text or "工作五年" in more.text


def test_a_paper_is_supposed_besides_what_was_told(talk):
    first, with_paper = talk("我高中，干了三年，能报无人机操作员四级吗", "要是我有五级证呢")
    assert first.verdict == "not_eligible"
    assert with_paper.target == "无人机操作员 四级"
    assert "五级证书" in with_paper.text


def test_a_question_of_its_own_about_another_grade_is_no_verdict(talk):
    _, price = talk("我高中，干了5年，能报无人机操作员四级吗", "三级多少钱")
    assert price.verdict is None
    assert price.intent == "fee"


# ── turns that need nothing before them, and turns that are one question ────────────────────────────────


def test_a_question_asked_once_more_gets_the_answer_it_got(talk):
    once, again = talk("无人机操作员月票多少钱", "无人机操作员月票多少钱")
    assert again.text == once.text
    level, _, other = talk("四级多少钱", "那三级呢", "那三级呢")
    assert other.text != level.text


def test_what_no_notice_knows_is_not_answered_after_another_question_either(talk):
    _, after = talk("我高中毕业，干了5年，能报无人机操作员四级吗", "停车月票多少钱")
    assert after.outcome != "answered"


def test_a_case_told_anew_is_not_that_of_before(talk):
    whole = "我大专，学的无人机应用技术，没有证书，干了三年，能报无人机操作员三级吗"
    alone = talk(whole)[-1]
    _, after = talk("我是高中毕业，干了5年，有四级证，能报航拍摄影员四级吗", whole)
    assert (after.verdict, after.target) == (alone.verdict, alone.target)


def test_what_is_told_first_is_of_the_question_that_follows(talk):
    parts = ("高中毕业一直做航拍，干满五年，啥证没有", "无人机操作员四级能报吗")
    whole, apart = talk("，".join(parts))[-1], talk(*parts)[-1]
    assert (apart.verdict, apart.target) == (whole.verdict, whole.target)
    parts = ("单位送3个人去考无人机操作员四级", "考试费要备多少")
    assert talk(*parts)[-1].text == talk("，".join(parts))[-1].text


@pytest.mark.parametrize("turns", [(0, 1), (1, 0)])
def test_a_case_and_its_question_may_come_apart(talk, turns):
    parts = ("我高中毕业，一直做航拍，干了5年", "无人机操作员四级能报吗")
    whole = talk("，".join(parts))[-1]
    apart = talk(*(parts[i] for i in turns))[-1]
    assert (apart.verdict, apart.target) == (whole.verdict, whole.target)


# ── replies to the question asked back ──────────────────────────────────────────────────────────────────

QUESTION = "我能报无人机操作员四级吗，我高中，没证"


@pytest.mark.parametrize(
    ("reply", "verdict"),
    [
        ("满4年及以上", "eligible"),
        ("满了", "eligible"),
        ("已经满了", "eligible"),
        ("5年", "eligible"),
        ("六年半", "eligible"),
        ("不满4年", "not_eligible"),
        ("没满", "not_eligible"),
        ("还不到", "not_eligible"),
        ("三年", "not_eligible"),
        ("没有", "not_eligible"),
        ("从2015年干到现在", "eligible"),
        ("2", "not_eligible"),
    ],
)
def test_a_question_about_years_is_answered_in_many_ways(talk, reply, verdict):
    asked, answered = talk(QUESTION, reply)
    assert asked.missing[0].options == ("不满4年", "满4年及以上")
    assert answered.verdict == verdict


def test_a_sentence_of_ones_own_is_no_field_of_study(talk):
    asked, told = talk("我大专，干了两年，能报无人机操作员三级吗", "我还没结婚")
    assert "专业" in asked.missing[0].question
    assert (told.verdict, told.missing[0].question) == ("needs_info", asked.missing[0].question)


# ── facts told twice, taken back, changed ───────────────────────────────────────────────────────────────

GRANT = "我20岁，本市户口，平均分85，家里年收入5万，志愿服务50学时，能申请启明助学金吗"


def test_what_cannot_both_be_true_is_asked_about(talk):
    first, twice, settled = talk(GRANT, "我今年35", "35岁")
    assert first.verdict == "eligible"
    assert (twice.outcome, twice.verdict) == ("clarify", "needs_info")
    assert twice.missing[0].options == twice.suggestions == ("20岁", "35岁")
    assert "20岁" in twice.text
    assert "35岁" in twice.text
    assert (settled.verdict, settled.outcome) == ("not_eligible", "answered")


@pytest.mark.parametrize(
    ("reply", "verdict"),
    [
        ("第一个", "eligible"),
        ("20", "eligible"),
        ("1", "eligible"),
        ("后者", "not_eligible"),
        ("不对，是35", "not_eligible"),
    ],
)
def test_which_of_two_statements_holds_is_said_in_many_ways(talk, reply, verdict):
    assert talk(GRANT, "我今年35", reply)[-1].verdict == verdict


def test_two_statements_in_one_breath_are_asked_about(talk):
    (answer,) = talk("我高中，干了六年，能报无人机操作员四级吗，我是本科")
    assert answer.missing[0].options == ("高中", "本科")


@pytest.mark.parametrize("said", ["不对，我35岁", "说错了，是35岁", "更正一下，35岁"])
def test_what_is_taken_back_is_not_asked_about(talk, said):
    answer = talk(GRANT, said)[-1]
    assert (answer.outcome, answer.verdict) == ("answered", "not_eligible")


def test_a_fact_inside_the_question_can_be_taken_back(talk):
    first, anew = talk("高中毕业做了5年能报无人机操作员四级吗", "不对，是2年")
    assert (first.verdict, anew.verdict) == ("eligible", "not_eligible")


# ── another subject and the way back; starting over ─────────────────────────────────────────────────────


def test_another_subject_and_the_way_back(talk):
    answers = talk("我高中，干了5年，能报无人机操作员四级吗", "人才公寓单间月租多少", "回到刚才那个，三级呢")
    assert [c.notice_id for c in answers[1].citations][:1] == ["talent_flat"]
    assert (answers[2].target, answers[2].verdict) == ("无人机操作员 三级", "not_eligible")


def test_the_way_back_may_ask_something_else(talk):
    answers = talk("我高中，干了5年，能报无人机操作员四级吗", "那三级呢", "回到四级，要多少钱")
    assert answers[2].verdict is None
    assert "无人机操作员 四级" in answers[2].text


def test_starting_over_forgets_what_was_told(talk):
    first, over, again = talk(
        "我高中，干了5年，能报无人机操作员四级吗", "重新开始", "我能报无人机操作员四级吗"
    )
    assert first.verdict == "eligible"
    assert over.verdict is None
    assert (again.verdict, again.outcome) == ("needs_info", "clarify")


# ── the case goes on ────────────────────────────────────────────────────────────────────────────────────


def test_whether_one_may_is_asked_anew_of_the_same_case(talk):
    first, _, other = talk("我高中毕业，干了5年，能报无人机操作员四级吗", "要带什么材料", "那我能报三级吗")
    assert first.verdict == "eligible"
    assert (other.verdict, other.target) == ("not_eligible", "无人机操作员 三级")
    assert "工作5年" in other.text


def test_a_fact_told_otherwise_is_asked_about_with_the_case_kept(talk):
    *_, asked, settled = talk(
        "我30岁，高中毕业，干了5年，能报无人机操作员四级吗", "多少钱", "我今年40岁，能报吗", "40岁"
    )
    assert "30岁" in asked.text
    assert "40岁" in asked.text
    assert settled.verdict == "eligible"
    assert "40岁" in settled.text.split("\n")[1]


def test_a_correction_after_another_matter_goes_to_the_case(talk):
    *_, corrected = talk("我高中，干了两年，能报无人机操作员四级吗", "多少钱", "不对，我干了5年")
    assert corrected.verdict == "eligible"


# ── somebody else, a case told first, and what was asked first ──────────────────────────────────────────


def test_what_was_told_of_oneself_does_not_hold_of_another(talk):
    mine, hers = talk("我高中，干了五年，能报无人机操作员四级吗", "我老婆呢")
    assert mine.verdict == "eligible"
    assert hers.verdict == "needs_info"
    assert "5年" not in hers.text
    assert "五年" not in hers.text


def test_another_who_is_alike_but_for_one_thing(talk):
    mine, theirs = talk("我高中，干了两年，能报无人机操作员四级吗", "我朋友干了五年，其他一样")
    assert (mine.verdict, theirs.verdict) == ("not_eligible", "eligible")


def test_a_case_told_by_itself_is_the_case_of_the_question_that_follows(talk):
    _, asked = talk("我高中毕业，干了五年无人机", "那我能申报无人机操作员四级这个评价吗")
    assert asked.verdict == "eligible"


def test_the_first_question_of_the_talk(talk):
    first, _, again = talk("无人机操作员四级多少钱", "三级呢", "刚才第一个多少来着")
    assert again.text == first.text


def test_a_yes_or_no_of_its_own_does_not_ask_for_what_was_asked_before(talk):
    _, whether = talk("无人机操作员的咨询电话是多少", "证书能邮寄吗")
    assert whether.intent != "contact"


def test_a_row_is_told_by_what_was_spoken_of(talk):
    _, price = talk("航拍摄影员怎么报名", "四级多少钱")
    assert "航拍摄影员" in price.text
    assert "无人机操作员" not in price.text


def test_each_is_told_whatever_was_spoken_of(talk):
    _, prices = talk("航拍摄影员四级多少钱", "各职业四级分别多少钱")
    assert "航拍摄影员" in prices.text
    assert "无人机操作员" in prices.text
    assert prices.outcome == "answered"


def test_what_keeps_one_out_is_what_was_told_and_said_first(talk):
    *_, answered = talk(QUESTION, "不满4年")
    assert "不满4年" in answered.text.split("\n")[1]
    assert answered.conditions[0].state == "unmet"
    assert "不满4年" in answered.conditions[0].explanation


# ── a question and its case in two turns ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "typed", "whole"),
    [
        ("体检加不加项目", "我39岁", "我39岁，体检加不加项目"),
        ("我39岁", "体检加不加项目", "我39岁，体检加不加项目"),
        ("考务费多少", "那三级的怎么交", ""),  # both ask
        ("我39岁", "不对，是40岁", ""),  # corrects
    ],
)
def test_a_question_and_what_is_told_of_it_make_one(before, typed, whole):
    state = DialogueState(turns=(before,), asked_as=Turn(before))
    assert as_one_question(Turn(typed, typed=typed), state) == whole


def test_what_is_told_in_reply_is_no_part_of_the_question_before():
    state = DialogueState(turns=("能报吗",), asked_as=Turn("能报吗"), asking=("age", "请问您多大年龄？"))
    assert as_one_question(Turn("我39岁", typed="我39岁"), state) == ""


def test_the_surer_of_two_answers_is_told():
    said, unsure = (Answer(Outcome.ANSWERED, Intent.GENERAL, "", confidence=c) for c in (0.8, 0.3))
    refused = Answer(Outcome.UNANSWERABLE, Intent.GENERAL, "", confidence=0.9)
    assert surer(said, unsure)
    assert surer(unsure, refused)
    assert not surer(unsure, said)
    assert not surer(refused, unsure)


@pytest.mark.parametrize(
    ("typed", "asking"),
    [
        ("打工好几年了", False),
        ("做了十几年", False),
        ("我要到明年才够年限", False),
        ("今年体检有那个项目没", True),
        ("打工几年才行", True),
        ("体检加不加项目", True),
        ("什么证都没有", False),
    ],
)
def test_whether_a_turn_asks(typed, asking):
    assert asks(typed) is asking


CONTEST = """星火杯创业大赛参赛指南

一、组别和奖励

| 组别 | 奖励 |
|---|---|
| 创意组 | 一等奖1名，5万元；二等奖2名，各3万元 |
| 成长组 | 一等奖1名，20万元；二等奖2名，各10万元 |

二、报名

3月1日起在大赛网站报名。

三、费用

参赛不收取任何费用，往返交通和食宿自理。
"""
LIBRARY = """听涛社区图书室借阅须知

一、每证每次可借3本，期限30天。

二、逾期每本每天收取0.1元。
"""


def test_a_question_of_its_own_is_answered_by_itself_where_that_is_much_surer(asking):
    ask = asking(date(2026, 3, 2), contest=CONTEST)
    first = ask("创意组第一名奖多少钱")
    assert "5万元" in first.answer
    second = ask("报名要交钱吗，食宿谁管", after=first)
    assert "食宿自理" in second.answer
    assert "5万元" not in second.answer


def test_what_was_named_before_holds_no_question_to_its_notice(asking):
    ask = asking(date(2026, 3, 2), contest=CONTEST, library=LIBRARY)
    second = ask("图书室的书晚了几天还，一天要扣多少", None, after=ask("创业大赛 成长组 奖励 要求", None))
    assert "0.1元" in second.answer


def test_a_short_question_keeps_the_case_told_before(asking):
    notice = "招聘公告\n\n一、年龄18至35周岁。具有中级职称的，放宽至40周岁。\n\n二、本科以上学历。\n"
    ask = asking(date(2026, 3, 2), jobs=notice)
    second = ask("年龄行吗？", after=ask("我38岁，本科，没有职称"))
    assert second.verdict == "not_eligible"


@pytest.mark.parametrize(
    ("typed", "turned"),
    [
        ("能报三级吗？我干了8年，高中毕业", "我干了8年，高中毕业，能报三级吗"),
        ("我干了8年，能报三级吗", "我干了8年，能报三级吗"),
        ("我干了8年，能报三级吗，高中毕业", "我干了8年，能报三级吗，高中毕业"),
        ("能报吗，多少钱", "能报吗，多少钱"),
        ("我干了8年，高中毕业", "我干了8年，高中毕业"),
    ],
)
def test_what_is_told_behind_a_question_is_read_in_front_of_it(typed, turned):
    assert asking_last(typed) == turned


CHANGES = """随河换证问答

一、证件过期未满一年的，可照常换证，但过期期间不得驾车上路；过期满一年仍未换证的，予以注销。

二、缴费前可以自行修改报考信息，缴费后不能修改。
"""


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("还能改吗，钱已经交完了才发现报错了", "not_eligible"),
        ("现在还能直接换证吧，我的证过期8个月了", "eligible"),
    ],
)
def test_a_case_told_behind_its_question_is_judged_as_one_told_before(asking, typed, verdict):
    assert asking(date(2026, 3, 2), change=CHANGES)(typed).verdict == verdict


def test_a_case_told_after_how_one_applies_is_judged(talk):
    how, case, more = talk("无人机操作员四级怎么报名", "我高中毕业，干了3年", "那如果干了5年呢")
    assert how.verdict is None
    assert (case.intent, case.target) == ("eligibility", "无人机操作员 四级")
    assert case.verdict == "not_eligible"
    assert more.verdict == "eligible"


def test_a_case_told_after_a_fee_is_judged_where_the_fee_stays_the_same(talk):
    fee, case = talk("无人机操作员三级考务费多少", "我高中毕业，没证，干了3年")
    assert "元" in fee.text
    assert case.verdict == "not_eligible"


def test_what_a_value_is_called_asks_for_it(asking):
    notice = (
        "云浦评定安排\n\n一、3月申报的，4月底前考试；4月申报的，5月底前考试。\n\n二、干满5年的可以申报。\n"
    )
    ask = asking(date(2026, 3, 2), tests=notice)
    assert "4月底前" in ask("我这个月报", after=ask("考试时间")).answer


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("我是外地户口，怎么报名", "怎么报名"),
        ("社保交了三年，本科，要什么材料", "要什么材料"),
        ("证书丢了，怎么补", "证书丢了，怎么补"),
        ("我本科毕业能报吗", "我本科毕业能报吗"),
        ("我是外地户口", "我是外地户口"),
    ],
)
def test_a_question_apart_from_the_case_told_beside_it(typed, left):
    assert without_the_case(typed) == left


def test_how_somebody_stands_takes_no_answer_away(asking):
    notice = """云浦匠人评定须知

一、申报步骤：登录平台注册，填写申报表，提交后等待审核。

二、本市户籍、年满20岁的可以申报。
"""
    assert "登录平台" in asking(date(2026, 3, 2), craft=notice)("我是外地户口，匠人评定怎么报名").answer


def test_what_somebody_tells_of_themselves_names_no_other_notice(asking):
    cloud = """云岭上云企业遴选通知

一、申报条件：申报企业须注册在云岭省境内，经营状况良好。

二、申报办法：登录平台填报。
"""
    report = (
        "望舒中心年度报告\n\n一、合作单位：江苏望舒信息公司、江苏澄海科技公司。\n\n二、全年收入3000万元。\n"
    )
    ask = asking(date(2026, 3, 2), cloud=cloud, report=report)
    told = ask("我们公司在江苏", None, after=ask("云岭上云企业需要什么条件", None))
    assert told.verdict == "not_eligible"
    assert "云岭省" in told.answer


def test_a_title_that_is_assessed_is_demanded_of_nobody(asking):
    notice = """云浦评审须知

一、大专以上学历，工作满7年的可以申报。

二、可查阅：

关于开展首次计算机专业中级职称评审工作的通知

附件1：中级职称报送材料.docx
"""
    ask = asking(date(2026, 3, 2), review=notice)
    assert ask("我是去年才评的助理工程师").verdict != "not_eligible"


def test_what_was_asked_for_is_nothing_that_somebody_has(asking):
    """租房补贴 is what is applied for, and no home."""
    grant = """云浦安居办法

一、租房补贴每月900元。

二、申请租房补贴，应当同时具备下列条件：
（一）硕士以上学历；
（二）在本区没有住房；
（三）在本区工作满1年。
"""
    assert asking(date(2026, 3, 2), grant=grant)("租房补贴，我是硕士，能申请吗").verdict == "needs_info"
