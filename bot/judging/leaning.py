"""Which way the passage nearest to a yes-or-no question leans, where no condition decides it.

A sentence that confines something to some (只招收, 仅限) keeps out what is of the same kind and not among
them; one that permits or frees leans to yes, one that forbids or confines to no. A question printed in the
notice itself is answered by what stands below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answer_parts import Verdict
from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.judging.confined import asks_of_several, names_number
from bot.judging.judgement import Judgement
from bot.judging.other_cases import in_another_place, of_another_event, supposes_another, without_lateness
from bot.judging.permitted import grants_organisation
from bot.judging.phases import of_this_phase
from bot.speech.duty_asked import asks_duty
from corpus import patterns as re
from corpus.conditions.bounds import bounds_in
from corpus.notice import Span
from corpus.values.periods import fold
from index.normal import search_key

__all__ = ["lean"]

_NEAR, _RIVAL = 0.45, 0.8  # of the question covered; of the best score
_CONFINES = re.compile(r"只(?!要|需)|仅(?!供)|(?<![有期年时权上下局极无不])限(?!制|额|期|度)")
_FORBIDS = re.compile(
    r"不得|不可(?!避免|抗)|不能|不予|不再|不允许|不接受|不受理|不开展|不开放|不提供|不设|不属于|不适用|不包括|不享受|不参加|禁止|无效|作废|(?:视为|视同|视作|算|按)(?:自动|自愿|主动)?放弃|没有资格|不计入|不计算|不算|不认|不纳入|不退|不补"
)
_FREES = re.compile(
    r"不受[^,，。]{0,12}限制|没有[^,，。]{0,10}(?:限制|要求)|无[^,，。]{0,10}(?:限制|要求)|不限|不影响|无需|不需|不用|不必|不作要求|不要求|免(?:交|于|予|收|费|试)?"
)
_PERMITS = re.compile(
    r"可以|能够|允许|均可|也可|即可|可(?:申请|报|选|凭|享|参加|办|在|按|向|到|自|转|由)|有机会|享有|享受|予以(?!取消)|给予|零起点|从零|面向所有|都有|支持"
)
_SANCTIONS = re.compile(r"骗取|弄虚作假|虚假|伪造|冒领|冒名|作弊|追回|追究|取消其?.{0,6}资格|移送")
_LISTED_MEMBER = re.compile(r"[\u4e00-\u9fff][语族省市区县类科系](?=或|、|和|及|与|$|语|的|考生)")
_NO = re.compile(
    r"没(?!问题)|未(?!来)|(?<=[\u4e00-\u9fff])不(?:了(?!解)|到|上)(?![\u4e00-\u9fff]?[吗么])|不(?:想|愿|肯|是(?!不))"
)
# 费用不予退还, 项目不可更改: what holds after somebody has applied says nothing of who may.
_AFTERWARDS = re.compile(
    r"(?:不予|不再|不能|不可|不得|概不|不)(?:办理)?(?:退(?=[还费款回票]|$|[,，。；;])|更改|修改|变更|更换)"
)
_OF_AFTERWARDS = re.compile(r"退|还钱|返还|[钱费款改换变票]")
_LEAVES_OUT = re.compile(r"除外|除了|以外|之外|但(?!是?不)")
_SENTENCE = re.compile(r"[^。；;？?！!\n]+[。；;？?！!]?")


def lean(question: Question, evidence: Sequence[Evidence]) -> list[Judgement]:
    """What the nearest passage leans to; [] where it speaks of something else or of both."""
    if asks_duty(question.text) or _WOULD.search(question.text):
        return []
    best = evidence[0].score if evidence else 0.0
    near = [e for e in evidence[:4] if e.coverage >= _NEAR and e.score >= _RIVAL * best]
    for e in near:
        for told in _answers(e):
            text = of_this_phase(search_key(told.passage.text), question.text)
            if of_another_event(f"{question.text} {e.notice.title}", text):
                continue
            verdict = _of_sentence(question, text)
            if verdict is Verdict.ELIGIBLE and _lacks(question.text, text):
                continue
            if verdict is not None:
                return [Judgement(verdict, told, "")]
    return []


# 会取消吗: what may come of it is no act that one may or may not do.
_WOULD = re.compile(r"会(?:不会)?被?(?:取消|处?罚|扣|影响|淘汰|作废|失效|清退|注销|收回|追回|停)")
_LACKED = re.compile(r"(?:不是|并非|没有?|未|非)([\u4e00-\u9fff]{2,6}?)(?:的|者)?(?=[,，]|能|可以|还|也|就)")


def _lacks(asked: str, text: str) -> bool:
    """Whether a question denies in its case what the passage speaks of: 不是独生子女能领独生子女费吗."""
    return any(m[1] in text for m in _LACKED.finditer(asked))


def _answers(evidence: Evidence) -> Iterator[Evidence]:
    """The passage itself; below a printed question the sentences that answer it."""
    notice, clause = evidence.notice, evidence.passage.clause
    if re.search(r"[:：]\s*$", evidence.passage.text) or _SANCTIONS.search(evidence.passage.text):
        return  # what it opens decides; a sanction is for conduct
    if not re.search(r"[?？]\s*$", evidence.passage.text):
        yield evidence
        return
    for below in notice.clauses[clause].children[:3]:
        for span in notice.clauses[below].spans[:1]:
            for match in list(_SENTENCE.finditer(notice.text[span.start : span.end]))[:3]:
                place = Span(span.start + match.start(), span.start + match.end())
                passage = replace(evidence.passage, clause=below, span=place, text=match[0].strip())
                yield replace(evidence, passage=passage)


def _of_sentence(question: Question, text: str) -> Verdict | None:
    if _keeps_out_like(question.text, text):
        return Verdict.NOT_ELIGIBLE
    if not _OF_AFTERWARDS.search(question.text):
        text = _AFTERWARDS.sub("", text)
    text = without_lateness(question.text, text)
    frees, permits = _FREES.search(text), _PERMITS.search(_FREES.sub("", text))
    forbids = _FORBIDS.search(_FREES.sub("", text))
    if forbids and _LEAVES_OUT.search(text):
        return None  # whether the case asked about is the one left out is not told by the words shared
    if forbids and not (frees or permits):
        elsewhere = in_another_place(question.text, text[: forbids.start()].rstrip(",，"))
        return None if elsewhere or supposes_another(question.text, text) else Verdict.NOT_ELIGIBLE
    if forbids or not (frees or permits):
        return None
    if permits and (_of_looking_up(question.text, text) or _of_number(question.text, text)):
        return None
    if not frees and (
        _NO.search(question.text.rstrip("不没?？")) or any(True for _ in bounds_in(fold(text)))
    ):
        return None  # it is granted to who has what is denied, or keeps to a bound
    return None if grants_organisation(question.text, text) else Verdict.ELIGIBLE


_LOOKS_UP = re.compile(r"(?:可|可以|能够)[^,，。;；]{0,20}?(?:查询|查阅|查看|咨询|了解|下载)")
_OF_LOOKING = re.compile(r"查|看|问|了解|知道|下载")


def _of_looking_up(asked: str, text: str) -> bool:
    """Whether what is permitted is to look something up, and something else is asked."""
    return _LOOKS_UP.search(text) is not None and _OF_LOOKING.search(asked) is None


def _of_number(asked: str, text: str) -> bool:
    """Whether it is asked if one may have several of which the sentence says nothing."""
    return asks_of_several(asked) and not names_number(text)


def _keeps_out_like(asked: str, text: str) -> bool:
    """Whether a sentence confines something to members of a kind, and the question names another member.

    Members of one kind end alike: 英语, 法语 and 日语; 护理专业 and 会计专业.
    """
    for part in re.split(r"[,，。;；]", text):
        confines = _CONFINES.search(part)
        listed = part[confines.end() :] if confines else ""
        endings = {m[-1] for m in _LISTED_MEMBER.findall(listed)}
        for ending in endings:
            found = set(re.findall(rf"[\u4e00-\u9fff]{ending}", asked))
            named = {n for n in found if not re.search(rf"外{ending}|[各其别]", n)}
            subject = part[: confines.start()] if confines else ""
            among = {n for n in named if n in listed and n not in subject}
            if not among and any(n not in part for n in named):
                return True
    return False
