"""Yes-or-no questions: by the condition lists, by the sentence that decides, by the deadline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.answer import Answer
from bot.answer_parts import ConditionState, Intent, Verdict
from bot.conversation.question import Question
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.judging.by_passages import judge_passages
from bot.judging.counted_time import judge_counted
from bot.judging.day_limits import judge_day_limit
from bot.judging.forbidden_case import judge_forbidden_case
from bot.judging.inclusion import judge_inclusion
from bot.judging.judgement import (
    judge_counted_up_to,
    judge_measures,
    judge_relatives,
    speaks_of_it,
)
from bot.judging.kinds import said_in
from bot.judging.lacking import judge_lacking
from bot.judging.ladder import judge_step
from bot.judging.leaning import lean
from bot.judging.levels import asked_level
from bot.judging.printed_answer import judge_printed_answer
from bot.judging.school_years import judge_school_year
from bot.judging.wording import left_out
from bot.judging.works import judge_work
from bot.person.kin import without_kin
from bot.person.retold import words_of_kinds
from bot.planning.plan import Action, Plan
from bot.planning.weighing import assess
from bot.speech.duty_asked import asks_duty
from bot.speech.lexicon import lexicon
from bot.speech.time_asked import asking_part, asks_whether_open
from bot.telling.barred import barred
from bot.telling.beside_lists import counted_in_favour, ruled_out_beside
from bot.telling.by_sentence import judged_by, open_on_the_day
from bot.telling.contradictions import contradiction_in, which_is_right
from bot.telling.earlier_rules import by_earlier_rules
from bot.telling.nearest import with_nearest
from bot.telling.outside import outside
from bot.telling.ruling import ruled, tells_nothing
from bot.telling.still_open import open_by_time, still_open
from bot.telling.telling import deadline_for, tell_plainly, timing_for, with_hint
from bot.telling.unstated import thing_unsaid, unstated
from bot.telling.which_level import which_level, wishes
from bot.verdict.prospects import prospects
from bot.verdict.verdicts import decide_by_rules, told, touched_conditions
from corpus import patterns as re
from corpus.conditions.conditions import GroupKind
from corpus.notice import Notice
from corpus.rules.rules import compile_groups, is_graded
from index.normal import search_key

__all__ = ["decide", "tell"]

# 这样的论文能交吗: asked about a paper, not about the person.
_ABOUT_PAPERS = re.compile(
    r"(?:论文|著作|总结|证明|照片|复印件|发票|合同|报告|书)[^,，。]{0,12}(?:交(?!了|过|满|社|保)|提交|用|当|作为|(?<!计)算|上传)"
)
_MAY = re.compile(
    r"免费?(?:吗|么|不)[?？]?$|(?:能|可以?|让|许|行)[^,，。;；]{1,14}(?:吗|么|不|没|嘛)?[?？]?$"
)  # 学费能给补吗
_JUDGED_INTENTS = frozenset(
    {Intent.MATERIALS, Intent.GENERAL, Intent.STATISTIC, Intent.DEFINITION, Intent.RESIT}
)


def tell(question: Question, plan: Plan, gatherer: EvidenceGatherer, as_of: date) -> Answer:
    """What the evidence says; a yes-or-no question is judged first."""
    if question.polar and (kept := barred(question, plan, gatherer, timing_for(question, plan, as_of))):
        return kept
    if plan.notice is not None and asks_whether_open(question.text):
        timely = open_by_time(question, plan.notice, gatherer, as_of)
        if timely is not None:
            return _unless_barred(timely, question, plan.notice, as_of)
    if question.polar and question.intent is Intent.DEADLINE and plan.notice is not None:
        if deadline_for(question, plan) is None and touched_conditions(question, plan.notice):
            return decide(question, plan, gatherer, as_of)
        return _unless_barred(open_on_the_day(question, plan, as_of), question, plan.notice, as_of)
    if printed := judge_printed_answer(question, plan.evidence):
        return judged_by(question, printed, timing_for(question, plan, as_of))
    counts = judge_counted(question.text, plan.notice, plan.own)
    if counts := counts or judge_inclusion(question.text, plan.own):
        return judged_by(question, counts, timing_for(question, plan, as_of))
    permission = question.intent is Intent.FEE and _MAY.search(asking_part(question.text)) is not None
    judged = (
        question.polar
        and not question.wants
        and not asks_duty(question.text)
        and (permission or question.intent in _JUDGED_INTENTS)
    )
    if judged and plan.action is Action.TELL and plan.notice is not None:
        person = told(question, plan.notice, as_of)
        judgements = judge_work(question, person, plan.own)
        judgements = judgements or judge_passages(
            question, person, plan.evidence, names=_naming(question, gatherer)
        )
        judgements = judgements or judge_measures(question, person, plan.own)
        judgements = judgements or judge_forbidden_case(question, person, plan.own, gatherer)
        if judgements:
            return judged_by(question, judgements, timing_for(question, plan, as_of))
    return tell_plainly(question, plan, gatherer, as_of)


def decide(question: Question, plan: Plan, gatherer: EvidenceGatherer, as_of: date) -> Answer:
    """A yes-or-no question about a person: by the condition lists, else by the sentence that decides."""
    assert plan.notice is not None
    told_twice = contradiction_in(f"{question.context}，{question.text}".strip("，"), as_of)
    if told_twice is not None:
        return which_is_right(told_twice, plan.assessment.probability if plan.assessment else 0.8)
    if (timely := still_open(question, plan.notice, gatherer, as_of)) is not None:
        return _unless_barred(timely, question, plan.notice, as_of)
    timing = timing_for(question, plan, as_of)
    if (answer := barred(question, plan, gatherer, timing)) is not None:
        return answer
    if printed := judge_printed_answer(question, plan.evidence):
        return judged_by(question, printed, timing)
    if counts := judge_counted(question.text, plan.notice, plan.own):
        return judged_by(question, counts, timing)
    if relatives := judge_relatives(question, plan.own):
        return judged_by(question, relatives, timing)
    if reached := judge_counted_up_to(question, told(question, plan.notice, as_of), plan.own):
        return judged_by(question, reached, timing)
    if lacking := judge_lacking(question, plan.evidence):
        return judged_by(question, lacking, timing)
    if settled := judge_inclusion(question.text, plan.own) or judge_step(question.text, plan.own):
        return judged_by(question, settled, timing)
    person = told(question, plan.notice, as_of)
    if works := judge_work(question, person, plan.own):
        return judged_by(question, works, timing)
    answer = by_earlier_rules(plan.notice, person) or outside(plan.notice, person)
    wish = wishes(question.text)
    whole = wish or _asks_generally(question, plan, gatherer)
    if answer is None and whole:
        answer = _by_level(question, plan.notice, as_of)
    answer = answer or which_level(question, plan.notice)
    if answer is not None:
        return replace(answer, timing=timing, text=with_hint(answer.text, timing))
    untold = not whole and tells_nothing(question, plan.notice, as_of)
    if untold and (answer := ruled(question, plan, gatherer, as_of)) is not None:
        return answer
    if asks_duty(question.text) and not wish:
        answer = None if person.tells else ruled(question, plan, gatherer, as_of)
        return answer or tell_plainly(question, plan, gatherer, as_of)
    answer = None if wish else _by_special_sentence(question, plan, gatherer, as_of)
    if answer is None and not _ABOUT_PAPERS.search(question.text):
        answer = decide_by_rules(question, plan.notice, as_of, whole)
        answer = answer and (
            ruled_out_beside(answer, question, plan, as_of)
            or counted_in_favour(answer, question, plan, gatherer, as_of)
            or with_nearest(answer, question, plan)
        )
    if answer is not None:
        return replace(answer, timing=timing, text=with_hint(answer.text, timing))
    names = _naming(question, gatherer)
    judgements = (
        judge_school_year(question, plan.own)
        or judge_passages(question, person, plan.evidence, names=names)
        or judge_passages(question, person, plan.evidence, 0.4, names)
    )
    if judgements and not wish:
        return judged_by(question, judgements, timing)
    if not (untold or wish) and (answer := ruled(question, plan, gatherer, as_of)) is not None:
        return answer
    judgements = judge_measures(question, person, plan.own) or judge_day_limit(question, plan.own)
    judgements = judgements or judge_forbidden_case(question, person, plan.own, gatherer)
    judgements = judgements or lean(question, _outside_conditions(plan))
    if judgements and not wish:
        return judged_by(question, judgements, timing)
    if untold and not wish and (thing := thing_unsaid(question, plan.notice, gatherer)):
        return unstated(question, replace(plan, reason=f"没有写明“{thing}”"), gatherer)
    answer = tell_plainly(question, plan, gatherer, as_of)
    if asks_duty(question.text):
        return answer
    if not assess(question, plan, answer.citations, gatherer).answers:
        return unstated(question, replace(plan, reason="没有写明所问的事"), gatherer)
    return replace(answer, verdict=Verdict.NEEDS_INFO)


def _unless_barred(timely: Answer, question: Question, notice: Notice, as_of: date) -> Answer:
    """The verdict of the day, unless what is told beside rules it out: 刚考过，现在能报吗."""
    if timely.verdict is not Verdict.ELIGIBLE or asking_part(question.text) == question.text:
        return timely
    barred = decide_by_rules(question, notice, as_of)
    if barred is None or not (barred.verdict is Verdict.NOT_ELIGIBLE or _may_be_kept_out(barred)):
        return timely
    return replace(barred, timing=timely.timing)


def _may_be_kept_out(answer: Answer) -> bool:
    """Whether what is told may keep somebody out, by a fact that is still wanted: how long ago it was."""
    parts = answer.proof.parts if answer.proof is not None else ()
    return any(p.kind is GroupKind.NONE and p.state is ConditionState.UNKNOWN for p in parts)


def _by_level(question: Question, notice: Notice, as_of: date) -> Answer | None:
    """How the facts told stand to each level of a notice, where none is asked about: 大三能考吗."""
    if not is_graded(notice) or asked_level(question.text) or not touched_conditions(question, notice):
        return None
    return prospects(question, (notice,), as_of)


def _outside_conditions(plan: Plan) -> list[Evidence]:
    """The evidence that is no condition itself."""
    assert plan.notice is not None
    inside = {r.clause for g in compile_groups(plan.notice) for r in g.requirements}
    return [e for e in plan.evidence if e.passage.clause not in inside]


_SAYS_MORE = 8  # characters of a part of a question from which on it tells of a matter of its own


def _asks_generally(question: Question, plan: Plan, gatherer: EvidenceGatherer) -> bool:
    """Whether no more is asked than whether one may apply, whatever is told beside it: 我能申请吗，20岁."""
    assert plan.notice is not None
    known = {w for v in ("申报", "评价") for w in (v, *lexicon().synonyms[v])} | {
        "条件",
        "资格",
        "符合",
        "满足",
    }
    asking = asking_part(question.text)
    beside = [p for p in re.split(r"[，,。；;？?！! ]", question.text) if p.strip() and p not in asking]
    if any(len(p) > _SAYS_MORE and not any(words_of_kinds(p)) for p in beside):
        return False  # what is told is no fact about a person: 考试时偷拍了卷子，还能考吗
    words = gatherer.words(f"{question.context} {_without_facts(asking)}")
    return all(w in known or gatherer.names(w, plan.notice.notice_id) for w in words)


def _without_facts(asking: str) -> str:
    """The part that asks without the facts told in it: 本科毕业能申请吗."""
    for word in reversed(list(words_of_kinds(asking))):
        asking = asking[: word.start] + asking[word.end :]
    return re.sub(r"毕业|学历|工作|上班|干了|做了", "", without_kin(asking))


def _naming(question: Question, gatherer: EvidenceGatherer) -> Callable[[Evidence], bool]:
    """Whether a passage says a whole word of the question: 偷换工件 says nothing of 换工作."""
    words = [w for w in gatherer.words(question.text) if len(w) > 1]
    return lambda e: not words or any(said_in(w, gatherer.own(e)) >= _SAID for w in words)


_SAID = 0.6  # from this degree on a word is said
_WHOLLY = 0.9  # the share of the question that a sentence says to which it is no condition among others


def _by_special_sentence(
    question: Question, plan: Plan, gatherer: EvidenceGatherer, as_of: date
) -> Answer | None:
    """A sentence outside the condition lists that speaks of just this case, where it decides."""
    assert plan.notice is not None
    groups = compile_groups(plan.notice)
    lists = [g for g in groups if len(g.requirements) > 1]
    listed = {c for g in lists for c in (g.lead, *(r.clause for r in g.requirements))}
    for evidence in plan.evidence[:6]:
        named = left_out(question.text, search_key(evidence.passage.text))
        if evidence.passage.clause in listed or (evidence.coverage < 0.5 and not named):
            continue
        person, names = told(question, plan.notice, as_of), _naming(question, gatherer)
        judgements = judge_passages(question, person, [evidence], names=names)
        ruled = any(not g.aside for g in groups if g.kind is not GroupKind.NONE)
        if judgements and speaks_of_it(judgements[0].why, [e for e in plan.own if e is not evidence]):
            continue  # what is told has a sentence of its own
        if judgements and judgements[0].compares and evidence.coverage < _WHOLLY:
            continue  # what the lists come to, and what waives them, comes first
        wholly = judgements and judgements[0].compares
        weak = judgements and judgements[0].verdict is Verdict.ELIGIBLE and not wholly
        if judgements and not (weak and ruled and (judgements[0].partial or asked_level(question.text))):
            return judged_by(question, judgements, timing_for(question, plan, as_of))
    return None  # what a grade demands, its own list says
