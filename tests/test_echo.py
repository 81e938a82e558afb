"""What was understood of a person, in one line."""

from __future__ import annotations

from datetime import date

import pytest

from bot.person.person import read_person
from bot.verdict.echo import echo_of

APRIL = date(2025, 4, 10)


def echo(text: str) -> str:
    return echo_of(read_person(text, "望舒", APRIL, APRIL))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("我35岁，大专，干了六年开发，有四级证，能考三级吗", "按您说的：35岁、大专、工作6年、四级证书。"),
        ("快五年了，一直做保安，初中毕业", "按您说的：初中、工作快五年。"),
        ("做保安快五年了，没证", "按您说的：工作快五年、没有证书。"),
        ("本科在读，本市户籍", "按您说的：本科（未毕业）、本地户籍。"),
        ("社保交了一年半，居住证过期了", "按您说的：社保1年6个月、没有有效居住证。"),
        ("2000年4月10日出生，未婚", "按您说的：2000年4月10日出生、未婚。"),
        ("家里年收入三万八左右，人均17平", "按您说的：收入三万八左右、人均17平。"),
        ("我妈今年58，退休了，能领吗", "按您说的：58岁、已退休、女。"),
        ("我30，我娃6岁，能上一年级吗", "按您说的：6岁。"),
        ("我今年30岁，大专，不对，是本科", "按您说的：30岁、本科。"),
        ("函授大专，助理工程师，没工作过", "按您说的：函授大专、没有工作过、初级职称。"),
        ("怎么报名", ""),
    ],
)
def test_the_line_names_what_was_told(text: str, line: str) -> None:
    assert echo(text) == line


def test_the_line_is_short_and_keeps_what_matters_most() -> None:
    everything = (
        "我是女的，35岁，博士，硕士，本科，大专，会计专业，干了6年，社保交了18个月，有四级证，中级职称是会计师，"
        "本市户籍，有居住证，没退休，离异，家里年收入6万元，人均住房17平方米，身高165厘米"
    )
    line = echo(everything)
    assert len(line) <= 60
    assert line.startswith("按您说的：35岁、博士、")


def test_a_verdict_says_what_was_understood_below_its_headline(talk) -> None:
    (answer,) = talk("我19岁，外地户口，能申请助学金吗")
    headline, echoed, *_ = answer.text.split("\n")
    assert headline.startswith("不可以")
    assert echoed == "按您说的：19岁、非本地户籍。"


def test_a_question_that_tells_nothing_is_not_echoed(talk) -> None:
    assert "按您说的：" not in talk("我能申请助学金吗")[0].text
