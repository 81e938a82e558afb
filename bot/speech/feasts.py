"""The public holidays that a text names, whichever of its names each goes by."""

from __future__ import annotations

from collections.abc import Mapping

from corpus import patterns as re

__all__ = ["feasts_in"]

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
