"""What tells of the procedure and not of who applies: what follows, who acts, what may be chosen."""

from __future__ import annotations

from corpus import patterns as re

__all__ = ["ACTS", "NO_WAY_IN", "is_formal", "tells_procedure"]

# 逾期不再受理, 否则不予复试: what follows where something is not done.
_ELSE = re.compile(
    r"(?:逾期|过期|超期|超过(?:上述)?(?:期限|时限))(?:的|者)?(?:一律|均|将|则)*(?:不[再予受接补候作得能]|视为|自行)[^,]*|否则[^,]*"
)
# 轴距不作要求, 不限国籍和职业, 综述不计: what is not demanded, or does not count.
_FREE = re.compile(r"[^,\d]{1,10}?(?:均|都)?(?:不作(?:任何)?(?:要求|限制)|不限|不计)|不限[^,\d]{2,20}")
# 当日可补测一次, 一次为限: how often something may be done.
_AGAIN = re.compile(
    r"(?:当[日天场]|次日|现场|\d+[日天]内|\d{4}年\d[\d年月日至到—~-]+(?:前|内|期间)?)可以?[^,]{2,12}|(?:每[人户年次])?以?[一1两2][次项个]为限"
)
# 一户限报一块, 每个家庭只能登记一辆车: how much each may ask for.
_PER_ONE = re.compile(
    r"(?:每一?|一|同一)个?(?:户|人|家庭?|车|房|套(?:住?房)?|家?(?:单位|企业|公司|商户|店铺?)|学校|班级?|[\u4e00-\u9fff]?学[生员]|儿童"
    r"|[位名](?:[学市居村]?[生民员]|老人)?|身份证号?|产权证?|账号|手机号)"
    r"(?:原则上|只|仅|最多|至多|每[年次月期]|本次|同时)*(?:限于?|能|可以?|准|允许|得|不超过|不得超过)"
    r"(?:申?报名?|申[请领]|领取?|购买?|选择?|办理?|享受|登记|租用?|占用?|抽取?|使用|参加|认[领养])?"
    r"[^,;\d]{0,4}?(?:\d{1,2}|[一二两三四五六])(?:个|块|张|次|份|项|处|套|辆|名|类|种|期|件|台|本|棵|间|位|场|门|班|回)[^,;的满]{0,8}"
)
# 计算截止到4月30日: how something is reckoned.
_RECKONED = re.compile(r"(?:均|时间|年限)?(?:计算|统计)(?:时间|日期)?(?:截至|截止到?|到|至)[^,]*")
# 由监护人持户口簿代办: who acts for whom.
_FOR_ANOTHER = re.compile(
    r"(?:可以?|应当?|须|均)?由[^,]{2,40}(?:代办|代为[^,]{2,8}|代领|统一(?:申[报请领]|办理|报名|提交))"
)
# 满分100分, before the marks that have to be reached.
_FULL_MARKS = re.compile(r"(?:[^,\d]{0,6}(?:满分|总分))(?:为|均为)?\d+分")
# 其二: which of several things comes next.
_ORDINAL = re.compile(r"其[一二三四五六]|第[一二三四五六]")
# 2人家庭在两居范围内选房: what may be chosen of what is given.
_CHOICE = re.compile(r"[^,]{0,12}在[^,]{1,12}(?:范围|名单|目录|房源)内?(?:选[择房购岗]|挑选|自选)[^,]*")
# 申请材料齐全、符合法定形式: what is said of the papers.
_OF_PAPERS = re.compile(
    r"(?:(?:所?提[交供]的?|申[请报]|报名)?(?:材料|资料|证件|手续)(?:均|都|应当?|须)*(?:齐全|齐备|完整|完备|真实|有效|合法|准确|清晰|无明显错误|、|且|和)+"
    r"|(?:并|且)?符合(?:法定|规定)(?:形式|格式)(?:要求)?|、?){1,3}"
)

_FORMAL = (
    _ELSE,
    _FREE,
    _AGAIN,
    _PER_ONE,
    _RECKONED,
    _FOR_ANOTHER,
    _FULL_MARKS,
    _ORDINAL,
    _CHOICE,
    _OF_PAPERS,
)

# 应当申请换发, 应在停业前向机关提出报告: what has to be done, and no state of who applies.
ACTS = re.compile(
    r"^(?:还|另|均|都|则|也|其|应(?:当|(?!届))|须|必须|需要?(?!求))*(?:(?:在|自|于|到|向|持|凭|由|按)[^;]{2,50}?)?"
    r"(?:申请(?:换发|补发|领取|办理|补办|延续|变更|注销|复核|退出)|提出[^,;]{0,14}(?:申请|报告)|报[^,;]{2,14}(?:审批|核准|审查)|履行[^,;]{2,10}手续"
    r"|办理[^,;]{0,8}(?:注销|变更|迁出|转移|退出)[^,;]{0,8})(?!的|[^,;]{0,10}[的并])"
)
# 可以选三居, 可以提出复核申请: a choice or a remedy of those let in, and no way in.
NO_WAY_IN = re.compile(
    r"[^,]{0,4}?,?(?:均|都|也)?可以?(?:选(?!手|拔|派|调|聘|报)|自选|挑选|[^,;]{0,30}?(?:提出|申请)[^,;]{0,6}(?:异议|申诉|复核|复议|复查|诉讼))"
)
# 由主管部门审批: what an office does.
_BY_OFFICE = re.compile(
    r"[^;]{0,60}?由[^,;的]{2,30}?(?:部门|机关|机构|局|厅|办公室|中心|委员会)(?:负责|统一|依法|进行|予以)*"
    r"(?:审批|办理|受理|审核|组织|实施|收回|开具|拨付)[^;的]*"
)
# 父母离异的，以抚养孩子的一方为申请人: who of several people applies.
_WHO_APPLIES = re.compile(
    r"[^,;]{2,30},(?:以|由)[^,;]{2,24}(?:为申请人|作为申请人|提出申请)|[^;]{2,24}不(?:单独|再)?作为申请人[^;]*"
)
_CASE = re.compile(r"[^,;]{2,60}(?:的|者|人员|企业|单位|个人|家庭|活动),")


def tells_procedure(text: str) -> bool:
    """Whether all sentences of a text, folded, tell who acts and what has to be done, and demand nothing."""
    sentences = [s.strip() for s in re.split(r"[;。]", re.sub(r"\([^()]*\)", "", text)) if s.strip()]
    return bool(sentences) and all(map(_acts, sentences))


# 自付款之日起10个月内提出申请: how soon somebody has to apply keeps out who comes too late.
_IN_TIME = re.compile(r"[起后][\d一二三四五六七八九十]{1,3}个?(?:年|月|日|天)(?:之?内)")


def _acts(sentence: str) -> bool:
    case = _CASE.match(sentence)
    done = case is not None and ACTS.match(sentence[case.end() :]) is not None
    done = done and _IN_TIME.search(sentence) is None
    return done or any(p.fullmatch(sentence) for p in (_BY_OFFICE, _WHO_APPLIES, _PER_ONE))


def is_formal(part: str) -> bool:
    """Whether a part of a sentence, folded and without brackets, tells of the procedure."""
    return any(p.fullmatch(part) for p in _FORMAL)
