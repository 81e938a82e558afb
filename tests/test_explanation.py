"""How an answer came about: the tree of a verdict, the stages of any answer, both replayed as they were."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

import pytest

from bot.answer_parts import ConditionState
from bot.finding.ranking import FEATURES
from bot.finding.signals import MEANINGS
from bot.judging.kleene import all_of, at_least, negated
from bot.service.assembly import open_service
from bot.service.explanation import Explanation, Step, explanation_lines, presumed_exclusions
from bot.service.schemas import AskRequest
from bot.service.service import Service
from bot.service.settings import Settings
from bot.service.store import Store, UnknownAnswer


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


OTHERS = [
    "助学金什么时候截止",
    "无人机四级多少钱",
    "无人机四级补考多少钱",
    "启明助学金几月发钱",
    "启明助学金有没有交通补贴",
    "今天天气怎么样",
    "助学金要什么材料？在哪里交？",
    "多少钱",
]


def test_any_other_answer_tells_its_stages_and_its_evidence(service):
    explanation = explained(service, "助学金什么时候截止")
    assert explanation.proof is None
    names = [stage.name for stage in explanation.stages]
    assert names[:2] == ["理解", "决定"]
    assert names[-1] == "结果"
    first, *others = explanation.passages
    assert first.cited
    assert (first.citation.locator, first.citation.notice_id) == ("五/段1", "study_grant_2025")
    assert 1 <= len(others) <= 2
    assert [p.score for p in others] == sorted((p.score for p in others), reverse=True)


@pytest.mark.parametrize("question", OTHERS)
def test_a_score_is_the_sum_of_its_reasons_most_telling_first(service, question):
    explanation = explained(service, question)
    assert explanation.passages
    for passage in explanation.passages:
        assert sum(r.amount for r in passage.reasons) == pytest.approx(passage.score)
        amounts = [abs(r.amount) for r in passage.reasons]
        assert amounts == sorted(amounts, reverse=True)
        assert all(r.amount == pytest.approx(r.value * r.weight) for r in passage.reasons)
        assert {r.name for r in passage.reasons} <= set(FEATURES)


@pytest.mark.parametrize("question", [q for q in OTHERS if "天气" not in q and q != "多少钱"])
def test_the_likelihood_follows_from_its_reasons(service, question):
    told = explained(service, question).likelihood
    total = told.bias + sum(r.amount for r in told.reasons)
    assert told.probability == pytest.approx(1 / (1 + math.exp(-total)))


@pytest.mark.parametrize("question", [*OTHERS, VERDICTS[0]])
def test_a_person_reads_no_name_of_a_file_or_a_number(service, question):
    text = "\n".join(explanation_lines(explained(service, question)))
    names = {*FEATURES, *MEANINGS, "study_grant_2025", "pilot_skill_2025", "talent_flat"}
    assert not [name for name in names if name in text]


def test_the_passage_is_told_with_its_products_and_its_sum(service):
    lines = list(explanation_lines(explained(service, "助学金什么时候截止")))
    first = lines.index("依据：《关于申领2025年度启明助学金的通知》五/段1")
    assert lines[first + 1] == "  申请人应于2025年5月20日前提交申请，逾期不予受理。"
    assert any(re.fullmatch(r"    说到了问的词 0\.\d+ × [\d.]+ = \+0\.\d\d", x) for x in lines[first:])
    assert any(re.fullmatch(r"    合计 \+\d\.\d\d", x) for x in lines[first:])
    assert "其他相近的条款：" in lines[first:]
    assert any(re.match(r"答得上的可能：\d+%（达到 \d+% 才作答）", x) for x in lines)


def test_what_does_not_answer_is_only_the_nearest(service):
    lines = list(explanation_lines(explained(service, "启明助学金有没有交通补贴")))
    assert any(x.startswith("最接近的条款：") for x in lines)
    assert not any(x.startswith("依据：") for x in lines)


def test_an_explanation_kept_without_what_was_weighed_is_still_read(service):
    kept = explained(service, "助学金什么时候截止").model_dump(exclude={"passages", "likelihood", "outcome"})
    assert "过程：" in list(explanation_lines(Explanation.model_validate(kept)))


def test_every_signal_is_said_in_words_of_its_own():
    said = [meaning.says for meaning in MEANINGS.values()]
    assert len(set(said)) == len(said)
    assert not any(re.search("[A-Za-z_]", words) for words in said)


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


def test_the_alternatives_of_a_clause_are_joined_at_it_in_its_own_words(tmp_path):
    text = (
        "关于窑工培训报名的通知\n一、条件\n具备以下条件之一的，可以报名：\n"
        "（一）中专及以上学历，或者从事窑工工作（含学徒期）满3年；\n（二）取得初级窑工证书。\n"
    )
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "kiln.txt").write_text(text, "utf-8")
    service = open_service(Settings(corpus=tmp_path / "corpus", state=tmp_path / "state"))
    proof = explained(service, "我初中毕业，做窑工1年，能报名吗").proof
    service.close()
    told = list(steps(proof))
    assert all(step.text or step.citation or step.rule == "condition" for step in told[1:])
    (clause,) = [step for step in told if step.citation and step.citation.locator == "一/（一）"]
    assert clause.rule == "any"
    assert all(part.text in text for part in clause.parts)
