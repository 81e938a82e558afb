"""Which of the things that a notice decides side by side is asked about, and the conditions that bear on it.

A thing is chosen by its name in the question, else by the kind of people that it is for, else it is the one
that is open to the person, or the one that their facts speak of most. What binds another thing binds nobody
who does not ask for that.
"""

from __future__ import annotations

from bot.answer_parts import ConditionState, Verdict
from bot.conversation.question import Question
from bot.finding.matching import stands_apart
from bot.judging.aims import aimed_at, kinds_of_people, says_kind
from bot.judging.judged import JudgedGroup, overall, schemes
from bot.judging.title_ranks import with_ranks
from bot.speech.naming import measure
from corpus import patterns as re
from corpus.conditions.channels import channel_clauses
from corpus.conditions.conditions import Attribute, GroupKind
from corpus.conditions.schemes import scheme_sections
from corpus.conditions.sparing import sparing_clauses
from corpus.notice import Notice
from corpus.rules.waivers import waivers_of

__all__ = ["groups_for"]


def groups_for(question: Question, notice: Notice, groups: list[JudgedGroup]) -> list[JudgedGroup]:
    """Those of `groups` that bear on the thing asked about, its own first."""
    offered = schemes(notice, groups)
    rest = [g for g in groups if g not in offered]
    apart = _by_section(notice, rest)
    if named := _named_section(question, notice, apart):
        shared = [g for g in groups if not g.group.audience and g.group.kind is GroupKind.NONE]
        freed = _freed_from(notice, apart[named])
        return [*apart[named], *(g for g in shared if g not in apart[named] and not _only_on(g, freed))]
    if len(offered) < 2:
        return [g for g in groups if not any(g in own for own in apart.values())] or groups
    found = _by_audience(offered)
    names = {g.group.audience for g in offered if g.group.audience}
    own = {name: [g for g in rest if g.group.audience == name] for name in names}
    whole = [[*s, *own.get(s[0].group.audience, ())] for s in found]
    chosen = _named_schemes(question, notice, whole) or whole
    best = min(chosen, key=lambda s: (_standing(s), -_known_share(s)))
    free = [g for g in rest if g.group.audience not in names and not any(g in o for o in apart.values())]
    return [*best, *free]


def _by_section(notice: Notice, groups: list[JudgedGroup]) -> dict[str, list[JudgedGroup]]:
    """The groups of each section about a thing of its own, those that demand or let in among them."""
    sections = scheme_sections(notice).keys() | sparing_clauses(notice) | channel_clauses(notice).keys()
    found: dict[str, list[JudgedGroup]] = {}
    for group in groups:
        if group.group.named_by in sections and not group.group.level:
            found.setdefault(group.group.audience, []).append(group)
    return {n: own for n, own in found.items() if any(g.group.kind is not GroupKind.NONE for g in own)}


def _named_section(question: Question, notice: Notice, apart: dict[str, list[JudgedGroup]]) -> str:
    """The section about a thing of its own that a question names; `""` where it names none."""
    asked = f"{question.context} {question.text}"
    spared = {n for n, own in apart.items() if own[0].group.named_by in sparing_clauses(notice)}
    asks = _SPARED.search(asked) is not None
    named = [n for n in apart if (asks if n in spared else _says(n, asked))]
    if len(named) > 1 and not spared.issuperset(named):
        return ""
    return max(named, key=lambda n: measure(n, asked), default="")


# 能免考基础吗, 可以只考两门吗: whether one is spared a part is asked.
_SPARED = re.compile(
    r"免(?![费押职冠疫税])|(?:只|少|不用|不|无需)(?:考|参加)[^，。；？?]{0,8}(?:[科门项课行吗么不]|就)"
)


def _freed_from(notice: Notice, own: list[JudgedGroup]) -> frozenset[Attribute]:
    """What those are freed from of whom a clause speaks that spares them a part: 免考人员不受学历限制."""
    clauses = {g.group.lead for g in own}
    return frozenset(a for w in waivers_of(notice) if w.clause in clauses for a in w.attributes)


def _only_on(group: JudgedGroup, matters: frozenset[Attribute]) -> bool:
    """Whether a group is on nothing but those matters."""
    return {x.attribute for r in group.group.requirements for x in r.leaves} <= matters


def _says(name: str, asked: str) -> bool:
    """Whether a name is said, in full, by the most of it, or in short by the first of each of its words."""
    short = re.sub(r"(.)(?:.)", r"\1", name) if len(name) % 2 == 0 and len(name) <= 6 else ""
    return measure(name, asked) >= 0.75 or (len(short) >= 2 and short in asked)


def _named_schemes(
    question: Question, notice: Notice, schemes: list[list[JudgedGroup]]
) -> list[list[JudgedGroup]]:
    """The schemes that the question names, as an aim, by the kind of people they are for, or in part."""
    asked = with_ranks(notice, f"{question.context} {question.text}")
    names = [s[0].group.audience for s in schemes]
    aims = set(aimed_at([n for n in names if n], asked))
    if aims:
        return [s for s, n in zip(schemes, names, strict=True) if n in aims]
    leads = [n or notice.clause_text(s[0].group.lead) for s, n in zip(schemes, names, strict=True)]
    kin = [max((says_kind(k, asked) for k in kinds_of_people(lead)), default=0.0) for lead in leads]
    if max(kin, default=0.0) >= _KIND:
        return [s for s, share in zip(schemes, kin, strict=True) if share == max(kin)]
    found = [s for s in schemes if any(_names_scheme(question, notice, g) for g in s)]
    return found or _under_named_heading(asked, notice, schemes)


def _under_named_heading(
    asked: str, notice: Notice, schemes: list[list[JudgedGroup]]
) -> list[list[JudgedGroup]]:
    """The schemes under the heading that the question names, where it names one of theirs and no other."""
    pairs = {notice.title[i : i + 2] for i in range(len(notice.title) - 1)}
    own = "，".join(p for p in re.split("|".join(map(re.escape, pairs)), asked) if p) if pairs else asked
    paths = [notice.heading_path(s[0].group.lead) for s in schemes]
    said = [measure(p[-1], own) if p else 0.0 for p in paths]  # 公寓 of 人才公寓 names none of them
    named = [s for s, share in zip(schemes, said, strict=True) if share >= _HEADED]
    return named if len(named) == 1 else []


_HEADED = 0.5  # the share of a heading that has to be said
_KIND = 0.7  # the share of a kind of people that is said, in order, by who belongs to it


def _by_audience(offered: list[JudgedGroup]) -> list[list[JudgedGroup]]:
    """Groups for the same applicants together; each by itself where none is named."""
    found: dict[str | int, list[JudgedGroup]] = {}
    for group in offered:
        found.setdefault(group.group.audience or group.group.lead, []).append(group)
    return list(found.values())


def _standing(scheme: list[JudgedGroup]) -> int:
    """How a scheme stands to a person, from 0, open to them, to 4, closed to one who is not of its kind.

    Who meets a condition has told that they are of its kind; a scheme that is closed to others says nothing
    of those that are not spoken of yet.
    """
    leaves = [j for g in scheme for i in g.items for j in i.leaves if not j.presumed]
    meant = any(j.state is ConditionState.MET for j in leaves)
    verdict = overall(scheme)
    if verdict is Verdict.ELIGIBLE:
        return 0
    if verdict is Verdict.NEEDS_INFO:
        return 1 if meant else 3
    return 2 if meant or _all_told(scheme) else 4


def _all_told(scheme: list[JudgedGroup]) -> bool:
    """Whether somebody tells that they have none of several things of which one would do."""
    ways = [g for g in scheme if g.group.kind is GroupKind.ANY]
    leaves = [j for g in ways for i in g.items for j in i.leaves]
    return len(leaves) > 1 and all(j.state is ConditionState.UNMET and not j.presumed for j in leaves)


def _known_share(scheme: list[JudgedGroup]) -> float:
    """The share of a scheme's conditions that the person's facts bear on, those that they meet twice."""
    leaves = [j for g in scheme for i in g.items for j in i.leaves]
    told = [j for j in leaves if j.state is not ConditionState.UNKNOWN and not j.presumed]
    return sum(2 if j.state is ConditionState.MET else 1 for j in told) / max(1, len(leaves))


def _names_scheme(question: Question, notice: Notice, group: JudgedGroup) -> bool:
    """Whether the question names the applicants or the thing that a scheme is for, in short or in full."""
    asked = f"{question.context}{question.text}"
    audience = group.group.audience
    codes = re.findall(r"[a-z]+\d{2,}|\d{3,}", audience.lower())
    if any(code in asked.lower() for code in codes):
        return True
    if audience and any(
        measure(name, asked) >= 0.5 for name in re.findall(r"[\u4e00-\u9fffA-Z]{2,}", audience)
    ):
        return True
    lead = audience or notice.clause_text(group.group.lead)
    words = {asked[i : i + 3] for i in range(len(asked) - 2)}
    return any(stands_apart(w, lead, _APART) for w in words if re.fullmatch(r"[\u4e00-\u9fff]{3}", w))


_APART = 2  # characters between those of a name that is said in short
