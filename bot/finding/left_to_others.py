"""What a notice speaks of only to leave it to others: to another document, or to an office not its own.

Such a sentence holds the very words of the question, and answers nothing but whom to ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.conversation.question import Question
from bot.finding.matching import match
from corpus import patterns as re

__all__ = ["left_to_others"]

_LEAVES = re.compile(
    r"另有(?:[^,。;的]{0,8}(?:办法|规定|政策|文件|通知|简章|方案|安排))(?!的)"
    r"|另行(?:发文|规定|制定|受理|办理|申[报请])"
    r"|(?:按照?|依照|执行)(?![^,。;]{0,6}(?:本|第|下列|以下|上述|前款|规定的))[^,。;\d]{3,20}(?:规定|办法|政策)(?:执行|办理)?(?=[。;,]|$)"
    r"|不适用本|(?:本|我)[^,。;]{1,8}不(?:涉及|适用|包括|受理|办理|负责|作规定|作安排)|不(?:在|属于?)本[^,。;]{1,8}(?:范围|安排|之列)"
)
_ASKS_WHOM = re.compile(r"谁|哪|找|问|归|什么(?:部门|单位|文件|规定|办法)|按什么|啥(?:部门|单位|规定)")
_SENTENCE = re.compile(r"[。;；\n]")
_FIGURE = re.compile(r"\d")


def left_to_others(question: Question, words: Mapping[str, float], told: Iterable[str]) -> bool:
    """Whether the sentence told (search keys) that says most of what is asked does no more than leave it to
    others, and it is not asked to whom. `words` are those of the question."""
    if question.polar or _ASKS_WHOM.search(question.text):
        return False
    telling = {w: i for w, i in words.items() if len(w) > 1}  # 补 says little of 补贴
    held = {s: sum(i * match(w, s, "") for w, i in telling.items()) for t in told for s in _SENTENCE.split(t)}
    best = max(held, key=lambda s: held[s], default="")
    states = _FIGURE.search(best) is not None
    return held.get(best, 0.0) > 0 and not states and _LEAVES.search(best) is not None
