"""Many notices made from the clauses of a few: something to time reading and indexing with."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

from corpus.notice import ClauseKind, Notice

__all__ = ["sections_of", "write_notices"]

_SEED = 2026
_SECTION = 2000  # a longer section is left out, so that no notice is much longer than asked for


def sections_of(notices: Sequence[Notice]) -> list[str]:
    """The text of each section of the notices, its heading first; whole notices where there are none."""
    found = []
    for notice in notices:
        for index, clause in enumerate(notice.clauses):
            if clause.kind is ClauseKind.HEADING and clause.children:
                last = max((notice.clauses[i].span.end for i in notice.descendants(index)), default=0)
                begin = notice.text.rfind("\n", 0, clause.span.start) + 1
                found.append(notice.text[begin : max(last, clause.span.end)])
    short = [text for text in found if len(text) <= _SECTION]
    return short or [notice.text for notice in notices]


def write_notices(folder: Path, sections: Sequence[str], notices: int, characters: int) -> int:
    """Write that many notices of at least that many characters; returns how many characters in all.

    The same sections give the same notices: sections are drawn, and their digits replaced, from a fixed seed.
    """
    draw = random.Random(_SEED)
    total = 0
    for number in range(1, notices + 1):
        parts, length = [f"# 关于第{number}号事项的通知"], 0
        while length < characters:
            section = re.sub(r"\d", lambda _: str(draw.randint(1, 9)), draw.choice(sections))
            parts.append(section)
            length += len(section)
        text = "\n\n".join(parts) + "\n"
        (folder / f"notice-{number:05}.md").write_text(text, "utf-8")
        total += len(text)
    return total
