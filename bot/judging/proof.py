"""The proof of a verdict: rule, condition, the person's fact and the clause, as one tree.

After the trace nodes of openfisca-core: a name, inputs, a value, children. What was judged leaf by leaf is
put back into the shape of the notice's rules; nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.answer_parts import ConditionState, Verdict
from bot.judging.eligibility import Judge
from bot.judging.judged import Judged, JudgedGroup
from bot.judging.kleene import all_of, at_least, negated
from bot.judging.leaves import JudgedLeaf, judge_leaf
from bot.judging.said import Sayings
from bot.person.person import Person
from corpus.conditions.conditions import Attribute, Group, GroupKind, Leaf, Node, Requirement, leaves_of
from corpus.notice import Citation, Notice, cite

__all__ = ["STATES", "Proof", "leaves_in", "prove"]

STATES = {
    Verdict.ELIGIBLE: ConditionState.MET,
    Verdict.NOT_ELIGIBLE: ConditionState.UNMET,
    Verdict.NEEDS_INFO: ConditionState.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Proof:
    """One step: `parts` joined by `kind` come out as `state`.

    A step without a kind is a single condition, then `judged` says what was compared. Of an exclusion
    (`NONE`) `met` says that it keeps nobody out; its parts stand as the notice puts them. `citation` is the
    clause; steps inside a clause have none of their own. `closed` marks a way that is not looked into
    further, since it waits for a paper that the person did not tell of among others.
    """

    kind: GroupKind | None
    state: ConditionState
    text: str
    parts: tuple[Proof, ...] = ()
    count: int = 0  # of how many parts it takes, where the kind is AT_LEAST
    judged: JudgedLeaf | None = None
    clause: int = -1
    citation: Citation | None = None
    why: str = ""
    said: str = ""  # the person's words that decided a single condition
    presumed: bool = False
    closed: bool = False
    waived: Citation | None = None  # the sentence that frees the person from what is not met


def prove(
    notice: Notice,
    person: Person,
    groups: Sequence[JudgedGroup],
    verdict: Verdict,
    target: str,
    read: Callable[[str], Person],
) -> Proof:
    """The proof of `verdict` from the groups that decided it; `read` reads a part of what the person said."""
    prover = _Prover(notice, person, [g.group for g in groups], Sayings(notice, person, read))
    parts = tuple(prover.group(g) for g in groups)
    return Proof(GroupKind.ALL, STATES[verdict], target or notice.title, parts)


def leaves_in(proof: Proof) -> Iterator[JudgedLeaf]:
    """The single conditions of a proof, in reading order."""
    if proof.judged is not None:
        yield proof.judged
    for part in proof.parts:
        yield from leaves_in(part)


def _open_in(requirement: Requirement, known: Mapping[Leaf, JudgedLeaf]) -> Node:
    """What of a requirement is looked into: its demand, or whether the person is of whom it is made."""
    given = requirement.given
    of_whom = given is not None and bool(known) and set(known) <= set(leaves_of(given))
    return given if of_whom and given is not None else requirement.node


class _Prover:
    """Builds the proof of one notice's rules for one person."""

    def __init__(self, notice: Notice, person: Person, groups: Sequence[Group], sayings: Sayings) -> None:
        self.notice = notice
        self.person = person
        self.sayings = sayings
        self.judge = Judge(notice, person, groups)

    def group(self, judged: JudgedGroup) -> Proof:
        group = judged.group
        parts = tuple(self._item(i, group.kind) for i in judged.items)
        lead = self.notice.clause_text(group.lead)
        where = cite(self.notice, group.lead)
        presumed = bool(parts) and all(p.presumed for p in parts)
        return Proof(
            group.kind,
            judged.state,
            lead,
            parts,
            group.count,
            clause=group.lead,
            citation=where,
            presumed=presumed,
        )

    def _item(self, item: Judged, kind: GroupKind) -> Proof:
        requirement = item.requirement
        text = self.notice.quote(requirement.span)
        where = cite(self.notice, requirement.clause, requirement.span)
        if not item.applies:
            why = "不涉及您的情况"
            return Proof(GroupKind.ALL, item.state, text, clause=requirement.clause, citation=where, why=why)
        known = {} if kind is GroupKind.NONE else {j.leaf: j for j in item.leaves}
        parts: tuple[Proof, ...] = (self._node(_open_in(requirement, known), known),)
        if below := self.judge.nested.get(requirement.clause):
            parts = (*parts, self.group(self.judge.group(below)))
        waiting = [j for j in item.leaves if j.presumed and j.state is ConditionState.UNKNOWN]
        return Proof(
            GroupKind.ALL,
            item.state,
            text,
            parts,
            clause=requirement.clause,
            citation=where,
            why=self._reasons(item),
            presumed=bool(item.leaves) and all(j.presumed for j in item.leaves),
            closed=kind in (GroupKind.ANY, GroupKind.AT_LEAST) and bool(waiting),
            waived=cite(self.notice, item.waived.clause, item.waived.span) if item.waived else None,
        )

    def _node(self, node: Node, known: Mapping[Leaf, JudgedLeaf]) -> Proof:
        if isinstance(node, Leaf):
            judged = known.get(node) or judge_leaf(node, self.notice, self.person)
            why, said = self._why(judged)
            return Proof(
                None, judged.state, node.words, judged=judged, why=why, said=said, presumed=judged.presumed
            )
        below = {} if node.kind is GroupKind.NONE else known  # what was judged there is turned round
        parts = tuple(self._node(p, below) for p in node.parts)
        states = [p.state for p in parts]
        some = at_least(states, max(1, node.count))
        state = {GroupKind.ALL: all_of(states), GroupKind.NONE: negated(some)}.get(node.kind, some)
        return Proof(node.kind, state, "", parts, node.count)

    def _reasons(self, item: Judged) -> str:
        """What decides a clause: its conditions of the same state, else all of them."""
        chosen = [j for j in item.leaves if j.state is item.state] or list(item.leaves)
        return "，".join(dict.fromkeys(w for w, _ in map(self._why, chosen) if w))

    def _why(self, judged: JudgedLeaf) -> tuple[str, str]:
        """Why a condition stands as it does, and the words that say so; these alone where it has no type."""
        said = self.sayings.behind(judged)
        spoken = judged.leaf.attribute is Attribute.OPEN and said and "回答" not in judged.why
        return (f"您说“{said}”" if spoken else judged.why), said
