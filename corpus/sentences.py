"""Sentences that demand, exclude, or waive by themselves, outside any list.

`X的，须Y` demands Y of those whom X describes; `X的，不予受理` excludes; `X的，不受Y限制` waives; `只发给X`,
`限X报名` and any sentence of a section on conditions demand of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.classes import demands_by_class
from corpus.conditions import Attribute, GroupKind, Leaf, Node, Requirement, Tree, leaves_of
from corpus.matters import names_matter, of_matter
from corpus.notice import Notice, Span
from corpus.people import with_head
from corpus.periods import fold
from corpus.relaxations import relaxes_only
from corpus.relaxed_bounds import relaxed
from corpus.requirements import read_node
from corpus.schemes import without_aim
from corpus.sentence_spans import sentences_of
from corpus.waivers import WAIVES

__all__ = ["Demand", "demands_in", "excluding", "requirement_of", "stands_alone"]


@dataclass(frozen=True, slots=True)
class Demand:
    """What one sentence asks: `all` demands it, `none` keeps out whoever meets it, `any` is one way in.

    `of_all` marks one that names the applicants as such or says to whom something is confined.
    """

    kind: GroupKind
    requirement: Requirement
    of_all: bool = False


_ACT = (
    r"(?:报名|报考|申请|申报|申领|参加|参评|参赛|参保|应聘|享受|受理|办理|发放|补贴|补助|资助|贴息|纳入|列入|推荐|认定|录用|聘用|借|续|评|登记|领取"
    r"|报销|征集|招收|录取|招录|接受|换领|参评|入学|就读|安排|取得|补办|重新|重复|作为|担任|接收|给予|提供|核发|换发|换证|入场|进入|预约|考|使用|补测|属于)"
)
_EXCLUDES = re.compile(
    rf"(?P<who>.{{3,90}}?)(?:,|,?(?:一律|均|暂|暂时|原则上|也|都|则|将))*(?:不得|不予|不能|不可以?|不再|不)(?:再|重复|另行|重新|直接)?{_ACT}"
    r"|(?P<out>.{3,90}?)(?:均|都)?不(?:在|属于)[^,]{0,12}(?:范围|对象)"
    r"|(?P<other>.{3,60}?),(?:[^,]{2,30},)?不适用(?:于)?本[^,]{1,8}$"
    r"|(?P<failed>.{4,60}?)(?:的,?|,|者,?)(?:为|视为|判为)?不(?:合格|适用|符合[^,]{0,6}(?:要求|条件))$"
    r"|(?:本[^,]{1,6})?不(?:适用于?|包括|受理|补贴|资助)(?P<named>[^,]{2,60})"
)
_GIVEN = re.compile(
    r"(?P<who>[^,]{2,50}?的),?(?P<what>(?:还|另|则|也|其|本人|申请时)*(?:应(?:当|(?!届))|须|必须|需要?|要|不低于|不高于|不少于|不超过|年龄).{2,})"
)
# 申请人须…; X的，方可…: demanded wherever it stands.
_APPLICANT = re.compile(
    r"(?:申请人?|申报人?|申领人?|报名(?!人数)人?|报考(?!人数)人?|应聘人?|参赛人?|参评人?|借款人?|办证人?|捐助人?|志愿)(?:及其配偶|人员|者|对象|单位|企业|家庭|员)?[^,]{0,20}?(?:须|应|必须|需|要求|没有|年龄|不得少于)"
)
# 自收到确认书之日起60日内开工: what somebody has to do who was let in.
_DUTY = re.compile(r"自[^,]{2,30}(?:之日)?起[\d一二两三四五六七八九十]+个?(?:日|天|工作日|月|年)内")
_SUBJECT = re.compile(
    r"(?:申请|申报|申领|报名|报考|应聘|参赛|参评|借款|办证|捐助)(?:人员?(?!数)|者|对象|单位|企业|家庭)|本人"
)
_ONLY = re.compile(r"(?P<what>.{6,120}?)的?,?(?:方可|方能|才能|才可以?|方予)")
_HANDING = re.compile(
    r"提交|提供|交验|查验|核验|电话|[加另须需]带|[另须需]交|填写|登录|携带|上传|出具|办理手续|前往|到场|签到|缴纳(?![^,;]{0,16}(?:保险|社保|公积金|满\d))|缴费(?!满|年限|时间)|下载|打印"
)
_LIMITS = re.compile(
    r"(?:只(?!有[^,]{2,20}的,|[缴交需要能])|仅|(?<![有期年时权上下局极无不])限)(?:限于?|发给|面向|对|受理|接受|招收?|资助|补贴)?(?P<what>[^,]{4,60})"
)
# 初中毕业的，仅限农业户籍: confined for those alone.
_LIMITED = re.compile(r"(?P<who>[^,]{2,40}的),(?:仅|只)限于?(?P<what>[^;]{4,})")
_ABOVE = re.compile(r"符合(?:以上|上述|前款|前述)(?:各项)?条件的?")
# What whoever meets the conditions may do is no condition.
_GRANTED = re.compile(
    r"(?:的|者|人员?|户|企业|单位|学生|家庭|员工|职工|公民|儿童|青年|居民|子女|,)(?:的|者)?,?(?:均|都|方|即|也)?可(?:以)?(?!能|见|支配|靠|持续|再生|信)"
    r"[^,()]{2,}[^()]*(?:\([^()]*\)[^()]*)*$"
)
# …的，由学校接收; …的，按直接安排办理; …的，每人发给2000元: what whoever is described gets.
_GIVES = re.compile(
    r"的,(?:由[^,]{2,24}(?:接收|安排|录取|解决|发放|办理)|(?:直接)?按[^,]{2,14}(?:安排|办理|享受|录取)"
    r"|(?:[^,]{0,8}?(?:给予|发给|补贴|补助|定额|奖励|核发|准予|予以(?:补贴|奖励|认定|录取|资助))[^,]+))[^;]*$"
)
# …的，建议…; …的，取消…: what follows for some, and no demand on all.
_FOLLOWS = re.compile(r"^[^,;]{3,60}的,(?P<rest>.+)$")
# 押金减半, 标准上浮20%: what some get is no demand.
_BENEFIT = re.compile(r"减半|减免|免收|免交|优惠|加发|上浮|另加|打折|折扣|优先")
# 通过率达93%, 高于全国平均分: what has been reached is reported, not demanded.
_REPORTS = re.compile(
    r"(?:通过|合格|优秀|就业|录取|完成|覆盖)率(?:为|达)|平均分为|[高低]于全[国省市]|同比|比上年"
)
_ANSWERING = re.compile(r"^(?:答|A)\s*[:：.]")
_CONDUCT = re.compile(
    r"虚假|弄虚作假|伪造|隐瞒|作弊|违纪|违规|冒|骗|逾期|放弃|转借|转租|挪用|拒不|材料不|不齐|未按|通知|公示|复印|原件"
)


def demands_in(notice: Notice, clause: int, in_conditions: bool, titled: bool = False) -> Iterator[Demand]:
    """What the sentences of a clause demand; those without a form of their own only where `in_conditions`.

    In a section `titled` by what is applied for, a sentence that lets somebody in is a way to it.
    """
    kept: list[Demand] = []
    addressed: Leaf | None = None
    for span in sentences_of(notice, clause):
        text = fold(notice.text[span.start : span.end]).replace("**", "")
        plain = _ANSWERING.sub("", re.sub(r"\s", "", text).rpartition("?")[2].strip("。;"))
        if kept and (wider := _widened(kept[-1], plain, span)) is not None:
            kept[-1] = wider
            continue
        plain = without_aim(notice, clause, plain)
        titled_by = _MATTER_TITLE.match(plain)
        sex = _TO_ONE_SEX.match(plain)
        if sex is not None:
            addressed, plain = _sex(sex[1]), plain[sex.end() :]
        elif _OF_ONE_SEX.match(plain):
            addressed = None
        found = _demanded(clause, span, plain, in_conditions, titled)
        if titled_by is not None:
            found = [_of_titled(d, titled_by[1]) for d in found]
        kept += [_addressed_to(d, addressed) for d in found] if addressed else found
    yield from kept


_MATTER_TITLE = re.compile(r"(身高|体重|视力|年龄|学历|面积|收入|成绩|分数|绩点):")


def _of_titled(demand: Demand, matter: str) -> Demand:
    """A demand whose bare figures are of the matter that its sentence is titled by."""
    own = demand.requirement
    return replace(demand, requirement=replace(own, node=of_matter(own.node, matter)))


def stands_alone(text: str) -> bool:
    """Whether a clause below a heading lets somebody in or frees them by itself, and is no item of a list."""
    plain = text.strip("。;")
    return not plain.endswith(":") and bool(_GRANTED.search(plain) or WAIVES.search(plain))


def _demanded(clause: int, span: Span, plain: str, in_conditions: bool, titled: bool) -> list[Demand]:
    """What one sentence demands, in the order of its parts."""
    explains = names_matter(plain) and not _DEFINES.fullmatch(plain)
    if WAIVES.fullmatch(plain) or relaxes_only(plain) or explains or _OF_BENEFIT.match(plain):
        return []
    if by_class := list(demands_by_class(plain)):
        return [_of_class(clause, span, who, what) for who, what in by_class if _typed(what)]
    above = _of_those_above(clause, span, plain)
    demands = [above] if above else _by_form(clause, span, plain, in_conditions or titled)
    if not demands and in_conditions and not _GRANTED.search(plain) and _demands(plain):
        demands = [Demand(GroupKind.ALL, _stated_of_some(clause, span, _untitled(plain)))]
    if not demands and in_conditions and (who := _kind_let_in(_untitled(plain))):
        demands = [Demand(GroupKind.ANY, requirement_of(clause, span, who))]
    if out := _left_out(plain):
        demands += (Demand(GroupKind.NONE, r) for r in _kept_out(clause, span, out, out))
    return demands


# 期限：最长不超过3年; 标准：每人2000元: what is given, and no demand.
_OF_BENEFIT = re.compile(r"(?:[\u4e00-\u9fff]{0,4})(?:期限|标准|额度|金额|时限|数额):")
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


def _left_out(text: str) -> str:
    """Whom a sentence leaves out that lets in all others; `""` for nobody."""
    found = next((m for p in _LEFT_OUT if (m := p.search(text))), None)
    return found["out"] if found else ""


# 男青年：…: what follows is said to one sex alone.
_TO_ONE_SEX = re.compile(r"(男|女)(?:性|青年|职工|生|士|方|兵)?:")
# 女性不低于…: so is a sentence that begins with it and speaks of no other.
_OF_ONE_SEX = re.compile(
    r"^(?:[^,:]{1,4}:)?(?P<sex>男|女)(?:性|青年|职工|生|士|方|兵)(?=身高|体重|视力|年龄|年满|不[低超高少]|应|须|[^,男女]{0,8}(?:以上|以下|不低于|不超过))(?P<what>[^男女]{4,})$"
)
_WIDENS = re.compile(r"放宽(?:到|至|为)|延长(?:到|至|为)")


def _sex(word: str) -> Leaf:
    return Leaf(Attribute.SEX, "is", None, "", word)


def _addressed_to(demand: Demand, sex: Leaf) -> Demand:
    """A demand made of one sex alone."""
    own = demand.requirement
    if own.given is None:
        return replace(demand, requirement=replace(own, given=sex))
    return replace(demand, requirement=replace(own, given=Tree(GroupKind.ALL, (sex, own.given))))


def _widened(last: Demand, text: str, span: Span) -> Demand | None:
    """The demand before, with its bound relaxed for those of whom the next sentence speaks."""
    if last.kind is not GroupKind.ALL or not _WIDENS.search(text):
        return None
    own = last.requirement
    node = relaxed(own.node, text)
    if node is own.node:
        return None
    return replace(last, requirement=replace(own, node=node, span=Span(own.span.start, span.end)))


_LETS_IN = re.compile(
    r",?(?:均|都|方|即|也)?可以?(?:向[^,]{2,24})?(?:提出|办理|享受|参加)?(?:申[请报领]|报名|报考|参保|参评|办理)[^,]{0,14}$"
)
# Who somebody is, at the end of a sentence that describes applicants: 在本省经营苗种的单位或者个人.
_APPLICANTS = re.compile(
    r"(?:人员|人士|者|人|个人|自然人|法人|组织|单位|企业|机构|社团|团体|公民|居民|村民|农户|家庭|父母|子女|学生|毕业生|教师|职工|士兵|干部|军人|用户|客户|经营户|合作社|场|户)(?:及其配偶|等)?$"
)
_NO_KIND = re.compile(
    r"符合[^,]{0,6}条件|上述|以上条件|下列|以下|应当?(?!届)|须|必须|不得|不予|需要?提供|通知|规定的?条件"
)


def _kind_let_in(text: str) -> str:
    """The kind of applicants that a sentence in a section on conditions describes; `""` where it does not."""
    granted = _LETS_IN.search(text)
    who = text[: granted.start()] if granted else text
    plain = len(who) <= 120 and "的" in who and not _NO_KIND.search(who) and not _HANDING.search(who)
    return who if plain and len(who) >= 6 and _APPLICANTS.search(who) else ""


def _demands(text: str) -> bool:
    """Whether a sentence in a section on conditions demands something that can be typed of everybody."""
    if _HANDING.search(text) or _BENEFIT.search(text) or _REPORTS.search(text):
        return False
    follows = _FOLLOWS.match(text)
    return _typed(text) and (follows is None or _typed(follows["rest"]))


def _stated_of_some(clause: int, span: Span, text: str) -> Requirement:
    """What a sentence states, and of whom: 车辆报废的，6个月内申请更新 binds those alone."""
    follows = _FOLLOWS.match(text) or _OF_KIND.match(text)
    if follows is None or _EXCEPT.search(text):
        return requirement_of(clause, span, text)
    who, rest = text[: follows.start("rest")].rstrip(","), follows["rest"]
    return Requirement(clause, span, read_node(rest), given=read_node(who))


# 实习指导教师为大专以上: a bound on one kind of people.
_OF_KIND = re.compile(
    r"^[^,;为]{2,16}(?:人员|者|教师|岗位?|职工|学生|人才)为(?P<rest>[^,;]{2,20}以[上下内].*)$"
)
_EXCEPT = re.compile(r"除外|例外|不在此限|不受此限")


def _of_class(clause: int, span: Span, who: str, what: str) -> Demand:
    given = Leaf(Attribute.OPEN, "is", None, "", who)
    return Demand(GroupKind.ALL, Requirement(clause, span, read_node(what), given=given), True)


def _of_those_above(clause: int, span: Span, text: str) -> Demand | None:
    """What holds for those who meet the conditions said before: 符合上述条件的，可办理未满18周岁子女…."""
    above = _ABOVE.search(text)
    if above is None or not _typed(text):
        return None
    given = Leaf(Attribute.OPEN, "is", None, "", above[0])
    return Demand(GroupKind.ALL, Requirement(clause, span, read_node(text), given=given))


# 本细则所称老旧电梯，是指投入使用满15年的电梯: what is no such thing is not what the notice is about.
_DEFINES = re.compile(r"本[^,]{1,8}所称(?:的)?[^,]{2,20},?(?:是指|指|为)(?P<what>.{6,})")


# …已取得产权证的，产权人及其配偶可以迁入: who may, after who they are.
_NAMED_LAST = re.compile(r"(?<=的),(?![^,;]*(?:具有|持有|取得|缴纳|从事|符合|[有已未无在满]))[^,;\d]{2,24}$")


def _by_form(clause: int, span: Span, text: str, lets_in: bool) -> list[Demand]:
    """The demands that a sentence makes by its form, wherever it stands."""
    defined = _DEFINES.fullmatch(text)
    if defined is not None:
        what = defined["what"]
        return [Demand(GroupKind.ANY, requirement_of(clause, span, what))] if _typed(what) else []
    only = _ONLY.match(text)
    if only and not _CONDUCT.search(text):
        of_all = _SUBJECT.match(text) is not None
        return [Demand(GroupKind.ALL, _of_some(clause, span, only["what"]), of_all)]
    granted = _GRANTED.search(text) or _GIVES.search(text)
    if granted is not None:
        who = _NAMED_LAST.sub("", text[: granted.start()])
        way = Demand(GroupKind.ANY, requirement_of(clause, span, _untitled(who)))
        typed = sum(x.attribute is not Attribute.OPEN for x in leaves_of(read_node(who)))
        return [way] if typed >= (1 if lets_in else 2) else []
    if kept_out := _excluded(text):
        return [Demand(GroupKind.NONE, r) for r in _kept_out(clause, span, kept_out, text)]
    given = _GIVEN.match(text)
    if given and not _HANDING.search(given["what"]) and _typed(given["what"]):
        demanded, described = read_node(given["what"]), read_node(given["who"])
        return [Demand(GroupKind.ALL, Requirement(clause, span, demanded, given=described))]
    duty = not lets_in and _DUTY.search(text)
    if _APPLICANT.match(text) and not duty and not _HANDING.search(text) and _typed(text):
        return [Demand(GroupKind.ALL, requirement_of(clause, span, _subjectless(text)), True)]
    limit = _LIMITS.search(text)
    some = _LIMITED.match(text)
    if some and _typed(some["what"]):
        own = Requirement(clause, span, read_node(some["what"]), given=excluding(read_node(some["who"])))
        return [Demand(GroupKind.ALL, own)]
    if limit and _typed(limit["what"]):
        return [Demand(GroupKind.ALL, requirement_of(clause, span, limit["what"]), True)]
    return []


_AND = re.compile(r"(?:,?(?:以及|和|或者?)|、)(?![^()]*\))")


def _kept_out(clause: int, span: Span, who: str, text: str) -> list[Requirement]:
    """What a sentence keeps out, each kind of people by itself: 公务员和已退休的人员."""
    shared = requirement_of(clause, span, text).exceptions
    own = requirement_of(clause, span, who)
    kinds = with_head(_AND.split(who))
    if len(kinds) < 2 or any(len(k) < 2 for k in kinds) or len(who) > 80:
        return [replace(own, node=excluding(own.node), exceptions=shared)]
    behind = tuple(e for e in shared if not any(f"({e}" in k for k in kinds))  # of no one kind alone
    each = (requirement_of(clause, span, k) for k in kinds)
    return [replace(r, node=excluding(r.node), exceptions=(*r.exceptions, *behind)) for r in each]


def excluding(node: Node) -> Node:
    """A tree that keeps somebody out: a degree in it is that very degree, 中专学历人员不得报考."""
    if isinstance(node, Tree):
        return replace(node, parts=tuple(excluding(p) for p in node.parts))
    plain = node.attribute is Attribute.EDUCATION and not re.search(r"以[上下]", node.words)
    return replace(node, operator="==") if plain else node


_SOME = re.compile(r"(?:对于?|凡)?(?P<who>[^,]{4,40}?(?:人员|者|人才|企业|单位|的)),(?P<what>.{4,})")


def _of_some(clause: int, span: Span, text: str) -> Requirement:
    """What is demanded, and of whom where the sentence names some: 对于先工作后取得学历的人员，须…."""
    some = _SOME.fullmatch(text)
    if some is None or _APPLICANT.match(text):
        return requirement_of(clause, span, _subjectless(text))
    return Requirement(clause, span, read_node(some["what"]), given=read_node(some["who"]))


# 有以下情况的不能申请 above the list of them.
_REFERRING = re.compile(
    r"(?:凡|有|存在|属于|符合)*(?:以下|下列|上述)[^,]{0,4}(?:情况|情形|条件|行为|人员)(?:之一)?"
)


def _excluded(text: str) -> str:
    """Whom a sentence keeps out; `""` where it does not, or where it sanctions conduct."""
    match = _EXCLUDES.match(text)
    if match is None or _CONDUCT.search(text):
        return ""
    who = match["who"] or match["out"] or match["other"] or match["failed"] or match["named"] or ""
    who = _untitled(who)
    if _REFERRING.fullmatch(who.strip(",的")):
        return ""
    described = match["who"] is None or re.search(r"(?:的|者|人员|人|生|户|证书?|项目)[,]?$", who.strip(","))
    return re.sub(r"(?:的|者)?[,]?$", "", who) if described else ""


def _subjectless(text: str) -> str:
    """A sentence without 申请人须 at its beginning."""
    return re.sub(
        r"^(?:申请|申报|报名|报考|应聘|参赛|借款)(?:人员?|者)(?:须|应当?|必须|需)?(?:为|是)?(?=.{4})",
        "",
        text,
    )


def _untitled(text: str) -> str:
    """A sentence without the words up to a colon that name whom it is about."""
    return re.sub(r"^[^,:]{2,20}:", "", text)


def _typed(text: str) -> bool:
    return any(x.attribute is not Attribute.OPEN for x in leaves_of(read_node(text)))


def requirement_of(clause: int, span: Span, text: str) -> Requirement:
    """What `text`, folded, demands, without the exceptions in brackets."""
    exceptions = tuple(re.findall(r"\(([^()]*?)(?:者|的|人员)?(?:除外|不在此限|不受此限|例外)\)", text))
    body = _without_matter(re.sub(r"\([^()]*?(?:除外|不在此限|不受此限|例外)\)", "", text))
    outside = re.search(r"[,;](?:但|其中)?([^,;]{2,40}?)(?:者|的|人员)?(?:除外|不在此限|不受此限|例外)", body)
    if outside:
        exceptions = (*exceptions, outside[1])
        body = body[: outside.start()] + body[outside.end() :]
    if one_sex := _OF_ONE_SEX.match(body.strip("。;,")):
        return Requirement(clause, span, read_node(one_sex["what"]), exceptions, _sex(one_sex["sex"]))
    given = next(
        (m for p in (_GIVEN, _TIER, _OF_APPLICANTS, _OF_PEOPLE) if (m := p.fullmatch(body.strip("。;,")))),
        None,
    )
    if given and not _RELAXES.search(body):
        what = re.sub(r"^(?:还|另|则|也|其|应(?:当|(?!届))|须|必须)+", "", given["what"])
        return Requirement(clause, span, read_node(what), exceptions, read_node(given["who"]))
    return Requirement(clause, span, read_node(body), exceptions)


def _without_matter(text: str) -> str:
    """A condition without the words before its first stop that only name what it is about: 年龄要求。"""
    first, _, rest = text.partition("。")
    return rest if rest.strip() and names_matter(first) else text


# 营业收入5000万元以下的，5%以上: a bound for whom another describes.
_TIER = re.compile(
    r"(?P<who>[^,;]{4,40}的),(?P<what>(?:达到|不低于|不少于|不超过|须)?\d[^,;]{0,12}(?:以上|以下|以内)?)"
)
# 中职在读学生，须为应届毕业生: of the people named first alone.
_OF_PEOPLE = re.compile(
    r"(?!(?:申请|申报|申领|报名|报考|应聘|参赛|参评|借款))(?P<who>[^,;:]{2,30}(?:[\u4e00-\u9fff]生|人员|居民|企业|家庭|职工|教师|军人|子女|儿童)),?"
    r"(?P<what>(?:须|应(?:当|(?!届))|必须)(?:为|是|具有|具备|持有?|在|年满|满|达到|符合).{2,})"
)
# 单身申请人须年满25周岁: of one kind of applicants alone.
_OF_APPLICANTS = re.compile(
    r"(?P<who>(?!主|共同|本|各|该|全体)[^,;:\d]{2,10})(?:申请人|申请者|报考者|申报人)(?P<what>(?:还|也)?(?:须|应(?:当|(?!届))|必须).{2,})"
)
_RELAXES = re.compile(r"放宽|延长|提高到|降低到")
