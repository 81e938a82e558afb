"""One file, several notices: where each begins.

A bulletin lists its pieces at the top, each on a line with a bullet, and prints each title again where the
piece begins. In Markdown, every first-level heading after the first begins a notice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus import patterns as re
from corpus.notice import collapse
from corpus.tree.lines import Line, read_lines, squeeze

__all__ = ["Piece", "split_notices"]

_LISTED = re.compile(r"[-–•·●*]\s*(\S.{5,})")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a file: offsets in its text, the title it goes by and the section it stands in.

    `body` is the offset, in the file, at which its clauses begin: below the list of contents.
    """

    start: int
    end: int
    body: int
    title: str = ""
    section: str = ""


def split_notices(text: str, body: int, markdown: bool) -> list[Piece]:
    """The notices of a file from offset `body` on; one piece where there is only one."""
    lines = read_lines(text, body)
    starts = _headings(lines) if markdown else _listed_titles(lines)
    if len(starts) < 2:
        return [Piece(0, len(text), body)]
    pieces = []
    for position, (line, title, section) in enumerate(starts):
        begin = 0 if position == 0 else line.start
        end = starts[position + 1][0].start if position + 1 < len(starts) else len(text)
        pieces.append(Piece(begin, end, line.start, title, section))
    return pieces


def _headings(lines: Sequence[Line]) -> list[tuple[Line, str, str]]:
    found = []
    for line in lines:
        match = re.match(r"#\s+(\S.*)", line.content)
        if match:
            found.append((line, collapse(match.group(1)), _section(lines, line)))
    return found


def _section(lines: Sequence[Line], heading: Line) -> str:
    for line in lines[heading.number + 1 : heading.number + 4]:
        match = re.match(r"栏目[：:]\s*(\S+)", line.content)
        if match:
            return match.group(1)
    return ""


def _listed_titles(lines: Sequence[Line]) -> list[tuple[Line, str, str]]:
    """Bulleted titles near the top that are printed again, in order, further down."""
    top = [x for x in lines if not x.blank][:60]
    matches = [(m.group(1), x.number) for x in top if (m := _LISTED.match(x.content))]
    listed = [m for m in matches if _printed_again(lines, m[0], m[1] + 1)]
    if len(listed) < 2:
        return []
    sections = {squeeze(x.content) for x in top if x.number < listed[-1][1] and len(x.content) <= 12}
    found: list[tuple[Line, str, str]] = []
    after = listed[-1][1] + 1
    for title, _ in listed:
        place = _printed_again(lines, title, after)
        if place is None:
            continue
        first, after = place
        above = _line_above(lines, first)
        section = above.content if above and squeeze(above.content) in sections else ""
        found.append((above if section and above else lines[first], collapse(title), section))
    return found


def _printed_again(lines: Sequence[Line], title: str, after: int) -> tuple[int, int] | None:
    """Numbers of the first line of the title and of the line after it; it may run over three lines."""
    want = squeeze(title)
    for number in range(after, len(lines)):
        joined = ""
        for span in range(3):
            if number + span >= len(lines) or lines[number + span].blank:
                break
            joined += squeeze(lines[number + span].content)
            if joined == want:
                return number, number + span + 1
            if not want.startswith(joined):
                break
    return None


def _line_above(lines: Sequence[Line], number: int) -> Line | None:
    return next((x for x in reversed(lines[:number]) if not x.blank), None)
