import pytest

from corpus.values.numbering import Marker, read_dash, read_marker


@pytest.mark.parametrize(
    ("line", "style", "label", "mark"),
    [
        ("一、总则", "cn_comma", "一", "一、"),
        ("十二、附则", "cn_comma", "十二", "十二、"),
        ("6.2025年度名单公布", "num", "6", "6."),
        ("二．办理时间", "cn_comma", "二", "二．"),
        ("三 、办理地点", "cn_comma", "三", "三 、"),
        ("（一）受理范围", "cn_paren", "（一）", "（一）"),
        ("(一)受理范围", "cn_paren", "（一）", "(一)"),
        ("（十一）、其他", "cn_paren", "（十一）", "（十一）、"),
        ("1、身份证复印件", "num", "1", "1、"),
        ("1. 身份证复印件", "num", "1", "1."),
        ("1．身份证复印件", "num", "1", "1．"),
        ("１、身份证复印件", "num", "1", "１、"),
        ("１２．身份证复印件", "num", "12", "１２．"),
        ("3.请带原件", "num", "3", "3."),
        ("（1）原件", "num_paren", "（1）", "（1）"),
        ("(12)原件", "num_paren", "（12）", "(12)"),
        ("1）原件", "num_rparen", "1）", "1）"),
        ("⒊身体条件", "num", "3", "⒊"),
        ("⑵原件", "num_paren", "（2）", "⑵"),
        ("▣青年", "bullet", "▣", "▣"),
        ("A、具有经历", "alpha", "A", "A、"),
        ("2)原件", "num_rparen", "2）", "2)"),
        ("①原件", "circled", "①", "①"),
        ("⑫原件", "circled", "⑫", "⑫"),
        ("1.1 范围", "decimal", "1.1", "1.1"),
        ("1.1.1 术语", "decimal", "1.1.1", "1.1.1"),
        ("2.10总则", "decimal", "2.10", "2.10"),
        ("2．1 总则", "decimal", "2.1", "2．1"),
        ("第一章 总则", "part", "第一章", "第一章"),
        ("第二编　分则", "part", "第二编", "第二编"),
        ("第三部分 材料", "part", "第三部分", "第三部分"),
        ("第四节：评审", "part", "第四节", "第四节："),
        ("第一条 为了规范窗口服务，制定本办法。", "chapter", "第一条", "第一条"),
        ("第十二条　本办法自印发之日起施行。", "chapter", "第十二条", "第十二条"),
        ("第100条 附则", "chapter", "第100条", "第100条"),
        ("附件1：申请表", "annex", "附件1", "附件1："),
        ("附件 2", "annex", "附件2", "附件 2"),
        ("附 件 三 材料清单", "annex", "附件三", "附 件 三"),
        ("附件：申请表", "annex", "附件", "附件："),
        ("附件", "annex", "附件", "附件"),
        ("壹、背景", "banker", "壹", "壹、"),
        ("甲、定义", "heavenly", "甲", "甲、"),
        ("（a）户籍在本市", "alpha", "（a）", "（a）"),
        ("b) 持有居住证", "alpha", "b", "b)"),
        ("●窗口地址", "bullet", "●", "●"),
        ("■ 窗口地址", "bullet", "■", "■"),
        ("※ 窗口地址", "bullet", "※", "※"),
        ("问：怎么领取？", "ask", "问", "问："),
        ("问3：怎么领取？", "ask", "问", "问3："),
        ("Q1：怎么领取？", "ask", "问", "Q1："),
        ("答：到窗口领取。", "reply", "答", "答："),
        ("A1: 到窗口领取。", "reply", "答", "A1:"),
        ("第一步：注册", "step", "第一步", "第一步："),
        ("第2步骤、填表", "step", "第2步骤", "第2步骤、"),
        ("第三阶段：公示", "step", "第三阶段", "第三阶段："),
    ],
)
def test_mark(line: str, style: str, label: str, mark: str) -> None:
    assert read_marker(line) == Marker(style, label, mark)


@pytest.mark.parametrize(
    "line",
    [
        "2021年第一批补贴名单公布如下",
        "2.5万元以下的补贴由窗口审批",
        "2.5 万元以下的补贴由窗口审批",
        "3.5倍以内",
        "1.4亿元",
        "0.5个百分点",
        "2.5公里以内的站点",
        "7.5学时",
        "附件1、附件2所列材料",
        "1月14日下午",
        "1 月14日下午",
        "一二三级均可报名",
        "一次性补贴",
        "三年以上",
        "十名",
        "（含本数）",
        "（2024）12号",
        "(试行)",
        "第一次报名的人员",
        "第三方机构",
        "第二批人员名单",
        "附件所列材料",
        "附件1所列材料需加盖公章",
        "附件1、2所列材料",
        "甲方应当",
        "甲、乙双方签字",
        "一、二、三号窗口均可办理",
        "1、2、3号窗口均可办理",
        "甲类药品",
        "答复时限",
        "问题解答",
        "3个工作日",
        "30%",
        "3-5天",
        "10:30开始",
        "2024.08.23",
        "2024.8.23公布",
        "400-1234567",
        "1,500元",
        "12345热线",
        "",
        "-",
        "#",
    ],
)
def test_what_looks_like_a_mark_and_is_none(line: str) -> None:
    assert read_marker(line) is None


@pytest.mark.parametrize(
    ("line", "lead", "label"),
    [
        ("- 一、总则", 2, "一"),
        ("## 一、总则", 3, "一"),
        ("### （二）范围", 4, "（二）"),
        ("* 1. 材料", 2, "1"),
        ("- ### 3、材料", 6, "3"),
    ],
)
def test_signs_of_markdown_come_before_the_mark(line: str, lead: int, label: str) -> None:
    mark = read_marker(line)
    assert mark is not None
    assert (mark.lead, mark.label) == (lead, label)
    assert line[mark.lead :].startswith(mark.text)


def test_a_number_sign_without_a_blank_is_no_heading() -> None:
    assert read_marker("#一、总则") is None


@pytest.mark.parametrize("line", ["- 受理时间", "* 受理时间", "+ Open hours", "- **费用**：不收费"])
def test_a_dash_before_words_begins_an_item(line: str) -> None:
    mark = read_dash(line)
    assert mark is not None
    assert (mark.style, mark.label, mark.text) == ("bullet", "•", line[0])


@pytest.mark.parametrize("line", ["- 5 -", "-受理", "- 3月1日", "— 受理", "* * *"])
def test_a_dash_before_figures_or_without_a_blank_is_none(line: str) -> None:
    assert read_dash(line) is None


def test_in_markdown_figures_are_items_too() -> None:
    mark = read_dash("- 3月1日", markdown=True)
    assert mark is not None
    assert mark.text == "-"
    assert read_dash("* * *", markdown=True) is None
