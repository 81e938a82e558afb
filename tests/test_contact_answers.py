"""Whom to ask where a notice does not say: never an office that has nothing to do with the matter."""

from __future__ import annotations

from datetime import date

import pytest

from bot.figures.draft import Draft
from bot.telling.contact_answers import add_enquiries
from corpus.notice import Notice
from corpus.tree.clauses import parse_clauses
from corpus.values.facts import extract_facts


def notice_of(text: str) -> Notice:
    clauses = parse_clauses(text, markdown=True, title="关于开展培训的通知")
    return Notice(
        "n", "关于开展培训的通知", "望舒市就业局", text, clauses, "n.md", facts=extract_facts(text, clauses)
    )


SECTIONS = notice_of(
    """# 关于开展培训的通知

## 一、焊工班

培训满30学时。

咨询电话：0999-5550101。

## 二、电工班

培训满60学时。

咨询电话：0999-5550102。
"""
)
OFFICES = """# 关于开展培训的通知

## 一、培训内容

培训满30学时。

## 二、受理窗口

| 区 | 窗口 | 电话 |
| --- | --- | --- |
| 东岭区 | 东岭大厅 | 0999-5550201 |
| 西岭区 | 西岭大厅 | 0999-5550202 |
"""


def clause_with(notice, words):
    return next(i for i, c in enumerate(notice.clauses) if words in notice.clause_text(i) and not c.children)


def told(notice, near=None):
    draft = Draft()
    added = add_enquiries(draft, notice, None if near is None else clause_with(notice, near))
    assert added == bool(draft.lines) == bool(draft.citations)
    return draft.text


@pytest.mark.parametrize(("near", "number"), [("满30学时", "5550101"), ("满60学时", "5550102")])
def test_the_telephone_of_the_section_in_question_is_told(near, number):
    assert number in told(SECTIONS, near)


def test_of_offices_in_a_table_none_is_told_but_that_of_the_row_in_question():
    notice = notice_of(OFFICES)
    assert told(notice, "满30学时") == ""
    assert "5550202" in told(notice, "西岭大厅")


def test_a_telephone_for_all_goes_before_those_of_single_offices():
    notice = notice_of(OFFICES + "\n咨询热线：0999-5550300。\n")
    assert "5550300" in told(notice, "满30学时")


def test_without_a_telephone_nothing_is_told():
    assert told(notice_of("# 关于开展培训的通知\n\n培训满30学时。\n"), "满30学时") == ""


def test_an_office_that_is_named_is_told_whatever_its_number_is_for(asking):
    text = """云浦市匠人评定须知

一、业务咨询电话：0999-5550301
二、监督电话
云浦市匠人鉴定中心监督电话：0999-5550302
"""
    answer = asking(date(2026, 3, 1), craft=text)("匠人鉴定中心电话").answer
    assert "5550302" in answer
    assert "5550301" not in answer


def test_the_number_below_a_name_is_that_persons(asking):
    text = """云浦市匠人评定须知

评定工作由市匠人协会承办，费用另行公布。
联系人：柏老师
联系电话：0999-5550401
"""
    ask = asking(date(2026, 3, 1), craft=text)
    assert "5550401" in ask("柏老师电话多少").answer
    assert ask("岑老师电话多少").outcome == "unanswerable"


def test_an_enquiry_is_answered_with_the_number_for_enquiries(asking):
    text = """云浦市小学招生通告

一、报名地点
东岭户籍，报名登记地点：北区东岭小学，电话25550501。
西洼户籍，报名登记地点：北区西洼小学，电话25550502。

二、招生咨询电话
南区：25550601（林老师），北区：25550602（柏老师）。
"""
    answer = asking(date(2026, 3, 1), schools=text)("北区咨询电话找哪个老师").answer
    assert "25550602" in answer
    assert "25550501" not in answer


@pytest.mark.parametrize(("area", "number"), [("甲片", "25550701"), ("乙片", "25550702")])
def test_of_numbers_for_one_purpose_that_of_the_place_named_is_told(asking, area, number):
    text = """云浦市旧衣回收须知

一、回收点
甲片：桥头站（电话25550801）。
乙片：河西站（电话25550803）。
丙片：岗南站（回收政策咨询点，电话25550802）。

二、咨询电话
甲片：25550701，乙片：25550702。
"""
    answer = asking(date(2026, 3, 1), clothes=text)(f"{area}的咨询电话是多少").answer
    assert number in answer
    assert "255508" not in answer


@pytest.mark.parametrize(
    "typed", ["云浦匠人评定联系电话", "云浦匠人评定打哪个电话", "云浦匠人评定找谁", "云浦匠人评定找谁问"]
)
def test_the_only_number_of_a_notice_needs_no_word_beside_it(asking, typed):
    craft = """云浦市匠人评定须知

一、申报时间：3月1日至3月20日。

二、本地匠人协会：柏一舟 0999-5550401，岑二帆 0999-5550402。地址：云浦市桥头路9号。
"""
    shop = "望舒街开店指南\n\n一、带身份证到窗口办理。\n\n二、咨询电话：0998-6660401。\n"
    ask = asking(date(2026, 3, 1), craft=craft, shop=shop)
    answer = ask(typed, None)
    assert "5550401" in answer.answer
    assert answer.outcome == "answered"


@pytest.mark.parametrize(
    ("asked", "number"),
    [("锅炉不热了打哪个电话", "3450129"), ("充值一直付不了款，打哪个号问", "3450128")],
)
def test_the_word_for_the_number_itself_picks_none_of_several(asking, asked, number):
    text = """云浦市集中供热办事指南

一、联系
电话：政策咨询，望舒市热力站3450127；充值缴费，望舒市收费中心3450128；锅炉不热，望舒市维修队3450129。
"""
    assert number in asking(date(2026, 3, 1), heat=text)(asked).answer
