"""Prices by units as sentences print them, and what they come to for all that a question counts.

图书每册每天0.1元 for 2本 and 10天; 法规每科61元，其余三科每科64元，报名费每人10元 for all four.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.conversation.question import Question
from bot.figures.reckoning import Reckoned
from bot.figures.unit_counts import NUMERAL, units_told
from bot.speech.lexicon import lexicon
from bot.speech.naming import measure
from corpus import patterns as re
from corpus.alike.like_figures import LikeFigure, spoken
from corpus.notice import ClauseKind, Notice
from corpus.once import once_per_notice
from corpus.values.compact import Compact, compact
from corpus.values.numerals import number
from index.normal import search_key

__all__ = ["priced"]


@dataclass(frozen=True, slots=True)
class _Price:
    """A price, what it is for, the units that it is by, and for how many of them where that is printed."""

    figure: LikeFigure
    what: str
    by: tuple[str, ...]
    unit: str
    count: Decimal | None
    sentence: tuple[int, int]  # the clause and where its sentence begins

    @property
    def shown(self) -> str:
        return f"{self.figure.text}{self.unit}"


_PRICE = re.compile(
    r"(?P<what>[^,。;:、\d每]{0,16}?)(?P<by>(?:每[\u4e00-\u9fff]{1,2}?){1,3})(?:收取?|缴纳?|为|按|补贴|补助|奖励)?"
    r"(?P<n>\d+(?:\.\d+)?)(?P<unit>[万]?元)"
)


@once_per_notice
def _prices(notice: Notice) -> tuple[_Price, ...]:
    """The prices by units that the sentences of a notice print."""
    return tuple(p for i in range(len(notice.clauses)) for p in _of_clause(notice, i))


def _of_clause(notice: Notice, index: int) -> Iterator[_Price]:
    clause = notice.clauses[index]
    if clause.kind in (ClauseKind.ROW, ClauseKind.TABLE):
        return
    text = compact(notice.text[clause.span.start : clause.span.end], clause.span.start)
    if "每" in text.text:
        for match in _PRICE.finditer(text.text):
            yield _read(text, match, index)


def _read(text: Compact, match: re.Match[str], index: int) -> _Price:
    begins = max(text.text.rfind(mark, 0, match.start()) for mark in "。;") + 1
    by = tuple(re.findall(r"每([\u4e00-\u9fff]{1,2}?)(?=每|$)", match["by"]))
    rest = re.search(rf"(?:其余|其他|另外){NUMERAL}{by[0]}$", match["what"])
    count = number(rest["n"]) if rest else None
    value = Decimal(match["n"])
    figure = LikeFigure((match["what"],), value, match["n"], index, text.span(*match.span("n")))
    return _Price(figure, match["what"], by, match["unit"], count, (index, begins))


_HOW_MUCH = re.compile(r"多少|几[块元百]|啥价")
_OTHERWISE = re.compile(r"[少减免省退](?:多少|几)|多少个?(?:人|天|年|月|次|项|科|门|本|册)|[罚收交]不")


def priced(question: Question, notice: Notice) -> Reckoned | None:
    """What the prices come to for what is counted; None where none or several would fit."""
    text = search_key(question.text)
    if question.polar or not _HOW_MUCH.search(text) or _OTHERWISE.search(text):
        return None
    prices = _prices(notice)
    payers = _payers(text)
    if len(payers) > 1:
        return _by_kind(prices, payers, text)
    return _for_all(prices, text) or _by_several(prices, text, notice)


def _by_several(prices: Sequence[_Price], text: str, notice: Notice) -> Reckoned | None:
    """A price by two units and more, for as many of each as are told."""
    told = [(p, [(u, units_told(text, u)) for u in p.by]) for p in prices if len(p.by) > 1]
    known = [(p, [(u, n) for u, n in counts if n]) for p, counts in told]
    most = max((len(counts) for _, counts in known), default=0)
    fits = [(p, counts) for p, counts in known if len(counts) == most > 0]
    named = [measure(p.what, text) for p, _ in fits]
    best = [f for f, share in zip(fits, named, strict=True) if share == max(named)]
    if len(best) != 1 or not _is_meant(*best[0], max(named)):
        return None
    price, counts = best[0]
    total, left = price.figure.value, [u for u in price.by if u not in {x for x, _ in counts}]
    once = _once(notice, price, text)
    if left and set(left) <= _PERSONS and len(counts) == 1 and not (once or price.what.endswith("间")):
        return None  # for one person it is a price by one unit; a room has its price whoever lives in it
    for _, count in counts:
        total *= count or 1
    if total == price.figure.value:
        return None
    times = "".join(f"×{spoken(n)}{u}" for u, n in counts if n)
    by = "".join(f"每{u}" for u in price.by)
    added = "".join(f"+{o.text}元" for o in once)
    total += sum((o.value for o in once), Decimal(0))
    sum_ = f"{spoken(total)}{price.unit}" if once else "/".join((f"{spoken(total)}{price.unit}", *left))
    shown = f"（按原文数字计算：{price.shown}{times}{added}={sum_}）。"
    printed = "，".join((f"{price.what}{by}{price.shown}", *(f"{o.name}{o.text}元" for o in once)))
    return Reckoned((f"共{sum_}{shown}", printed), (price.figure, *once))


_PAID_ONCE = re.compile(
    r"(?P<what>押金|保证金|[\u4e00-\u9fff]{2,3}费)(?:为|共|收取?|按|是)?(?P<n>\d+(?:\.\d+)?)元(?![/每])"
)
_WITH = r"(?:[加和连含及、]|以及|还有|连同|算上|带上)"


def _once(notice: Notice, price: _Price, text: str) -> list[LikeFigure]:
    """What the clause of a price states to be paid once, where a question wants it added: 房费加押金."""
    clause = notice.clauses[price.figure.clause]
    said = compact(notice.text[clause.span.start : clause.span.end], clause.span.start)
    return [
        LikeFigure((m["what"],), Decimal(m["n"]), m["n"], price.figure.clause, said.span(*m.span("n")))
        for m in _PAID_ONCE.finditer(said.text)
        if price.unit == "元" and re.search(rf"{_WITH}[上]?{m['what']}|{m['what']}{_WITH}", text)
    ]


_PERSONS = frozenset(("人", "生", "户"))
_TIMES = frozenset(("天", "日", "月", "年", "学年", "学期", "小时", "晚", "季度", "周"))


def _is_meant(price: _Price, counts: Sequence[tuple[str, Decimal | None]], named: float) -> bool:
    """Whether a question is of a price: by what it counts, for how long alone may be of anything else."""
    return named >= _WHOLE or any(u not in _TIMES for u, _ in counts)


_WHOLE = 0.75
_ALL = re.compile(r"全[科部考报]|全都|都[报考参]|所有|[科门项]全")
_TAKEN = "科门项场级"


def _for_all(prices: Sequence[_Price], text: str) -> Reckoned | None:
    """All that one sentence prices: each subject by itself, 其余三科 for three, and what each person pays."""
    for sentence in dict.fromkeys(p.sentence for p in prices):
        own = [p for p in prices if p.sentence == sentence and len(p.by) == 1]
        taken = [p for p in own if p.by[0] in _TAKEN]
        unit = taken[0].by[0] if len({p.by[0] for p in taken}) == 1 else ""
        if len(taken) < 2 or not unit or not any(p.count for p in taken):
            continue
        apiece = [(p, Decimal(1)) for p in own if p.by[0] in ("人", "生")]
        counts = [(p, p.count or Decimal(1)) for p in taken]
        asked, whole = units_told(text, unit), sum(n for _, n in counts)
        if asked == whole or (asked is None and _ALL.search(text)):
            return _added_up([*counts, *apiece])
        if asked and asked < whole and len(taken) == 2:
            return _of_some(taken, asked, apiece, text)
    return None


_PAYER = re.compile(
    rf"{NUMERAL}(?:个|名|位)(?P<who>[\u4e00-\u9fff]{{1,2}}?(?:人|生|童|孩|年|士|员|民|工))(?!间|次|天)"
)


def _payers(text: str) -> list[tuple[str, Decimal]]:
    """How many of which kinds of people pay: 两个大人一个学生."""
    found = ((m["who"], number(m["n"])) for m in _PAYER.finditer(text))
    return [(who, n) for who, n in found if n is not None]


def _by_kind(prices: Sequence[_Price], payers: Sequence[tuple[str, Decimal]], text: str) -> Reckoned | None:
    """What people of several kinds pay together, each the price of their kind in one sentence."""
    for sentence in dict.fromkeys(p.sentence for p in prices):
        own = [p for p in prices if p.sentence == sentence and set(p.by) & _PERSONS]
        counted = [(p, n) for who, n in payers for p in own if _is_kind(p.what, who)]
        if len(counted) < len(payers) or len({p.figure for p, _ in counted}) < len(payers):
            continue
        others = {u: units_told(text, u) or Decimal(1) for p, _ in counted for u in p.by if u not in _PERSONS}
        times = Decimal(1)
        for count in others.values():
            times *= count
        return _added_up([(p, n * times) for p, n in counted])
    return None


def _is_kind(printed: str, who: str) -> bool:
    """Whether a price is printed for a kind of people, by their name or one that means the same."""
    called = (who, *lexicon().synonyms.get(who, ()), *_CALLED.get(who, ()))
    return any(printed.endswith(c) or c in printed for c in called)


_CALLED = {
    "大人": ("成人", "成年人"),
    "小孩": ("儿童", "少儿"),
    "孩子": ("儿童", "少儿"),
    "老人": ("老年人",),
}
_Counted = Sequence[tuple[_Price, Decimal]]


def _of_some(taken: Sequence[_Price], asked: Decimal, apiece: _Counted, text: str) -> Reckoned | None:
    """Some of what one and the rest are priced apart: with the one among them, and without it."""
    one, rest = sorted(taken, key=lambda p: p.count or Decimal(1))
    if rest.count is None or one.count is not None or asked > rest.count:
        return None
    with_it = _added_up([(one, Decimal(1)), *([(rest, asked - 1)] if asked > 1 else []), *apiece])
    if measure(one.what, text) >= _NAMED:
        return with_it
    without = _added_up([(rest, asked), *apiece])
    lines = (f"含{one.what}的{with_it.lines[0]}", f"不含{one.what}的{without.lines[0]}", with_it.lines[1])
    return Reckoned(lines, (one.figure, rest.figure, *(p.figure for p, _ in apiece)))


_NAMED = 0.6  # the share of a name that has to be said


def _added_up(counted: _Counted) -> Reckoned:
    total = spoken(sum((p.figure.value * n for p, n in counted), Decimal(0)))
    parts = [f"{p.shown}×{spoken(n)}" if n > 1 else p.shown for p, n in counted]
    told = "，".join(f"{p.what}{''.join(f'每{u}' for u in p.by)}{p.shown}" for p, _ in counted)
    line = f"共{total}{counted[0][0].unit}（按原文数字计算：{'+'.join(parts)}={total}{counted[0][0].unit}）。"
    return Reckoned((line, told), tuple(p.figure for p, _ in counted))
