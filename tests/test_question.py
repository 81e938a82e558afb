"""A question as typed to a question as understood."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer_parts import Intent
from bot.conversation.question import Question, understand
from bot.speech.typos import TypoMender
from index.segmentation import Segmenter

APRIL = date(2025, 4, 10)


@pytest.fixture(scope="module")
def mender() -> TypoMender:
    return TypoMender({}, (), Segmenter())


@pytest.fixture(scope="module")
def read(mender):
    def read(text: str, as_of: date = APRIL) -> Question:
        return understand(text, as_of, mender)

    return read


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("考一次多少钱", Intent.FEE),
        ("四级理论费多少", Intent.FEE),
        ("咱俩报四级得掏多少", Intent.FEE),
        ("考务费怎么收", Intent.FEE),
        ("房租多少", Intent.FEE),
        ("什么时候截止", Intent.DEADLINE),
        ("报名最晚到几号", Intent.DEADLINE),
        ("下个月报名，几月考试", Intent.DEADLINE),
        ("现在还能报吗", Intent.DEADLINE),
        ("申请需要什么材料", Intent.MATERIALS),
        ("要带哪些证件", Intent.MATERIALS),
        ("怎么报名", Intent.PROCESS),
        ("申请流程", Intent.PROCESS),
        ("程序设计员四级考一次多少钱", Intent.FEE),
        ("程序员四级", Intent.GENERAL),
        ("去哪里报名", Intent.PROCESS),
        ("咨询电话", Intent.CONTACT),
        ("窗口几点下班", Intent.CONTACT),
        ("考试抄袭怎么处理", Intent.PENALTY),
        ("替考会怎么样", Intent.PENALTY),
        ("没过能补考吗", Intent.RESIT),
        ("证书去哪里领", Intent.CERTIFICATE),
        ("成绩什么时候出来", Intent.CERTIFICATE),
        ("什么叫相关职业", Intent.DEFINITION),
        ("去年资助了多少人", Intent.STATISTIC),
        ("你能回答哪些问题", Intent.CATALOGUE),
        ("有哪些通知", Intent.CATALOGUE),
        ("我能报四级吗", Intent.ELIGIBILITY),
        ("能不能考四级", Intent.ELIGIBILITY),
        ("大专毕业能不能考四级", Intent.ELIGIBILITY),
        ("迟到了不能考吗", Intent.PENALTY),
        ("干了3年够不够条件", Intent.ELIGIBILITY),
        ("我22岁本科毕业可以申请吗", Intent.ELIGIBILITY),
        ("随便聊聊", Intent.GENERAL),
    ],
)
def test_what_is_asked_for(read, text, intent):
    assert read(text).intent is intent


def test_the_part_that_asks_decides_and_not_the_case_told_before_it(read):
    assert read("我交了考务费，证书什么时候能领").intent is Intent.CERTIFICATE
    assert read("材料都准备好了，报名截止到哪天").intent is Intent.DEADLINE


@pytest.mark.parametrize(
    "text",
    [
        "去年没通过，今年还能申请吗",
        "我已经退休了，现在还可以报吗",
        "外地户口，但在这里上班，还能申请吗",
    ],
)
def test_still_able_after_a_case_told_is_about_the_person_and_not_the_day(read, text):
    assert read(text).intent is Intent.ELIGIBILITY


@pytest.mark.parametrize(
    "text",
    [
        "我能报吗",
        "我可不可以申请",
        "3年行不行",
        "大专够不够",
        "我是否符合条件",
        "我符合条件吗？",
        "可以补考吗",
    ],
)
def test_yes_or_no_questions(read, text):
    assert read(text).polar


@pytest.mark.parametrize("text", ["多少钱", "什么时候考试", "怎么报名", "需要哪些材料", "电话是多少"])
def test_questions_for_a_value_are_no_yes_or_no(read, text):
    assert not read(text).polar


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("考试多少钱", {"money"}),
        ("咨询电话", {"phone"}),
        ("邮箱是什么", {"email"}),
        ("网址发一下", {"url"}),
        ("办公地址在哪", {"address"}),
        ("几点下班", {"hours"}),
        ("什么时候考", {"date"}),
        ("通过率百分之几", {"percent"}),
        ("及格要多少分", {"score"}),
        ("成绩保留几年", {"duration"}),
        ("需要多少学时", {"count"}),
        ("照片要几张", {"count"}),
        ("收入比上年增长了多少", {"figure"}),
        ("电话和邮箱分别是什么", {"phone", "email"}),
        ("谁可以报名", set()),
    ],
)
def test_what_kind_of_value_is_wanted(read, text, wants):
    assert read(text).wants == wants


def test_the_unit_that_is_counted_in(read):
    assert read("要多少学时").unit == "学时"
    assert read("交几份复印件").unit == "份"
    assert read("一周能去几趟").unit == "趟"
    assert read("多少钱").unit == ""


@pytest.mark.parametrize(
    ("text", "as_of", "month"),
    [
        ("这个月报名什么时候考", APRIL, 4),
        ("现在报名什么时候考", APRIL, 4),
        ("下个月报名什么时候考", APRIL, 5),
        ("下下个月呢", APRIL, 6),
        ("上个月报的什么时候考", APRIL, 3),
        ("下个月报名什么时候考", date(2025, 12, 31), 1),
        ("上个月报的什么时候考", date(2025, 1, 1), 12),
        ("7月报名什么时候考", APRIL, 7),
        ("十一月报名什么时候考", APRIL, 11),
        ("13月报名", APRIL, None),
        ("什么时候考", APRIL, None),
    ],
)
def test_the_month_meant(read, text, as_of, month):
    assert read(text, as_of).month == month


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2023年的费用", 2023),
        ("2024年度资助多少人", 2024),
        ("今天报名", None),
        ("12023号文件", None),
        ("2020年获得多少项奖", 2020),
        ("2020年获得学位,能报吗", None),
    ],
)
def test_the_year_named(read, text, year):
    assert read(text).year == year


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("3个人一共多少钱", 3),
        ("我们十二位同事要交多少", 12),
        ("两个学员的费用", 2),
        ("我跟两个同事一起考多少钱", 3),
        ("我和同事去报要交多少", 2),
        ("我们仨都报一共多少", 3),
        ("那咱俩呢", None),
        ("咱俩考多少钱", 2),
        ("一共多少钱", None),
        ("第3个人", None),
        ("我跟同事说好了，多少钱", None),
    ],
)
def test_how_many_persons(read, text, count):
    assert read(text).headcount == count


def test_traditional_characters_and_full_width_forms_read_alike(read):
    plain, other = read("4级的费用是多少"), read("４級的費用是多少")
    assert other.text == plain.text
    assert (other.intent, other.wants) == (plain.intent, plain.wants)
    assert other.typed == "４級的費用是多少"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("How much is the exam fee for level 4?", Intent.FEE),
        ("When is the deadline for registration?", Intent.DEADLINE),
        ("What documents do I need to bring?", Intent.MATERIALS),
        ("Can I apply with a bachelor's degree?", Intent.ELIGIBILITY),
        ("What is the phone number please?", Intent.CONTACT),
    ],
)
def test_english_questions_are_put_into_the_terms_of_the_field(read, text, intent):
    assert read(text).intent is intent


def test_an_english_word_in_a_chinese_question_is_read(read):
    assert "email" in read("请问 email 是什么").wants


def test_figures_told_without_a_question_are_a_case(read):
    case = read("大专，工作7年，35岁")
    assert (case.intent, case.polar) == (Intent.ELIGIBILITY, True)


@pytest.mark.parametrize(
    "text", ["设备被我弄坏了怎么办", "证丢了咋办", "没赶上怎么办", "考试方式改了，那咋整"]
)
def test_what_to_do_after_a_mishap_is_not_how_to_apply(read, text):
    assert read(text).intent is not Intent.PROCESS


def test_being_told_something_is_not_telling_of_oneself(read):
    assert read("账号和税号发我一下").intent is Intent.GENERAL


@pytest.mark.parametrize("text", ["中午去窗口有人吗", "开到几点", "下午3点半还上班吗"])
def test_a_time_of_day_wants_the_hours(read, text):
    assert "hours" in read(text).wants


@pytest.mark.parametrize(
    "text",
    [
        "证才到手一年，二级给报吗",
        "考了六十八分，过没过",
        "绩点3.2，没挂过科，受过处分，行吗",
        "以前替考被罚过，可以不考笔试吗",
    ],
)
def test_what_a_case_comes_to_is_asked_with_few_words(read, text):
    question = read(text)
    assert question.polar
    assert question.intent is Intent.ELIGIBILITY


@pytest.mark.parametrize("text", ["押金给退不", "超过半小时还让进吗", "旧的收不收", "过期的还认吗"])
def test_a_short_yes_or_no_question_is_one(read, text):
    assert read(text).polar


@pytest.mark.parametrize(
    "text", ["均分85，没挂科，学费还没交清", "照片是三年前拍的", "身高163，裸眼5.0，想去当船员"]
)
def test_a_case_told_without_a_question_asks_what_it_comes_to(read, text):
    assert read(text).intent is Intent.ELIGIBILITY


def test_a_vague_number_of_years_asks_for_no_length_of_time(read):
    assert not read("我前几年断过社保，影响报名吗").wants


@pytest.mark.parametrize(
    "text", ["等了22天还没出成绩，正常吗", "报名费一共几元", "学费", "有食堂吗", "评委有没有车马费"]
)
def test_what_asks_for_something_else_is_no_case(read, text):
    assert read(text).intent is not Intent.ELIGIBILITY


def test_english_terms_are_whole_words(read):
    assert "人工智能" not in read("can you book me a train ticket").text
    assert "人工智能" in read("what is the fee for ai engineers").text


@pytest.mark.parametrize("text", ["去哪儿递材料", "材料交到哪里", "资料要寄给哪个地方"])
def test_where_papers_go_is_no_question_of_which_they_are(read, text):
    question = read(text)
    assert question.intent is not Intent.MATERIALS
    assert not question.lists


def test_a_month_with_a_day_asked_for_is_no_question_of_a_person(read):
    question = read("六月份能报不，几月考")
    assert question.intent == "deadline"
    assert question.month == 6


def test_what_has_to_be_done_is_no_question_of_a_person(read):
    assert read("高工单位审核要公示吗").intent != "eligibility"
    assert read("我要评高工能申报吗").intent == "eligibility"


@pytest.mark.parametrize(
    ("text", "year"), [("论文不够2000字行吗", None), ("2019年的报名费", 2019), ("2020报名费", 2020)]
)
def test_a_figure_of_words_is_no_year(read, text, year):
    assert read(text).year == year


@pytest.mark.parametrize(
    "asked",
    [
        "助理工程师证拿到后干了8个月，想考三级",
        "四级证拿了3年半，三级还差多久",
        "去年没评上今年还能报吗",
    ],
)
def test_a_case_that_ends_in_a_wish_or_a_wait_asks_whether_one_may(read, asked):
    assert read(asked, date(2026, 3, 10)).intent is Intent.ELIGIBILITY


@pytest.mark.parametrize("text", ["受过处分还能转专业吗", "补考过还能评奖吗", "被处罚过的可以报吗"])
def test_what_has_happened_is_not_what_is_asked_about(read, text):
    question = read(text)
    assert question.polar
    assert question.intent not in (Intent.PENALTY, Intent.RESIT)


def test_what_was_handed_in_is_not_asked_about_with_how_long_it_takes(read):
    assert read("材料交上去多少天给批下来").intent is Intent.DEADLINE
