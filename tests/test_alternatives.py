"""Alternatives in a sentence, and bounds in brackets that are others for some."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.conditions.alternatives import alternatives_in
from corpus.conditions.bracketed import without_other_bounds
from corpus.conditions.conditions import Leaf, Node
from corpus.conditions.requirements import read_node


def shape(node: Node) -> str:
    if isinstance(node, Leaf):
        value = "" if node.value is None else f"{node.operator}{node.value}"
        return f"{node.attribute.value}{value}" if value else node.words
    return f"{node.kind.value}({', '.join(shape(p) for p in node.parts)})"


@pytest.mark.parametrize(
    ("text", "ways", "common"),
    [
        ("持有渔业证书,或者持有船员证书的人员,年龄在50周岁以下", 2, "年龄在50周岁以下"),
        ("泊位不少于3个,或者岸线不短于90米,已取得使用证", 2, "已取得使用证"),
        ("未满16周岁,或者已满60周岁", 2, ""),
        ("本市居民,或者持居住证满1年且在职", 2, ""),
    ],
)
def test_what_stands_behind_the_last_way_holds_for_all(text: str, ways: int, common: str) -> None:
    found = alternatives_in(text)
    assert found is not None
    assert (len(found.ways), found.common) == (ways, common)


@pytest.mark.parametrize("text", ["持有渔业证书或船员证书", "年满18周岁(或者已经工作),身体健康"])
def test_no_alternatives_without_a_stop_outside_brackets(text: str) -> None:
    assert alternatives_in(text) is None


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "具有本科学历,或者具有中级以上职称的人员,年龄在45周岁以下",
            "all(any(education>=5, title>=2), age<=45)",
        ),
        ("口语达到80分或笔试达到90分", "any(measure>=80, measure>=90)"),
        ("取得硕士学位或博士学位后工作满2年", "all(education>=6, work>=24)"),
        ("从事本职业或相关职业工作满6年", "work>=72"),
        ("笔试达到60分且面试达到70分", "all(measure>=60, measure>=70)"),
        ("取得三级证书并获得全市比赛名次", "all(certificate>=3, 获得全市比赛名次)"),
        ("两年内没有记满12分", "measure<12"),
    ],
)
def test_how_demands_are_joined(text: str, tree: str) -> None:
    assert shape(read_node(text)) == tree


@pytest.mark.parametrize(
    ("text", "left", "instead"),
    [
        ("在本市就业满4年(海岛满2年)", "在本市就业满4年", "all(海岛, work>=24)"),
        ("登记不满6年(电动船不满8年),航程不限", "登记不满6年,航程不限", "all(电动船, measure<96)"),
    ],
)
def test_a_bracket_that_bounds_otherwise_for_some(text: str, left: str, instead: str) -> None:
    rest, (other,) = without_other_bounds(text)
    assert rest == left
    assert shape(other.instead) == instead


@pytest.mark.parametrize(
    "text",
    [
        "缴纳社会保险满12个月(或领取营业执照满1年)",
        "四项均不少于6分(每项15分)",
        "不超过35周岁(含35周岁以下)",
        "持有证书(须在有效期内)",
    ],
)
def test_other_brackets_are_left(text: str) -> None:
    assert without_other_bounds(text) == (text, [])


KINDS = """云浦市文化馆开放须知

一、借阅
退休职工、工作满3年的在职职工可以办理借书证。
二、宿舍
离异或丧偶不带子女的职工、年满28周岁的未婚职工符合以上条件的，可单独申请宿舍一间。
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我退休了能办借书证吗", "eligible"),
        ("在职两年能办借书证吗", "not_eligible"),
        ("我离婚了没带孩子，能单独申请宿舍吗", "eligible"),
        ("我未婚25岁，能单独申请宿舍吗", "not_eligible"),
    ],
)
def test_each_of_the_kinds_of_people_that_a_sentence_lists_has_bounds_of_its_own(asking, question, verdict):
    assert asking(date(2026, 5, 1), hall=KINDS)(question).verdict == verdict
