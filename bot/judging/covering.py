"""How much of a phrase one part of what a person says tells, by its words or others that mean the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from bot.judging.phrases import word_ends
from bot.judging.told_acts import done_to, is_settled
from bot.judging.told_parts import NO, Part
from bot.speech.lexicon import lexicon
from bot.speech.short_forms import official, shortened
from corpus import patterns as re

__all__ = ["covers"]

_KEPT = 8192  # phrases of which the pairs are kept
_LONGEST = 4  # characters of a phrase that its last two stand for
_SHORT = 10  # characters of a phrase that people shorten to two
_HAVING = re.compile(r"有|没|无|买|持|登记|名下|开了|[一两三四五六几\d]个")
# 有车, 有辆12万的车: 有机动车
_OWNED = re.compile(
    r"[有没无买](?:过|了)?(?:[一两几]?[辆套部台处间](?:[^，。的]{0,8}的)?)?([车房船店])(?![位库证牌票])"
)
_NOT_OWN = re.compile(
    r"(?:公租|廉租|保租|租来|租住|租的?|借住|寄住|宿舍)[^，。]{0,4}(?:房|住)?|住[^，。]{0,3}宿舍"
)


def covers(phrase: str, part: Part) -> float:
    """The share of a phrase that a part says, in pairs of characters or in short: 人才房 for 人才住房."""
    pairs = _pairs(phrase)
    part = part if _OF_BENEFIT.search(phrase) else _without_benefits(part)
    spoken, text = part.spoken(phrase), part.text
    if (done := done_to(phrase, text)) is not None:
        return done
    if is_settled(phrase, text):
        return 1.0
    if phrase.endswith(_WELL) and not _IS_WELL.search(text):
        return 0.0  # who is on a list of the untrustworthy tells of no 信用良好
    if phrase[0] in _NONE and pairs[0] not in spoken:
        return 0.0  # who is at work is of no 零就业家庭
    share = sum([p in spoken for p in pairs]) / len(pairs)
    if len(pairs) == 1 and share and not _is_word(phrase, part):
        share = 0.0  # 零就业家庭 says nothing of 就业
    if (offence := _OFFENCE.match(phrase)) is not None and offence[0][-1] not in spoken:
        return 0.0  # who draws 社会保险补贴 owes no 社会保险费
    if len(pairs) == 2 and share == 0.5 and pairs[1] in spoken and not _ends_one(pairs[1], part):
        share = 0.0  # 建房补贴 is no 自建房
    if 4 <= len(phrase) <= _SHORT and not phrase[0].isdigit() and phrase[0] + phrase[2] in text:
        return max(share, 0.6)  # 劳模 for 劳动模范: the first and the third of four
    if phrase == "住房" and _NOT_OWN.search(text):
        return 0.0  # 住的公租房 is no home of one's own
    if len(phrase) == 2 and re.search(rf"{phrase[0]}[的了着过个][^，。]{{0,4}}{phrase[1]}", text):
        return 1.0  # 租的商品房 for 租房, 结了婚 for 结婚
    if _heads(phrase) and _ends_one(phrase[-2:], part) and _HAVING.search(text):
        return max(share, 0.5)  # what a phrase is about stands last: 登记商铺
    if len(phrase) <= _LONGEST and phrase[-1] in _OWNED.findall(text) and _ends_in(phrase, phrase[-1]):
        share = max(share, 0.6)  # 有车 for 有机动车
    if part.denied:
        share = max(share, _denied_in_general(phrase, text))
    return max(share, shortened(phrase, spoken)) if share else 0.0


_NONE = "零非"
_WELL = ("良好", "优良")
_IS_WELL = re.compile(r"好|优|正常|没(?:有|啥|什么)?问题|没(?:有)?毛病|清白|干净|没事")
# 领过购房补贴 tells of no home, and 交了失业险 of nobody without work.
_OF_BENEFIT = re.compile(r"补|贴|奖|津|贷|金|险|保")
_BENEFIT = re.compile(
    r"(?:购|租|住|买|建)房(?:补助|补贴|津贴|奖励|公积金|贷款)|(?:失业|工伤|生育|养老|医疗)保?险(?!金|待遇)"
)


def _without_benefits(part: Part) -> Part:
    """A part without the names of what is paid towards a home, and of insurance."""
    if not _BENEFIT.search(part.text):
        return part
    text = _BENEFIT.sub("", part.text)
    return replace(part, text=text, said=NO.sub("", text), means=official(text))


_OFFENCE = re.compile(r"拖欠|欠缴|骗取|伪造|虚报|冒领|套取")


def _heads(phrase: str) -> bool:
    """Whether the last two characters of a short phrase name what it is about: no 年人 of 青年人."""
    tail = phrase[-2:]
    if len(phrase) > _LONGEST or _IN_GENERAL.search(tail) or _FOUND_SO.search(tail):
        return False
    return len(phrase) == len(tail) or len(phrase) - len(tail) in word_ends(phrase)


def _is_word(phrase: str, part: Part) -> bool:
    """Whether a word of two characters is said as one, or as the end of one, and not as a piece of others."""
    found = list(re.finditer(rf"(?<!零){re.escape(phrase)}", part.said))
    if not found:
        return phrase not in part.said
    ends = word_ends(part.said)
    return any(m.end() in ends for m in found)


def _ends_one(tail: str, part: Part) -> bool:
    """Whether a part says a word, or the end of one that means the same as another in it."""
    said = re.search(rf"{re.escape(tail)}(?![证书金费])", part.text)
    return said is not None or any(m.endswith(tail) for m in part.means)


@lru_cache(maxsize=_KEPT)
def _pairs(phrase: str) -> tuple[str, ...]:
    """The characters of a phrase two by two."""
    return tuple([a + b for a, b in pairwise(phrase)])


_NO_OBJECT = re.compile(
    r"名下|家里|我家?|全家|本人|[也都还过了就从来呢吧做办弄搞]|任何|别的|其[他它]|什么|啥|一[点丁]"
)


def _denied_in_general(phrase: str, part: str) -> float:
    """What is denied in general is denied in particular: 没别的贷款 of 商业贷款余额, 没卖过 of 出售住房."""
    bare = _NO_OBJECT.sub("", NO.sub("", part))
    if not 1 <= len(bare) <= 3 or phrase[0] in "租借":  # who owns none may rent one
        return 0.0
    meant = [bare, *(m for m in official(part) if m in lexicon().synonyms.get(bare, ()))]
    named = any(m in phrase if len(m) >= 2 else _ends_in(phrase, m) for m in meant)
    return 0.6 if named and _is_had(phrase, meant) else 0.0


_NO_HOME = re.compile(r"[厨病药泵库机营票牢伙]房$")


def _ends_in(phrase: str, thing: str) -> bool:
    """Whether a phrase ends in a thing of one character: no 厨房 for who has no 房, and of papers those alone
    that tell what somebody is qualified for."""
    if not phrase.endswith(thing) or _NO_HOME.search(phrase):
        return False
    return thing != "证" or _QUALIFIES.search(phrase) is not None


_QUALIFIES = re.compile(r"资格|技能|职业|职称|等级|培训|上岗|操作|从业|合格|毕业")
# Without a job or an employer nobody says anything of the works and the firms that a condition is on.
_IN_GENERAL = re.compile(r"工作|单位|项目|公司|企业|组织|机构|人员|材料|登记|资格|证书")
# 考核合格, 材料齐全: how something was found says nothing of what.
_FOUND_SO = re.compile(r"合格|通过|良好|优秀|齐全|有效|符合|达标|要求|规定|标准")
_LONGER = 6  # characters of a phrase beside a thing that it is all about: 落实灭虫措施后
_PEOPLE = re.compile(r"家庭|户|对象|人员")  # 低保家庭中的残疾人
_BEHIND = 4  # characters behind a thing that a phrase begins with: no 编制 in 编制影响报告
_KIND = 4  # characters by which a thing of a kind is longer than the name of the kind: 商业贷款余额
_HAD = re.compile(r"取得|获得|持有?|具有|具备|拥有|考取|领取|登记|购买|有|买|领|办理?")


def _is_had(phrase: str, names: Iterable[str]) -> bool:
    """Whether a phrase is of having a thing of one of these kinds, and not of what is done with one."""
    longest = max((n for n in names if n in phrase), default=phrase[-1], key=len)
    if _IN_GENERAL.fullmatch(longest):
        return len(phrase) <= _KIND or (longest == "证书" and _HAD.search(phrase) is not None)
    begins = phrase.startswith(longest) and not _PEOPLE.match(phrase, len(longest))
    behind = _BEHIND if begins else _LONGER
    ends = phrase.endswith(longest) or len(phrase) <= len(longest) + behind
    if len(longest) > 1:
        return ends and phrase.rindex(longest) + len(longest) in word_ends(phrase)  # no 户口 in 户口簿
    return len(phrase) <= 1 + _KIND or _HAD.search(phrase) is not None
