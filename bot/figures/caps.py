"""The most that somebody may get, pay or stay, where a notice puts a bound on it: 每户最高不超过5万元.

A bound is told to whoever asks for the most of something (最多, 上限), where one bound alone is in the unit
and about the things asked about. 每人 and 每户 bound different ones, so who is asked about has to fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.conversation.question import Question
from bot.figures.figure_context import context_of_clause, says_nothing
from bot.figures.operations import one_wanted
from bot.figures.reckoning import Reckoned
from bot.finding.evidence import EvidenceGatherer
from corpus import patterns as re
from corpus.alike.figure_parts import Place, figure_parts
from corpus.alike.like_figures import LikeFigure
from corpus.notice import ClauseKind, Notice
from corpus.values.compact import compact
from index.normal import search_key

__all__ = ["Bound", "bounds_of", "capped"]

_ASKS = re.compile(r"最[多高大长久]|至多|顶多|上限|封顶|顶格")
_BOUND = re.compile(r"最[多高大长]|不得?超过|上限|至多|封顶")
# Who is bound, as notices say it and as people ask.
_WHOM = (
    (re.compile(r"每户|每个?家庭|每套"), re.compile(r"[一每]户|[一每]个?家庭|一家(?!企业|公司)|[一每]套")),
    (re.compile(r"每人|每名|个人|每位|单人"), re.compile(r"[一每]个?人|个人|[一每][名位]")),
    (
        re.compile(r"[每单][家个户]?(?:企业|单位|公司)"),
        re.compile(r"[一每单]?(?:家|个)?(?:企业|单位|公司)|一家|我们厂"),
    ),
    (re.compile(r"[每单]个?(?:研发)?项目"), re.compile(r"[一每单]个?(?:研发)?项目")),
)
_APIECE = re.compile(r"[一每单]个?(?:人|企业|公司|单位|项目)|[一每]家")  # 一个人能奖多少 asks for the most
_MARK = re.compile(r"^[一二三四五六七八九十\d]{1,3}[)）、.]")  # of the item that a sentence opens
_TIME = re.compile(r"[年月周天日时]")
_GAINS = re.compile(r"[补奖领贴给拿得]|资助|报销")
_CAP_WORDS = re.compile(r"最[多高大长久].{0,2}|至多|顶多|上限|封顶|一[户家套名位人个].{0,2}|每[户家人]")


def capped(question: Question, notice: Notice, gatherer: EvidenceGatherer) -> Reckoned | None:
    """The bound asked for, in the words of the notice; None where none or several fit."""
    apiece = _APIECE.search(question.text) and _GAINS.search(question.text)
    if not (_ASKS.search(question.text) or apiece):
        return None
    want = one_wanted(question)
    if want is None:
        return None
    words = [w for w in gatherer.words(question.text) if len(w) > 1 and not _CAP_WORDS.fullmatch(w)]
    asked = [w for w in words if not gatherer.is_title_word(w, notice)]
    lasting = "time" in want.measures
    money = "money" in want.measures or (not (want.unit or lasting) and bool(_GAINS.search(question.text)))
    found = [
        (whom, figure, unit)
        for whom, figure, unit in _bounds(notice)
        if ("元" in unit if money else _TIME.search(unit) if lasting else want.unit and want.unit in unit)
        and _fits(whom, question.text)
        and all(says_nothing(w, context_of_clause(notice, figure.clause), unit) for w in asked)
    ]
    if len(found) > 1 and _whom_asked(question.text):
        found = [f for f in found if f[0]] or found
    if len(found) > 1:
        named = [f for f in found if any(w in search_key(f[1].said) for w in words)]
        found = named or [f for f in found if not _is_part(f[1], notice)] or found
    if len(found) != 1:
        return None
    _, figure, unit = found[0]
    said = _MARK.sub("", figure.said)
    return Reckoned((f"{said}{figure.text}{unit}",), (figure,))


def _is_part(figure: LikeFigure, notice: Notice) -> bool:
    """Whether a bound is on a part of what another of its sentence bounds: 不超过6台，其中拖拉机不超过2台."""
    start = notice.clauses[figure.clause].span.start
    before = re.split(r"[。；;]", notice.text[start : figure.span.start])[-1]
    return "其中" in before


def _bounds(notice: Notice) -> Iterator[tuple[str, LikeFigure, str]]:
    """The bounds that the text of a notice states: whom each binds (`""` where none is said), unit."""
    for index, clause in enumerate(notice.clauses):
        if clause.kind not in (ClauseKind.ITEM, ClauseKind.PARAGRAPH):
            continue
        place = Place(index, compact(notice.text[clause.span.start : clause.span.end], clause.span.start))
        for part in figure_parts(place.text.text, 0, len(place.text.text)):
            if _BOUND.search(part.label):
                whom = next((w.pattern for w, _ in _WHOM if w.search(part.label)), "")
                yield whom, place.figure(part, ""), part.unit


@dataclass(frozen=True, slots=True)
class Bound:
    """The most that somebody gets or pays: how much, how it is printed, and the clause that says so."""

    value: Decimal
    text: str
    unit: str
    clause: int


def bounds_of(notice: Notice) -> tuple[Bound, ...]:
    """The bounds that the text of a notice states on what is got or paid in all."""
    found = [(f, u) for _, f, u in _bounds(notice) if not _is_part(f, notice)]
    return tuple(Bound(f.value, f.text, u, f.clause) for f, u in found)


def _whom_asked(text: str) -> Sequence[str]:
    return [whom.pattern for whom, asked in _WHOM if asked.search(text)]


def _fits(whom: str, text: str) -> bool:
    """Whether a bound on somebody may be the one asked for."""
    asked = _whom_asked(search_key(text))
    return not whom or not asked or whom in asked
