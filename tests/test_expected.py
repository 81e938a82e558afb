"""What a passage that answers shows by its form, and the right clause among those that share words."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer_parts import Intent
from bot.conversation.dialogue import DialogueState
from bot.conversation.question import Question
from bot.finding.expected import EXPECTED, asks_whole, expected_of
from bot.finding.matching import is_keyed
from bot.finding.values import holds
from bot.pipeline import Assistant
from bot.speech.wanted import unit_of_question, wants_of
from corpus.library import load_corpus
from corpus.values.facts import facts_in
from index.snapshot import open_or_build

NOTICE = """# 青禾镇社区服务须知

一、疫苗种类

本站接种的疫苗有甲型、乙型两种。甲型疫苗可预防甲型感冒。

二、接种费用

1. 甲型疫苗

每剂次120元,共需接种2剂次。

2. 乙型疫苗

每剂次90元,共需接种3剂次。

三、接种地点

1. 甲型疫苗

- 青禾卫生院
- 北坡卫生院

四、登记地点：青禾便民中心

五、登记要求：登记须由本人到场，登记后一律不退。

六、联系电话

- 青禾卫生院:2345678
- 北坡卫生院:2345699

七、住房

本次房源共计120套,其中一居室70套(含老年房5套),二居室30套,三居室20套。

八、评奖

设一等奖2个,奖金300元/人;二等奖6个,奖金100元/人。

九、人口

全镇出生人口210人,出生率为8.15‰;死亡人口120人,死亡率为4.66‰。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("expected")
    (folder / "qinghe.md").write_text(NOTICE, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))

    def ask(question):
        return assistant.answer(question, DialogueState(), date(2026, 3, 1), "qinghe")[0].text

    return ask


@pytest.mark.parametrize(
    ("question", "says", "keeps_out"),
    [
        ("甲型疫苗在哪打", "北坡卫生院", "120元"),  # what stands below a bare name, not the name alone
        ("乙型疫苗多少钱一针", "90元", "120元"),
        ("北坡卫生院电话", "2345699", "2345678"),
        ("一共有多少套房", "120套", "50"),  # the total that is stated, not the sum of what could be read
        ("二等奖几个人", "6个", ""),  # 元/人 counts no persons
        ("死亡率多少", "4.66‰", ""),
        ("去哪登记", "便民中心", "一律不退"),  # a heading that tells itself what it names is not bare
    ],
)
def test_the_clause_that_answers_is_told(ask, question, says, keeps_out):
    told = ask(question)
    assert says in told
    assert not keeps_out or keeps_out not in told


@pytest.mark.parametrize(
    ("question", "passage", "other"),
    [
        ("去哪登记", "登记地点:镇便民中心", "登记须满18周岁"),
        ("这事归谁管", "由镇民政办负责", "每年核定一次"),
        ("一共收了多少件", "全年共受理诉求900件", "于3月5日办结"),
        ("有多少", "设岗位12个", "于3月5日截止"),
        ("怎么预约", "通过公众号预约", "预约须本人到场"),
        ("为什么停水", "因管网检修停水", "停水当天9点恢复"),
    ],
)
def test_a_way_of_asking_expects_its_own_forms(question, passage, other):
    kinds = [EXPECTED[n] for n in expected_of(question)]
    assert kinds
    assert any(k.told.search(passage) for k in kinds)
    assert not any(k.told.search(other) for k in kinds)


@pytest.mark.parametrize("question", ["报名费多少钱", "哪天截止", "哪些人能报", "大专能申请吗"])
def test_typed_values_and_verdicts_expect_no_looser_form(question):
    assert expected_of(question) == ()


@pytest.mark.parametrize(
    ("question", "whole"),
    [("有几套房", True), ("一共办了多少件", True), ("微信有多少件", False), ("要几份材料", False)],
)
def test_how_many_there_are_in_all_is_told_from_how_many_of_a_part(question, whole):
    assert asks_whole(question) == whole


@pytest.mark.parametrize(
    ("key", "word", "keyed"),
    [("结果公示", "公示", True), ("审核结果公示", "审核", False), ("收费标准", "收费", True)],
)
def test_a_key_is_named_by_its_head_or_most_of_it(key, word, keyed):
    assert is_keyed([word], key) == keyed


@pytest.mark.parametrize(
    ("text", "counts"), [("可填报三个意向省", True), ("全省共报名120人", False), ("每人3个工作日", False)]
)
def test_a_noun_of_one_character_is_counted_with_what_stands_before_it(text, counts):
    question = Question(
        "", "", Intent.STATISTIC, wants=wants_of("能选几个省"), unit=unit_of_question("能选几个省")
    )
    assert question.unit == "省"
    assert holds("count", question.unit, list(facts_in(text)), text) == counts


def test_who_somebody_is_is_told_by_the_sentence_that_says_so(asking):
    text = """青石馆简报

一、木匠周某带着难题来到青石馆，最终斩获大奖并实现盈利。
二、当木匠周某缺少资金时，青石馆为他找来帮手。
三、木匠周某是本地匠人学院的一名毕业生。
"""
    answer = asking(date(2026, 3, 1), hall=text)("木匠周某是做什么的").answer
    assert answer.splitlines()[0].startswith("木匠周某是")
