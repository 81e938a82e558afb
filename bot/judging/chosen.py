"""What somebody has chosen of what a notice names: a post of one kind, one labelled class of several."""

from __future__ import annotations

from collections.abc import Sequence

from bot.judging.aims import aimed_at
from corpus import patterns as re
from corpus.conditions.conditions import Group
from corpus.notice import ClauseKind, Notice

__all__ = ["of_post", "other_label", "post_aimed_at"]

_KIND_OF_POST = re.compile(
    r"(?:报考|应聘|申报|申请)?(?P<kind>[\u4e00-\u9fff]{2,8}?)(?:专业技术)?(?:岗位?|职位)(?:的|人员)*"
)


def post_aimed_at(notice: Notice, groups: Sequence[Group], asked: str) -> tuple[str, tuple[str, ...]]:
    """The row of a table that a question applies for, and the names of all rows; `""` for none or several."""
    rows = (g.audience for g in groups if notice.clauses[g.lead].kind is ClauseKind.ROW and g.audience)
    names = list(dict.fromkeys(rows))
    aims = aimed_at(names, asked) if len(names) > 1 else []
    return (aims[0] if len(aims) == 1 else ""), tuple(names)


def of_post(words: str, post: str, names: Sequence[str]) -> bool | None:
    """Whether the post applied for is of the kind that `words` name: 初级岗位; None where no row tells."""
    kind = _KIND_OF_POST.fullmatch(words)
    if kind is None or not post:
        return None
    if kind["kind"] in post.split():
        return True
    return False if any(kind["kind"] in n.split() for n in names) else None


_NAMED = r"(?:[A-Za-z]|第?[一二三四五六七八九十]|[甲乙丙丁])[类档型]"
_LABEL = re.compile(rf"[\W\d]*(?P<label>{_NAMED})\s*[：:]")
_ASKED = re.compile(rf"(?:按|以|属于?|是|报|申请|算)(?P<label>{_NAMED})")


def other_label(item: str, asked: str) -> str:
    """The labelled kind that a question asks about, where an item of a list describes another one.

    A类：正高级职称 describes nobody who asks whether they are of B类; `""` for such an item.
    """
    own = _LABEL.match(item)
    named = [m["label"].upper() for m in _ASKED.finditer(asked)] if own else []
    return named[0] if own and named and own["label"].upper() not in named else ""
