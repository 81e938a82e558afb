"""Fees that a question names, and whether a notice speaks of them."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.finding.matching import match
from bot.speech.lexicon import lexicon
from corpus import patterns as re

__all__ = ["asks_whether_charged", "is_usual_fee", "not_said_charged", "prices", "unnamed_fees"]

_USUAL_FEES = frozenset(
    {
        "科目考试费",
        "科目费",
        "考务费",
        "报名费",
        "考试费",
        "申报费",
        "评价费",
        "认定费",
        "考核费",
        "申请费",
        "手续费",
    }
)
_IN_FULL = 4  # characters of a part of a test, called in full


def is_usual_fee(name: str, text: str) -> bool:
    """Whether a fee may be meant, by whatever name, by what a text says is paid: 考务费, of 收费标准."""
    return name in _USUAL_FEES and _PRICED.search(text) is not None


_PRICED = re.compile(
    r"收费(?:标准|项目)|缴费标准|费用?标准|\d元/(?:人|科|次)|每(?:人|科|次|门)[^,，。]{0,4}\d+元"
)


def unnamed_fees(question: Question, words: Iterable[str], text: str) -> list[str]:
    """Fees whose amount is asked for (补考费, 培训费) and that `text` does not speak of."""
    of_money = "money" in question.wants or question.intent is Intent.FEE
    if not of_money and (question.wants or not _OF_MONEY.search(question.text)):
        return []
    if _WHETHER_CHARGED.search(question.text) and re.search(r"免费|免收|不收费|不收取", text):
        return []  # 工本费收不收, of what is done free of charge
    received = _RECEIVED.search(f"{question.context},{question.text}")  # what is given anew is no fee
    anew = (
        set()
        if received
        else {m[0] for m in _ANOTHER_ACT.finditer(question.text) if not _charges_for(m[0], text)}
    )
    joined = {f"{act}费" for act in anew} | {
        w + "费" for w in words if len(w) >= 2 and w + "费" in question.text and not _IS_CHARGED.fullmatch(w)
    }
    fees = {w for w in words if len(w) >= 3 and w.endswith("费")}
    named = {w for w in fees if w not in lexicon().hints or _is_fee_elsewhere(w, text)} | joined
    usual = _USUAL_FEES if _PAID.search(text) else frozenset()
    return [n for n in sorted(named - usual) if not _speaks_of_fee(n, text)]


_RECEIVED = re.compile(r"奖(?:励|金|多少)|补[贴助](?:多少|多大)?|津贴|资助|(?:领|拿)(?:到|得)?(?:多少|几)")
_OF_MONEY = re.compile(r"[费钱收免价]")
_WHETHER_CHARGED = re.compile(r"收不收|要不要|免不免|(?:收|要|免费|交|花|掏)(?:钱|费)?(?:吗|么|不)[?？]*$")
_FEE_DUE = re.compile(
    r"费(?:也|还|都|又)*(?:要不要|用不用|需不需要|要|用|需要?|得)?(?:另外|单独|再)?(?:[交收付缴掏出给](?:钱|费)?(?:吗|么|不|没)|[交收付缴]不[交收付缴])[?？]*$"
)


def asks_whether_charged(text: str) -> bool:
    """Whether it is asked if a fee named has to be paid: 面试费要交吗."""
    return _FEE_DUE.search(text) is not None


_PAID = re.compile(r"费|收|[交缴付]|价|元/|单位[:：]元")  # of a grant (奖励30万元) nothing is said of paying

# What is done anew or besides, for which a fee of its own may be taken: 补考……收费标准.
_ANOTHER_ACT = re.compile(r"补考|重考|补办|补领|换证|复核|复查|查分|改签|延期|续期|重修")


def _charges_for(act: str, text: str) -> bool:
    """Whether a sentence, or a row, of a text says what is taken for an act: 补考按单科100元收取."""
    return any(act in s and _TAKEN.search(s) for s in _SENTENCES.split(text))


_TAKEN = re.compile(
    r"\d元|元\W{0,3}\d|免费|不收|免收|(?:只|仅|另|照|按|须|需|应)[^,，]{0,12}[收缴交][^,，]{0,12}费|费用?(?:照|另|按)"
)
_SENTENCES = re.compile(r"[。\n]|[；;](?![^。；;：:]{1,10}[：:])")  # 业务：补领；收费（元）：20 is one row


# Whose fee it is and not what it is for: 三级费用, 管理员费用.
_IS_CHARGED = re.compile(r"[一二三四五1-5]级|.{2,}[员师](?<!律师)|.{2,}工种?")

# A saying that is the bare name of a fee (停车费), not of what is done with one (退报名费, 收什么费).
_FEE_NAME = re.compile(r"[^免收交退掏给报补缴付发欠贷不没什啥几多乱加]{2,3}费")


def _is_fee_elsewhere(saying: str, text: str) -> bool:
    """Whether a saying names a fee and `text` has none of the words that it may stand for."""
    return _FEE_NAME.fullmatch(saying) is not None and not any(
        w in text for w in lexicon().synonyms.get(saying, ())
    )


_CHARGED = re.compile(r"免费|要钱|收[费钱]|花钱|[交付掏缴]钱|缴费|要不要钱|[收交付]不[收交付](?:费|钱)")


def not_said_charged(question: Question, things: Iterable[str], text: str) -> str:
    """What is asked about (停车收费吗) and `text` does not speak of; `""` where it does, or else is asked."""
    if not question.polar or question.wants or not _CHARGED.search(question.text):
        return ""
    usual = lexicon().general | lexicon().light
    named = [w for w in things if len(w) > 1 and w not in usual and not _CHARGED.search(w)]
    return "" if any(match(w, text, "") > 0 for w in named) else "".join(named)


_OF_WHAT_KIND = "(?:服务|工本|管理|使用|材料|代办)"  # left out of the names of fees: 耗材费 for 耗材服务费


def prices(name: str, text: str) -> bool:
    """Whether a text gives what is taken for an act that a fee is named by: 补考（元/人） for 补考费."""
    act = re.escape(name.removesuffix("费"))
    given = rf"{act}(?:[(（][^()（）]{{0,6}}元[^()（）]{{0,6}}[)）]|[:：]?\d+元|[:：]\d+(?=[;；]|$))"
    return name.endswith("费") and len(name) > 2 and re.search(given, text) is not None


def _speaks_of_fee(name: str, text: str) -> bool:
    """Whether a text names a fee, or what papers call it and no other fee is called: 门槛费, 起付标准."""
    meant = (w for w in lexicon().synonyms.get(name, ()) if not w.endswith("费"))
    if name in text or any(w in text for w in meant) or prices(name, text):
        return True
    part = name.removesuffix("费")  # 实操费 is that for 操作技能
    if len(part) == 2 and f"{part[0]}费" in text:
        return True  # 邮寄费, that papers call 邮费
    if _ANOTHER_ACT.fullmatch(part) and _charges_for(part, text):
        return True
    if re.search(rf"{re.escape(part)}{_OF_WHAT_KIND}费", text):
        return True
    return part not in text and any(
        len(w) >= _IN_FULL and w in text for w in lexicon().synonyms.get(part, ())
    )
