import pytest

from corpus.notice import Notice
from corpus.tree.clauses import parse_clauses
from corpus.values.leads import governing_clause


def governing(text: str, words: str, markdown: bool = False) -> str | None:
    """The words of the clause that governs the one that begins with `words`."""
    text = text.replace("\n", "\n\n")
    notice = Notice("n", "", "", text, parse_clauses(text, 0, markdown), "n.txt")
    index = next(i for i in range(len(notice.clauses)) if notice.clause_text(i).startswith(words))
    lead = governing_clause(notice, index)
    return None if lead is None else notice.clause_text(lead)


both = pytest.mark.parametrize("markdown", [False, True])  # in plain text a short lead-in is a heading


@both
@pytest.mark.parametrize(
    "lead",
    [
        "有下列情形之一的，不予受理：",
        "申请材料包括以下各项：",
        "办理时应当提交下列材料：",
        "符合以下情形之一的：",
        "下列人员可以申请：",
        "在窗口办理的人员应当按照规定提交下列材料的原件以及加盖公章的复印件：",
    ],
)
def test_the_words_above_a_list_govern_its_items(lead: str, markdown: bool) -> None:
    text = f"一、说明\n{lead}\n1、甲项；\n2、乙项。\n"
    assert governing(text, "1、", markdown) == lead
    assert governing(text, "2、", markdown) == lead


@both
def test_the_item_above_governs_its_parts(markdown: bool) -> None:
    text = "一、有下列情形之一的，不予受理：\n1、材料不齐；\n2、逾期提交。\n"
    assert governing(text, "2、", markdown) == "一、有下列情形之一的，不予受理："


@both
def test_a_plain_heading_governs_nothing(markdown: bool) -> None:
    assert governing("一、材料\n1、证件；\n2、照片。\n", "1、", markdown) is None


@both
def test_a_sentence_that_is_finished_governs_nothing(markdown: bool) -> None:
    assert governing("一、材料\n材料均交窗口。\n1、证件；\n2、照片。\n", "1、", markdown) is None


@both
def test_words_below_the_list_do_not_govern_it(markdown: bool) -> None:
    assert governing("一、材料\n1、证件；\n2、照片。\n以下材料另行通知：\n", "1、", markdown) is None


@both
def test_each_list_has_its_own_lead_in(markdown: bool) -> None:
    text = "一、说明\n个人应当提交下列材料：\n1、证件。\n单位应当提交下列材料：\n1、执照。\n"
    assert governing(text, "1、证件", markdown) == "个人应当提交下列材料："
    assert governing(text, "1、执照", markdown) == "单位应当提交下列材料："


def test_a_paragraph_beside_a_lead_in_is_not_governed() -> None:
    assert governing("一、说明\n办理要求如下：\n窗口受理。\n", "窗口", markdown=True) is None


def test_an_item_that_opens_a_list_of_its_own_does_not_end_the_list() -> None:
    inner = "2、同时具备下列条件：\n（1）乙项；\n（2）丙项。\n"
    text = f"一、说明\n具备以下条件之一的，可以申请：\n1、甲项；\n{inner}3、丁项。\n"
    assert governing(text, "3、") == "具备以下条件之一的，可以申请："
    assert governing(text, "（2）") == "2、同时具备下列条件："


@both
@pytest.mark.parametrize(
    "announcement",
    ["为规范管理，根据有关规定，现将参加人员须知告知如下：", "现将有关事项通知如下：", "各项安排公告如下："],
)
def test_what_announces_the_whole_governs_no_item(announcement: str, markdown: bool) -> None:
    text = f"附件一\n{announcement}\n一、参加人员须如实填写。\n二、逾期不予受理。\n"
    assert governing(text, "一、", markdown) is None
