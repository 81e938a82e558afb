"""Evidence without what is plainly of another thing, of another day; the row of a table by the month."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.figures.action import Action, Plan
from bot.figures.rows import look_up
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.finding.months import done_by, monthly_tables
from bot.judging.levels import asked_level
from bot.planning.concerned import without_facts
from bot.planning.home_named import of_home
from bot.speech.naming import levelled
from corpus import patterns as re
from corpus.conditions.audiences import levels_in
from corpus.notice import ClauseKind, Notice
from corpus.once import once_per_notice
from corpus.rules.rules import compile_groups
from index.normal import search_key

__all__ = ["by_the_month", "levels_said", "narrowed"]

_A_NAME = 4  # characters from which on a word of a title is the name of a thing
_SHORT = 3  # characters of one that is a name where no other notice says it
_DAY = re.compile(r"(?<!\d)(1[0-2]|[1-9])月([12]\d|3[01]|[1-9])[日号](?!前|之前|起|以前|后)")


def narrowed(question: Question, evidence: list[Evidence], gatherer: EvidenceGatherer) -> list[Evidence]:
    """The evidence that may be of the thing, level and day that a question names; all where none is."""
    named = of_home(question, _of_what_is_named(question, evidence, gatherer))
    return _on_the_day(question, _by_the_calendar(question, _of_the_level(question, named), gatherer))


def _of_the_level(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Without what stands under the conditions of another level: 五级证书后满4年 is asked for by 四级."""
    level = asked_level(levelled(search_key(question.text)))
    if not level or question.intent is Intent.ELIGIBILITY:
        return evidence
    evidence = [e for e in evidence if level in levels_said(e.notice)] or evidence
    return [e for e in evidence if _level_of(e) in ("", level)] or evidence


# Somebody applies in a month, and asks when what they apply for is held: 本月申报几月评价.
_HELD_WHEN = re.compile(
    r"(?:申报|报名|报的名|报考|报).{0,12}(?:什么时候|啥时候?|何时|几月份?|哪个月|哪天|几号)(?:份|能|可以|才|就|去|开始|进行|安排)*"
    r"(?:考(?!虑)|评价|评审|认定|测试|开课|上课)"
)


def _by_the_calendar(
    question: Question, evidence: list[Evidence], gatherer: EvidenceGatherer
) -> list[Evidence]:
    """Where no notice is named, the notices that go by the month, if one applies in a month that is told."""
    told = question.intent is Intent.DEADLINE and question.month is not None and not question.context
    if not told or not _HELD_WHEN.search(question.text):
        return evidence
    if max(gatherer.mentions(question).values(), default=0.0) >= _NAMED:
        return evidence
    return [e for e in evidence if monthly_tables(e.notice)] or evidence


_NAMED = 0.5  # from this degree on a question names a notice


@once_per_notice
def levels_said(notice: Notice) -> frozenset[str]:
    """The levels of which a notice speaks anywhere."""
    return frozenset(levels_in(levelled(search_key(notice.text))))


def _level_of(evidence: Evidence) -> str:
    """The level whose conditions a passage stands under, `""` for none or several."""
    notice, clause = evidence.notice, evidence.passage.clause
    if notice.clauses[clause].kind is ClauseKind.ROW:
        return ""
    above = {clause, *notice.ancestors(clause)}
    levels = {g.level for g in compile_groups(notice) if g.level and g.lead in above}
    return levels.pop() if len(levels) == 1 else ""


def _of_what_is_named(
    question: Question, evidence: list[Evidence], gatherer: EvidenceGatherer
) -> list[Evidence]:
    """Without the notices that lack the very thing by which the question names another."""
    notices = list({e.notice.notice_id: e.notice for e in evidence}.values())
    about_person = question.intent is Intent.ELIGIBILITY  # a title that somebody holds names no notice
    said = without_facts(question.text, question.as_of) if about_person else question.text
    names = [
        w
        for w in gatherer.words(said)
        if (len(w) >= _A_NAME or (len(w) == _SHORT and _is_of_one(w, notices)))
        and any(gatherer.is_title_word(w, n) for n in notices)
    ]
    users = [gatherer.users(w) for w in names]
    of_file = [e for e in evidence if all(e.notice.source in u for u in users)] or evidence
    for word in names:  # of several notices in one file that whose title says it
        titled = {n.notice_id: n.source for n in notices if gatherer.is_title_word(word, n)}
        others = set(titled.values())
        of_file = [
            e
            for e in of_file
            if e.notice.notice_id in titled
            or e.notice.source not in others
            or word in search_key(e.passage.text)  # said in passing: 信息技术服务收入
        ] or of_file
    return of_file


def _is_of_one(word: str, notices: Sequence[Notice]) -> bool:
    """Whether of the notices of several files one file alone says a word: 培训会."""
    saying = {n.source for n in notices if word in search_key(n.text)}
    return len(saying) == 1 < len({n.source for n in notices})


def _on_the_day(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """What stands by the day named (3月11日谁来了), where an event and no time is asked about."""
    day = _DAY.search(question.text)
    if day is None or question.intent in (Intent.DEADLINE, Intent.ELIGIBILITY):
        return evidence
    printed = re.compile(rf"(?<!\d){int(day[1])}月{int(day[2])}[日号]")
    dated = {_place(e) for e in evidence if printed.search(search_key(e.passage.text))}
    return [e for e in evidence if _place(e) in dated] or evidence


def _place(evidence: Evidence) -> tuple[str, int]:
    return evidence.notice.notice_id, evidence.passage.clause


def by_the_month(question: Question, evidence: Sequence[Evidence]) -> Plan | None:
    """The row that says when to act, to be over in the month named: 6月底前考完，几月报名."""
    if question.intent is not Intent.DEADLINE or done_by(question) is None:
        return None
    for notice in {e.notice.notice_id: e.notice for e in evidence}.values():
        rows = [m for t in monthly_tables(notice) for m in look_up(question, notice, t)]
        if rows:
            own = tuple(e for e in evidence if e.notice is notice)
            return Plan(Action.ROWS, own[:3], notice=notice, rows=tuple(rows), own=own)
    return None
