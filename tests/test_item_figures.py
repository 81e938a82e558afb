"""Like figures across the points of a list."""

from __future__ import annotations

import pytest

from corpus.alike.parallel_figures import in_sentences


@pytest.fixture
def read(make_notice):
    def read(*lines):
        return list(in_sentences(make_notice("n", "某地统计", list(lines))))

    return read


def told(group):
    return group.measure, group.unit, [(f.name, f.text) for f in group.figures]


def test_items_of_a_list_are_parts(read):
    groups = read(
        ("heading", "补贴标准", -1),
        ("item", "初级工每人补贴1000元", 0),
        ("item", "中级工每人补贴1500元", 0),
    )
    assert [told(g)[1:] for g in groups] == [("元", [("初级", "1000"), ("中级", "1500")])]


def test_short_paragraphs_below_one_heading_are_points_too(read):
    places, prizes = read(
        ("heading", "奖项设置", -1),
        ("paragraph", "金奖1名，奖金9000元；", 0),
        ("paragraph", "银奖2名，奖金4000元；", 0),
    )
    assert told(places)[1:] == ("名", [("金奖", "1"), ("银奖", "2")])
    assert told(prizes) == ("奖金", "元", [("金奖", "9000"), ("银奖", "4000")])
    assert [n.text for n in prizes.counts] == ["1", "2"]


def test_an_amount_for_all_is_not_counted_by_head(read):
    _, prizes = read(
        ("heading", "奖项设置", -1),
        ("item", "金奖2名，奖金共9000元", 0),
        ("item", "银奖3名，奖金共4000元", 0),
    )
    assert prizes.counts == ()


def test_points_are_named_by_what_they_begin_with(read):
    groups = read(
        ("heading", "缴费标准", -1),
        ("item", "在校学员：个人缴费每人30元，补助每人60元。", 0),
        ("item", "其他学员：个人缴费每人50元，补助每人40元。", 0),
    )
    assert ("个人缴费每人", "元", [("在校学员", "30"), ("其他学员", "50")]) in map(told, groups)
    assert ("补助每人", "元", [("在校学员", "60"), ("其他学员", "40")]) in map(told, groups)


def test_a_point_may_be_about_several(read):
    (group,) = read(
        ("heading", "补贴标准", -1),
        ("item", "甲类、乙类家庭14元/㎡", 0),
        ("item", "丙类家庭10元/㎡", 0),
    )
    assert told(group)[1:] == ("元/㎡", [("甲类、乙类", "14"), ("丙类", "10")])
