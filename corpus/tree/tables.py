"""Rows of text to table rows: header levels joined, blanks for 'same as above' filled in.

Read are rows of tab-separated cells and Markdown pipe tables (GitHub Flavored Markdown, section Tables).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus import patterns as re
from corpus.notice import Cell, Span, collapse
from corpus.tree.lines import Line

_Columns = dict[int, Cell]

__all__ = ["Table", "TableRow", "columns_of", "heads_open_table", "is_row", "read_cells", "read_table"]

_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?")
# Tables drawn with box characters or + - |.
_BOX = "│┃║┌├└┏┣┗╔╠╚"
_BARS = str.maketrans("│┃║｜", "||||")
_OPEN_BAR = re.compile(r"(?<=\S)\s*[|｜│]\s*(?=\S)")
_WIDE_GAP = re.compile(r"(?<=\S)(?: {2,}|[ \u3000]*\u3000[ \u3000]*)(?=\S)")
_BOX_RULE = re.compile(r"[+\-=\s┌┬┐├┼┤└┴┘─━┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝═]+")
_NUMBER = re.compile(r"[-+¥￥]?[\d,，.]+\s*[%元家项人件]?")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row's cells (blank ones left out) and the spans of its lines."""

    cells: tuple[Cell, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: where its caption and header stand, and its body rows. `caption` may be empty."""

    caption: tuple[Span, ...]
    header: tuple[Span, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class _Raw:
    """A row as printed; `merged` are the blank columns that a cell above reaches down into."""

    cells: tuple[tuple[str, Span], ...]
    span: Span
    merged: frozenset[int] = frozenset()

    @property
    def filled(self) -> list[int]:
        return [i for i, (text, _) in enumerate(self.cells) if text]

    def text(self, column: int) -> str:
        return self.cells[column][0] if column < len(self.cells) else ""


def is_row(content: str) -> bool:
    """Whether a line looks like a table row."""
    if content.startswith((*_BOX, "+-")):
        return True
    return "\t" in content or (content.count("|") >= 2 and (content.startswith("|") or content.endswith("|")))


def columns_of(content: str) -> int:
    """The number of columns that bars, else wide gaps, make of a line without outer bars; 0 for none."""
    if "\t" in content or content.startswith(("|", "#", ">")):
        return 0
    for mark in (_OPEN_BAR, _WIDE_GAP):
        count = len(mark.findall(content))
        if count:
            return 0 if content[-1] in "。；：" else count + 1
    return 0


def heads_open_table(content: str) -> bool:
    """Whether a line without outer bars names columns, or is one of a list of days and what is on them."""
    cells = [part.strip() for part, _ in _parts(content)]
    named = all(len(c) <= 20 and not re.search(r"\d", re.sub(r"[（(].*?[）)]", "", c)) for c in cells)
    return named or (len(cells) == 2 and re.search(r"\d\s*[年月日时:：]", cells[0]) is not None)


def read_table(lines: Sequence[Line], merged: frozenset[int] = frozenset()) -> Table:
    """Read consecutive row lines (blank lines already left out) into a table.

    `merged` holds the offsets of blank cells that a file is known to have merged with the cell above.
    """
    kept = [x for x in lines if not (_RULE.fullmatch(x.content) or _BOX_RULE.fullmatch(x.content))]
    return _table([raw for raw in (_split(x, merged) for x in kept) if raw.filled])


def read_cells(rows: Sequence[Sequence[Line]]) -> Table:
    """A table of which every cell is a line of its own; the first row is its header."""
    names = [x.content for x in rows[0]]
    body = []
    for row in rows[1:]:
        filled = [(n, x) for n, x in zip(names, row, strict=True) if x.content]
        cells = [Cell(collapse(n), collapse(x.content), x.span) for n, x in filled]
        body.append(TableRow(tuple(cells), (Span(row[0].start, row[-1].end),)))
    return Table((), (Span(rows[0][0].start, rows[0][-1].end),), tuple(body))


def _table(raws: list[_Raw]) -> Table:
    if not raws:
        return Table((), (), ())
    caption: tuple[Span, ...] = ()
    if len(raws) > 1 and len(raws[0].filled) == 1 and len(raws[1].filled) > 1:
        caption, raws = (raws[0].span,), raws[1:]
    raws = _in_order(raws)
    head = raws[:1] if _heads_form(raws[0]) and (_is_paired_form(raws[1:]) or _is_plain(raws[0])) else []
    if head or _is_paired_form(raws):
        return Table(caption, tuple(r.span for r in head), tuple(_paired_row(r) for r in raws[len(head) :]))
    if _is_form(raws):
        return Table(caption, (), tuple(_form_row(r) for r in raws))
    levels = 2 if len(raws) > 2 and _is_second_level(raws[0], raws[1]) else 1
    names = _column_names(raws[:levels])
    return Table(caption, tuple(r.span for r in raws[:levels]), tuple(_body(raws[levels:], names)))


def _body(raws: Sequence[_Raw], names: Sequence[str]) -> list[TableRow]:
    rows: list[TableRow] = []
    columns: _Columns = {}  # the cells of the last row by column
    keys = _key_columns(raws)
    for raw in raws:
        if rows and _continues(raw, columns, names):
            column = raw.filled[0]
            ends = rows[-1].spans[-1].end
            columns[column] = _wrapped(columns, column, ends, *raw.cells[column])
            rows[-1] = TableRow(tuple(columns.values()), (*rows[-1].spans, raw.span))
        else:
            columns = _body_row(raw, names, keys, columns)
            rows.append(TableRow(tuple(columns.values()), (raw.span,)))
    return rows


def _wrapped(columns: _Columns, column: int, ends: int, text: str, span: Span) -> Cell:
    """A cell with the words below it; its span takes them in where neither another cell nor the bar that
    closes the row, which ends at `ends`, stands between."""
    cell = columns[column]
    last = cell.span.end == ends and not any(c > column and not x.inherited for c, x in columns.items())
    return replace(cell, text=cell.text + text, span=Span(cell.span.start, span.end) if last else cell.span)


def _split(line: Line, merged: frozenset[int]) -> _Raw:
    cells = []
    for part, offset in _parts(line.content):
        head = line.start + offset + len(part) - len(part.lstrip())
        text = part.strip()
        cells.append((collapse(text), Span(head, head + len(text))))
    down = frozenset(c for c, (text, span) in enumerate(cells) if not text and span.start in merged)
    return _Raw(tuple(cells), line.span, down)


def _parts(content: str) -> list[tuple[str, int]]:
    """The parts of a row between its tabs, else its bars, else its wide gaps, each with its offset."""
    begin, end = 0, len(content)
    if "\t" in content:
        breaks = [m.span() for m in re.finditer("\t", content)]
    elif "|" in (barred := content.translate(_BARS)):
        begin, end = int(barred.startswith("|")), end - (len(barred) > 1 and barred.endswith("|"))
        breaks = [m.span() for m in re.finditer(r"\|", barred) if begin <= m.start() < end]
    else:
        breaks = [m.span() for m in _WIDE_GAP.finditer(content)]
    starts = [begin, *(after for _, after in breaks)]
    ends = [*(before for before, _ in breaks), end]
    return [(content[a:b], a) for a, b in zip(starts, ends, strict=True)]


def _in_order(raws: list[_Raw]) -> list[_Raw]:
    """The rows without blank cells where every one has as many filled ones as the header: they were aligned
    by eye, with another number of tabs between two cells."""
    filled = {len(r.filled) for r in raws}
    same = {tuple(r.filled) for r in raws}
    if len(filled) != 1 or len(same) == 1 or len(raws) < 3 or any(r.merged for r in raws):
        return raws
    return [replace(r, cells=tuple(r.cells[i] for i in r.filled)) for r in raws]


# The head of a table that says one thing of each entry, so that the entry is the header.
_HEAD = re.compile(r"(?:项目|事项|要素|栏目|条目|名称)(?:信息|名称)?")
_SAYS = re.compile(r"[^\d]{0,8}(?:内容|说明|规定|情况|描述)(?:[（(].*[）)])?")


def _heads_form(raw: _Raw) -> bool:
    cells = [text for text, _ in raw.cells]
    return len(cells) == 2 and _HEAD.fullmatch(cells[0]) is not None and _SAYS.fullmatch(cells[1]) is not None


def _is_plain(raw: _Raw) -> bool:
    """Whether a head is the bare 项目 | 内容, which needs no other sign."""
    return "".join(c for c, _ in raw.cells) in ("项目内容", "事项内容", "事项说明", "项目说明", "要素内容")


# What the entries of a form are called, by their last words: 办理地点, 承诺时限, 咨询电话.
_ENTRY = re.compile(
    r"[\u4e00-\u9fff（）()、]{0,10}(?:名称|类型|对象|时限|期限|地点|地址|时间|电话|方式|次数|依据|机关|机构|部门|单位|收费|费用|结果|条件"
    r"|编码|程度|渠道|情形|要求|范围|邮箱|网址|联系人|内容|性质|代码|编号|总投资|日期|来源|金额|限价|标准)"
)


def _is_paired_form(raws: Sequence[_Raw]) -> bool:
    """Entries and what they are, in turn, in two columns or four: 法定时限 | 20天 | 承诺时限 | 5天."""
    pairs = [(raw.cells[i][0], raw.text(i + 1)) for raw in raws for i in range(0, len(raw.cells), 2)]
    pairs = [(k, v) for k, v in pairs if k or v]
    if len(raws) < 2 or max(len(r.cells) for r in raws) not in (2, 4) or not all(k and v for k, v in pairs):
        return False
    entries = sum(_ENTRY.fullmatch(k) is not None for k, _ in pairs)
    values = sum(_ENTRY.fullmatch(v) is not None for _, v in pairs)
    return (
        len({k for k, _ in pairs}) == len(pairs)
        and entries >= 0.7 * len(pairs)
        and values <= 0.2 * len(pairs)
    )


def _paired_row(raw: _Raw) -> TableRow:
    cells = tuple(
        Cell(raw.cells[i][0], *raw.cells[i + 1])
        for i in range(0, len(raw.cells) - 1, 2)
        if raw.cells[i + 1][0]
    )
    return TableRow(cells, (raw.span,))


def _is_form(raws: Sequence[_Raw]) -> bool:
    """Two columns whose first names the second, as in `申报年份：` | `2021` or `3月1日` | `报名`."""
    keyed = sum(1 for r in raws if r.text(0).endswith(("：", ":")))
    if len(raws) > 2 and all(
        r.filled == [0, 1] and re.search(r"\d\s*[年月日时:：]", r.text(0)) for r in raws
    ):
        return True
    return len(raws) > 1 and keyed >= 0.6 * len(raws)


def _form_row(raw: _Raw) -> TableRow:
    key = raw.text(0).rstrip("：: ")
    cells = tuple(Cell(key, text, span) for text, span in raw.cells[1:] if text)
    if not cells:
        cells = (Cell("", raw.text(0), raw.cells[0][1]),)
    return TableRow(cells, (raw.span,))


def _is_second_level(first: _Raw, second: _Raw) -> bool:
    """A second header row leaves blank what the first named and names what the first left blank."""
    if (
        not second.filled
        or second.filled[0] == 0
        or any(_NUMBER.fullmatch(second.text(i)) for i in second.filled)
    ):
        return False
    blank_above = [i for i in second.filled if not first.text(i)]
    return bool(blank_above) and len(first.filled) < max(len(first.cells), len(second.cells))


def _column_names(levels: Sequence[_Raw]) -> list[str]:
    width = max(len(r.cells) for r in levels)
    names = [""] * width
    for depth, raw in enumerate(levels):
        last = ""
        for column in range(width):
            text = raw.text(column)
            spread = len(levels) > 1 and depth == 0 and not text and bool(levels[1].text(column))
            name = last if spread else text
            last = text or (last if spread else "")
            names[column] = f"{names[column]} {name}".strip()
    return names


def _key_columns(raws: Sequence[_Raw]) -> int:
    """How many columns on the left may say 'same as above' by a blank: those before the first full one."""
    width = max((len(r.cells) for r in raws), default=0)
    whole = [r for r in raws if len(r.cells) == width and len(r.filled) > 1]
    full = [c for c in range(width) if sum(bool(r.text(c)) for r in whole) >= 0.9 * len(whole)]
    named = [c for c in full if not all(r.text(c).isdigit() for r in whole)]
    return named[0] if named else 0


def _body_row(raw: _Raw, names: Sequence[str], keys: int, above: _Columns) -> _Columns:
    first = max(raw.filled[0], keys if len(raw.cells) == len(names) else 0)
    cells: _Columns = {}
    for column, (text, span) in enumerate(raw.cells):
        if text:
            cells[column] = Cell(names[column] if column < len(names) else "", text, span)
        elif column in above and (column < first or column in raw.merged):
            cells[column] = replace(above[column], inherited=True)
    return cells


def _continues(raw: _Raw, above: _Columns, names: Sequence[str]) -> bool:
    """A lone cell outside the first column, below a filled one: a wrapped cell."""
    if len(raw.filled) != 1 or raw.filled[0] == 0 or len(names) < 3 or raw.merged:
        return False
    return raw.filled[0] in above
