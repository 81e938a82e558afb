"""Whether what somebody typed asks for something, or only tells."""

from __future__ import annotations

from bot.speech.lexicon import lexicon
from corpus import patterns as re
from index.normal import search_key

__all__ = ["asks"]

_PARTS = re.compile(r"[,，。;；!！?？]+")
_MAY_END = re.compile(r"(?:能|可以|可|会|够|算|行|有|用|要)[^,，。]{0,12}[不没]$")  # 42岁，体检会多加项目不
_WORDS = re.compile(
    r"[?？]|吗|么|呢|多少|(?<![没不很这那许最更较太])多(?:久|长|大|高|重|远|宽|厚|快)(?!了)"
    r"|什么|啥|怎么|怎样|咋|哪|几|谁|如何|是否|([\u4e00-\u9fff])[不没]\1"
)
_EITHER = re.compile(r"[按选走用给去算要是交拿找跟][^,，。]{1,8}还是[^,，。]{1,8}$")  # 按老的还是新的

# What holds of all or counts loosely, and asks for none: 什么证都没有, 打工好几年了.
_ASKS_NOTHING = re.compile(
    r"(?:什么|啥|谁|哪[儿里个]?)[^,，。?？]{0,5}?(?:都|也)(?=没|不|可|行|一样)|(?<![还才])好几|[一二三四五六七八九]?十几"
)
# What is asked for by its name alone: 三级考试时间, 报名材料.
_NAMED = re.compile(
    r"^(?!.*(?:我|俺|符合|满足|达到|[没有是了]))[^,，。]*(?:时间|日期|期限|费用?|电话|邮箱|网址|地址|地点|条件|要求|标准|材料|流程|步骤|方式"
    r"|分数线|比例|人数|名额)$"
)


def asks(typed: str) -> bool:
    """Whether a turn asks for anything: by a word that asks, or by an ending that leaves it open."""
    key = _ASKS_NOTHING.sub("", search_key(typed))
    if _WORDS.search(key) or _EITHER.search(key):
        return True
    last = _PARTS.split(key.rstrip("，,。;；!！"))[-1]
    if last == key and _NAMED.search(key):
        return True
    return _MAY_END.search(last) is not None or (last == key and bool(lexicon().polar.search(last)))
