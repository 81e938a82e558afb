"""What a norm of a notice says of a yes-or-no question, and how much of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.judging.excepted import told_apart
from bot.judging.kinds import is_general, is_thing, said_in
from bot.judging.polar import PolarAsk
from bot.speech.lead_time import hour_told
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.conditions.norms import Norm, NormKind
from index.normal import search_key

__all__ = [
    "EXCEPTED",
    "HEAVY",
    "LEAST",
    "SAID",
    "STATUS",
    "Outcome",
    "Reading",
    "Settled",
    "covers",
    "excepts",
    "lacking",
    "names",
    "names_hour_in",
    "read_norm",
]

EXCEPTED = "属于除外情形"  # why, of one whom a norm leaves out

LEAST = 0.6  # of what is asked that a norm has to say
SAID = 0.75  # from which degree on a word is said
_AROUND = 0.8  # how much a word counts that only what stands above the norm says
_STRANGE = 0.4  # of the case told, beyond which the norm is about another
HEAVY = 0.3  # of what is asked: a word left unsaid that weighs more is another matter
STATUS = re.compile(r"无效|作废|失效|视为|不予|不接受|不受理|谢绝|取消|停发|不纳入|不列入|不参加|不享受")


class Settled(StrEnum):
    """How a norm settles what is asked."""

    YES = "yes"
    NO = "no"
    DEPENDS = "depends"  # on leave that has to be given


Outcome = tuple[Settled, str] | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a norm says of a question: the share of its words, those left unsaid, and whether the act is."""

    ask: PolarAsk
    norm: Norm
    text: str
    share: float
    unsaid: frozenset[str]
    act: bool


def read_norm(ask: PolarAsk, norm: Norm, above: Callable[[Norm], str]) -> Reading | None:
    """What a norm says of a question; None where it says no word of its own. `above` is what stands above."""
    text = search_key(norm.text)
    said = {w: said_in(w, text) for w in ask.words}
    own = any(said[w] >= SAID for w in ask.words if not is_general(w))
    total = sum(ask.words.values())
    if not own or not total:
        return None
    around = above(norm)
    degree = {w: max(d, _AROUND * said_in(w, around)) if d < SAID else d for w, d in said.items()}
    share = sum(ask.words[w] * d for w, d in degree.items()) / total
    unsaid = frozenset(w for w, d in degree.items() if d < 0.6)
    act = any(said[w] >= SAID for w in ask.acts) if ask.acts else own
    act = act or (
        norm.kind is NormKind.FORBIDS and all(map(is_general, ask.acts)) and bool(STATUS.search(text))
    )
    return Reading(ask, norm, text, share, unsaid, act)


def excepts(words: str, r: Reading) -> bool:
    """Whether a question names what is left out, by a word that the norm itself does not say."""
    if names_hour_in(words, r.ask.text) or set(_SPELLS.findall(words)) & set(_SPELLS.findall(r.ask.text)):
        return True
    rest = r.text.replace(search_key(words), "")
    for part in re.split(r"[、或和及]", search_key(words)):
        named = [
            w
            for w in r.ask.words
            if len(w) > 1
            and w not in r.ask.denied
            and (said_in(w, part) >= SAID > said_in(w, rest) or (w in part and w not in rest))
        ]
        if sum(map(len, named)) >= len(part) / 3 and told_apart(search_key(words), r.text, r.ask.text):
            return True
    return False


_HOURS = re.compile(r"(\d{1,2})[:：](\d{2})\s?[-—–~至到]{1,2}\s?(\d{1,2})[:：](\d{2})")
_SPELLS = re.compile(r"(?<!\d)\d{1,2}月(?!\d)|(?:周|星期|礼拜)[一二三四五六日末天]")  # 11月除外


def names_hour_in(words: str, asked: str) -> bool:
    """Whether a question names an hour within those that are left out: 早上8点 of 早高峰（7:00—8:30）."""
    at = hour_told(asked) if _HOURS.search(words) else None
    if at is None:
        return False
    spans = ((int(a) * 60 + int(b), int(c) * 60 + int(d)) for a, b, c, d in _HOURS.findall(words))
    return any(first <= at < last for first, last in spans)


def covers(r: Reading) -> bool:
    """Whether a norm says enough of what is asked, with the act, and leaves nothing heavy unsaid."""
    total = sum(r.ask.words.values())
    heavy = any(r.ask.words[w] > HEAVY * total and w not in r.ask.acts for w in r.unsaid)
    told = sum(r.ask.words[w] for w in r.ask.told)
    strange = sum(r.ask.words[w] for w in r.ask.told & r.unsaid)  # the case told is another one
    return r.act and r.share >= LEAST and not heavy and strange <= _STRANGE * told


def names(words: str, ask: PolarAsk) -> bool:
    """Whether a question names what `words` say."""
    key = search_key(words)
    return any((len(w) > 1 or is_thing(w)) and said_in(w, key) >= SAID for w in ask.words)


def lacking(word: str, text: str) -> bool:
    """Whether a text speaks of somebody without a thing: 无泳帽者."""
    words = "|".join(map(re.escape, (word, *lexicon().synonyms.get(word, ()))))
    return re.search(rf"(?:无|未|没有?|不)[^,]{{0,8}}(?:{words})", text) is not None
