import pytest

from corpus.tree.blocks import Block, read_blocks


def texts(text: str, markdown: bool = False, title: str = "") -> list[str]:
    return [b.text for b in read_blocks(text, 0, markdown, title)]


LONG = "本办法适用于本市各区县设立的服务窗口以及街道和社区设立的代办点，"  # 33 characters, no end mark


def test_a_wrapped_line_is_joined() -> None:
    assert texts(f"{LONG}\n不包括自助终端。\n另行通知。") == [f"{LONG}不包括自助终端。", "另行通知。"]


def test_a_wrapped_line_is_joined_across_a_page_number() -> None:
    blocks = read_blocks(f"{LONG}\n\n- 2 -\n\n不包括自助终端。", 0, False)
    assert [b.text for b in blocks] == [f"{LONG}不包括自助终端。"]
    assert len(blocks[0].spans) == 2


def test_a_wrapped_item_is_joined_and_the_next_mark_begins_anew() -> None:
    text = f"1、{LONG}\n不包括自助终端；\n2、流动窗口。"
    assert texts(text) == [f"1、{LONG}不包括自助终端；", "2、流动窗口。"]


@pytest.mark.parametrize("turned", ["但流动窗口除外。", "否则不予受理。"])
def test_what_turns_from_an_item_belongs_to_it(turned: str) -> None:
    assert texts(f"1、满2年的，可以设立。\n{turned}\n2、代办点。") == [
        f"1、满2年的，可以设立。{turned}",
        "2、代办点。",
    ]


def test_a_clause_with_a_list_of_its_own_turns_from_nothing() -> None:
    assert texts("窗口可以设立。\n但书条款：\n1、代办点。")[:2] == ["窗口可以设立。", "但书条款："]


@pytest.mark.parametrize("mark", "。！？；：…")
def test_a_line_with_an_end_mark_ends_its_paragraph(mark: str) -> None:
    first = LONG[:-1] + mark
    assert texts(f"{first}\n自助终端另行规定。") == [first, "自助终端另行规定。"]


def test_a_closing_bracket_after_the_full_stop_ends_it_too() -> None:
    assert texts(f"{LONG[:-1]}。）\n\n自助终端另行规定。") == [f"{LONG[:-1]}。）", "自助终端另行规定。"]


def test_a_line_that_ends_in_the_number_of_its_key_is_finished() -> None:
    account = "开户行及账号：某某商业银行城东支行营业大厅 62220000123456789"
    assert texts(f"{account}\n\n缴纳后请保存凭证。") == [account, "缴纳后请保存凭证。"]


PARAGRAPHS = [f"{LONG}每天九点开门。" + "自助终端全天可用，" * 6 + "节假日照常。"] * 3


def test_entries_of_a_list_without_stops_stand_alone_where_the_page_is_wider() -> None:
    entries = [
        "标准储物柜102个，每月租金15元",
        "加长储物柜10个，每月租金18元，锁具自备",
        "双人储物柜6个，每月租金25元",
    ]
    assert texts("\n".join([*PARAGRAPHS, *entries])) == [*PARAGRAPHS, *entries]
    narrow = ["标准储物柜共有102个，按每月租金15元", "收取，满6个月的打九折。"]
    assert texts("\n".join(narrow)) == ["".join(narrow)]


def test_an_entry_may_begin_with_a_figure_and_a_bracket_belongs_to_the_one_above() -> None:
    entries = ["单人柜每月租金26元(限本楼住户使用,一户一个)", "60岁以上的住户凭身份证享受七折,即18元。"]
    assert texts("\n".join([*PARAGRAPHS, *entries])) == [*PARAGRAPHS, *entries]
    hours = ["储物柜监督电话：02155501234", "（工作日9:00—11:00）；"]
    assert texts("\n".join([*PARAGRAPHS, *hours])) == [*PARAGRAPHS, "".join(hours)]


def test_a_line_below_the_number_of_a_key_is_another_entry() -> None:
    entries = ["柜台事务（服务中心，工作日8:30—17:00）：5550 0147", "投诉事务（监督小组）：5550 0162"]
    assert texts("\n".join(entries)) == entries


def test_a_line_that_begins_with_a_stop_belongs_to_the_one_above() -> None:
    assert texts("受理时间为工作日\n；节假日不办理") == ["受理时间为工作日；节假日不办理"]


def test_short_lines_stand_alone() -> None:
    assert texts("服务窗口\n一号厅\n二号厅") == ["服务窗口", "一号厅", "二号厅"]


def test_keyed_lines_stand_alone() -> None:
    text = "户名：某服务部\n开户行：某银行城东支行营业部大楼一层业务柜台\n账号：62220000\n备注：无"
    assert texts(text) == text.split("\n")


def test_indented_lines_begin_a_paragraph() -> None:
    assert texts(f"　　{LONG[:-1]}\n　　{LONG[:-1]}") == [
        LONG[:-1] * 2
    ]  # an unfinished line goes on all the same
    assert texts("　　第一段写到这里为止\n续行\n　　第二段另起") == [
        "第一段写到这里为止",
        "续行",
        "第二段另起",
    ]
    assert texts("大厅受理\n　　网上受理") == ["大厅受理", "网上受理"]


def test_brackets_of_a_title_begin_anew() -> None:
    assert texts(f"{LONG[:-1]}\n【提示】请带原件") == [LONG[:-1], "【提示】请带原件"]


def test_the_line_that_ends_the_title_is_not_continued() -> None:
    title = "关于在全市范围内统一设置便民服务窗口有关事项的通知"
    text = f"{title}\n\n各区县服务大厅管理部门"
    assert texts(text, title=title) == [title, "各区县服务大厅管理部门"]
    assert texts(text) == [title + "各区县服务大厅管理部门"]


def test_markdown_paragraphs_end_at_a_blank_line_only() -> None:
    assert texts("短行\n续行。\n再续\n\n另段", markdown=True) == ["短行续行。再续", "另段"]


def test_markdown_headings_are_single_lines() -> None:
    blocks = read_blocks("## 受理\n时间\n### 一、地点\n大厅", 0, True)
    assert [(b.level, b.text) for b in blocks] == [
        (2, "## 受理"),
        (0, "时间"),
        (3, "### 一、地点"),
        (0, "大厅"),
    ]
    assert [b.spans[0].start for b in blocks] == [3, 6, 13, 18]  # below the heading signs


def test_spans_leave_out_a_bullet_before_the_mark() -> None:
    (block,) = read_blocks("- 1、原件", 0, True)
    assert [(s.start, s.end) for s in block.spans] == [(2, 6)]


def test_each_dash_of_a_list_begins_an_item() -> None:
    assert texts("- 对象：本市居民\n- 费用：不收费\n续行", markdown=True) == [
        "- 对象：本市居民",
        "- 费用：不收费续行",
    ]
    assert texts("- 对象：本市居民\n- 费用：不收费") == ["- 对象：本市居民", "- 费用：不收费"]


def test_spans_leave_out_the_signs_of_a_quotation() -> None:
    (block,) = read_blocks("> 金额为税前", 0, True)
    assert [(s.start, s.end) for s in block.spans] == [(2, 7)]


def test_items_without_stops_end_at_a_blank_line() -> None:
    long = "（二）已经享受过其他形式的同类补贴并且没有退还的申请人员及其家庭"
    assert texts(f"（一）已经入住\n{long}\n\n城镇家庭补贴") == ["（一）已经入住", long, "城镇家庭补贴"]
    assert texts(f"（一）已经入住；\n{long}\n\n成员。") == ["（一）已经入住；", f"{long}成员。"]


def test_rows_between_paragraphs_are_a_table() -> None:
    blocks = read_blocks("见下表\n项目\t金额\n甲\t1\n乙\t2\n以上为准。", 0, False)
    assert [b.table is not None for b in blocks] == [False, True, False]


def test_one_row_is_no_table() -> None:
    assert [b.table for b in read_blocks("窗口\t电话\n\n正文。", 0, False)] == [None, None]


def test_a_table_reads_through_a_single_blank_line() -> None:
    assert len(read_blocks("甲\t1\n\n乙\t2", 0, False)) == 1
    assert len(read_blocks("甲\t1\n丙\t3\n\n\n\n乙\t2\n丁\t4", 0, False)) == 2


FOOTED = (
    "参加测试的人员应当遵守考场规定{0}，违反考场规定并且不听工作人员劝阻的，\n"
    "{0}指现场公布的各项。\n按有关办法处理。\n"
)


@pytest.mark.parametrize("mark", ["①", "^①"])
def test_a_footnote_does_not_end_the_paragraph_that_it_interrupts(mark: str) -> None:
    blocks = read_blocks(FOOTED.format(mark), 0, False)
    assert [b.aside for b in blocks] == [False, True]
    assert blocks[0].text.endswith("劝阻的，按有关办法处理。")
    assert blocks[1].marker is not None
    assert (blocks[1].marker.style, blocks[1].marker.label) == ("footnote", "脚注①")


def test_a_footnote_that_wraps_is_read_to_its_end_first() -> None:
    note = "①指考试机构在考场入口处公布并且由工作人员当场宣读的各项规定以及\n补充说明。"
    text = FOOTED.format("①").replace("①指现场公布的各项。", note)
    blocks = read_blocks(text, 0, False)
    assert [b.text[-9:] for b in blocks] == ["，按有关办法处理。", "规定以及补充说明。"]


def test_a_footnote_after_a_finished_clause_ends_it() -> None:
    blocks = read_blocks("本科①以上。\n①含在读。\n另行通知。", 0, False)
    assert [(b.text, b.aside) for b in blocks] == [
        ("本科①以上。", False),
        ("①含在读。", False),
        ("另行通知。", False),
    ]


def test_circled_numbers_that_nothing_refers_to_are_a_list() -> None:
    blocks = read_blocks("材料：\n①原件；\n②复印件。", 0, False)
    assert [b.marker.style for b in blocks if b.marker] == ["circled", "circled"]


FORM = "用黑色笔填写，字迹应当清楚，不得涂改，照片应当是近期免冠照片，背景为白色，共两张。"


def annexes(text: str) -> list[str]:
    return [b.text for b in read_blocks(text, 0, False) if b.marker and b.marker.style == "annex"]


def test_only_the_last_place_of_an_annex_opens_it() -> None:
    assert annexes(f"附件1：申请表\n附件2：承诺书\n\n附件1 申请表\n{FORM}\n附件2 承诺书\n{FORM}") == [
        "附件1 申请表",
        "附件2 承诺书",
    ]


def test_a_list_of_annexes_at_the_end_opens_none() -> None:
    assert annexes("正文。\n附件1：申请表\n附件2：承诺书") == []
    assert annexes(f"附件1：申请表.docx\n{FORM}") == []


def test_a_numbered_list_of_annexes_opens_none() -> None:
    text = f"附件：1. 申请表\n　　　2. 承诺书\n\n附件1\n申请表\n{FORM}\n附件2\n承诺书\n{FORM}"
    assert annexes(text) == ["附件1", "附件2"]
    assert [b.marker.label for b in read_blocks(text, 0, False) if b.marker] == ["附件1", "附件2"]


def test_block_unfinished() -> None:
    assert [b.unfinished for b in read_blocks(LONG[:-1], 0, False)] == [True]
    assert [b.unfinished for b in read_blocks(f"# {LONG[:-1]}", 0, True)] == [False]
    assert not Block(read_blocks("短行", 0, False)[0].lines).unfinished


def test_the_title_is_not_joined_to_a_banner_above_it() -> None:
    banner = "客服热线：400-555-0199 扫码关注我们"
    found = read_blocks(f"{banner}\n某某事项办理通知\n一、时间\n五日。\n", 0, False, "某某事项办理通知")
    assert [b.text for b in found][:2] == [banner, "某某事项办理通知"]


def test_a_long_line_that_ends_in_the_number_of_its_key_is_finished() -> None:
    first = "桂花市第一少年宫报名组和场地管理组的联系电话：01000001"
    assert len(first) > 25
    assert texts(f"{first}\n\n第二少年宫报名组联系电话：01000002") == [
        first,
        "第二少年宫报名组联系电话：01000002",
    ]


def test_what_a_page_prints_of_itself_is_no_part_of_the_text_below() -> None:
    own = "发布时间：2025-08-11 18:04:59 来源：桂花市少年宫"
    assert texts(f"{own}\n\n现将报名事项公告如下。") == [own, "现将报名事项公告如下。"]


@pytest.mark.parametrize(("line", "whole"), [("本轮抽签将于", True), ("抽签办法", False)])
def test_a_line_that_leads_on_to_the_next_is_one_with_it(line, whole):
    assert (len(texts(f"{line}\n1月6日至8日举行")) == 1) == whole
