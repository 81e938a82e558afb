"""The words of a demand to what it requires, of whom, and with which exceptions."""

from __future__ import annotations

from dataclasses import replace

from corpus import patterns as re
from corpus.conditions.conditions import Attribute, Leaf, Requirement, leaves_of
from corpus.conditions.enclosed import parts_outside
from corpus.conditions.matters import titles_matter
from corpus.conditions.one_sex import OF_ONE_SEX, of_sex
from corpus.conditions.people import aim_of_kinds
from corpus.conditions.requirements import exactly, read_node
from corpus.notice import Span

__all__ = [
    "APPLICANT",
    "FOLLOWS",
    "GIVEN",
    "but_for",
    "is_typed",
    "of_some",
    "requirement_of",
    "stated_of_some",
    "still_let_in",
    "subjectless",
    "untitled",
]

GIVEN = re.compile(
    r"(?P<who>[^,]{2,50}?的),?(?:除[^,;]{2,24}外,)?(?P<what>(?:还|另|则|也|其|本人|申请时)*(?:应(?:当|(?!届))|须|必须|需(?!求|要[,;])要?|要(?!求)|不低于|不高于|不少于|不超过|年龄).{2,})"
)
# 申请人须…; X的，方可…: demanded wherever it stands.
APPLICANT = re.compile(
    r"(?:申请人?|申报人?|申领人?|报名(?!人数)人?|报考(?!人数)人?|应聘人?|参赛人?|参评人?|借款人?|办证人?|捐助人?|志愿)(?:及其配偶|人员|者|对象|单位|企业|家庭|员)?[^,]{0,20}?(?:须|应|必须|需|要求|没有|年龄|不得少于)"
)

# …的，建议…; …的，取消…: what follows for some, and no demand on all.
FOLLOWS = re.compile(r"^[^,;]{3,60}的,(?P<rest>.+)$")


def stated_of_some(clause: int, span: Span, text: str) -> Requirement:
    """What a sentence states, and of whom: 车辆报废的，6个月内申请更新 binds those alone."""
    follows = FOLLOWS.match(text) or _OF_KIND.match(text)
    if follows is None or _EXCEPT.search(text):
        return requirement_of(clause, span, text)
    who, rest = text[: follows.start("rest")].rstrip(","), follows["rest"]
    return Requirement(clause, span, read_node(rest), given=read_node(who))


# 实习指导教师为大专以上: a bound on one kind of people.
_OF_KIND = re.compile(
    r"^[^,;为]{2,16}(?:人员|者|教师|岗位?|职工|学生|人才)为(?P<rest>[^,;]{2,20}以[上下内].*)$"
)
_EXCEPT = re.compile(r"除外|例外|不在此限|不受此限")

_SOME = re.compile(r"(?:对于?|凡)?(?P<who>[^,]{2,40}?(?:人员|者|人才|企业|单位|的)),(?P<what>.{4,})")


def of_some(clause: int, span: Span, text: str) -> Requirement:
    """What is demanded, and of whom where the sentence names some: 对于先工作后取得学历的人员，须…."""
    some = _SOME.fullmatch(text)
    if some is None or APPLICANT.match(text):
        return requirement_of(clause, span, subjectless(text))
    return Requirement(clause, span, read_node(some["what"]), given=read_node(some["who"]))


def subjectless(text: str) -> str:
    """A sentence without 申请人须 at its beginning."""
    return re.sub(
        r"^(?:申请|申报|报名|报考|应聘|参赛|借款)(?:人员?|者)(?![及和与、])(?:须|应当?|必须|需)?(?:为|是)?(?=.{4})"
        r"|,?(?:二者|两者|三者|以上)(?:具备|满足|符合|居)?其一(?:即可|者)?$",
        "",
        text,
    )


def untitled(text: str) -> str:
    """A sentence without the words up to a colon that name whom it is about."""
    return re.sub(r"^[^,:]{2,20}:", "", text)


def is_typed(text: str) -> bool:
    """Whether anything that a text demands is of a kind that can be checked."""
    graded = GRADED.search(text) is not None
    return graded or any(x.attribute is not Attribute.OPEN for x in leaves_of(read_node(text)))


# 普通话不低于二级乙等: a grade that is ordered by its own name.
GRADED = re.compile(
    r"(?:不低于|不得低于|达到|取得|具有|具备|须为|应为)[^,;。、]{0,8}[一二三]级[甲乙]等|[一二三]级[甲乙]等(?:及其?|或)?以上"
)


# …，但家庭遭受灾害的，可以再次申请: whom the demand before does not bind.
_BUT_MAY = re.compile(
    r"[,;。]?但是?,?(?:对于?)?(?P<who>[^,;。]{2,40}?(?:的|者|人员|[学考新]生|毕业生|家庭|职工|军人|居民|企业|单位|人))(?<!申请人),?(?:仍|也|均|都|则)*(?:可以|可(?!以)|允许|准予)"
    r"(?!能|以下|(?:适当|再)?(?:放宽|延长|缩短|降低|提高|减|免|优先|提前|推迟))[^,;。]{2,30}[。;]?$"
)


def but_for(text: str) -> tuple[str, str]:
    """A sentence without what it lets some do all the same, and who they are; `""` for nobody."""
    found = _BUT_MAY.search(text)
    return (text[: found.start()], _who_of(found)) if found and found.start() >= 2 else (text, "")


def still_let_in(text: str) -> str:
    """Whom a sentence of its own lets in all the same: 但家庭遭受灾害的，可以再次申请; `""` for nobody."""
    found = _BUT_MAY.fullmatch(text)
    return _who_of(found) if found else ""


def _who_of(found: re.Match[str]) -> str:
    return re.sub(r"(?<=.{2})(?:的|者|人员)$", "", found["who"])


def requirement_of(clause: int, span: Span, text: str) -> Requirement:
    """What `text`, folded, demands, without those whom it excepts or lets in all the same."""
    text, freed = but_for(text)
    found = _requirement_of(clause, span, text)
    return replace(found, exceptions=(*found.exceptions, freed)) if freed else found


def _requirement_of(clause: int, span: Span, text: str) -> Requirement:
    exceptions = tuple(re.findall(r"\(([^()]*?)(?:者|的|人员)?(?:除外|不在此限|不受此限|例外)\)", text))
    body = _without_matter(re.sub(r"\([^()]*?(?:除外|不在此限|不受此限|例外)\)", "", text))
    if listed := _BUT_LISTED.search(body):
        exceptions = (*exceptions, *(w for w in parts_outside(_BETWEEN, listed["what"]) if len(w) > 1))
        body = body[: listed.start()] + body[listed.end() :]
    outside = _BUT_FOR.search(body) or _OUTSIDE.search(body)
    if outside:
        exceptions = (*exceptions, outside[1])
        body = body[: outside.start()] + body[outside.end() :]
    for harmless in _HARMLESS.finditer(body):
        exceptions = (*exceptions, harmless["what"])
    body = _HARMLESS.sub("", body)
    if apart := _APART_FROM.search(body):
        exceptions = (*exceptions, apart["what"])
        body = body[: apart.start()] + body[apart.end() :]
    if one_sex := OF_ONE_SEX.match(body.strip("。;,")):
        return Requirement(clause, span, read_node(one_sex["what"]), exceptions, of_sex(one_sex["sex"]))
    if aim := aim_of_kinds(body):
        return Requirement(
            clause, span, read_node(body), exceptions, Leaf(Attribute.OPEN, "is", None, "", aim)
        )
    body = _IN_CASE.sub("", body)
    given = next(
        (m for p in _OF_SOME if (m := p.fullmatch(body.strip("。;,")))),
        None,
    )
    if given and not _RELAXES.search(body):
        what = re.sub(r"^(?:还|另|则|也|其|应(?:当|(?!届))|须|必须)+", "", given["what"])
        return Requirement(clause, span, read_node(what), exceptions, exactly(read_node(given["who"])))
    return Requirement(clause, span, read_node(body), exceptions)


# 有未结清的贷款。但下列贷款不计：助学贷款、住房贷款: each of what is listed.
_BUT_LISTED = re.compile(
    r"[,;。]但(?:是)?(?:下列|以下)[^,;:。]{0,8}(?:不计|不算|除外|不在此限|不受此限|不予计算)[^,;:。]{0,4}:(?P<what>[^。;]+)"
)
_BETWEEN = re.compile(r"(?:,?(?:以及|和)|、)")
# 但因大病申请，且余额足够的除外: all that is said behind 但.
_BUT_FOR = re.compile(r"[,;。]但([^;。但]{2,60}?)(?:者|的|人员)?(?:除外|不在此限|不受此限|例外)")
_OUTSIDE = re.compile(r"[,;](?:但|其中)?([^,;]{2,40}?)(?:者|的|人员)?(?:除外|不在此限|不受此限|例外)")
# 第四条第（十）项情形中，…: where what follows is demanded.
_IN_CASE = re.compile(
    r"^(?:属于|符合|有)?(?:本办法)?第[一二三四五六七八九十\d]+条(?:第\(?[一二三四五六七八九十\d]+\)?[款项])*(?:规定的?)?情形(?:中|下|的)?,"
)
# 轻度近视不影响报名, behind what must not be.
_HARMLESS = re.compile(
    r"(?<=[。;])(?P<what>[^,。;]{2,24}?)(?:者|的|人员)?,?(?:一般|均|都)?不(?:影响|妨碍)(?:报[考名]|申[请报领]|录[取用]|聘用|办理|参加|认定|享受|参军|入伍|入学)[^,。;]{0,4}"
)
# 除助学贷款和5万元以下消费贷款以外，没有其他贷款: what is left out of what must not be.
_APART_FROM = re.compile(
    r"除(?P<what>[^,;。除]{2,60}?)(?:以外|之外|外),?"
    r"(?=(?:还|均|都)?(?:没有|无|未|不)|[^,;。\d]{0,16}?(?:没有|无|未有|不(?:存在|具有|持有|拥有))(?:其[他它]|别的|任何))"
)


def _without_matter(text: str) -> str:
    """A condition without the words before its first stop that only name what it is about: 年龄要求。"""
    first, _, rest = text.partition("。")
    return rest if rest.strip() and titles_matter(first) else text


# 营业收入5000万元以下的，5%以上: a bound for whom another describes.
_TIER = re.compile(
    r"(?P<who>[^,;]{4,40}的),(?P<what>(?:达到|不低于|不少于|不超过|须)?\d[^,;]{0,12}(?:以上|以下|以内)?)"
)
# 收入小于5000万元的企业，比例不低于5%: a bound for those whom another describes, by what they are.
_TIER_OF_KIND = re.compile(
    r"(?P<who>[^,;]*\d[万亿]?(?:元|%|人|名|户|亩|平方米)[^,;]{0,8}的[^,;]{0,6}?(?:企业|单位|家庭|人员|个人|机构|农户)),(?P<what>[^,;\d]{0,8}(?:不低于|不超过|不少于|不高于|达到)[^,;\d]{0,10}\d[^,;]*)"
)
# 中职在读学生，须为应届毕业生: of the people named first alone.
_OF_PEOPLE = re.compile(
    r"(?!(?:申请|申报|申领|报名|报考|应聘|参赛|参评|借款))(?P<who>[^,;:]{1,30}(?:[\u4e00-\u9fff]生|(?<![人成职学社])员|(?<=[\u4e00-\u9fff]{2})(?<!参赛)(?<!大赛)(?<!本次)(?<!本届)(?<!报名)(?:志愿者|选手|队员|学员|爱好者)|人员|居民|企业|家庭|职工|教师|军人|子女|儿童)),?"
    r"(?P<what>(?:须|应(?:当|(?!届))|必须)(?:为|是|具有|具备|持有?|在|年满|满|达到|符合|能够?|会|熟练|掌握|取得|通过|征得|经).{2,})"
)
# 应聘小学教师岗位人员，学历须达到专科: of those alone who apply for one of several posts.
_OF_POST = re.compile(
    r"(?P<who>(?:申报|报考|应聘|申请|竞聘)[^,;:\d]{2,16}(?:岗位|职位|专业|学校|教师|园)[^,;:\d]{0,4}(?:人员|者|的|考生)?),?其?"
    r"(?P<what>(?:学历|年龄|专业|普通话|户籍)?[^,;:]{0,4}(?:须|应当?(?!届)|必须|需要?|要)(?:达到|为|是|具有|具备|持有?|在|满|有)?.{2,})"
)
# 讲解岗年龄不超过40周岁: of those who apply for that post.
_POST_OF_ITS_OWN = re.compile(
    r"(?P<who>(?!本|各|该|其|所|招聘|应聘|报考|申报|申请|报名|同一|全部|以上|上述|初级|中级|高级|在)[^,;:\d事]{2,16}(?:岗位?|职位|组|(?<![人成职学社])员)),?的?"
    r"(?P<what>(?:还|另|均|都)?(?:须|应当?(?!届)|必须)(?:持有|具有|取得|具备|通过)[^;:]{2,}|(?:年龄|学历|普通话|身高|专业|职称|视力)[^,;:]{0,6}(?:不超过|不低于|不少于|须|应当?(?!届)|要求|限|达到|为|在|\d).{1,})"
)
# 单身申请人须年满25周岁: of one kind of applicants alone.
_OF_APPLICANTS = re.compile(
    r"(?P<who>(?!主|共同|本|各|该|全体)[^,;:\d]{2,10})(?:申请人|申请者|报考者|申报人)(?P<what>(?:还|也)?(?:须|应(?:当|(?!届))|必须).{2,})"
)
# 单亲母亲不受户籍限制，但须持有居住证: of those alone who are freed.
_FREED_BUT = re.compile(
    r"(?P<who>[^,;]{2,40}?)(?:者|的)?(?:可以?)?不受[^,;]{1,16}限制,但?是?(?P<what>(?:还|仍|应|另)*(?:须|应当?(?!届)|必须|需要?).{2,})"
)
# 具有本市户籍的职工，账户封存须满24个月: of those alone who are so described.
_HAVING = re.compile(
    r"(?P<who>(?:具有|持有|属于|非)[^,;:]{2,24}(?:的[^,;:的]{1,8}|人员|居民|家庭)),(?P<what>[^,;:的]{2,12}(?:须|应当?(?!届)|必须)[^;:]{2,})"
)
# 境外学历须经认证: of those alone who hold such a paper.
_FOREIGN = re.compile(
    r"(?P<who>(?:境外|国外|海外|国\(境\)外|港澳台|外省|异地)[^,;:]{0,8}?(?:学历|学位|证书|资格)(?:人员|者|的)?),?(?P<what>(?:还|均|都)?(?:须|应当?(?!届)|必须|需).{2,})"
)
_OF_SOME = (
    GIVEN,
    _FOREIGN,
    _TIER,
    _TIER_OF_KIND,
    _OF_APPLICANTS,
    _OF_PEOPLE,
    _OF_POST,
    _POST_OF_ITS_OWN,
    _FREED_BUT,
    _HAVING,
)
_RELAXES = re.compile(r"放宽|延长|提高到|降低到")
