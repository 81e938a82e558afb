"""Which levels a notice has, and in what two of them differ."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.judging.levels import asks_levels
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

NOTICE = """# 云浦市花艺技能认定通知

## 一、职业和收费

| 职业 | 级别 | 认定费（元） |
| --- | --- | --- |
| 盆景师 | 四级 | 210 |
| 盆景师 | 三级 | 260 |
| 插花师 | 五级 | 150 |
| 插花师 | 四级 | 190 |
| 插花师 | 三级 | 240 |

## 二、申报条件

### （一）具备以下条件之一者，可申报五级/初级工：

1. 累计从事本职业工作满1年。

2. 本职业学徒期满。

### （二）具备以下条件之一者，可申报四级/中级工：

1. 累计从事本职业工作满4年。

2. 取得五级证书后，累计从事本职业工作满2年。

### （三）具备以下条件之一者，可申报三级/高级工：

1. 累计从事本职业工作满9年。

2. 取得四级证书后，累计从事本职业工作满3年。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("grades")
    (folder / "grades.md").write_text(NOTICE, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))

    def ask(question):
        answer, _ = assistant.answer(question, DialogueState(), date(2032, 2, 1), "grades")
        return answer

    return ask


@pytest.mark.parametrize(
    ("question", "says", "lacks"),
    [
        ("盆景师有哪几个级别", "四级、三级，共2个级别", "五级"),
        ("插花师分几个等级", "五级、四级、三级，共3个级别", "二级"),
        ("有哪些级别可以报", "五级、四级、三级", "二级"),
    ],
)
def test_the_levels_of_a_name_or_of_the_notice(ask, question, says, lacks):
    answer = ask(question)
    assert answer.outcome == "answered"
    assert says in answer.text, answer.text
    assert lacks not in answer.text, answer.text
    assert answer.citations


@pytest.mark.parametrize("question", ["四级和三级有什么区别", "中级工跟高级工有啥不一样"])
def test_two_levels_side_by_side(ask, question):
    answer = ask(question)
    assert answer.outcome == "answered"
    told = answer.text.splitlines()
    assert "满4年" in told[-2]
    assert "满9年" in told[-1]
    assert "学徒" not in answer.text


def test_what_the_tables_say_of_both_goes_first(ask):
    first, second, *_ = ask("盆景师四级和三级有什么区别").text.splitlines()
    assert "210" in first
    assert "260" in second


def test_somebody_who_speaks_of_themselves_is_not_told_a_list():
    assert asks_levels("有哪几个级别可以报")
    assert not asks_levels("我有哪几个级别可以报")
    assert not asks_levels("有几级证才能报")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("二级开不开", "没有开展二级"),
        ("有没有一级", "没有开展一级"),
        ("我有三级证，想考二级，你们开吗", "没有开展二级"),
        ("盆景师五级你们开吗", "没有开展五级"),
        ("插花师有五级吗", "开展五级"),
        ("你们考不考四级", "开展四级"),
    ],
)
def test_whether_a_level_is_held_is_told_by_the_table_that_offers_it(ask, question, told):
    assert told in ask(question).text
