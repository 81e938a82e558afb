"""Which norm of a notice bears on what a yes-or-no question asks, and how it settles it.

A norm bears on a question where it says most of its words and the act asked about. What it leaves unsaid
decides too: a prohibition or a permission is silent on it, and what is confined to some (只能, 限) or has to
be so (须) keeps out another of its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.judging.aims import kinds_of_people, says_kind
from bot.judging.confined import (
    asks_of_several,
    elsewhere,
    keeps_to_number,
    names_number,
    names_others,
    rival_in,
)
from bot.judging.forbidding import forbidden
from bot.judging.kinds import is_general, said_by_kind_alone, said_in
from bot.judging.norm_reading import (
    EXCEPTED,
    LEAST,
    SAID,
    Outcome,
    Reading,
    Settled,
    covers,
    excepts,
    lacking,
    read_norm,
)
from bot.judging.opposites import opposed
from bot.judging.permitted import grants_organisation, on_terms
from bot.judging.phases import is_of_other_phase
from bot.judging.polar import PolarAsk
from corpus import patterns as re
from corpus.conditions.norms import Norm, NormKind
from index.normal import search_key

__all__ = ["Bearing", "bearings"]

_MOST = 0.5  # of what is denied that a demand has to name
_AGAINST = 0.1  # how much more a norm bears that rules out by what is told


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


def _bearing(ask: PolarAsk, norm: Norm, above: Callable[[Norm], str]) -> Bearing | None:
    if _OTHERWISE.search(norm.case) or is_of_other_phase(norm.case, ask.text):
        return None
    if norm.kind in (NormKind.FORBIDS, NormKind.PERMITS) and _IS_SO.search(ask.text):
        return None
    outcomes = [w for w in ask.words if _OUTCOME.fullmatch(w) and w in norm.case]
    if any((w in ask.missed) != lacking(w, search_key(norm.case)) for w in outcomes):
        return None  # 录取后不来的 is said of who was taken
    reading = read_norm(ask, norm, above)
    if reading is None:
        return None
    settled = _SETTLE[norm.kind](reading)
    if settled is None:
        return None
    state, why = settled
    if state is Settled.YES and asks_of_several(ask.text) and not names_number(norm.act):
        return None  # how many is what is asked about
    return Bearing(norm, state, reading.share, why)


def _permitted(r: Reading) -> Outcome:
    if not r.ask.duty and r.act and any(excepts(e, r) for e in r.norm.exceptions):
        return Settled.NO, EXCEPTED
    if r.ask.duty or not covers(r) or r.ask.denied or r.unsaid or not _does(r):
        return None
    if not r.ask.told and on_terms(f"{search_key(r.norm.case)}可"):
        return None  # of whom it is asked is not told
    if grants_organisation(r.ask.text, f"{search_key(r.norm.case)},可"):
        return None
    return (Settled.DEPENDS, "须先经同意") if _ASKS_LEAVE.search(r.norm.terms) else (Settled.YES, "")


# Whether something is so, which nothing that may or may not be done tells: 是不是同一天考.
_IS_SO = re.compile(r"是(?:不是|否)(?!就|也|都|能|可|允|让|不|必|一定|要|得|非|需|须|只|仅)")
_ASKS_LEAVE = re.compile(r"允许|许可|批准|同意|审批|核准")


def _does(r: Reading) -> bool:
    """Whether what a norm allows to be done is what is asked about."""
    act = search_key(r.norm.act)
    return len(act) < 2 or not r.ask.acts or any(said_in(w, act) >= SAID for w in r.ask.acts)


def _freed(r: Reading) -> Outcome:
    if r.act and any(excepts(e, r) for e in r.norm.exceptions):
        return (Settled.YES if r.ask.duty else Settled.NO), EXCEPTED
    if not covers(r) or _frees_others(r):
        return None
    if r.ask.duty:
        return (Settled.NO, "") if _frees_from_it(r) else None
    asks = r.ask.denied or "免" in r.ask.text or re.search(r"不限|限制|要求|不影响", r.norm.act)
    return (Settled.YES, "") if asks else None


_OF_KIND = 0.5  # the share of the name of a kind of people that is said by who belongs to it
_THING = re.compile(r"(?![\u4e00-\u9fff]*(?:小时|分钟|[天日周月年次]))[\u4e00-\u9fff]{2,4}")  # no 前两小时


def _frees_others(r: Reading) -> bool:
    """Whether only kinds of people are freed, a case or a thing of which nothing is asked: 教材免费发放."""
    case = search_key(r.norm.case)
    kinds = kinds_of_people(case)
    if len(kinds) > 1 and all(says_kind(k, r.ask.text) < _OF_KIND for k in kinds):
        return True
    words = [w for w in r.ask.words if len(w) > 1]
    described = [p for p in case.split(",") if p.endswith("的")]
    if described and not any(said_in(w, p) >= SAID for w in words for p in described):
        return True
    thing = _THING.fullmatch(case.rpartition(",")[2])
    return thing is not None and not any(said_in(w, thing[0]) >= SAID for w in words)


def _frees_from_it(r: Reading) -> bool:
    """Whether what need not be done is what is asked about: 写总结1篇(不用发表) frees nobody from writing."""
    act = search_key(r.norm.act)
    return len(act) < 2 or any(said_in(w, act) >= SAID for w in r.ask.words)


def _confined(r: Reading) -> Outcome:
    if r.ask.duty:
        return None
    act = search_key(r.norm.act)
    if (counted := keeps_to_number(r.ask.text, act)) is not None and r.share >= LEAST / 2:
        return (Settled.YES, "") if counted else (Settled.NO, "")
    if _weighs(r, [w for w in r.ask.denied if w in act]):
        return Settled.NO, ""
    others = names_others(r.ask.text)
    if others and re.search(r"本人|自己|亲自", act) and r.share >= LEAST / 2:
        return Settled.NO, f"“{others}”不在其内"
    apart = [w for w in r.ask.words if w in r.unsaid or said_by_kind_alone(w, r.text)]
    if outside := next((w for w in apart if rival_in(w, act, r.ask.text)), ""):
        return (Settled.NO, f"不包括{outside}") if r.act and r.share >= LEAST / 3 else None
    if against := opposed(r.ask.text, r.text):
        return Settled.NO, against
    return (Settled.YES, "") if covers(r) and not r.unsaid and r.share >= 0.8 else None


def _demanded(r: Reading) -> Outcome:
    act = search_key(r.norm.act)
    if r.ask.duty and _of_another_case(r):
        return None
    if r.ask.duty and any(excepts(e, r) for e in r.norm.exceptions):
        return Settled.NO, EXCEPTED
    if r.ask.duty:
        named = bool(r.ask.acts) and all(said_in(w, act) >= SAID for w in r.ask.acts)
        return (Settled.YES, "") if covers(r) or (named and r.share >= LEAST / 2) else None
    lacked = [w for w in r.ask.denied if said_in(w, act) >= SAID]
    if _weighs(r, lacked) and r.share >= LEAST:
        return Settled.NO, f"须有“{lacked[0]}”"
    if r.ask.denied:
        return None
    if (against := opposed(r.ask.text, act)) and r.share >= LEAST / 2:
        return Settled.NO, against
    outside = next((w for w in r.unsaid if rival_in(w, act, r.ask.text)), "")
    done = any(said_in(w, act) >= 1 for w in r.ask.acts if not is_general(w))
    if outside and done and r.share >= LEAST / 2:
        return Settled.NO, f"不包括{outside}"
    if place := elsewhere(r.ask.text, act):
        return (Settled.NO, place) if r.share >= LEAST else None
    if _BRINGS.search(act) and covers(r) and not r.unsaid:
        return Settled.YES, "写明要带"
    if _named_in_case(r) and r.act and not names_number(r.ask.text):
        return (Settled.DEPENDS, "须先经同意") if _LEAVE.search(act) else (Settled.YES, "按写明的要求")
    return None


def _weighs(r: Reading, lacked: Sequence[str]) -> bool:
    """Whether some words are most of what is denied: 法语 is not of 没有法语基础."""
    whole = sum(r.ask.words[w] for w in r.ask.denied)
    return bool(lacked) and sum(r.ask.words[w] for w in lacked) >= _MOST * whole


_BRINGS = re.compile(r"^(?:随身)?(?:携带|自带|自备|带好|带齐)")  # what must be brought may be
_CASE = re.compile(r"(?:^(?:因|凡|未|不)|超过|逾期|过期|如果?|若|遇|一旦)(?P<what>.+)")


def _of_another_case(r: Reading) -> bool:
    """Whether a demand holds in a case alone (超过有效期) of which the question says nothing."""
    cases = [m["what"] for p in search_key(r.norm.case).split(",") if (m := _CASE.search(p))]
    return bool(cases) and not any(len(w) > 1 and said_in(w, p) >= SAID for w in r.ask.words for p in cases)


def _named_in_case(r: Reading) -> bool:
    """Whether a demand says how something is done in just the case asked about: 迟到的，在幕间进场."""
    case = search_key(r.norm.case)
    telling = [w for w in r.ask.words if not is_general(w) and len(w) > 1]
    said = all(said_in(w, r.text) >= SAID for w in r.ask.words)
    return said and any(said_in(w, case) >= SAID for w in telling) and not re.search(r"[不未无没]", case)


_LEAVE = re.compile(r"经[^,]{0,16}(?:批准|同意|审批|许可|允许)|报[^,]{0,12}批准")
_SETTLE = {
    NormKind.FORBIDS: forbidden,
    NormKind.PERMITS: _permitted,
    NormKind.FREES: _freed,
    NormKind.CONFINES: _confined,
    NormKind.DEMANDS: _demanded,
}
