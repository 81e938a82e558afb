"""What a sentence demands by its form, wherever it stands: X的，须Y; 只发给X; X的，方可…."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus import patterns as re
from corpus.conditions.conditions import Attribute, GroupKind, Leaf, Node, Requirement, leaves_of
from corpus.conditions.demanded import (
    APPLICANT,
    GIVEN,
    is_typed,
    of_some,
    requirement_of,
    subjectless,
    untitled,
)
from corpus.conditions.exclusions import excluded, kept_out
from corpus.conditions.formal import ACTS, NO_WAY_IN
from corpus.conditions.not_demanded import CONDUCT, DUTY, HANDING, LATER
from corpus.conditions.requirements import exactly, read_node
from corpus.conditions.stated import states_openly
from corpus.notice import Span
from corpus.rules.admissions import GIVES, GRANTED, NAMED_LAST

__all__ = ["DEFINES", "Demand", "by_form"]


@dataclass(frozen=True, slots=True)
class Demand:
    """What one sentence asks: `all` demands it, `none` keeps out whoever meets it, `any` is one way in.

    `of_all` marks one that names the applicants as such or says to whom something is confined.
    """

    kind: GroupKind
    requirement: Requirement
    of_all: bool = False


_SUBJECT = re.compile(
    r"(?:申请|申报|申领|报名|报考|应聘|参赛|参评|借款|办证|捐助)(?:人员?(?!数)|者|对象|单位|企业|家庭)|本人"
)
_ONLY = re.compile(r"(?P<what>.{6,120}?)的?,?(?:方可|方能|才能|才可以?|方予)(?!开考|交卷|离场|退场)")

_LIMITS = re.compile(
    r"(?:只(?!有[^,]{2,20}的,|[缴交需要能])|仅|(?<![有期年时权上下局极无不])限)(?:限于?|发给|面向|供|对|受理|接受|招收?|资助|补贴)?(?P<what>[^,]{4,60})"
)
# 初中毕业的，仅限农业户籍: confined for those alone.
_LIMITED = re.compile(r"(?P<who>[^,]{2,40}的),(?:仅|只)限于?(?P<what>[^;]{4,})")

# 本细则所称老旧电梯，是指投入使用满15年的电梯: what is no such thing is not what the notice is about.
DEFINES = re.compile(r"本[^,]{1,8}所称(?:的)?[^,]{2,20},?(?:是指|指|为)(?P<what>.{6,})")


# 申报电工的，还须持有特种作业操作证: a paper that only some must hold, of a kind of its own.
_HOLDS = re.compile(
    r"(?:须|应当?|必须|需要?)(?:已|同时|先)?(?:持有?|取得|获得|具有|具备|通过|完成|参加)[^,;]{2,30}(?:证书?|资格|许可|执照|考试|培训|考核|鉴定)"
)


# 70周岁以上报名须由亲属签字: of those alone who are so old.
_AGED = re.compile(
    r"(?P<who>[^,;]{0,6}\d{1,3}周?岁(?:\([^()]{1,4}\))?以[上下])(?:的?(?:老年?人|人员|学员|居民|参赛者|儿童|未成年人))?(?:申请|报名|参加|参赛|办理|入场|入学)?"
    r"(?:的|者)?,?(?:还|另|均|都)?(?:须|应当?(?!届)|需|必须)(?P<what>(?:由|提供|提交|签订|出具|经|有|持)[^;]{2,})"
)
_EACH = re.compile(r"(?:各个?|所有|全部)(?:级别|等级|级|类别)(?=的?$)")  # 申报电工各级别的


# 高血压患者经医生书面同意后，可以参加: of those alone whom it names first, a paper that others give.
_LET_IN_ONCE = re.compile(
    r"(?P<who>(?!申[请报领]人|报[名考]|本人|参[赛加]|应聘)[^,;]{2,24}?(?:患者|人员|[者人户生的]|儿童|子女|企业|单位|家庭)),?"
    r"(?P<what>(?:须|应当?|必须)?(?:经|取得|持有?|凭|提供|提交|有|征得)[^,;]{0,20}?(?:同意|书面意见|证明|诊断|评估|鉴定|许可|签字|陪同|意见书?)[^,;审批核公]{0,4}?)(?:之?后|的),?"
    r"(?:方|才|也|仍)?可(?:以)?(?:办理|申[请报领]|报名|报考|参加|参赛|入场|入园|入馆|购买|预约|进入|享受|借)[^,;]{0,14}"
)


_ONE_CASE = re.compile(r",(?=[^,;]{4,40}的,)")  # 甲的，须乙，丙的，丁: what follows is of another case


# 须在发证之日起12个月内申领，超过的不予受理: how soon somebody has to apply.
_IN_TIME = re.compile(
    r"(?:(?P<of>[^,;]{2,24}的),)?(?:[^,;]{2,16}?)?(?:须|应当?(?!届)|必须)(?P<when>(?:在|自|于)[^,;]{2,40}?(?:起|后)[\d一二三四五六七八九十]{1,3}(?:年|个月|日|天)(?:之?内))"
    r"(?:向[^,;]{2,16})?(?:提出)?(?:申领|申请(?!人)|申报|提出)[^,;]{0,8}(?:,(?:逾期|超过)[^;]*)?"
)


_OTHER_DAY = re.compile(r"\([^()]*(?:为|自|从)[^()]*日\)")
_ASIDE = re.compile(r"\([^()]*\)")


def _too_late(timely: Requirement) -> list[Demand]:
    """Whom it keeps out that something has to be done in time; who is in time has no more by that."""
    leaf = timely.node
    if not isinstance(leaf, Leaf) or leaf.operator not in _PAST:
        return []
    return [Demand(GroupKind.NONE, replace(timely, node=replace(leaf, operator=_PAST[leaf.operator])))]


_PAST = {"<=": ">", "<": ">="}


def _asks(what: str) -> bool:
    return _HOLDS.search(what) is not None or states_openly(what)


def by_form(clause: int, span: Span, text: str, lets_in: bool) -> list[Demand]:
    """The demands that a sentence makes by its form; the first form that it has counts."""
    if (defined := DEFINES.fullmatch(text)) is not None:
        what = defined["what"]
        return [Demand(GroupKind.ANY, requirement_of(clause, span, what))] if is_typed(what) else []
    if (aged := _AGED.fullmatch(text)) is not None:
        return [_of_those(clause, span, aged["what"], read_node(aged["who"]))]
    if (once := _LET_IN_ONCE.fullmatch(text)) is not None:
        return [_of_those(clause, span, once["what"], read_node(once["who"]))]
    if (timely := _IN_TIME.fullmatch(text)) is not None:
        if _OTHER_DAY.search(timely["when"]):
            return []  # from another day for some: no one bound
        late = requirement_of(clause, span, _ASIDE.sub("", timely["when"]))
        return _too_late(replace(late, given=read_node(timely["of"])) if timely["of"] else late)
    only = _ONLY.match(text)
    if only and not CONDUCT.search(text):
        of_all = _SUBJECT.match(text) is not None
        return [Demand(GroupKind.ALL, of_some(clause, span, only["what"]), of_all)]
    if (granted := GRANTED.search(text) or GIVES.search(text)) is not None:
        if NO_WAY_IN.match(granted[0]):
            return []
        kind = granted.groupdict().get("kind")  # the noun belongs to whom the sentence describes
        return _way_of(clause, span, text[: granted.end("kind") if kind else granted.start()], lets_in)
    if who := excluded(text):
        return [Demand(GroupKind.NONE, r) for r in kept_out(clause, span, who, text)]
    given = GIVEN.match(text)
    asks = given is not None and (is_typed(given["what"]) or (lets_in and _asks(given["what"])))
    what = _ONE_CASE.split(given["what"], maxsplit=1)[0] if given else ""
    done = HANDING.search(what) or DUTY.search(what) or ACTS.match(what)
    done = done or (given and LATER.match(given["who"]))
    if given and asks and not done:
        what = re.sub(r"^(?:还|另|则|也|其)*(?:应当?(?!届)|须|必须)(?=.{2})", "", what)
        return [_of_those(clause, span, what, read_node(_EACH.sub("", given["who"])))]
    return _of_applicants(clause, span, text, lets_in) or _confined(clause, span, text)


def _way_of(clause: int, span: Span, described: str, lets_in: bool) -> list[Demand]:
    """The way in for those whom a sentence describes before it says what they may do."""
    who = NAMED_LAST.sub("", described)
    typed = sum(x.attribute is not Attribute.OPEN for x in leaves_of(read_node(who)))
    way = Demand(GroupKind.ANY, requirement_of(clause, span, untitled(who)))
    return [way] if typed >= (1 if lets_in else 2) else []


def _of_those(clause: int, span: Span, what: str, given: Node) -> Demand:
    """What is demanded of those alone who meet `given`."""
    return Demand(GroupKind.ALL, Requirement(clause, span, read_node(what), given=given))


# 企业在3月底前须取得…: the kind of applicants alone, where it is said who may apply.
_KIND_NAMED = re.compile(
    r"(?:企业|单位|机构|合作社|家庭|学员|考生|队伍|选手)(?:在|于|还|均|都|须|应(?!届)|必须)"
)


# 市总工会举办第五届竞赛，参赛选手须…: what is held or opened, before what is asked of those who take part.
_HELD = re.compile(r"^[^,;:]{2,40}(?:举办|开展|启动|组织|举行|实施|推出|开设)[^,;:的]{2,40},(?=[^,;]{2,})")
_MUST_HAVE = re.compile(
    r"(?:须|应当?(?!届)|必须)(?:已|已经|同时)?(?:取得|获得|具有|具备|持有|属于|列入|纳入|完成)"
)


def _of_applicants(clause: int, span: Span, text: str, lets_in: bool) -> list[Demand]:
    """What a sentence demands that names the applicants as such: 申请人须…."""
    text = _HELD.sub("", text)
    duty = not lets_in and DUTY.search(text)
    by_kind = lets_in and _KIND_NAMED.match(text) and _MUST_HAVE.search(text)
    if HANDING.search(text) or not (by_kind or (APPLICANT.match(text) and is_typed(text) and not duty)):
        return []
    return [Demand(GroupKind.ALL, requirement_of(clause, span, subjectless(text)), True)]


# 游泳、跳水：每人480元，限7周岁以上: of those who apply for what the sentence is titled by, with its price.
_OF_THING = re.compile(r"(?P<thing>[^,;:。\d的]{2,14}):(?=[^;]*\d[^,;]*[元名人],)")
_GRADED_BOUND = re.compile(r"[^,;\d]{1,8}以[上下内]")  # 三年级以上


def _confined(clause: int, span: Span, text: str) -> list[Demand]:
    """To whom something is confined, of some or of all: 初中毕业的，仅限农业户籍; 只发给X."""
    some, limit = _LIMITED.match(text), _LIMITS.search(text)
    if some and is_typed(some["what"]):
        return [_of_those(clause, span, some["what"], exactly(read_node(some["who"])))]
    of_thing = _OF_THING.match(text)
    if limit and of_thing and (is_typed(limit["what"]) or _GRADED_BOUND.fullmatch(limit["what"])):
        given = Leaf(Attribute.OPEN, "is", None, "", f"报名{of_thing['thing']}班次")
        return [_of_those(clause, span, limit["what"], given)]
    if limit and is_typed(limit["what"]):
        return [Demand(GroupKind.ALL, requirement_of(clause, span, limit["what"]), True)]
    return []
