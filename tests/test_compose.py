"""Evidence to words: rows, totals, products, differences, lists."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.question import understand
from bot.figures.compose import add_list, add_row
from bot.figures.draft import Draft
from bot.speech.typos import TypoMender
from index.segmentation import Segmenter


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


@pytest.mark.parametrize(
    ("question", "sum_"),
    [
        ("无人机操作员三级和四级一共多少钱", "440+630=1070"),
        ("无人机操作员三级、四级、五级加起来多少钱", "300+440+630=1370"),
        ("我报无人机操作员五级，另外还有航拍摄影员五级，总费用多少", "300+180=480"),
        ("无人机操作员三级的理论费和航拍摄影员五级的理论费合计多少", "120+50=170"),
        ("无人机操作员和航拍摄影员的五级一共多少钱", "300+180=480"),
        ("三个人考无人机操作员三级，还有一个考四级，一共多少钱", "630×3+440=2330"),
        ("我跟两个同事考无人机操作员三级，另外一个同事考四级，一共多少钱", "630×3+440=2330"),
        ("两个人考无人机操作员三级，一个人考航拍摄影员五级，总额多少", "630×2+180=1440"),
    ],
)
def test_only_the_rows_that_are_named_are_added_up(talk, question, sum_):
    (answer,) = talk(question)
    assert sum_ in answer.text


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


@pytest.fixture
def listed():
    """The heading of a list of one item, as evidence."""
    from bot.finding.evidence import Evidence
    from corpus.notice import Notice
    from corpus.tree.clauses import parse_clauses
    from index.passages import Passage

    def listed(item: str) -> Evidence:
        text = f"一、领取办法\n\n{item}\n"
        notice = Notice("n", "", "", text, parse_clauses(text, 0, False), "n.txt")
        passage = Passage("n", 0, 0, notice.clauses[0].span, notice.clause_text(0), "")
        return Evidence(passage, notice, 1.0, 1.0, True, 0.0)

    return listed


def test_a_heading_whose_list_was_told_adds_neither_line_nor_citation(listed):
    draft, item = Draft(["证书由本人到窗口领取，也可以邮寄。"]), "证书由本人到窗口领取，也可以邮寄。"
    assert not add_list(draft, listed(item))
    assert (draft.lines, draft.citations) == ([item], [])


def test_a_heading_is_told_where_nothing_else_is(listed):
    draft = Draft()
    assert add_list(draft, listed("长" * 600 + "。"))
    assert draft.lines == ["领取办法："]


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        ([("数量", "/"), ("说明", "凭证领取")], "地区甲区：说明凭证领取"),
        ([("数量", "/")], "甲区：数量栏是“/”，没有填数"),
    ],
)
def test_a_blank_cell_is_told_only_where_nothing_else_is(make_notice, cells, line):
    from bot.figures.rows import RowMatch
    from corpus.notice import Cell, Span

    key = Cell("地区", "甲区", Span(0, 2))
    row = (key, *(Cell(header, text, Span(0, 1)) for header, text in cells))
    notice = make_notice("n", "", [("paragraph", "甲区", -1)])
    draft = Draft()
    question = understand("甲区怎么样", date(2025, 4, 10), TypoMender({}, (), Segmenter()))
    assert add_row(draft, question, notice, RowMatch(0, row, (key,), 1.0))
    assert draft.lines == [line]
