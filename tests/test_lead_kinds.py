"""What lead-ins make of the lists below them: who may, who may not, what they get besides."""

from __future__ import annotations

import pytest

from corpus.conditions.conditions import GroupKind
from corpus.conditions.lead_kinds import gives_more, kind_of


@pytest.mark.parametrize(
    "lead",
    [
        "养蜂户年满60周岁的可以申请。有下列情形之一的，不予受理：",
        "购箱满1年的，可以申请；有以下情形之一的，不予资助：",
        "不予返还的情形",
        "不予报销的：",
        "不得提取的情形：",
        "下列费用不予报销：",
        "以下蜂具不予补助的情形：",
    ],
)
def test_lists_of_whom_or_what_is_shut_out(lead: str) -> None:
    assert kind_of(lead) is GroupKind.NONE


@pytest.mark.parametrize(
    "lead",
    [
        "逾期不予受理。符合下列条件之一的，可以申请：",
        "符合以下情形的，可以提取：",
        "下列养蜂户给予补助：",
        "以下费用可以报销：",
    ],
)
def test_lists_of_which_one_will_do(lead: str) -> None:
    assert kind_of(lead) is GroupKind.ANY


@pytest.mark.parametrize(
    "lead",
    [
        "有下列情形之一的，已领取的补助应当返还：",
        "符合下列条件之一的，可以申请。申请时应提供以下材料：",
    ],
)
def test_lists_of_what_becomes_of_somebody_or_is_handed_in(lead: str) -> None:
    assert kind_of(lead) is None


def test_a_lead_in_whose_last_sentence_is_of_no_list_is_judged_as_a_whole() -> None:
    assert kind_of("应当同时具备下列条件。具体为：") is GroupKind.ALL


def test_being_favoured_is_something_besides() -> None:
    lead = "具备下列条件之一的，给予照顾："
    assert gives_more(lead, "养蜂学校招生公告")
    assert not gives_more(lead, "养蜂学校照顾录取办法")
    assert gives_more("具有下列情形之一的，优先资助：", "养蜂资助办法")
