"""Periods counted from something: 自受理之日起20个工作日内, 毕业2年内, 考前一周.

The counting itself, by 民法典 第二百零一条 and 第二百零二条, is done in `corpus.values.moments`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus import patterns as re
from corpus.notice import Span
from corpus.values.facts import number
from corpus.values.moments import Anchor, AnchorKind, Bound, Moment, Point, Unit, YearSource

__all__ = ["counted_periods", "meet", "whole"]

# What stands before the event in its run of words: 一般在, 由本人在, a number.
_FILLER = re.compile(r"(?:.*(?:自|从|在|于)(?=.))?(?:\d+[.、)])?\s*(?:一般|应当?|须)?")
_NUM = r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3}|半)\s*个?\s*"
_UNIT = r"(?P<unit>工作日|小时|星期|日|天|周(?!岁)|月(?!\s*\d)|年(?!\s*\d))"
_WITHIN = r"\s*(?P<within>以内|之内|内)?"
_SOFT = r"\s*+[,，]?\s*+(?:应当?|须|一般|原则上|最迟)?\s*+(?:在|于)?\s*+"
_STOP = r"[^，,。；;：:、\n|]"
_RELATIVE = (
    re.compile(
        rf"(?:自|从|在|于)?(?P<event>{_STOP}{{1,24}}?)(?:之[日时]|当[日天]|次[日天])?(?:起|之后|以后|后)"
        rf"(?:计算?|算)?{_SOFT}(?:的)?{_NUM}{_UNIT}{_WITHIN}"
    ),
    re.compile(
        rf"(?P<event>毕业|离校|退役|退伍|离职|到期|期满|发布|施行|受理){_NUM}{_UNIT}(?P<within>以内|之内|内)"
    ),
    re.compile(
        rf"(?P<event>{_STOP}{{0,12}}?[考试核业动满期始束审会])(?P<ahead>之前|以前|前){_NUM}{_UNIT}{_WITHIN}"
    ),
)
_UNITS = {
    "工作日": Unit.WORKDAY, "小时": Unit.HOUR, "星期": Unit.WEEK, "周": Unit.WEEK,
    "日": Unit.DAY, "天": Unit.DAY, "月": Unit.MONTH, "年": Unit.YEAR,
}  # fmt: skip
_EVENTS = (
    (AnchorKind.COMPLETION, re.compile(r"完成|结束|完毕|办结")),
    (AnchorKind.EXPIRY, re.compile(r"届满|期满|到期|有效期$")),
    (AnchorKind.RECEIPT, re.compile(r"收到|接到|送达")),
    (AnchorKind.ACCEPTANCE, re.compile(r"受理")),
    (AnchorKind.GRADUATION, re.compile(r"毕业")),
    (AnchorKind.EFFECT, re.compile(r"施行|实施")),
    (AnchorKind.PUBLICATION, re.compile(r"(?:本|该)?(?:通知|公告|办法|文件)?(?:发布|印发|公布)$")),
    (AnchorKind.APPLICATION, re.compile(r"申请|申报|提交")),
    (AnchorKind.EXAM, re.compile(r"^(?:开|参加|正式)?考(?:试|核)?(?:开始|日期?)?$")),
)


def meet(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def whole(numeral: str | None) -> int | None:
    """The whole number that a numeral stands for."""
    value = number(numeral) if numeral else None
    return int(value) if value is not None else None


def counted_periods(text: str, points: Sequence[Point]) -> Iterator[Moment]:
    """The periods in `text` that are counted from something; `points` are the dates in it."""
    taken: list[Span] = []
    for pattern in _RELATIVE:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if any(meet(span, t) for t in taken):
                continue
            moment = _counted(match, [p for p in points if span.covers(p.span)])
            if moment is not None:
                taken.append(span)
                yield moment


def _counted(match: re.Match[str], points: list[Point]) -> Moment | None:
    ahead, half = "ahead" in match.groupdict(), match["n"] == "半"
    unit, count = _UNITS[match["unit"]], 0 if half else whole(match["n"]) or 0
    if half:
        if unit not in (Unit.YEAR, Unit.MONTH):
            return None
        unit, count = (Unit.MONTH, 6) if unit is Unit.YEAR else (Unit.DAY, 15)
    anchor = points[-1].anchor if points and not ahead else _event(match["event"])
    within = bool(match["within"])
    bound = (Bound.FROM if ahead else Bound.UNTIL) if within else (Bound.AT if ahead else Bound.FROM)
    source = points[-1].source if points else YearSource.NONE
    filler = _FILLER.match(match["event"])
    start = match.start("event") + (filler.end() if filler else 0)
    if start > match.start() and match.string[start - 1] in "自从":
        start -= 1
    return Moment(
        anchor, -count if ahead else count, unit, bound, True, Span(start, match.end()), 0, year_from=source
    )


def _event(words: str) -> Anchor:
    words = re.sub(r"\s|之[日时]$", "", _FILLER.sub("", words))
    for kind, pattern in _EVENTS:
        if pattern.search(words):
            if kind is not AnchorKind.COMPLETION:
                return Anchor(kind)
            subject = re.sub(r"完成|结束|完毕|办结|之日|[已全部]+$", "", words)
            return Anchor(kind, subject=subject)
    return Anchor(AnchorKind.EVENT, subject=words)
