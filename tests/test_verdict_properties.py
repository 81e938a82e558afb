"""What holds for every compiled notice and everything that a person may tell.

Over the shipped notices, the invented ones of the tests and those written for the evaluation.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answer_parts import Verdict
from bot.conversation.dialogue import DialogueState
from bot.conversation.question import Question, understand
from bot.judging.eligibility import judge_groups
from bot.judging.judged import schemes
from bot.pipeline import Assistant
from bot.service.settings import shipped_corpus
from bot.telling.contradictions import contradiction_in
from bot.verdict.verdicts import decide_by_rules, reader
from corpus.library import Library, load_corpus
from corpus.notice import Notice
from corpus.rules.rules import compile_groups
from index.snapshot import open_or_build

HERE = Path(__file__).parent
DAY = date(2026, 3, 1)
EVALUATED = HERE.parent / "eval" / "cases" / "notices"
FOLDERS = [shipped_corpus(), HERE / "samples"]
DECIDED = (Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE)

# What people tell of themselves, one of each kind at most.
FACTS = {
    "age": ["我今年17岁", "我今年20岁", "我35岁", "我46岁", "我今年62岁", "我90年5月生"],
    "degree": ["初中毕业", "高中学历", "我大专", "本科毕业", "硕士研究生", "中专毕业"],
    "work": ["工作3年", "干了六年", "工作快五年", "没上过班", "干了十年", "工作11个月"],
    "certificate": ["没证", "有四级证", "有五级证书", "有三级证"],
    "title": ["没有职称", "助理工程师", "中级职称"],
    "insurance": ["社保交了14个月", "没交过社保", "社保交了三年"],
    "residence": ["本地户口", "外地户口"],
    "permit": ["有居住证", "没有居住证"],
    "retired": ["没退休", "已退休"],
    "marital": ["未婚", "已婚"],
    "sex": ["男", "女"],
    "income": ["家庭年收入5万", "家庭年收入12万"],
    "area": ["人均住房10平米", "人均住房30平米"],
    "score": ["平均分85", "平均分60"],
    "service": ["志愿服务50学时", "志愿服务10学时"],
    "job": ["在职", "失业了"],
    "house": ["没房", "有一套房"],
    "major": ["计算机专业", "会计专业"],
    "fresh": ["应届", "不是应届生"],
}
# Papers that are left out are presumed not held once others are told; telling of them lifts that.
PRESUMED = frozenset({"certificate", "title"})


@pytest.fixture(scope="module")
def all_notices(tmp_path_factory) -> Library:
    folder = tmp_path_factory.mktemp("corpus")
    files = [f for d in FOLDERS for f in d.iterdir() if f.is_file()]
    for file in (*files, *EVALUATED.glob("a*"), *EVALUATED.glob("b*")):
        shutil.copy(file, folder / file.name)
    return load_corpus(folder)


@pytest.fixture(scope="module")
def anybody(all_notices, tmp_path_factory) -> Assistant:
    return Assistant(all_notices, open_or_build(all_notices, tmp_path_factory.mktemp("state")))


def targets(library: Library) -> list[tuple[Notice, str]]:
    """Each notice with each grade that its conditions name, `""` where they name none."""
    found = []
    for notice in library.notices:
        groups = compile_groups(notice)
        grades = sorted({g.level for g in groups if g.level})
        found += [(notice, grade) for grade in grades or ([""] if groups else [])]
    return found


def asking(grade: str) -> str:
    return f"我能报{grade}级吗" if grade else "我能申请吗"


class Unmended:
    """Leaves every text as it is typed."""

    def mend(self, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        return text, ()


def verdict_on(notice: Notice, grade: str, told: list[str]) -> Verdict | None:
    text = "，".join([asking(grade), *told])
    question: Question = understand(text, DAY, Unmended())  # type: ignore[arg-type]
    answer = decide_by_rules(replace(question, polar=True), notice, DAY, whole=True)
    return None if answer is None else answer.verdict


@st.composite
def people(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Facts told of one person, of distinct kinds, in some order."""
    kinds = draw(st.permutations(sorted(FACTS)))[: draw(st.integers(1, 7))]
    return [(kind, draw(st.sampled_from(FACTS[kind]))) for kind in kinds]


thorough = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
Pick = Callable[..., tuple[Notice, str]]


@thorough
@given(st.data(), people())
def test_the_order_in_which_facts_are_told_changes_no_verdict(all_notices, data, person):
    notice, grade = data.draw(st.sampled_from(targets(all_notices)))
    told = [fact for _, fact in person]
    shuffled = data.draw(st.permutations(told))
    assert verdict_on(notice, grade, told) == verdict_on(notice, grade, shuffled)


def offers_schemes(notice: Notice, grade: str) -> bool:
    """Whether the notice is about several schemes, of which what is told names one."""
    nobody = reader(notice, DAY)("")
    return len(schemes(notice, judge_groups(notice, nobody, grade))) > 1


def new_facts(person: list[tuple[str, str]]) -> Iterator[str]:
    """Facts that contradict nothing that was told or that was presumed of what was told."""
    kinds = {kind for kind, _ in person}
    for kind in sorted(FACTS.keys() - kinds - PRESUMED):
        yield from FACTS[kind]


@thorough
@given(st.data(), people())
def test_one_more_fact_never_makes_a_verdict_open_again(all_notices, data, person):
    single = [t for t in targets(all_notices) if not offers_schemes(*t)]
    notice, grade = data.draw(st.sampled_from(single))
    told = [fact for _, fact in person]
    if verdict_on(notice, grade, told) in DECIDED:
        more = data.draw(st.sampled_from(list(new_facts(person))))
        assert contradiction_in("，".join([*told, more]), DAY) is None
        assert verdict_on(notice, grade, [*told, more]) in DECIDED


MOST_QUESTIONS = 24


@settings(thorough, max_examples=50)
@given(st.data(), people())
def test_answering_what_is_asked_back_comes_to_a_verdict(anybody, data, person):
    notice, grade = data.draw(st.sampled_from(targets(anybody.library)))
    turn, state, asked = "，".join([asking(grade), *(f for _, f in person[:4])]), DialogueState(), []
    for _ in range(MOST_QUESTIONS):
        answer, state = anybody.answer(turn, state, DAY, notice.notice_id)
        if not answer.missing:
            break
        question = answer.missing[0]
        assert question.options, question.question
        assert question.question not in asked, "a question that was answered is not put again"
        asked.append(question.question)
        turn = data.draw(st.sampled_from(question.options))
    if asked:
        assert answer.verdict in DECIDED, answer.text
