"""What a sentence says does not matter, or only takes in: 户籍不限, 不论有没有工作, 包括外地学员."""

from __future__ import annotations

from corpus import patterns as re

__all__ = ["without_what_matters_not"]

_MATTER = (
    r"(?:户[籍口](?:所在)?地?|年龄|学历|学位|专业|性别|职称|职业|身份|籍贯|国籍|收入"
    r"|居住证|资历|(?:工作|从业)?年限|年级|排名|地域)"
)
_MATTERS = rf"{_MATTER}(?:(?:、|和|及|与|或){_MATTER})*"
_NO_MATTER = re.compile(
    rf"(?:^|(?<=[,;。]))(?:且|并且|但|也|对)*(?:{_MATTERS}(?:要求)?(?:均|都|也)?(?:不限|不作(?:要求|限制)|不要求|[无没]有?(?:要求|限制))"
    rf"|不限(?:制|于)?{_MATTERS}|不受[^,;。]{{1,20}}限制|(?:不论|无论|不分|不管)[^,;。]{{2,24}})(?:[,;]但?(?=[^,;。])|[,;]?(?=。|$))"
)
# 持有借阅证的读者，包括外地读者: who is taken in by what is said before.
_TAKEN_IN = re.compile(r"(?<=[人者员户生民庭业]),(?:也|均)?(?:包括|含)(?!本人)[^,;。、:]{2,16}(?=[;。]|$)")


def without_what_matters_not(text: str) -> str:
    """A text, folded, without its parts that demand nothing; the text itself where it has no others."""
    return _TAKEN_IN.sub("", _NO_MATTER.sub("", text).rstrip(",;") or text)
