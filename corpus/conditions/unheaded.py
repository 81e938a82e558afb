"""Paragraphs on conditions that stand below no heading: the one that says who may apply, and those behind it
that demand something of the same applicants.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus import patterns as re
from corpus.notice import ClauseKind, Notice
from corpus.once import once_per_notice
from corpus.values.periods import fold

__all__ = ["unheaded_conditions"]

_NOUN = (
    r"(?:企业|单位|机构|组织|合作社|家庭|农户|居民|村民|人员|个人|学生|考生|学员|毕业生|教师|职工|老人|户|者)"
)
# 在本县注册的林业企业可申报。凡年满18周岁的居民均可报名。
_OPENS = re.compile(
    rf"(?:[^。;:]{{4,40}}。)?(?:凡|只要)?[^。;:]{{6,80}}?(?P<who>{_NOUN})?(?:的|,)*(?:均|都|方|即)?可以?"
    r"(?:提出|自愿)?(?:申[报请领]|报名|报考|参加|参评|参赛|应聘)[^。;:]{0,16}[。;]"
)
_DEMANDS = r"(?:申[报请领]|报名|参[评赛加])?(?:{})[^。;:]{{0,40}}?(?:应当?(?!届)|须|必须)"


@once_per_notice
def unheaded_conditions(notice: Notice) -> frozenset[int]:
    """The paragraphs on conditions below no heading but the title."""
    return frozenset(_found(notice))


def _found(notice: Notice) -> Iterator[int]:
    who = ""
    for index, clause in enumerate(notice.clauses):
        plain = (
            clause.kind is ClauseKind.PARAGRAPH
            and clause.parent <= 0
            and not _is_titled(notice, clause.parent)
        )
        text = re.sub(r"\s", "", fold(notice.clause_text(index))) if plain else ""
        opens = _OPENS.match(text)
        if opens or (who and re.match(_DEMANDS.format(who), text)):
            who = (opens["who"] if opens else "") or who or "人员|者"
            yield index
        elif who:
            return


def _is_titled(notice: Notice, parent: int) -> bool:
    """Whether a clause stands below a heading that is not the title of the notice."""
    return parent == 0 and re.sub(r"\s", "", notice.clause_text(0)) not in re.sub(r"\s", "", notice.title)
