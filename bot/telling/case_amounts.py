"""What an amount comes to in the case that a question tells: for so many acres, for a household on relief.

The amount is that of the one row or sentence that the question is about, for as many units as are told, up
to the most that is given. What the notice changes for some (低保户上浮20%) holds where the
question tells of just those. All that is used is cited, and the reckoning shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.figures.base_figures import Base, amounts_of_rows, amounts_of_sentences, the_one_named
from bot.figures.caps import Bound, bounds_of
from bot.figures.draft import Draft
from bot.figures.stated_totals import scale_of
from bot.figures.unit_counts import units_told
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.judging.spoken_for import is_told
from corpus import patterns as re
from corpus.alike.like_figures import spoken
from corpus.notice import ClauseKind, Notice
from corpus.values.changes import Change, changes_of
from corpus.values.numerals import number
from index.normal import search_key

__all__ = ["add_case_amount"]

_HOW_MUCH = re.compile(r"多少|几(?:成|折|块|元|万|千|百)|啥价")
_HOW_MUCH_LESS = re.compile(
    r"(?:减免?|免|优惠|便宜|省|少[交收]|上浮|提高|打)了?(?:多少|几)"
)  # of the change itself
_OTHER_UNIT = re.compile(r"(?:多少|几)个?(?:人|天|年|月|份|次|名|项|门|科|页|张|个|件|起|户|家|宗)")
_EACH = re.compile(
    r"每(?:招用|新招|录用)?1?(平方米|学年|学期|课时|学时|年|月|天|日|次|科|门|人|生|户|台|亩|套)"
)
_ONE = re.compile(r"(?:每|(?<![\d一二三四五六七八九十第])一)个?(?P<unit>[套台张件个只本亩间辆册份米吨块])")
_SHARE = re.compile(r"比例|百分之|几成|多少个点")
_KINDS = re.compile(r"(?P<fee>[\u4e00-\u9fff]{2}费(?!用))|(?P<kind>押金|租金|工资|薪|比例|津贴|补贴|补助|奖)")
_SPOKEN = {"月": "个月", "日": "天", "生": "人"}


@dataclass(frozen=True, slots=True)
class _Product:
    value: Decimal
    shown: str
    left: tuple[str, ...]  # the units that it is still a price by
    times: Mapping[str, Decimal]  # how many are told of each of the others


def add_case_amount(
    draft: Draft,
    question: Question,
    notice: Notice,
    evidence: Sequence[Evidence],
    gatherer: EvidenceGatherer,
) -> bool:
    """Tell what the amount asked for comes to in the case that the question tells; whether it was told."""
    if not _asks_amount(question):
        return False
    if _add_price_of_one(draft, question, notice):
        return True
    change = _of_the_matter(_told(question, notice, gatherer), notice, evidence)
    if change is not None:
        base = _base(question, notice, change)
    else:
        rows = amounts_of_rows(question, notice)
        base = rows[0] if len(rows) == 1 and not _of_another_fee(question, rows[0]) else None
    return base is not None and _add(draft, question, notice, base, change)


def _of_another_fee(question: Question, base: Base) -> bool:
    """Whether a question names a fee by what it is for, and an amount is called by another name."""
    asked, own = _kinds(question.text), _kinds(search_key(base.label))
    return bool(own) and any(a.endswith("费") for a in asked) and not asked & own


def _add_price_of_one(draft: Draft, question: Question, notice: Notice) -> bool:
    """What one of the things costs of which a row states the sum and how many there are: 一套合多少钱."""
    one = _ONE.search(question.text)
    rows = amounts_of_rows(question, notice) if one else []
    if one is None or len(rows) != 1 or "/" in rows[0].unit or rows[0].label.endswith(f"每{one['unit']}"):
        return False
    base, row = rows[0], notice.clauses[rows[0].clause]
    counts = [m for c in row.cells if (m := re.fullmatch(rf"(\d[\d,]*){one['unit']}", search_key(c.text)))]
    count = number(counts[0][1]) if len(counts) == 1 else None
    if not count or count == 1:
        return False
    price = (base.value * scale_of(base.unit) / count).quantize(Decimal("0.01"), ROUND_HALF_UP)
    shown = f"按原文数字计算：{base.text}{base.unit}÷{counts[0][0]}"
    if not draft.add(f"合每{one['unit']}{spoken(price)}元（{shown}）。"):
        return False
    draft.cite(notice, base.clause)
    return True


def _told(question: Question, notice: Notice, gatherer: EvidenceGatherer) -> list[Change]:
    """The changes for whom the question tells of, of the kind of figure that it asks for."""
    share = "percent" in question.wants or _SHARE.search(question.text) is not None
    text = search_key(f"{question.context} {question.text}" if question.context else question.text)
    found = (c for c in changes_of(notice) if c.on_shares is share)
    return [c for c in found if is_told(c.whose, text, gatherer.question_words)]


def _of_the_matter(told: Sequence[Change], notice: Notice, evidence: Sequence[Evidence]) -> Change | None:
    """The one change that is told of, of several that of what the evidence is about."""
    freed = [c for c in told if c.kind == "free"]
    told = [c for c in told if c.kind != "free"]
    if any(
        _head(notice, f.clause) == _head(notice, c.clause) and _listed(notice, f, c)
        for f in freed
        for c in told
    ):
        return None  # who pays nothing at all is told so by the list itself
    near = [e.passage.clause for e in evidence if e.notice is notice]
    for clause in near if len(told) > 1 else ():
        own = [c for c in told if c.clause == clause or _head(notice, c.clause) == _head(notice, clause)]
        if own:
            return own[0] if len(own) == 1 else None
    return told[0] if len(told) == 1 else None


def _listed(notice: Notice, *changes: Change) -> bool:
    """Whether changes are points of a list, of which the best holds."""
    return all(notice.clauses[c.clause].kind is ClauseKind.ITEM for c in changes)


def _head(notice: Notice, clause: int) -> int:
    """The clause that heads the part of a notice that a clause stands in, without rows and tables between."""
    parent = notice.clauses[clause].parent
    table = parent >= 0 and notice.clauses[parent].kind is ClauseKind.TABLE
    return notice.clauses[parent].parent if table else parent


def _asks_amount(question: Question) -> bool:
    asks = (
        question.intent is Intent.FEE
        or question.wants & {"money", "percent"}
        or _HOW_MUCH.search(question.text)
    )
    return (
        bool(asks)
        and not _HOW_MUCH_LESS.search(question.text)
        and _HOW_MUCH.search(question.text) is not None
        and not _OTHER_UNIT.search(question.text)
    )


def _base(question: Question, notice: Notice, change: Change) -> Base | None:
    """The amount that is changed: of the row that the question names, else of a sentence near the change."""
    named = replace(question, text=f"{question.text} {_level_of(change.of)}", wants=frozenset())
    rows = [b for b in amounts_of_rows(named, notice, change.on_shares, captioned=True) if _is_of(b, change)]
    if len(rows) == 1:
        return rows[0]
    for clause in (change.clause, *_beside(notice, change.clause)):
        stated = amounts_of_sentences(notice, [clause], change.on_shares)
        told = [
            b for b in stated if _is_of(b, change) and (b.span != change.span or _before(b, change, notice))
        ]
        if (base := the_one_named(named, told, alone=clause == change.clause)) is not None:
            return base
    elsewhere = [i for i in range(len(notice.clauses)) if i != change.clause]
    stated = amounts_of_sentences(notice, elsewhere, change.on_shares)
    return the_one_named(named, [b for b in stated if _is_of(b, change)])


def _level_of(of: str) -> str:
    """What the words before a change name beside the kind of amount: 初级 of 按初级标准减半."""
    return re.sub(r"^按|标准$", "", of)


def _is_of(base: Base, change: Change) -> bool:
    """Whether an amount may be of the kind that a change is on: 笔试费 and not 面试费, 补助 and not 押金."""
    own, label = _kinds(change.of), _kinds(search_key(base.label))
    return not own or not label or bool(own & label)


def _kinds(text: str) -> set[str]:
    """What kinds of amount a text names, fees each by what they are for."""
    return {m["fee"] or m["kind"] for m in _KINDS.finditer(text)}


def _before(base: Base, change: Change, notice: Notice) -> bool:
    """Whether an amount stands in the sentence of a change before it: 每人补贴500元，残疾人上浮50%."""
    said = re.sub(r"\s", "", notice.quote(change.span))
    return said.find(base.text) < said.find(change.said)


def _beside(notice: Notice, clause: int) -> list[int]:
    """The clauses that stand beside one, under the same head, nearest first, and those above it."""
    parent = notice.clauses[clause].parent
    family = notice.clauses[parent].children if parent >= 0 else range(len(notice.clauses))
    near = [i for i in family if i != clause and abs(i - clause) < 12]
    below = [k for i in near for k in notice.clauses[i].children]
    return sorted({*near, *below, *([parent] if parent >= 0 else [])}, key=lambda i: abs(i - clause))


def _add(draft: Draft, question: Question, notice: Notice, base: Base, change: Change | None) -> bool:
    product, unit = _product(question, base, notice), base.unit.partition("/")[0]
    if change is None and product.value == base.value:
        return False
    scale, each = scale_of(unit), product.times.get(change.each, Decimal(1)) if change else Decimal(1)
    total = change.apply(product.value, scale / each) if change else product.value
    if total <= 0:
        return False
    total = total.quantize(Decimal("0.01"), ROUND_HALF_UP)
    cap = _cap(notice, base) if product.value != base.value else None
    over = cap is not None and total * scale > cap.value * scale_of(cap.unit)
    told = f"{spoken(total)}{unit}"
    shown = f"按原文数字计算：{product.shown}{_change_shown(change, each)}={told}"
    if cap is not None and over:
        told, shown = f"{cap.text}{cap.unit}", f"{shown}，超过上限{cap.text}{cap.unit}"
    if not draft.add(f"按您说的情况是{'/'.join((told, *product.left))}（{shown}）。"):
        return False
    draft.cite(notice, base.clause, base.span)
    if change is not None:
        draft.cite(notice, change.clause, change.span)
    if cap is not None and over:
        draft.cite(notice, cap.clause)
    return True


def _change_shown(change: Change | None, each: Decimal) -> str:
    """A change as it is written behind an amount; one by unit for as many as are told: +500元×3."""
    if change is None:
        return ""
    return change.shown if each == 1 else f"{change.shown}×{spoken(each)}"


def _cap(notice: Notice, base: Base) -> Bound | None:
    """The one bound on what somebody gets in all that stands where an amount does."""
    head = _head(notice, base.clause)
    bounds = [b for b in bounds_of(notice) if "元" in b.unit]
    found = [b for b in bounds if _head(notice, b.clause) == head] or bounds
    return found[0] if len(found) == 1 else None


def _size_of(notice: Notice, base: Base) -> Decimal | None:
    """How large the thing is that a row prices by its size, where the row says so: 面积52平方米."""
    cells = notice.clauses[base.clause].cells if base.span is None else ()
    sizes = [c for c in cells if _SIZE.search(c.header) and re.fullmatch(r"\d+(?:\.\d+)?", c.text.strip())]
    return number(sizes[0].text.strip()) if len(sizes) == 1 else None


_SIZE = re.compile(r"面积|^平方米$")


def _product(question: Question, base: Base, notice: Notice) -> _Product:
    """The amount for as many units as are told of each that it is a price by."""
    asked = search_key(question.text)
    _, *by = re.split(r"[/·]", base.unit)
    value, shown, left = base.value, base.text + base.unit.partition("/")[0], list[str]()
    times: dict[str, Decimal] = {}
    for each in dict.fromkeys((*by, *_EACH.findall(base.label))):
        count = units_told(asked, each)
        if count is None and each in ("平方米", "㎡"):
            count = _size_of(notice, base)
        if count is not None and count > 1:
            times[each] = count
            value, shown = value * count, f"{shown}×{spoken(count)}{_SPOKEN.get(each, each)}"
        elif each in by:
            left.append(each)
    return _Product(value, shown, tuple(left), times)
