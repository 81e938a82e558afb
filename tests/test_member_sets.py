"""Sets of which somebody is one member and no other, against sentences that let in some of them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer import Answer
from bot.answer_parts import Verdict
from bot.conversation.dialogue import DialogueState
from bot.judging.member_sets import members_named, membership
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build


@pytest.mark.parametrize(
    ("told", "sentence", "state"),
    [
        ("我上高二", "各高校在册大学生(专科、本科)。", "unmet"),
        ("我读博三", "各高校在册大学生(专科、本科)。", "unmet"),
        ("我大二", "各高校在册大学生(专科、本科)。", "met"),
        ("研一能报吗", "全市高校在校学生(含专科、本科,不包含研究生)", "unmet"),
        ("我是中专生", "面向全区中小学生", "unmet"),
        ("我上初二", "面向全区中小学生", "met"),
        ("我是小学老师", "参赛对象:全市小学在校学生", "unmet"),
        ("我离婚了", "申请人须为未婚", "unmet"),
        ("我单着", "申请人须为单身", "met"),
        ("我是群众", "须为中共党员", "unmet"),
        ("我是农村户口", "具有本市非农业户口", "unmet"),
    ],
)
def test_member(told: str, sentence: str, state: str) -> None:
    found = membership(told, sentence)
    assert found is not None
    assert found.state.value == state


@pytest.mark.parametrize(
    "sentence",
    [
        "具有大学本科及以上学历",
        "社会各界人士和在校学生均可参加",
        "同等条件下党员优先",
        "户籍不限",
    ],
)
def test_sentence_that_lets_in_more(sentence: str) -> None:
    assert members_named(sentence) == ()


POETRY = """望舒市高校诗歌征集启事
一、参赛对象
全市高校在校学生（专科、本科）。
二、作品要求
每人限投2首。
三、投稿方式
作品发到征稿邮箱。
"""


@pytest.fixture(scope="module")
def contest(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("poetry")
    (folder / "诗.txt").write_text(POETRY, encoding="utf-8")
    library = load_corpus(folder)
    return Assistant(library, open_or_build(library, folder / "state"))


def _ask(contest: Assistant, text: str) -> Answer:
    return contest.answer(text, DialogueState(), date(2026, 3, 1))[0]


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("我上高三，能参加望舒高校诗歌征集吗", Verdict.NOT_ELIGIBLE),
        ("望舒高校诗歌征集，博士生能投稿吗", Verdict.NOT_ELIGIBLE),
        ("我大二，能参加望舒高校诗歌征集吗", Verdict.ELIGIBLE),
    ],
)
def test_who_is_let_in(contest: Assistant, asked: str, verdict: Verdict) -> None:
    assert _ask(contest, asked).verdict is verdict


GUARDS = """望舒市场馆讲解员招募条件
1.年满18周岁（2008年2月1日以前出生，含当日）。
2.能够参加岗前培训。
3.在乡镇工作满10年的，可用总结1篇代替论文。
"""


@pytest.fixture(scope="module")
def guards(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("guards")
    (folder / "讲解员.txt").write_text(GUARDS, encoding="utf-8")
    library = load_corpus(folder)
    return Assistant(library, open_or_build(library, folder / "state"))


def _verdict(guards: Assistant, asked: str) -> Verdict | None:
    return guards.answer(asked, DialogueState(), date(2026, 1, 20))[0].verdict


def test_a_notice_that_is_one_list_by_its_title_is_judged(guards: Assistant) -> None:
    assert _verdict(guards, "望舒场馆讲解员，我今年16岁能报吗") is Verdict.NOT_ELIGIBLE
    assert _verdict(guards, "望舒场馆讲解员，岗前培训我去不了，能报吗") is Verdict.NOT_ELIGIBLE


def test_the_day_of_birth_printed_settles_the_age(guards: Assistant) -> None:
    assert _verdict(guards, "望舒场馆讲解员，我2008年2月1号生的，能报吗") is not Verdict.NOT_ELIGIBLE
    assert _verdict(guards, "望舒场馆讲解员，我2008年2月2号生的，能报吗") is Verdict.NOT_ELIGIBLE


def test_what_will_do_instead_is_no_demand(guards: Assistant) -> None:
    answer = _verdict(guards, "望舒场馆讲解员，我25岁，在乡镇工作了3年，能报吗")
    assert answer is not Verdict.NOT_ELIGIBLE
