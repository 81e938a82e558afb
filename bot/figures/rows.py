"""Looking a question up in a table: the rows whose keys it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.question import Question
from bot.figures.case_rows import rows_of_case
from bot.figures.other_names import with_other_names
from bot.finding.cells import SERIAL, is_value, telling
from bot.finding.matching import short_names, stands_apart
from bot.finding.months import is_monthly, month_cell
from bot.speech.lexicon import lexicon
from bot.speech.naming import levelled, measure
from corpus import patterns as re
from corpus.notice import Cell, Notice
from index.normal import search_key

__all__ = ["RowMatch", "asks_of_each", "every_row", "look_up"]

_CHINESE_PAIR = re.compile(r"[\u4e00-\u9fff]{2}")

_HELD = re.compile(r"[一二三四五1-5]级[^，,。]{0,4}证")  # a certificate told of names no row


@dataclass(frozen=True, slots=True)
class RowMatch:
    """A row with the keys that the question names; `score` adds up how fully each is named."""

    clause: int
    cells: tuple[Cell, ...]
    keys: tuple[Cell, ...]
    score: float


def look_up(question: Question, notice: Notice, table: int) -> list[RowMatch]:
    """The rows of a table that the question names best; empty where it names none.

    Two rows of equal score are both returned where what was spoken of before does not tell them apart.
    """
    matches = _matches(question, notice, table, question.text)
    if not matches and question.context:
        about = _HELD.sub("", question.context)
        matches = _matches(question, notice, table, f"{about} {question.text}")
    asked = levelled(question.text)
    best = max((m.score for m in matches), default=0.0)
    found = _told_apart([m for m in matches if m.score >= best - 0.05], asked)
    found = _in_short(found, asked, notice)
    if len(found) > 1 and question.context and not asks_of_each(question.text):
        return _told_apart(found, _besides(question.context, found))
    return found


# 四级和三级各多少钱, 各职业分别多少, 每种多少钱, 所有的都多少钱
_OF_EACH = re.compile(
    r"分别|各(?:是|要|收|需|交|得)?(?:多少|几)|(?:^|[^\u4e00-\u9fff])各[\u4e00-\u9fff]{1,10}多少|每一?[个种类项级]|所有|全部"
)


def asks_of_each(text: str) -> bool:
    """Whether a question wants what it asks for of each of several things, and none of them picked."""
    return _OF_EACH.search(text) is not None


def _besides(context: str, matches: Sequence[RowMatch]) -> str:
    """What was spoken of before, without what the question names anew: 四级多少, after 甲三级."""
    about = levelled(context)
    named = {k.header for m in matches for k in m.keys}
    for name in {levelled(search_key(c.text)) for m in matches for c in m.cells if c.header in named}:
        about = about.replace(name, " ")
    return about


def _matches(question: Question, notice: Notice, table: int, text: str) -> list[RowMatch]:
    """The rows that `text` names, however faintly."""
    asked, title = levelled(text), search_key(notice.title)
    rows = notice.rows(table)
    monthly = is_monthly(notice, table)
    for name in short_names(notice):
        asked = asked.replace(name, " ")
    case = {} if monthly else rows_of_case(question, notice, table)
    if _is_form(notice, rows):
        return _entries(notice, rows, asked)
    asked = with_other_names(asked, [_names_in(notice, r) for r in rows], notice)
    found = []
    for row in rows:
        cells = telling(notice.clauses[row].cells, question.text)
        match = _match_month(question, row, cells) if monthly else _match_keys(asked, title, row, cells)
        match = _of_case(match, row, cells, case) if case else match
        if match is not None:
            found.append(match)
    return found or ([] if monthly else _called_short(notice, rows, asked, title))


def _names_in(notice: Notice, row: int) -> str:
    return "|".join(search_key(c.text) for c in notice.clauses[row].cells if not is_value(c))


def _called_short(notice: Notice, rows: Sequence[int], asked: str, title: str) -> list[RowMatch]:
    """The one row whose name the question begins to say, where no other does: 育英 for 育英学校."""
    names = {row: [c for c in notice.clauses[row].cells if not is_value(c)] for row in rows}
    texts = [search_key(c.text) for cells in names.values() for c in cells]
    usual = lexicon().general | lexicon().light
    found = []
    for row, cells in names.items():
        for cell in cells:
            name = search_key(cell.text)
            short = next((name[:n] for n in (4, 3, 2) if n < len(name) - 1 and name[:n] in asked), "")
            alone = short and _CHINESE_PAIR.match(short) and short not in title and short not in usual
            if alone and sum(short in t for t in texts) == 1:
                found.append(RowMatch(row, notice.clauses[row].cells, (cell,), 0.5))
    return found if len(found) == 1 else []


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
    """Of rows named equally, those of which the question holds a part that the others lack.

    A row whose keys it says in full, one behind the other, is meant however short they are: 航拍摄影员五级.
    """
    texts = ["|".join(search_key(c.text) for c in m.cells if not is_value(c)) for m in matches]
    pairs = {asked[i : i + 2] for i in range(len(asked) - 1)}
    telling = {p for p in pairs if _CHINESE_PAIR.fullmatch(p) and 0 < sum(p in t for t in texts) < len(texts)}
    counts = [sum(p in t for p in telling) for t in texts]
    best = max(counts, default=0)
    return [m for m, n in zip(matches, counts, strict=True) if n == best or _in_full(m, asked)]


_ASIDE = re.compile(r"\(([^()]{3,})\)$")


def _in_short(matches: list[RowMatch], asked: str, notice: Notice) -> list[RowMatch]:
    """Of rows named equally, those whose name a word is short for that the notice prints nowhere: 园养 for
    园林养护管理员, by what stands in a bracket at its end where one does."""
    text = search_key(notice.text)
    names = [_longest_name(m) for m in matches]
    for at in range(len(asked) - 1):
        word = asked[at : at + 2]
        if _CHINESE_PAIR.fullmatch(word) and word not in text:
            short = [stands_apart(word, n, 1) for n in names]
            if 0 < sum(short) < len(matches):
                return [m for m, s in zip(matches, short, strict=True) if s]
    return matches


def _longest_name(match: RowMatch) -> str:
    name = max((search_key(c.text) for c in match.cells if not is_value(c)), key=len, default="")
    aside = _ASIDE.search(name)
    return aside[1] if aside else name


def _in_full(match: RowMatch, asked: str) -> bool:
    """Whether several keys of a row stand in the question one behind the other."""
    keys = [levelled(search_key(k.text)) for k in match.keys]
    return len(keys) > 1 and "".join(keys) in asked


def every_row(notice: Notice, table: int) -> list[RowMatch]:
    """All rows of a table, for a question that names none."""
    rows = notice.rows(table)
    cells = [tuple(c for c in notice.clauses[i].cells if not SERIAL.search(c.header)) for i in rows]
    return [RowMatch(i, c, (), 0.0) for i, c in zip(rows, cells, strict=True)]


def _match_month(question: Question, row: int, cells: tuple[Cell, ...]) -> RowMatch | None:
    key = month_cell(question, cells)
    return RowMatch(row, cells, (key,), 1.5) if key is not None else None


def _match_keys(asked: str, title: str, row: int, cells: tuple[Cell, ...]) -> RowMatch | None:
    keys, score = [], 0.0
    for cell in cells:
        if is_value(cell) or _only_titled(search_key(cell.text), asked, title):
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
