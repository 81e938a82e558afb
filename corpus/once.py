"""What is worked out of a notice once and kept for as long as the notice itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Generic, TypeVar
from weakref import ref

from corpus.notice import Notice

__all__ = ["OncePerNotice", "once_per_notice", "read_all"]

_T = TypeVar("_T")


class OncePerNotice(Generic[_T]):
    """A reading of notices, made once of each. Notices are told apart by identity, which is cheaper than
    comparing them, and are not kept alive.
    """

    def __init__(self, read: Callable[[Notice], _T]) -> None:
        self._read = read
        self._kept: dict[int, tuple[ref[Notice], _T]] = {}
        update_wrapper(self, read)

    def __call__(self, notice: Notice) -> _T:
        found = self._kept.get(id(notice))
        if found is not None and found[0]() is notice:
            return found[1]
        value = self._read(notice)
        self.keep(notice, value)
        return value

    def keep(self, notice: Notice, value: _T) -> None:
        """Take `value` for what reading the notice gives, since it was read before."""
        key, kept = id(notice), self._kept
        kept[key] = (ref(notice, lambda _: kept.pop(key, None)), value)


_readings: list[OncePerNotice[Any]] = []


def once_per_notice(read: Callable[[Notice], _T]) -> OncePerNotice[_T]:
    """`read`, called once for each notice."""
    reading = OncePerNotice(read)
    _readings.append(reading)
    return reading


def read_all(notice: Notice) -> None:
    """Make every reading of a notice that is not made yet."""
    for reading in _readings:
        reading(notice)
