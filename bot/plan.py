"""What to do with a question, decided from the evidence: typed outcomes before any words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.answer import Intent
from bot.evidence import Evidence, EvidenceGatherer
from bot.question import Question
from bot.rows import RowMatch, look_up
from corpus.notice import ClauseKind, Notice
from index.normal import search_key

__all__ = ["Action", "Plan", "make_plan"]

_FAINT = 0.22  # below this share of the question covered, nothing in the corpus bears on it
_WEAK = 0.42
_CLOSE = 0.86  # another notice this near the best is a rival
_GENERIC_FEES = re.compile(
    r"^(?:考务|考试|考核|报名|认定|申报|申请|评价|参加|要交|交|收|缴|付|花|多少|什么|用|个人|每人)?$"
)
_FEE_NAME = re.compile(r"([\u4e00-\u9fff]{2})费(?!用|者)")


class Action(StrEnum):
    GREET = "greet"
    CATALOGUE = "catalogue"
    OUT_OF_SCOPE = "out_of_scope"
    WHICH_NOTICE = "which_notice"
    WHICH_ROW = "which_row"
    ROWS = "rows"
    UNSTATED = "unstated"
    TELL = "tell"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do, and with which evidence. `rivals` are the notices or rows to choose from."""

    action: Action
    evidence: tuple[Evidence, ...] = ()
    rivals: tuple[Notice, ...] = ()
    notice: Notice | None = None
    rows: tuple[RowMatch, ...] = ()
    reason: str = ""


def make_plan(question: Question, gatherer: EvidenceGatherer, scope: frozenset[str] | None) -> Plan:
    """Decide on one question. `scope` are the notices it is limited to, by request or by the dialogue."""
    if re.fullmatch(r"(?:你好|您好|hi|hello|hey|嗨|在吗|哈喽)+[呀啊吗~!！。,， ]*", question.text):
        return Plan(Action.GREET)
    if question.intent is Intent.CATALOGUE:
        return Plan(Action.CATALOGUE)
    evidence = gatherer.gather(question, scope)
    if not evidence or _foreign(question, gatherer, evidence, scope):
        return Plan(Action.OUT_OF_SCOPE, tuple(evidence[:3]), reason="问的事没有一份通知提到")
    rivals = _rivals(question, evidence, gatherer) if scope is None else ()
    if len(rivals) > 1:
        return Plan(Action.WHICH_NOTICE, tuple(evidence[:3]), rivals)
    notice = evidence[0].notice
    own = [e for e in evidence if e.notice is notice]
    table = _table_plan(question, notice, own)
    if table is not None:
        return table
    return _tell_or_refuse(question, gatherer, notice, own)


def _foreign(
    question: Question, gatherer: EvidenceGatherer, evidence: Sequence[Evidence], scope: frozenset[str] | None
) -> bool:
    """Whether the question is of no field that the notices cover."""
    best = max(e.coverage for e in evidence)
    words = gatherer.words(question.text)
    if not words:
        return not question.context and scope is None
    unknown = sum(idf for w, idf in words.items() if not gatherer.known(w)) / sum(words.values())
    if scope is not None or question.context:
        return best < _FAINT / 2 and unknown > 0.8
    return best < _FAINT or (unknown >= 0.5 and best < 0.6 and max(e.mention for e in evidence[:5]) < 0.5)


def _rivals(
    question: Question, evidence: Sequence[Evidence], gatherer: EvidenceGatherer
) -> tuple[Notice, ...]:
    """The notices between which the question does not decide; one or none where it does."""
    best = evidence[0]
    if best.mention >= 1.0 and sum(m >= 0.99 for m in gatherer.mentions(question).values()) == 1:
        return (best.notice,)
    fitting = [e for e in evidence if e.fits] or list(evidence)
    top = fitting[0]
    close: dict[str, Notice] = {}
    for e in fitting:
        if e.score >= _CLOSE * top.score and e.coverage >= 0.9 * top.coverage:
            close.setdefault(e.notice.source, e.notice)
    return tuple(close.values())


def _table_plan(question: Question, notice: Notice, own: Sequence[Evidence]) -> Plan | None:
    """Rows of the table that the question looks into, where it does."""
    for table in _tables_near(notice, own, question):
        matches = look_up(question, notice, table)
        if not matches or not _answers(question, notice, table, matches):
            continue
        if _fee_named_elsewhere(question, notice, table):
            continue
        if len(matches) > 1 and _must_choose(question, matches):
            return Plan(Action.WHICH_ROW, tuple(own[:3]), notice=notice, rows=tuple(matches))
        return Plan(Action.ROWS, tuple(own[:3]), notice=notice, rows=tuple(matches[:6]))
    return None


def _tables_near(notice: Notice, own: Sequence[Evidence], question: Question) -> list[int]:
    """Tables whose rows or captions are among the best evidence, best first."""
    floor = 0.8 * own[0].score
    found: list[int] = []
    for e in own[:12]:
        clause = notice.clauses[e.passage.clause]
        table = e.passage.clause if clause.kind is ClauseKind.TABLE else clause.parent
        if clause.kind in (ClauseKind.ROW, ClauseKind.TABLE) and e.score >= floor and table not in found:
            found.append(table)
    if question.intent is Intent.FEE or question.month is not None:
        for index, clause in enumerate(notice.clauses):
            if clause.kind is ClauseKind.TABLE and index not in found:
                found.append(index)
    return found


def _answers(question: Question, notice: Notice, table: int, matches: Sequence[RowMatch]) -> bool:
    """Whether the rows hold the kind of value asked for."""
    if question.intent is Intent.FEE:
        spans = [notice.clauses[m.clause].span for m in matches]
        return any(f.kind == "money" and any(s.covers(f.span) for s in spans) for f in notice.facts)
    if question.month is not None and matches[0].score == 1.5:
        return question.intent is Intent.DEADLINE or bool(question.wants & {"date", "duration"})
    return matches[0].score >= 0.9


def _fee_named_elsewhere(question: Question, notice: Notice, table: int) -> bool:
    """Whether the question names a fee (补考费, 培训费) that this table does not speak of."""
    return bool(_unnamed_fees(question, _surroundings(notice, table)))


def _surroundings(notice: Notice, clause: int) -> str:
    above = "".join(notice.clause_text(i) for i in notice.ancestors(clause))
    below = "".join(notice.clause_text(i) for i in notice.clauses[clause].children)
    return search_key(above + notice.clause_text(clause) + below)


def _unnamed_fees(question: Question, text: str) -> list[str]:
    named = [m for m in _FEE_NAME.findall(question.text) if not _GENERIC_FEES.match(m)]
    return [n for n in named if n + "费" not in text and n not in text]


def _must_choose(question: Question, matches: Sequence[RowMatch]) -> bool:
    """Whether the rows differ in what they say, so that one of them has to be picked."""
    if question.intent is not Intent.FEE:
        return False
    totals = {tuple(c.text for c in m.cells if c not in m.keys) for m in matches}
    return len(totals) > 1


def _tell_or_refuse(
    question: Question, gatherer: EvidenceGatherer, notice: Notice, own: Sequence[Evidence]
) -> Plan:
    """Tell what the best passages say, unless none holds what was asked."""
    strong = [e for e in own if e.coverage >= 0.6 * own[0].coverage and e.score >= 0.6 * own[0].score]
    fitting = [e for e in strong if e.fits]
    typed = question.wants - {"url", "email", "address", "hours"}
    if question.wants and not fitting:
        return Plan(Action.UNSTATED, tuple(own[:3]), notice=notice, reason="没有写明所问的数值")
    if "money" in typed and _unnamed_fees(
        question, search_key(fitting[0].passage.text + fitting[0].passage.context)
    ):
        return Plan(Action.UNSTATED, tuple(own[:3]), notice=notice, reason="没有写明这项费用")
    if fitting and gatherer.wrong_year(question, fitting[0]):
        return Plan(Action.UNSTATED, tuple(own[:3]), notice=notice, reason=f"没有{question.year}年的内容")
    chosen = fitting if question.wants else strong
    if chosen[0].coverage < _WEAK and not question.context and question.wants:
        return Plan(Action.UNSTATED, tuple(own[:3]), notice=notice, reason="没有写明所问的事")
    return Plan(Action.TELL, tuple(chosen[:6]), notice=notice)
