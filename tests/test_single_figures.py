"""The one of several like figures that a question names."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

NOTICE = """云浦市人才公寓配租公告

一、租金标准
槐园16元/平方米/月、柳园22.5元/平方米/月、桐园30元/平方米/月（不含物业费）。

二、房源
槐园12套、柳园8套、桐园5套。

三、缴费标准
（一）在校学员：个人缴费标准为每人120元，财政补助标准为每人300元。
（二）其他学员：个人缴费标准为每人180元，财政补助标准为每人260元。

四、作品奖励
金奖1名，奖金9000元；
银奖3名，奖金4000元；
铜奖6名，奖金1000元；

五、成绩
综合成绩=理论成绩×30%+实操成绩×70%。

六、津贴对象
本区户籍居民中男性年满61周岁、女性年满56周岁的人员。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("flats")
    (folder / "flats.txt").write_text(NOTICE, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))

    def ask(question):
        answer, _ = assistant.answer(question, DialogueState(), date(2032, 2, 1), "flats")
        return answer

    return ask


@pytest.mark.parametrize(
    ("question", "says", "lacks"),
    [
        ("柳园租金多少", "柳园22.5元/平方米/月", "桐园"),
        ("桐园的租金咋算", "桐园30元/平方米/月", "槐园"),
        ("槐园50平一个月租金多少", "共800元", "桐园"),
        ("租柳园40平方米一年多少钱", "共10800元", "桐园"),
        ("柳园有几套", "柳园8套", "桐园"),
        ("在校学员交多少钱", "120元", "180"),
        ("不是在校学员的交多少钱", "180元", "120"),
        ("在校学员财政补多少", "300元", "120"),
        ("银奖奖金多少", "4000元", "9000"),
        ("实操占多少比例", "70%", "30%"),
        ("津贴对象女的要满多少岁", "56周岁", "61"),
        ("户籍居民男的要满多少岁", "61周岁", "56"),
    ],
)
def test_the_figure_of_what_is_named(ask, question, says, lacks):
    answer = ask(question)
    assert answer.outcome == "answered"
    assert says in answer.text, answer.text
    assert lacks not in answer.text, answer.text


def test_a_figure_in_another_unit_is_not_told(ask):
    assert not ask("柳园要交多少字的材料").text.startswith("柳园8套")


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("其他学员比在校学员多交多少", "60元"),
        ("奖金一共多少钱", "9000+4000×3+1000×6=27000"),
        ("一共多少人能得奖", "10名"),
    ],
)
def test_what_points_of_a_list_come_to(ask, question, says):
    assert says in ask(question).text


def test_the_sentence_is_cited(ask):
    (citation,) = ask("柳园租金多少").citations
    assert citation.locator == "一/段1"
