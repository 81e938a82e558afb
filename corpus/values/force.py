"""The last day on which a notice itself is in force, where its text says so.

`本办法自2024年10月1日起施行，有效期3年` holds to 30 September 2027: a period that begins with a day ends on
the day before the corresponding one.
"""

from __future__ import annotations

from datetime import date, timedelta

from corpus import patterns as re
from corpus.values.numerals import number
from corpus.values.periods import find_date, fold
from corpus.values.reckoning import months_after

__all__ = ["in_force_until"]

_DAY = r"\d{4}年\d{1,2}月\d{1,2}日"
_ITSELF = (
    r"(?:本|此)(?:办法|通知|通告|公告|指南|规定|细则|条例|意见|须知|标准|政策"
    r"|方案|措施|说明|文件|简章|章程|决定)"
)
_SENTENCE = re.compile(rf"{_ITSELF}[^。]{{0,60}}")
_BEGINS = re.compile(rf"自(?P<day>{_DAY})起")
_LASTS = re.compile(
    r"有效期(?:限)?(?:为|是)?(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,2})(?P<unit>年|个月)|试行(?P<m>[一二两三\d])年"
)
_ENDS = re.compile(rf"(?:有效期(?:限)?)?(?:至|到|截至)(?P<day>{_DAY})")


def in_force_until(text: str) -> date | None:
    """The end of a notice's validity by its own words; None where it says none."""
    for sentence in _SENTENCE.finditer(re.sub(r"\s", "", fold(text))):
        end = _end_in(sentence[0])
        if end is not None:
            return end
    return None


def _end_in(said: str) -> date | None:
    if ends := _ENDS.search(said):
        return find_date(ends["day"])
    begins, lasts = _BEGINS.search(said), _LASTS.search(said)
    first = find_date(begins["day"]) if begins else None
    amount = number(lasts["n"] or lasts["m"]) if lasts else None
    if first is None or lasts is None or amount is None:
        return None
    months = int(amount) * (1 if lasts["unit"] == "个月" else 12)
    return months_after(first, months) - timedelta(days=1)
