"""Which of several alike a question is about: the third batch, the tenth session, the table of August."""

from __future__ import annotations

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.speech.naming import levelled
from corpus import patterns as re
from corpus.notice import Notice
from corpus.values.numerals import number
from index.normal import search_key

__all__ = ["missing_instance"]

_N = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_COUNTED = re.compile(rf"第({_N})(批|届|期|轮|季度|次(?!序))")
_NUMBERED = re.compile(r"(\d{1,3}(?:[、,和及至-]\d{1,3})*)号(线|楼|馆|厅|窗口)")
_LEVEL = re.compile(r"(?<![第\d])([一二三四五六七八九])级(?!以|及以)")
_RANGE = re.compile(r"级(?:及?以[上下])")
_MONTH = re.compile(
    r"(?<![\d年个第])(\d{1,2}|十[一二]?|[一二三四五六七八九])月(?!底|末|前|内|\d|[一二三四五六七八九十])"
)
_FIGURES = frozenset({Intent.STATISTIC, Intent.GENERAL})


def missing_instance(question: Question, notice: Notice) -> str:
    """The batch, session, level, line or month asked about, where the notice is of others of its kind, else
    `""`."""
    text = re.sub(r"首(?=[批届期轮次])", "第一", search_key(notice.text))
    for asked in _COUNTED.finditer(question.text):
        told = {number(m[1]) for m in _COUNTED.finditer(text) if m[2] == asked[2]}
        if told and number(asked[1]) not in told:
            return asked[0]
    if other := _missing_level(question.text, text) or _missing_number(question.text, text):
        return other
    if question.intent in _FIGURES and question.wants & {"count", "figure", "money", "percent"}:
        titled = {number(m[1]) for m in _MONTH.finditer(search_key(notice.title))}
        for asked in _MONTH.finditer(question.text):
            if titled and number(asked[1]) not in titled:
                return asked[0]
    return ""


def _missing_level(asked: str, text: str) -> str:
    """The level asked about, where a text is of several others and of no range of them; else `""`."""
    levels = set(_LEVEL.findall(levelled(text)))
    named = [n for n in _LEVEL.findall(levelled(asked)) if n not in levels]
    return f"{named[0]}级" if named and len(levels) > 1 and not _RANGE.search(text) else ""


def _missing_number(asked: str, text: str) -> str:
    """The line, hall or window asked about by its number, where a text is of others alone; else `""`."""
    for m in _NUMBERED.finditer(asked):
        listed = [n[1] for n in _NUMBERED.finditer(text) if n[2] == m[2]]
        held = any(m[1] in re.split(r"\D", x) or re.search("[至-]", x) for x in listed)
        if listed and not held:
            return m[0]
    return ""
