"""A person's facts against a notice's conditions, in three values (Kleene's strong logic).

`met`, `unmet`, `unknown`: a missing fact is never false. A credential that the person left out while telling
which ones they hold is presumed not held; an exclusion that nobody mentioned is presumed not to apply, and
what is expected of everybody (good conduct, no record) is presumed met.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from bot.answer_parts import ConditionState
from bot.judging.by_level import applies_for_grade, holds_such_grade
from bot.judging.chosen import aims_of, chooses, label_asked, label_of, of_post, other_label, post_aimed_at
from bot.judging.claimed import HALF, LOOSE, describes, exceeded, falls_under, had_besides
from bot.judging.excepted import leaves_open
from bot.judging.judged import Judged, JudgedGroup, by_day_of_birth, deciding, joined, state_of
from bot.judging.kin_homes import acting_kin
from bot.judging.kleene import all_of, at_least, negated
from bot.judging.leaves import JudgedLeaf, judge_leaf
from bot.judging.presumed import (
    REST,
    Relaxing,
    goes_without_saying,
    may_let_in,
    may_relax,
    not_by_rest,
    not_yet_let_in,
    of_named_kind,
    of_sex,
    taken_as_met,
    turned,
    waits_for_time,
)
from bot.person.person import Person
from corpus.conditions.areas import areas_of
from corpus.conditions.classes import class_names, classes_of
from corpus.conditions.conditions import Attribute, Group, GroupKind, Leaf, Node, Requirement, Tree, Waiver
from corpus.conditions.relaxations import is_laxer, loosened
from corpus.notice import Notice
from corpus.rules.rules import compile_groups, let_in_besides
from corpus.rules.targets import nested_groups
from corpus.rules.waivers import concerns, waivers_of
from corpus.values.periods import fold

__all__ = ["Judge", "judge_groups"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN


_PASSING = (Attribute.EDUCATION, Attribute.SEX)  # who tells of these asks about no exclusion by that


def judge_groups(notice: Notice, person: Person, level: str) -> list[JudgedGroup]:
    """The conditions of a notice that bear on `level`, judged for a person."""
    groups = [g for g in compile_groups(notice) if g.level in ("", level)]
    judge = Judge(notice, person, groups)
    return [judge.group(g) for g in groups if g.lead not in judge.nested]


def _of_another(requirement: Requirement, asked: str) -> Judged:
    """A way that is not the one asked about."""
    leaf = Leaf(Attribute.OPEN, "is", None, "", asked)
    return Judged(requirement, _UNMET, (JudgedLeaf(leaf, _UNMET, f"您问的是{asked}"),))


class Judge:
    """Judges the groups of one notice for one person."""

    def __init__(self, notice: Notice, person: Person, groups: Sequence[Group]) -> None:
        self.notice = notice
        self.person = person
        self._groups = groups
        self.classes = classes_of(notice)
        self.areas = areas_of(notice)
        self.area = self.areas.of(person.text)
        self.within: Group | None = None  # the group that is being judged
        self.waivers: list[Waiver] = []
        self.relaxing: list[Relaxing] = []
        self.letting_in: list[Relaxing] = []  # whom something may not bind, by what is not told yet
        found = [(w, *not_by_rest(self._whom(w))) for w in (*waivers_of(notice), *let_in_besides(notice))]
        self.waivers = [w for w, s, _ in found if not w.relaxes and (s is _MET or self._acts(w.who))]
        self.relaxing = [(w, s, told) for w, s, told in found if w.relaxes and may_relax(s, told)]
        self.letting_in = [(w, s, told) for w, s, told in found if not w.relaxes and may_let_in(s, told)]

    def _whom(self, waiver: Waiver) -> tuple[ConditionState, tuple[JudgedLeaf, ...]]:
        """Whether the person is of those whom a waiver speaks of; one of several marks of them may be named
        in short: 满25年、满50周岁的一线职工."""
        several = isinstance(waiver.who, Tree) and waiver.who.kind is GroupKind.ALL
        return self._node(waiver.who, LOOSE if several and waiver.relaxes else HALF)

    def _acts(self, who: Node) -> bool:
        return isinstance(who, Leaf) and acting_kin(who.words, self.person.text) is not None

    @cached_property
    def nested(self) -> dict[int, Group]:
        """The lists that an item of another list opens, by the clause of that item."""
        return nested_groups(self._groups)

    def group(self, group: Group) -> JudgedGroup:
        around, self.within = self.within, group
        judged = self._group(group)
        self.within = around
        return judged

    def _group(self, group: Group) -> JudgedGroup:
        asked = self._way_asked(group)
        items = tuple(i for r in group.requirements for i in self._items(r, asked))
        if group.kind is GroupKind.NONE:
            items = tuple(self._exclusion(i) for i in items)
            return JudgedGroup(
                group, negated(at_least((negated(i.state) for i in items), max(1, group.count))), items
            )
        items = tuple(self._here(self._demand(i), group) for i in items)
        return JudgedGroup(group, state_of(group, items), items)

    @cached_property
    def _post(self) -> tuple[str, tuple[str, ...]]:
        return post_aimed_at(self.notice, self._groups, self.person.text)

    def _by_post(self, judged: JudgedLeaf) -> JudgedLeaf:
        """Whether the post that the person applies for is of the kind that a condition speaks of."""
        fits = of_post(judged.leaf.words, *self._post)
        if fits is None:
            return judged
        why = f"所报岗位{'' if fits else '不'}是{judged.leaf.words}"
        return replace(judged, state=_MET if fits else _UNMET, why=why)

    def _by_grade(self, judged: JudgedLeaf) -> JudgedLeaf:
        """Whether the person holds already what they apply for, where a condition is on that."""
        holds = holds_such_grade(judged.leaf.words, self.person)
        if holds is None:
            return judged
        why = f"{'已' if holds else '未'}取得所报等级的证书"
        return replace(judged, state=_MET if holds else _UNMET, why=why, ask="")

    def _here(self, judged: Judged, group: Group) -> Judged:
        """A demand on who acts in one area, for a person who tells of another: no way, and no demand."""
        if not self.area:
            return judged
        wanted = self.areas.acted_in(fold(self.notice.quote(judged.requirement.span)))
        if not wanted or wanted == self.area:
            return judged
        if group.kind is GroupKind.ALL:
            return replace(judged, state=_MET, leaves=(), applies=False)
        elsewhere = Leaf(Attribute.OPEN, "is", None, "", f"在{wanted}")
        told = JudgedLeaf(elsewhere, _UNMET, f"您说的地方属于{self.area}，不属于{wanted}")
        return replace(judged, state=_UNMET, leaves=(told, *(j for j in judged.leaves if j.state is _MET)))

    def _way_asked(self, group: Group) -> str:
        """The one of several ways with names of their own that the person asks about; `""` for none."""
        if group.kind is not GroupKind.ANY:
            return ""
        return label_asked([self._label(r) for r in group.requirements], self.person.text)

    def _label(self, requirement: Requirement) -> str:
        return label_of(self.notice.quote(requirement.span))

    def _items(self, requirement: Requirement, asked: str = "") -> tuple[Judged, ...]:
        """A requirement judged; one that opens a list of its own, together with that list."""
        if asked and self._label(requirement) != asked:
            return (_of_another(requirement, asked),)
        below = self.nested.get(requirement.clause)
        if below is None:
            return (self.requirement(requirement),)
        inner = self.group(below)
        own = [self._node(x) for x in requirement.leaves if x.attribute is not Attribute.OPEN]
        leaves = [j for _, found in own for j in found] + [j for i in inner.items for j in i.leaves]
        return (Judged(requirement, all_of((*(s for s, _ in own), inner.state)), tuple(leaves)),)

    def requirement(self, requirement: Requirement) -> Judged:
        if other := other_label(self.notice.quote(requirement.span), self.person.text):
            return _of_another(requirement, other)
        if requirement.given is not None:
            state, about = self._given(requirement.given)
            if state is not _MET or all(j.presumed for j in about):
                if state is _UNKNOWN and self._asks_more(requirement):
                    return self._open_for_some(requirement, about)
                return Judged(requirement, _MET, (), applies=False)
        state, leaves = self._whoever(requirement.node)
        if state is _UNKNOWN and goes_without_saying(self.notice.quote(requirement.span)):
            leaves = tuple(taken_as_met(j) if j.state is _UNKNOWN else j for j in leaves)
            state = all_of(j.state for j in leaves)
        waiver = self._waiver(requirement, leaves) if state is not _MET else None
        if waiver is not None:
            leaves = tuple(self._lifted(j, waiver) for j in leaves)
            state = joined(requirement.node, {j.leaf: j.state for j in leaves})
        elif state is _UNMET and (still := self._not_yet_let_in(leaves)) != leaves:
            leaves = still
            state = joined(requirement.node, {j.leaf: j.state for j in leaves})
        waiver = waiver or next((j.freed_by for j in leaves if j.freed_by is not None), None)
        return Judged(requirement, state, leaves, waived=waiver)

    @cached_property
    def _aims(self) -> tuple[str, ...]:
        return aims_of(self._groups)

    def aims_at(self, given: Leaf) -> bool | None:
        """Whether the person says to apply for what a demand is made for; None where nothing told decides."""
        aimed = applies_for_grade(given.words, self.person.text)
        return chooses(given.words, self._aims, self.person.text) if aimed is None else aimed

    def _given(self, given: Node) -> tuple[ConditionState, tuple[JudgedLeaf, ...]]:
        """Whether the person is of those of whom something is demanded; of several aims the one named."""
        if not isinstance(given, Leaf):
            return self._node(given, LOOSE)
        if (aimed := self.aims_at(given)) is None:
            return self._node(given, LOOSE)
        state = _MET if aimed else _UNMET
        return state, (JudgedLeaf(given, state, f"{'' if aimed else '不'}是{given.words}"),)

    def _open_for_some(self, requirement: Requirement, about: tuple[JudgedLeaf, ...]) -> Judged:
        """A demand on some of whom the person may be one, unless a sentence frees them from it."""
        _, leaves = self._node(requirement.node)
        waiver = self._waiver(requirement, leaves)
        if waiver is None:
            return Judged(requirement, _UNKNOWN, about)
        return Judged(requirement, _MET, tuple(self._lifted(j, waiver) for j in leaves), waived=waiver)

    def _asks_more(self, requirement: Requirement) -> bool:
        """Whether a demand on some alone goes further than one that its clause makes of all, and further than
        what is told: 须满1年；属于甲领域的，须满3年, of who has two years."""
        others = self.within.requirements if self.within is not None else ()
        asked = [x for x in requirement.leaves if x.value is not None]
        plain = [
            x for r in others if r.clause == requirement.clause and r is not requirement for x in r.leaves
        ]
        return any(
            is_laxer(x, y) and self.state(x) is _MET and self.state(y) is _UNMET for x in plain for y in asked
        )

    def _demand(self, judged: Judged) -> Judged:
        """A demand, lifted from those whom an exception to it describes: 年满20周岁（劳动模范除外）."""
        exceptions = judged.requirement.exceptions
        if not exceptions:
            return judged
        if has := had_besides(exceptions, self.notice.quote(judged.requirement.span), self.person.text):
            leaves = tuple(replace(j, state=_UNMET, why=f"您说“{has}”") for j in judged.leaves)
            return replace(judged, state=_UNMET, leaves=leaves)
        if judged.state is _MET and not any(j.presumed for j in judged.leaves):
            return judged
        if over := exceeded(exceptions, self.person, self._node):
            return replace(judged, state=_UNMET, leaves=over)
        rule = fold(self.notice.clause_text(judged.requirement.clause))
        if not any(describes(e, rule, self.person.text, self._node) for e in exceptions):
            return judged
        leaves = tuple(replace(j, state=_MET, why="符合除外情形", presumed=False) for j in judged.leaves)
        return replace(judged, state=_MET, leaves=leaves, excepted=True)

    def state(self, node: Node) -> ConditionState:
        """The state of a tree."""
        return self._node(node)[0]

    def excepts(self, words: str, rule: str = "") -> bool:
        """Whether an exception to what keeps out, to a `rule`, holds for the person."""
        return falls_under(words, rule, self.person, self._node)

    def _waiver(self, requirement: Requirement, leaves: Sequence[JudgedLeaf]) -> Waiver | None:
        """The sentence that frees the person from what is not met, where there is one."""
        for waiver in self.waivers:
            if self.within is not None and not concerns(self.notice, waiver, self.within):
                continue
            here = not waiver.attributes and waiver.clause == requirement.clause
            open_still = [j.leaf for j in leaves if j.state is not _MET]
            if here or (waiver.attributes and any(map(waiver.frees, open_still))):
                return waiver
        return None

    def _not_yet_let_in(self, leaves: tuple[JudgedLeaf, ...]) -> tuple[JudgedLeaf, ...]:
        within = self.within
        bearing = [r for r in self.letting_in if within is not None and concerns(self.notice, r[0], within)]
        return tuple(not_yet_let_in(j, bearing) for j in leaves) if bearing else leaves

    def _lifted(self, judged: JudgedLeaf, waiver: Waiver) -> JudgedLeaf:
        if judged.state is _MET or not waiver.frees(judged.leaf):
            return judged
        return replace(judged, state=_MET, why="按您的情况不受此限制", presumed=False)

    def _node(self, node: Node, floor: float = HALF) -> tuple[ConditionState, tuple[JudgedLeaf, ...]]:
        """The state of a tree and the leaves that decide it."""
        if isinstance(node, Leaf):
            judged = judge_leaf(node, self.notice, self.person, floor)
            if node.attribute is Attribute.OPEN and judged.state is _UNKNOWN:
                judged = self._by_area(self._by_class(judged))
            if node.attribute is Attribute.OPEN:
                judged = self._by_grade(self._by_post(judged))
            if judged.state is _UNMET and floor == HALF:
                judged = self._relaxed(judged)
            if judged.state is _UNKNOWN and floor == HALF and self._rest_is_met:
                judged = replace(judged, state=_MET, why=REST, presumed=True)
            return judged.state, (judged,)
        parts = [self._node(p, floor) for p in node.parts]
        if node.kind in (GroupKind.ANY, GroupKind.AT_LEAST):
            enough = max(1, node.count)
            parts = of_named_kind(node, parts)
            if any(s is _UNMET for s, _ in parts):
                parts = [not_by_rest(part) for part in parts]
            state = at_least((s for s, _ in parts), enough)
            return state, deciding(parts, state, enough)
        parts = [by_day_of_birth(part, parts) for part in parts]
        if node.kind is GroupKind.NONE:
            leaves = tuple(turned(j) for _, found in parts for j in found)
            return all_of(j.state for j in leaves), leaves
        return all_of(s for s, _ in parts), tuple(j for _, leaves in parts for j in leaves)

    @property
    def _rest_is_met(self) -> bool:
        """Whether the person says that they meet the rest: of what keeps out nothing is said by that."""
        excludes = self.within is not None and self.within.kind is GroupKind.NONE
        return self.person.says_rest_is_met and not excludes

    def _relaxed(self, judged: JudgedLeaf) -> JudgedLeaf:
        """A bound that is not met, by what is relaxed for the person, or may be."""
        group = self.within
        if group is None or group.kind is GroupKind.NONE:
            return judged
        for waiver, state, told in self.relaxing:
            loose = loosened(judged.leaf, waiver) if concerns(self.notice, waiver, group) else None
            again = judge_leaf(loose, self.notice, self.person) if loose is not None else judged
            if again.state is not _MET:
                continue
            if state is _MET:
                return replace(again, leaf=judged.leaf, freed_by=waiver)
            asked = next(j for j in told if j.state is _UNKNOWN)
            return replace(judged, state=_UNKNOWN, ask=asked.ask, waits_for=asked.leaf)
        return judged

    def _whoever(self, node: Node) -> tuple[ConditionState, tuple[JudgedLeaf, ...]]:
        """The state of a tree; where only the sex is open, what holds of men and women alike."""
        state, leaves = self._node(node)
        if self.person.sex or state is not _UNKNOWN or not any(map(of_sex, leaves)):
            return state, leaves
        asked = self.person
        found = []
        for sex in ("男", "女"):
            self.person = replace(asked, sex=sex)
            found.append(self._node(node))
        self.person = asked
        if found[0][0] is not found[1][0]:
            return state, leaves
        both = {j.leaf: j for _, told in found for j in told if not of_sex(j)}
        return found[0][0], tuple(both.values())

    def _best_class(self) -> str:
        """The first class that the person is of: who is of several is of the one named first."""
        return next((name for name, node in self.classes.items() if self._node(node)[0] is _MET), "")

    def _by_class(self, judged: JudgedLeaf) -> JudgedLeaf:
        """Whether somebody is of a class that the notice defines, by what makes one of that class."""
        names = [name for name in class_names(judged.leaf.words) if name in self.classes]
        parts = [self._node(self.classes[name]) for name in names]
        state = at_least([s for s, _ in parts], 1) if parts else judged.state
        if parts and (best := self._best_class()) and best not in names:
            return replace(judged, state=_UNMET, why=f"属于{best}，不属于{judged.leaf.words}")
        if state is _UNKNOWN:
            return judged
        why = "，".join(j.why for s, leaves in parts if s is state for j in leaves if j.state is state)
        return replace(
            judged, state=state, why=f"{why}，{'属于' if state is _MET else '不属于'}{judged.leaf.words}"
        )

    def _by_area(self, judged: JudgedLeaf) -> JudgedLeaf:
        """Whether somebody is of an area that the notice tells apart, by the place that they name."""
        if judged.leaf.words not in self.areas.names or not self.area:
            return judged
        here = self.area == judged.leaf.words
        why = f"您说的地方属于{self.area}"
        return replace(judged, state=_MET if here else _UNMET, why=why)

    def _exclusion(self, judged: Judged) -> Judged:
        """An exclusion applies when all of it is true; turned round so that `met` means it does not."""
        requirement = judged.requirement
        rule = fold(self.notice.clause_text(requirement.clause))
        holding = [e for e in requirement.exceptions if self.excepts(e, rule)]
        excepted, partly = bool(holding), any(leaves_open(e, self.person.text) for e in holding)
        telling = (Attribute.RETIRED, Attribute.FAILED)
        about = [j for j in judged.leaves if j.leaf.attribute in telling] or list(judged.leaves)
        applies = (
            bool(about)
            and all(j.state is _MET and not j.presumed for j in about)
            and not excepted
            and judged.waived is None
        )
        denied = any(j.state is _UNMET for j in about)
        if applies:
            return Judged(requirement, _UNMET, tuple(about))
        if not excepted and judged.waived is None and waits_for_time(about):
            return Judged(requirement, _UNKNOWN, tuple(about))
        why = "符合除外情形" if excepted else "不属于此情形" if denied else "未提及，按不属于此情形处理"
        passing = all(j.leaf.attribute in _PASSING for j in about)
        presumed = (not denied or passing) and not excepted
        leaves = tuple(replace(j, state=_MET, why=why, presumed=presumed) for j in about)
        return Judged(requirement, _MET, leaves, excepted, partly, applies=judged.applies)
