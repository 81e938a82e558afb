"""Facts told by themselves, with nothing asked: 我干了6年."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.finding.evidence import EvidenceGatherer
from bot.judging.levels import asked_level
from bot.planning.concerned import is_over, without_facts
from bot.speech.lexicon import lexicon
from bot.verdict.verdicts import has_rules, touched_conditions
from corpus import patterns as re
from corpus.notice import Notice
from corpus.rules.rules import is_graded

__all__ = ["borne_on_alone"]

_OF_FACTS = re.compile(r"专业|学历|毕业|工作|上班|证书|取证|取得|持有|拿到|年限|[学读干做证]")
_PARTS = re.compile(r"[,，。;；]")


def borne_on_alone(
    question: Question, gatherer: EvidenceGatherer, notices: Sequence[Notice]
) -> tuple[Notice, ...]:
    """Those of `notices`, in force where any is, whose conditions bear on facts told; () where more is said.

    None where it is a single one without grades, whose own conditions tell more.
    """
    if question.intent is not Intent.ELIGIBILITY or question.context or _asks(question.text):
        return ()
    if asked_level(question.text):
        return ()  # 我16岁，想考四级
    light = lexicon().light | lexicon().general
    rest = _OF_FACTS.sub("，", without_facts(question.text, question.as_of))
    if any(w not in light for w in gatherer.words(rest)):
        return ()
    ruled = [n for n in notices if has_rules(n)]
    running = [n for n in ruled if not is_over(n, question.as_of)] or ruled
    bearing = tuple(n for n in running if touched_conditions(question, n))
    return bearing if len(bearing) > 1 or any(map(is_graded, bearing)) else ()


def _asks(text: str) -> bool:
    words = (lexicon().interrogatives, lexicon().polar)
    return any(w.search(part) for part in _PARTS.split(text) for w in words)
