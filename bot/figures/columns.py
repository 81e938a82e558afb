"""The columns of a table whose headers a question names, and the column of names that it asks for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.figures.dated_columns import of_the_day
from bot.figures.rows import RowMatch
from bot.finding.cells import SERIAL, is_blank, is_total, is_value
from bot.speech.lexicon import lexicon
from bot.speech.naming import levelled, share_named
from corpus import patterns as re
from corpus.notice import Cell, Notice
from index.normal import search_key

__all__ = ["beside_asked", "column_asked", "names_column", "unfilled_column", "value_cells", "with_periods"]

_BEFORE_ASKING = re.compile(r"([\u4e00-\u9fff]{2,6}?)(?:都|分别|一共)?有(?:哪些|哪几)")
_WHICH_GRADE = re.compile(r"(?:几|哪几?个?|什么|啥)(?:等)?级")
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


def beside_asked(question: Question, notice: Notice, row: int, cell: Cell) -> str:
    """What the row of a name says in another column that is asked for with it: 有哪些职业，各是几级."""
    asked = levelled(_AFTER_ASKING.sub("", _BEFORE_ASKING.sub("", question.text)))
    graded = _WHICH_GRADE.search(asked) is not None
    for other in notice.clauses[row].cells:
        parts = _header_parts(other.header)
        named = any((p in asked and len(p) > 1) or (graded and p.endswith("级")) for p in parts)
        if named and other is not cell:
            return f"{parts[-1]}{other.text}" if other.text not in cell.text else ""
    return ""


def _column(question: Question, notice: Notice, noun: str) -> list[tuple[int, Cell]]:
    """The cells below a header that is the noun, of the rows named where only some are."""
    found = [
        (index, cell)
        for index, clause in enumerate(notice.clauses)
        for cell in clause.cells
        if any(_is_noun(p.removesuffix("名称"), noun) for p in _header_parts(cell.header))
        and not is_value(cell)
        and not SERIAL.search(cell.header)
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


def names_column(question: Question, notice: Notice, table: int) -> bool:
    """Whether the question names a column of figures by its header."""
    asked = levelled(question.text)
    cells = [c for i in notice.clauses[table].children for c in notice.clauses[i].cells if is_value(c)]
    return any(_named(p, asked) >= 0.5 for c in cells for p in _header_parts(c.header) if len(p) >= 2)


def value_cells(question: Question, match: RowMatch) -> list[Cell]:
    """The cells that answer: those whose headers the question names, else all that are no key."""
    asked = levelled(with_periods(question.text))
    rest = of_the_day(question, [c for c in match.cells if c not in match.keys])
    if most := _of_the_most(asked, rest):
        return [most]
    named = [(max(_said(p, asked) for p in _header_parts(c.header)), c) for c in rest]
    best = max((n for n, _ in named), default=0.0)
    if best < 0.5:
        named = [(max(_named(p, asked) for p in _header_parts(c.header)), c) for c in rest]
        best = max((n for n, _ in named), default=0.0)
    values = [c for _, c in named if is_value(c) and not is_blank(c)]
    if best >= 0.5:
        chosen = [c for n, c in named if n >= 0.5 and _full_path(c.header, asked, rest)]
        chosen = _without_echoes(_named_in_full(question, chosen), asked)
        if values and question.intent is Intent.FEE and not any(map(is_value, chosen)):
            return values  # 各职业分别多少钱 names whose, and not a column of amounts
        if len(chosen) > 1 and all(" " in c.header and not _leaf_named(c, asked) for c in chosen):
            chosen += [c for c in rest if is_total(c) and c not in chosen]
        return chosen or [c for n, c in named if n == best]
    return values or rest


_MOST_ASKED = re.compile(r"(?:最[多高大长久]|至多|顶多|上限|封顶)[^,，。]{0,8}(?:多少|几|多久|多长)")
_MOST_NAMED = re.compile(r"最[高多大长久]|上限|限额|封顶")
_LASTS = re.compile(r"多久|多长|几(?:年|天|个月)|多少(?:年|天|个月)")


def _of_the_most(asked: str, cells: Sequence[Cell]) -> Cell | None:
    """The one column of the most, of money or of time, where that is asked and no column is named in full."""
    if not _MOST_ASKED.search(asked) or any(p in asked for c in cells for p in _header_parts(c.header)):
        return None
    lasting = _LASTS.search(asked) is not None
    most = [c for c in cells if _MOST_NAMED.search(c.header) and is_value(c)]
    most = [c for c in most if (re.search(r"期|时长|年限", c.header) is not None) is lasting]
    return most[0] if len(most) == 1 else None


# How people call the time that a column is about, and how a header does.
_PERIODS = (("今年", "当年本年"), ("这个月", "当月本月"), ("本月", "当月"))


def with_periods(text: str) -> str:
    """A question with the words by which headers call the time that it names: 今年 for 当年累计."""
    return text + "，".join(["", *(printed for spoken, printed in _PERIODS if spoken in text)])


def unfilled_column(question: Question, notice: Notice, match: RowMatch) -> str:
    """The header of a column of figures that a question names in full and in which the row has no cell;
    `""` where there is none, or the question names a column that the row fills."""
    asked = levelled(question.text)
    filled = {c.header for c in match.cells}
    others = notice.clauses[notice.clauses[match.clause].parent].children
    cells = [c for i in others for c in notice.clauses[i].cells if is_value(c) and len(c.header) > 1]
    named = list(dict.fromkeys(c.header for c in cells if _header_parts(c.header)[-1] in asked))
    return named[0] if named and not filled & set(named) else ""


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


def _without_echoes(cells: list[Cell], asked: str) -> list[Cell]:
    """Of columns those that are named by more than they share with one that is named in full: 紧缺工种 names
    itself and not 一般工种 as well."""
    names = [_header_parts(c.header.split(" ")[-1])[0] for c in cells]
    whole = [n for n in names if len(n) > 2 and levelled(n) in asked]
    rest = asked
    for name in whole:
        rest = rest.replace(levelled(name), " ")
    kept = [c for c, n in zip(cells, names, strict=True) if n in whole or _said(n, rest) >= 0.5]
    return kept if whole else cells


def _is_in_full(part: str, asked: str, month: int | None) -> bool:
    name = _header_parts(part)[0]
    of_month = month is not None and re.match(rf"{month}月", search_key(part)) is not None
    return of_month or (len(name) > 1 and levelled(name) in asked)


def _said(part: str, asked: str) -> float:
    """How fully a header is named, by itself or, where it names no price, by a word that means the same."""
    meant = lexicon().synonyms.get(part, ())
    return share_named(part, asked) if "多少钱" in meant else _named(part, asked)


def _named(part: str, asked: str) -> float:
    """How fully a header is named, by itself or by a word that means the same."""
    return 1.0 if any(s in asked for s in lexicon().synonyms.get(part, ())) else share_named(part, asked)


def _leaf_named(cell: Cell, asked: str) -> bool:
    """Whether the last level of a column's header is named itself."""
    return any(share_named(p, asked) >= 0.5 for p in _header_parts(cell.header.split(" ")[-1]))


def _full_path(header: str, asked: str, cells: Sequence[Cell]) -> bool:
    """Whether every level of a header that tells columns apart is named, where any column's is."""
    if " " not in header:
        return True
    fully = any(" " in c.header and _every_level(c.header, asked) for c in cells)
    return not fully or _every_level(header, asked)


def _every_level(header: str, asked: str) -> bool:
    return all(share_named(p, asked) >= 0.5 for p in _header_parts(header))


def _header_parts(header: str) -> list[str]:
    return [
        re.sub(r"[（(].*?[）)]|\d+月(?=.)|数$", "", search_key(p)) or search_key(p)
        for p in header.split(" ") or [header]
    ] or [""]
