"""Whether money comes back, is spared or a thing is handed out, by the provision whose case is told.

Of the provisions on what is asked that one decides whose case the question tells most of. A case with a bound
is met by the figure told; where none is told it has to be asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.answer_parts import ConditionState, Verdict
from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.judging.aims import says_kind
from bot.judging.case_told import CaseReader, CaseTold
from bot.judging.excepted import claims
from bot.judging.judgement import Judgement
from bot.judging.kinds import said_in
from bot.judging.norm_reading import names_hour_in
from bot.judging.wording import left_out
from bot.person.person import Person
from bot.speech.time_asked import asking_part
from corpus import patterns as re
from corpus.conditions.provisions import Effect, Matter, Provision, provisions_in
from index.normal import search_key

__all__ = ["judge_provided"]

_NEAR, _LOOKED_AT = 0.4, 8  # of the best score; passages whose provisions are read
_CLEAR = 0.8  # of the weight of what decides, from which on another that says otherwise leaves it open
_ENDS = r"(?:吗|么|不|没|嘛|呗|吧)?[?？]?$"
_REFUND = (
    r"(?<![证书卡会辞劝清])退(?!休|役|伍|学|证|出|宿|租|场|保|房|群|换|货|税|捐|党|婚|赛|票[是在去])[^,，。]{0,6}"
    + _ENDS
)
_CHARGE = (
    r"免(?!疫|试|修|检|考|预|签)[^,，。]{0,8}(?:吗|么|不|没|嘛|了行不)[?？]?$|免不免|(?:不用|不必|不)(?:交|给|掏|花|付|缴|收)[^,，。]{0,8}$"
    r"|(?:能不能|能否|可不可以|是不是|是否)[^,，。]{0,4}(?:少|免|减半|打折|优惠)[^,，。]{0,6}$"
    r"|(?:少|便宜|优惠|打折|减)[^,，。]{0,6}(?:吗|么|不|没|嘛|点)[?？]?$"
)
_HANDOUT = (
    r"(?:发|送|补|奖)(?:给)?(?:我|俺|咱|他|她)?(?:吗|么|不|没|嘛)[?？]?$|(发|送|补|奖)不\1|[券钱贴品票]给(?:我|俺|咱|他|她)?(?:吗|么|不|没|嘛)[?？]?$"
    r"|给(?:我|俺|咱|他|她)?(?:发|送|补|奖)(?!办|报|考|交|登)[^,，。]{0,4}(?:吗|么|不|没|嘛)[?？]?$"
)
_ASKS = tuple(
    (m, re.compile(p))
    for m, p in ((Matter.REFUND, _REFUND), (Matter.CHARGE, _CHARGE), (Matter.HANDOUT, _HANDOUT))
)
_WHOLE = re.compile(r"全款|全额|全部|全退|都退|一分|不用|不必|免")


@dataclass(frozen=True, slots=True)
class _Found:
    """A provision with the passage that it is from and how far its case is told."""

    provision: Provision
    evidence: Evidence
    told: CaseTold


def judge_provided(
    question: Question, person: Person, own: Sequence[Evidence], words: Callable[[str], Mapping[str, float]]
) -> list[Judgement]:
    """The provision on what is asked whose case is told; [] where none is, or two say otherwise."""
    asking = next((p for p in _asking(question) if _matter(p)), "")
    matter = _matter(asking)
    if matter is None or not own:
        return []
    reader = CaseReader(f"{question.context},{question.text}", person, own[0].notice, words)
    found = []
    for e, p in _of_matter(own, matter):
        out = any(claims(o, p.case, reader.asked) or names_hour_in(o, reader.asked) for o in p.out)
        if out or left_out(question.text, search_key(e.passage.text)) or not _of_thing(asking, e, words):
            continue
        told = reader.read(f"{p.case},{_done(p.act)}".strip(","))
        if told.state is not ConditionState.UNMET:
            found.append(_Found(p, e, told))
    return _decided(found, asking)


def _asking(question: Question) -> Iterator[str]:
    yield asking_part(question.text)
    if question.context:
        yield asking_part(question.context)


def _matter(asking: str) -> Matter | None:
    return next((m for m, asks in _ASKS if asking and asks.search(asking)), None)


def _decided(found: list[_Found], asking: str) -> list[Judgement]:
    """What the provisions come to whose case is told; what refuses goes before what grants beside it."""
    if not found:
        return []
    met = [f for f in found if f.told.state is ConditionState.MET]
    found = met or found  # a case that is told goes before one of which more has to be known
    best = max(found, key=lambda f: f.told.weight)
    near = [f for f in found if f.told.weight >= _CLEAR * best.told.weight]
    against = [f for f in found if _limits(f, best)]
    best = against[0] if against else best
    if not against and len({_verdict(f, asking) for f in near}) > 1:
        return []
    verdict = _verdict(best, asking)
    unknown = best.told.unknown if verdict is Verdict.NEEDS_INFO else ()
    return [Judgement(verdict, best.evidence, best.told.why, partial=True, unknown=unknown)]


def _limits(found: _Found, best: _Found) -> bool:
    """Whether a provision refuses what another grants, in the same sentence or in a list of cases."""
    own, other = found.provision, best.provision
    refuses = own.effect is Effect.NONE and other.effect is not Effect.NONE
    return refuses and (_KEEPS_OUT.search(own.case) is not None or own.span == other.span)


_KEEPS_OUT = re.compile(r"^有?(?:下列|以下)[^,]{0,6}(?:情形|情况|行为)")


def _of_matter(own: Sequence[Evidence], matter: Matter) -> Iterator[tuple[Evidence, Provision]]:
    near = [e for e in own[:_LOOKED_AT] if e.score >= _NEAR * own[0].score]
    for e in near:
        for p in provisions_in(e.notice, e.passage.clause):
            if p.matter is matter and e.passage.span.covers(p.span):
                yield e, p


_MONEY = re.compile(r"^(?:钱|费用?|款项?)|[退免减少交收发送补给折]|便宜|优惠")


def _of_thing(asking: str, evidence: Evidence, words: Callable[[str], Mapping[str, float]]) -> bool:
    """Whether a passage, or what stands above it, speaks of what the part that asks names; what is paid is
    to be named itself: 学费 of 入伍的话学费能补吗."""
    notice, clause = evidence.notice, evidence.passage.clause
    above = [h for h in notice.heading_path(clause) if h != notice.title]
    around = search_key(",".join((*above, notice.clause_text(clause))))
    named = [w for w in words(asking) if len(w) > 1 and not _MONEY.search(w)]
    named = [w for w in named if _PAID.search(w)] or named
    return not named or any(said_in(w, around) > _HALF or says_kind(w, around) > _HALF for w in named)


_PAID = re.compile(r"(?:[费金票券款]|补贴|补助|津贴)$")
_HALF = 0.5
# 免费使用田径场: what it is that need not be paid for.
_THING = re.compile(r"^(?:使用|进入|参观|乘坐|观看|停放|借阅|看|听)(?P<thing>[^,]{2,})")


def _done(act: str) -> str:
    thing = _THING.match(act)
    return thing["thing"] if thing else ""


def _verdict(found: _Found, asking: str) -> Verdict:
    if found.told.state is ConditionState.UNKNOWN:
        return Verdict.NEEDS_INFO
    effect = found.provision.effect
    if effect is Effect.NONE or (effect is Effect.PART and _WHOLE.search(asking)):
        return Verdict.NOT_ELIGIBLE
    return Verdict.ELIGIBLE
