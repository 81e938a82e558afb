"""Of what matter a bound is: an age, a time of work or of insurance, or a measure of its own subject."""

from __future__ import annotations

from decimal import Decimal

from corpus import patterns as re
from corpus.conditions.conditions import Attribute, Leaf

__all__ = ["bound_leaf", "own_words", "subject_of"]

_SINCE = re.compile(
    r"之日起|(?<!发)起$|距|上次|上一次|自[^,]{1,12}后|被?(?:撤销|取消|吊销|处分|处罚|解聘|辞退|开除|注销)[^,]{0,10}$|断缴|中断"
)
_LASTING = re.compile(
    r"户籍|户口|签订|居住|暂住|定居|持有|登记|成立|注册|落户|结婚|经营|运营|营业|取得|获得|领取|参保|入驻|设立|生活"
)


_FAR = 400  # characters; nothing that stands farther before a number belongs to it
_UP_TO = re.compile(r"(?:截至|截止到?)\d{4}年\d{1,2}月\d{1,2}日(?:止|前)?")  # the day of reckoning


def own_words(text: str, end: int) -> str:
    """What a number belongs to: the words back to the last stop, and the part before if there are none."""
    parts = re.split(
        r"[,。;、:]|并且|而且|(?<!暂)且|(?<=[\d万])(?:周岁|岁|年(?!度)|个月|元|分)",
        _UP_TO.sub("", text[max(0, end - _FAR) : end]),
    )
    own = parts[-1]
    if len(own.strip("且并但应须为在 ")) < 2 and len(parts) > 1:
        own = parts[-2] + own
    return own


def bound_leaf(
    operator: str, value: Decimal, unit: str, before: str, so_far: str, words: str, behind: str
) -> Leaf:
    months = value * 12 if unit == "年" else value
    if unit in ("周岁", "岁"):
        return Leaf(Attribute.AGE, operator, value, "岁", words, subject=_whose_age(before, behind))
    if unit in ("年", "个月", "日", "天") and _SINCE.search(before):
        if value % 1:
            value, unit = months, "个月"
        return Leaf(
            Attribute.ELAPSED, operator, value, "日" if unit == "天" else unit, words, subject=before[-16:]
        )
    if unit in ("年", "个月"):
        if re.search(r"社会保险|社保|养老保险|医疗保险|失业保险|参保|缴费", before) or _INSURED.match(behind):
            return Leaf(Attribute.INSURANCE, operator, months, "个月", words)
        if re.search(r"毕业|离校", before) and (operator[0] == "<" or _AFTER_SCHOOL.search(before)):
            return Leaf(Attribute.GRADUATED, operator, months, "个月", words)
        if re.search(
            r"工作|从事|从业(?!资格|许可)|任职(?!资格)|就业|入职|执业(?!资格|许可|证)|任教|从教|服役|教龄|工龄|聘任|担任|务工|打工|供职|(?:劳动|人事|聘用)关系",
            before,
        ) or _IN_POST.search(before):
            if scope := _scope_of(so_far, before):
                return Leaf(Attribute.WORK, operator, months, "个月", words, subject=scope)
            return Leaf(Attribute.WORK, operator, months, "个月", words, after=_anchor(so_far, before))
        if unit == "年" and re.search(r"证书[^,。]{0,4}$", before):
            return Leaf(Attribute.HELD, operator, value * 12, "个月", words)
        issued = _ISSUED.search(before) and "居住证" in so_far
        if issued or re.search(r"居住证(?:已|持有|办理|有效|时间|累计|连续)*$", before):
            return Leaf(Attribute.MEASURE, operator, months, "个月", words, subject="居住证")
        subject = (_LASTING.findall(before) or [subject_of(before) or subject_of(behind)])[-1]
        return Leaf(Attribute.MEASURE, operator, months, "个月", words, subject=subject)
    unit = _SAME_UNIT.get(unit.lower(), unit)
    return Leaf(
        Attribute.MEASURE, operator, value, unit, words, subject=subject_of(before) or subject_of(behind)
    )


# 家中有年满65周岁的老人, 带未满16周岁的子女: whose age it is, where that is not whoever applies.
_AT_HOME = re.compile(
    r"(?:家庭?|户)(?:中|里|内|成员中)?(?:须|应)?(?:还|同时)?有[^,;。]{0,4}$|(?:同住|共同生活)(?:的|者)?$"
)
_OF_KIN = re.compile(r"(?:未成年)?(?P<kin>子女|孩子|父母|配偶)")
_KIN_FIRST = re.compile(r"^(?:其|且|并|申请人)*(?P<kin>子女|孩子|配偶|父亲|母亲|父母)年?$")


def _whose_age(before: str, behind: str) -> str:
    """Which of kin an age is of: 子女, 配偶, 父母, or 家中 for anybody of the household; `""` for the
    applicant's own."""
    if _AT_HOME.search(_VERBS.sub("", before)):
        return "家中"
    named = _OF_KIN.match(behind) or _KIN_FIRST.match(_VERBS.sub("", before))
    return named["kin"] if named else ""


_ISSUED = re.compile(r"(?:签发|签注|申领|办理|领取|持证)[^,\d]{0,8}(?:时间|日期)?(?:已|连续|累计)*$")
# 从事本专业工作满5年，且在基层单位累计工作满15年: years of another sort beside those counted first.
_SCOPED = re.compile(
    r"(?:在|担任|从事)(?P<scope>(?!本|该|同一|现|原|所|相关|职|岗|其|上述)[^,、]{2,16}?)(?:累计|连续|实际|直接|一线)*(?:工作|服务|任教|服役|任职|执业|从业)?[满已达到不少低于至超过累计连续]{0,6}$"
)
_COUNTED_FIRST = re.compile(
    r"(?:工作|从事|从业|任教|执业)[^,;。]*?\d+\s*(?:年|个月)[^,;。]*[,;]?(?:且|并|其中|同时)"
)
_HARD_POSTS = re.compile(r"基层|县以下|县及以下|乡镇|农村|边远|艰苦|海岛|牧区|山区|村居|境外|海外|国外")


def _scope_of(so_far: str, before: str) -> str:
    """Where work has to have been done, where not every year of work counts; `""` where each does."""
    match = _SCOPED.search(before)
    if match is None:
        return ""
    narrow = _HARD_POSTS.search(match["scope"]) or _COUNTED_FIRST.search(so_far)
    return match["scope"] if narrow else ""


# 累计缴纳满3个月的社会保险: what was paid stands behind.
_INSURED = re.compile(
    r"的?(?:城镇|企业|职工|居民|基本|本市|当地)*(?:社会保险|社保|养老保险|医疗保险|失业保险)"
)
# 大专毕业后满2年: how long ago that was, and no work.
_AFTER_SCHOOL = re.compile(
    r"(?:毕业|离校)(?:学历|证书?)?(?:之?后)?(?:经|已|满|超过)*(?:[一二两三四五\d]年或)?$"
)
_SAME_UNIT = {
    "平米": "平方米",
    "㎡": "平方米",
    "cm": "厘米",
    "㎝": "厘米",
    "mm": "毫米",
    "km": "公里",
    "kg": "公斤",
    "千克": "公斤",
    "℃": "度",
    "°c": "度",
    "°C": "度",
}


# In the grade that one holds, not with an employer: 助理工程师任职满4年.
_IN_GRADE = re.compile(
    r"(?<![单位业司构市区县校])(?:任职|受聘|聘任|任现职)(?:年限|时间)?[^,\u4e00-\u9fff]{0,3}(?:满|不少于|达到?)?$"
)


# 担任中级职务5年以上, 取得助理级职称满4年
_IN_POST = re.compile(
    r"(?:担任|受聘|聘任|取得|获得|具有|具备|评聘)[^,]{0,12}(?:职务|职称|任职资格|专业技术资格)[^,\u4e00-\u9fff]{0,3}(?:满|已满|达到?|不少于)?$"
)


def _anchor(so_far: str, before: str) -> str:
    """What the last count of years starts from."""
    if _IN_GRADE.search(before) or _IN_POST.search(before):
        return "title"
    taken = list(_TAKEN.finditer(so_far))
    return ("certificate" if taken[-1]["paper"] == "证书" else "title") if taken else ""


# 取得三级证书（技能等级证书）后, 取得工程师职称之后: what comes first.
_TAKEN = re.compile(r"(?P<paper>证书|职称|(?<=\))资格|资格(?=\)))(?:\([^()]*\)|\))?之?后")


_OF_BODY = re.compile(r"(?:身高|体重|(?:裸眼|矫正)?视力)$")
_VERBS = re.compile(
    r"(?:年满|满|不少于|不低于|至少|达到?|超过|高于|不超过|低于|少于|未满|不满|不足|在|为|应当?|须|需|的|总共|合计|累计|连续|均|且|并|不得|控制|达到|要求|包括|包含|上|不)++$"
)


def subject_of(before: str) -> str:
    """The noun that a number belongs to: the last run of Chinese characters before it, without the verb."""
    plain = _VERBS.sub("", re.sub(r"[\d.\s(（一二两三四五六七八九十]+$", "", before))
    plain = re.sub(r"(?:原则上?|一般|\([^()]*\))$", "", plain)
    if body := _OF_BODY.search(plain):
        return body[0]  # 驾驶员身高
    run = re.search(r"([\u4e00-\u9fff]{2,24})$", plain)
    return (
        re.sub(
            r"^(?:在(?:本|我)[\u4e00-\u9fff]内?|在辖区内|且|并|或|其中?|日|年?度|[须应需]?先(?=持)|[须应需](?=[列经持在累连满实已])|从事|参加|完成|具有|具备|取得|申请人的?|仅?有[一两]?[辆套部台处])+(?=.{2})",
            "",
            run.group(1),
        )
        if run
        else ""
    )
