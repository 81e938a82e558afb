"""Of whom and of what a clause speaks: its title, its section, the grades that it names."""

from __future__ import annotations

from corpus import patterns as re
from corpus.conditions.lead_kinds import ABOUT_CONDUCT
from corpus.conditions.schemes import aim_of, is_no_thing, scheme_sections
from corpus.conditions.unheaded import unheaded_conditions
from corpus.notice import ClauseKind, Notice
from corpus.once import once_per_notice

__all__ = [
    "audience_of",
    "bare_title",
    "in_section",
    "is_below_last_titled",
    "levels_in",
    "speaks_of_all",
    "title_of",
    "titled_by",
]

_SECTION = re.compile(
    r"条件|资格(?!证|认定|审|初审|复|预审|确认)|对象|范围|人群|面向|谁(?:可以|能)|哪些|什么人|什么样的|什么要求|满足什么|发给谁|[补奖]给谁|谁能[领报补]|哪些人能|能不能(?:报|申)|还须满足|申请人须|可以(?:申|报|参)|门槛"
)
# A heading that names one matter of which something is demanded: 3 学历, 考试与普通话.
_MATTERS = re.compile(
    r"[\W\d一二三四五六七八九十]*(?:[^，,。]{0,4}[与和及、])?(?:学历|学位|年龄|户籍|专业|资历|工作年限|普通话|身高|视力|健康|信用|纳税|社保)(?:[与和及、][^，,。]{0,4})?(?:要求|情况|水平|等级)?"
)
# 一级建造师, 二级医院: a class of something else is no grade.
_LEVEL = re.compile(
    r"([一二三四五])级(?!建造|注册|造价|消防|结构|建筑|教师|残|警|医院|运动|裁判|资质|保密|学科|甲等|以上医)/?|(初级工|中级工|高级工(?!程)|高级技师|(?<!预备)技师)"
)
_LEVEL_NAMES = {"初级工": "五", "中级工": "四", "高级工": "三", "技师": "二", "高级技师": "一"}


_ASKED = re.compile(r"^(?:问题?|[Qq])\s*\d*\s*[：:.、]?\s*")


# 2.谁能报？年满3周岁；…: a clause that asks and answers.
_OWN_QUESTION = re.compile(
    r"(?:[\W\d]|问|[Qq])*(?P<asked>[\u4e00-\u9fff，、]{4,30})[？?]\W*(?=[\u4e00-\u9fff\d].{6})"
)


def in_section(notice: Notice, index: int) -> bool:
    """Whether a clause stands in a section on conditions, by the nearest heading that tells."""
    clause = notice.clauses[index]
    own = notice.clause_text(index)
    if clause.kind is ClauseKind.HEADING and not clause.children and len(own) < 20:
        return False
    titled = re.match(r"[^：:。，]{2,8}(?=[：:。].{8})", own.removeprefix(clause.marker).strip())
    if titled and _SECTION.search(titled[0]):
        return not ABOUT_CONDUCT.search(titled[0])
    if asked := _OWN_QUESTION.match(own):
        return bool(_SECTION.search(asked["asked"])) and not ABOUT_CONDUCT.search(asked["asked"])
    for above in notice.ancestors(index):
        heading = _ASKED.sub("", notice.clause_text(above))
        heading = re.split(r"[。；：:]", heading, maxsplit=1)[0]
        if _SECTION.search(heading) or _MATTERS.fullmatch(heading):
            return not (ABOUT_CONDUCT.search(heading) or _LOSES.fullmatch(heading))
        named = title_of(notice, above) or bare_title(notice, above) or above in scheme_sections(notice)
        bare = heading.removeprefix(notice.clauses[above].marker).strip()
        if _NO_MATTER.search(bare) or (len(bare) > _MATTER and not named and not levels_in(heading)):
            return False
    if index in unheaded_conditions(notice):
        return True
    return clause.kind is ClauseKind.ITEM and clause.parent < 0 <= titled_by(notice)


_MATTER = 5  # characters of a heading that only says of what matter the conditions below it are: 思想品德
_NO_MATTER = re.compile(
    r"标准|金额|期限|时间|地点|待遇|名额|费用|收费|计划|说明|办法|监督|联系|咨询|考试|公示|审核"
)


# 哪些情况会注销、处罚: what becomes of those who are in already.
_LOSES = re.compile(
    r"(?!.*(?:申[请报领]|报名|报考)).*(?:注销|吊销|处罚|处分|罚款|收回|追回|退出|清退|终止|失效|追究|责任).*"
)
_OF_CONDITIONS = re.compile(r"(?:条件|资格)(?:如下)?[：:]?$")


@once_per_notice
def titled_by(notice: Notice) -> int:
    """The title of a notice that is one list of conditions, by what it is called: X招募条件; else -1.

    Its items stand below no heading of their own.
    """
    first = notice.clauses[0] if notice.clauses else None
    others = any(c.kind is ClauseKind.HEADING for c in notice.clauses[1:])
    if first is None or first.kind is not ClauseKind.HEADING or others:
        return -1
    return 0 if _OF_CONDITIONS.search(notice.clause_text(0).strip()) else -1


_TITLE = re.compile(
    r"(?P<title>(?:残疾人|毕业生|学生|新生|考生|居民|职工|军人|儿童|老人|老年人|农民工|教师|子女|企业|家庭|幼儿园|小学|初中|高中|中职|本科|专科|大专|中专|硕士|博士|研究生)(?=[。：:])|[^。；;：:,，]{2,24}(?:人员|人才|职工|居民|家庭|学生|毕业生|新生|考生|者|企业|单位|机构|户|军人|子女|老人|老年人|儿童|残疾人|农民工?|教师|类|级|组"
    r"|岗位?|奖励?|补贴|补助|津贴|资助|贷款|学校|幼儿园|小学|初中|高中|中职|个人|借款人|车辆?|[证卡票]))(?:[（(][^（()）]{2,40}[)）])?[。：:](?=.{4})"
)
# 本科：取得本专业本科学历…: a title that the clause demands is no title.
_DEGREE_TITLE = re.compile(
    r"(?P<degree>本科|专科|大专|中专|硕士|博士|研究生)[：:].{0,40}?(?P=degree)[^，,。；;]{0,16}(?:学历|学位|毕业)"
)


def title_of(notice: Notice, index: int) -> str:
    """The words before the first stop of a clause that name applicants or a thing applied for."""
    return _title_by_words(notice, index) or _names_beside(notice).get(index, "")


# 少儿书法班。…: the name of a thing, where what stands beside it is titled by its kind.
_SHORT_NAME = re.compile(r"(?P<title>[\u4e00-\u9fffA-Za-z]{2,12})(?P<stop>[。：:])(?=.{6})")


@once_per_notice
def _names_beside(notice: Notice) -> dict[int, str]:
    """The short names before the first stops of items beside which others are titled in the same way."""
    found: dict[int, str] = {}
    for clause in notice.clauses:
        items = [c for c in clause.children if notice.clauses[c].kind is ClauseKind.ITEM]
        named = {i: m for i in items if (m := _SHORT_NAME.match(_own_words(notice, i)))}
        stops = {named[i]["stop"] for i in named if _title_by_words(notice, i)}
        for i, match in named.items():
            thing = not (is_no_thing(match["title"]) or _NO_TITLE.search(match["title"]) or "的" in match[0])
            if match["stop"] in stops and thing:
                found[i] = match["title"]
    return found


def _own_words(notice: Notice, index: int) -> str:
    return notice.clause_text(index).removeprefix(notice.clauses[index].marker).strip()


def _title_by_words(notice: Notice, index: int) -> str:
    """The title of a clause that ends in a word for applicants or for a thing applied for."""
    node = notice.clauses[index]
    own = _own_words(notice, index)
    match = None if _DEGREE_TITLE.match(own) else _TITLE.match(own)
    title = match["title"] if match else ""
    stops = match is not None and own[match.end() - 1] == "。"
    describes = _STATES.match(title) or (not node.marker and _DESCRIBES.fullmatch(title))
    return "" if (stops and describes) or _NO_TITLE.search(title) else title


# 具有本市户籍、年满80周岁的老年人。: who may apply, and no title of what follows.
_STATES = re.compile(r"(?:答|[AaＡ])[：:]|(?:具有|具备|持有?|年满|凡|在(?!职|岗|校)|从事|\d{2}周?岁)")
_DESCRIBES = re.compile(r".{2,}的.{2,}|.{13,}")


def bare_title(notice: Notice, index: int) -> str:
    """The applicants that a clause names and nothing more, above what is demanded of them: （一）新生：."""
    node = notice.clauses[index]
    own = notice.clause_text(index).removeprefix(node.marker).strip()
    match = _TITLE.match(f"{own.rstrip('：:。')}：之下文字") if node.children else None
    whole = match is not None and match.end() > len(own.rstrip("：:。"))
    return match["title"] if match is not None and whole and not _NO_TITLE.search(own) else ""


_OF_ALL = re.compile(r"(?:申请人|申报人|申领人|报名者|报名人|应聘人|报考人|上述|以上|本人|所有|各类|凡)")


def speaks_of_all(notice: Notice, index: int) -> bool:
    """Whether a paragraph below the last of several items speaks of all applicants: 申请人须同时满足…."""
    clause = notice.clauses[index]
    if clause.kind is not ClauseKind.PARAGRAPH or clause.parent < 0:
        return False
    parent = notice.clauses[clause.parent]
    beside = notice.clauses[parent.parent].children if parent.parent >= 0 else ()
    items = [c for c in beside if notice.clauses[c].kind is parent.kind is ClauseKind.ITEM]
    last = len(items) > 1 and items[-1] == clause.parent
    return last and _OF_ALL.match(notice.clause_text(index).strip()) is not None


def is_below_last_titled(notice: Notice, index: int) -> bool:
    """Whether a paragraph stands below the last of several items that each name applicants."""
    clause = notice.clauses[index]
    if clause.kind is not ClauseKind.PARAGRAPH or clause.parent < 0:
        return False
    above = notice.clauses[clause.parent].parent
    beside = notice.clauses[above].children if above >= 0 else ()
    titled = [c for c in beside if title_of(notice, c) or bare_title(notice, c)]
    return len(titled) > 1 and titled[-1] == clause.parent


_NO_TITLE = re.compile(
    r"不适用|不予|不得|(?<=[\u4e00-\u9fff]{2})[仅只]?限(?![价购时期制额])|招[募聘收]|范围|要求|条件|事项|附件|情形|须知|办法|材料|流程|申请人$|申报人员$"
)
_THING = re.compile(
    r"[的之]?(?:申请|申领|办理|发放|领取|认定|标准|待遇|报名)+$"
    r"|(?:还|另)(?:须|应当?|需|要)(?:满足|具备|符合)(?:的?条件|(?:下列|以下)条件)?$"  # 企业还须满足
)


def audience_of(notice: Notice, index: int) -> tuple[str, int]:
    """Of whom or of what a clause speaks, and the clause that says so: its title, else a heading's.

    `("", -1)` where it speaks of all.
    """
    for clause in (index, *notice.ancestors(index)):
        if title := title_of(notice, clause):
            return title, clause
        if aim := aim_of(notice, clause):
            return aim, clause
        node = notice.clauses[clause]
        if name := scheme_sections(notice).get(clause):
            return name, clause
        if clause != index:
            heading = _ASKED.sub("", notice.clause_text(clause).removeprefix(node.marker)).strip(
                " 【】★：:？?呢"
            )
            named = _TITLE.match(_THING.sub("", heading) + "：之下文字")
            if named and len(heading) <= 20 and not _NO_TITLE.search(heading):
                return named["title"], clause
    return "", -1


def levels_in(text: str) -> list[str]:
    """The grades (一 to 五) that `text` speaks of, in order."""
    found = []
    for match in _LEVEL.finditer(text):
        level = match.group(1) or _LEVEL_NAMES[match.group(2)]
        if level not in found:
            found.append(level)
    return found
