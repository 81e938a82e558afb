"""Whether a paper or an insurance is in force: 交强险在有效期内 of 保险有效, 证件须有效 of 证早过期了."""

from __future__ import annotations

from bot.answer_parts import ConditionState
from bot.speech.lexicon import lexicon
from corpus import patterns as re

__all__ = ["judge_force"]

_DEMANDED = re.compile(
    r"(?:有|持有?|具有|已|其|且)*(?P<paper>[\u4e00-\u9fff]{1,8}?)(?:须|应当?|必须|均|都|仍|保持|处于|尚)*在?"
    r"有效(?:期(?:限)?(?:之?内)?|状态)?的?"
)
# By what a paper is called in general, for the last character of its name.
_CALLED = {
    "险": "保险|险",
    "证": "证件?",
    "照": "证照?|照",
    "同": "合同",
    "书": "证书?",
    "单": "保险|保单|单子",
}
_VALID = (
    r"(?:单|书|期)?(?:现在|目前|也|都|还|仍|是|也还|都还|尚)*"
    r"(?:在有效期|有效(?!果)|[没未不](?:有)?(?:过期|到期|失效)|(?:年|月|底|头)才到期)"
)
_OVER = r"(?:单|书)?(?:现在|也|都|已经?|早就?|上个?月|去年|刚)*(?:过期|到期了|失效|脱保|断保|作废|过了)"


def judge_force(words: str, text: str) -> ConditionState | None:
    """Whether what a condition wants in force is told to be so; None where it wants nothing in force or
    nothing is told of it."""
    demanded = _DEMANDED.fullmatch(words)
    if demanded is None:
        return None
    own = demanded["paper"]
    called = _CALLED.get(own[-1])
    known = (own, own[-2:], *lexicon().synonyms.get(own, ()))
    names = "|".join(re.escape(n) for n in known if len(n) > 1)
    names = f"{names}|{called}" if called else names
    if re.search(rf"(?:{names}){_OVER}", text):
        return ConditionState.UNMET
    return ConditionState.MET if re.search(rf"(?:{names}){_VALID}", text) else None
