"""Whether what was passed is kept: 明年只考没过的那科行吗, by 一科合格的，该科成绩不保留到下一年."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answer_parts import Verdict
from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.judging.judgement import Judgement
from corpus import patterns as re
from corpus.conditions.sentence_spans import sentences_of
from corpus.notice import Notice, Span
from index.normal import search_key

__all__ = ["judge_kept"]

# 明年只考实操就行吗, 下次光补没过的那门可以吗: only what was not passed is to be taken again.
_ONLY_THE_REST = re.compile(
    r"(?:[明来今]年|下一?[次回届年场批]|以后|再来)[^，。？?]{0,8}(?:只|光|单|就)(?:用|需|要|再)*[考补](?!试|贴|助|缴|交)[^，。？?]{1,12}"
)
_PART = re.compile(r"[科门项]|笔试|面试|机试|理论|实操|实务|技能|知识|能力")
_SCORES = re.compile(r"成绩|分数|科目|单科|[一单各该][科门项]")
_LOST = re.compile(
    r"不(?:予|再)?保留|不(?:得|能|可)?(?:转入|带入|结转|滚动|顺延)|(?:当年|当次|本次|一次)(?:内)?有效|同一(?:年度?|次)[^，。；]{0,10}(?:全部|均|同时|都)|全部科目重"
)
_KEPT = re.compile(
    r"(?:予以)?保留|滚动|有效期?(?:为|是|限)?[\d一二两三四五]+年|[\d一二两三四五]+(?:个?年度?|次)[^，。；]{0,6}有效"
)


def judge_kept(question: Question, notice: Notice, own: Sequence[Evidence]) -> list[Judgement]:
    """The sentence that says whether what was passed counts next time; [] where none does, or nobody asks."""
    if not own or not (_ONLY_THE_REST.search(question.text) and _PART.search(question.text)):
        return []
    for clause, span, kept in _said(notice):
        passage = replace(own[0].passage, clause=clause, span=span, text=notice.quote(span))
        verdict = Verdict.ELIGIBLE if kept else Verdict.NOT_ELIGIBLE
        return [Judgement(verdict, replace(own[0], passage=passage), "", partial=True)]
    return []


def _said(notice: Notice) -> Iterator[tuple[int, Span, bool]]:
    """The sentences on what becomes of scores, and whether they are kept."""
    for clause in range(len(notice.clauses)):
        for span in sentences_of(notice, clause):
            text = search_key(notice.quote(span))
            lost, kept = _LOST.search(text), _KEPT.search(text)
            if _SCORES.search(text) and (lost or kept):
                yield clause, span, lost is None
