"""Conditions that turn on the grade applied for: 报考二级、一级的, 已取得同等级或者更高等级证书的."""

from __future__ import annotations

from bot.judging.levels import asked_level
from bot.person.person import Person
from corpus import patterns as re

__all__ = ["applies_for_grade", "holds_such_grade"]

_GRADE = re.compile(r"([一二三四五])级")
_APPLYING = re.compile(
    r"(?:申报|报考|申请|参加|报名)(?P<trade>[^,;、()]{0,10}?)(?P<grades>[一二三四五]级(?:(?:、|和|及|或者?)[一二三四五]级)*)"
    r"(?:认定|考试|评价|鉴定)?(?:的|者|人员)*"
)


def applies_for_grade(words: str, text: str) -> bool | None:
    """Whether the grade that a question aims at is of those that `words` name; None where they name none, the
    question none, or none of the trade that they are for."""
    named, level = _APPLYING.fullmatch(words.strip("；;。")), asked_level(text)
    if named is None or not level:
        return None
    if level not in _GRADE.findall(named["grades"]):
        return False
    trade = named["trade"].strip("的")
    return True if len(trade) < 2 or trade in text else None


_SAME = re.compile(r"同(?:一|等|个|级)?(?:职业|工种)?[^,;]{0,14}(?:同一|同|相同|该)等?级[^,;]{0,12}证书")
_HIGHER = re.compile(r"(?:更高|以上|高于)")
_BEST, _LEAST = 1, 5


def holds_such_grade(words: str, person: Person) -> bool | None:
    """Whether somebody holds a certificate of the very grade that they aim at, or of a higher one where that
    counts too; None for a condition on nothing of the kind, or where either grade is not told."""
    level = asked_level(person.text)
    if not _SAME.search(words) or not level or person.certificate is None:
        return None
    aimed, held = "一二三四五".index(level) + 1, person.certificate
    if not _BEST <= held <= _LEAST:
        return False
    return held == aimed or (held < aimed and _HIGHER.search(words) is not None)
