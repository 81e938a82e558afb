"""Whether two things are both needed or one of them will do: 交了论文还要总结吗 on 提交论文或总结一篇."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.conversation.question import Question
from bot.figures.compose import add_statement
from bot.figures.draft import Draft
from bot.finding.evidence import Evidence
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.notice import Span
from index.normal import search_key
from index.passages import sentences

__all__ = ["add_either"]

_LOOKED_AT = 20  # passages read for a sentence that names both
_HAVING = r"(?:提交|提供|准备|上传|出具|开具|交|有|写|带|拿|办|填|考)"
_THING = r"[\u4e00-\u9fffA-Za-z]{2,10}?"
_MUST = r"(?:要不要|用不用|需不需要|必须|需要|要|用|得)"
_ENDS = r"(?:一起|一并)?(?:吗|么|嘛|不|没|呢)*[?？。!！]*$"
# 交了论文还要写总结吗, 有居住证还用社保吗
_BESIDES = re.compile(
    rf"{_HAVING}(?:了|过|的是)?(?P<one>{_THING})(?:了|的话|的)?[,，]?(?:是不是|那|我)?(?:还|也|就)?(?:还)?{_MUST}(?:再|另外)?(?:另)?{_HAVING}?(?P<other>{_THING}){_ENDS}"
)
# 论文和总结都要交吗
_BOTH = re.compile(
    rf"(?:^|[,，]){_HAVING}?(?P<one>{_THING})(?:和|跟|与|还有|、)(?P<other>{_THING})(?:是不是|是否)?(?:两个|两样|两者)?(?:都|全|同时){_MUST}{_HAVING}?{_ENDS}"
)
# 只交论文行吗: of what else is needed nothing is said
_ALONE = re.compile(
    rf"(?:只|光|单)(?:{_HAVING})?(?P<one>{_THING})(?:就|也)?(?:行不行|可不可以|可以|行|够|成){_ENDS}"
)
_OR = re.compile(r"(?<![至最])或者?(?!以上|以下|其他|其它|更|多)")
_DEMANDS = re.compile(
    r"(?:提交|提供|准备|上传|出具|携带|附|凭|持有?|(?<!提)交|写|须|应|需)(?![\u4e00-\u9fff]{0,2}的)"
)
_FORBIDS = re.compile(r"不得|不可|不能|不予|无效")
_JOINS = re.compile(r"[、,，;；。:：]|和|与|以及|及(?!格|时|以)|并")


@dataclass(frozen=True, slots=True)
class _Asked:
    """Two things, of which the other is `""` where one alone is asked about, and what is said first."""

    one: str
    other: str
    head: str

    def offered(self, this: str, that: str) -> bool:
        """Whether two things offered are those asked about."""
        return _says(this, self.one) and _says(that, self.other) and not _says(that, self.one)


def add_either(draft: Draft, question: Question, own: Sequence[Evidence]) -> bool:
    """Tell the sentence by which one of two things will do; whether there is one."""
    asked = _asked(search_key(question.text))
    if asked is None:
        return False
    for evidence in own[:_LOOKED_AT]:
        for span, before, after in _offered(evidence):
            if asked.offered(before, after) or asked.offered(after, before):
                draft.add(asked.head)
                return add_statement(draft, evidence.notice, evidence.passage.clause, span)
    return False


def _asked(text: str) -> _Asked | None:
    for pattern in (_BESIDES, _BOTH):
        if found := pattern.search(text):
            return _Asked(found["one"], found["other"], "不需要都有，有其中之一即可。")
    alone = _ALONE.search(text)
    return _Asked(alone["one"], "", "可以，有其中之一即可。") if alone else None


def _offered(evidence: Evidence) -> Iterator[tuple[Span, str, str]]:
    """The sentences of a passage that offer one thing or another, with the search keys of both."""
    notice = evidence.notice
    for span in sentences(notice.text, evidence.passage.span):
        text = search_key(notice.quote(span))
        if _FORBIDS.search(text):
            continue
        for found in _OR.finditer(text):
            if not _DEMANDS.search(text[: found.start()]):
                continue
            before = _JOINS.split(text[: found.start()])[-1]
            after = _JOINS.split(text[found.end() :])[0]
            yield span, before, after


def _says(text: str, word: str) -> bool:
    return any(w in text for w in (word, *lexicon().synonyms.get(word, ())))
