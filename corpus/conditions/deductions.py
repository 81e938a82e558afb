"""Sentences that say which time does not count as work: 全日制学习时间不计入工作年限."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import patterns as re
from corpus.notice import Notice
from corpus.once import once_per_notice
from corpus.values.periods import fold

__all__ = ["Deduction", "deductions_of"]

_NOT_COUNTED = re.compile(
    r"不(?:得|能|再)?(?:计入?|计算|算作?|列入|纳入|视为|作为|视作)|(?:须|应|需|要|予以|相应)*(?:扣除|剔除|扣减)"
)
_OF_WORK = re.compile(r"年限|工作经[历验]|工作时间|工龄|年资|资历|从业时间|岗位(?:上)?工作的时间|任职时间")
_TIME = re.compile(
    r"学习|教育|就读|在读|脱产|进修|病假|产假|待岗|待业|失业|非就业|停薪|实习|见习|学徒|试用|兼职|勤工|行政|工勤|后勤|服刑"
)


@dataclass(frozen=True, slots=True)
class Deduction:
    """A sentence and the clause that holds it."""

    clause: int
    words: str

    def names(self, word: str) -> bool:
        """Whether it speaks of the time that `word` is for: 脱产, 读研 and 全日制 are all study."""
        kinds = [k for k in _KINDS if k.search(word)]
        said = fold(self.words)
        return any(k.search(said) for k in kinds) or word in said


_KINDS = tuple(
    re.compile(words)
    for words in (
        r"全日制|学习|教育|就读|在读|脱产|进修|[读念上](?:了|过)?个?(?:研|硕士|博士|大学|本科|大专|学|书)",
        r"病假|产假|停薪",
        r"待岗|待业|失业|非就业|空窗|没(?:上班|工作|干活)|歇",
        r"实习|见习|学徒|试用",
        r"兼职|勤工",
        r"行政|文员",
        r"工勤|后勤",
    )
)


@once_per_notice
def deductions_of(notice: Notice) -> tuple[Deduction, ...]:
    """The sentences of a notice that say which time does not count, in reading order."""
    found = []
    for index in range(len(notice.clauses)):
        text = notice.clause_text(index)
        sentences = re.split(r"[。;；]", text) if _deducts(text) else ()
        found += [Deduction(index, s.strip()) for s in sentences if _deducts(s)]
    return tuple(found)


def _deducts(text: str) -> bool:
    folded = fold(text)
    return all(words.search(folded) for words in (_NOT_COUNTED, _OF_WORK, _TIME))
