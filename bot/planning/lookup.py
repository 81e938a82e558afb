"""Questions that look figures up: rows of a table that hold what is asked, like figures to work it out of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.figures.action import Action, Plan
from bot.figures.caps import capped
from bot.figures.case_rows import rows_of_case
from bot.figures.columns import column_asked, names_column
from bot.figures.compose import compares
from bot.figures.empty_rows import without_any
from bot.figures.figure_context import context_of_clause, stands_in
from bot.figures.figure_sets import ANY_KIND, choose
from bot.figures.missing_members import missing_member
from bot.figures.operations import HOW_MUCH, Operation, Wanted, one_wanted, wanted
from bot.figures.rated import rated
from bot.figures.rated_items import rated_items
from bot.figures.reckoning import Reckoned, reckon, together
from bot.figures.row_counts import rows_of_one
from bot.figures.rows import RowMatch, asks_of_each, every_row, look_up
from bot.figures.single_figures import told_alone
from bot.figures.stated_shares import stated_share
from bot.figures.sums import rows_of_parts
from bot.figures.two_sides import two_sides
from bot.figures.unit_prices import priced
from bot.finding.cells import is_free
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.finding.fees import unnamed_fees
from bot.finding.months import done_by, is_monthly, monthly_tables
from bot.finding.values import holds
from bot.judging.levels import asked_level
from bot.judging.spoken_for import is_told
from bot.planning.classed_rows import row_of_class
from bot.planning.ranged import in_range, surroundings
from bot.speech.lexicon import lexicon
from bot.speech.naming import levelled
from bot.speech.wanted import matter_of
from corpus import patterns as re
from corpus.conditions.audiences import levels_in
from corpus.notice import ClauseKind, FactKind, Notice
from corpus.values.changes import changes_of
from index.normal import search_key

__all__ = ["TableLookup", "reckoned_from", "refusal"]


def _priced(rows: list[RowMatch], notice: Notice) -> list[RowMatch]:
    """Of the rows of a form those that hold an amount or say that none is taken; all where no row does."""
    amounts = [f.span for f in notice.facts if f.kind is FactKind.MONEY]
    spans = [notice.clauses[r.clause].span for r in rows]
    held = [
        any(s.covers(a) for a in amounts) or any(map(is_free, r.cells))
        for r, s in zip(rows, spans, strict=True)
    ]
    return [r for r, h in zip(rows, held, strict=True) if h] or rows


def _heads_column(name: str, headers: Collection[str]) -> bool:
    """Whether a name, or a word that means the same (实操 for 操作技能), heads a column."""
    return name in headers or any(w in headers for w in lexicon().synonyms.get(name, ()))


_FIGURE = re.compile(r"\d")
_REFUND = re.compile(r"退(?!休|役|伍|学(?!费)|宿|租|出|票点)")
_AMOUNT = re.compile(r"\d|[一二三四五六七八九十百千万]元|免费|不收|免收")
_PRICES = re.compile(r"(?:收费|费用|价格?)(?:标准|多少|表)?[?？]*$")  # 某测试收费标准
_PAID_BACK = re.compile(r"退(?:还|费|款|回|\d)|返还|不予退|不退")
_TOLD, _FAR = 0.8, 0.3  # the share of a question that a sentence says by itself, and how much more than rows
_ALL_READ = 64  # so many notices are looked through where a question names nothing in any
_LOOKED_AT = 12  # the best passages, whose notices may hold the figures asked about

_TABLE_INTENTS = frozenset({Intent.FEE, Intent.STATISTIC, Intent.DEFINITION, Intent.GENERAL, Intent.DEADLINE})


@dataclass(frozen=True, slots=True)
class TableLookup:
    """One question looked up; `general` where it has only words that fit any notice."""

    question: Question
    gatherer: EvidenceGatherer
    words: dict[str, float]
    general: bool

    def look(self, notice: Notice, own: Sequence[Evidence]) -> Plan | None:
        """Rows of the table that the question looks into, where it does."""
        intent = self.question.intent
        follows = bool(self.question.context) and intent is Intent.MATERIALS  # 要啥学历, of a row spoken of
        if not (intent in _TABLE_INTENTS or follows) or self.gatherer.wrong_year(self.question, own[0]):
            return None
        if self._told_in_words(notice, own) or self._of_refund(notice, own):
            return None
        if (
            self.question.lists
            and not self.question.wants
            and not any(self._names_rows(notice, t) for t in self._tables_near(notice, own))
            and column_asked(self.question, notice)
        ):
            return Plan(Action.COLUMN, tuple(own[:3]), notice=notice)
        classed = row_of_class(self.question, notice, self.gatherer)
        if classed and not unnamed_fees(self.question, self.words, surroundings(notice, classed.table)):
            row, whom = classed.row, classed.whom
            return Plan(Action.ROWS, tuple(own[:3]), notice=notice, rows=(row,), whom=whom)
        for table in self._tables_near(notice, own):
            if other := missing_member(self.question.text, self.words, notice, table):
                return refusal(notice, own, f"没有写明“{other}”的{matter_of(self.question.wants)}")
            each = rows_of_parts(self.question, notice, table)
            matches = each or look_up(self.question, notice, table)
            if not matches and self.question.intent is Intent.FEE:
                matches = self._all_priced(notice, table)
            if not matches or not self._rows_answer(notice, table, matches):
                continue
            if self._asks_besides(notice, table):
                continue
            if level := _missing_level(self.question, notice, table):
                return refusal(notice, own, f"没有写明{level}级的{matter_of(self.question.wants)}")
            columns = {
                p
                for i in notice.clauses[table].children
                for c in notice.clauses[i].cells
                for p in c.header.split(" ")
            }
            unnamed = unnamed_fees(self.question, self.words, surroundings(notice, table))
            things = [n.removesuffix("费") for n in unnamed]
            if not all(_heads_column(t, columns) or self._is_of_the_notice(t, notice) for t in things):
                continue
            both = len(matches) == 2 and compares(self.question.text)
            several = bool(each) or both or asks_of_each(self.question.text)
            choose = len(matches) > 1 and not several and self._must_choose(matches)
            action = Action.WHICH_ROW if choose else Action.ROWS
            return Plan(action, tuple(own[:3]), notice=notice, rows=tuple(matches[:8]))
        return None

    def _told_in_words(self, notice: Notice, own: Sequence[Evidence]) -> bool:
        """Whether a sentence, and no row, states the fee and says far more of what is asked about."""
        rows = [e.coverage for e in own if notice.clauses[e.passage.clause].kind is ClauseKind.ROW]
        best, clause = own[0], notice.clauses[own[0].passage.clause]
        tables = (i for i, c in enumerate(notice.clauses) if c.kind is ClauseKind.TABLE)
        if any(rows_of_case(self.question, notice, t) for t in tables):
            return False
        states = best.fits and _AMOUNT.search(best.passage.text) is not None
        plain = clause.kind not in (ClauseKind.ROW, ClauseKind.TABLE) and states and bool(rows)
        return plain and self.question.intent is Intent.FEE and best.coverage >= max(_TOLD, max(rows) + _FAR)

    def _of_refund(self, notice: Notice, own: Sequence[Evidence]) -> bool:
        """Whether it is asked what is paid back, of which a sentence found speaks and the tables do not."""
        if not _REFUND.search(self.question.text):
            return False
        tables = [i for i, c in enumerate(notice.clauses) if c.kind is ClauseKind.TABLE]
        told = any(_PAID_BACK.search(e.passage.text) for e in own[:_LOOKED_AT])
        return told and not any(_PAID_BACK.search(surroundings(notice, t)) for t in tables)

    def _names_rows(self, notice: Notice, table: int) -> bool:
        """Whether the question names some rows of a table, and not what all of them share."""
        return 0 < len(look_up(self.question, notice, table)) < len(every_row(notice, table))

    def _all_priced(self, notice: Notice, table: int) -> list[RowMatch]:
        """The rows with an amount, where nothing else is asked about than they all are of: 考务费多少."""
        priced = _priced(every_row(notice, table), notice)
        if self.general or names_column(self.question, notice, table):
            return priced
        told = context_of_clause(notice, table)
        named = (
            ("money" in self.question.wants or _PRICES.search(self.question.text))
            and bool(self.words)
            and all(stands_in(w, told) or self._is_of_the_notice(w, notice) for w in self.words)
        )
        return priced if named and len(priced) > 1 else []

    def _is_of_the_notice(self, word: str, notice: Notice) -> bool:
        """Whether a word, or each in it, names no more than the notice or fits any: 普通话测试, 多少钱."""
        general = lexicon().light | lexicon().general | lexicon().fillers
        pieces = self.gatherer.retriever.segmenter.words(word)
        return word in general or all(p in general or self.gatherer.is_title_word(p, notice) for p in pieces)

    def _asks_besides(self, notice: Notice, table: int) -> bool:
        """Whether a thing is asked about that the table is not of: 三级有没有教材."""
        if self.question.intent is not Intent.GENERAL or self.question.wants:
            return False
        told = context_of_clause(notice, table) + search_key(notice.title)
        general = lexicon().light | lexicon().general
        figure = (
            _FIGURE if rows_of_case(self.question, notice, table) else None
        )  # falls in the range of a row
        asked = [
            w for w in self.words if len(w) > 1 and w not in general and not (figure and figure.match(w))
        ]
        return any(not stands_in(w, told) and not self.gatherer.is_title_word(w, notice) for w in asked)

    def left_out(self, notice: Notice, own: Sequence[Evidence]) -> Plan | None:
        """A refusal where the notice goes by the month and says nothing of the month asked about."""
        month = self.question.month
        if month is None or self.question.intent is not Intent.DEADLINE:
            return None
        monthly = monthly_tables(notice)
        beside = [
            notice.clause_text(i)
            for i, c in enumerate(notice.clauses)
            if i not in monthly and c.parent not in monthly
        ]
        if not monthly or any(re.search(rf"(?<!\d){month}\s*月", t) for t in beside):
            return None
        return refusal(notice, own, f"没有写明{month}月的安排")

    def _tables_near(self, notice: Notice, own: Sequence[Evidence]) -> list[int]:
        """Tables whose rows or captions are among the best evidence, best first."""
        floor = 0.8 * own[0].score
        found: list[int] = []
        for e in own[:12]:
            clause = notice.clauses[e.passage.clause]
            table = e.passage.clause if clause.kind is ClauseKind.TABLE else clause.parent
            if clause.kind in (ClauseKind.ROW, ClauseKind.TABLE) and e.score >= floor and table not in found:
                found.append(table)
        every = [i for i, c in enumerate(notice.clauses) if c.kind is ClauseKind.TABLE]
        by_month = self.question.month is not None or done_by(self.question) is not None
        if by_month and self.question.intent is Intent.DEADLINE:
            return [*monthly_tables(notice), *found]
        if self.question.intent is Intent.FEE:
            return list(dict.fromkeys((*found, *every)))
        if self.question.context and not found:
            return [t for t in every if self._asks_a_column_of_the_row(notice, t)]
        return found

    def _asks_a_column_of_the_row(self, notice: Notice, table: int) -> bool:
        """Whether a column is asked for by name, of the one row that was spoken of before: 要啥学历."""
        asked = search_key(self.question.text)
        headers = {c.header for i in notice.clauses[table].children for c in notice.clauses[i].cells}
        named = any(len(h) > 1 and h in asked for header in headers for h in search_key(header).split(" "))
        return named and len(look_up(self.question, notice, table)) == 1

    def _rows_answer(self, notice: Notice, table: int, matches: Sequence[RowMatch]) -> bool:
        """Whether the rows hold the kind of value asked for."""
        spans = [notice.clauses[m.clause].span for m in matches]
        facts = [f for f in notice.facts if any(s.covers(f.span) for s in spans)]
        if self.question.intent is Intent.FEE:
            free = any(is_free(c) for m in matches for c in m.cells)
            return free or any(f.kind is FactKind.MONEY for f in facts)
        if is_monthly(notice, table):
            return self.question.intent is Intent.DEADLINE or bool(self.question.wants & {"date", "duration"})
        text = "".join(f"{c.header}：{c.text}；" for m in matches for c in m.cells)
        return matches[0].score >= 0.9 and all(
            holds(w, self.question.unit, facts, text) for w in self.question.wants
        )

    def _must_choose(self, matches: Sequence[RowMatch]) -> bool:
        """Whether the rows differ in what they say, so that one of them has to be picked."""
        if self.question.intent is not Intent.FEE:
            return False
        return len({tuple(c.text for c in m.cells if c not in m.keys) for m in matches}) > 1


def reckoned_from(
    question: Question,
    evidence: Sequence[Evidence],
    gatherer: EvidenceGatherer,
    scope: frozenset[str] | None = None,
) -> Plan | None:
    """What is asked to be worked out of the figures of one of the notices found, where it can be."""
    notices = {e.notice.notice_id: e.notice for e in evidence[:_LOOKED_AT]}
    bounds = [(n, r) for n in notices.values() if (r := capped(question, n, gatherer))]
    if len(bounds) == 1:
        return _reckoned(*bounds[0], evidence)
    rates = [(n, r) for n in notices.values() if (r := _rated(question, n, gatherer))]
    if len(rates) == 1:
        return _reckoned(*rates[0], evidence)
    tiers = [(n, r) for n in notices.values() if (r := in_range(question, n, evidence, gatherer))]
    if len(tiers) == 1:
        return _reckoned(*tiers[0], evidence)
    places = list(notices.values()) if scope is not None else gatherer.library.notices[:_ALL_READ]
    if rows := without_any(question, places) or rows_of_one(question, places):
        return _reckoned(*rows, evidence)
    want = wanted(question) or one_wanted(question)
    if want is None or (question.intent is Intent.ELIGIBILITY and want.operation is not Operation.SAME):
        return None
    want = _of_before(want, question, gatherer)
    found = [(n, c) for n in notices.values() if (c := choose(question, want, n, gatherer))]
    unnamed = want.bound_unit and all(ANY_KIND.fullmatch(w) for w in gatherer.words(want.about))
    if not found and scope is None and (unnamed or want.operation is Operation.RANK):
        every = gatherer.library.notices[
            :_ALL_READ
        ]  # what is asked for says alone what is meant: 四百块以内的
        found = [(n, c) for n in every if (c := choose(question, want, n, gatherer))]
    if len(found) > 1:
        return None
    for notice, chosen in found:
        if want.operation is Operation.ONE:
            return _reckoned(notice, told_alone(question, chosen[0]), evidence)
        result = together([r for c in chosen if (r := reckon(want, c, notice)) is not None])
        if result is not None:
            return _reckoned(notice, result, evidence)
    for own in [n for n, _ in found] or [e.notice for e in evidence[:1]]:
        apart = stated_share(want, own) or two_sides(question, want, own, gatherer)
        return _reckoned(own, apart, evidence) if apart is not None else None
    return None


def _rated(question: Question, notice: Notice, gatherer: EvidenceGatherer) -> Reckoned | None:
    """What a rate or a price comes to for what is told, where nothing is changed for whoever tells it."""
    changed = (is_told(c.whose, question.text, gatherer.question_words) for c in changes_of(notice))
    reckoned = rated_items(question, notice) or rated(question, notice) or priced(question, notice)
    return None if reckoned is None or any(changed) else reckoned


def _of_before(want: Wanted, question: Question, gatherer: EvidenceGatherer) -> Wanted:
    """One figure asked for by itself (多少钱, 几个人) is of what the question before is about."""
    named = [w for w in gatherer.words(want.about) if not (HOW_MUCH.search(w) or w in lexicon().general)]
    if want.operation is not Operation.ONE or named or not question.context:
        return want
    return replace(want, about=f"{HOW_MUCH.sub(',', question.context)},{want.about}")


def _reckoned(notice: Notice, result: Reckoned, evidence: Sequence[Evidence]) -> Plan:
    own = tuple(e for e in evidence if e.notice is notice)
    return Plan(Action.RECKON, own[:3], notice=notice, reckoned=result)


def refusal(notice: Notice, own: Sequence[Evidence], reason: str) -> Plan:
    """The plan to say that a notice does not state what is asked, with what it says nearby."""
    return Plan(Action.UNSTATED, tuple(own[:3]), notice=notice, reason=reason)


def _missing_level(question: Question, notice: Notice, table: int) -> str:
    """The level asked about that no row has, of those of what the question names: 甲有没有三级."""
    asked, text = asked_level(question.text), levelled(search_key(question.text))
    levels: list[list[str]] = []
    named: list[list[str]] = []
    for row in notice.rows(table):
        names = [levelled(search_key(c.text)) for c in notice.clauses[row].cells]
        levels.append(levels_in(" ".join(names)))
        if any(len(n) > 2 and not levels_in(n) and n in text for n in names):
            named.append(levels[-1])
    graded = bool(asked and levels) and all(levels)
    return asked if graded and not any(asked in found for found in named or levels) else ""
