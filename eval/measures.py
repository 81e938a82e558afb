"""What makes an answer right: pure functions over a case and the answer to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.answer_parts import Outcome, Verdict
from bot.service.schemas import AskResponse
from eval.cases import Behaviour, Case

__all__ = [
    "ANSWER_LIMIT",
    "Failure",
    "behaviour",
    "contains",
    "failures",
    "normalise",
    "overlaps",
    "verbatim",
]

ANSWER_LIMIT = 500  # characters; a copy of the notice is no answer

_SHORTEST_QUOTE = 4  # a cited fragment shorter than this shows nothing
_SHORTEST_SHARED = 6
_SHARED_PART = 0.6


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing wrong with an answer: which check, and what was wanted and got."""

    check: str  # behaviour, verdict, missing, forbidden, document, length, error
    detail: str


def normalise(text: str) -> str:
    """Text without white space and commas, in half-width lower case: how wordings are compared."""
    return re.sub(r"[\s,，]+", "", unicodedata.normalize("NFKC", text)).lower()


def contains(answer: str, entry: str) -> bool:
    """Whether an answer states one of the alternatives of `entry`, which `|` separates."""
    where = normalise(answer)
    return any(wanted in where for wanted in map(normalise, entry.split("|")) if wanted)


def overlaps(gold: str, quotes: Iterable[str]) -> bool:
    """Whether a quote holds the gold passage, is a part of it, or shares most of the shorter one with it."""
    wanted = normalise(gold)
    return bool(wanted) and any(_overlap(wanted, quote) for quote in map(normalise, quotes) if quote)


def _overlap(wanted: str, quote: str) -> bool:
    if wanted in quote or (quote in wanted and len(quote) >= _SHORTEST_QUOTE):
        return True
    matcher = SequenceMatcher(None, wanted, quote, autojunk=False)
    shared = matcher.find_longest_match().size
    return shared >= max(_SHORTEST_SHARED, _SHARED_PART * min(len(wanted), len(quote)))


def verbatim(quote: str, text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is the quote, but for white space."""
    stored = "".join(text[start:end].split())
    return bool(stored) and stored == "".join(quote.split())


def behaviour(outcome: Outcome) -> Behaviour:
    """What the service did."""
    if outcome in (Outcome.UNANSWERABLE, Outcome.OUT_OF_SCOPE):
        return Behaviour.ABSTAIN
    return Behaviour.CLARIFY if outcome is Outcome.CLARIFY else Behaviour.ANSWER


def failures(case: Case, response: AskResponse) -> tuple[Failure, ...]:
    """Everything wrong with an answer; it passes where there is nothing."""
    found = [_behaviour_failure(case, response), _verdict_failure(case, response)]
    found += _fact_failures(case, response.answer)
    found += [_document_failure(case, response), _length_failure(response)]
    return tuple(failure for failure in found if failure is not None)


def _behaviour_failure(case: Case, response: AskResponse) -> Failure | None:
    got = behaviour(response.outcome)
    asks = case.verdict == Verdict.NEEDS_INFO and response.verdict is Verdict.NEEDS_INFO
    if case.tolerant or got is case.behaviour or (asks and got is not Behaviour.ABSTAIN):
        return None
    return Failure("behaviour", f"应 {case.behaviour}，实为 {got}（{response.outcome}）")


def _verdict_failure(case: Case, response: AskResponse) -> Failure | None:
    if case.tolerant or case.verdict is None or response.verdict == case.verdict:
        return None
    return Failure("verdict", f"应 {case.verdict}，实为 {response.verdict or 'null'}")


def _fact_failures(case: Case, answer: str) -> list[Failure | None]:
    if case.behaviour is Behaviour.ABSTAIN:
        return []
    missing = [Failure("missing", e) for e in case.must_contain if not contains(answer, e)]
    forbidden = [Failure("forbidden", e) for e in case.must_not_contain if contains(answer, e)]
    return [*missing, *forbidden]


def _document_failure(case: Case, response: AskResponse) -> Failure | None:
    cited = [citation.notice_id for citation in response.citations]
    if not case.doc or case.behaviour is not Behaviour.ANSWER or any(c.startswith(case.doc) for c in cited):
        return None
    return Failure("document", f"应引用 {case.doc}，实引 {'、'.join(dict.fromkeys(cited)) or '无'}")


def _length_failure(response: AskResponse) -> Failure | None:
    length = len(response.answer)
    return Failure("length", f"{length} 字，上限 {ANSWER_LIMIT} 字") if length > ANSWER_LIMIT else None
