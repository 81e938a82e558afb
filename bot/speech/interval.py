"""A quantity known exactly or between two ends: 五年多 is from 5 up to 6, 五年左右 from 4.5 to 5.5."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

__all__ = ["UNBOUNDED", "Interval"]

UNBOUNDED = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Interval:
    """A quantity from `low` to `high`; an end belongs to it unless it is open.

    `said` are the words that it was told in, `""` where it was worked out; they are no part of its value.
    """

    low: Decimal
    high: Decimal
    open_low: bool = False
    open_high: bool = False
    said: str = field(default="", compare=False)

    @classmethod
    def exactly(cls, value: Decimal | int, said: str = "") -> Interval:
        """A quantity known to be just `value`."""
        return cls(Decimal(value), Decimal(value), said=said)

    @property
    def exact(self) -> bool:
        """Whether it is one value."""
        return self.low == self.high

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            self.low + other.low,
            self.high + other.high,
            self.open_low or other.open_low,
            self.open_high or other.open_high,
        )

    def __sub__(self, other: Interval) -> Interval:
        """What is left of it, never less than nothing."""
        low, high = self.low - other.high, self.high - other.low
        zero = Decimal(0)
        return Interval(
            max(low, zero),
            max(high, zero),
            low > 0 and (self.open_low or other.open_high),
            high > 0 and (self.open_high or other.open_low),
        )

    def times(self, factor: Decimal | int) -> Interval:
        """The same quantity in a unit `factor` times as small; `factor` is positive."""
        return Interval(self.low * factor, self.high * factor, self.open_low, self.open_high, self.said)

    def over(self, divisor: Decimal | int) -> Interval:
        """The same quantity in a unit `divisor` times as large; what divides evenly stays exact."""
        return Interval(self.low / divisor, self.high / divisor, self.open_low, self.open_high, self.said)

    def whole(self) -> Interval:
        """How many whole ones it holds: 6.5 holds 6, up to and without 6 holds at most 5."""
        high = self.high
        if high.is_finite():
            high = high // 1 - (1 if self.open_high and high == high // 1 else 0)
        return Interval(self.low // 1, max(high, self.low // 1), said=self.said)

    def meets(self, other: Interval) -> bool:
        """Whether both can be true of one quantity."""
        first, second = sorted((self, other), key=lambda x: (x.low, x.high))
        touching = first.high == second.low and not (first.open_high or second.open_low)
        return first.high > second.low or touching
