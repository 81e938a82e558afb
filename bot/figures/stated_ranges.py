"""What sentences give to each of several ranges, told for the one that holds a figure of the question.

6至9岁每次30元；10至14岁每次50元 asked of 12岁; 75分以上为甲档，60分以上不足75分为乙档 asked of
70分. Items of a list that begin with a range each are ranges too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.conversation.question import Question
from bot.figures.reckoning import Reckoned
from bot.finding.evidence import Evidence
from bot.finding.values import holds
from bot.person.ages import ages_in
from bot.speech.amounts import amounts_in
from corpus import patterns as re
from corpus.alike.like_figures import LikeFigure
from corpus.notice import ClauseKind, Notice, Span
from corpus.once import once_per_notice
from corpus.tree.range_cells import CellRange, base_unit, range_in
from corpus.values.compact import Compact, compact
from index.normal import search_key

__all__ = ["in_stated_range"]

_PART = re.compile(r"[^,;。]+[,;。]?")
_FAR = 12  # characters before the range that a part is of
_BEST = 5  # so many of the best passages may state what is asked
_SAID = re.compile(r"\d|[一二三四五六七八九十]")
_BESIDE = re.compile(r"再加|另加|另[再奖补]|再[奖补发]|加发|增发|上述|其中")  # what is given beside a range
_YEAR = re.compile(r"(?:19|20)\d\d年")
_ASKS = re.compile(r"多少|几(?![号月日点])|哪一?[档级类等]|什么(?:等级|级别|档)")
_WHETHER = re.compile(r"[吗么][?？]?$|能不能|可不可以|是不是|有没有")
_CLASS = re.compile(r"几(?P<of>级|等|档|类|倍|星)")


@dataclass(frozen=True, slots=True)
class _Tier:
    """A range, and the words that say what is so within it, with their place."""

    range: CellRange
    said: str
    clause: int
    span: Span


def in_stated_range(question: Question, notice: Notice, evidence: Sequence[Evidence]) -> Reckoned | None:
    """The words on the one range that holds a figure told; None where none or several are asked about."""
    if _WHETHER.search(question.text) or not _ASKS.search(question.text):
        return None
    near = {e.passage.clause for e in evidence[:_BEST] if e.notice is notice}
    series = [s for s in _series(notice) if any(t.clause in near for t in s)]
    found = [t for s in series if (t := _holding(question, s)) and _answers(question, notice, t)]
    if len(found) != 1:
        return None
    tier = found[0]
    figure = LikeFigure(("范围",), tier.range.low or Decimal(0), tier.said, tier.clause, tier.span)
    return Reckoned((tier.said,), (figure,))


def _answers(question: Question, notice: Notice, tier: _Tier) -> bool:
    """Whether the words on a range hold what is asked for: every kind of value, or the class."""
    if named := _CLASS.search(question.text):
        return named["of"] in tier.said
    facts = [f for f in notice.facts if tier.span.covers(f.span)]
    return bool(question.wants) and all(holds(w, question.unit, facts, tier.said) for w in question.wants)


def _holding(question: Question, tiers: Sequence[_Tier]) -> _Tier | None:
    """The one range that holds a figure told; of those that are all open to one side the nearest end."""
    for low, high in _told(question, tiers[0].range.unit):
        held = [t for t in tiers if t.range.holds(low) and t.range.holds(high)]
        if len(held) > 1 and all(t.range.high is None for t in held):
            held = [max(held, key=lambda t: t.range.low or Decimal(0))]
        elif len(held) > 1 and all(t.range.low is None for t in held):
            held = [min(held, key=lambda t: t.range.high or Decimal(0))]
        if len(held) == 1:
            return held[0]
    return None


def _told(question: Question, unit: str) -> Iterator[tuple[Decimal, Decimal]]:
    """The figures of a question in a unit, lowest and highest that each may be."""
    text = search_key(question.text).replace(",", "，")
    if unit == "岁":
        yield from ((a.much.low, a.much.high) for a in ages_in(text))
        return
    for amount in amounts_in(text):
        base, times = base_unit(amount.unit)
        if base == unit:
            yield amount.much.low * times, amount.much.high * times


@once_per_notice
def _series(notice: Notice) -> tuple[tuple[_Tier, ...], ...]:
    """The ranges in one unit that stand side by side, in a sentence or in a list."""
    found: list[tuple[_Tier, ...]] = []
    for index, clause in enumerate(notice.clauses):
        if clause.kind not in (ClauseKind.ROW, ClauseKind.TABLE):
            found += _alike(list(_tiers(_own(notice, index), index)))
        items = [i for i in clause.children if notice.clauses[i].kind is ClauseKind.ITEM]
        found += _alike([t for i in items for t in _of_item(notice, i)])
    return tuple(found)


def _own(notice: Notice, index: int) -> Compact:
    """The text of a clause behind its number."""
    span, marker = notice.clauses[index].span, notice.clauses[index].marker
    start = span.start + (len(marker) if notice.text.startswith(marker, span.start) else 0)
    return compact(notice.text[start : span.end], start)


def _of_item(notice: Notice, index: int) -> list[_Tier]:
    """The one range that an item is of, if it is of one."""
    tiers = list(_tiers(_own(notice, index), index))
    return tiers if len(tiers) == 1 else []


def _alike(tiers: Sequence[_Tier]) -> Iterator[tuple[_Tier, ...]]:
    """The runs of ranges in one unit, each of which is another."""
    run: list[_Tier] = []
    own = (t for t in tiers if not _BESIDE.search(t.said))
    for tier in (*own, None):
        if run and (tier is None or tier.range.unit != run[0].range.unit):
            if len({t.range for t in run}) == len(run) > 1 and _tells_cases(run):
                yield tuple(run)
            run = []
        if tier is not None:
            run.append(tier)


def _tells_cases(run: Sequence[_Tier]) -> bool:
    """Whether some of the figures are ranges, all of them where they are sums or shares."""
    wide = [t.range.low != t.range.high for t in run]
    return all(wide) if run[0].range.unit in ("元", "%") else any(wide)


def _tiers(text: Compact, clause: int) -> Iterator[_Tier]:
    """The parts of a text that are each of a range, up to the next such part or the end of the sentence."""
    opened: tuple[CellRange, int] | None = None
    for part in _PART.finditer(text.text):
        found = _range_of(part[0])
        if opened is not None and found is not None:
            yield _read(text, opened, part.start(), clause)
            opened = None
        opened = (found, part.start()) if found is not None else opened
        if opened is not None and part[0][-1] in ";。":
            yield _read(text, opened, part.end(), clause)
            opened = None
    if opened is not None:
        yield _read(text, opened, len(text.text), clause)


def _range_of(part: str) -> CellRange | None:
    """The range that a part of a sentence begins with."""
    first = _SAID.search(part)
    if first is None or first.start() > _FAR or _YEAR.search(part):
        return None
    return range_in(part)


def _read(text: Compact, opened: tuple[CellRange, int], end: int, clause: int) -> _Tier:
    found, start = opened
    said = text.printed[start:end].rstrip("，,；;。")
    return _Tier(found, said, clause, text.span(start, start + len(said)))
