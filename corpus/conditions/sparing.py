"""Sentences that spare some a part of what is asked of all: …的，可免考基础课，只考实务.

They demand nothing of others and are no way in: who is of those, is judged where being spared is asked about.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus import patterns as re
from corpus.conditions.sentence_spans import sentences_of
from corpus.notice import ClauseKind, Notice
from corpus.once import once_per_notice
from corpus.values.periods import fold

__all__ = ["Spared", "spared_by", "sparing_clauses"]


@dataclass(frozen=True, slots=True)
class Spared:
    """Whom a sentence spares something, and what it is: 免考基础课."""

    who: str
    what: str


_SPARES = re.compile(
    r"(?P<who>[^。;]{4,}?(?:的|者|人员|[学考]生|教师|干部|军人))(?:者|人员)?,?(?:均|都)?可以?(?:申请|直接)?"
    r"(?P<what>免(?:予|除)?(?:参加)?(?:[一二两三四\d][科门项])?(?:[笔初面复]?[试考修审检]|审核|考核|考试|测试|答辩|培训)[^。;]*|(?:只|仅)(?:考|参加)[^。;]+)"
)


def spared_by(sentence: str) -> Spared | None:
    """What a sentence, folded and without white space, spares and whom; None where it spares nothing."""
    found = _SPARES.fullmatch(sentence.strip("。;"))
    return Spared(found["who"], found["what"]) if found and "不得" not in sentence else None


@once_per_notice
def sparing_clauses(notice: Notice) -> frozenset[int]:
    """The clauses of which a sentence spares some a part, where the notice is about something else."""
    if "免试" in notice.title or "免考" in notice.title:
        return frozenset()
    return frozenset(
        index
        for index, clause in enumerate(notice.clauses)
        if clause.kind not in (ClauseKind.ROW, ClauseKind.TABLE)
        for span in sentences_of(notice, index)
        if spared_by(re.sub(r"\s", "", fold(notice.text[span.start : span.end])))
    )
