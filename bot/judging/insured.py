"""Months of insurance against a bound: without breaks where that is asked, without those paid late where
these do not count."""

from __future__ import annotations

from dataclasses import replace

from bot.answer_parts import ConditionState
from bot.judging.figures import claims_enough
from bot.judging.questions import question_of
from bot.person.person import Person
from bot.speech.bounded import JudgedLeaf, judge_bound
from bot.speech.interval import Interval
from corpus import patterns as re
from corpus.conditions.conditions import Leaf
from corpus.notice import Notice
from corpus.values.numerals import number

__all__ = ["judge_insured"]

_MET, _UNKNOWN = ConditionState.MET, ConditionState.UNKNOWN

_UNBROKEN = re.compile(r"连续|不间断|未中断")
_INTERRUPTED = re.compile(
    r"(?<!没)(?<!未)(?<!没有)(?<!不间)(?<!不)(?:断(?:过|了|缴|交|档|断)|中断|停(?:过|缴|交|保))|没连上"
)
# Months paid late, where a notice does not count them: how many, or that there are some.
_LATE_NOT = re.compile(r"补[缴交][^，。；;]{0,8}(?:不计|不算|不予|不含|除外|不作)")
_MONTHS = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_PAID_LATE = re.compile(
    rf"补[缴交](?:的|了|过|有|是)*(?P<behind>{_MONTHS})(?P<long>个月|年)|(?P<before>{_MONTHS})(?P<lasting>个月|年)(?:的)?(?:社保)?(?:都?是|属于|算)?(?:后来|事后)?补[缴交]"
)
_LATE = re.compile(
    r"(?:个月|几年|\d年|月份)[^，。；没不]{0,3}是?(?:后来|事后)?补(?:的|上)|(?<![没未不])(?<!没有)(?<!不用)补[缴交](?!协议|计划|手续|过?(?:吗|么|[的]?(?:不算|算|行|能|可以)))"
)
_NONE_LATE = re.compile(r"没(?:有)?补[缴交]")
_HOW_LATE = "请问其中补缴的有多长时间？"


def judge_insured(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    """Months paid, without those paid late where the notice does not count them; of those paid with breaks
    between, how many at a stretch is not known."""
    have, late = person.insurance, _PAID_LATE.search(person.text)
    deducts = have is not None and _LATE_NOT.search(notice.text) is not None
    judged = judge_bound(leaf, have, "社保累计", question_of(leaf))
    if have is None and (claim := claims_enough(leaf, person.text)):
        return JudgedLeaf(leaf, _MET, f"您说“{claim}”")
    if deducts and late and (months := number(late["behind"] or late["before"])) is not None:
        assert have is not None
        each = 12 if "年" in (late["long"], late["lasting"]) else 1
        judged = judge_bound(leaf, have - Interval.exactly(months * each), "社保累计", question_of(leaf))
        judged = replace(judged, why=f"{judged.why}（已扣除{late[0]}）")
    elif deducts and judged.state is _MET and leaf.operator[0] == ">" and _paid_late(person.text):
        why = f"{judged.why.split('，')[0]}，其中补缴的不计，补缴了多久未说明"
        return replace(judged, state=_UNKNOWN, why=why, ask=_HOW_LATE, instead=_HOW_LATE)
    broken = _UNBROKEN.search(leaf.words) and _INTERRUPTED.search(person.text)
    if judged.state is not _MET or not broken or leaf.operator[0] != ">":
        return judged
    return replace(
        judged, state=_UNKNOWN, why=f"{judged.why.split('，')[0]}，中间断过", ask=question_of(leaf)
    )


def _paid_late(text: str) -> bool:
    return _LATE.search(text) is not None and _NONE_LATE.search(text) is None
