from datetime import date
from decimal import Decimal

import pytest

from corpus.conditions.validity import ValidityKind, validities_of
from corpus.notice import Notice
from corpus.tree.clauses import parse_clauses


def notice(text: str) -> Notice:
    text = f"一、说明\n\n{text}\n"
    return Notice("n", "某通知", "甲市乙局", text, parse_clauses(text, 0, False), "n.txt")


def terms(text: str) -> list[tuple[str, str, int, str]]:
    return [(v.subject, v.level, int(v.amount or 0), v.unit) for v in validities_of(notice(text))]


def test_each_grade_has_its_own() -> None:
    text = "三级、四级的理论成绩有效期均为四年，二级、一级实操成绩有效期为六年，逾期应另行申请。"
    assert terms(text) == [
        ("理论成绩", "三", 4, "年"),
        ("理论成绩", "四", 4, "年"),
        ("实操成绩", "二", 6, "年"),
        ("实操成绩", "一", 6, "年"),
    ]


def test_grades_after_the_colon() -> None:
    assert terms("笔试成绩有效期：五级、四级均为五年，三级为七年。") == [
        ("笔试成绩", "五", 5, "年"),
        ("笔试成绩", "四", 5, "年"),
        ("笔试成绩", "三", 7, "年"),
    ]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("合格科目的成绩有效期为1年。", ("合格科目的成绩", "", 1, "年")),
        ("继续教育学时5年有效。", ("继续教育学时", "", 5, "年")),
        ("本证书自发证之日起三年内有效。", ("本证书", "", 3, "年")),
        ("体检报告的有效期为6个月。", ("体检报告", "", 6, "个月")),
        ("（二）证书有效期半年。", ("证书", "", 6, "个月")),
        ("证书有效期限自发证之日起计算，为2年。", ("证书", "", 2, "年")),
    ],
)
def test_a_period(text: str, term: tuple[str, str, int, str]) -> None:
    assert terms(text) == [term]


def test_what_a_period_runs_from() -> None:
    (found,) = validities_of(notice("本证书自发证之日起三年内有效。"))
    assert (found.kind, found.since, found.amount) == (ValidityKind.PERIOD, "发证", Decimal(3))


@pytest.mark.parametrize(
    "text",
    [
        "本通知有效期至2025年12月31日。",
        "本通知有效期自2025年1月1日起至2025年12月31日止。",
        "本通知至2025年12月31日止有效。",
    ],
)
def test_until_a_day(text: str) -> None:
    (found,) = validities_of(notice(text))
    assert (found.kind, found.subject, found.until) == (ValidityKind.UNTIL, "本通知", date(2025, 12, 31))


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("凭准考证入场，逾期作废。", ValidityKind.LAPSES, "准考证入场"),
        ("取件码过期自动失效。", ValidityKind.LAPSES, "取件码"),
        ("证书长期有效。", ValidityKind.UNLIMITED, "证书"),
        ("证书有效期为长期。", ValidityKind.UNLIMITED, "证书"),
        ("成绩仅限当次有效。", ValidityKind.WITHIN_EVENT, "成绩"),
    ],
)
def test_other_forms(text: str, kind: ValidityKind, subject: str) -> None:
    (found,) = validities_of(notice(text))
    assert (found.kind, found.subject) == (kind, subject.removeprefix("凭"))


@pytest.mark.parametrize(
    "text",
    [
        "持有有效期内的居住证。",
        "在成绩有效期之内又申报的，视为放弃。",
        "提交满一年有效身份证明。",
        "从事本职业工作满3年。",
        "逾期不予受理。",
        "有效证件原件。",
    ],
)
def test_no_validity(text: str) -> None:
    assert validities_of(notice(text)) == ()


def test_spans_are_exact() -> None:
    made = notice("四级 成绩有效期为 两年。")
    (found,) = validities_of(made)
    assert made.text[found.span.start : found.span.end] == "有效期为 两年"
    assert found.subject_span is not None
    assert made.text[found.subject_span.start : found.subject_span.end] == "成绩"
