"""Of the notice itself: when it was issued, by whom, under which number."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import Answer
from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.figures.compose import add_statement
from bot.figures.draft import Draft
from bot.telling.telling import answered
from corpus import patterns as re
from corpus.notice import FactKind, Notice
from index.normal import search_key

__all__ = ["issue_told"]

_PAPER = r"(?:通知|公告|通告|文件|简章|报告|办法|公示|简报|指南|方案|细则|规定|须知|政策|函)"
_ISSUED = r"(?:发布|印发|公布|发出|下发|下达|出台|颁布|发|出)"
_WHEN = r"(?:什么时候|何时|哪一?天|几号|几月几号|哪一?年|几月份?|啥时候|什么日子)"
_WHO = r"(?:谁|哪个(?:单位|部门|机构|局)|哪家(?:单位)?|什么(?:单位|部门))"
_ENDS = r"(?:出来|下来)?(?:的|了)?[啊呀呢吗?？。]*$"
_ASKS_DAY = re.compile(
    rf"{_PAPER}(?:文)?(?:是|在)?{_WHEN}{_ISSUED}{_ENDS}|{_WHEN}{_ISSUED}的?(?:这个|这份|该|那个)?{_PAPER}{_ENDS}"
    rf"|{_PAPER}的?(?:发布|印发|成文|发文|落款)(?:日期|时间|日)"
)
_ASKS_ISSUER = re.compile(
    rf"{_PAPER}(?:文)?是?{_WHO}{_ISSUED}{_ENDS}|(?:发文|发布|印发)(?:单位|机关|机构|部门)"
)
_ASKS_NUMBER = re.compile(r"文号|发文字号|文件编?号|文件字号")
_SIGNATURE = 40  # characters of a line that holds no more than who signs, and when


def issue_told(question: Question, notice: Notice) -> Answer | None:
    """What is asked of the notice itself, by the line that says so; None where nothing is or no line does."""
    day = _ASKS_DAY.search(question.text)
    if day and _is_this(question.text[: day.start()], notice):
        places = _days(notice)
    elif _ASKS_ISSUER.search(question.text):
        places = _lines_with(notice, notice.issuer)
    elif _ASKS_NUMBER.search(question.text):
        places = _lines_with(notice, notice.document_number)
    else:
        return None
    if not places:
        return None
    clause = next((c for c in reversed(places) if len(notice.clause_text(c)) <= _SIGNATURE), places[-1])
    draft = Draft()
    add_statement(draft, notice, clause, notice.clauses[clause].span)
    return replace(answered(draft, Intent.GENERAL), confidence=0.85)


def _is_this(before: str, notice: Notice) -> bool:
    """Whether what stands before the word for a paper makes it this one: not 第二轮通知, 录取通知."""
    return (
        not before or before[-1] in "这那该本此份个条篇，,。；; " or before[-2:] in search_key(notice.title)
    )


def _days(notice: Notice) -> list[int]:
    """The clauses with the day of issue, or the month where no day is printed."""
    issued = notice.issued.isoformat() if notice.issued else notice.issued_text
    stated = [f.clause for f in notice.facts if f.kind is FactKind.DATE and issued and f.value == issued]
    month = re.fullmatch(r"(\d{4})-(\d{2})", issued)
    return stated or (_lines_with(notice, f"{month[1]}年{int(month[2])}月") if month else [])


def _lines_with(notice: Notice, words: str) -> list[int]:
    """The clauses that hold some words, whatever the spaces between them."""
    key = search_key(words)
    return [i for i in range(len(notice.clauses)) if key and key in search_key(notice.clause_text(i))]
