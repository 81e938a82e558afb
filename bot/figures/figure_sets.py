"""Which like figures a question is about: of the measure it names, about the things it names.

An operation may only be done on figures that share measure and unit and are about what is asked: every word
of the question that says something has to stand in the measure, in the names of the figures, or in what the
table or sentence belongs to. Where one does not, or two measures fit as well, nothing is chosen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

from bot.conversation.question import Question
from bot.figures.columns import with_periods
from bot.figures.figure_columns import Group, groups_of
from bot.figures.figure_context import (
    context_of,
    context_of_one,
    counts_same,
    deals_with,
    says_nothing,
    stands_in,
)
from bot.figures.figure_names import degree_of, is_but_the_end, spans_of
from bot.figures.figures_named import DENIED, Naming
from bot.figures.measure_meant import FITS, TOTAL, Chosen, those_meant
from bot.figures.operations import Operation, Wanted
from bot.figures.rows import look_up
from bot.finding.agreement import of_another
from bot.finding.evidence import EvidenceGatherer
from bot.finding.matching import short_names
from bot.speech.naming import levelled
from corpus import patterns as re
from corpus.alike.like_figures import LikeFigure, LikeFigures
from corpus.alike.parallel_figures import like_figures_of
from corpus.notice import ClauseKind, Notice
from corpus.values.numerals import number
from index.normal import search_key

__all__ = ["ANY_KIND", "choose"]

_FAINT = 0.3  # a column of several below one head is not named
_PLACE = re.compile(r"[省市县区州镇乡村旗盟]")
# Which way something went; a figure that went the other way, or by how much it grew, is not asked for.
_DIRECTION = re.compile(r"回落|下滑|下降|提升|高出|回升|收窄|扩大|放缓")
# What anything in a table may be called by those who ask.
ANY_KIND = re.compile(r"人|群体|房[子型屋源]|东西|地方|项目|情[况形]|类型|种类|档次")
_PERSONS = re.compile(r"学生|考生|人员|人数|员工|新生")
_SEX = re.compile(r"([男女])(?:的|士|生|方|同志|职工|人)(?![装厕])")  # 女的 is 女性 in a notice
_COUNT = re.compile(r"数|计划|名额|量")
_COUNT_WORD = re.compile(r"[一二三四五六七八九十\d]+[级档]")  # names a row where levels are told apart
_RANKED = re.compile(r"[居列占位排]前\s*[\d一二三四五六七八九十]|排名|位[居列]|名列")
_SIDES = re.compile(r"[\u4e00-\u9fff]比[\u4e00-\u9fff]")


def choose(
    question: Question, want: Wanted, notice: Notice, gatherer: EvidenceGatherer
) -> tuple[Chosen, ...]:
    """The figures of a notice to do an operation on, of several measures where each may be meant."""
    reader = _Reader(question, want, notice, gatherer)
    found = sorted(filter(None, map(reader.read, groups_of(notice))), key=lambda c: -c.score)
    return those_meant(found, want) if found else ()


_SIZE = re.compile(
    r"(?P<value>\d+(?:\.\d+)?)\s*(?P<unit>[\u4e00-\u9fff]{1,3}?|[a-zA-Z]{1,4})以(?P<side>[上下])"
)
_AT_MOST = re.compile(r"不超过|不高于|不得超过|上限|最[高多]|以内|封顶")
_ASKS_MOST = re.compile(r"最[多高大长]|上限|封顶|顶[多格]|至多|限")
_FEW = 3  # rows that are of what is asked about, and not every one


class _Reader:
    """Reads groups of figures for one question."""

    def __init__(self, question: Question, want: Wanted, notice: Notice, gatherer: EvidenceGatherer) -> None:
        self.question, self.want, self.notice, self.gatherer = question, want, notice, gatherer
        self.about = _SEX.sub(r"\1性", levelled(with_periods(want.about.strip(","))))
        self.naming = Naming(self.about, lambda: self.titled)

    @cached_property
    def said(self) -> dict[str, float]:
        """The words of the question that are left without those that ask for the operation."""
        return self.gatherer.words(self.want.about)

    @cached_property
    def titled(self) -> list[str]:
        """Those that name the notice."""
        return [w for w in self.said if self.gatherer.is_title_word(w, self.notice)]

    @cached_property
    def words(self) -> list[str]:
        """Those that have to stand in what the figures are about."""
        short = short_names(self.notice)
        about = [w for w in self.said if len(w) > 1 and w not in self.titled]
        return [w for w in about if not any(w in n for n in short)]

    @cached_property
    def columns(self) -> Counter[int]:
        """How many columns of figures each table has."""
        return Counter(group.clause for group in like_figures_of(self.notice) if group.kinds)

    def _other_way(self, group: LikeFigures) -> bool:
        """Whether the clause has another figure for the way that the question says something went."""
        way = _DIRECTION.search(self.question.text)
        if way is None:
            return "growth" in self.want.measures and _DIRECTION.search(group.measure) is not None
        return way[0] not in group.measure and way[0] in self.notice.clause_text(group.clause)

    def _states_difference(self, group: LikeFigures) -> bool:
        """Whether the sentence itself says how far it is from what the question compares with: 快于全市."""
        _, than, other = self.about.strip(",").partition(",")
        told = re.search(r"[\u4e00-\u9fff]{2,8}", other) if than else None
        if told is None or self.notice.clauses[group.clause].kind is ClauseKind.TABLE:
            return False
        return (
            re.search(rf"(?:[比较]|[高低快慢大小]于|高出|超过){told[0]}", context_of(self.notice, group))
            is not None
        )

    def read(self, held: Group) -> Chosen | None:
        """The group with what of it is named, where it fits the operation and covers the question."""
        group = held.figures
        if not self._of_kind(held) or self._of_another(group) or self._other_way(group):
            return None
        if self.want.operation is Operation.DIFFERENCE and self._states_difference(group):
            return None
        named = self.naming.named(held)
        if not self._enough(group, named) and len(named) != 1:
            named = self.naming.named_with_title(held)
        if not self._enough(group, named) or (
            len(named) == 1 and is_but_the_end(named[0].name, self.about, search_key(self.notice.text))
        ):
            return None
        if self.want.operation is Operation.ONE and self._of_others(named[0].said):
            return None
        if not self._of_row(group) or (_PLACE.match(self.want.kind) and not self._is_kind(group)):
            return None
        measure = self._measure(group, named)
        if measure is None or not self._covers(group, named, measure):
            return None
        score = measure + 0.5 * self._is_kind(group) + min(0.6, 0.3 * len(named))
        return Chosen(group, named, score + 0.3 * self._as_many(group))

    def _of_others(self, said: str) -> bool:
        """Whether a figure is for another size than is told (200马力以上, of 60马力), or no more than a bound
        where a row of a table tells what is asked about."""
        for bound in _SIZE.finditer(said):
            told = re.search(rf"(\d+(?:\.\d+)?)\s*{bound['unit']}", self.question.text)
            above = bound["side"] == "上"
            if told and (float(told[1]) >= float(bound["value"])) is not above:
                return True
        if not _AT_MOST.search(said) or _ASKS_MOST.search(self.question.text):
            return False
        tables = [i for i, c in enumerate(self.notice.clauses) if c.kind is ClauseKind.TABLE]
        return any(0 < len(look_up(self.question, self.notice, t)) <= _FEW for t in tables)

    def _as_many(self, group: LikeFigures) -> bool:
        """Whether the question says how many there are: 三个假期."""
        said = re.search(r"([一二两三四五六七八九\d]+)[个科门所家种类项档级位名]", self.about)
        return said is not None and number(said[1]) == len(group.figures)

    def _of_row(self, group: LikeFigures) -> bool:
        """Whether the question speaks of the one row that the figures are the cells of, where they are."""
        if self.notice.clauses[group.clause].kind is not ClauseKind.TABLE or group.kinds:
            return True
        beside = [g for g in groups_of(self.notice) if g.figures.clause == group.clause]
        columns = [g for g in beside if g.figures.kinds]
        own = {group.figures[0].clause}
        rows = {f.clause for g in columns for f in self.naming.named(g)}
        return not columns or own in (
            rows,
            {f.clause for g in columns for f in self.naming.named_with_title(g)},
        )

    def _enough(self, group: LikeFigures, named: Sequence[LikeFigure]) -> bool:
        """Whether as many figures are named as the operation needs."""
        match self.want.operation:
            case Operation.DIFFERENCE:
                return len(named) == 2 or (len(group.figures) == 2 and self._means_other(group, named))
            case Operation.SAME:
                every = not named and re.search(r"都|全", self.question.text) is not None
                return len(named) == 2 or every or (len(group.figures) == 2 and self._as_many(group))
            case Operation.RANK | Operation.SHARE:
                return len(named) >= 1
            case Operation.ONE:
                return len(named) == 1
            case Operation.HIGHEST | Operation.LOWEST if self.want.count == 0:
                return len(named) >= 2 or len(group.figures) == 2
            case Operation.TOTAL if not group.kinds and any(
                w.clause == group.figures[0].clause for w in group.wholes
            ):
                return 1 < len(named) < len(group.figures)  # of all of them the text states the total
            case _:
                return len(named) != 1

    def _means_other(self, group: LikeFigures, named: Sequence[LikeFigure]) -> bool:
        """Whether, of two figures of which one is named, the other is meant: by a word that means the same
        (实操 for 操作技能), or because nothing else is spoken of (差多少)."""
        if len(named) != 1:
            return False
        told = self._told(group, named)
        left = [w for w in self.words if not told(w) and not _COUNT_WORD.fullmatch(w)]
        other = next(f for f in group.figures if f is not named[0])
        above = context_of(self.notice, group) if not _SIDES.search(self.question.text) else ""
        return all(stands_in(w, f"{search_key(other.name)}|{above}") for w in left)

    # --- whether the measure is the one asked for -------------------------------------------------------

    def _of_kind(self, held: Group) -> bool:
        """Whether unit and measure are of the kind that the question speaks of: money, growth, …"""
        group = held.figures
        one = self.want.operation is Operation.ONE
        if one and self.notice.clauses[group.clause].kind is ClauseKind.TABLE:
            return False  # rows are looked up by themselves
        growing = held.growth != ("growth" in self.want.measures)
        if growing and self.want.operation is not Operation.DIFFERENCE:
            return False
        if one and not counts_same(self.want.unit or self.question.unit, group.unit):
            return False
        if self.question.wants == {"count"} and "元" in group.unit:
            return False  # 一共几道题 is no sum of fees
        if self.want.bound_unit and group.unit and self.want.bound_unit[-1] not in group.unit:
            return False
        for kind in self.want.measures - {"share", "growth"}:
            counts = kind == "persons" and not group.unit and _COUNT.search(held.measure)
            money = kind == "money" and not group.unit
            if not counts and not FITS[kind].search(_counted(group) or held.told) and not money:
                return False
        return True

    def _measure(self, group: LikeFigures, named: Sequence[LikeFigure]) -> float | None:
        """How plainly the question asks for the measure; None where it does not."""
        about = self._without_title() if self.want.bound_unit else self.about
        levels = [degree_of(level, about) for level in group.measure.split(" ") if level]
        degree = min(1.0, sum(levels) / len(levels)) if levels else 0.0
        head, _, _ = group.measure.rpartition(" ")
        if (
            head
            and levels[-1] < _FAINT
            and any(g.measure == head and g.figures[0].parts for g in like_figures_of(self.notice))
        ):
            return None  # the columns below one head are asked for together
        clue = 0.6 if self.want.unit and group.unit.endswith(self.want.unit) else 0.0
        if any(FITS[k].search(f"{group.measure} {_counted(group)}") for k in self.want.measures):
            clue += 0.5
        if self.want.operation is Operation.SHARE and group.unit == "%":
            clue += 0.5
        if self.want.operation is Operation.RANK and _RANKED.search(context_of(self.notice, group)):
            clue += 0.5  # 收入居前5名的省份
        if self.want.operation is Operation.DIFFERENCE and search_key(group.measure)[-2:] in self.about:
            clue += 0.4  # the head of a name stands last: 收入 for 软件业务收入
        bound = self.want.bound_unit
        if bound and group.unit.startswith(bound) and (TOTAL.search(group.measure) or bound != "元"):
            clue += 0.5  # what costs so much costs it in all
        clue += 0.4 * deals_with(self.question.text, group)
        if degree >= 0.5 or clue:
            return degree + clue + 0.4 * self._last(group)
        sole = self.columns.get(group.clause, 0) == 1 and bool(group.kinds)
        one = self.want.operation is Operation.ONE
        few = re.match(r"每|$", group.measure) and len(named) > (0 if one else 1)
        return 0.3 if (sole and (self._is_kind(group) or not self.want.kind)) or few else None

    def _without_title(self) -> str:
        """What is asked without the words that name the notice: 技能 of 技能评价 is no measure."""
        about = self.about
        for word in self.titled:
            about = about.replace(word, ",")
        return about

    def _last(self, group: LikeFigures) -> float:
        """How far to the end of the question the measure is named: the last thing named is asked for."""
        ends = [b for level in group.measure.split(" ") for _, b in spans_of(search_key(level), self.about)]
        return max(ends, default=0) / len(self.about) if self.about else 0.0

    def _of_another(self, group: LikeFigures) -> bool:
        """Whether the figures are of another year than asked about, or another of a set: 上半年."""
        year = self.question.year
        told = (
            context_of(self.notice, group) + search_key(self.notice.title) + (self.notice.issued_text or "")
        )
        if year is None:
            return of_another(self.about, told)
        issued = self.notice.issued.isoformat() if self.notice.issued else ""
        return str(year) not in told + issued

    def _is_kind(self, group: LikeFigures) -> bool:
        """Whether the words behind 哪个 are what the things are called."""
        asked = self.want.kind
        if not asked:
            return False
        names = [re.sub(r"名称|类别|[（(].*?[）)]|所属|[号名]$", "", search_key(k)) for k in group.kinds]
        if any(n and (asked.startswith(n) or n.endswith(asked[: len(n)])) for n in names):
            return True
        return _PLACE.match(asked) is not None and self._places(group, asked[0])

    def _places(self, group: LikeFigures, kind: str) -> bool:
        """Whether the things are places: 市, 县, …"""
        named = all(_PLACE.search(f.name[-1:]) for f in group.figures)
        return named or re.search(rf"地区|区域|{kind}份|各{kind}", context_of(self.notice, group)) is not None

    # --- whether it is about what is asked ---------------------------------------------------------------

    def _covers(self, group: LikeFigures, named: Sequence[LikeFigure], measure: float) -> bool:
        """Whether every word of the question stands in what the figures are about."""
        one = self.want.operation is Operation.ONE
        context = context_of_one(self.notice, group, named[0]) if one else context_of(self.notice, group)
        told = self._told(group, named)
        context = "|".join((context, *(search_key(f.name) for f in named)))
        unsaid = [w for w in self.words if not (told(w) or says_nothing(w, context, group.unit))]
        unsaid = [w for w in unsaid if not DENIED.search(self.about[: self.about.find(w)])]
        if self.want.bound_unit:
            unsaid = [w for w in unsaid if not ANY_KIND.fullmatch(w)]
        if ANY_KIND.match(self.want.kind) and measure >= 0.5:
            unsaid = [w for w in unsaid if not self.want.kind.startswith(w)]
        if "persons" in self.want.measures:
            unsaid = [w for w in unsaid if not _PERSONS.fullmatch(w)]
        return not unsaid

    def _told(self, group: LikeFigures, named: Sequence[LikeFigure]) -> Callable[[str], bool]:
        """Whether a word, however the question was cut into words, lies within names and measure."""
        names = [text for f in named for _, text in f.keys] + [group.measure]
        within = {
            i for n in names for a, b in spans_of(levelled(search_key(n)), self.about) for i in range(a, b)
        }

        def told(word: str) -> bool:
            at = self.about.find(word)
            return at >= 0 and all(i in within for i in range(at, at + len(word)))

        return told


def _counted(group: LikeFigures) -> str:
    """What the figures of a group count, without what each is for: 元 of 元/人."""
    return group.unit.partition("/")[0]
