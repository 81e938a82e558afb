import pytest

from corpus.notice import Fact
from corpus.tree.clauses import parse_clauses
from corpus.values.facts import extract_facts, facts_in
from corpus.values.ranges import join_ranges, range_value


def read(text: str) -> list[tuple[str, str, str, str]]:
    return [(f.kind.value, f.value, f.unit, f.text) for f in facts_in(text)]


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("60-90元", "money", "60-90", "元"),
        ("60元至90元", "money", "60-90", "元"),
        ("¥60—90元", "money", "60-90", "元"),
        ("60元/人-90元", "money", "60-90", "元"),
        ("3-4万元", "money", "30000-40000", "元"),
        ("8000-2万元", "money", "8000-20000", "元"),
        ("1.5～2.5万元", "money", "15000-25000", "元"),
        ("2至4个工作日", "period", "2-4", "个工作日"),
        ("2至4个工作日内", "period", "2-4", "个工作日内"),
        ("2年至4年", "period", "2-4", "年"),
        ("两到四年", "period", "2-4", "年"),
        ("20—55周岁", "quantity", "20-55", "周岁"),
        ("20周岁至55周岁", "quantity", "20-55", "周岁"),
        ("５－９人", "quantity", "5-9", "人"),
        ("十二至十四周岁", "quantity", "12-14", "周岁"),
        ("5%-8%", "quantity", "5-8", "%"),
        ("25–30平方米", "quantity", "25-30", "平方米"),
    ],
)
def test_a_range_is_one_value(text: str, kind: str, value: str, unit: str) -> None:
    assert read(f"按{text}计。") == [(kind, value, unit, text)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("第2至4名", ["4"]),
        ("由2年提高到4年", ["2", "4"]),
        ("2天至4个月", ["2", "4"]),
        ("9-6天", ["6"]),
        ("统一到五年", ["5"]),
        ("1-2-3年", ["3"]),
        ("300元以上600元以下", ["300", "600"]),
        ("300元、600元", ["300", "600"]),
        ("9:00-11:30", ["9:00-11:30"]),
    ],
)
def test_what_is_no_range(text: str, values: list[str]) -> None:
    assert [f.value for f in facts_in(text)] == values


def test_a_range_never_reaches_into_another_cell() -> None:
    text = "档次\t元数（元）\n12\t60\n12-\t90元\n"
    facts = extract_facts(text, parse_clauses(text))
    assert [(f.value, f.text) for f in facts] == [("60", "60"), ("90", "90元")]


def test_a_range_without_a_unit_below_a_header_of_amounts() -> None:
    text = "档次\t收费标准（元）\n初级\t60-90\n高级\t90—120\n"
    facts = extract_facts(text, parse_clauses(text))
    assert [(f.kind.value, f.value, f.unit, f.text) for f in facts] == [
        ("money", "60-90", "元", "60-90"),
        ("money", "90-120", "元", "90—120"),
    ]


@pytest.mark.parametrize(
    ("text", "value"), [("60-90", "60-90"), ("６０～９０", "60-90"), ("90-60", ""), ("60", ""), ("2-3个", "")]
)
def test_range_value(text: str, value: str) -> None:
    assert range_value(text) == value


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2031年5月2日至9日", [("2031-05-02", "2031年5月2日"), ("2031-05-09", "9日")]),
        ("2031年5月2-9日", [("2031-05-02", "2031年5月2"), ("2031-05-09", "9日")]),
        ("5月2日—9日前", [("5月2日", "5月2日"), ("5月9日", "9日前")]),
        ("5月2至9日", [("5月2日", "5月2"), ("5月9日", "9日")]),
        ("2031年2月27日至31日", [("2031-02-27", "2031年2月27日"), ("2月31日", "31日")]),
    ],
)
def test_the_second_day_stands_in_the_month_of_the_first(text: str, days: list[tuple[str, str]]) -> None:
    assert [(f.value, f.text) for f in facts_in(text) if f.kind == "date"] == days


@pytest.mark.parametrize("text", ["2日至9日", "2-9日"])
def test_days_of_every_month_are_days(text: str) -> None:
    assert [(f.kind.value, f.value) for f in facts_in(f"每月{text}受理")] == [("date", text)]
    assert [(f.kind.value, f.value) for f in facts_in(f"历时{text}")] == [("period", "2-9")]


@pytest.mark.parametrize("text", ["5月2日，9日内", "5月9日至2日", "5月2日至9日内"])
def test_days_that_are_counted_stay_a_period(text: str) -> None:
    assert [f.kind.value for f in facts_in(text)] == ["date", "period"]


def test_nothing_found_nothing_joined() -> None:
    none: list[Fact] = []
    assert join_ranges(none, "60-90元") == []
