"""Evidence of what is plainly another thing or another day is left out."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

REPORT = """云浦市数据中心2031年工作简报

云浦市数据中心　2031年12月6日

一、来访
3月11日下午，城东区副区长一行来中心调研，双方就合作作了交流。

9月10日，江北县县长一行来中心考察，中心主任作了接待。

二、职工福利
职工子女入托后，每月可享受80元的托育补贴。
"""
SELECTION = """关于遴选第四批云链企业的通知

云浦市产业局　2031年5月6日

一、申报条件
云链企业须注册在本市。第四批云链企业由区级推荐产生。

二、时间
申报截止时间为2031年6月30日。
"""

SKILL = """云浦市焊工等级认定申报须知

1、具备以下条件之一者，可申报五级/初级工：
（1）累计从事本职业工作1年以上。
（2）本职业学徒期满。
2、具备以下条件之一者，可申报四级/中级工：
（1）取得五级/初级工证书后，累计从事本职业工作4年以上。
（2）累计从事本职业工作6年以上。
3、具备以下条件之一者，可申报三级/高级工：
（1）取得四级/中级工证书后，累计从事本职业工作5年以上。
4、登录http://skill.yunpu.example，点击“等级认定”填写。
"""
PLACES = """云浦市新城区入学学位申请指引

一、计划
小学一年级设置积分入学计划563个，其中公办315个、民办248个。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("narrowing")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    (folder / "selection.txt").write_text(SELECTION, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))
    return lambda question: assistant.answer(question, DialogueState(), date(2031, 6, 1))[0]


@pytest.mark.parametrize(("question", "who"), [("3月11号谁来调研", "城东"), ("9月10日谁来了", "江北")])
def test_an_event_of_the_day_named(ask, question, who):
    answer = ask(question)
    assert who in answer.text
    assert len({c.locator for c in answer.citations}) == 1


def test_a_benefit_of_another_notice_does_not_answer(ask):
    answer = ask("云链企业有没有补贴")
    assert answer.outcome == "unanswerable"
    assert "80元" not in answer.text


def test_another_batch_is_not_answered_for(ask):
    assert ask("第五批云链企业有多少家").outcome == "unanswerable"
    assert ask("第四批云链企业什么时候截止").outcome == "answered"


@pytest.fixture(scope="module")
def ask_of(tmp_path_factory):
    """Asks one of two further notices by its name."""
    folder = tmp_path_factory.mktemp("levels")
    (folder / "skill.txt").write_text(SKILL, encoding="utf-8")
    (folder / "places.txt").write_text(PLACES, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))
    return lambda name, text: assistant.answer(text, DialogueState(), date(2031, 6, 1), name)[0]


@pytest.mark.parametrize(
    ("question", "says", "keeps_out"),
    [
        ("没证直接干几年能报四级", "6年", "5年"),
        ("初级工要干多久", "1年", "4年"),
        ("高级工要几年", "5年", "6年"),
    ],
)
def test_what_another_level_demands_is_left_out(ask_of, question, says, keeps_out):
    answer = ask_of("skill", question)
    assert says in answer.text
    assert keeps_out not in answer.text


def test_what_the_notice_is_about_is_counted_without_its_name(ask_of):
    assert "563个" in ask_of("places", "小学一共多少个学位").text


def test_an_address_on_the_web_needs_no_name_beside_it(ask_of):
    assert "skill.yunpu.example" in ask_of("skill", "在哪个网站弄").text


CALENDAR = """云浦市匠人等级评定安排

云浦市匠人协会　2031年1月6日

一、评定项目为木雕师（四级、三级）、竹编师（四级、三级）。

二、时间安排

申报时间\t评定日期
1月底前\t2月底前
2月\t3月底前
3月\t4月底前
4月\t5月底前

三、补考成绩有效期：四级、三级均为两年，超过有效期须重新申报。

四、评定费

项目\t等级\t理论（元）\t实作（元）\t合计（元）
木雕师\t四级\t90\t210\t300
木雕师\t三级\t90\t310\t400
竹编师\t四级\t90\t160\t250
竹编师\t三级\t90\t260\t350
"""
TITLES = """云浦市技师学会职称评审须知

一、申报费用为每人480元，须于2031年4月30日前缴纳。
"""


def test_a_calendar_by_the_month_holds_for_every_level_of_the_notice(asking):
    ask = asking(date(2031, 3, 1), calendar=CALENDAR)
    assert "4月底前" in ask("3月申报木雕师三级什么时候评定").answer


def test_a_fee_of_a_level_is_of_a_notice_that_has_levels(asking):
    ask = asking(date(2031, 3, 1), calendar=CALENDAR, titles=TITLES)
    answer = ask("三级的费用是多少", None)
    assert answer.outcome == "clarify"
    assert "480" not in answer.answer
    assert "400" in ask("木雕师三级费用", None).answer


def test_who_applies_in_a_month_asks_of_the_notice_that_goes_by_the_month(asking):
    ask = asking(date(2031, 2, 10), calendar=CALENDAR, titles=TITLES)
    assert "3月底前" in ask("本月申报的话几月评定", None).answer
