"""Operations on like figures: what they come to, in exact decimals, and the figures that were used.

What a notice states itself goes before what is worked out; what is worked out is said to be. Ties are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from bot.figures.measure_meant import Chosen
from bot.figures.operations import Operation, Wanted
from bot.figures.stated_totals import scale_of, stated_total
from corpus import patterns as re
from corpus.alike.like_figures import LikeFigure, is_additive, spoken
from corpus.notice import Notice
from corpus.values.facts import number

__all__ = ["Reckoned", "reckon", "together"]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The result in words, decisive first, and the figures it rests on, those told first."""

    lines: tuple[str, ...]
    figures: tuple[LikeFigure, ...]


def reckon(want: Wanted, chosen: Chosen, notice: Notice) -> Reckoned | None:
    """Do an operation on figures of a notice; None where they do not bear it."""
    return _Reckoner(want, chosen, notice).reckon()


def together(results: Sequence[Reckoned]) -> Reckoned | None:
    """Several results told one after the other; None for none."""
    if not results:
        return None
    return Reckoned(
        tuple(line for r in results for line in r.lines), tuple(f for r in results for f in r.figures)
    )


def _exact(value: Decimal, places: str) -> str:
    """`value` rounded half up, with 约 before it where that changes it."""
    rounded = value.quantize(Decimal(places), ROUND_HALF_UP)
    return f"{'' if rounded == value else '约'}{spoken(rounded)}"


class _Reckoner:
    """One operation on one group of figures."""

    def __init__(self, want: Wanted, chosen: Chosen, notice: Notice) -> None:
        self.want, self.group, self.named, self.notice = want, chosen.group, chosen.named, notice
        figures = chosen.named if len(chosen.named) > 1 else chosen.group.figures
        self.figures = [f for f in figures if not (want.without and _is_called(f, want.without))]

    def reckon(self) -> Reckoned | None:
        match self.want.operation:
            case Operation.HIGHEST | Operation.LOWEST:
                return self._more() if self.want.count == 0 else self._extreme()
            case Operation.RANK:
                return self._rank()
            case Operation.TOTAL:
                return self._total()
            case Operation.DIFFERENCE:
                return self._apart()
            case Operation.SHARE:
                return self._share()
            case Operation.AVERAGE:
                return self._average()
            case Operation.ABOVE | Operation.BELOW | Operation.EXACTLY:
                return self._bounded()
            case Operation.SAME:
                return self._same()
            case Operation.ONE:
                return None  # nothing to work out

    # --- words -------------------------------------------------------------------------------------

    def _of(self, figure: LikeFigure) -> str:
        """What a figure is of, with the cell that 哪个 asks for."""
        asked = [t for c, t in figure.keys if c and self.want.kind.startswith(c.removesuffix("名称"))]
        return " ".join(dict.fromkeys((*figure.names, *(t for t in asked if t not in figure.names))))

    def _with(self, figure: LikeFigure) -> str:
        """A figure with its unit, and what it was added up from."""
        parts = "+".join(p.text for p in figure.parts)
        return f"{figure.text}{self.group.unit}" + (
            f"（按原文数字计算：{parts}={figure.text}）" if parts else ""
        )

    @property
    def _measure(self) -> str:
        return self.group.measure.replace(" ", "")

    @property
    def _counts(self) -> bool:
        return is_additive(self.group.unit) and "元" not in self.group.unit

    # --- operations ----------------------------------------------------------------------------------

    def _sorted(self) -> list[LikeFigure]:
        high = self.want.operation is not Operation.LOWEST
        return sorted(self.figures, key=lambda f: -f.value if high else f.value)

    def _extreme(self) -> Reckoned | None:
        ranked = self._sorted()
        if len(ranked) < 2:
            return None
        high = self.want.operation is Operation.HIGHEST
        most = ("最多" if high else "最少") if self._counts else ("最高" if high else "最低")
        if self.want.count > 1:
            first = ranked[: self.want.count]
            told = "；".join(f"{n}. {self._of(f)}：{self._with(f)}" for n, f in enumerate(first, start=1))
            side = "从高到低" if high else "从低到高"
            return Reckoned((f"{self._measure}{side}前{len(first)}：{told}",), tuple(ranked))
        if self.want.place > len(ranked):
            return None
        place = self.want.place - 1
        first = [f for f in ranked if f.value == ranked[place].value]
        if len(first) == len(ranked):
            return Reckoned((f"{self._measure}都一样：{self._with(first[0])}",), tuple(ranked))
        tied = "并列" if len(first) > 1 else ""
        where = f"{'从高到低' if high else '从低到高'}排第{self.want.place}" if place else most
        line = f"{self._measure}{where}的是{_joined(map(self._of, first))}{tied}：{self._with(first[0])}"
        return Reckoned((line, f"（按原文数字比较了{len(ranked)}项）"), tuple(ranked))

    def _more(self) -> Reckoned | None:
        """Which of two is higher, and by how much."""
        if len(self.figures) != 2:
            return self._extreme()
        high, low = sorted(self.figures, key=lambda f: -f.value)
        if self.want.operation is Operation.LOWEST:
            high, low = low, high
        return self._difference(high, low)

    def _apart(self) -> Reckoned | None:
        return self._difference(*self.figures) if len(self.figures) == 2 else None

    def _difference(self, first: LikeFigure, second: LikeFigure) -> Reckoned:
        high, low = sorted((first, second), key=lambda f: -f.value)
        unit = "个百分点" if self.group.unit == "%" else self.group.unit
        if high.value == low.value:
            line = f"两者一样，{self._measure}都是{self._with(high)}"
            return Reckoned((line,), (high, low))
        apart = spoken(high.value - low.value)
        more = "多" if self._counts else "高"
        line = f"{self._of(high)}比{self._of(low)}{more}{apart}{unit}"
        shown = f"（按原文数字计算：{high.text}-{_in_brackets(low)}={apart}）"
        told = "，".join(f"{self._of(f)}{self._measure}{self._with(f)}" for f in (high, low))
        return Reckoned((line + shown, told), (high, low))

    def _same(self) -> Reckoned | None:
        if len(self.figures) > 2:
            return self._all_same()
        if len(self.figures) != 2:
            return None
        first, second = self.figures
        found = self._difference(first, second)
        if first.value == second.value:
            return found
        return Reckoned((f"不一样。{found.lines[0]}", *found.lines[1:]), found.figures)

    def _all_same(self) -> Reckoned:
        """Whether all figures of a measure are the same: 理论费都一样吗."""
        low, high = min(self.figures, key=lambda f: f.value), max(self.figures, key=lambda f: f.value)
        if low.value == high.value:
            return Reckoned((f"都一样，{self._measure}都是{self._with(low)}",), tuple(self.figures))
        ends = "，".join(f"{self._of(f)}{self._with(f)}" for f in (low, high))
        return Reckoned((f"不一样，{self._measure}从{low.text}到{self._with(high)}：{ends}",), (low, high))

    def _rank(self) -> Reckoned | None:
        if len(self.named) != 1 or len(self.group.figures) < 2:
            return None
        figure, everyone = self.named[0], self.group.figures
        above = sum(f.value > figure.value for f in everyone)
        tied = sum(f.value == figure.value for f in everyone) - 1
        place = f"{len(everyone)}项中从高到低排第{above + 1}"
        line = f"{self._of(figure)}的{self._measure}是{self._with(figure)}，{place}"
        beside = f"（与另外{tied}项并列）" if tied else ""
        order = sorted(everyone, key=lambda f: -f.value)
        listed = "、".join(f"{self._of(f)}{f.text}" for f in order[: above + 1])
        return Reckoned((f"{line}{beside}（按原文数字排序：{listed}）",), (figure, *order))

    def _total(self) -> Reckoned | None:
        group = self.group
        if len(self.named) < 2 and group.wholes and not self.want.without:
            whole = group.wholes[0]
            line = f"{self._measure}{whole.name if whole.name == '合计' else '共'}{whole.text}{group.unit}"
            return Reckoned((line,), (whole, *group.figures))
        if not is_additive(group.unit) or len(self.figures) < 2:
            return None
        times = {f.name: c for f, c in zip(group.figures, group.counts, strict=False)}
        if group.counts and "元" in group.unit:
            return self._total_of_each([(f, times[f.name]) for f in self.figures])
        value = sum((f.value for f in self.figures), Decimal(0))
        total, shown = spoken(value), "+".join(f.text for f in self.figures)
        line = f"{self._measure}共{total}{group.unit}（按原文数字计算：{shown}={total}）"
        told = "、".join(f"{self._of(f)}{self._with(f)}" for f in self.figures)
        stated = stated_total(self.notice, group, self.figures)
        if stated is None:
            return Reckoned((line, told), tuple(self.figures))
        own = LikeFigure(("共",), value, stated.text, stated.clause, stated.span)
        if number(stated.value) == value * scale_of(group.unit):
            agrees = f"{self._measure}共{stated.text}（通知写明，与各项相加{shown}相符）"
            return Reckoned((agrees, told), (own, *self.figures))
        if stated.clause == group.clause:  # some of its parts are not among the figures read
            return Reckoned((f"{self._measure}共{stated.text}（通知写明）",), (own, *self.figures))
        return Reckoned((f"通知写明共{stated.text}；表中各项相加：{line}", told), (own, *self.figures))

    def _total_of_each(self, counted: Sequence[tuple[LikeFigure, LikeFigure]]) -> Reckoned:
        """Amounts times how many there are of each: 一等奖3名，奖金4000元."""
        total = spoken(sum((f.value * n.value for f, n in counted), Decimal(0)))
        shown = "+".join(f"{f.text}×{n.text}" if n.value != 1 else f.text for f, n in counted)
        line = (
            f"{self._measure}共{total}{self.group.unit}（每项金额乘以数量，按原文数字计算：{shown}={total}）"
        )
        told = "、".join(f"{self._of(f)}{self._with(f)}" for f, _ in counted)
        return Reckoned((line, told), tuple(f for pair in counted for f in pair))

    def _share(self) -> Reckoned | None:
        group = self.group
        if group.unit == "%" or re.search(r"占比|比重|占.*比例", group.measure):
            told = "，".join(f"{self._of(f)}：{self._with(f)}" for f in self.named)
            return Reckoned((f"{told}（{self._measure}）",), self.named)
        if not is_additive(group.unit) or len(self.named) == len(group.figures):
            return None
        part = sum((f.value for f in self.named), Decimal(0))
        whole = group.wholes[0].value if group.wholes else group.total
        if whole <= 0 or part > whole or (not group.wholes and not group.kinds):
            return None
        share = _exact(100 * part / whole, "0.1")
        names = "、".join(map(self._of, self.named))
        over = group.wholes[0].text if group.wholes else "+".join(f.text for f in group.figures)
        under = "+".join(f.text for f in self.named)
        line = f"{names}占{share}%（{self._measure}，按原文数字计算：{under}÷{_bracketed(over)}）"
        return Reckoned((line,), (*self.named, *(group.wholes[:1] or group.figures)))

    def _average(self) -> Reckoned | None:
        if not is_additive(self.group.unit) or len(self.figures) < 2:
            return None
        total = sum((f.value for f in self.figures), Decimal(0))
        mean = _exact(total / len(self.figures), "0.01")
        shown = f"（按原文数字计算：{spoken(total)}÷{len(self.figures)}项）"
        line = f"{self._measure}平均{mean}{self.group.unit}{shown}"
        told = "、".join(f"{self._of(f)}{self._with(f)}" for f in self.figures)
        return Reckoned((line, told), tuple(self.figures))

    def _bounded(self) -> Reckoned:
        bound = self.want.bound * scale_of(self.want.bound_unit)
        within = [f for f in self._sorted() if self._is_within(f.value * scale_of(self.group.unit), bound)]
        said = self._said_bound()
        if not within:
            return Reckoned(
                (f"{self._measure}{said}的没有（比较了{len(self.figures)}项）",), tuple(self.figures)
            )
        line = f"{self._measure}{said}的有{len(within)}项："
        told = "、".join(f"{self._of(f)}{self._with(f)}" for f in within)
        return Reckoned((line + told,), (*within, *(f for f in self.figures if f not in within)))

    def _is_within(self, value: Decimal, bound: Decimal) -> bool:
        if value == bound:
            return self.want.inclusive
        if self.want.operation is Operation.EXACTLY:
            return False
        return (value > bound) == (self.want.operation is Operation.ABOVE)

    def _said_bound(self) -> str:
        if not self.want.bound_unit and not self.want.bound:
            return "低于0"
        if self.want.operation is Operation.EXACTLY:
            return f"为{spoken(self.want.bound)}{self.want.bound_unit}"
        above, inclusive = self.want.operation is Operation.ABOVE, self.want.inclusive
        word = ("不低于" if inclusive else "超过") if above else ("不超过" if inclusive else "低于")
        return f"{word}{spoken(self.want.bound)}{self.want.bound_unit or self.group.unit}"


def _joined(names: Iterable[str]) -> str:
    """Names in a row; with a mark that stands in none of them."""
    kept = list(names)
    return ("；" if any("、" in n for n in kept) else "、").join(kept)


def _is_called(figure: LikeFigure, name: str) -> bool:
    return any(name in text or text in name for _, text in figure.keys)


def _in_brackets(figure: LikeFigure) -> str:
    return f"({figure.text})" if figure.value < 0 else figure.text


def _bracketed(sum_: str) -> str:
    return f"({sum_})" if "+" in sum_ else sum_
