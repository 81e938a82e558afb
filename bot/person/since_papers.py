"""How long ago a certificate or a title was taken, and how long somebody has worked since.

Work after a paper is no longer than the paper has been held, and no longer than all work told of.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bot.person.breaths import words_around
from bot.person.elapsed import months_covered
from bot.speech.amounts import spans_in
from bot.speech.bounded import spoken_interval
from bot.speech.interval import Interval
from bot.speech.spoken_days import SpokenDay
from corpus import patterns as re

__all__ = ["anchor_of", "anchor_of_story", "certificate_held", "papers_since", "worked_since"]

_TITLE_WORD = r"(?:职称|工程师|助工|高工|会计师|经济师|讲师|农艺师)"
_CERTIFIED = re.compile(
    r"(?:取证|拿证|拿到证|(?<!毕业)(?<!学历)(?<!学位)证书?)(?:取得|拿到|下来)?(?:之|以)?后|级证.{0,4}后"
    rf"|(?:拿|取|考|领|持)(?:到|了|下来?|得|有)*(?:(?!{_TITLE_WORD}|学历|毕业)[^，。]){{0,8}}证书?(?:到现在|都|已经?|有|也|快|满|正好|刚好|才)*$"
    r"|(?<!毕业)(?<!学历)(?<!学位)(?<!驾)证书?(?:考(?:出|下)来|考到手?|拿到手?|拿下来?|到手|下来|取得)了?(?:之?后|以后)?"
    r"(?:我|又|再|接着|就|一直|便|都)*(?:在[^，。]{1,8}?)?(?:干|做|工作|从事|搞|写|当)(?:了|过|满|有|整整|快)*$"
)
_TITLED = re.compile(
    rf"{_TITLE_WORD}.{{0,6}}(?:之|以)?后|评上|取得职称"
    rf"|(?:{_TITLE_WORD}|助理级|[初中]级)(?:（[^（）]{{1,12}}）)?证?(?:当|做|聘了|任了|评了|评上|拿(?:到|下)?|到手|下来|取得|到现在|都|已经?|有|也|快|满|了|正好|刚好|才|刚)*$"
)


_TITLE_PAPER = re.compile(rf"{_TITLE_WORD}(?:资格|等级)?证书?[^，。]*$")  # 初级职称证书拿到后


_RATED = re.compile(  # 三年前评的中级; 前评过没评上 is no title
    rf"[^，。；]{{0,3}}前评(?!估|定?过|[^，。；]{{0,6}}没)"
    rf"(?:[上的了]|[^，。；]{{0,6}}(?:{_TITLE_WORD}|[初中高]级|[正副]高))"
)


def anchor_of(before: str, behind: str) -> str:
    if _TITLE_PAPER.search(before) and _CERTIFIED.search(before):
        return "title"
    if _CERTIFIED.search(before):
        return "certificate"
    if _TITLED.search(before) or _RATED.match(behind):
        return "title"
    return ""


def anchor_of_story(told: str, before: str) -> str:
    """有四级证，之后工作满四年: counted from the paper spoken of in the clause before."""
    if not re.match(r"\s*(?:之后|后来|此后|然后|随后)", before):
        return ""
    earlier = told[: len(told) - len(before)].rstrip("，、 ")[-14:]
    if re.search(r"证书?$|级证", earlier):
        return "certificate"
    return "title" if re.search(_TITLE_WORD, earlier) else ""


_CERTIFICATE_TAKEN = re.compile(
    r"(?:考|拿|取得?|领|发)(?:到|了|下来?|出来?|得|过)?[^，。]{0,10}证|证[^，。]{0,6}(?:考|拿|取得|发|下来|到手)"
)
_TITLE_TAKEN = re.compile(
    rf"(?:评(?!审|定|委)|取得|聘|拿)[^，。]{{0,12}}{_TITLE_WORD}|{_TITLE_WORD}[^，。]{{0,8}}(?:评(?!审|定|委)|下来|取得)"
)
_NOT_TAKEN = re.compile(r"没|未|不|想|准备|打算|学历|毕业证|学位|报|申")


_PAPER = 12  # characters that may name a paper
_PAPER_NAMED = re.compile(rf"证|{_TITLE_WORD}")
_TAKEN_THEN = re.compile(
    r"(?:才|就|刚)?(?:拿|考|取得?|领|发|评|下来)(?:到|下来?|出来?|上|过)?(?:手)?(?:的|了)"
)


def papers_since(text: str, days: Sequence[SpokenDay], reckoned: date) -> dict[str, Interval]:
    """Months since the day on which a certificate or a title was taken."""
    found: dict[str, Interval] = {}
    for day in days:
        before, behind = words_around(text, day.start, day.end)
        if _TAKEN_THEN.fullmatch(behind) and not _PAPER_NAMED.search(before):
            before = text[: day.start - len(before)].rstrip("，。； ")[-_PAPER:]  # 有四级证，2021年3月拿的
        said = before[-_PAPER:] + behind
        for anchor, taken in (("title", _TITLE_TAKEN), ("certificate", _CERTIFICATE_TAKEN)):
            if taken.search(said) and day.first <= reckoned and not _NOT_TAKEN.search(said):
                found.setdefault(anchor, months_covered(day.first, min(day.last, reckoned), reckoned))
                break
    return found


_CERTIFICATE = (
    r"(?:[一二三四五1-5]级(?:职业)?(?:资格|技能)?(?:等级)?证书?|(?:高级技师|技师|[高中初]级工)(?:职业|资格|技能|等级)*证书?"
    r"|(?<!毕业)(?<!学历)(?<!学位)(?<!居住)(?:资格|等级|技能|职业)证书?)"
)
# 四级证拿了2年半, 有四级证4年整: for how long a certificate has been held, in the breath of the length.
_HELD = re.compile(
    rf"{_CERTIFICATE}(?:拿|取得|考|领|有|到手|下来|发|办|持有)*(?:了|到|下来|出来|得|过|手)*"
    r"(?:到现在|至今|已经?|都|有|快|满|正好|刚好|整整|才|也|刚|将近|差不多)*$"
)
_TAKEN = re.compile(
    r"(?:拿|取得|考|领|到手|发|持有?|下来)(?:了|到|下来|出来|得|过|手)*(?:现在|至今|已经?|都|有|快|满|正好|刚好|整整|才|也|刚|将近|差不多)*"
)
_NOT_HELD = re.compile(r"\s*(?:之|以)?[前后内]|[^，。]{0,3}有效|\s*(?:到期|过期)")
_TAKEN_AGO = re.compile(r"(?:之|以)?前(?:就)?(?:考|拿|取得?|领|发|评|下来)")  # 四级证3年半前拿的
_ALL_ALONG = re.compile(
    r"一直|都在|始终|持续|全程|没断过|没停过|没离开过|(?:证|职称|[之以])后(?:就|都|也|便)?(?:在|干|做|从事|工作|上班)"
)
# 单位呆了三年: as long with one employer, and no less in all.
_AT_ONE_EMPLOYER = re.compile(r"(?:[本现这]?单位|这家公司|现在的?公司)[^，。]{0,3}[待呆干]了")
_BROKEN = re.compile(r"断了|断过|转行|没(?:上班|工作|干|做)|歇|改行|离职")


def certificate_held(text: str) -> Interval | None:
    """Months for which a certificate has been held, where its length is told; None where it is not."""
    for span in spans_in(text):
        before, _ = words_around(text, span.start, span.end)
        if _TAKEN.fullmatch(before):  # 有四级证，拿到三年了
            before = text[: span.start - len(before)].rstrip("，。； ")[-_PAPER:] + before
        ago = _TAKEN_AGO.match(text[span.end :]) is not None
        if _HELD.search(before) and (ago or not _NOT_HELD.match(text[span.end :])):
            return span.much
    return None


def worked_since(held: Interval, worked: Interval | None, text: str) -> Interval:
    """Months worked since a paper was taken: no more than it has been held, and than were worked in all.

    Who tells of all their work up to now has worked since, unless they tell of a break.
    """
    low, high = held.low, held.high
    whole = worked is None or _AT_ONE_EMPLOYER.search(text) is not None
    if whole and _ALL_ALONG.search(text) and not _BROKEN.search(text):
        return held
    if worked is not None:
        low, high = min(low, worked.low), min(high, worked.high)
    else:
        low = Decimal(0)
    if _BROKEN.search(text):
        low = Decimal(0)
    most = f"至多{spoken_interval(Interval.exactly(high), '个月')}"
    return Interval(low, high, said=most if low == 0 else "")
