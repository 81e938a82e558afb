"""Several things done of which one has to have lasted: 在本县居住、工作或者就读满3个月."""

from __future__ import annotations

from collections.abc import Iterator

from corpus import patterns as re

__all__ = ["each_with_its_bound"]

_DONE = (
    r"(?:居住|生活|工作|就读|学习|求学|就业|务工|经商|创业|从业|任教|服务|执业|经营|纳税|参保|种植|养殖|实习)"
)
_SEVERAL = re.compile(
    rf"(?P<done>{_DONE}(?:(?:、|或者?|,或者?){_DONE})+)"
    r"(?=(?:时间)?(?:累计|连续|均|已|分别)*(?:满|达到?|不少于|超过|不低于|\d|[一二两三四五六七八九十半]+[年个]))"
)


def each_with_its_bound(words: str) -> Iterator[str]:
    """A part of a sentence once for each thing done in it, with the bound that stands behind the last."""
    several = _SEVERAL.search(words)
    if several is None:
        return
    for done in re.findall(_DONE, several["done"]):
        yield f"{words[: several.start()]}{done}{words[several.end() :]}"
