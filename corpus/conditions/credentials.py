"""Certificates, titles, degrees, residence, sex and dates of birth that a condition names."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from corpus import patterns as re
from corpus.conditions.bounds import Placed
from corpus.conditions.conditions import Attribute, Leaf
from corpus.values.periods import find_date

__all__ = ["DEGREES", "credentials_in", "degree_of", "majors_named", "names_degree", "standing_in"]

# Schools and degrees on one scale; the longest word that fits a place counts.
DEGREES: dict[str, int] = {
    word: rank
    for rank, words in (
        (7, "博士"),
        (6, "硕士 研究生 第二学士"),
        (5, "大学本科 本科 学士"),
        (4, "大学专科 大专 专科 高职 高等职业学校"),
        (3, "中等专业学校 中专 职高 技校 中职 技工院校 中等及以上职业院校 中等职业学校"),
        (2, "高级中学 高中"),
        (1, "初中"),
    )
    for word in words.split()
}
# 初中教师岗位, 高中语文: a school that somebody is to work in is no degree of his.
_DEGREE = re.compile(
    "|".join(sorted(DEGREES, key=len, reverse=True)).join(
        (
            "(?:",
            r")(?!(?:阶段)?(?:教师|老师|教职|岗位|语文|数学|英语|物理|化学|生物|历史|地理|政治|体育|音乐|美术|学科))",
        )
    )
)
_SCHOOLS = re.compile(r"技工院校高级工班|高级工班|预备技师班|技师班|高级技工学校|技师学院")


_OF_DEGREE = re.compile(r"[博硕]士研究生$")  # of the degree said before it, and no lower


def degree_of(text: str) -> int:
    """The lowest degree that satisfies `text`; 0 where it names none."""
    found = (m for m in _DEGREE.finditer(text) if not _OF_DEGREE.search(text[: m.end()]))
    return min((DEGREES[m[0]] for m in found), default=0)


def names_degree(text: str) -> bool:
    """Whether `text` names a school or a degree."""
    return _DEGREE.search(text) is not None


def standing_in(text: str) -> Iterator[Placed]:
    """Everything about the standing of somebody that `text` names: papers, birth, sex."""
    yield from credentials_in(text)
    yield from _births(text)
    yield from _sexes(text)


_GRADE = r"[一二三四五]级"
_BY_NAME = {"高级技师": "一", "技师": "二", "高级工": "三", "中级工": "四", "初级工": "五"}
_NAME = re.compile("|".join(_BY_NAME))
# 取得中级职业资格证书: as the older standards call the grades.
_OLDER_NAMES = {"高级": "三", "中级": "四", "初级": "五"}
_OLDER = re.compile(r"(?P<grade>[高中初]级)(?:国家)?职业(?:资格|技能(?:等级)?)证书")
_NAMED_GRADE = rf"(?<!预备)(?:{_NAME.pattern})(?!程|班|学)"
_CERTIFICATE = re.compile(
    rf"{_GRADE}[^,。;]{{0,8}}(?:[、或/](?:(?!{_GRADE})[^,。;、]){{0,8}}{_GRADE}[^,。;、或/]{{0,8}})*+[^,。;、]{{0,8}}(?:职业资格|职业技能等级|技能等级)"
    rf"|{_NAMED_GRADE}(?:[、或]{_NAMED_GRADE})*(?:\([^()]{{1,6}}\))?(?:及?以上)?(?:国家)?(?:职业资格|职业技能等级|技能等级|证书)"
    rf"|^(?:具有|取得)?{_NAMED_GRADE}(?:及?以上)?$"
    rf"|(?:取得|获得|持有?|具有)(?:[^,。;、或]{{0,4}}(?:职业|工种)|或|及|和|有效的?|的)*+{_GRADE}(?:及?以上)?证书"
)
_TITLE = re.compile(
    r"(初级|助理级|中级|副高级|正高级|高级)(?:及?以上)?(?:[\u4e00-\u9fff]{2,6}?)??的?(?:专业技术)?(?:职称|职务|(?<=专业技术)资格|任职资格)(?!评[审定价]|申报|报送|考试|认定(?!为)|系列)"
)
_MAJOR = re.compile(
    r"(?:本|相关|相近)专业的?(?:或(?:相关|相近)专业)?(?:应届|往届)?(?:的|毕业|技工|大学|中专|中职|高职|大专|专科|学历|本科|学士|硕士|博士|研究生)|专业或(?:相关|相近)专业|理工类"
)
# A field of study by name, before a degree in it: 计算机、电子信息类专业本科以上.
_NAMED_MAJOR = re.compile(
    r"(?P<names>(?:(?:(?!或|和|以及)[\u4e00-\u9fff]){2,8}(?:[、或和]|以及)){0,40}[\u4e00-\u9fff]{2,10}?)(?:(?:等?相关)?专业(?!学校|技术)|大类|门类)(?=[^,。;专]{0,8}(?:毕业|大专|专科|本科|学士|硕士|博士|学历|学位))"
)
# 所学专业为非林学专业: the field itself, or any but that.
_STUDIED = re.compile(
    r"所学专业(?:应|须|必须)?(?:为|是|属于?)(?P<other>非)?(?P<names>(?!所|本|相|与|符|报)[\u4e00-\u9fff、]{2,16}?)(?:类|等)*(?:专业)?(?=[,。;]|$)"
)
_NO_NAME = re.compile(
    r"所学|^本$|本专业|相关|相近|所报|所从|申报|不限|对应|任教|同类|其他|各|该|岗位|规定|要求|技术|在职|教育$"
)
_BEFORE_NAMES = re.compile(r"^.*(?:取得|具有|具备|获得|院校|学校|高校)的?")  # 取得指定院校相关专业 names none
# Where somebody is registered: no paper of it (户口簿, 户籍证明), no moving of it, no form of it (集体户口).
_RESIDENCE = re.compile(
    r"(?<!集体)(?<!个人)户[籍口](?!所在|登记|管理|簿|[个本卡]|首?页|地的|证|信息|[迁转变注借分挂]|人口的|性质|类[别型])"
)
OF_KIN = re.compile(r"(?:配偶|父母|子女|家属|亲属)(?!或|和|、)[^,或]{0,8}(?:户籍|户口)")  # 父母为本区户籍
# 本市其他区（县）户籍: neither at home here nor from elsewhere.
_NEXT_DOOR = re.compile(r"其[他它余]的?(?:市辖)?(?:[区县镇乡]|街道)[^,。]{0,6}户|(?:本市|市内|同市)外区")
_KIND = re.compile(r"非农业?(?=[^,]{0,4}户)")  # 本市非农业户籍 says of what kind, not that it is elsewhere
# A check of the year's work is no attempt: 上年度考核不合格.
_FAILED = re.compile(
    r"(?:上一?年度?|去年|\d{4}年度?(?=参加|申报|报名|评审))(?!.{0,8}考核).{0,24}(?:未获?通过|不合格|未通过)"
)
_WORDED: tuple[tuple[Attribute, re.Pattern[str]], ...] = (
    (Attribute.PERMIT, re.compile(r"居住证")),
    (
        Attribute.RETIRED,
        re.compile(
            r"(?:离退|退)休(?:人员|职工|的|者|手续|年龄(?!前|后|计算|内)|[,;。]|$)|(?:已|已经|正式|办理)[^,;。]{0,4}退休(?!前)"
        ),
    ),
    (Attribute.FAILED, _FAILED),
)


_ELSEWHERE = re.compile(r"(?:非本[^,;。]{0,2}|外地|外[省市县区镇乡村])户籍")  # of whom a permit is asked
_NOT_YET = re.compile(
    r"(?:不超过|未达到?|未到|未满|不满|没有?到|小于|低于)[^,;。]{0,6}退休年龄"
    r"|(?:未|没有?|尚未|不是|非|不属于|不得)(?:办理|正式|享受)?(?:离休、|离)?退休(?!返聘)"
)
# 距退休年龄5年以上, 在办理退休手续前, 退休人员待遇: of the time until then, and of what it is about.
_NOT_OF_BEING = re.compile(
    r"(?:距|离|距离)(?:法定|其)?退休(?:年龄)?|退休(?:手续)?(?:之)?前|退休(?:人员|职工)?(?:的)?(?:待遇|核定|审批|申报|政策|证)"
)


def majors_named(text: str) -> str:
    """The fields of study that `text` names before a degree; `""` where it names none."""
    match = _NAMED_MAJOR.search(text)
    names = _BEFORE_NAMES.sub("", match["names"]) if match else ""
    return "" if _NO_NAME.search(names) else names


def credentials_in(text: str) -> Iterator[Placed]:
    """Certificates, titles, degrees, schools, residence and the like."""
    for match in _OLDER.finditer(text):
        grade = Decimal("一二三四五".index(_OLDER_NAMES[match["grade"]]) + 1)
        yield _at(match, Leaf(Attribute.CERTIFICATE, ">=", grade, "级", match[0]))
    for match in _CERTIFICATE.finditer(text):
        grades = [*re.findall(r"([一二三四五])级", match[0]), *(_BY_NAME[n] for n in _NAME.findall(match[0]))]
        grade = Decimal(max("一二三四五".index(g) + 1 for g in grades))
        yield _at(match, Leaf(Attribute.CERTIFICATE, ">=", grade, "级", match[0]))
    yield from _titles(text)
    yield from _schooling(text)
    yield from _fields(text)
    if found := _RESIDENCE.search(text):
        own = _part_around(text, found.start())
        elsewhere = bool(
            re.search(
                r"非本|户[籍口]不在|不在本|外地|外[省市县区镇乡村]|非.{0,3}户|非[^,]{0,6}户籍",
                _KIND.sub("", own),
            )
        )
        apart = OF_KIN.match(own) or _NEXT_DOOR.search(own)
        attribute = Attribute.OPEN if apart else Attribute.RESIDENCE
        yield _at(found, Leaf(attribute, "is", None, "", own, negated=elsewhere and not OF_KIN.match(own)))
    for attribute, pattern in _WORDED:
        either_home = attribute is Attribute.PERMIT and "户籍" in _ELSEWHERE.sub("", text)
        if (found := pattern.search(text)) and not either_home:
            if attribute is Attribute.RETIRED and _NOT_OF_BEING.search(text):
                continue
            short = attribute is Attribute.RETIRED and _NOT_YET.search(text) is not None
            yield _at(found, Leaf(attribute, "is", None, "", text, negated=short))


def _fields(text: str) -> Iterator[Placed]:
    """The field of study that is wanted, or of which any other is."""
    if (studied := _STUDIED.search(text)) is not None:
        words = f"{studied['names']}专业毕业"
        yield _at(studied, Leaf(Attribute.MAJOR, "is", None, "", words, negated=bool(studied["other"])))
        return
    major = _MAJOR.search(text) if "对应" not in text else None
    if major is None and majors_named(text):
        major = _NAMED_MAJOR.search(text)
    if major is not None:
        yield _at(major, Leaf(Attribute.MAJOR, "is", None, "", text))


# Titles by their own names, where they are spoken of as titles: 取得助理工程师职称后, 具有副教授职务.
_FIELD = r"(?:工程|经济|会计|审计|统计|农艺|畜牧|兽医|政工|工艺美术|实验|园艺|建筑|林业|水利)"
_NAMED_TITLE = re.compile(
    rf"(?<!注册)(?<!执业)(?:(?P<full>(?:正高级|教授级高级|研究员级高级){_FIELD}师|(?<!副)教授|(?<![副理])研究员|(?<!副)主任[医护药技]师)"
    rf"|(?P<high>(?<!正)(?<!授级)(?<!员级)高级{_FIELD}师|高级教师|副教授|副研究员|副主任[医护药技]师)"
    rf"|(?P<low>助理{_FIELD}师|技术员|助教|[护药技医]士|[二三]级教师)"
    rf"|(?P<middle>(?<!高级)(?<!助理)(?:{_FIELD})师|讲师|主治医师|主管[护药技检验]+师|助理研究员|一级教师))"
    r"(?:及其?以上)?(?:等?(?:系列)?(?:专业技术)?(?:职称|职务|任职资格|(?<!教师)资格(?!证|考)))"
)
# 经两名具有高级职称的专家推荐: the title of another.
_OF_OTHERS = re.compile(
    r"[^,;。]{0,8}(?:专家|同行|人员|教师|导师|者)?[^,;。]{0,4}(?:推荐|指导|审阅|签字|评议)"
)


# 未达到高级工程师职务学历资历条件的: what it takes to have the title, and not the title.
_TERMS_OF = re.compile(r"(?:所?需?的?)?(?:学历|资历|任职)[、和]?(?:学历|资历|年限)?(?:等)?(?:条件|要求)")


_APPLIED_FOR = re.compile(r"(?:申报|申请|参评|评审|晋升)(?:[^,，。;；的]{0,6}(?:专业|系列))?$")


def _titles(text: str) -> Iterator[Placed]:
    """The titles that somebody must hold, by their rank or by their names."""
    taken: list[int] = []
    for match in (*_TITLE.finditer(text), *_NAMED_TITLE.finditer(text)):
        others = _OF_OTHERS.match(text, match.end()) or _TERMS_OF.match(text, match.end())
        before = text[: match.start()]
        aimed = _APPLIED_FOR.search(before) or before.count("《") > before.count("》")
        if others or aimed or match.end() in taken:
            continue
        taken.append(match.end())
        rank = {"low": 1, "middle": 2, "high": 3, "full": 4}.get(match.lastgroup or "")
        if rank is None:
            rank = {"初": 1, "助": 1, "中": 2, "正": 4}.get(match[1][0], 3)
        yield _at(match, Leaf(Attribute.TITLE, ">=", Decimal(rank), "", match[0]))


_SCHOOLED = re.compile(
    r"学历|学位|文化程度|文化水平|毕业|学校|院校|放宽|(?:大专|专科|本科|硕士|博士)(?:研究生)?(?:及其?)?以上"
)


# 经评估论证的高等职业学校, 指定院校: not every school of the kind will do; that the state knows it is no more
# than that it is a school.
_QUALIFIED = re.compile(
    r"(?P<by>经(?!国家|教育)[^,;。、的]{0,10}?(?:评估论证|评估|论证|评审|备案|认定|审定|遴选|确认)|(?:本次)?指定|定点)的?"
    r"[^,;。的]{0,8}?(?:学校|院校|高校|大学)"
)


# 博士研究生, 全日制本科生: who holds a degree, named by nothing but it.
_GRADUATE_FIRST = re.compile(
    r"(?:^|[,;])(?:具有|具备|取得|为|是)?(?:国内外|全日制|普通高校|普通高等学校|普通)*(?:大学)?(?:博士|硕士|本科|专科|大专)"
    r"(?:研究生|生)?(?:及?以上)?(?=[,;、]|或|$)"
)


# 自学考试专科毕业生: a degree by the way in which it was taken, which a degree alone does not tell.
_FORM = re.compile(
    r"(?<!非)(?:成人(?:高等)?教育|成教|自学考试|自考|网络教育|远程教育|函授|电大|开放教育|夜大|业余)(?=[^,;。]{0,12}(?:毕业|学生|学历|专科|本科))"
)
_ALL_FORMS = re.compile(
    r"(?:含|包括)[^,;。]{0,20}(?:成人|自考|自学考试|函授|网络)|均可|不限|、?全日制|普通高[校等]|国家承认"
)


# 高校录取的新生: who goes to a school, and has not finished it.
_AT_SCHOOL = re.compile(r"录取的|新生")
_FINISHED = re.compile(r"毕业|学历|学位|文化程度|以上|取得|结业")
_INCLUDED = re.compile(r"\((?:包?含|包括)[^()]*\)")  # 大专以上（含高级工班）: that will do as well


def _schooling(text: str) -> Iterator[Placed]:
    text = re.sub(r"《[^《》]*》", lambda title: " " * len(title[0]), text)  # a law on schools is no degree
    whole = text
    school = _SCHOOLS.search(_INCLUDED.sub(lambda m: " " * len(m[0]), text))
    if school:
        yield _at(school, Leaf(Attribute.SCHOOL, "is", None, "", "、".join(_SCHOOLS.findall(text))))
        return
    text = _INCLUDED.sub(lambda m: " " * len(m[0]), text)
    found = list(_DEGREE.finditer(text))
    if found and (form := _FORM.search(text)) and not _ALL_FORMS.search(text):
        yield _at(form, Leaf(Attribute.OPEN, "is", None, "", text))
        return
    if found and (_SCHOOLED.search(text) or _GRADUATE_FIRST.search(text)):
        if _AT_SCHOOL.search(text) and not _FINISHED.search(text):
            return
        most = _UP_TO.search(text) is not None and "以上" not in text
        yield _at(
            found[0],
            Leaf(Attribute.EDUCATION, "<=" if most else ">=", Decimal(degree_of(text)), "", whole),
        )
        if qualified := _QUALIFIED.search(text):
            words = f"{qualified['by']}的学校"
            yield _at(qualified, Leaf(Attribute.OPEN, "is", None, "", words))


_UP_TO = re.compile(r"(?:学历|文化程度|毕业|[科专中士学])(?:及其?|或|\(含\))?以下(?:学历|文化|毕业|的|$)")


def _at(match: re.Match[str], leaf: Leaf) -> Placed:
    return Placed(match.start(), match.end(), leaf)


def _part_around(text: str, at: int) -> str:
    start = max(text.rfind(mark, 0, at) for mark in ",;。、") + 1
    ends = [p for mark in ",;。、" if (p := text.find(mark, at)) >= 0]
    return text[start : min(ends, default=len(text))]


_EITHER_SEX = re.compile(
    r"男(?:方|性|士)?(?:或者?|、|和|及)女(?:方|性|士)?(?=应|须|需|均|都|一方|年|任)"
)  # of neither alone
# 女性妊娠期: a state that one sex alone is in keeps out who is in it, and not that sex.
_STATE = r"(?!(?:在|处于)?(?:月经|经期|生理期|例假|妊娠|怀孕|[早中晚]?孕|哺乳|产[后前假褥期]|绝经|更年期))"
_SEX = re.compile(
    rf"(男|女)(?:性|方|职工|生|士|青年|兵|同志)?{_STATE}(?=[^,。;]{{0,6}}(?:满|\d|[一二三四五六七八九十])|须|应|年|不|,年满|$)"
)


def _sexes(text: str) -> Iterator[Placed]:
    """Of which sex somebody must be; 男女 is no condition."""
    for match in _SEX.finditer(_EITHER_SEX.sub(lambda m: "—" * len(m[0]), text)):
        both = match[1] == "男" and text.startswith("女", match.end())
        if not both and not re.search(r"[男女不限子儿妇]$", text[: match.start()][-1:]):
            yield _at(match, Leaf(Attribute.SEX, "is", None, "", match[1]))


_BIRTH = re.compile(
    r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*(以前|之前|前|以后|之后|后|起|至)?[^,。;]{0,14}?出生"
)
_BIRTH_RANGE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*(?:至|-|到)")


def _births(text: str) -> Iterator[Placed]:
    """Days on or before, or on or after, which somebody must have been born."""
    if "出生" not in text:
        return
    first = _BIRTH_RANGE.search(text)
    for match in (first, _BIRTH.search(text, first.end() - 1 if first else 0)):
        day = find_date(match.group()) if match else None
        if day is None or match is None:
            continue
        since = match is first or (match[4] or "") in ("以后", "之后", "后", "起")
        leaf = Leaf(Attribute.BORN, ">=" if since else "<=", Decimal(day.toordinal()), "", text)
        yield _at(match, leaf)
