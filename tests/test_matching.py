"""How a word and a passage fit, and what kind of value a passage holds."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer_parts import Intent
from bot.conversation.question import Question, understand
from bot.finding.matching import abbreviates, match, names_of, opens_list, thin, titles_of, with_inserts_read
from bot.finding.values import holds
from bot.speech.typos import TypoMender
from corpus.notice import ClauseKind
from corpus.values.facts import facts_in
from index.passages import passages_of
from index.segmentation import Segmenter

MENDER = TypoMender({}, (), Segmenter())


def ask(text: str) -> Question:
    return understand(text, date(2025, 4, 10), MENDER)


def test_the_word_itself_counts_more_than_a_synonym_and_that_more_than_the_heading():
    own, around = "租金每月付一次", "收费标准"
    assert match("租金", own, "") == 1.0
    assert 0 < match("房租", own, "") < 1.0
    assert 0 < match("收费标准", "每月一次", around) < match("房租", own, "")
    assert match("体检", own, around) == 0.0


def test_a_short_form_of_a_longer_name_is_found():
    assert match("准考证", "准予参加考试的证件", "") > 0.5
    assert match("租赁证", "住房租金凭证", "") < 0.5


@pytest.mark.parametrize(
    ("word", "short"),
    [("望飞考", True), ("技能站", True), ("望", False), ("考核站", False), ("abc", False), ("北方站", False)],
)
def test_a_short_name_that_no_notice_prints(word, short):
    names = "望舒市飞行技能考核站"
    body = "考核站（全称见上）"
    assert abbreviates(word, names, lambda string: string in body) is short


def test_a_notice_is_called_by_its_title_issuer_and_what_its_tables_list(samples):
    notice = samples.notice("pilot_skill_2025")
    assert "飞行技能考核站" in titles_of(notice)
    assert "航拍摄影员" in names_of(notice)
    assert "航拍摄影员" not in titles_of(notice)


@pytest.mark.parametrize(
    ("question", "text", "held"),
    [
        ("多少钱", "每人交纳350元。", True),
        ("多少钱", "本次活动免费。", True),
        ("多少钱", "共考核350人。", False),
        ("咨询电话", "电话：0999-5550138。", True),
        ("咨询电话", "电话另行公布。", False),
        ("邮箱是什么", "邮箱：pilot@wangshu.example", True),
        ("网址是什么", "登录 https://pilot.wangshu.example/apply 办理", True),
        ("办公地址", "地址为望舒市银杏路38号。", True),
        ("几点下班", "上午9:00至11:30。", True),
        ("几点下班", "共9小时。", False),
        ("什么时候截止", "5月20日前提交。", True),
        ("通过率百分之几", "通过率为百分之八十。", True),
        ("通过率百分之几", "通过者八十人。", False),
        ("及格要多少分", "60分为合格。", True),
        ("多少个小时", "每次3小时。", True),
        ("考试多少分钟", "共计两年。", False),
        ("有效期几年", "长期有效。", True),
        ("要多少学时", "不少于40学时。", True),
        ("要交几份", "复印件2份。", True),
        ("要交几份", "报名费2元。", False),
        ("一周能借几回", "每周可借一次。", True),
        ("一年能用几次", "限为每年的暑假。", False),
        ("一年能用几次", "每年限四次。", True),
        ("几点前到", "5日报到时间为7:40。", True),
        ("几点前到", "按1:30的比例。", False),
        ("一次借几本", "每次可借2本。", True),
        ("一次借几本", "每次2小时。", False),
        ("资助多少人", "计划资助120名学生。", True),
        ("体检多久一次", "单位每年组织职工体检。", True),
        ("考试几个月开一次", "考试每两个月一场。", True),
        ("一学期评几次", "每学期评选两次。", True),
        ("体检多久一次", "体检时间为3天。", False),
        ("在哪个平台报名", "登录“人才服务管理平台”填报。", True),
        ("在哪个平台报名", "请到服务大厅三楼填报。", False),
    ],
)
def test_a_value_of_the_kind_wanted(question, text, held):
    asked, facts = ask(question), tuple(facts_in(text))
    assert asked.wants
    assert all(holds(want, asked.unit, facts, text) for want in asked.wants) is held


def test_headings_that_open_a_list_and_lines_that_say_little(samples):
    notice = samples.notice("study_grant_2025")
    opening = {}
    for passage in passages_of(samples):
        if passage.notice_id == notice.notice_id:
            opening[passage.text] = (opens_list(passage, notice), thin(passage, notice))
    assert opening["四、申领材料"] == (True, 0.0)
    assert opening["2、具有本市户籍。"][0] is False
    title = [t for t, (_, deduction) in opening.items() if deduction >= 0.5]
    assert all("启明助学金" in t for t in title)
    assert any(c.kind is ClauseKind.HEADING for c in notice.clauses)


def test_a_cell_counts_what_its_header_names() -> None:
    asked = Question("", "", Intent.STATISTIC, unit="人")
    assert holds("count", asked.unit, (), "学历：本科；名额（人）：12")
    assert holds("count", asked.unit, (), "学历：本科；名额：12")
    assert not holds("count", asked.unit, (), "学历：本科；每学期资助金额（元）：2400")


def test_a_word_with_a_bracket_in_it_is_two_words():
    key = with_inserts_read("在国(境)外取得学位,到村(居)委会登记")
    assert all(match(word, key, "") == 1.0 for word in ("国外", "国境外", "村委会", "村居委会"))
    assert with_inserts_read("登记(见附件)") == "登记(见附件)"


@pytest.mark.parametrize(
    ("question", "want", "text", "held"),
    [
        ("什么时候面试", "date", "面试时间和地点另行通知。", True),
        ("面试地址在哪", "address", "面试地点以准考证为准。", True),
        ("面试要多少钱", "money", "面试时间和地点另行通知。", False),
        ("什么时候面试", "date", "面试成绩以评委打分为准。", False),
    ],
)
def test_what_is_left_to_be_made_known_answers_when_and_where(
    question: str, want: str, text: str, held: bool
) -> None:
    assert holds(want, ask(question).unit, (), text) is held


@pytest.mark.parametrize(
    ("question", "want", "text", "held"),
    [
        ("一年评几次", "frequency", "职称一年评审一次。", True),
        ("结论有几种", "count", "复核结论分为维持原结论、改变原结论。", True),
        ("结论有几种", "count", "复核后作出结论。", False),
        ("上课是不是周末", "hours", "上课时间安排在周末或者晚间。", True),
    ],
)
def test_turns_kinds_and_days_in_words(question, want, text, held):
    asked = ask(question)
    assert want in asked.wants
    assert holds(want, asked.unit, (), text) is held
