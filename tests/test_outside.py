"""Who stands outside what a notice is open to: employers, places, fields; and what a wish asks back."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer import Answer
from bot.answer_parts import ConditionState, Outcome, Verdict
from bot.conversation.dialogue import DialogueState
from bot.judging.employers import employed_against, owned_centrally, staff_of
from bot.person.waived import waives
from bot.pipeline import Assistant
from bot.speech.regions import is_region, lies_in
from bot.telling.which_level import wishes
from corpus.library import load_corpus
from index.snapshot import open_or_build

REVIEW = """2025年望舒市茶艺工程师评审通知
一、申报范围及对象
（一）专业范围：茶叶加工、茶园规划和茶具设计专业，茶旅融合、茶艺直播等已单独评审的新职业，以及茶叶检验师、评茶师等列入统一考试的专业除外。
（二）申报对象：全市企事业单位和社会组织（不含参照公务员法管理的事业单位）的在职专业技术人员，可以申报。驻望舒的部属企事业单位经其上级主管部门同意，也可以在我市申报。
二、申报条件
符合以下条件之一可申报：
1、大学本科毕业，从事茶艺工作满5年。
2、大学专科毕业，从事茶艺工作满7年。
"""
FACTORY = """江南省绿色茶厂遴选通知
一、申报条件
（一）申报企业须注册在江南省境内，近两年无不良信用记录，符合评价标准的基本条件（其中入库企业经营效益不作要求）；对为其供货的茶农合作社不作注册地限制。
（二）企业有较好的质量管理基础，产品合格率达到98%以上。
"""
PARK = """云岭区茶产业技能补贴通知
一、申领对象
以云岭新区为主的企业中，在制茶岗位上工作的职工，累计缴纳社会保险满12个月，可申领补贴。
二、补贴办法
职工取得《制茶上岗证》，将此证复印件交办公室登记，并享受每月50元的岗位补贴。
"""
SKILL = """2025年广寒市技能等级认定通知
一、认定项目
| 职业（工种） | 等级 |
|---|---|
| 制茶师 | 四级、三级 |
| 评茶员 | 四级、三级 |
二、申报条件
年满16周岁且符合制茶师、评茶员项目申报条件的，可申请参加认定。
1.具备以下条件之一者，可申报四级/中级工：
（1）累计从事本职业工作满5年。
（2）取得本专业中等职业学校毕业证书。
2.具备以下条件之一者，可申报三级/高级工：
（1）累计从事本职业工作满10年。
（2）取得本专业大专及以上毕业证书。
"""
DAY = date(2025, 4, 10)
LADDER = """江北省示范茶厂遴选通知
一、申报条件
（一）申报企业须注册在江北省境内，无不良信用记录。
（二）省级示范茶厂由市级示范茶厂产生，市级示范茶厂由县级示范茶厂产生，不得跨级申报。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("outside")
    texts = {
        "review.txt": REVIEW,
        "factory.txt": FACTORY,
        "ladder.txt": LADDER,
        "park.txt": PARK,
        "skill.md": SKILL,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    library = load_corpus(folder)
    return Assistant(library, open_or_build(library, tmp_path_factory.mktemp("s"), None, lambda *_: None))


def ask(assistant: Assistant, question: str, scope: str) -> Answer:
    return assistant.answer(question, DialogueState(), DAY, scope)[0]


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我是公务员，本科，能评吗", Verdict.NOT_ELIGIBLE),
        ("在机关上班能申报吗", Verdict.NOT_ELIGIBLE),
        ("自由职业没有单位能报吗", Verdict.NOT_ELIGIBLE),
        ("参公单位的能报吗", Verdict.NOT_ELIGIBLE),
        ("参公事业单位的能报吗", Verdict.NOT_ELIGIBLE),
        ("茶艺直播专业能报吗", Verdict.NOT_ELIGIBLE),
        ("我是评茶师，能报这个吗", Verdict.NOT_ELIGIBLE),
        ("茶园规划专业能报吗", Verdict.ELIGIBLE),
    ],
)
def test_an_employer_or_a_field_outside_is_a_no(assistant, question, verdict):
    answer = ask(assistant, question, "review")
    assert answer.verdict is verdict
    assert answer.citations[0].locator.startswith("一")


def test_a_company_of_the_centre_is_asked_for_the_leave(assistant):
    answer = ask(assistant, "央企在望舒的分公司员工，可以报吗", "review")
    assert (answer.outcome, answer.verdict) == (Outcome.CLARIFY, Verdict.NEEDS_INFO)
    assert "同意" in answer.missing[0].question
    assert ask(assistant, "我们是央企，主管部门已经同意了，能报吗", "review").verdict is Verdict.ELIGIBLE
    assert ask(assistant, "部属单位，没有主管部门同意，能报吗", "review").verdict is Verdict.NOT_ELIGIBLE


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("湖北的茶厂企业能申报吗", Verdict.NOT_ELIGIBLE),
        ("公司注册地在成都，能申报吗", Verdict.NOT_ELIGIBLE),
        ("外省企业能申报吗", Verdict.NOT_ELIGIBLE),
        ("有不良信用记录的企业可以报吗", Verdict.NOT_ELIGIBLE),
        ("我们厂有失信记录，可以申报吗", Verdict.NOT_ELIGIBLE),
        ("给我们供货的茶农合作社注册地在外省，影响申报吗", Verdict.ELIGIBLE),
    ],
)
def test_a_place_outside_is_a_no_and_a_waiver_is_of_its_own_subject(assistant, question, verdict):
    assert ask(assistant, question, "factory").verdict is verdict


def test_a_place_that_a_notice_is_mainly_for_closes_to_nobody(assistant):
    answer = ask(assistant, "我在东山区上班，不在云岭，能领补贴吗", "park")
    assert answer.verdict is Verdict.NEEDS_INFO
    assert "为主" in answer.text


@pytest.mark.parametrize(
    "question", ["没有制茶上岗证能领岗位补贴吗", "上岗证没考，没有上岗证，能享受岗位补贴不"]
)
def test_a_benefit_rests_on_its_paper(assistant, question):
    answer = ask(assistant, question, "park")
    assert answer.verdict is Verdict.NOT_ELIGIBLE
    assert "上岗证" in answer.text


@pytest.mark.parametrize("question", ["我想考制茶师", "打算报评茶员", "我能考制茶师吗"])
def test_a_wish_is_asked_for_the_level(assistant, question):
    answer = ask(assistant, question, "skill")
    assert (answer.outcome, answer.verdict) == (Outcome.CLARIFY, Verdict.NEEDS_INFO)
    assert answer.suggestions == ("四级", "三级")


def test_the_level_told_in_reply_leads_on_to_the_conditions(assistant):
    _, state = assistant.answer("我想考制茶师", DialogueState(), DAY, "skill")
    answer, state = assistant.answer("四级", state, DAY, "skill")
    assert answer.verdict is Verdict.NEEDS_INFO
    answer, _ = assistant.answer("干了6年", state, DAY, "skill")
    assert answer.verdict is Verdict.ELIGIBLE


def test_a_wish_is_no_question():
    assert wishes("我想评工程师")
    assert wishes("本科毕业，打算申请公租房")
    assert not wishes("我想考焊工，要什么条件")
    assert not wishes("我想考焊工可以吗")


def test_kinds_of_employers():
    assert staff_of("申报对象:全市企事业单位的在职专业技术人员") == {"企业", "事业单位"}
    assert staff_of("机关事业单位工作人员不得申报") == frozenset()
    assert staff_of("由用人单位推荐的人员") == frozenset()
    assert staff_of("企业、事业单位等的人员") == frozenset()
    against = employed_against("我是公务员", "企业的在职人员", frozenset({"企业"}))
    assert against is not None
    assert against.state is ConditionState.UNMET
    assert employed_against("我在国企上班", "企业的在职人员", frozenset({"企业"})) is None
    assert employed_against("准备考公务员，现在在私企", "企业的人员", frozenset({"企业"})) is None
    assert owned_centrally("我在私企", "部属企业经其主管部门委托,也可以申报") is None


def test_where_places_lie():
    assert lies_in("苏州", "江苏省") is True
    assert lies_in("苏州市", "浙江省") is False
    assert lies_in("江苏", "南京市") is None
    assert lies_in("外省", "江南省") is False
    assert lies_in("望舒市", "江南省") is None
    assert lies_in("广寒市", "望舒市") is False
    assert is_region("内蒙古自治区")
    assert not is_region("望舒市")


def test_a_waiver_is_of_its_own_part():
    bracket = "无不良信用记录,符合基本条件(其中入库企业经营效益不作要求)"
    assert not waives(bracket, "有不良信用记录的企业可以报吗")
    assert waives(bracket, "经营效益不好行不行")
    assert waives("户籍不限", "外地户籍能报吗")
    assert waives("对供货商不作注册地限制", "供货商注册地在外省行吗")
    assert waives("退役军人报考,不作要求", "退役军人行吗")


def test_a_rank_of_firms_is_no_place(assistant):
    answer, _ = assistant.answer("直接报省级示范茶厂行不行", DialogueState(), DAY, "ladder")
    assert answer.verdict is Verdict.NOT_ELIGIBLE
    assert "跨级" in answer.citations[0].quote
