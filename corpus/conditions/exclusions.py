"""Whom a sentence keeps out: X的，不予受理; …均可申报，已退休的除外."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus import patterns as re
from corpus.conditions.conditions import Attribute, GroupKind, Leaf, Node, Requirement, Tree
from corpus.conditions.demanded import requirement_of, untitled
from corpus.conditions.enclosed import marks_outside, parts_outside
from corpus.conditions.not_demanded import CONDUCT, LATER
from corpus.conditions.people import names_people, with_head
from corpus.conditions.requirements import exactly
from corpus.notice import Span

__all__ = ["excluded", "kept_out", "left_out", "voided"]

_ACT = (
    r"(?:报名|报考|申请|申报|申领|参加|参评|参赛|参保|应聘|享受|受理|办理|发放|补贴|补助|资助|贴息|纳入|列入|推荐|认定|录用|聘用|借|续|评(?!为)|返还|授予|供|加入|入住|住|租|投保|上路|驾驶|配租|收治|登记|领取"
    r"|报销|征集|招收|录取|招录|接受|换领|参评|入学|就读|安排|取得|补办|重新|重复|作为|担任|接收|给予|提供|核发|换发|换证|入场|进入|预约|考|使用|补测)"
)
_EXCLUDES = re.compile(
    rf"(?P<who>.{{3,90}}?)(?:,|[本此]次|本批次?|本年度|[本当上][期季届轮年](?:内|度)?|一律|均|暂时?|原则上|也|都|则|将)*(?:不得|不予|不能|不可以?|不再|不)(?:再|重复|另行|重新|直接)?{_ACT}(?!的[,，]|的$|者[,，])"
    r"|(?P<refused>.{3,90}?的),?(?:一律|均|都|则|也)?不予(?:许可|批准|核准|审批|准许|同意|备案|注册|立项)[^,;]{0,12}$"
    r"|(?P<unpaid>.{3,90}?的),?(?:一律|均|都|则|也)?不(?:再)?(?:发(?![布表现生展送出言票])|补(?![缴交办充考助贴偿])|给(?:予)?(?:办|发|补|领))"
    r"|(?P<out>.{3,90}?)(?:均|都)?不(?:在|属于)[^,]{0,12}(?:范围|对象|之列)"
    r"|(?P<not_such>[^,]{2,60}(?:人员?|者|员|人|户|学生|股东|教师|职工|单位|企业)),?(?:均|都|一律)?不(?:属于|算|视为)(?:这里|本[^,]{1,8}?)(?:所?[说称]|规定)的[^,]{2,12}$"
    r"|(?P<none>(?!不|[^,]*(?:应当?(?!届)|须|必须)).{2,60}?(?:的|者|人员)),?(?:均|都|一律)?不属于[^,;]{2,30}$"
    r"|(?P<of_none>[^,]{3,60}?),?不属于[^,]{2,12},(?:应当?|须|请|可)(?:以|当)?(?:回|向|到|按|在|由|去)[^,;]{2,30}$"
    r"|(?P<other>.{3,60}?),(?:[^,]{2,30},)?不适用(?:于)?本[^,]{1,8}$"
    r"|(?P<unfit>[^,]{2,60}(?:店|馆|厂|所|站|单位|企业|机构|食堂|厨房|人员|者|车辆|户|商|项目|学校|学生|公司|合作社|职工|教师|军人|家庭)),?(?:暂|均|一律|都)*不适用(?:于?本[^,]{1,8})?(?:,.{2,40})?$"
    r"|(?P<bare>[^,;]{2,60}?(?:人员|者|的|户|职工|学生)),?(?:一律|均|都|也)?不(?:可以|能|行|得)(?:再|重复)?(?:领|报|办|申|享受|参加)?(?:$|(?=,[^,]{2,30}可以?$))"
    r"|(?P<failed>.{4,120}?)(?:的,?|,|者,?)(?:为|视为|判为)?不(?:合格|适用|符合[^,]{0,6}(?:要求|条件))$"
    rf"|(?P<posing>.{{3,90}}?)(?:,|一律|均|也|都)*不(?:得|能|可以?)(?P<as>以[^,;。]{{2,24}}(?:身份|名义|学历|学位|资格)){_ACT}[^,;。]{{0,8}}$"
    r"|(?:[^,]{2,30}(?<!的),)?(?P<elsewhere>[^,]{4,60}的),由(?:原|迁出|外|其他|其它|对方)[^,]{1,12}(?:发放|办理|受理|负责|支付|管理)$"
    r"|(?:本[^,]{1,6})?不(?:适用于?|包括|受理|补贴|资助)(?P<named>[^,]{2,60})(?!.*的,(?:须|应|需))"
)

# Some left out where all others are let in: …均可申报，已退休的除外; …除外，其他均可; 除…外，各类均可.
_LEFT_OUT = (
    re.compile(
        r"(?:均|都|即)?可以?(?:申[报请领]|报名|报考|参加|享受|办理)[^,]{0,8},(?:但|其中)?(?P<out>[^,;]{2,40}?)(?:的|者)?除外$"
    ),
    re.compile(r"^(?P<out>[^,;:]{4,60}?)(?:的|者)?除外$"),
    re.compile(r",但不(?:包括|含)(?P<out>[^,;]{2,60}?)(?:的|者)?$"),
    re.compile(r"^(?P<out>[^;]{4,60}?)(?:的|者)?除外,其[他它余][^,]{0,6}(?:均|都)?可以?[^,]{0,6}$"),
    re.compile(
        r"^除(?!注册|上述|以上)(?P<out>[^;]{4,60}?)(?:以|之)?外,[^;]{2,30}(?:均|都)可(?:以?[^,;]{0,8})?$"
    ),
)


def left_out(text: str) -> str:
    """Whom a sentence leaves out that lets in all others; `""` for nobody."""
    found = next((m for p in _LEFT_OUT if (m := p.search(text))), None)
    return found["out"] if found else ""


# 电气类专业不招色弱考生: who is not taken for one thing stands behind.
_NOT_TAKEN = re.compile(
    r"(?P<thing>[^,;。]{2,20}(?:专业|岗位?|职位|系|班|学校))(?:一律|均|都)*不(?:招(?:收|录)?|录取|录用|接收|受理)(?P<who>[^,;。]{2,24}?)的?(?:考生|学生|人员|者)?"
)
# 色弱者不得报考视觉设计专业: kept out of that one alone.
_OF_ONE = re.compile(
    r"不(?:得|能|予|可以?|宜)(?P<act>报考|申报|应聘|报名|申请|填报|选报|参加)(?P<thing>(?!本|该|上述|以上|任何|所有|相关|各|其他|同一|两|多)[^,;。的]{2,16}?(?:专业|岗位?|工种|职业|类别|项目|组|班))$"
)
_AND = re.compile(r"(?:,?(?:以及|和|或者?)|、)")


# 在读研究生不得以本科学历报考: kept out of that alone.
_POSING = re.compile(
    r"不(?:得|能|可以?)(?P<as>以[^,;。]{2,24}(?:身份|名义|学历|学位|资格)(?:报名|报考|申请|申报|应聘|参加|参评))"
)
# 因甲、乙被开除，未满5年的人员: what a comma parts is said of the whole row.
_PARTED = re.compile(",")
# 享受过甲、乙、丙同类培训, 获一、二等奖的作品: objects of one verb, and no kinds of people.
_DID = re.compile(
    r"(?:[^、]{0,12}(?:以来|期间|在[^、]{2,8}))?(?:曾|已经?|现|正)?(?:享受|获得?|取得|从事|参加|经营|使用|拥有|被评为|销售|生产|领取|申请)"
)
_OF_NUMBERS = re.compile(r"[一二三四五六七八九十\d]$")


def _share_a_verb(kinds: Sequence[str]) -> bool:
    numbered = any(_OF_NUMBERS.search(k) for k in kinds[:-1])
    bare = not any(names_people(k) or _DID.match(k) for k in kinds[1:])
    return numbered or (_DID.match(kinds[0]) is not None and not names_people(kinds[0]) and bare)


# 往届毕业的女青年: of one sex those alone who are so described.
_SUCH = re.compile(r"(?P<such>[^,]{2,30}?)的?[男女](?:性|青年|生|士|方|兵|职工|教师|学员|同志|人员|考生)+")


def _of_such_sex(node: Node, who: str) -> Node:
    such = _SUCH.fullmatch(who) if isinstance(node, Leaf) and node.attribute is Attribute.SEX else None
    return (
        node
        if such is None
        else Tree(GroupKind.ALL, (node, Leaf(Attribute.OPEN, "is", None, "", such["such"])))
    )


# 新路未满6年，大修的路未满2年的: cases of their own, of which one will do.
_CASE_TOO_SHORT = re.compile(r"[^,;]{4,}?(?:未满|不满|不足)\d[^,;]*")


def kept_out(clause: int, span: Span, who: str, text: str) -> list[Requirement]:
    """What a sentence keeps out, each kind of people by itself: 公务员和已退休的人员."""
    if len(cases := who.split(",")) > 1 and all(map(_CASE_TOO_SHORT.fullmatch, cases)):
        read = (requirement_of(clause, span, case) for case in cases)
        return [replace(r, node=exactly(r.node)) for r in read]
    shared = requirement_of(clause, span, text).exceptions
    own = requirement_of(clause, span, who)
    if (taken := _NOT_TAKEN.fullmatch(text.strip("。;"))) is not None:
        given = Leaf(Attribute.OPEN, "is", None, "", f"报考{taken['thing']}")
        own = replace(own, given=given)
    if (of_one := _OF_ONE.search(text)) and own.given is None:
        own = replace(own, given=Leaf(Attribute.OPEN, "is", None, "", f"{of_one['act']}{of_one['thing']}"))
    own = replace(own, node=_of_such_sex(own.node, who))
    if (posing := _POSING.search(text)) and own.given is None:
        own = replace(own, given=Leaf(Attribute.OPEN, "is", None, "", posing["as"]))
    kinds = with_head(parts_outside(_AND, who))
    several = len(kinds) > 1 and not any(len(k) < 2 or any(marks_outside(_PARTED, k)) for k in kinds)
    several = several and not ("、" in who and _share_a_verb(kinds))
    if not several or len(who) > 80:
        return [replace(own, node=exactly(own.node), exceptions=shared)]
    behind = tuple(e for e in shared if not any(f"({e}" in k for k in kinds))  # of no one kind alone
    each = (requirement_of(clause, span, k) for k in kinds)
    of_one = of_one or taken or posing
    return [
        replace(
            r,
            node=exactly(r.node),
            exceptions=(*r.exceptions, *behind),
            given=own.given if of_one else r.given,
        )
        for r in each
    ]


# 有下列疾病者禁止游泳：甲、乙; 患有传染病者请勿报名.
_FORBIDDEN = r"(?:一律|均|都)?(?:禁止|严禁|谢绝|请勿|不宜|不适宜)[^,:。;]{2,8}"
_FORBIDDEN_TO = re.compile(
    rf"(?:凡|患)?有?(?:下列|以下)[^,:]{{2,6}}?(?:之一)?(?:的|者|人员),?{_FORBIDDEN}:(?P<list>[^。;:]{{2,120}}?)(?:的?人员|者|的)?$"
    rf"|(?P<who>[^,:。;]{{3,60}}?)(?:的人员|人员|者|的),?{_FORBIDDEN}$"
)


# 有以下情况的不能申请 above the list of them.
_REFERRING = re.compile(
    r"(?:凡|有|存在|属于|符合)*(?:以下|下列|上述)[^,]{0,4}(?:情况|情形|条件|行为|人员)(?:之一)?"
)


# …以及法律规定不得聘用的其他情形的人员，不能应聘: whom some law keeps out is not told.
_BY_LAW = re.compile(
    r"(?:以及|和|、|及)(?:按照?|依据?)?(?:国家)?(?:有关)?法律(?:、?法规)?规定的?不[得能][^,、]{2,8}的(?:其他)?(?:情形的?)?人员"
)
# 应聘人员不得应聘有回避关系的岗位: what nobody may do keeps nobody out.
_ANYBODY = re.compile(
    r"(?:应聘|报考|报名|申请|申报|参赛|参评)(?:人员?|者|考生)|考生"
    r"|本(?:项目|次|单位|馆|校|园|中心|公司|院|局|会)[^,]{0,6}"
)


# 应在两年内申请，超过两年的不予受理: what is too late is told by the demand before it.
_DEMANDS_FIRST = re.compile(r"[^,]*(?:应当?(?!届)|须|必须)[^,]*,(?:超过|逾期|未|不)")


# 曾因违约被清退的，自清退之日起两年内不得报名: kept out for as long as that.
_FOR_A_TIME = re.compile(
    rf"(?:此前|之前|以前|过去|往年|曾经?|已经?)*因?(?P<what>[^,;。]{{2,30}}?)的,(?:自|从)?(?P<since>[^,;。\d]{{2,10}}?)(?:之?日|当日)?(?:之?后|起)+"
    rf"(?P<time>(?:\d{{1,2}}|[一二两三四五六七八九十]{{1,2}})(?:年|个月))(?:之?内),?(?:均|一律|也|都)?"
    rf"(?:不得|不予|不能|不可以?|不再)(?:再次?|重复|另行)?{_ACT}[^,;。]{{0,12}}"
)
_HAPPENED = re.compile(r"此前|之前|以前|过去|往年|曾|已|被")


def _barred_for_a_time(text: str) -> str:
    """Whom a sentence keeps out for a time after what happened to them, and that it is not over yet."""
    barred = _FOR_A_TIME.fullmatch(text) if _HAPPENED.search(text) else None
    return f"{barred['what']},{barred['since']}之日起未满{barred['time']}" if barred else ""


# 因作弊受过处分的, 有未处理完毕的违规事项的: what one bears already, and no conduct that is threatened.
_STANDING = re.compile(
    r"(?:因|曾|由于)[^,;。]{1,16}?(?:被|受过?到?|经)[^,;。]{0,16}?(?:处分|处理|处罚|停考|取消|吊销|通报|查处|停赛)|(?:有|存在)(?:未|尚未)[^,;。]{2,8}的[^,;。]{2,10}"
)


def excluded(text: str) -> str:
    """Whom a sentence keeps out; `""` where it does not, or where it sanctions conduct."""
    text = _BY_LAW.sub("", text)
    if (for_a_time := _barred_for_a_time(text)) and not CONDUCT.search(text):
        return for_a_time
    if (taken := _NOT_TAKEN.fullmatch(text.strip("。;"))) is not None:
        return taken["who"]
    if (barred := _FORBIDDEN_TO.fullmatch(text.strip("。;"))) is not None:
        return barred["list"] or barred["who"]
    match = _EXCLUDES.match(text)
    if match is None or CONDUCT.search(_STANDING.sub("", text)) or LATER.match(text):
        return ""
    who = (
        match["who"]
        or match["bare"]
        or match["out"]
        or match["of_none"]
        or match["none"]
        or match["not_such"]
        or match["other"]
        or match["unfit"]
        or match["failed"]
        or match["elsewhere"]
        or match["unpaid"]
        or match["refused"]
        or match["posing"]
        or match["named"]
        or ""
    )
    who = untitled(who)
    if _DEMANDS_FIRST.match(who):
        return ""
    if _REFERRING.fullmatch(who.strip(",的")) or _ANYBODY.fullmatch(who) or who.startswith("的"):
        return ""
    described = match["who"] is None or re.search(
        r"(?:的|者|人员|人|生|户|干部|负责人|证书?|项目|作品|机具|产品|设备|商品|船舶|青年|儿童|子女|居民|职工|军人|家庭|单位|企业|车辆?)[,]?$",
        who.strip(","),
    )
    described = described or names_people(who.strip(",")) or _NOT_ACCEPTED.fullmatch(text.strip("。;"))
    return re.sub(r"(?:的|者)?[,]?$", "", who) if described else ""


# 货船、快艇不予受理: whatever it is that is not accepted.
_NOT_ACCEPTED = re.compile(r"[^,;。]{2,16}?(?<![后前起止日])(?:一律|均|也|都|暂)*不(?:予|再)?受理")


# 应届毕业生可先行报名，未能在8月31日前取得毕业证书的，成绩无效: what must have come about by a day, of whom.
_VOID = re.compile(
    r"(?:(?P<of>[^,;。]{2,20}?(?:生|人员|者))(?:可|应)[^,;。]{2,30},)?(?P<who>未能?(?:[在于]|按)?[^,;。]{0,4}\d{4}年\d{1,2}月\d{1,2}日[^,;。]{2,40}的),"
    r"[^,;。]{0,8}?(?:无效|作废|取消[^,;。]{0,8}资格|不予[^,;。]{2,4}|不得[^,;。]{2,4})"
)


def voided(clause: int, span: Span, text: str) -> Requirement | None:
    """Whom a sentence keeps out for what has not come about by a day; None where it does not."""
    void = _VOID.search(text)
    if void is None:
        return None
    given = Leaf(Attribute.OPEN, "is", None, "", void["of"]) if void["of"] else None
    return replace(requirement_of(clause, span, void["who"]), given=given)
