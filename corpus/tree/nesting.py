"""Which of the open clauses a new mark or heading ends, and under which it goes."""

from __future__ import annotations

from corpus import patterns as re
from corpus.notice import ClauseKind
from corpus.tree.blocks import CLOSING
from corpus.tree.tree import Tree
from corpus.values.numbering import CHAPTER_STYLES

__all__ = ["PLAIN_TITLES", "Nesting"]

PLAIN_TITLES = frozenset({"title0", "title_framed"})  # lines that only their wording makes titles


class Nesting(Tree):
    """A tree that knows what each style of mark closes."""

    def _close_answer(self) -> None:
        """A numbered question ends the answer that is open."""
        asked = next((d for d, i in enumerate(self.stack) if self.nodes[i].style == "ask"), None)
        if asked is not None:
            self.stack = self.stack[:asked]

    def _close_for(self, style: str, label: str) -> int:
        """Close what a mark of `style` ends; the node that it goes under, -1 for the root."""
        if style in ("annex", "part"):
            self.stack = []
        elif style == "footnote":
            chapter = [i for i in self.stack if self.nodes[i].style in ("annex", "part")]
            return chapter[-1] if chapter else (self.stack[0] if self.stack else -1)
        elif style == "decimal":
            self.stack = [i for i in self.stack if self._holds_decimal(i, label)]
        else:
            if style in CHAPTER_STYLES and self.stack and self.nodes[self.stack[0]].style in PLAIN_TITLES:
                self.stack = []
            for depth, index in enumerate(self.stack):
                if self.nodes[index].style == style:
                    self.stack = self.stack[:depth]
                    break
            else:
                self._go_back_to(style, label)
                if style.startswith("bullet"):
                    self._go_beside_paragraph()
        return self._top()

    def _go_beside_paragraph(self) -> None:
        """A list of bullets that begins right below a paragraph stands where the paragraph does."""
        last = self.nodes[-1] if self.nodes else None
        if last is not None and last.style == "paragraph" and last.parent in self.stack:
            self.stack = self.stack[: self.stack.index(last.parent) + 1]

    def _go_back_to(self, style: str, label: str) -> None:
        """Close the titles that stand between a mark and the list that it continues."""
        number = re.sub(r"\D", "", label)
        if not number:
            return
        for depth in range(len(self.stack) - 1, -1, -1):
            like = [c for c in self.nodes[self.stack[depth]].children if self.nodes[c].style == style]
            if like and re.sub(r"\D", "", self.nodes[like[-1]].label) == str(int(number) - 1):
                self.stack = self.stack[: depth + 1]
                return
            if not self.nodes[self.stack[depth]].style.startswith("title"):
                return

    def _holds_decimal(self, index: int, label: str) -> bool:
        node = self.nodes[index]
        return node.style in ("annex", "part") or (
            node.style == "decimal" and label.startswith(node.label + ".")
        )

    def _close_heading(self, style: str, level: int) -> None:
        """An unnumbered heading goes under the chapter that is open, beside its like."""
        for depth, index in enumerate(self.stack):
            node = self.nodes[index]
            if style == "title0" and self._asks(index):
                continue
            deeper = depth > 0 and (level == 0 or node.style not in CHAPTER_STYLES)
            if node.style == style or (deeper and node.style not in ("annex", "part", "chapter")):
                self.stack = self.stack[:depth]
                return
            if depth == 0 and node.style not in CHAPTER_STYLES and not node.style.startswith("title"):
                self.stack = []
                return

    def _asks(self, index: int) -> bool:
        """Whether a clause is a question, whose answer may have titles of its own."""
        return (
            self.nodes[index].kind is ClauseKind.HEADING and self._text(index).rstrip(CLOSING)[-1:] in "？?"
        )
