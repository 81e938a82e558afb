"""Dates, deadlines and periods of a notice read as symbols.

A day keeps where its year was read; a period keeps what it is counted from. Times of day follow GB/T 7408.
What each stands for is worked out by `corpus.values.moments.resolve`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus import patterns as re
from corpus.notice import Notice, Span
from corpus.once import once_per_notice
from corpus.values.counting import counted_periods, meet, whole
from corpus.values.moments import (
    Anchor,
    AnchorKind,
    Bound,
    Moment,
    Point,
    Resolution,
    Unit,
    Unresolved,
    YearSource,
    resolution,
    resolve,
)
from corpus.values.periods import fold

__all__ = [
    "Anchor",
    "AnchorKind",
    "Bound",
    "Moment",
    "Resolution",
    "Unit",
    "Unresolved",
    "YearSource",
    "clock",
    "clock_ranges",
    "moments_of",
    "resolution",
    "resolve",
]

_CN = r"[一二三四五六七八九十]{1,3}"
_YEAR = r"(?:(?:中华)?民国\s*\d{2,3}|(?<!\d)1\d{2}|(?<!\d)(?:19|20)\d{2}|[〇○零一二三四五六七八九]{4})\s*年"
_HALF = r"(?:(?:上午|下午|中午|晚上?|凌晨|早上?)\s*+)?"
_CLOCK = rf"{_HALF}(?:[01]?\d|2[0-4])\s*(?::\s*[0-5]\d(?!\d)|[时點点時](?:[0-5]?\d分|半|整)?)"
_WEEKDAY = r"(?:\s*\(?(?:星期|周|週)[一二三四五六日天]\)?|[ \t]?\([一二三四五六日]\))"
_POINT = re.compile(
    rf"(?P<iso>(?<![\d./])(?:(?:19|20)\d{{2}}|1\d{{2}})(?P<sep>[./-])\d{{1,2}}(?P=sep)\d{{1,2}}(?![\d./]?\d))"
    rf"|(?P<rest>(?<=[-~至到])\s*\d{{1,2}}[./-]\d{{1,2}}(?![\d./-]|\s*[\u4e00-\u9fff%]))"
    rf"|(?P<year>{_YEAR}|次年|翌年|明年|来年|今年|本年|当年|同年|去年|上年|每(?:学|个)?年的?)?(?:(?<!\s)\s*+)?度?"
    rf"(?:(?P<month>(?<!\d)\d{{1,2}}|(?<![一二三四五六七八九十第])(?:十[一二]?|[一二三四五六七八九]))\s*月(?![内刊]|以[内上下])"
    rf"|(?P<each>每个?月(?!份)|(?P<this>本|当)月)(?=\s*(?:\d|底|末|初|[上中下]旬)))"
    rf"(?:\s*(?P<day>\d{{1,2}}|{_CN})\s*[日号]|\s*(?P<bare>\d{{1,2}})(?=\s*[-~至]\s*\d{{1,2}}\s*[日号])"
    rf"|\s*份?(?P<part>底|末|初|上旬|中旬|下旬))?"
    rf"|(?P<only>(?:19|20)\d{{2}}\s*年)(?:(?P<end>底|末|初)|(?=以前|之前|前|起))"
    rf"|(?P<later>(?<=[-~至到、])\s*\d{{1,2}}\s*[日号](?![内前后]*内))"
)
_TIME_AFTER = re.compile(rf"(?:{_WEEKDAY})?\s*+(?P<time>{_CLOCK})")
_WEEKDAY_AFTER = re.compile(_WEEKDAY)
_DAILY = re.compile(
    rf"(?:(?P<day>每[日天]|工作日)\s*+)?(?P<from>{_CLOCK})\s*+(?:-|–|~|至|到)++\s*+(?P<to>{_CLOCK})"
)
_JOIN = re.compile(r"\s*(?:起)?\s*(?:-+|–|~|至|到)\s*")
_SAID = re.compile(r"\s*\(?(?P<no>不)?(?:包?含|包括)(?:当[日天]|本日|该日|本数)?\)?")
_BEFORE = re.compile(r"\s*(?:之前|以前|前|止|截止|为止)")
_SINCE = re.compile(r"\s*(?:起|开始|以来|以后)")
_AFTER = re.compile(r"\s*(?:之后|后)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


@once_per_notice
def moments_of(notice: Notice) -> tuple[Moment, ...]:
    """The points in time that a notice names, in reading order."""
    found: list[Moment] = []
    for index, clause in enumerate(notice.clauses):
        for span in clause.spans:
            text = fold(notice.text[span.start : span.end]).replace("\t", "|")
            found.extend(_placed(m, index, span.start) for m in _moments(text, notice))
    return tuple(sorted(found, key=lambda m: m.span))


def _placed(moment: Moment, clause: int, start: int) -> Moment:
    other = moment.other_end
    return replace(
        moment,
        clause=clause,
        span=Span(moment.span.start + start, moment.span.end + start),
        other_end=Span(other.start + start, other.end + start) if other else None,
    )


def _moments(text: str, notice: Notice) -> list[Moment]:
    points = list(_points(text, notice))
    found = list(counted_periods(text, points))
    free = [p for p in points if not any(m.span.covers(p.span) for m in found)]
    found.extend(_bounded(text, free))
    found.extend(m for m in _daily(text) if not any(meet(m.span, f.span) for f in found))
    return found


# ── dates ──────────────────────────────────────────────────────────────────────────────────────────────


def _points(text: str, notice: Notice) -> Iterator[Point]:
    before: Point | None = None
    for match in _POINT.finditer(text):
        if before and re.search(r"[。;\n]", text[before.span.end : match.start()]):
            before = None
        anchor, source = _anchor(match, before, text, notice)
        if anchor is None:
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        timed = _TIME_AFTER.match(text, match.end()) if anchor.day else None
        week = _WEEKDAY_AFTER.match(text, match.end()) if anchor.day else None
        end = (timed or week or match).end()
        end -= len(text[start:end]) - len(text[start:end].rstrip())
        before = Point(anchor, Span(start, end), source, clock(timed["time"]) if timed else "")
        yield before


def _end_of_range(match: re.Match[str], before: Point | None, text: str) -> Anchor | None:
    """The last day of a range in figures that says its year once: 2025-03-01 ~ 03-20, 2025.3.1-3.20."""
    if before is None or before.anchor.day is None or match.start() <= before.span.end:
        return None
    if _JOIN.fullmatch(text[before.span.end : match.end() - len(match["rest"].lstrip())]) is None:
        return None
    month, day = (int(p) for p in re.split(r"[./-]", match["rest"].strip()))
    return replace(before.anchor, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _anchor(
    match: re.Match[str], before: Point | None, text: str, notice: Notice
) -> tuple[Anchor | None, YearSource]:
    if match["iso"]:
        stated, ordinal, numbered = (int(p) for p in re.split(r"[./-]", match["iso"]))
        anchor = Anchor(AnchorKind.DAY, stated + 1911 if stated < 1000 else stated, ordinal, numbered)
        return (anchor if ordinal <= 12 and numbered <= 31 else None), YearSource.WRITTEN
    if match["rest"]:
        return _end_of_range(match, before, text), YearSource.WRITTEN
    if match["only"]:
        part = (match["end"] or "").replace("末", "底")
        return Anchor(AnchorKind.YEAR, int(match["only"][:4]), part=part), YearSource.WRITTEN
    if match["later"]:
        if before is None or before.anchor.day is None:
            return None, YearSource.NONE
        return replace(before.anchor, day=int(re.sub(r"\D", "", match["later"]))), before.source
    day, part = whole(match["day"] or match["bare"]), (match["part"] or "").replace("末", "底")
    if match["each"]:
        return _of_month(match, day, part), YearSource.NONE
    month = whole(match["month"])
    yearly = before is not None and before.anchor.kind is AnchorKind.EACH_YEAR and not match["year"]
    if (match["year"] or "").startswith("每") or yearly:
        return Anchor(AnchorKind.EACH_YEAR, None, month, day, part), YearSource.NONE
    kind = AnchorKind.DAY if day else AnchorKind.MONTH
    year, source = _year(match, before, text, notice, month)
    return Anchor(kind, year, month, day, part), source


def _of_month(match: re.Match[str], day: int | None, part: str) -> Anchor:
    """每月10日, 每月底; 本月底 hangs on the month that the words are spoken in and stays an event."""
    if match["this"]:
        return Anchor(AnchorKind.EVENT, None, None, day, part, match["each"])
    return Anchor(AnchorKind.EACH_MONTH, None, None, day, part)


_SHIFT = {"次": 1, "翌": 1, "明": 1, "来": 1, "去": -1, "上": -1}


_YEAR_OF_DAY = re.compile(r"(?<![\d\[〔(])((?:19|20)\d{2})\s*年(?=\s*\d{1,2}\s*月)(?!.{0,16}出生)")


@once_per_notice
def _only_year(notice: Notice) -> int:
    """The one year in which a notice says anything happens; 0 where it names none or several."""
    named = set(_YEAR_OF_DAY.findall(fold(notice.text)))
    return int(named.pop()) if len(named) == 1 else 0


def _year(
    match: re.Match[str], before: Point | None, text: str, notice: Notice, month: int | None
) -> tuple[int | None, YearSource]:
    """The year as written, else of the sentence, of the title, of the day of issue, in this order."""
    written = match["year"] or ""
    digits = re.sub(r"\D", "", written.translate(_DIGITS))
    if digits:
        return (int(digits) + 1911 if len(digits) < 4 else int(digits)), YearSource.WRITTEN
    shift = _SHIFT.get(written[:1], 0)
    if before is not None and before.anchor.year is not None:
        over = _JOIN.fullmatch(text[before.span.end : match.start()])
        turned = bool(over) and not written and (month or 0) < (before.anchor.month or 0)
        return before.anchor.year + shift + turned, YearSource.SENTENCE
    sentence = re.split(r"[。;\n]", text[: match.start()])[-1]
    named = re.findall(r"(?<![\d\[〔(])((?:19|20)\d{2})\s*年", sentence)
    if named:
        return int(named[-1]) + shift, YearSource.SENTENCE
    titled = re.findall(r"(?<![\d\[〔])((?:19|20)\d{2})(?=\s*(?:年|学年|[-—]\d{4}学年))", fold(notice.title))
    if titled:
        return int(titled[0]) + shift, YearSource.TITLE
    if notice.issued is None:
        only = _only_year(notice)
        return (only + shift, YearSource.SENTENCE) if only else (None, YearSource.NONE)
    turned = not written and notice.issued.month - (month or 0) > 6  # issued in December for January
    return notice.issued.year + shift + turned, YearSource.ISSUED


def clock(text: str) -> str:
    """A time of day as `18:00`: 下午5时 is 17:00, 24时 stays 24:00."""
    match = re.search(r"(\d{1,2})\s*(?::\s*(\d{2})|[时點点時](?:(\d{1,2})分|(半))?)", text)
    if match is None:
        return ""
    hour = int(match[1])
    if re.match(r"下午|晚", text) and hour < 12:
        hour += 12
    return f"{hour:02d}:{'30' if match[4] else match[2] or (match[3] or '00').zfill(2)}"


# ── bounds ─────────────────────────────────────────────────────────────────────────────────────────────


def _bounded(text: str, points: list[Point]) -> Iterator[Moment]:
    position = 0
    while position < len(points):
        point = points[position]
        follower = points[position + 1] if position + 1 < len(points) else None
        if follower and _JOIN.fullmatch(text[point.span.end : follower.span.start]):
            last = _moment(text, follower, Bound.UNTIL)
            yield replace(_moment(text, point, Bound.FROM), other_end=follower.span)
            yield replace(last, other_end=point.span)
            position += 2
        else:
            yield _moment(text, point, None)
            position += 1


def _moment(text: str, point: Point, end: Bound | None) -> Moment:
    said = _SAID.match(text, point.span.end)
    at = said.end() if said else point.span.end
    after = _BEFORE.match(text, at)
    bound, inclusive = end or Bound.AT, True
    if end is None and (
        after or re.search(r"(?:(?:截止|截至)\D{0,8}|[至到]\s*)$", text[: point.span.start][-12:])
    ):
        bound = Bound.UNTIL
    elif end is None and (since := _SINCE.match(text, at) or _AFTER.match(text, at)):
        bound, inclusive = Bound.FROM, not _AFTER.fullmatch(since[0])
    said = said or _SAID.match(text, after.end() if after else at)
    if said:
        inclusive = not said["no"]
    return Moment(
        point.anchor,
        0,
        Unit.NONE,
        bound,
        inclusive,
        point.span,
        0,
        said is not None,
        point.time,
        point.source,
    )


def clock_ranges(text: str) -> list[tuple[str, str]]:
    """The hours of a day in a text as pairs of `09:00`, in reading order: 上午9:30-11:00，下午1:30-4:30."""
    opens: list[str] = []
    closes: list[str] = []
    for moment in _daily(fold(text)):
        (opens if moment.bound is Bound.FROM else closes).append(moment.time)
    return list(zip(opens, closes, strict=True))


def _daily(text: str) -> Iterator[Moment]:
    """Hours of every day: 每日上午9时至下午5时."""
    anchor = Anchor(AnchorKind.EACH_DAY)
    for match in _DAILY.finditer(text):
        first, last = Span(*match.span("from")), Span(*match.span("to"))
        opens, closes = clock(match["from"]), clock(match["to"])
        if closes < opens and re.match(r"下午|晚", match["from"]):  # 下午2:30-5:30
            closes = clock("下午" + match["to"])
        yield Moment(anchor, 0, Unit.NONE, Bound.FROM, True, first, 0, time=opens, other_end=last)
        yield Moment(anchor, 0, Unit.NONE, Bound.UNTIL, True, last, 0, time=closes, other_end=first)
