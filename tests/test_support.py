"""How well evidence supports an answer: whether it speaks of the very thing asked about."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer_parts import Intent
from bot.conversation.question import Question, understand
from bot.finding.fees import unnamed_fees
from bot.finding.support import Support, support_of
from bot.speech.typos import TypoMender
from index.segmentation import Segmenter

MENDER = TypoMender({}, (), Segmenter())


@pytest.fixture(scope="module")
def support(gatherer):
    def support(text: str, notice_id: str) -> Support:
        question = understand(text, date(2025, 4, 10), MENDER)
        own = gatherer.gather(question, frozenset({notice_id}))
        return support_of(question, own[0].notice, own, gatherer)

    return support


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("公寓的物业费多少钱", "物业费"),
        ("住公寓每月停车费收多少", "停车费"),
        ("有没有慰问金", "慰问金"),
        ("车位怎么申请", "车位"),
        ("发票怎么开", "发票"),
        ("体检什么时候", "体检"),
    ],
)
def test_a_thing_that_the_notice_never_speaks_of_is_missing(support, text, missing):
    found = support(text, "talent_flat")
    assert not found.enough
    assert missing in found.missing


@pytest.mark.parametrize("text", ["押金多少钱", "住人才公寓押金要交多少", "申请需要什么材料", "多少钱"])
def test_a_thing_that_it_speaks_of_is_supported(support, text):
    assert support(text, "talent_flat").enough


def test_passages_that_speak_of_it_hold_it(support):
    speaking = support("公寓押金多少钱", "talent_flat").speaking
    assert speaking
    assert all(e.fits for e in speaking)


def test_a_refund_is_no_payment(support):
    assert not support("押金能退多少钱", "pilot_skill_2025").enough


def test_a_name_that_no_list_has_is_not_judged(support):
    assert "保育员" in support("保育员算不算这里面的职业？", "pilot_skill_2025").missing


def test_what_was_put_into_chinese_is_not_held_against_the_person(support):
    assert support("What happens if somebody cheats there?", "talent_flat").enough


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("每人120元（含15元耗材服务费）", []),  # called by its first part
        ("耗材自备，服务费15元", ["耗材费"]),
        ("每人收取管理费15元", ["耗材费"]),
    ],
)
def test_a_fee_is_spoken_of_by_a_longer_name(text, missing):
    question = Question("耗材费多少", "耗材费多少", Intent.FEE, wants=frozenset({"money"}))
    assert unnamed_fees(question, ["耗材费"], text) == missing


@pytest.mark.parametrize(
    ("text", "missing"),
    [("展览门票每人120元", ["停车费"]), ("停车每小时5元", []), ("停车费每小时5元", [])],
)
def test_a_fee_that_people_call_otherwise_is_missing_where_nothing_of_it_is_said(text, missing):
    question = Question("停车费多少钱", "停车费多少钱", Intent.FEE, wants=frozenset({"money"}))
    assert unnamed_fees(question, ["停车费", "钱"], text) == missing


@pytest.mark.parametrize("text", ["陶艺师三级费用", "三级费是多少", "陶艺师的费用"])
def test_a_level_or_a_trade_before_the_word_for_a_fee_names_none(text):
    question = Question(text, text, Intent.FEE, wants=frozenset({"money"}))
    assert unnamed_fees(question, ["陶艺师", "三级"], "陶艺师|三级|合计210元") == []
