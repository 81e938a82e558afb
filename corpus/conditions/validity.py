"""How long results, certificates, notices and the like hold.

`四级、三级理论成绩有效期均为四年，二级实操成绩有效期为六年` states one validity for each grade. Periods
are counted by 民法典 第二百零一条 to 第二百零三条 once somebody knows the day that they begin on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from corpus import patterns as re
from corpus.conditions.audiences import levels_in
from corpus.notice import Notice, Span
from corpus.values.facts import number
from corpus.values.periods import find_date, fold

__all__ = ["Validity", "ValidityKind", "validities_of"]


class ValidityKind(StrEnum):
    """How the end is put."""

    PERIOD = "period"  # 有效期为两年
    UNTIL = "until"  # 有效期至…止
    WITHIN_EVENT = "within_event"  # 仅限当次有效, 当年有效
    UNLIMITED = "unlimited"  # 长期有效
    LAPSES = "lapses"  # 逾期作废


@dataclass(frozen=True, slots=True)
class Validity:
    """What holds for how long. `level` is a grade (一 to 五) or empty; `subject` is empty where unsaid.

    `text` and `span` are the words that state the time, `subject_span` those that name what holds.
    `since` is what a period runs from, in the notice's words.
    """

    kind: ValidityKind
    subject: str
    level: str
    amount: Decimal | None
    unit: str
    until: date | None
    since: str
    text: str
    span: Span
    subject_span: Span | None
    clause: int


_LEVELS = r"(?:[一二三四五]级[、,和及/]?)+"
_NUM = r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3}|半)\s*+个?\s*+(?P<unit>年|月|日|天|周|工作日)"
_DAY = r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-./]\d{1,2}[-./]\d{1,2}"
_SUBJECT = r"(?P<subject>[^,。;:|\n]{0,30}?)"
_GAP = r"\s{0,20}+"
_SINCE = (
    rf"(?:{_GAP}[,，]?{_GAP}(?:自|从)(?P<since>[^,。;\n]{{1,16}}?)"
    rf"(?:之日)?(?:起|后)(?:计算?|算)?[,，]?{_GAP})?"
)
_MORE = rf"(?P<more>(?:\s*+[:、,]?\s*+{_LEVELS}[^,。;:\n]{{0,4}}?)?)"
_ENDS = r"有效(?=[,。;:)\s|]|$)"  # 一年有效身份证 is another matter
_ALL = r"(?:均|都|各|分别)?"
_FORMS: tuple[tuple[ValidityKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(form))
    for kind, form in (
        (
            ValidityKind.UNTIL,
            rf"{_SUBJECT}的?有效期限?\s*[为是:]?\s*(?:自[^。;,\n]{{1,24}})?(?:截至|截止|至|到)于?\s*(?P<day>{_DAY})止?",
        ),
        (ValidityKind.UNTIL, rf"{_SUBJECT}[至到]\s*(?P<day>{_DAY})\s*(?:止|之前|前)\s*{_ALL}{_ENDS}"),
        (
            ValidityKind.PERIOD,
            rf"{_SUBJECT}的?有效(?:期限?|时间|年限)\s*[:为是]?{_MORE}\s*+{_ALL}\s*+[为是:]?{_SINCE}{_ALL}为?\s*+{_NUM}",
        ),
        (
            ValidityKind.PERIOD,
            rf"{_SUBJECT}{_SINCE}[在均都于]{{0,3}}{_GAP}(?<![第前近满]){_NUM}(?:之内|以内|内)?(?:均|都|保持|继续)?{_ENDS}",
        ),
        (ValidityKind.UNLIMITED, rf"{_SUBJECT}(?:长期|永久|终身){_ENDS}"),
        (ValidityKind.UNLIMITED, rf"{_SUBJECT}的?有效期限?[为是:]?(?:长期|永久)"),
        (
            ValidityKind.WITHIN_EVENT,
            rf"{_SUBJECT}[仅只]?限?[在于对]?(?:当[次年期日]|本[次年期])[^,。;\n]{{0,6}}{_ENDS}",
        ),
        (
            ValidityKind.LAPSES,
            rf"(?P<before>(?:[^,。;\n]{{0,30}},)?){_SUBJECT}"
            r"(?:逾期|过期|超期)(?:的|后|未[^,。;\n]{1,10}的?,?)?"
            r"\s*(?:自动|一律|即|均|视为|视作)*\s*(?:作废|无效|失效)",
        ),
    )
)
_WORDS = re.compile(r"有效|作废|无效|失效")
_OPENING = re.compile(
    r"^(?:凭|[(（]?[\d一二三四五六七八九十]{1,3}[)）]?\s*[.、)）]|\s|[（(]|\*|其中|如|若|凡|上述|该|本次|但|且|所持|持有)*"
)
_TRAILING = re.compile(r"(?:的|所?有|均|都|在|为|是|自|从|之|:|\s)+$")


def validities_of(notice: Notice) -> tuple[Validity, ...]:
    """How long things hold by what the notice says, in reading order; one record for each grade."""
    found: list[Validity] = []
    for index, clause in enumerate(notice.clauses):
        for span in clause.spans:
            text = fold(notice.text[span.start : span.end]).replace("\t", "|")
            if not _WORDS.search(text):
                continue
            found.extend(_in(notice, text, index, span.start))
    return tuple(sorted(found, key=lambda v: v.span))


def _in(notice: Notice, text: str, clause: int, start: int) -> Iterator[Validity]:
    taken: list[Span] = []
    for kind, match in sorted(_matches(text), key=lambda pair: pair[1].start()):
        words = _words(match)
        if any(words.start < t.end and t.start < words.end for t in taken):
            continue
        taken.append(words)
        validity, levels = _read(notice, kind, match, clause, start)
        yield from _by_level(validity, levels)
        if kind is ValidityKind.PERIOD:
            yield from _further(notice, validity, text, match.end(), start)


def _matches(text: str) -> Iterator[tuple[ValidityKind, re.Match[str]]]:
    """The matches of every form; of two that meet, the form that stands first."""
    taken: list[Span] = []
    for kind, pattern in _FORMS:
        for match in pattern.finditer(text):
            words = _words(match)
            if any(words.start < t.end and t.start < words.end for t in taken):
                continue
            taken.append(words)
            yield kind, match


def _words(match: re.Match[str]) -> Span:
    """The words that state the time, without the subject before them."""
    return Span(match.end("subject"), match.end())


def _read(
    notice: Notice, kind: ValidityKind, match: re.Match[str], clause: int, start: int
) -> tuple[Validity, list[str]]:
    groups = match.groupdict()
    subject, where = _trimmed(match["subject"], match.start("subject") + start)
    if kind is ValidityKind.LAPSES and not subject:
        subject, where = _earlier(match, start)
    levels = levels_in(groups.get("more") or "") or levels_in(groups["subject"])
    words = _words(match)
    span = Span(words.start + start, words.end + start)
    amount, unit = _amount(groups.get("n"), groups.get("unit"))
    day = find_date(groups["day"]) if groups.get("day") else None
    text = notice.quote(span)
    since = (groups.get("since") or "").strip()
    return Validity(kind, subject, "", amount, unit, day, since, text, span, where, clause), levels


def _amount(numeral: str | None, unit: str | None) -> tuple[Decimal | None, str]:
    if not numeral or not unit:
        return None, ""
    if numeral == "半":
        return (Decimal(6), "个月") if unit == "年" else (Decimal("0.5"), unit)
    return number(numeral), "个月" if unit == "月" else unit


def _earlier(match: re.Match[str], start: int) -> tuple[str, Span | None]:
    """The noun of the part before a comma: 凭准考证入场，逾期作废."""
    part = re.search(r"[^,]*(?=,$)", match["before"] or "")
    return _trimmed(part[0], match.start("before") + part.start() + start) if part else ("", None)


def _trimmed(raw: str, at: int) -> tuple[str, Span | None]:
    opening = _OPENING.match(raw)
    first = opening.end() if opening else 0
    level = re.match(_LEVELS, raw[first:])
    first += level.end() if level else 0
    first += len(raw[first:]) - len(raw[first:].removeprefix("的")) if level else 0
    first += len(raw[first:]) - len(raw[first:].lstrip())
    body = raw[first:]
    body = body[: len(body) - len(m[0])] if (m := _TRAILING.search(body)) else body
    return (body, Span(at + first, at + first + len(body))) if body else ("", None)


def _by_level(validity: Validity, levels: list[str]) -> Iterator[Validity]:

    for level in levels or [""]:
        yield replace(validity, level=level)


_FURTHER = re.compile(rf"\s*+[,;、]\s*+(?P<levels>{_LEVELS})\s*+(?:均|都|则|各)?\s*+为?\s*+{_NUM}(?!内|以上)")


def _further(notice: Notice, first: Validity, text: str, position: int, start: int) -> Iterator[Validity]:

    while match := _FURTHER.match(text, position):
        position = match.end()
        amount, unit = _amount(match["n"], match["unit"])
        span = Span(match.start("levels") + start, match.end() + start)
        further = replace(first, amount=amount, unit=unit, span=span, text=notice.quote(span))
        yield from _by_level(further, levels_in(match["levels"]))
