"""A question as typed in the common language: half width, simplified, without dialect, English in Chinese."""

from __future__ import annotations

from bot.english.translation import english_among_chinese, english_in_chinese
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from index.normal import search_key

__all__ = ["in_chinese", "in_common_speech"]

# A blank between Chinese words parts what a telegram style lists: 技师学院毕业 三级证 工作两年.
_GAP = re.compile(
    r"(?<=[\u3400-\u9fff])[ \u3000]+(?=[\u3400-\u9fff\d])|(?<=[\d])[ \u3000]+(?=[\u3400-\u9fff]{2})"
)
_COUNTED = str.maketrans("123456789", "一二三四五六七八九")
_LEVEL = re.compile(r"(?<![a-z\d.\-/])([1-9])级")  # notices write 三级

_SPACED = re.compile(
    r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]\s+){3,}[\u4e00-\u9fff](?![\u4e00-\u9fff])"
)  # 报 名 费 多 少


def in_common_speech(typed: str) -> str:
    """The search key of what was typed, dialect (几多钱, 边度交表) and English put into plain Chinese."""
    closed = _SPACED.sub(lambda spaced: "".join(spaced[0].split()), typed.strip())
    text = lexicon().dialect(_translated(search_key(_GAP.sub("，", closed))))
    text = _LEVEL.sub(lambda level: f"{level[1].translate(_COUNTED)}级", text)
    return next((named for bare, named in _BARE if bare.fullmatch(text)), text)


# A question that is nothing but its verb and 什么 or 哪里 says in no word of a notice what it asks for.
_BEGINS, _ENDS = r"(?:那|请问|我们?|还|都|一般|到时候?|是|人)*", r"(?:呢|啊|呀|嘛|的|[?？。 ])*"
_BARE = (
    (
        re.compile(
            rf"{_BEGINS}(?:要|该|需要|得|应该|用)*(?:带|准备|拿|备|交|提交|提供|递交|出示)(?:点|些)?(?:什么|啥|哪些|些什么|些啥)"
            rf"(?:东西|过?[来去])*{_ENDS}"
        ),
        "需要携带什么材料",
    ),
    (
        re.compile(
            rf"{_BEGINS}(?:要|该|应该)?(?:在|去|到|上)(?:哪里?儿?|(?:啥|什么)地方|何处|哪个地方)(?:去|呢)?{_ENDS}"
        ),
        "地点地址在哪里",
    ),
)


def in_chinese(typed: str) -> str:
    """What was typed, in the common language where some of it is English or dialect; else as it stands."""
    key = search_key(typed.strip())
    foreign = _translated(key) != key or lexicon().dialect.touches(key)
    return in_common_speech(typed) if foreign else typed


def _translated(text: str) -> str:
    """English questions, and English words in Chinese ones, in Chinese."""
    if not re.search(r"[a-z]{2}", text):
        return text
    chinese_too = len(re.findall(r"[\u4e00-\u9fff]", text))
    if chinese_too > len(text) / 3 or (chinese_too and len(re.findall(r"[a-z]{2,}", text)) < 3):
        return english_among_chinese(text)
    return english_in_chinese(text) or text
