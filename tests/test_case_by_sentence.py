"""What a sentence makes of the case told: the order, the number, the kind, the term and the time."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """石岭滑翔伞基地会员须知

一、新会员须先通过体能测试、签安全责任书，再预约飞行。
二、飞行服每人2年内只补1套。
三、视力、听力残疾人免收参观费。
四、停飞后未满1年的，参加复训后可以恢复飞行资格；停飞满1年的，按新会员重新报名。
五、一名领飞员最多同时带2人，领飞员应当完成不少于20个学时的培训。
六、伪造飞行记录的，两年内不再受理其考级申请。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2031, 4, 2), glide=NOTICE)


@pytest.mark.parametrize(
    "question",
    [
        "安全责任书还没签，先把飞行预约了可以不",
        "我体能测试没做，能先预约飞行吗",
        "没签安全责任书，可以预约飞行吗",
    ],
)
def test_what_comes_second_may_not_be_done_first(ask, question: str) -> None:
    assert ask(question).verdict == "not_eligible"


def test_who_has_done_the_first_is_not_kept_from_the_second(ask) -> None:
    assert ask("体能测试过了，责任书也签了，能预约飞行吗").verdict != "not_eligible"


def test_one_more_than_had_is_counted_with_it(ask) -> None:
    assert ask("去年补过一套飞行服，今年再买一套还补吗").verdict == "not_eligible"


def test_of_which_kind_somebody_is_has_to_be_known(ask) -> None:
    reply = ask("我有残疾证，是不是不用交参观费")
    assert reply.verdict == "needs_info"
    assert reply.missing
    assert ask("我是听力残疾人，是不是不用交参观费").verdict == "eligible"


def test_how_long_ago_it_was_has_to_be_known(ask) -> None:
    assert ask("停飞了，现在参加复训能恢复飞行资格吗").verdict == "needs_info"


def test_hours_of_training_are_no_people(ask) -> None:
    assert ask("我20个学时的培训上完了，就带一个人，能当领飞员吗").verdict != "not_eligible"


def test_a_ban_is_for_what_it_names(ask) -> None:
    assert ask("我来基地一年多了，飞行记录都有，能考级吗").verdict != "not_eligible"
