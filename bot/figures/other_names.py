"""What a question calls a row of a table that prints another name: 香港 of 港澳台学生, 技师 of D类.

A word of the same meaning names a row where some rows print it and others do not, and none prints the word
that was said. A kind of people names the class that the notice puts it in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.speech.short_forms import meant_by
from corpus import patterns as re
from corpus.conditions.classes import class_names, kinds_by_class
from corpus.notice import Notice
from index.normal import search_key

__all__ = ["with_other_names"]

# What a kind of people is called by in full, and left out by who says that they are of it.
_IN_FULL = re.compile(r"^(?:具有|全日制|取得|持有?)+|的?(?:人员|研究生|毕业生|获得者|人才|家庭|职称|证书)+$")


def with_other_names(asked: str, texts: Sequence[str], notice: Notice) -> str:
    """What is asked, with what the rows of a table, of which `texts` are the names, are called in it."""
    names = dict.fromkeys((*_by_meaning(asked, texts), *_of_class(asked, texts, notice)))
    return "，".join((asked, *names))


def _by_meaning(asked: str, texts: Sequence[str]) -> Iterator[str]:
    printed = "|".join(texts)
    for said, means in meant_by(asked):
        if said in printed:
            continue
        for name in means:
            if 0 < sum(name in t for t in texts) < len(texts):
                yield name


def _of_class(asked: str, texts: Sequence[str], notice: Notice) -> Iterator[str]:
    """The class that a kind of people named is in, by the longest that is said of all."""
    if class_names(asked.upper()) or not any(class_names(t.upper()) for t in texts):
        return
    said = [
        (len(short), name)
        for name, kinds in kinds_by_class(notice).items()
        for kind in kinds
        if len(short := _IN_FULL.sub("", kind)) > 1 and short in asked
    ]
    if said:
        yield search_key(max(said)[1])
