"""How many of several conditions have to be met: 下列条件中的两项以上, 至少满足三项, 任意两项."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import patterns as re
from corpus.values.numerals import number

__all__ = ["Quota", "quota_among", "quota_of"]

_N = r"(?P<n>\d{1,2}|[一二两三四五六七八九十])"
_KINDS = r"(?:项|条|个|种|款|点|类)"
_LISTED = r"(?:条件|情形|情况|要求|标准|指标|项目?|条|以下|下列|上述|所列)"
_HOLD = r"(?:应当?|须|需|要)?(?:同时)?(?:满足|符合|具备|达到|具有|有|是)?"
_AND_MORE = r"(?:\(含\))?(?:及其?|或)?以上"
# Of a list that is spoken of as one; 以下两项条件 alone means both.
_QUOTAS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_LISTED}(?:之|当)?中的?,?(?:任[意选何]?|至少|其中)?{_HOLD}{_N}{_KINDS}",
        rf"(?:至少|最少|不少于){_HOLD}(?:(?:以下|下列|上述|其中)?(?:条件|情形|要求)?(?:之?中)?的?)?{_N}{_KINDS}(?:条件|要求|情形|指标)?(?![^,:]*[证书奖])",
        rf"任[意选]?(?:满足|符合|具备)?{_N}{_KINDS}",
        rf"(?:以下|下列|上述|所列)(?:条件|情形|要求)?的?{_N}{_KINDS}{_AND_MORE}",
        rf"(?:满足|符合|具备){_N}{_KINDS}{_AND_MORE}(?:的?(?:条件|要求|情形)|的|者|[,:]|$)",
    )
)


def quota_of(text: str) -> int:
    """How many of the conditions below it a lead-in, folded, wants met; 0 where it states no number, 1 for
    one of them.
    """
    for pattern in _QUOTAS:
        if match := pattern.search(text):
            return int(number(match["n"]) or 0)
    return 0


@dataclass(frozen=True, slots=True)
class Quota:
    """`count` of the conditions in `parts` have to be met."""

    count: int
    parts: tuple[str, ...]


# 甲、乙、丙中的两项以上; 甲、乙、丙三项中至少具备两项
_AMONG = re.compile(
    rf"(?P<items>[^,;。]+?)(?:等)?(?:[二两三四五六七八九\d]{_KINDS})?(?:条件)?(?:之|当)?中的?(?:任[意何]?|至少)?{_HOLD}{_N}{_KINDS}(?:{_AND_MORE})?(?:的|者)?"
)


def quota_among(text: str) -> Quota | None:
    """What a sentence, folded, lists in one breath and wants some of; None where it does not."""
    match = _AMONG.fullmatch(text)
    parts = [p for p in re.split(r"、|或者?|和|以及", match["items"]) if len(p) >= 2] if match else []
    count = int(number(match["n"]) or 0) if match else 0
    return Quota(count, tuple(parts)) if 1 < count < len(parts) else None
