"""Of several things that may be applied for, what is demanded of those alone who name theirs."""

from __future__ import annotations

import pytest

from bot.judging.chosen import chooses, label_asked, label_of

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


_CLASSES = ("A类（制陶能手）", "B类（乡土匠人）", "C类（归雁工匠）")


@pytest.mark.parametrize(
    ("item", "label"),
    [
        ("- **中级**：大专学历，制陶满5年；", "中级"),
        ("（二）专长类：获得省级奖项的；", "专长类"),
        ("B类（乡土匠人）：在村里满3年。", "B类（乡土匠人）"),
        ("（三）年满18周岁；", ""),
    ],
)
def test_what_an_item_calls_its_way(item: str, label: str) -> None:
    assert label_of(item) == label


@pytest.mark.parametrize(
    ("labels", "asked", "found"),
    [
        (("初级", "中级"), "我烧窑4年了，今年的中级能报不", "中级"),
        (("初级", "中级"), "我是中级职称，能报名吗", ""),
        (_CLASSES, "归雁那一类我够不够", "C类（归雁工匠）"),
        (_CLASSES, "我报B类行吗", "B类（乡土匠人）"),
        (_CLASSES, "我是村里的匠人，能报吗", ""),
        (("成绩类", "健康类"), "成绩一般，身体健康，能申请吗", ""),
    ],
)
def test_the_way_that_a_question_asks_about(labels: tuple[str, ...], asked: str, found: str) -> None:
    assert label_asked(labels, asked) == found
