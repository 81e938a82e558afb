"""What a rate of a notice comes to for the sum that a question tells: 投了200万 at 按投资额的10%补助.

The rate is that of the row in whose range the sum lies, or the one that a sentence gives of something that
the question names. The most that is given bounds it. The reckoning is shown, and all it rests on is cited.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from bot.conversation.question import Question
from bot.figures.case_rows import rows_of_case
from bot.figures.reckoning import Reckoned
from bot.finding.cells import unit_of
from bot.speech.amounts import Amount, amounts_in
from bot.speech.naming import measure
from corpus import patterns as re
from corpus.alike.like_figures import LikeFigure, spoken
from corpus.notice import Cell, ClauseKind, Notice
from corpus.once import once_per_notice
from corpus.tree.range_cells import base_unit
from corpus.values.compact import compact
from corpus.values.numerals import number
from index.normal import search_key

__all__ = ["SHARE", "rated", "share_of"]


@dataclass(frozen=True, slots=True)
class _Rate:
    """A share in per cent, of what it is one and in which case, and the most that it comes to, in yuan."""

    figure: LikeFigure
    of: str
    case: str = ""
    cap: Decimal | None = None
    cap_figure: LikeFigure | None = None


_HOW_MUCH = re.compile(r"多少|几[万千百块元]|啥价")
_OTHERWISE = re.compile(r"百分之|比例|几成|多少个?(?:点|人|天|年|月|次|项|家|户)|[少减免省](?:多少|几)")


def rated(question: Question, notice: Notice) -> Reckoned | None:
    """What the one rate that fits comes to; None where none or several do, or something else is asked."""
    text = search_key(question.text)
    if question.polar or not _HOW_MUCH.search(text) or _OTHERWISE.search(text):
        return None
    sums = [a for a in amounts_in(text) if a.unit == "元" and a.much.exact]
    if not sums:
        return None
    rows, stated = tuple(_of_rows(question, notice)), _of_sentences(notice)
    found = _named((*rows, *stated), text) or (rows if not stated else ())
    if len(found) != 1:
        return None
    told = _sum_of(found[0].of, sums, text)
    return _too_little(found[0], told, notice) or _come_to(found[0], told)


_TOO_LITTLE = re.compile(
    r"(?:不足|低于|不满|少于|未达到?)(?P<n>\d[\d,]*(?:\.\d+)?)(?P<unit>[万亿]?元)的?,?(?:不予?|不再)(?:[补奖支享资受核]|发放)"
)


def _too_little(rate: _Rate, told: Decimal, notice: Notice) -> Reckoned | None:
    """That nothing is given for so small a sum, where the clause of a rate says so: 不足50万元的不予补助."""
    clause = notice.clauses[rate.figure.clause]
    text = compact(notice.text[clause.span.start : clause.span.end], clause.span.start)
    least = _TOO_LITTLE.search(text.text) if not clause.cells else None
    value = number(least["n"]) if least else None
    if least is None or value is None or told >= value * base_unit(least["unit"])[1]:
        return None
    figure = LikeFigure(("起点",), value, least["n"], rate.figure.clause, text.span(*least.span("n")))
    line = f"按您说的{_in_words(told)}没有：低于{least['n']}{least['unit']}的不予计算。"
    return Reckoned((line, notice.quote(text.span(*least.span()))), (figure,))


def _named(rates: tuple[_Rate, ...], text: str) -> list[_Rate]:
    """The rates of what a question names, by the case where it does not say what they are of."""
    names = [(r.of, _ACTS.sub("", r.of), r.case) for r in rates]
    said = [max(measure(n, text) for n in found if len(n) > 1) for found in names]
    return [r for r, share in zip(rates, said, strict=True) if share == max(said, default=0.0) >= _NAMED]


# What is done with a thing, and that it is a sum: 设备 of 设备购置额.
_ACTS = re.compile(r"实际|新增|年度?|购[置买]|采购|投[资入]|支出|发生|总?(?:金?额|费用?|价款?)")
_NAMED = 0.5  # the share of a name that has to be said


def _sum_of(of: str, sums: list[Amount], text: str) -> Decimal:
    """The sum told of what a rate is of, by the words before it; the last one that is told, else."""
    said = [measure(of, re.split(r"[，。；,; ]", text[: a.start])[-1]) for a in sums]
    best = max(said)
    return next(a for a, s in zip(reversed(sums), reversed(said), strict=True) if s == best).much.low


def _come_to(rate: _Rate, told: Decimal) -> Reckoned:
    value = (told * rate.figure.value / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    shown = f"{_in_words(told)}×{rate.figure.text}={_in_words(value)}"
    figures = (rate.figure,) if rate.cap_figure is None else (rate.figure, rate.cap_figure)
    if rate.cap is not None and value > rate.cap:
        line = (
            f"按您说的情况是{_in_words(rate.cap)}（按原文数字计算：{shown}，超过上限{_in_words(rate.cap)}）。"
        )
    else:
        within = f"，未超过上限{_in_words(rate.cap)}" if rate.cap is not None else ""
        line = f"按您说的情况是{_in_words(value)}（按原文数字计算：{shown}{within}）。"
    return Reckoned((line,), figures)


def _in_words(value: Decimal) -> str:
    """A sum in 万元 where that is shorter."""
    return f"{spoken(value / 10**4)}万元" if value >= 10**4 and value % 100 == 0 else f"{spoken(value)}元"


# --- rates in tables -----------------------------------------------------------------------------------

_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*[%％]")
_NO_SHARE = re.compile(r"利率|增长|同比|合格|通过")
_ADDED_UP = re.compile(r"累进|(?<!不)分[档段]累[加计]")
_CAP_COLUMN = re.compile(r"上限|最高|封顶|限额")


def _of_rows(question: Question, notice: Notice) -> Iterator[_Rate]:
    """The rates of the rows in whose range of sums the one told lies."""
    for table in (i for i, c in enumerate(notice.clauses) if c.kind is ClauseKind.TABLE):
        rows = rows_of_case(question, notice, table)
        if len(rows) != 1:
            continue
        ((row, ranges),) = rows.items()
        cells = notice.clauses[row].cells
        shares = [(c, m) for c in cells if c not in ranges and (m := _PERCENT.fullmatch(c.text.strip()))]
        if (
            len(shares) != 1
            or _NO_SHARE.search(shares[0][0].header)
            or "元" not in "".join(c.header + c.text for c in ranges)
        ):
            continue
        if _BY_PARTS.search("".join(c.text for c in ranges)) or _ADDED_UP.search(notice.text):
            continue
        cell, share = shares[0]
        figure = LikeFigure((cell.header,), Decimal(share[1]), f"{share[1]}%", row, cell.span)
        cap = next((c for c in cells if _CAP_COLUMN.search(c.header) and c is not cell), None)
        yield _Rate(figure, _bare(ranges[0].header), "", _yuan(cap) if cap is not None else None)


def _bare(header: str) -> str:
    return re.sub(r"[（(][^（）()]*[）)]", "", header)


def _yuan(cell: Cell) -> Decimal | None:
    match = re.fullmatch(r"(\d[\d,]*(?:\.\d+)?)\s*([万亿]?元)?", cell.text.strip())
    value = number(match[1].replace(",", "")) if match else None
    if match is None or value is None:
        return None
    return value * base_unit(match[2] or unit_of(cell))[1]


# --- rates in sentences --------------------------------------------------------------------------------

SHARE = r"(?:(?P<rate>\d+(?:\.\d+)?)%|(?P<under>[二三四五六七八九十])分之(?P<over>[一二三四五六七八九]))"
_RATED = re.compile(
    r"(?:按照?|给予|以)(?P<of>[^,。;、()\d%]{2,24}?)(?:\([^()]*\))?的?(?:不超过)?"
    rf"{SHARE}(?:的?(?:比例|标准|额度))?"
    r"(?:,?(?:给予|予以|进行|一次性|核定|发放))*(?:补助|补贴|奖励|资助|贴息|返还|退还|补偿|缴纳|收取|计收|计算|核算)"
)
_MOST = re.compile(r"(?:最高(?:不超过)?|不超过|上限(?:为)?|封顶)(?P<n>\d[\d,]*(?:\.\d+)?)(?P<unit>[万亿]?元)")
_BY_PARTS = re.compile(r"部分|累进|分段|起付|逐年|第[一二三1-3]年")


@once_per_notice
def _of_sentences(notice: Notice) -> tuple[_Rate, ...]:
    """The rates that sentences give of something, each with the bound that its sentence puts on it."""
    return tuple(r for i in range(len(notice.clauses)) for r in _of_clause(notice, i))


def share_of(match: re.Match[str]) -> tuple[Decimal, str]:
    """A rate in per cent, and how it is written: 15%, 2/3."""
    if match["rate"]:
        return Decimal(match["rate"]), f"{match['rate']}%"
    over, under = number(match["over"]) or Decimal(0), number(match["under"]) or Decimal(1)
    return 100 * over / under, f"{spoken(over)}/{spoken(under)}"


def _of_clause(notice: Notice, index: int) -> Iterator[_Rate]:
    clause = notice.clauses[index]
    if clause.kind in (ClauseKind.ROW, ClauseKind.TABLE):
        return
    text = compact(notice.text[clause.span.start : clause.span.end], clause.span.start)
    for match in _RATED.finditer(text.text):
        stop = re.compile(r"[。;]|$").search(text.text, match.end())
        end = stop.start() if stop else len(text.text)
        before = re.split(r"[。;]", text.text[: match.start()])[-1]
        if _BY_PARTS.search(before + text.text[match.start() : end]):
            continue
        most = _MOST.search(text.text, match.end(), end)
        case = before.rstrip(",的") if before.endswith(",") else ""
        place = text.span(*match.span("rate" if match["rate"] else "over"))
        figure = LikeFigure((match["of"],), *share_of(match), index, place)
        if most is None:
            yield _Rate(figure, match["of"], case)
            continue
        value = Decimal(most["n"].replace(",", "")) * base_unit(most["unit"])[1]
        bound = LikeFigure(("上限",), value, most["n"], index, text.span(*most.span("n")))
        yield _Rate(figure, match["of"], case, value, bound)
