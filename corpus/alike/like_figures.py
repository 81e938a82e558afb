"""Like figures: those of one measure and one unit, which may be compared, ranked and added.

A column of a table holds them, the cells of one row where several columns count the same, and the parallel
parts of a sentence (`corpus.alike.parallel_figures`). Each carries what it is a figure of and where it
stands. What a row of totals says is kept apart: a total is never added to its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus import patterns as re
from corpus.notice import Cell, ClauseKind, Notice, Span
from corpus.values.periods import fold

__all__ = ["UNIT", "LikeFigure", "LikeFigures", "in_tables", "is_additive", "spoken"]

_COUNTED = (
    "人次|册次|人天|人|名|位|家|项|件|份|篇|张|本|册|门|次|户|所|种|类|套|间|台|辆|座|处|只|头|条|期|场|批|组|对|个|"
    "学时|课时|学分|亩|公顷|平方公里|平方米|立方米|公里|千米|厘米|毫米|米|公斤|千克|克|吨|升|毫升|千瓦时|度"
)
_LASTING = "个工作日|工作日|个月|个小时|小时|分钟|周岁|岁|年(?!度)|天|日|周"
# What a figure counts, as a notice prints it behind the figure or in the brackets of a header.
UNIT = (
    rf"(?:{_LASTING}|个百分点|[万亿千百]{{0,2}}(?:(?:美|港|欧)?元|{_COUNTED})|[%％‰]|分(?!之)|倍|[万亿](?!分))"
    r"(?:[/／](?:[\u4e00-\u9fff㎡]{1,4}(?:[·•/／][\u4e00-\u9fff]{1,2})?))?"
)
_NUMBER = r"-?\d[\d,]*(?:\.\d+)?"
_CELL = re.compile(
    rf"(?:各|共|约|每[\u4e00-\u9fff]{{0,2}})?[¥￥]?(?P<number>{_NUMBER})(?P<unit>{UNIT})?(?:左右)?(?:\(.*\))?"
)
_BRACKET = re.compile(rf"\((?:单位:)?(?P<unit>{UNIT})\)")
_CAPTION_UNIT = re.compile(rf"单位:(?P<unit>{UNIT})")
_HEADING_UNIT = re.compile(rf"\((?:单位:)?(?P<unit>{UNIT})\)[:：]?$")
_EACH = re.compile(r"(?:[人生户]?[·•]?(?:学年|学期|年|月|季度?|日|天|次)|[人生户])")  # what a sum may be for
_COUNTS = re.compile(r"(?P<unit>[人套户件份家台组间])数$")
_TOTAL = re.compile(r"(?:合计|总计|小计|共计|总数|总额|全[市县省区国]|总)(?:合计|总计)?")
_SUMS = re.compile(r"合\s*计|总\s*计|小\s*计|共\s*计")  # below a cell that all rows of a table share, too
# Columns that number, name or date something in figures.
_NO_MEASURE = re.compile(
    r"序号|编号|代码|编码|行号|备案号|邮编|电话|传真|号码|账号|手机|日期|年份|时间$|地址|联系"
)
_LINES_ABOVE = 3  # so many lines above a table may give its unit
_DISTINCT = 6  # columns from the left that may be needed to tell rows apart
_ROUNDING = Decimal("0.01")  # a stated total may differ from the sum by rounding


@dataclass(frozen=True, slots=True)
class LikeFigure:
    """One figure. `names` say what it is a figure of, outermost first; `text` is how it is printed, without
    its unit. `keys` are all cells that name its row, each as column and text; `parts` the figures that it was
    summed up from; `said` the words right before it in a sentence, as printed.
    """

    names: tuple[str, ...]
    value: Decimal
    text: str
    clause: int
    span: Span
    keys: tuple[tuple[str, str], ...] = ()
    parts: tuple[LikeFigure, ...] = ()
    said: str = ""

    @property
    def name(self) -> str:
        """What it is a figure of, in one string."""
        return " ".join(dict.fromkeys(self.names))


@dataclass(frozen=True, slots=True)
class LikeFigures:
    """Figures of one measure and unit (`""` where none is printed), two at least.

    `wholes` are the totals stated of them, `kinds` the headers of the columns that name the things they are
    figures of, `clause` the table or sentence that holds them; `counts` how many of each figure there are,
    where the notice counts them (一等奖3名，奖金4000元).
    """

    measure: str
    unit: str
    figures: tuple[LikeFigure, ...]
    clause: int
    kinds: tuple[str, ...] = ()
    wholes: tuple[LikeFigure, ...] = ()
    counts: tuple[LikeFigure, ...] = ()

    @property
    def total(self) -> Decimal:
        """What the figures come to."""
        return sum((f.value for f in self.figures), Decimal(0))


@dataclass(frozen=True, slots=True)
class _Row:
    index: int
    keys: tuple[Cell, ...]  # the cells that name it
    values: tuple[tuple[str, str, LikeFigure], ...]  # header without its unit, unit, figure
    whole: bool


def spoken(value: Decimal) -> str:
    """A number without an exponent and without zeros behind the point."""
    return format(value.normalize(), "f") if value else "0"


def is_additive(unit: str) -> bool:
    """Whether figures of a unit may be added: shares, ages, prices by measure may not."""
    counted, _, each = unit.partition("/")
    return not re.search(r"[%％‰]|百分点|倍|岁|^年$", counted) and (
        not each or _EACH.fullmatch(each) is not None
    )


def in_tables(notice: Notice) -> Iterator[LikeFigures]:
    """The like figures of every table of a notice: by column, by row, by columns added up."""
    for table, clause in enumerate(notice.clauses):
        if clause.kind is ClauseKind.TABLE:
            yield from _of_table(notice, table)


def _of_table(notice: Notice, table: int) -> Iterator[LikeFigures]:
    rows = _rows(notice, table)
    if not rows:
        return
    kinds = tuple(dict.fromkeys(c.column for r in rows for c in r.keys if c.column))
    columns = list(_columns(rows, table, kinds))
    yield from columns
    yield from _joint(columns)
    for row in rows:
        yield from _across(row, table)


def _rows(notice: Notice, table: int) -> list[_Row]:
    unit = _caption_unit(notice, table)
    rows = [(i, notice.clauses[i].cells) for i in notice.clauses[table].children]
    naming = _naming([cells for _, cells in rows])
    found = [_row(i, cells, unit, naming) for i, cells in rows if cells]
    distinct = _distinct([r for r in found if not r.whole])
    return [_named(r, distinct) for r in found if r.keys]


def _caption_unit(notice: Notice, table: int) -> str:
    """The unit of all figures of a table: in its caption or near above, else behind what heads it."""
    parent = [p for p in (notice.clauses[table].parent,) if p >= 0]
    above = [i for p in parent for i in notice.clauses[p].children if i < table]
    near = range(max(0, table - _LINES_ABOVE), table)
    plain = [i for i in near if notice.clauses[i].kind is ClauseKind.PARAGRAPH]
    heads, lines = (
        [fold(notice.clause_text(i)).replace(" ", "") for i in places]
        for places in ((*above[-1:], *parent), (table, *above[-1:], *parent, *plain))
    )
    caption = next((m for t in lines if (m := _CAPTION_UNIT.search(t))), None)
    bracket = next((m for t in heads if (m := _HEADING_UNIT.search(t))), None)
    found = caption or bracket
    return found["unit"] if found else ""


def _naming(rows: Sequence[Sequence[Cell]]) -> frozenset[str]:
    """The headers of the columns that name rows: hardly a figure stands below them."""
    below: dict[str, list[bool]] = {}
    for cells in rows:
        for cell in cells:
            below.setdefault(cell.header, []).append(any(True for _ in _read(0, cell, "")))
    return frozenset(h for h, read in below.items() if 3 * sum(read) < len(read))


def _row(index: int, cells: Sequence[Cell], caption: str, naming: frozenset[str]) -> _Row:
    kept = [c for c in cells if not _NO_MEASURE.search(c.column)]
    keys = tuple(c for c in kept if c.header in naming)
    values = tuple(
        (_measure(kept, place), unit, figure)
        for place, cell in enumerate(kept)
        if cell.header not in naming
        for unit, figure in _read(index, cell, caption)
    )
    whole = any(_TOTAL.fullmatch(k.text) for k in keys[:1]) or any(_SUMS.fullmatch(k.text) for k in keys)
    return _Row(index, keys, values, whole)


def _measure(cells: Sequence[Cell], place: int) -> str:
    """A column's header without its unit; one that stands twice with that of the column it belongs to."""
    header = cells[place].header
    if sum(c.header == header for c in cells) == 1:
        return _bare(header)
    before = [c.header for c in cells[:place] if sum(d.header == c.header for d in cells) == 1]
    return f"{_bare(before[-1])} {_bare(header)}" if before else _bare(header)


def _read(row: int, cell: Cell, caption: str) -> Iterator[tuple[str, LikeFigure]]:
    """The figures of a cell with their units; several where it prints several: 2名，各3万元."""
    parts = re.split(r"[，；]", cell.text)
    found = [_CELL.fullmatch(fold(p).replace(" ", "")) for p in parts]
    if len(cell.text) > 24 or not all(found):
        return
    for match in found:
        assert match is not None
        printed = match["unit"] or (_unit_of(cell) or caption if len(parts) == 1 else "")
        value = Decimal(match["number"].replace(",", ""))
        yield (
            re.sub("／", "/", printed.replace("％", "%")),
            LikeFigure((), value, match["number"], row, cell.span),
        )


def _unit_of(cell: Cell) -> str:
    """The unit that a header names: （万元）, or by what it counts: 套数."""
    header = fold(cell.header).replace(" ", "")
    bracket = _BRACKET.search(header)
    counted = _COUNTS.search(re.sub(r"\(.*?\)", "", header))
    return bracket["unit"] if bracket else counted["unit"] if counted else ""


def _distinct(rows: Sequence[_Row]) -> frozenset[str]:
    """The headers of the columns, from the left, that tell the rows apart."""
    every = dict.fromkeys(c.header for r in rows for c in r.keys)
    told = {h: {c.text for r in rows for c in r.keys if c.header == h} for h in every}
    headers = [h for h in every if len(told[h]) > 1 or len(rows) == 1][
        :_DISTINCT
    ]  # one text for all tells nothing
    for count in range(1, len(headers) + 1):
        names = [tuple(c.text for c in r.keys if c.header in headers[:count]) for r in rows]
        coded = count == 1 and all(re.search(r"[\dA-Z]", "".join(n)) and len("".join(n)) <= 5 for n in names)
        if len(set(names)) == len(names) and not coded:
            return frozenset(headers[:count])
    return frozenset(headers[:2])


def _named(row: _Row, distinct: frozenset[str]) -> _Row:
    """The row with the names of its figures."""
    names = tuple(c.text for c in row.keys if c.header in distinct) or tuple(c.text for c in row.keys[:1])
    keys = tuple((c.column, c.text) for c in row.keys)
    return replace(row, values=tuple((m, u, replace(f, names=names, keys=keys)) for m, u, f in row.values))


def _columns(rows: Sequence[_Row], table: int, kinds: tuple[str, ...]) -> Iterator[LikeFigures]:
    """The figures below each header in each unit."""
    found: dict[tuple[str, str], tuple[list[LikeFigure], list[LikeFigure]]] = {}
    for row in rows:
        for measure, unit, figure in row.values:
            found.setdefault((measure, unit), ([], []))[row.whole].append(figure)
    for (measure, unit), (figures, wholes) in found.items():
        if len(figures) > 1:
            column = LikeFigures(measure, unit, tuple(figures), table, kinds)
            yield replace(column, wholes=tuple(w for w in wholes if _is_whole(column, w)))


def _is_whole(column: LikeFigures, whole: LikeFigure) -> bool:
    """Whether a total fits its parts; one printed in a column too far does not."""
    if not is_additive(column.unit):
        return True
    return abs(column.total - whole.value) <= max(abs(whole.value) * _ROUNDING, Decimal(1))


def _bare(header: str) -> str:
    """A header without its unit."""
    return _BRACKET.sub("", fold(header)).strip()


def _joint(columns: Sequence[LikeFigures]) -> Iterator[LikeFigures]:
    """Columns of counts below one head, added up row by row: 计划数 of 普通类 and 中职类."""
    heads: dict[tuple[str, str], list[LikeFigures]] = {}
    for column in columns:
        head, _, leaf = column.measure.partition(" ")
        if (
            leaf
            and is_additive(column.unit)
            and "元" not in column.unit
            and re.search(r"数|额|量|计划", head)
        ):
            heads.setdefault((head, column.unit), []).append(column)
    for (head, unit), group in heads.items():
        rows = [f.clause for f in group[0].figures]
        whole = any(_TOTAL.search(g.measure.rsplit(" ", 1)[-1]) for g in group)
        if len(group) > 1 and not whole and all([f.clause for f in g.figures] == rows for g in group):
            figures = [_summed(parts) for parts in zip(*(g.figures for g in group), strict=True)]
            yield LikeFigures(head, unit, tuple(figures), group[0].clause, group[0].kinds)


def _summed(parts: Sequence[LikeFigure]) -> LikeFigure:
    value = sum((p.value for p in parts), Decimal(0))
    return replace(parts[0], value=value, text=spoken(value), parts=tuple(parts))


def _across(row: _Row, table: int) -> Iterator[LikeFigures]:
    """The cells of one row that are of one unit and below one head, each by the name of its column."""
    found: dict[tuple[str, str], tuple[list[LikeFigure], list[LikeFigure]]] = {}
    for measure, unit, figure in row.values:
        head, _, leaf = measure.rpartition(" ")
        named = replace(figure, names=(leaf,), keys=(("", measure),))
        found.setdefault((unit, head), ([], []))[_TOTAL.search(leaf) is not None].append(named)
    for (unit, _), (figures, wholes) in found.items():
        if len({f.names for f in figures}) == len(figures) > 1:
            yield LikeFigures(row.values[0][2].name, unit, tuple(figures), table, (), tuple(wholes))
