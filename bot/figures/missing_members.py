"""A trade asked about that is of the kind a table lists and is not among them: 焊工 of 车工、钳工、电工."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from bot.figures.figure_context import stands_in
from bot.finding.cells import SERIAL, is_value
from corpus import patterns as re
from corpus.notice import Notice
from index.normal import search_key

__all__ = ["missing_member"]

_TRADES = frozenset("工师员医手")  # how trades are called
_FEWEST = 3  # entries from which on a column shows how its things are called
_MOSTLY = 0.6  # this share of them ends alike
# Persons of no trade, who are called as things of a kind are.
_ANYBODY = re.compile(
    r".*(?:职工|员工|民工|打工|务工|人工|手工|学[员生]|人员|会员|党员|成员|老师|教师|考生|新生|医生|学校|本校)"
)


def missing_member(asked: str, words: Collection[str], notice: Notice, table: int) -> str:
    """The trade that a question names and that a column of trades lacks; else `""`.

    A column shows its kind by how its entries end (工, 师, 员). The notice must have neither the word nor one
    that means the same.
    """
    endings = _endings(notice, table)
    text = search_key(notice.text)
    joined = [f"{w}{end}" for w in words for end in endings if f"{w}{end}" in asked]  # cut in two: 花艺|工
    for word in (*joined, *words):
        trade = len(word) > 1 and word[-1] in endings and not _ANYBODY.fullmatch(word)
        known = stands_in(word, text) or (word in joined and stands_in(word[:-1], text))
        if trade and not known:
            return word
    return ""


def _endings(notice: Notice, table: int) -> frozenset[str]:
    """The characters in which most entries of a column of names end."""
    columns: dict[str, set[str]] = {}
    for row in notice.rows(table):
        for cell in notice.clauses[row].cells:
            if not is_value(cell) and not SERIAL.search(cell.header):
                columns.setdefault(cell.header, set()).add(search_key(cell.text))
    found = set()
    for entries in columns.values():
        ends = Counter(e[-1] for e in entries if len(e) > 1 and "\u4e00" <= e[-1] <= "\u9fff")
        found |= {end for end, n in ends.items() if n >= _FEWEST and n >= _MOSTLY * len(entries)}
    return frozenset(found) & _TRADES
