"""A notice's window against the as-of day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.answer_parts import Timing, TimingState
from corpus import patterns as re
from corpus.notice import Fact, FactKind, Notice
from corpus.once import once_per_notice
from corpus.values.periods import calendar_day, fold, written_day
from index.normal import search_key

__all__ = ["Deadline", "day_of", "deadlines", "for_officials", "timing_of"]

_COUNTED = re.compile(r"资历|年限|业绩|计算|公示|出生|实施|施行")
_APPLYING = re.compile(
    r"申报|报名|申请|填报|提交|受理|注册|登录|缴费|登记|复查|领取|放弃|收件|推荐|审核|报送|送审"
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which something is to be done, and the fact that says so."""

    day: date
    fact: Fact


# A day before which something must have come about, and not the last day to apply.
_HELD_BY_THEN = re.compile(
    r"\s*\**(?:之?前|以前|期间|之间|(?:\(含[^()]*\)))?(?:已|签|(?:审[核批]|评审|核验)(?:通过|合格)|出生|参加工作|毕业|取得|起|成立|设立|入职|在岗|参保|购[买置]|投产|建成|竣工"
    r"|(?:在[^,，。；]{1,10})?(?:注册(?!报名|登[录陆]|申报)|登记(?!报名)|落户)[^,，。；]{0,6}[的且、])"
)


@once_per_notice
def deadlines(notice: Notice) -> list[Deadline]:
    """The whole days that close an application, in reading order; a day without year takes the notice's."""
    found = []
    for fact in notice.facts:
        if fact.kind is not FactKind.DATE:
            continue
        if _of_an_example(fact, notice):
            continue
        start = max(0, fact.span.start - 40)
        before = search_key(re.split(r"[。；;\n]", fold(notice.text[start : fact.span.start]))[-1])
        after = search_key(fold(notice.text[fact.span.end : fact.span.end + 30]))
        if _closes(fact.text, before, after):
            day = _day(fact, notice, before)
            if day:
                found.append(Deadline(day, fact))
    return found


def day_of(fact: Fact, notice: Notice) -> date | None:
    """The day that a date names; one without year takes that named before it, else the notice's."""
    start = max(0, fact.span.start - 40)
    return _day(fact, notice, search_key(fold(notice.text[start : fact.span.start])))


def _of_an_example(fact: Fact, notice: Notice) -> bool:
    """Whether a day stands in a column of examples: 截图所示内容（去年示例）."""
    cells = notice.clauses[fact.clause].cells
    return any("示例" in c.header and c.span.covers(fact.span) for c in cells)


def _closes(text: str, before: str, after: str) -> bool:
    """Whether a day ends the time to apply: 截止时间为, 至…止, 于…前 beside a word of applying."""
    if _COUNTED.search(before[-14:]) or _HELD_BY_THEN.match(after):
        return False
    until = re.search(r"(?:截止|截至)[^。；]{0,14}$", before) or re.search(
        r"\d\s*日?\s*(?:至|到|-|~)\s*$", before
    )
    by = text.endswith("前") or re.match(r"\s*\**\s*(?:日)?(?:之前|以前|前|止|截止|24时)", after)
    return bool((until or by) and _APPLYING.search(before + after))


def _day(fact: Fact, notice: Notice, before: str) -> date | None:
    roc = re.search(r"(?<!\d)(1\d{2})[./年](\d{1,2})[./月](\d{1,2})", fact.text)
    if roc:  # years of the Republic of China begin with 1912
        return calendar_day(int(roc[1]) + 1911, int(roc[2]), int(roc[3]))
    match = re.search(r"(?:(\d{4})\s*[年./-]\s*)?(\d{1,2})\s*[月./-]\s*(\d{1,2})", fold(fact.text))
    if match is None:
        return None
    year = match.group(1) or _year_before(before) or _own_year(notice)
    return calendar_day(int(year), int(match.group(2)), int(match.group(3))) if year else None


def _year_before(before: str) -> str:
    named = re.findall(r"(\d{4})\s*年", before)
    return named[-1] if named else ""


def _own_year(notice: Notice) -> str:
    if notice.issued:
        return str(notice.issued.year)
    named = re.search(r"(20\d{2})", notice.title + notice.issued_text)
    return named.group(1) if named else ""


def for_officials(notice: Notice | None, deadline: Deadline) -> bool:
    """Whether a deadline binds those who check and recommend rather than those who apply."""
    if notice is None:
        return False
    start = max(0, notice.text.rfind("。", 0, deadline.fact.span.start), deadline.fact.span.start - 60)
    subject = re.split(r"[，,；;]", notice.text[start : deadline.fact.span.start])[-1]
    after = notice.text[deadline.fact.span.end : deadline.fact.span.end + 16]
    checks = re.match(
        r"(?:之?前|以前)?(?:全部)?(?:完成|组织|汇总|将)[^，,。；]{0,8}(?:审|公示|推荐|上报|汇总)", after
    )
    own = re.search(r"(?:局|厅|部门|单位|委员会|各地|各市|各县)[^，,。；]{0,12}$|推荐|审核", subject)
    return bool(checks or own)


def timing_of(notice: Notice, as_of: date, deadline: Deadline | None = None) -> Timing:
    """Where the as-of day stands to a deadline, or to the notice's own validity where there is none."""
    closes = deadline.day if deadline else notice.valid_until
    opens = notice.valid_from
    if closes is None and opens is None:
        return Timing(as_of.isoformat(), TimingState.UNDATED)
    state = TimingState.OPEN
    if closes is not None and as_of > closes:
        state = TimingState.CLOSED
    elif opens is not None and as_of < opens:
        state = TimingState.UPCOMING
    return Timing(
        as_of.isoformat(),
        state,
        opens.isoformat() if opens else None,
        closes.isoformat() if closes else None,
        _note(as_of, closes, state, "截止" if deadline else "有效期至"),
    )


def _note(as_of: date, closes: date | None, state: TimingState, name: str) -> str:
    if closes is None:
        return ""
    if state is TimingState.CLOSED:
        passed = "截止日期" if name == "截止" else "通知有效期"
        return f"截至{written_day(as_of)}已过{passed}（{written_day(closes)}）"
    if name != "截止":
        return f"通知有效期至{written_day(closes)}"
    left = (closes - as_of).days
    return (
        f"今天是最后一天（{written_day(closes)}），请尽快办理"
        if left == 0
        else f"距截止（{written_day(closes)}）还有{left}天"
    )
