"""Before or after an act: 缴费前可以修改，缴费后不能改 holds by halves, and what is told says which half.

Who says 报名费交完了 stands after 缴费, who says 还没交钱 before it.
"""

from __future__ import annotations

from functools import lru_cache

from bot.speech.lexicon import lexicon
from corpus import patterns as re
from index.normal import search_key

__all__ = ["is_of_other_phase", "of_this_phase", "phase_of"]

_KEPT = 512  # cases of which the act and the side are kept
_HALF = re.compile(
    r"(?P<act>[\u4e00-\u9fff]{2})(?:完成|结束|成功)?(?:满?[\d一二两三四五六七八九十半]+(?:个?工作日|个?月|周|天|日|年))?(?:之|以)?(?P<side>前|后)(?=$|,|的|一律|均|概|方|才|仍|退|不|可|予|能|须|将|无)"
)
# Characters of verbs that come to the same, as people put one for another.
_ALIKE = ("缴交付", "报登", "领取拿", "寄邮", "签", "审", "提交递", "改", "考", "发", "买购", "公", "评")
_DONE = r"(?:了|完|好|过|毕|成功|上)"


@lru_cache(maxsize=_KEPT)
def _half(case: str) -> tuple[str, str] | None:
    """The act and the side that a case names last: 作品提交后一律 → 提交, 后."""
    halves = [(m["act"], m["side"]) for m in _HALF.finditer(search_key(case))]
    return halves[-1] if halves else None


def phase_of(case: str, told: str) -> bool | None:
    """Whether a case is the half that somebody tells to be in; None where it is none or nothing is told."""
    half = _half(case)
    if half is None:
        return None
    act, side = half
    stands = _stands(act, told)
    return None if stands is None else stands == side


def is_of_other_phase(case: str, told: str) -> bool:
    """Whether a case is the half that somebody tells not to be in."""
    return phase_of(case, told) is False


def of_this_phase(text: str, told: str) -> str:
    """A text without the sentences on the half that somebody tells not to be in; all where none is left."""
    parts = re.split(r"(?<=[;；。])", text)
    return "".join(p for p in parts if not is_of_other_phase(p, told)) or text


def _stands(act: str, told: str) -> str | None:
    """The side of an act on which somebody tells to be."""
    before, after = _sides(act)
    return "前" if before.search(told) else "后" if after.search(told) else None


@lru_cache(maxsize=_KEPT)
def _sides(act: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells that an act is still to come, and that it is done."""
    verb = f"(?:{'|'.join(_spoken(word) for word in (act, *lexicon().synonyms.get(act, ())))})"
    return (
        re.compile(rf"(?:还没|没有?|尚未|未)[^,，。;；]{{0,3}}?{verb}|{verb}(?:之|以)?前"),
        re.compile(rf"{verb}(?:了|完|过|毕|成功)|(?:已经?|都|刚){verb}|{verb}(?:之|以)?后"),
    )


def _spoken(word: str) -> str:
    """A pattern for an act as it is said: 缴费 as 交费, 交了费, 费交了 and 报名费交完."""
    if len(word) != 2:
        return re.escape(word)
    alike = next((c for c in _ALIKE if word[0] in c), word[0])
    same = f"[{alike}]"
    if word[1] in alike:
        return f"{same}+"  # 提交 as 交, 递
    noun = "[费钱款]" if word[1] in "费钱款" else re.escape(word[1])
    return rf"(?:{same}{_DONE}?{noun}|{noun}[^,，。;；]{{0,2}}?{same})"
