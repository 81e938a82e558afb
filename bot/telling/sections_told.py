"""The things that a notice gives, section by section: two of them side by side, or one point of each.

Asked how 租房补贴 and 购房补贴 differ, it tells what both sections say. Asked which papers, where the notice
gives several things and none is named, it tells what each of them says of papers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answer import Answer
from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.figures.compose import without_marker
from bot.figures.draft import MAX_CHARACTERS, Draft
from bot.finding.evidence import EvidenceGatherer
from bot.judging.levels import speaks_of_person
from bot.speech.lexicon import lexicon
from bot.telling.telling import answered
from corpus import patterns as re
from corpus.conditions.schemes import scheme_sections
from corpus.notice import ClauseKind, Notice

__all__ = ["DIFFER", "sections_told"]

DIFFER = re.compile(r"区别|不同|不一样|差别|差异|两样|差在哪|比较一?下|对比")
# What a point of a section is called that answers a question of each kind.
_POINTS = {
    Intent.MATERIALS: re.compile(r"材料|资料|证件"),
    Intent.DEADLINE: re.compile(r"时间|期限|日期"),
    Intent.FEE: re.compile(r"标准|金额|费用|收费"),
    Intent.PROCESS: re.compile(r"流程|程序|方式|步骤|办法"),
}
_MOST = 5  # sections told one by one


def sections_told(question: Question, notice: Notice, gatherer: EvidenceGatherer) -> Answer | None:
    """What the sections asked about say; None where no such question is asked."""
    sections = scheme_sections(notice)
    if len(sections) < 2 or question.polar or speaks_of_person(question.text):
        return None
    named = [i for i, name in sections.items() if name in question.text]
    if len(named) == 2 and DIFFER.search(question.text):
        return _side_by_side(notice, [(i, sections[i]) for i in named])
    point = _POINTS.get(question.intent)
    spoken_of = named or [i for i, name in sections.items() if name in question.context]
    if point is None or len(spoken_of) > 1 or len(sections) > _MOST or (question.context and not spoken_of):
        return None
    if spoken_of and question.intent is Intent.DEADLINE:
        return None  # the times of one thing are told as open or closed on the day
    known = "".join(sections[i] for i in spoken_of)
    general = lexicon().general | lexicon().light
    words = [w for w in gatherer.words(question.text) if w not in known and w not in general]
    if not all(point.search(w) for w in words):
        return None
    asked = spoken_of or list(sections)
    told = [(sections[i], p) for i in asked for p in list(_points(notice, i, point))[:1]]
    return _of_each(notice, question.intent, told) if len(told) >= min(2, len(asked)) else None


def _side_by_side(notice: Notice, both: Sequence[tuple[int, str]]) -> Answer | None:
    draft = Draft()
    for section, name in both:
        points = [
            c for c in notice.clauses[section].children if notice.clauses[c].kind is not ClauseKind.TABLE
        ]
        said = f"{name}："
        for clause in points:
            words = _words(notice, clause)
            if len(said) + len(words) > MAX_CHARACTERS // 2 - 4:
                break
            said += words if words[-1] in "。；;" else f"{words}；"
            draft.cite(notice, clause)
        draft.add(said)
    return replace(answered(draft, Intent.GENERAL), confidence=0.8) if len(draft.lines) == 2 else None


def _of_each(notice: Notice, intent: Intent, told: Sequence[tuple[str, int]]) -> Answer:
    draft = Draft()
    for name, clause in told:
        if draft.add(f"{name}：{_words(notice, clause)}"):
            draft.cite(notice, clause)
    return replace(answered(draft, intent), confidence=0.8)


def _points(notice: Notice, section: int, called: re.Pattern[str]) -> Iterator[int]:
    """The points of a section that begin by what they are called: 材料：…, （四）申请材料."""
    for clause in notice.clauses[section].children:
        lead = re.match(r"[^：:，。；]{2,8}(?=[：:]|$)", _own(notice, clause))
        if lead is not None and called.search(lead[0]):
            yield clause


def _own(notice: Notice, clause: int) -> str:
    return re.sub(r"\s", "", without_marker(notice, clause, notice.clause_text(clause)))


def _words(notice: Notice, clause: int) -> str:
    """A point with what stands below it."""
    below = [_own(notice, c).rstrip("。；;") for c in notice.clauses[clause].children]
    return _own(notice, clause) + "；".join(below)
