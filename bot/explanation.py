"""How an answer came about, for whoever asks: the proof of a verdict, else the stages and their evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict

from pydantic import BaseModel, Field

from bot.answer import Answer, ConditionState, Verdict
from bot.plain_text import MARKS
from bot.proof import Proof
from bot.schemas import CitationOut
from corpus.periods import fold

__all__ = ["Explanation", "Stage", "Step", "explanation_lines", "explanation_of"]

_VERDICTS = {
    Verdict.ELIGIBLE: "符合",
    Verdict.NOT_ELIGIBLE: "不符合",
    Verdict.NEEDS_INFO: "还不能确定",
}
_RULES = {"all": "须全部满足", "any": "满足其中之一即可", "none": "有其一即不行"}


class Step(BaseModel):
    """One step of a proof: `parts` joined by `rule` come out as `state`.

    `rule` is `all`, `any`, `at_least` (then `count` of them), `none` (met: nobody is kept out) or `condition`
    for a single one. `said` are the person's words that decided it, `presumed` that nobody spoke of it.
    """

    rule: str
    count: int = 0
    text: str
    state: ConditionState
    why: str = ""
    said: str = ""
    presumed: bool = False
    citation: CitationOut | None = None
    parts: list[Step] = Field(default_factory=list)


class Stage(BaseModel):
    """One stage of answering, and what it found."""

    name: str
    found: str


class Explanation(BaseModel):
    """What is kept with an answer, and replayed as it was."""

    answer_id: str
    question: str
    as_of: str
    verdict: Verdict | None
    target: str | None
    proof: Step | None
    stages: list[Stage]


def explanation_of(answer: Answer, answer_id: str, question: str, as_of: str) -> Explanation:
    """The explanation of an answer just given."""
    return Explanation(
        answer_id=answer_id,
        question=question,
        as_of=as_of,
        verdict=answer.verdict,
        target=answer.target,
        proof=_step(answer.proof) if answer.proof else None,
        stages=[Stage(name=name, found=found) for name, found in answer.trace],
    )


def _step(proof: Proof) -> Step:
    cited = CitationOut.model_validate(asdict(proof.citation)) if proof.citation else None
    return Step(
        rule=proof.kind.value if proof.kind else "condition",
        count=proof.count,
        text=proof.text,
        state=proof.state,
        why=proof.why,
        said=proof.said,
        presumed=proof.presumed,
        citation=cited,
        parts=[_step(p) for p in proof.parts],
    )


# --- as an indented tree -------------------------------------------------------------------------------


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """The explanation for a terminal: the question, the proof as an indented tree, the stages."""
    yield f"问题：{explanation.question}（按 {explanation.as_of} 回答）"
    if explanation.verdict is not None:
        about = f"（{explanation.target}）" if explanation.target else ""
        yield f"结论{about}：{_VERDICTS[explanation.verdict]}"
    if explanation.proof is not None:
        for part in explanation.proof.parts:
            yield from _step_lines(part, 1)
    if explanation.stages:
        yield "过程："
        yield from (f"  {stage.name}：{stage.found}" for stage in explanation.stages)


def _step_lines(step: Step, depth: int, clause: str = "") -> Iterator[str]:
    """A step and what it was made from; `clause` is the text that it stands in."""
    if step.rule == "all" and not step.text:  # what one clause demands together needs no line of its own
        for part in step.parts:
            yield from _step_lines(part, depth, clause)
        return
    yield f"{'  ' * depth}{MARKS[step.state]} {_named(step, clause)}"
    for part in step.parts:
        yield from _step_lines(part, depth + 1, step.text or clause)


def _named(step: Step, clause: str) -> str:
    """What a step is about and why it stands as it does; a condition that is its whole clause only why."""
    if step.rule == "condition":
        whole = _plain(step.text) in ("", _plain(clause))
        told = f"您说“{step.said}”" if step.said and step.said not in step.why else ""
        why = "，".join(x for x in (step.why, told) if x)
        return "——".join(x for x in ("" if whole else step.text, why) if x) or step.text
    where = f"〔{step.citation.locator}〕" if step.citation else ""
    rule = f"至少满足{step.count}项" if step.rule == "at_least" else _RULES.get(step.rule, "")
    joins = f"（{rule}）" if len(step.parts) > 1 or step.rule == "none" else ""
    why = f"——{step.why}" if step.why and not step.parts else ""
    return f"{where}{step.text}{joins}{why}"


def _plain(text: str) -> str:
    """A clause's words alone: without its mark, stops and blanks."""
    return re.sub(r"^[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．]?|[^\w]", "", fold(text))
