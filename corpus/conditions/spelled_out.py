"""The words of a condition without what only explains, repeats or frees: examples, reckonings, names."""

from __future__ import annotations

from corpus import patterns as re
from corpus.conditions.lasting import with_what_lasts
from corpus.conditions.no_matter import without_what_matters_not

__all__ = ["without_explanations"]

_EQUIVALENT = re.compile(
    r",?即(?=[^,。;]{0,6}\d{4}年)[^。;(]*?出生|(?<=岁以[上下])\((?:即|指)?[^()]*\d{4}年[^()]*出生\)"
)  # 即1990年1月1日以后出生: the same bound again
# 50周岁（女）、55周岁（男）以上: the sex behind each age.
_SEX_BEHIND = re.compile(
    r"(?<!\d)(\d{1,3})周?岁\(([男女])性?\)[、,和及]?(\d{1,3})周?岁\(([男女])性?\)(以[上下])"
)
# 聘用后须在本单位服务满5年: what is done by who was let in.
_AFTERWARDS = re.compile(r"[,;](?:聘用|录用|入职|录取|上岗|签约)(?:之|以)?后(?:须|应当?|需|要)[^,;。]*")
# 如“40周岁以下”指1985年4月20日以后出生: an example of how to count, and no bound.
_EXAMPLE = re.compile(r",?(?:比如|例如|如)[“\"「'‘][^”\"」'’]*[”\"」'’][^,;。()]*")
# 为非林学专业（目录中林学类毕业生等不得报考）: what the bracket says is who is meant, said again.
_CLASSED = re.compile(r"\((?=[^()]*(?:不得|可以?|均可|均不|仅)[^()]{0,2}(?:报考|申请|申报|报名))[^()]*\)")
# …，合作社负责人不受年龄限制: whom a bound does not bind is no demand; said first it is whom a way is for.
_FREED_BESIDE = re.compile(r",[^,;。]{2,24}不受[^,;。]{1,12}限制(?=[,;。]|$)")
_FREED_FIRST = re.compile(r"^([^,;。]{2,16}?)不受[^,;。]{1,12}限制(?=,)")
# 近三年（实际经营不满三年的按实际时间计算，下同）: how something is reckoned.
_RECKONED = re.compile(r"\([^()]*(?:按[^()]{2,16}计算|下同)[^()]*\)")
# 环境类专业（以下称“相关专业”）: a name for it.
_CALLED = re.compile(r"\((?:以下|下)(?:简|统|合)?称[^()]*\)")
_TALL = re.compile(r"(?P<who>身高[^,;。\d]{0,8})(?P<metres>[12]\.\d{1,2})米")  # as people and others tell it


# 其中至少1人取得本市户籍满3年: what one of them has, and no count of people.
_ONE_OF_THEM = re.compile(
    r"(?:其中)?(?:应当?|须)?至少有?[1一](?:人|方|名成员)(?=取得|具有|具备|持有|获得|在)"
)


def without_explanations(text: str) -> str:
    """A condition, folded, as its demands read by themselves."""
    plain = _RECKONED.sub("", _CLASSED.sub("", _EQUIVALENT.sub("", _EXAMPLE.sub("", text))))
    plain = with_what_lasts(_CALLED.sub("", plain))
    plain = without_what_matters_not(plain)
    plain = _SEX_BEHIND.sub(r"\2\1周岁\5、\4\3周岁\5", plain)
    plain = _AFTERWARDS.sub("", _ONE_OF_THEM.sub("", plain))
    plain = _FREED_FIRST.sub(r"\1", _FREED_BESIDE.sub("", plain))
    return _TALL.sub(lambda m: f"{m['who']}{round(float(m['metres']) * 100)}厘米", plain)
