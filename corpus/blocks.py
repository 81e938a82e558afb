"""Lines to blocks: marked items, paragraphs and tables, with what the page wrapped joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.lines import Line, find_furniture, read_lines, squeeze
from corpus.notice import Span
from corpus.numbering import Marker, read_marker
from corpus.tables import Table, is_row, read_table

__all__ = ["CLOSING", "TERMINAL", "Block", "read_blocks"]

TERMINAL = "。！？；;：:…!?"
CLOSING = '”）)】》』」"*'
_WRAP_WIDTH = 25  # a line this long without an end mark goes on below
_FILE_NAME = re.compile(r"\.(?:docx?|xlsx?|pdf|rar|zip|wps)\b", re.IGNORECASE)
_KEYED = re.compile(r"[\u4e00-\u9fff、（）()]{2,12}[：:]")  # 开户行：…, a line of a form


@dataclass(slots=True)
class Block:
    """A run of lines that is one clause. `level` is a Markdown heading's, 0 for plain text."""

    lines: list[Line]
    marker: Marker | None = None
    level: int = 0
    table: Table | None = None

    @property
    def text(self) -> str:
        return "".join(x.content for x in self.lines)

    @property
    def unfinished(self) -> bool:
        last = self.lines[-1].content.rstrip(CLOSING)
        return self.table is None and not self.level and len(last) >= _WRAP_WIDTH and last[-1] not in TERMINAL

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the block stands, without the bullet or heading signs before it."""
        first = self.lines[0].content
        lead = self.marker.lead if self.marker else len(first) - len(first.lstrip("# ")) if self.level else 0
        return (Span(self.lines[0].start + lead, self.lines[0].end), *(x.span for x in self.lines[1:]))


def read_blocks(text: str, start: int, markdown: bool, title: str = "") -> list[Block]:
    """The blocks of `text` from offset `start` on, page furniture left out.

    `title` is the notice's own: the line that ends it is not continued below.
    """
    lines = read_lines(text, start)
    furniture = find_furniture(lines)
    blocks = list(_blocks([x for x in lines if x.number not in furniture], markdown, squeeze(title)))
    _demote_attachment_lists(blocks)
    _mark_footnotes(blocks, text)
    return blocks


def _blocks(lines: Sequence[Line], markdown: bool, title: str) -> Iterator[Block]:
    open_block: Block | None = None
    gap, position = False, 0
    while position < len(lines):
        line = lines[position]
        if line.blank:
            gap, position = True, position + 1
            continue
        rows = _table_lines(lines, position)
        if rows:
            if open_block is not None:
                yield open_block
            yield Block([x for x in rows if not x.blank], table=read_table([x for x in rows if not x.blank]))
            position += len(rows)
            open_block, gap = None, True
            continue
        block = _start(line)
        titled = open_block is not None and title != "" and squeeze(open_block.text) == title
        if open_block is not None and not titled and _goes_on(open_block, block, gap, markdown):
            open_block.lines.append(line)
        elif open_block is not None and block.marker and block.marker.style == "footnote":
            yield block  # a footnote does not end the clause that it interrupts
        else:
            if open_block is not None:
                yield open_block
            open_block = block
        gap, position = False, position + 1
    if open_block is not None:
        yield open_block


def _table_lines(lines: Sequence[Line], position: int) -> list[Line]:
    """The lines of the table that begins at `position`: two rows or more, single blank lines allowed."""
    end, rows = position, 0
    for index in range(position, len(lines)):
        if is_row(lines[index].content):
            rows, end = rows + 1, index + 1
        elif not lines[index].blank or index - end >= 2:
            break
    return list(lines[position:end]) if rows >= 2 else []


def _start(line: Line) -> Block:
    level = len(line.content) - len(line.content.lstrip("#")) if re.match(r"#{1,6}\s", line.content) else 0
    return Block([line], read_marker(line.content), level)


def _goes_on(block: Block, new: Block, gap: bool, markdown: bool) -> bool:
    """Whether a line continues the block above it rather than beginning one of its own."""
    line = new.lines[0]
    if new.marker or new.level or block.level or line.content.startswith(("【", "《")):
        return False
    if line.content[0] in "。，；、）)”":
        return True
    if markdown:
        return not gap
    if line.indented and not block.lines[-1].indented:
        return False
    last = block.lines[-1].content
    if _KEYED.match(line.content) and (len(last) < _WRAP_WIDTH or _KEYED.match(last) or block.marker):
        return False
    if gap or line.indented:
        return block.unfinished
    return last[-1] not in TERMINAL and (len(last) > 15 or len(block.lines) > 1)


def _demote_attachment_lists(blocks: Sequence[Block]) -> None:
    """A list of annexes at the end of a notice is text; only the last place of each annex opens it."""
    last: dict[str, int] = {}
    for index, block in enumerate(blocks):
        if block.marker and block.marker.style == "annex":
            last[block.marker.label] = index
    for index, block in enumerate(blocks):
        if block.marker and block.marker.style == "annex":
            rest = sum(len(b.text) for b in blocks[index + 1 :])
            listed = last[block.marker.label] != index or _FILE_NAME.search(block.text)
            if listed or (rest < 40 and not block.level):
                block.marker = None


def _mark_footnotes(blocks: Sequence[Block], text: str) -> None:
    """A circled number that was referred to inside an earlier sentence is a footnote."""
    for block in blocks:
        marker = block.marker
        if marker and marker.style == "circled":
            before = text[: block.lines[0].start]
            inside = re.search(rf"[\u4e00-\u9fff”）)\^]{marker.label}(?=[\u4e00-\u9fff）)，。、\n])", before)
            if inside:
                block.marker = Marker("footnote", "脚注" + marker.label, marker.text, marker.lead)
