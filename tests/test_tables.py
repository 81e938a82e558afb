import pytest

from corpus.notice import Cell, collapse
from corpus.tree.clauses import parse_clauses
from corpus.tree.lines import read_lines
from corpus.tree.tables import Table, is_row, read_table

Row = list[tuple[str, str]]


def table(text: str) -> Table:
    return read_table([x for x in read_lines(text) if not x.blank])


def rows(text: str) -> list[Row]:
    return [[(c.header, c.text) for c in r.cells] for r in table(text).rows]


@pytest.mark.parametrize("line", ["甲\t乙", "\t乙", "| 甲 | 乙 |", "| 甲 | 乙", "甲 | 乙 |", "|甲|乙|"])
def test_a_row(line: str) -> None:
    assert is_row(line)


@pytest.mark.parametrize("line", ["甲 乙", "甲 | 乙", "甲|乙|丙", "|甲", "", "甲、乙"])
def test_no_row(line: str) -> None:
    assert not is_row(line)


FEES = [
    [("等级", "一级"), ("项目", "笔试"), ("金额（元）", "100")],
    [("等级", "一级"), ("项目", "面试"), ("金额（元）", "1,200")],
    [("等级", "二级"), ("项目", "笔试"), ("金额（元）", "80")],
]
TABBED = "等级\t项目\t金额（元）\n一级\t笔试\t100\n\t面试\t1,200\n二级\t笔试\t80\n"
PIPED = (
    "| 等级 | 项目 | 金额（元） |\n|:---|---|---:|\n| 一级 | 笔试 | 100 |\n"
    "| | 面试 | 1,200 |\n| 二级 | 笔试 | 80 |\n"
)


@pytest.mark.parametrize("text", [TABBED, PIPED, PIPED.replace("| ", "|").replace(" |", "|")])
def test_a_blank_on_the_left_means_the_same_as_above(text: str) -> None:
    assert rows(text) == FEES
    inherited = [c for r in table(text).rows for c in r.cells if c.inherited]
    assert [(c.text, text[c.span.start : c.span.end]) for c in inherited] == [("一级", "一级")]
    assert inherited[0].span.start == text.index("一级")


@pytest.mark.parametrize("text", [TABBED, PIPED])
def test_every_cell_stands_where_its_span_says(text: str) -> None:
    cells = [c for r in table(text).rows for c in r.cells]
    assert [collapse(text[c.span.start : c.span.end]) for c in cells] == [c.text for c in cells]


def test_a_blank_on_the_right_means_nothing() -> None:
    assert rows("项目\t说明\t备注\n甲\t子\t丙\n乙\t丑\t\n丁\t寅\t\n")[1:] == [
        [("项目", "乙"), ("说明", "丑")],
        [("项目", "丁"), ("说明", "寅")],
    ]


def test_a_blank_beside_a_serial_number_means_the_same_as_above() -> None:
    found = rows("序号\t等级\t项目\n1\t一级\t笔试\n2\t\t面试\n3\t\t答辩\n")
    assert found[2] == [("序号", "3"), ("等级", "一级"), ("项目", "答辩")]


def test_a_blank_amount_is_not_the_one_above() -> None:
    found = rows("项目\t报名费\t考务费\n甲\t10\t20\n乙\t\t30\n丙\t15\t40\n")
    assert found[1] == [("项目", "乙"), ("考务费", "30")]


def test_two_header_levels_are_joined() -> None:
    text = "地区\t企业\t\t产品\n\t当月\t累计\t当月\n甲区\t1\t2\t3\n乙区\t4\t5\t6\n"
    headers = [c.header for c in table(text).rows[0].cells]
    assert headers == ["地区", "企业 当月", "企业 累计", "产品 当月"]
    assert [text[s.start : s.end] for s in table(text).header] == ["地区\t企业\t\t产品", "\t当月\t累计\t当月"]


def test_figures_below_a_header_with_blanks_are_no_second_header() -> None:
    assert len(table("项目\t\t合计\n\t12\t30\n乙\t4\t5\n").header) == 1


@pytest.mark.parametrize("caption", ["收费标准", "收费标准（单位：元）\t\t", "| 收费标准 | | |"])
def test_a_lone_cell_above_the_header_is_a_caption(caption: str) -> None:
    pipe = caption.startswith("|")
    body = "| 等级 | 项目 | 金额 |\n| 一级 | 笔试 | 100 |" if pipe else "等级\t项目\t金额\n一级\t笔试\t100"
    text = f"{caption if pipe or chr(9) in caption else caption + chr(9)}\n{body}"
    found = table(text)
    assert len(found.caption) == 1
    assert "收费标准" in text[found.caption[0].start : found.caption[0].end]
    assert [[c.text for c in r.cells] for r in found.rows] == [["一级", "笔试", "100"]]


def test_a_form_names_its_cells_by_the_first_column() -> None:
    text = "单位名称：\t某服务部\n经办窗口:\t三号\n电话：\t\n"
    assert rows(text) == [[("单位名称", "某服务部")], [("经办窗口", "三号")], [("", "电话：")]]
    assert table(text).header == ()


def test_a_cell_that_wraps_over_a_page_is_joined() -> None:
    text = "序号\t内容\t要求\n1\t申请表\t填写完整\n\t\t并加盖公章\n2\t照片\t两张\n"
    assert [c.text for c in table(text).rows[0].cells] == ["1", "申请表", "填写完整并加盖公章"]
    assert len(table(text).rows[0].spans) == 2
    assert len(table(text).rows) == 2


def test_ragged_rows() -> None:
    assert rows("甲\t乙\t丙\n1\t2\n3\t4\t5\t6\n") == [
        [("甲", "1"), ("乙", "2")],
        [("甲", "3"), ("乙", "4"), ("丙", "5"), ("", "6")],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "┌──┬──┐\n│等级│金额│\n├──┼──┤\n│一级│100│\n│二级│80│\n└──┴──┘\n",
        "+------+------+\n| 等级 | 金额 |\n+======+======+\n| 一级 | 100 |\n| 二级 | 80 |\n+------+------+\n",
    ],
)
def test_tables_drawn_with_boxes(text: str) -> None:
    assert rows(text) == [[("等级", "一级"), ("金额", "100")], [("等级", "二级"), ("金额", "80")]]
    cells = [c for r in table(text).rows for c in r.cells]
    assert [text[c.span.start : c.span.end] for c in cells] == ["一级", "100", "二级", "80"]


def test_rows_without_text_are_no_rows() -> None:
    assert rows("甲\t乙\n\t\n1\t2\n") == [[("甲", "1"), ("乙", "2")]]


def test_white_space_inside_a_cell_is_collapsed() -> None:
    assert rows("项 目\t金额\n笔　试\t1 200\n") == [[("项目", "笔试"), ("金额", "1 200")]]


def test_a_table_of_rules_only_is_empty() -> None:
    assert read_table(read_lines("| --- | --- |\n| --- | --- |")[:2]).rows == ()


def test_no_lines_no_rows() -> None:
    assert read_table([]) == Table((), (), ())


def test_cells_are_frozen() -> None:
    assert isinstance(table(TABBED).rows[0].cells[0], Cell)
    with pytest.raises(AttributeError):
        table(TABBED).rows[0].cells[0].text = "改"  # type: ignore[misc]


@pytest.mark.parametrize("mark", [" | ", "   ", "　", " ｜ ", " │ "])
def test_columns_without_outer_bars(mark: str) -> None:
    rows = [("项目", "次数", "费用（元）"), ("健身", "10次", "200"), ("瑜伽", "12次", "260-300")]
    text = "一、收费\n" + "\n".join(mark.join(r) for r in rows) + "\n费用须预交。\n"
    found = [c for c in parse_clauses(text) if c.cells]
    assert [[(x.header, x.text) for x in c.cells] for c in found] == [
        [("项目", "健身"), ("次数", "10次"), ("费用（元）", "200")],
        [("项目", "瑜伽"), ("次数", "12次"), ("费用（元）", "260-300")],
    ]
    assert all(text[x.span.start : x.span.end] == x.text for c in found for x in c.cells)
    assert [c.locator for c in parse_clauses(text)] == ["一", "一/表1", "一/表1/行1", "一/表1/行2", "一/段1"]


@pytest.mark.parametrize(
    "text",
    [
        "首页 | 新闻\n首页 | 通知\n",
        "甲　乙。\n丙　丁。\n戊　己。\n",
        "某某  中心\n2031年  3月\n",
        "3  次  甲\n4  次  乙\n",
        "1、甲 | 乙 | 丙\n2、丁 | 戊 | 己\n",
    ],
)
def test_lines_with_gaps_that_are_no_table(text: str) -> None:
    assert not any(c.cells for c in parse_clauses(text))


def test_days_and_what_is_on_them_need_no_header() -> None:
    text = "3月1日　网上报名\n3月5日至8日　现场核验\n4月2日　发放通知\n"
    found = [c for c in parse_clauses(text) if c.cells]
    assert [[(x.header, x.text) for x in c.cells] for c in found] == [
        [("3月1日", "网上报名")],
        [("3月5日至8日", "现场核验")],
        [("4月2日", "发放通知")],
    ]


WRAPPED = "单位\t编号\t联系\n甲站\t01\t电话：0999-\n\t\t5550155\n乙站\t02\t电话：0999-5550156\n"


def test_a_cell_that_goes_on_below_is_whole() -> None:
    row = next(c for c in parse_clauses(WRAPPED) if c.cells)
    cell = row.cells[2]
    assert cell.text == "电话：0999-5550155"
    assert "".join(WRAPPED[cell.span.start : cell.span.end].split()) == cell.text


def test_a_cell_that_goes_on_below_another_keeps_its_first_line() -> None:
    text = "单位\t编号\t联系\n第一服务\t01\t柜台\n\t02\t\n"
    row = next(c for c in parse_clauses(text) if c.cells)
    assert [text[x.span.start : x.span.end] for x in row.cells] == ["第一服务", "01", "柜台"]


def test_entries_in_pairs_are_a_form() -> None:
    found = table(
        "事项名称\t占道许可\t办件类型\t承诺件\n法定时限\t20个工作日\t承诺时限\t5个工作日\n咨询电话\t0900-3308262\t\t"
    )
    assert [[(c.header, c.text) for c in r.cells] for r in found.rows] == [
        [("事项名称", "占道许可"), ("办件类型", "承诺件")],
        [("法定时限", "20个工作日"), ("承诺时限", "5个工作日")],
        [("咨询电话", "0900-3308262")],
    ]


def test_a_table_of_names_is_no_form() -> None:
    found = table("姓名\t部门\t职务\t电话\n甲\t办公室\t主任\t3308262\n乙\t财务科\t科员\t3308263")
    assert [c.header for c in found.rows[0].cells] == ["姓名", "部门", "职务", "电话"]


def test_a_head_of_item_and_content_makes_each_entry_a_header() -> None:
    found = table("项目\t内容\n开放对象\t本市居民\n最多人数\t20人")
    assert [(c.header, c.text) for r in found.rows for c in r.cells] == [
        ("开放对象", "本市居民"),
        ("最多人数", "20人"),
    ]


def test_cells_aligned_by_eye_stand_below_their_headers() -> None:
    found = table("面积\t\t\t每亩补贴\n50亩以上\t\t60元\n不足50亩\t40元")
    assert [[(c.header, c.text) for c in r.cells] for r in found.rows] == [
        [("面积", "50亩以上"), ("每亩补贴", "60元")],
        [("面积", "不足50亩"), ("每亩补贴", "40元")],
    ]


def test_the_head_of_a_form_is_no_entry() -> None:
    found = table("项目信息\t所示内容（示例）\n项目编号\tPX-7\n申报期限\t3月1日至9日\n联系电话\t3308262")
    assert len(found.header) == 1
    assert [c.header for r in found.rows for c in r.cells] == ["项目编号", "申报期限", "联系电话"]
