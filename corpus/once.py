"""What is worked out of a notice once and kept for as long as the notice itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

from corpus.notice import Notice

__all__ = ["once_per_notice"]

_T = TypeVar("_T")


def once_per_notice(read: Callable[[Notice], _T]) -> Callable[[Notice], _T]:
    """`read`, called once for each notice. Notices are told apart by identity, which is cheaper than
    comparing them, and are not kept alive.
    """
    kept: dict[int, tuple[ref[Notice], _T]] = {}

    @wraps(read)
    def remembered(notice: Notice) -> _T:
        key = id(notice)
        found = kept.get(key)
        if found is not None and found[0]() is notice:
            return found[1]
        value = read(notice)
        kept[key] = (ref(notice, lambda _: kept.pop(key, None)), value)
        return value

    return remembered
