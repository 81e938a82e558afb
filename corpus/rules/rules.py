"""The rule compiler: lists, sentences and table rows of conditions to groups of typed requirements.

Chinese notices are formulaic. 具备以下条件之一 opens a disjunction, 同时具备 and 须符合 a conjunction,
有下列情形之一的不得 and 不适用 an exclusion; …除外 is an exception; 满, 以上, 不少于, 以下, 未满 are bounds.
What cannot be typed stays open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date

from corpus import patterns as re
from corpus.conditions.audiences import (
    audience_of,
    in_section,
    is_below_last_titled,
    levels_in,
    speaks_of_all,
    title_of,
)
from corpus.conditions.channels import Channel, channel_clauses
from corpus.conditions.conditions import Group, GroupKind, Requirement, Waiver
from corpus.conditions.lead_kinds import ABOUT_CONDUCT, kind_of
from corpus.conditions.schemes import aim_granted, aim_of, scheme_sections
from corpus.conditions.sentence_spans import sentences_of
from corpus.conditions.sparing import spared_by, sparing_clauses
from corpus.notice import ClauseKind, Notice, Span
from corpus.once import once_per_notice
from corpus.rules.beside_lists import apart_from_lists, waived_beside
from corpus.rules.defined import with_defined
from corpus.rules.inline_lists import inline_list, of_kind
from corpus.rules.lead_demands import demanded_in_line
from corpus.rules.list_rules import further_benefits, groups_of_lists
from corpus.rules.other_majors import with_other_majors
from corpus.rules.other_persons import of_whom_it_is
from corpus.rules.overlay import corrected_targets
from corpus.rules.pointing import without_pointers
from corpus.rules.row_lists import listed_tables
from corpus.rules.row_rules import groups_of_rows
from corpus.rules.sentences import demands_in
from corpus.rules.targets import Target, TargetKind
from corpus.rules.waivers import lists_freed
from corpus.rules.ways import with_further_ways
from corpus.values.periods import find_date, fold

__all__ = [
    "compile_groups",
    "counted_until",
    "cut_off",
    "is_graded",
    "let_in_besides",
    "lists_with",
    "targets_of",
]


@once_per_notice
def compile_groups(notice: Notice) -> tuple[Group, ...]:
    """The conditions of a notice as corrected: of lists first, then of sentences and table rows."""
    compiled = apart_from_lists(notice, _compiled(notice))
    if not notice.corrections:
        return compiled
    groups = dict.fromkeys(g for target in targets_of(notice) for g in target.groups)
    order = {group: number for number, group in enumerate(compiled)}
    return tuple(sorted(groups, key=lambda g: order.get(g, len(order))))


def lists_with(notice: Notice, clause: int) -> tuple[Group, ...]:
    """The lists of several conditions, judged together, that a clause is one of."""
    lists = (g for g in compile_groups(notice) if len(g.requirements) > 1)
    return tuple(g for g in lists if any(r.clause == clause for r in g.requirements))


@once_per_notice
def targets_of(notice: Notice) -> tuple[Target, ...]:
    """What a notice decides about, each with its conditions as corrected; () where it states none."""
    compiled = apart_from_lists(notice, _compiled(notice))
    targets = corrected_targets(notice, compiled)
    return targets if any(t.groups for t in targets) else ()


@once_per_notice
def let_in_besides(notice: Notice) -> tuple[Waiver, ...]:
    """Whom sentences beside a list let in, and what they are freed from."""
    return () if notice.corrections else waived_beside(notice, _compiled(notice))


@once_per_notice
def is_graded(notice: Notice) -> bool:
    """Whether a notice decides about several levels."""
    return sum(t.kind is TargetKind.LEVEL for t in targets_of(notice)) > 1


@once_per_notice
def _compiled(notice: Notice) -> tuple[Group, ...]:
    """The conditions of a notice, in reading order: of lists first, then of sentences and table rows."""
    lists, leads = groups_of_lists(notice)
    listed = {r.clause for g in lists for r in g.requirements} | {g.lead for g in lists}
    listed |= further_benefits(notice) | lists_freed(notice)
    rows = (g for g in groups_of_rows(notice) if notice.clauses[g.lead].parent not in listed_tables(notice))
    items = {r.clause for g in lists for r in g.requirements}
    before = {g.lead: _last_sentence(notice, g.lead) for g in lists if g.lead not in items}
    groups = (*lists, *leads, *_of_sentences(notice, listed, before), *rows)
    asked = _below_questions(notice)
    bound = (of_whom_it_is(notice, g) for g in without_pointers(groups))
    apart = (replace(g, aside=True) if g.lead in asked else g for g in bound)
    whole = with_further_ways(notice, with_defined(notice, tuple(apart)))
    return with_other_majors(notice, whole)


_QUESTION = re.compile(r"(?:问|Q)?\s*\d*[、.：:]?.{4,}[？?]\s*$")
_FEWEST_QUESTIONS = 3  # headings that ask, from which on a notice is one of questions and answers


@once_per_notice
def _below_questions(notice: Notice) -> frozenset[int]:
    """The clauses of a notice of questions and answers: each answer binds whom its question is about."""
    asking = {
        i
        for i, c in enumerate(notice.clauses)
        if c.kind is ClauseKind.HEADING and c.children and _QUESTION.fullmatch(notice.clause_text(i))
    }
    if len(asking) < _FEWEST_QUESTIONS:
        return frozenset()
    below = (i for i in range(len(notice.clauses)) if any(a in asking for a in notice.ancestors(i)))
    return frozenset(below)


# --- sentences and rows --------------------------------------------------------------------------------


def _last_sentence(notice: Notice, lead: int) -> int:
    """Where the sentence of a lead-in begins that opens its list: 甲可申领。有下列情形之一的，不予发放：."""
    return max((span.start for span in sentences_of(notice, lead)), default=0)


def _of_sentences(notice: Notice, listed: set[int], before: Mapping[int, int]) -> Iterator[Group]:
    """What sentences outside the lists demand: a group for each clause, one for ways in beside each other.

    Of the lead-in of a list those are read that stand `before` the one that opens it.
    """
    ways: dict[tuple[int, str, bool, str, int], list[Requirement]] = {}
    aims = {a for i in range(len(notice.clauses)) if (a := aim_of(notice, i))}
    homes: dict[int, int] = {}  # under which clause what a clause lets in is one of several ways
    for index, clause in enumerate(notice.clauses):
        if index in listed - before.keys() or clause.kind in (ClauseKind.ROW, ClauseKind.TABLE):
            continue
        if (channel := channel_clauses(notice).get(index)) is not None:
            yield _of_channel(notice, index, channel)
            continue
        opened = begins = 0  # where a list in the same clause begins, and what stands behind it
        if index not in before and (inline := inline_list(notice, index)):
            yield inline
            if (besides := demanded_in_line(notice, inline)) is not None:
                yield besides
            listed_at = [r.span for r in inline.requirements]
            begins = max((s.end for s in listed_at), default=0)
            opened = min((s.start for s in listed_at), default=0)
        found: dict[GroupKind, list[Requirement]] = {}
        aside = not in_section(notice, index)
        titled = audience_of(notice, index)[1] not in (-1, index) or aim_of(notice, index) in aims
        titled = titled or index in before
        for demand in demands_in(notice, index, in_section(notice, index), titled):
            if demand.requirement.span.start < begins and demand.requirement.span.end > opened:
                continue
            if demand.requirement.span.end > before.get(index, len(notice.text)):
                continue
            found.setdefault(demand.kind, []).append(demand.requirement)
            aside = aside and not demand.of_all
        if let_in := found.pop(GroupKind.ANY, []):
            below = clause.kind is ClauseKind.PARAGRAPH and clause.parent in homes
            homes[index] = homes[clause.parent] if below else clause.parent
            for way in let_in:
                level = _level_granted(notice, way)
                on_conditions = bool(level) or in_section(notice, index)
                section = _section_of(notice, index)
                key = (homes[index], _thing_of(notice, way, aims), on_conditions, level, section)
                ways.setdefault(key, []).append(way)
        level = _level_above(notice, index)
        for kind, requirements in found.items():
            named = ("", -1) if _binds_all_above(notice, index, requirements) else audience_of(notice, index)
            yield Group(kind, index, level, tuple(requirements), *named, aside=aside)
    for (_, aim, on_conditions, level, _), requirements in ways.items():
        if requirements:
            lead, aside = requirements[0].clause, not on_conditions
            named = (aim, lead) if aim else audience_of(notice, lead)
            if aside and named[1] < 0:
                named = _arrangement(notice, lead)
            yield Group(GroupKind.ANY, lead, level, tuple(requirements), *named, aside=aside)


def _section_of(notice: Notice, index: int) -> int:
    """The section about a thing of its own that a clause stands in; -1 for none."""
    named_by = audience_of(notice, index)[1]
    return named_by if named_by in scheme_sections(notice) else -1


# 取得二级证书后满4年的，可申报一级（高级技师）。
_GRANTS_LEVEL = re.compile(r"可以?(?:直接)?(?:申报|报考|晋升|参加|报名)(?P<level>[^,;。]{2,16})[。;]?$")


def _level_granted(notice: Notice, way: Requirement) -> str:
    """The grade that whoever a sentence describes may apply for; `""` where it names none."""
    granted = _GRANTS_LEVEL.search(re.sub(r"\s", "", fold(notice.quote(way.span))))
    levels = levels_in(granted["level"]) if granted else []
    return levels[0] if len(levels) == 1 else ""


def _of_channel(notice: Notice, index: int, channel: Channel) -> Group:
    """The kinds of people that a channel is for: it will do to be of one."""
    start = notice.clauses[index].spans[0].start
    kinds = []
    for begun, ended in channel.places:
        words = re.sub(r"\s", "", fold(notice.text[start + begun : start + ended])).strip("。;")
        kinds.append(of_kind(index, Span(start + begun, start + ended), words))
    return Group(GroupKind.ANY, index, "", tuple(kinds), channel.name, index, aside=True)


# 普通证：年满14周岁…; 专题证：须先持普通证…: each thing has a way of its own.
_TITLED_THING = re.compile(r"[证卡票]$")


def _thing_of(notice: Notice, way: Requirement, aims: Set[str]) -> str:
    """The one of several things that a way is to, or the part that it spares; `""` for what all apply for."""
    sentence = re.sub(r"\s", "", fold(notice.quote(way.span)))
    if way.clause in sparing_clauses(notice) and (spared := spared_by(sentence)):
        return spared.what
    aim = aim_granted(sentence)
    if aim in aims:
        return aim
    title = title_of(notice, way.clause)
    return title if _TITLED_THING.search(title) else ""


def _level_above(notice: Notice, index: int) -> str:
    """The grade for which the heading right above a clause says what is demanded: 可申报二级：."""
    above = notice.clauses[index].parent
    heading = notice.clause_text(above) if above >= 0 else ""
    return (
        (levels_in(heading) or [""])[0] if kind_of(heading) and heading.rstrip().endswith(("：", ":")) else ""
    )


def _binds_all_above(notice: Notice, index: int, requirements: Sequence[Requirement]) -> bool:
    """Whether a paragraph below the last of several titled items says of whom it speaks: of all of them.

    （一）甲类家庭。… （二）乙类家庭。… 单身人士单独申请的，应年满25周岁。
    """
    of_some = is_below_last_titled(notice, index) and all(r.given is not None for r in requirements)
    return of_some or speaks_of_all(notice, index)


def _arrangement(notice: Notice, index: int) -> tuple[str, int]:
    """The short heading right above a clause that names what it gives: 直接安排; ("", -1) for none."""
    above = notice.clauses[index].parent
    if above < 0 or notice.clauses[above].kind is not ClauseKind.HEADING:
        return "", -1
    name = notice.clause_text(above).removeprefix(notice.clauses[above].marker).strip(" 【】：:")
    return (name, above) if 2 <= len(name) <= 10 and not ABOUT_CONDUCT.search(name) else ("", -1)


@once_per_notice
def cut_off(notice: Notice) -> Span | None:
    """Where the notice says up to which day years are counted."""
    match = re.search(
        r"(?:资历|年限|工龄|工作时间)[^。；\n]{0,12}(?:截止|截至|算到|计算到|计算至)[^。；\n]{0,12}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日",
        notice.text,
    )
    return Span(match.start(), match.end()) if match else None


@once_per_notice
def counted_until(notice: Notice) -> date | None:
    """The day up to which the notice counts years, where it says so."""
    where = cut_off(notice)
    return find_date(notice.text[where.start : where.end]) if where else None
