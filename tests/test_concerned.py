"""Which notice decides where none is named: the one whose conditions speak of the facts told."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer import Answer
from bot.answer_parts import Outcome, Verdict
from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from bot.planning.concerned import without_facts
from corpus.library import load_corpus
from index.snapshot import open_or_build

TITLE = """2025年望舒市茶艺工程师评审通知
一、申报条件
具备理工类相关专业大专及以上学历，符合以下条件之一可申报：
1、获得硕士学位，从事本专业工作满2年。
2、获得大学本科学历，从事本专业工作满5年。
3、获得大学专科学历，从事本专业工作满7年。
二、户籍要求
至申报截止日符合以下条件之一：
1、具有本市户籍；
2、持有有效期内的《望舒市居住证》。
"""
STAFF = """望舒市茶叶研究中心员工手册
一、员工福利
1.1 凡在望舒市茶叶研究中心工作满6年的员工，可参加中心统一组织的疗养。
1.2 在中心工作满一年以上的员工取得本科、硕士学历证书后，给予一次性奖励。
1.3 中心为测试、开发岗位的员工提供工作餐。
"""
FLATS = """望舒市公租房配租通知
一、申请条件
申请人须年满18周岁，具有本市户籍，近1年内累计缴纳社会保险满6个月。
"""
DAY = date(2025, 4, 10)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("concerned")
    for name, text in (("tea", TITLE), ("staff", STAFF), ("flats", FLATS)):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    library = load_corpus(folder)
    return Assistant(library, open_or_build(library, tmp_path_factory.mktemp("s"), None, lambda *_: None))


def ask(assistant: Assistant, question: str) -> Answer:
    return assistant.answer(question, DialogueState(), DAY)[0]


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("硕士2020年1月毕业入职，望舒户口，到今年够年限吗，能报不", Verdict.NEEDS_INFO),
        ("本科2017年8月参加工作做测试，户口望舒，今年能报吗", Verdict.NEEDS_INFO),
        ("机械专业本科2017年8月参加工作做测试，户口望舒，今年够年限吗", Verdict.ELIGIBLE),
        ("本科学的英语，开发8年，望舒户口，可以申报吗", Verdict.NOT_ELIGIBLE),
        ("机械大专，有居住证，干了5年，能报吗", Verdict.NOT_ELIGIBLE),
    ],
)
def test_facts_choose_the_notice_that_speaks_of_most_of_them(assistant, question, verdict):
    answer = ask(assistant, question)
    assert answer.verdict is verdict
    assert {c.notice_id for c in answer.citations} == {"tea"}


def test_other_facts_choose_another_notice(assistant):
    answer = ask(assistant, "我20岁，望舒户口，交了8个月社保，可以申请吗")
    assert answer.verdict is Verdict.ELIGIBLE
    assert {c.notice_id for c in answer.citations} == {"flats"}


def test_a_notice_that_is_named_stays_meant(assistant):
    answer = ask(assistant, "本科，在茶叶研究中心工作满7年，能参加疗养吗")
    assert answer.verdict is Verdict.ELIGIBLE
    assert {c.notice_id for c in answer.citations} == {"staff"}


def test_facts_of_which_no_notice_speaks_together_give_no_verdict(assistant):
    answer = ask(assistant, "我有三级证书，还有中级职称，能报吗")
    assert answer.outcome is Outcome.CLARIFY
    assert answer.verdict is Verdict.NEEDS_INFO


def test_facts_name_no_notice():
    assert "测试" not in without_facts("2017年8月参加工作做测试", DAY)
    assert "望舒" not in without_facts("户口望舒", DAY)
    assert "公租房" in without_facts("望舒户口，能申请公租房吗", DAY)


def test_a_length_of_work_is_a_fact_however_it_is_named():
    for text in ("工作经历5年，能报三级吗", "5年工作经验，能报三级吗", "有5年的相关经验，能报三级吗"):
        assert "经" not in without_facts(text, date(2026, 3, 1))


def test_where_there_is_one_file_it_is_the_one_meant(asking) -> None:  # type: ignore[no-untyped-def]
    ask = asking(DAY, flats=FLATS)
    reply = ask("我41岁，初中毕业，没有居住证，在摆摊，够条件吗", notice=None)
    assert "哪一份通知" not in reply.answer
