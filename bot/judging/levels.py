"""The grades that a notice offers, and whether and about which of them a question asks."""

from __future__ import annotations

from functools import lru_cache

from corpus import patterns as re
from corpus.conditions.audiences import levels_in
from corpus.notice import Notice
from corpus.rules.rules import targets_of
from corpus.rules.targets import offers_of

__all__ = ["asked_level", "asks_levels", "asks_offered", "offered_levels", "speaks_of_person"]

_KEPT = (
    512  # texts of which it is kept which grade they are about; each is asked for one notice after another
)

_ASKS_LEVELS = re.compile(
    r"(?:有|分|设|开|包括)(?:了|着|成|为)?(?:哪几|几|哪些|哪|多少|什么)个?(?:级别|等级|层级|级)(?!证)"
    r"|(?:级别|等级)(?:都|一共|总共)?(?:有|分|是)?(?:哪些|几个|哪几|多少)"
)
_LEVEL = "[一二三四五1-5]级(?!证)"
_HERE = "(?:你们|这里|这边|那边|咱们|他们|本次|这次)?(?:还|也|都)?"
_OFFER = "(?:开[展设]?|办|考|评|设)"
_WHETHER = rf"(?:有没有|有(?:吗|么|不|没)|{_OFFER}[不没]{_OFFER}|{_OFFER}了?(?:吗|么|不|没))"
_END = "[啊呀呢?？]*(?:$|(?<=[吗么不没有开办考评设])[,，。](?:我|俺|咱|想|打算))"
# 二级开不开, 人工智能四级你们开吗; 想考二级，你们开吗; 有没有二级, 你们考一级吗
_ASKS_OFFERED = re.compile(
    rf"{_LEVEL}的?(?:[^?？]*[,，。;； ])?{_HERE}{_WHETHER}{_END}"
    rf"|(?:有没有|{_OFFER}[不没]{_OFFER}|(?:你们|这里|这边)(?:还|也)?(?:有|{_OFFER})|(?<![我他她])有)(?:开|考|评)?{_LEVEL}的?(?:吗|么|不|没)?{_END}"
)
_OF_PERSON = re.compile(r"我|俺|咱|本人|[他她](?!们)|(?:儿子|女儿|孩子|老公|老婆|爸|妈)")


def asks_levels(text: str) -> bool:
    """Whether a question asks which levels there are, and not which of them somebody may have."""
    return _ASKS_LEVELS.search(text) is not None and not speaks_of_person(text)


def asks_offered(text: str) -> bool:
    """Whether a question asks if a level is held at all: 二级开不开, 有没有二级."""
    return _ASKS_OFFERED.search(text) is not None


def speaks_of_person(text: str) -> bool:
    """Whether a question speaks of somebody, so that it may be about what they may have."""
    return _OF_PERSON.search(text) is not None


def offered_levels(notice: Notice) -> tuple[set[str], int | None]:
    """The grades that a table or a correction offers, and the first row that says so; (empty, None) without
    one.
    """
    offers = offers_of(notice)
    row = min((o.row for o in offers.values()), default=None)
    graded = [t for t in targets_of(notice) if t.level] if notice.corrections else []
    if all(t.offered for t in graded):
        return set(offers) | {t.level for t in graded if offers}, row
    first = next((t.own[0].lead for t in graded if t.own), row)
    return {t.level for t in graded if t.offered}, first if row is None else row


@lru_cache(maxsize=_KEPT)
def asked_level(text: str) -> str:
    """The grade that a question is about: the one next to the verb of applying, else the last named."""
    near = re.search(
        r"(?:考|报|申报|评|条件|附件\d*(?:里头|里面|里|中|上)?的?)[^，。,？?]{0,14}?([一二三四五1-5])级(?!证)",
        text,
    )
    behind = re.search(r"([一二三四五1-5])级(?!证)[^，。]{0,12}(?:能考|能报|条件|年限|行|够|可以)", text)
    match = behind or near
    if match:
        return match.group(1) if not match.group(1).isdigit() else "一二三四五"[int(match.group(1)) - 1]
    plain = levels_in(re.sub(r"[一二三四五1-5]级[^，。]{0,4}证", "", text))
    return plain[-1] if plain else ""
