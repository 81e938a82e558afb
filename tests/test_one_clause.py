"""A yes-or-no question against one sentence, by what both compare."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.answer_parts import ConditionState
from bot.judging.one_clause import compared
from bot.person.person import read_person
from corpus.reading import read_file

MET, UNMET = ConditionState.MET, ConditionState.UNMET
DAY = date(2026, 5, 6)


@pytest.fixture(scope="module")
def notice(tmp_path_factory: pytest.TempPathFactory):
    path: Path = tmp_path_factory.mktemp("one") / "lamp.txt"
    path.write_text("望舒镇灯会须知\n\n一、说明\n每家限挂两盏灯。\n", encoding="utf-8")
    (found,) = read_file(path)
    return found


@pytest.mark.parametrize(
    ("sentence", "asked", "state"),
    [
        # numbers
        ("每家限报3幅，不收费用。", "想报4幅行吗", UNMET),
        ("每家限报3幅，不收费用。", "报两幅行吗", MET),
        ("每人只能认领一棵。", "我认领两棵可以么", UNMET),
        ("灯笼重量不超过5公斤。", "6公斤的灯能挂吗", UNMET),
        ("视频时长1分钟以上8分钟以内。", "片子9分钟，能交吗", UNMET),
        ("视频时长1分钟以上8分钟以内。", "片子7分钟，能交吗", MET),
        ("满分100分，80分合格。", "考了78分过了吗", UNMET),
        ("满分100分，80分合格。", "考了80分过了吗", MET),
        # what keeps out is turned round
        ("旧料占比超过30%的不得参展。", "一半是旧料，行吗", UNMET),
        ("旧料占比超过30%的不得参展。", "两成是旧料，行吗", MET),
        ("除旧料占比超过30%的作品外，均可参展。", "一半是旧料，行吗", UNMET),
        ("合计低于30分的不予进入下一轮。", "9、8、7、5，加起来29，过没过", UNMET),
        # shares
        ("同意票数占评委总数三分之二以上为通过。", "9个评委，6个投了同意，能过吗", MET),
        ("同意票数占评委总数三分之二以上为通过。", "9个评委，5个投了同意，能过吗", UNMET),
        # grades
        ("曾在省级以上灯会获一、二等奖的不得参展，获三等奖的不受影响。", "省里三等奖的灯能参展吗", MET),
        ("曾在省级以上灯会比赛获一、二等奖的不得参展。", "全省比赛一等奖的灯能参展吗", UNMET),
        ("获二等功以上的可免费入场。", "立过三等功，免费入场吗", UNMET),
        # days
        ("作品应为2025年1月1日以后完成。", "2024年11月完成的行么", UNMET),
        ("作品应为2025年1月1日以后完成。", "今年2月完成的行么", MET),
        ("须在2026年4月25日前取得证书。", "证书5月才拿到，报得了么", UNMET),
        # each sex has a bound of its own
        ("体重：男性不低于52公斤，女性不低于47公斤。", "女的48公斤能上船吗", MET),
        ("体重：男性不低于52公斤，女性不低于47公斤。", "我儿子48公斤能上船吗", UNMET),
        # one of two ways is enough
        ("面积不低于90平方米，或者总价不低于80万元。", "房子85平，总价90万，行吗", MET),
    ],
)
def test_a_sentence_decides_by_what_it_compares(notice, sentence: str, asked: str, state) -> None:
    person = read_person(asked, "", DAY, DAY)
    found = compared(asked, sentence, person, notice)
    assert found is not None
    assert found[0] is state
    assert found[1]


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("每家限报3幅。", "能带小孩吗"),
        ("灯笼重量不超过5公斤。", "我30岁，能报吗"),
        ("一等、二等奖不得兼得。", "拿了二等奖，还能领补贴吗"),
        ("面积不低于90平方米，或者总价不低于80万元。", "房子70平，行吗"),
    ],
)
def test_what_does_not_compare_decides_nothing(notice, sentence: str, asked: str) -> None:
    person = read_person(asked, "", DAY, DAY)
    assert compared(asked, sentence, person, notice) is None


def test_not_every_bound_known_lets_nobody_in(notice) -> None:
    asked = "片子7分钟，行吗"
    person = read_person(asked, "", DAY, DAY)
    sentence = "时长8分钟以内，文件不超过5公里。"
    assert compared(asked, sentence, person, notice) is not None
    assert compared(asked, sentence, person, notice, whole=True) is None
