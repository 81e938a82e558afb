"""Blocks to the clause tree of one notice.

Blocks are hung into a tree by their numbering marks. A mark of a style that is open closes everything below
it and becomes its sibling; a new style opens one level deeper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from corpus import patterns as re
from corpus.notice import Clause, ClauseKind
from corpus.tree.blocks import CLOSING, TERMINAL, Block, read_blocks
from corpus.tree.headings import (
    HEADING_WIDTH,
    is_bold,
    is_caption,
    is_framed,
    is_lead_in,
    is_title,
    names_below,
    names_section,
)
from corpus.tree.lines import squeeze
from corpus.tree.nesting import PLAIN_TITLES, Nesting
from corpus.tree.tables import Table
from corpus.tree.tree import FIRST_LABELS
from corpus.values.numbering import CHAPTER_STYLES, DASHES, Marker

__all__ = ["parse_clauses"]

_SIGNATURE = re.compile(r".{0,40}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")
_DAY = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")
_ABOUT_THE_LIST = re.compile(r"(?:以上|上述|前述)")
# What a line of its own tells of the item above it: 时间：, 地点：.
_ATTRIBUTE = re.compile(r"(?:具体|活动|办理|举办|受理|报名)?(?:时间|日期|地点|地址|方式|对象|名额|人数)[：:]")
_TELLING = 40  # items of a list that tell how its items end
_LIST_STYLES = frozenset({"num", "num_paren", "num_rparen", "circled"})


def parse_clauses(
    text: str, start: int = 0, markdown: bool = False, title: str = "", merged: frozenset[int] = frozenset()
) -> tuple[Clause, ...]:
    """The clause tree of `text` from offset `start` on, in reading order. Never raises.

    `title` is the notice's own, so that the line that prints it is known for what it is. `merged` holds the
    offsets of blank table cells that the file merged with the cell above.
    """
    return _Hanging(read_blocks(text, start, markdown, title, merged), text, title, markdown).clauses()


def _has_sections(blocks: Sequence[Block]) -> bool:
    """Whether a notice without numbered chapters prints the names of its sections on lines of their own."""
    if any(b.marker and b.marker.style in CHAPTER_STYLES - {"annex"} for b in blocks):
        return False
    named = (b for b in blocks if b.table is None and b.marker is None and len(b.lines) == 1)
    return sum(names_section(b.text) for b in named) >= 2


def _inner_bullets(blocks: Sequence[Block]) -> frozenset[str]:
    """The bullets that stand only between two of another kind: ◆ in ★ ◆ ◆ ★."""
    marks = [b.marker.text for b in blocks if b.marker and b.marker.style == "bullet"]
    first = {mark: marks.index(mark) for mark in set(marks)}
    last = {mark: len(marks) - 1 - marks[::-1].index(mark) for mark in first}
    return frozenset(m for m in first if any(first[o] < first[m] and last[m] < last[o] for o in first))


# A matter and a part of it, as the title of a slide names them: 继续教育：专业科目学习途径.
_SLIDE = re.compile(r"[\u4e00-\u9fff]{2,8}(?:[：:]|[—–]{1,2})[\u4e00-\u9fff]{4,16}")


def _slide_titles(blocks: Sequence[Block]) -> frozenset[str]:
    """The lines that stand again and again and by their form are titles of slides."""
    plain = (b.text for b in blocks if b.table is None and b.marker is None and len(b.lines) == 1)
    counts = Counter(t for t in plain if _SLIDE.fullmatch(t))
    return frozenset(t for t, n in counts.items() if n >= 2)


_PART = re.compile(r"[\u4e00-\u9fff]{2,12}[：:]")


def _recurring_parts(blocks: Sequence[Block]) -> frozenset[str]:
    """Names with a colon that stand again and again, each time below another title: 合作院校："""
    plain = [b.text for b in blocks if b.table is None and b.marker is None and len(b.lines) == 1]
    counts = Counter(t for t in plain if _PART.fullmatch(t))
    titled = sum(n == 1 for n in counts.values())
    return frozenset(t for t, n in counts.items() if n >= 3 and titled >= n)


_MOST = 0.6  # of a title that one has to say to be it again: 工程师 below 一、各级工程师的评审 is another


def _says_again(name: str, title: str) -> bool:
    """Whether a heading is the title that it stands below, with or without its number."""
    return name in title and len(name) >= _MOST * len(title)


class _Hanging(Nesting):
    """Hangs blocks into a tree by their marks and their wording."""

    def __init__(self, blocks: Sequence[Block], text: str, title: str, markdown: bool) -> None:
        super().__init__(text)
        self.title = squeeze(title)
        self.markdown = markdown
        self.leveled = any(b.level for b in blocks)
        self.decimal = any(b.marker and b.marker.style == "decimal" for b in blocks)
        self.inner = _inner_bullets(blocks)
        self.sections = _has_sections(blocks)
        self.slides = _slide_titles(blocks)
        self.recurring = _recurring_parts(blocks)
        self.last_heading = ""
        self._signed = False  # whether the last paragraph was the issuer's name
        for index, block in enumerate(blocks):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            self._hang(block, following)

    def _hang(self, block: Block, following: Block | None) -> None:
        if block.table is not None:
            self._hang_table(block.table)
        elif block.marker is not None:
            self._hang_marked(block, block.marker)
        elif block.level or self._is_heading(block, following):
            self._hang_heading(block)
        else:
            self._hang_paragraph(block, following)

    def _hang_paragraph(self, block: Block, following: Block | None) -> None:
        if self.title and squeeze(block.text) == self.title and not self.stack:
            self._add("", "标题", ClauseKind.HEADING, block.spans, -1, "title")
        elif following is not None and following.table is not None and is_caption(block):
            table = following.table
            following.table = Table((*block.spans, *table.caption), table.header, table.rows)
        else:
            marker = following.marker if following is not None and block.text[-1] in "：:" else None
            listed = marker is not None and marker.style not in CHAPTER_STYLES
            parent = (
                self._lead_parent(marker) if marker and listed else self._paragraph_parent(block, following)
            )
            again = marker is not None and listed and self._counts_again(marker.label, parent)
            self._signed = parent < 0 and bool(self.stack)
            label = self._next_label("段", parent)
            self._add("", label, ClauseKind.PARAGRAPH, block.spans, parent, "lead" if again else "paragraph")
            if again:
                self.stack.append(len(self.nodes) - 1)

    def _lead_parent(self, marker: Marker) -> int:
        """Where the words above a list go: beside the open list that has its marks, else under the clause."""
        for depth, index in enumerate(self.stack):
            if self.nodes[index].style == marker.style:
                self.stack = self.stack[:depth]
                while self.stack and self.nodes[self.stack[-1]].style == "lead":
                    self.stack.pop()
        return self._top()

    def _paragraph_parent(self, block: Block, following: Block | None) -> int:
        """Under the open clause; beside it where that is a finished item of a list."""
        if self.nodes and self.nodes[-1].style == "footnote":
            return len(self.nodes) - 1
        if self._is_signature(block, following):
            part = [i for i in self.stack if self.nodes[i].style in ("annex", "part")]
            if _DAY.fullmatch(block.text):
                self.stack = part
            return part[-1] if part else -1
        top = self._top()
        if top >= 0 and self.nodes[top].marker in DASHES and not block.lines[0].indented:
            return self._beside(top)
        if top >= 0 and self.nodes[top].kind is ClauseKind.ITEM and self._holds_no_list(top):
            ended = self._text(top).rstrip(CLOSING)[-1:] in "。；;."
            if _ATTRIBUTE.match(block.text):
                return top
            over = self._ends_sentence(top) or _ABOUT_THE_LIST.match(block.text)
            if over or (ended and self.nodes[top].style in _LIST_STYLES):
                return self._beside(top)
        return top

    def _holds_no_list(self, index: int) -> bool:
        return all(self.nodes[c].style == "paragraph" for c in self.nodes[index].children)

    def _ends_sentence(self, index: int) -> bool:
        """Whether an item with a full stop ends a list whose other items end in semicolons."""
        node = self.nodes[index]
        if node.parent < 0 or not self._text(index).rstrip(CLOSING).endswith("。"):
            return False
        siblings = reversed(self.nodes[node.parent].children)
        alike = (s for s in siblings if self.nodes[s].style == node.style)
        others = [self._text(s).rstrip(CLOSING) for s in islice(alike, 1, _TELLING)]
        return sum(x.endswith(("；", ";")) for x in others) > 0.5 * len(others)

    def _is_signature(self, block: Block, following: Block | None) -> bool:
        """The issuer's name above the day, or the day, at the end of a notice or annex."""
        if following is not None and not following.marker and _SIGNATURE.fullmatch(following.text):
            return len(block.text) <= 40 and block.text[-1] not in TERMINAL
        if self._signed and _DAY.fullmatch(block.text):
            return True
        closing = following is None or (following.marker is not None and following.marker.style == "annex")
        return closing and bool(_SIGNATURE.fullmatch(block.text))

    def _hang_marked(self, block: Block, marker: Marker) -> None:
        style = self._style(marker)
        if style == "bullet" and not self.stack and self._says_title(block, marker):
            self._add("", "标题", ClauseKind.HEADING, block.spans, -1, "title")
            return
        asks = block.text.rstrip(CLOSING)[-1:] in "？?"
        if style != "ask" and asks:
            self._close_answer()
        if self.decimal and style == "bare":
            style = "decimal"
        if self.decimal and style == "num" and (block.level in (1, 2) or self._opens_decimal(block)):
            style = "decimal"
        parent = self._close_for(style, marker.label)
        width = 60 if asks else 40 if style in CHAPTER_STYLES else HEADING_WIDTH
        short = len(block.text) <= width and block.text[-1] not in "。；;，,"
        headed = style in CHAPTER_STYLES or style == "cn_paren" or block.text[-1] in "：:？?"
        kind = ClauseKind.HEADING if block.level or (short and headed) else ClauseKind.ITEM
        label = marker.label
        if style == "ask":
            label = self._question_label(marker.text, parent)
        elif marker.style.startswith("bullet") or not label:
            label = self._next_label(label or marker.text, parent, style)
        self._add(marker.text, label, kind, block.spans, parent, "aside" if block.aside else style)
        if kind is ClauseKind.HEADING:
            self.last_heading = ""
        if style != "footnote":
            self.stack.append(len(self.nodes) - 1)

    def _says_title(self, block: Block, marker: Marker) -> bool:
        """Whether a line is the notice's own title behind an ornament, as web pages print it."""
        return bool(self.title) and squeeze(block.text.removeprefix(marker.text).strip(" |")) == self.title

    def _question_label(self, mark: str, parent: int) -> str:
        """问 with the number printed, else with the next one."""
        counted = self._next_label("问", parent)
        printed = re.search(r"\d+", mark)
        return f"问{int(printed[0])}" if printed else counted

    def _style(self, marker: Marker) -> str:
        """The style of a mark; bullets that stand between others are a level of their own."""
        return marker.style + marker.text if marker.text in self.inner else marker.style

    def _opens_decimal(self, block: Block) -> bool:
        """`3. 报告内容` heads `3.1 …` in a notice numbered in decimals."""
        return len(block.text) <= 30 and block.text[-1] not in TERMINAL

    def _is_heading(self, block: Block, following: Block | None) -> bool:
        """A short line of its own that names what follows."""
        content = block.text
        if len(block.lines) > 1 or following is None or (self.title and squeeze(content) == self.title):
            return False
        if self.markdown:
            return (bool(self.stack) or not self.leveled) and is_bold(content)
        if following.table is not None:
            return False
        if self._top() >= 0 and self._names_annex():
            return False  # an annex prints its title on lines of their own
        if is_lead_in(content) and self._in_section():
            return False
        if following.marker is not None and content[-1] not in "：:】" and self._goes_on(following.marker):
            return False
        if self.sections and names_section(content) and following.marker is None:
            return True
        return (
            content in self.slides
            or is_framed(content)
            or (not self.decimal and is_title(content) and names_below(content, following, bool(self.stack)))
        )

    def _goes_on(self, marker: Marker) -> bool:
        """Whether a mark is the next of a list that is open, so that no title stands above it."""
        style = self._style(marker)
        begins = marker.label.strip("（）") in FIRST_LABELS
        return not begins and any(self.nodes[i].style == style for i in self.stack)

    def _in_section(self) -> bool:
        """Whether a numbered clause or a title is open that is itself no lead-in."""
        first = self.nodes[self.stack[0]] if self.stack else None
        lone = first is not None and first.style in PLAIN_TITLES and is_lead_in(self._text(self.stack[0]))
        return first is not None and not lone

    def _names_annex(self) -> bool:
        top = self.nodes[self._top()]
        return top.style == "annex" and top.titled

    def _hang_heading(self, block: Block) -> None:
        name = re.sub(r"^#+\s*|[*【】：:\s]", "", block.text)
        if squeeze(name) == self.last_heading or (
            self.stack and _says_again(squeeze(name), squeeze(self._text(self.stack[0])))
        ):
            return  # a slide title said again
        self.last_heading = squeeze(name)
        if block.level == 1 and not self.nodes:
            self._add("", "标题", ClauseKind.HEADING, block.spans, -1, "title")
            return
        style = "title_framed" if not block.level and is_framed(block.text) else f"title{block.level}"
        if block.text in self.recurring and self.stack and self.nodes[self._top()].style == style:
            style = "title_part"
        else:
            self._close_heading(style, block.level)
        self._add("", name[:20], ClauseKind.HEADING, block.spans, self._top(), style)
        self.stack.append(len(self.nodes) - 1)

    def _hang_table(self, table: Table) -> None:
        spans = (*table.caption, *table.header) or (table.rows[0].spans if table.rows else ())
        if not spans:
            return
        parent = self._table_parent()
        self._add("", self._next_label("表", parent), ClauseKind.TABLE, spans, parent, "table")
        node = len(self.nodes) - 1
        for number, row in enumerate(table.rows, start=1):
            self._add("", f"行{number}", ClauseKind.ROW, row.spans, node, "row", row.cells)

    def _table_parent(self) -> int:
        """Under the open clause; beside it where the paragraph right above the table stands beside it."""
        top = self._top()
        beside = top >= 0 and self.nodes[-1].style == "paragraph" and not self.nodes[top].children
        return self.nodes[-1].parent if beside else top
