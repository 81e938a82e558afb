"""Sections of a notice that are each of something else: the cases of one thing, the items of a newsletter.

一、账户正常使用的 beside 二、账户已经封存的; 各情形的条件和额度 above （一）购房。…; the items of a 工作简报.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus import patterns as re
from corpus.notice import ClauseKind, Notice

__all__ = ["sections_apart"]


def sections_apart(notice: Notice) -> dict[int, str]:
    """The clauses that each open a section of its own, with what it is of."""
    return dict((*_items_of_news(notice), *_cases(notice), *_titled(notice), *_named_articles(notice)))


# --- newsletters ---------------------------------------------------------------------------------------

_NEWS = re.compile(r"(?:简报|快报|通讯|动态|快讯|周报|月报|要闻|信息专报)(?:[（(]?第?.{1,12}期[)）]?)?\s*$")
_LONGEST_ITEM = 30  # characters of the heading of an item
_MARK = re.compile(r"^[○●◆◇■□★☆▲△※·•►▶【\s]+|[】\s]+$")


def _items_of_news(notice: Notice) -> Iterator[tuple[int, str]]:
    """The items of a newsletter: what one says has nothing to do with another."""
    first = next((c.spans[0] for c in notice.clauses if c.kind is ClauseKind.HEADING), None)
    named = notice.text[first.start : first.end] if first else ""
    if not (_NEWS.search(notice.title.strip()) or _NEWS.search(named.strip())):
        return
    for index, clause in enumerate(notice.clauses):
        top = clause.parent < 0 or not notice.clauses[clause.parent].marker
        name = _own(notice, index) if clause.children and top and clause.marker else ""
        if 4 <= len(name) <= _LONGEST_ITEM and not re.search("[。；;]", name):
            yield index, name


# --- cases ---------------------------------------------------------------------------------------------

_CASE = re.compile(
    r"(?!.*(?:不[予得能]|下列|以下|上述|其他|规定|要求|材料|注意|有关|相关|所需))(?P<name>[^，,。；;：:？?]{3,20}?)(?:的(?:情形|情况)下?|的|情形下|情况下)[：:]?"
)


def _cases(notice: Notice) -> Iterator[tuple[int, str]]:
    """Headings side by side that each name a case, with what is demanded in that case below them."""
    by_parent: dict[int, dict[int, str]] = {}
    for index, clause in enumerate(notice.clauses):
        if clause.kind is ClauseKind.HEADING and clause.children:
            case = _CASE.fullmatch(_own(notice, index))
            if case is not None:
                by_parent.setdefault(clause.parent, {})[index] = case["name"]
    for names in by_parent.values():
        if len(set(names.values())) > 1:
            yield from names.items()


# 各情形的条件和额度, 分类提取条件: above what is told of each case by its name.
_OF_EACH = re.compile(
    r"(?:各|不同|分)[类种项个]?[\u4e00-\u9fff]{0,8}?的?(?:条件|额度|标准|金额|要求|规定)(?:[、和及与以]{1,2}[\u4e00-\u9fff]{2,6}){0,4}"
)
# 入驻对象 above （一）入驻企业。…（二）创业团队。…: kinds that each have to meet something of their own.
_OF_KINDS = re.compile(r"(?:[\u4e00-\u9fff]{2,6})?(?:对象|人群|主体)(?:[和及与、](?:条件|要求|范围))?")
_WHO = re.compile(
    r"(?:企业|团队|创客|人员|者|学生|考生|毕业生|家庭|单位|个人|机构|组织|合作社|队伍|商户|居民|职工|农户|人才|教师|军人|儿童|老人|选手|院校|学校)$"
)
_NAME = re.compile(r"(?P<name>[^，,。；;：:？?\d]{2,14})[。：:](?=\s*.{6})")
_NO_NAME = re.compile(
    r"条件|要求|材料|时间|对象|范围|方式|标准|额度|其他|说明|注意|^(?:具有|具备|年满|持有?|未|无)"
)


def _titled(notice: Notice) -> Iterator[tuple[int, str]]:
    """The cases below a heading that says that it is of each of them, by heading or by title."""
    for above, clause in enumerate(notice.clauses):
        own = _own(notice, above)
        of_kinds = _OF_KINDS.fullmatch(own) is not None
        if clause.kind is not ClauseKind.HEADING or not (of_kinds or _OF_EACH.fullmatch(own)):
            continue
        names = {i: _name(notice, i) for i in clause.children if notice.clauses[i].marker}
        named = all(n and not _NO_NAME.search(n) for n in names.values())
        if len(names) > 1 and named and (not of_kinds or all(map(_WHO.search, names.values()))):
            yield from names.items()


# 第五条 （购房提取）… beside 第七条 （租房提取）…: articles that each name a thing of one kind.
_ARTICLE = re.compile(
    r"[（(](?P<name>(?!.*(?:条件|程序|材料|时限|期限|办理|机构|职责|范围|定义|监督|责任|原则|解释|施行|依据))[\u4e00-\u9fff]{2,8})[）)](?=.{4})"
)
_GIVEN = re.compile(r"(?:提取|支取|补贴|补助|津贴|贷款|奖励|报销|落户|入户|迁入|减免|救助|资助|返还|安置)$")


def _named_articles(notice: Notice) -> Iterator[tuple[int, str]]:
    by_parent: dict[int, dict[int, str]] = {}
    for index, clause in enumerate(notice.clauses):
        article = _ARTICLE.match(_own(notice, index)) if clause.marker else None
        if article is not None:
            by_parent.setdefault(clause.parent, {})[index] = article["name"]
    for names in by_parent.values():
        if sum(_GIVEN.search(n) is not None for n in set(names.values())) > 1:
            yield from names.items()


def _name(notice: Notice, index: int) -> str:
    """What a clause is of, by its whole heading or by the words before its first stop; `""` for none."""
    own = _own(notice, index)
    if notice.clauses[index].kind is ClauseKind.HEADING and notice.clauses[index].children:
        return own if 2 <= len(own) <= 16 else ""
    titled = _NAME.match(own)
    return titled["name"] if titled else ""


def _own(notice: Notice, index: int) -> str:
    words = notice.clause_text(index).removeprefix(notice.clauses[index].marker)
    return _MARK.sub("", words).strip(" 　：:")
