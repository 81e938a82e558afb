"""Looking a question up in a table: the rows whose keys it names, the columns whose headers it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.case_rows import rows_of_case
from bot.lexicon import lexicon
from bot.question import Question
from corpus.notice import Cell, ClauseKind, Notice
from corpus.once import once_per_notice
from index.normal import search_key

__all__ = [
    "RowMatch",
    "column_asked",
    "every_row",
    "full_label",
    "is_blank",
    "is_monthly",
    "is_total",
    "is_value",
    "label_of",
    "levelled",
    "look_up",
    "measure",
    "names_column",
    "unit_of",
    "value_cells",
]

_SERIAL = re.compile(r"序号|编号|编码|行号|备案号")
_VALUE = re.compile(r"[¥￥]?\s*[\d,.]+\s*(?:%|元|万元|亿元|家|项|件|人|名)?|/|-|—|无")
_TOTAL = re.compile(r"合计|总计|小计|总额|共计")
_CHINESE_PAIR = re.compile(r"[\u4e00-\u9fff]{2}")
_NUMERALS = str.maketrans("123456789", "一二三四五六七八九")


@dataclass(frozen=True, slots=True)
class RowMatch:
    """A row with the keys that the question names; `score` adds up how fully each is named."""

    clause: int
    cells: tuple[Cell, ...]
    keys: tuple[Cell, ...]
    score: float


def look_up(question: Question, notice: Notice, table: int) -> list[RowMatch]:
    """The rows of a table that the question names best; empty where it names none.

    Two rows of equal score are both returned: the question does not decide between them.
    """
    matches = _matches(question, notice, table, question.text)
    if not matches and question.context:
        matches = _matches(question, notice, table, f"{question.context} {question.text}")
    asked = levelled(question.text)
    best = max((m.score for m in matches), default=0.0)
    return _told_apart([m for m in matches if m.score >= best - 0.05], asked)


def _matches(question: Question, notice: Notice, table: int, text: str) -> list[RowMatch]:
    """The rows that `text` names, however faintly."""
    asked, title = levelled(text), search_key(notice.title)
    rows = [i for i in notice.clauses[table].children if notice.clauses[i].kind is ClauseKind.ROW]
    monthly = is_monthly(notice, table)
    for name in short_names(notice):
        asked = asked.replace(name, " ")
    case = {} if monthly else rows_of_case(question, notice, table)
    if _is_form(notice, rows):
        return _entries(notice, rows, asked)
    found = []
    for row in rows:
        cells = tuple(c for c in notice.clauses[row].cells if not _SERIAL.search(c.header))
        match = _match_month(question, row, cells) if monthly else _match_keys(asked, title, row, cells)
        match = _of_case(match, row, cells, case) if case else match
        if match is not None:
            found.append(match)
    return found


def _is_form(notice: Notice, rows: Sequence[int]) -> bool:
    """Whether every cell is an entry of its own, with a header that no other has."""
    headers = [c.header for i in rows for c in notice.clauses[i].cells]
    return len(rows) > 1 and all(headers) and len(set(headers)) == len(headers)


def _entries(notice: Notice, rows: Sequence[int], asked: str) -> list[RowMatch]:
    """The rows of a form of which the question names an entry, with the entries named."""
    found = []
    for row in rows:
        named = [(measure(c.header, asked), c) for c in notice.clauses[row].cells]
        best = max(m for m, _ in named)
        if best >= 0.5:
            found.append(RowMatch(row, tuple(c for m, c in named if m == best), (), best))
    return found


def _of_case(
    match: RowMatch | None, row: int, cells: tuple[Cell, ...], case: dict[int, tuple[Cell, ...]]
) -> RowMatch | None:
    """A row that the figures of the case fall in, with the cells that hold them among its keys."""
    if row not in case:
        return None
    ranges = {c.header for held in case.values() for c in held}
    keys = [k for k in match.keys if k.header not in ranges] if match else []
    return RowMatch(row, cells, (*keys, *case[row]), len(keys) + float(len(case[row])))


def _told_apart(matches: list[RowMatch], asked: str) -> list[RowMatch]:
    """Of rows named equally, those of which the question holds a part that the others lack."""
    texts = ["|".join(search_key(c.text) for c in m.cells if not is_value(c)) for m in matches]
    pairs = {asked[i : i + 2] for i in range(len(asked) - 1)}
    telling = {p for p in pairs if _CHINESE_PAIR.fullmatch(p) and 0 < sum(p in t for t in texts) < len(texts)}
    counts = [sum(p in t for p in telling) for t in texts]
    return [m for m, n in zip(matches, counts, strict=True) if n == max(counts)]


@once_per_notice
def short_names(notice: Notice) -> tuple[str, ...]:
    """What the issuer is called, which names no row: its name and the short forms that the text defines."""
    defined = re.findall(r"(?:以下)?简称(?:为)?[“\"]?([^”\"）)，。]{2,14})", notice.text)
    names = {search_key(n) for n in (notice.issuer, *defined) if n}
    return tuple(sorted(names, key=len, reverse=True))


_BEFORE_ASKING = re.compile(r"([\u4e00-\u9fff]{2,6}?)(?:都|分别|一共)?有(?:哪些|哪几)")
_AFTER_ASKING = re.compile(r"(?:哪些|哪几(?:种|类|个|项))([\u4e00-\u9fff]{2,6})")


def column_asked(question: Question, notice: Notice) -> list[tuple[int, Cell]]:
    """The cells, each text once, of the column of names that 有哪些… asks for; else none.

    Of several tables with such a column the one with most names; of its rows those that the question names.
    """
    asked = (_AFTER_ASKING.search(question.text), _BEFORE_ASKING.search(question.text))
    for noun in (m.group(1) for m in asked if m):
        tables: dict[int, dict[str, tuple[int, Cell]]] = {}
        for index, cell in _column(question, notice, noun):
            tables.setdefault(notice.clauses[index].parent, {}).setdefault(cell.text, (index, cell))
        found = max(tables.values(), key=len, default={})
        if len(found) > 1:
            return list(found.values())
    return []


def _column(question: Question, notice: Notice, noun: str) -> list[tuple[int, Cell]]:
    """The cells below a header that is the noun, of the rows named where only some are."""
    found = [
        (index, cell)
        for index, clause in enumerate(notice.clauses)
        for cell in clause.cells
        if any(_is_noun(p.removesuffix("名称"), noun) for p in _header_parts(cell.header))
        and not _VALUE.fullmatch(cell.text)
        and not _SERIAL.search(cell.header)
    ]
    named = [(i, c) for i, c in found if _is_named(question, notice, i, c)]
    return named or found


def _is_named(question: Question, notice: Notice, row: int, cell: Cell) -> bool:
    """Whether the question names a row in full by a cell of another column."""
    asked = levelled(search_key(question.text))
    others = (levelled(search_key(c.text)) for c in notice.clauses[row].cells if c is not cell)
    return any(len(o) >= 3 and o in asked for o in others)


def _is_noun(name: str, noun: str) -> bool:
    """Whether a column's name is the noun asked about, with at most a verb behind it: 等级可以报."""
    return len(name) >= 2 and (noun.startswith(name) or name.endswith(noun)) and len(noun) <= len(name) + 3


def every_row(notice: Notice, table: int) -> list[RowMatch]:
    """All rows of a table, for a question that names none."""
    rows = [i for i in notice.clauses[table].children if notice.clauses[i].kind is ClauseKind.ROW]
    cells = [tuple(c for c in notice.clauses[i].cells if not _SERIAL.search(c.header)) for i in rows]
    return [RowMatch(i, c, (), 0.0) for i, c in zip(rows, cells, strict=True)]


def names_column(question: Question, notice: Notice, table: int) -> bool:
    """Whether the question names a column of figures by its header."""
    asked = levelled(question.text)
    cells = [c for i in notice.clauses[table].children for c in notice.clauses[i].cells if is_value(c)]
    return any(_share(p, asked) >= 0.5 for c in cells for p in _header_parts(c.header) if len(p) >= 2)


def is_monthly(notice: Notice, table: int) -> bool:
    """Whether a table goes by the month: its rows begin with 1月, 2月, …"""
    rows = [i for i in notice.clauses[table].children if notice.clauses[i].kind is ClauseKind.ROW]
    return sum(bool(_month_key(notice.clauses[i].cells)) for i in rows) >= max(3, len(rows) - 2)


def _match_month(question: Question, row: int, cells: tuple[Cell, ...]) -> RowMatch | None:
    key = _month_key(cells)
    if key is None or question.month is None or key[1] != question.month:
        return None
    return RowMatch(row, cells, (key[0],), 1.5)


def _month_key(cells: Sequence[Cell]) -> tuple[Cell, int] | None:
    """A first cell that names a month: `5月`, `1月底前`."""
    named = [c for c in cells if not _SERIAL.search(c.header)][:1]
    match = re.match(r"(?:\d{4}年)?(\d{1,2})月", search_key(named[0].text)) if named else None
    return (named[0], int(match.group(1))) if match else None


def _match_keys(asked: str, title: str, row: int, cells: tuple[Cell, ...]) -> RowMatch | None:
    keys, score = [], 0.0
    for cell in cells:
        if _VALUE.fullmatch(cell.text) or _only_titled(search_key(cell.text), asked, title):
            continue
        named = measure(cell.text, asked)
        if named >= 0.5:
            keys.append(cell)
            score += named
    return RowMatch(row, cells, tuple(keys), score) if keys else None


def _only_titled(name: str, asked: str, title: str) -> bool:
    """Whether one short word is all that a longer name shares with the question, and the title holds it."""
    shared = {name[i : i + 2] for i in range(len(name) - 1) if name[i : i + 2] in asked}
    return len(name) > 2 and len(shared) == 1 and shared.pop() in title


@lru_cache(maxsize=65536)
def measure(name: str, asked: str) -> float:
    """How fully `asked` names something called `name`, 0 to 1: by its best part, in or out of brackets."""
    parts = [p for p in re.split(r"[（()）、/]", search_key(name)) if len(p) >= 2] or [search_key(name)]
    return max(_share(levelled(p), asked) for p in parts)


def _share(part: str, asked: str) -> float:
    if len(part) <= 2:
        return 1.0 if part in asked else 0.0
    for length in range(len(part), 1, -1):
        if any(part[i : i + length] in asked for i in range(len(part) - length + 1)):
            return length / len(part)
    return 0.0


def levelled(text: str) -> str:
    """`4级` as `四级`, so that both are found."""
    return re.sub(r"([1-9])(?=级)", lambda m: m.group(1).translate(_NUMERALS), text)


def value_cells(question: Question, match: RowMatch) -> list[Cell]:
    """The cells that answer: those whose headers the question names, else all that are no key."""
    asked = levelled(question.text)
    rest = [c for c in match.cells if c not in match.keys]
    named = [(max(_said(p, asked) for p in _header_parts(c.header)), c) for c in rest]
    best = max((n for n, _ in named), default=0.0)
    if best < 0.5:
        named = [(max(_named(p, asked) for p in _header_parts(c.header)), c) for c in rest]
        best = max((n for n, _ in named), default=0.0)
    values = [c for _, c in named if _VALUE.fullmatch(c.text) and not is_blank(c)]
    if best >= 0.5:
        chosen = [c for n, c in named if n >= 0.5 and _full_path(c.header, asked, rest)]
        chosen = _named_in_full(question, chosen)
        if len(chosen) > 1 and all(" " in c.header and not _leaf_named(c, asked) for c in chosen):
            chosen += [c for c in rest if is_total(c) and c not in chosen]
        return chosen or [c for n, c in named if n == best]
    return values or rest


def _named_in_full(question: Question, cells: list[Cell]) -> list[Cell]:
    """Of columns below several heads, at each level those named in full, where any is.

    收养小犬 and 收养大犬 share a word with the question 收养小犬多少只; only the first is what it asks about.
    """
    asked = levelled(question.text)
    depth = max((len(c.header.split(" ")) for c in cells), default=0)
    for level in range(depth if depth > 1 else 0):
        parts = [(c.header.split(" ")[level : level + 1] or [""])[0] for c in cells]
        whole = [c for c, p in zip(cells, parts, strict=True) if p and _is_in_full(p, asked, question.month)]
        cells = whole or cells
    return cells


def _is_in_full(part: str, asked: str, month: int | None) -> bool:
    name = _header_parts(part)[0]
    of_month = month is not None and re.match(rf"{month}月", search_key(part)) is not None
    return of_month or (len(name) > 1 and levelled(name) in asked)


def _said(part: str, asked: str) -> float:
    """How fully a header is named, by itself or, where it names no price, by a word that means the same."""
    meant = lexicon().synonyms.get(part, ())
    return _share(part, asked) if "多少钱" in meant else _named(part, asked)


def _named(part: str, asked: str) -> float:
    """How fully a header is named, by itself or by a word that means the same."""
    return 1.0 if any(s in asked for s in lexicon().synonyms.get(part, ())) else _share(part, asked)


def _leaf_named(cell: Cell, asked: str) -> bool:
    """Whether the last level of a column's header is named itself."""
    return any(_share(p, asked) >= 0.5 for p in _header_parts(cell.header.split(" ")[-1]))


def _full_path(header: str, asked: str, cells: Sequence[Cell]) -> bool:
    """Whether every level of a header that tells columns apart is named, where any column's is."""
    levels = header.split(" ")
    if len(levels) < 2:
        return True
    fully = [
        c for c in cells if all(_share(p, asked) >= 0.5 for p in _header_parts(c.header)) and " " in c.header
    ]
    return not fully or all(_share(p, asked) >= 0.5 for p in _header_parts(header))


def _header_parts(header: str) -> list[str]:
    return [
        re.sub(r"[（(].*?[）)]|\d+月(?=.)|数$", "", search_key(p)) or search_key(p)
        for p in header.split(" ") or [header]
    ] or [""]


def label_of(cell: Cell) -> str:
    """A column's own name: the last level of its header, without the unit."""
    leaf = cell.header.split(" ")[-1]
    return re.sub(r"[（(](?:单位[：:])?[^（()）]*元(?:/[^（()）]{1,4})?[）)]", "", leaf).strip()


def full_label(cell: Cell) -> str:
    """All levels of a column's header, without the unit."""
    return re.sub(r"[（(](?:单位[：:])?[^（()）]*元(?:/[^（()）]{1,4})?[）)]", "", cell.header).replace(
        " ", ""
    )


def unit_of(cell: Cell) -> str:
    """The unit that a column's header gives, `""` where there is none."""
    match = re.search(
        r"[（(](?:单位[：:]\s*)?([^（()）]*元(?:/[^（()）]{1,4})?|%|人|家|项|件|学时)[）)]", cell.header
    )
    return match.group(1) if match else ""


def is_total(cell: Cell) -> bool:
    """Whether a column adds up others."""
    return bool(_TOTAL.search(cell.header))


def is_blank(cell: Cell) -> bool:
    """Whether a cell only says that there is nothing: /, —."""
    return re.fullmatch(r"[/／\\\-—－–\s]*", cell.text) is not None


def is_value(cell: Cell) -> bool:
    """Whether a cell holds a figure rather than a name."""
    return bool(_VALUE.fullmatch(cell.text))
