"""What a person says they lack and a benefit rests on, or have and are not to: 没有结婚证能领婚假吗.

A paper that a sentence grants something on is demanded by it; 无不良记录 keeps out who has one.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer_parts import Verdict
from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.judging.judgement import Judgement
from corpus import patterns as re
from corpus.rules.rules import lists_with
from index.normal import search_key

__all__ = ["judge_lacking"]

_PAPER = r"(?:证|证明|证书|执照|许可|合同|户口本|凭证|发票|批准书)"
_LACKS = re.compile(
    rf"(?:没有?|无|还没|尚未|未)(?:办理?|领取?|拿到?|考|取得|持有?|带|交)?(?:过|到|下来|了)?(?P<paper>[\u4e00-\u9fff]{{1,10}}?{_PAPER})(?!件?费)"
)
_HAS = re.compile(
    r"(?<![没未])有(?:过|了)?(?P<bad>[\u4e00-\u9fff]{0,6}(?:不良|违法|违规|违纪|犯罪|失信|行贿|处分|处罚)[\u4e00-\u9fff]{0,4}?(?:记录|行为|处分|处罚|前科))"
)
_RESTS = r"(?:领取|取得|获得|凭|持有?|提供|提交|出示|具有|办理|须有|需有|交验|附)"
_GRANTS = re.compile(
    r"享受|发给|发放|给予|可(?:以)?(?:申|领|办|报|享|参|凭)|领取|补贴|报销|办理|奖励|减免|免"
)
_NEAR = 0.4  # the share of the question that a passage says which decides


def judge_lacking(question: Question, evidence: Sequence[Evidence]) -> list[Judgement]:
    """The first passage that forbids what is had, or grants something on a paper that is lacked.

    A paper that is one of several ways in is for the list to judge.
    """
    if (had := _HAS.search(question.text)) is not None and (found := _kept_clean(had["bad"], evidence)):
        return found
    lacked = _LACKS.search(question.text)
    if lacked is None:
        return []
    paper = lacked["paper"]
    for e in evidence:
        if (
            e.coverage >= _NEAR
            and _rests_on(paper, search_key(e.passage.text))
            and not lists_with(e.notice, e.passage.clause)
        ):
            return [Judgement(Verdict.NOT_ELIGIBLE, e, f"没有{paper}，而通知以此为前提", partial=True)]
    return []


def _kept_clean(bad: str, evidence: Sequence[Evidence]) -> list[Judgement]:
    """The first passage that demands that there be no such record."""
    kind = _CREDIT if re.search(r"信用|失信|征信", bad) else re.escape(bad)
    for e in evidence:
        if re.search(rf"(?:无|没有|未有|未被)(?:任何|过|列入)?(?:{kind})", search_key(e.passage.text)):
            return [Judgement(Verdict.NOT_ELIGIBLE, e, f"有{bad}，而通知要求没有", partial=True)]
    return []


_CREDIT = r"不良信用|失信|信用不良|不良征信|征信不良|不良记录|不良诚信"


def _rests_on(paper: str, text: str) -> bool:
    """Whether a sentence grants something on that paper alone, and does not waive it."""
    name = re.escape(paper)
    rests = re.search(rf"{_RESTS}[^,，。;；、]{{0,10}}?[《“]?{name}[》”]?(?![、]|或)", text)
    spared = re.search(rf"(?:无需|不需|免)[^,，。;；]{{0,8}}{name}|或[^,，。;；]{{0,6}}{name}", text)
    return rests is not None and _GRANTS.search(text) is not None and spared is None
