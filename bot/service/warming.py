"""Questions that any notice may be asked, of every kind: what the first ones after a start are answered with.

Patterns are compiled and traits of passages found (`bot.finding.traits`) where they are first needed, and
kept; these questions need most of them. Asked before anybody else asks, they leave later answers little to
wait for; the patterns that none of them needed are compiled behind them. Whoever asks meanwhile comes first
(`Quiet`): two threads of one interpreter only hold each other up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import product
from threading import Condition

from bot.conversation.dialogue import DialogueState
from bot.service.answerer import Answerer
from corpus.patterns import compile_waiting

__all__ = ["QUESTIONS", "Quiet", "warm_up"]

_AT_ONCE = 24  # patterns compiled without a look whether somebody asks: some ten milliseconds
_LULL = 0.05  # seconds without a question before the next one of our own


class Quiet:
    """Knows whether somebody is being answered."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._answering = 0
        self._begun = 0

    @contextmanager
    def interrupted(self) -> Iterator[None]:
        """While somebody is being answered."""
        with self._changed:
            self._answering += 1
            self._begun += 1
            self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._answering -= 1
                self._changed.notify_all()

    def wait_for_quiet(self) -> None:
        """Return when nobody is being answered, and nobody has begun to ask for a moment."""
        with self._changed:
            self._changed.wait_for(lambda: not self._answering)
            while self._asked_within(_LULL):
                self._changed.wait_for(lambda: not self._answering)

    def _asked_within(self, seconds: float) -> bool:
        begun = self._begun
        return self._changed.wait_for(lambda: self._begun != begun, seconds)


QUESTIONS = (
    "多少钱？",
    "电话是多少？",
    "提前交能便宜多少？",
    "邮箱是什么？",
    "网址是什么？",
    "在什么地址办理？",
    "在哪个平台办理？",
    "多久办一次？",
    "周末上班吗？",
    "什么时候截止？",
    "现在还能报名吗？",
    "比例是多少？",
    "合格分数线是多少分？",
    "多久能办好？",
    "人数是多少？",
    "需要什么材料？",
    "怎么办理？",
    "有哪些通知？",
    "收入增长了多少？",
    "我能报哪些？",
    "可以补考吗？",
    "可以带宠物进去吗？",
    "要多少年？",
    "证书怎么领？",
    "作弊了怎么处理？",
    "什么是相关人员？",
    "没有材料可以办吗？",
    "我今年30岁，本科毕业5年，一直在工作，没有犯罪记录，可以申请吗？",
    "2015年7月大专毕业，做了8年技术工作，有高级证书，社保交了24个月，符合条件吗？",
    "我是女的，1990年3月出生，本地户口，已婚，有两个孩子，名下没有房，还能办吗？",
    "我在公司上班，断过3个月，退休了还可以参加吗？",
    "費用一共係幾多，可唔可以退？",
    "How much is the fee and when does it close?",
    "各项一共多少，最高的比最低的多多少？",
    "要交几份，一共几次？",
    "去年评过，今年还算数吗，隔多久能再报？",
    "我没有证书，专业对口，差两个月满5年，够不够？",
)


def warm_up(assistant: Answerer, day: date, wait: Callable[[], None]) -> None:
    """Have the questions answered, the patterns left over compiled, and the rest worked out step by step.

    `wait` comes before each step. Each question is asked of all notices, which often ends in asking which is
    meant, and of the longest one.
    """
    longest = max(assistant.library.notices, key=lambda n: len(n.clauses))
    for question, scope in product(QUESTIONS, (None, longest.notice_id)):
        wait()
        assistant.answer(question, DialogueState(), day, scope)
    wait()
    while compile_waiting(_AT_ONCE):
        wait()
    for _ in assistant.prepare():
        wait()
