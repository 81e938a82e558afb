"""The things that the questions of a notice of questions and answers are about: 高龄津贴发给谁？ beside
申请医疗救助要满足什么条件？
"""

from __future__ import annotations

from corpus import patterns as re
from corpus.notice import ClauseKind, Notice
from corpus.once import once_per_notice

__all__ = ["asked_things"]

_FEWEST = 3  # headings that ask, from which on a notice is one of questions and answers
_ASKS = re.compile(r"[？?]\s*$|[吗呢]\s*$")
_GIVEN = (
    r"(?:补贴|补助|津贴|奖励|奖学金|助学金|资助|贷款|贴息|救助|补偿|医保|医疗保险|养老保险|失业保险|失业金|公租房|廉租房"
    r"|落户|入户|迁入|居住证|低保|保障金|优待证|护理险|减免)"
)
# What is asked before the name of a thing: 谁可以参加居民医保, 怎么申请护理补贴.
_BEFORE = re.compile(
    r"申请|申领|领取?|办理?|享受|参加|参与|享有|拿到?|可以?|能够?|怎么|怎样|如何|谁|哪些人?|什么人?|我们?|想|要|的|和|与|及|或|已经?|有|没有?|没|同时|关于"
)
_THING = re.compile(rf"[\u4e00-\u9fff]{{0,12}}?{_GIVEN}")


@once_per_notice
def asked_things(notice: Notice) -> dict[int, str]:
    """The asking headings that each name one thing, where they name different ones."""
    asking = [
        i
        for i, c in enumerate(notice.clauses)
        if c.kind is ClauseKind.HEADING and c.children and _ASKS.search(notice.clause_text(i))
    ]
    named = {i: _named(notice.clause_text(i).removeprefix(notice.clauses[i].marker)) for i in asking}
    found = {i: names[0] for i, names in named.items() if len(names) == 1}
    return found if len(asking) >= _FEWEST and len(set(found.values())) > 1 else {}


def _named(question: str) -> list[str]:
    """The different things that a question names, in order."""
    names = (_BEFORE.split(m[0])[-1] for m in _THING.finditer(question))
    return list(dict.fromkeys(n for n in names if n))
