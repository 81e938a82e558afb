from decimal import Decimal

import pytest

from corpus.notice import Notice
from corpus.tree.clauses import parse_clauses
from corpus.values.consequences import Consequence, SanctionKind, consequences_of


def notice(text: str) -> Notice:
    text = text.replace("\n", "\n\n")
    return Notice("n", "某通知", "甲市乙局", text, parse_clauses(text, 0, True), "n.txt")


def read(text: str) -> list[Consequence]:
    return list(consequences_of(notice(text)))


LISTED = """一、违规处理
（一）有下列行为之一的，取消该科目成绩，1年内不得参加考核：
1、大声喧哗的。
2、由他人代替参加的；
二、其他
"""
GRADED = """一、违规处理
（一）有下列行为之一的，取消全部成绩。情节轻微的，两年内不得参加；情节严重的，5年内不得参加，并依法移送有关部门：
1、串通作弊的。
"""


def test_the_items_of_a_list_share_the_sanctions_of_its_lead_in() -> None:
    first, second = read(LISTED)
    assert [first.conduct, second.conduct] == ["大声喧哗的", "由他人代替参加的"]
    assert first.lead is not None
    for found in (first, second):
        assert [(s.kind, s.text) for s in found.sanctions] == [
            (SanctionKind.CANCEL, "取消该科目成绩"),
            (SanctionKind.BAR, "1年内不得参加考核"),
        ]
        assert (found.sanctions[1].amount, found.sanctions[1].unit) == (Decimal(1), "年")


def test_grades_are_tiers() -> None:
    (found,) = read(GRADED)
    assert [s.kind for s in found.sanctions] == [SanctionKind.CANCEL]
    light, grave = found.tiers
    assert (light.condition, grave.condition) == ("情节轻微", "情节严重")
    assert [s.amount for s in light.sanctions] == [Decimal(2)]
    assert [s.kind for s in grave.sanctions] == [SanctionKind.BAR, SanctionKind.LIABILITY]
    assert grave.sanctions[0].amount == Decimal(5)


def test_grades_in_one_sentence() -> None:
    (found,) = read("提供虚假材料的，取消申请资格；情节严重的，3年内不得申请。\n")
    assert found.conduct == "提供虚假材料的"
    assert [t.condition for t in found.tiers] == ["情节严重"]


@pytest.mark.parametrize(
    ("text", "conduct", "kinds"),
    [
        ("逾期未缴费的，视为自动放弃。", "逾期未缴费的", ["waiver"]),
        ("材料不齐的，不予受理。", "材料不齐的", ["refusal"]),
        ("考生缺考的，费用不予退还。", "考生缺考的，费用", ["no_refund"]),
        ("伪造证件的，依法追究法律责任。", "伪造证件的", ["liability"]),
        ("擅自转租的，收回住房，5年内不得再次申请。", "擅自转租的", ["recovery", "bar"]),
        ("申请人弄虚作假的，取消其资格并记入诚信档案。", "申请人弄虚作假的", ["cancel"]),
        ("如有违反，愿意承担因此引起的相关责任。", "如有违反", ["liability"]),
        ("一经查实材料虚假，撤销证书。", "一经查实材料虚假", ["cancel"]),
    ],
)
def test_one_sentence(text: str, conduct: str, kinds: list[str]) -> None:
    (found,) = read(text + "\n")
    assert found.conduct == conduct
    assert [s.kind.value for s in found.sanctions] == kinds
    assert found.lead is None


@pytest.mark.parametrize(
    "text",
    [
        "本中心承担安全保障工作，成绩突出。",
        "证书有效期为三年，自某年起取消复审。",
        "申请人须年满18周岁。",
        "有下列材料的，一并提交：\n1、身份证。",
        "取消原有两项收费。",
    ],
)
def test_no_consequence(text: str) -> None:
    assert read(text + "\n") == []


def test_conditions_of_a_list_are_no_sanction() -> None:
    assert read("一、条件\n（一）具备以下条件之一者，可以申报：\n1、从业满3年的。\n") == []


def test_spans_are_exact() -> None:
    for text in (LISTED, GRADED):
        made = notice(text)
        for found in consequences_of(made):
            assert made.quote(found.conduct_span) == found.conduct
            for sanction in (*found.sanctions, *(s for t in found.tiers for s in t.sanctions)):
                assert made.quote(sanction.span) == sanction.text


def test_a_heading_names_the_conduct_where_the_clause_names_the_sanction_alone() -> None:
    found = read("问：虚报情况怎么处理？\n答：追回全部款项，3年内不得再次申请。\n")
    assert [(c.conduct, [s.kind.value for s in c.sanctions]) for c in found] == [
        ("虚报情况", ["recovery", "bar"])
    ]


def test_what_is_stopped_or_ended_is_a_sanction() -> None:
    (found,) = read("单位协助造假的，停止受理其申请1年。\n")
    assert [s.kind for s in found.sanctions] == [SanctionKind.STOP]


def test_a_sentence_wrapped_by_the_page_is_read_whole() -> None:
    text = (
        "违规处理\n\n由他人代替参加的，取消双方的成绩，2年\n内不得再次报名；情节严\n重的，4年内不得报名。\n"
    )
    made = Notice("n", "某通知", "甲市乙局", text, parse_clauses(text, 0, False), "n.txt")
    (found,) = consequences_of(made)
    assert [s.text for s in found.sanctions] == ["取消双方的成绩", "2年内不得再次报名"]
    assert [(t.condition, t.sanctions[0].amount) for t in found.tiers] == [("情节严重", Decimal(4))]
