"""Time within a length of work that may not count as work: 其中两年脱产读研, 中间待岗半年, 里面实习一年.

Full-time study, long leave and time without a post never count. Practice, side jobs and posts of another kind
count unless the notice says that they do not (`corpus.conditions.deductions`). Study in service takes nothing
off.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from bot.person.breaths import is_till, words_around
from bot.person.elapsed import months_covered
from bot.speech.amounts import spans_in
from bot.speech.interval import Interval
from bot.speech.spoken_days import SpokenDay
from corpus import patterns as re

__all__ = ["ABSENT", "TimeOff", "always_off", "is_part_apart", "less", "net_of", "time_off_in"]


@dataclass(frozen=True, slots=True)
class TimeOff:
    """A part of a length of work, in months, and the word for what it was."""

    word: str
    much: Interval


ABSENT = re.compile(
    r"病假|病休|休病|养病|养伤|住院|(?<!疗)休养|停职|待岗|待业|脱产|停薪|失业|空窗|产假|歇(?:过|了)|没(?:上班|工作|干活)"
)
_STUDY = re.compile(
    r"全日制|(?:读|念|上)(?:了|过)?(?:个)?(?:研|硕士|博士|大学|本科|大专|学|书)|进修|在校学习|脱产"
)
_IN_SERVICE = re.compile(r"在职|非全|业余|函授|自考|成人|毕业|边")
_OTHER_POST = re.compile(r"实习|见习|学徒|试用期|兼职|勤工俭学|行政|工勤|后勤|文员")
_WITHIN = re.compile(r"其中|中间|期间|中途|里面|里头|包括|包含|含|刨|除去")


def time_off_in(text: str, days: Sequence[SpokenDay]) -> list[TimeOff]:
    """The parts of a length of work that `text` tells apart, by their length or from day to day."""
    found = []
    for span in spans_in(text):
        before, behind = words_around(text, span.start, span.end)
        word = _word(before + behind) or _all_of_it(before)
        if word and not re.search(r"社保|保险|参保", before):
            found.append(TimeOff(word, span.much))
    return [*found, *_studied(text, days)]


# 实际4年, 净干了6年, 扣除后还剩3年: what is left of a length of work, reckoned by the person.
_NET = re.compile(
    r"(?:实际上?|净|真正|实打实|扣(?:除|掉|去|完)?(?:之|以)?后|扣完|除掉后|去掉后|剩下?)"
    r"(?:只|就|才|还|有|是|能|算|在岗|在职|工作|干|从事|上班|做|满|剩|了|的|经验)*$"
)


def net_of(text: str) -> Interval | None:
    """The length of work that somebody says is left once all that does not count is off."""
    for span in spans_in(text):
        before, _ = words_around(text, span.start, span.end)
        net = _NET.search(before)
        if net and (not net[0].startswith("剩") or _TAKEN_OFF.search(text)):
            return span.much  # 合同还剩3年 tells of nothing taken off
    return None


_TAKEN_OFF = re.compile(r"扣|减|刨|除[掉去开了]|去掉|不算|不计|抛开|病假|脱产|离岗|产假")


def _word(breath: str) -> str:
    """What a part was, `""` where a breath tells of no such part."""
    if absent := ABSENT.search(breath):
        return absent[0]
    if not _WITHIN.search(breath):
        return ""
    if (study := _STUDY.search(breath)) and not _IN_SERVICE.search(breath):
        return study[0]
    other = _OTHER_POST.search(breath)
    return other[0] if other else ""


def is_part_apart(breath: str) -> bool:
    """Whether a breath tells of a part of a length of work that was spent in another post."""
    return bool(_WITHIN.search(breath)) and _OTHER_POST.search(breath) is not None


_IN_OTHER_POST = re.compile(
    r"(行政|工勤|后勤|文员)(?:管理|岗位?|工作|部门?|经理|专员|主管)*(?:上|里)?(?:一直)?(?:干|做|待|工作|当)?了?(?:有|快|已经?)?$"
)


def _all_of_it(before: str) -> str:
    """The kind of post in which a length of work was spent whole: 行政岗干了10年."""
    post = _IN_OTHER_POST.search(before)
    return post[1] if post else ""


def _studied(text: str, days: Sequence[SpokenDay]) -> Iterator[TimeOff]:
    """2012年参加工作，2015年9月到2018年6月读全日制硕士: study from day to day after work had begun."""
    for one, two in itertools.pairwise(days):
        _, behind = words_around(text, two.start, two.end)
        study = _STUDY.search(behind)
        if study is None or _IN_SERVICE.search(behind) or not is_till(text[one.end : two.start]):
            continue
        if one.first < two.last and any(d.last < one.first for d in days):
            most = months_covered(one.first, one.first, two.last)
            least = months_covered(one.last, one.last, max(two.first, one.last))
            yield TimeOff(study[0], Interval(least.low, most.high, least.open_low, most.open_high))


def less(worked: Interval, off: Iterable[TimeOff]) -> Interval:
    """What is left of a length of work once parts of it are taken off."""
    return reduce(lambda left, part: left - part.much, off, worked)


def always_off(off: TimeOff) -> bool:
    """Whether a part counts as work in no notice."""
    return _OTHER_POST.fullmatch(off.word) is None
