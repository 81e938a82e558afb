"""Whether what a norm forbids is what is asked about."""

from __future__ import annotations

from bot.judging.kinds import acts_like, is_general, is_thing, said_in, without_general
from bot.judging.norm_reading import (
    EXCEPTED,
    HEAVY,
    LEAST,
    SAID,
    STATUS,
    Outcome,
    Reading,
    Settled,
    covers,
    excepts,
    lacking,
    names,
)
from bot.judging.other_cases import (
    by_other_means,
    in_another_place,
    of_all_together,
    of_fraud,
    supposes_another,
)
from bot.judging.phases import phase_of
from corpus import patterns as re
from index.normal import search_key

__all__ = ["forbidden"]


def forbidden(r: Reading) -> Outcome:
    """How a prohibition settles what is asked; None where it is of something else."""
    if r.ask.duty or not (covers(r) or _of_all(r)) or not _meant(r):
        return None
    if of_all_together(r.ask.text, search_key(r.norm.case)) or by_other_means(r.ask.text, r.text):
        return None
    if in_another_place(r.ask.text, search_key(r.norm.case)) or of_fraud(r.ask.text, r.norm.case):
        return None
    if _says_more(r) or supposes_another(r.ask.text, f"{_supposed(r.norm.case)},不得"):
        return None
    if any(excepts(e, r) for e in r.norm.exceptions):
        return Settled.YES, EXCEPTED
    if r.ask.denied and not all(lacking(w, r.text) for w in r.ask.denied):
        return None
    lacked = _LACKED.search(search_key(r.norm.case)) if not r.ask.denied else None
    if lacked and names(lacked[1], r.ask) and not lacking(lacked[1], r.ask.text):
        return None  # 无泳帽者禁止游泳 says nothing of who has one
    if r.norm.terms:
        return Settled.DEPENDS, "须先经同意"
    return Settled.NO, ""


def _supposed(case: str) -> str:
    """The search key of a case, 一经 in it as 如."""
    return re.sub(r"^(?:一经|经(?=核实|查实|查证|发现|调查))", "如", search_key(case))


_TOTAL = re.compile(r"任何|一切|一律")
_SOME = re.compile(r"(?:者|的|儿童|人员|女性|配偶|亲属|家属|子女|职工|员工)$")  # a case that is of some only


def _meant(r: Reading) -> bool:
    """Whether the case of a norm is that of everybody, or one that the question names."""
    some = [
        p
        for p in search_key(r.norm.case).split(",")
        if p.endswith("的") or (len(p) > _ACTOR and _SOME.search(p))
    ]
    telling = [w for w in r.ask.words if w not in r.ask.acts and (len(w) > 1 or is_thing(w))]
    return not some or any(said_in(w, p) >= SAID for w in telling for p in some)


def _says_more(r: Reading) -> bool:
    """Whether a norm is of taking part in one way only, which the question does not name: 不得跨级申报."""
    if not r.ask.acts or not all(map(is_general, r.ask.acts)):
        return False
    rest = _HOW.sub("", without_general(search_key(r.norm.act)))
    telling = [w for w in r.ask.words if not is_general(w) and (len(w) > 1 or is_thing(w))]
    return len(rest) > 1 and not any(said_in(w, rest) >= SAID for w in telling)


_HOW = re.compile(
    rf"{STATUS.pattern}|严禁|禁止|请勿|勿|谢绝|拒绝|本[馆园校次届]|[馆园场校会]|内|该|其|[^\u4e00-\u9fff]"
)


def _of_all(r: Reading) -> bool:
    """Whether a prohibition is of the very act asked about, for whomever and in whatever case."""
    specific = [w for w in r.ask.acts if not is_general(w)]
    said = bool(specific) and all(said_in(w, r.text) >= SAID for w in r.ask.acts)
    case = search_key(r.norm.case).rsplit(",", 1)[-1]
    free = not case or bool(_ANYBODY.search(case)) or names(case, r.ask) or bool(phase_of(case, r.ask.text))
    enough = bool(_TOTAL.search(r.norm.text)) or r.share >= LEAST / 2
    return said and free and enough and not _of_another_thing(r)


def _of_another_thing(r: Reading) -> bool:
    """Whether a norm forbids an act on a thing of its own, and the question asks it of another: 滑板车 by
    不得携带宠物入馆."""
    most = HEAVY * sum(r.ask.words.values())
    if not any(r.ask.words[w] > most for w in r.unsaid - r.ask.acts - r.ask.told):
        return False
    rest = _HOW.sub("", without_general(search_key(r.norm.act)))
    for word in (x for w in r.ask.words for x in (w, *acts_like(w))):
        rest = rest.replace(word, "")
    return len(rest) > 1


_ANYBODY = re.compile(r"^(?:本|任何|所有|各)|(?:[者人员生众方队户]|项目|单位|[内里中])$|^但$")
_ACTOR = 5  # characters of a case that only says who acts: 游泳者, 参赛人员
_LACKED = re.compile(r"(?:无|未|没有?|不)([\u4e00-\u9fff]{1,8})(?:者|的|人员)")
