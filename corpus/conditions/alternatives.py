"""Where 或者 after a stop divides a sentence: the ways on either side of it, and what holds for all of them.

具有本科以上学历，或者具有中级以上职称的人员，年龄在45周岁以下: the age is demanded of both kinds of people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import patterns as re

__all__ = ["Alternatives", "alternatives_in", "inside_brackets", "parts_between"]

_MARK = re.compile(
    r"(?<=[人者户员生民庭业])[,;](?:以及|和)(?=[\u4e00-\u9fff])|[,;](?:或者?|要么)(?:是|其)?(?=[\u4e00-\u9fff])"
)
# The last way ends with whom it describes; what holds for all begins anew.
_ENDS = re.compile(r"的(?:人员?|者|单位|企业|家庭|学生|毕业生|居民|个人|机构|组织|户)$")
# 硕士学位，或大学本科学历，取得中级职称后满5年: papers in a row, then what is demanded with either.
_PAPER = re.compile(r"(?:具备|具有|取得|获得?|有)?[^,;\d满后]{2,14}(?:学位|学历|毕业|职称|证书)")
_ANEW = re.compile(r"(?:均|都)|(?:且|并)?(?:已(?!婚|满|年满)|无|未|没有)[^,;]{3,}|(?:年龄|户籍)[^,;]{3,}")


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The ways of which one will do, and `common`, what is demanded besides, `""` where nothing is."""

    ways: tuple[str, ...]
    common: str


def alternatives_in(text: str) -> Alternatives | None:
    """The alternatives of a sentence, folded; None where it has none."""
    found = sorted({*(m.span() for m in _MARK.finditer(text)), *_between_kinds(text)})
    marks = [span for span in found if not inside_brackets(text, span[0])]
    if not marks:
        return None
    *ways, last = parts_between(text, marks)
    stops = [i for i, c in enumerate(last) if c == "," and not inside_brackets(last, i)]
    bare = all(_PAPER.fullmatch(way) for way in ways)
    end = next(
        (
            i
            for i in stops
            if _ENDS.search(last[:i]) or _ANEW.match(last[i + 1 :]) or (bare and _PAPER.fullmatch(last[:i]))
        ),
        len(last),
    )
    return Alternatives((*ways, last[:end]), last[end + 1 :])


# 退休职工、工作满3年的在职职工: of kinds of people one after another each has bounds of its own.
_KIND = re.compile(r"[^、,;。:()]{2,24}(?:人员|[者户民工]|(?<!出)生|家庭|的[^、,;。:()]{1,4}$)")
_PIECE = re.compile(r"(?P<words>[^、,;。:]*)(?P<stop>[、,;。:]|$)")
_BOUND = re.compile(r"[满年][^、]{0,4}\d|\d[^、]{0,6}以[上下内]")


def _between_kinds(text: str) -> Iterator[tuple[int, int]]:
    """The marks between two kinds of people of which one is bounded."""
    for before in _PIECE.finditer(text):
        behind = _KIND.match(text, before.end()) if before["stop"] == "、" else None
        if behind and _KIND.fullmatch(before["words"]) and _BOUND.search(before["words"] + "、" + behind[0]):
            yield before.span("stop")


def parts_between(text: str, marks: Sequence[tuple[int, int]]) -> list[str]:
    """The pieces of a text between marks, those without content left out."""
    edges = [0, *(e for mark in marks for e in mark), len(text)]
    return [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip()]


def inside_brackets(text: str, at: int) -> bool:
    """Whether a place in a text stands inside brackets, in half width."""
    return text.count("(", 0, at) > text.count(")", 0, at)
