"""From a question to the passages that bear on it, ranked.

Ranking adds to the retriever's fused score what the structure tells: how much of the question a passage
covers, whether it holds a value of the kind asked for, and whether its notice is the one spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answer import Intent
from bot.lexicon import lexicon
from bot.matching import holds, is_keyed, match, opens_list, thin
from bot.names import NoticeNames, is_of_other_year
from bot.question import Question
from bot.rows import is_monthly
from bot.timing import deadlines
from bot.words import QuestionWords
from corpus.leads import governing_clause
from corpus.library import Library
from corpus.notice import Cell, ClauseKind, Fact, Notice
from index.normal import search_key
from index.passages import Passage
from index.retriever import Retriever

__all__ = ["Evidence", "EvidenceGatherer"]

_READ_WHOLE = 400  # a scope of at most so many passages is read whole
_DEPTH = 80  # passages taken from the retriever
_W_FUSED, _W_EXPANDED, _W_COVER, _W_FITS, _W_MENTION, _W_YEAR = 0.35, 0.15, 0.5, 0.2, 0.5, 0.25
_W_UNBORN, _W_KEY, _W_MONTH, _W_SANCTION = 0.6, 0.3, 0.5, 0.2
_KEYED_INTENTS = frozenset({Intent.GENERAL, Intent.DEFINITION})
_REQUIRES = re.compile(r"不少于|须|需|应|要求|累计|至少|不低于")
_W_ROLE, _W_LIST, _W_ROW = 0.15, 0.15, 0.25
_ROWLESS = frozenset(
    {Intent.PENALTY, Intent.RESIT, Intent.CERTIFICATE, Intent.MATERIALS, Intent.PROCESS, Intent.ELIGIBILITY}
)
_ROLES = {
    Intent.PENALTY: re.compile(r"取消|不得|追究|处罚|处分|无效|不予|禁止|按规定.{0,6}处理"),
    Intent.RESIT: re.compile(r"补考"),
    Intent.CONTACT: re.compile(r"咨询|联系|受理|热线|窗口|服务时间|监督"),
    Intent.DEFINITION: re.compile(r"是指|指的是|所称|定义"),
    Intent.FEE: re.compile(r"元|费"),
    Intent.CERTIFICATE: re.compile(r"证书|成绩"),
    Intent.PROCESS: re.compile(r"登录|注册|填写|填报|上传|前往|步骤|流程|程序|方式"),
    Intent.MATERIALS: re.compile(r"提供|提交|携带|材料|原件|复印|盖章|学时|字"),
}
_UNPUNISHED = frozenset({Intent.MATERIALS, Intent.PROCESS, Intent.FEE, Intent.DEADLINE, Intent.CONTACT})
_ROLE_WEIGHTS = dict.fromkeys(
    (Intent.DEADLINE, Intent.PENALTY, Intent.RESIT, Intent.DEFINITION, Intent.PROCESS, Intent.MATERIALS), 0.3
)
_CONTEXT_WEIGHT = 0.35  # words that stand only in the question before


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage with its score; `coverage` is the idf-weighted share of the question it covers, 0 to 1."""

    passage: Passage
    notice: Notice
    score: float
    coverage: float
    fits: bool
    mention: float
    role: bool = False

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The typed values inside the passage."""
        return tuple(f for f in self.notice.facts if self.passage.span.covers(f.span))


def _not_yet_issued(question: Question, notice: Notice) -> bool:
    return question.as_of is not None and notice.issued is not None and notice.issued > question.as_of


def _in_month(month: int | None, cells: Sequence[Cell]) -> bool:
    first = next((c.text for c in cells if not re.search(r"序号|编号", c.header)), "")
    return bool(re.match(rf"0?{month}月", first))


class EvidenceGatherer:
    """Gathers evidence for questions over one snapshot."""

    def __init__(self, library: Library, retriever: Retriever) -> None:
        self.library = library
        self.retriever = retriever
        self._by_id = {n.notice_id: n for n in library.notices}
        self._own = [search_key(p.text) for p in retriever.passages]
        self._around = [search_key(p.context) for p in retriever.passages]
        self._facts = [self._facts_of(p) for p in retriever.passages]
        self._places = {(p.notice_id, p.span): i for i, p in enumerate(retriever.passages)}
        self._rows = {
            n.notice_id: {i for i, c in enumerate(n.clauses) if c.kind is ClauseKind.ROW}
            for n in library.notices
        }
        self._closes = self._closing_passages()
        self.notices = NoticeNames(library, retriever.segmenter.part_of_speech)
        self.question_words = QuestionWords(retriever.segmenter, self.notices.is_printed)
        self._lead = [self._lead_of(p) for p in retriever.passages]

    def _facts_of(self, passage: Passage) -> tuple[Fact, ...]:
        notice = self._by_id[passage.notice_id]
        own = tuple(f for f in notice.facts if f.clause == passage.clause and passage.span.covers(f.span))
        above = governing_clause(notice, passage.clause)
        return own + tuple(f for f in notice.facts if f.clause == above)

    def _closing_passages(self) -> list[bool]:
        """For each passage, whether it states a day that closes an application."""
        spans = {n.notice_id: [d.fact.span for d in deadlines(n)] for n in self.library.notices}
        return [any(p.span.covers(s) for s in spans[p.notice_id]) for p in self.retriever.passages]

    def _closes_other_year(self, question: Question, notice: Notice, index: int) -> bool:
        """Whether a passage states a deadline of another year than the notice's own title names."""
        titled = re.search(r"(?:19|20)\d{2}", notice.title)
        if question.intent is not Intent.DEADLINE or titled is None:
            return False
        stated = re.findall(r"(?:19|20)\d{2}", self._own[index])
        return bool(stated) and titled.group() not in stated

    def _is_month_row(self, question: Question, notice: Notice, passage: Passage) -> bool:
        """Whether a passage is the row of the month asked about in a table that goes by the month."""
        clause = notice.clauses[passage.clause]
        if question.intent is not Intent.DEADLINE or clause.kind is not ClauseKind.ROW:
            return False
        monthly = question.month is not None and is_monthly(notice, clause.parent)
        return monthly and _in_month(question.month, clause.cells)

    def _lead_of(self, passage: Passage) -> str:
        """The words that govern a passage, which it is told with."""
        notice = self._by_id[passage.notice_id]
        above = governing_clause(notice, passage.clause)
        return search_key(notice.clause_text(above)) if above is not None else ""

    def words(self, text: str) -> dict[str, float]:
        """The words of a question that say what it is about, with their idf."""
        fillers, light = lexicon().fillers, lexicon().light - lexicon().general
        found: dict[str, float] = {}
        for word in self.question_words.split(text):
            plain = word.strip()
            if (
                plain
                and plain not in fillers
                and plain not in light
                and not re.fullmatch(r"[\W\d_]+|\d+(?:年|月|日|号|元|个)?", plain)
            ):
                found[plain] = self.retriever.lexical.idf(plain) * (0.3 if len(plain) == 1 else 1.0)
        return found

    def gather(self, question: Question, scope: frozenset[str] | None = None) -> list[Evidence]:
        """Evidence for a question, best first; only from the notices of `scope` where one is given."""
        words = self.words(question.text)
        context = {w: _CONTEXT_WEIGHT * i for w, i in self.words(question.context).items() if w not in words}
        mentions = self.mentions(question)
        fused = self._search(" ".join(words) or question.text, scope)
        expanded = self._search(" ".join(self._expansion((*words, *context))), scope)
        rows = self._rows
        found = []
        for index in sorted(
            fused.keys() | expanded.keys() | self._all_of(scope or self._plainly_named(mentions))
        ):
            passage = self.retriever.passages[index]
            notice = self._by_id[passage.notice_id]
            coverage = self._coverage({**words, **context}, index, notice.notice_id)
            fits = not question.wants or any(
                holds(question, w, self._facts[index], passage.text) for w in question.wants
            )
            mention = mentions.get(notice.notice_id, 0.0)
            role = self._plays_role(question, index)
            score = (
                _W_FUSED * fused.get(index, 0.0)
                + _W_EXPANDED * expanded.get(index, 0.0)
                + _W_COVER * coverage
                + (_W_FITS if fits and question.wants else 0.0)
                + _W_MENTION * mention
                - (_W_YEAR if is_of_other_year(question, notice, passage) else 0.0)
                - (_W_UNBORN if _not_yet_issued(question, notice) else 0.0)
                - (_W_YEAR if self._closes_other_year(question, notice, index) else 0.0)
                + (_W_KEY if question.intent in _KEYED_INTENTS and is_keyed(words, passage.text) else 0.0)
                + (_W_ROLE if "count" in question.wants and _REQUIRES.search(passage.text) and fits else 0.0)
                + (_ROLE_WEIGHTS.get(question.intent, _W_ROLE) if role else 0.0)
                + (_W_MONTH if self._is_month_row(question, notice, passage) else 0.0)
                + (_W_LIST if question.lists and opens_list(passage, notice) and coverage >= 0.5 else 0.0)
                - (
                    _W_ROW
                    if passage.clause in rows[notice.notice_id] and question.intent in _ROWLESS
                    else 0.0
                )
                - (_W_SANCTION if self._sanctions(question, index) else 0.0)
                - thin(passage, notice)
            )
            found.append(Evidence(passage, notice, score, coverage, fits, mention, role))
        return sorted(found, key=lambda e: (-e.score, e.passage.notice_id, e.passage.span))

    def _plainly_named(self, mentions: dict[str, float]) -> frozenset[str] | None:
        """The one notice that a question names, where it does."""
        clear = [i for i, m in mentions.items() if m >= 0.8]
        return frozenset(clear) if len(clear) == 1 else None

    def _all_of(self, scope: frozenset[str] | None) -> set[int]:
        """Every passage of a small scope: a notice named is read whole."""
        if scope is None:
            return set()
        inside = {i for i, p in enumerate(self.retriever.passages) if p.notice_id in scope}
        return inside if len(inside) <= _READ_WHOLE else set()

    def _search(self, query: str, scope: frozenset[str] | None) -> dict[int, float]:
        hits = self.retriever.search(query, _DEPTH, scope) if query.strip() else []
        best = max((h.score for h in hits), default=0.0)
        return {h.passage: h.score / best for h in hits} if best > 0 else {}

    def _expansion(self, words: Iterable[str]) -> list[str]:
        synonyms = lexicon().synonyms
        return list(dict.fromkeys(s for w in words for s in (w, *synonyms.get(w, ()))))

    def _plays_role(self, question: Question, index: int) -> bool:
        """Whether the passage, told with its lead, speaks as answers of this intent do."""
        if question.intent is Intent.DEADLINE:
            return self._closes[index]
        cues = _ROLES.get(question.intent)
        return cues is not None and bool(cues.search(self._own[index] + self._lead[index]))

    def _sanctions(self, question: Question, index: int) -> bool:
        """Whether the passage stands in a list of what is punished, and nothing of the kind is asked."""
        return question.intent in _UNPUNISHED and bool(_ROLES[Intent.PENALTY].search(self._lead[index]))

    def _coverage(self, words: dict[str, float], index: int, notice_id: str) -> float:
        """The share of the words covered; a word that names the notice says nothing about the passage."""
        own_words = {w: i for w, i in words.items() if not self.notices.is_title_word(w, notice_id)}
        if own_words:
            words = own_words
        total = sum(words.values())
        if total == 0:
            return 0.0
        own, around = self._own[index], self._around[index]
        own = f"{own}\n{self._lead[index]}"
        return sum(idf * match(word, own, around) for word, idf in words.items()) / total

    def degree(self, word: str, evidence: Evidence) -> float:
        """How well a passage, told with what governs it and what stands above it, holds a word, 0 to 1."""
        index = self._places[evidence.passage.notice_id, evidence.passage.span]
        return match(word, f"{self._own[index]}\n{self._lead[index]}", self._around[index])

    def degree_in(self, word: str, notice: Notice) -> float:
        """How well a notice anywhere holds a word, 0 to 1."""
        if self.notices.shortens(word, self.notices.called[notice.notice_id]):
            return 1.0
        return match(word, self.notices.bodies[notice.notice_id], self.notices.titles[notice.notice_id])

    def is_title_word(self, word: str, notice: Notice) -> bool:
        """Whether a word names the notice, and so says nothing of what in it is asked about."""
        return self.notices.is_title_word(word, notice.notice_id)

    def mentions(self, question: Question) -> dict[str, float]:
        """How plainly each notice is spoken of by name, 0 to 1."""
        return self.notices.mentions(self.words(question.text))

    def names(self, word: str, notice_id: str) -> bool:
        """Whether a word is part of, or short for, what the notice is called."""
        return self.notices.names(word, notice_id)

    def known(self, word: str) -> bool:
        """Whether any notice uses a word or one that means the same."""
        return self.notices.known(word)

    def users(self, word: str) -> frozenset[str]:
        """The files that use a word or one that means the same."""
        return self.notices.users(word)

    def covers(self, question: Question, evidence: Evidence) -> frozenset[str]:
        """The words of the question that a passage itself holds, or a word that means the same."""
        text = search_key(evidence.passage.text)
        synonyms = lexicon().synonyms
        words = [
            w
            for w in self.words(question.text)
            if not self.notices.is_title_word(w, evidence.notice.notice_id)
        ]
        return frozenset(w for w in words if w in text or any(s in text for s in synonyms.get(w, ())))

    def with_values(self, question: Question) -> tuple[Notice, ...]:
        """The notices that hold a value of every kind that the question wants."""
        index = {n.notice_id: n for n in self.library.notices}
        found: dict[str, Notice] = {}
        for number, passage in enumerate(self.retriever.passages):
            if all(holds(question, w, self._facts[number], passage.text) for w in question.wants):
                found.setdefault(passage.notice_id, index[passage.notice_id])
        return tuple(found.values())

    def whole(self, evidence: Evidence) -> str:
        """The search key of a passage with everything above it."""
        return search_key(evidence.passage.text + evidence.passage.context)

    def wrong_year(self, question: Question, evidence: Evidence) -> bool:
        """Whether the question names a year that neither the evidence nor its notice is of."""
        return is_of_other_year(question, evidence.notice, evidence.passage)
