"""A whole document or a list of conditions in one line: where its numbered parts begin.

An indentation of two full-width blanks behind a stop is where a paragraph began. Else
`1、甲？ 答：… 2、乙？ 答：…` and `第一条 … 第二条 …` are told from a list within a sentence by their
length and by counting up from one, each number once. 有下列情形之一的：（一）…；（二）…；（三）…。 is a list
as one with a line for each point is, where semicolons end the points and no sentence follows the last.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus import patterns as re
from corpus.values.numerals import number
from corpus.values.points import points_in

__all__ = ["parts_of_line"]

_LONG = 200  # characters; a shorter line is one paragraph
_LEAST = 3  # so many parts make it a document
_BEFORE = r"(?:^|(?<=[\s。；;？?！!：:]))"
_CN = "一二三四五六七八九十"
_COUNTED = (
    re.compile(rf"{_BEFORE}(?P<n>\d{{1,3}})\s?[、.．](?=[^。？?]{{3,60}}[？?])"),
    re.compile(rf"{_BEFORE}第(?P<n>[{_CN}百零]{{1,5}})条(?=\s|[\u4e00-\u9fff])"),
    re.compile(rf"{_BEFORE}(?P<n>[{_CN}]{{1,3}})、(?=[\u4e00-\u9fff])"),
)
_INDENTED = re.compile(r"(?<=[。；;：:！？!?）)])\u3000{2,}(?=\S)")
_TRAILING = re.compile(r"\u3000{2,}(?=\S)")  # behind the last sentence: annexes, the issuer, the day
_REPLY = re.compile(r"(?<=[？?])\s*(?=答\s?[：:])|(?<=\s)(?=答\s?[：:])")


def parts_of_line(content: str) -> list[int]:
    """The offsets, after the first, at which parts of a line begin; [] where it is one paragraph."""
    if listed := _points_of_list(content):
        return listed
    if len(content) < _LONG:
        return []
    indented = [m.end() for m in _INDENTED.finditer(content)]
    if len(indented) >= _LEAST:
        return [*indented, *(m.end() for m in _TRAILING.finditer(content, indented[-1]))]
    for counted in _COUNTED:
        starts = list(_counting_up(counted, content))
        if len(starts) >= _LEAST:
            replies = [m.end() for m in _REPLY.finditer(content)]
            return sorted({*(s for s in starts if s > 0), *(r for r in replies if r > starts[0])})
    return []


_OF_CASES = re.compile(r"(?:条件|情形|情况|要求|之一)[^。；;：:]{0,16}[：:]$")


def _points_of_list(content: str) -> list[int]:
    """The offsets of the points of a list of conditions in one line; [] where there is none."""
    run = points_in(content)
    if run is None or len(run.places) < _LEAST or not _OF_CASES.search(run.lead):
        return []
    starts = [len(run.lead), *(end for _, end in run.places[:-1])]
    ended = all(content[s - 1] in "；;" for s in starts[1:])
    return starts if ended and "。" not in content[starts[-1] : -1] else []


def _counting_up(counted: re.Pattern[str], content: str) -> Iterator[int]:
    wanted = 1
    for match in counted.finditer(content):
        if number(match["n"]) == wanted:
            yield match.start()
            wanted += 1
