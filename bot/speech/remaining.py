"""Lengths of time that are still to come until something ends: 还剩8个月, 半年后到期."""

from __future__ import annotations

from collections.abc import Iterator

from bot.speech.amounts import Amount, spans_in
from corpus import patterns as re

__all__ = ["remaining_in"]

_LEFT = re.compile(
    r"(?:[还只就也]*(?:剩|余)(?:下|余)?|(?:还|就|只)有)"
    r"(?:了|的?(?:租期|合同|时间|日子|期限)|也?就|不到|大概|差不多|才)*$"
)
_ENDS = re.compile(r"(?:多|整|左右)?(?:之?后|就|才|要|也|得|的?时间|便)*(?:到期|期满|届满|过期|满期|到日子)")
_STILL_HAS = re.compile(r"有$")


def remaining_in(text: str) -> Iterator[Amount]:
    """The lengths of time in `text` that are told as left: 还有 alone tells so where something then ends."""
    for span in spans_in(text):
        ends = _ENDS.match(text, span.end) is not None
        left = _LEFT.search(text[: span.start])
        if ends or (left is not None and not _STILL_HAS.search(left[0])):
            yield span
