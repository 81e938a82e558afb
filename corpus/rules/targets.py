"""What one notice decides about: levels, schemes, groups of applicants, posts; each with its own conditions.

Some conditions are shared by all targets. A level that an annex describes and no table offers is a target
that is not offered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from corpus import patterns as re
from corpus.conditions.channels import channel_clauses
from corpus.conditions.conditions import Attribute, Group, GroupKind
from corpus.conditions.schemes import aim_of
from corpus.notice import Clause, ClauseKind, Notice
from corpus.once import once_per_notice

__all__ = [
    "LEVELS",
    "Offer",
    "Target",
    "TargetKind",
    "nested_groups",
    "offers_of",
    "side_by_side",
    "split_targets",
]

LEVELS = "五四三二一"


class TargetKind(StrEnum):
    """What sort of thing is decided about."""

    NOTICE = "notice"  # the notice makes no difference
    LEVEL = "level"
    SCHEME = "scheme"  # a scheme, or a kind of applicants
    POST = "post"  # a row of a table


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that is decided about: the conditions of its own and those shared with the others.

    `offered_for` names what the target is offered for: the occupations in whose rows a level stands.
    """

    name: str
    kind: TargetKind
    own: tuple[Group, ...]
    shared: tuple[Group, ...]
    offered: bool = True
    offered_for: tuple[str, ...] = ()

    @property
    def groups(self) -> tuple[Group, ...]:
        """All conditions of the target."""
        return (*self.own, *self.shared)

    @property
    def level(self) -> str:
        """The grade (一 to 五) that it is, `""` where it is none."""
        return self.name.removesuffix("级") if self.kind is TargetKind.LEVEL else ""


def split_targets(notice: Notice, groups: Sequence[Group]) -> tuple[Target, ...]:
    """The targets of a notice whose conditions are `groups`; the notice itself where it makes no difference.

    A list inside a list (`nested_groups`) goes where the condition stands that opens it.
    """
    inner = set(nested_groups(groups))
    outer = [g for g in groups if g.lead not in inner]
    if any(g.level for g in outer):
        parts = _levels(notice, outer)
    elif len(beside := side_by_side(notice, outer)) > 1:
        parts = _schemes(notice, beside)
    else:
        parts = [(notice.title or notice.notice_id, TargetKind.NOTICE, [g for g in outer if not g.level])]
    taken = {id(g) for _, _, own in parts for g in own}
    shared = _whole([g for g in outer if id(g) not in taken], groups)
    offers = offers_of(notice)
    targets = []
    for name, kind, own in parts:
        offer = offers.get(name.removesuffix("级")) if kind is TargetKind.LEVEL else None
        given = not offers or kind is not TargetKind.LEVEL or offer is not None
        targets.append(Target(name, kind, _whole(own, groups), shared, given, offer.names if offer else ()))
    return tuple(targets)


_Part = tuple[str, TargetKind, list[Group]]


def _levels(notice: Notice, groups: Sequence[Group]) -> list[_Part]:
    """A target for each level that has conditions or is offered."""
    named = {g.level for g in groups if g.level} | set(offers_of(notice))
    levels = [x for x in LEVELS if x in named]
    return [(f"{x}级", TargetKind.LEVEL, [g for g in groups if g.level == x]) for x in levels]


def _schemes(notice: Notice, beside: Sequence[Group]) -> list[_Part]:
    """A target for each audience, and for each list that names none."""
    found: dict[str | int, list[Group]] = {}
    for group in beside:
        found.setdefault(group.audience or group.lead, []).append(group)
    parts = []
    for own in found.values():
        row = notice.clauses[own[0].lead].kind is ClauseKind.ROW
        lead = notice.clauses[own[0].lead]
        heading = notice.heading(own[0].lead).removeprefix(lead.marker).rstrip("：: ")
        whose = _WHOSE.match(heading)
        name = own[0].audience or (whose["who"] if whose else heading)
        parts.append((name, TargetKind.POST if row else TargetKind.SCHEME, own))
    return parts


# 本市户籍家庭申请的，应当同时符合下列条件
_WHOSE = re.compile(r"(?P<who>[^，,：:的]{2,16}?)(?:申请|申报|申领|报名|报考|参加|办理)?的[，,]")


def _whole(outer: Sequence[Group], groups: Sequence[Group]) -> tuple[Group, ...]:
    """`outer` with the lists inside them, in the order of `groups`."""
    inner = nested_groups(groups)
    leads = set(_below(outer, inner))
    kept = {id(g) for g in outer}
    return tuple(g for g in groups if id(g) in kept or g.lead in leads)


def _below(outer: Iterable[Group], inner: dict[int, Group]) -> Iterator[int]:
    """The leads of all lists that conditions of `outer` open."""
    for group in outer:
        for requirement in group.requirements:
            below = inner.get(requirement.clause)
            if below is not None and below.lead != group.lead:
                yield below.lead
                yield from _below([below], inner)


def nested_groups(groups: Iterable[Group]) -> dict[int, Group]:
    """Lists that an item of another list opens, by the clause of that item.

    A list printed within the very clause that opens it is no list below that clause.
    """
    groups = list(groups)
    lists = [g for g in groups if len(g.requirements) > 1 and all(r.clause != g.lead for r in g.requirements)]
    inside = {r.clause: g.lead for g in groups for r in g.requirements if r.clause != g.lead}
    return {g.lead: g for g in lists if inside.get(g.lead, g.lead) != g.lead}


def side_by_side(notice: Notice, groups: Iterable[Group]) -> list[Group]:
    """Groups that stand beside one another, each for its own applicants or for a thing of its own."""
    named: dict[int, list[Group]] = {}
    beside: dict[int, list[Group]] = {}
    groups = list(groups)
    for group in groups:
        if group.kind is GroupKind.NONE or group.level or group.named_by in channel_clauses(notice):
            continue
        if group.audience:
            granted = aim_of(notice, group.named_by) == group.audience and len(group.requirements) > 1
            named.setdefault(_side(notice, group.named_by, granted), []).append(group)
        elif len(group.requirements) > 1 and not (_of_some(group) or _of_all(notice, group.lead)):
            beside.setdefault(_side(notice, group.lead, True), []).append(group)
    families = [f for f in named.values() if len({g.audience for g in f}) > 1]
    families += [f for f in beside.values() if len({g.lead for g in f}) > 1 and not _each_of_its_matter(f)]
    largest = max(families, key=len, default=[])
    names = {g.audience for g in largest if g.audience}
    further = [g for f in named.values() if f is not largest for g in f if g.audience in names]
    shut = [g for g in groups if g.kind is GroupKind.NONE and g.audience in names and not g.level]
    return [*largest, *further, *shut]


def _of_some(group: Group) -> bool:
    """Whether all that a group demands is of some alone, each time of whom it says."""
    return all(r.given is not None for r in group.requirements)


# 招聘对象 beside 招聘条件: headings that say of what sort a list is, and name no thing that it is for.
_OF_ALL = re.compile(
    r"[\W\d一二三四五六七八九十]*(?:招聘|招募|招生|招收|申请|申报|报名|报考|应聘|参赛|参评|征集|征兵|享受|认定|基本|必备|资格|学历|年龄|身体|体格|政治|专业|业绩|其他|总体|共同|一般|人员)*"
    r"(?:对象|范围|条件|资格|要求)(?:[和、及与](?:对象|范围|条件|资格|要求))?[：:]?\s*"
)


def _of_all(notice: Notice, lead: int) -> bool:
    """Whether the heading of a list, or the one right above its lead-in, is of conditions as such."""
    node = notice.clauses[lead]
    heading = node.parent if node.kind is ClauseKind.PARAGRAPH and node.parent >= 0 else lead
    marker = notice.clauses[heading].marker
    return _OF_ALL.fullmatch(notice.clause_text(heading).removeprefix(marker)) is not None


def _side(notice: Notice, index: int, opens_list: bool) -> int:
    """Under which clause what a clause opens stands beside others: a paragraph with a list as its section."""
    node = notice.clauses[index]
    inner = opens_list and node.kind is ClauseKind.PARAGRAPH and node.parent >= 0
    return notice.clauses[node.parent].parent if inner else node.parent


def _each_of_its_matter(groups: Sequence[Group]) -> bool:
    """Whether each list is of a matter of its own, so that all hold together: schooling, residence."""
    matters = [
        {x.attribute for r in g.requirements for x in r.leaves if x.attribute is not Attribute.OPEN}
        for g in groups
    ]
    return all(matters) and all(a.isdisjoint(b) for a, b in combinations(matters, 2))


# --- what is offered -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Offer:
    """A level that a table offers: the first row that says so, and the names in its rows."""

    row: int
    names: tuple[str, ...]


_GRADED = re.compile(r"等级|级别")
_GRADES = re.compile(r"[\d一二三四五级、,，/ （()）]+")
_NAMED = re.compile(r"职业|工种|项目|专业|岗位|科目|名称")


@once_per_notice
def offers_of(notice: Notice) -> dict[str, Offer]:
    """The levels (一 to 五) that tables offer; empty where none does."""
    found: dict[str, Offer] = {}
    for index, clause in enumerate(notice.clauses):
        told = [(level, _names_of_row(clause)) for level in _levels_of_row(clause)]
        for level, own in told or _offers_in_words(notice, index):
            known = found.get(level, Offer(index, ()))
            found[level] = Offer(known.row, tuple(dict.fromkeys((*known.names, *own))))
    return found


# 电工：五级、四级；焊工：四级、三级
_OFFERED = re.compile(
    r"(?P<name>[^：:，,；;。]{2,14})[：:](?P<levels>[一二三四五]级(?:/[^、，,；;。]{2,6})?(?:[、和及][一二三四五]级(?:/[^、和及，,；;。]{2,6})?)*)"
)


def _offers_in_words(notice: Notice, index: int) -> Iterator[tuple[str, list[str]]]:
    """The levels that a sentence offers of each of several occupations, each with the occupation."""
    clause = notice.clauses[index]
    if clause.kind in (ClauseKind.ROW, ClauseKind.TABLE):
        return
    parts = [_OFFERED.fullmatch(p.strip()) for p in re.split(r"[；;。]", notice.clause_text(index))]
    found = [m for m in parts if m is not None]
    if len(found) > 1:
        for match in found:
            for level in re.findall(r"([一二三四五])级", match["levels"]):
                yield level, [match["name"].removeprefix(clause.marker)]


def _levels_of_row(row: Clause) -> Iterator[str]:
    for cell in row.cells:
        if _GRADED.search(cell.header) and _GRADES.fullmatch(cell.text):
            for digit in re.findall(r"[1-5一二三四五]", cell.text):
                yield digit if not digit.isdigit() else "一二三四五"[int(digit) - 1]


def _names_of_row(row: Clause) -> list[str]:
    """The first cell of a row that names an occupation or the like."""
    for cell in row.cells:
        if _NAMED.search(cell.column) and re.search(r"[\u4e00-\u9fff]{2}", cell.text):
            return [cell.text]
    return []
