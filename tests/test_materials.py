"""Documents to hand in, from lists and from sentences."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.notice import Notice
from corpus.tree.clauses import parse_clauses
from corpus.values.materials import Material, materials_in, materials_of


def notice(text: str, markdown: bool = False) -> Notice:
    return Notice("n", "", "", text, parse_clauses(text, markdown=markdown), "n.txt")


def brief(material: Material) -> tuple[str, tuple[str, ...], int | None]:
    return material.name, material.forms, material.count


LIST = """一、申请材料

1、《申请表》一式三份，须加盖公章。

2、身份证、户口簿的原件及复印件。

3、有未成年子女的，须提供出生证明复印件2份；

4、2寸白底证件照1张

二、其他

本办法自公布之日起施行。
"""


def test_a_list_below_a_heading():
    found = materials_of(notice(LIST))
    assert [brief(m) for m in found] == [
        ("申请表", (), 3),
        ("身份证", ("原件", "复印件"), None),
        ("户口簿", ("原件", "复印件"), None),
        ("出生证明", ("复印件",), 2),
        ("2寸白底证件照", (), 1),
    ]
    assert [m.condition for m in found] == ["", "", "", "有未成年子女的", ""]
    assert [LIST[m.span.start : m.span.end] for m in found] == [
        "《申请表》一式三份",
        "身份证",
        "户口簿的原件及复印件",
        "出生证明复印件2份",
        "2寸白底证件照1张",
    ]


def test_a_lead_in_may_ask_for_one_of_its_list():
    text = "一、办理\n\n租房居住的，须提供以下材料之一：\n\n1、租赁合同；\n\n2、单位出具的住宿证明。\n"
    read = notice(text)
    found = materials_of(read)
    assert [m.name for m in found] == ["租赁合同", "单位出具的住宿证明"]
    assert {m.condition for m in found} == {"租房居住的"}
    assert {read.clause_text(m.one_of or 0) for m in found} == {"租房居住的，须提供以下材料之一："}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("申请人携带身份证和户口簿到窗口办理登记。", ["身份证", "户口簿"]),
        ("领取时凭本人《居民身份证》及《录取通知书》至服务处。", ["居民身份证", "录取通知书"]),
        (
            "报名时应提供以下材料：《须知》，1寸照片2张，以及相关佐证材料。",
            ["须知", "1寸照片", "相关佐证材料"],
        ),
        ("请将《评审表》（一式三份）签名盖章后寄送至协会。", ["评审表"]),
        ("提供虚假材料的，取消资格。", []),
        ("不得携带书籍、资料进入考场。", []),
        ("本中心为企业提供科技服务，支持持续更新管理制度。", []),
        ("申请人应当提交相关材料。", []),
    ],
)
def test_documents_inside_a_sentence(sentence, names):
    text = f"一、办理\n\n{sentence}\n\n二、附则\n"
    found = materials_of(notice(text))
    assert [m.name for m in found] == names
    for material in found:
        assert material.name in text[material.span.start : material.span.end]


def test_a_clause_that_names_its_list_itself() -> None:
    text = "材料：《申领表》1份；身份证、户口簿复印件各2份。申领助残金的加残疾人证1份。\n"
    assert [(m.name, m.count, m.condition) for m in materials_of(notice(text))] == [
        ("申领表", 1, ""),
        ("身份证", 2, ""),
        ("户口簿", 2, ""),
        ("残疾人证", 1, "申领助残金的"),
    ]


def test_a_wrapped_line_and_full_width_digits_keep_their_place():
    text = "一、申请材料\n\n1、与所申请的类别相应而且仍在有效期内的资格\n证书复印件２份。\n\n2、户口簿。\n"
    first = materials_of(notice(text))[0]
    assert brief(first) == ("与所申请的类别相应而且仍在有效期内的资格证书", ("复印件",), 2)
    assert text[first.span.start : first.span.end].endswith("资格\n证书复印件２份")


def test_rows_of_a_table_of_documents():
    text = (
        "# 通知\n\n## 申请材料\n\n| 材料名称 | 份数 | 形式 |\n| --- | --- | --- |\n"
        "| 申请书 | 2 | 原件 |\n| 营业执照 | 1 | 复印件 |\n"
    )
    found = materials_of(notice(text, markdown=True))
    assert [brief(m) for m in found] == [("申请书", ("原件",), 2), ("营业执照", ("复印件",), 1)]


def test_papers_named_in_another_article_are_told_by_that(asking):
    text = """云浦市摊位登记细则

第一条 登记须提交下列材料：
（一）摊主身份证；
（二）租赁合同。
第二条 登记程序。
（一）备齐第一条规定的材料，到市场办登记。
（二）市场办3日内办结摊位登记。
"""
    answer = asking(date(2026, 3, 1), stalls=text)("办这个登记都要带啥").answer
    assert "租赁合同" in answer


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("结婚证或离婚证", [("结婚证", (), None), ("离婚证", (), None)]),
        ("死亡、失踪等原因的证明材料", [("死亡、失踪等原因的证明材料", (), None)]),
        ("《登记证》副本", [("登记证", ("副本",), None)]),
        ("学历和学位证书", [("学历和学位证书", (), None)]),
        ("不超过四十岁", []),
        ("", []),
        ("（）、，；：", []),
    ],
)
def test_one_item(name, wanted):
    assert [brief(m) for m in materials_in(name)] == wanted


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "单位职工另交劳动合同复印件；代办的再带委托书。",
            [("劳动合同", "单位职工"), ("委托书", "代办的")],
        ),
        (
            "职工：身份证、社保卡。\n学生：学生证、成绩单。",
            [("身份证", "职工"), ("社保卡", "职工"), ("学生证", "学生"), ("成绩单", "学生")],
        ),
        ("身份证、户口簿复印件各1份。", [("身份证", ""), ("户口簿", "")]),
        ("尚未毕业的，以在读证明代替毕业证书。", [("在读证明", "尚未毕业的")]),
    ],
)
def test_running_words_below_a_heading(text: str, asked: list[tuple[str, str]]) -> None:
    body = text.replace("\n", "\n\n")
    found = materials_of(notice(f"一、申请材料\n\n{body}\n"))
    assert [(m.name, m.condition) for m in found] == asked


def test_a_question_opens_a_list() -> None:
    found = materials_of(notice("一、现场确认带什么\n\n身份证原件、居住证。\n"))
    assert [(m.name, m.forms) for m in found] == [("身份证", ("原件",)), ("居住证", ())]
