"""What is worked out of every notice when the service starts, so that no question has to wait for it.

Each of these is kept for as long as its notice (`corpus.once`). Compiling the conditions of one long notice
takes tens of milliseconds, many times what an answer takes.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.studied import in_service_waits
from bot.timing import deadlines
from bot.verdicts import own_places
from corpus.kept import WORKED_OUT
from corpus.notice import Notice

__all__ = ["work_out"]


def work_out(notices: Iterable[Notice]) -> None:
    """Compile the conditions of the notices and find their days, deductions, figures, classes and places."""
    for notice in notices:
        for read in (*WORKED_OUT, deadlines, in_service_waits, own_places):
            read(notice)
