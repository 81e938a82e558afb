"""What an item of a list is by its own words: a case, an article, a list of its own, or an explanation."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import patterns as re
from corpus.conditions.audiences import levels_in
from corpus.conditions.conditions import GroupKind
from corpus.conditions.formal import tells_procedure
from corpus.conditions.given_out import only_gives
from corpus.conditions.lead_kinds import kind_of
from corpus.conditions.matters import names_matter
from corpus.conditions.not_demanded import RECKONS
from corpus.conditions.relaxations import relaxes_only
from corpus.notice import ClauseKind, Notice
from corpus.rules.inline_lists import inline_list, plain_words

__all__ = [
    "are_articles",
    "are_cases",
    "explains_only",
    "holds_more",
    "level_titled",
    "opens_list",
    "shuts_out",
]


def holds_more(notice: Notice, index: int) -> bool:
    """Whether more than a table stands below an item."""
    return any(notice.clauses[c].kind is not ClauseKind.TABLE for c in notice.clauses[index].children)


_ARTICLE = re.compile(r"第[一二三四五六七八九十百\d]+条")


def are_articles(notice: Notice, items: Sequence[int]) -> bool:
    """Whether items are articles: 第五条."""
    return all(_ARTICLE.match(notice.clauses[i].marker.strip()) for i in items)


def opens_list(notice: Notice, index: int) -> bool:
    """Whether an item is the lead-in of a list that it says how to join."""
    return len(notice.clauses[index].children) > 1 and kind_of(notice.clause_text(index)) is not None


_LEVEL_TITLE = re.compile(r"^(?P<title>[^：:，,。；;]{2,12})[：:](?=.{4})")


def level_titled(notice: Notice, index: int) -> str:
    """The grade that an item says what is demanded for: 五级/初级工：年满16周岁; `""` for none."""
    node = notice.clauses[index]
    title = _LEVEL_TITLE.match(notice.clause_text(index).removeprefix(node.marker).strip())
    levels = levels_in(title["title"]) if title else []
    return levels[0] if len(levels) == 1 else ""


def shuts_out(notice: Notice, index: int) -> bool:
    """Whether an item opens or holds a list of whom it keeps out, and demands nothing by itself."""
    own = notice.clause_text(index)
    if notice.clauses[index].children and kind_of(own) is GroupKind.NONE:
        return True
    held = inline_list(notice, index)
    return held is not None and held.kind is GroupKind.NONE


def are_cases(notice: Notice, items: Sequence[int]) -> bool:
    """Whether items name cases, each ending in 的: of such a list one case will do."""
    words = [plain_words(notice, i).strip("。；; ") for i in items]
    return len(words) > 1 and all(w.endswith("的") for w in words)


def explains_only(words: str) -> bool:
    """Whether an item of a list states no condition: it explains or relaxes others."""
    plain = re.sub(r"\s", "", words).strip("。;:")
    alone = re.fullmatch(r"[^,;:。]{4,60}除外", plain) is not None  # shuts out by itself
    explains = names_matter(plain) or RECKONS.search(plain) is not None or relaxes_only(plain)
    explains = explains or only_gives(plain) or tells_procedure(plain)
    return explains or alone or plain.endswith("优先")
