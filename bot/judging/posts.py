"""Whether a post, or a kind of staff, is the one that a person applies for."""

from __future__ import annotations

from bot.answer_parts import ConditionState
from corpus import patterns as re

__all__ = ["applied_for"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN
# 中级岗位, 报考小学教师岗位的: one of several posts that somebody may apply for.
_POST = re.compile(
    r"(?:申报|报考|应聘|竞聘|申请|报名)?(?P<name>[^,，、的\d]{2,8}?)(?:特设)?(?:岗位?|职位)(?:的)?(?:人员|者|考生|的)?"
)
_STAFF = re.compile(r"[\u4e00-\u9fff]{1,7}员(?:、[\u4e00-\u9fff]{1,7}员)*")  # 巡护员、驾驶员
_APPLIES = r"(?:报名|报考?|应聘|竞聘|申报|申请|考|当|做)"
_SAID_POST = re.compile(rf"{_APPLIES}(?P<name>[\u4e00-\u9fff]{{2,6}}?)(?:岗|职位)")
_OTHER_POST = re.compile(r"(?:报考?|应聘|竞聘|申报|申请)[^，。；？]{0,8}(?:岗|职位|教师|老师)")


def applied_for(words: str, text: str) -> ConditionState | None:
    """Whether what a condition names is what somebody applies for; None where it names no post."""
    if (post := _POST.fullmatch(words)) is not None:
        return _post(post["name"], text)
    if not _STAFF.fullmatch(words):
        return None
    wanted = (rf"{_APPLIES}[^，。；？]{{0,6}}{name}" for name in words.split("、"))
    return _MET if any(re.search(w, text) for w in wanted) else None


def _post(name: str, text: str) -> ConditionState:
    text = text.replace("老师", "教师")
    if name.replace("老师", "教师") in text:
        return _MET
    said = (m["name"] for m in _SAID_POST.finditer(text))
    if any(x in name for x in said):
        return _MET  # 翻译岗 for 外语翻译岗
    return _UNMET if _OTHER_POST.search(text) else _UNKNOWN
