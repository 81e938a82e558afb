"""Lead-ins: the words above a list that each of its items completes."""

from __future__ import annotations

from corpus import patterns as re
from corpus.notice import ClauseKind, Notice
from corpus.once import once_per_notice
from corpus.values.numbering import read_marker

__all__ = ["announces", "governing_clause", "paragraph_above"]

_LEAD = re.compile(
    r"(?:如下|以下|下列|之一|包括|分别|为)?\s*[^。；]{0,12}[：:]\s*$|(?:下列|以下).{0,20}(?:的|者)?[，,。：:]|之一|(?:下列|以下)[^。；，,]{0,8}(?:条件|情形|要求)\s*$"
)

# 现将有关事项通知如下: opens the whole notice, and no item completes it.
_ANNOUNCES = re.compile(
    r"现[将就对把][^。；]{0,60}(?:如下|以下)|(?:告知|通知|公告|通告|公布|印发|说明|解答|答复)(?:给?你们|大家)?如下"
)


# A number in a line of its own, and the line before it that says whose it is.
_NUMBER = re.compile(r"[^：:\d]{0,8}(?:电话|联系方式|手机|邮箱)[^：:\d]{0,4}[：:\s]\s*[\w@.()（）、，,/ -]+$")
_WHOSE = re.compile(r"[^：:\d]{0,8}联系人[^：:\d]{0,4}[：:\s]\s*[\u4e00-\u9fff、，,（）() ]{2,20}$")


def announces(text: str) -> bool:
    """Whether a paragraph only opens the notice: 经研究同意…，现将有关事项通知如下."""
    return _ANNOUNCES.search(text) is not None


def governing_clause(notice: Notice, clause: int) -> int | None:
    """The clause whose words another completes: `有下列行为之一的，取消…` above `1、携带…`, 联系人：王老师
    before 电话：6612."""
    if (person := _person_before(notice, clause)) is not None:
        return person
    is_item = notice.clauses[clause].kind is ClauseKind.ITEM
    beside = paragraph_above(notice, clause) if is_item else None
    if beside is not None:
        return beside
    if notice.clauses[clause].kind is ClauseKind.PARAGRAPH:
        return None
    for above in notice.ancestors(clause):
        text = notice.clause_text(above)
        if notice.clauses[above].kind is ClauseKind.TABLE:
            continue
        if _LEAD.search(text) and len(text) > 6 and not _ANNOUNCES.search(text):
            return above
        break
    return None


def _person_before(notice: Notice, clause: int) -> int | None:
    """The line before a number in a line of its own that says who answers it."""
    before = clause - 1
    beside = before >= 0 and notice.clauses[before].parent == notice.clauses[clause].parent
    if not beside or not _NUMBER.match(notice.clause_text(clause)):
        return None
    return before if _WHOSE.match(notice.clause_text(before)) else None


def paragraph_above(notice: Notice, clause: int) -> int | None:
    """A paragraph that ends in a colon directly above the list that a clause stands in, and leads into it."""
    above = _above(notice).get(clause)
    if above is None or notice.clauses[above].kind is not ClauseKind.PARAGRAPH:
        return None
    text = notice.clause_text(above)
    return above if _LEAD.search(text) and not _ANNOUNCES.search(text) else None


@once_per_notice
def _above(notice: Notice) -> dict[int, int]:
    """For each clause, the nearest one before it at its level that is of no list.

    An item is passed over, and so is a clause with a mark like its own: it opens a list of its own.
    """
    nearest: dict[int, int] = {}
    seen: dict[int, list[tuple[int, str]]] = {}  # by parent: the last of no list, and one of another style
    for index, clause in enumerate(notice.clauses):
        style = _style(clause.marker) if clause.marker else ""
        last = seen.setdefault(clause.parent, [])
        other = next((i for i, s in last if not style or s != style), None)
        if other is not None:
            nearest[index] = other
        if clause.kind is not ClauseKind.ITEM:
            last[:] = [(index, style), *(pair for pair in last if pair[1] != style or not style)][:2]
    return nearest


def _style(mark: str) -> str:
    marker = read_marker(f"{mark}甲")
    return marker.style if marker else ""
