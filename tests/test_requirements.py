"""The words of one condition to a tree of leaves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.conditions import Leaf, Node, leaves_of
from corpus.periods import fold
from corpus.requirements import read_node


def shape(node: Node) -> str:
    if isinstance(node, Leaf):
        value = "" if node.value is None else f"{node.operator}{node.value.normalize():f}"
        return f"{node.attribute.value}{value}"
    return f"{node.kind.value}({' '.join(shape(p) for p in node.parts)})"


def tree(text: str) -> str:
    return shape(read_node(fold(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年满20周岁，具有大专以上学历，身体健康", "all(age>=20 education>=4 open)"),
        ("具有本市户籍，或者持有本市居住证", "any(residence permit)"),
        ("具有中级职称或取得三级职业资格证书", "any(title>=2 certificate>=3)"),
        ("具有本科或者硕士学历", "education>=5"),
        ("男年满62周岁、女年满57周岁", "any(all(sex age>=62) all(sex age>=57))"),
        ("男满62周岁，女满57周岁", "any(all(sex age>=62) all(sex age>=57))"),
        ("年龄不超过32周岁，博士可放宽至42周岁", "any(age<=32 all(education>=7 age<=42))"),
        ("年龄32周岁以下，退役军人可适当放宽至36周岁", "any(age<=32 all(open age<=36))"),
        ("年满19周岁、不超过32周岁，即1993年5月1日以后出生", "all(age>=19 age<=32)"),
        ("取得初级工（五级）、中级工（四级）职业资格证书", "certificate>=5"),
        ("登记失业人员、退役军人、毕业4年以内的高校毕业生", "any(open open graduated<=48)"),
        ("从事本专业工作", "work>0"),
        ("新招人数达到职工的25%（超过100人的达到12%）", "any(measure>=25 all(measure>100 measure>=12))"),
    ],
)
def test_tree(text: str, expected: str) -> None:
    assert tree(text) == expected


def test_the_title_of_a_law_names_no_degree() -> None:
    assert tree("符合《高等专科学校设置办法》的学校") == "open"


def test_a_negated_residence() -> None:
    assert [leaf.negated for leaf in leaves_of(read_node("户籍不在本市"))] == [True]


@settings(deadline=None)
@given(st.text(alphabet="满年岁或者的，。；、（）0123456789以上下至前%男女具有学历本科", max_size=60))
def test_any_text_reads_to_at_least_one_leaf(text: str) -> None:
    assert list(leaves_of(read_node(fold(text))))
