"""A turn that asks the question before about somebody else: 我老婆呢, 我朋友是大专 其他一样.

What the first told of themselves does not hold of another, unless it is said to.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.conversation.corrections import supposed
from bot.conversation.whether import parted
from bot.person.kin import kin_named, names_other_kin, subject_of, without_kin
from corpus import patterns as re
from index.normal import search_key

__all__ = ["case_of_another", "speaks_of_another"]

# What is told of somebody as an applicant: schooling, age or years of work.
_OF_APPLICANT = re.compile(
    r"博士|硕士|研究生|本科|大专|专科|高中|初中|中专|[^\d]\d{2}(?:呢|了)?$"
    r"|(?:\d+|[一二两三四五六七八九十]+)(?:周?岁|年(?!度|\d))"
)
_BARE_ASK = re.compile(r"(?:那|我|的|也|又|呢|能|可以|行|不|吗|么|报名?|申请|参加|符合|条件|[?？，,。 ])*")
_ONESELF = re.compile(r"我(?:们|自己|和|跟|也|今年|有|没|是)")
_ALIKE = re.compile(
    r"(?:其他|其它|别的|剩下|情况|条件)[^，,。]{0,4}一样|(?:跟|和)我[^，,。]{0,3}一样|同样情况"
)
_PARTS = re.compile(r"[,，。;；!！?？]+")
_OWN = re.compile(
    r"[\d一二两三四五六七八九十半]\s*(?:周?岁|年(?!度)|个月|学时|分|万|元|平|㎡|人|次|%)"
    r"|证|户|社保|专业|职称|毕业|学历|本科|大专|硕士|博士|高中|没|有"
)


def speaks_of_another(typed: str, before: str) -> bool:
    """Whether a turn asks about somebody of whom `before`, the case so far, does not tell.

    It stays one's own case, of a family, where a relative is only told of (我老婆有户口): one asks about
    somebody who is named alone, or whose schooling, age or work is told.
    """
    subject = subject_of(typed)
    if subject.who == "self" or (_ONESELF.search(typed) and not _ALIKE.search(typed)):
        return False
    known = {subject_of(before).who, *kin_named(before)}
    if subject.who in known and not names_other_kin(typed, before):
        return False
    return _BARE_ASK.fullmatch(without_kin(typed)) is not None or _OF_APPLICANT.search(typed) is not None


def case_of_another(typed: str, question: str, told: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The question put of somebody else, and what is told of them."""
    if _ALIKE.search(typed):
        asked, *anew = supposed(typed, (question, *told)) or (question, *told, typed)
        return asked, tuple(anew)
    parts = [p for p in _PARTS.split(question) if p.strip()]
    asks = [p for p in parts if re.search(r"[吗么不]$|能|可以", p) or not _OWN.search(search_key(p))]
    asks = [_of_anybody(p) for p in asks]
    said = re.sub(r"(?:呢|[?？])+$", "", typed.removeprefix("那")).strip("，, ")
    return "，".join(asks) or question, (said,)


def _of_anybody(part: str) -> str:
    """A part that asks, without what it tells of oneself in front of the verb: 我有癫痫能学吗."""
    whether = parted(part)
    told = whether is not None and (_OWN.search(whether.of) or kin_named(whether.of))
    return whether.asks if whether is not None and told else part
