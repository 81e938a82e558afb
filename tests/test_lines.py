import pytest

from corpus.tree.clauses import parse_clauses
from corpus.tree.lines import find_furniture, read_lines, squeeze


def furniture(text: str) -> list[str]:
    lines = read_lines(text)
    return [x.content for x in lines if x.number in find_furniture(lines)]


def test_offsets_are_those_of_the_stored_text() -> None:
    text = "甲\n　　乙丙 \n\n \t丁\t \n"
    assert all(text[x.start : x.end] == x.content for x in read_lines(text))
    assert [x.content for x in read_lines(text)] == ["甲", "乙丙", "", "\t丁\t", ""]


def test_reading_may_begin_below_the_front_matter() -> None:
    text = "---\n---\n正文\n"
    lines = read_lines(text, 8)
    assert [(x.number, x.content, x.start) for x in lines] == [(0, "正文", 8), (1, "", 11)]


@pytest.mark.parametrize("blank", ["", "   ", "\u3000\u3000", "\xa0", "\ufeff", "\t\t", "\x0c"])
def test_blank_lines(blank: str) -> None:
    assert read_lines(blank)[0].blank


@pytest.mark.parametrize(
    ("raw", "indented"),
    [("　　甲", True), ("  甲", True), ("\xa0\xa0甲", True), ("　甲", False), (" 甲", False)],
)
def test_indented(raw: str, indented: bool) -> None:
    assert read_lines(raw)[0].indented is indented


@pytest.mark.parametrize(
    "number",
    [
        "- 3 -",
        "— 12 —",
        "－5－",
        "第3页",
        "第 3 页",
        "3/10",
        "第2页共9页",
        "第 2 页 共 9 页",
        "第2页，共9页",
        "· 7 ·",
    ],
)
def test_page_numbers(number: str) -> None:
    assert furniture(f"窗口受理申请。\n{number}\n五日内办结。") == [number]


def test_a_number_alone_is_a_page_number_only_between_blank_lines() -> None:
    assert furniture("甲类\n\n12\n\n乙类") == ["12"]
    assert furniture("12") == ["12"]
    assert furniture("甲类\n12\n乙类") == []


@pytest.mark.parametrize(
    "text", ["3-5天", "第三页", "12345热线电话", "2024年", "3月", "10元", "12.5", "20000"]
)
def test_what_is_no_page_number(text: str) -> None:
    assert furniture(f"甲\n\n{text}\n\n乙") == []


def test_a_table_of_contents_ends_where_entries_end() -> None:
    text = "办法\n目　录\n一、总则……1\n\n（一）范围\t2\n二、受理.....12\n\n一、总则\n适用于窗口。"
    assert furniture(text) == ["目　录", "一、总则……1", "（一）范围\t2", "二、受理.....12"]


@pytest.mark.parametrize("word", ["目录", "目 次", "目錄", "Contents"])
def test_words_for_a_table_of_contents(word: str) -> None:
    assert furniture(f"{word}\n总则 1\n正文。") == [word, "总则 1"]


def test_an_agenda_slide_is_furniture_where_its_titles_stand_again() -> None:
    agenda = "一、对象\n二、标准\n三、程序\n"
    body = "一、对象\n在职人员。\n二、标准\n每月一次。\n三、程序\n网上申请。\n"
    assert furniture(agenda + body) == agenda.split()
    assert furniture("一、对象\n二、标准\n" + body[: body.index("三、")]) == []


def test_a_short_list_that_stands_once_is_no_agenda() -> None:
    assert furniture("1、身份证\n2、户口簿\n3、照片\n\n请带原件。") == []


def test_a_menu_is_furniture() -> None:
    menu = ["首页", "- 在线申请", "进度查询 >", "[办件公示]", "常见问题", "联系方式", "退出"]
    assert furniture("服务指南须知如下。\n" + "\n".join(menu) + "\n一、时间\n五日。") == menu
    assert furniture("服务指南须知如下。\n" + "\n".join(menu[:6]) + "\n一、时间\n五日。") == []


def test_numbered_lines_and_lines_with_figures_are_no_menu() -> None:
    assert furniture("\n".join(f"{n}、材料" for n in range(1, 9))) == []
    assert furniture("\n".join(f"窗口{n}" for n in range(1, 9))) == []


def test_a_running_line_is_kept_once() -> None:
    assert furniture("服务指南\n甲的内容。\n服务指南\n乙的内容。\n服务指南\n丙的内容。") == ["服务指南"] * 2


def test_two_times_is_not_running() -> None:
    assert furniture("服务指南\n甲的内容。\n服务指南\n乙的内容。") == []


def test_sentences_and_numbered_lines_that_repeat_are_no_running_lines() -> None:
    assert furniture("以原件为准。\n" * 4) == []
    assert furniture("1、原件\n甲。\n" * 4) == []


def test_a_row_with_bars_over_several_lines_is_one_line_of_the_same_length() -> None:
    text = "栏目 | 说明 |\n甲 | 第一行\n第二行 |\n乙 | 一行 |\n"
    lines = [x for x in read_lines(text) if not x.blank]
    assert [x.content for x in lines] == ["栏目 | 说明 |", "甲 | 第一行 第二行 |", "乙 | 一行 |"]
    assert [len(x.content) == x.end - x.start for x in lines] == [True] * 3
    assert [x.number for x in lines] == [0, 1, 2]


def test_a_bar_that_no_row_closes_joins_nothing() -> None:
    text = "甲 | 乙\n丙\n\n丁 |"
    assert [x.content for x in read_lines(text)] == ["甲 | 乙", "丙", "", "丁 |"]


@pytest.mark.parametrize(
    ("text", "letters"), [("一、总 则（试行）", "一总则试行"), ("A-1_b", "A1b"), ("。", "")]
)
def test_squeeze(text: str, letters: str) -> None:
    assert squeeze(text) == letters


PAPERS = ["身份证", "户口簿", "学历证书", "劳动合同", "收入证明", "银行卡", "近期照片", "承诺书"]


@pytest.mark.parametrize("above", ["申请材料：", "三、申请材料", "所需材料", "申请人须带"])
def test_a_list_of_words_is_no_menu(above: str) -> None:
    assert furniture("\n".join([above, *PAPERS, "以上材料须为原件。"])) == []


def test_a_list_of_centres_is_no_menu() -> None:
    assert furniture("受理地点：\n" + "\n".join(f"{x}中心" for x in "东西南北上下左右")) == []


def test_a_menu_below_a_lead_in_is_one_only_where_most_entries_lead_elsewhere() -> None:
    menu = ["首页", "在线申请", "进度查询", "联系我们", "登录", "注册", "网站地图"]
    assert furniture("快捷入口：\n" + "\n".join(menu)) == menu
    assert furniture("申请材料：\n" + "\n".join([*PAPERS, "进度查询"])) == []


def test_running_heads_beside_page_numbers_are_furniture_from_the_first_on() -> None:
    text = "受理须知\n申请人应当提交\n某某服务中心\n- 1 -\n全部材料。\n某某服务中心\n- 2 -\n某某服务中心\n"
    assert furniture(text) == ["某某服务中心", "- 1 -", "某某服务中心", "- 2 -", "某某服务中心"]


def test_lines_beside_page_numbers_that_differ_are_text() -> None:
    assert furniture("提交材料\n- 1 -\n领取结果\n- 2 -\n") == ["- 1 -", "- 2 -"]


def test_bars_alone_are_furniture() -> None:
    assert furniture("甲\n|\n | | \n乙") == ["|", "| |"]


def test_the_section_names_of_an_outline_go_with_its_titles() -> None:
    outline = "【概况】\n1.有多少人？\n2.在哪里？\n【招生】\n3.怎么报？\n【联系】\n"
    body = (
        "【概况】\n1.有多少人？\n三百。\n2.在哪里？\n城东。\n【招生】\n3.怎么报？\n上网。\n【联系】\n见网。"
    )
    assert furniture(outline + body) == outline.split()


@pytest.mark.parametrize(
    "line",
    [
        "打印本页",
        "关闭当前浏览窗口　 打印本页",
        "【打印】【关闭】",
        "浏览次数：1024",
        "字体：大 中 小",
        "上一篇：关于放假的通知",
        "第[2]页 |",
    ],
)
def test_what_a_page_offers_around_a_text_is_furniture(line: str) -> None:
    assert furniture(f"一、时间\n五日。\n\n{line}") == [line]


@pytest.mark.parametrize("line", ["打印准考证", "关闭窗口前请保存。", "返回列表后点“提交”", "分享人数不限"])
def test_a_line_that_says_more_than_a_page_offers_is_text(line: str) -> None:
    assert furniture(f"一、步骤\n{line}") == []


LISTED = """学堂招生须知

有下列情形之一的，不得报名：（一）未满十六周岁的；（二）在校学生；（三）三年内领过助学金的。

报名者应当符合以下条件：1.年满十六周岁；2.住在岸上。另需自备船具。
"""


def test_a_list_of_conditions_in_one_line_is_a_list() -> None:
    found = [c.locator for c in parse_clauses(LISTED)]
    assert [x.split("/")[-1] for x in found if "（" in x] == ["（一）", "（二）", "（三）"]


def test_a_list_in_one_line_with_more_behind_it_stays_whole() -> None:
    last = parse_clauses(LISTED)[-1]
    assert LISTED[last.spans[0].start : last.spans[-1].end].endswith("另需自备船具。")
