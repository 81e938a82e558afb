"""Whether a person affirms or denies a condition that has no type, judged by its words.

A condition is a list of phrases of which one will do (自有住房、商铺或写字楼). A phrase is said where most
of its pairs of characters stand in one part of what the person says, or words that mean the same.
Denial is read on both sides: 没有房子 meets 无自有住房.
"""

from __future__ import annotations

from functools import lru_cache

from bot.answer_parts import ConditionState
from bot.judging.covering import covers
from bot.judging.kleene import all_of
from bot.judging.phrases import SINCE_YEAR, phrases_of
from bot.judging.posts import applied_for
from bot.judging.told_acts import of_sale_alone, tells_sale
from bot.judging.told_parts import ENDED, NOT_OVER, Part, denies, parts_told
from corpus import patterns as re

__all__ = ["is_expected", "said_of"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN
_KEPT = 8192  # conditions of which what was judged is kept
_RECORD = re.compile(
    r"犯罪|违法|违纪|违规|不良|失信|处分|处罚|刑事|记录|行为|拖欠|欠缴|失职|事故|投诉|争议|纠纷"
)
_NAMED_WHOLE = 0.7  # the share of a benefit that has to be said by who tells of having had it
_HEAD = 4  # the characters at the end of a benefit's name that name it as well: (高校国家)助学贷款
_OWNS = re.compile(
    r"[有买](?:过|了)?[一两几]?[辆套部台处]|(?<![没自])有(?:自己的)?住?房(?!贷|租|子?住)|自有住房"
)
_MEASURED = re.compile(r"\d\s*(?:平|㎡|元|万|分|%|人|口)")
# What nobody tells of themselves when asking, and a notice demands of everybody.
_EXPECTED = re.compile(
    r"遵纪守法|拟从事|拟参加|有意|有[^,;。]{0,6}(?:意愿|意向)|志愿从事|遵守|拥护|热爱|品行|品德|道德|作风|身体(?:状况|条件|健康)|(?:身|心理?)[^,;]{0,4}健康|健康状况|体检合格|体格检查合格|生活(?:能够?|可以?|完全)?自理|信用(?:良好|记录良好|状况)|诚信|自愿|认真|责任心|国籍|宪法|政治|爱岗|敬业|积极|服从|履行|(?:年度|历年|各年)考核|继续教育|材料(?:真实|齐全|完整)|岗位(?:要求|需要|所需)的其他|完全民事行为能力|正常履行|真实|适应岗位|存续|岗位要求|要求一致|职业操守|(?:需要|所需|必需|必备|相适应)的[^,，。;]{0,12}(?:能力|知识|素质|技能)|中国公民|中华人民共和国公民"
)
_NOT_SAID = re.compile(rf"{_RECORD.pattern}|色[盲弱]|障碍|残疾|缺陷|畸形|[病症疾](?:[、，,；;史等]|$)")

_LESSONS = re.compile(r"不及格|补考|重修|挂科|旷课")  # how lessons went is no matter of conduct


def is_expected(words: str) -> bool:
    """Whether a condition is of the kind presumed of everybody: of conduct, health, or a clean record."""
    clean = denies(words) and _NOT_SAID.search(words) and not _LESSONS.search(words)
    return bool(_EXPECTED.search(words) or clean)


_APPLIED_AS = re.compile(
    r"^(?:(?:按|以)[^,]{2,}(?:身份)?(?:申请|申报|报考|报名|办理)的?|(?:报考|应聘|申报|选报|填报|报名)[^,]{2,}(?:专业|岗位?|工种|职业|组|班)"
    r"|(?:申请|报考|申报|认定|选择)[^,]{2,16}(?:学科|科目|学段|语种|专业|方向|类别|项目|课程|园)的?)$"
)
_ALONE = re.compile(r"(?:只|仅|单纯)(?!要|有(?:下列|以下))|光(?=[交缴有是参买])|就(?=[交缴参买])")


# A judgement and its opposite are one character apart: 考核合格 denies 考核不合格.
_JUDGEMENTS = ("合格", "称职", "达标", "及格", "齐", "足额", "属实")


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
    if (both := _STATE_WITHOUT.fullmatch(words)) is not None:
        return all_of(said_of(w, text, floor) for w in both.groups())
    if _lacks_paper(words, text) or _lapsed_paper(words, text):
        return _UNMET
    best, state = (0.0, False), _UNKNOWN  # of two parts that say as much, that counts which denies
    if _ALONE.search(words) and not _ALONE.search(text):
        return _UNKNOWN  # 只缴纳医疗保险 is not said by who pays that too
    requests, enjoyed = _APPLIED_AS.search(words) is not None, _ENJOYED.search(words) is not None
    parts = parts_told(text, requests)
    open_still = NOT_OVER.sub("", words)  # 有未结清贷款的 is over for who has paid it off
    sold = any(tells_sale(p.text) and not p.denied for p in parts)
    since = _SINCE.search(words)
    for part in parts:
        if since is not None and _before(int(since["year"]), part.text):
            continue
        ended = bool(part.ended) and part.ended not in open_still and not ENDED.search(open_still)
        for phrase, negative in phrases_of(words):
            share = covers(phrase, part)
            asserted = _asserted(phrase, part)
            if asserted is None:
                continue
            share, denied = max(share, _MOSTLY if asserted else 0.0), part.denied and not asserted
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


# 离异不带子女, 毕业未就业: a state, and what is not so besides
_STATE_WITHOUT = re.compile(r"(离异|离婚|丧偶|已婚|退役|毕业|离校|辞职)([不未无没].+)")


def _asserted(phrase: str, part: Part) -> bool | None:
    """Whether a part that denies says a phrase as a whole: 没工作 and 失业; None where the phrase says more,
    登记失业."""
    if any(phrase in a and 2 * len(phrase) >= len(a) for a in part.asserts):
        return True
    return None if any(a in phrase for a in part.asserts) else False


# What was before the time of which a condition speaks: 2020年卖的, of 自2023年以来.
_SINCE = re.compile(SINCE_YEAR)
_LONG_AGO = re.compile(r"(?:好[几多]|[\d一二两三四五六七八九十]+)年(?:多)?(?:以|之)?前|早年|早些年|以前")


def _before(year: int, part: str) -> bool:
    told = re.findall(r"(?<!\d)((?:19|20)\d{2})年?", part)
    return any(int(t) < year for t in told) or _LONG_AGO.search(part) is not None


def _names_head(phrase: str, part: Part, share: float) -> bool:
    """Whether a part says how a benefit is called at last, or all of it by another name: 失业金."""
    head = phrase[-_HEAD:]
    return head in part.text or (share >= _MOSTLY and head in part.spoken(phrase))


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
