"""An amount that is asked for because it has to be reached: 要多少学时, 至少写几篇."""

from __future__ import annotations

from bot.conversation.question import Question
from corpus import patterns as re

__all__ = ["asks_demand", "demands"]

_ASKS = re.compile(
    r"(?:要(?!不要)|需要?|[得应须]|必须|至少|最少|起码)[^,，。;；?？多几]{0,6}(?:多少|几)(?!钱|元|块|天|年|个?月)"
)
_DEMAND = re.compile(r"不少于|不低于|不得少于|不得低于|至少|[须应需]|完成|达到|满|累计|以上")
_EACH = re.compile(r"每[^，。；、]{0,4}$")  # a rate by which something counts, no amount to reach
_NUMERAL = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)"


def asks_demand(question: Question) -> bool:
    """Whether a question asks how much of its unit is demanded."""
    return bool(question.unit) and _ASKS.search(question.text) is not None


def demands(question: Question, text: str) -> bool:
    """Whether a sentence of `text` demands an amount in the unit of the question, which may be printed
    short: 30时 of 学时."""
    unit = re.escape(question.unit.replace("课时", "学时"))
    for sentence in re.split(r"[。；;\n]", text):
        for amount in re.finditer(rf"{_NUMERAL}\s*个?(?:{unit}|{unit[-1]}(?![间\d]))", sentence):
            if _DEMAND.search(sentence) and not _EACH.search(sentence[: amount.start()]):
                return True
    return False
