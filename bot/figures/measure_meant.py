"""Which measure is meant where several fit a question nearly as well: the total, the plain one, the prize."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.figures.operations import Operation, Wanted
from corpus import patterns as re
from corpus.alike.like_figures import LikeFigure, LikeFigures

__all__ = ["FITS", "TOTAL", "Chosen", "those_meant"]

TOTAL = re.compile(r"合计|总计|总额")
FITS = {
    "money": re.compile(r"元|[费价金薪]|租"),
    "persons": re.compile(r"人|名(?!次)|位|计划|名额|招"),
    "growth": re.compile(r"增长|增速|增幅|同比|环比|下降|涨"),
    "time": re.compile(r"年|月|天|日|时|分钟|周"),
    "share": re.compile(r"占|比重|比例"),
}
_CLOSE = 0.15  # a rival this near in score leaves it open which measure is meant
_FEW = 3  # measures that are told side by side where it is open which is meant
_DERIVED = frozenset({"growth", "share"})
_PRIZE = re.compile(r"奖")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The like figures that a question is about; `named` are those that it names, in their order there."""

    group: LikeFigures
    named: tuple[LikeFigure, ...]
    score: float


def those_meant(found: Sequence[Chosen], want: Wanted) -> tuple[Chosen, ...]:
    """Of figures that fit, best first, those of the measure that is meant.

    Where it is open which of a few is, all of them for who is highest or lowest, and () for else.
    """
    best = found[0]
    close = [c for c in found if c.score > best.score - _CLOSE and not _says_the_same(c, best)]
    rivals = [c for c in close if c.named or not best.named]  # what names nothing asked about is no rival
    if not rivals:
        return (best,)
    for told in (_is_total, _is_plain(want), _is_prize(want)):
        meant = [c for c in (best, *rivals) if told(c)]
        if len(meant) == 1:
            return (meant[0],)
    few = len(rivals) < _FEW and want.operation in (Operation.HIGHEST, Operation.LOWEST)
    return (best, *rivals) if few else ()


def _is_total(chosen: Chosen) -> bool:
    return TOTAL.search(chosen.group.measure) is not None


def _is_plain(want: Wanted) -> Callable[[Chosen], bool]:
    """Whether a measure is no share and no growth, where the question speaks of neither."""
    spoken = want.measures & _DERIVED
    return lambda chosen: not spoken and not any(FITS[m].search(chosen.group.measure) for m in _DERIVED)


def _is_prize(want: Wanted) -> Callable[[Chosen], bool]:
    """Whether a measure is the amount of prizes: a question that counts nobody compares the amounts."""
    counts = bool(want.unit or want.measures)
    return lambda chosen: (
        not counts and "元" in chosen.group.unit and all(_PRIZE.search(f.name) for f in chosen.named)
    )


def _says_the_same(one: Chosen, other: Chosen) -> bool:
    return [f.value for f in one.named or one.group.figures] == [
        f.value for f in other.named or other.group.figures
    ]
