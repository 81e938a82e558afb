"""How long something has to have lasted, said apart from what: 缴纳社会保险，截至4月连续满12个月."""

from __future__ import annotations

from corpus import patterns as re

__all__ = ["with_what_lasts"]

_LASTS = r"(?:已|均|须|应当?)?(?:连续|累计|合计|满|不少于)[^,;。()\d]{0,4}\d+(?:个月|年)"
_WHAT = (
    r"(?P<what>(?:缴纳|缴存|参加|参保|持有|取得|办理|从事|居住|经营|登记)[^,;。()\d]{0,20}"
    r"(?:保险|社保|公积金|居住证|执照|工作|居住|经营|登记|[\u4e00-\u9fff]业)|居住|经营|参保)"
)
# 截至今年4月, 近36个月内: up to when or within what it is counted, which no bound is.
_COUNTED = (
    r"(?:(?:截至|截止到?|至|到)[^,;。\d]{0,6}[\d年月日]+[^,;。\d]{0,4}?"
    r"|(?:最?近|前)\d+(?:个月|年)(?:之?内|以来|中)?)"
)
_APART = re.compile(rf"{_WHAT}(?:\([^()]*\))?,{_COUNTED}?(?P<first>{_LASTS})")
_OR = re.compile(rf"(?P<or>,?(?:或者?|,)){_COUNTED}?(?P<more>{_LASTS})")


def with_what_lasts(text: str) -> str:
    """A condition, folded, with each length of time right behind what has to have lasted so long."""
    found = _APART.search(text)
    if found is None:
        return text
    joined = f"{text[: found.start()]}{found['what']}{found['first']}"
    rest = text[found.end() :]
    if more := _OR.match(rest):
        joined += f"{more['or']}{found['what']}{more['more']}"
        rest = rest[more.end() :]
    return joined + rest
