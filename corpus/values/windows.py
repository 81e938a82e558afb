"""The times within which something can be done, with what it is: 网上报名 4月14日8:00至4月25日17:00.

A window is a pair of days that belong together, or one end of one; a day by itself is a window of a day.
Days that somebody is born on, or up to which years are counted, open nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus import patterns as re
from corpus.notice import ClauseKind, Notice, Span
from corpus.once import once_per_notice
from corpus.values.moments import AnchorKind, Bound, Moment, resolve
from corpus.values.symbols import moments_of

__all__ = ["Window", "windows_of"]

_ANY_DAY = date(2000, 1, 1)  # days of the calendar do not hang on the day of asking
_COUNTED = re.compile(r"出生|资历|年限|业绩|年龄|毕业|取得|周岁|落款|印发|更新时间|发布时间|发布日期")
_AMOUNTS_TO = re.compile(r"满\s*[\d一二三四五六七八九十]+\s*个?[年月周]")  # up to a day, so and so long
# What somebody did or was by that day: 2008年10月31日以前签订合同的.
_HAPPENED = re.compile(
    r"\s*(?:之?前|以前|之?后|以后|起|止)\s*(?:已经?|签|首次|参加工作|入职|就业|购[买房]|登记注册|成立|注册|在[^，。；]{2,10}(?:就业|注册|工作))"
)
_SHUT = re.compile(r"\s*(?:期间|均|都|一律)*(?:不(?:办理|受理|开放|上班|营业|对外)|休息|放假|暂停|闭馆)")
_STOP = re.compile(r"[。；;\n]")
_ENDS = re.compile(r"[。；;]")  # of a sentence inside a clause, whose lines may be wrapped
_URL = re.compile(r"[<（(]?https?://[!-~]+")
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
    months: bool = False  # its days are those of whole months that the notice names

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
    moments = [m for m in moments_of(notice) if _is_dated(m, notice)]
    ends = {m.span: m for m in moments}
    for moment in moments:
        day = _day(moment, notice)
        other = ends.get(moment.other_end) if moment.other_end else _end_behind(moment, moments, notice)
        if moment.span in taken or day is None or _is_counted(notice, moment) or _signs(notice, moment):
            continue
        taken.add(moment.span)
        if other is not None and moment.bound is Bound.FROM:
            taken.add(other.span)
            yield _window(notice, moment, day, other, _day(other, notice, Bound.UNTIL))
            continue
        bound = _bound(moment, notice)
        if bound is Bound.UNTIL:
            yield _window(notice, None, None, moment, _day(moment, notice, Bound.UNTIL))
        elif bound is Bound.FROM:
            yield _window(notice, moment, day, None, None)
        else:
            yield _window(notice, moment, day, moment, _day(moment, notice, Bound.UNTIL))


_JOINS = re.compile(r"\s*(?:起|开始)[，,]\s*(?:[至到]|截至|持续到)?\s*")


def _end_behind(first: Moment, moments: Sequence[Moment], notice: Notice) -> Moment | None:
    """The end that a comma parts from its beginning: 自3月2日起，至5月20日止."""
    behind = (m for m in moments if m.clause == first.clause and m.span.start >= first.span.end)
    last = min(behind, key=lambda m: m.span.start, default=None)
    if first.bound is not Bound.FROM or last is None or last.bound is not Bound.UNTIL:
        return None
    between = notice.text[first.span.end : last.span.start]
    return last if _JOINS.fullmatch(between) else None


def _is_dated(moment: Moment, notice: Notice) -> bool:
    """Whether a moment is days of the calendar: a day, or in a table a month."""
    row = notice.clauses[moment.clause].kind is ClauseKind.ROW
    kinds = (AnchorKind.DAY, AnchorKind.MONTH) if row else (AnchorKind.DAY,)
    return moment.anchor.kind in kinds and not moment.offset


_NO_MORE = re.compile(r"\s*+(?:之?后|起|以后)?\s*+[，,]?\s*+(?:不再|不予|停止|关闭)")  # 3月31日之后不再办理
_LAST = re.compile(r"截止|截至|[止前]$")
_FIRST = re.compile(r"(?:开始|起始?)(?:时间|日期?)?$")


def _bound(moment: Moment, notice: Notice) -> Bound:
    """Which side of a day is meant; in a table its column may say so: 申请截止."""
    header = _header(notice, moment.clause, moment.span)
    if moment.bound is Bound.FROM and _NO_MORE.match(notice.text, moment.span.end):
        return Bound.UNTIL
    if moment.bound is not Bound.AT:
        return moment.bound
    return Bound.UNTIL if _LAST.search(header) else Bound.FROM if _FIRST.search(header) else Bound.AT


def _header(notice: Notice, clause: int, span: Span) -> str:
    """What stands above the cell of a row that holds a span; empty outside a table."""
    return next((c.header for c in notice.clauses[clause].cells if c.span.covers(span)), "")


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
        any(m.anchor.kind is AnchorKind.MONTH for m in given),
    )


_FAR = 400  # characters; what stands farther before a window does not name it
_ASIDE = re.compile(r"[（(][^（）()]*[）)]|(?:自|从)?即日起?至?")
# 8月2日前寄发证书
_LED = re.compile(r"(?:之?前|以前|起|止|开始|内)*(?P<act>[\u4e00-\u9fff]{2,12})[，,。；;\n]")
_TAIL = re.compile(
    r"(?:的)?(?:截止)?(?:时间|日期|日)?(?:定)?(?:为|是|在|于|到|至|自|从|须|应|需|(?<!申)请|截|可)*[：:\s（(“《|]*$"
)


def _name(notice: Notice, clause: int, span: Span) -> str:
    """The last words before a window that name it, those behind one that opens a sentence in the midst of
    others, else the heading or the row's first cell."""
    node = notice.clauses[clause]
    if node.kind is ClauseKind.ROW:
        return _named_by_row(notice, clause, span)
    begin = max(node.span.start + len(node.marker), span.start - _FAR)
    before = _ASIDE.sub("", notice.text[begin : span.start])
    if _ENDS.search(before[-1:]) and (led := _LED.match(notice.text[span.end : node.span.end])):
        return led["act"]
    parts = [_TAIL.sub("", p) for p in re.split(r"[。；;，,\n]|(?<=[\u4e00-\u9fff])[：:]", before)]
    told = [p.strip() for p in parts if re.search(r"[\u4e00-\u9fff]{2}", p)]
    if told:
        return told[-1]
    above = notice.clauses[node.parent] if node.parent >= 0 else None
    return notice.clause_text(node.parent).removeprefix(above.marker).strip("：: ") if above else ""


_ANY_HEADER = re.compile(r"(?:起止|具体|办理|所需)?(?:时间|日期|日程|期限|安排|时限)[^\u4e00-\u9fff]*")


def _named_by_row(notice: Notice, clause: int, span: Span) -> str:
    """The first cell that is no date, and the column where it says more than 时间: 第3期 摇号日."""
    cells = [c for c in notice.clauses[clause].cells if not c.span.covers(span)]
    told = [c.text for c in cells if re.search(r"[\u4e00-\u9fff]", c.text) and not _DATED.search(c.text)]
    header = re.sub(r"\s", "", _header(notice, clause, span))
    column = "" if _ANY_HEADER.fullmatch(header) else header
    return " ".join(x for x in (*told[:1], column) if x)


_DATED = re.compile(r"\d{1,2}\s*[月./]\s*(?:\d|底|初|[上中下]旬)|\d{1,2}\s*月")


def _daily_end(notice: Notice, clause: int) -> str:
    """The last hour of a day that a clause names."""
    until = [m for m in moments_of(notice) if m.clause == clause and m.bound is Bound.UNTIL]
    return max((m.time for m in until if m.anchor.kind is AnchorKind.EACH_DAY), default="")


def _day(moment: Moment, notice: Notice, end: Bound = Bound.FROM) -> date | None:
    """The day of a moment; of a month its first or, where `end` is UNTIL, its last."""
    meant = replace(moment, bound=end) if moment.anchor.kind is AnchorKind.MONTH else moment
    return resolve(meant, notice.issued, _ANY_DAY, {})


def _is_counted(notice: Notice, moment: Moment) -> bool:
    """Whether a day is one of birth or of an example, or one up to which years are counted."""
    end = max(moment.span.end, moment.other_end.end if moment.other_end else 0)
    before = _STOP.split(notice.text[max(0, moment.span.start - 20) : moment.span.start])[-1]
    behind = _STOP.split(notice.text[end : end + 40])[0]
    if "示例" in _header(notice, moment.clause, moment.span) + before or "样例" in before:
        return True
    if _HAPPENED.match(behind) or _SHUT.match(behind):
        return True
    if re.search(r"截[至止]到?\s*$", before) and _AMOUNTS_TO.search(behind):
        return True
    return _COUNTED.search(f"{before} {behind[:16]}") is not None


def _signs(notice: Notice, moment: Moment) -> bool:
    """Whether a day stands by itself, or behind the issuer's name only, as below a signature."""
    node = notice.clauses[moment.clause]
    if node.kind is ClauseKind.ROW:
        return False
    rest = notice.text[node.span.start : moment.span.start] + notice.text[moment.span.end : node.span.end]
    plain = re.sub(r"[\s（()）]", "", rest)
    return not plain or plain == re.sub(r"\s", "", notice.issuer)


_BATCH = re.compile(r"第?[\d一二三四五六七八九十]+(?:批|期|轮|次|届|季|类|组)")


def _names_first(notice: Notice, clause: int) -> bool:
    """Whether the beginning of a clause names its first window, and nothing of the sentences behind."""
    node = notice.clauses[clause]
    days = [m for m in moments_of(notice) if m.clause == clause and m.anchor.kind is AnchorKind.DAY]
    first = min((m.span.start for m in days), default=node.span.start)
    before = notice.text[node.span.start + len(node.marker) : first]
    one = len(re.findall(r"[：:]", before)) < 2 and len(before) < _MOST_WORDS / 3
    return one and not _BATCH.search(before)


def _about(notice: Notice, clause: int, span: Span) -> str:
    """The words between a window and its neighbours in the sentence, its marker, and the heading above."""
    node = notice.clauses[clause]
    if node.kind is ClauseKind.ROW:
        told = " ".join(c.text for c in node.cells if not _DATED.search(c.text))
        return f"{told} {_header(notice, clause, span)}".strip()
    text, whole = notice.text, node.span
    beside = [m.span for m in moments_of(notice) if m.clause == clause and m.anchor.kind is AnchorKind.DAY]
    stops = [m.end() for m in _ENDS.finditer(text, whole.start, span.start)]
    start = max([whole.start, *stops, *(b.end for b in beside if b.end <= span.start)])
    ends = [m.start() for m in _ENDS.finditer(text, span.end, whole.end)]
    stop = min([whole.end, *ends, *(b.start for b in beside if b.start >= span.end)])
    before = text[max(start, span.start - _MOST_WORDS) : span.start]
    above = notice.clause_text(node.parent) if node.parent >= 0 else ""
    later = any(b.end <= span.start for b in beside)
    own = "" if stops and later and _names_first(notice, clause) else text[whole.start : whole.start + _LEAD]
    lead = f"{above[:_MOST_WORDS]} {own}"
    behind = _URL.sub("", text[span.end : stop])[:_MOST_WORDS]
    return f"{lead} {before} {behind}".replace("\n", "").strip()
