"""What follows for what conduct: 有下列行为之一的，取消成绩 above a list, or both in one sentence.

The sanction of a list stands in its lead-in; a lead-in that grades (情节轻微的…；情节严重的…) gives tiers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from corpus import patterns as re
from corpus.notice import ClauseKind, Notice, Span
from corpus.values.compact import Compact, compact
from corpus.values.facts import number
from corpus.values.leads import governing_clause
from corpus.values.periods import fold

__all__ = ["Consequence", "Sanction", "SanctionKind", "Tier", "consequences_of"]


class SanctionKind(StrEnum):
    """What a sanction does."""

    CANCEL = "cancel"  # 取消资格, 取消成绩
    BAR = "bar"  # N年内不得
    LIABILITY = "liability"  # 追究法律责任, 移送
    WAIVER = "waiver"  # 视为放弃
    REFUSAL = "refusal"  # 不予受理
    NO_REFUND = "no_refund"  # 不予退还
    VOID = "void"  # 作废, 无效
    RECOVERY = "recovery"  # 收回, 追回, 责令退出
    RECORD = "record"  # 记入诚信档案, 通报
    FINE = "fine"  # 罚款
    STOP = "stop"  # 停止发放, 解除合同


@dataclass(frozen=True, slots=True)
class Sanction:
    """One consequence; `amount` and `unit` are the length of a bar."""

    kind: SanctionKind
    text: str
    span: Span
    amount: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Tier:
    """The sanctions of one degree of gravity: 情节严重的."""

    condition: str
    span: Span
    sanctions: tuple[Sanction, ...]


@dataclass(frozen=True, slots=True)
class Consequence:
    """A conduct with what follows. `lead` is the clause that the sanctions stand in, where it is another."""

    conduct: str
    conduct_span: Span
    sanctions: tuple[Sanction, ...]
    tiers: tuple[Tier, ...]
    clause: int
    lead: int | None = None


_TAIL = r"[^,。;:\n]{0,24}"
_YEARS = r"(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(?P<unit>年|个月)(?:之内|以内|内)?"
_SANCTION = re.compile(
    rf"(?P<bar>(?:自[^,。;]{{1,12}}起)?(?:在)?\s*{_YEARS}\s*(?:均|都|一律)?(?:不得|不能|不可|不再|不予|不准|禁止|取消){_TAIL}"
    rf"|(?:当|本)年度?内?(?:不得|不能|不可|不再|不准|禁止){_TAIL}|终身(?:不得|禁止){_TAIL}|列入黑名单)"
    rf"|(?P<waiver>(?:视为|视作|视同|作)(?:自动|自愿)?(?:放弃|弃权|弃考|缺考){_TAIL}|按(?:放弃|弃权|缺考)(?:处理|论处))"
    rf"|(?P<no_refund>(?:不予|不再|概不|一律不|均不|不)(?:退还|退费|退款|退回){_TAIL})"
    rf"|(?P<refusal>(?:一律|均|将|概)?(?:不予|不再|不)(?:受理|接收|办理|登记|审核|评审|批准|认定|通过|录取|录用|发放|安排|补办|保留){_TAIL})"
    rf"|(?P<cancel>(?:取消|撤销|撤回|吊销){_TAIL}|(?:成绩|考试|科目)[^,。;]{{0,6}}(?:按|记|计)(?:零|0)\s*分(?:处理)?)"
    rf"|(?P<void>宣布其?[^,。;]{{0,8}}无效|(?:视为|视作|一律|按|均)?(?:作废|无效|作无效)(?:处理)?)"
    rf"|(?P<liability>(?:依法|按照?|并|依照|依据){{0,2}}[^,。;]{{0,14}}(?:(?:追究|移送|移交){_TAIL}|承担[^,。;]{{0,12}}(?:责任|后果)))"
    rf"|(?P<recovery>(?:收回|追回|追缴|责令){_TAIL})"
    rf"|(?P<record>(?:记入|计入|载入|纳入|列入)[^,。;]{{0,12}}(?:档案|记录|名单|系统|平台)|通报(?:批评|所在单位){_TAIL})"
    rf"|(?P<fine>(?:处以?|并处)?[^,。;]{{0,12}}罚款)"
    rf"|(?P<stop>(?:停止|暂停|中止|终止|停发|解除|移出|清退出?){_TAIL})"
)
_TIER = re.compile(
    r"(?:对?(?:其中)?,?\s*)?(?P<condition>(?:情节|后果|性质|影响)(?:较为?|特别|十分|非常)?(?:轻微|较轻|较重|严重|恶劣|一般)"
    r"|(?:构成|涉嫌)犯罪|屡教不改|拒不改正|造成[^,。;]{1,12}(?:损失|后果|影响))(?:的|者)?\s*[,:]?\s*"
)
_LISTING = re.compile(
    r"(?:下列|以下|如下|上述)?[^。;]{0,12}(?:之一|行为|情形|情况)[^。;]{0,6}(?:的|者)?[,:]|下列|以下"
)
_IF = re.compile(r"[的者][)]?$|逾期|过期|超过|如|若|凡|一经|一旦|未|不|经查|发现|弄虚作假|违反")
_OPENING = re.compile(
    r"^(?:\s|\*|答:|[(（]?[\d一二三四五六七八九十]{1,3}[)）]?\s*[.、)）]|[(（][\d一二三四五六七八九十]+[)）])*"
)
_JOINT = re.compile(
    r"(?:[,:、]|\s|的话|则|将|应当?|并|,由[^,。;]{1,24}|即|均|一律|本[^\s将]{1,6}将|对其|予以)++$"
)


def consequences_of(notice: Notice) -> tuple[Consequence, ...]:
    """What follows for what conduct, in reading order."""
    listed = [c for c in (_listed(notice, i) for i in range(len(notice.clauses))) if c is not None]
    leads = {c.lead for c in listed}
    stated = [
        found
        for index, clause in enumerate(notice.clauses)
        if clause.kind is not ClauseKind.TABLE and index not in leads
        for span in clause.spans
        for found in _stated(notice, index, span)
    ]
    return tuple(sorted((*listed, *stated), key=lambda c: c.conduct_span))


def _listed(notice: Notice, index: int) -> Consequence | None:
    """An item of a list whose lead-in names the sanction."""
    if notice.clauses[index].kind is not ClauseKind.ITEM:
        return None
    lead = governing_clause(notice, index)
    if lead is None or not _LISTING.search(fold(notice.clause_text(lead))):
        return None
    sanctions: list[Sanction] = []
    tiers: list[Tier] = []
    for span in notice.clauses[lead].spans:
        plain, graded = _sanctions(notice, span)
        sanctions.extend(plain)
        tiers.extend(graded)
    if not sanctions and not tiers:
        return None
    conduct = _trimmed(notice, notice.clauses[index].spans[0])
    return Consequence(notice.quote(conduct), conduct, tuple(sanctions), tuple(tiers), index, lead)


def _stated(notice: Notice, index: int, span: Span) -> Iterator[Consequence]:
    """Sentences that name conduct and sanction both."""
    own = compact(notice.text[span.start : span.end], span.start)
    for match in re.finditer(r"[^。]+", own.text):
        for part in _parts(match[0]):
            at = match.start()
            yield from _one(notice, index, own.span(at + part.start, at + part.end))


def _parts(sentence: str) -> list[Span]:
    """The halves of a sentence at semicolons; a half that begins with a grade stays with the one before."""
    parts: list[Span] = []
    for match in re.finditer(r"[^;]+", sentence):
        if parts and _TIER.match(match[0].lstrip()):
            parts[-1] = Span(parts[-1].start, match.end())
        else:
            parts.append(Span(*match.span()))
    return parts


def _one(notice: Notice, index: int, span: Span) -> Iterator[Consequence]:
    own = compact(notice.text[span.start : span.end], span.start)
    text = own.text
    first = _SANCTION.search(text)
    if first is None:
        return
    graded = _TIER.search(text)
    at = min(first.start(), graded.start()) if graded and graded.start() > 0 else first.start()
    conduct = _trimmed(notice, own.span(0, at) if at else Span(span.start, span.start))
    above = _named_above(notice, index) if len(conduct) < 3 else None
    if above is None and (len(conduct) < 2 or not _conditional(fold(notice.quote(conduct)))):
        return
    conduct = above or conduct
    sanctions, tiers = _sanctions(notice, own.span(at, len(text)))
    yield Consequence(notice.quote(conduct), conduct, tuple(sanctions), tuple(tiers), index)


_ASKS_WHAT_FOLLOWS = re.compile(r"(?:会?被?(?:怎么|怎样|如何)(?:处理|处罚|办)|(?:的)?(?:处理|处罚|后果))")


def _named_above(notice: Notice, index: int) -> Span | None:
    """The conduct in a heading that asks what follows, where the clause below names the sanction alone."""
    parent = notice.clauses[index].parent
    if parent < 0 or notice.clauses[parent].kind is not ClauseKind.HEADING:
        return None
    own = notice.clauses[parent].spans[0]
    text = fold(notice.text[own.start : own.end])
    asks = _ASKS_WHAT_FOLLOWS.search(text)
    start = len(notice.clauses[parent].marker)
    return Span(own.start + start, own.start + asks.start()) if asks and asks.start() > start + 1 else None


def _conditional(conduct: str) -> bool:
    """Whether words name a case rather than tell a fact: the last two parts of `…的，一经查实`."""
    return any(_IF.search(part) for part in conduct.split(",")[-2:])


def _trimmed(notice: Notice, span: Span) -> Span:
    """A conduct without its numbering and without what joins it to the sanction."""
    own = compact(notice.text[span.start : span.end], span.start)
    opening = _OPENING.match(own.text)
    start = opening.end() if opening else 0
    end = len(own.text.rstrip("。;:,"))
    joint = _JOINT.search(own.text[:end])
    end = joint.start() if joint else end
    return own.span(start, end) if end > start else Span(span.start, span.start)


def _sanctions(notice: Notice, span: Span) -> tuple[list[Sanction], list[Tier]]:
    """The sanctions in `span`: those for every case, and those of each grade."""
    own = compact(notice.text[span.start : span.end], span.start)
    grades = list(_TIER.finditer(own.text))
    found = [(m.start(), _sanction(notice, m, own)) for m in _SANCTION.finditer(own.text)]
    plain = [s for at, s in found if not grades or at < grades[0].start()]
    tiers = []
    for position, grade in enumerate(grades):
        until = grades[position + 1].start() if position + 1 < len(grades) else len(own.text)
        of_grade = tuple(s for at, s in found if grade.start() <= at < until)
        where = own.span(*grade.span("condition"))
        if of_grade:
            tiers.append(Tier(notice.quote(where), where, of_grade))
    return plain, tiers


def _sanction(notice: Notice, match: re.Match[str], own: Compact) -> Sanction:
    kind = SanctionKind(_group(match))
    span = own.span(*match.span())
    if match["n"] is None:
        return Sanction(kind, notice.quote(span), span)
    return Sanction(kind, notice.quote(span), span, number(match["n"]), match["unit"])


def _group(match: re.Match[str]) -> str:
    return next(k.value for k in SanctionKind if match[k.value] is not None)
