"""Of which notice of a series an answer speaks, and that there is another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer
from bot.figures.draft import MAX_CHARACTERS
from corpus.alike.series import Series, year_of
from corpus.notice import Notice

__all__ = ["with_series"]


def with_series(answer: Answer, series: Sequence[Series]) -> Answer:
    """The answer with a last line that says of which year or issue its notice is, where there are several."""
    cited = answer.citations[0].notice_id if answer.citations else ""
    for one in series:
        told = next((n for n in one.notices if n.notice_id == cited), None)
        if told is not None:
            return _noted(answer, told, one)
    return answer


def _noted(answer: Answer, told: Notice, series: Series) -> Answer:
    names = _names(series.notices)
    others = [n for n in series.notices if n is not told]
    newest = series.notices[-1] is told
    named = "、".join(names[n.notice_id] for n in others[::-1][:3])
    line = f"依据的是{names[told.notice_id]}的通知" + (
        f"；另有{named}的，要问请写明。" if newest else f"；最新的是{names[series.notices[-1].notice_id]}的。"
    )
    replies = (f"{names[n.notice_id]}的呢" for n in others[::-1][:2] if names[n.notice_id] != n.notice_id)
    suggestions = tuple(dict.fromkeys((*answer.suggestions, *replies)))
    if len(answer.text) + len(line) >= MAX_CHARACTERS:
        return replace(answer, suggestions=suggestions)
    return replace(answer, text=f"{answer.text}\n{line}", suggestions=suggestions)


def _names(notices: Sequence[Notice]) -> dict[str, str]:
    """What tells each notice from the others: its year or its issue, of several alike its own name."""
    named = {n.notice_id: _name(n) for n in notices}
    shared = Counter(named.values())
    return {key: key if shared[name] > 1 else name for key, name in named.items()}


def _name(notice: Notice) -> str:
    """What tells a notice from others of its series: the year, or the day of issue."""
    year = year_of(notice)
    if notice.issued is not None and (year is None or year != notice.issued.year):
        return f"{notice.issued.year}年{notice.issued.month}月发布"
    return f"{year}年" if year is not None else notice.notice_id
