"""Questions to open a conversation with: short ones, each of another kind, that the notices do answer.

They are asked before they are offered, so that nobody begins with a refusal. The notices in force come first,
the newest before the older ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from bot.answer import Answer
from bot.answer_parts import Outcome
from bot.speech.naming import short_title
from corpus import patterns as re
from corpus.notice import Notice

__all__ = ["LISTING", "openers"]

LISTING = "有哪些通知？"
# What people ask of a notice, the question that most of them begin with first, and what is then told.
_KINDS = {
    "《{}》什么时候截止？": re.compile(r"截止|截至|止|前"),
    "《{}》要交多少钱？": re.compile(r"收费|费用|[名务考学训评]费|门票|票价|租金|元/|每人|/人"),
    "《{}》需要什么材料？": re.compile(r"材料|证件|身份证|申请表|证明|复印件"),
    "《{}》有什么条件？": re.compile(r"条件|周岁|以上学历|具备|须|户籍|满\d+年"),
    "《{}》的咨询电话是多少？": re.compile(r"\d{7,}"),
}
_MOST, _LOOKED_AT = 3, 8  # questions offered beside the listing; notices that are tried for them
_SURE, _LONGEST = 0.54, 300  # how sure an answer offered is served, and how many characters it has at most


def openers(notices: tuple[Notice, ...], ask: Callable[[str], Answer], as_of: date) -> tuple[str, ...]:
    """At most four questions, the listing of the notices first; `ask` answers one as on the day `as_of`."""
    found: list[str] = []
    left = list(_KINDS)
    for notice in sorted(notices, key=lambda n: _worth(n, as_of), reverse=True)[:_LOOKED_AT]:
        kind = next(_answered(notice, left, ask), "")
        if kind:
            left.remove(kind)
            found.append(kind.format(short_title(notice)))
        if len(found) == _MOST:
            break
    return (LISTING, *found)


def _worth(notice: Notice, as_of: date) -> tuple[bool, date]:
    """Whether a notice is in force, and when it was issued."""
    expired = notice.valid_until is not None and notice.valid_until < as_of
    return not expired, notice.issued or date.min


def _answered(notice: Notice, kinds: list[str], ask: Callable[[str], Answer]) -> Iterator[str]:
    """The kinds of question that a notice answers."""
    for kind in kinds:
        answer = ask(kind.format(short_title(notice)))
        cited = {c.notice_id for c in answer.citations}
        told = _KINDS[kind].search(answer.text) is not None
        sure = told and answer.outcome is Outcome.ANSWERED and answer.confidence >= _SURE
        if sure and cited == {notice.notice_id} and len(answer.text) <= _LONGEST:
            yield kind
