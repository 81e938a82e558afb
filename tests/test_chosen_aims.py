"""Of several things that may be applied for, what is demanded of those alone who name theirs."""

from __future__ import annotations

from bot.judging.chosen import chooses

_RANKS = ("申报领军人才的", "申报拔尖人才的", "申报青年人才的")
_FIELDS = ("申报文化艺术、教育、卫生领域的", "申报工程、信息、制造领域的")
_ALL = (*_RANKS, *_FIELDS)


def test_the_aim_named_in_short() -> None:
    assert chooses("申报领军人才的", _ALL, "我副高职称，想报领军，行吗") is True
    assert chooses("申报青年人才的", _ALL, "我副高职称，想报领军，行吗") is False


def test_one_of_several_fields() -> None:
    assert chooses(_FIELDS[0], _ALL, "我报教育领域，任职4年") is True
    assert chooses(_FIELDS[1], _ALL, "我报教育领域，任职4年") is False
    assert chooses(_FIELDS[1], _ALL, "我任职4年") is None


def test_no_choice_where_one_alone_is_named() -> None:
    assert chooses("申报领军人才的", ("申报领军人才的",), "想报领军") is None
