"""Several things asked in one turn, each answered by itself: 费用多少，什么时候截止，带什么."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer, Intent, Outcome, StatedFact
from bot.draft import MAX_CHARACTERS
from bot.lexicon import lexicon
from bot.question import Question
from bot.wanted import unit_of_question, wants_of
from corpus.notice import Citation

__all__ = ["asked_parts", "merged"]

_JOINT = re.compile(r"[,，;；。?？!！、]|\s+")
_LISTING = re.compile(r"哪些|什么|啥|怎么|如何|流程|步骤|材料|清单")
_ASKING = re.compile(
    r"哪|怎么|如何|咋|什么|啥|多少|几|多久|何时|[吗呢么]$|^(?:费用|材料|流程|时间|电话|地址)$"
)
_APART = frozenset(
    {
        Intent.FEE,
        Intent.DEADLINE,
        Intent.MATERIALS,
        Intent.PROCESS,
        Intent.CONTACT,
        Intent.PENALTY,
        Intent.RESIT,
        Intent.CERTIFICATE,
    }
)


def asked_parts(question: Question) -> tuple[Question, ...]:
    """The questions of a turn that asks for things of different kinds; none where it asks for one."""
    if question.context:
        return ()
    pieces = [p.strip() for p in _JOINT.split(question.text) if len(p.strip()) >= 2]
    parts, about = [], ""
    for piece in pieces:
        intent = _intent(piece)
        if intent in _APART and _ASKING.search(piece) and not _is_polar(piece):
            parts.append(_read(question, f"{about}，{piece}" if about else piece, piece, intent))
        elif parts:
            return ()  # what follows qualifies or is asked otherwise
        else:
            about = f"{about}，{piece}" if about else piece
    return tuple(parts) if len({p.intent for p in parts}) == len(parts) > 1 else ()


def _is_polar(text: str) -> bool:
    """Whether a part asks for yes or no; the last character of 什么 asks for neither."""
    return lexicon().polar.search(re.sub(r"什么|怎么|多么", "何", text)) is not None


def _intent(text: str) -> Intent:
    return next((i for i, cues in lexicon().intents if cues.search(text)), Intent.GENERAL)


def _read(question: Question, text: str, asked: str, intent: Intent) -> Question:
    return replace(
        question,
        typed=asked,
        text=text,
        intent=intent,
        wants=wants_of(asked),
        unit=unit_of_question(asked),
        lists=bool(_LISTING.search(asked)),
        parts=(),
    )


def merged(question: Question, parts: Sequence[Question], answers: Sequence[Answer]) -> Answer:
    """One answer out of those to its parts, each shortened to its share of the room."""
    citations: list[Citation] = []
    facts: list[StatedFact] = []
    lines: list[str] = []
    room = MAX_CHARACTERS
    for place, (part, answer) in enumerate(zip(parts, answers, strict=True)):
        share = room // (len(parts) - place)
        told = _within(answer, part, share)
        lines.append(told)
        room -= len(told) + 1
        kept = [c for c in answer.citations if c not in citations]
        citations += kept
        for fact in answer.facts:
            if re.sub(r"\s", "", fact.text) in re.sub(r"\s", "", told):
                facts.append(replace(fact, citation=citations.index(answer.citations[fact.citation])))
    return Answer(
        Outcome.ANSWERED,
        question.intent,
        "\n".join(lines),
        facts=tuple(facts),
        citations=tuple(citations),
        timing=next((a.timing for a in answers if a.timing is not None), None),
        confidence=round(min(a.confidence for a in answers), 2),
    )


def _within(answer: Answer, part: Question, room: int) -> str:
    """The first lines of an answer that fit, without the hint on the notice's age; a refusal in short."""
    if answer.outcome is not Outcome.ANSWERED:
        return f"“{part.typed[:20]}”：通知没有写明。"
    kept: list[str] = []
    for line in (x for x in answer.text.split("\n") if not x.startswith("提示：")):
        if len("\n".join((*kept, line))) > room:
            break
        kept.append(line)
    return "\n".join(kept) or answer.text[: max(20, room - 1)] + "…"
