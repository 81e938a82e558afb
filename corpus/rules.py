"""The rule compiler: lists, sentences and table rows of conditions to groups of typed requirements.

Chinese notices are formulaic. 具备以下条件之一 opens a disjunction, 同时具备 and 须符合 a conjunction,
有下列情形之一的不得 and 不适用 an exclusion; …除外 is an exception; 满, 以上, 不少于, 以下, 未满 are bounds.
What cannot be typed stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from corpus.admissions import stands_alone
from corpus.audiences import audience_of, in_section, levels_in, title_of
from corpus.conditions import Attribute, Group, GroupKind, Requirement, Tree
from corpus.inline_lists import in_list, inline_list, listed_requirement, plain_words
from corpus.lead_kinds import ABOUT_CONDUCT, count_of, kind_of
from corpus.leads import governing_clause, paragraph_above
from corpus.matters import names_matter
from corpus.notice import ClauseKind, Notice, Span
from corpus.once import once_per_notice
from corpus.overlay import corrected_targets
from corpus.periods import find_date
from corpus.relaxations import relaxes_only
from corpus.row_rules import groups_of_rows
from corpus.schemes import aim_granted, aim_of
from corpus.sentences import demands_in
from corpus.targets import Target
from corpus.ways import with_further_ways

__all__ = ["compile_groups", "counted_until", "cut_off", "targets_of"]


@once_per_notice
@once_per_notice
def compile_groups(notice: Notice) -> tuple[Group, ...]:
    """The conditions of a notice as corrected: of lists first, then of sentences and table rows."""
    compiled = _compiled(notice)
    if not notice.corrections:
        return compiled
    groups = dict.fromkeys(g for target in targets_of(notice) for g in target.groups)
    order = {group: number for number, group in enumerate(compiled)}
    return tuple(sorted(groups, key=lambda g: order.get(g, len(order))))


@once_per_notice
def targets_of(notice: Notice) -> tuple[Target, ...]:
    """What a notice decides about, each with its conditions as corrected; () where it states none."""
    compiled = _compiled(notice)
    targets = corrected_targets(notice, compiled)
    return targets if any(t.groups for t in targets) else ()


@once_per_notice
def _compiled(notice: Notice) -> tuple[Group, ...]:
    """The conditions of a notice, in reading order: of lists first, then of sentences and table rows."""
    by_lead: dict[int, list[int]] = {}
    for index in range(len(notice.clauses)):
        lead = _lead_of(notice, index)
        if lead >= 0:
            by_lead.setdefault(lead, []).append(index)
    lists = [g for lead, items in sorted(by_lead.items()) if (g := _group(notice, lead, items)) is not None]
    leads = [g for group in lists if (g := _lead_condition(notice, group)) is not None]
    listed = {r.clause for g in lists for r in g.requirements} | {g.lead for g in lists}
    groups = (*lists, *leads, *_of_sentences(notice, listed), *groups_of_rows(notice))
    asked = _below_questions(notice)
    apart = (replace(g, aside=True) if g.lead in asked else g for g in groups)
    return with_further_ways(notice, tuple(apart))


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


def _lead_of(notice: Notice, index: int) -> int:
    """The clause that an item is listed under; -1 where it is none.

    A heading is an item of a list of ways where it opens conditions of its own: 2、同时具备下列条件：.
    """
    clause, own = notice.clauses[index], notice.clause_text(index)
    if index in _below_notes(notice):
        return -1
    lead = governing_clause(notice, index)
    if clause.kind is ClauseKind.ITEM:
        return clause.parent if lead is None else lead
    opens = clause.kind is ClauseKind.HEADING and clause.marker and len(clause.children) > 1
    if not opens or levels_in(own) or kind_of(own) in (None, GroupKind.NONE):
        return -1
    beside = paragraph_above(notice, index)
    lead = lead if beside is None else beside
    some = (GroupKind.ANY, GroupKind.AT_LEAST)
    return lead if lead is not None and kind_of(notice.clause_text(lead)) in some else -1


_NOTE = re.compile(r"\s*(?:[*※]\s*)?(?:附?注|备注|说明)\s*[\d一]?\s*[：:]")


@once_per_notice
def _below_notes(notice: Notice) -> frozenset[int]:
    """The clauses that go on a note that begins above them: 注：1.…, and then 2.…."""
    begun: set[int] = set()  # the parents below which a note has begun
    below = []
    for index, clause in enumerate(notice.clauses):
        if clause.parent in begun:
            below.append(index)
        elif clause.parent >= 0 and _NOTE.match(notice.clause_text(index)):
            begun.add(clause.parent)
    return frozenset(below)


def _group(notice: Notice, lead: int, items: list[int]) -> Group | None:
    own, text = notice.clause_text(lead), _lead_text(notice, lead)
    kind = kind_of(own) or kind_of(text)
    if kind is None:
        return None
    titled = [i for i in items if title_of(notice, i)]
    if _ASKS_PAPERS.search(own) or (kind is GroupKind.ALL and len(titled) > 1):
        return None  # papers, or each item is about applicants of its own
    stating = [i for i in items if notice.clauses[i].children or not _explains(plain_words(notice, i))]
    if kind is GroupKind.ALL and len(stating) > 1 and all(_opens_list(notice, i) for i in stating):
        return None  # each item says by itself what its list is for
    if kind_of(own) is GroupKind.ALL and _GENERAL.search(own) and _are_cases(notice, stating):
        kind = GroupKind.ANY
    if kind is GroupKind.ALL and not own.rstrip().endswith(("：", ":")):
        stating = [i for i in stating if not stands_alone(re.sub(r"\s", "", plain_words(notice, i)))]
    if not stating:
        return None
    requirements = tuple(in_list(kind, own, listed_requirement(notice, i, kind)) for i in stating)
    level, quota = (levels_in(text) or [""])[0], count_of(kind, own)
    return Group(kind, lead, level, requirements, *audience_of(notice, lead), quota)


# 申请人应出具：, above a list of papers.
_ASKS_PAPERS = re.compile(r"(?:应当?|须|需|请)(?:出具|提交|提供|携带|交验|准备)[^，,。；;]{0,12}[：:]\s*$")
# A heading that says neither that all of what is below it is demanded nor that one will do.
_GENERAL = re.compile(r"^(?!.*(?:同时|全部|所有|均)).{0,20}条件\s*$")


def _opens_list(notice: Notice, index: int) -> bool:
    """Whether an item is the lead-in of a list that it says how to join."""
    return len(notice.clauses[index].children) > 1 and kind_of(notice.clause_text(index)) is not None


def _are_cases(notice: Notice, items: Sequence[int]) -> bool:
    """Whether items name cases, each ending in 的: of such a list one case will do."""
    words = [plain_words(notice, i).strip("。；; ") for i in items]
    return len(words) > 1 and all(w.endswith("的") for w in words)


def _explains(words: str) -> bool:
    """Whether an item of a list states no condition: it explains or relaxes others."""
    plain = re.sub(r"\s", "", words).strip("。;:")
    alone = re.fullmatch(r"[^,;:]{4,60}除外", plain) is not None  # shuts out by itself
    return names_matter(plain) or relaxes_only(plain) or alone


def _lead_condition(notice: Notice, group: Group) -> Group | None:
    """What a lead-in itself demands of all below it: 具备理工类大专及以上学历，符合以下条件之一."""
    text = notice.clause_text(group.lead)
    if group.kind is not GroupKind.ANY or not re.search(r"具备|具有|须|应当|未达到|年满", text):
        return None
    requirement = listed_requirement(notice, group.lead)
    typed = (Attribute.MAJOR, Attribute.EDUCATION, Attribute.AGE, Attribute.RESIDENCE)
    kept = tuple(x for x in requirement.leaves if x.attribute in typed)
    if not kept:
        return None
    node = Tree(GroupKind.ALL, kept)
    return Group(
        GroupKind.ALL,
        group.lead,
        group.level,
        (replace(requirement, node=node),),
        group.audience,
        group.named_by,
    )


def _lead_text(notice: Notice, lead: int) -> str:
    """A lead-in with the heading above it, which often says what the list is for."""
    above = notice.clauses[lead].parent
    heading = notice.clause_text(above) if above >= 0 else ""
    return f"{heading if len(heading) < 30 else ''} {notice.clause_text(lead)}"


# --- sentences and rows --------------------------------------------------------------------------------


def _of_sentences(notice: Notice, listed: set[int]) -> Iterator[Group]:
    """What sentences outside the lists demand: a group for each clause, one for ways in beside each other."""
    ways: dict[tuple[int, str], list[Requirement]] = {}
    aims = {a for i in range(len(notice.clauses)) if (a := aim_of(notice, i))}
    homes: dict[int, int] = {}  # under which clause what a clause lets in is one of several ways
    for index, clause in enumerate(notice.clauses):
        if index in listed or clause.kind in (ClauseKind.ROW, ClauseKind.TABLE):
            continue
        if inline := inline_list(notice, index):
            yield inline
            continue
        found: dict[GroupKind, list[Requirement]] = {}
        aside = not in_section(notice, index)
        titled = audience_of(notice, index)[1] not in (-1, index) or aim_of(notice, index) in aims
        for demand in demands_in(notice, index, in_section(notice, index), titled):
            found.setdefault(demand.kind, []).append(demand.requirement)
            aside = aside and not demand.of_all
        if let_in := found.pop(GroupKind.ANY, []):
            below = clause.kind is ClauseKind.PARAGRAPH and clause.parent in homes
            homes[index] = homes[clause.parent] if below else clause.parent
            for way in let_in:
                aim = aim_granted(re.sub(r"\s", "", notice.quote(way.span)))
                ways.setdefault((homes[index], aim if aim in aims else ""), []).append(way)
        for kind, requirements in found.items():
            named = ("", -1) if _binds_all_above(notice, index, requirements) else audience_of(notice, index)
            yield Group(kind, index, "", tuple(requirements), *named, aside=aside)
    for (_, aim), requirements in ways.items():
        if requirements:
            lead = requirements[0].clause
            aside = not in_section(notice, lead)
            named = (aim, lead) if aim else audience_of(notice, lead)
            if aside and named[1] < 0:
                named = _arrangement(notice, lead)
            yield Group(GroupKind.ANY, lead, "", tuple(requirements), *named, aside=aside)


def _binds_all_above(notice: Notice, index: int, requirements: Sequence[Requirement]) -> bool:
    """Whether a paragraph below the last of several titled items says of whom it speaks: of all of them.

    （一）甲类家庭。… （二）乙类家庭。… 单身人士单独申请的，应年满25周岁。
    """
    clause = notice.clauses[index]
    if (
        clause.kind is not ClauseKind.PARAGRAPH
        or clause.parent < 0
        or any(r.given is None for r in requirements)
    ):
        return False
    above = notice.clauses[clause.parent].parent
    beside = [c for c in (notice.clauses[above].children if above >= 0 else ()) if title_of(notice, c)]
    return len(beside) > 1 and beside[-1] == clause.parent


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
