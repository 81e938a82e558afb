"""Which norm of a notice bears on what a yes-or-no question asks, and how it settles it.

A norm bears on a question where it says most of its words and the act asked about. What it leaves unsaid
decides too: a prohibition or a permission is silent on it, and what is confined to some (只能, 限) or has to
be so (须) keeps out another of its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.judging.confined import (
    asks_of_several,
    elsewhere,
    keeps_to_number,
    names_number,
    names_others,
    rival_in,
)
from bot.judging.kinds import is_general, is_thing, said_by_kind_alone, said_in, without_general
from bot.judging.opposites import opposed
from bot.judging.other_cases import supposes_another
from bot.judging.phases import is_of_other_phase, phase_of
from bot.judging.polar import PolarAsk
from bot.judging.wording import grants_organisation, on_terms
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.conditions.norms import Norm, NormKind
from index.normal import search_key

__all__ = ["EXCEPTED", "Bearing", "Settled", "bearings"]

EXCEPTED = "属于除外情形"  # why, of one whom a norm leaves out

_LEAST = 0.6  # of what is asked that a norm has to say
_MOST = 0.5  # of what is denied that a demand has to name
_SAID = 0.75  # from which degree on a word is said
_AGAINST = 0.1  # how much more a norm bears that rules out by what is told
_AROUND = 0.8  # how much a word counts that only what stands above the norm says
_STRANGE = 0.4  # of the case told, beyond which the norm is about another
_HEAVY = 0.3  # of what is asked: a word left unsaid that weighs more is another matter


class Settled(StrEnum):
    """How a norm settles what is asked."""

    YES = "yes"
    NO = "no"
    DEPENDS = "depends"  # on leave that has to be given


@dataclass(frozen=True, slots=True)
class Bearing:
    """A norm with how it settles the question, the share of the question that it says, and why."""

    norm: Norm
    settled: Settled
    share: float
    why: str = ""


def bearings(ask: PolarAsk, norms: Iterable[Norm], above: Callable[[Norm], str]) -> list[Bearing]:
    """The norms that settle what is asked, the best first; `above` gives the search key of what stands above
    one."""
    found = [b for norm in norms if (b := _bearing(ask, norm, above)) is not None]
    return sorted(found, key=lambda b: _rank(b, ask))


def _rank(b: Bearing, ask: PolarAsk) -> tuple[bool, bool, float, bool, int]:
    """What frees from what is denied comes first, what only asks for leave last."""
    frees = b.norm.kind is NormKind.FREES and bool(ask.denied)
    asks_leave = b.settled is Settled.DEPENDS and b.norm.kind is NormKind.DEMANDS
    share = b.share + _AGAINST * (b.settled is Settled.NO and bool(b.why))
    return (not frees, asks_leave, -round(share, 2), bool(b.norm.terms), _FIRST.index(b.norm.kind))


_FIRST = (NormKind.FREES, NormKind.FORBIDS, NormKind.CONFINES, NormKind.DEMANDS, NormKind.PERMITS)


_OUTCOME = re.compile(r"录取|录用|中签|通过|入围|入选|合格|及格")
_OTHERWISE = re.compile(r"^(?:其他|其余|其它)")  # what is left when others are told apart


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a norm says of a question: the share of its words, those left unsaid, and whether the act is."""

    ask: PolarAsk
    norm: Norm
    text: str
    share: float
    unsaid: frozenset[str]
    act: bool


def _bearing(ask: PolarAsk, norm: Norm, above: Callable[[Norm], str]) -> Bearing | None:
    if _OTHERWISE.search(norm.case) or is_of_other_phase(norm.case, ask.text):
        return None
    if norm.kind in (NormKind.FORBIDS, NormKind.PERMITS) and _IS_SO.search(ask.text):
        return None
    outcomes = [w for w in ask.words if _OUTCOME.fullmatch(w) and w in norm.case]
    if any((w in ask.missed) != _lacking(w, search_key(norm.case)) for w in outcomes):
        return None  # 录取后不来的 is said of who was taken
    reading = _read(ask, norm, above)
    if reading is None:
        return None
    settled = _SETTLE[norm.kind](reading)
    if settled is None:
        return None
    state, why = settled
    if state is Settled.YES and asks_of_several(ask.text) and not names_number(norm.act):
        return None  # how many is what is asked about
    return Bearing(norm, state, reading.share, why)


def _read(ask: PolarAsk, norm: Norm, above: Callable[[Norm], str]) -> _Reading | None:
    text = search_key(norm.text)
    said = {w: said_in(w, text) for w in ask.words}
    own = any(said[w] >= _SAID for w in ask.words if not is_general(w))
    total = sum(ask.words.values())
    if not own or not total:
        return None
    around = above(norm)
    degree = {w: max(d, _AROUND * said_in(w, around)) if d < _SAID else d for w, d in said.items()}
    share = sum(ask.words[w] * d for w, d in degree.items()) / total
    unsaid = frozenset(w for w, d in degree.items() if d < 0.6)
    act = any(said[w] >= _SAID for w in ask.acts) if ask.acts else own
    act = act or (
        norm.kind is NormKind.FORBIDS and all(map(is_general, ask.acts)) and bool(_STATUS.search(text))
    )
    return _Reading(ask, norm, text, share, unsaid, act)


_STATUS = re.compile(r"无效|作废|失效|视为|不予|不接受|不受理|谢绝|取消|停发|不纳入|不列入|不参加|不享受")
_Outcome = tuple[Settled, str] | None


def _forbidden(r: _Reading) -> _Outcome:
    if r.ask.duty or not (_covers(r) or _of_all(r)) or not _meant(r):
        return None
    if _says_more(r) or supposes_another(r.ask.text, f"{_supposed(r.norm.case)},不得"):
        return None
    if any(_excepts(e, r) for e in r.norm.exceptions):
        return Settled.YES, EXCEPTED
    if r.ask.denied and not all(_lacking(w, r.text) for w in r.ask.denied):
        return None
    if not r.ask.denied and (lacked := _LACKED.search(search_key(r.norm.case))) and _names(lacked[1], r.ask):
        return None  # 无泳帽者禁止游泳 says nothing of who has one
    if r.norm.terms:
        return Settled.DEPENDS, "须先经同意"
    return Settled.NO, ""


def _supposed(case: str) -> str:
    """The search key of a case, 一经 in it as 如."""
    return re.sub(r"^(?:一经|经(?=核实|查实|查证|发现|调查))", "如", search_key(case))


_TOTAL = re.compile(r"任何|一切|一律")
_SOME = re.compile(r"(?:者|的|儿童|人员|女性)$")  # a case that is of some only


def _meant(r: _Reading) -> bool:
    """Whether the case of a norm is that of everybody, or one that the question names."""
    some = [
        p
        for p in search_key(r.norm.case).split(",")
        if p.endswith("的") or (len(p) > _ACTOR and _SOME.search(p))
    ]
    telling = [w for w in r.ask.words if w not in r.ask.acts and (len(w) > 1 or is_thing(w))]
    return not some or any(said_in(w, p) >= _SAID for w in telling for p in some)


def _says_more(r: _Reading) -> bool:
    """Whether a norm is of taking part in one way only, which the question does not name: 不得跨级申报."""
    if not r.ask.acts or not all(map(is_general, r.ask.acts)):
        return False
    rest = _HOW.sub("", without_general(search_key(r.norm.act)))
    telling = [w for w in r.ask.words if not is_general(w) and (len(w) > 1 or is_thing(w))]
    return len(rest) > 1 and not any(said_in(w, rest) >= _SAID for w in telling)


_HOW = re.compile(
    rf"{_STATUS.pattern}|严禁|禁止|请勿|勿|谢绝|拒绝|本[馆园校次届]|[馆园场校会]|内|该|其|[^\u4e00-\u9fff]"
)


def _of_all(r: _Reading) -> bool:
    """Whether a prohibition is of the very act asked about, for whomever and in whatever case."""
    specific = [w for w in r.ask.acts if not is_general(w)]
    said = bool(specific) and all(said_in(w, r.text) >= _SAID for w in r.ask.acts)
    case = search_key(r.norm.case).rsplit(",", 1)[-1]
    free = not case or bool(_ANYBODY.search(case)) or _names(case, r.ask) or bool(phase_of(case, r.ask.text))
    return said and free and (bool(_TOTAL.search(r.norm.text)) or r.share >= _LEAST / 2)


_ANYBODY = re.compile(r"^(?:本|任何|所有|各)|(?:[者人员生众方队户]|项目|单位|[内里中])$|^但$")
_ACTOR = 5  # characters of a case that only says who acts: 游泳者, 参赛人员
_LACKED = re.compile(r"(?:无|未|没有?|不)([\u4e00-\u9fff]{1,8})(?:者|的|人员)")


def _excepts(words: str, r: _Reading) -> bool:
    """Whether a question names what is left out, by a word that the norm itself does not say."""
    rest = r.text.replace(search_key(words), "")
    for part in re.split(r"[、或和及]", search_key(words)):
        named = [
            w
            for w in r.ask.words
            if len(w) > 1
            and w not in r.ask.denied
            and (said_in(w, part) >= _SAID > said_in(w, rest) or (w in part and w not in rest))
        ]
        if sum(map(len, named)) >= len(part) / 3:
            return True
    return False


def _permitted(r: _Reading) -> _Outcome:
    if r.ask.duty or not _covers(r) or r.ask.denied or r.unsaid or not _does(r):
        return None
    if not r.ask.told and on_terms(f"{search_key(r.norm.case)}可"):
        return None  # of whom it is asked is not told
    if grants_organisation(r.ask.text, f"{search_key(r.norm.case)},可"):
        return None
    return (Settled.DEPENDS, "须先经同意") if _ASKS_LEAVE.search(r.norm.terms) else (Settled.YES, "")


# Whether something is so, which nothing that may or may not be done tells: 是不是同一天考.
_IS_SO = re.compile(r"是(?:不是|否)(?!就|也|都|能|可|允|让|不|必|一定|要|得|非|需|须|只|仅)")
_ASKS_LEAVE = re.compile(r"允许|许可|批准|同意|审批|核准")


def _does(r: _Reading) -> bool:
    """Whether what a norm allows to be done is what is asked about."""
    act = search_key(r.norm.act)
    return len(act) < 2 or not r.ask.acts or any(said_in(w, act) >= _SAID for w in r.ask.acts)


def _freed(r: _Reading) -> _Outcome:
    if not _covers(r):
        return None
    if r.ask.duty:
        return (Settled.NO, "") if _frees_from_it(r) else None
    asks = r.ask.denied or "免" in r.ask.text or re.search(r"不限|限制|要求|不影响", r.norm.act)
    return (Settled.YES, "") if asks else None


def _frees_from_it(r: _Reading) -> bool:
    """Whether what need not be done is what is asked about: 写总结1篇(不用发表) frees nobody from writing."""
    act = search_key(r.norm.act)
    return len(act) < 2 or any(said_in(w, act) >= _SAID for w in r.ask.words)


def _confined(r: _Reading) -> _Outcome:
    if r.ask.duty:
        return None
    act = search_key(r.norm.act)
    if (counted := keeps_to_number(r.ask.text, act)) is not None and r.share >= _LEAST / 2:
        return (Settled.YES, "") if counted else (Settled.NO, "")
    if _weighs(r, [w for w in r.ask.denied if w in act]):
        return Settled.NO, ""
    others = names_others(r.ask.text)
    if others and re.search(r"本人|自己|亲自", act) and r.share >= _LEAST / 2:
        return Settled.NO, f"“{others}”不在其内"
    apart = [w for w in r.ask.words if w in r.unsaid or said_by_kind_alone(w, r.text)]
    if outside := next((w for w in apart if rival_in(w, act, r.ask.text)), ""):
        return (Settled.NO, f"不包括{outside}") if r.act and r.share >= _LEAST / 3 else None
    if against := opposed(r.ask.text, r.text):
        return Settled.NO, against
    return (Settled.YES, "") if _covers(r) and not r.unsaid and r.share >= 0.8 else None


def _demanded(r: _Reading) -> _Outcome:
    act = search_key(r.norm.act)
    if r.ask.duty and _of_another_case(r):
        return None
    if r.ask.duty and any(_excepts(e, r) for e in r.norm.exceptions):
        return Settled.NO, EXCEPTED
    if r.ask.duty:
        named = bool(r.ask.acts) and all(said_in(w, act) >= _SAID for w in r.ask.acts)
        return (Settled.YES, "") if _covers(r) or (named and r.share >= _LEAST / 2) else None
    lacked = [w for w in r.ask.denied if said_in(w, act) >= _SAID]
    if _weighs(r, lacked) and r.share >= _LEAST:
        return Settled.NO, f"须有“{lacked[0]}”"
    if r.ask.denied:
        return None
    if (against := opposed(r.ask.text, act)) and r.share >= _LEAST / 2:
        return Settled.NO, against
    outside = next((w for w in r.unsaid if rival_in(w, act, r.ask.text)), "")
    done = any(said_in(w, act) >= 1 for w in r.ask.acts if not is_general(w))
    if outside and done and r.share >= _LEAST / 2:
        return Settled.NO, f"不包括{outside}"
    if place := elsewhere(r.ask.text, act):
        return (Settled.NO, place) if r.share >= _LEAST else None
    if _BRINGS.search(act) and _covers(r) and not r.unsaid:
        return Settled.YES, "写明要带"
    if _named_in_case(r) and r.act and not names_number(r.ask.text):
        return (Settled.DEPENDS, "须先经同意") if _LEAVE.search(act) else (Settled.YES, "按写明的要求")
    return None


def _weighs(r: _Reading, lacked: Sequence[str]) -> bool:
    """Whether some words are most of what is denied: 法语 is not of 没有法语基础."""
    whole = sum(r.ask.words[w] for w in r.ask.denied)
    return bool(lacked) and sum(r.ask.words[w] for w in lacked) >= _MOST * whole


_BRINGS = re.compile(r"^(?:随身)?(?:携带|自带|自备|带好|带齐)")  # what must be brought may be
_CASE = re.compile(r"(?:^(?:因|凡|未|不)|超过|逾期|过期|如果?|若|遇|一旦)(?P<what>.+)")


def _of_another_case(r: _Reading) -> bool:
    """Whether a demand holds in a case alone (超过有效期) of which the question says nothing."""
    cases = [m["what"] for p in search_key(r.norm.case).split(",") if (m := _CASE.search(p))]
    return bool(cases) and not any(len(w) > 1 and said_in(w, p) >= _SAID for w in r.ask.words for p in cases)


def _named_in_case(r: _Reading) -> bool:
    """Whether a demand says how something is done in just the case asked about: 迟到的，在幕间进场."""
    case = search_key(r.norm.case)
    telling = [w for w in r.ask.words if not is_general(w) and len(w) > 1]
    said = all(said_in(w, r.text) >= _SAID for w in r.ask.words)
    return said and any(said_in(w, case) >= _SAID for w in telling) and not re.search(r"[不未无没]", case)


_LEAVE = re.compile(r"经[^,]{0,16}(?:批准|同意|审批|许可|允许)|报[^,]{0,12}批准")
_SETTLE = {
    NormKind.FORBIDS: _forbidden,
    NormKind.PERMITS: _permitted,
    NormKind.FREES: _freed,
    NormKind.CONFINES: _confined,
    NormKind.DEMANDS: _demanded,
}


def _covers(r: _Reading) -> bool:
    """Whether a norm says enough of what is asked, with the act, and leaves nothing heavy unsaid."""
    total = sum(r.ask.words.values())
    heavy = any(r.ask.words[w] > _HEAVY * total and w not in r.ask.acts for w in r.unsaid)
    told = sum(r.ask.words[w] for w in r.ask.told)
    strange = sum(r.ask.words[w] for w in r.ask.told & r.unsaid)  # the case told is another one
    return r.act and r.share >= _LEAST and not heavy and strange <= _STRANGE * told


def _names(words: str, ask: PolarAsk) -> bool:
    """Whether a question names what `words` say."""
    key = search_key(words)
    return any((len(w) > 1 or is_thing(w)) and said_in(w, key) >= _SAID for w in ask.words)


def _lacking(word: str, text: str) -> bool:
    """Whether a text speaks of somebody without a thing: 无泳帽者."""
    words = "|".join(map(re.escape, (word, *lexicon().synonyms.get(word, ()))))
    return re.search(rf"(?:无|未|没有?|不)[^,]{{0,8}}(?:{words})", text) is not None
