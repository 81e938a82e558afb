"""A condition that wants a home of certain kinds, by the home that is told: 自有住房或者经备案的租赁住房."""

from __future__ import annotations

from bot.answer_parts import ConditionState
from corpus import patterns as re

__all__ = ["judge_dwelling"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN

# The kinds of homes that a condition lets count, and that a lease of one has to be on record.
_WANTED = re.compile(r"住所|居所|住房|房屋|房产")
_OWN = re.compile(r"自有|自购|产权|购(?:买|置|房)|房产证")
_RENTED = re.compile(r"租赁|承租|租房|租住|租用")
_FILED = re.compile(r"备案")
_OF_ALL = re.compile(r"合法(?:固定|稳定)?(?:的)?(?:住所|居所|住房)|(?:固定|稳定)(?:的)?(?:住所|居所)")
# Not of the home itself: its measure or value, a loan on it, what was done to it, whose it is, that there is
# none.
_ELSE = re.compile(
    r"公共租赁|宿舍|父母|子女|亲属|面积|平方|总价|贷款|补贴|公积金|改造|危房|[无未没不]|转让|出售|租金|满\d|\d年|人才|公租|廉租|保障"
)

_BOUGHT = re.compile(
    r"(?:自己|我们?家?|我们?自己|家里|父母|爸妈)[^，。；]{0,4}(?:买|购)(?:了|的|过)?[^，。；]{0,6}房|(?<![想要])买了[^，。；]{0,6}房|房(?:子)?(?:是|都是)?(?:我|自己|家里)+(?:买|购)的"
    r"|自有(?:住|产权)?房|自己的房|有(?:自己的)?(?:房产证|产权证|不动产证)|(?:房产证|产权证|不动产证)(?:有|齐|办好|下来)"
)
_RENTS = re.compile(r"(?<![出转])租(?:的|了|着|住|房|赁)|房(?:子)?(?:是|都是)?租")
_ON_RECORD = re.compile(
    r"备[过好了]+案|备案(?:了|过|好|证明|登记|表|合同|的|也|都)|(?:办|做|有|去)(?:过|了|好)?[^，。；没未]{0,6}备案|(?:已|都|也)备案"
)
_NOT_ON_RECORD = re.compile(
    r"(?:没有?|未|还没|不)(?:去|给|让|能|肯|办|做)*(?:过|了)?(?:租赁)?(?:合同)?备[过好了]*案|备案(?:没|还没|也没|都没|不)"
)


# 本小区业主, 承租人: as what somebody lives there.
_HOLDER = re.compile(
    r"(?:须?为|是|限于?|属于?)?(?:本[小社]区|本[\u4e00-\u9fff]{1,3}|本|该|房屋|住宅|住房|房产)*的?"
    r"(?:(?P<owner>业主|房主|产权人|所有权人)|承租人|租户|租客|租住人员?)(?:本人|的)?"
)
_OWNER = re.compile(
    r"(?<![不非])(?<!不是)(?:是|属于|我就?是|本人是)?(?:业主|房主|产权人)(?!委员|大会|群|委|代表)|房子?(?:也|都|就)?是(?:我|俺|自己|本人)(?:自己|家|们)?(?:的|买)"
)


def _as_holder(as_owner: bool, text: str) -> ConditionState | None:
    """Whether somebody lives as owner, or as tenant; None where they tell neither or both."""
    owns = _OWNER.search(text) is not None or _BOUGHT.search(text) is not None
    rents = _RENTS.search(text) is not None or re.search(r"(?:是|我)(?:租户|租客|承租人)", text) is not None
    return None if owns == rents else _MET if owns == as_owner else _UNMET


def judge_dwelling(words: str, text: str) -> ConditionState | None:
    """Whether the home that a person tells of is one that a condition wants; None where it wants none, or no
    home is told that it speaks of."""
    if (kind := _HOLDER.fullmatch(words)) is not None:
        return _as_holder(kind["owner"] is not None, text)
    if not _WANTED.search(words) or _ELSE.search(words.replace("不动产", "")):
        return None
    own, rented = _OWN.search(words) is not None, _RENTED.search(words) is not None
    if not (own or rented) and not _OF_ALL.search(words):
        return None
    if _BOUGHT.search(text) and (own or not rented):
        return _MET
    if not _RENTS.search(text):
        return None
    if own and not rented:
        return _UNMET if not _OF_ALL.search(words) or "含" not in words else None
    if not rented or not _FILED.search(words):
        return _MET
    if _NOT_ON_RECORD.search(text):
        return _UNMET
    return _MET if _ON_RECORD.search(text) else _UNKNOWN
