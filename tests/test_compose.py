"""Evidence to words: rows, totals, products, differences, lists."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("question", "says", "keeps_out"),
    [
        ("无人机操作员四级多少钱", ["合计440元", "理论80元", "飞行360元"], ["300", "630"]),
        ("无人机操作员三级飞行多少钱", ["飞行510元"], ["120", "360"]),
        ("航拍摄影员五级理论多少钱", ["理论50元"], ["130", "70"]),
        ("无人机四级考务费是多少", ["合计440元", "理论80元", "飞行360元"], []),
        ("单间公寓押金多少", ["押金1400元"], ["3000"]),
        ("家庭套房月租金多少", ["月租金1500元"], ["700"]),
        ("助学金硕士每学期多少钱", ["每学期资助金额3600元"], ["2400"]),
    ],
)
def test_a_row_in_words_with_its_unit_once(talk, question, says, keeps_out):
    (answer,) = talk(question)
    assert answer.outcome == "answered"
    assert all(words in answer.text for words in says)
    assert not any(words in answer.text for words in keeps_out)
    assert "（元）" not in answer.text


def test_the_parts_of_a_total_add_up(talk):
    (answer,) = talk("无人机操作员三级多少钱")
    stated = sorted(int(f.value) for f in answer.facts if f.kind == "money")
    assert stated == [120, 510, 630]
    assert sum(stated[:2]) == stated[2]


@pytest.mark.parametrize(
    ("question", "product"),
    [
        ("无人机操作员三级3个人一共多少钱", "3人共1890元（每人630元×3）"),
        ("我们12个人报航拍摄影员五级要交多少钱", "12人共2160元（每人180元×12）"),
        ("两名学员考无人机操作员五级多少钱", "2人共600元（每人300元×2）"),
    ],
)
def test_a_product_for_several_persons_is_shown_as_computed(talk, question, product):
    (answer,) = talk(question)
    assert product in answer.text


@pytest.mark.parametrize("question", ["无人机操作员三级1个人多少钱", "无人机操作员三级多少钱"])
def test_one_person_needs_no_product(talk, question):
    (answer,) = talk(question)
    assert "×" not in answer.text
    assert "合计630元" in answer.text


def test_a_difference_within_a_sentence_is_computed(talk):
    (answer,) = talk("助学金2025年比2024年多资助多少人")
    assert "相差25（按原文数字计算：120-95=25）" in answer.text


def test_a_difference_between_two_rows_is_computed(talk):
    (answer,) = talk("无人机操作员三级比四级的理论贵多少钱")
    assert "120" in answer.text
    assert "80" in answer.text


def test_a_list_is_told_under_its_heading(talk):
    (answer,) = talk("助学金要交哪些材料")
    assert answer.text.startswith("申领材料：")
    assert [x[:2] for x in answer.text.split("\n")[1:]] == ["1、", "2、", "3、", "4、"]


def test_an_item_is_told_under_the_words_that_govern_it(talk):
    (answer,) = talk("替考会怎么处理")
    assert answer.text.startswith("考生有下列行为之一的，取消全部科目成绩，3年内不得参加考核：由他人冒名顶替")
    assert {c.locator for c in answer.citations} == {"七/（三）/1", "七/（三）"}


def test_nothing_is_said_twice(talk):
    for question in (
        "助学金要交哪些材料",
        "助学金申请流程",
        "无人机考核要带什么材料",
        "无人机四级申报条件是什么",
    ):
        (answer,) = talk(question)
        bare = [line.lstrip("0123456789、．.（）一二三四五 ") for line in answer.text.split("\n")]
        assert len(set(bare)) == len(bare)
