"""What a condition without a type lists, as phrases that people say: 自有住房、商铺或写字楼."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate

from bot.judging.told_parts import NO, NOT_OVER
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from index.dictionary import Tokenizer, open_dictionary

__all__ = ["SINCE_YEAR", "phrases_of", "word_ends"]

_KEPT = 8192  # conditions of which what was read is kept
_FILLING = re.compile(
    r"(?:专科|本科|在校|在读|大学|任职|服务)期间|在?有效期限?内?|(?:及|或者?)?以[上下]|有效|有关|各科|各门|书面|父母(?:双方|一方)?|(?:法定)?监护人|人士|申请人(?:及其)?|申请|报名|申报|本人|配偶|未成年子女|共同申请的?|家庭成员|家庭(?=在|名下|均|都|全)|其[他它]?|的|者|人员|本市|本县"
    r"|本区|本省|市区|我市|[我本][校院司]|在|享受过?|优惠|政策|自有|条件|具有|具备|持有|符合|满足|并|且|已经?|曾经?|过"
    r"|了|申请时|申请之日|正在|正被|经|有|为|是|被|由|名下|相关|要求|规定"
    r"|(?:荣?获得?|取得|被?授予|被?评为)(?=[^,]*(?:称号|荣誉|奖))|(?:荣誉)?称号"
    r"|等|原则上|能够|可以|须|应当?|必须|仍|均|各类?|下列|情形|情况|之一"
)
_INCLUDED = re.compile(r"\((?:包?含|包括)([^()]{2,40}?)(?:等|在内)?\)")
# Since when something has been counted: 自2027年3月以来.
SINCE_YEAR = r"(?P<year>\d{4})年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:起|以来|之后|以后|至今)"
# Where and for how long something must not have been: nobody repeats it who says that it has not.
_WHERE_AND_WHEN = re.compile(
    r"在[\u4e00-\u9fff]{1,4}?(?:范围|辖区|境|行政区域)内|(?:申请|申报|报名)之日(?:起)?"
    rf"|(?:自|从)?{SINCE_YEAR}"
    r"|(?:最?近|前|过去|此前)?[一二两三四五六七八九十\d]{1,3}(?:年|个月)(?:之?内|以来)|以来"
    r"|[上前本]一?个?(?:学年|学期|年度|季度)|\d{4}年度?"
)
_ONE_OF = re.compile(r"[、,;]|或者?|以及|(?<!不)及其?(?!以)|和|与|并")
# What is theirs, and not who they are.
_OF_KIN = re.compile(r"(?:租赁?|租住|购买|借用|占用|住)(?:父母|子女|配偶|亲属)")
# 癫痫、心脏病等不宜集体生活的疾病: the last that is named stands for itself.
_SUCH_AS = re.compile(r"([^等]{2,}?)(?<![高中初同平])等(?![级候待于同])[^等]{4,}")
_DURING = re.compile(r"(?<=[\u4e00-\u9fff]{2})期间(?:内)?的?$")  # 休学期间的: who is so now
# 未参加培训的在职职工: what is not so of them is told without naming them.
_SUCH_PEOPLE = re.compile(
    r"((?:未|没有?|尚未)[^的]{2,10})的[^的]{2,14}(?:子女|人员|者|儿童|学生|人|青年|家庭|职工)"
)


@lru_cache(maxsize=_KEPT)
def phrases_of(words: str) -> tuple[tuple[str, bool], ...]:
    """What a condition lists, each with whether it is denied: a denial holds for all that follows it."""
    plain = _BY_RULES.sub("", re.sub(r"\([^()]*\)|〔[^〕]*〕", "", words))
    plain = _COUNT.sub("", NOT_OVER.sub("", _WHERE_AND_WHEN.sub("", plain)))
    inside = [m for listed in _INCLUDED.findall(words) for m in _ONE_OF.split(listed) if not _COUNT.match(m)]
    listed = [list(_split(_ONE_OF, x)) for x in _split(_BUT, _APPLICANTS.sub("", plain))]
    named = [m[1] for x in listed for p in x if (m := _SUCH_AS.match(p) or _SUCH_PEOPLE.fullmatch(p))]
    found: list[tuple[str, bool]] = []
    for parts in (*listed[:-1], [*listed[-1], *inside, *named]):
        found += _named_in(parts)
    last = max((i for i, (phrase, _) in enumerate(found) if len(phrase) >= _LONG), default=0)
    return tuple((p, n) for i, (p, n) in enumerate(found) if n or len(p) > _PART or i >= last)


# 在生产、经营、管理中开展应用: what is short and stands before the phrase of which it is a part says nothing.
_PART, _LONG = 2, 8  # characters
_BUT = re.compile(r"而且?|但是?|同时")


def _named_in(parts: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """The phrases of the parts of a list, each with whether it is denied."""
    negative = False
    for part in parts:
        negative = negative or NO.search(part) is not None
        plain = NO.sub("", _DURING.sub("", part))
        plain = plain if _OF_KIN.match(plain) else _without_filling(plain)
        kept = re.sub(r"[^\u4e00-\u9fffA-Za-z0-9]", "", plain)
        if len(kept) == 1:
            kept = lexicon().synonyms.get(kept, ("",))[0]  # 无房: 住房
        if len(kept) >= 2:
            yield kept, negative
        bare = _SUCH_ONES.sub("", _SUCH_ACTS.sub("", kept))
        if 2 <= len(bare) < len(kept):
            yield bare, negative


# 从事施工的单位或个人: who may apply, whatever they are.
_APPLICANT = (
    r"(?:企事业单位|单位|个人|组织|集体|公民|自然人|企业法人|法人|企业|机构|社会团体|其[他它](?:社会)?组织)"
)
_APPLICANTS = re.compile(rf"(?<=.)的?{_APPLICANT}(?:(?:、|和|或者?|及|以及|与){_APPLICANT})+$")


@cache
def _tokenizer() -> Tokenizer:
    return Tokenizer(open_dictionary())


@lru_cache(maxsize=_KEPT)
def word_ends(text: str) -> frozenset[int]:
    """Where words of a text begin or end, by jieba's own dictionary."""
    return frozenset((0, *accumulate(map(len, _tokenizer().cut(text)))))


def _whole_words(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Where a pattern stands for whole words of a text: no 并 in 合并."""
    found = list(pattern.finditer(text))
    ends = word_ends(text) if found else frozenset()
    return (m for m in found if m.start() in ends and m.end() in ends)


def _split(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """What of a text is between the whole words for which a pattern stands."""
    position = 0
    for match in _whole_words(pattern, text):
        yield text[position : match.start()]
        position = match.end()
    yield text[position:]


def _without_filling(text: str) -> str:
    return "".join(_split(_FILLING, text))


# How many are enough, which `short_of` reads, and of which field: nobody repeats 相关专业领域.
_COUNT = re.compile(
    r"[一二两三四五六七八九十\d]+[个项种篇件次](?:及?以上|$)|(?:相关|本|所申报)专?业?领域的?|^但"
)
# By which document something is asked, and for which post or title: nobody repeats it who tells of that.
_BY_RULES = re.compile(
    r"(?:按照?|根据)?《[^》]*》(?:等?文件|第?[^,，。;]{0,6}[条款])?(?:中|里)?(?:所?(?:规定|要求|列|明确)的?)?"
    r"(?:(?:担任|晋升|评聘|申报)[^,，。;的]{2,12}(?:职务|资格|职称|岗位)(?:任职)?的?)?"
)
_SUCH_ONES = re.compile(r"(?:居民|职工|员工|公民|群众|老人|家庭|学员|考生|会员|用户|读者)$")
# The last of a list is followed by what they all are: 吸毒、赌博违法行为; 作弊等行为.
_SUCH_ACTS = re.compile(
    r"等?(?:违法|违纪|违规|不良|失信|不法|犯罪|严重)*(?:行为?|情形|活动|记录|现象|问题|习惯|经历|疾病|病症|疾患)+$"
)
