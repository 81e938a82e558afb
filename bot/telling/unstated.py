"""That a notice does not state what is asked: whom to ask, and what it does say of the thing asked about."""

from __future__ import annotations

from bot.answer import Answer
from bot.answer_parts import Outcome
from bot.conversation.question import Question
from bot.figures.draft import Draft
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.judging.kinds import said_in
from bot.judging.norm_reading import HEAVY, SAID
from bot.judging.polar import read_ask
from bot.planning.plan import Plan
from bot.speech.naming import short_title
from bot.telling.contact_answers import add_enquiries
from corpus import patterns as re
from corpus.notice import ClauseKind, Notice
from index.normal import search_key

__all__ = ["thing_unsaid", "unstated"]

_NEARBY = 120  # characters of what a notice does say that are told beside a refusal


def _shares(question: Question, nearest: Evidence, gatherer: EvidenceGatherer) -> bool:
    """Whether a passage speaks of something that is asked about, and not of another year's."""
    spoken = any(len(w) > 1 for w in gatherer.covers(question, nearest))
    return spoken and not gatherer.wrong_year(question, nearest)


def _is_bare(evidence: Evidence) -> bool:
    """Whether a passage is a heading, which states nothing."""
    return evidence.notice.clauses[evidence.passage.clause].kind is ClauseKind.HEADING


def _tell_nearest(draft: Draft, nearest: Evidence) -> None:
    draft.add(f"通知里相近的内容：{nearest.passage.text[:_NEARBY]}")
    draft.cite(nearest.notice, nearest.passage.clause, nearest.passage.span)


def thing_unsaid(question: Question, notice: Notice, gatherer: EvidenceGatherer) -> str:
    """The thing with which somebody asks whether they may do something, and of which a notice says nothing,
    by no name or kind of it: 相机 of 可以带相机进去吗; `""` for none."""
    if not _MAY.search(question.text):
        return ""
    ask, text = read_ask(question, gatherer), search_key(notice.text)
    most = HEAVY * sum(ask.words.values())
    things = (w for w in ask.words if w not in ask.acts | ask.told | ask.denied and ask.words[w] > most)
    nouns = (w for w in things if len(w) > 1 and gatherer.question_words.tag(w).startswith("n"))
    return next((w for w in nouns if said_in(w, text) < SAID), "")


_MAY = re.compile(r"(?:能|可以|可不可以|让|准|许)[^，。；？?]{1,16}(?:吗|么|不|没)?[?？]?$")


def unstated(question: Question, plan: Plan, gatherer: EvidenceGatherer) -> Answer:
    """That the notice does not state it, whom to ask, and what it does say of the thing asked about."""
    assert plan.notice is not None
    draft = Draft()
    draft.add(f"《{short_title(plan.notice)}》{plan.reason}，无法据此回答。")
    nearest = next((e for e in plan.evidence if not _is_bare(e)), None)
    shares = nearest is not None and _shares(question, nearest, gatherer)
    if nearest is not None and shares:
        _tell_nearest(draft, nearest)
    asked = add_enquiries(draft, plan.notice, nearest.passage.clause if nearest else None)
    if nearest is not None and not shares and not asked:
        _tell_nearest(draft, nearest)
    return Answer(
        Outcome.UNANSWERABLE,
        question.intent,
        draft.text,
        citations=tuple(draft.citations),
        facts=draft.stated_facts(),
        confidence=0.7,
    )
