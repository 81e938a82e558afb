"""Numbers that bound something: which side, whether the number itself is included, what they are about."""

from __future__ import annotations

import pytest

from corpus.conditions.bounds import bounds_in, caps_in
from corpus.values.periods import fold


def bounds(text: str) -> list[tuple[str, str, float, str]]:
    return [
        (b.leaf.attribute.value, b.leaf.operator, float(b.leaf.value or 0), b.leaf.unit)
        for b in bounds_in(fold(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20至45周岁", [("age", ">=", 20, "岁"), ("age", "<=", 45, "岁")]),
        ("20周岁—45周岁（不含）", [("age", ">=", 20, "岁"), ("age", "<", 45, "岁")]),
        ("45周岁（不含）以下", [("age", "<", 45, "岁")]),
        ("45（含）周岁以下", [("age", "<=", 45, "岁")]),
        ("45（不含）周岁以下", [("age", "<", 45, "岁")]),
        ("20（含）至45（不含）周岁", [("age", ">=", 20, "岁"), ("age", "<", 45, "岁")]),
        ("45周岁以下", [("age", "<=", 45, "岁")]),
        ("长度差不得大于4厘米", [("measure", "<=", 4, "厘米")]),
        ("未满45周岁", [("age", "<", 45, "岁")]),
        ("累计从事本工种工作满2年6个月", [("work", ">=", 30, "个月")]),
        ("工作未满两年半", [("work", "<", 30, "个月")]),
        ("从事本工种工作满1年零3个月以上", [("work", ">=", 15, "个月")]),
        ("放宽至50周岁", [("age", "<=", 50, "岁")]),
        ("注册资金不少于30万元", [("measure", ">=", 300000, "元")]),
        ("毕业3年内", [("graduated", "<=", 36, "个月")]),
        ("距上一次体检须满5个月", [("elapsed", ">=", 5, "个月")]),
        ("自发证之日起90日内提出", [("elapsed", "<=", 90, "日")]),
        ("被吊销未满4年", [("elapsed", "<", 4, "年")]),
        ("户籍满7年", [("measure", ">=", 84, "个月")]),
        ("综合成绩专业前15%", [("measure", "<=", 15, "%")]),
        ("视力4.8以上", [("measure", ">=", 4.8, "")]),
        ("达到在岗人数的25%", [("measure", ">=", 25, "%")]),
        ("注册资本不低于210万元", [("measure", ">=", 2100000, "元")]),
        ("每套470元（含夏装2套、冬装1套）", []),
        ("工龄满11年", [("work", ">=", 132, "个月")]),
        ("取得助理级职称满6年", [("work", ">=", 72, "个月")]),
        ("具有中级任职资格满6年", [("work", ">=", 72, "个月")]),
    ],
)
def test_bound(text: str, expected: list[tuple[str, str, float, str]]) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    "text",
    ["近三年无违纪记录", "每2年一次", "2019年8月31日（含当日）", "2019年至2021年", "第3次", "届满九日前申请"],
)
def test_a_time_or_a_place_in_a_row_bounds_nothing(text: str) -> None:
    assert bounds(text) == []


def test_a_long_run_is_read_in_one_go() -> None:
    assert list(bounds_in("满" * 20_000 + "1," * 10_000)) == []


@pytest.mark.parametrize(
    ("text", "operator"),
    [
        ("不少于7人", ">="),
        ("7人以上", ">="),
        ("7人以上（不含7人）", ">"),
        ("超过7人", ">"),
        ("超过7人（含7人）", ">="),
        ("不超过7人", "<="),
        ("至多7人", "<="),
        ("7人以内", "<="),
        ("7人以下（不含7人）", "<"),
        ("少于7人", "<"),
        ("不足7人", "<"),
    ],
)
def test_whether_the_number_itself_is_included(text: str, operator: str) -> None:
    assert [(b.leaf.operator, b.leaf.value, b.leaf.unit) for b in bounds_in(fold(text))] == [
        (operator, 7, "人")
    ]


@pytest.mark.parametrize("text", ["45至20周岁", "面积7平方米", "7人", "", "满", "1.2.3年"])
def test_a_bare_or_a_broken_number_bounds_nothing(text: str) -> None:
    assert bounds(text) == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("建筑面积不超过88平方米", "建筑面积"),
        ("人均月收入低于1700元", "人均月收入"),
        ("绩点不低于3.2", "绩点"),
        ("综合排名前8%", "排名"),
        ("居住满3年", "居住"),
        ("须登记满2年", "登记"),
    ],
)
def test_what_a_number_belongs_to(text: str, subject: str) -> None:
    assert [b.leaf.subject for b in bounds_in(fold(text))] == [subject]


def test_bounds_lie_where_they_were_read() -> None:
    text = "年满20周岁,面积不少于30平方米"
    assert [text[b.start : b.end] for b in bounds_in(text)] == ["年满20周岁", "不少于30平方米"]


@pytest.mark.parametrize(
    ("text", "most"), [("每人限报4件", [4]), ("限22岁以上", []), ("限22（含）岁以上", [])]
)
def test_who_may_from_a_number_up_is_no_cap(text: str, most: list[int]) -> None:
    assert [cap.leaf.value for cap in caps_in(fold(text))] == most
