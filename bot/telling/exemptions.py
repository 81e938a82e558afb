"""Who pays nothing or less: the sentence on it, where the person tells that it speaks of them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.figures.compose import add_statement
from bot.figures.draft import Draft
from bot.figures.rows import RowMatch
from bot.finding.evidence import EvidenceGatherer
from bot.judging.spoken_for import is_told
from bot.speech.lexicon import lexicon
from bot.telling.relevance import relevance, words_about
from corpus import patterns as re
from corpus.notice import ClauseKind, Notice, Span
from index.normal import search_key
from index.passages import sentences

__all__ = ["add_exemption"]

_ENOUGH = 0.4  # share of what the person tells that the sentence must hold
_EXEMPTS = re.compile(
    r"免(?:收|交|缴|费|征|予收)|不收|减半|减免|减收|优惠|按[^，。；]{0,10}\d+\s*[%％][^，。；]{0,4}(?:收|交|缴)"
)


def add_exemption(
    draft: Draft, question: Question, notice: Notice, rows: Sequence[RowMatch], gatherer: EvidenceGatherer
) -> bool:
    """Tell the exemption that the person's own case falls under; whether there is one."""
    if question.intent is not Intent.FEE:
        return False
    fee_words = {*lexicon().synonyms.get("收费标准", ()), "收费标准", "钱"}
    shown = search_key(" ".join(c.text for r in rows for c in r.cells))
    words = {
        w: i
        for w, i in words_about(question, gatherer, notice).items()
        if w not in fee_words and w not in shown and len(w) > 1
    }
    if len(words) < 2:
        return False
    told = search_key(f"{question.context} {question.text}")
    scored = [
        (relevance(words, notice.quote(s)), clause, s)
        for clause, s in _exempting(notice)
        if _is_of_who_asks(notice.quote(s), told, gatherer)
    ]
    best = max(scored, key=lambda s: s[0], default=None)
    if best is None or best[0] < _ENOUGH:
        return False
    return add_statement(draft, notice, best[1], best[2])


def _is_of_who_asks(sentence: str, told: str, gatherer: EvidenceGatherer) -> bool:
    """Whether a sentence frees just those of whom the question tells."""
    parts = re.split(r"[；;]", search_key(sentence))
    freed = [m.string[: m.start()] for p in parts if (m := _EXEMPTS.search(p))]
    return any(is_told(f, told, gatherer.question_words) for f in freed)


def _exempting(notice: Notice) -> list[tuple[int, Span]]:
    """The sentences that free somebody from a fee or lower it."""
    return [
        (index, piece)
        for index, clause in enumerate(notice.clauses)
        if clause.kind not in (ClauseKind.ROW, ClauseKind.TABLE)
        for span in clause.spans
        for piece in sentences(notice.text, span)
        if _EXEMPTS.search(notice.text, piece.start, piece.end)
    ]
