"""The times within which something can be done, with what it is: 网上报名 4月14日8:00至4月25日17:00.

A window is a pair of days that belong together, or one end of one; a day by itself is a window of a day.
Days that somebody is born on, or up to which years are counted, open nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.moments import AnchorKind, Bound, Moment, resolve
from corpus.notice import ClauseKind, Notice, Span
from corpus.once import once_per_notice
from corpus.symbols import moments_of

__all__ = ["Window", "windows_of"]

_ANY_DAY = date(2000, 1, 1)  # days of the calendar do not hang on the day of asking
_COUNTED = re.compile(r"出生|资历|年限|业绩|年龄|毕业|取得|周岁|落款|印发|更新时间|发布时间|发布日期")
_STOP = re.compile(r"[。；;\n]")
_MOST_WORDS = 60
_LEAD = 8  # characters at the beginning of a clause that say which batch or stage it is about


@dataclass(frozen=True, slots=True)
class Window:
    """From `opens` to `closes`, both days included; None is no end. Times of day are `17:00` or empty.

    `about` is what the notice says it is for: the words around it, its row, and the heading above it; `name`
    is the part of that which names it: 网上报名.
    """

    clause: int
    span: Span
    about: str
    opens: date | None
    closes: date | None
    opens_at: str = ""
    closes_at: str = ""
    daily_until: str = ""  # the hour at which each of its days ends
    name: str = ""

    @property
    def single(self) -> bool:
        """Whether it is one day."""
        return self.opens is not None and self.opens == self.closes


@once_per_notice
def windows_of(notice: Notice) -> tuple[Window, ...]:
    """The windows of a notice in reading order; of two that say the same the first."""
    found: dict[tuple[date | None, date | None, str], Window] = {}
    for window in _windows(notice):
        found.setdefault((window.opens, window.closes, window.about), window)
    return tuple(found.values())


def _windows(notice: Notice) -> Iterator[Window]:
    taken: set[Span] = set()
    moments = [m for m in moments_of(notice) if m.anchor.kind is AnchorKind.DAY and not m.offset]
    ends = {m.span: m for m in moments}
    for moment in moments:
        day = _day(moment, notice)
        other = ends.get(moment.other_end) if moment.other_end else None
        if moment.span in taken or day is None or _is_counted(notice, moment) or _signs(notice, moment):
            continue
        taken.add(moment.span)
        if other is not None and moment.bound is Bound.FROM:
            taken.add(other.span)
            yield _window(notice, moment, day, other, _day(other, notice))
        elif moment.bound is Bound.UNTIL:
            yield _window(notice, None, None, moment, day)
        elif moment.bound is Bound.FROM:
            yield _window(notice, moment, day, None, None)
        else:
            yield _window(notice, moment, day, moment, day)


def _window(
    notice: Notice, first: Moment | None, opens: date | None, last: Moment | None, closes: date | None
) -> Window:
    given = [m for m in (first, last) if m is not None]
    span = Span(min(m.span.start for m in given), max(m.span.end for m in given))
    clause = given[0].clause
    return Window(
        clause,
        span,
        _about(notice, clause, span),
        opens,
        closes,
        first.time if first else "",
        last.time if last else "",
        _daily_end(notice, clause),
        _name(notice, clause, span),
    )


_TAIL = re.compile(
    r"(?:的)?(?:截止)?(?:时间|日期|日)?(?:定)?(?:为|是|在|于|到|至|自|从|须|应|需|请|截|可)*[：:\s（(“《|]*$"
)


def _name(notice: Notice, clause: int, span: Span) -> str:
    """The last words before a window that name it, else the heading or the row's first cell."""
    node = notice.clauses[clause]
    if node.kind is ClauseKind.ROW:
        cells = [c.text for c in node.cells if re.search(r"[\u4e00-\u9fff]{2}", c.text)]
        return cells[0] if cells else ""
    before = notice.text[node.span.start + len(node.marker) : span.start]
    parts = [_TAIL.sub("", p) for p in re.split(r"[。；;，,\n]|(?<=[\u4e00-\u9fff])[：:]", before)]
    told = [p.strip() for p in parts if re.search(r"[\u4e00-\u9fff]{2}", p)]
    if told:
        return told[-1]
    above = notice.clauses[node.parent] if node.parent >= 0 else None
    return notice.clause_text(node.parent).removeprefix(above.marker).strip("：: ") if above else ""


def _daily_end(notice: Notice, clause: int) -> str:
    """The last hour of a day that a clause names."""
    until = [m for m in moments_of(notice) if m.clause == clause and m.bound is Bound.UNTIL]
    return max((m.time for m in until if m.anchor.kind is AnchorKind.EACH_DAY), default="")


def _day(moment: Moment, notice: Notice) -> date | None:
    return resolve(moment, notice.issued, _ANY_DAY, {})


def _is_counted(notice: Notice, moment: Moment) -> bool:
    before = _STOP.split(notice.text[max(0, moment.span.start - 20) : moment.span.start])[-1]
    behind = _STOP.split(notice.text[moment.span.end : moment.span.end + 16])[0]
    return _COUNTED.search(f"{before} {behind}") is not None


def _signs(notice: Notice, moment: Moment) -> bool:
    """Whether a day stands by itself, or behind the issuer's name only, as below a signature."""
    node = notice.clauses[moment.clause]
    if node.kind is ClauseKind.ROW:
        return False
    rest = notice.text[node.span.start : moment.span.start] + notice.text[moment.span.end : node.span.end]
    plain = re.sub(r"[\s（()）]", "", rest)
    return not plain or plain == re.sub(r"\s", "", notice.issuer)


def _about(notice: Notice, clause: int, span: Span) -> str:
    """The words between a window and its neighbours in the sentence, its marker, and the heading above."""
    node = notice.clauses[clause]
    if node.kind is ClauseKind.ROW:
        return " ".join(c.text for c in node.cells if not re.search(r"\d{1,2}\s*[月./]\s*\d", c.text))
    text, whole = notice.text, node.span
    beside = [m.span for m in moments_of(notice) if m.clause == clause and m.anchor.kind is AnchorKind.DAY]
    stops = [m.end() for m in _STOP.finditer(text, whole.start, span.start)]
    start = max([whole.start, *stops, *(b.end for b in beside if b.end <= span.start)])
    ends = [m.start() for m in _STOP.finditer(text, span.end, whole.end)]
    stop = min([whole.end, *ends, *(b.start for b in beside if b.start >= span.end)])
    before = text[max(start, span.start - _MOST_WORDS) : span.start]
    above = notice.clause_text(node.parent) if node.parent >= 0 else ""
    lead = f"{above[:_MOST_WORDS]} {text[whole.start : whole.start + _LEAD]}"
    return f"{lead} {before} {text[span.end : stop][:_MOST_WORDS]}".strip()
