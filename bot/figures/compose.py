"""Evidence to words: the decisive sentence, row or list first, then what qualifies it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.answer_parts import Intent, StatedFact
from bot.conversation.question import Question
from bot.figures.columns import beside_asked, column_asked, unfilled_column, value_cells
from bot.figures.draft import Draft, plain
from bot.figures.rows import RowMatch
from bot.finding.cells import full_label, is_blank, is_total, is_value, label_of, unit_of
from bot.finding.evidence import Evidence
from corpus import patterns as re
from corpus.notice import Cell, ClauseKind, Notice, Span, cite_cell
from corpus.values.leads import governing_clause
from index.normal import search_key

__all__ = [
    "add_column",
    "add_difference",
    "add_list",
    "add_passage",
    "add_row",
    "add_statement",
    "compares",
    "list_around",
    "lists_below",
    "without_marker",
]


def add_passage(draft: Draft, evidence: Evidence, brief: bool = False) -> bool:
    """The passage itself, under the words that govern it; `brief` as for `add_statement`."""
    return add_statement(draft, evidence.notice, evidence.passage.clause, evidence.passage.span, brief)


def add_statement(draft: Draft, notice: Notice, clause: int, span: Span, brief: bool = False) -> bool:
    """A piece of a clause, under the words that govern it; a table row whole.

    `brief` leaves out those that say other things and then only that a list begins.
    """
    if notice.clauses[clause].kind is ClauseKind.ROW:
        return _add_whole_row(draft, notice, clause)
    above = governing_clause(notice, clause)
    own = without_marker(notice, clause, notice.quote(span))
    if above is not None:
        lead = without_marker(notice, above, notice.clause_text(above))
        if not (brief and _BARE_LEAD.search(lead)) and lead not in "".join(draft.lines):
            line = f"{lead.rstrip('：:。')}：{own}"
            if not draft.add(line):
                return False
            draft.cite(notice, clause, span)
            draft.cite(notice, above)
            return True
    if not draft.add(own):
        return False
    draft.cite(notice, clause, span)
    return True


# Sentences behind which a list is only said to begin govern nothing in it: …不少于90学时。具体如下：
_BARE_LEAD = re.compile(r"^.+[。；;](?:[^，,。；;]{0,6}(?:如下|包括)[:：]?)$", re.DOTALL)


def without_marker(notice: Notice, clause: int, text: str) -> str:
    marker = notice.clauses[clause].marker
    squeezed = re.sub(r"\s", "", marker)
    return plain(text.removeprefix(marker).removeprefix(squeezed)) if marker else plain(text)


def _add_whole_row(draft: Draft, notice: Notice, row: int) -> bool:
    cells = [c for c in notice.clauses[row].cells if not (re.search(r"序号|编号", c.header) or is_blank(c))]
    if not draft.add("；".join(_labelled(c) for c in cells)):
        return False
    draft.cite(notice, row)
    return True


def _labelled(cell: Cell) -> str:
    """A cell behind its column's name, where it has one."""
    label = label_of(cell)
    return f"{label}：{cell.text}{unit_of(cell)}" if label else cell.text


def add_row(draft: Draft, question: Question, notice: Notice, match: RowMatch) -> bool:
    """A table row in words: its keys, then the figure asked for; parts after their total."""
    if unfilled := unfilled_column(question, notice, match):
        said = draft.add(f"{_named(match.keys)}：表中“{unfilled}”一栏没有填写")
        draft.cite(notice, match.clause)
        return said
    cells = value_cells(question, match)
    keys = [c for c in match.cells if not is_value(c) and (c in match.keys or c not in cells)]
    figures = [c for c in cells if is_value(c) and not is_blank(c) and c.text != "无"]
    total = next((c for c in figures if is_total(c)), None)
    if total is not None and question.intent is Intent.FEE:
        line = _fee_line(question, keys, total, [c for c in figures if c is not total])
    elif cells and all(map(is_blank, cells)):
        line = f"{_named(keys)}：" + "，".join(f"{full_label(c)}栏是“{c.text}”，没有填数" for c in cells)
    elif figures and not keys:
        line = "；".join(map(_labelled, figures))
    elif figures and all(is_value(c) for c in cells):
        line = f"{_named(keys)}：" + "，".join(f"{full_label(c)}{c.text}{unit_of(c)}" for c in figures)
        whole = next((c for c in match.cells if is_total(c) and c not in figures), None)
        if whole is not None and question.intent is Intent.FEE:
            line += f"（{label_of(whole)}{whole.text}{unit_of(whole) or unit_of(figures[0])}）"
    else:
        line = _row_line(match, cells)
    if not draft.add(line):
        return False
    draft.cite(notice, match.clause)
    if len(figures) == len(cells) == 1:
        _cite_figure(draft, notice, match.clause, figures[0])
    return True


def _cite_figure(draft: Draft, notice: Notice, row: int, figure: Cell) -> None:
    """The one cell that answers, below its row; a figure merged over several rows is stated by it alone."""
    citation = cite_cell(notice, row, figure)
    if citation in draft.citations:
        return
    draft.citations.append(citation)
    for fact in notice.facts if figure.inherited else ():
        if fact.clause == row and figure.span.covers(fact.span):
            place = len(draft.citations) - 1
            draft.facts.append(StatedFact(fact.kind.value, fact.value, fact.unit, fact.text, place))


def add_column(draft: Draft, question: Question, notice: Notice) -> bool:
    """What a column of names holds: 职业有哪些."""
    cells = column_asked(question, notice)
    beside = [beside_asked(question, notice, row, cell) for row, cell in cells]
    told = [f"{c.text}（{b}）" if b else c.text for (_, c), b in zip(cells, beside, strict=True)]
    if not cells or not draft.add(f"{label_of(cells[0][1])}：{'、'.join(told)}"):
        return False
    for row, _ in cells:
        draft.cite(notice, row)
    return True


def _row_line(match: RowMatch, cells: Sequence[Cell]) -> str:
    keys = "、".join(f"{label_of(c)}{c.text}" for c in match.keys)
    return (f"{keys}：" if keys else "") + "；".join(
        f"{label_of(c)}{c.text}{unit_of(c)}" for c in cells if c not in match.keys and not is_blank(c)
    )


def _named(keys: Sequence[Cell]) -> str:
    return " ".join(dict.fromkeys(c.text for c in keys))


def _fee_line(question: Question, keys: Sequence[Cell], total: Cell, parts: Sequence[Cell]) -> str:
    unit = unit_of(total) or next((unit_of(c) for c in parts if unit_of(c)), "") or "元"
    detail = "、".join(f"{label_of(c)}{c.text}{unit}" for c in parts)
    line = f"{_named(keys)}：{label_of(total)}{total.text}{unit}" + (f"（{detail}）" if detail else "")
    if question.headcount and question.headcount > 1:
        each = Decimal(total.text.replace(",", ""))
        line = (
            f"{question.headcount}人共{format((each * question.headcount).normalize(), 'f')}{unit}"
            f"（每人{total.text}{unit}×{question.headcount}）。{line}"
        )
    return line


_COMPARES = re.compile(
    r"(?:涨|增加|增长|提高|上升|高出?|多|贵|便宜|降低?|下降|减少|少|低|差)了?[^,，。；;?？]{0,4}?(?:多少|几)|相差|差多少"
)
_FIGURE = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)(?![\d.]|年|月|日|号)(个百分点|[%亿万元家项件人分])?")
_AGAINST = re.compile(r"较之?|相比|(?<!同)(?<!环)比(?!增|重|例|上)|20\d\d年为")


def compares(text: str) -> bool:
    """Whether a question asks how far two figures lie apart."""
    return _COMPARES.search(text) is not None


def add_difference(draft: Draft, question: Question, evidence: Evidence) -> bool:
    """The difference of the two figures that a sentence compares, shown as computed."""
    if not _COMPARES.search(question.text):
        return False
    parts = re.split(r"[，,；;。]", search_key(evidence.passage.text))
    for place, part in enumerate(parts):
        figures = _FIGURE.findall("，".join(parts[max(0, place - 1) : place + 1]))
        if _AGAINST.search(part) and len(figures) == 2 and figures[0][1] == figures[1][1]:
            high, low = (f(figures[0][0], figures[1][0], key=Decimal) for f in (max, min))
            difference = Decimal(high) - Decimal(low)
            return draft.add(f"两者相差{difference}（按原文数字计算：{high}-{low}={difference}）。")
    return False


def lists_below(question: Question, evidence: Evidence) -> bool:
    """Whether the question asks for a list that stands below the passage found."""
    clause = evidence.notice.clauses[evidence.passage.clause]
    if clause.kind not in (ClauseKind.HEADING, ClauseKind.ITEM, ClauseKind.PARAGRAPH):
        return False
    text = evidence.notice.clause_text(evidence.passage.clause)
    below = _below(evidence.notice, evidence.passage.clause)
    if not below:
        return False
    named = clause.kind is ClauseKind.ITEM and _NAMES_ONLY.fullmatch(text.rstrip()) is not None
    heads = clause.kind is ClauseKind.HEADING or named
    return heads or text.rstrip().endswith(("：", ":")) or question.lists


# An item that names what stands below it and says nothing itself: 2.电话预约.
_NAMES_ONLY = re.compile(r"[^，,。；;：:！？]{2,20}")


def _below(notice: Notice, clause: int) -> list[int]:
    """What a heading or lead-in opens: its children, or the list or table that follows a paragraph."""
    node = notice.clauses[clause]
    if node.children:
        return list(node.children)
    if node.kind is not ClauseKind.PARAGRAPH or not notice.clause_text(clause).rstrip().endswith(("：", ":")):
        return []
    siblings = notice.clauses[node.parent].children if node.parent >= 0 else ()
    after = [s for s in siblings if s > clause]
    found: list[int] = []
    for sibling in after:
        kind = notice.clauses[sibling].kind
        if found and kind is not notice.clauses[found[0]].kind:
            break
        found.append(sibling)
        if kind is ClauseKind.TABLE:
            break
    return found


def list_around(question: Question, evidence: Evidence) -> int | None:
    """The lead-in of the list of steps or papers that holds the passage, where all of it is asked for."""
    notice = evidence.notice
    if not question.lists or question.intent not in (Intent.PROCESS, Intent.MATERIALS):
        return None
    if notice.clauses[evidence.passage.clause].kind is not ClauseKind.ITEM:
        return None
    lead = governing_clause(notice, evidence.passage.clause)
    told = lead is not None and re.search(r"步骤|流程|程序|如下|材料", notice.clause_text(lead))
    return lead if told and not question.wants else None


def add_list(draft: Draft, evidence: Evidence, lead: int | None = None) -> bool:
    """A passage, or the lead-in given, and what stands below it, as much as fits."""
    notice, clause = evidence.notice, evidence.passage.clause if lead is None else lead
    head = without_marker(notice, clause, notice.clause_text(clause))
    line = head if head.endswith("。") else head.rstrip("：:") + "："
    before = (list(draft.lines), list(draft.citations), list(draft.facts))
    added = draft.add(line)
    draft.cite(notice, clause)
    below = [_add_node(draft, notice, child) for child in _below(notice, clause)]
    if any(below) or not before[0]:
        if any(below) and draft.lines[-1] == plain(line):
            draft.lines.pop()  # what it heads went in above, in the place of a part of it
        return added or any(below)
    draft.lines[:], draft.citations[:], draft.facts[:] = (
        before  # a heading alone adds nothing to what is told
    )
    return False


def _add_node(draft: Draft, notice: Notice, clause: int) -> bool:
    node = notice.clauses[clause]
    if node.kind is ClauseKind.TABLE:
        return _add_table(draft, notice, clause)
    text = notice.clause_text(clause)
    span = node.spans[0] if len(node.spans) == 1 else Span(node.spans[0].start, node.spans[0].end)
    if without_marker(notice, clause, text) in draft.lines or not draft.add(text):
        return False
    draft.cite(notice, clause, span)
    for child in node.children[:8]:
        _add_node(draft, notice, child)
    return True


def _add_table(draft: Draft, notice: Notice, table: int) -> bool:
    """Rows by their names, columns that say the same in every row left out."""
    rows = [notice.clauses[i] for i in notice.clauses[table].children]
    shared = {
        c.header
        for c in (rows[0].cells if rows else ())
        if len(rows) > 1
        and all(any(d.header == c.header and d.text == c.text for d in r.cells) for r in rows)
    }
    added = False
    told = {(c.start, c.end) for c in draft.citations if c.notice_id == notice.notice_id}
    for index, row in zip(notice.clauses[table].children, rows, strict=True):
        if (row.spans[0].start, row.spans[0].end) in told:
            continue  # it was told before
        cells = [
            c
            for c in row.cells
            if not (re.search(r"序号|编号|编码|备案号", c.header) or c.inherited or is_blank(c))
        ]
        own = [c for c in cells if c.header not in shared] or cells
        common = [c for c in cells if c.header in shared and len(c.text) <= 16]
        if draft.add("；".join(_labelled(c) for c in (*own, *common))):
            draft.cite(notice, index)
            added = True
    return added
