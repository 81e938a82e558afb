"""How an answer came about: the tree of a verdict, the stages of any answer, both replayed as they were."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import ConditionState
from bot.explanation import Explanation, Step, explanation_lines, presumed_exclusions
from bot.kleene import all_of, at_least, negated
from bot.schemas import AskRequest
from bot.service import Service
from bot.store import Store, UnknownAnswer


@pytest.fixture
def service(assistant, tmp_path) -> Iterator[Service]:
    service = Service(assistant, Store(f"sqlite:///{tmp_path / 'kept.sqlite3'}"))
    yield service
    service.close()


def explained(service: Service, question: str) -> Explanation:
    response = service.ask(AskRequest(question=question, as_of="2025-04-10"))
    return service.explain(response.answer_id)


def steps(step: Step) -> Iterator[Step]:
    yield step
    for part in step.parts:
        yield from steps(part)


VERDICTS = [
    "我19岁，本市户籍，平均成绩80分，家庭年收入6万元，志愿服务40学时，能申请助学金吗",
    "我17岁，外地户口，能申请助学金吗",
    "我有五级证书，取证后干了1年，能报无人机四级吗",
    "我去年助学金评审没通过，今年还能申请助学金吗",
    "我26岁，大专毕业，没有房子，能申请家庭套房吗",
]


@pytest.mark.parametrize("question", VERDICTS)
def test_a_verdict_is_explained_down_to_the_clause(service, question):
    explanation = explained(service, question)
    assert explanation.verdict is not None
    assert explanation.proof is not None
    for group in explanation.proof.parts:
        assert group.citation is not None
        for item in group.parts:
            assert item.citation is not None
            assert item.text == item.citation.quote


@pytest.mark.parametrize("question", VERDICTS)
def test_every_step_follows_from_its_parts(service, question):
    """Inside a clause the states join as Kleene says; clauses may be lifted by an exception or presumed."""
    proof = explained(service, question).proof
    for step in steps(proof):
        states = [p.state for p in step.parts]
        if step.citation or not states or step is proof:
            continue
        some = at_least(states, max(1, step.count))
        assert step.state is {"all": all_of(states), "none": negated(some)}.get(step.rule, some)


@pytest.mark.parametrize("question", VERDICTS)
def test_what_was_compared_names_the_words_of_the_person(service, question):
    for step in steps(explained(service, question).proof):
        if step.said:
            assert step.rule == "condition"
            assert all(part in question for part in step.said.rstrip("…").split("，"))
            assert step.state is not ConditionState.UNKNOWN


def test_the_words_that_decided_are_those_about_it(service):
    proof = explained(service, "我19岁，本市户籍，平均成绩79分，能申请助学金吗").proof
    (marks,) = [step for step in steps(proof) if step.citation and "平均成绩" in step.text]
    assert [part.said for part in marks.parts] == ["平均成绩79分"]


def test_a_condition_without_a_type_is_told_in_the_words_said(talk):
    (answer,) = talk("我已经享受其他助学金了，能申请启明助学金吗")
    assert "您说“我已经享受其他助学金了”" in answer.text


@pytest.mark.parametrize("question", [*VERDICTS, "助学金什么时候截止", "无人机四级多少钱", "今天天气怎么样"])
def test_an_explanation_is_replayed_as_it_was(service, question):
    response = service.ask(AskRequest(question=question, as_of="2025-04-10"))
    first = service.explain(response.answer_id)
    service.ask(AskRequest(question="助学金要什么材料", as_of="2025-04-10"))
    assert service.explain(response.answer_id) == first
    assert (first.answer_id, first.question) == (response.answer_id, question)
    assert (first.verdict, first.target) == (response.verdict, response.target)


def test_any_other_answer_tells_its_stages_and_its_evidence(service):
    explanation = explained(service, "助学金什么时候截止")
    assert explanation.proof is None
    names = [stage.name for stage in explanation.stages]
    assert names[:2] == ["理解", "决定"]
    assert names[-1] == "结果"
    evidence = [stage.found for stage in explanation.stages if stage.name == "依据"]
    assert "得分" in evidence[0]
    assert "study_grant_2025 五" in " ".join(evidence)


def test_the_tree_is_indented_by_its_depth(service):
    lines = list(explanation_lines(explained(service, VERDICTS[1])))
    assert lines[1] == "结论：不符合"
    depths = [len(x) - len(x.lstrip()) for x in lines]
    assert set(depths) >= {0, 2, 4, 6}
    assert any("❌" in x and "户籍" in x and "您说“外地户口”" in x for x in lines)


def test_a_condition_that_is_its_clause_is_told_in_one_line(service):
    lines = list(explanation_lines(explained(service, VERDICTS[0])))
    told = next(x for x in lines if "平均成绩不低于" in x)
    assert "〔一/3〕" in told
    assert "平均成绩80分" in told


def test_exclusions_that_nobody_spoke_of_are_told_as_presumed(service):
    explanation = explained(service, VERDICTS[0])
    presumed = presumed_exclusions(explanation.proof)
    assert [step.citation.locator for step in presumed] == ["二/1", "二/2"]
    lines = list(explanation_lines(explanation))
    below = lines[lines.index(next(x for x in lines if "假定不适用" in x)) :]
    assert "二/1" in below[1]
    assert "二/2" in below[2]
    assert not any("〔二/1〕" in x for x in lines[: -len(below)])


def test_an_exclusion_that_applies_stays_in_the_tree(service):
    explanation = explained(service, VERDICTS[3])
    lines = list(explanation_lines(explanation))
    assert any(x.lstrip().startswith("❌ 〔二/1〕") for x in lines)
    assert not any(step.citation.locator == "二/1" for step in presumed_exclusions(explanation.proof))


def test_an_answer_that_is_not_known_is_said_so(service):
    with pytest.raises(UnknownAnswer, match="重新提问"):
        service.explain("nothing")
