"""Rows of a table that are the items of a list: each of those below 符合下列条件之一的，可以申请：."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus import patterns as re
from corpus.conditions.audiences import audience_of, levels_in
from corpus.conditions.conditions import (
    PROVED_BY,
    Attribute,
    Group,
    GroupKind,
    Leaf,
    Node,
    Requirement,
    Tree,
    leaves_of,
)
from corpus.conditions.demanded import requirement_of
from corpus.conditions.lead_kinds import kind_of
from corpus.notice import Cell, ClauseKind, Notice
from corpus.once import once_per_notice
from corpus.rules.row_rules import condition_cells
from corpus.values.periods import fold
from corpus.values.points import points_in

__all__ = ["groups_of_listed_rows", "listed_tables"]

_LISTS = re.compile(r"(?:下列|以下|如下|下表)[^。；;]{0,40}[：:]\s*$")
_PAPERS = re.compile(r"材料|证明|证件|凭证")
_ANY_PAPER = re.compile(r"任[选一意]|之一|其一|一种|一项")
_BESIDE = re.compile(r"材料|证明|证件|凭证|备注|标准|金额|电话|部门|窗口|地点|序号|编号|时限|时间")
_LONGEST_NAME = 12  # characters of a cell that only names what the next one says


def groups_of_listed_rows(notice: Notice) -> Iterator[Group]:
    """The list that each table is whose lead-in says how its rows are joined."""
    for table, kind in listed_tables(notice).items():
        lead = _lead_of(notice, table)
        requirements = tuple(
            r for i in notice.clauses[table].children if (r := _of_row(notice, i)) is not None
        )
        if len(requirements) > 1:
            yield Group(kind, lead, "", requirements, *audience_of(notice, lead))


@once_per_notice
def listed_tables(notice: Notice) -> dict[int, GroupKind]:
    """The tables that are lists, each with how it is joined; a row for a post or grade is no item of one."""
    found = {}
    for table, clause in enumerate(notice.clauses):
        lead = _lead_of(notice, table) if clause.kind is ClauseKind.TABLE else -1
        kind = kind_of(notice.clause_text(lead)) if lead >= 0 else None
        if kind is not None and not any(_stands_apart(notice, i, kind) for i in clause.children):
            found[table] = kind
    return found


_OF_CASES = re.compile(r"类型|类别|情形|情况|对象|人群|身份|条件")


def _stands_apart(notice: Notice, row: int, kind: GroupKind) -> bool:
    """Whether a row gives the conditions of something of its own: of a post, or of a grade."""
    cells = notice.clauses[row].cells
    of_a_case = kind is not GroupKind.ALL and _OF_CASES.search(cells[0].column) is not None
    listed = any(points_in(c.text) or levels_in(c.text) for c in cells)
    return bool(condition_cells(notice.clauses[row])) and (listed or not of_a_case)


def _lead_of(notice: Notice, table: int) -> int:
    """The words right above a table that open a list; -1 for none."""
    above = notice.clauses[table].parent
    beside = [c for c in notice.clauses[above].children if c < table] if above >= 0 else []
    lead = beside[-1] if beside else above
    return lead if lead >= 0 and _LISTS.search(notice.clause_text(lead)) else -1


def _of_row(notice: Notice, row: int) -> Requirement | None:
    """What a row says: a name and what it means, or all of its cells; one of its papers proves it."""
    cells = notice.clauses[row].cells
    stated = [c for c in cells if not _BESIDE.search(c.column) and re.search(r"[\u4e00-\u9fff]", c.text)]
    if not stated:
        return None
    read = [requirement_of(row, c.span, _words(c)) for c in stated]
    nodes = [r.node for r in read]
    named = len(stated) > 1 and len(stated[0].text) <= _LONGEST_NAME and not _is_typed(nodes[0])
    told = nodes[1:2] if named and _is_typed(nodes[1]) else nodes[:2]  # what can be checked beats its name
    ways = [*told, *_papers(cells)] if named else [_joined(nodes), *_papers(cells)]
    node = _without(
        [_either(ways), *nodes[2:]] if named else [_either(ways)], [e for r in read for e in r.exceptions]
    )
    return Requirement(row, notice.clauses[row].spans[0], node)


def _words(cell: Cell) -> str:
    return re.sub(r"\s", "", fold(cell.text)).strip("。;")


def _is_typed(node: Node) -> bool:
    return any(x.attribute is not Attribute.OPEN for x in leaves_of(node))


def _papers(cells: Sequence[Cell]) -> list[Node]:
    """The papers of a row of which any will do."""
    columns = [c for c in cells if _PAPERS.search(c.column) and _ANY_PAPER.search(f"{c.header}{c.text}")]
    words = [w for c in columns for w in re.split(r"[;、]", _ANY_PAPER.sub("", _words(c))) if len(w) > 2]
    return [Leaf(Attribute.OPEN, "is", None, "", f"{PROVED_BY}{w}") for w in words]


def _either(nodes: Sequence[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else Tree(GroupKind.ANY, tuple(nodes))


def _joined(nodes: Sequence[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else Tree(GroupKind.ALL, tuple(nodes))


def _without(nodes: Sequence[Node], exceptions: Sequence[str]) -> Node:
    """What a row says, but for what it leaves out by name: 夜间班除外."""
    words = [w for e in exceptions for w in re.split(r"、|和|以及|或者?", e) if len(w) > 1]
    out = tuple(Leaf(Attribute.OPEN, "is", None, "", w) for w in words)
    return _joined([*nodes, Tree(GroupKind.NONE, out)] if out else nodes)
