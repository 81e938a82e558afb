"""A verdict in words: what decides first, the conditions with their states, what to tell next."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.question import understand
from bot.speech.typos import TypoMender
from bot.verdict.verdicts import decide_by_rules
from corpus.notice import Notice
from corpus.tree.clauses import parse_clauses
from index.segmentation import Segmenter

APRIL = date(2025, 4, 10)
MENDER = TypoMender({}, (), Segmenter())


@pytest.mark.parametrize(
    ("question", "verdict", "target"),
    [
        # exactly N, and one month less
        ("我从事无人机工作4年，能报四级吗", "eligible", "四级"),
        ("我从事无人机工作3年11个月，没证，初中毕业，能报无人机四级吗", "not_eligible", "四级"),
        ("我干了9年无人机，能报三级吗", "eligible", "三级"),
        ("有五级证，取证后干了2年，能报无人机四级吗", "eligible", "四级"),
        ("16岁，能报无人机五级吗", "eligible", "五级"),
        ("大专无人机专业毕业，干了1年，能报无人机三级吗", "eligible", "三级"),
        ("大专无人机专业毕业，干了11个月，没证，能报无人机三级吗", "not_eligible", "三级"),
        # levels that are printed nowhere
        ("无人机二级能报吗", "not_eligible", "二级"),
        ("我干了20年，能报无人机一级吗", "not_eligible", "一级"),
        # all of a list, and the first that fails
        ("我19岁，本市户籍，平均成绩80分，家庭年收入6万元，志愿服务40学时，能申请助学金吗", "eligible", None),
        (
            "我19岁，本市户籍，平均成绩79分，家庭年收入6万元，志愿服务40学时，能申请助学金吗",
            "not_eligible",
            None,
        ),
        ("我31岁，能申请助学金吗", "not_eligible", None),
        ("我30岁，能申请助学金吗", "needs_info", None),
        ("我17岁，能申请助学金吗", "not_eligible", None),
        ("我外地户口，能申请助学金吗", "not_eligible", None),
        # exclusions and what lifts them
        ("我去年助学金评审没通过，今年还能申请助学金吗", "not_eligible", None),
        ("我已经享受其他助学金了，能申请启明助学金吗", "not_eligible", None),
        # one scheme of two
        ("我22岁，本科毕业，社保交了6个月，没有房子，能申请单间公寓吗", "eligible", None),
        ("我22岁，大专毕业，社保交了6个月，没有房子，能申请单间公寓吗", "not_eligible", None),
        ("我26岁，大专毕业，社保交了24个月，人均住房面积14平方米，能申请家庭套房吗", "eligible", None),
        ("我26岁，大专毕业，社保交了24个月，人均住房面积15平方米，能申请家庭套房吗", "not_eligible", None),
        ("我26岁，大专毕业，社保交了23个月，人均住房面积14平方米，能申请家庭套房吗", "not_eligible", None),
    ],
)
def test_verdicts_at_and_around_the_bound(talk, question, verdict, target):
    (answer,) = talk(question)
    assert (answer.intent, answer.verdict) == ("eligibility", verdict)
    assert (target or "") in (answer.target or "")


def test_the_headline_says_yes_or_no_first(talk):
    assert talk("我干了9年无人机，能报三级吗")[0].text.startswith("可以")
    assert talk("我外地户口，能申请助学金吗")[0].text.startswith("不可以")
    assert talk("我30岁，能申请助学金吗")[0].text.startswith("还不能确定")


def test_what_decides_comes_first_with_its_citation(talk):
    (answer,) = talk("我19岁，外地户口，能申请助学金吗")
    first = answer.conditions[0]
    assert (first.state, "户籍" in first.text) == ("unmet", True)
    assert answer.citations[first.citation].locator == "一/2"
    assert "没有本地户籍" in first.explanation


def test_every_condition_cites_the_clause_that_it_quotes(talk):
    (answer,) = talk("我19岁，本市户籍，能申请助学金吗")
    for condition in answer.conditions:
        quote = answer.citations[condition.citation].quote
        assert condition.text.rstrip("…") in quote


def test_a_level_not_held_names_those_that_are(talk):
    (answer,) = talk("无人机二级能报吗")
    assert "五级、四级、三级" in answer.text
    assert answer.conditions[0].state == "unmet"


def test_of_two_schemes_the_one_that_is_open_decides(talk):
    (answer,) = talk("我26岁，大专毕业，社保交了30个月，人均住房面积10平方米，能申请人才公寓吗")
    assert answer.verdict == "eligible"
    assert all("家庭套房" in h for c in answer.citations for h in c.heading_path[-1:])


def test_the_fact_that_decides_most_is_asked_first(talk):
    (answer,) = talk("我能报无人机四级吗")
    assert answer.missing[0].question == "请问您从事相关工作多少年了？"
    assert answer.text.endswith(answer.missing[0].question)
    (certified,) = talk("我有五级证书，能报无人机四级吗")
    assert "证书后" in certified.missing[0].question


def test_no_fact_is_asked_for_twice_nor_one_already_told(talk):
    for question in ("我能报无人机四级吗", "我20岁，能申请助学金吗", "我本科毕业，能申请单间公寓吗"):
        asked = [m.question for m in talk(question)[0].missing]
        assert len(asked) == len(set(asked)) <= 5
    asked = [m.fact for m in talk("我20岁，本市户籍，能申请助学金吗")[0].missing]
    assert "age" not in asked
    assert "residence" not in asked


def test_a_fact_asked_for_comes_with_quick_replies(talk):
    (answer,) = talk("我20岁，能申请助学金吗")
    options = {m.fact: m.options for m in answer.missing}
    assert options["residence"] == ("是", "否")
    assert options["measure"] == ("不满40学时", "满40学时及以上")


@pytest.mark.parametrize("question", ["我能申请助学金吗", "我可以申请单间公寓吗", "能报无人机五级吗"])
def test_a_question_that_tells_nothing_gets_the_list_and_is_asked_back(talk, question):
    (answer,) = talk(question)
    assert (answer.outcome, answer.verdict) == ("clarify", "needs_info")
    assert answer.missing
    told = [c for c in answer.conditions if "未提及" not in c.explanation]
    assert {c.state for c in told} == {"unknown"}


def test_a_verdict_is_not_given_where_only_a_value_is_asked_for(talk):
    for question in ("无人机四级申报条件是什么", "助学金申请条件有哪些", "无人机操作员四级多少钱"):
        assert talk(question)[0].verdict is None


# ── of several schemes ──────────────────────────────────────────────────────────────────────────────────

SCHEMES = """一、补贴条件
1、登记失业人员：年满17周岁，具有本市户籍。
2、返乡农民工：年满26周岁，缴纳社会保险满7个月。
3、残疾人：年满19周岁，持有居住证。
"""
POSTS = (
    "一、招聘岗位\n代码\t岗位\t学历\t年龄\n"
    "C17\t制图员\t大专及以上\t33周岁以下\nC18\t巡林员\t不限\t46周岁以下\n"
)


def decided(text: str, question: str):
    notice = Notice("n", "补贴通知", "某局", text, parse_clauses(text), "n.txt")
    return decide_by_rules(understand(question, APRIL, MENDER), notice, APRIL)


@pytest.mark.parametrize(
    ("question", "verdict", "told"),
    [
        # the one that is open to the person, though others are not
        ("我18岁，本市户籍，能申请补贴吗", "eligible", "登记失业人员"),
        ("我26岁，社保交了7个月，外地户口，能申请补贴吗", "eligible", "返乡农民工"),
        # the one that is named, though another is open
        ("我是返乡农民工，25岁，本市户籍，社保交了7个月，能申请补贴吗", "not_eligible", "返乡农民工"),
        ("我是登记失业人员，16岁，能申请补贴吗", "not_eligible", "登记失业人员"),
        ("我是登记失业人员，17岁，能申请补贴吗", "needs_info", "登记失业人员"),
        # the one that may still be
        ("我26岁，社保交了7个月，没有居住证，能申请补贴吗", "eligible", "返乡农民工"),
        ("我19岁，有居住证，外地户口，能申请补贴吗", "eligible", "残疾人"),
    ],
)
def test_which_scheme_decides(question, verdict, told):
    answer = decided(SCHEMES, question)
    assert answer.verdict == verdict
    assert [told in c.quote for c in answer.citations] == [True]


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我大专毕业，33岁，能报制图员吗", "eligible"),
        ("我大专毕业，34岁，能报制图员吗", "not_eligible"),
        ("我高中毕业，33岁，能报C17吗", "not_eligible"),
        ("我高中毕业，46岁，能报C18吗", "eligible"),
        ("我高中毕业，47岁，能报巡林员吗", "not_eligible"),
    ],
)
def test_the_row_that_is_named_decides(question, verdict):
    assert decided(POSTS, question).verdict == verdict


def test_rows_that_the_question_does_not_name_decide_nothing():
    assert decided(POSTS, "我大专毕业，33岁，能报名吗") is None
