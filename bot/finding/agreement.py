"""Whether what is told is of the kind asked for, and the notice speaks of the one of several asked about.

Words shared say what two texts are about and not whether one answers the other: a sentence that names no
place does not say where, and a notice for 本科生 says nothing of what 研究生 get. These readings are made of
general language alone, listed in `agreement.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.packaged import packaged_yaml
from index.places import provinces_named

__all__ = ["FOR_ALL", "Statement", "of_another", "unlike"]

_PARTS = re.compile(r"[,，。;；?？!！]")
# Kinds of value that hold for all, whichever of several is asked about.
FOR_ALL = frozenset({"phone", "email", "url", "platform", "address", "hours"})
_Set = Sequence[re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Statement:
    """The search keys of a passage told, with what governs it, and of what stands above it."""

    own: str
    above: str


@dataclass(frozen=True, slots=True)
class _Kind:
    """What asks for a kind of answer, what a text that tells it holds, and what is said where none does."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    unsaid: str
    unless: re.Pattern[str] | None = None  # in the question, what makes any text on it an answer
    beside: str = "money"  # the kind of value that may be wanted with it


@dataclass(frozen=True, slots=True)
class _Tables:
    """What `agreement.yaml` says, compiled; of `contrasts`, each member is a pattern."""

    kinds: Mapping[str, _Kind]
    rates: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]
    contrasts: tuple[_Set, ...]


@cache
def _tables() -> _Tables:
    data = packaged_yaml("bot.finding", "agreement.yaml")
    kinds = {
        name: _Kind(
            re.compile(row["asked"]),
            re.compile(row["told"]),
            row["unsaid"],
            re.compile(row["unless"]) if "unless" in row else None,
            row.get("beside", "money"),
        )
        for name, row in data["kinds"].items()
    }
    rates = {name: (re.compile(asked), re.compile(told)) for name, (asked, told) in data["rates"].items()}
    sets = tuple(tuple(re.compile(m) for m in members) for members in data["contrasts"])
    return _Tables(kinds, rates, sets)


def unlike(
    question: Question, told: Sequence[Statement], title: str, notice: str, things: Sequence[str] = ()
) -> str:
    """Why passages told are no answer to a question, in a few words; `""` where nothing says so.

    `told` holds those with a value asked for, where there are any; `title` and `notice` (its whole text) are
    search keys; `things` are words for what is asked about.
    """
    asking = _asking(question.text)
    if not question.context:
        for name, kind in _tables().kinds.items():
            if question.wants - {"money", kind.beside}:
                continue
            if kind.unless is not None and kind.unless.search(question.text):
                continue
            texts = (_beside(t.own, things) if name == "place" else t.own for t in told)
            if kind.asked.search(asking) and not any(map(kind.told.search, texts)):
                return kind.unsaid
    if "money" in question.wants and _by_other_rate(question.text, told, things):
        return "没有写明所问的金额"
    if question.wants & _STATED and _of_the_country(question.text, told, title):
        return "没有写明所问地方的数值"
    for members in _tables().contrasts:
        asked = [m for m in members if m.search(asking)]
        others = [m for m in members if m not in asked]
        if asked and (
            _only(others, asked, notice)
            or (_is_set_apart(question) and _tells_others(others, asked, told, title))
        ):
            return f"没有写明“{_found(asked, asking)}”"
    return ""


_STATED = frozenset({"figure", "percent", "count", "money"})
_IN_THE_COUNTRY = re.compile(r"(?:^|[,，。;；:：\s])[^,，。;；:：\s]{0,6}?(?<![比于占])(?:我国|全国)")


def _of_the_country(asking: str, told: Sequence[Statement], title: str) -> bool:
    """Whether a figure of one province is asked for, and all that is told is of the whole country."""
    asked = provinces_named(asking)
    above = (f"{t.own}\n{t.above}".replace(title, "") for t in told)
    return bool(asked and told) and all(
        _IN_THE_COUNTRY.search(t.own) and not provinces_named(text) & asked
        for t, text in zip(told, above, strict=True)
    )


_COMPARED_WITH = re.compile(r"[较比][^,，。;；|]{1,8}?(?=增|提|回|上升|下|扩|收窄|加快|放缓)")


def of_another(asking: str, told: str) -> bool:
    """Whether a text names another of a set than is asked about, and not that one: 上半年 for 全年."""
    told = _COMPARED_WITH.sub("", told)
    for members in _tables().contrasts:
        asked = [m for m in members if m.search(asking)]
        others = [m for m in members if m not in asked and m.search(told)]
        if asked and others and not any(m.search(told) for m in asked):
            return not any(_ends_range(m, told) for m in others)
    return False


def _beside(text: str, things: Sequence[str]) -> str:
    """A text without what is asked about, which tells nothing of itself: 现场 in 现场确认在哪里."""
    for thing in things:
        text = text.replace(thing, " ")
    return text


def _is_set_apart(question: Question) -> bool:
    """Whether what is asked for may differ between the members of a set: an amount, papers to bring."""
    return bool(question.wants - FOR_ALL) or (not question.wants and question.intent is Intent.MATERIALS)


def _by_other_rate(asking: str, told: Sequence[Statement], things: Sequence[str]) -> bool:
    """Whether an amount is asked for by one length of time, and what is told are amounts by others alone of
    things that are called otherwise: a grant for the year where wages for the month are asked about."""
    rates = _tables().rates
    asked = [name for name, (pattern, _) in rates.items() if pattern.search(asking)]
    stated = {name for name, (_, pattern) in rates.items() for t in told if pattern.search(t.own)}
    named = any(w in t.own + t.above for w in things for t in told)
    return len(asked) == 1 and bool(stated) and asked[0] not in stated and bool(things) and not named


def _tells_others(others: _Set, asked: _Set, told: Sequence[Statement], title: str) -> bool:
    """Whether passages tell of another member of a set, or the notice is for another by its title, and no
    passage nor what stands above it tells of the one asked about."""
    if not told or any(m.search(t.own + t.above) for m in asked for t in told):
        return False
    texts = [title, *(t.own for t in told)]
    named = [(m, t) for m in others for t in texts if m.search(t)]
    return bool(named) and not any(_ends_range(m, t) for m, t in named)


def _asking(text: str) -> str:
    """The last part of a question that asks; what comes before tells a case."""
    parts = [p for p in _PARTS.split(text) if lexicon().interrogatives.search(p)]
    return parts[-1] if parts else text


def _only(others: _Set, asked: _Set, notice: str) -> bool:
    """Whether a notice has others of a set and nowhere the one asked about.

    Where another is the end of a range (大专以上), that may take in the one asked about.
    """
    if any(m.search(notice) for m in asked):
        return False
    had = [m for m in others if m.search(notice)]
    return bool(had) and not any(_ends_range(m, notice) for m in had)


def _ends_range(member: re.Pattern[str], text: str) -> bool:
    return re.search(rf"(?:{member.pattern})[^,，。;；]{{0,8}}以[上下]", text) is not None


def _found(members: _Set, text: str) -> str:
    """The words of the first of some members that stands in a text."""
    return next(m.group() for member in members if (m := member.search(text)))
