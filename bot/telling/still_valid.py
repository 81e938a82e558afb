"""Whether what somebody has had for so long still counts, by how long the notice says that it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from bot.answer import Answer
from bot.answer_parts import Verdict
from bot.conversation.question import Question
from bot.figures.compose import add_statement
from bot.figures.draft import Draft
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.finding.records import records_of
from bot.judging.levels import asked_level
from bot.speech.time_asked import asking_part
from bot.telling.relevance import words_about
from bot.telling.telling import answered
from bot.telling.validity_answers import day_told, end_of, sentence_of, validity_asked
from corpus import patterns as re
from corpus.conditions.validity import Validity
from corpus.notice import Notice
from corpus.values.numerals import number
from corpus.values.reckoning import months_after

__all__ = ["still_valid"]

_NUMBER = r"(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,2}|半)(?P<half>个?半)?"
_ELAPSED = re.compile(
    rf"(?P<over>过了?|超过了?|满了?|都)?{_NUMBER}(?P<unit>年|个月|天)(?P<behind>半)?(?P<more>多)?(?P<ago>以?前|之前|了)?"
)
_KEPT = re.compile(
    r"还(?:能|可以|会)?不?(?:继续|接着)?(?:有效|用|认|算|作数|管用|保留|补考|只?补|只?考|有没有用)|还(?:能|可以)[^,，。]{0,8}(?:用|认|算|补)"
    r"|(?:能|可以)(?:不能|不可以)?(?:只|光|单|单独)(?:补|考)"
    r"|有没有?过期|过期|失效|作废|有效(?:吗|么|不)|(?:作|算|管)不?(?:数|用)|认不认"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年(?!度|\d)")
_LAST_YEARS = re.compile(r"去年|上年|前年")
_DAYS = {"年": 365, "个月": 30, "天": 1}


def still_valid(
    question: Question, notice: Notice, evidence: Sequence[Evidence], gatherer: EvidenceGatherer, as_of: date
) -> Answer | None:
    """The verdict with the sentence that says how long it holds; None where that is not asked or not said."""
    if not question.polar or not _KEPT.search(asking_part(question.text)):
        return None
    began = _began(question.text, as_of)
    if began is None:
        return None
    found = validity_asked(question, notice, evidence, words_about(question, gatherer, notice))
    if found is None or not _names(question.text, found.subject):
        return None
    alike = [found] if asked_level(question.text) else _of_each_level(notice, found)
    ends = [e for v in alike for day in began if (e := end_of(v, day)) is not None]
    if len(ends) < len(alike) * len(began):
        return None
    first, last = min(ends), max(ends)
    head, verdict = (
        (f"已经过了“{found.text}”的期限", Verdict.NOT_ELIGIBLE)
        if last < as_of
        else (f"还在“{found.text}”的期限内", Verdict.ELIGIBLE)
        if first >= as_of
        else (f"要看{'是哪一级和' if len(alike) > 1 else ''}具体日期", Verdict.NEEDS_INFO)
    )
    draft = Draft()
    draft.add(f"{head}。")
    add_statement(draft, notice, found.clause, sentence_of(notice, found))
    return replace(answered(draft, question.intent), verdict=verdict, confidence=0.85)


def _names(text: str, subject: str) -> bool:
    """Whether a question speaks of what holds; of results also where it asks about what is to be made up."""
    made_up = "补" in text and re.search(r"成绩|补考", subject)
    return not subject or bool(made_up) or any(a + b in text for a, b in pairwise(subject))


def _of_each_level(notice: Notice, found: Validity) -> list[Validity]:
    """A validity with those of other levels in its clause; by itself where it is of no level."""
    beside = [v for v in records_of(notice).validities if v.clause == found.clause and v.level]
    return beside if found.level else [found]


def _began(text: str, as_of: date) -> tuple[date, date] | None:
    """The earliest and the latest day on which it can have begun, by what is told."""
    if relative := _LAST_YEARS.search(text):
        year = as_of.year - (2 if relative[0] == "前年" else 1)
        return date(year, 1, 1), date(year, 12, 31)
    if (day := day_told(text)) is not None:
        return (day[0], day[0]) if day[1] else (day[0], months_after(day[0], 1))
    if named := _YEAR.search(text):
        return date(int(named[1]), 1, 1), date(int(named[1]), 12, 31)
    match = _ELAPSED.search(text)
    if match is None or not (match["over"] or match["ago"] or match["more"]):
        return None
    days = (float(number(match["n"]) or 0.5) + (0.5 if match["half"] or match["behind"] else 0)) * _DAYS[
        match["unit"]
    ]
    exact = as_of - timedelta(days=days)
    if match["over"] or match["more"]:
        beyond = exact - timedelta(days=7)
        return beyond, beyond
    return exact - timedelta(days=15), exact + timedelta(days=15)
