"""Marks in several subjects against a bound on each of them or on their sum: 理论71，实操59; 四项加起来29."""

from __future__ import annotations

from decimal import Decimal

from bot.person.ages import ages_in
from bot.speech.amounts import Amount, amounts_in
from bot.speech.bounded import spoken_amount
from bot.speech.interval import Interval
from corpus import patterns as re

__all__ = ["marks_for"]

_EACH = re.compile(
    r"均|各(?!种)|每(?:项|门|科|个|一)|任[一何意]|单科|单项|[两二三四五六]项|[两二三四五六][科门]"
)
_SUM = re.compile(r"合计|总分|总成绩|总计|之和|加起来|总和|相加|共计")
_IN_ALL = re.compile(r"(?:总分|总共|总成绩|加起来|一共|合计|总计|拢共|总和)[^，。；,;\d]{0,4}$")
_GAP = 8  # characters between two marks told side by side, at most


def marks_for(words: str, text: str) -> tuple[Interval, str] | None:
    """What a bound on each mark or on their sum (`words`) compares with, and how the sum was worked out.

    None where the bound is on neither, or where no more than one mark is told.
    """
    each, sum_ = _EACH.search(words), _SUM.search(words)
    if each is None and sum_ is None:
        return None
    ages = [a.start for a in ages_in(text)]
    told = [a for a in amounts_in(text) if a.unit in ("分", "") and a.start not in ages and a.much.exact]
    total = next((a for a in told if _IN_ALL.search(text[: a.start])), None)
    marks = _side_by_side([a for a in told if a is not total])
    if sum_ is not None and total is not None:
        return total.much, ""
    if len(marks) < 2:
        return None
    values = [a.much.low for a in marks]
    if sum_ is None:
        return Interval.exactly(min(values)), ""
    worked = f"{'＋'.join(spoken_amount(v, '') for v in values)}={spoken_amount(sum(values, Decimal(0)), '')}"
    return Interval.exactly(sum(values, Decimal(0))), worked


def _side_by_side(told: list[Amount]) -> list[Amount]:
    """The longest run of marks with few words between them."""
    runs: list[list[Amount]] = []
    for amount in told:
        if runs and amount.start - runs[-1][-1].end <= _GAP:
            runs[-1].append(amount)
        else:
            runs.append([amount])
    return max(runs, key=len, default=[])
