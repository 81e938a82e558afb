"""How a list is joined where its lead-in does not say: by what stands behind it, or a heading that asks."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import patterns as re
from corpus.conditions.audiences import in_section
from corpus.conditions.conditions import GroupKind
from corpus.notice import ClauseKind, Notice

__all__ = ["kind_asked", "kind_behind"]

# 三者须同时具备, 符合其一即可: what is said behind a list of all that it lists.
_ALL_BEHIND = re.compile(
    r"(?:以上|上述)?(?:[二两三四五六七八九\d]+|各)?(?:个?条件|者|项|条)?(?:必?须|应当?|需|要)*(?:同时|均|都|全部)(?:必?须|应当?|需)*(?:具备|满足|符合|达到)"
    r"|(?:以上|上述)[^，。；]{0,8}缺一不可"
)
_ANY_BEHIND = re.compile(
    r"(?:以上|上述)?(?:[二两三四五六七八九\d]+|各)?(?:个?条件|者|项|条)?(?:只要|只需)?(?:具备|满足|符合|达到)(?:其中)?(?:的)?(?:之一|其一|任[何一意]?[一]?[项条]?|一[项条])"
)


def kind_behind(notice: Notice, items: Sequence[int]) -> GroupKind | None:
    """What the paragraph right behind a list in a section on conditions makes of it; None where nothing."""
    node = notice.clauses[items[-1]]
    beside = notice.clauses[node.parent].children if node.parent >= 0 else ()
    after = next((c for c in beside if c > items[-1]), -1)
    if len(items) < 2 or after < 0 or notice.clauses[after].kind is not ClauseKind.PARAGRAPH:
        return None
    text = notice.clause_text(after).strip()
    if not in_section(notice, items[0]):
        return None
    return GroupKind.ALL if _ALL_BEHIND.match(text) else GroupKind.ANY if _ANY_BEHIND.match(text) else None


# 什么人可以申请: all of what stands below has to hold, where its items are no kinds of people.
_ASKS_WHO = re.compile(
    r"(?:什么(?:样的)?人|谁|哪些(?!材料|条件|证件|情况|情形)[\u4e00-\u9fff]{1,4}|哪类人|我)(?:才)?(?:可以?|能|有资格)(?:来)?(?:申[请报领]|报名?|报考|参加|办理?|享受|领取?|登记|预约|入住|购买|借|落户|评)[^，。；]{0,10}[？?：:]?$"
)
_PERSON = re.compile(r"(?:人员|人|者|户|学生|家庭|职工|军人|企业|单位|的)[。;；]?$")


def kind_asked(notice: Notice, lead: str, items: Sequence[int]) -> GroupKind | None:
    """What a heading that asks who may apply makes of the demands below it; None where it asks nothing."""
    if len(items) < 2 or not _ASKS_WHO.search(lead.strip()):
        return None
    people = any(_PERSON.search(notice.clause_text(i).strip()) for i in items)
    return None if people else GroupKind.ALL
