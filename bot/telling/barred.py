"""Whether somebody may take part again after a misconduct, by how long it bars them: 明年还能考吗."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answer import Answer
from bot.answer_parts import Intent, Timing, Verdict
from bot.conversation.question import Question
from bot.figures.draft import Draft
from bot.finding.evidence import EvidenceGatherer
from bot.planning.plan import Plan
from bot.speech.time_asked import asking_part
from bot.telling.penalty_answers import add_consequences, consequences_asked
from bot.telling.telling import answered, with_hint
from corpus import patterns as re
from corpus.values.consequences import Consequence, SanctionKind
from corpus.values.numerals import number

__all__ = ["barred"]

_AGAIN = re.compile(
    r"(?:能|可以?|可否|让|准|许)[^,，。;；?？]{0,6}?(?:再|重新|继续)?(?:考|报|参加|参评|申报|申请|评)|还有(?:资格|机会)"
)
_AFTER = re.compile(
    r"(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,2})年(?:之后|以后|后)|(?:过|隔|等)了?(?P<n2>\d{1,2}|[一二两三四五六七八九十]{1,2})年"
)
_NAMED_YEARS = {"今年": 0, "当年": 0, "本年": 0, "明年": 1, "来年": 1, "后年": 2, "下一年": 1}
_HEADS = {
    Verdict.NOT_ELIGIBLE: "不可以，仍在不得参加的期限内。",
    Verdict.ELIGIBLE: "可以，不得参加的期限已过。",
    Verdict.NEEDS_INFO: "要看情节轻重。",
}


def barred(
    question: Question, plan: Plan, gatherer: EvidenceGatherer, timing: Timing | None
) -> Answer | None:
    """The verdict with what follows for the conduct told; None where no conduct is named, or when."""
    ahead = _years_ahead(question.text)
    if plan.notice is None or ahead is None or not _AGAIN.search(asking_part(question.text)):
        return None
    asked = replace(question, intent=Intent.PENALTY)
    found = consequences_asked(asked, plan.notice, plan.own, gatherer)
    lengths = _lengths(found)
    draft = Draft()
    if not lengths:
        return None
    kept_out = [ahead < length for length in lengths]
    verdict = (
        Verdict.NOT_ELIGIBLE if all(kept_out) else Verdict.NEEDS_INFO if any(kept_out) else Verdict.ELIGIBLE
    )
    draft.add(_HEADS[verdict])
    if not add_consequences(draft, plan.notice, found):
        return None
    answer = replace(answered(draft, question.intent, timing), verdict=verdict)
    return replace(answer, text=with_hint(answer.text, timing))


def _years_ahead(text: str) -> int | None:
    """After how many years somebody wants to take part: 今年 0, 明年 1, 三年后 3."""
    after = _AFTER.search(text)
    if after is not None:
        return int(number(after["n"] or after["n2"]) or 0)
    return next((n for word, n in _NAMED_YEARS.items() if word in text), None)


def _lengths(found: Sequence[Consequence]) -> list[Decimal]:
    """The bars of some consequences in years; of the year in which it was done, one."""
    sanctions = [s for c in found for s in (*c.sanctions, *(s for t in c.tiers for s in t.sanctions))]
    return [
        (s.amount or Decimal(1)) / (12 if s.unit == "个月" else 1)
        for s in sanctions
        if s.kind is SanctionKind.BAR and "终身" not in s.text and "黑名单" not in s.text
    ]
