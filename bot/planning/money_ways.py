"""Which way money goes: what somebody pays, and what is paid out to them.

医保一年交多少 asks for the contribution, and 起付线600元, 补助380元 are no answer though they are amounts of
the same notice; 住院报多少 asks for the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from corpus import patterns as re
from index.normal import search_key

__all__ = ["paid_as_asked"]

_ASKS_PAID = re.compile(r"(?:要|得|需|该|应)?(?:交|缴|付|花)(?:费|钱|款)?(?:多少|几|好多)")
_ASKS_PAID_OUT = re.compile(r"(?:报销?|补助?|补贴|发|领|拿|奖|给)(?:到)?(?:多少|几|好多)(?!天|次|年|个月|号)")
# By which way something is paid, which no amount tells: 考务费怎么交, 去哪缴费.
_ASKS_HOW = re.compile(
    r"(?:怎么|咋|如何|怎样|哪里?儿?|啥方式|什么方式)(?:去|样)?(?:交|缴|付(?!出))(?!通|流|给)"
)
_SAYS_HOW = re.compile(
    r"(?:缴纳?|交|付)(?:费|款)?(?:至|到|方式)|汇款|转账|账[户号]|扫码|付款|缴费(?!标准|金额|基数|比例)"
)
_PAID = re.compile(
    r"缴费标准|收费标准|个人缴|缴纳|交纳|缴费|收费|交费|费用|每[人生户][^,，。;；]{0,6}\d|[\u4e00-\u9fff]费\D{0,6}\d"
)
_PAID_OUT = re.compile(r"报销|补助|补贴|奖励|奖金|发放|津贴|给予|支付比例|救助|资助|返还|退还")
_OTHER = re.compile(r"起付|封顶|罚|赔偿|滞纳金|违约")


def paid_as_asked(question: Question, passages: Sequence[Evidence]) -> list[Evidence]:
    """Passages in their order, those first in which money goes the way that a question asks about."""
    found = list(passages)
    if _ASKS_HOW.search(question.text):
        return sorted(found, key=lambda e: not _SAYS_HOW.search(_told(e)))
    if "money" not in question.wants:
        return found
    if _ASKS_PAID.search(question.text):
        return sorted(found, key=lambda e: not _is_paid(_told(e)))
    if _ASKS_PAID_OUT.search(question.text):
        return sorted(found, key=lambda e: not _PAID_OUT.search(_told(e)))
    return found


def _told(evidence: Evidence) -> str:
    return search_key(evidence.passage.text)


def _is_paid(text: str) -> bool:
    """Whether a passage says what somebody pays, and not from which sum on, as a fine, or what comes back."""
    return _PAID.search(text) is not None and not (_PAID_OUT.search(text) or _OTHER.search(text))
