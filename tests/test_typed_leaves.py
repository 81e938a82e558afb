"""One condition's words to a typed leaf: ages, years, degrees, papers, measures."""

from decimal import Decimal

import pytest

from corpus.conditions.conditions import Attribute, Leaf, leaves_of
from corpus.conditions.credentials import degree_of
from corpus.conditions.requirements import read_node
from corpus.values.periods import fold


def leaves(text: str) -> list[Leaf]:
    return list(leaves_of(read_node(fold(text))))


def bound(text: str) -> list[tuple[str, str, int, str]]:
    return [(x.attribute.value, x.operator, int(x.value or 0), x.unit) for x in leaves(text)]


@pytest.mark.parametrize(
    ("text", "operator", "value"),
    [
        ("年满18周岁", ">=", 18),
        ("年满十八周岁", ">=", 18),
        ("满18周岁", ">=", 18),
        ("18周岁以上", ">=", 18),
        ("18周岁及以上", ">=", 18),
        ("18周岁（含）以上", ">=", 18),
        ("年龄不低于18岁", ">=", 18),
        ("年龄超过18岁", ">", 18),
        ("年龄超过18岁（含18岁）", ">=", 18),
        ("未满60周岁", "<", 60),
        ("不满60周岁", "<", 60),
        ("年龄低于60周岁", "<", 60),
        ("60周岁以下", "<=", 60),
        ("60周岁及以下", "<=", 60),
        ("年龄不超过60周岁", "<=", 60),
        ("年龄不超过60周岁（含）", "<=", 60),
        ("年龄不高于六十岁", "<=", 60),
    ],
)
def test_age(text: str, operator: str, value: int) -> None:
    assert bound(text) == [("age", operator, value, "岁")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("年龄二十五周岁以上六十五周岁以下", [("age", ">=", 25, "岁"), ("age", "<=", 65, "岁")]),
        ("从事本职业3年以上5年以下", [("work", ">=", 36, "个月"), ("work", "<=", 60, "个月")]),
        ("身高155厘米以上190厘米以下", [("measure", ">=", 155, "厘米"), ("measure", "<=", 190, "厘米")]),
    ],
)
def test_two_bounds_side_by_side_are_on_one_thing(text: str, found: list[tuple[str, str, int, str]]) -> None:
    assert bound(text) == found
    assert len({x.subject for x in leaves(text)}) == 1


def test_both_ends_of_an_age() -> None:
    assert bound("年龄在18周岁以上、60周岁以下") == [("age", ">=", 18, "岁"), ("age", "<=", 60, "岁")]
    assert bound("年满16周岁，未满60周岁") == [("age", ">=", 16, "岁"), ("age", "<", 60, "岁")]


@pytest.mark.parametrize(
    ("text", "operator", "months"),
    [
        ("累计从事本职业工作满5年", ">=", 60),
        ("从事相关工作3年以上", ">=", 36),
        ("从事相关工作不少于18个月", ">=", 18),
        ("在本单位工作五年（含）以上", ">=", 60),
        ("工作年限超过两年", ">", 24),
        ("参加工作未满1年", "<", 12),
        ("参加工作不满1年", "<", 12),
        ("具有5年以上工作经验", ">=", 60),
        ("有两年以上相关从业经历", ">=", 24),
    ],
)
def test_work(text: str, operator: str, months: int) -> None:
    assert bound(text) == [("work", operator, months, "个月")]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("取得四级职业技能等级证书后，从事本职业工作满4年", "certificate"),
        ("取得四级职业技能等级证书之后累计从事本职业工作满4年", "certificate"),
        ("取得初级职称后，从事本职业工作满1年", "title"),
        ("取得初级职称（专业技术人员职业资格）后，从事本职业工作满1年", "title"),
        ("从事本职业工作满4年", ""),
    ],
)
def test_what_years_of_work_are_counted_from(text: str, after: str) -> None:
    assert [x.after for x in leaves(text) if x.attribute is Attribute.WORK] == [after]


def test_a_certificate_and_the_years_after_it() -> None:
    found = leaves("取得本职业四级职业技能等级证书后，累计从事本职业工作满4年")
    assert [(x.attribute.value, x.operator, x.value) for x in found] == [
        ("certificate", ">=", Decimal(4)),
        ("work", ">=", Decimal(48)),
    ]


def test_years_since_a_certificate() -> None:
    assert bound("取得证书满2年") == [("held", ">=", 24, "个月")]


@pytest.mark.parametrize(
    ("text", "operator", "months"),
    [
        ("在本市缴纳社会保险满6个月", ">=", 6),
        ("缴纳社保1年以上", ">=", 12),
        ("连续缴纳养老保险不少于十二个月", ">=", 12),
        ("缴纳社会保险不足3个月", "<", 3),
    ],
)
def test_insurance_is_counted_in_months(text: str, operator: str, months: int) -> None:
    assert bound(text) == [("insurance", operator, months, "个月")]


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("具有博士学位", 7),
        ("硕士研究生学历", 6),
        ("大学本科及以上学历", 5),
        ("大专及以上学历", 4),
        ("具有本科或大专学历", 4),
        ("中等职业学校毕业", 3),
        ("高中以上学历", 2),
        ("初中毕业", 1),
    ],
)
def test_education(text: str, rank: int) -> None:
    assert bound(text) == [("education", ">=", rank, "")]
    assert degree_of(text) == rank


def test_no_degree() -> None:
    assert degree_of("年满十八周岁") == 0


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("具有本市户籍", "residence"),
        ("户籍在甲市乙县的", "residence"),
        ("户口迁至甲市的", "open"),
        ("挂靠集体户口的", "open"),
        ("因户口迁移需要转考区的", "open"),
        ("持有户口页的", "open"),
        ("取得护林员从业资格", "open"),
        ("持有本市居住证", "permit"),
        ("已经退休", "retired"),
        ("上一年度申报未通过的", "failed"),
        ("相关专业毕业", "major"),
        ("技工院校高级工班毕业", "school"),
        ("具有中级职称", "title"),
        ("取得三级职业资格证书", "certificate"),
        ("身体健康", "open"),
        ("无不良记录", "open"),
        ("近3年", "open"),
    ],
)
def test_attribute(text: str, attribute: str) -> None:
    assert [x.attribute.value for x in leaves(text)] == [attribute]


def test_residence_elsewhere_is_negated() -> None:
    assert [leaves(t)[0].negated for t in ("具有本市户籍", "非本市户籍")] == [False, True]


@pytest.mark.parametrize(
    ("text", "operator", "value", "unit", "subject"),
    [
        ("面积不少于60平方米", ">=", 60, "平方米", "面积"),
        ("论文2500字以上", ">=", 2500, "字", "论文"),
        ("继续教育满90学时", ">=", 90, "学时", "继续教育"),
        ("月收入低于3000元", "<", 3000, "元", "月收入"),
        ("人数不超过10人", "<=", 10, "人", "人数"),
        ("成绩达到60分", ">=", 60, "分", "成绩"),
    ],
)
def test_any_other_measure(text: str, operator: str, value: int, unit: str, subject: str) -> None:
    (leaf,) = leaves(text)
    assert leaf.attribute is Attribute.MEASURE
    assert (leaf.operator, leaf.value, leaf.unit, leaf.subject) == (operator, Decimal(value), unit, subject)


def test_what_cannot_be_typed_stays_open_in_its_own_words() -> None:
    (leaf,) = leaves("品行端正，热心服务")
    assert (leaf.attribute, leaf.operator, leaf.value, leaf.words) == (
        Attribute.OPEN,
        "is",
        None,
        "品行端正,热心服务",
    )
