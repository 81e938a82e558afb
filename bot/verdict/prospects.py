"""Which of several things somebody may apply for: their facts against each target of the notices in force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answer import Answer
from bot.answer_parts import Condition, ConditionState, Intent, Missing, Outcome, Verdict
from bot.conversation.question import Question
from bot.figures.draft import Draft, plain
from bot.judging.eligibility import Judge
from bot.judging.judged import Judged, JudgedGroup, overall
from bot.judging.proof import STATES, prove
from bot.person.person import Person
from bot.verdict.asking import facts_to_ask
from bot.verdict.earliest import earliest_day
from bot.verdict.echo import echo_of
from bot.verdict.verdicts import reader, told
from corpus import patterns as re
from corpus.conditions.conditions import GroupKind
from corpus.notice import Notice
from corpus.rules.rules import targets_of
from corpus.rules.targets import Target, TargetKind, nested_groups
from corpus.values.periods import written_day

__all__ = ["asks_which", "prospects"]

_APPLY = r"(?:申报|申请|申领|报名?|考|领取?|享受|参加|评|落户|办)"
_WHICH = re.compile(
    rf"(?:能|可以?|够|有资格|符合)(?:去|来)?{_APPLY}?(?:条件)?的?(?:是)?(?:哪些|哪个|哪几|哪[一]?[类级种档项]|什么(?:级别|等级|补贴|项目|岗位|资助|奖)|几级|啥(?:级别|补贴|项目))"
    rf"|(?:哪些|哪个|哪几[个项类]|哪[一]?[类级种档项]|什么|啥)(?:级别|等级|层级|补贴|项目|岗位|职位|职业|类别|资助|奖学金|政策|待遇|的)*(?:是)?我?(?:能|可以?|够得?|有资格|符合)(?:{_APPLY}|条件|上|的|$|[?？])"
)
_GRADE = re.compile(r"几级|哪[一]?级|级别|等级")
_MARK = {Verdict.ELIGIBLE: "✓", Verdict.NOT_ELIGIBLE: "✗", Verdict.NEEDS_INFO: "?"}
_ORDER = [Verdict.ELIGIBLE, Verdict.NEEDS_INFO, Verdict.NOT_ELIGIBLE]
_MOST_WORDS = 46


def asks_which(text: str) -> bool:
    """Whether a question asks which of several things the person may have: 哪个级别我够, 我能报哪些."""
    return _WHICH.search(text) is not None


@dataclass(frozen=True, slots=True)
class _Prospect:
    """One target for one person: the verdict, the condition that decides, why, and what to ask."""

    notice: Notice
    target: Target
    verdict: Verdict
    decisive: Judged
    why: str
    missing: tuple[Missing, ...]


def prospects(question: Question, notices: Sequence[Notice], as_of: date) -> Answer | None:
    """The targets of the notices for the person; None where none of them states conditions."""
    running = [n for n in notices if n.valid_until is None or n.valid_until >= as_of] or list(notices)
    stated = [n for n in running if targets_of(n)]
    if not stated:
        return None
    found = list(_found(question, stated, as_of))
    if _GRADE.search(question.text):
        found = [p for p in found if p.target.kind is TargetKind.LEVEL] or found
    found.sort(key=lambda p: _ORDER.index(p.verdict))
    if not found:
        return _ask_for_facts(question, stated)
    return _told(question, found, stated, as_of)


def _found(question: Question, notices: Sequence[Notice], as_of: date) -> Iterator[_Prospect]:
    """What each target comes to; those that no fact of the person bears on are left out."""
    for notice in notices:
        person = told(question, notice, as_of)
        for target in targets_of(notice):
            if target.offered and (found := _judged(notice, person, target, as_of)):
                yield found


def _judged(notice: Notice, person: Person, target: Target, as_of: date) -> _Prospect | None:
    judge = Judge(notice, person, target.groups)
    inner = nested_groups(target.groups)
    groups = [judge.group(g) for g in target.groups if g.lead not in inner]
    groups = [g for g in groups if g.items and (g.touched or not g.group.aside)]
    if not any(g.touched for g in groups if g.group.kind is not GroupKind.NONE):
        return None
    verdict = overall(groups)
    decisive = _decisive(groups, STATES[verdict])
    if decisive is None:
        return None
    proof = prove(notice, person, groups, verdict, target.name, reader(notice, as_of))
    missing = facts_to_ask(proof) if verdict is Verdict.NEEDS_INFO else ()
    return _Prospect(
        notice, target, verdict, decisive, _why(notice, person, groups, verdict, decisive, missing), missing
    )


def _decisive(groups: Sequence[JudgedGroup], wanted: ConditionState) -> Judged | None:
    """The condition that decides: the first in the wanted state of a group that is in it."""
    items = [i for g in groups if g.state is wanted for i in g.items if i.state is wanted and i.applies]
    touched = [i for i in items if i.touched]
    return next(iter(touched or items), None)


def _why(
    notice: Notice,
    person: Person,
    groups: Sequence[JudgedGroup],
    verdict: Verdict,
    decisive: Judged,
    missing: Sequence[Missing],
) -> str:
    if verdict is Verdict.NEEDS_INFO and missing:
        return missing[0].question
    why = decisive.why
    earliest = earliest_day(notice, person, groups) if verdict is Verdict.NOT_ELIGIBLE else None
    if earliest is not None:
        why += f"（最早{written_day(earliest.day)}满足）"
    return why


def _told(question: Question, found: Sequence[_Prospect], notices: Sequence[Notice], as_of: date) -> Answer:
    draft = Draft()
    draft.add(_headline(found))
    draft.add(echo_of(told(question, found[0].notice, as_of)))
    conditions = []
    for p in found:
        several = len({x.notice.notice_id for x in found}) > 1
        name = f"{p.target.name}" + (f"（《{_short(p.notice.title)}》）" if several else "")
        if p.target.kind is TargetKind.NOTICE:
            name = f"《{_short(p.notice.title)}》"
        expired = p.notice.valid_until is not None and p.notice.valid_until < as_of
        line = f"{_MARK[p.verdict]} {name}：{p.why}" + ("（通知已过有效期）" if expired else "")
        if draft.add(line):
            index = draft.cite(p.notice, p.decisive.requirement.clause, p.decisive.requirement.span)
            words = plain(p.notice.quote(p.decisive.requirement.span))
            conditions.append(Condition(f"{p.target.name}：{words}", STATES[p.verdict], index, p.why))
    open_ones = [p for p in found if p.missing]
    missing = open_ones[0].missing if open_ones and found[0].verdict is not Verdict.ELIGIBLE else ()
    return Answer(
        Outcome.CLARIFY if question.polar and missing else Outcome.ANSWERED,
        Intent.ELIGIBILITY,
        draft.text,
        verdict=found[0].verdict if question.polar else None,
        conditions=tuple(conditions),
        missing=missing,
        citations=tuple(draft.citations),
        facts=draft.stated_facts(),
        suggestions=missing[0].options if missing else (),
        confidence=0.7,
    )


def _headline(found: Sequence[_Prospect]) -> str:
    may = [p.target.name for p in found if p.verdict is Verdict.ELIGIBLE]
    if may:
        return f"按您说的情况，可以申报：{'、'.join(may[:6])}。"
    if any(p.verdict is Verdict.NEEDS_INFO for p in found):
        return "还不能确定，各项还差的情况如下："
    return "按您说的情况，以下各项都还不符合："


def _ask_for_facts(question: Question, notices: Sequence[Notice]) -> Answer:
    """Nothing was told: what there is, and what to tell."""
    draft = Draft()
    draft.add("请先说说您的情况（例如年龄、学历、工作年限、证书、户籍），我逐项对照。可以对照的有：")
    for notice in notices:
        names = [t.name for t in targets_of(notice) if t.offered and t.kind is not TargetKind.NOTICE]
        if draft.add(f"《{_short(notice.title)}》" + (f"：{'、'.join(names[:8])}" if names else "")):
            draft.cite(notice, 0)
    return Answer(
        Outcome.CLARIFY,
        Intent.ELIGIBILITY,
        draft.text,
        citations=tuple(draft.citations),
        confidence=0.6,
    )


def _short(title: str) -> str:
    return title if len(title) <= _MOST_WORDS else title[: _MOST_WORDS - 1] + "…"
