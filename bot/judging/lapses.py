"""How long ago something was, against from when on it is lost, or how long it keeps out: 逾期超过60日的，须
重新申请; 被辞退的，1年内不再安置."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer_parts import ConditionState, Verdict
from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.judging.judgement import Judgement
from bot.judging.kinds import said_in
from bot.judging.one_clause import LAPSED, compared, is_of_lapse
from bot.judging.permitted import COMMON
from bot.judging.told_parts import denies
from bot.person.person import Person
from bot.speech.amounts import spans_in
from bot.speech.time_asked import asking_part
from corpus import patterns as re
from corpus.values.numerals import number
from index.normal import search_key

__all__ = ["judge_ban", "judge_lapse"]

_NEAR, _FIRST = 12, 3  # passages looked at, and those of whose clauses one has to be


def judge_lapse(question: Question, person: Person, own: Sequence[Evidence]) -> list[Judgement]:
    """The sentence by which it is too late; [] where no lapse is told, or none is so long.

    Such a sentence names no more than the lapse: what has lapsed stands before it in its clause.
    """
    if not LAPSED.search(question.text):
        return []
    clauses = {e.passage.clause for e in own[:_FIRST]}
    for e in (e for e in own[:_NEAR] if e.passage.clause in clauses and is_of_lapse(e.passage.text)):
        found = compared(question.text, e.passage.text, person, e.notice)
        if found is not None and found[0] is ConditionState.UNMET:
            return [Judgement(Verdict.NOT_ELIGIBLE, e, found[1], partial=True, compares=True)]
    return []


_BAN = re.compile(
    r"(?P<much>\d{1,2}|[一二两三四五六七八九十]{1,2})(?P<unit>个月|年)内(?:均|都|也|将)*(?:不再|不得|不予|不能|禁止)"
)
_SINCE = re.compile(r"(?:多|整)?(?:(?:以|之)?[前后]|了)")
# 伪造记录的, 因作弊被取消成绩的: what was done stands first.
_ACT = re.compile(r"(?:^|,)(?:凡|对|因|经|被|若|如|有|存在|发现)*(?P<act>[\u4e00-\u9fff]{2})")


def _names_act(case: str, told: str) -> bool:
    """Whether what was done is told, by the first word of one part of a case."""
    return any(said_in(m["act"], told) > _PARTLY for m in _ACT.finditer(case))


_PARTLY = 0.5
_SHARED, _SHARE = 2, 0.2  # pairs of characters of what it is for that have to be told, and their share


def judge_ban(question: Question, own: Sequence[Evidence]) -> list[Judgement]:
    """The sentence that keeps out for a time for what is told, against how long ago that was; [] for none."""
    since = [s.much for s in spans_in(question.text) if _SINCE.match(question.text, s.end)]
    if len(since) != 1:
        return []
    parts = (p for p in re.split(r"[，,。；;？?]", question.text) if p not in asking_part(question.text))
    told = "，".join(p for p in parts if not denies(p))
    for e in own[:_NEAR]:
        text = search_key(e.passage.text)
        for ban in _BAN.finditer(text):
            case = re.split(r"[。；;]", text[: ban.start()])[-1]
            pairs = {case[i : i + 2] for i in range(len(case) - 1)} - COMMON
            shared = sum(p in told for p in pairs)
            months = number(ban["much"])
            if months is None or shared < max(_SHARED, _SHARE * len(pairs)) or not _names_act(case, told):
                continue
            over = since[0].low >= months * (12 if ban["unit"] == "年" else 1)
            verdict = Verdict.ELIGIBLE if over else Verdict.NOT_ELIGIBLE
            return [
                Judgement(
                    verdict, e, f"{'已过' if over else '还未满'}{ban['much']}{ban['unit']}", partial=True
                )
            ]
    return []
