from decimal import Decimal
from itertools import pairwise

import pytest

from corpus.notice import Fact, FactKind, collapse
from corpus.tree.clauses import parse_clauses
from corpus.values.facts import extract_facts, facts_in, number
from corpus.values.periods import fold


def found(text: str, kind: str) -> list[tuple[str, str]]:
    return [(f.value, f.unit) for f in facts_in(text) if f.kind == kind]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("每人100元", "100", "元"),
        ("共1,500元", "1500", "元"),
        ("共１，５００元", "1500", "元"),
        ("共1200.50元", "1200.5", "元"),
        ("约1.4亿元", "140000000", "元"),
        ("约3万余元", "30000", "元"),
        ("约100余万元", "1000000", "元"),
        ("补助两万元", "20000", "元"),
        ("补助五百元整", "500", "元"),
        ("补助一百二十元", "120", "元"),
        ("补助 1 万元", "10000", "元"),
        ("¥300", "300", "元"),
        ("￥ 1,200 元", "1200", "元"),
        ("2000美元", "2000", "美元"),
        ("50块钱", "50", "块钱"),
    ],
)
def test_money(text: str, value: str, unit: str) -> None:
    assert found(text, "money") == [(value, unit)]


@pytest.mark.parametrize("text", ["化学5元素", "多元化", "单元测试", "元旦", "一元旦", "100"])
def test_no_money(text: str) -> None:
    assert found(text, "money") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("于2024年3月1日公布", "2024-03-01"),
        ("于 2024 年 3 月 1 日公布", "2024-03-01"),
        ("于２０２４年３月１日公布", "2024-03-01"),
        ("于二〇二四年三月一日公布", "2024-03-01"),
        ("于二零二四年十二月三十一日公布", "2024-12-31"),
        ("2024-03-01", "2024-03-01"),
        ("2024.3.1", "2024-03-01"),
        ("2024/3/1", "2024-03-01"),
        ("自2024年3月起", "2024年3月"),
        ("自二〇二四年三月起", "二〇二四年三月"),
        ("3月1日前", "3月1日前"),
        ("3月1号", "3月1号"),
        ("12月底前", "12月底前"),
        ("3月上旬", "3月上旬"),
        ("每月底", "每月底"),
        ("2024年公布", "2024年"),
        ("2022年底前", "2022年底前"),
        ("二〇二四年公布", "二〇二四年"),
        ("2024年13月45日", "2024年13月45日"),  # no day of the calendar: as printed
    ],
)
def test_date(text: str, value: str) -> None:
    assert found(text, "date") == [(value, "")]


@pytest.mark.parametrize("text", ["3月份", "2024年度", "二〇二四年度", "3年", "20年内", "2000年以上"])
def test_no_date(text: str) -> None:
    assert found(text, "date") == []


def test_a_comma_that_groups_no_digits_ends_a_number() -> None:
    assert found("编号116，工作日受理", "period") == []
    assert found("共1,234,500元", "money") == [("1234500", "元")]


def test_both_ends_of_a_stretch_of_days() -> None:
    assert found("2024年1月1日至2月3日", "date") == [("2024-01-01", ""), ("2月3日", "")]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("5个工作日", "5", "个工作日"),
        ("10个工作日内", "10", "个工作日内"),
        ("3年以上", "3", "年以上"),
        ("两年后", "2", "年后"),
        ("一个月内", "1", "个月内"),
        ("30日内", "30", "日内"),
        ("24小时", "24", "小时"),
        ("半年", "半年", ""),
        ("9:00-11:30", "9:00-11:30", ""),
        ("９：００—１１：３０", "9:00-11:30", ""),
        ("8:30～17:00", "8:30~17:00", ""),
        ("9:00至11:30", "9:00至11:30", ""),
        ("周一至周五", "周一至周五", ""),
    ],
)
def test_period(text: str, value: str, unit: str) -> None:
    assert found(text, "period") == [(value, unit)]


def test_opening_hours() -> None:
    text = "周一至周五上午9:00-11:30，下午13:30-17:00"
    assert [f.text for f in facts_in(text)] == ["周一至周五", "9:00-11:30", "13:30-17:00"]


@pytest.mark.parametrize("text", ["上半年", "下半年", "16周岁", "三年级", "2024年度", "2024年"])
def test_no_period(text: str) -> None:
    assert found(text, "period") == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("90学时", "90", "学时"),
        ("满16周岁", "16", "周岁"),
        ("十六周岁", "16", "周岁"),
        ("3.5倍", "3.5", "倍"),
        ("百分之五", "5", "%"),
        ("百分之二十五", "25", "%"),
        ("12.5%", "12.5", "%"),
        ("３０％", "30", "%"),
        ("0.5个百分点", "0.5", "个百分点"),
        ("三名", "3", "名"),
        ("十五人次", "15", "人次"),
        ("300多家", "300", "家"),
        ("1.2万人", "12000", "人"),
        ("2,500字", "2500", "字"),
        ("60平方米", "60", "平方米"),
        ("30分钟", "30", "分钟"),
    ],
)
def test_quantity(text: str, value: str, unit: str) -> None:
    assert found(text, "quantity") == [(value, unit)]


def test_what_a_numbered_annex_lists_is_no_count() -> None:
    assert found("附件2所列材料、表3所示标准", "quantity") == []
    assert found("3所高校", "quantity") == [("3", "所")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("电话021-62345678", "021-62345678"),
        ("电话（021）62345678", "(021)62345678"),
        ("电话021-62345678转801", "021-62345678转801"),
        ("电话0571-6234567 转 12", "0571-6234567转12"),
        ("电话62345678（转801）", "62345678(转801)"),
        ("电话６２３４５６７８", "62345678"),
        ("手机13800000000", "13800000000"),
        ("400-123-4567", "400-123-4567"),
        ("4001234567", "4001234567"),
    ],
)
def test_phone(text: str, value: str) -> None:
    assert found(text, "phone") == [(value, "")]


@pytest.mark.parametrize(
    "text", ["12345", "证号110101199001011234", "1380000000012", "A62345678", "123456789", "62345678.5"]
)
def test_no_phone(text: str) -> None:
    assert found(text, "phone") == []


def test_two_phones() -> None:
    assert [v for v, _ in found("62345678、62345679", "phone")] == ["62345678", "62345679"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("地址：清泉路12号", "清泉路12号"),
        ("某某市东城区清泉大街100号3楼205室。", "某某市东城区清泉大街100号3楼205室"),
        ("清泉路5号8号楼2楼，", "清泉路5号8号楼2楼"),
        ("清泉街５号", "清泉街5号"),
        ("清泉路5号少年宫三楼301A室", "清泉路5号少年宫三楼301A室"),
        ("清泉路5号贸易广场1209号房", "清泉路5号贸易广场1209号房"),
        ("清泉路5号少年宫三楼301A", "清泉路5号少年宫三楼"),
    ],
)
def test_address(text: str, value: str) -> None:
    assert [v for v, _ in found(text, "address")] == [value]


@pytest.mark.parametrize("text", ["一号窗口", "清泉街道办事处", "道路100条", "（2024）12号"])
def test_no_address(text: str) -> None:
    assert found(text, "address") == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("发至a.b@example.com，", "email", "a.b@example.com"),
        ("邮箱：ａ@example.com.cn。", "email", "a@example.com.cn"),
        ("登录http://example.com/a?b=1。", "url", "http://example.com/a?b=1"),
        ("（https://example.com/）", "url", "https://example.com/"),
        ("见www.example.com，", "url", "www.example.com"),
        ("见ＷＷＷ．example．com", "url", "WWW.example.com"),
    ],
)
def test_addresses_on_the_web(text: str, kind: str, value: str) -> None:
    assert [v for v, _ in found(text, kind)] == [value]


MIXED = (
    "申请人应当年满十八周岁，于2024年3月1日至3月15日前，到清泉路12号3楼缴纳1,500元，电话021-62345678转8，"
    "邮箱a@example.com，网址https://example.com/x，5个工作日内办结，合格率百分之九十。"
)


def test_spans_reproduce_the_text_and_never_overlap() -> None:
    facts = list(facts_in(MIXED, start=100))
    assert {f.kind for f in facts} == set(FactKind)
    for fact in facts:
        assert collapse(MIXED[fact.span.start - 100 : fact.span.end - 100]) == fact.text
    assert all(a.span.end <= b.span.start for a, b in pairwise(facts))


def test_a_value_that_wraps_over_a_line_is_one() -> None:
    (fact,) = facts_in("补助1,500\n元")
    assert (fact.text, fact.value, len(fact.span)) == ("1,500元", "1500", 7)


def table_facts(text: str) -> list[Fact]:
    return list(extract_facts(text, parse_clauses(text)))


@pytest.mark.parametrize("header", ["金额（元）", "报名费", "收费标准", "考务费(元)", "单位：元"])
def test_a_cell_takes_its_unit_from_the_header(header: str) -> None:
    text = f"项目\t{header}\n笔试\t1,200\n面试\t80.5\n"
    facts = table_facts(text)
    assert [(f.kind, f.value, f.unit, f.text) for f in facts] == [
        ("money", "1200", "元", "1,200"),
        ("money", "80.5", "元", "80.5"),
    ]
    assert [text[f.span.start : f.span.end] for f in facts] == ["1,200", "80.5"]


def test_a_cell_below_another_header_is_no_money() -> None:
    assert table_facts("序号\t项目\n1\t笔试\n2\t面试\n") == []


def test_no_value_runs_from_one_cell_into_the_next() -> None:
    assert table_facts("序号\t项目\n1\t人工录入\n2\t项目管理\n") == []


def test_an_amount_of_eight_digits_is_no_phone() -> None:
    assert [f.kind for f in table_facts("项目\t金额（元）\n建设\t23456789\n运行\t34567890\n")] == [
        "money",
        "money",
    ]


def test_facts_stand_in_reading_order_with_their_clause() -> None:
    text = "一、费用\n报名费100元。\n二、时间\n3月1日前，逾期每天2元。\n"
    clauses = parse_clauses(text)
    facts = extract_facts(text, clauses)
    assert [f.text for f in facts] == ["100元", "3月1日前", "2元"]
    assert [clauses[f.clause].locator for f in facts] == ["一/段1", "二/段1", "二/段1"]


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("1.4亿", 140000000),
        ("79,735", 79735),
        ("３", 3),
        ("5千", 5000),
        ("100余", 100),
        ("两万", 20000),
        ("十二", 12),
        ("三百零五", 305),
        ("二十万", 200000),
        ("0", 0),
    ],
)
def test_number(numeral: str, value: int) -> None:
    assert number(numeral) == Decimal(value)


@pytest.mark.parametrize("text", ["", "abc", "万", "1.2.3", "若干"])
def test_what_is_no_number(text: str) -> None:
    assert number(text) is None


def test_folding_keeps_the_length() -> None:
    assert fold("（１２）Ａ　—") == "(12)A -"


def test_a_value_in_a_cell_that_goes_on_below_is_one() -> None:
    text = "单位\t编号\t联系\n甲站\t01\t电话：0999-\n\t\t5550155\n乙站\t02\t电话：0999-5550156\n"
    facts = list(extract_facts(text, parse_clauses(text)))
    assert [f.value for f in facts] == ["0999-5550155", "0999-5550156"]
    assert text[facts[0].span.start : facts[0].span.end] == "0999-\n\t\t5550155"
    assert facts[0].text == collapse("0999-\n\t\t5550155")


def test_amounts_in_a_row_that_its_first_cell_names() -> None:
    assert [
        (f.value, f.unit) for f in table_facts("项目\t笔试\t面试\n收费（元）\t120\t80-90\n人数\t3\t4\n")
    ] == [
        ("120", "元"),
        ("80-90", "元"),
    ]


@pytest.mark.parametrize(
    "text", ["教育科：3349 618（工作日）", "专线：5590617，仅报名期间", "电话5590617。", "服务大厅 8827 3317"]
)
def test_telephones_printed_in_two_groups_or_short(text: str) -> None:
    assert len(found(text, "phone")) == 1


@pytest.mark.parametrize("text", ["分别为 3200 4100 5300", "投入3200 450元", "共有 2200 310人"])
def test_figures_side_by_side_are_no_telephone(text: str) -> None:
    assert found(text, "phone") == []


@pytest.mark.parametrize(
    "text", ["每个月8号", "每周三", "每个星期二", "星期一至五", "周一到周五", "周日至周四"]
)
def test_days_that_come_again_are_periods(text):
    assert [f.text for f in facts_in(f"在{text}下午办理") if f.kind == "period"] == [text]


@pytest.mark.parametrize("text", ["下午2:30分开始", "9时30分开始", "8点00分到场"])
def test_the_minutes_of_an_hour_are_no_score(text):
    assert [f for f in facts_in(text) if f.unit == "分"] == []
