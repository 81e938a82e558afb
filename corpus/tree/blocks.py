"""Lines to blocks: marked items, paragraphs and tables, with what the page wrapped joined again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice, pairwise, takewhile

from corpus import patterns as re
from corpus.notice import Span
from corpus.tree.bare_numbers import bare_numbers, numbers_before_figures
from corpus.tree.barred_cells import barred_rows, barred_runs
from corpus.tree.cell_lists import find_cell_lists
from corpus.tree.lines import Line, find_furniture, read_lines, squeeze
from corpus.tree.tables import Table, columns_of, heads_open_table, is_row, read_cells, read_table
from corpus.tree.wrapping import ends_in_value, ends_of_itself, width_of
from corpus.values.numbering import Marker, read_dash, read_marker

__all__ = ["CLOSING", "TERMINAL", "Block", "read_blocks"]

TERMINAL = "。！？；;：:…!?"
CLOSING = '”）)】》』」"*'
_WRAP_WIDTH = 25  # a line this long without an end mark goes on below
_FILE_NAME = re.compile(r"\.(?:docx?|xlsx?|pdf|rar|zip|wps)\b", re.IGNORECASE)
_LISTS_ANNEXES = re.compile(r"附\s?件[：:]\s*[1１]\s?[、.．]")
_REFERENCE = re.compile(r"(?<=[\u4e00-\u9fff”）)^])([①-⑳])(?=[\u4e00-\u9fff）)，。、\n])")
# 开户行：…, a line of a form; the key of a contact may name its office: 招生科联系电话：…
_KEYED = re.compile(
    r"(?:[\u4e00-\u9fff、（）()]{2,12}|[\u4e00-\u9fff、（）()]{2,24}(?:电话|热线|传真|邮箱|地址|网址|联系人))[：:]"
)
# What a page prints of itself below its title, finished without a stop.
_OF_PAGE = re.compile(r"(?:发[布表]|更新)(?:时间|日期)\s*[：:]|(?:信息)?来源\s*[：:]")


@dataclass(slots=True)
class Block:
    """A run of lines that is one clause. `level` is a Markdown heading's, 0 for plain text.

    `aside` marks a footnote that the foot of a page put into the middle of the clause before it.
    """

    lines: list[Line]
    marker: Marker | None = None
    level: int = 0
    table: Table | None = None
    aside: bool = False

    @property
    def text(self) -> str:
        return "".join(x.content for x in self.lines)

    @property
    def unfinished(self) -> bool:
        last = self.lines[-1].content.rstrip(CLOSING)
        if self.table is not None or self.level or len(last) < _WRAP_WIDTH or last[-1] in TERMINAL:
            return False
        return not ends_in_value(last) and not _OF_PAGE.match(last)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the block stands, without the bullet or heading signs before it."""
        first = self.lines[0].content
        signs = "# " if self.level else "> " if first.startswith("> ") else ""
        lead = self.marker.lead if self.marker else len(first) - len(first.lstrip(signs))
        return (Span(self.lines[0].start + lead, self.lines[0].end), *(x.span for x in self.lines[1:]))


def read_blocks(
    text: str, start: int, markdown: bool, title: str = "", merged: frozenset[int] = frozenset()
) -> list[Block]:
    """The blocks of `text` from offset `start` on, page furniture left out.

    `title` is the notice's own: the line that ends it is not continued below. `merged` holds the offsets of
    blank table cells that the file merged with the cell above.
    """
    lines = read_lines(text, start)
    tables = _tables(lines, merged)
    furniture = find_furniture(lines) - tables.cells - tables.rows(lines)
    body = [x for x in lines if x.number not in furniture]
    marks = _Marks(
        _references(text), bare_numbers(body), numbers_before_figures(body), _loose(body), width_of(body)
    )
    blocks = list(_blocks(body, markdown, squeeze(title), marks, tables))
    _demote_attachment_lists(blocks)
    return blocks


@dataclass(frozen=True, slots=True)
class _Marks:
    """What tells a mark from what looks like one, and is seen only in the whole text.

    `references` are the places where circled numbers first stand inside a sentence, `bare` the lines that
    begin with a number without a stop which numbers a section, `items` those that begin with an item's number
    and a figure right behind it, `loose` the styles of items without stops, `width` how long lines get.
    """

    references: Mapping[str, int]
    bare: Mapping[int, str]
    items: Mapping[int, str]
    loose: frozenset[str]
    width: int


@dataclass(frozen=True, slots=True)
class _Tables:
    """What is known of tables beforehand: those of one cell a line, and the cells that a file merged."""

    lists: Mapping[int, Sequence[Sequence[Line]]]
    runs: Mapping[int, Sequence[Line]]  # cells with a bar behind, of which it is not known where rows end
    merged: frozenset[int]

    @property
    def cells(self) -> frozenset[int]:
        """The numbers of the lines that are cells."""
        listed = [x.number for rows in self.lists.values() for row in rows for x in row]
        return frozenset((*listed, *(x.number for run in self.runs.values() for x in run)))

    def rows(self, lines: Sequence[Line]) -> frozenset[int]:
        """The numbers of the lines that are rows with merged cells, be there a lone figure in them."""
        inside = [x for x in lines if not self.merged.isdisjoint(range(x.start, x.end + 1))]
        return frozenset(x.number for x in inside if "\t" in x.content)

    def at(self, lines: Sequence[Line], position: int) -> tuple[Block | None, int]:
        """The table that begins at `position`, if one does, and how many lines it takes."""
        rows = self.lists.get(lines[position].number)
        if rows is not None:
            taken = _up_to(lines, position, rows[-1][-1])
            return Block([x for row in rows for x in row], table=read_cells(rows)), taken
        if run := self.runs.get(lines[position].number):
            whole = replace(run[0], content="".join(x.content for x in run), end=run[-1].end)
            return Block([whole]), _up_to(lines, position, run[-1])
        found = _table_lines(lines, position)
        filled = [x for x in found if not x.blank]
        return (Block(filled, table=read_table(filled, self.merged)) if found else None), len(found)


def _up_to(lines: Sequence[Line], position: int, last: Line) -> int:
    """How many lines there are from `position` to `last`, those left out of the page not counted."""
    return sum(1 for _ in takewhile(lambda x: x.number <= last.number, islice(lines, position, None)))


def _tables(lines: Sequence[Line], merged: frozenset[int]) -> _Tables:
    """The tables of one cell a line, with a bar behind each cell or without."""
    told = {r[0].number: (r, barred_rows(r)) for r in barred_runs(lines)}
    lists = {**find_cell_lists(lines), **{n: rows for n, (_, rows) in told.items() if rows}}
    runs = {n: run for n, (run, rows) in told.items() if not rows}
    return _Tables(lists, runs, merged)


def _blocks(
    lines: Sequence[Line], markdown: bool, title: str, marks: _Marks, tables: _Tables
) -> Iterator[Block]:
    open_block: Block | None = None
    asides: list[Block] = []  # they come after the clause that they interrupt
    gap, position = False, 0
    while position < len(lines):
        line = lines[position]
        if line.blank:
            gap, position = True, position + 1
            continue
        table, taken = tables.at(lines, position)
        if table is not None:
            yield from _closed(open_block, asides)
            yield table
            position += taken
            open_block, asides, gap = None, [], True
            continue
        block = _start(line, marks, markdown)
        titled = open_block is not None and (_prints(title, open_block) or _opens(title, line, open_block))
        last = asides[-1] if asides and asides[-1].unfinished else open_block
        over = gap and last is not None and last.marker is not None and last.marker.style in marks.loose
        if last is not None and not titled and not over and _goes_on(last, block, gap, markdown, marks.width):
            last.lines.append(line)
        elif open_block is not None and open_block.unfinished and _is_footnote(block):
            block.aside = True
            asides.append(block)
        else:
            yield from _closed(open_block, asides)
            open_block, asides = block, []
        gap, position = False, position + 1
    yield from _closed(open_block, asides)


def _prints(title: str, block: Block) -> bool:
    return title != "" and len(block.lines) <= 6 and squeeze(block.text) == title


def _opens(title: str, line: Line, above: Block) -> bool:
    """Whether a line begins the title, which the line above it is no part of."""
    begun = squeeze(line.content[: len(title) + _WRAP_WIDTH])
    whole = begun == title or (len(begun) >= 10 and title.startswith(begun))
    return title != "" and whole and not title.startswith(squeeze(above.lines[0].content))


def _closed(block: Block | None, asides: Sequence[Block]) -> Iterator[Block]:
    if block is not None:
        yield block
        yield from asides


def _is_footnote(block: Block) -> bool:
    return block.marker is not None and block.marker.style == "footnote"


def _table_lines(lines: Sequence[Line], position: int) -> list[Line]:
    """The lines of the table that begins at `position`: two rows or more, single blank lines allowed."""
    end, rows = position, 0
    for index in range(position, len(lines)):
        if is_row(lines[index].content):
            rows, end = rows + 1, index + 1
        elif not lines[index].blank or index - end >= 2:
            break
    return list(lines[position:end]) if rows >= 2 else _open_table(lines, position)


def _open_table(lines: Sequence[Line], position: int) -> list[Line]:
    """Lines below each other divided into as many columns: three or more, or two columns in three lines."""
    content = lines[position].content
    columns = columns_of(content)
    if columns < 2 or read_marker(content) is not None or not heads_open_table(content):
        return []
    found = list(takewhile(lambda x: columns_of(x.content) == columns, islice(lines, position, None)))
    return found if len(found) >= (2 if columns > 2 else 3) else []


def _start(line: Line, marks: _Marks, markdown: bool) -> Block:
    level = len(line.content) - len(line.content.lstrip("#")) if re.match(r"#{1,6}\s", line.content) else 0
    marker = read_marker(line.content) or read_dash(line.content, line.indented, markdown)
    if marker is None and (number := marks.bare.get(line.number)):
        marker = Marker("bare", number, number)
    if number := marks.items.get(line.number):
        marker = Marker("num", number, line.content[: len(number) + 1])
    if marker and marker.style == "circled" and marks.references.get(marker.label, line.start) < line.start:
        marker = Marker("footnote", "脚注" + marker.label, marker.text, marker.lead)
    return Block([line], marker, level)


# A line that ends in a word that leads on to the next: 将于, 定为, 由, 与. No sentence ends there.
_CUT_OFF = re.compile(r"(?:[将定拟订]于|[^，。；：、\s]{3,}(?:[由与及或至]|定为|改为|包括|分别)|其中)$")

# What turns from what was just said: 但应届毕业生除外. A rule is read together with what it is turned from.
_TURNS = re.compile(r"但(?!书)是?[^：:]*$|否则[^：:]*$")


def _goes_on(block: Block, new: Block, gap: bool, markdown: bool, width: int) -> bool:
    """Whether a line continues the block above it rather than beginning one of its own."""
    line = new.lines[0]
    if new.marker or new.level or block.level or line.content.startswith(("【", "《")):
        return False
    if line.content[0] in "。，；、）)”" or (block.table is None and _TURNS.match(line.content)):
        return True
    if markdown:
        return not gap
    if line.indented and not block.lines[-1].indented:
        return False
    last = block.lines[-1].content
    if _KEYED.match(line.content) and (len(last) < _WRAP_WIDTH or _KEYED.match(last) or block.marker):
        return False
    if _CUT_OFF.search(last) and not gap:
        return True
    if gap or line.indented:
        return block.unfinished
    if ends_of_itself(last, line.content, width):
        return False
    return last[-1] not in TERMINAL and (len(last) > 15 or len(block.lines) > 1)


def _demote_attachment_lists(blocks: Sequence[Block]) -> None:
    """A list of annexes at the end of a notice is text; only the last place of each annex opens it."""
    last: dict[str, int] = {}
    for index, block in enumerate(blocks):
        if block.marker and block.marker.style == "annex":
            last[block.marker.label] = index
    below = list(accumulate((len(b.text) for b in reversed(blocks)), initial=0))[::-1]
    for index, block in enumerate(blocks):
        if block.marker and block.marker.style == "annex":
            rest = below[index + 1]
            listed = last[block.marker.label] != index or _FILE_NAME.search(block.text)
            if _LISTS_ANNEXES.match(block.text):
                _demote_list(blocks, index)
            elif listed or (rest < 40 and not block.level):
                block.marker = None


def _demote_list(blocks: Sequence[Block], start: int) -> None:
    """`附件：1. 申请表` and the lines `2. …`, `3. …` below it."""
    blocks[start].marker = None
    for number, block in enumerate(blocks[start + 1 :], start=2):
        if not (block.marker and block.marker.style == "num" and block.marker.label == str(number)):
            break
        block.marker = None


def _loose(lines: Sequence[Line]) -> frozenset[str]:
    """The styles of items that a notice ends without a stop: a blank line below one is the end of it."""
    open_ended: Counter[str] = Counter()
    short: Counter[str] = Counter()
    for line, below in pairwise(lines):
        marker = read_marker(line.content)
        if (
            marker is not None
            and len(line.content) < _WRAP_WIDTH
            and (below.blank or read_marker(below.content))
        ):
            short[marker.style] += 1
            open_ended[marker.style] += line.content.rstrip(CLOSING)[-1:] not in TERMINAL
    return frozenset(s for s in short if open_ended[s] > 0.5 * short[s])


def _references(text: str) -> dict[str, int]:
    """Where each circled number stands first inside a sentence; a later line with it is a footnote."""
    first: dict[str, int] = {}
    for match in _REFERENCE.finditer(text):
        first.setdefault(match.group(1), match.start())
    return first
