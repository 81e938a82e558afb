"""The kinds of people that a sentence lists, and the noun that they share."""

from __future__ import annotations

from corpus import patterns as re
from corpus.conditions.enclosed import marks_outside, parts_outside

__all__ = ["aim_of_kinds", "kinds_by_name", "kinds_of_people", "names_people", "papers_listed", "with_head"]

_PEOPLE = re.compile(
    r"(?:人员|军人|学生|毕业生|新生|农民工?|人口|者|户|家庭|对象|妇女|青年|残疾人|老人|老年人|儿童|子女|企业|单位|机构|组织|合作社|居民|职工|教师|高校|医院|士兵|医生|护士|干部|村民|员工|家属|孤儿|运动员|党员|会员|队员|学员|考生|选手|旅客|乘客|股东)$"
)


_STOP = re.compile("[,;]")
_AND = re.compile("、|以及|和")
_COMMA = re.compile("、")
_BRACKET = re.compile(r"\([^()]*\)$")  # 残疾人家庭学生（以证件为准）


def names_people(text: str) -> bool:
    """Whether a text ends in whom it describes: 连续失业1年以上人员."""
    plain = _BRACKET.sub("", text.strip("。;"))
    return _PEOPLE.search(plain) is not None or plain.endswith(("成员", "研究生", "公民"))


def kinds_of_people(text: str) -> list[str]:
    """The kinds of applicants that a sentence lists, of which one has to be one; [] where it lists none."""
    listed = _LISTED.fullmatch(text.strip("。"))
    text = listed["kinds"] if listed else text
    if any(marks_outside(_STOP, text)):
        return []
    kinds = with_head([k for k in parts_outside(_AND, text.strip("。")) if k])
    return kinds if len(kinds) > (1 if listed else 2) and all(map(names_people, kinds)) else []


# 下列人员之一：甲、乙、丙: what is listed behind the colon.
_LISTED = re.compile(
    r"(?:属于|为|是|限|符合|面向)?(?:下列|以下)[^,:;。不]{0,8}(?:人员|对象|人群|家庭|学生|群体|单位|企业)(?:之一)?(?:(?:均|都)?可以?(?P<aim>(?:报考|申报|应聘|申请|选报|参加)(?!本|该|此)[^,:;。不]{2,12}(?:岗位?|职位|专业|组|班|类|计划|项目)))?[^,:;。不]{0,14}:(?P<kinds>[^:;。]+)"
)


def aim_of_kinds(text: str) -> str:
    """What the kinds that a sentence lists may apply for, where that is one thing of several."""
    listed = _LISTED.fullmatch(text.strip("。;"))
    return (listed["aim"] or "") if listed and kinds_of_people(text) else ""


_HEAD = re.compile(r"(?:工作人员|从业人员|(?:引进的)?人才|患者|学生|毕业生|职工|教师)(?:的)?$")
_NAMED_BY_PLACE = re.compile(
    r"(?:机关|单位|企业|高校|学校|医院|机构|团体|部门|公司|部队|病|血压|期间|学籍|休学)$"
)


def with_head(kinds: list[str]) -> list[str]:
    """Kinds of people that share the noun behind the last: 机关、事业单位工作人员 are staff of either."""
    head = _HEAD.search(kinds[-1]) if kinds else None
    if head is None:
        return kinds
    return [*(f"{k}{head[0]}" if _NAMED_BY_PLACE.search(k) else k for k in kinds[:-1]), kinds[-1]]


# 经认定的就业困难人员，包括：…；…: the kind by its name, or any kind listed.
_INCLUDES = re.compile(
    r"(?P<name>[^,:;]{4,30}(?:人员|对象|家庭|企业|学生|人才|者)),?(?:包括|含|指|是指):?(?P<kinds>[^。]+;[^。]+)"
)


# 就业困难人员：女年满40周岁的；残疾人；零就业家庭成员: what is of the kind stands behind the colon.
_OF_KIND = re.compile(r"(?P<name>[^,:;]{2,24}(?:人员|对象|家庭|企业|人才)):(?P<kinds>[^。]+;[^。]+)")


# 常住人员，包括本市户籍居民、驻军，以及持有居住证的人员: each kind is of them.
_INCLUDES_IN_LINE = re.compile(
    r"(?P<name>[^,:;]{4,30}),(?:包括|指|是指):?(?P<kinds>[^;。]+?)(?:,[^,;。]{2,12}不计[^,;。]*)?"
)
_LAST_KIND = re.compile(",?(?:以及|和)")


def _included_in_line(text: str) -> list[str]:
    match = _INCLUDES_IN_LINE.fullmatch(text)
    kinds = [k for half in _LAST_KIND.split(match["kinds"]) for k in half.split("、")] if match else []
    if match is None or len(kinds) < 2 or not all(map(names_people, kinds)):
        return []
    return [match["name"], *kinds] if names_people(match["name"]) else kinds


def kinds_by_name(text: str) -> list[str]:
    """The kinds that a sentence says somebody may be, the name of them all first; [] where it lists none."""
    text = text.strip(";")
    if kinds := _included_in_line(text):
        return kinds
    included = _INCLUDES.fullmatch(text)
    match = included or _OF_KIND.fullmatch(text)
    kinds = [k for k in match["kinds"].split(";") if len(k) >= 2] if match else []
    listed = match is not None and (included is not None or all(names_people(k) for k in kinds))
    return [match["name"], *kinds] if match and listed else []


_LAST_OR = re.compile(r"(?:或者?|或是)(?=[^、,;]*$)")
_PAPER = re.compile(
    r"(?:学历|学位|职称|职务|证书?|资格|毕业生|研究生|本科生|博士|硕士|技师|高级工)(?:\([^()]*\))?$"
)

# 硕士研究生、副高级职称人员、高级技师: who holds one of papers on different scales.
_HOLDER = (
    r"(?:(?:全日制|普通高校|其他)*(?:博士|硕士|本科|专科)(?:研究生|毕业生|生)?|(?:正|副)?[高中初]级职称(?:人员)?"
    r"|(?:高级)?技师|[高中]级工)"
)
_STANDINGS = re.compile(rf"{_HOLDER}(?:、{_HOLDER})+")
_SCALES = re.compile("博士|硕士|本科|专科|职称|技师|级工")


def papers_listed(text: str) -> list[str]:
    """A row of papers whose last is joined by 或者: 硕士研究生、具有副高级职称或者高级技师; [] for none.

    Of two that only 或者 joins it is told elsewhere whether they are nouns of one demand.
    """
    text = re.sub(r"(?:的?人员|的|者)$", "", text.strip(",;"))
    last = _LAST_OR.search(text)
    if last is None and _STANDINGS.fullmatch(text) and len(set(_SCALES.findall(text))) > 1:
        return text.split("、")
    if last is None or re.search(r"[,;]", re.sub(r"\([^()]*\)", "", text)):
        return []
    pieces = [*parts_outside(_COMMA, text[: last.start()]), text[last.end() :]]
    row = len(pieces) > 2 or (len(pieces) == 2 and "(" in text)
    return pieces if row and all(len(p) > 1 and _PAPER.search(p) for p in pieces) else []
