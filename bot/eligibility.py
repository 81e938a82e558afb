"""A person's facts against a notice's conditions, in three values (Kleene's strong logic).

`met`, `unmet`, `unknown`: a missing fact is never false. A credential that the person left out while telling
which ones they hold is presumed not held; an exclusion that nobody mentioned is presumed not to apply.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.answer import ConditionState, Verdict
from bot.leaves import JudgedLeaf, judge_leaf
from bot.person import Person
from corpus.conditions import Attribute, Group, GroupKind, Requirement
from corpus.notice import ClauseKind, Notice
from corpus.rules import compile_groups, levels_in

__all__ = [
    "Judged",
    "JudgedGroup",
    "JudgedLeaf",
    "judge_groups",
    "judge_leaf",
    "offered_levels",
    "overall",
    "schemes",
]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN


@dataclass(frozen=True, slots=True)
class Judged:
    """A requirement with the states of its leaves."""

    requirement: Requirement
    state: ConditionState
    leaves: tuple[JudgedLeaf, ...]
    excepted: bool = False

    @property
    def why(self) -> str:
        """What decides: the unmet leaves, else the unknown ones, else all."""
        chosen = [j for j in self.leaves if j.state is self.state] or list(self.leaves)
        return "，".join(dict.fromkeys(j.why for j in chosen if j.why))

    @property
    def touched(self) -> bool:
        """Whether anything the person said bears on it."""
        return any(j.state is not _UNKNOWN and not j.presumed for j in self.leaves)


@dataclass(frozen=True, slots=True)
class JudgedGroup:
    """A group with its state; for an exclusion, `met` means that it does not apply."""

    group: Group
    state: ConditionState
    items: tuple[Judged, ...]

    @property
    def touched(self) -> bool:
        return any(i.touched for i in self.items)


def judge_groups(notice: Notice, person: Person, level: str) -> list[JudgedGroup]:
    """The condition lists of a notice that bear on `level`, judged for a person."""
    groups = [g for g in compile_groups(notice) if g.level in ("", level)]
    if level and any(g.level == level for g in groups):
        groups = [g for g in groups if g.level == level or g.kind is not GroupKind.ANY or not g.level]
    return [_judge_group(g, notice, person) for g in groups]


def schemes(notice: Notice, groups: Sequence[JudgedGroup]) -> list[JudgedGroup]:
    """Groups that stand beside one another under one heading: alternatives, each for its own applicants."""
    beside: dict[int, list[JudgedGroup]] = {}
    for group in groups:
        if group.group.kind is not GroupKind.NONE and not group.group.level and len(group.items) > 1:
            node = notice.clauses[group.group.lead]
            if node.kind is not ClauseKind.PARAGRAPH:
                beside.setdefault(node.parent, []).append(group)
    found = max(beside.values(), key=len, default=[])
    return found if len(found) > 1 else []


def overall(groups: Sequence[JudgedGroup]) -> Verdict:
    """The verdict over all groups: one unmet decides, all met decides, else a fact is missing."""
    states = [g.state for g in groups]
    if _UNMET in states:
        return Verdict.NOT_ELIGIBLE
    positive = [g for g in groups if g.group.kind is not GroupKind.NONE]
    if any(g.touched for g in groups) and not any(g.touched for g in positive):
        return Verdict.ELIGIBLE  # only whether an exclusion applies was asked
    return Verdict.NEEDS_INFO if _UNKNOWN in states else Verdict.ELIGIBLE


def _judge_group(group: Group, notice: Notice, person: Person) -> JudgedGroup:
    items = tuple(_judge(r, notice, person) for r in group.requirements)
    if group.kind is GroupKind.NONE:
        items = tuple(_exclusion(i, person) for i in items)
        return JudgedGroup(group, _all(i.state for i in items), items)
    if group.kind is GroupKind.ALL:
        return JudgedGroup(group, _all(i.state for i in items), items)
    return JudgedGroup(group, _any(items), items)


def _all(states: Iterable[ConditionState]) -> ConditionState:
    known = list(states)
    if _UNMET in known:
        return _UNMET
    return _UNKNOWN if _UNKNOWN in known else _MET


def _any(items: Sequence[Judged]) -> ConditionState:
    if any(i.state is _MET for i in items):
        return _MET
    real = [i for i in items if i.state is _UNKNOWN and not any(j.presumed for j in i.leaves)]
    return _UNKNOWN if real else _UNMET


def _judge(requirement: Requirement, notice: Notice, person: Person) -> Judged:
    leaves = tuple(judge_leaf(leaf, notice, person) for leaf in requirement.leaves)
    return Judged(requirement, _all(j.state for j in leaves), leaves)


def _exclusion(judged: Judged, person: Person) -> Judged:
    """An exclusion applies when all of it is true; turned round so that `met` means it does not."""
    excepted = any(_excepted(e, person.text) for e in judged.requirement.exceptions)
    about = [j for j in judged.leaves if j.leaf.attribute in (Attribute.RETIRED, Attribute.FAILED)] or list(
        judged.leaves
    )
    applies = all(j.state is _MET for j in about) and not excepted
    denied = any(j.state is _UNMET for j in about)
    if applies:
        return Judged(judged.requirement, _UNMET, tuple(about))
    why = "符合除外情形" if excepted else "不属于此情形" if denied else "未提及，按不属于此情形处理"
    presumed = not denied and not excepted
    leaves = tuple(replace(j, state=_MET, why=why, presumed=presumed) for j in about)
    return Judged(judged.requirement, _MET, leaves, excepted)


def _excepted(exception: str, text: str) -> bool:
    """Whether the person claims an exception: most of its words are said, and not denied."""
    grams = [exception[i : i + 2] for i in range(len(exception) - 1)]
    said = [g for g in grams if g in text]
    denied = re.search(
        r"(?:没有?|未|不)(?:再)?(?:办理?|获|拿|有)[^，。]{0,6}" + re.escape(said[-1] if said else "\0"), text
    )
    claims = re.search(r"奖|延长|特批|批准", text) if re.search(r"奖|延长|批准", exception) else True
    return len(said) >= max(2, 0.25 * len(grams)) and bool(claims) and not denied


def offered_levels(notice: Notice) -> tuple[set[str], int | None]:
    """The grades that a table offers, and the first row that says so; (empty, None) without one."""
    found: set[str] = set()
    first = None
    for index, clause in enumerate(notice.clauses):
        if clause.kind is not ClauseKind.ROW:
            continue
        for cell in clause.cells:
            if re.search(r"等级|级别", cell.header) and re.fullmatch(
                r"[\d一二三四五级、,，/ （()）]+", cell.text
            ):
                digits = re.findall(r"[1-5一二三四五]", cell.text)
                found |= {d if not d.isdigit() else "一二三四五"[int(d) - 1] for d in digits}
                first = index if first is None else first
    return found, first


def asked_level(text: str) -> str:
    """The grade that a question is about: the one next to the verb of applying, else the last named."""
    near = re.search(r"(?:考|报|申报|评|条件)[^，。？?]{0,14}?([一二三四五1-5])级(?!证)", text)
    behind = re.search(r"([一二三四五1-5])级(?!证)[^，。]{0,12}(?:能考|能报|条件|年限|行|够|可以)", text)
    match = behind or near
    if match:
        return match.group(1) if not match.group(1).isdigit() else "一二三四五"[int(match.group(1)) - 1]
    plain = levels_in(re.sub(r"[一二三四五1-5]级[^，。]{0,4}证", "", text))
    return plain[-1] if plain else ""
