"""The names that an answer lists, so that a later turn may point at one by its place: 第二个, 最后一种."""

from __future__ import annotations

from corpus import patterns as re

__all__ = ["names_listed"]

_HEAD = re.compile(r"^(?:[\d①-⑳]+[.、．)）]?\s*)?([^：:，,。；;]{2,30})[：:]", re.MULTILINE)
# Names that a sentence lists with how many they are: 设全日票、夜间票、周末票三种.
_COUNTED = re.compile(
    r"(?:设置?有?|包括|包含|分为?|共?有|为|含|即|[:：])(?P<names>(?:[^，。；：、\n]{2,14}、){1,}[^，。；：、\n]{2,14}?)"
    r"(?=等?[\d一二两三四五六七八九十]+[个种类项门款档级])"
)


def names_listed(text: str) -> tuple[str, ...]:
    """The names in the order of the answer: those that a sentence counts, else what heads its lines, else
    those behind a colon in the first."""
    if counted := _COUNTED.search(text):
        return tuple(counted["names"].split("、"))
    heads = tuple(m[1].strip() for line in text.split("\n") if (m := _HEAD.match(line)))
    if len(heads) > 1:
        return heads
    names = tuple(text.split("\n", 1)[0].rpartition("：")[2].rstrip("。").split("、"))
    return names if len(names) > 1 and all(2 <= len(n) <= 20 for n in names) else ()
