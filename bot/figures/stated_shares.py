"""A share that a sentence states itself: 甲收入5亿元，占全市收入的比重为12%, asked as 甲收入占全市多少.

The sentence has to begin with what is asked about: 丙实现3亿元，占甲收入的比重为9% tells the share of 丙.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.figures.operations import Operation, Wanted
from bot.figures.reckoning import Reckoned
from corpus import patterns as re
from corpus.alike.like_figures import LikeFigure
from corpus.notice import ClauseKind, Fact, FactKind, Notice
from corpus.values.facts import number
from corpus.values.periods import fold
from index.normal import search_key

__all__ = ["stated_share"]

_ENDS = re.compile(r"[。；;]")
_LEAD = re.compile(
    r"^(?:[\s,，、]|其中|\d{4}年|今年|去年|全年|[上下]半年|[一二三四前]+季度|\d{1,2}月(?:份|底)?|在)+"
)
_OF = re.compile(
    r"(?:占(?P<of>[^,，]{0,16}?)的?(?:比重|比例|比)?|在(?P<within>[^,，]{2,16}?)中(?:的)?占比)(?:为|达|是)?(?:约|近)?$"
)


def stated_share(want: Wanted, notice: Notice) -> Reckoned | None:
    """The sentence that states the share asked for; None where none or several do."""
    if want.operation is not Operation.SHARE:
        return None
    asked = _LEAD.sub("", re.split("[,，]", want.about.strip(",，"))[0]).rstrip("的")
    found = [f for f in _shares(notice, want.whole) if len(asked) > 2 and _begins(notice, f, asked)]
    if len(found) != 1:
        return None
    (fact,) = found
    value = number(fact.value)
    figures = () if value is None else (LikeFigure((), value, fact.text, fact.clause, fact.span),)
    return Reckoned((f"{_sentence(notice, fact)[0].strip()}{fact.text}",), figures) if figures else None


def _shares(notice: Notice, whole: str) -> Iterator[Fact]:
    """The shares in sentences of a notice; of `whole`, where that is told."""
    pairs = {whole[i : i + 2] for i in range(len(whole) - 1)}
    for fact in notice.facts:
        if fact.kind is not FactKind.QUANTITY or fact.unit != "%":
            continue
        of = _OF.search(search_key(_sentence(notice, fact)[1]))
        if of and (not pairs or any(p in (of["of"] or of["within"] or "") for p in pairs)):
            yield fact


def _begins(notice: Notice, fact: Fact, asked: str) -> bool:
    return _LEAD.sub("", search_key(_sentence(notice, fact)[0])).startswith(search_key(asked))


def _sentence(notice: Notice, fact: Fact) -> tuple[str, str]:
    """The sentence of a fact up to it, and the part of that behind the last figure."""
    clause = notice.clauses[fact.clause]
    own = next((s for s in clause.spans if s.covers(fact.span)), fact.span)
    if clause.kind is ClauseKind.ROW:
        return "", ""
    before = _ENDS.split(notice.text[own.start : fact.span.start])[-1]
    plain = re.sub(r"\s*\n\s*", "", before)
    return plain, re.split(r"\d", fold(plain))[-1]
