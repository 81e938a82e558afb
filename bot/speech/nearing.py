"""What is said to be near and not there yet: 快毕业了, 离退休差几年, 再过两年才满."""

from __future__ import annotations

from corpus import patterns as re

__all__ = ["CLOSE", "is_near"]

# The words before a state, or before a measure, that is not reached: 马上满65, 就要拿证了.
CLOSE = r"(?:马上(?:就)?要?|即将|就要|将要|眼看着?(?:就)?要?|临近)"
_CLOSER = rf"(?:{CLOSE}|快(?!递|餐|件|速|捷|乐|车)要?|准备|打算|计划)(?:去|要|到|能|该|可以|办理?|法定)*"
_TIME = r"(?:\d+|[一二两三四五六七八九十几半]+)(?:来|多)?(?:年|个?(?:多)?月|天)(?:多|半)?"
_MISSING = rf"(?:(?:还|只|就|也就|也)*(?:差|有|剩|得|要)|再(?:过|有|等|干))(?:了|个|不到|大概|差不多)*{_TIME}"


def is_near(text: str, state: str) -> bool:
    """Whether `text` says that a state, given as a pattern, is near or so far off: 还差一年退休."""
    away = (
        rf"(?:离|距离?){state}[^，。；]{{0,4}}(?:[差还剩远早]|不到|{_TIME})"
        rf"|{state}(?:年龄)?(?:还|就|只)(?:[差早剩要得]|有{_TIME})"
    )
    missing = rf"{_MISSING}(?:我|他|她|就|才|能|要|可以|到|该|满|办)*(?:法定)?{state}"
    return re.search(rf"{_CLOSER}{state}|{missing}|{away}", text) is not None
