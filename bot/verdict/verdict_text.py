"""A verdict in words: what decides first, then the conditions with their states, then what to tell next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answer import Answer
from bot.answer_parts import Condition, ConditionState, Intent, Outcome, Verdict
from bot.figures.draft import MAX_CHARACTERS, Draft, plain
from bot.judging.proof import Proof, leaves_in
from bot.speech.bounded import JudgedLeaf
from bot.verdict.asking import effort_of, facts_to_ask
from bot.verdict.earliest import GROWING
from corpus import patterns as re
from corpus.conditions.conditions import GroupKind, Leaf
from corpus.notice import Citation, Notice, Span

__all__ = ["tell_verdict"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN
_MARK = {_MET: "✓", _UNMET: "✗", _UNKNOWN: "?"}
_MOST_LINES, _MOST_WORDS = 5, 150
_MOST_SETTLED = 2  # lines on what is settled already, above what is still open
_MOST_PRESUMED, _PRESUMED_WORDS = 6, 24


def tell_verdict(
    notice: Notice,
    proof: Proof,
    verdict: Verdict,
    target: str,
    beside: Iterable[Leaf] = (),
    closing: Sequence[str] = (),
    echo: str = "",
) -> Answer:
    """The answer that says a verdict.

    `beside` are conditions of rules that may yet come to decide, `closing` lines to end with, `echo` what was
    understood of the person, told where there is room.
    """
    draft = Draft()
    told = _decisive(proof, verdict)[:_MOST_LINES]
    missing = facts_to_ask(proof, beside) if verdict is Verdict.NEEDS_INFO else ()
    last = [*closing, *(m.question for m in missing[:1])]
    reserved = sum(len(line) + 1 for line in last)
    draft.add(_headline(verdict, target, any(p.state is _UNKNOWN for p in told)))
    conditions = [_condition(draft, notice, p) for p in told]
    for condition, step in zip(conditions, told, strict=True):
        _add(draft, f"{_MARK[step.state]} {condition.text}{_reason(step)}", reserved)
    conditions += [_waiving(draft, c, reserved) for p in told if (c := p.waived) is not None]
    if verdict is not Verdict.NOT_ELIGIBLE:
        conditions += _presume(draft, notice, proof, reserved)
    for line in last:
        draft.add(line)
    draft.add_below_headline(echo)
    return Answer(
        Outcome.CLARIFY if verdict is Verdict.NEEDS_INFO else Outcome.ANSWERED,
        Intent.ELIGIBILITY,
        draft.text,
        verdict=verdict,
        target=target or None,
        conditions=tuple(conditions),
        missing=missing,
        citations=tuple(draft.citations),
        facts=draft.stated_facts(),
        suggestions=missing[0].options if missing else (),
        confidence=0.8,
        proof=proof,
    )


def _waiving(draft: Draft, citation: Citation, reserved: int) -> Condition:
    """The sentence that frees the person from a condition, as a line of its own."""
    if citation not in draft.citations:
        draft.citations.append(citation)
    words = plain(citation.quote)[:_MOST_WORDS]
    _add(draft, f"{_MARK[_MET]} {words}", reserved)
    return Condition(words, _MET, draft.citations.index(citation), "按您的情况适用")


def _add(draft: Draft, line: str, reserved: int) -> None:
    """A line, where it leaves room for those that come last."""
    if len(draft.text) + len(line) + reserved < MAX_CHARACTERS:
        draft.add(line)


def _headline(verdict: Verdict, target: str, unsure: bool) -> str:
    about = f"申报{target}的" if target else ""
    match verdict:
        case Verdict.ELIGIBLE if unsure:
            return f"您问到的这一点不妨碍{f'申报{target}' if target else '申请'}；标“?”的各项还要您自己对照："
        case Verdict.ELIGIBLE:
            return f"可以，按您说的情况符合{about}条件："
        case Verdict.NOT_ELIGIBLE:
            return f"不可以，按您说的情况不符合{about}条件："
        case _:
            return f"还不能确定是否符合{about}条件，需要您补充情况："


# --- which conditions are worth saying, those that decide first ----------------------------------------


def _decisive(proof: Proof, verdict: Verdict) -> list[Proof]:
    choose = {
        Verdict.NOT_ELIGIBLE: _failing,
        Verdict.NEEDS_INFO: _open,
        Verdict.ELIGIBLE: _passing,
    }[verdict]
    wanted = {Verdict.NOT_ELIGIBLE: _UNMET, Verdict.NEEDS_INFO: _UNKNOWN, Verdict.ELIGIBLE: _MET}[verdict]
    groups = sorted(proof.parts, key=lambda g: (g.state is not wanted, not _touched(g)))
    told = [p for g in groups for p in choose(g) if p.parts]
    if verdict is not Verdict.NEEDS_INFO:
        return told
    settled = [p for g in groups for p in _settled(g) if p.parts][:_MOST_SETTLED]
    return [*settled, *(p for p in told if p not in settled)]


def _settled(group: Proof) -> Iterable[Proof]:
    """What the facts told settle of a list already: a way that is met, else the nearest that is not."""
    told = [p for p in group.parts if not p.presumed and _touched(p)]
    if group.kind is GroupKind.NONE:
        return ()
    met = [p for p in told if p.state is _MET]
    if group.kind is GroupKind.ALL or met:
        return met if group.kind is GroupKind.ALL else met[:1]
    short = [p for p in told if p.state is _UNMET and any(map(_falls_short, leaves_in(p)))]
    return sorted(short, key=lambda p: -_nearness(p))[:1]


def _falls_short(judged: JudgedLeaf) -> bool:
    """Whether a length of time or an amount that was told is not enough."""
    return judged.state is _UNMET and not judged.presumed and judged.leaf.attribute in GROWING


def _failing(group: Proof) -> Iterable[Proof]:
    """What keeps the person out; of ways of which one would do, that first which what was told is too little
    for, then the nearest that are not met, then those of which nothing was told."""
    if group.state is not _UNMET:
        return ()
    if group.kind in (GroupKind.NONE, GroupKind.ALL):
        return [p for p in group.parts if p.state is _UNMET]
    return sorted((p for p in group.parts if p.state is not _MET), key=_how_far)


def _open(group: Proof) -> Iterable[Proof]:
    """What waits for a fact, that first which is soonest settled; then what is met."""
    waiting = [p for p in group.parts if p.state is _UNKNOWN and not p.closed]
    met = [p for p in group.parts if p.state is _MET and not p.presumed]
    if group.kind is GroupKind.NONE:
        return met if group.state is _MET else waiting
    if group.kind is GroupKind.ALL:
        return [*sorted(waiting, key=lambda p: effort_of(p).to_fail), *met]
    return sorted(waiting, key=_soonest_met) if group.state is _UNKNOWN else met[:1]


def _soonest_met(step: Proof) -> tuple[float, float]:
    effort = effort_of(step)
    return effort.to_meet, -effort.nearness


def _passing(group: Proof) -> Iterable[Proof]:
    """What the person meets: one way where one will do, as many as it takes where several."""
    told = [p for p in group.parts if p.state is _MET and not p.presumed]
    if group.state is _UNKNOWN:
        return [p for p in group.parts if p.state is not _UNMET and not p.presumed]
    if group.kind in (GroupKind.NONE, GroupKind.ALL):
        return told
    return told[: max(1, group.count)]


def _how_far(proof: Proof) -> tuple[bool, bool, float]:
    """How far a way is from being met; one that only time stands against is nearer than one for others."""
    return not any(map(_falls_short, leaves_in(proof))), proof.state is _UNKNOWN, -_nearness(proof)


def _touched(proof: Proof) -> bool:
    return any(j.state is not _UNKNOWN and not j.presumed for j in leaves_in(proof))


def _nearness(proof: Proof) -> float:
    """How near a way is to being met: the share of its conditions that are, those unknown counted half."""
    leaves = list(leaves_in(proof))
    return sum({_MET: 2, _UNKNOWN: 1}.get(j.state, 0) for j in leaves) / max(1, len(leaves))


# --- one condition -------------------------------------------------------------------------------------


def _condition(draft: Draft, notice: Notice, step: Proof) -> Condition:
    assert step.citation is not None
    span = Span(step.citation.start, step.citation.end)
    index = draft.cite(notice, step.clause, span)
    return Condition(_words(notice, step), step.state, index, _once(step.why))


def _words(notice: Notice, step: Proof) -> str:
    """The clause without its mark and its last stop, at most 150 characters."""
    text = plain(step.text.removeprefix(notice.clauses[step.clause].marker)).rstrip("；;。")
    return text if len(text) <= _MOST_WORDS else text[: _MOST_WORDS - 1] + "…"


def _once(why: str) -> str:
    """Reasons without what is said twice: 年龄30周岁，满足满18岁，年龄30周岁，满足不超过30岁."""
    return "，".join(dict.fromkeys(why.split("，")))


def _reason(step: Proof) -> str:
    """Why a condition stands as it does; of one that is open, what of it is met and what is not known."""
    if step.state is not _UNKNOWN:
        return f"——{_once(step.why)}" if step.why else ""
    met = [j.why for j in leaves_in(step) if j.state is _MET and not j.presumed]
    return f"——{_once('，'.join([*met, step.why]))}" if met else ""


# --- what is presumed ----------------------------------------------------------------------------------


def _presume(draft: Draft, notice: Notice, proof: Proof, reserved: int) -> list[Condition]:
    """What nobody mentioned and is taken not to stand in the way: named in short, each with its clause."""
    conditions = []
    for kind, lead in ((GroupKind.NONE, "另按不属于以下情形处理"), (None, "另按您符合以下要求处理")):
        steps = [
            p
            for g in proof.parts
            if (g.kind is GroupKind.NONE) == (kind is GroupKind.NONE)
            for p in g.parts
            if p.presumed and p.state is _MET
        ]
        steps = list({(p.citation, p.clause): p for p in steps}.values())  # a sentence that lists kinds, once
        names = [_short(_words(notice, p)) for p in steps]
        if not names:
            continue
        shown = "；".join(names[:_MOST_PRESUMED])
        more = f"等{len(names)}项" if len(names) > _MOST_PRESUMED else ""
        _add(draft, f"{lead}：{shown}{more}。", reserved)
        conditions += [_condition(draft, notice, p) for p in steps]
    return conditions


def _short(words: str) -> str:
    """A condition in so many words as name it."""
    plain_words = re.sub(r"[（(][^（）()]*[）)]", "", words)
    first = re.split(r"[。；;]|(?<=[的者])，|，(?:均|一律|也)?不", plain_words, maxsplit=1)[0].removesuffix(
        "的"
    )
    return first if len(first) <= _PRESUMED_WORDS else first[: _PRESUMED_WORDS - 1] + "…"
