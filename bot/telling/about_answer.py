"""What a turn asks of the answer just given: where it stands, to hear it again, to hear it in short.

`第几条写的`, `再说一遍` and `说简单点` ask nothing of a notice: the question before is answered anew and told
as was wished. Only a turn that is nothing else is such a wish.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from bot.answer import Answer
from bot.answer_parts import Outcome
from bot.finding.cells import quoted
from corpus import patterns as re
from index.normal import search_key

__all__ = ["Wish", "told_as", "wish_of"]


class Wish(StrEnum):
    """How the answer before is to be told."""

    SOURCE = "source"  # 原文在哪, 第几条写的, 你确定吗: with the clauses it rests on
    AGAIN = "again"  # 再说一遍: as it was
    IN_SHORT = "in_short"  # 说简单点, 没看懂: what decides it alone


# No word here is also two others of them one behind the other, or a run of them would be read in every way.
# Words around a wish that say nothing more: 请问刚才你说的那个…在通知里是…啊.
_BEFORE = (
    r"(?:请问?|麻烦|那么|嗯|额|哦|你|您|我|能不能|可不可以|可以|能|再|给|帮|告诉|看(?:一下|下)?|想(?:知道)?|要看"
    r"|上面|前面|刚才|刚刚|上一?[句条个]|这[个句条些]?|那[个句条些]?|话|答案|回答|说|讲|的|是|在|依据|根据|具体|到底|都|通知里|文件里|通知上|文件上)*"
)
_AFTER = r"(?:[呢啊呀吗么吧嘛的了哦哈呗]|一下|行不行|好不好|行|可以|好|我|看下?|谢谢)*"
_NAMED = r"(?:原文|原话|出处|来源|依据|根据|条款|条文|法条)"
_WHERE = (
    r"(?:在?哪(?:里|儿|条|一条|句|份|个文件)?|是?(?:什么|啥|哪个)|怎么(?:写|说)的?|第几(?:条|款|页|项|段))"
)
_SAYS = r"(?:写(?:着|明)?|说|规定|讲|提到|来)"
_WISHES = (
    (
        Wish.SOURCE,
        rf"{_NAMED}(?:{_WHERE})?|(?:通知|文件|原文)?(?:里|上)?(?:第几|哪(?:一|里的?)?)(?:条|款|页|项|段|章|部分)(?:{_SAYS}的?)?"
        rf"|(?:通知|文件|原文)?(?:里|上)?(?:是)?哪(?:里|儿){_SAYS}的?|(?:通知|文件|原文)(?:里|上)?(?:是)?怎么(?:写|说)的?"
        rf"|有没有{_NAMED}|有(?:什么|啥)?{_NAMED}|谁(?:说|规定)的?|(?:我)?怎么知道(?:是)?(?:真|对)的?"
        r"|(?:真|准|靠谱|可靠|确定|肯定|当真|没错|没骗我|没搞错|没弄错)(?:的)?(?:吗|么|不|嘛)|(?:你|您)?凭什么(?:这么)?说?|真的假的"
        r"|where(?:does)?(?:it|the notice|that)?say(?:s)?(?:that|so|it)?|source|whichclause|areyousure",
    ),
    (
        Wish.AGAIN,
        r"(?:再|重新|又)?(?:说|讲|念|发|来)(?:一遍|一次|遍|次)|重复(?:一?[下遍次])?|复述(?:一?[下遍次])?|(?:没|不)(?:看|听)(?:清楚?|见)"
        r"|(?:什么|啥)来着|sayitagain|again|repeat(?:that|it)?|pardon",
    ),
    (
        Wish.IN_SHORT,
        r"(?:说|讲|写)?(?:得|的)?(?:简单|简短|通俗|直接|明白|直白|短|简洁|精简|清楚)(?:一?[点些]儿?(?:说|讲)?|(?:说|讲))|(?:用)?一句话(?:概括|总结)?(?:说|讲)?"
        r"|长话短说|(?:太长|太多|太复杂|太啰嗦|太绕)(?:了)?(?:(?:没|不想)看)?|总结(?:一?下)?|概括(?:一?下)?|(?:直接)?说(?:结论|重点|结果)|结论|重点"
        r"|(?:没|看不|听不|不)(?:看|听)?(?:懂|明白)|(?:什么|啥)意思|解释(?:一?下)?|(?:说)?人话|inshort|simpler|tldr|intotal",
    ),
)
_PATTERNS = tuple((w, re.compile(f"{_BEFORE}(?:{said}){_AFTER}")) for w, said in _WISHES)


def wish_of(typed: str) -> Wish | None:
    """What a whole turn wishes of the answer before; None where it asks or tells anything else."""
    said = re.sub(r"[\W_]+", "", search_key(typed))
    return next((wish for wish, pattern in _PATTERNS if pattern.fullmatch(said)), None)


_MOST_CLAUSES = 3
_LONGEST_QUOTE = 120  # characters


def told_as(wish: Wish, answer: Answer) -> Answer:
    """The answer to the question before, told as is wished now."""
    if answer.outcome is Outcome.OUT_OF_SCOPE:
        return answer
    if wish is Wish.AGAIN:
        return answer
    text = _source(answer) if wish is Wish.SOURCE else _in_short(answer)
    said = "".join(text.split())
    return replace(answer, text=text, facts=tuple(f for f in answer.facts if "".join(f.text.split()) in said))


def _source(answer: Answer) -> str:
    """Where the clauses of an answer stand, and what they say."""
    if answer.outcome is Outcome.UNANSWERABLE or not answer.citations:
        return f"没有哪一条写到，所以没有原文可以指给您。{answer.text}"
    cited = list(dict.fromkeys((c.notice_title, c.locator, c.quote) for c in answer.citations))
    lines = [f"《{title}》 {locator}：“{_cut(quote)}”" for title, locator, quote in cited[:_MOST_CLAUSES]]
    return "原文写在：\n" + "\n".join(lines)


def _cut(quote: str) -> str:
    quote = quoted(quote)
    return quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}…"


def _in_short(answer: Answer) -> str:
    """The first line, which decides; with what it opens, where it opens a list, and what is asked back."""
    first, *rest = answer.text.split("\n")
    if answer.missing:
        return f"{first}\n{answer.missing[0].question}" if answer.missing[0].question not in first else first
    return answer.text if first.endswith(("：", ":")) and rest else first
