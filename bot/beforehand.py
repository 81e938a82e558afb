"""What is worked out of every notice beforehand, so that no question has to wait for it.

Each of these is kept for as long as its notice (`corpus.once`). Compiling the conditions of one long notice
takes tens of milliseconds, many times what an answer takes: that is done before the first answer. What takes
a millisecond at most is done behind it (`bot.service.warming`).
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.figures.figure_context import context_of_clause
from bot.finding.records import records_of
from bot.judging.studied import in_service_waits
from bot.speech.timing import deadlines
from bot.verdict.verdicts import own_places
from corpus.alike.parallel_figures import like_figures_of
from corpus.kept import WORKED_OUT
from corpus.notice import Notice
from corpus.once import read_all

__all__ = ["work_out", "work_out_rest"]


def work_out(notices: Iterable[Notice]) -> None:
    """Compile the conditions of the notices and find their days, deductions, figures, classes and places."""
    for notice in notices:
        for read in (*WORKED_OUT, deadlines, in_service_waits, own_places):
            read(notice)


def work_out_rest(notice: Notice) -> None:
    """Find all else that is found of a notice once, which most questions need not know."""
    read_all(notice)
    records_of(notice).read()
    for group in like_figures_of(notice):
        context_of_clause(notice, group.clause)
