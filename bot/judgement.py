"""A yes-or-no question against the sentence that decides it, where no condition list does.

Decided are bounds (满N年, N岁以上, 截止到…), prohibitions that speak of what is asked (不得, 不可作为),
demands that the question denies (须公开出版 / 还没出版), and permissions (允许, 不作要求).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from bot.answer import ConditionState, Verdict
from bot.assertions import affirmed, opposed
from bot.bounded import JudgedLeaf
from bot.eligibility import Judge, Judged, is_excepted
from bot.evidence import Evidence
from bot.one_clause import compared
from bot.person import Person
from bot.question import Question
from bot.relatives import covered
from corpus.audiences import in_section
from corpus.conditions import Attribute, Group, GroupKind
from corpus.demand_forms import Demand
from corpus.demanded import requirement_of
from corpus.leads import governing_clause
from corpus.notice import Notice, Span
from corpus.once import once_per_notice
from corpus.periods import find_date, fold
from corpus.rules import compile_groups
from corpus.sentences import demands_in
from index.normal import search_key

__all__ = ["Judgement", "judge_comparisons", "judge_passages", "judge_relatives"]

_KEPT = 1024  # passages of which it is kept what they except

_FORBIDS = re.compile(r"不再|视为放弃|不得|不可|不能|不予|不适用|不受理|不纳入|不包括|不含|除外")
_ALLOWS_LATER = re.compile(r"允许")
_COMMON = frozenset(
    [
        "申报",
        "申请",
        "报名",
        "评审",
        "材料",
        "提交",
        "提供",
        "人员",
        "以下",
        "以上",
        "要求",
        "条件",
        "通知",
        "有关",
        "规定",
        "可以",
        "不可",
        "不得",
        "不能",
    ]
)
_CLEAR_NO = re.compile(r"不再|视为放弃|无效")
_WAIVES = re.compile(r"不作要求|不要求|不限|无需|不需|不用|不必")
_DENIED = re.compile(
    r"(?:还没有?|没有?|未曾?|尚未|不是|并非|非|不)(?:正式|经过|办理|通过|公开|有)?([\u4e00-\u9fff]{2,4})"
)


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


def judge_passages(
    question: Question, person: Person, evidence: Sequence[Evidence], floor: float = 0.75
) -> list[Judgement]:
    """The passages that decide the question: one that rules it out, else those that allow it.

    Only passages are looked at that score at least `floor` times as much as the best.
    """
    near = [e for e in evidence if e.score >= floor * evidence[0].score][:8]
    found = [j for e in near if (j := _by_date(question, person, e)) is not None][:1]
    found = found or _first_against(
        [j for e in near if (j := _by_comparison(question, person, e)) is not None]
    )
    found = found or [j for e in near if (j := _by_words(question, person, e)) is not None][:1]
    if found:
        return found
    bounds = [b for e in near if (b := _by_bound(question, person, e)) is not None]
    decided = [b for b in bounds if b.verdict is Verdict.NOT_ELIGIBLE][:1] or bounds[:3]
    return decided or [p for e in near[:3] if (p := _by_permission(question, e)) is not None][:1]


def _first_against(found: Sequence[Judgement]) -> list[Judgement]:
    """The first judgement that rules it out, else the first."""
    return [*(j for j in found if j.verdict is Verdict.NOT_ELIGIBLE), *found][:1]


_SPEAKS = 0.3  # the share of the question that a passage has to say which compares with what is told
_BESIDE = 0.5  # of the score of the best passage, from which on another may rule it out


def judge_comparisons(question: Question, person: Person, evidence: Sequence[Evidence]) -> list[Judgement]:
    """The first passage that rules it out by a number, a grade or a day that is told; [] where none does."""
    near = [e for e in evidence[:8] if e.score >= _BESIDE * evidence[0].score]
    floor = min(_SPEAKS, max((e.coverage for e in near), default=0.0))  # 考了78分过了吗 says next to nothing
    found = [j for e in near if (j := _by_comparison(question, person, e, floor)) is not None]
    return [j for j in found if j.verdict is Verdict.NOT_ELIGIBLE][:1]


def _by_comparison(
    question: Question, person: Person, evidence: Evidence, floor: float = _SPEAKS
) -> Judgement | None:
    """A sentence that compares with a number, a grade or a day that is told, and is no item of a list."""
    if evidence.coverage < floor or _is_listed(evidence):
        return None
    notice, passage = evidence.notice, evidence.passage
    if any(is_excepted(e, question.text) for e in _exceptions_in(passage.text)):
        return None
    found = compared(question.text, passage.text, person, notice, whole=in_section(notice, passage.clause))
    if found is None or (found[0] is ConditionState.MET and affirmed(question.text) != _plain(question.text)):
        return None  # who denies something else beside it has told of more than what compares
    if found[0] is ConditionState.UNMET and _RELAXES.search(fold(notice.clause_text(passage.clause))):
        return None  # whom another sentence of the clause lets off is for the lists to say
    return Judgement(_VERDICTS[found[0]], evidence, found[1], partial=True, compares=True)


_RELAXES = re.compile(r"放宽|不作要求|不受[^,。;]{0,12}限制|不受此限")


def _plain(text: str) -> str:
    return "，".join(re.split(r"[，。；,;！!]", text))


def _is_listed(evidence: Evidence) -> bool:
    """Whether a passage is one of several conditions that are judged together."""
    groups = [g for g in compile_groups(evidence.notice) if len(g.requirements) > 1]
    return any(r.clause == evidence.passage.clause for g in groups for r in g.requirements)


def _by_bound(question: Question, person: Person, evidence: Evidence) -> Judgement | None:
    """What a sentence demands, judged; the first sentence of the passage that the person's facts touch."""
    notice, clause = evidence.notice, evidence.passage.clause
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
        unsure = verdict is Verdict.NEEDS_INFO
        unknown = tuple(j for j in item.leaves if j.state is ConditionState.UNKNOWN) if unsure else ()
        why = f"{item.why}，需要补充" if unsure else item.why
        return Judgement(verdict, evidence, why, partial=True, unknown=unknown)
    return None


def _demands_of(notice: Notice, clause: int) -> tuple[Demand, ...]:
    known = _demands_by_clause(notice)
    if clause not in known:
        known[clause] = tuple(demands_in(notice, clause, in_conditions=True))
    return known[clause]


@once_per_notice
def _demands_by_clause(notice: Notice) -> dict[int, tuple[Demand, ...]]:
    """What the clauses demand that were asked about so far."""
    return {}


def _only_open(item: Judged) -> bool:
    """Whether nothing but words that no one can type is unknown: outside a section on conditions."""
    unknown = [j for j in item.leaves if j.state is ConditionState.UNKNOWN]
    return all(j.leaf.attribute is Attribute.OPEN for j in unknown)


def _met(item: Judged) -> str:
    return "，".join(j.why for j in item.leaves if j.state is ConditionState.MET and not j.presumed)


_PERMITS = re.compile(
    r"的，?(?:均|都|也)?可(?:以)?(?!不|能|见)|可以|允许|有权|均可|可(?:申请|申报|办理|享受|报名|参加|选择|凭)"
)


def _by_permission(question: Question, evidence: Evidence) -> Judgement | None:
    """A sentence that grants just what is asked about, with nothing in it that forbids or bounds."""
    text = _nearest(question.text, search_key(evidence.passage.text))
    if evidence.coverage < 0.5 or not _PERMITS.search(text) or _FORBIDS.search(text):
        return None
    if re.search(r"没|不|未|无", _affirmed(question.text).rstrip("不没?？")):
        return None
    return Judgement(Verdict.ELIGIBLE, evidence, "通知写明可以")


def _by_date(question: Question, person: Person, evidence: Evidence) -> Judgement | None:
    """A month that the person names against the day up to which the notice counts."""
    said = re.search(r"(20\d{2})年(\d{1,2})月[^,，。]{0,10}(?:才|就|能)?(?:够|满|到期|达到)", question.text)
    if said is None or not re.search(r"截止|截至|计算到|算到", evidence.passage.text):
        return None
    until = find_date(evidence.passage.text)
    if until is None:
        return None
    reached = date(int(said[1]), int(said[2]), 1)
    if reached <= until:
        return Judgement(Verdict.ELIGIBLE, evidence, f"{said[1]}年{said[2]}月在计算截止日之前")
    return Judgement(Verdict.NOT_ELIGIBLE, evidence, f"{said[1]}年{said[2]}月晚于计算截止日，未达到")


def judge_relatives(question: Question, evidence: Sequence[Evidence]) -> list[Judgement]:
    """The first passage that lists relatives among whom those asked about are, or are not."""
    for e in evidence:
        found = covered(f"{question.context} {question.text}", search_key(e.passage.text))
        if found is not None:
            return [Judgement(found[0], e, found[1])]
    return []


def _by_words(question: Question, person: Person, evidence: Evidence) -> Judgement | None:
    asked = f"{question.context} {question.text}"
    text = _nearest(asked, search_key(evidence.passage.text))
    if _WAIVES.search(text) and _speaks_of(asked, _parts_with(text, _WAIVES)):
        return Judgement(Verdict.ELIGIBLE, evidence, "通知对此不作要求")
    if any(is_excepted(e, asked) for e in _exceptions_in(text)):
        return Judgement(Verdict.ELIGIBLE, evidence, "符合除外情形")
    against = opposed(asked, text) or _denied_demand(asked, text)
    if against:
        return Judgement(Verdict.NOT_ELIGIBLE, evidence, against)
    sourced = _source_named(asked, text)
    if sourced is not None:
        return Judgement(sourced, evidence, "")
    if _one_of_several(question, evidence):
        return Judgement(Verdict.ELIGIBLE, evidence, "所列各项有其中之一即可")
    left_out = _left_out(asked, text)
    if left_out:
        return Judgement(Verdict.NOT_ELIGIBLE, evidence, f"通知写明不包括{left_out}")
    if _ALLOWS_LATER.search(text) and _speaks_of(asked, [text]):
        return Judgement(Verdict.ELIGIBLE, evidence, "通知允许")
    clearly = bool(_CLEAR_NO.search(text)) and evidence.coverage >= 0.4
    if _FORBIDS.search(text) and (clearly or _speaks_of(asked, _parts_with(text, _FORBIDS))):
        return Judgement(Verdict.NOT_ELIGIBLE, evidence, "通知明确不可以")
    if evidence.coverage >= 0.5 and _is_misconduct(evidence):
        return Judgement(Verdict.NOT_ELIGIBLE, evidence, "属于通知所列的违规行为")
    if evidence.coverage >= 0.9 and _forbids_by_name(question.text, text):
        return Judgement(Verdict.NOT_ELIGIBLE, evidence, "通知明确不可以")
    return None


@lru_cache(maxsize=_KEPT)
def _exceptions_in(text: str) -> tuple[str, ...]:
    return requirement_of(0, Span(0, 0), fold(text)).exceptions


def _nearest(asked: str, text: str) -> str:
    """Of the halves of a passage between semicolons and stops, the one that says most of what is asked.

    甲与乙不得兼得；甲与丙可以兼得: which of the two is asked about.
    """
    parts = [p for p in re.split(r"[;；。]", text) if len(p) >= 6]
    if len(parts) < 2:
        return text
    pairs = {asked[i : i + 2] for i in range(len(asked) - 1)} - _COMMON
    said = {p: sum(p[i : i + 2] in pairs for i in range(len(p) - 1)) for p in parts}
    best = max(parts, key=lambda p: said[p])
    clear = said[best] >= 2 and sum(n == said[best] for n in said.values()) == 1
    return best if clear else text


_NAMED = 4  # characters in a row that name a paper beyond doubt: 寄宿证明


def _one_of_several(question: Question, evidence: Evidence) -> bool:
    """Whether the passage is one of a list of papers of which one will do, and is what the person has."""
    lead = governing_clause(evidence.notice, evidence.passage.clause)
    if lead is None or not re.search(
        r"(?:材料|证明|证件|资料)之一|任选其一", evidence.notice.clause_text(lead)
    ):
        return False
    had = affirmed(question.text)
    own = search_key(evidence.passage.text)
    if had != question.text and not any(had[i : i + 2] in own for i in range(len(had) - 1)):
        return False
    named = any(had[i : i + _NAMED] in own for i in range(len(had) - _NAMED + 1))
    return (named or evidence.coverage >= 0.4) and bool(re.search(r"够|可以|行|能", question.text))


def _parts_with(text: str, pattern: re.Pattern[str]) -> list[str]:
    """The parts of a sentence in which a word stands, each with the part before it."""
    parts = re.split(r"[,，。;；()（）]", text)
    return ["".join(parts[max(0, i - 1) : i + 1]) for i, p in enumerate(parts) if pattern.search(p)]


def _is_misconduct(evidence: Evidence) -> bool:
    """Whether the passage stands in a list of conduct that is punished."""
    lead = governing_clause(evidence.notice, evidence.passage.clause)
    words = evidence.notice.clause_text(lead) if lead is not None else ""
    return bool(re.search(r"(?:下列|以下).{0,6}行为", words) and re.search(r"取消|不得|处", words))


def _forbids_by_name(asked: str, text: str) -> bool:
    """Whether a verb that the sentence forbids, alone or in a list, is the one asked about."""
    for match in re.finditer(r"(?:不得|不可|不能|不予)([^,，。;；]{2,16})", text):
        verbs = {part[:2] for part in re.split(r"[、或和]", match.group(1)) if len(part) >= 2}
        if any(v in asked and v not in _COMMON for v in verbs):
            return True
    return False


def _speaks_of(asked: str, parts: Sequence[str]) -> bool:
    """Whether what is forbidden or waived is what is asked about: enough pairs of characters shared."""
    for text in parts:
        pairs = (text[i : i + 2] for i in range(len(text) - 1))
        grams = {g for g in pairs if re.fullmatch(r"[\u4e00-\u9fff]{2}", g) and g not in _COMMON}
        shared = {g for g in grams if g in asked}
        if len(shared) >= 3 or (len(shared) >= 2 and len(shared) >= 0.3 * len(grams)):
            return True
    return False


def _left_out(asked: str, text: str) -> str:
    """A thing named as not included that the question is about."""
    match = re.search(r"(?:不包括|不含|不适用于|不包含)([^()（）。;；]{2,60})", text)
    if match is None:
        return ""
    names = re.split(r"[、和及与或,，]|其他|其它", match.group(1))
    return next((n for n in names if len(n) >= 3 and n in asked), "")


def _denied_demand(asked: str, text: str) -> str:
    """What the sentence demands and the question denies, `""` where nothing."""
    demands = [s for s in re.split(r"[。;；]", text) if re.search(r"须|需|应(?!届|聘|试)|要", s)]
    for match in _DENIED.finditer(_affirmed(asked)):
        words = match.group(1)
        for part in dict.fromkeys((words, words[:2])):
            if any(_demanded(part, sentence) for sentence in demands):
                return f"{match.group(0)}，不符合要求"
    return ""


def _demanded(part: str, sentence: str) -> bool:
    """Whether a sentence that demands something names `part` among it, and does not waive or deny it."""
    return (
        part in sentence
        and not re.search(
            rf"(?:不|无需|不用)[^,，。]{{0,3}}{part}|(?:无|没有)(?:任何)?[^,，。]{{0,4}}{part}", sentence
        )
        and not re.search(rf"未[^,，。]{{0,3}}{part}(?!的?(?:无效|不予|不得|视为))", sentence)
    )


def _affirmed(text: str) -> str:
    """The text with A-not-A questions in their plain form, since they deny nothing: 可不可以 as 可以."""
    return re.sub(r"([\u4e00-\u9fff])[不没]\1", r"\1", text)


def _source_named(asked: str, text: str) -> Verdict | None:
    """`由甲产生`: who is in 甲 may, who would come from elsewhere may not."""
    match = re.search(r"[由从](.{2,30}?)中?(?:遴选|推荐|选拔|产生)", text)
    if match is None:
        return None
    source = match.group(1)
    if re.search(r"(?:已经?|进了|入了|是|在)", asked.split(" ")[-1]) and _shares(
        source, asked.split(" ")[-1]
    ):
        return Verdict.ELIGIBLE
    return Verdict.NOT_ELIGIBLE if re.search(r"直接|跨级|越级", asked) and "不得" in text else None


def _shares(source: str, asked: str) -> bool:
    names = re.findall(r"[省市区县]{1,2}级|培育库|[\u4e00-\u9fff]{2}库", source)
    return bool(names) and all(n in asked for n in names[:2])
