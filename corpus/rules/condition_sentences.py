"""The sentences of a notice that say whom and what it is open to, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import patterns as re
from corpus.conditions.audiences import in_section
from corpus.conditions.sentence_spans import sentences_of
from corpus.notice import Notice, Span
from corpus.once import once_per_notice
from corpus.values.periods import fold

__all__ = ["ConditionSentence", "condition_sentences"]

# A clause titled by a range, or by who may apply: 评审范围：, 申报人员须.
_TITLED = re.compile(r"[^，。；：:]{0,8}(?:范围|对象)[：:]|申[报请]企业|(?:申[报请]|参[评加])(?:人员|单位)须")


@dataclass(frozen=True, slots=True)
class ConditionSentence:
    """A sentence and the clause that it stands in; `text` is folded and without white space."""

    clause: int
    span: Span
    text: str


@once_per_notice
def condition_sentences(notice: Notice) -> tuple[ConditionSentence, ...]:
    """The sentences on conditions, and those of clauses titled by a range or by who may apply."""
    return tuple(
        ConditionSentence(index, span, _text(notice, span))
        for index in range(len(notice.clauses))
        if in_section(notice, index) or _TITLED.match(_own(notice, index))
        for span in sentences_of(notice, index)
    )


def _own(notice: Notice, index: int) -> str:
    return notice.clause_text(index).removeprefix(notice.clauses[index].marker).strip()


def _text(notice: Notice, span: Span) -> str:
    return re.sub(r"\s|\*\*", "", fold(notice.text[span.start : span.end]))
