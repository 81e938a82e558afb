"""The clause tree in the making: its nodes, those that are open, and their locators."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.notice import Cell, Clause, ClauseKind, Span

__all__ = ["FIRST_LABELS", "Node", "Tree"]

FIRST_LABELS = frozenset({"1", "一", "①", "甲", "壹"})


@dataclass(slots=True)
class Node:
    """A clause in the making; `style` says by what kind of mark or place it came under its parent."""

    marker: str
    label: str
    kind: ClauseKind
    spans: tuple[Span, ...]
    parent: int
    style: str
    children: list[int] = field(default_factory=list)
    cells: tuple[Cell, ...] = ()
    titled: bool = True  # so far its children are as short as the lines of a title


class Tree:
    """Nodes in reading order; `stack` holds the open ones from the root down."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.nodes: list[Node] = []
        self.stack: list[int] = []
        self._counts: Counter[tuple[int, str]] = Counter()
        self._labels: set[tuple[int, str]] = set()

    def _add(
        self,
        marker: str,
        label: str,
        kind: ClauseKind,
        spans: tuple[Span, ...],
        parent: int,
        style: str,
        cells: tuple[Cell, ...] = (),
    ) -> None:
        self.nodes.append(Node(marker, label, kind, _joined(spans, self.text), parent, style, cells=cells))
        self._labels.add((parent, label))
        if parent >= 0:
            self.nodes[parent].children.append(len(self.nodes) - 1)
            self.nodes[parent].titled &= len(self._text(len(self.nodes) - 1)) < 40

    def _top(self) -> int:
        return self.stack[-1] if self.stack else -1

    def _next_label(self, kind: str, parent: int, counted: str = "") -> str:
        """`kind` with the next number below `parent`; marks of one style (`counted`) share their numbers."""
        key = (parent, counted or kind)
        self._counts[key] += 1
        return f"{kind}{self._counts[key]}"

    def _text(self, index: int) -> str:
        return "".join(self.text[s.start : s.end] for s in self.nodes[index].spans)

    def _beside(self, index: int) -> int:
        """What holds the list that an item stands in; its lead-in does not hold what comes after it."""
        parent = self.nodes[index].parent
        while parent >= 0 and self.nodes[parent].style == "lead":
            parent = self.nodes[parent].parent
        return parent

    def _counts_again(self, label: str, parent: int) -> bool:
        """Whether a list whose first mark is `label` counts from one again below `parent`."""
        return label.strip("（）") in FIRST_LABELS and (parent, label) in self._labels

    def clauses(self) -> tuple[Clause, ...]:
        """The finished tree with unique locators."""
        seen: dict[str, int] = {}
        locators: list[str] = []
        for node in self.nodes:
            parent = node.parent
            while node.style == "decimal" and parent >= 0 and self.nodes[parent].style == "decimal":
                parent = self.nodes[parent].parent  # 3.1.2 says 3 and 3.1 itself
            locator = f"{locators[parent]}/{node.label}" if parent >= 0 else node.label
            seen[locator] = seen.get(locator, 0) + 1
            locators.append(locator if seen[locator] == 1 else f"{locator}#{seen[locator]}")
        return tuple(
            Clause(locators[i], n.marker, n.kind, n.spans, n.parent, tuple(n.children), n.cells)
            for i, n in enumerate(self.nodes)
        )


def _joined(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Neighbouring pieces with only white space between them made one."""
    out: list[Span] = []
    for span in spans:
        if out and not text[out[-1].end : span.start].strip():
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)
