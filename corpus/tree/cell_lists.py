"""Tables that a copy from a web page left as one cell a line, and only those that are unmistakable.

The names of the columns stand below each other, then the cells of each row. Told by one of two signs: the
first cells of the rows count 1, 2, 3, or one column holds figures or days throughout under a name for such.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus import patterns as re
from corpus.tree.lines import Line, squeeze
from corpus.tree.tables import is_row
from corpus.values.numbering import read_marker

__all__ = ["find_cell_lists"]

_WIDTHS = range(8, 1, -1)
_SHORT, _LONG = 30, 80  # letters of a cell; of one in a table whose first column is named 序号
_MOST = 500  # rows without a count
_NAME = 15  # letters of a column's name
_STOPS = "。；;：:！!？?，,、…"
_SENTENCE = re.compile(r"[。；]|[\u4e00-\u9fff）)][：:]")
_SERIAL_NAME = re.compile(r"序号|编号|项次|行次|名次|排名|批次号?|序|[Nn][Oo]\.?|#")
_FIGURE_NAME = re.compile(
    r"费|金额|价|元|收入|工资|薪|标准|补贴|租金|押金|人数|名额|数量|数$|学时|课时|时长|分值|分数|成绩|得分|"
    r"合计|总计|小计|比例|占比|面积|年龄|时间|日期|电话|期限"
)
_FIGURE = re.compile(
    r"[¥￥]?\d[\d,]*(?:\.\d+)?\s*(?:%|元|万元|亿元|人|名|家|项|件|分|个|学时|课时|小时|天|年|㎡|平方米)?"
)
_DAY = re.compile(r"(?:\d{4}\s*[年./-]\s*)?\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?|(?:\d{4}年)?\d{1,2}月")
_PHONE = re.compile(r"\d{3,4}-\d{7,8}|1[3-9]\d{9}")
_BLANK = re.compile(r"[/—–-]|无")
_BODY = re.compile(r".*(?:局|厅|会|院|部|委|处|中心|办公室|学校|大学|学院|公司)")
_WHOLE_DAY = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")
_ORDINALS = dict(zip("一二三四五六七八九", range(1, 10), strict=True)) | {"十": 10}

Row = Sequence[Line]


def find_cell_lists(lines: Sequence[Line]) -> dict[int, list[list[Line]]]:
    """The tables of one cell a line: their rows, header first, by the number of the line they begin at."""
    filled = [x for x in lines if not x.blank]
    gaps = [0, *(b.number - a.number - 1 for a, b in pairwise(filled))]
    found: dict[int, list[list[Line]]] = {}
    position = 0
    while position < len(filled):
        rows = _table_at(filled, gaps, position) if _is_name(filled[position]) else []
        if rows:
            found[filled[position].number] = rows
        position += len(rows) * len(rows[0]) if rows else 1
    return found


def _table_at(filled: Sequence[Line], gaps: Sequence[int], start: int) -> list[list[Line]]:
    """The rows of the table whose header begins at `start`; empty where none unmistakably does."""
    for width in _WIDTHS:
        header = filled[start : start + width]
        names = {x.content for x in header}
        if len(names) < width or not all(_is_name(x) for x in header):
            continue
        if _SERIAL_NAME.fullmatch(squeeze(header[0].content) or header[0].content):
            rows = _counted(_groups(filled, gaps, start, width, _LONG))
        elif not _figures_below(filled, start, width):
            continue
        else:
            rows = _uniform(_groups(filled, gaps, start, width, _SHORT), filled, gaps, start)
        if rows:
            return rows
    return []


def _figures_below(filled: Sequence[Line], start: int, width: int) -> bool:
    """Whether the first two rows hold a figure or a blank sign in one column: a quick look."""
    rows = [filled[start + n * width : start + (n + 1) * width] for n in (1, 2)]
    columns = zip(*rows, strict=False)
    return any(all(_value(x.content) or _BLANK.fullmatch(x.content) for x in c) for c in columns)


def _groups(
    filled: Sequence[Line], gaps: Sequence[int], start: int, width: int, longest: int
) -> list[list[Line]]:
    """Whole groups of `width` cells from `start` on, as far as the blank lines between them are regular."""
    if start + width >= len(filled):
        return []
    inner, between = gaps[start + 1], gaps[start + width]
    if inner > 1 or not inner <= between <= 2:
        return []
    groups: list[list[Line]] = []
    for first in range(start, len(filled) - width + 1, width):
        cells = list(filled[first : first + width])
        regular = first == start or gaps[first] == between
        regular = regular and all(gaps[i] == inner for i in range(first + 1, first + width))
        if not regular or not all(_is_cell(x, longest) for x in cells):
            break
        groups.append(cells)
        if _is_over(groups, longest):
            break
    return groups


def _is_over(groups: Sequence[list[Line]], longest: int) -> bool:
    """Whether the last two groups tell that the table has ended, so that none is read to the end in vain."""
    if len(groups) < 4:
        return False
    if longest == _LONG:
        return not any(
            _ordinal(g[0].content) == n
            for n, g in ((len(groups) - 2, groups[-2]), (len(groups) - 1, groups[-1]))
        )

    repeated = any(x.content == name.content for x, name in zip(groups[-1], groups[0], strict=True))
    if repeated or len(groups) > _MOST:
        return True
    figures = {c for c, x in enumerate(groups[1]) if _value(x.content)} | {
        c for c, x in enumerate(groups[2]) if _value(x.content)
    }
    ends = [_breaks(g, figures) for g in groups[-2:]]
    return all(ends)


def _is_cell(line: Line, longest: int) -> bool:
    content = line.content
    if len(content) > longest or is_row(content) or content.startswith(("#", "【", "《", "-", "•", "*")):
        return _BLANK.fullmatch(content) is not None
    if longest == _SHORT and (content[-1] in _STOPS or _SENTENCE.search(content)):
        return False
    return read_marker(content) is None


def _is_name(line: Line) -> bool:
    """Whether a line can name a column: a word or two without figures or stops."""
    content = line.content
    if len(content) > _NAME:
        return False
    bare = re.sub(r"[（(].*?[）)]", "", content)
    return (
        content[-1] not in _STOPS
        and not re.search(r"\d", bare)
        and (bool(re.search(r"[\u4e00-\u9fff]{1,2}", bare)) or _SERIAL_NAME.fullmatch(content) is not None)
        and _is_cell(line, _SHORT)
    )


def _ordinal(content: str) -> int:
    return int(content) if re.fullmatch(r"[0-9]{1,3}", content) else _ORDINALS.get(content, 0)


def _counted(groups: Sequence[list[Line]]) -> list[list[Line]]:
    """The header with the rows that count 1, 2, 3 …; empty where a row may lack a cell or hold too much."""
    count = 0
    while count + 1 < len(groups) and _ordinal(groups[count + 1][0].content) == count + 1:
        count += 1
    rows, rest = list(groups[: count + 1]), groups[count + 1 : count + 3]
    if count < 2:
        return []
    goes_on = [x for row in (rows[-1], *rest) for x in row if _ordinal(x.content) == count + 1]
    if (goes_on and rest) or any(_marks_heading(x) for x in rows[-1]) or _overlong(rows):
        return []
    return rows


def _marks_heading(line: Line) -> bool:
    return line.content[-1] in "：:"


def _overlong(rows: Sequence[list[Line]]) -> bool:
    """Whether the last row took in a sentence that stands below the table."""
    for column in range(len(rows[0])):
        longest = max(len(row[column].content) for row in rows[:-1])
        last = rows[-1][column].content
        stop = last[-1] in "。；" and not any(row[column].content[-1] in "。；" for row in rows[1:-1])
        if len(last) > 3 * longest + 10 or stop:
            return True
    return False


def _uniform(
    groups: Sequence[list[Line]], filled: Sequence[Line], gaps: Sequence[int], start: int
) -> list[list[Line]]:
    """The header with its rows, where each column holds figures throughout or none; else empty."""
    rows = list(groups)
    if len(rows) > 1 and _signs(rows[-1]):
        rows = rows[:-1]
    elif rows and _goes_on(filled, gaps, start, rows):
        return []  # a cell is left over: it is not known where the rows begin
    columns = list(zip(*rows, strict=True))
    if len(rows) < 4 or any(x.content == name.content for name, *cells in columns for x in cells):
        return []
    figures = [_is_figures(column) for column in columns]
    named = [
        f and _FIGURE_NAME.search(column[0].content) is not None
        for f, column in zip(figures, columns, strict=True)
    ]
    mixed = any(
        _value(x.content) for f, column in zip(figures, columns, strict=True) if not f for x in column[1:]
    )
    told = any(named) or sum(figures) > 1
    return rows if told and not figures[0] and not mixed else []


def _is_figures(column: Sequence[Line]) -> bool:
    cells = [x.content for x in column[1:] if not _BLANK.fullmatch(x.content)]
    if len(cells) < 3:
        return False
    return any(all(p.fullmatch(c) for c in cells) for p in (_FIGURE, _DAY, _PHONE))


def _value(content: str) -> bool:
    return any(p.fullmatch(content) for p in (_FIGURE, _DAY, _PHONE))


def _signs(row: Sequence[Line]) -> bool:
    """Whether a row is the issuer and the day below the table."""
    return len(row) == 2 and bool(_BODY.fullmatch(row[0].content) and _WHOLE_DAY.fullmatch(row[1].content))


def _goes_on(filled: Sequence[Line], gaps: Sequence[int], start: int, rows: Sequence[Row]) -> bool:
    """Whether one more cell follows the last whole row as regularly as the cells do each other."""
    width = len(rows[0])
    after = start + len(rows) * width
    if after >= len(filled) or gaps[after] > gaps[start + width]:
        return False
    return _is_cell(filled[after], _SHORT) and not _signs(filled[after : after + 2])


def _breaks(row: Sequence[Line], figures: set[int]) -> bool:
    """Whether a row has a figure where the first rows have none, or a word where they have one."""
    told = [(c, x.content) for c, x in enumerate(row) if not _BLANK.fullmatch(x.content)]
    return any(_value(content) != (c in figures) for c, content in told)
