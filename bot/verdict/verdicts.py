"""Which rules of a notice decide, for whom or for what, and what they come to for a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from bot.answer import Answer
from bot.answer_parts import Condition, ConditionState, Intent, Outcome, Verdict
from bot.conversation.question import Question
from bot.figures.draft import Draft
from bot.judging.aims import aimed_at
from bot.judging.eligibility import judge_groups
from bot.judging.judged import JudgedGroup, overall, schemes, without_asides
from bot.judging.leaves import off_by
from bot.judging.levels import asked_level, offered_levels
from bot.judging.proof import prove
from bot.judging.touching import may_touch
from bot.person.person import Person, read_person
from bot.speech.naming import measure
from bot.speech.timing import deadlines
from bot.verdict.earliest import earliest_day
from bot.verdict.echo import echo_of
from bot.verdict.one_point import of_item, of_point
from bot.verdict.schemes import groups_for
from bot.verdict.verdict_text import tell_verdict
from corpus import patterns as re
from corpus.conditions.conditions import Attribute, GroupKind
from corpus.conditions.deductions import deductions_of
from corpus.conditions.schemes import scheme_sections
from corpus.notice import ClauseKind, Notice
from corpus.once import once_per_notice
from corpus.rules.rules import compile_groups, counted_until
from corpus.rules.targets import offers_of
from corpus.values.periods import written_day

__all__ = ["decide_by_rules", "has_rules", "own_places", "reader", "told", "touched_conditions"]


@once_per_notice
def has_rules(notice: Notice) -> bool:
    """Whether the notice holds condition lists with at least one typed condition."""
    return any(
        leaf.attribute is not Attribute.OPEN
        for g in compile_groups(notice)
        for r in g.requirements
        for leaf in r.leaves
    )


def touched_conditions(question: Question, notice: Notice) -> int:
    """How many requirements of one list of a notice the person's facts bear on: of the grade asked about, of
    any list where none is."""
    if question.as_of is None:
        return 0
    person = told(question, notice, question.as_of)
    level = asked_level(person.text)
    levels = sorted({level} if level else {g.level for g in compile_groups(notice)})
    if not may_touch(notice, person, levels):
        return 0
    judged = [judge_groups(notice, person, each) for each in levels]
    return max((sum(i.touched for i in g.items) for groups in judged for g in groups), default=0)


def told(question: Question, notice: Notice, as_of: date) -> Person:
    """What the person said, with years counted up to the notice's cut-off day."""
    text = f"{question.context}，{question.text}" if question.context else question.text
    person = reader(notice, as_of)(text)
    return replace(person, claims=question.claims) if question.claims else person


def reader(notice: Notice, as_of: date) -> Callable[[str], Person]:
    """Reads what a person says as that notice counts: its own places, years up to its cut-off day."""
    until, places = counted_until(notice) or as_of, own_places(notice)
    return lambda text: read_person(text, places, as_of, until)


@once_per_notice
def own_places(notice: Notice) -> str:
    """Where a notice calls its own places by name: its title and issuer, those at its beginning, and the
    districts and streets in it.
    """
    near = re.findall(r"[\u4e00-\u9fff]{2,3}(?=市|省|区)", notice.text[:3000])
    inside = re.findall(r"[东西南北中城新][区关街]|[\u4e00-\u9fff]{2}(?:区|街道|镇|乡|社区)", notice.text)
    return "，".join(dict.fromkeys((notice.title, notice.issuer, *near, *inside)))


def decide_by_rules(question: Question, notice: Notice, as_of: date, whole: bool = False) -> Answer | None:
    """The verdict by the notice's own condition lists; None where they do not bear on the question.

    `whole` says that the question is about the lists as such and not about one thing.
    """
    person = told(question, notice, as_of)
    level = asked_level(person.text)
    refused = not_offered(question, notice, level)
    if refused is not None:
        return refused
    groups = judge_groups(notice, person, level)
    level = level if any(g.group.level for g in groups) else ""
    if not groups or (not level and any(g.group.level for g in groups)):
        groups = [g for g in groups if not g.group.level]
    groups = [g for g in groups if g.touched or not _is_one_way(notice, g)]
    if not groups or not (any(g.touched for g in groups) or level or whole):
        return None
    groups = [g for g in _of_aims(question, notice, groups) if g.touched or not g.group.aside]
    bearing = groups_for(question, notice, groups)
    if not any(i.applies for g in bearing for i in g.items) or _only_spared(bearing):
        return None
    alone = len(schemes(notice, groups)) < 2
    if alone and not (level or whole or any(g.touched for g in bearing)):
        return None  # what was told bears on another thing
    return _say(question, notice, bearing, level, groups, whole)


# 凡…的，均可报名: whom it names are all who may, and it is no way beside others.
_LETS_IN_ALL = re.compile(r"^(?:\d+[.、．]\s*)?凡|(?:的|者|人员?|企业|单位|居民)[，,]?(?:均|都)可以?")


def _is_one_way(notice: Notice, group: JudgedGroup) -> bool:
    """Whether a group is a single way in, of which nobody need speak who comes another way, or one for all
    that asks no more than to be of the place."""
    if group.group.kind is not GroupKind.ANY or len(group.items) > 1:
        return False
    (way,) = group.group.requirements
    of_some = group.group.aside or bool(group.group.audience) or not any(x.value for x in way.leaves)
    return of_some or _LETS_IN_ALL.search(notice.quote(way.span)) is None


def _of_aims(question: Question, notice: Notice, groups: list[JudgedGroup]) -> list[JudgedGroup]:
    """The groups without those table rows that are about another thing than the one applied for."""
    rows = [g for g in groups if notice.clauses[g.group.lead].kind is ClauseKind.ROW]
    asked = f"{question.context} {question.text}"
    other = [g for g in rows if _names_other_row(notice, g.group.lead, asked)]
    names = list(dict.fromkeys(g.group.audience for g in rows if g not in other))
    aims = set(aimed_at(names, asked))
    if not aims and rows and all(_of_kind(notice, g) for g in rows):
        aims = set(names)  # whoever is of one of the kinds may; none of them need be named
    return [g for g in groups if g not in rows or g.group.audience in aims]


def _names_other_row(notice: Notice, row: int, asked: str) -> bool:
    """Whether a question names another row of the same table, by its first cell, and not this one."""
    table = notice.clauses[row].parent
    beside = notice.clauses[table].children if table >= 0 else ()
    said = {i: measure(_first_name(notice, i), asked) for i in beside if _first_name(notice, i)}
    own = said.pop(row, 0.0)
    other = max(said.values(), default=0.0)
    return other >= _NAMES and own < other


def _first_name(notice: Notice, row: int) -> str:
    return next((c.text for c in notice.clauses[row].cells if re.search(r"[\u4e00-\u9fff]{2}", c.text)), "")


_KINDS = re.compile(r"类型|类别|情形|人群|对象|途径|渠道|身份|组别|年龄段")


_OF_PEOPLE = frozenset(Attribute) - {Attribute.MEASURE, Attribute.OPEN, Attribute.ELAPSED}


def _of_kind(notice: Notice, group: JudgedGroup) -> bool:
    """Whether a row is of a kind of people, and of no post or thing that is applied for."""
    lead = group.group.lead
    apart = any(a in scheme_sections(notice) for a in notice.ancestors(lead))
    of_people = any(x.attribute in _OF_PEOPLE for r in group.group.requirements for x in r.leaves)
    return of_people and not apart and any(_KINDS.search(c.column) for c in notice.clauses[lead].cells[:1])


_TOLD_EXCLUSIONS = (Attribute.OPEN, Attribute.RETIRED, Attribute.FAILED)


def _only_spared(groups: list[JudgedGroup]) -> bool:
    """Whether nothing bears on the question but an exclusion that a passing fact shows not to apply."""
    touched = [i for g in groups for i in g.items if i.touched]
    leaves = [j for i in touched for j in i.leaves if not j.presumed]
    positive = [g for g in groups if g.group.kind is not GroupKind.NONE and any(i.applies for i in g.items)]
    spared = all(g.state is ConditionState.MET for g in groups)
    return not positive and spared and all(j.leaf.attribute not in _TOLD_EXCLUSIONS for j in leaves)


def not_offered(question: Question, notice: Notice, level: str) -> Answer | None:
    """A grade that conditions are printed for but that is not held here."""
    levels, row = offered_levels(notice)
    if not level or row is None or re.search(r"附件|条件", question.text):
        return None
    named = ""
    if level in levels:
        named, levels, row = _offered_for(f"{question.context}{question.text}", notice, level)
        if row is None:
            return None
    draft = Draft()
    names = "、".join(f"{x}级" for x in "五四三二一" if x in levels)
    here = f"{named}在本通知中" if named else "本通知"
    draft.add(f"不能在这里申报{named}{level}级：{here}只开展{names}，没有开展{level}级。")
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


def _offered_for(asked: str, notice: Notice, level: str) -> tuple[str, set[str], int | None]:
    """The occupation that is asked about, where others are offered at `level` but it is not.

    With it the levels that it is offered at, and the row that says so; no row where it is offered, or where
    none is named.
    """
    offers = offers_of(notice)
    fits = {name: measure(name, asked) for offer in offers.values() for name in offer.names}
    best = max(fits.values(), default=0.0)
    named = [name for name, fit in fits.items() if fit == best >= _NAMES]
    if len(named) != 1 or level not in offers or named[0] in offers[level].names:
        return "", set(), None
    (name,) = named
    stated = min(offer.row for offer in offers.values() if name in offer.names)
    row = next((i for i, c in enumerate(notice.clauses) if any(x.text == name for x in c.cells)), stated)
    return name, {x for x, offer in offers.items() if name in offer.names}, row


_NAMES = 0.5  # the share of a name that has to be said for it to be meant


def _say(
    question: Question,
    notice: Notice,
    groups: list[JudgedGroup],
    level: str,
    considered: Sequence[JudgedGroup] = (),
    whole: bool = False,
) -> Answer:
    """The verdict that `groups` come to; `considered` are those of other schemes as well."""
    everything, groups = groups, of_item(question.text, notice, of_point(question.text, groups))
    verdict = overall(groups, whole)
    target = target_of(question, notice, level)
    assert question.as_of is not None
    person = told(question, notice, question.as_of)
    read = reader(notice, question.as_of)
    proof = prove(notice, person, without_asides(groups), verdict, target, read)
    beside = [
        x
        for g in considered
        if g.group.kind is not GroupKind.NONE
        for i in g.items
        for x in i.requirement.leaves
    ]
    closing = _not_yet(notice, person, groups)
    if groups != everything:
        closing = (*closing, "这里只看您问到的这一点，其他条件请对照通知。")
    answer = tell_verdict(notice, proof, verdict, target, beside, closing, echo=echo_of(person))
    return _with_deduction(answer, notice, person)


def _with_deduction(answer: Answer, notice: Notice, person: Person) -> Answer:
    """The verdict with the sentence by which time told of does not count as work."""
    words = [o.word for o in off_by(notice, person)]
    found = next((d for d in deductions_of(notice) if any(d.names(w) for w in words)), None)
    if found is None:
        return answer
    draft = Draft(answer.text.split("\n"), list(answer.citations), list(answer.facts))
    if not draft.add(f"通知写明：{found.words}。"):
        return answer
    draft.cite(notice, found.clause)
    return replace(answer, text=draft.text, citations=tuple(draft.citations), facts=draft.stated_facts())


def _not_yet(notice: Notice, person: Person, groups: Sequence[JudgedGroup]) -> tuple[str, ...]:
    """The earliest day on which the person meets the conditions, where time alone stands against it."""
    earliest = earliest_day(notice, person, groups)
    if earliest is None:
        return ()
    line = f"其他不变的话，最早到{written_day(earliest.day)}满足"
    counted = counted_until(notice)
    closes = counted or max((d.day for d in deadlines(notice)), default=notice.valid_until)
    if closes is not None and earliest.day > closes:
        name = "计算截止日期" if counted else "截止日期"
        line += f"，晚于本通知的{name}（{written_day(closes)}），要等下一次的通知"
    return (f"{line}。",)


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
