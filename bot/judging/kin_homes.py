"""Relatives of whom a condition speaks: where they are registered (父母为本区户籍), which of them acts."""

from __future__ import annotations

from bot.person.kin import subject_of
from corpus import patterns as re
from corpus.conditions.credentials import OF_KIN

__all__ = ["acting_kin", "kin_at_home", "lives_with_kin"]

_PLACE_NAMED = re.compile(r"(?:为|有|是|在)(?P<name>[^为有是在、,本]{2,3})[区市县镇](?:的)?户[籍口]")
_KIN = r"(?:老婆|妻子|媳妇|爱人|老公|丈夫|配偶|[爸妈]|父母|父亲|母亲|孩子|儿子|女儿)[^，。；]{0,6}"


def kin_at_home(words: str, text: str) -> str | None:
    """What a person says of a relative that is registered where a condition wants one to be, "" where they
    do not say so; None for a condition that is on no relative's household."""
    if not OF_KIN.match(words):
        return None
    named = _PLACE_NAMED.search(words)
    place = f"|{re.escape(named['name'])}" if named else ""
    told = re.search(rf"{_KIN}(?<![不没]是)(?<!不在)(?:本[地市区县镇]{place})", text)
    return told[0] if told else ""


# 随子女在本市居住, of who is told to live with the one who asks, or to be taken in.
_WITH_KIN = re.compile(
    r"(?:但|且|并|已)*(?:随|跟随|投靠|与)(?:其|本市)?(?P<kin>(?:成年)?子女|父母|配偶)(?:在[^,;。]{1,10})?(?:共同|一起|长期|实际)*(?:居住|生活)"
)
_LIVES_WITH = re.compile(
    r"[跟和随与](?:着|了)?(?:我|俺|咱)(?:们|家|老公|老婆|爱人)*(?:一起|一块儿?|住|过|生活)|[住搬](?:在|到|来|进)*(?:我|俺|咱)(?:们)?(?:家|这)"
)
_OLDER = {"子女": "elder", "父母": "child", "配偶": "spouse"}


def lives_with_kin(words: str, text: str) -> str | None:
    """What is told of living with the relative whom a condition names, "" where nothing is; None for a
    condition on no such thing."""
    named = _WITH_KIN.fullmatch(words.strip("；;。 "))
    if named is None:
        return None
    about = subject_of(text).who == _OLDER[named["kin"][-2:]]
    told = _LIVES_WITH.search(text) if about else None
    return told[0] if told else ""


_ACTING = re.compile(r"(?P<kin>(?<!祖)父母|配偶|子女)(?:一方|双方|本人)?(?:担任|作为|充当|承担)[^,]{2,}$")
_ACTS = re.compile(r"(?:[当做作]|担任|作为|充当|承担)(?!什么|啥)")
_RELATIVES = {
    "父母": r"(?<![祖姑姨舅叔伯岳养])(?:爸|妈|父亲|母亲|父母|爹|娘)(?!家)",
    "配偶": r"老公|老婆|丈夫|妻子|媳妇|爱人|配偶",
    "子女": r"(?<!侄)(?:儿子|女儿|闺女|子女)",
}


def acting_kin(words: str, text: str) -> str | None:
    """The relative that is asked about, where a rule is for such a one that acts: 我爸能当借款人吗 of
    父母担任借款人的; None where the rule is for no relative or another one is asked about."""
    named = _ACTING.search(words)
    if named is None or not _ACTS.search(text):
        return None
    told = re.search(_RELATIVES[named["kin"]], subject_of(text).words)
    return told[0] if told else None
