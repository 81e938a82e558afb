"""Classes that a notice sorts people into, and what it demands of each: A类为…; D类年龄不超过35周岁."""

from __future__ import annotations

from collections.abc import Iterator

from corpus import patterns as re
from corpus.conditions.conditions import GroupKind, Node, Tree
from corpus.conditions.requirements import read_node
from corpus.notice import ClauseKind, Notice
from corpus.once import once_per_notice
from corpus.values.periods import fold

__all__ = ["class_names", "classes_of", "demands_by_class", "kinds_by_class"]

_NAME = r"(?:[A-ZⅠⅡⅢⅣ]|[甲乙丙丁戊]|第?[一二三四五六])类"
_KIND = r"(?:人才|人员|对象|家庭|学生|企业|考生|项目)?"
_DEFINES = re.compile(rf"(?P<name>{_NAME}){_KIND}[”\"]?(?:为|是指?|指|包括)[:：]?(?P<who>[^。；;]{{2,}})")
_ONE_OF = re.compile(r"、|以及|或者?|及|(?<!具有)和")
_DEMANDS = re.compile(
    rf"(?P<who>{_NAME}{_KIND}(?:、{_NAME}{_KIND})*)(?:申请时|申报时|须|应)?(?P<what>[^,。;]{{4,}})"
)


def class_names(text: str) -> list[str]:
    """The classes that `text` names, in order: A类, B类."""
    return re.findall(_NAME, text)


@once_per_notice
def kinds_by_class(notice: Notice) -> dict[str, tuple[str, ...]]:
    """The kinds that each class which a notice defines is made up of: 高级技师 of C类."""
    found: dict[str, tuple[str, ...]] = {}
    for index, clause in enumerate(notice.clauses):
        if clause.kind in (ClauseKind.ROW, ClauseKind.TABLE):
            continue
        for match in _DEFINES.finditer(re.sub(r"\s", "", fold(notice.clause_text(index)))):
            kinds = tuple(k for k in _ONE_OF.split(match["who"].strip("。;,")) if len(k) >= 2)
            found.setdefault(match["name"], kinds)
    return found


@once_per_notice
def classes_of(notice: Notice) -> dict[str, Node]:
    """What makes somebody one of each class that a notice defines; any one kind of those listed will do."""
    found: dict[str, Node] = {}
    for name, kinds in kinds_by_class(notice).items():
        nodes = tuple(read_node(k) for k in kinds)
        found[name] = nodes[0] if len(nodes) == 1 else Tree(GroupKind.ANY, nodes)
    return found


def demands_by_class(text: str) -> Iterator[tuple[str, str]]:
    """Each class that a sentence demands something of, with what; [] unless it begins with a class."""
    if re.match(_NAME, text) and _DEFINES.match(text) is None:
        for part in text.split(","):
            if match := _DEMANDS.fullmatch(part):
                yield match["who"], match["what"]
