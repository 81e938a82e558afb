"""Which fact to ask for next: the one that is likely to settle the verdict with the fewest questions.

The conditions still open form an and-or tree. Each open condition costs one question and holds with an even
chance (a paper that the person left out while telling of others, with less). Of all that are demanded
together, that one is asked first which costs least for its chance to fail; of ways of which one will do, that
which costs least for its chance to succeed. This is the best order for each list by itself (M. R. Garey,
Optimal task sequencing with precedence constraints, 1973; R. Greiner et al., Finding optimal satisficing
strategies for and-or trees, 2006), worked out from the leaves upwards; facts that several conditions share
are counted for each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.answer_parts import ConditionState, Missing
from bot.judging.proof import Proof, leaves_in
from bot.judging.questions import question_of
from bot.speech.bounded import JudgedLeaf
from bot.verdict.quick_replies import quick_replies
from corpus.conditions.conditions import GroupKind, Leaf

__all__ = ["Effort", "effort_of", "facts_to_ask", "questions_for"]

_EVEN, _UNLIKELY = 0.5, 0.2
_MOST = 5
_LATE = "late"  # how much of the months told was paid late (`bot.conversation.replies` reads the reply)


@dataclass(frozen=True, slots=True)
class Effort:
    """Questions to expect until a step is settled, the chance that it is met, and what to ask in turn."""

    questions: float
    chance: float
    order: tuple[JudgedLeaf, ...] = ()
    nearness: float = 0.0  # the share of its conditions that are met; between equals the nearer comes first

    @property
    def to_meet(self) -> float:
        """Questions for each chance of success."""
        return self.questions / self.chance if self.chance else float("inf")

    @property
    def to_fail(self) -> float:
        """Questions for each chance of failure."""
        return self.questions / (1 - self.chance) if self.chance < 1 else float("inf")


_NOTHING_LEFT = {
    ConditionState.MET: Effort(0, 1),
    ConditionState.UNMET: Effort(0, 0),
}


def effort_of(proof: Proof) -> Effort:
    """What it takes to settle a step."""
    if proof.closed:
        return _NOTHING_LEFT[ConditionState.UNMET]
    if proof.state is not ConditionState.UNKNOWN:
        return _NOTHING_LEFT[proof.state]
    if proof.judged is not None:
        return Effort(1, _UNLIKELY if proof.judged.presumed else _EVEN, (proof.judged,))
    parts = [effort_of(p) for p in proof.parts]
    effort = _all_of(parts) if proof.kind is GroupKind.ALL else _one_of(parts)
    if proof.kind is GroupKind.NONE:
        effort = replace(effort, chance=1 - effort.chance)
    return replace(effort, nearness=_met_share(proof))


def _met_share(proof: Proof) -> float:
    leaves = list(leaves_in(proof))
    return sum(j.state is ConditionState.MET for j in leaves) / max(1, len(leaves))


def _all_of(parts: Sequence[Effort]) -> Effort:
    questions, chance = 0.0, 1.0
    order: list[JudgedLeaf] = []
    for part in sorted(parts, key=lambda e: (e.to_fail, -e.nearness)):
        questions += chance * part.questions
        chance *= part.chance
        order += part.order
    return Effort(questions, chance, tuple(order))


def _one_of(parts: Sequence[Effort]) -> Effort:
    questions, failure = 0.0, 1.0
    order: list[JudgedLeaf] = []
    for part in sorted(parts, key=lambda e: (e.to_meet, -e.nearness)):
        questions += failure * part.questions
        failure *= 1 - part.chance
        order += part.order
    return Effort(questions, 1 - failure, tuple(order))


def facts_to_ask(proof: Proof, beside: Iterable[Leaf] = ()) -> tuple[Missing, ...]:
    """The facts still needed, most decisive first, at most five.

    `beside` are conditions of other rules that may come to decide; one reply settles them along with these.
    """
    return questions_for(effort_of(proof).order, (*(j.asked for j in leaves_in(proof)), *beside))


def questions_for(unknown: Iterable[JudgedLeaf], among: Iterable[Leaf]) -> tuple[Missing, ...]:
    """At most five questions for `unknown` conditions; a reply settles all alike `among` those given."""
    first: dict[str, JudgedLeaf] = {}
    for judged in unknown:
        first.setdefault(question_of(judged.asked), judged)
    alike: dict[str, list[Leaf]] = {}
    for leaf in among:
        alike.setdefault(question_of(leaf), []).append(leaf)
    return tuple(_missing(q, judged, alike[q]) for q, judged in list(first.items())[:_MOST])


def _missing(question: str, judged: JudgedLeaf, alike: Sequence[Leaf]) -> Missing:
    """A question with its replies; where what was told lies on both sides of the bound, it is named."""
    if judged.instead:
        return Missing(_LATE, judged.instead)
    replies = quick_replies(judged.asked, list(dict.fromkeys(alike)))
    labels, settles = tuple(r.label for r in replies), tuple(r.claims for r in replies)
    asked = f"您说的是“{judged.told}”，{question}" if judged.told else question
    return Missing(judged.asked.attribute.value, asked, labels, settles)
