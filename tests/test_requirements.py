"""The words of one condition to a tree of leaves."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.conditions.conditions import Attribute, Leaf, Node, leaves_of
from corpus.conditions.requirements import read_node
from corpus.values.periods import fold


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
        (
            "本市户籍居民中男性年满62周岁、女性年满57周岁",
            "all(residence any(all(sex age>=62) all(sex age>=57)))",
        ),
        ("男方或女方须年满49周岁", "age>=49"),
        ("男满62周岁，女满57周岁", "any(all(sex age>=62) all(sex age>=57))"),
        ("年龄不超过32周岁，博士可放宽至42周岁", "any(age<=32 all(education>=7 age<=42))"),
        ("年龄32周岁以下，退役军人可适当放宽至36周岁", "any(age<=32 all(open age<=36))"),
        ("年满19周岁、不超过32周岁，即1993年5月1日以后出生", "all(age>=19 age<=32)"),
        ("取得初级工（五级）、中级工（四级）职业资格证书", "certificate>=5"),
        ("登记失业人员、退役军人、毕业4年以内的高校毕业生", "any(open open graduated<=48)"),
        ("从事本专业工作", "work>0"),
        ("取得本职业中级职业资格证书后，连续从事本职业工作5年以上", "all(certificate>=4 work>=60)"),
        (
            "取得本专业专科学历，从事相关工作满6年；取得相近专业专科学历，从事相关工作满7年",
            "any(all(all(major education>=4) work>=72) all(all(major education>=4) work>=84))",
        ),
        ("所学专业为林学类专业", "major"),
        ("所学专业为非林学专业（目录中林学类毕业生等不得报考）", "major"),
        ("担任中级职务5年以上", "all(title>=2 work>=60)"),
        (
            "年满18至20周岁，高中毕业的可放宽到21周岁，本科以上毕业生可放宽到24周岁",
            "all(age>=18 any(age<=20 all(education>=2 age<=21) all(education>=5 age<=24)))",
        ),
        ("招用人数达到职工的15%（超过100人的企业达到8%）以上", "measure>=15"),
        ("取得助理园艺师资格后从事园艺工作满4年", "all(title>=1 work>=48)"),
        ("具有副教授职务，任教满3年", "all(title>=3 work>=36)"),
        ("取得助理工程师职称后，从事技术工作满4年", "all(title>=1 work>=48)"),
        ("经两名具有高级职称的专家推荐", "open"),
        ("累计缴纳满6个月的社会保险", "insurance>=6"),
        ("大专毕业后满2年，在本地务工一年以上", "all(all(education>=4 graduated>=24) work>=12)"),
        ("被取消资格未满半年的", "elapsed<6"),
        ("身高160cm以上，体重50kg以上", "all(measure>=160 measure>=50)"),
        ("未享受过购房补贴、未租住公租房", "all(open open)"),
        ("曾受过刑事处罚、曾被开除公职的人员", "any(open open)"),
        ("具有本科以上学历，没有工作年限要求", "education>=5"),
        ("缴纳社会保险满3年，且在本市没有住房的非本市户籍人员", "all(insurance>=36 all(open residence))"),
        (
            "硕士学位，或大学本科学历，取得中级职称后从事本专业工作满5年",
            "all(any(education>=6 education>=5) all(title>=2 work>=60))",
        ),
        ("符合安置政策、能参加培训、具有高中以上学历的退役士兵", "all(open open open education>=2)"),
        ("退休前岗位信息已核定", "open"),
        ("已经办理退休手续的人员", "retired"),
        ("截至2024年5月31日，持有本市居住证", "permit"),
        ("申请时，年满20周岁", "age>=20"),
        ("年满20周岁，免收押金，可借4册", "age>=20"),
        ("户籍与父母（或其他监护人）一致", "residence"),
        ("园艺学、林学类专业大专毕业，工作满3年", "all(all(major education>=4) work>=36)"),
        ("登记失业的教师、机关、事业单位工作人员", "any(open open open)"),
        ("新招人数达到职工的25%（超过100人的达到12%）", "any(measure>=25 all(measure>100 measure>=12))"),
    ],
)
def test_tree(text: str, expected: str) -> None:
    assert tree(text) == expected


def test_the_title_of_a_law_names_no_degree() -> None:
    assert tree("符合《高等专科学校设置办法》的学校") == "open"


def test_a_negated_residence() -> None:
    assert [leaf.negated for leaf in leaves_of(read_node("户籍不在本市"))] == [True]


WORDS = "满 年 岁 或者 的 ， 。 ； 、 （ ） 1 20 3.5 以上 以下 至 前 % 男 女 具有 学历 不 出生 除外"
LONG = 20_000


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=60).map("".join) | st.text(max_size=60))
@example("")
@example(" " * LONG)
@example("满1" + " " * LONG + "2年")
@example("1" * LONG)
@example("1," * (LONG // 2))
@example("，" * LONG)
@example("1年" * (LONG // 2))
@example("（的" * (LONG // 2))
@example("年满1" + "0" * LONG + "岁")
def test_any_text_reads_to_at_least_one_leaf(text: str) -> None:
    assert list(leaves_of(read_node(fold(text))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("具有本市户籍；或者持有本市居住证", "any(residence permit)"),
        ("持有本市居住证且年满20周岁", "all(permit age>=20)"),
        ("年满20周岁（含），并且具有本市户籍", "all(age>=20 residence)"),
        ("年龄不超过32周岁。其中，博士可放宽至42周岁", "any(age<=32 all(education>=7 age<=42))"),
        ("1988年3月4日以后出生", "born>=725800"),
        ("1988年3月4日以前出生", "born<=725800"),
        ("身高168厘米以上，裸眼视力4.7以上", "all(measure>=168 measure>=4.7)"),
        ("为人正派", "open"),
        ("可申请", "open"),
    ],
)
def test_what_joins_and_what_relaxes(text: str, expected: str) -> None:
    assert tree(text) == expected


def test_what_does_not_suffice_is_part_of_the_condition() -> None:
    assert next(leaves_of(read_node("扣除工资后,不足以缴纳税款的"))).words.endswith("不足以缴纳税款的")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("年满20周岁，且未租住公租房", "未租住公租房"),
        ("年满20周岁，并服从安排", "服从安排"),
        ("年满20周岁，并列获奖者除外", "并列获奖者除外"),
    ],
)
def test_a_word_that_joins_is_no_part_of_a_demand(text: str, words: str) -> None:
    assert [x.words for x in leaves_of(read_node(fold(text)))][-1] == words


@pytest.mark.parametrize(
    "text",
    [
        "评审按照《农艺专业高级工程师任职资格量化标准》执行",
        "未达到规定的高级工程师职务学历资历条件",
        "申报高级工程师职务的人员",
    ],
)
def test_a_title_that_is_applied_for_or_stands_in_a_books_name_is_not_demanded(text):
    assert all(leaf.attribute is not Attribute.TITLE for leaf in leaves_of(read_node(text)))


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("年满70周岁的独居、空巢老人", "独居、空巢老人"),
        ("60周岁以上的低保对象", "低保对象"),
        ("年满60周岁的重度残疾老人(残疾等级一级、二级)", "重度残疾老人"),
        ("连续工作满5年的一线环卫工人", "一线环卫工人"),
        ("未满16周岁的孤儿", "孤儿"),
        ("80周岁以上的高龄老人", ""),
        ("毕业2年内的高校毕业生", ""),
    ],
)
def test_whom_a_bound_is_on_is_demanded_too(text: str, whom: str) -> None:
    words = [leaf.words for leaf in leaves_of(read_node(text)) if leaf.attribute is Attribute.OPEN]
    assert words == [whom][: bool(whom)]
