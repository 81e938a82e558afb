"""The one of several parts of a sentence that a question asks about.

`室内成人票：35元/张；室内儿童票：20元/张` is a list without lines: each part names a thing and gives its
value. Where the question names one of them more plainly than all others, that part is the answer; where it
names none, or asks for all, the whole is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.conversation.question import Question
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.telling.numbered_parts import text_for_number
from bot.telling.relevance import telling_apart
from corpus import patterns as re
from corpus.notice import ClauseKind, Span

__all__ = ["part_asked"]

_FEWEST, _MOST = 2, 12
_PART = re.compile(r"[^;；]+")
_NAMED = re.compile(r"(?:.*[:：])?\s*[\u4e00-\u9fff（(][^\d:：]*[:：]?[^:：]*\d", re.DOTALL)
_ALL = re.compile(r"哪些|分别|各(?:是|要|收|有|自)?|都|所有|全部|几种|几类|区别|比|差")
# A part that goes on from the ones before it says too little alone: 低保户另加4000元.
_DEPENDS = re.compile(
    r"另加|另[外行]?[补加收付]|再[加补收付]|上浮|下浮|减半|上述|前款|其中|除外|同上|以此类推|不变|减为|减至|缩短[为至]|延长[为至]"
)
_WHOSE = re.compile(
    r"\s*(?:对|其中)?[^,，:：\d（(]{1,12}(?:家庭|人员|户|职工|者|学生|考生|军人|老人|居民|对象)(?=[（(]|的|每|按|为|[:：\d,，])"
)
_PLAINLY = 1.25  # so much more than the next the part that is meant holds of the question's words


def part_asked(question: Question, evidence: Evidence, gatherer: EvidenceGatherer) -> Span | None:
    """The place of the part of a passage that a question asks about; None where it is not one."""
    start = evidence.passage.span.start
    text = evidence.notice.text[start : evidence.passage.span.end]
    plain = evidence.notice.clauses[evidence.passage.clause].kind is not ClauseKind.ROW
    if not plain or not question.wants or question.context or question.lists or _ALL.search(question.text):
        return None
    if _DEPENDS.search(text):
        return None
    parts = [m for m in _PART.finditer(text) if m.group().strip()]
    if not _FEWEST <= len(parts) <= _MOST or not all(_NAMED.match(p.group()) for p in parts):
        return None
    begins = [p.start() for p in parts]
    begins[0] += _lead(parts[0].group())
    told = [text[b : p.end()] for b, p in zip(begins, parts, strict=True)]
    chosen = text_for_number(question.text, told)
    if chosen is None:
        chosen = _plainest(gatherer.words(question.text), told)
    if chosen is None:
        return None
    if not _WHOSE.match(told[chosen]) and any(_WHOSE.match(t) for t in told[chosen + 1 :]):
        return None  # what it is for some: 租房的每年9000元；多子女家庭每年15000元
    blank = len(told[chosen]) - len(told[chosen].lstrip())
    return Span(start + begins[chosen] + blank, start + parts[chosen].end())


def _lead(first: str) -> int:
    """How many characters of the first part say what all parts are of: 收费标准：成人：35元."""
    marks = [m.end() for m in re.finditer(r"[:：]", first) if not first[: m.end()][-2:-1].isdigit()]
    return marks[0] if len(marks) > 1 else 0


def _plainest(words: Mapping[str, float], texts: Sequence[str]) -> int | None:
    """Which text holds most of the words that only some hold; None where two hold nearly as much."""
    scores = telling_apart(words, texts)
    order = sorted(range(len(texts)), key=lambda n: -scores[n])
    best, second = scores[order[0]], scores[order[1]]
    return order[0] if best > 0 and best >= _PLAINLY * second else None
