"""Whether the items of a list are kinds of people, of whom it will do to be one."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import patterns as re
from corpus.notice import Notice
from corpus.rules.inline_lists import plain_words

__all__ = ["all_kinds", "are_kinds"]

# 参保对象 above 本市户籍人员; 本市居住证持有人: whoever is of one kind.
_NAMES_KINDS = re.compile(r"对象|范围|人群|(?:以下|下列)(?:人员|人群|对象|家庭|单位|企业)")
_KIND_OF_PEOPLE = re.compile(
    r"(?:人员|人|成员|农民|村民|劳动力|妇女|青年|士兵|医生|干部|者|居民|学生|毕业生|新生|新生儿|儿童|职工|农民工|教师|军人|家庭|农户|子女|企业|单位|机构|组织|个体工商户)[。;]?"
)


def are_kinds(notice: Notice, lead: str, items: Sequence[int]) -> bool:
    """Whether a lead-in speaks of kinds of people and each of its items is one."""
    return bool(_NAMES_KINDS.search(lead)) and all_kinds(notice, items)


def all_kinds(notice: Notice, items: Sequence[int]) -> bool:
    """Whether each of several items is a kind of people."""
    words = [re.sub(r"\([^()]*\)", "", plain_words(notice, i)) for i in items]
    words = [w.partition(":")[0] if ";" in w else w for w in words]
    kinds = [w for w in words if len(w) <= _LONGEST_KIND and _names_kind(w)]
    return len(words) > 1 and len(kinds) == len(words)


def _names_kind(words: str) -> bool:
    """Whether the words of an item end in a kind of people, or name one before their first stop."""
    return any(_KIND_OF_PEOPLE.search(w[-6:]) for w in (words, words.partition(",")[0]))


_LONGEST_KIND = 60
