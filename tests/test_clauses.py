import pytest

from corpus.notice import Clause, ClauseKind
from corpus.tree.clauses import parse_clauses


def outline(text: str, markdown: bool = False, title: str = "") -> list[str]:
    return [c.locator for c in parse_clauses(text, 0, markdown, title)]


def kinds(text: str, markdown: bool = False, title: str = "") -> dict[str, str]:
    return {c.locator: c.kind.value for c in parse_clauses(text, 0, markdown, title)}


def at(text: str, locator: str, markdown: bool = False) -> Clause:
    return next(c for c in parse_clauses(text, 0, markdown) if c.locator == locator)


def own(text: str, locator: str) -> str:
    return "".join(text[s.start : s.end] for s in at(text, locator).spans)


MIXED = """一、材料
（一）个人
1、身份证；
（1）原件；
①彩色；
②清晰。
（2）复印件。
2、照片。
（二）单位
1. 执照。
二、时间
五个工作日。
"""


def test_mixed_numbering() -> None:
    assert outline(MIXED) == [
        "一",
        "一/（一）",
        "一/（一）/1",
        "一/（一）/1/（1）",
        "一/（一）/1/（1）/①",
        "一/（一）/1/（1）/②",
        "一/（一）/1/（2）",
        "一/（一）/2",
        "一/（二）",
        "一/（二）/1",
        "二",
        "二/段1",
    ]


def test_kinds() -> None:
    assert kinds(MIXED) == {
        "一": "heading",
        "一/（一）": "heading",
        "一/（一）/1": "item",
        "一/（一）/1/（1）": "item",
        "一/（一）/1/（1）/①": "item",
        "一/（一）/1/（1）/②": "item",
        "一/（一）/1/（2）": "item",
        "一/（一）/2": "item",
        "一/（二）": "heading",
        "一/（二）/1": "item",
        "二": "heading",
        "二/段1": "paragraph",
    }


def test_a_heading_that_names_one_of_what_it_stands_below_is_kept() -> None:
    text = "一、养蜂员以上各级申报条件\n养蜂员\n（1）年满18周岁。\n高级养蜂员\n（1）年满20周岁。\n"
    assert outline(text) == ["一", "一/养蜂员", "一/养蜂员/（1）", "一/高级养蜂员", "一/高级养蜂员/（1）"]


def test_numbers_that_begin_again_under_the_next_heading() -> None:
    assert outline("一、材料\n1、证件；\n2、照片。\n二、流程\n1、登记；\n2、领取。\n") == [
        "一",
        "一/1",
        "一/2",
        "二",
        "二/1",
        "二/2",
    ]


def test_numbers_that_begin_again_without_a_heading_are_told_apart() -> None:
    assert outline("1、证件；\n2、照片。\n1、登记；\n2、领取。\n") == ["1", "2", "1#2", "2#2"]


def test_chapters_and_articles() -> None:
    text = (
        "第一章 总则\n第一条 制定本办法。\n第二条 适用于窗口。\n（一）大厅；\n"
        "第二章 附则\n第三条 自印发之日起施行。\n"
    )
    assert outline(text) == [
        "第一章",
        "第一章/第一条",
        "第一章/第二条",
        "第一章/第二条/（一）",
        "第二章",
        "第二章/第三条",
    ]
    assert kinds(text)["第一章"] == "heading"
    assert kinds(text)["第一章/第一条"] == "item"


def test_decimal_numbers_say_their_parents_themselves() -> None:
    text = (
        "1. 范围\n窗口。\n2. 术语\n2.1 窗口\n受理申请的地方。\n"
        "2.1.1 大厅\n一楼。\n2.2 时限\n五日。\n3. 附则\n3.1 施行\n即日。\n"
    )
    assert outline(text) == [
        "1", "1/段1", "2", "2.1", "2.1/段1", "2.1.1", "2.1.1/段1", "2.2", "2.2/段1", "3", "3.1", "3.1/段1",
    ]  # fmt: skip
    clauses = parse_clauses(text)
    parents = {c.locator: clauses[c.parent].locator for c in clauses if c.parent >= 0}
    assert parents["2.1.1"] == "2.1"
    assert parents["2.2"] == "2"


def test_unnumbered_headings() -> None:
    text = "一、材料\n个人办理\n1、身份证；\n2、照片。\n单位办理\n1、执照；\n二、时间\n五日。\n"
    assert outline(text) == [
        "一", "一/个人办理", "一/个人办理/1", "一/个人办理/2", "一/单位办理", "一/单位办理/1", "二", "二/段1",
    ]  # fmt: skip
    assert kinds(text)["一/个人办理"] == "heading"


def test_headings_in_brackets() -> None:
    assert outline("【办理地点】\n大厅一楼。\n【办理时间】\n工作日。\n") == [
        "办理地点", "办理地点/段1", "办理时间", "办理时间/段1",
    ]  # fmt: skip


def test_markdown_headings() -> None:
    text = (
        "# 服务指南\n\n前言。\n\n## 一、材料\n\n### 个人\n\n- 1、身份证；\n- 2、照片。\n\n"
        "## 二、时间\n\n五日。\n"
    )
    assert outline(text, markdown=True) == [
        "标题", "段1", "一", "一/个人", "一/个人/1", "一/个人/2", "二", "二/段1",
    ]  # fmt: skip


def test_the_line_that_prints_the_title_is_known() -> None:
    assert outline("便民窗口服务指南\n一、时间\n五日。\n", title="便民窗口服务指南") == [
        "标题",
        "一",
        "一/段1",
    ]


FORM = "用黑色笔填写，字迹应当清楚，不得涂改，照片应当是近期免冠照片，背景为白色，共两张。"


def test_annexes_close_what_stands_before_them() -> None:
    text = f"一、材料\n见附件。\n附件1：申请表\n一、说明\n{FORM}\n附件2：承诺书\n1、{FORM}\n"
    assert outline(text) == ["一", "一/段1", "附件1", "附件1/一", "附件1/一/段1", "附件2", "附件2/1"]
    assert kinds(text)["附件1"] == "heading"


def test_a_list_of_annexes_is_text() -> None:
    text = (
        f"一、材料\n见附件。\n附件：1. 申请表\n　　　2. 承诺书\n\n"
        f"附件1\n申请表\n1、{FORM}\n附件2\n承诺书\n1、{FORM}\n"
    )
    assert outline(text) == [
        "一", "一/段1", "一/段2", "一/段3", "附件1", "附件1/段1", "附件1/1", "附件2", "附件2/段1", "附件2/1",
    ]  # fmt: skip


def test_questions_hold_their_answers() -> None:
    assert outline("问：在哪里办？\n答：大厅。\n问：要多久？\n答：五日。\n") == [
        "问1",
        "问1/答",
        "问2",
        "问2/答",
    ]


def test_bullets_are_counted() -> None:
    assert outline("一、提示\n●请带原件\n●请提前预约\n■节假日休息\n") == ["一", "一/●1", "一/●2", "一/■3"]


def test_dashes_are_counted_and_nest_by_indentation() -> None:
    text = "## 材料\n- 证件\n  - 身份证\n  - 户口簿\n- 照片\n\n以上均交原件。\n"
    assert outline(text, markdown=True) == [
        "材料",
        "材料/•1",
        "材料/•1/•1",
        "材料/•1/•2",
        "材料/•2",
        "材料/段1",
    ]
    assert at(text, "材料/•2", markdown=True).marker == "-"


def test_the_time_and_place_below_an_item_are_the_item_s_own() -> None:
    text = "一、流程\n1.网络公示。\n时间：三月上旬。\n2.现场投票。\n地点：文化站。\n以上均须本人参加。\n"
    assert outline(text) == ["一", "一/1", "一/1/段1", "一/2", "一/2/段1", "一/段1"]


def test_steps() -> None:
    assert outline("一、流程\n第一步：注册\n第二步：填表\n") == ["一", "一/第一步", "一/第二步"]


def test_footnotes_hang_at_the_annex_or_chapter() -> None:
    text = "一、条件\n（一）本科①以上；\n（二）年满十八周岁。\n①含在读。\n二、时间\n五日。\n"
    assert outline(text) == ["一", "一/（一）", "一/（二）", "一/脚注①", "二", "二/段1"]
    assert at(text, "一/脚注①").marker == "①"


def test_a_paragraph_that_a_footnote_interrupts_has_two_pieces() -> None:
    text = (
        "一、处理\n参加测试的人员应当遵守考场规定①，违反考场规定并且不听工作人员劝阻的，\n①指现场公布的各项。\n"
        "按有关办法处理。\n另行通知。\n"
    )
    assert outline(text) == ["一", "一/段1", "一/脚注①", "一/段2"]
    assert len(at(text, "一/段1").spans) == 2
    assert own(text, "一/段1").endswith("劝阻的，按有关办法处理。")
    assert own(text, "一/脚注①") == "①指现场公布的各项。"


def test_a_paragraph_below_a_footnote_belongs_to_it() -> None:
    text = "一、条件\n（一）本科①以上；\n①含在读。\n也含应届。\n（二）年满十八周岁。\n"
    assert outline(text) == ["一", "一/（一）", "一/脚注①", "一/脚注①/段1", "一/（二）"]


def test_a_paragraph_below_a_finished_list_stands_beside_its_items() -> None:
    assert outline("（一）材料\n1、身份证；\n2、照片。\n以上均需原件。\n3、申请表。\n") == [
        "（一）", "（一）/1", "（一）/2", "（一）/段1", "（一）/3",
    ]  # fmt: skip


def test_a_table_stands_where_the_paragraph_above_it_stands() -> None:
    rows = "项目\t说明\n名称\t全称\n编号\t八位\n"
    assert outline(f"一、填表\n1、注册；\n2、提交。\n提交之后见下表所列各项。\n{rows}之后等待。\n") == [
        "一", "一/1", "一/2", "一/段1", "一/表1", "一/表1/行1", "一/表1/行2", "一/段2",
    ]  # fmt: skip
    assert outline(f"一、填表\n1、注册；\n2、项目如下：\n{rows}")[-3:] == [
        "一/2/表1",
        "一/2/表1/行1",
        "一/2/表1/行2",
    ]


def test_a_short_line_above_a_table_is_its_caption() -> None:
    text = "一、收费\n收费标准表\n项目\t金额（元）\n笔试\t100\n面试\t80\n"
    assert outline(text) == ["一", "一/表1", "一/表1/行1", "一/表1/行2"]
    assert own(text, "一/表1").startswith("收费标准表")
    assert [c.text for c in at(text, "一/表1/行2").cells] == ["面试", "80"]


def test_a_salutation_is_no_heading() -> None:
    assert kinds("各有关单位：\n现将有关事项通知如下。\n一、时间\n五日。\n")["段1"] == "paragraph"


def test_the_signature_belongs_to_the_notice() -> None:
    text = "一、时间\n五日。\n\n某某市服务中心\n2024年3月1日\n"
    assert outline(text) == ["一", "一/段1", "段1", "段2"]
    assert own(text, "段2") == "2024年3月1日"


def test_the_signature_of_an_annex_belongs_to_it() -> None:
    text = f"一、时间\n五日。\n附件1：承诺书\n一、内容\n{FORM}\n某某服务中心\n2024年3月1日\n"
    assert outline(text)[-2:] == ["附件1/段1", "附件1/段2"]


def test_decimals_in_a_sentence_are_no_numbers() -> None:
    text = "一、补贴\n每月不超过标准的\n2.5倍，最高\n3.5万元。\n二、其他\n无。\n"
    assert all(c.kind is not ClauseKind.ITEM for c in parse_clauses(text))
    assert "二/段1" in outline(text)


def test_page_numbers_belong_to_no_clause() -> None:
    text = "一、时间\n五日。\n- 2 -\n二、地点\n大厅。\n"
    assert outline(text) == ["一", "一/段1", "二", "二/段1"]
    assert all(not c.span.start <= text.index("- 2") < c.span.end for c in parse_clauses(text))


def test_page_numbers_inside_a_paragraph_split_its_spans() -> None:
    text = "一、时间\n受理申请之后由窗口工作人员在规定的时间内完成审查并且作出\n\n- 2 -\n\n是否准予的决定。\n"
    clause = at(text, "一/段1")
    assert [text[s.start : s.end] for s in clause.spans] == [
        "受理申请之后由窗口工作人员在规定的时间内完成审查并且作出",
        "是否准予的决定。",
    ]


@pytest.mark.parametrize(
    "text", ["", "\n", "　　\n\t\n", "\x00", "#", "---", "|", "| --- | --- |\n| --- | --- |\n", "①", "。"]
)
def test_what_holds_little_or_nothing(text: str) -> None:
    assert all(c.span.end <= len(text) for c in parse_clauses(text))
    assert all(c.span.end <= len(text) for c in parse_clauses(text, 0, True))


def test_clauses_begin_at_the_offset_given() -> None:
    text = "一、前言\n---\n一、时间\n五日。\n"
    clauses = parse_clauses(text, text.index("一、时间"))
    assert [c.locator for c in clauses] == ["一", "一/段1"]
    assert text[clauses[1].span.start : clauses[1].span.end] == "五日。"


def test_parents_and_children_agree() -> None:
    clauses = parse_clauses(MIXED)
    for index, clause in enumerate(clauses):
        assert all(clauses[c].parent == index for c in clause.children)
        assert clause.parent < 0 or index in clauses[clause.parent].children
        assert list(clause.children) == sorted(clause.children)


def test_clauses_come_in_reading_order() -> None:
    starts = [c.span.start for c in parse_clauses(MIXED)]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "before", ["", "前言一句话。\n", "某某市服务中心文件\n\n服务指南\n\n", "说明：本件为副本。\n\n"]
)
@pytest.mark.parametrize("after", ["", "三、联系\n大厅。\n", "\n本件由服务中心解释。\n"])
def test_locators_stay_when_other_text_is_added(before: str, after: str) -> None:
    assert [x for x in outline(before + MIXED + after) if x in outline(MIXED)] == outline(MIXED)


def test_every_locator_is_unique() -> None:
    text = "一、甲\n1、子；\n1、丑；\n一、乙\n1、寅；\n附件\n附件\n问：？\n问：？\n" * 3
    locators = outline(text)
    assert len(set(locators)) == len(locators)


def test_rows_carry_their_cells() -> None:
    rows = [c for c in parse_clauses("甲\t乙\n1\t2\n3\t4\n") if c.kind is ClauseKind.ROW]
    assert [[x.text for x in r.cells] for r in rows] == [["1", "2"], ["3", "4"]]


TWO_LISTS = """一、条件
（一）单人
申请单人间，应符合下列条件：
1、已就业；
2、无住房。
有下列情形之一的，不予受理：
1、已领补助；
2、材料不实。
3、欠缴租金。
凡退出者一年内不得再申请。
（二）家庭
家庭申请的，须提交：
1、户口簿。
"""


def test_the_sentence_above_a_list_is_no_heading_beside_its_clause() -> None:
    assert outline(TWO_LISTS) == [
        "一",
        "一/（一）",
        "一/（一）/段1",
        "一/（一）/1",
        "一/（一）/2",
        "一/（一）/段2",
        "一/（一）/段2/1",
        "一/（一）/段2/2",
        "一/（一）/段2/3",
        "一/（一）/段3",
        "一/（二）",
        "一/（二）/段1",
        "一/（二）/1",
    ]


def test_without_a_clause_above_it_a_lead_in_is_the_heading() -> None:
    assert outline("通知\n申请人应提交下列材料：\n1、证件。\n有下列情形之一的不予受理：\n1、过期。\n") == [
        "段1",
        "申请人应提交下列材料",
        "申请人应提交下列材料/1",
        "有下列情形之一的不予受理",
        "有下列情形之一的不予受理/1",
    ]


def test_a_title_with_a_colon_stays_a_heading() -> None:
    assert outline("一、办理\n申请材料：\n1、证件。\n")[:3] == ["一", "一/申请材料", "一/申请材料/1"]


def test_a_lead_in_to_marks_of_another_kind_stands_under_the_item_above() -> None:
    text = "一、条件\n1、单人。\n申请人应符合下列条件：\n（1）已就业；\n（2）无住房。\n"
    assert outline(text) == ["一", "一/1", "一/1/段1", "一/1/（1）", "一/1/（2）"]


def test_a_paragraph_after_a_list_of_semicolons_stands_beside_it() -> None:
    text = "一、材料\n（一）申请表；\n（二）证件。\n领取时须带原件。\n"
    assert outline(text) == ["一", "一/（一）", "一/（二）", "一/段1"]
    assert outline(text.replace("；", "。"))[-1] == "一/（二）/段1"


@pytest.mark.parametrize(
    ("mark", "label"), [("问2：", "问2"), ("Q7：", "问7"), ("3.问：", "问3"), ("3、问：", "问3")]
)
def test_a_question_goes_by_its_printed_number(mark: str, label: str) -> None:
    assert outline(f"{mark}在哪里办？\n答：大厅。\n") == [label, f"{label}/答"]


def test_a_numbered_question_ends_the_answer_above_it() -> None:
    text = "问：在哪里办？\n答：分两种。\n一、个人在大厅。\n二、单位在网上。\n三、要带什么？\n证件。\n"
    assert outline(text) == ["问1", "问1/答", "问1/答/一", "问1/答/二", "三", "三/段1"]


def test_a_bullet_between_others_is_a_level_of_its_own() -> None:
    assert outline("★谁可以办\n◆居民\n◆单位\n★何时办\n") == ["★1", "★1/◆1", "★1/◆2", "★2"]
    assert outline("★谁可以办\n离校青年\n在职青年\n★何时办\n")[:3] == ["★1", "★1/段1", "★1/段2"]


def test_a_paragraph_about_the_list_above_stands_beside_it() -> None:
    assert outline("一、材料\n（一）申请表。\n（二）证件。\n以上材料须盖章。\n")[-1] == "一/段1"


SIGNED = """一、条件
年满十八周岁。
某某服务中心
2031年3月1日
附：解答
1、外地人可以办吗？
可以，带上居住证和身份证，到任何一个窗口都能当场办理，不必回户籍所在地，也不收任何费用。
"""


def test_below_the_signature_nothing_belongs_to_the_last_clause() -> None:
    assert outline(SIGNED) == ["一", "一/段1", "段1", "段2", "附", "附/1", "附/1/段1"]


SECTIONS = "办理须知\n申请条件\n年满十八周岁的居民。\n所需材料\n身份证\n户口簿\n办理时限\n五个工作日。\n"


def test_names_of_sections_without_numbers_are_headings() -> None:
    assert outline(SECTIONS, title="办理须知") == [
        "标题",
        "申请条件",
        "申请条件/段1",
        "所需材料",
        "所需材料/段1",
        "所需材料/段2",
        "办理时限",
        "办理时限/段1",
    ]
    assert "所需材料" not in outline("一、总则\n" + SECTIONS)


def test_the_title_behind_an_ornament_opens_no_list() -> None:
    text = (
        "■ 云水区幼儿园招生通告 |\n\n一、对象\n（一）年满三岁。\n★本区户籍到下列园所：\n1.东园\n"
        "★其他户籍到西园。\n二、电话\n见网站。\n"
    )
    assert outline(text, title="云水区幼儿园招生通告") == [
        "标题",
        "一",
        "一/（一）",
        "一/（一）/★1",
        "一/（一）/★1/1",
        "一/（一）/★2",
        "二",
        "二/段1",
    ]


def test_an_answer_may_have_titles_and_the_next_question_ends_them() -> None:
    text = (
        "【概况】\n1.有什么目标？\n办学理念：\n小而精。\n人才目标：\n能说会写。\n"
        "2.在哪里？\n在城东。\n【联系】\n见网站。\n"
    )
    assert outline(text) == [
        "概况",
        "概况/1",
        "概况/1/办学理念",
        "概况/1/办学理念/段1",
        "概况/1/人才目标",
        "概况/1/人才目标/段1",
        "概况/2",
        "概况/2/段1",
        "联系",
        "联系/段1",
    ]


def test_bullets_below_a_paragraph_stand_where_it_does() -> None:
    text = "一、申报\n1.填表；\n2.交表。\n以上材料请逐项核对，以免遗漏。\n•表一\n•表二\n"
    assert outline(text) == ["一", "一/1", "一/2", "一/段1", "一/•1", "一/•2"]


def test_a_line_of_markdown_in_bold_heads_what_follows() -> None:
    text = (
        "## 一、球馆\n\n**入场须知**\n\n1. 穿运动鞋。\n\n2. 不得饮酒。\n\n**提示**：周一闭馆。\n\n"
        "**本馆不收门票。**\n\n**开放时间**\n\n9:00至21:00。\n\n"
        "## 二、泳池\n\n**开放时间**\n\n10:00至20:00。\n"
    )
    assert outline(text, markdown=True) == [
        "一",
        "一/入场须知",
        "一/入场须知/1",
        "一/入场须知/2",
        "一/入场须知/段1",
        "一/入场须知/段2",
        "一/开放时间",
        "一/开放时间/段1",
        "二",
        "二/开放时间",
        "二/开放时间/段1",
    ]


def test_the_titles_of_slides_head_what_follows() -> None:
    text = """一、材料
培训：必修科目报名途径
登录市匠人网。
1、选课。
培训：选修科目报名途径
到窗口选三门。
培训：必修科目报名途径
缴费后听课。
培训：选修科目报名途径
"""
    assert outline(text)[:5] == [
        "一",
        "一/培训必修科目报名途径",
        "一/培训必修科目报名途径/段1",
        "一/培训必修科目报名途径/1",
        "一/培训选修科目报名途径",
    ]


def test_a_part_that_recurs_below_title_after_title_belongs_to_each() -> None:
    text = """一、专业
陶艺专业：
学习拉坯、上釉与烧制，培养能独立完成作品的匠人。
合作院校：
东岭学院
木作专业：
学习榫卯、雕刻与髹漆，培养能独立完成作品的匠人。
合作院校：
南洼学院
竹编专业：
学习选材、劈篾与编织，培养能独立完成作品的匠人。
合作院校：
西岭学院
"""
    assert [x for x in outline(text) if x.endswith("合作院校/段1")] == [
        "一/陶艺专业/合作院校/段1",
        "一/木作专业/合作院校/段1",
        "一/竹编专业/合作院校/段1",
    ]


def test_a_name_in_frames_heads_what_follows_though_a_count_stands_behind_it() -> None:
    rooms = "【东厅】共86间\n大间每月180元\n小间每月120元\n【西厅】共118间\n单间每月150元"
    text = f"第二条 数量\n{rooms}\n第三条 其他\n另行通知。"
    assert [x for x in outline(text) if "东厅" in x][:2] == ["第二条/东厅共86间", "第二条/东厅共86间/段1"]
    assert any(x.startswith("第二条/西厅共118间/") for x in outline(text))


def test_a_line_with_a_price_or_a_number_heads_nothing() -> None:
    below = "储物柜限本楼住户使用，一户一个，转借他人的收回储物柜，押金不退。"
    for line in ("双人储物柜68元/个", "市政管理处管养科5550147"):
        kind = kinds(f"一、收费\n（一）标准：\n{line}\n{below}\n（二）时间")
        assert "heading" not in {k for loc, k in kind.items() if line[:5] in loc}
