"""The papers, the residence and the standing that a person says they have; None where nothing was said."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from bot.lexicon import lexicon
from bot.work_history import SPAN, months_of

__all__ = [
    "certificate_of",
    "failed_of",
    "insurance_of",
    "permit_of",
    "resident_of",
    "retired_of",
    "spoken_with",
    "title_of",
]

_RESIDENT = re.compile(
    r"([\u4e00-\u9fff])籍|本地人|(?:本市|本地|本省)户[籍口]|有户口"
    r"|(?:有|是)?([\u4e00-\u9fff]{2})(?:城里|城区|市区|县城|那边|这边)?(?:的)?(?:户籍|户口)|户[口籍](?:迁到|落在|在)([\u4e00-\u9fff]{2})"
    r"|(?:人是|我是|老家(?:在|是)?|来自)(?!单|残|退|低|一|在|个|本|应|男|女|外|农|城|军|党|硕|博|大|中|高)([\u4e00-\u9fff]{2})(?:的|人|，|。|$)"
)
_HERE = frozenset({"本市", "本地", "本省", "本区", "本县", "当地"})
_NO_PLACE = frozenset(
    {
        "孩子",
        "小孩",
        "我的",
        "他的",
        "她的",
        "家里",
        "全家",
        "自己",
        "老人",
        "学生",
        "城镇",
        "农村",
        "农业",
        "非农",
        "城里",
        "集体",
        "本人",
        "社区",
        "街道",
        "居民",
        "隔壁",
        "什么",
        "一家",
    }
)
_ABROAD = re.compile(
    r"外省|外地|外县|外市|外区|(?:隔壁|邻|别的|其他)[省市县区]|非本市|非本地|外来|没有?(?:本地|本市)?户[口籍]|户[口籍]不在|非[\u4e00-\u9fff]{1,2}(?:籍|户)"
)


def certificate_of(text: str) -> int | None:
    """The best grade of certificate held, 1 to 5; 9 where none is."""
    text = re.sub(r"没有?(?:持有)?[^，。有]{0,6}[一二三四五1-5]级[^，。]{0,6}证", "没证", text)
    grades = [m[1] for m in re.finditer(r"([一二三四五1-5])级(?:职业)?(?:资格|技能)?(?:等级)?证", text)]
    grades += [m[1] for m in re.finditer(r"(?:有|考过|取得|拿)[^，。]{0,12}([一二三四五1-5])级", text)]
    named = re.findall(r"(高级技师|技师|高级工?|中级工?|初级工?)[^，。；职称工程师]{0,6}证", text)
    grades += [str({"高级技师": 1, "技师": 2}.get(n) or {"高": 3, "中": 4, "初": 5}[n[0]]) for n in named]
    if grades:
        return min(int(g) if g.isdigit() else "一二三四五".index(g) + 1 for g in grades)
    return 9 if re.search(r"没有?(?:别的|任何|其他)?证|无证|没考过证", text) else None


def title_of(text: str) -> int | None:
    """The rank of title held, 1 初级 to 3 高级; 0 where none is."""
    if re.search(r"助理工程师|助工|初级职称|初级工程师", text):
        return 1
    if re.search(r"(?<!不是)(?:正高|副高|高级(?:职称|工程师)|高工|研究员|教授|主任医师)(?!级证)", text):
        return 3
    if re.search(
        r"(?:是|评上|取得|有|中级职称后|拿到)(?:了)?[^，。申报评能]{0,6}(?:工程师|中级职称)|工程师[（(]", text
    ):
        return 2
    return 0 if re.search(r"没有?职称|没别的证", text) else None


def insurance_of(text: str) -> Decimal | None:
    """Months of social insurance paid, in all where a sum is told."""
    if re.search(r"(?:没有?|从没|未)(?:交过?|缴过?|上过?)?(?:社保|保险|养老)", text):
        return Decimal(0)
    for match in re.finditer(SPAN, text):
        left = max(text.rfind(mark, 0, match.start()) for mark in "。；;") + 1
        if re.search(
            r"社保|保险|参保|缴金|失业险|养老|医保|公积金", text[left : match.start()]
        ) and not re.search(r"近$|这$", text[: match.start()][-1:]):
            months = months_of(match)
            rest = re.search(rf"(?:加起来|累计|一共|共|足足|总共)\D{{0,4}}{SPAN}", text[left:])
            if rest:
                inner = re.search(SPAN, rest.group())
                return months_of(inner) if inner else months
            return months
    return None


def spoken_with(text: str, words: str) -> Decimal | None:
    """A span of time said in one breath with some words: 在现在公司两年, 毕业三年."""
    match = re.search(rf"{words}[^，。；]{{0,6}}?{SPAN}", text)
    inner = re.search(SPAN, match.group()) if match else None
    return months_of(inner) if inner else None


def resident_of(text: str, places: str) -> bool | None:
    """Whether the person is registered where the notice is at home."""
    if _ABROAD.search(text):
        return False
    match = _RESIDENT.search(text)
    if match is None:
        return None
    place = lexicon().places.get(match.group(1) or "", "") or next((g for g in match.groups()[1:] if g), "")
    before = text[max(0, match.start() - 4) : match.end()]
    if any(before[i : i + 2] in places for i in range(len(before) - 1) if before[i : i + 2] not in _NO_PLACE):
        return True
    if place in _NO_PLACE:
        return None
    return True if not place or place in _HERE else place in places


def permit_of(text: str) -> bool | None:
    """Whether a residence permit is held and valid."""
    match = re.search(r"居住证[^，。；]{0,10}", text)
    if match is None:
        return None
    lapsed = re.search(
        r"(?<![没未不])过期|没续|没有|(?<![没未])到期|(?<![没未])失效|没办|没了", match.group()
    )
    return not lapsed and not re.search(r"(?:没有?|无|没办过?)(?:有效)?(?:的)?居住证", text)


def retired_of(text: str) -> bool | None:
    """Whether somebody has retired."""
    if re.search(r"没退休|还没退休|未退休|离退休还", text):
        return False
    return True if re.search(r"退休", text) else None


def failed_of(text: str, as_of: date) -> bool | None:
    """Whether an attempt in the year before did not pass; one of an earlier year does not count."""
    if re.search(r"(?:没|未)参加(?:过)?.{0,6}(?:评审|评定|评)|去年(?:没有?|未)(?:报|评|考|申)", text):
        return False
    match = re.search(
        r"(去年|上年|上一年|(?:19|20)\d{2}年?)[^。；]{0,30}?(?:没(?:有)?(?:通)?过|未(?:获)?通过|没评上|落选)",
        text,
    )
    if match is None:
        return None
    year = re.match(r"\d{4}", match.group(1))
    return year is None or int(year.group()) == as_of.year - 1
