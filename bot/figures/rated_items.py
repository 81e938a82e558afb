"""What one rate comes to for several sums told, each up to the bound that a table puts on its kind.

按实际缴费的三分之二补贴，不得超过下表上限: 养老900元 and 医保390元 are reckoned apart, each by the column
that is named after it in the row of whoever asks, and added up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from bot.conversation.question import Question
from bot.figures.rated import SHARE, share_of
from bot.figures.reckoning import Reckoned
from bot.figures.rows import RowMatch, look_up
from bot.finding.cells import unit_of
from bot.finding.matching import stands_apart
from bot.speech.amounts import Amount, amounts_in
from corpus import patterns as re
from corpus.alike.like_figures import LikeFigure, spoken
from corpus.notice import Cell, ClauseKind, Notice
from corpus.tree.range_cells import base_unit
from corpus.values.compact import compact
from corpus.values.numerals import number
from index.normal import search_key

__all__ = ["rated_items"]

_HOW_MUCH = re.compile(r"多少|几[百千块元]")
_BOUNDED_BY_TABLE = re.compile(
    rf"{SHARE}[^。;]{{0,30}}(?:不得?超过|最高|上限|限额)[^。;]{{0,6}}(?:[下附]表|如下)"
)
_CAP = re.compile(r"上限|最高|限额|封顶")


def rated_items(question: Question, notice: Notice) -> Reckoned | None:
    """The sum of what each amount told comes to; None where rate, row or column is open."""
    text = search_key(question.text)
    sums = [a for a in amounts_in(text) if a.unit == "元" and a.much.exact]
    if not sums or not _HOW_MUCH.search(text) or text.rstrip("?？").endswith(("吗", "么")):
        return None
    for rate, table in _rates(notice):
        rows = look_up(question, notice, table)
        if len(rows) == 1 and (items := _items(sums, rows[0], text)):
            return _come_to(rate, items, rows[0].clause)
    return None


def _rates(notice: Notice) -> Iterator[tuple[LikeFigure, int]]:
    """The rates that a table bounds, each with the table, which is the next one."""
    tables = [i for i, c in enumerate(notice.clauses) if c.kind is ClauseKind.TABLE]
    for index, clause in enumerate(notice.clauses):
        behind = [t for t in tables if t > index]
        if clause.kind in (ClauseKind.ROW, ClauseKind.TABLE) or not behind:
            continue
        text = compact(notice.text[clause.span.start : clause.span.end], clause.span.start)
        if (match := _BOUNDED_BY_TABLE.search(text.text)) is not None:
            value, shown = share_of(match)
            place = text.span(*match.span("rate" if match["rate"] else "over"))
            yield LikeFigure(("比例",), value, shown, index, place), behind[0]


_Item = tuple[str, Decimal, Cell]


def _items(sums: Sequence[Amount], row: RowMatch, text: str) -> list[_Item]:
    """Each sum told with its name and the cell of its bound; nothing where one has no column of its own."""
    caps = [c for c in row.cells if _CAP.search(c.header) and _cap(c)]
    found: list[_Item] = []
    for amount in sums:
        before = re.split(r"[，。；、,; ]", text[: amount.start])[-1]
        named = [c for c in caps if _names(c.header, before)]
        if len(named) != 1 or any(named[0] is c for _, _, c in found):
            return []
        found.append((_CAP.split(named[0].header)[0], amount.much.low, named[0]))
    return found


def _names(header: str, before: str) -> bool:
    """Whether the words before a sum name a column, by its first word or in short: 医保 for 医疗保险."""
    name = _CAP.split(search_key(header))[0]
    ends = (before[n : n + 2] for n in range(len(before) - 1))
    return name[:2] in before or any(stands_apart(e, name[:4], 1) for e in ends)


def _cap(cell: Cell) -> Decimal:
    """The number in the cell of a bound, in the unit of its column."""
    return number(cell.text.strip()) or Decimal(0)


def _come_to(rate: LikeFigure, items: Sequence[_Item], row: int) -> Reckoned:
    parts, total = list[str](), Decimal(0)
    for name, told, cell in items:
        value = (told * rate.value / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
        cap = _cap(cell) * base_unit(unit_of(cell) or "元")[1]
        over = f"，超过上限，按{spoken(cap)}元" if value > cap else ""
        parts.append(f"{name}{spoken(told)}元×{rate.text}={spoken(value)}元{over}")
        total += min(value, cap)
    comes = f"{'共' if len(items) > 1 else '是'}{spoken(total)}元"
    line = f"按您说的情况{comes}（按原文数字计算：{'；'.join(parts)}）。"
    bounds = [LikeFigure((c.header,), _cap(c), c.text, row, c.span) for _, _, c in items]
    return Reckoned((line,), (rate, *bounds))
