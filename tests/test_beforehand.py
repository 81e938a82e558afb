from collections.abc import Callable

import pytest

from bot.beforehand import work_out
from corpus.notice import Notice
from corpus.rules.rules import compile_groups, targets_of
from corpus.rules.waivers import waivers_of
from corpus.values.symbols import moments_of


def test_no_question_has_to_wait_for_conditions_and_days(
    monkeypatch: pytest.MonkeyPatch, make_notice: Callable[..., Notice]
) -> None:
    notice = make_notice(
        "a",
        "关于发放困难补助的通知",
        [("heading", "申请人须符合以下条件：", -1), ("item", "年满18周岁，2026年5月1日前申请。", 0)],
    )
    work_out([notice])

    def late(*_: object) -> None:
        raise AssertionError("worked out when it was asked for")

    for name in (
        "corpus.rules.list_rules._lead_of",
        "corpus.rules.waivers._waivers",
        "corpus.values.symbols._moments",
    ):
        monkeypatch.setattr(name, late)
    assert compile_groups(notice)
    assert targets_of(notice)
    assert waivers_of(notice) == ()
    assert moments_of(notice)
