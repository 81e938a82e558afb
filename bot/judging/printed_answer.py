"""A yes-or-no question by the answer that a notice prints to it: 问：外地人能办吗？ 答：不能。"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer_parts import Verdict
from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.judging.judgement import Judgement
from bot.judging.opposites import opposed
from bot.speech.amounts import spans_in
from corpus import patterns as re
from corpus.notice import Notice

__all__ = ["judge_printed_answer"]

_ANSWER = re.compile(
    r"(?:答|[Aa])\s*[：:.．]\s*(?:(?P<no>不(?:能|可以|可|行|会|需要?|用|是|属于|予|得)|否|无[需须]|没有)|(?P<yes>可以(?:[\u4e00-\u9fff]{1,8})?|能|行|会|是的?|需要|属于|对))"
    r"(?=[，,。；;！\s]|$)"
)
# 答：…，期间变更的不予受理: of the case asked about it says no, and of none that it may be.
_REFUSES = re.compile(
    r"(?:答|[Aa])\s*[：:.．](?:(?!可以|均可|也可)[^。])*?(?P<case>[^，。；：:]{2,16})的[，,]?(?:一律|均|都)?"
    r"(?P<no>不予(?:受理|办理|认定|支持|发放)|不(?:得|能|可以?)(?:申请|报名|申报|办理|享受)|不再?享受)(?![^。]*(?:可以|均可))"
)
_ASKED = re.compile(r"(?:问|[Qq])?\s{0,4}\d{0,3}\s{0,4}[：:、.．]?(?P<asked>[^。]{4,60}?[？?])\s*$")
_NEAR = 0.55  # the share of the question that the printed one says, with its answer
_DUTY = re.compile(r"要不要|需不需要|用不用|需要|必须|(?<![想只])要[^，。]{1,8}[吗么]")


def judge_printed_answer(question: Question, evidence: Sequence[Evidence]) -> list[Judgement]:
    """The best passage that is the printed answer to much the same question; [] where none is."""
    if not question.polar or question.wants:
        return []
    for e in evidence[:2]:
        asked, answer = _pair(e.notice, e.passage.clause)
        told = _ANSWER.match(answer) or _of_case(asked, answer)
        duty = bool(_DUTY.search(asked)), bool(_DUTY.search(question.text))
        if told is None or e.coverage < _NEAR or duty[0] != duty[1] or not _same_case(asked, question.text):
            continue
        verdict = Verdict.NOT_ELIGIBLE if told["no"] else Verdict.ELIGIBLE
        return [Judgement(verdict, _of_answer(e, evidence, answer), "")]
    return []


_FROM_ELSEWHERE = re.compile(r"外地|外省|外市|非本|异地|外籍")
_FROM_HERE = re.compile(r"(?<!非)本[地市区县省镇乡村]的?(?:户|人|居民|籍)|户口[^，。]{0,4}在(?:本|当|这)")


def _same_case(printed: str, asked: str) -> bool:
    """Whether a printed question is of who asks: of a time that is told, and not of people from elsewhere.

    Another time is held against what the answer demands.
    """
    if _FROM_ELSEWHERE.search(printed) and _FROM_HERE.search(asked):
        return False
    if opposed(printed, asked):
        return False  # 自考能落户吗 is of nobody who tells of 全日制
    told = [s.much for s in spans_in(asked)]
    return told == [s.much for s in spans_in(printed)] or not told


def _of_case(asked: str, answer: str) -> re.Match[str] | None:
    """The refusal that an answer gives in the case that the printed question names."""
    told = _REFUSES.match(answer)
    case = told["case"] if told else ""
    return told if any(case[i : i + 2] in asked for i in range(len(case) - 1)) else None


def _pair(notice: Notice, clause: int) -> tuple[str, str]:
    """The question that a clause prints or stands below, and its answer; `""` where it is neither."""
    text = notice.clause_text(clause).strip()
    above = notice.clauses[clause].parent
    before = [above, *(c for c in (notice.clauses[above].children if above >= 0 else ()) if c < clause)]
    behind = [*notice.clauses[clause].children, clause + 1]
    if asked := _ASKED.match(text):
        answers = (notice.clause_text(c).strip() for c in behind if c < len(notice.clauses))
        return asked["asked"], next((a for a in answers if _ANSWER.match(a) or _REFUSES.match(a)), "")
    asked = _ASKED.match(notice.clause_text(before[-1]).strip()) if before[-1] >= 0 else None
    return (asked["asked"], text) if asked else ("", "")


def _of_answer(e: Evidence, evidence: Sequence[Evidence], answer: str) -> Evidence:
    """The passage of the answer, where what was found is the question."""
    same = (x for x in evidence if x.notice is e.notice)
    return next((x for x in same if x.notice.clause_text(x.passage.clause).strip() == answer), e)
