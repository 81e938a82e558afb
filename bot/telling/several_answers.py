"""Several things asked in one turn, each answered by itself: 费用多少，什么时候截止，带什么."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer
from bot.answer_parts import Condition, Intent, Outcome, StatedFact
from bot.conversation.asked import asked_about
from bot.conversation.question import Question, read_part
from bot.figures.draft import MAX_CHARACTERS
from bot.finding.values import holds
from bot.speech.lexicon import lexicon
from bot.speech.words import QuestionWords
from corpus import patterns as re
from corpus.notice import Citation, Notice, Span

__all__ = ["asked_parts", "merged", "told_with"]

_JOINT = re.compile(r"[,，;；。?？!！、]|\s+")
_ASKING = re.compile(
    r"哪|谁|怎么|如何|咋|什么|啥|多少|(?<![那这好上前])几(?![年天个]前|样)|多久|何时|[吗么]$|([\u4e00-\u9fff])不\1"
    r"|^(?:费用|材料|流程|时间|电话|地址)$|^(?:同比)?(?:增速|增幅|增长率|占比|比重|比例)$|^同比$|^占[^，,]{0,8}(?:比重|比例|比)$"
)
# A measure that is of what the part before asks about: 收入多少，占全国的比重.
_MEASURE = re.compile(
    r"(?:同比|环比)?(?:(?:增速|增幅|增长率|占比|比重|比例|[同环]比)(?:是|为|有)?(?:多少)?"
    r"|(?:增长|增加|上升|提高|下降|减少|[涨降增])了?(?:多少|几个百分点))|占[^，,]{0,8}(?:比重|比例|比)(?:是|为)?(?:多少)?"
)
# Behind a question a bare noun asks the same of another thing: 初审几天，复审呢.
_ELLIPTIC = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,8}呢$")
# Two questions without a mark between them: 报名费多少啊要带什么材料, 押金多少能退吗.
_RUN_ON = re.compile(r"((?:[费金价租钱用][^,，]{0,3})?多少钱?)(?:啊|呀|呢|和|还有)?(?=[\u4e00-\u9fff]{3,})")
_ASIDE = re.compile(r"[（(]([^（）()]*)[）)]")
_HOW_MUCH = re.compile(r"(.{2,}?)(?:是|有|为)?多少[^,，]{0,3}$")
_TAIL = re.compile(
    r"(?:那|又|还|要|得|能|可以|会|一共|具体)*(?:是|交|给|收|补|罚|扣|奖|拿|高|低|多|少|贵|差)?多少(?:钱|分|块)?|行吗|可以吗|对吗|是吗"
)
_MOST_PARTS = 3
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


def asked_parts(question: Question, words: QuestionWords, apart: bool = False) -> tuple[Question, ...]:
    """The questions of a turn that asks for several things, each with what it is about; none for one.

    They are of different kinds (费用多少，怎么报名), or each names what it asks about. A last part that names
    nothing of its own leans on the one before, its context: 三日票多少钱，能用几个小时. What the first names
    beside the thing it asks about is taken over by the others, unless they are to be read `apart`.
    """
    if question.context:
        return ()
    pieces = _pieces(question.text)
    if pieces is None or not 1 < len(pieces) - 1 <= _MOST_PARTS:
        return ()
    about, *asking = pieces
    parts = [
        _part(question, about, [] if apart else asking[:n], piece, words) for n, piece in enumerate(asking)
    ]
    if len(parts) == 2 and (whole := _of_the_first(*asking)):
        return (parts[0], read_part(question, asking[1], "，".join(p for p in (about, whole) if p)))
    parts = [_completed(p, parts[n - 1], asking[n - 1]) if n else p for n, p in enumerate(parts)]
    kinds = {p.intent for p in parts}
    if kinds <= _APART and len(kinds) == len(parts):
        return tuple(parts)
    named = [_names_something(p, words) for p in asking]
    if len(parts) == 2 and not named[1] and (parts[1].wants or parts[1].polar):
        parts[1] = replace(parts[1], context=asking[0])
        return tuple(parts)
    own = [n or _is_of_its_own(p, parts) for n, p in zip(named, parts, strict=True)]
    return tuple(parts) if all(own) else ()


def _of_the_first(first: str, second: str) -> str:
    """A measure with what the question before it asks how much of: 收入多少，占全国的比重."""
    of = _HOW_MUCH.match(first) if _MEASURE.fullmatch(second) else None
    return of[1] + second if of else ""


def _completed(part: Question, before: Question, typed: str) -> Question:
    """A part that is a bare noun asks of it what the part before asks: 初审几天，复审呢."""
    if not _ELLIPTIC.fullmatch(part.typed) or part.wants:
        return part
    intent = before.intent if part.intent is Intent.GENERAL else part.intent
    return replace(part, wants=before.wants, unit=before.unit, intent=intent, context=typed)


def _is_of_its_own(part: Question, parts: Sequence[Question]) -> bool:
    """Whether a part that names nothing is of a kind, or wants a value, that no other part does."""
    others = [p for p in parts if p is not part]
    if part.intent in _APART:
        return all(p.intent is not part.intent for p in others)
    return bool(part.wants) and not any(p.wants & part.wants for p in others)


def _names_something(piece: str, words: QuestionWords) -> bool:
    """Whether a part says by a noun of its own what it asks about."""
    asked = asked_about(piece, words)
    return asked.noun and bool(asked.things)


def _pieces(text: str) -> list[str] | None:
    """What the parts are about, then the parts that ask; None where what follows qualifies them."""
    asides = "，".join(_ASIDE.findall(text))
    pieces = [p.strip() for p in _JOINT.split(_marked(_ASIDE.sub("", text))) if len(p.strip()) >= 2]
    about, asking = [asides] if asides else [], list[str]()
    for piece in pieces:
        if _ASKING.search(piece) or (asking and _ELLIPTIC.fullmatch(piece)):
            tail = asking and _TAIL.fullmatch(piece) and _leads(asking[-1])
            asking[-1:] = [f"{asking[-1]}，{piece}"] if tail else [*asking[-1:], piece]
        elif asking:
            return None
        else:
            about.append(piece)
    return ["，".join(about), *asking]


def _marked(text: str) -> str:
    """The text with a mark between two questions that run on."""
    run_on = _RUN_ON.search(text)
    rest = text[run_on.end() :] if run_on else ""
    asks = _ASKING.search(rest) or _is_polar(rest)
    return f"{text[: run_on.end()]}，{rest}" if run_on and asks and not _JOINT.search(text) else text


def _leads(piece: str) -> bool:
    """Whether a part asks whether there is something, and the next only how much: 要交钱吗，交多少."""
    return _is_polar(piece) or re.search(r"哪|谁|[吗么嘛]$|有没有|要不要", piece) is not None


def _is_polar(text: str) -> bool:
    """Whether a part asks for yes or no; the last character of 什么 asks for neither."""
    return lexicon().polar.search(re.sub(r"什么|怎么|多么", "何", text)) is not None


def _part(
    question: Question, about: str, before: Sequence[str], piece: str, words: QuestionWords
) -> Question:
    """A part with what the turn is about, and what the first part names beside the thing it asks about."""
    beside = asked_about(before[0], words).beside if before else ()
    named = " ".join(b for b in beside if b not in piece and words.tag(b).startswith("n"))
    return read_part(question, piece, "，".join(p for p in (about, named, piece) if p))


def told_with(part: Question, notice: Notice, answer: Answer) -> bool:
    """Whether an answer tells, of what it cites, also what a part that leans on it wants."""
    spans = [Span(c.start, c.end) for c in answer.citations if c.notice_id == notice.notice_id][:1]
    told = [f for f in notice.facts if any(s.covers(f.span) for s in spans)]
    facts = [f for f in told if _printed(notice.quote(f.span)) in _printed(answer.text)]
    text = answer.text if len(facts) < len(told) else " ".join(notice.quote(s) for s in spans)
    named = not _ELLIPTIC.fullmatch(part.typed) or part.typed.removesuffix("呢") in _printed(answer.text)
    stated = named and bool(part.wants) and all(holds(w, part.unit, facts, text) for w in part.wants)
    return answer.outcome is Outcome.ANSWERED and stated


def _printed(text: str) -> str:
    return re.sub(r"\s", "", text)


def merged(question: Question, parts: Sequence[Question], answers: Sequence[Answer]) -> Answer:
    """One answer out of those to its parts, each shortened to its share of the room."""
    citations: list[Citation] = []
    facts: list[StatedFact] = []
    conditions: list[Condition] = []
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
        for c in answer.conditions:
            conditions.append(replace(c, citation=citations.index(answer.citations[c.citation])))
    verdicts = [a.verdict for a in answers if a.verdict is not None]
    return Answer(
        Outcome.ANSWERED,
        question.intent,
        "\n".join(lines),
        verdict=verdicts[0] if len(verdicts) == 1 else None,
        conditions=tuple(conditions) if len(verdicts) == 1 else (),
        facts=tuple(facts),
        citations=tuple(citations),
        timing=next((a.timing for a in answers if a.timing is not None), None),
        confidence=round(min(a.confidence for a in answers), 2),
    )


def _within(answer: Answer, part: Question, room: int) -> str:
    """The first lines of an answer that fit, without the hint on the notice's age; a refusal in short."""
    if answer.outcome in (Outcome.UNANSWERABLE, Outcome.OUT_OF_SCOPE):
        return f"“{part.typed[:20]}”：通知没有写明。"
    kept: list[str] = []
    for line in (x for x in answer.text.split("\n") if not x.startswith("提示：")):
        if len("\n".join((*kept, line))) > room:
            break
        kept.append(line)
    return "\n".join(kept) or answer.text[: max(20, room - 1)] + "…"
