"""The words of what was spoken of before, and how much each counts where a question leans on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.conversation.question import Question
from bot.speech.lexicon import lexicon
from bot.speech.wanted import unit_of_question
from corpus import patterns as re
from index.passages import Passage

__all__ = ["spoken_before", "told_last_first"]

_LAST, _EARLIER = 0.35, 0.175  # words of the question asked last, and of what had opened the subject


def spoken_before(
    question: Question, words: Callable[[str], Mapping[str, float]], own: Mapping[str, float]
) -> dict[str, float]:
    """The words of the context that are none of the question's `own`, with how much of their idf counts.

    What was asked last counts more than the question that opened the subject: 多少钱, after 丢了怎么办, is of
    what was lost.
    """
    before = dict(words(question.context))
    before.pop(unit_of_question(question.context), 0.0)  # it was counted in that, not asked about
    last = words(question.previous) if question.previous else before
    told = {w: i for w, i in before.items() if w not in own and not lexicon().interrogatives.search(w)}
    return {w: (_LAST if w in last else _EARLIER) * i for w, i in told.items()}


_LOOKED_AT = 12  # of the best passages
# What asks for a value and names nothing that it is the value of: 多少钱, 那是几号, 电话呢.
_BARE = re.compile(
    r"(?:多少钱?|几[个点号天年次元块位名]|什么时候|什么|啥|哪[里儿天]?|怎么|谁|[要得收交花是在去的那都呢啊吗么还也就]|一共|总共|大概|到底"
    r"|需要|费用?|电话|号码|地址|地点|时间|开始|[?？。 ])+"
)


def told_last_first(
    question: Question, order: Sequence[int], passages: Sequence[Passage], fits: Sequence[bool]
) -> list[int]:
    """The places of passages, given best first, with the clauses of the last answer in front, where only a
    value is asked for and they hold one: 多少钱, after 丢了怎么办 was answered by 补办…工本费10元."""
    if not (question.near and question.wants and _BARE.fullmatch(question.text)):
        return list(order)
    near = [i for i in order[:_LOOKED_AT] if fits[i] and _is_near(question, passages[i])]
    return list(dict.fromkeys([*near, *order]))


def _is_near(question: Question, passage: Passage) -> bool:
    starts = [start for notice_id, start in question.near if notice_id == passage.notice_id]
    return any(passage.span.start <= start < passage.span.end for start in starts)
