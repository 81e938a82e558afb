"""Rows of a table that give the conditions of a post, a grade or a class in columns of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus import patterns as re
from corpus.conditions.audiences import levels_in
from corpus.conditions.conditions import Attribute, Group, GroupKind, Leaf, Node, Requirement, Tree
from corpus.conditions.lead_kinds import kind_of
from corpus.conditions.matters import names_matter
from corpus.conditions.relaxations import relaxes_only
from corpus.conditions.requirements import read_node
from corpus.notice import Cell, Clause, ClauseKind, Notice, Span
from corpus.values.periods import fold
from corpus.values.points import points_in

__all__ = ["condition_cells", "groups_of_rows", "name_of"]

_COLUMN = re.compile(
    r"学历|学位|年龄|专业|户籍|条件|要求|资格|职称|年限|身高|体重|视力|成绩|绩点|面积|性别|社保"
)
_KEY = re.compile(
    r"岗位|职位|职业|项目|类别|类型|情形|途径|渠道|组别|专业|工种|等级|层级|级别|档次|车型|险种|人群|名称|单位|对象|代码"
)
_OF_STUDY = re.compile(r"专业(?!名称|代码|方向|分支|领域|门类|类别|系列)")
_OFFERED = re.compile(r"(?:接收|招生|开设|拟招|拟录|录取|培训|开考)(?:的)?专业")  # what a row is for
_GRADE = re.compile(r"等级|级别|层级")
_CONFINES = re.compile(r"(?:只|仅)?(?:限|须|要求|只招|仅招)(?!时|期|额)")  # 备注: 限女生，身高155cm以上
_NO_NAME = re.compile(r"备注|人数|名额|数量|说明")  # a column that says nothing of what a row is about


def groups_of_rows(notice: Notice) -> Iterator[Group]:
    """Rows that give the conditions of a post, a class or the like in columns of their own.

    Rows of one table for the same thing are ways to it, of which one will do.
    """
    ways: dict[tuple[int, str, str], list[tuple[int, tuple[Requirement, ...]]]] = {}
    typed: set[int] = set()  # tables in which a condition can be typed
    for index, clause in enumerate(notice.clauses):
        columns = condition_cells(clause)
        if not columns:
            continue
        key = (clause.parent, name_of(clause, columns), _level_of(clause))
        listed = [g for c in columns if (g := _listed_in_cell(notice, index, c, key)) is not None]
        yield from listed
        plain = [c for c in columns if all(not c.span.covers(r.span) for g in listed for r in g.requirements)]
        requirements = tuple(r for c in plain if (r := _cell_requirement(index, c)) is not None)
        if requirements:
            ways.setdefault(key, []).append((index, requirements))
        if any(x.attribute is not Attribute.OPEN for r in requirements for x in r.leaves):
            typed.add(clause.parent)
    ways = {key: rows for key, rows in ways.items() if key[0] in typed}
    for (_, name, level), rows in ways.items():
        if len(rows) == 1:
            yield Group(GroupKind.ALL, rows[0][0], level, rows[0][1], name, rows[0][0])
        else:
            whole = tuple(_row_requirement(notice, row, cells) for row, cells in rows)
            yield Group(GroupKind.ANY, rows[0][0], level, whole, name, rows[0][0])


def condition_cells(row: Clause) -> list[Cell]:
    """The cells of a row that state conditions; [] where no column says what the row is about.

    A column of fields of study is what it is about only where no other is: 岗位 beside 专业.
    """
    if row.kind is not ClauseKind.ROW:
        return []
    keys = [c for c in row.cells if _KEY.search(c.column)]
    named = [c for c in keys if "专业" not in c.column]
    columns = [
        c
        for c in row.cells
        if (
            _COLUMN.search(c.column)
            and not _OFFERED.match(c.column)
            and (not _KEY.match(c.column) or (named and _OF_STUDY.match(c.column)))
        )
        or (_NO_NAME.search(c.column) and _CONFINES.match(fold(c.text)))
    ]
    return columns if keys and row.cells[0] not in columns else []


# What sort of people a row is of; the other cells say what these may take part in.
_SORT = re.compile(r"组别|年龄段|人群")


def name_of(row: Clause, columns: Sequence[Cell]) -> str:
    """The name of what a row is about: of the sort of people, where a column says that."""
    if sort := next((c.text for c in row.cells if _SORT.search(c.column) and c not in columns), ""):
        return sort
    rest = [c for c in row.cells if c not in columns and not _NO_NAME.search(c.column)]
    names = [c.text for c in rest if re.search(r"[\u4e00-\u9fff]", c.text)]
    names = [n for n in names if not re.search("[，,。；;]", n)] or names  # a sentence is no name
    codes = [c.text for c in row.cells if re.search(r"代码|编号", c.header)]
    return " ".join((*codes, *names))


def _level_of(row: Clause) -> str:
    """The grade that a row is about, by the cell that names it."""
    found = {x for c in row.cells if _GRADE.search(c.column) for x in levels_in(c.text)}
    return found.pop() if len(found) == 1 else ""


def _listed_in_cell(notice: Notice, row: int, cell: Cell, key: tuple[int, str, str]) -> Group | None:
    """A cell that is a list in itself, as its own lead-in, its column or the words above the table say."""
    run = points_in(cell.text)
    if run is None:
        return None
    told = (run.lead, cell.header, _above_table(notice, notice.clauses[row].parent))
    kinds = [k for text in told if text.strip() and (k := kind_of(text)) is not None]
    kind = next((k for k in kinds if k is not GroupKind.ALL), GroupKind.ALL)  # 申报条件 heads either
    exact = notice.text[cell.span.start : cell.span.end] == cell.text
    requirements = []
    for start, end in run.places:
        words = re.sub(r"\s", "", fold(cell.text[start:end])).strip("。;")
        begun = cell.span.start + start
        printed = len(cell.text[start:end].rstrip("；;。 "))
        span = Span(begun, begun + printed) if exact else cell.span
        if words and not names_matter(words):
            requirements.append(Requirement(row, span, read_node(words)))
    _, name, level = key
    return Group(kind, row, level, tuple(requirements), name, row) if requirements else None


def _above_table(notice: Notice, table: int) -> str:
    """The words that lead into a table: the paragraph right above it, else the heading that it is under."""
    if table < 0:
        return ""
    above = notice.clauses[table].parent
    beside = [c for c in (notice.clauses[above].children if above >= 0 else ()) if c < table]
    if beside and notice.clauses[beside[-1]].kind is ClauseKind.PARAGRAPH:
        return notice.clause_text(beside[-1])
    return notice.clause_text(above) if above >= 0 else ""


def _row_requirement(notice: Notice, row: int, cells: tuple[Requirement, ...]) -> Requirement:
    """A row that is one way to what its table is about: all its cells together."""
    nodes = tuple(c.node for c in cells)
    return Requirement(
        row, notice.clauses[row].spans[0], nodes[0] if len(nodes) == 1 else Tree(GroupKind.ALL, nodes)
    )


def _cell_requirement(row: int, cell: Cell) -> Requirement | None:
    if re.fullmatch(r"\W*|无|不限.*|不(?:作)?要求|均可|男女(?:均可|不限)", cell.text):
        return None
    if relaxes_only(re.sub(r"\s", "", fold(cell.text)).strip("。;")):
        return None
    return Requirement(row, cell.span, _cell_node(cell))


def _cell_node(cell: Cell) -> Node:
    """What a cell demands, read with the name of its column where it does not say what it is about."""
    text = fold(cell.text)
    if "性别" in cell.column and (sex := re.fullmatch(r"(男|女)性?", text)):
        return Leaf(Attribute.SEX, "is", None, "", sex[1])
    if cell.column.startswith("专业") and "专业" not in text:
        return Leaf(Attribute.MAJOR, "is", None, "", f"{text}专业毕业")
    if (sex := re.match(r"(?:只|仅)?(?:限|招)(男|女)(?:性|生)?(?=$|[,;、])", text)) is not None:
        own = Leaf(Attribute.SEX, "is", None, "", sex[1])
        rest = text[sex.end() :].strip(",;、")
        return Tree(GroupKind.ALL, (own, read_node(rest))) if rest else own
    if ranks := _RANKS.fullmatch(text):
        lowest = next((g for g in _GRADES if g in re.split("[、或]", text)), text)
        return read_node(f"{text}职称" if ranks["title"] else f"取得{lowest}证书")
    topic = re.search(
        r"学历|学位|年龄|专业|户籍|身高|体重|视力|绩点|成绩|面积|任职|从业|工作|社保", cell.column
    )
    if topic and (topic[0] in text or (topic[0] == "社保" and "社会保险" in text)):
        topic = None
    return read_node(f"{topic[0]}{text}" if topic else text)


_GRADES = ("初级工", "中级工", "高级工", "技师", "高级技师")
# What a cell of one column says for one row by ranks alone: 正高级、副高级 beside 高级技师、技师.
_RANKS = re.compile(
    r"(?P<title>(?:正高级|副高级|高级|中级|初级)(?:[、或](?:正高级|副高级|高级|中级|初级))*)"
    r"|(?:高级技师|技师|高级工|中级工|初级工)(?:[、或](?:高级技师|技师|高级工|中级工|初级工))*"
)
