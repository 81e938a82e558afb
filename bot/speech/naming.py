"""How fully words name something, and what a notice is called in short."""

from __future__ import annotations

from functools import lru_cache

from corpus import patterns as re
from corpus.notice import Notice
from corpus.once import once_per_notice
from index.normal import search_key

__all__ = ["levelled", "measure", "share_named", "short_title"]

_NUMERALS = str.maketrans("123456789", "一二三四五六七八九")


@lru_cache(maxsize=65536)
def measure(name: str, asked: str) -> float:
    """How fully `asked` names something called `name`, 0 to 1: by its best part, in or out of brackets."""
    parts = [p for p in re.split(r"[（()）、/*＊※]", search_key(name)) if len(p) >= 2] or [search_key(name)]
    return max(share_named(levelled(p), asked) for p in parts)


def share_named(part: str, asked: str) -> float:
    """The longest run of `part` that `asked` holds, as a share of it; two characters count as a whole."""
    if len(part) <= 2:
        return 1.0 if part in asked else 0.0
    for length in range(len(part), 1, -1):
        if any(part[i : i + length] in asked for i in range(len(part) - length + 1)):
            return length / len(part)
    return 0.0


def levelled(text: str) -> str:
    """`4级` as `四级`, so that both are found."""
    if "级" not in text:
        return text
    return re.sub(r"([1-9])(?=级)", lambda m: m.group(1).translate(_NUMERALS), text)


@once_per_notice
def short_title(notice: Notice) -> str:
    """A title short enough for a button."""
    title = re.sub(r"^.{0,30}?关于(?:开展|做好|组织|印发)?|(?:的)?通知$", "", notice.title)
    title = re.sub(r"^《([^《》]+)》$", r"\1", title)
    return title if 4 <= len(title) <= 40 else notice.title[:40]
