"""Which passages of a notice to tell, of those that bear on a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.answer_parts import Intent
from bot.conversation.demanded_amounts import asks_demand, demands
from bot.conversation.question import Question
from bot.figures.rows import look_up
from bot.finding.events import keyed_by_event
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.finding.support import Support
from bot.judging.levels import asked_level
from bot.planning.money_ways import paid_as_asked
from bot.speech.naming import levelled, measure
from corpus import patterns as re
from corpus.conditions.conditions import GroupKind
from corpus.notice import ClauseKind, Notice
from corpus.rules.rules import compile_groups, is_graded
from index.normal import search_key

__all__ = ["PassageChooser", "opening_conditions"]

_WEAK = 0.4  # below this share, a value of the right kind is likely one of something else
_ABOUT = 0.5  # with this share of the question's words, a passage states what is asked
_ALIKE = 0.97  # with this much of the best one's score, rows fit alike
_MANY_ROWS = 3
_OF_AUDIENCE = 0.4  # how fully a question has to name whom conditions are for
_TOTAL = re.compile(r"合计|总计|共计")
_READ = 40  # so many passages are looked through for the one that is keyed by what is asked
_CONTACTS = frozenset({"phone", "email", "url", "platform", "address", "hours"})
_CONDITIONS = re.compile(
    r"条件|要求|资格|门槛|谁(?:能|可以)|(?:什么|哪些)人(?:能|可以)|(?:几年|多少年)[^,，。]{0,4}(?:能|可以|才)[^,，。]{0,3}[考报评申升]"
)
_PENALTY_WORDS = re.compile(r"禁考|处理|处罚|后果|不让|不能考|多久|会怎样|处分")


@dataclass(frozen=True, slots=True)
class PassageChooser:
    """Chooses passages for one question."""

    question: Question
    gatherer: EvidenceGatherer
    support: Support

    def choose(self, notice: Notice, own: Sequence[Evidence]) -> list[Evidence]:
        """The passages to tell, the one that answers first; `own` are those of the notice, best first."""
        return self._strong(self._without_any_row(notice, own))

    def of_parts(self, notice: Notice) -> tuple[Evidence, ...]:
        """The best passage for each of several questions asked at once."""
        found = []
        for part in self.question.parts:
            own = self.gatherer.gather(part, frozenset({notice.notice_id}))
            fitting = [e for e in own[:12] if e.fits and e.coverage >= _WEAK]
            found += fitting[:1]
        return tuple(found)

    def _without_any_row(self, notice: Notice, own: Sequence[Evidence]) -> Sequence[Evidence]:
        """Without the rows of a table that fit alike, since the question names none; its total stays."""
        table = _table_of(own[0])
        alike = [e for e in own if _table_of(e) == table >= 0 and e.score >= _ALIKE * own[0].score]
        if len(alike) < _MANY_ROWS or 0 < len(look_up(self.question, notice, table)) < _MANY_ROWS:
            return own
        if self._names_them(notice, table, alike):
            return own
        rest = [e for e in own if _table_of(e) != table]
        totals = [e for e in alike if _TOTAL.search(e.passage.text)]
        stated = [e for e in rest if e.fits and e.coverage >= _ABOUT]
        return [*stated, *totals, *(e for e in rest if e not in stated)] if stated or totals else own

    def _names_them(self, notice: Notice, table: int, alike: Sequence[Evidence]) -> bool:
        """Whether the question has a word by which these rows stand out from the others: a name in each."""
        chosen = {e.passage.clause for e in alike}
        texts = {row: search_key(notice.clause_text(row)) for row in notice.rows(table)}
        words = [w for w in self.gatherer.words(self.question.text) if len(w) > 1]
        saying = [{row for row, t in texts.items() if w in t} for w in words]
        return any(chosen <= rows and 2 * len(rows) < len(texts) for rows in saying)

    def _strong(self, own: Sequence[Evidence]) -> list[Evidence]:
        """Strong passages that hold a value of the kind asked for, where there are any."""
        question = self.question
        best = max(e.coverage for e in own[:10])
        strong = [e for e in own if e.coverage >= 0.6 * best and e.score >= 0.6 * own[0].score] or list(
            own[:1]
        )
        if question.wants & _CONTACTS:
            strong = list(own)
        if question.intent is Intent.FEE:
            strong = [e for e in own if e.score >= 0.4 * own[0].score]
        near = [e for e in own if e.coverage >= 0.4 * best and e.score >= 0.45 * own[0].score]
        fitting = [e for e in strong if e.fits] or [e for e in near if e.fits]
        fitting = fitting or [e for e in own[:40] if e.fits][:3]
        speaking = [e for e in self.support.speaking if e in own[:40]]
        if speaking:
            fitting = [e for e in fitting if e in speaking] or speaking[:3]
        chosen = (fitting or strong) if question.wants else strong
        chosen = paid_as_asked(question, chosen)
        if asks_demand(question):
            chosen = sorted(chosen, key=lambda e: not demands(question, e.passage.text))
        if question.intent is Intent.PENALTY:
            chosen = [e for e in chosen if self._covered_itself(e) >= 0.15] or chosen
        if keyed := keyed_by_event(question, [(self.gatherer.own(e), e) for e in own[:_READ] if e.fits]):
            chosen = [keyed[0], *(e for e in chosen if e is not keyed[0])]
        if named := _HOW_MUCH.search(question.text):
            chosen = sorted(chosen, key=lambda e: _ends_longer_name(named["name"], self.gatherer.own(e)))
        return _of_the_case(question, chosen)

    def _covered_itself(self, evidence: Evidence) -> float:
        """The share of the question's words that the passage itself holds, apart from what governs it."""
        if self.question.context:
            return 1.0
        told = self.gatherer.words(self.question.text)
        words = {w: i for w, i in told.items() if not _PENALTY_WORDS.search(w)}
        held = self.gatherer.covers(self.question, evidence)
        total = sum(words.values())
        return sum(i for w, i in words.items() if w in held) / total if total else 1.0


_CASE = re.compile(r"^(?P<case>[^。;]{6,80}?)(?:的|者),")
_TOLD = 0.2  # the share of a case that a question has to tell
_PLAINLY = 1.5  # so many times more of it than of the case that stands before


def _of_the_case(question: Question, chosen: Sequence[Evidence]) -> list[Evidence]:
    """The passages with that one first that its clause has for the case told, of several cases that have
    values of their own: 退回的，减为2年 behind 骗取的，5年内不得."""
    if not chosen:
        return []
    first = chosen[0]
    beside = [e for e in chosen[:_BESIDE] if e.passage.clause == first.passage.clause]
    if not question.wants or question.polar or len(beside) < 2:
        return list(chosen)
    asked = search_key(question.text)
    shares = [_told_of(search_key(e.passage.text), asked) for e in beside]
    best = max(shares)
    if min(shares) < 0 or best < max(_TOLD, _PLAINLY * shares[0]):
        return list(chosen)
    meant = beside[shares.index(best)]
    return [meant, *(e for e in chosen if e is not meant)]


_BESIDE = 4  # of the passages chosen, so many may be of one clause


def _told_of(text: str, asked: str) -> float:
    """How much of the case of a sentence a question tells, by its pairs of characters; -1 for no case."""
    case = _CASE.search(text)
    pairs = {case["case"][n : n + 2] for n in range(len(case["case"]) - 1)} if case else set()
    return sum(p in asked for p in pairs) / len(pairs) if pairs else -1.0


# Of what it is asked how much it is: 软件产品收入多少.
_HOW_MUCH = re.compile(r"(?:^|[的,，年月日 ])(?P<name>[\u4e00-\u9fff]{4,10}?)(?:是|有|为)?多少")


def _ends_longer_name(name: str, text: str) -> bool:
    """Whether a text says a name as the end of longer ones alone: 产品收入 in 工业产品收入."""
    return name in text and re.search(rf"(?<![\u4e00-\u9fff]){re.escape(name)}", text) is None


def _table_of(evidence: Evidence) -> int:
    """The table of which a passage is a row, -1 for any other."""
    clause = evidence.notice.clauses[evidence.passage.clause]
    return clause.parent if clause.kind is ClauseKind.ROW else -1


def opening_conditions(
    question: Question, notice: Notice, own: Sequence[Evidence], find: Callable[[str], Sequence[Evidence]]
) -> list[Evidence]:
    """What opens the conditions of the level that is asked about: 甲四级要啥条件; those of a notice without
    levels, where it calls them by no such word. `find` finds passages of the notice by what they say."""
    text = levelled(search_key(question.text))
    level = asked_level(text)
    if question.polar or not _CONDITIONS.search(text):
        return []
    if not level:
        return _unnamed_conditions(text, notice, find)
    lists = [
        g
        for g in compile_groups(notice)
        if g.level == level and len(g.requirements) > 1 and g.kind is not GroupKind.NONE and not g.aside
    ]
    named = [g for g in lists if g.audience and measure(g.audience, text) >= _OF_AUDIENCE]
    leads = {g.lead for g in named or lists}
    return [e for e in own if e.passage.clause in leads]


def _unnamed_conditions(
    text: str, notice: Notice, find: Callable[[str], Sequence[Evidence]]
) -> list[Evidence]:
    """The conditions of the longest list and of those beside it, where a notice nowhere says 条件."""
    if "条件" not in text or "条件" in notice.text or is_graded(notice):
        return []
    lists = [g for g in compile_groups(notice) if g.kind is not GroupKind.NONE and not g.aside]
    longest = max(lists, key=lambda g: len(g.requirements), default=None)
    if longest is None or len(longest.requirements) < 2:
        return []
    section = notice.clauses[longest.lead].parent
    leads = {g.lead for g in lists if notice.clauses[g.lead].parent == section}
    said = ((c, find(search_key(notice.clause_text(c)))) for c in sorted(leads))
    found = (next((e for e in evidence if e.passage.clause == c), None) for c, evidence in said)
    return [e for e in found if e is not None]
