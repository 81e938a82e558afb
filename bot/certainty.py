"""How likely a verdict is right: readable numbers about it, weighed by a linear model.

What is known when it is given counts: whether every condition came out, how many could be typed, whether what
the person said decided them, and whether the clauses that it rests on speak of what was asked. The weights
stand in `weights.yaml`, written by `wenze eval fit-refusal`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from typing import Annotated, get_type_hints

from bot.answer import Answer
from bot.answer_parts import ConditionState, Verdict
from bot.conversation.question import Question
from bot.finding.answerable import Assessment
from bot.finding.evidence import EvidenceGatherer
from bot.finding.linear import LinearModel, Meaning, weights
from bot.finding.told import Told
from bot.judging.proof import Proof
from bot.telling.relevance import words_about
from corpus.conditions.conditions import Attribute

__all__ = ["MEANINGS", "VerdictSignals", "assess_verdict", "verdict_model"]

_MANY = 6  # words of a question from which on it is asked at length
_SEVERAL = 4  # conditions from which on many are not known


@dataclass(frozen=True, slots=True)
class VerdictSignals:
    """Numbers from 0 to 1, each named for what it says; the model weighs them."""

    asks: Annotated[float, Meaning("还缺情况，没有定论", -1)]
    denies: Annotated[float, Meaning("判为不符合")]
    all_met: Annotated[float, Meaning("逐条对照都符合", 1)]  # by the condition lists, not by one sentence
    spoken_of: Annotated[float, Meaning("引的条款说到了问的词", 1)]  # share of the question that they hold
    many_words: Annotated[float, Meaning("问得具体", 1)]
    said: Annotated[float, Meaning("您说的情况定了结果", 1)]  # share of what decides that the person said
    unknown: Annotated[float, Meaning("还不知道的条件多", -1)]
    untyped: Annotated[float, Meaning("看不懂、只能照问的条件多", -1)]  # share of all conditions

    def named(self) -> dict[str, float]:
        """The numbers by name."""
        return asdict(self)


MEANINGS: Mapping[str, Meaning] = {
    name: hint.__metadata__[0] for name, hint in get_type_hints(VerdictSignals, include_extras=True).items()
}


def assess_verdict(question: Question, answer: Answer, gatherer: EvidenceGatherer) -> Assessment:
    """How likely the verdict of an answer is right."""
    signals, model = _signals(question, answer, gatherer).named(), verdict_model()
    return Assessment(model.probability(signals), True, signals, model.contributions(signals))


@cache
def verdict_model() -> LinearModel:
    """The model that ships with the project."""
    kept = weights()["verdict"]
    return LinearModel(float(kept["bias"]), {k: float(v) for k, v in kept["weights"].items()})


def _signals(question: Question, answer: Answer, gatherer: EvidenceGatherer) -> VerdictSignals:
    places = gatherer.told(answer.citations)
    notice = gatherer.library.notice(answer.citations[0].notice_id) if answer.citations else None
    words = words_about(question, gatherer, notice) if notice else gatherer.words(question.text)
    leaves = [step for step in _steps(answer.proof) if step.judged is not None]
    deciding = [s for s in leaves if answer.proof and s.state is answer.proof.state and not s.presumed]
    unknown = sum(c.state is ConditionState.UNKNOWN for c in answer.conditions)
    return VerdictSignals(
        asks=float(answer.verdict is Verdict.NEEDS_INFO),
        denies=float(answer.verdict is Verdict.NOT_ELIGIBLE),
        all_met=float(answer.verdict is Verdict.ELIGIBLE and answer.proof is not None),
        spoken_of=Told(question, words, places, gatherer).together(),
        many_words=min(1.0, len(words) / _MANY),
        said=_share(deciding, [s for s in deciding if s.said]),
        unknown=min(1.0, unknown / _SEVERAL),
        untyped=_share(leaves, [s for s in leaves if s.judged and s.judged.leaf.attribute is Attribute.OPEN]),
    )


def _steps(proof: Proof | None) -> Iterator[Proof]:
    """A proof with all that stands below it; nothing where there is none."""
    if proof is not None:
        yield proof
        for part in proof.parts:
            yield from _steps(part)


def _share(whole: list[Proof], part: list[Proof]) -> float:
    return len(part) / len(whole) if whole else 0.0
