"""The parts of a sentence that each may state a demand of its own."""

from __future__ import annotations

from corpus import patterns as re
from corpus.conditions.alternatives import inside_brackets

__all__ = ["parts_of"]

_PART = re.compile(r"[,;。]|(?<=[^,;。])(?:并且|而且|且(?!未[满超达到逾足]|不)|同时(?=具|符|满|取))")


def parts_of(text: str) -> list[tuple[int, int]]:
    """The places of the parts of a sentence, brackets kept whole."""
    found = [*_PART.finditer(text), *(m for m in _ALSO.finditer(text) if not _beside_or(text, m.start()))]
    cuts = [m for m in sorted(found, key=lambda m: m.start()) if not inside_brackets(text, m.start())]
    edges = [0, *(e for m in cuts for e in m.span()), len(text)]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]


# 取得三级证书并获得省级以上奖项: two demands, unless 或 makes it unclear of what.
_ALSO = re.compile(r"(?<=[^,;。])并(?=(?:获得?|取得|具有|具备|持有?|通过|担任|缴纳)[^,;。]{3})")


def _beside_or(text: str, at: int) -> bool:
    start = max(text.rfind(mark, 0, at) for mark in ",;。") + 1
    return "或" in re.split(r"[,;。]", text[start:], maxsplit=1)[0]
