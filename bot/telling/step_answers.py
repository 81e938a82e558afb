"""How something is done: every step in its order, shortened where all of them would not fit."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.figures.compose import without_marker
from bot.figures.draft import MAX_CHARACTERS, Draft
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.finding.records import records_of
from bot.telling.relevance import relevance, words_about
from corpus import patterns as re
from corpus.notice import Notice
from corpus.values.steps import Step

__all__ = ["add_steps"]

_NEARLY_ALL = 0.8  # of what is asked, in one passage
_FAR = 0.3
_NEAR = 8  # places among the evidence looked at
_ASKS_FOR_ALL = re.compile(
    r"流程|步骤|程序(?!设计|员)|手续|(?:怎么|如何|咋|怎样)(?:个)?(?:报名?|申报|申请|申领|办理?|操作|弄|走|登记|参加)(?![^,，。?？]{0,6}(?:时间|费|钱))"
)


def add_steps(
    draft: Draft, question: Question, notice: Notice, evidence: Sequence[Evidence], gatherer: EvidenceGatherer
) -> bool:
    """Tell the steps of the procedure asked about, all of them; whether there is such a procedure."""
    if question.intent is not Intent.PROCESS or question.wants or not _ASKS_FOR_ALL.search(question.text):
        return False
    words = words_about(question, gatherer, notice)
    steps = _procedure(notice, evidence, words)
    if len(steps) < 2 or _said_apart(notice, steps, evidence):
        return False
    head = without_marker(notice, steps[0].procedure, notice.clause_text(steps[0].procedure))
    if len(head) <= 60 and draft.add(f"{head.rstrip('：:。')}："):
        draft.cite(notice, steps[0].procedure)
    room = MAX_CHARACTERS - len(draft.text) - len(steps)
    added = False
    for line, step in zip(_lines(notice, steps, room), steps, strict=True):
        if draft.add(line):
            draft.cite(notice, step.clause, step.span)
            added = True
    return added


def _said_apart(notice: Notice, steps: Sequence[Step], evidence: Sequence[Evidence]) -> bool:
    """Whether one passage outside the procedure says nearly all that is asked: 模式变了怎么申报."""
    places = {steps[0].procedure, *(s.clause for s in steps)}
    within = [
        e for e in evidence if places.intersection((e.passage.clause, *notice.ancestors(e.passage.clause)))
    ]
    first = evidence[0]
    most = max((e.coverage for e in within), default=0.0)
    return first not in within and first.coverage >= _NEARLY_ALL and first.coverage >= most + _FAR


def _procedure(notice: Notice, evidence: Sequence[Evidence], words: dict[str, float]) -> list[Step]:
    """The steps of the procedure that the question is about; none where none lies near the evidence."""
    near = [e.passage.clause for e in evidence[:_NEAR]]
    procedures: dict[int, list[Step]] = {}
    for step in records_of(notice).steps:
        procedures.setdefault(step.procedure, []).append(step)
    scored = []
    for place, steps in procedures.items():
        rank = next((n for n, c in enumerate(near) if c == place or place in notice.ancestors(c)), None)
        if rank is None and len(procedures) > 1:
            continue
        heading = " ".join((*notice.heading_path(place)[1:], notice.clause_text(place)))
        own = relevance(words, heading, " ".join(s.text for s in steps))
        scored.append((own - 0.04 * (_NEAR if rank is None else rank), steps))
    return max(scored, key=lambda s: s[0], default=(0.0, []))[1]


def _lines(notice: Notice, steps: Sequence[Step], room: int) -> list[str]:
    """The steps in full, or each to its first words where all in full would not fit."""
    marks = [notice.clauses[s.clause].marker for s in steps]
    own = [
        f"{m}{s.text}" if m and not s.text.startswith(m) else s.text
        for m, s in zip(marks, steps, strict=True)
    ]
    if len(set(marks)) < len(marks):
        own = [f"{n}. {s.text}" for n, s in enumerate(steps, start=1)]
    if sum(map(len, own)) <= room:
        return own
    each = max(12, room // len(own))
    spare = sum(max(0, each - len(o)) for o in own)
    long = sum(len(o) > each for o in own) or 1
    return [
        o if len(o) <= each else _shortened(o, each + spare // long, s)
        for o, s in zip(own, steps, strict=True)
    ]


def _shortened(line: str, room: int, step: Step) -> str:
    """A step cut at the last stop that leaves room, with who takes it where that is not said."""
    who = f"（{step.actor}）" if step.actor and step.actor not in line[:room] else ""
    cut = line[: max(8, room - len(who) - 1)]
    stops = [m.end() for m in re.finditer(r"[。；;，,]", cut)]
    kept = cut[: stops[-1] - 1] if stops and stops[-1] > len(cut) // 3 else cut
    return f"{kept}{who}…"
