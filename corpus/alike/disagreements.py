"""Where one notice states two values for one thing: an amount here and another in its annex.

A statement is what a value belongs to, in the words before it or in the keys and the header of its row. Two
statements of the same thing that differ in value disagree, unless their headings tell two cases apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from corpus import patterns as re
from corpus.notice import ClauseKind, FactKind, Notice, Span
from corpus.values.moments import AnchorKind, Bound, Moment, Unit
from corpus.values.periods import fold
from corpus.values.symbols import moments_of

__all__ = ["Disagreement", "Statement", "disagreements_of"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A value and what it is the value of. `subject` is compact; `keys` are the parts of a row's name."""

    kind: str
    subject: str
    keys: tuple[str, ...]
    value: str
    clause: int
    span: Span


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two statements of one thing with different values, in reading order."""

    first: Statement
    second: Statement


_MERE = re.compile(
    r"[\s:：\"“”*#|]|人民币|(?:时间|日期|标准|金额|期限)(?:为|是|:)?|[为是共计按需须应]|合计|总计|每人(?:次)?|收取|缴纳|交纳|统一|均|的|截至|截止|至|到|于|在|自|从|一律|(?:最迟|最晚|不迟)"
)
_STOP = re.compile(r"[,，。;；\n\t(（]")
_FIGURE = re.compile(r"\d[\d.,]*")
_NEAR = 200  # characters before a value that may name it
_NAMED = re.compile(r"[\u4e00-\u9fff]{2}")
_PRICED = re.compile(r"[费金价款](?!用)|补贴|津贴|补助|奖励")
_GENERAL_HEADING = re.compile(
    r"(?:[一二三四五六七八九十\d]|附[件表录]|日程|时间|安排|计划|进度|表|一览|收费|费用?|考务|缴费|标准|报名|申报|申请|办理|流程|步骤|程序|方[式法]|说明|须知|注意|事项|通知|公告|提醒|提示"
    r"|联系|咨询|要求|办法|其他|有关|重要|具体|主要|内容|工作|考试|评价|及|和|与|的|[\s、.．,，（）()：:【】#*★\-])*"
)


def disagreements_of(notice: Notice) -> tuple[Disagreement, ...]:
    """The pairs of statements that disagree, in reading order."""
    stated = sorted((*_amounts(notice), *_days(notice)), key=lambda s: s.span)
    pairs = sorted(_pairs(stated), key=lambda pair: (pair[0].span, pair[1].span))
    return tuple(Disagreement(a, b) for a, b in pairs if _disagree(notice, a, b))


def _pairs(stated: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Two statements of one thing, and a row with a sentence: a long notice has too many pairs to try all."""
    once = {(s.kind, s.subject, s.keys, s.value, s.clause): s for s in reversed(stated)}
    told = sorted(once.values(), key=lambda s: s.span)
    alike: dict[tuple[str, str, frozenset[str]], list[Statement]] = {}
    for one in told:
        alike.setdefault((one.kind, one.subject, frozenset(one.keys)), []).append(one)
    for group in alike.values():
        yield from combinations(group, 2)
    rows, sentences = [s for s in told if s.keys], [s for s in told if not s.keys]
    for row, sentence in product(rows, sentences):
        if row.kind == sentence.kind and row.subject in sentence.subject:
            yield (row, sentence) if row.span < sentence.span else (sentence, row)


def _disagree(notice: Notice, one: Statement, other: Statement) -> bool:
    if one.kind != other.kind or one.value == other.value or one.clause == other.clause:
        return False
    nodes = [notice.clauses[s.clause] for s in (one, other)]
    if all(n.kind is ClauseKind.ROW for n in nodes) and nodes[0].parent == nodes[1].parent:
        return False  # rows of one table
    return _same_thing(one, other) and _same_case(notice, one, other)


def _same_thing(one: Statement, other: Statement) -> bool:
    """Whether two statements name the same; a sentence names a row where it holds all of its keys."""
    if bool(one.keys) == bool(other.keys):
        return one.subject == other.subject and set(one.keys) == set(other.keys)
    row, sentence = (one, other) if one.keys else (other, one)
    rest = sentence.subject
    for key in (*row.keys, row.subject):
        if key not in rest:
            return False
        rest = rest.replace(key, "", 1)
    return len(rest) <= 2


def _same_case(notice: Notice, one: Statement, other: Statement) -> bool:
    """Whether the headings above two statements part them no more than body and annex are parted."""
    if _cases(notice, one) != _cases(notice, other):
        return False
    if _parent(notice, one) == _parent(notice, other) and _lead(notice, one) != _lead(notice, other):
        return False  # points of one list, each about a case of its own: 一等奖3名，奖金…；二等奖5名，奖金…
    paths = [notice.heading_path(s.clause) for s in (one, other)]
    apart = [h for path, rest in (paths, paths[::-1]) for h in path if h not in rest]
    return all(_GENERAL_HEADING.fullmatch(_without_title(h, notice)) for h in apart)


_CASE = re.compile(
    r"第[一二三四五六七八九十\d]+[批次期轮季场组]|[一二三四五1-5]级|[甲乙丙丁A-D]类|(?:19|20)\d{2}年?|[春夏秋冬]季|[上下]半年"
)


def _parent(notice: Notice, statement: Statement) -> int:
    return notice.clauses[statement.clause].parent


def _lead(notice: Notice, statement: Statement) -> str:
    """The words of a clause before its value, without figures."""
    return _MERE.sub("", _FIGURE.sub("", _before(notice, statement.clause, statement.span)))


def _before(notice: Notice, clause: int, span: Span, near: int | None = None) -> str:
    """What a clause says before a value, folded, without its mark; `near`: only so many characters of it."""
    node = notice.clauses[clause]
    own = next((s for s in node.spans if s.covers(span)), span)
    start = own.start if near is None else max(own.start, span.start - near)
    return fold(notice.text[start : span.start]).removeprefix(fold(node.marker))


def _cases(notice: Notice, statement: Statement) -> set[str]:
    """The batch, grade, class or year that a clause names before its statement."""
    own = notice.text[notice.clauses[statement.clause].spans[0].start : statement.span.start]
    return set(_CASE.findall(f"{notice.clauses[statement.clause].locator} {fold(own)}")) - set(
        _CASE.findall(fold(notice.title))
    )


def _without_title(heading: str, notice: Notice) -> str:
    """A heading without the pairs of characters that the title has too."""
    title = re.sub(r"\s", "", notice.title)
    own = {i for i in range(len(heading) - 1) if heading[i : i + 2] in title}
    return "".join(c for i, c in enumerate(heading) if i not in own and i - 1 not in own)


# --- amounts ---------------------------------------------------------------------------------------------


def _amounts(notice: Notice) -> Iterator[Statement]:
    for fact in notice.facts:
        if fact.kind is FactKind.MONEY:
            yield from _statement(
                notice, "money", f"{fact.value}{fact.unit}", fact.clause, fact.span, _is_priced
            )


def _is_priced(subject: str) -> bool:
    return _PRICED.search(subject) is not None


def _is_named(subject: str) -> bool:
    return _NAMED.search(subject) is not None


# 新学员8月25日至28日…, 新学员须于8月31日前…: of whom, and not of what.
_WHO_ALONE = re.compile(
    r"[\u4e00-\u9fff]{0,8}(?:学员|[学考新]生|人员|申[请报]人|报名者|家长|家庭|职工|居民|单位|企业)"
)


def _is_done(subject: str) -> bool:
    return _is_named(subject) and _WHO_ALONE.fullmatch(subject) is None


def _statement(
    notice: Notice, kind: str, value: str, clause: int, span: Span, fits: Callable[[str], bool]
) -> Iterator[Statement]:
    if notice.clauses[clause].kind is ClauseKind.ROW:
        found = _in_row(notice, clause, span)
        if found is not None and fits("".join((*found[0], found[1]))):
            yield Statement(kind, found[1], found[0], value, clause, span)
        return
    subject = _MERE.sub("", _STOP.split(_before(notice, clause, span, _NEAR))[-1])
    if fits(subject) and len(subject) <= 24:
        yield Statement(kind, subject, (), value, clause, span)


def _in_row(notice: Notice, clause: int, span: Span) -> tuple[tuple[str, ...], str] | None:
    """The names in a row, and the header of the column that holds the value."""
    cells = notice.clauses[clause].cells
    own = next((c for c in cells if c.span.covers(span)), None)
    if own is None:
        return None
    names = [c for c in cells if c is not own and not re.search(r"\d{2}|序号|编号", c.text + c.header)]
    return tuple(_MERE.sub("", c.text) for c in names if _NAMED.search(c.text)), _MERE.sub("", own.column)


# --- days ------------------------------------------------------------------------------------------------


def _days(notice: Notice) -> Iterator[Statement]:
    for moment in moments_of(notice):
        anchor = moment.anchor
        dated = anchor.kind is AnchorKind.DAY and anchor.month and anchor.day and moment.unit is Unit.NONE
        if not dated or moment.bound is Bound.AT:
            continue
        value = f"{anchor.month}月{anchor.day}日"
        yield from _statement(
            notice, f"date-{moment.bound.value}", value, moment.clause, _begin(moment), _is_done
        )


def _begin(moment: Moment) -> Span:
    """Where the words of a range begin, so that what stands before it names either end."""
    other = moment.other_end
    return other if other is not None and other.start < moment.span.start else moment.span
