"""An answer as plain text: what the terminal and the messengers share."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer_parts import ConditionState, Outcome, TimingState
from bot.finding.cells import quoted
from bot.service.schemas import AskResponse, CitationOut, ConditionOut

__all__ = [
    "MARKS",
    "answer_text",
    "citation_lines",
    "condition_line",
    "deadline_ahead",
    "has_reasons",
    "lead_text",
    "quick_replies",
    "split_message",
    "timing_line",
    "without_conditions",
]

MARKS = {ConditionState.MET: "✅", ConditionState.UNMET: "❌", ConditionState.UNKNOWN: "❓"}


def condition_line(condition: ConditionOut) -> str:
    """A condition with its mark, the number of its citation and why it stands so."""
    why = f"（{condition.explanation}）" if condition.explanation else ""
    return f"{MARKS[condition.state]} {condition.text}{why}【{condition.citation + 1}】"


def citation_lines(citations: Sequence[CitationOut], limit: int | None = None) -> list[str]:
    """Citations for reading: 【1】《title》 locator, page, the quote (at most `limit` characters long).

    Of several from one notice, one behind the other, only the first tells its title.
    """
    before = (None, *citations)
    return [
        _citation_line(n, c, b, limit) for n, (c, b) in enumerate(zip(citations, before, strict=False), 1)
    ]


def _citation_line(number: int, citation: CitationOut, before: CitationOut | None, limit: int | None) -> str:
    quote = quoted(citation.quote)
    if limit is not None and len(quote) > limit:
        quote = quote[: limit - 1] + "…"
    same = before is not None and before.notice_id == citation.notice_id
    page = f" 第{citation.page}页" if citation.page else ""
    restated = "（重述，非官方原文）" if citation.restated and not same else ""
    title = "同上" if same else f"《{citation.notice_title}》"
    return f"【{number}】{title} {citation.locator}{page}：“{quote}”{restated}"


def quick_replies(response: AskResponse) -> tuple[str, ...]:
    """What the person may reply with one press: the options of the first missing fact, then suggestions."""
    options = response.missing[0].options if response.missing else []
    replies = (text.strip() for text in [*options, *response.suggestions])
    return tuple(dict.fromkeys(text for text in replies if text))


def lead_text(response: AskResponse) -> str:
    """The answer itself, with the question that it asks back where the answer does not hold it already."""
    asked = response.missing[0].question if response.missing else ""
    text = without_conditions(response)
    return text if asked in text else f"{text}\n\n{asked}"


def without_conditions(response: AskResponse) -> str:
    """The answer without the lines that say its conditions, where a channel shows those by themselves."""
    if not response.conditions:
        return response.answer
    return "\n".join(x for x in response.answer.split("\n") if x[:2] not in ("✓ ", "✗ ", "? "))


_WINDOWS = {TimingState.OPEN: "办理期内", TimingState.CLOSED: "已截止", TimingState.UPCOMING: "尚未开始"}


def timing_line(response: AskResponse) -> str:
    """How the day stands to the window, where the answer itself does not say it; else empty."""
    timing = response.timing
    if timing is None or not timing.note or timing.note in response.answer or timing.state not in _WINDOWS:
        return ""
    return f"🗓 {_WINDOWS[timing.state]}：{timing.note}"


def has_reasons(response: AskResponse) -> bool:
    """Whether there is anything to tell of how an answer came about; small talk has none."""
    return response.outcome is not Outcome.CLARIFY or bool(response.citations or response.missing)


def deadline_ahead(response: AskResponse) -> tuple[str, str] | None:
    """The notice that answered and the day on which it closes, where that is still to come."""
    timing = response.timing
    if timing is None or timing.closes_on is None or not response.citations:
        return None
    return (response.citations[0].notice_id, timing.closes_on) if timing.closes_on >= timing.as_of else None


def answer_text(response: AskResponse, quote_limit: int | None = None) -> str:
    """The whole answer: text, conditions with their marks, citations that a person can look up."""
    conditions = [condition_line(c) for c in response.conditions]
    citations = citation_lines(response.citations, quote_limit)
    blocks = [lead_text(response), timing_line(response), "\n".join(conditions), "\n".join(citations)]
    return "\n\n".join(block for block in blocks if block)


def split_message(text: str, limit: int) -> list[str]:
    """Cut `text` into pieces of at most `limit` UTF-16 units, after a paragraph or a line where one ends.

    Messengers count UTF-16 units; a character outside the basic plane counts two and is never halved.
    """
    pieces = []
    rest = text.strip()
    while rest:
        cut = _fitting(rest, limit)
        if cut < len(rest):
            cut = _after_line(rest[:cut])
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return pieces


def _fitting(text: str, limit: int) -> int:
    """How many leading characters fit into `limit` UTF-16 units."""
    used = 0
    for index, char in enumerate(text):
        used += 2 if ord(char) > 0xFFFF else 1
        if used > limit:
            return max(index, 1)
    return len(text)


def _after_line(text: str) -> int:
    """Where to cut `text`: after its last paragraph or line, unless that leaves less than half of it."""
    for end in ("\n\n", "\n", "。", "；"):
        at = text.rfind(end)
        if at >= len(text) // 2:
            return at + len(end)
    return len(text)
