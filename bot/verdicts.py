"""A verdict in words: what decides first, then the conditions with their states, then what to tell next."""

from __future__ import annotations

import re
from datetime import date

from bot.answer import Answer, Condition, ConditionState, Intent, Missing, Outcome, Verdict
from bot.draft import Draft, plain
from bot.eligibility import Judged, JudgedGroup, asked_level, judge_groups, offered_levels, overall, schemes
from bot.person import Person, read_person
from bot.question import Question
from bot.rows import measure
from corpus.conditions import Attribute, GroupKind
from corpus.notice import ClauseKind, Notice
from corpus.periods import find_date
from corpus.rules import compile_groups, cut_off

__all__ = ["decide_by_rules", "has_rules", "told", "touched_conditions"]

_MARK = {ConditionState.MET: "✓", ConditionState.UNMET: "✗", ConditionState.UNKNOWN: "?"}
_MOST_LINES, _MOST_WORDS = 5, 150


def has_rules(notice: Notice) -> bool:
    """Whether the notice holds condition lists with at least one typed condition."""
    return any(
        leaf.attribute is not Attribute.OPEN
        for g in compile_groups(notice)
        for r in g.requirements
        for leaf in r.leaves
    )


def touched_conditions(question: Question, notice: Notice) -> int:
    """How many requirements of a notice's lists the person's facts bear on, whatever the grade."""
    if question.as_of is None:
        return 0
    person = told(question, notice, question.as_of)
    groups = judge_groups(notice, person, asked_level(person.text))
    return sum(i.touched for g in groups if not g.group.level or asked_level(person.text) for i in g.items)


def told(question: Question, notice: Notice, as_of: date) -> Person:
    """What the person said, with years counted up to the notice's cut-off day."""
    where = cut_off(notice)
    until = find_date(notice.text[where.start : where.end]) if where else None
    text = f"{question.context}，{question.text}" if question.context else question.text
    return read_person(text, notice.title + notice.issuer + _places(notice), as_of, until or as_of)


def _places(notice: Notice) -> str:
    return "".join(re.findall(r"[\u4e00-\u9fff]{2,3}(?=市|省|区)", notice.text[:3000]))


def decide_by_rules(question: Question, notice: Notice, as_of: date, whole: bool = False) -> Answer | None:
    """The verdict by the notice's own condition lists; None where they do not bear on the question.

    `whole` says that the question is about the lists as such and not about one thing.
    """
    person = told(question, notice, as_of)
    level = asked_level(person.text)
    refused = _not_offered(question, notice, level)
    if refused is not None:
        return refused
    groups = judge_groups(notice, person, level)
    level = level if any(g.group.level for g in groups) else ""
    if not groups or (not level and any(g.group.level for g in groups)):
        groups = [g for g in groups if not g.group.level]
    groups = [g for g in groups if g.group.kind is not GroupKind.ANY or len(g.items) > 1 or g.touched]
    if not groups or not (any(g.touched for g in groups) or level or whole):
        return None
    offered = schemes(notice, groups)
    if any(notice.clauses[g.group.lead].kind is ClauseKind.ROW for g in offered):
        rows = [g for g in offered if not _names_scheme(question, notice, g)]
        groups = [g for g in groups if g not in rows]
        offered = [g for g in offered if g not in rows]
    if not any(i.applies for g in groups for i in g.items) or _only_spared(groups):
        return None
    if len(offered) > 1:
        return _best_scheme(question, notice, groups, offered)
    return _say(question, notice, groups, overall(groups), level)


_TOLD_EXCLUSIONS = (Attribute.OPEN, Attribute.RETIRED, Attribute.FAILED)


def _only_spared(groups: list[JudgedGroup]) -> bool:
    """Whether nothing bears on the question but an exclusion that a passing fact shows not to apply."""
    touched = [i for g in groups for i in g.items if i.touched]
    leaves = [j for i in touched for j in i.leaves if not j.presumed]
    positive = [g for g in groups if g.group.kind is not GroupKind.NONE and any(i.applies for i in g.items)]
    spared = all(g.state is ConditionState.MET for g in groups)
    return not positive and spared and all(j.leaf.attribute not in _TOLD_EXCLUSIONS for j in leaves)


def _best_scheme(
    question: Question, notice: Notice, groups: list[JudgedGroup], offered: list[JudgedGroup]
) -> Answer:
    """Of several schemes, the one that is open to the person, else the one that their facts speak of most."""
    schemes = _by_audience(offered)
    named = [s for s in schemes if any(_names_scheme(question, notice, g) for g in s)] or schemes
    rest = [g for g in groups if g not in offered]
    best = min(named, key=lambda s: (overall(s) is not Verdict.ELIGIBLE, not _may_be(s), -_known_share(s)))
    return _say(question, notice, [*best, *rest], overall([*best, *rest]), "")


def _by_audience(offered: list[JudgedGroup]) -> list[list[JudgedGroup]]:
    """Groups for the same applicants together; each by itself where none is named."""
    found: dict[str | int, list[JudgedGroup]] = {}
    for group in offered:
        found.setdefault(group.group.audience or group.group.lead, []).append(group)
    return list(found.values())


def _may_be(scheme: list[JudgedGroup]) -> bool:
    """Whether a scheme is still open to a person who meets some of its conditions."""
    leaves = [j for g in scheme for i in g.items for j in i.leaves if not j.presumed]
    met = any(j.state is ConditionState.MET for j in leaves)
    return met and overall(scheme) is not Verdict.NOT_ELIGIBLE


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
    return any(
        re.fullmatch(r"[\u4e00-\u9fff]{3}", w) and re.search(r"[\u4e00-\u9fff]{0,2}?".join(w), lead)
        for w in words
    )


def _not_offered(question: Question, notice: Notice, level: str) -> Answer | None:
    """A grade that conditions are printed for but that is not held here."""
    levels, row = offered_levels(notice)
    if not level or row is None or level in levels or re.search(r"附件|条件", question.text):
        return None
    draft = Draft()
    names = "、".join(f"{x}级" for x in "五四三二一" if x in levels)
    draft.add(f"不能在这里申报{level}级：本通知只开展{names}，没有开展{level}级。")
    index = draft.cite(notice, row)
    condition = Condition(f"开展的等级：{names}", ConditionState.UNMET, index, f"不包括{level}级")
    return Answer(
        Outcome.ANSWERED,
        Intent.ELIGIBILITY,
        draft.text,
        verdict=Verdict.NOT_ELIGIBLE,
        target=target_of(question, notice, level),
        conditions=(condition,),
        citations=tuple(draft.citations),
        confidence=0.85,
    )


def _say(
    question: Question, notice: Notice, groups: list[JudgedGroup], verdict: Verdict, level: str
) -> Answer:
    draft = Draft()
    target = target_of(question, notice, level)
    told = _told_items(groups, verdict)
    unsure = any(judged.state is ConditionState.UNKNOWN for judged in told)
    draft.add(_headline(verdict, target, unsure))
    conditions = []
    for judged in told:
        index = draft.cite(notice, judged.requirement.clause, judged.requirement.span)
        words = _words(notice, judged)
        line = f"{_MARK[judged.state]} {words}" + (f"——{judged.why}" if judged.why else "")
        draft.add(line)
        conditions.append(Condition(words, judged.state, index, judged.why))
    missing = _missing(groups, verdict)
    if missing:
        draft.add(missing[0].question)
    return Answer(
        Outcome.CLARIFY if verdict is Verdict.NEEDS_INFO else Outcome.ANSWERED,
        Intent.ELIGIBILITY,
        draft.text,
        verdict=verdict,
        target=target or None,
        conditions=tuple(conditions),
        missing=missing,
        citations=tuple(draft.citations),
        facts=draft.stated_facts(),
        confidence=0.8,
    )


def target_of(question: Question, notice: Notice, level: str) -> str:
    """What a verdict is about: the row name that the question gives and the grade."""
    asked = f"{question.context}{question.text}"
    names = {
        c.text: measure(c.text, asked)
        for clause in notice.clauses
        for c in clause.cells
        if re.search(r"职业|工种|项目名|专业|岗位|科目", c.header)
        and re.fullmatch(r"[\u4e00-\u9fff（）()]{3,30}", c.text)
    }
    best = max(names, key=lambda n: (names[n], n), default="")
    named = best if best and names[best] >= 0.5 else ""
    return " ".join(x for x in (named, f"{level}级" if level else "") if x)


def _headline(verdict: Verdict, target: str, unsure: bool) -> str:
    about = f"申报{target}的" if target else ""
    match verdict:
        case Verdict.ELIGIBLE if unsure:
            return f"您问到的这一点不妨碍{f'申报{target}' if target else '申请'}；标“?”的各项还要您自己对照："
        case Verdict.ELIGIBLE:
            return f"可以，按您说的情况符合{about}条件："
        case Verdict.NOT_ELIGIBLE:
            return f"不可以，按您说的情况不符合{about}条件："
        case _:
            return f"还不能确定是否符合{about}条件，需要您补充情况："


def _words(notice: Notice, judged: Judged) -> str:
    clause = notice.clauses[judged.requirement.clause]
    text = plain(notice.quote(judged.requirement.span).removeprefix(clause.marker))
    return text if len(text) <= _MOST_WORDS else text[: _MOST_WORDS - 1] + "…"


def _told_items(groups: list[JudgedGroup], verdict: Verdict) -> list[Judged]:
    """The requirements worth saying: those that decide first."""
    found: list[Judged] = []
    for group in sorted(groups, key=lambda g: _weight(g, verdict)):
        items = list(group.items)
        if group.group.kind is GroupKind.ANY and group.state is ConditionState.MET:
            items = [i for i in items if i.state is ConditionState.MET][:1]
        elif group.group.kind is GroupKind.AT_LEAST and group.state is ConditionState.MET:
            items = [i for i in items if i.state is ConditionState.MET][: group.group.count]
        elif group.group.kind is GroupKind.NONE:
            items = [i for i in items if i.state is ConditionState.UNMET or i.touched]
        elif group.group.kind is GroupKind.ANY and group.state is ConditionState.UNKNOWN:
            items = sorted(
                items,
                key=lambda i: (i.state is not ConditionState.UNKNOWN, any(j.presumed for j in i.leaves)),
            )
            items = [i for i in items if i.state is ConditionState.UNKNOWN] or items
        else:
            items = sorted(items, key=lambda i: (i.state is not ConditionState.UNMET, -_nearness(i)))
        found += [i for i in items if i.applies]
    return found[:_MOST_LINES]


def _nearness(judged: Judged) -> float:
    """How near a requirement is to being met: the share of its leaves that are, and that were spoken of."""
    met = sum(j.state is ConditionState.MET for j in judged.leaves)
    said = sum("未提到" not in j.why and "未说明" not in j.why for j in judged.leaves)
    return (2 * met + said) / max(1, len(judged.leaves))


def _weight(group: JudgedGroup, verdict: Verdict) -> int:
    wanted = {
        Verdict.NOT_ELIGIBLE: ConditionState.UNMET,
        Verdict.NEEDS_INFO: ConditionState.UNKNOWN,
        Verdict.ELIGIBLE: ConditionState.MET,
    }[verdict]
    return (0 if group.state is wanted else 2) + (0 if group.touched else 1)


def _missing(groups: list[JudgedGroup], verdict: Verdict) -> tuple[Missing, ...]:
    """The facts still needed, those first that the most promising routes wait for."""
    if verdict is not Verdict.NEEDS_INFO:
        return ()
    asked: dict[str, float] = {}
    facts: dict[str, str] = {}
    for group in groups:
        for item in group.items:
            if group.state is not ConditionState.UNKNOWN or item.state is not ConditionState.UNKNOWN:
                continue
            unknown = sum(leaf.state is ConditionState.UNKNOWN for leaf in item.leaves)
            for leaf in item.leaves:
                if leaf.state is ConditionState.UNKNOWN and leaf.ask and not leaf.presumed:
                    asked[leaf.ask] = asked.get(leaf.ask, 0.0) + (1 + _nearness(item)) / unknown
                    facts[leaf.ask] = leaf.leaf.attribute.value
    best = sorted(asked, key=lambda q: (-asked[q], q))
    return tuple(Missing(facts[q], q, _options(facts[q])) for q in best[:5])


def _options(fact: str) -> tuple[str, ...]:
    yes_no = {"residence", "permit", "retired", "failed", "certificate", "title", "school", "open"}
    if fact in yes_no:
        return ("是", "否")
    return ("高中/中专", "大专", "本科", "硕士", "博士") if fact == "education" else ()
