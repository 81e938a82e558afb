"""How an answer came about, for whoever asks: the proof of a verdict, else what was weighed; the stages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from pydantic import BaseModel, Field

from bot.answer import Answer
from bot.answer_parts import ConditionState, Outcome, Verdict
from bot.judging.proof import Proof
from bot.service.plain_text import MARKS
from bot.service.schemas import CitationOut
from corpus import patterns as re
from corpus.conditions.conditions import GroupKind
from corpus.values.periods import fold

__all__ = ["Explanation", "Stage", "Step", "explanation_lines", "explanation_of", "presumed_exclusions"]

_VERDICTS = {
    Verdict.ELIGIBLE: "符合",
    Verdict.NOT_ELIGIBLE: "不符合",
    Verdict.NEEDS_INFO: "还不能确定",
}
_RULES = {"all": "须全部满足", "any": "满足其中之一即可", "none": "有其一即不行"}


class Step(BaseModel):
    """One step of a proof: `parts` joined by `rule` come out as `state`.

    `rule` is `all`, `any`, `at_least` (then `count` of them), `none` (met: nobody is kept out) or `condition`
    for a single one. `said` are the person's words that decided it, `presumed` that nobody spoke of it. A
    condition that is its whole clause has no `text` of its own. Below an exclusion a step stands as the
    notice puts it: met says that the person is in that case.
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


class ReasonOut(BaseModel):
    """One number that was weighed: `amount` is `value` (0 to 1) times `weight`, `says` what it means."""

    name: str
    says: str
    value: float
    weight: float
    amount: float


class PassageOut(BaseModel):
    """A passage that was weighed: `score` is the sum of its reasons; `cited`: the answer quotes from it."""

    citation: CitationOut
    text: str
    cited: bool
    score: float
    reasons: list[ReasonOut]


class LikelihoodOut(BaseModel):
    """How likely the passages answer the question: the logistic of `bias` and the sum of the reasons.

    From `threshold` on an answer is given.
    """

    probability: float
    threshold: float
    bias: float
    reasons: list[ReasonOut]


class Explanation(BaseModel):
    """What is kept with an answer, and replayed as it was."""

    answer_id: str
    question: str
    as_of: str
    outcome: Outcome | None = None  # `None` in what was kept before it was told
    verdict: Verdict | None
    target: str | None
    proof: Step | None
    stages: list[Stage]
    passages: list[PassageOut] = Field(default_factory=list)  # of an answer without a verdict, best first
    likelihood: LikelihoodOut | None = None


def explanation_of(answer: Answer, answer_id: str, question: str, as_of: str) -> Explanation:
    """The explanation of an answer just given."""
    return Explanation(
        answer_id=answer_id,
        question=question,
        as_of=as_of,
        outcome=answer.outcome,
        verdict=answer.verdict,
        target=answer.target,
        proof=_step(answer.proof, "") if answer.proof else None,
        stages=[Stage(name=name, found=found) for name, found in answer.trace],
        passages=[PassageOut.model_validate(asdict(p)) for p in answer.weighed],
        likelihood=LikelihoodOut.model_validate(asdict(answer.likelihood)) if answer.likelihood else None,
    )


def presumed_exclusions(step: Step) -> list[Step]:
    """The exclusions of a proof that are taken not to apply, since the person did not speak of them."""
    if step.rule == "none":
        return [p for p in step.parts if p.presumed and p.state is ConditionState.MET]
    return [x for part in step.parts for x in presumed_exclusions(part)]


def _step(proof: Proof, clause: str) -> Step:
    """A step of a proof that stands in a clause with the text `clause`."""
    cited = CitationOut.model_validate(asdict(proof.citation)) if proof.citation else None
    whole = proof.kind is None and _plain(proof.text) == _plain(clause)
    parts = [_step(p, proof.text or clause) for p in _parts(proof)]
    rule, count = proof.kind.value if proof.kind else "condition", proof.count
    if len(parts) == 1 and rule != "none" and _joins_only(parts[0]):
        rule, count, parts = parts[0].rule, parts[0].count, parts[0].parts
    return Step(
        rule=rule,
        count=count,
        text="" if whole else _as_written(proof.text, clause),
        state=proof.state,
        why=proof.why,
        said=proof.said,
        presumed=proof.presumed,
        citation=cited,
        parts=parts,
    )


def _joins_only(step: Step) -> bool:
    """Whether a step says no more than how its parts are joined."""
    return step.rule in ("all", "any", "at_least") and not step.text and step.citation is None


def _as_written(text: str, clause: str) -> str:
    """The words of a condition as they stand in its clause, which is folded to be read."""
    at = fold(clause).find(fold(text))
    return clause[at : at + len(text)] if at >= 0 else text


def _parts(proof: Proof) -> Iterator[Proof]:
    """What a step was made from; of what its clause demands together, the parts themselves."""
    for part in proof.parts:
        if proof.kind is part.kind is GroupKind.ALL and not part.text and part.citation is None:
            yield from _parts(part)
        else:
            yield part


# --- as an indented tree -------------------------------------------------------------------------------


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """The explanation as text: the question, the proof as an indented tree, the stages, what was weighed."""
    yield f"问题：{explanation.question}（按 {explanation.as_of} 回答）"
    if explanation.verdict is not None:
        about = f"（{explanation.target}）" if explanation.target else ""
        yield f"结论{about}：{_VERDICTS[explanation.verdict]}"
    if explanation.proof is not None:
        presumed = presumed_exclusions(explanation.proof)
        for part in explanation.proof.parts:
            yield from _step_lines(part, 1, presumed)
        if presumed:
            yield "  假定不适用（您没有提到；如有其一，请告诉我）："
            yield from (f"    · {_named(step, None)}" for step in presumed)
    if explanation.stages:
        yield "过程："
        yield from (f"  {stage.name}：{stage.found}" for stage in explanation.stages)
    if explanation.passages:
        yield from _passage_lines(explanation.passages, explanation.outcome is Outcome.ANSWERED)
    if explanation.likelihood is not None:
        yield from _likelihood_lines(explanation.likelihood)


def _step_lines(step: Step, depth: int, presumed: Sequence[Step], excludes: bool = False) -> Iterator[str]:
    """A step and what it was made from, without the exclusions that are told by themselves.

    `excludes` says that it is part of an exclusion; what has no clause of its own there bears no mark.
    """
    shown = [p for p in step.parts if p not in presumed]
    if step in presumed or (step.parts and not shown):
        return
    bare = _bare(step)
    mark = "·" if excludes and step.citation is None else MARKS[step.state]
    yield f"{'  ' * depth}{mark} {_named(step, bare)}"
    for part in () if bare else shown:
        yield from _step_lines(part, depth + 1, presumed, excludes or step.rule == "none")


def _passage_lines(passages: Sequence[PassageOut], answered: bool) -> Iterator[str]:
    """The passage that the answer stands on with what its score came from, and the next best."""
    first, *others = passages
    yield f"{'依据' if answered and first.cited else '最接近的条款'}：{_placed(first)}"
    yield f"  {_shortened(first.text, _MOST_WORDS)}"
    yield "  得分（数值 × 权重）："
    yield from (f"    {_product(reason)}" for reason in _telling(first.reasons))
    yield f"    合计 {_signed(first.score)}"
    if others:
        yield "其他相近的条款："
    for passage in others:
        also = "，也引用了" if passage.cited else ""
        yield f"  {_placed(passage)}（合计 {_signed(passage.score)}{also}）"
        yield f"    {_shortened(passage.text, _FEW_WORDS)}"


def _likelihood_lines(likelihood: LikelihoodOut) -> Iterator[str]:
    """How likely an answer is right, and the main reasons for and against."""
    told, rest = likelihood.reasons[:_MOST_REASONS], likelihood.reasons[_MOST_REASONS:]
    yield f"答得上的可能：{likelihood.probability:.0%}（达到 {likelihood.threshold:.0%} 才作答），主要因为："
    yield from (f"    {_product(reason)}" for reason in _telling(told))
    yield f"    其余 {len(rest)} 项和底分 {_signed(likelihood.bias + sum(r.amount for r in rest))}"
    yield f"    合计 {_signed(likelihood.bias + sum(r.amount for r in likelihood.reasons))}（0 即 50%）"


_MOST_WORDS, _FEW_WORDS, _MOST_REASONS = 120, 40, 5


def _placed(passage: PassageOut) -> str:
    return f"《{passage.citation.notice_title}》{passage.citation.locator}"


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _telling(reasons: Sequence[ReasonOut]) -> list[ReasonOut]:
    """The reasons that add something at two decimals."""
    return [reason for reason in reasons if abs(reason.amount) >= 0.005]


def _product(reason: ReasonOut) -> str:
    """A reason as a product: 说到了问的词 0.62 × 0.5 = +0.31."""
    return f"{reason.says} {_number(reason.value)} × {_number(reason.weight)} = {_signed(reason.amount)}"


def _number(value: float) -> str:
    """A number with two decimals at most and a proper minus sign."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-", "−")


def _signed(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−")


def _bare(step: Step) -> Step | None:
    """The one condition that a clause is, which needs no line of its own."""
    only = step.parts[0] if len(step.parts) == 1 else None
    return only if only and only.rule == "condition" and not only.text else None


def _named(step: Step, bare: Step | None) -> str:
    """What a step is about and why it stands as it does."""
    where = f"〔{step.citation.locator}〕" if step.citation else ""
    rule = f"至少满足{step.count}项" if step.rule == "at_least" else _RULES.get(step.rule, "")
    joins = f"（{rule}）" if len(step.parts) > 1 or step.rule == "none" else ""
    told = _reason(bare or step) if bare or not step.parts else ""
    return (
        f"{where}{step.text}{joins}——{told}" if step.text and told else f"{where}{step.text or told}{joins}"
    )


def _reason(step: Step) -> str:
    """Why a step stands as it does, with the person's words."""
    said = f"您说“{step.said}”" if step.said and step.said not in step.why else ""
    return "，".join(x for x in (step.why, said) if x)


def _plain(text: str) -> str:
    """A clause's words alone: without its mark, stops and blanks."""
    return re.sub(r"^[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．]?|[^\w]", "", fold(text))
