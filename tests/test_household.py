"""Where somebody says that they are registered."""

from __future__ import annotations

import pytest

from bot.person.household import resident_of


@pytest.mark.parametrize(
    ("said", "resident"),
    [
        ("我是律师，法学本科", None),
        ("我是工人的孩子", None),
        ("我是上海的", True),
        ("我是四川人", False),
        ("本地户口", True),
        ("户籍在本市", True),
        ("户籍在信阳，想把户口办过来", False),
        ("户籍所在地是苏州", False),
        ("我是苏州籍", False),
        ("沪籍", True),
        ("爱看书籍", None),
        ("一共能迁几个人的户口", None),
        ("怎么才能办户口", None),
    ],
)
def test_a_word_that_names_no_place_tells_of_no_household(said, resident):
    assert resident_of(said, "上海市，浦东") is resident


def test_only_a_name_is_the_place_of_a_household():
    """The end of one and the pause behind it stand in a list of places too: 信阳， beside 汉阳，."""
    assert resident_of("老家信阳，这样够落户不", "武汉，汉阳，武昌") is False


def test_where_somebody_works_is_not_where_they_are_registered():
    assert resident_of("云浦户口但在外地工作", "云浦市") is True
    assert resident_of("我是外地的，在云浦上班", "云浦市") is False


@pytest.mark.parametrize(
    ("said", "resident"),
    [
        ("我本市户口，名下的车挂着外市的牌", True),
        ("本市户口，单位在外地", True),
        ("我在外省上的大学，户口在云浦", True),
        ("我妈户口一直在云浦，常年跟我住外地", True),
        ("总公司在外省，我们是分公司", None),
        ("驾照是外省考的", None),
        ("抽号那天我在外地", None),
        ("从外市带猫过来住几天", None),
        ("外地交的保险算不算", None),
        ("我是外县的", False),
        ("外地来的，租房住", False),
        ("我外省的，能报吗", False),
        ("户口还在外地", False),
    ],
)
def test_only_what_is_told_of_people_and_their_household_is_of_elsewhere(said, resident):
    assert resident_of(said, "云浦市，青禾区") is resident


@pytest.mark.parametrize(
    ("said", "resident"),
    [
        ("今年三月才把户口从外区迁过来", True),
        ("孩子一出生户口就落这儿了", True),
        ("户口去年从外地迁来的", True),
        ("户口想从外地迁过来", False),
        ("户口还没迁过来", False),
    ],
)
def test_a_household_that_was_moved_here_is_here_and_one_to_be_moved_is_not(said, resident):
    assert resident_of(said, "云浦市，青禾区") is resident


def test_a_word_of_a_title_is_no_place():
    assert resident_of("我是业主，想报名", "青禾区业主停车通知，青禾区") is None
    assert resident_of("我是青禾的，想报名", "青禾区业主停车通知，青禾区") is True


def test_our_own_district_is_here():
    assert resident_of("我户口跟房子都在咱区", "云浦市") is True
    assert resident_of("户口是咱们区的", "云浦市") is True
