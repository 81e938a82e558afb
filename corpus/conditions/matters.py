"""What a sentence is about: one that only names it, refers to others or explains states no condition."""

from __future__ import annotations

from dataclasses import replace

from corpus import patterns as re
from corpus.conditions.conditions import Attribute, Node, Tree

__all__ = ["names_matter", "of_matter", "of_matter_before", "titles_matter"]


def names_matter(text: str) -> bool:
    """Whether a sentence states no condition: it names what some are about, 学历要求, refers to others, or
    explains the words and the reckoning of others: 相关专业指…, 年限计算截至…, …视同….
    """
    if _MATTER.fullmatch(text) or _REFERS.fullmatch(text) or _STANDS_FOR.search(text):
        return True
    if _REGARDED.fullmatch(text.strip("。;")) or _WHATEVER_ELSE.fullmatch(text.strip("。;")):
        return True
    parts = [p for p in re.split(r"[,;。]", re.sub(r"\([^()]*\)", "", text)) if p]
    return bool(parts) and (_MEANS.match(text) is not None or all(_EXPLAINS.fullmatch(p) for p in parts))


def titles_matter(text: str) -> bool:
    """Whether words before a demand only say of what matter it is, be it by the bare noun: 住所, 学历要求."""
    return names_matter(text) or _NOUNS.fullmatch(text) is not None


# 住所。在本区有自有住房…: the noun of what is demanded behind it.
_NOUNS = re.compile(
    r"(?:(?:居住|住所|住房|社保|参保|就业|工作|经营|年龄|学历|学位|户[籍口]|收入|资产|财产|专业|业绩|资历|信用|婚姻|场所|场地|设备|资金|资质|成绩|论文|继续教育|考核|职称|普通话|外语|纳税|面积|身份|注册|规模|技术|人员)(?:情况|状况|年限|能力|方面|水平)?(?:[或和与及、]|以及)?){1,3}"
)
# 本通知所称相关专业，是指…: what a word means.
_MEANS = re.compile(
    r"(?!符合)[^,;。:]{2,16}?(?:,?是指|,?指的是|指:|(?:,|(?<=[员生者户人])|(?<=家庭)|(?<=企业))指(?![导定标数派示]))[^,;。]{2,}"
)
_STANDS_FOR = re.compile(r"可以?[^,;。]{0,20}(?:代替|替代)[^,;。]{0,8}$")  # …的，可由单位出具证明代替
# 法律、法规规定的其他条件: what others ask besides is not told here.
_WHATEVER_ELSE = re.compile(
    r"(?:符合|具备|满足)?(?:法律|法规|规章|国家|省|市|本[市省县]|我[市省县]|政策|文件|部门|行政|主管|有关|相关|以及|[、和及或者])*"
    r"(?:规定|要求|认为|认定|需要)的?(?:应当?|需要?)?(?:具备|满足|符合)?的?其[他它](?:不[^,;。]{1,8}的)?(?:条件|情形|情况|要求|事项|行为|人员)的?"
)
# 中断不超过3个月的，视为连续; 补缴的，从到账之月起算: how something is regarded or reckoned.
_REGARDED = re.compile(
    r"[^,;。:]{2,60}(?:的|者),(?:(?:均|都|一律|则|可以?|应当?|仍)*(?:视为|视同|视作|算作|算为|计为|认定为|计入)(?!不|符合|满足|具备|[^,;。]{0,6}(?:条件|资格))[^,;。]{2,30}"
    r"|[^,;。]{0,12}(?:从|自)[^,;。]{2,24}(?:起算|计算|算起|起?重新计算|开始计算|起计)[^,;。]{0,16})"
)
# 高级工班毕业生视同大专学历, 工作年限计算到6月底, 户籍不限: of what is said elsewhere, or no demand.
_EXPLAINS = re.compile(
    r"[^:]{2,30}(?:视同|视作|等同于?|视为|比照)[^:]{2,30}|[^:]{0,16}(?:计算|算|统计)(?:截至|截止|到|至)[^:]*"
    r"|[^:]{2,20}(?:按照?|依照?)[^:]{2,20}(?:规定|办法|要求)(?:执行|办理|申报)?|[^:]{2,24}不计[入算][^:]*"
    r"|(?:户[籍口]|性别|专业|年龄|学历|民族|职业|国籍|地域|区域)(?:均|都)?不(?:限|作(?:限制|要求))"
)


_REFERS = re.compile(
    r"(?:并|均|且|还)?(?:须|应当?)?(?:符合|满足|具备)[^,;]{0,20}(?:所报|申报|报考|报名|上述|以上|前述|相应|对应|下列|以下)[^,;]{0,20}条件(?:之一)?(?:的[^,;]{0,24})?"
    r"(?:,(?:项目|具体|详见|其中)[^;]*)?"
)


_MATTER = re.compile(r"(?!.*(?:符合|满足|达到|具备|具有|适应|相符|没有|未))[^,;:、]{2,10}(?:条件|要求)")


def of_matter(node: Node, matter: str) -> Node:
    """A tree in which a bare figure is one of `matter`: 身高：男性160厘米以上."""
    if isinstance(node, Tree):
        return replace(node, parts=tuple(of_matter(p, matter) for p in node.parts))
    bare = node.attribute is Attribute.MEASURE and (
        _NO_SUBJECT.fullmatch(node.subject) or matter.endswith(node.subject)
    )
    return replace(node, subject=matter) if bare else node


_NO_SUBJECT = re.compile(r"(?:[男女](?:性|生|方|士|兵|青年|同志|职工|考生)?)?")


# 普通话不低于二级乙等；申请语文的，不低于二级甲等: of the matter that the sentence before names.
_BARE = re.compile(
    r"(?P<who>[^,;。]{2,40}的),(?P<what>(?:应当?|须|还)?(?:不低于|不少于|不高于|不超过|达到).+)"
)
_MEASURED = re.compile(
    r"^(?P<matter>[\u4e00-\u9fff]{2,10}?)(?:应当?|须|要求?)?(?:不低于|不少于|不高于|不超过|达到)"
)


def of_matter_before(text: str, before: str) -> str:
    """A sentence with what it measures, where only the sentence before says that."""
    bare, named = _BARE.fullmatch(text), _MEASURED.match(before)
    return f"{bare['who']},{named['matter']}{bare['what']}" if bare and named else text
