"""How far two figures lie apart that a notice states in different places: 甲和乙的补贴差多少.

Figures of one table or sentence are compared as like figures. Those of two sentences are found each by what
the question calls it: the words of one side that the other lacks, in the part of the sentence that states the
figure, in the sentence, or above it. Both must count the same unit, and neither side may mean two figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher

from bot.conversation.question import Question
from bot.figures.measure_meant import FITS
from bot.figures.operations import Operation, Wanted
from bot.figures.reckoning import Reckoned
from bot.finding.evidence import EvidenceGatherer
from bot.finding.matching import match
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.alike.like_figures import LikeFigure, spoken
from corpus.notice import ClauseKind, Fact, FactKind, Notice, Span
from corpus.values.facts import number
from corpus.values.periods import calendar_day
from index.normal import search_key

__all__ = ["two_sides"]

_COMPARED = frozenset({Operation.DIFFERENCE, Operation.SHARE, Operation.HIGHEST, Operation.LOWEST})
_JOINED = re.compile(r"和|跟|与|同(?!一)|比|较(?!多|少)|还是")
_LARGE = {"万": Decimal(10**4), "亿": Decimal(10**8)}
_IN_LARGE = re.compile(r"(?<=[\d.])[万亿](?=[^\d万亿]*$)")
_SENTENCE, _PART = re.compile(r"[。；;]"), re.compile(r"[，,。；;(（]")
_BOUNDED = re.compile(r"以?内|以上|以下|左右")
_MARKER = re.compile(r"^\s*(?:[\d一二三四五六七八九十]{1,3}|含[^)）]{1,12})?[)）、.]")
_WHICH = re.compile(r"(?:哪个|哪一?个|谁|哪[家种项]).*|的$")
_MONEY = re.compile(r"奖励|补贴|补助|津贴|费(?!时)|价|钱")
_NO_MEASURE = frozenset("次条批%")  # 一次性, 第五条; how far shares lie apart is mostly stated
_SURE, _FAINT = 0.45, 0.25  # from these degrees on a figure, and a word of it, is meant
_APART, _LEAST = 0.06, 0.15  # by so much above any others; said in parts so alike
_FEW = 6  # so many figures may be meant by one side
_LONGEST = 24  # characters of a side


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure with the part of a sentence that states it, the sentence, and what stands above."""

    fact: Fact
    value: Decimal
    unit: str
    part: Span
    texts: tuple[str, str, str]


def two_sides(
    question: Question, want: Wanted, notice: Notice, gatherer: EvidenceGatherer
) -> Reckoned | None:
    """How far apart the figures of the two sides of a question lie; None where either is not plain."""
    few = want.operation in (Operation.DIFFERENCE, Operation.SHARE) or want.count == 0
    if want.operation not in _COMPARED or not few:
        return None
    sides = _sides(question, want, notice, gatherer)
    if len(sides) != 2 or max(map(len, sides)) > _LONGEST:
        return None
    words = [_own_words(a, b, notice, gatherer) for a, b in (sides, sides[::-1])]
    if want.operation is Operation.SHARE:  # 工业产品收入 of 产品收入
        words = [words[0], _telling(sides[1], notice, gatherer)]
    pair = _pair(sides, words, _by_unit(question, want, notice).values()) if all(words) else None
    return _told(want.operation, sides, pair, notice) if pair else None


def _sides(question: Question, want: Wanted, notice: Notice, gatherer: EvidenceGatherer) -> list[str]:
    """The two that are compared: those that a word joins, else the only two parts that say something."""
    parts = [p for p in re.split("[,，]", want.about) if p not in (question.unit, "钱")]
    telling = [p for p in parts if _telling(p, notice, gatherer)]
    if want.operation is Operation.SHARE:
        return [*telling[-1:], want.whole] if want.whole else []
    return _joined(parts) or telling


def _joined(parts: Sequence[str]) -> list[str]:
    """The two sides that a word joins in one part of a question; empty where none does."""
    return next((found for p in parts if len(found := _JOINED.split(p)) == 2 and all(found)), [])


def _own_words(side: str, other: str, notice: Notice, gatherer: EvidenceGatherer) -> list[str]:
    """The words of a side that the other lacks, without those that name the notice; where it has none, what
    no word of the other shares: 首次 of 首次认定 and 重新认定."""
    alone = [w for w in _telling(side, notice, gatherer) if w not in other]
    if alone:
        return alone
    left = side
    while (shared := SequenceMatcher(None, left, other, False).find_longest_match()).size > 1:
        left = f"{left[: shared.a]},{left[shared.a + shared.size :]}"
    return [p for p in left.split(",") if len(p) > 1]


def _telling(side: str, notice: Notice, gatherer: EvidenceGatherer) -> list[str]:
    """The words of a side that say what it is, and do not name the notice."""
    usual = lexicon().general_nouns | lexicon().fillers
    words = (w for w in gatherer.question_words.split(side) if len(w) > 1 and w not in usual)
    return [w for w in words if not gatherer.is_title_word(w, notice)]


def _by_unit(question: Question, want: Wanted, notice: Notice) -> dict[str, list[_Figure]]:
    """The figures that sentences of a notice state, by what they count; of growth only by how much."""
    found: dict[str, list[_Figure]] = {}
    if "growth" in want.measures:
        grown = [f for f in _figures(notice) if f.unit == "%" and FITS["growth"].search(f.texts[0])]
        return {"%": grown}
    asked = "元" if _MONEY.search(question.text) or "money" in question.wants else question.unit
    for figure in _figures(notice):
        if asked and asked.endswith(figure.unit):  # 时 for 学时
            found.setdefault(asked, []).append(figure)
        elif not asked and figure.unit not in _NO_MEASURE:
            found.setdefault(figure.unit, []).append(figure)
    return found


def _figures(notice: Notice) -> Iterator[_Figure]:
    year = notice.issued.year if notice.issued else 0
    for fact in notice.facts:
        clause = notice.clauses[fact.clause]
        if clause.kind is ClauseKind.ROW:
            continue
        piece = next((s for s in clause.spans if s.covers(fact.span)), clause.span)
        sentence = _around(notice, fact.span, piece, _SENTENCE)
        if stated := re.search(r"20\d\d", fact.value if fact.kind is FactKind.DATE else ""):
            year = int(stated[0])
        if (read := _read(fact, year)) is None:
            continue
        part = _around(notice, fact.span, piece, _PART)
        above = "".join(notice.clause_text(i) for i in notice.ancestors(fact.clause))
        texts = (notice.text[part.start : part.end], notice.text[sentence.start : sentence.end], above)
        stated_in = sentence if read[1] == "%" else part  # 收入5亿元，同比增长3%: of what stands before
        yield _Figure(fact, *read, stated_in, tuple(map(search_key, texts)))  # type: ignore[arg-type]


def _read(fact: Fact, year: int) -> tuple[Decimal, str] | None:
    """The value of a fact and what it counts; a day by its place in the calendar."""
    if fact.kind is FactKind.DATE:
        day = re.fullmatch(r"(?:(\d{4})-)?(\d{1,2})(?:-|月)(\d{1,2})日?", fact.value)
        if day is None or not (day[1] or year):
            return None
        known = calendar_day(int(day[1] or year), int(day[2]), int(day[3]))
        return (Decimal(known.toordinal()), "天") if known else None
    if fact.kind not in (FactKind.MONEY, FactKind.PERIOD, FactKind.QUANTITY) or not fact.unit:
        return None
    value = number(fact.value)
    return (value, _BOUNDED.sub("", fact.unit).removeprefix("个")) if value is not None else None


def _around(notice: Notice, span: Span, within: Span, marks: re.Pattern[str]) -> Span:
    """The text around a figure up to the nearest marks on either side."""
    text = notice.text
    before = max((m.end() for m in marks.finditer(text, within.start, span.start)), default=within.start)
    behind = marks.search(text, span.end, within.end)
    return Span(before, behind.start() if behind else within.end)


def _pair(
    sides: Sequence[str], words: Sequence[Sequence[str]], groups: Iterable[Sequence[_Figure]]
) -> tuple[_Figure, _Figure] | None:
    """The two figures of one unit that the sides mean, stated in the words most alike and most like theirs;
    None where others are meant as well."""
    first, second = words

    def fit(a: _Figure, b: _Figure) -> float:
        named = _degree(first, a) + _degree(second, b) - (_degree(second, a) + _degree(first, b)) / 2
        said = _ratio(sides[0], a.texts[0]) + _ratio(sides[1], b.texts[0])
        return named + (said + _ratio(a.texts[0], b.texts[0])) / 2

    pairs = [
        (fit(a, b), a, b)
        for group in groups
        for a in _named(first, group)
        for b in _named(second, group)
        if a.value != b.value and _ratio(a.texts[0], b.texts[0]) >= _LEAST
    ]
    best = max(pairs, key=lambda p: p[0], default=None)
    if best is None:
        return None
    rivals = (s for s, a, b in pairs if {a.value, b.value} != {best[1].value, best[2].value})
    return best[1:] if best[0] - max(rivals, default=-1.0) >= _APART else None


def _named(words: Sequence[str], group: Sequence[_Figure]) -> list[_Figure]:
    degrees = [(d, f) for f in group if (d := _degree(words, f)) >= _SURE]
    return [f for _, f in sorted(degrees, key=lambda d: -d[0])[:_FEW]]


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, False).ratio()


def _degree(words: Sequence[str], figure: _Figure) -> float:
    """How plainly the words stand about a figure: in its part of the sentence, the sentence, or above it; 0
    where one of them does not."""
    weighed = tuple(zip((1.0, 0.6, 0.4), figure.texts, strict=True))
    each = [max(weight * match(w, text, "") for weight, text in weighed) for w in words]
    return sum(each) / len(each) if min(each) >= _FAINT else 0.0


def _told(
    operation: Operation, sides: Sequence[str], pair: tuple[_Figure, _Figure], notice: Notice
) -> Reckoned | None:
    if operation is Operation.SHARE:
        return _share(*pair, notice)
    high, low = sorted(pair, key=lambda f: -f.value)
    unit, apart = high.unit, high.value - low.value
    if (large := _large(pair)) is not None:
        unit, apart = f"{large[0]}{unit}", apart / large[1]
    dated = high.fact.kind is FactKind.DATE
    worked = "日期" if dated else f"数字计算：{high.fact.text}-{low.fact.text}={spoken(apart)}{unit}"
    counted = "个百分点" if unit == "%" else unit
    line = f"两者相差{spoken(apart)}{counted}（按原文{worked}）。"
    if operation is not Operation.DIFFERENCE:
        more, most = ("高", high) if operation is Operation.HIGHEST else ("低", low)
        line = f"{_WHICH.sub('', sides[pair.index(most)])}更{more}，{line}"
    return _with_parts(line, pair, notice)


def _large(pair: Iterable[_Figure]) -> tuple[str, Decimal] | None:
    """The large number that both figures are counted in, and how many it is: 5亿元 and 3亿元 are in 亿."""
    found = [_IN_LARGE.search(re.sub(r"\s", "", f.fact.text)) for f in pair]
    large = {m[0] for m in found if m is not None} if all(found) else set()
    return next(((name, _LARGE[name]) for name in large), None) if len(large) == 1 else None


def _share(part: _Figure, whole: _Figure, notice: Notice) -> Reckoned | None:
    if part.value > whole.value or whole.value <= 0:
        return None
    share = (100 * part.value / whole.value).quantize(Decimal("0.1"))
    worked = f"按原文数字计算：{part.fact.text}÷{whole.fact.text}"
    return _with_parts(f"约占{spoken(share)}%（{worked}）。", (part, whole), notice)


def _with_parts(line: str, pair: tuple[_Figure, _Figure], notice: Notice) -> Reckoned:
    """What was worked out, with the parts of the sentences that state the figures."""
    parts = (notice.text[f.part.start : f.part.end] for f in pair)
    told = "；".join(re.sub(r"\s*\n\s*", "", _MARKER.sub("", part)).strip() for part in parts)
    figures = (LikeFigure((), f.value, f.fact.text, f.fact.clause, f.fact.span) for f in pair)
    return Reckoned((line, told), tuple(figures))
