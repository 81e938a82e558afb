"""Whether something may be done in a month, or on a day of any month, by a sentence that says when it may.

每年3月、9月各报名一次 answers 5月能报名吗: no. A month inside such a list or range answers yes. So does
6月至9月开放, and 每月1日至10日申请 of a day. Asked of now, it is the day of asking that is held against them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.answer import Answer
from bot.answer_parts import Verdict
from bot.conversation.question import Question
from bot.figures.compose import add_statement
from bot.figures.draft import Draft
from bot.speech.time_asked import asking_part
from bot.telling.telling import answered
from corpus import patterns as re
from corpus.notice import ClauseKind, Notice, Span
from index.normal import search_key

__all__ = ["yearly_answer"]

_MONTHS = r"\d{1,2}月?份?(?:(?:[、,，和及与]|至|到|-+|~|—+)(?:次年)?\d{1,2}月?份?)*月份?"
_YEARLY = re.compile(rf"每(?:学)?年的?(?P<months>{_MONTHS})(?!\d{{1,2}}日)")
# 6月至9月开放: a season, where no year is said.
_SEASON = re.compile(
    r"(?<![\d年])(?P<months>\d{1,2}月(?:份)?(?:至|到|-+|~|—+)(?:次年)?\d{1,2}月)(?:份)?(?=[^，。；\d]{0,4}(?:开放|营业|开园|运营|供暖|接待))"
)
_MONTHLY = re.compile(r"每(?:个)?月(?P<first>\d{1,2})[日号]?(?:至|到|-+|~|—+)(?P<last>\d{1,2})[日号](?!前)")
_WHETHER = re.compile(r"(?:[吗么]|没有?|不)[?？]?$")  # 开放了吗
_NOW = re.compile(r"现在|今天|眼下|目前|这会儿|(?:这个?|本|当)月")
_MONTH = re.compile(r"[\d一二三四五六七八九十]月")
_WHOLE_MONTH = re.compile(r"(?:这个?|本|当)月")
_DAY = re.compile(r"(?<![月\d])(\d{1,2})[号日]")
_SENTENCE = re.compile(r"[^。；;\n]+")
_RECURS = re.compile(r"每年|每学年|每个?月|\d月份?(?:至|到|-|~|—)")
_TO = re.compile(r"(\d{1,2})月?份?(?:至|到|-+|~|—+)(?:次年)?(\d{1,2})")
# What is done in those months; words of one line are said for each other.
_ACTS = tuple(
    re.compile(p)
    for p in (
        r"报名|报考|申报|申请|报(?=[吗不么])|能报",
        r"缴费|交费|缴纳|参保|交钱|交医保",
        r"考试|开考|能考|考(?=[吗不么])",
        r"受理|办理|能办",
        r"招生|招收|招新|入学",
        r"开放|营业|开门|开园|开馆|开了",
        r"供暖|供热|暖气",
    )
)


def yearly_answer(question: Question, notice: Notice) -> Answer | None:
    """Yes or no by the months of every year or the days of every month; None where none is asked about, or
    no such act."""
    acts = [a for a in _ACTS if a.search(question.text)]
    asks = question.polar or (not question.wants and _WHETHER.search(question.text))
    if not asks or not acts or question.as_of is None:
        return None
    for clause, span in _sentences(notice):
        text = search_key(notice.text[span.start : span.end])
        held = _held_by_months(question, text, acts) or _held_by_days(question, text, acts)
        if held is not None:
            return _told(question, notice, clause, span, *held)
    return None


_Held = tuple[
    bool, str, str
]  # whether it may be done, when that was asked about, and what it was held against


def _held_by_months(question: Question, text: str, acts: Sequence[re.Pattern[str]]) -> _Held | None:
    now = _NOW.search(asking_part(question.text)) is not None
    month = question.month or (question.as_of.month if now and question.as_of else None)
    found = _YEARLY.search(text) or _SEASON.search(text)
    if month is None or found is None or (not now and re.search(r"\d[日号]", question.text)):
        return None
    if not _MONTH.search(question.text) and not (now and _names(text, question.text)):
        return None
    return (month in _months(found["months"]), f"{month}月", "月份") if _does(text, found, acts) else None


def _held_by_days(question: Question, text: str, acts: Sequence[re.Pattern[str]]) -> _Held | None:
    found = _MONTHLY.search(text)
    if found is None or question.as_of is None or _ANOTHER_MONTH.search(question.text):
        return None
    if not _does(text, found, acts) or not _names(text, question.text):
        return None
    days = _days_asked(question.text, question.as_of)
    if days is None:
        return None
    return any(int(found["first"]) <= d <= int(found["last"]) for d in days), "所问的日子", "日子"


def _does(text: str, found: re.Match[str], acts: Sequence[re.Pattern[str]]) -> bool:
    """Whether what is asked about is what is done in the time found."""
    done = re.split("[,，]", text[found.end() :])[0]
    return any(a.search(done) for a in acts)


_ANOTHER_MONTH = re.compile(r"下个?月|上个?月|明年|\d月(?!\d)")


_OF_TIME_ALONE = re.compile(
    r"现在|今天|眼下|目前|[这本当]个?月|还|就|已经?|能|可以|不|了|吗|么|\d+[月日号]|申请|申报|报名|办理|受理|\W"
)


def _names(said: str, asked: str) -> bool:
    """Whether what a question names besides a time and an act is said, or it names nothing."""
    rest = _OF_TIME_ALONE.sub("", asked)
    return len(rest) < 2 or any(rest[i : i + 2] in said for i in range(len(rest) - 1))


def _days_asked(text: str, as_of: date) -> range | None:
    """The days of the month that are asked about: those left of this month, one that is named, or today."""
    if _WHOLE_MONTH.search(text):
        return range(as_of.day, 32)
    if (named := _DAY.search(text)) is not None:
        return range(int(named[1]), int(named[1]) + 1)
    return range(as_of.day, as_of.day + 1) if _NOW.search(asking_part(text)) else None


def _told(
    question: Question, notice: Notice, clause: int, span: Span, inside: bool, asked: str, among: str
) -> Answer:
    draft = Draft()
    draft.add(f"{'可以' if inside else '不可以'}：{asked}{'' if inside else '不'}在写明的{among}内。")
    add_statement(draft, notice, clause, span)
    verdict = Verdict.ELIGIBLE if inside else Verdict.NOT_ELIGIBLE
    return replace(answered(draft, question.intent), verdict=verdict, confidence=0.85)


def _months(listed: str) -> frozenset[int]:
    """The months named, those between the ends of a range too, over the turn of the year if need be."""
    named = {int(m) for m in re.findall(r"\d{1,2}", listed)}
    for first, last in _TO.findall(listed):
        month = int(first)
        while month != int(last) and 1 <= month <= 12:
            named.add(month)
            month = month % 12 + 1
    return frozenset(named)


def _sentences(notice: Notice) -> Iterator[tuple[int, Span]]:
    """The sentences of clauses that speak of every year or month, or of a season, each with its clause."""
    for index, clause in enumerate(notice.clauses):
        if clause.kind in (ClauseKind.ROW, ClauseKind.TABLE):
            continue
        for whole in clause.spans:
            for m in _SENTENCE.finditer(notice.text, whole.start, whole.end):
                if _RECURS.search(m.group()):
                    yield index, Span(*m.span())
