"""Whether a person affirms or denies a condition that has no type, judged by its words.

A condition is a list of phrases of which one will do (自有住房、商铺或写字楼). A phrase is said where most
of its pairs of characters stand in one part of what the person says, or words that mean the same.
Denial is read on both sides: 没有房子 meets 无自有住房.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from bot.answer_parts import ConditionState
from bot.judging.posts import applied_for
from bot.judging.told_acts import acts_named, done_to, is_settled, of_sale_alone, tells_sale
from bot.speech.lexicon import lexicon
from bot.speech.short_forms import official, shortened
from corpus import patterns as re

__all__ = ["affirmed", "denies", "is_expected", "said_of"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN
_KEPT, _KEPT_TEXTS = 8192, 512  # conditions, and texts of persons, of which what was read is kept
# What somebody is not able or not willing to do: 去不了培训, 做不到, 不服从, 不愿意加班.
_UNABLE = (
    r"(?<=[\u4e00-\u9fff])不(?:了(?!解)|到(?![\d一二三四五六七八九十半])|上(?!班|课|学|传)|起(?!诉|草)|成(?!立|熟)|下来)"
    r"|没法|不(?:想|愿意?|肯|打算|(?=服从|接受|同意|参加|遵守|认同|拥护))"
)
_NO = re.compile(
    r"没(?!问题|错)有?|未(?!婚|成年|满|来)曾?|无(?!偿|论|线)|从未|不曾|并非|不是|不在|不属于|不具|没能|不(?=[具持有存欠])|尚未"
    r"|不(?=残疾|拖欠|享受|领|吃低保|住|租|缴|交(?!通)|从事|担任|兼)"
    rf"|不够(?=$|[，。；,;])|{_UNABLE}"
)
_ENDED = re.compile(
    r"断了?|停保|停了|退了|退保|结清|还清|还完|注销|到期了|终止|不干了|离职|没了|取消了|退伍|退役|转业"
    r"|期[^，。]{0,8}(?:过了|满了|届满|结束|解除)"
)
_FILLING = re.compile(
    r"(?:专科|本科|在校|在读|大学|任职|服务)期间|各科|各门|书面|父母(?:双方|一方)?|监护人|人士|申请人(?:及其)?|申请|报名|申报|本人|配偶|未成年子女|共同申请的?|家庭成员|家庭(?=在|名下|均|都|全)|其[他它]?|的|者|人员|本市|本县"
    r"|本区|本省|市区|我市|[我本][校院司]|在|享受过?|优惠|政策|自有|条件|具有|具备|持有|符合|满足|并|且|已经?|曾经?|过"
    r"|了|申请时|申请之日|正在|正被|经|有|为|是|被|由|名下|有效期?内?|有效|以上|以下|相关|有关|要求|规定"
    r"|等|原则上|须|应当?|必须|仍|均|各类?|下列|情形|情况|之一"
)
# 延退也没办 denies what stands before it.
_UNDONE = r"[办交拿签评考领批续缴买](?:理|过|了|到|下来)?(?=$|[，。；,;])"
_FALLEN_SHORT = r"(?:达到|达标|够|满足|符合)"  # 资历没达到要求 denies what stands before it too
# 整改也完成了 tells of what stands before it.
_DONE = (
    r"(?:都|全|已经?)*"
    r"(?:完成|做完|办完|办好|办妥|弄完|交完|交清|还清|结清|结束|通过|过|合格|达标|符合|够|齐全?|到位|落实)"
    r"(?:了|的)?(?=$|[，。；,;])"
)
_PARTS = re.compile(rf"[，。；,;？?！! ]|也(?!(?:都|还)?(?:没有?|未){_UNDONE}|{_DONE})|还有|但是?|不过|而且")
_TAIL_REQUEST = re.compile(
    r"(?:(?<=[，。；？?！! ])|^)(?:[^，。；？?有是在过了发卖做拿交没办]{0,6})(?:还|也|就|我|俺)?"
    r"(?:能|可以?|够|会)(?:不能|不可以|不会|不)?(?!以?[行成]?[吗么不])[^，。；？?]{0,16}(?:吗|么|不|没|嘛|否)"
    r"(?=$|[，。；？?！! ])"
    r"|能?(?:行不行|行[吗么不]|成不成|成[吗么]|可不可以|可以[吗么])(?=$|[，。；？?！! ])"
    r"|(?:会不会|是否|有没有|会)?影响[^，。；？?]*(?:吗|么|不|没|嘛|否)(?=$|[，。；？?！! ])"
    # what stands before 能领不 and says nothing of the person is what they ask for
    r"|(?:(?<=[，。；？?！! ])|^)(?:[^，。；？?有是在过了发卖做拿交缴没办领享]{0,14}"
    r"(?:补[贴助偿]|津贴|贷款|贴息|提取|奖励?金?|资助|减免|名额))(?:还|也|就|我们?|俺)*"
    r"(?:能|可以?|够|会)(?:不能|不可以|不会|不)?[^，。；？]{0,16}(?:吗|么|不|没|嘛|否)(?=$|[，。；？?！! ])"
)
_RECORD = re.compile(
    r"犯罪|违法|违纪|违规|不良|失信|处分|处罚|刑事|记录|行为|拖欠|欠缴|失职|事故|投诉|争议|纠纷"
)
# What is asked for is no fact about the person: 我能申请助学金吗.
_REQUEST = re.compile(
    r"(?:还|也|就|是不是|是否|可否|想|要|打算|准备)*(?:能|可以?|够|想|要|该|有资格|符合条件|可否|是否)(?:不能|不可以|不可|否|不)?(?:再|去|来|直接|继续|也|接着|按[^，。]{1,8})*"
    r"(?:申请|申领|申报|报名?|考|领|拿|享受|办|借|评|参加|补|落户|入学|安排|认定?|参保|贷|领取|重新|接着|进|排)[^，。；？?]*"
)
_NAMED_WHOLE = 0.7  # the share of a benefit that has to be said by who tells of having had it
_HEAD = 4  # the characters at the end of a benefit's name that name it as well: (高校国家)助学贷款
_SHORT = 10  # characters of a phrase that people shorten to two
_INCLUDED = re.compile(r"\((?:包?含|包括)([^()]{2,40}?)(?:等|在内)?\)")
# Where and for how long something must not have been: nobody repeats it who says that it has not.
_WHERE_AND_WHEN = re.compile(
    r"在[\u4e00-\u9fff]{1,4}?(?:范围|辖区|境|行政区域)内|(?:申请|申报|报名)之日(?:起)?"
    r"|(?:自|从)?\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:起|以来|之后|以后|至今)"
    r"|(?:最?近|前|过去|此前)?[一二两三四五六七八九十\d]{1,3}(?:年|个月)(?:之?内|以来)|以来"
    r"|[上前本]一?个?(?:学年|学期|年度|季度)|\d{4}年度?"
)
_HAVING = re.compile(r"有|没|无|买|持|登记|名下|开了")
# 有车, 有辆12万的车: 有机动车
_OWNED = re.compile(
    r"[有没无买](?:过|了)?(?:[一两几]?[辆套部台处间](?:[^，。的]{0,8}的)?)?([车房船店])(?![位库证牌票])"
)
_OWNS = re.compile(
    r"[有买](?:过|了)?[一两几]?[辆套部台处]|(?<![没自])有(?:自己的)?住?房(?!贷|租|子?住)|自有住房"
)
_MEASURED = re.compile(r"\d\s*(?:平|㎡|元|万|分|%|人|口)")
_ONE_OF = re.compile(r"[、,;]|或者?|以及|(?<!不)及(?!格|时|早)|和|与|并(?!非)")
# What nobody tells of themselves when asking, and a notice demands of everybody.
_EXPECTED = re.compile(
    r"遵纪守法|拟从事|拟参加|有意|有[^,;。]{0,6}(?:意愿|意向)|志愿从事|遵守|拥护|热爱|品行|品德|道德|作风|身体(?:状况|条件|健康)|(?:身|心理?)[^,;]{0,4}健康|健康状况|体检合格|体格检查合格|生活(?:能够?|可以?|完全)?自理|信用(?:良好|记录良好|状况)|诚信|自愿|认真|责任心|国籍|宪法|政治|爱岗|敬业|积极|服从|履行|(?:年度|历年|各年)考核|继续教育|材料(?:真实|齐全|完整)|岗位(?:要求|需要|所需)的其他|完全民事行为能力|正常履行|真实|适应岗位|存续|岗位要求|要求一致|职业操守|(?:需要|所需|必需|必备|相适应)的[^,，。;]{0,12}(?:能力|知识|素质|技能)|中国公民|中华人民共和国公民"
)
_NOT_SAID = re.compile(rf"{_RECORD.pattern}|色[盲弱]|障碍|残疾|缺陷|畸形|[病症疾](?:[、，,；;史等]|$)")


def is_expected(words: str) -> bool:
    """Whether a condition is of the kind presumed of everybody: of conduct, health, or a clean record."""
    return bool(_EXPECTED.search(words) or (denies(words) and _NOT_SAID.search(words)))


def denies(words: str) -> bool:
    """Whether a condition says that something is not so: 无犯罪记录, 未享受过补贴."""
    return _NO.search(_NOT_OVER.sub("", words)) is not None


# Who is not cured yet is ill, who has not paid off a loan has one: the denial belongs to the verb of ending
# that it stands before, and what stands before both still is so.
_NOT_OVER = re.compile(
    r"(?:还|仍|至今)?(?:没有?|未|尚未)(?:治好|治愈|痊愈|好利索|好(?=[，。；,;]|$)|康复|还清|还完|结清|结束|解除|到期|满期|过期"
    r"|(?:予以)?(?:了结|解决|注销|吊销|归还|偿还|退还|清偿|缴清|补缴(?:到位)?|整改|改正|纠正|消除|恢复|结案|终结|办结|届满|期满|腾退|拆除)(?:到位|完毕|完成)?"
    r"|(?:[\u4e00-\u9fff]{2})?完毕)"
)
_APPLIED_AS = re.compile(
    r"^(?:(?:按|以)[^,]{2,}(?:身份)?(?:申请|申报|报考|报名|办理)的?|(?:报考|应聘|申报|选报|填报|报名)[^,]{2,}(?:专业|岗位?|工种|职业|组|班)"
    r"|(?:申请|报考|申报|认定|选择)[^,]{2,16}(?:学科|科目|学段|语种|专业|方向|类别|项目|课程|园)的?)$"
)
_ALONE = re.compile(r"(?:只|仅|单纯)(?!要|有(?:下列|以下))|光(?=[交缴有是参买])|就(?=[交缴参买])")


_WHETHER = re.compile(r"([\u4e00-\u9fff])不\1")  # 是不是 denies nothing


def affirmed(text: str) -> str:
    """What a person says without the parts that deny something: 有寄宿证明，备案没有 as 有寄宿证明."""
    parts = re.split(r"[，。；,;！!]", text)
    return "，".join(p for p in parts if not _NO.search(_WHETHER.sub(r"\1", p)))


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of what a person says; `spoken` has besides the words that mean the same as those in it, `ended`
    is the word by which something is over."""

    text: str
    spoken: str
    denied: bool
    ended: str


# A judgement and its opposite are one character apart: 考核合格 denies 考核不合格.
_JUDGEMENTS = ("合格", "称职", "达标", "及格", "齐全", "足额", "属实")


def _other_way(words: str, part: str) -> bool:
    """Whether a part says the opposite of a judgement that a condition is about."""
    for stem in _JUDGEMENTS:
        if stem in words and stem in part:
            return (f"不{stem}" in words) != bool(re.search(f"不(?:是)?{stem}", part))
    return False


@lru_cache(maxsize=_KEPT)
def said_of(words: str, text: str, floor: float = 0.5) -> ConditionState:
    """Whether `text`, what a person says, affirms or denies the condition `words`.

    `floor` is the share of a phrase that has to be said. What is asked for counts only where the condition
    is on that: 按困难人员身份申请的.
    """
    if (of_post := applied_for(words, text)) is not None:
        return of_post
    if _lacks_paper(words, text) or _lapsed_paper(words, text):
        return _UNMET
    best, state = (0.0, False), _UNKNOWN  # of two parts that say as much, that counts which denies
    if _ALONE.search(words) and not _ALONE.search(text):
        return _UNKNOWN  # 只缴纳医疗保险 is not said by who pays that too
    requests, enjoyed = _APPLIED_AS.search(words) is not None, _ENJOYED.search(words) is not None
    parts = _parts_told(text, requests)
    open_still = _NOT_OVER.sub("", words)  # 有未结清贷款的 is over for who has paid it off
    sold = any(tells_sale(p.text) and not p.denied for p in parts)
    since = _SINCE_YEAR.search(words)
    for part in parts:
        if since is not None and _before(int(since[1]), part.text):
            continue
        denied = part.denied
        ended = bool(part.ended) and part.ended not in open_still and not _ENDED.search(open_still)
        for phrase, negative in _phrases(words):
            share = _covers(phrase, part)
            if (
                share < floor
                or (share, denied) <= best
                or (sold and denied and of_sale_alone(phrase, part.text))
            ):
                continue
            if enjoyed and not denied and share < _NAMED_WHOLE and not _names_head(phrase, part, share):
                continue  # 有房 is no 享受过人才住房
            if denied or not (_only_measures(part.text, phrase, negative) or _only_names(part.text, words)):
                against = (denied or ended) != _other_way(words, part.text)
                best, state = (share, denied), _MET if negative == against else _UNMET
    return state


# What was before the time of which a condition speaks: 2020年卖的, of 自2023年以来.
_SINCE_YEAR = re.compile(r"(\d{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|以来|之后|以后|至今)")
_LONG_AGO = re.compile(r"(?:好[几多]|[\d一二两三四五六七八九十]+)年(?:多)?(?:以|之)?前|早年|早些年|以前")


def _before(year: int, part: str) -> bool:
    told = re.findall(r"(?<!\d)((?:19|20)\d{2})年?", part)
    return any(int(t) < year for t in told) or _LONG_AGO.search(part) is not None


def _names_head(phrase: str, part: _Part, share: float) -> bool:
    """Whether a part says how a benefit is called at last, or all of it by another name: 失业金."""
    head = phrase[-_HEAD:]
    return head in part.text or (share >= _MOSTLY and head in part.spoken)


_MOSTLY = 0.6
# 取得与岗位相适应的教师资格证书: who has no such paper at all has none of the kind asked for.
_PAPER = re.compile(
    r"(?:取得|持有?|具有|具备|获得|有)(?:[^,，]*的)?(?P<paper>[\u4e00-\u9fff]{2,10}(?:证|执照))书?"
)


def _lacks_paper(words: str, text: str) -> bool:
    demanded = _PAPER.fullmatch(words)
    if demanded is None or denies(words):
        return False
    paper = re.escape(demanded["paper"][-6:])
    behind = rf"{paper}书?[^，。；？]{{0,3}}(?:没有|还没|没考|没拿|没办|未取得)"
    return re.search(rf"(?:没有?|未|无|还没)[^，。；？]{{0,6}}{paper}|{behind}", text) is not None


_VALID = re.compile(r"有效(?:期内|期限内)?的?|在有效期内?")
_LAPSED = r"[^，。；？没未不]{0,4}(?:过期|到期了|失效|作废|被吊销|过了(?:有效)?期)"


def _lapsed_paper(words: str, text: str) -> bool:
    """Whether a valid paper is wanted and somebody says that theirs is so no more."""
    named = re.search(r"([\u4e00-\u9fff]{2,}(?:证|执照))", words) if _VALID.search(words) else None
    if named is None or denies(words):
        return False
    return re.search(rf"{re.escape(named[1][-3:])}书?{_LAPSED}", text) is not None


@lru_cache(maxsize=_KEPT_TEXTS)
def _parts_told(text: str, with_requests: bool) -> tuple[_Part, ...]:
    """The parts of what a person says, without what they ask for unless that counts too."""
    told = _NOT_OVER.sub("着", text)  # what is not over is still had
    parts: Iterable[str] = _PARTS.split(told) if with_requests else _parts(told)
    return tuple(
        _Part(
            p,
            f"{_NO.sub('', p)} {' '.join(official(p))}{acts_named(p)}",
            bool(_NO.search(p)),
            ended[0].rstrip("了") if (ended := _ENDED.search(p)) else "",
        )
        for p in parts
    )


_ENJOYED = re.compile(
    r"(?:正在?|已经?|曾经?)(?:享受|领取|获得|取得|购买|承租)|(?:享受|领取|获得|购买|承租)过"
)
# That something is had: 危房 and 电梯投用 only speak of the thing.
_ENJOYS = re.compile(r"有|没|享|领|住|拿|[过了着]|买|获|租(?!房)|(?<![投使])用着|正在|取得")


_HOME = re.compile(r"[^\d一二两三四五几多名]{1,4}(?:[房居]|公寓|补[贴助]|津贴)(?:的)?")  # 公租房, 租房补贴


def _only_names(part: str, words: str) -> bool:
    """Whether a part names what is applied for, and does not say that it is had: 公租房，单身能申请吗."""
    bare = denies(words) and _HOME.fullmatch(part.strip()) is not None
    had = _ENJOYED.search(words) is not None or (words.startswith("有") and not _MEASURED.search(part))
    return (bare or had) and _ENJOYS.search(part) is None


def _only_measures(part: str, phrase: str, negative: bool) -> bool:
    """Whether a part gives a measure and says nothing of what is owned: 人均住房12平方米."""
    if _OWNS.search(part):
        return False
    return _MEASURED.search(part) is not None and (negative or ("人均" in part and "人均" not in phrase))


def _parts(text: str) -> Iterator[str]:
    """The parts of what is said; a list under one denial is denied throughout: 没房没车, 没有房子、车子."""
    for part in _PARTS.split(_REQUEST.sub("，", _TAIL_REQUEST.sub("，", text))):
        pieces = re.split(rf"、|(?<=.)(?=没有?(?!有?(?:{_UNDONE}|{_FALLEN_SHORT}))[\u4e00-\u9fff])", part)
        denied = False
        for piece in pieces:
            denied = denied or _NO.search(piece) is not None
            if piece.strip():
                yield piece if not denied or _NO.search(piece) else f"没有{piece}"


_OF_KIN = re.compile(
    r"(?:租赁?|租住|购买|借用|占用|住)(?:父母|子女|配偶|亲属)"
)  # what is theirs, and not who they are
# 癫痫、心脏病等不宜集体生活的疾病: the last that is named stands for itself.
_SUCH_AS = re.compile(r"([^等]{2,}?)等(?![级候待于同])[^等]{4,}")


_DURING = re.compile(r"(?<=[\u4e00-\u9fff]{2})期间(?:内)?的?$")  # 休学期间的: who is so now
# 未入读小学的城区常住人口适龄子女: what is not so of them is told without naming them.
_SUCH_PEOPLE = re.compile(
    r"((?:未|没有?|尚未)[^的]{2,10})的[^的]{2,14}(?:子女|人员|者|儿童|学生|人|青年|家庭|职工)"
)


@lru_cache(maxsize=_KEPT)
def _phrases(words: str) -> tuple[tuple[str, bool], ...]:
    """What a condition lists, each with whether it is denied: a denial holds for all that follows it."""
    plain = _BY_RULES.sub("", re.sub(r"\([^()]*\)|〔[^〕]*〕", "", words))
    plain = _COUNT.sub("", _NOT_OVER.sub("", _WHERE_AND_WHEN.sub("", plain)))
    inside = [m for listed in _INCLUDED.findall(words) for m in _ONE_OF.split(listed) if not _COUNT.match(m)]
    found: list[tuple[str, bool]] = []
    negative = False
    named = [
        m[1] for part in _ONE_OF.split(plain) if (m := _SUCH_AS.match(part) or _SUCH_PEOPLE.fullmatch(part))
    ]
    for part in (*_ONE_OF.split(plain), *inside, *named):
        negative = negative or _NO.search(part) is not None
        plain = _NO.sub("", _DURING.sub("", part))
        plain = plain if _OF_KIN.match(plain) else _FILLING.sub("", plain)
        kept = re.sub(r"[^\u4e00-\u9fffA-Za-z0-9]", "", plain)
        if len(kept) == 1:
            kept = lexicon().synonyms.get(kept, ("",))[0]  # 无房: 住房
        if len(kept) >= 2:
            found.append((kept, negative))
        bare = _SUCH_ACTS.sub("", kept)
        if 2 <= len(bare) < len(kept):
            found.append((bare, negative))
    return tuple(found)


# How many are enough, which `short_of` reads, and of which field: nobody repeats 相关专业领域.
_COUNT = re.compile(
    r"[一二两三四五六七八九十\d]+[个项种篇件次](?:及?以上|$)|(?:相关|本|所申报)专?业?领域的?|^但"
)
# By which document something is asked, and for which post or title: nobody repeats it who tells of that.
_BY_RULES = re.compile(
    r"(?:按照?|根据)?《[^》]*》(?:等?文件|第?[^,，。;]{0,6}[条款])?(?:中|里)?(?:所?(?:规定|要求|列|明确)的?)?"
    r"(?:(?:担任|晋升|评聘|申报)[^,，。;的]{2,12}(?:职务|资格|职称|岗位)(?:任职)?的?)?"
)
# The last of a list is followed by what they all are: 吸毒、赌博违法行为; 作弊等行为.
_SUCH_ACTS = re.compile(
    r"等?(?:违法|违纪|违规|不良|失信|不法|犯罪|严重)*(?:行为?|情形|活动|记录|现象|问题|习惯|经历)+$"
)


_NOT_OWN = re.compile(
    r"(?:公租|廉租|保租|租来|租住|租的?|借住|寄住|宿舍)[^，。]{0,4}(?:房|住)?|住[^，。]{0,3}宿舍"
)


def _covers(phrase: str, part: _Part) -> float:
    """The share of a phrase that a part says, in pairs of characters or in short: 人才房 for 人才住房."""
    pairs = _pairs(phrase)
    part = part if _OF_BENEFIT.search(phrase) else _without_benefits(part)
    spoken, text = part.spoken, part.text
    if (done := done_to(phrase, text)) is not None:
        return done
    if is_settled(phrase, text):
        return 1.0
    share = sum([p in spoken for p in pairs]) / len(pairs)
    if len(pairs) == 2 and share == 0.5 and pairs[1] in spoken and not _ends_one(pairs[1], part):
        share = 0.0  # 建房补贴 is no 自建房
    skipped = {phrase[i] + phrase[i + 2] for i in range(len(phrase) - 3)} - set(pairs)
    if len(phrase) <= _SHORT and any(short in text for short in skipped):
        return max(share, 0.6)  # 劳模 for 劳动模范: the first and the third of four
    if phrase == "住房" and _NOT_OWN.search(text):
        return 0.0  # 住的公租房 is no home of one's own
    if len(phrase) == 2 and re.search(rf"{phrase[0]}[的了着过个][^，。]{{0,4}}{phrase[1]}", text):
        return 1.0  # 租的商品房 for 租房, 结了婚 for 结婚
    if len(phrase) <= 4 and _ends_one(phrase[-2:], part) and _HAVING.search(text):
        return max(share, 0.5)  # what a phrase is about stands last: 登记商铺
    if len(phrase) <= 4 and phrase[-1] in _OWNED.findall(text):
        share = max(share, 0.6)  # 有车 for 有机动车
    if part.denied:
        share = max(share, _denied_in_general(phrase, text))
    return max(share, shortened(phrase, spoken)) if share else 0.0


# 领过购房补贴 tells of no home.
_OF_BENEFIT = re.compile(r"补|贴|奖|津|贷|金")
_HOME_BENEFIT = re.compile(r"(?:购|租|住|买|建)房(?:补助|补贴|津贴|奖励|公积金|贷款)")


def _without_benefits(part: _Part) -> _Part:
    """A part without the names of what is paid towards a home."""
    if not _HOME_BENEFIT.search(part.text):
        return part
    text = _HOME_BENEFIT.sub("", part.text)
    return replace(part, text=text, spoken=f"{_NO.sub('', text)} {' '.join(official(text))}")


def _ends_one(tail: str, part: _Part) -> bool:
    """Whether a part says a word, or the end of one that means the same as another in it."""
    return tail in part.text or f"{tail} " in f"{part.spoken} "


@lru_cache(maxsize=_KEPT)
def _pairs(phrase: str) -> tuple[str, ...]:
    """The characters of a phrase two by two."""
    return tuple([a + b for a, b in pairwise(phrase)])


_NO_OBJECT = re.compile(
    r"名下|家里|我家?|全家|本人|[也都还过了就从来呢吧做办弄搞]|任何|别的|其[他它]|什么|啥|一[点丁]"
)


def _denied_in_general(phrase: str, part: str) -> float:
    """What is denied in general is denied in particular: 没别的贷款 of 商业贷款余额, 没卖过 of 出售住房."""
    bare = _NO_OBJECT.sub("", _NO.sub("", part))
    if not 1 <= len(bare) <= 3 or phrase[0] in "租借":  # who owns none may rent one
        return 0.0
    meant = [bare, *(m for m in official(part) if m in lexicon().synonyms.get(bare, ()))]
    named = any(m in phrase if len(m) >= 2 else phrase.endswith(m) for m in meant)
    return 0.6 if named else 0.0
