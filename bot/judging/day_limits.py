"""Whether it is too late by the passage itself: 10月15日前登记，逾期不予补办; 1月31日之后不再受理."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.answer_parts import Verdict
from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.judging.judgement import Judgement
from bot.speech.spoken_days import spoken_days
from bot.speech.timing import day_of
from corpus import patterns as re
from corpus.notice import Fact, FactKind
from corpus.values.periods import fold, written_day

__all__ = ["judge_day_limit", "too_late"]

_NEAR, _LOOKED_AT = 0.8, 3  # of the best score; passages whose days are read
_ASKS = re.compile(
    r"今天|今儿|现在|这会儿|眼下|还(?:能|可以|给|让|行|来得及|有|算)|补|才(?:想|知道|看|发)|忘|晚了|迟"
)
_STILL_APPLIES = re.compile(r"(?:现在|今天)?还?(?:能|可以|来得及)(?:申请|报名|申报|报)[吗么不没]?[?？]?$")
# What is refused after a day, behind the day itself or behind 逾期.
_REFUSED = (
    r"(?:均|都|将|即|本[\u4e00-\u9fff]{1,2}|一律|则)*"
    r"(?:不(?:予|再|能|得|可|补|办|受理|享受|保留|接收|候)|概不|停止|作废|无效|清零|失效)"
)
_AFTER_DAY = re.compile(rf"(?:之|以)?后,?{_REFUSED}")
_BY_DAY = re.compile(
    rf"(?:\d{{1,2}}[:点时]\d{{0,2}}分?)?(?:之?前|以前|止|截止)?[^。;]{{0,30}}?[,，](?:逾期|过期|超期|超过|其后|此后|晚于此)[^,。;]{{0,8}}?{_REFUSED}"
)


def too_late(question: Question, own: Sequence[Evidence]) -> list[Judgement]:
    """The passage by which the day has passed; [] where it has not, or none says so."""
    if _STILL_APPLIES.search(question.text):
        return []  # the window of applying says when it closed
    return [j for j in judge_day_limit(question, own) if j.verdict is Verdict.NOT_ELIGIBLE]


def judge_day_limit(question: Question, own: Sequence[Evidence]) -> list[Judgement]:
    """The passage nearest to the question that refuses something after a day, against the day of asking."""
    if not question.polar or question.as_of is None or not own or not _ASKS.search(question.text):
        return []
    when = _done_on(question.text, question.as_of)
    near = [e for e in own[:_LOOKED_AT] if e.score >= _NEAR * own[0].score]
    for e, day in ((each, d) for each in near for d in _limits(each)):
        late = when > day
        side = "已过" if late else "还没过"
        verdict = Verdict.NOT_ELIGIBLE if late else Verdict.ELIGIBLE
        return [Judgement(verdict, e, f"{side}{written_day(day)}", partial=True)]
    return []


def _done_on(text: str, as_of: date) -> date:
    """The day on which something was done, where one is told, else that of asking."""
    told = [d for d in spoken_days(text, as_of) if d.closeness == "day" and d.first == d.last]
    return told[0].first if len(told) == 1 else as_of


def _limits(evidence: Evidence) -> Iterator[date]:
    """The days in a passage after which it refuses something."""
    notice, span = evidence.notice, evidence.passage.span
    for fact in notice.facts:
        if fact.kind is FactKind.DATE and span.covers(fact.span) and _refuses_after(fact, evidence):
            day = day_of(fact, notice)
            if day is not None:
                yield day


def _refuses_after(fact: Fact, evidence: Evidence) -> bool:
    behind = fold(evidence.notice.text[fact.span.end : evidence.passage.span.end])
    ends = fact.text.endswith("前") or not fact.text.endswith("起")
    return bool(_AFTER_DAY.match(behind) or (ends and _BY_DAY.match(behind)))
