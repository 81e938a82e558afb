"""The public holidays that a text names, whichever of its names each goes by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from corpus import patterns as re
from corpus.values.workdays import FEASTS, FIRST_DAY, feast_after

__all__ = ["acts_in_months", "feasts_in", "in_months"]

# After 全国年节及纪念日放假办法, with what people call the days. 十一 is the feast where it counts nothing.
_FEASTS = re.compile(
    r"(?P<元旦>元旦)|(?P<春节>春节|过年|除夕|大年)|(?P<清明>清明)|(?P<劳动节>劳动节|五一)|(?P<端午>端午)|(?P<中秋>中秋)"
    r"|(?P<国庆>国庆|(?<![第\d一二两三四五六七八九百千])十一(?![月点时个号日天年届期条项名人岁周楼章、,，至到]))"
    r"|(?P<节假日>节假日|法定假|放假|假期|过节)"
)


def feasts_in(text: str) -> Mapping[str, str]:
    """Each holiday named, with its first word; 节假日 stands for what is only called a holiday."""
    found: dict[str, str] = {}
    for match in _FEASTS.finditer(text):
        found.setdefault(match.lastgroup or "", match[0])
    return found


# When it is: 国庆后, 过完年, 端午之前; and the ends of a year.
_WHEN_FEAST = re.compile(
    rf"(?P<over>过完|过了|等)?(?:{_FEASTS.pattern})节?(?:放?假期?|期间|那几天)?(?:(?P<before>[之以]?前)|(?P<after>(?:[之以过]?后|过完|完)))?"
)
_OF_THE_SUN = ("元旦", "清明", "劳动节", "国庆")
_END_OF_YEAR = re.compile(r"(?<!\d)(?:今年)?年(?:底|末|尾)|岁末")
_START_OF_YEAR = re.compile(r"(?:明年)?年初")


_DONE = re.compile(r"[^,，。]{0,3}(?:[报申考评交]|办理?(?!公)|登记)")


def acts_in_months(text: str, as_of: date) -> str:
    """A text with the month for what is done before or after a feast: 国庆后报名 is 10月报名."""

    def told(match: re.Match[str]) -> str:
        bounded = match["over"] or match["before"] or match["after"]
        return _month_of(match, as_of) if bounded and _DONE.match(text, match.end()) else match[0]

    return _WHEN_FEAST.sub(told, text)


def in_months(text: str, as_of: date) -> str:
    """A text with the month for what is told by a feast or an end of the year: 国庆后 is 10月, 年底 12月."""
    text = _START_OF_YEAR.sub("1月", _END_OF_YEAR.sub("12月", text))
    return _WHEN_FEAST.sub(lambda m: _month_of(m, as_of), text)


def _month_of(told: re.Match[str], as_of: date) -> str:
    feast = next((name for name in FEASTS if told[name]), "")
    days = feast_after(feast, as_of) if feast else None
    if days is None and feast in _OF_THE_SUN:
        days = feast_after(feast, FIRST_DAY)  # past the calendar's end, as in any year
    if days is None:
        return told[0]
    if told["before"]:
        return f"{(days[0] - timedelta(days=1)).month}月前"
    return f"{(days[1] if told['over'] or told['after'] else days[0]).month}月"
