"""Channels that a notice puts applicants in, and whom each is for: B类（优先通道）：（1）…；（2）….

Nobody has to be of a channel to apply: who is of one is judged where that channel is asked about.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus import patterns as re
from corpus.notice import ClauseKind, Notice
from corpus.once import once_per_notice
from corpus.values.points import points_in

__all__ = ["Channel", "channel_clauses", "channel_in"]


@dataclass(frozen=True, slots=True)
class Channel:
    """What a channel is called, and the places in its clause of the kinds of people that it is for."""

    name: str
    places: tuple[tuple[int, int], ...]


_OPENS = re.compile(
    r"\s*(?P<name>(?:(?:[A-Za-z甲乙丙丁]|第?[一二三四五])[类档级等]|第[一二三四五](?:顺位|顺序|批次?|梯队|队列|序列|档)"
    r"|(?:最?优先|重点)(?:保障|安排|照顾|录取|安置|入学|配租|服务)?(?:对象|人群|人员|家庭|通道|顺序|群体)|[\u4e00-\u9fff]{2,4}通道)(?:[(（][^()（）]{2,12}[)）])?)"
    r"\s*[：:](?!\s*$)"
)
_KIND = re.compile(
    r"(?:人员|人士|者|人|老人|儿童|居民|学生|毕业生|职工|教师|军人|家属|遗属|家庭|农户|户|子女|企业|单位|对象|模范|人才)$"
)


@once_per_notice
def channel_clauses(notice: Notice) -> dict[int, Channel]:
    """The clauses that each name a channel and whom it is for, where there are several channels."""
    found: dict[int, Channel] = {}
    for index, clause in enumerate(notice.clauses):
        if clause.kind in (ClauseKind.ROW, ClauseKind.TABLE) or len(clause.spans) != 1:
            continue
        if (channel := channel_in(notice.quote(clause.spans[0]))) is not None:
            found[index] = channel
    return found if len({t.name for t in found.values()}) > 1 else {}


def channel_in(text: str) -> Channel | None:
    """The channel that a clause opens with, and whom it is for; None where it opens with none."""
    opened = _OPENS.match(text)
    if opened is None:
        return None
    rest = text[opened.end() :]
    run = points_in(rest)
    cut = run.places if run is not None and not run.lead.strip() else _parts(rest)
    kinds = [(a, b) for a, b in cut if run or _KIND.search(rest[a:b].strip("；;。 "))]
    places = tuple((opened.end() + a, opened.end() + b) for a, b in kinds if rest[a] != "其")
    return Channel(opened["name"], places) if places else None


def _parts(text: str) -> tuple[tuple[int, int], ...]:
    """The parts of the first sentence of a text between its commas and semicolons."""
    first = re.split(r"。", text, maxsplit=1)[0]
    return tuple(m.span() for m in re.finditer(r"[^，,、；;]{3,}", first))
