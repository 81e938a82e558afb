"""What is worked out of every notice when the service starts, so that no question has to wait for it.

Each of these is kept for as long as its notice (`corpus.once`). Compiling the conditions of one long notice
takes tens of milliseconds, many times what an answer takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.timing import deadlines
from corpus.areas import areas_of
from corpus.classes import classes_of
from corpus.deductions import deductions_of
from corpus.notice import Notice
from corpus.rules import targets_of
from corpus.waivers import waivers_of
from corpus.windows import windows_of

__all__ = ["work_out"]

_READ: tuple[Callable[[Notice], object], ...] = (
    areas_of,
    classes_of,
    targets_of,
    deductions_of,
    waivers_of,
    windows_of,
    deadlines,
)


def work_out(notices: Iterable[Notice]) -> None:
    """Compile the conditions of the notices and find their days, deductions, classes of people and places."""
    for notice in notices:
        for read in _READ:
            read(notice)
