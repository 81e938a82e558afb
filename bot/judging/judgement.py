"""A yes-or-no question against the sentence that decides it, where no condition list does.

Decided are bounds (满N年, N岁以上, 截止到…), prohibitions that speak of what is asked (不得, 不可作为),
demands that the question denies (须公开出版 / 还没出版), and permissions (允许, 不作要求).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.answer_parts import ConditionState, Verdict
from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.judging.eligibility import Judge
from bot.judging.excepted import claims, exceptions_in
from bot.judging.figures import figures_in
from bot.judging.judged import Judged
from bot.judging.one_clause import compared, is_held_against, keeps_out_by_bound
from bot.judging.opposites import opposed
from bot.judging.other_cases import of_fraud
from bot.judging.other_offers import of_another_offer
from bot.judging.relatives import covered, speaks_of_relatives
from bot.judging.told_parts import affirmed, denies
from bot.judging.untold import untold_beside
from bot.person.person import Person
from bot.speech.bounded import JudgedLeaf
from bot.speech.naming import measure
from bot.speech.spoken_days import spoken_days
from corpus import patterns as re
from corpus.conditions.audiences import in_section
from corpus.conditions.conditions import Attribute, Group, GroupKind, Requirement
from corpus.notice import Notice
from corpus.once import once_per_notice
from corpus.rules.demand_forms import Demand
from corpus.rules.list_rules import further_benefits
from corpus.rules.rules import let_in_besides, lists_with
from corpus.rules.sentences import demands_in
from corpus.values.leads import announces
from corpus.values.periods import find_date, fold
from index.normal import search_key

__all__ = [
    "Judgement",
    "by_bound",
    "by_comparison",
    "by_date",
    "judge_comparisons",
    "judge_counted_up_to",
    "judge_definition",
    "judge_measures",
    "judge_relatives",
    "measures_told",
    "speaks_of_it",
]

_VERDICTS = {
    ConditionState.MET: Verdict.ELIGIBLE,
    ConditionState.UNMET: Verdict.NOT_ELIGIBLE,
    ConditionState.UNKNOWN: Verdict.NEEDS_INFO,
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with the passage that decides and why; `partial` where it is one condition among others."""

    verdict: Verdict
    evidence: Evidence
    why: str
    partial: bool = False
    unknown: tuple[JudgedLeaf, ...] = ()  # what has to be known before it decides
    compares: bool = False  # by a number, a grade or a day that is told
    counts: bool = False  # whether something counts, and not whether somebody may


_SPEAKS = 0.3  # the share of the question that a passage has to say which compares with what is told
_BESIDE = 0.5  # of the score of the best passage, from which on another may rule it out


def judge_comparisons(question: Question, person: Person, evidence: Sequence[Evidence]) -> list[Judgement]:
    """The first passage that rules it out by a number, a grade or a day that is told; [] where none does."""
    near = [e for e in evidence[:8] if e.score >= _BESIDE * evidence[0].score]
    floor = min(_SPEAKS, max((e.coverage for e in near), default=0.0))  # 考了78分过了吗 says next to nothing
    found = [j for e in near if (j := by_comparison(question, person, e, floor)) is not None]
    return [j for j in found if j.verdict is Verdict.NOT_ELIGIBLE][:1]


_DEFINES = re.compile(r"所称|是指|指的是|系指")


def judge_definition(question: Question, own: Sequence[Evidence]) -> list[Judgement]:
    """The passage that says what a word of the notice means, where what is told is its opposite: 二手房 on
    所称住房是指首次交易的; [] where none is."""
    for e in own:
        text = search_key(e.passage.text)
        against = opposed(question.text, text) if _DEFINES.search(text) else ""
        if against and not speaks_of_it(against, [o for o in own if o is not e]):
            return [Judgement(Verdict.NOT_ELIGIBLE, e, against, partial=True)]
    return []


def speaks_of_it(against: str, others: Sequence[Evidence]) -> bool:
    """Whether other passages are of what is told, to which one is opposed: a case of its own for 二手房."""
    word, opposite, _ = against.partition("与通知要求不符")
    return bool(opposite) and any(word in search_key(e.passage.text) for e in others)


_OF_THINGS = frozenset(
    [
        "字",
        "页",
        "分钟",
        "秒",
        "兆",
        "mb",
        "m",
        "kb",
        "寸",
        "篇",
        "张",
        "件",
        "份",
        "幅",
        "个字",
        "万字",
        "像素",
        "dpi",
    ]
)


def measures_told(text: str) -> frozenset[str]:
    """The units, of things and not of persons, in which a question gives a figure."""
    return _OF_THINGS & {f.unit.lower() for f in figures_in(text)}


def judge_measures(question: Question, person: Person, evidence: Sequence[Evidence]) -> list[Judgement]:
    """The passage that bounds, in the very unit told, the thing asked about: 我写了1万字 on 不少于两万字.

    How much of the question it says is of no account, for no more is told; [] for none.
    """
    units = measures_told(question.text)
    near = [e for e in evidence if e.coverage > 0 and any(u in e.passage.text.lower() for u in units)]
    found = [(e.coverage, j) for e in near if (j := by_comparison(question, person, e, 0.0)) is not None]
    return [max(found, key=lambda f: f[0])[1]] if found else []


def by_comparison(
    question: Question, person: Person, evidence: Evidence, floor: float = _SPEAKS
) -> Judgement | None:
    """A sentence that compares with a number, a grade or a day that is told, and is no item of a list."""
    if evidence.coverage < floor or lists_with(evidence.notice, evidence.passage.clause):
        return None
    notice, passage = evidence.notice, evidence.passage
    if _takes_off(question.text, passage.text) or _of_others(question, notice, passage.clause):
        return None
    if of_fraud(question.text, search_key(passage.text)):
        return None
    if (
        _OF_IN_SERVICE.search(passage.text)
        and person.degrees
        and not any(d.in_service for d in person.degrees)
    ):
        return None  # whose years are counted otherwise is not whom it is asked for
    if any(claims(e, passage.text, question.text) for e in exceptions_in(passage.text)):
        return None
    found = compared(question.text, passage.text, person, notice, whole=in_section(notice, passage.clause))
    if found is None or (found[0] is ConditionState.MET and affirmed(question.text) != _plain(question.text)):
        return None  # who denies something else beside it has told of more than what compares
    if found[0] is ConditionState.UNMET and _RELAXES.search(fold(notice.clause_text(passage.clause))):
        return None  # whom another sentence of the clause lets off is for the lists to say
    if found[0] is ConditionState.MET and (
        untold := untold_beside(_positive_in(evidence), Judge(evidence.notice, person, ()))
    ):
        return Judgement(Verdict.NEEDS_INFO, evidence, untold[0].why, partial=True, unknown=untold)
    return Judgement(_VERDICTS[found[0]], evidence, found[1], partial=True, compares=True)


def _of_others(question: Question, notice: Notice, clause: int) -> bool:
    """Whether a clause is on another thing than is asked about, or lets in others beside a list."""
    lets_in = any(w.clause == clause for w in let_in_besides(notice))
    return lets_in or of_another_offer(question, notice, clause)


_RELAXES = re.compile(
    r"放宽|破格|不作要求|的[,，]?可以?(?:用|以|凭|由)?[^,，。;；]{1,30}(?:代替|替代|顶替)|不受[^,。;]{0,12}限制|不受此限"
    r"|\((?!或)[^()\d]{2,16}\d{0,4}[^()\d]{0,6}(?:达到|不低于|不少于|不超过|不高于|满)\d[^()]*\)"
)


def _positive_in(evidence: Evidence) -> Iterator[Requirement]:
    """What the sentences of a passage demand of everybody."""
    for demand in _demands_of(evidence.notice, evidence.passage.clause):
        own = demand.requirement
        if evidence.passage.span.covers(own.span) and demand.kind is not GroupKind.NONE and own.given is None:
            yield own


_OF_IN_SERVICE = re.compile(r"在职(?:学历|学位|教育)的?[^,，。;；]{0,8}(?:人员|人|者)")


def _plain(text: str) -> str:
    return "，".join(re.split(r"[，。；,;！!]", text))


_OF_PAPERS = re.compile(r"(?:申请|所需|提交|提供|准备|证件|报名)[^，。；]{0,8}(?:材料|资料)")


def by_bound(question: Question, person: Person, evidence: Evidence) -> Judgement | None:
    """What a sentence demands, judged; the first sentence of the passage that the person's facts touch."""
    notice, clause = evidence.notice, evidence.passage.clause
    if _OF_PAPERS.search(" ".join(notice.clause_text(a)[:24] for a in notice.ancestors(clause))):
        return None  # that a paper has to be shown makes nobody eligible who has it
    if any(g.kind is GroupKind.NONE for g in lists_with(notice, clause)):
        return None  # whom a list keeps out, its own verdict says
    if _of_others(question, notice, clause) or of_fraud(question.text, search_key(evidence.passage.text)):
        return None
    if clause in further_benefits(notice):
        return None  # who is spared a part of it is no matter of who may
    if _grants_other(question.text, evidence.passage.text) or _takes_off(
        question.text, evidence.passage.text
    ):
        return None
    if is_held_against(evidence.passage.text) or keeps_out_by_bound(evidence.passage.text):
        return by_comparison(question, person, evidence, 0)
    judge = Judge(notice, person, ())
    listed = in_section(notice, clause)
    for demand in _demands_of(notice, clause):
        if not evidence.passage.span.covers(demand.requirement.span):
            continue
        asked = replace(demand.requirement, given=None)  # it is what the question came to
        group = judge.group(Group(demand.kind, clause, "", (asked,)))
        if not group.touched:
            continue
        (item,) = group.items
        if group.state is ConditionState.UNKNOWN and not listed and _only_open(item):
            return Judgement(Verdict.ELIGIBLE, evidence, _met(item), partial=True)
        verdict = _VERDICTS[group.state]
        if demand.kind is GroupKind.NONE and group.state is ConditionState.MET:
            continue  # that one exclusion does not apply decides nothing
        if group.state is ConditionState.UNMET and _by_being_local(item):
            continue  # 非本市户籍要年满65周岁 is said of others
        if group.state is ConditionState.UNMET and any(
            g.kind is GroupKind.ANY for g in lists_with(notice, clause)
        ):
            continue  # another of the ways may be open
        unsure = verdict is Verdict.NEEDS_INFO
        unknown = tuple(j for j in item.leaves if j.state is ConditionState.UNKNOWN) if unsure else ()
        why = item.why.replace("按您说的满足", "属于所列情形") if demand.kind is GroupKind.NONE else item.why
        return Judgement(verdict, evidence, why, partial=True, unknown=unknown)
    return None


def _by_being_local(item: Judged) -> bool:
    """Whether nothing is against somebody but that they are registered here."""
    against = [j for j in item.leaves if j.state is ConditionState.UNMET]
    return bool(against) and all(j.leaf.attribute is Attribute.RESIDENCE and j.leaf.negated for j in against)


# What a sentence grants, and what a question asks for: 失业金 is no 一次性生活补助.
_GRANTED = re.compile(
    r"可以?(?:申请|享受|领取|申领|获得)(?P<what>[^,，;；。]{2,16}?(?:补助金?|补贴|津贴|抚恤金|奖励|贷款|救助))"
)
_BENEFIT = re.compile(r"[\u4e00-\u9fff]{2,8}(?:补助金?|补贴|津贴|保险金|奖励|贷款|救助|失业金|养老金|抚恤金)")


def _grants_other(asked: str, text: str) -> bool:
    """Whether a sentence grants one benefit and a question asks for another."""
    granted, named = _GRANTED.search(text), _BENEFIT.search(asked)
    return bool(granted and named) and granted is not None and measure(granted["what"], asked) < _NAMED


# 75周岁以上老学员每学期优惠50元: who pays less, which bounds nobody who asks whether they may come.
_OFF = re.compile(r"优惠|减免|减半|半价|[\d.一二三四五六七八九]折|折扣|免(?:费|票|学费|收|交)")
_OF_MONEY = re.compile(r"[钱费价折票优惠减免补贴领享]|多少")


def _takes_off(asked: str, text: str) -> bool:
    """Whether a sentence says who pays less and a question asks of no money."""
    return _OFF.search(text) is not None and not _OF_MONEY.search(asked)


_NAMED = 0.5  # the share of a name that has to be said for it to be meant


def _demands_of(notice: Notice, clause: int) -> tuple[Demand, ...]:
    known = _demands_by_clause(notice)
    if clause not in known:
        opens = announces(notice.clause_text(clause))  # what was agreed to; the clauses below demand it
        known[clause] = () if opens else tuple(demands_in(notice, clause, in_conditions=True))
    return known[clause]


@once_per_notice
def _demands_by_clause(notice: Notice) -> dict[int, tuple[Demand, ...]]:
    """What the clauses demand that were asked about so far."""
    return {}


def _only_open(item: Judged) -> bool:
    """Whether nothing but words that no one can type is unknown: outside a section on conditions."""
    unknown = [j for j in item.leaves if j.state is ConditionState.UNKNOWN]
    return all(j.leaf.attribute is Attribute.OPEN and not denies(j.leaf.words) for j in unknown)


def _met(item: Judged) -> str:
    return "，".join(j.why for j in item.leaves if j.state is ConditionState.MET and not j.presumed)


_REACHED = re.compile(r"[^,，。]{0,10}?(?:(?:才|就|能)?(?:够|满|到期|达到)|才到(?!手))")


def by_date(question: Question, person: Person, evidence: Evidence) -> Judgement | None:
    """A month that the person names against the day up to which the notice counts."""
    if person.as_of is None or not re.search(r"截止|截至|计算到|算到", evidence.passage.text):
        return None
    days = (d for d in spoken_days(question.text, person.as_of) if _REACHED.match(question.text, d.end))
    said, until = next(days, None), find_date(evidence.passage.text)
    if said is None or until is None:
        return None
    name = f"{said.first.year}年{said.first.month}月"
    if said.first <= until:
        return Judgement(Verdict.ELIGIBLE, evidence, f"{name}在计算截止日之前")
    return Judgement(Verdict.NOT_ELIGIBLE, evidence, f"{name}晚于计算截止日，未达到")


_TIME_SERVED = re.compile(r"资历|年限|工龄")


def judge_counted_up_to(question: Question, person: Person, evidence: Sequence[Evidence]) -> list[Judgement]:
    """The passage that says up to what day the years served are counted, against when somebody has them."""
    if not _TIME_SERVED.search(question.text):
        return []
    counting = (e for e in evidence if _TIME_SERVED.search(e.passage.text))
    return [j for e in counting if (j := by_date(question, person, e)) is not None][:1]


def judge_relatives(question: Question, evidence: Sequence[Evidence]) -> list[Judgement]:
    """The first passage that lists relatives among whom those asked about are, or are not."""
    asked = f"{question.context} {question.text}"
    if not speaks_of_relatives(asked):
        return []
    for e in sorted(evidence, key=lambda e: -e.coverage):
        found = covered(asked, search_key(e.passage.text))
        if found is not None:
            return [Judgement(found[0], e, found[1])]
    return []
