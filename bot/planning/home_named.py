"""Where somebody is registered, in the words that a notice has for such people: 外省户口 as 非本镇户籍."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.finding.homes import HOMES, homes_addressed
from bot.person.household import resident_of
from bot.speech.regions import is_region
from bot.verdict.verdicts import own_places
from corpus import patterns as re
from corpus.notice import Notice
from corpus.once import once_per_notice

__all__ = ["of_home", "with_home_named"]

_PLACE = r"[\u4e00-\u9fff]{2,3}?(?:[省市县区]|那边|农村)?"
_ELSEWHERE = r"外[省地市县区]|别的?[省市县]|非本[市地省区县镇]"
# What tells it in a question, whole: 外省户口, 户口在外地, 我们是外地的.
_TOLD = (
    re.compile(
        rf"(?:我们?(?:是|家)?)?(?P<place>{_ELSEWHERE}|{_PLACE})(?:来)?的?户[口籍](?!本|簿|页|迁|证|所)(?:的)?"
    ),
    re.compile(rf"户[口籍](?:还|都|也)*(?:在|是)(?P<place>{_ELSEWHERE}|{_PLACE})(?:的)?(?=[，,。]|$)"),
    re.compile(
        rf"(?:我们?(?:家)?是|来自|老家(?:在|是)?)(?P<place>{_ELSEWHERE}|{_PLACE})(?:来的|过来的|的|人)?(?=[，,。]|$)"
    ),
    re.compile(r"(?P<place>外[省地])(?:来的|过来的|的|人)(?=[娃孩小学考家，,]|$)"),
)


def with_home_named(question: Question, notice: Notice) -> Question:
    """The question, what it tells of where somebody is registered put as the notice names such people.

    Whoever asks whether they may is judged by what they say in their own words.
    """
    if question.intent is Intent.ELIGIBILITY or question.polar:
        return question
    told = next((m for p in _TOLD if (m := p.search(question.text)) and _is_place(m["place"])), None)
    here = resident_of(question.text, own_places(notice)) if told else None
    name = _called(notice).get(here, "") if here is not None else ""
    if told is None or not name or name in question.text:
        return question
    text = f"{question.text[: told.start()]}{name}{question.text[told.end() :]}"
    return replace(question, text=text)


def _is_place(name: str) -> bool:
    bare = re.sub(r"(?:那边|农村)$", "", name)
    return is_region(bare) or re.fullmatch(_ELSEWHERE, bare) is not None


@once_per_notice
def _called(notice: Notice) -> dict[bool, str]:
    """What a notice calls who is from elsewhere, and who is from here; only those it speaks of."""
    found = {here: Counter(m[0] for m in p.finditer(notice.text)) for here, p in HOMES.items()}
    return {here: "、".join(n for n, _ in names.most_common(_MOST)) for here, names in found.items() if names}


def of_home(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Without what is addressed to people from here where one from elsewhere asks, and the reverse."""
    if question.intent is Intent.ELIGIBILITY:
        return evidence
    asking = homes_addressed(question.text)
    if len(asking) != 1:
        return evidence
    return [e for e in evidence if not (of := _addressed(e)) or of & asking] or evidence


def _addressed(evidence: Evidence) -> frozenset[bool]:
    """From where those are of whom a passage speaks, or else what stands right above it."""
    notice, clause = evidence.notice, evidence.passage.clause
    above = notice.clauses[clause].parent
    own = homes_addressed(evidence.passage.text)
    return own if own or above < 0 else homes_addressed(notice.clause_text(above))


_MOST = 2  # names of one kind of people, which different sections may use
