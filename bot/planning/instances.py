"""Which of several alike a question is about: the third batch, the tenth session, the table of August."""

from __future__ import annotations

from bot.answer_parts import Intent
from bot.conversation.question import Question
from corpus import patterns as re
from corpus.notice import Notice
from corpus.values.numerals import number
from index.normal import search_key

__all__ = ["missing_instance"]

_N = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_COUNTED = re.compile(rf"第({_N})(批|届|期|轮|季度|次(?!序))")
_MONTH = re.compile(
    r"(?<![\d年个第])(\d{1,2}|十[一二]?|[一二三四五六七八九])月(?!底|末|前|内|\d|[一二三四五六七八九十])"
)
_FIGURES = frozenset({Intent.STATISTIC, Intent.GENERAL})


def missing_instance(question: Question, notice: Notice) -> str:
    """The batch, session or month asked about, where the notice is of others of its kind; else `""`."""
    text = re.sub(r"首(?=[批届期轮次])", "第一", search_key(notice.text))
    for asked in _COUNTED.finditer(question.text):
        told = {number(m[1]) for m in _COUNTED.finditer(text) if m[2] == asked[2]}
        if told and number(asked[1]) not in told:
            return asked[0]
    if question.intent in _FIGURES and question.wants & {"count", "figure", "money", "percent"}:
        titled = {number(m[1]) for m in _MONTH.finditer(search_key(notice.title))}
        for asked in _MONTH.finditer(question.text):
            if titled and number(asked[1]) not in titled:
                return asked[0]
    return ""
