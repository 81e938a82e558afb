"""Tiers of government in words, and what is done at each by when."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from bot.speech.tiers import Tier, tier_of
from corpus.library import load_corpus
from index.snapshot import open_or_build

NOTICE = """云浦省第三批“数字工坊”遴选工作开启

一、遴选程序
（一）申请工坊于2031年7月15日至8月31日在 <https://example.org/a/b/c/login/index/workshop> 填报信息。
（二）各县（市、区）工信局应于2031年9月12日前完成区县级“数字工坊”培育库遴选（含资料初审、专家评审等步骤）。
（三）各市工信局应于2031年9月29日前完成市级“数字工坊”培育库遴选（含资料初审、专家评审等步骤）。
"""


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("区县工信局什么时候完成", Tier.COUNTY),
        ("各县（市、区）工信局", Tier.COUNTY),
        ("县里哪天前报", Tier.COUNTY),
        ("各市工信局", Tier.CITY),
        ("市级的呢", Tier.CITY),
        ("省级评审", Tier.PROVINCE),
        ("县农业局还能推荐市级工坊吗", Tier.COUNTY),
        ("市农业局推荐到几号", Tier.CITY),
        ("本区域内的企业", None),
        ("什么时候截止", None),
    ],
)
def test_the_tier_that_words_speak_of(text, tier):
    assert tier_of(text) is tier


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("workshops")
    (folder / "workshops.txt").write_text(NOTICE, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))

    def ask(*turns):
        state = DialogueState()
        for turn in turns:
            answer, state = assistant.answer(turn, state, date(2031, 8, 1))
        return answer.text

    return ask


@pytest.mark.parametrize(
    ("turns", "day"),
    [
        (["区县工信局什么时候完成遴选"], "9月12日"),
        (["市里什么时候完成遴选"], "9月29日"),
        (["数字工坊什么时候截止", "那市级呢"], "9月29日"),
        (["数字工坊什么时候截止", "那市级呢", "区县的呢"], "9月12日"),
    ],
)
def test_the_day_is_that_of_the_tier_asked_about(ask, turns, day):
    text = ask(*turns)
    assert day in text
    assert {"9月12日": "9月29日", "9月29日": "9月12日"}[day] not in text


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("区县遴选今天还来得及吗", "eligible"),
        ("市级遴选现在还来得及吗", "eligible"),
        ("我们工坊在市里，现在还能报吗", "not_eligible"),  # who applies is of no tier
    ],
)
def test_whether_there_is_time_goes_by_the_tier_of_the_officials(asking, question, verdict):
    assert asking(date(2031, 9, 12), workshops=NOTICE)(question).verdict == verdict
