"""Short questions in people's own words, put to one notice of a field that no word list knows."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

CLASSES = """柳荫区社区书画班开班通告

一、报名
6月3日至6月9日在社区中心一楼登记报名，报满为止。门禁卡遗失的，凭身份证补办，收工本费12元。
二、时间
周二至周五8:30开门，周六9:00开门，周日20:00停止入场。
三、积分兑换

| 积分 | 可兑换 |
|---|---|
| 80 | 画册一本 |
| 40 | 宣纸一刀 |

四、联系
报名咨询：0598-6612031。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2026, 5, 20), classes=CLASSES)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("啥时候截止报名", "6月9日"),
        ("礼拜六几点开门", "9:00"),
        ("周日几点停止入场", "20:00"),
        ("多少积分能换画册", "80"),
        ("补一张门禁卡多少钱", "12元"),
    ],
)
def test_a_question_without_a_name_is_answered(ask, question, told):
    reply = ask(question)
    assert reply.outcome == "answered"
    assert told in reply.answer


@pytest.mark.parametrize(
    "question", ["今天天气怎么样", "红烧肉怎么做", "去海边的高铁票多少钱", "高龄津贴发多少"]
)
def test_what_the_notice_knows_nothing_of_is_not_answered(ask, question):
    assert ask(question).outcome in ("out_of_scope", "unanswerable")


def test_what_may_be_of_the_only_file_is_not_called_foreign_to_it(ask):
    reply = ask("墨汁洒了咋弄")
    assert reply.outcome == "unanswerable"
    assert "0598-6612031" in reply.answer


PAPER = """枫林街道旧物回收兑换办法

一、兑换
（一）积满200分抵2元，可在便民超市使用，不兑换现金。
（二）积分不得转赠他人；账户一年不用的，积分自动清零。
二、回收卡
首次免费发放，补卡收工本费8元。记分有异议的，10日内拨打0598-6617702。
三、网点
总站：枫林东路12号，周一至周六8:00—17:30。
"""


@pytest.fixture(scope="module")
def ask_of_paper(asking):
    return asking(date(2026, 5, 20), paper=PAPER)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("两百分等于多少钱", "2元"),
        ("卡丢了补要多少钱", "8元"),
        ("分能送给我朋友吗", "不可以"),
        ("总站在哪", "枫林东路12号"),
        ("分算错了找谁", "0598-6617702"),
    ],
)
def test_what_daily_life_calls_it_leads_to_the_clause(ask_of_paper, question, told):
    reply = ask_of_paper(question)
    assert reply.outcome == "answered"
    assert told in reply.answer


@pytest.fixture(scope="module")
def talk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hall")
    (folder / "hall.txt").write_text(HALL, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))

    def talk(*turns):
        state = DialogueState()
        for turn in turns:
            answer, state = assistant.answer(turn, state, date(2026, 5, 20))
        return answer

    return talk


HALL = """桂溪学院体育馆使用须知

一、预约须在前一日18:00前提交，一次最多两小时。
二、器材损坏报修：体育馆一楼值班室，0598-6619044，每天9:00至21:00。
三、场地转让的，自发现之日起60日内不得预约。
四、积分兑换

| 积分 | 可兑换 |
|---|---|
| 120 | 合作影院年卡一张 |
"""


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("器材坏了打哪个电话", "那边几点下班"), "21:00"),
        (("场地能转让给别人吗", "那多久之内不能约"), "60日"),
        (("多少积分能换电影年卡",), "120"),
    ],
)
def test_what_names_nothing_of_its_own_is_of_what_was_told_last(talk, turns, told):
    assert told in talk(*turns).text


@pytest.mark.parametrize("question", ["宿舍里养只兔行不行", "体育馆里养只猫行不行", "器材让人偷了赔不赔"])
def test_an_act_that_the_notice_never_speaks_of_is_not_answered(talk, question):
    assert talk(question).outcome in ("out_of_scope", "unanswerable")
