"""All the documents that the person has to bring: the whole list, of their own group where they name one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.figures.compose import without_marker
from bot.figures.draft import MAX_CHARACTERS, Draft
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.finding.homes import homes_addressed, not_for_home
from bot.finding.records import records_of
from bot.telling.relevance import relevance, telling_apart, words_about
from corpus import patterns as re
from corpus.notice import ClauseKind, Notice, Span
from corpus.values.materials import Material
from index.passages import sentences

__all__ = ["add_materials"]

_NEAR = 6  # places among the evidence looked at
_INTENTS = frozenset({Intent.MATERIALS, Intent.CONTACT, Intent.PROCESS, Intent.GENERAL})
_ASKS_FOR_ALL = re.compile(
    r"(?:带|交|备|准备|提交|提供|拿|揣|凑)(?:齐|上|些|全)?(?:什么|哪些|啥|些什么|些啥)(?!费|钱|时候|地方|人)"
    r"|(?:什么|哪些|啥|哪几样)[^,，。]{0,4}(?:材料|资料|东西|证件|手续|证明|文件)"
    r"|(?:材料|资料|证件|文件)(?:清单|有哪些|有啥|是什么|都有|要哪些|需要|[?？]|$)|列全|要带齐"
)


def add_materials(
    draft: Draft, question: Question, notice: Notice, evidence: Sequence[Evidence], gatherer: EvidenceGatherer
) -> bool:
    """Tell every document of the list nearest to the evidence; whether there is such a list."""
    asked = question.intent in _INTENTS and _ASKS_FOR_ALL.search(question.text) is not None
    if not asked or question.wants - {"address"} or _asks_for_some(question.text, evidence):
        return False
    words = words_about(question, gatherer, notice)
    listed = _list_asked(notice, evidence, words)
    if len(listed) < 2:
        return False
    chosen = [m for m in _of_group(listed, words) if not _of_others(question.text, notice, m.clause)]
    return _add_as_printed(draft, notice, listed, chosen) or _add_names(draft, notice, chosen)


# Papers of a kind that is named: 要哪些扫描件.
_OF_A_KIND = re.compile(
    r"(?:什么|哪些|啥)(?P<kind>(?!材料|资料|东西|证件|手续|文件|证明|的)[\u4e00-\u9fff]{2,6}?)(?:[呢啊呀]?[?？]?$|[,，])"
)


def _asks_for_some(text: str, evidence: Sequence[Evidence]) -> bool:
    """Whether it asks for papers of one kind, which the best passage names."""
    some = _OF_A_KIND.search(text)
    return some is not None and bool(evidence) and some["kind"] in evidence[0].passage.text


def _list_asked(notice: Notice, evidence: Sequence[Evidence], words: dict[str, float]) -> list[Material]:
    """The documents of the list that the question is about: that near the best evidence, best named."""
    lists = _lists(notice)
    near = [e.passage.clause for e in evidence[:_NEAR] if e.notice is notice]
    scored = []
    for place, found in lists.items():
        clauses = {m.clause for m in found} | {place, *(notice.clauses[m.clause].parent for m in found)}
        rank = next((n for n, c in enumerate(near) if c in clauses), None)
        if rank is None:
            continue
        names = " ".join(m.name + m.condition for m in found)
        above = " ".join((*notice.heading_path(place), notice.clause_text(place)))
        scored.append((relevance(words, above, names) - 0.05 * rank + 0.01 * len(found), found))
    return max(scored, key=lambda s: s[0], default=(0.0, []))[1]


def _lists(notice: Notice) -> dict[int, list[Material]]:
    """The documents by the list that they stand in: the items of one parent, or a clause by itself."""
    found: dict[int, list[Material]] = {}
    for material in records_of(notice).materials:
        found.setdefault(_place(notice, material.clause), []).append(material)
    return found


def _place(notice: Notice, clause: int) -> int:
    """The clause that names a list: the nearest above that opens one, else the clause itself."""
    place = clause
    for above in notice.ancestors(clause):
        if notice.clauses[above].kind is ClauseKind.TABLE or re.search(
            r"材料|资料|证件|证明|[带交]", notice.heading(above)
        ):
            place = above
        else:
            break
    return place


def _of_group(listed: Sequence[Material], words: dict[str, float]) -> list[Material]:
    """Those of every other group left out where the question names one; all where it names none.

    Groups are kinds of persons (在职职工); a circumstance (由他人代办的) may hold for any of them.
    """
    groups = list(dict.fromkeys(m.condition for m in listed if _is_group(m.condition)))
    scores = telling_apart(words, [*groups, ""]) if groups else []
    named = {g for g, s in zip(groups, scores, strict=False) if s > 0}
    if not named:
        return list(listed)
    return [m for m in listed if not _is_group(m.condition) or m.condition in named]


def _of_others(asked: str, notice: Notice, clause: int) -> bool:
    """Whether a document is asked of those alone who are registered elsewhere than the question tells."""
    own = notice.clause_text(clause)
    above = notice.clauses[clause].parent
    return not_for_home(asked, own if homes_addressed(own) or above < 0 else notice.clause_text(above))


def _is_group(condition: str) -> bool:
    return bool(condition) and not condition.endswith(("的", "时", "后"))


def _add_as_printed(
    draft: Draft, notice: Notice, listed: Sequence[Material], chosen: Sequence[Material]
) -> bool:
    """The entries in the notice's own words, where there is room for all of them."""
    place = _place(notice, listed[0].clause)
    others = [m for m in listed if m not in chosen]
    entries: list[tuple[str, int, Span]] = []
    for clause in _entries(notice, place, {m.clause for m in listed}):
        entries += _pieces(notice, clause, chosen, others)
    head = "" if any(place == c for _, c, _ in entries) else notice.clause_text(place)
    head = "" if head.endswith(("？", "?")) else without_marker(notice, place, head)
    if len(draft.text) + sum(len(t) + 1 for t, _, _ in entries) + len(head) + 2 > MAX_CHARACTERS:
        return False
    if head and "\t" not in head and draft.add(f"{head.rstrip('：:')}："):
        draft.cite(notice, place)
    added = [draft.add(text) and draft.cite(notice, clause, span) >= 0 for text, clause, span in entries]
    return any(added)


def _entries(notice: Notice, place: int, holding: set[int]) -> list[int]:
    """The clauses that make up a list: from the first to the last that names a document."""
    below = [i for i in notice.descendants(place) if notice.clauses[i].kind is not ClauseKind.TABLE]
    return [i for i in below if min(holding) <= i <= max(holding)] or sorted(holding)


def _pieces(
    notice: Notice, clause: int, chosen: Sequence[Material], others: Sequence[Material]
) -> list[tuple[str, int, Span]]:
    """An entry of a list; of running words the sentences that name no documents of another group alone."""
    node = notice.clauses[clause]
    if node.kind is ClauseKind.ROW:
        cells = [c for c in node.cells if not re.search(r"序号|编号", c.header) and c.text]
        text = "；".join(f"{c.column}：{c.text}" if c.column else c.text for c in cells)
        return [(text, clause, node.spans[0])]
    if not any(m.clause == clause for m in others):
        return [(notice.quote(s), clause, s) for s in node.spans]
    kept = []
    for piece in (p for s in node.spans for p in sentences(notice.text, s)):
        of_others = any(piece.covers(m.span) for m in others)
        if not of_others or any(piece.covers(m.span) for m in chosen):
            kept.append((notice.quote(piece), clause, piece))
    return kept


def _add_names(draft: Draft, notice: Notice, chosen: Sequence[Material]) -> bool:
    """The names alone with form and number, group by group, where the list in full would be too long."""
    added = False
    for condition, members in groupby(chosen, key=lambda m: m.condition):
        named = list(members)
        names = list(dict.fromkeys(_name(m) for m in named))
        while names and not _fits(draft, line := _line(condition, names, len(named))):
            names.pop()
        if names and draft.add(line):
            for material in named[: len(names)]:
                draft.cite(notice, material.clause, material.span)
            added = True
    return added


def _fits(draft: Draft, line: str) -> bool:
    return len(draft.text) + len(line) + 1 <= MAX_CHARACTERS


def _line(condition: str, names: Sequence[str], whole: int) -> str:
    left = whole - len(names)
    rest = f"等（其余{left}项见原文）" if left > 0 else ""
    if not condition:
        return f"需要的材料：{'、'.join(names)}{rest}。"
    return (
        f"{condition.rstrip('，,')}{'' if condition.endswith('的') else '的'}，需：{'、'.join(names)}{rest}。"
    )


def _name(material: Material) -> str:
    """A document with its forms and number: 身份证（原件、复印件2份）."""
    count = f"{material.count}{material.unit}" if material.count else ""
    beside = "、".join(material.forms) + count
    mark = "（任选其一）" if material.one_of is not None else ""
    return f"{material.name}（{beside}）{mark}" if beside else material.name + mark
