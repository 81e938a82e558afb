"""Rows of a table that give the conditions of a post or a class in columns of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.conditions import Attribute, Group, GroupKind, Requirement, Tree
from corpus.notice import Cell, ClauseKind, Notice
from corpus.periods import fold
from corpus.requirements import read_node

__all__ = ["groups_of_rows"]

_COLUMN = re.compile(r"学历|学位|年龄|专业|户籍|条件|要求|资格|职称|年限|身高|体重|视力|成绩|绩点|面积")
_KEY = re.compile(
    r"岗位|职位|职业|项目|类别|组别|专业|工种|等级|层级|级别|档次|车型|险种|人群|名称|单位|对象|代码"
)


def groups_of_rows(notice: Notice) -> Iterator[Group]:
    """Rows that give the conditions of a post, a class or the like in columns of their own.

    Rows of one table for the same thing are ways to it, of which one will do.
    """
    ways: dict[tuple[int, str], list[tuple[int, tuple[Requirement, ...]]]] = {}
    for index, clause in enumerate(notice.clauses):
        if clause.kind is not ClauseKind.ROW:
            continue
        columns = [c for c in clause.cells if _COLUMN.search(c.column) and not _KEY.match(c.column)]
        requirements = tuple(r for c in columns if (r := _cell_requirement(index, c)) is not None)
        if not any(_KEY.search(c.column) for c in clause.cells) or clause.cells[0] in columns:
            continue
        names = [c.text for c in clause.cells if c not in columns and re.search(r"[\u4e00-\u9fff]", c.text)]
        codes = [c.text for c in clause.cells if re.search(r"代码|编号", c.header)]
        if any(x.attribute is not Attribute.OPEN for r in requirements for x in r.leaves):
            ways.setdefault((clause.parent, " ".join((*codes, *names))), []).append((index, requirements))
    for (_, name), rows in ways.items():
        if len(rows) == 1:
            yield Group(GroupKind.ALL, rows[0][0], "", rows[0][1], name, rows[0][0])
        else:
            whole = tuple(_row_requirement(notice, row, cells) for row, cells in rows)
            yield Group(GroupKind.ANY, rows[0][0], "", whole, name, rows[0][0])


def _row_requirement(notice: Notice, row: int, cells: tuple[Requirement, ...]) -> Requirement:
    """A row that is one way to what its table is about: all its cells together."""
    nodes = tuple(c.node for c in cells)
    return Requirement(
        row, notice.clauses[row].spans[0], nodes[0] if len(nodes) == 1 else Tree(GroupKind.ALL, nodes)
    )


def _cell_requirement(row: int, cell: Cell) -> Requirement | None:
    if re.fullmatch(r"\W*|无|不限.*|不(?:作)?要求|均可", cell.text):
        return None
    topic = re.search(r"学历|学位|年龄|专业|户籍|身高|体重|视力|绩点|成绩|面积|任职|从业|工作", cell.column)
    text = fold(cell.text)
    if topic and topic[0] not in text:
        text = f"{topic[0]}{text}"
    return Requirement(row, cell.span, read_node(text))
