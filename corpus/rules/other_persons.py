"""Conditions on another person than who applies: 二、共同借款人条件. They bind whoever is to be that one."""

from __future__ import annotations

from dataclasses import replace

from corpus import patterns as re
from corpus.conditions.conditions import Attribute, Group, Leaf
from corpus.notice import Notice

__all__ = ["of_whom_it_is"]

_OTHER = re.compile(
    r"[\W\d一二三四五六七八九十]*(?P<who>共同借款人|反?担保人|保证人|监护人|推荐人|推荐单位|指导教师|指导老师|领队|教练员|见证人|委托人|代办人|受托人)"
    r"(?:的|应具备的?)?(?:基本)?(?:条件|要求|资格)[：:]?\s*"
)


def of_whom_it_is(notice: Notice, group: Group) -> Group:
    """`group` with what it demands demanded of the other person alone that its section is about."""
    above = (group.lead, *notice.ancestors(group.lead))
    match = next((m for i in above if (m := _OTHER.fullmatch(notice.clause_text(i)))), None)
    if match is None or match["who"] in notice.title:
        return group
    given = Leaf(Attribute.OPEN, "is", None, "", match["who"])
    own = tuple(r if r.given is not None else replace(r, given=given) for r in group.requirements)
    return replace(group, requirements=own)
