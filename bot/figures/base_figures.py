"""The amount that somebody would get or pay before anything is changed for them, in a row or a sentence.

A row has to be the only one that the question names, with one amount; of the amounts of a sentence the one
whose own words hold the figure told (92岁 in 90至99周岁) or are named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.conversation.question import Question
from bot.figures.columns import value_cells
from bot.figures.rows import look_up
from bot.finding.cells import full_label, unit_of
from bot.speech.amounts import amounts_in
from bot.speech.lexicon import lexicon
from bot.speech.naming import levelled, measure
from corpus import patterns as re
from corpus.notice import Cell, ClauseKind, FactKind, Notice, Span
from corpus.tree.range_cells import base_unit, range_in
from corpus.values.compact import Compact, compact
from corpus.values.numerals import number
from index.normal import search_key

__all__ = ["Base", "amounts_of_rows", "amounts_of_sentences", "the_one_named"]

_AMOUNT = re.compile(
    r"(?<![\d.])(?P<n>\d[\d,]*(?:\.\d+)?)(?P<unit>[万亿]?元(?:/[\u4e00-\u9fff㎡]{1,4}(?:[·/][\u4e00-\u9fff]{1,2})?)?|[%％])"
)
_BREAK = re.compile(r"[。;!?]")
_NO_BASE = re.compile(r"罚|滞纳|违约|不(?:得|予)?超过|最[高多低少]|上限|封顶|另[加收奖]|再[奖补]|增加|保证金")

_BOUND = re.compile(r"(?:\(不?含\))?(?:以[上下内]|起|的部分)")


@dataclass(frozen=True, slots=True)
class Base:
    """An amount with its unit, the words that say what it is for, and its sentence; `span` None for a row."""

    value: Decimal
    text: str
    unit: str
    label: str
    clause: int
    span: Span | None = None


def amounts_of_rows(
    question: Question, notice: Notice, share: bool = False, captioned: bool = False
) -> list[Base]:
    """The amount of the one row that the question names, for each table where it names one.

    If `captioned`, the unit may stand above the table, and of several amounts their sum is taken.
    """
    found = []
    for table in (i for i, c in enumerate(notice.clauses) if c.kind is ClauseKind.TABLE):
        rows = look_up(question, notice, table)
        cells = [(r, c) for r in rows[:1] for c in value_cells(question, r)] if len(rows) == 1 else []
        units = [unit_of(c) or (_unit_of_table(notice, r.clause, c) if captioned else "") for r, c in cells]
        read = [
            (r, c, b)
            for (r, c), u in zip(cells, units, strict=True)
            if (b := _of_cell(c.text, u, share)) is not None
        ]
        sums = [r for r in read if _SUM.search(full_label(r[1]))] if captioned and len(read) > 1 else []
        if len(read) == 1 or len(sums) == 1:
            row, cell, (value, text, unit) = (sums or read)[0]
            each = re.match(r"每[\u4e00-\u9fff]{1,3}", cell.text)
            names = [k.text for k in row.cells if k is not cell]
            label = " ".join([*names, full_label(cell), each[0] if each else ""])
            found.append(Base(value, text, unit, label, row.clause))
    return found


def _unit_of_table(notice: Notice, row: int, cell: Cell) -> str:
    """The unit of a figure that no header gives, where what stands above the table does: 单位：元."""
    stated = (f for f in notice.facts if f.clause == row and f.kind is FactKind.MONEY)
    return next((f.unit or "元" for f in stated if f.span.covers(cell.span) or cell.span.covers(f.span)), "")


_SUM = re.compile(r"合计|总计|共计|总额|小计")


def _of_cell(text: str, unit: str, share: bool) -> tuple[Decimal, str, str] | None:
    read = compact(text).text
    match = _AMOUNT.search(read)
    if match is not None:
        printed, unit = match["n"], match["unit"]
    elif unit and re.fullmatch(r"\d[\d,]*(?:\.\d+)?", read):
        printed = read
    else:
        return None
    value = number(printed)
    return (value, printed, unit) if value is not None and share == (unit in ("%", "％")) else None


def amounts_of_sentences(notice: Notice, clauses: Iterable[int], share: bool = False) -> list[Base]:
    """The amounts that some clauses state in sentences, each with its own words."""
    return [b for c in clauses for b in _of_clause(notice, c) if (b.unit in ("%", "％")) is share]


def _of_clause(notice: Notice, index: int) -> Iterator[Base]:
    clause = notice.clauses[index]
    if clause.kind in (ClauseKind.ROW, ClauseKind.TABLE):
        return
    text = compact(notice.text[clause.span.start : clause.span.end], clause.span.start)
    start = 0
    for stop in (*(m.start() for m in _BREAK.finditer(text.text)), len(text.text)):
        yield from _of_sentence(text, start, stop, index)
        start = stop + 1


def _of_sentence(text: Compact, start: int, stop: int, index: int) -> Iterator[Base]:
    at = start
    for match in _AMOUNT.finditer(text.text, start, stop):
        label = text.text[at : match.start()]
        at = match.end()
        value = number(match["n"])
        if value is not None and not _NO_BASE.search(label) and not _BOUND.match(text.text, at):
            yield Base(
                value,
                match["n"],
                match["unit"],
                label,
                index,
                text.span(start, min(stop + 1, len(text.text))),
            )


def the_one_named(question: Question, bases: Iterable[Base], alone: bool = False) -> Base | None:
    """Of several amounts the one that the question means by a figure or a name; None where it is open.

    One that stands `alone` need not be named.
    """
    told = [(a.much, *base_unit(a.unit)) for a in amounts_in(question.text)]
    asked = levelled(search_key(question.text))
    scored = []
    places = [n for m in _PLACE.finditer(asked) if (n := number(m["n"])) is not None]
    for base in bases:
        wanted = range_in(base.label)
        if places and wanted is not None and "第" in base.label:
            if any(wanted.holds(n) for n in places):
                scored.append((_NAMED + _named(base.label, asked), base))
            continue
        held = wanted is not None and any(
            u in (wanted.unit, "") and wanted.holds(m.low * n) and wanted.holds(m.high * n)
            for m, u, n in told
        )
        if wanted is not None and not held and any(u == wanted.unit for _, u, _ in told):
            continue
        scored.append((_NAMED * held + _named(base.label, asked), base))
    best = max((s for s, _ in scored), default=0.0)
    first = [b for s, b in scored if s == best]
    return first[0] if len(first) == 1 and (best >= 0.5 or (alone and len(scored) == 1)) else None


_PLACE = re.compile(r"第(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})(?![条款章年届次季期])")
_NAMED, _WHOLE = 2.0, 1.5  # a figure that falls in a range says more than a name that others share


def _named(label: str, asked: str) -> float:
    """How fully a question names what an amount is for: by itself, or by a word that means the same, of
    which the longest says most (高级工程师 and not the 工程师 in it)."""
    words = [w for w in re.split(r"[,、:()每 ]", label) if len(w) > 1]
    if any(levelled(w) in asked for w in words):
        return _WHOLE
    alike = max((len(s) for w in words for s in lexicon().synonyms.get(w, ()) if s in asked), default=0)
    return max(1 + alike / 100 if alike else 0.0, *(measure(w, asked) for w in words), 0.0)
