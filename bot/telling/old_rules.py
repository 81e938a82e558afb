"""What becomes, under new rules, of what was had before: 已经取得旧证的，可以沿用到期满."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer
from bot.answer_parts import Verdict
from bot.conversation.question import Question
from bot.figures.compose import add_statement
from bot.figures.draft import Draft
from bot.finding.evidence import Evidence
from bot.judging.excepted import claims, exceptions_in
from bot.telling.telling import answered
from corpus import patterns as re
from corpus.notice import Notice
from index.passages import sentences

__all__ = ["carried_on"]

_HAD_BEFORE = re.compile(
    r"新规|新政|新办法|新规定|新标准|改革(?:后|了)|(?:以前|之前|原来|过去|早先|去年|前年)(?:就)?(?:办|拿|发|考|取得|领|申请)"
    r"|[老旧原](?:的)?(?:证|卡|本|合同|标准|规定|政策)"
)
_GOES_ON = re.compile(
    r"(?:还|接着|继续|仍)[^，。；？?]{0,4}(?:能|可以)?[^，。；？?]{0,4}(?:用|有效|算数|认|享受|管用)"
)
_STAYS = re.compile(
    r"(?:可以?|仍|继续|予以)[^，。；;]{0,4}(?:沿用|继续(?:有效|使用|执行|享受)|有效|按原[^，。；;]{1,12}(?:执行|办理|享受)|使用至|使用到)"
    r"|继续(?:有效|使用)|仍(?:然|旧)?(?:有效|按原)"
)
_BEFORE = re.compile(
    r"(?:以|之)?前(?:已经?)?(?:取得|办理|获得|领取|签订|享受|登记|核发|参加|购买)|原|旧|已经?(?:取得|办理|获得|领取)"
)


def carried_on(question: Question, notice: Notice, evidence: Sequence[Evidence]) -> Answer | None:
    """The sentence by which what was had before goes on; None where that is not asked or not said."""
    asked = question.text
    if not question.polar or not (_HAD_BEFORE.search(asked) and _GOES_ON.search(asked)):
        return None
    for e in evidence[:8]:
        for span in sentences(notice.text, e.passage.span):
            text = notice.quote(span)
            if not (_STAYS.search(text) and _BEFORE.search(text)):
                continue
            if any(claims(x, text, asked) for x in exceptions_in(text)):
                return None
            draft = Draft()
            draft.add("可以，按通知的过渡规定办。")
            add_statement(draft, notice, e.passage.clause, span)
            return replace(answered(draft, question.intent), verdict=Verdict.ELIGIBLE, confidence=0.8)
    return None
