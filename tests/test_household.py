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
