"""What is forbidden in a case that is told, in whatever words: 出租房屋不得申请, and 房子租出去了."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answer_parts import ConditionState, Verdict
from bot.conversation.question import Question
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.judging.case_told import CaseReader
from bot.judging.excepted import claims
from bot.judging.judgement import Judgement
from bot.judging.kinds import is_general, said_in
from bot.judging.other_cases import of_fraud
from bot.judging.polar import PolarAsk, read_ask
from bot.judging.staff_kept_out import speaks_of_staff
from bot.person.person import Person
from corpus import patterns as re
from corpus.conditions.norms import Norm, NormKind, norms_in
from index.normal import search_key

__all__ = ["judge_forbidden_case"]

_NEAR, _LOOKED_AT = 0.6, 4  # of the best score; passages whose norms are read
_SAID = 0.75
_LEAST = 1.0  # the weight of what is told of a case
# For how long it is forbidden, which is no part of the case: 两年内不再受理.
_HOW_LONG = re.compile(r"(?:^|,)[^,]{0,6}[年月天日周]内$")
_LATE = re.compile(r"逾期|过期|超期|逾[^,]{0,4}期")
_STATUS = re.compile(r"不予|不参加|不安排|不受理|不接受|不享受|不登记|不办理|不招|没有资格|无资格|取消")


def judge_forbidden_case(
    question: Question, person: Person, own: Sequence[Evidence], gatherer: EvidenceGatherer
) -> list[Judgement]:
    """The prohibition of the act that is asked about whose case is told; [] where none is."""
    if not own:
        return []
    ask = read_ask(question, gatherer)
    if ask.duty:
        return []
    reader = CaseReader(f"{question.context},{question.text}", person, own[0].notice, gatherer.words)
    for e, norm in _prohibitions(own):
        case = _HOW_LONG.sub("", norm.case)
        if not case or of_fraud(reader.asked, case) or not _of_act(ask, norm):
            continue
        if any(claims(x, norm.case, reader.asked) for x in norm.exceptions):
            continue
        told = reader.read(case)
        if told.state is ConditionState.MET and told.weight >= _LEAST:
            return [Judgement(Verdict.NOT_ELIGIBLE, e, told.why, partial=True)]
    return []


def _prohibitions(own: Sequence[Evidence]) -> Iterator[tuple[Evidence, Norm]]:
    for e in own[:_LOOKED_AT]:
        if e.score < _NEAR * own[0].score:
            continue
        for norm in norms_in(e.notice, e.passage.clause):
            forbids = norm.kind is NormKind.FORBIDS and norm.case and not norm.terms
            if speaks_of_staff(norm.case) or _LATE.search(norm.case):
                continue  # where somebody works, and what day it is, is read by itself
            if forbids and e.passage.span.covers(norm.span):
                yield e, norm


def _of_act(ask: PolarAsk, norm: Norm) -> bool:
    """Whether what is forbidden is what is asked: taking part at all, or the very act."""
    act = search_key(norm.act)
    if all(map(is_general, ask.acts)) and _STATUS.search(act):
        return True
    return any(said_in(a, act) >= _SAID or a[0] in act for a in ask.acts)
