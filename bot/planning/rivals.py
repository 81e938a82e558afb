"""Which notices a question may be about where it does not say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.planning.concerned import is_over
from bot.verdict.verdicts import has_rules
from corpus import patterns as re
from corpus.notice import Notice
from corpus.values.windows import windows_of

__all__ = ["by_file", "rivals_of"]

_ALIKE = 0.7  # with this much of the best one's score, a notice may be meant where none is named
_ABOUT = 0.5  # with this share of the words that the best covers, a passage is about the same
_CLOSE = 0.86  # another notice this near the best is a rival
_TOLD_BY_ROLE = frozenset({Intent.PENALTY, Intent.RESIT, Intent.FEE})
_NOW = re.compile(r"现在|今天|今儿|眼下|这个?月|本月|当月|今个月")


def rivals_of(
    question: Question, evidence: Sequence[Evidence], gatherer: EvidenceGatherer, particular: bool
) -> tuple[Notice, ...]:
    """The notices between which the question does not decide; one or none where it does."""
    if question.intent is Intent.DEADLINE and _NOW.search(question.text):
        evidence = [e for e in evidence if _is_running(e.notice, question.as_of)] or evidence
    most = max(e.coverage for e in evidence)
    about = [e for e in evidence if e.coverage >= _ABOUT * most]
    fitting = [e for e in about if e.fits] or about
    if question.intent in _TOLD_BY_ROLE:
        fitting = [e for e in fitting if e.role] or fitting
    if not particular:
        holding = {n.notice_id for n in gatherer.with_values(question)}
        valued = [e for e in fitting if e.fits]
        near = [e for e in evidence if e in valued or e.notice.notice_id in holding]
        if question.intent is Intent.ELIGIBILITY:
            near = [e for e in near if has_rules(e.notice)] or near
        near = [e for e in near if e.score >= _ALIKE * max(x.score for x in near)]
        return tuple(sorted(by_file(near), key=lambda n: is_over(n, question.as_of)))
    if evidence[0].mention >= 0.5 and evidence[0].mention >= max(gatherer.mentions(question).values()):
        return ()
    top = fitting[0]
    return by_file([e for e in fitting if e.score >= _CLOSE * top.score and e.coverage >= 0.9 * top.coverage])


def _is_running(notice: Notice, day: date | None) -> bool:
    """Whether some time that a notice gives is not over on the day of asking."""
    return day is not None and any((w.closes or w.opens or day) >= day for w in windows_of(notice))


def by_file(evidence: Sequence[Evidence]) -> tuple[Notice, ...]:
    """The notices of the evidence in its order, one for each file."""
    found: dict[str, Notice] = {}
    for e in evidence:
        found.setdefault(e.notice.source, e.notice)
    return tuple(found.values())
