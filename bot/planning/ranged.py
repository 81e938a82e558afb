"""What is said of the one range that a figure told lies in, where it is that of which is asked."""

from __future__ import annotations

from collections.abc import Sequence

from bot.conversation.question import Question
from bot.figures.reckoning import Reckoned
from bot.figures.stated_ranges import in_stated_range
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.finding.fees import unnamed_fees
from bot.judging.spoken_for import is_told
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.notice import Notice
from corpus.values.changes import changes_of
from index.normal import search_key

__all__ = ["in_range", "surroundings"]

_SUMS = re.compile(r"(?:押|租|定|订|违约|保证|滞纳)金|罚款")


def in_range(
    question: Question, notice: Notice, evidence: Sequence[Evidence], gatherer: EvidenceGatherer
) -> Reckoned | None:
    """What is said of the range that a figure told lies in, where nothing is changed for whoever tells it."""
    found = in_stated_range(question, notice, evidence)
    if found is None:
        return None
    beside = surroundings(notice, found.figures[0].clause)
    changed = (is_told(c.whose, question.text, gatherer.question_words) for c in changes_of(notice))
    return None if any(changed) or _of_another_matter(question, notice, beside, gatherer) else found


def _of_another_matter(question: Question, notice: Notice, beside: str, gatherer: EvidenceGatherer) -> bool:
    """Whether a question names what a notice speaks of elsewhere, and not where a figure would be told from,
    or a fee that is not spoken of there."""
    words = gatherer.words(question.text)
    named = [w for w in words if len(w) > 1 and w not in lexicon().general | lexicon().light]
    text = search_key(notice.text)
    if any(sum_ not in beside for sum_ in _SUMS.findall(question.text)):
        return True
    return bool(unnamed_fees(question, words, beside)) or any(w in text and w not in beside for w in named)


def surroundings(notice: Notice, clause: int) -> str:
    """The search key of a clause with what stands above and below it."""
    above = "".join(notice.clause_text(i) for i in notice.ancestors(clause))
    below = "".join(notice.clause_text(i) for i in notice.clauses[clause].children)
    return search_key(above + notice.clause_text(clause) + below)
