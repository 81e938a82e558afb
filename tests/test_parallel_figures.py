"""Figures of one measure and one unit, from sentences and lists."""

from __future__ import annotations

import pytest

from corpus.alike.parallel_figures import in_sentences


@pytest.fixture
def read(make_notice):
    def read(*lines):
        return list(in_sentences(make_notice("n", "某地统计", list(lines))))

    return read


def told(group):
    return group.measure, group.unit, [(f.name, f.text) for f in group.figures]


def test_parts_between_semicolons_share_their_measures(read):
    text = "东片完成产值20亿元，同比增长3.5%；西片完成产值15亿元，同比增长2%。"
    first, second = read(("paragraph", text, -1))
    assert told(first) == ("完成产值", "亿元", [("东片", "20"), ("西片", "15")])
    assert told(second)[0] == "同比增长"
    assert [f.text for f in second.figures] == ["3.5", "2"]


def test_a_list_names_the_parts_of_a_stated_whole(read):
    (group,) = read(("paragraph", "本次共推出房源412套，其中北苑268套、南园144套。", -1))
    assert told(group)[1:] == ("套", [("北苑", "268"), ("南园", "144")])
    assert [w.text for w in group.wholes] == ["412"]


def test_apiece_gives_each_name_its_figure(read):
    groups = read(("paragraph", "甲县、乙县、丙县小麦产量分别为30吨、20吨和10吨，分别增长3%、2%、1%。", -1))
    assert told(groups[0]) == ("小麦产量", "吨", [("甲县", "30"), ("乙县", "20"), ("丙县", "10")])
    assert told(groups[1]) == ("增长", "%", [("甲县", "3"), ("乙县", "2"), ("丙县", "1")])


def test_apiece_takes_the_names_that_the_sentence_before_went_through(read):
    text = "东片完成产值20亿元；西片完成产值5亿元。2个片产值占比分别为80%、20%。"
    assert [f.text for g in read(("paragraph", text, -1)) if "占比" in g.measure for f in g.figures] == [
        "80",
        "20",
    ]


def test_what_a_colon_leads_in_is_the_measure(read):
    (group,) = read(("paragraph", "质保期：桌椅5年，黑板3年，跑道8年。", -1))
    assert told(group) == ("质保期", "年", [("桌椅", "5"), ("黑板", "3"), ("跑道", "8")])


def test_a_formula_names_its_shares(read):
    (group,) = read(("paragraph", "综合成绩=理论成绩×30%+实操成绩×70%。", -1))
    assert told(group) == ("成绩", "%", [("理论", "30"), ("实操", "70")])


def test_brackets_add_a_measure_to_each_of_a_list(read):
    monthly, daily = read(("paragraph", "按照小班每月300元（每日15元）、大班每月400元（每日20元）收取。", -1))
    assert told(monthly) == ("每月", "元", [("小班", "300"), ("大班", "400")])
    assert told(daily) == ("每日", "元", [("小班", "15"), ("大班", "20")])


def test_words_in_brackets_do_not_break_a_list_and_a_total_may_follow(read):
    text = "导览员19名（其中：本县户籍10名）、检票员33名（限本县户籍）、保洁员8名（限本县户籍），共计60名。"
    (group, *_) = read(("paragraph", text, -1))
    assert told(group)[1:] == ("名", [("导览员", "19"), ("检票员", "33"), ("保洁员", "8")])
    assert [w.text for w in group.wholes] == ["60"]


def test_a_bound_is_no_part_of_a_name(read):
    (group,) = read(("paragraph", "按照每家企业省内不高于2000元、省外不高于5000元给予补助。", -1))
    assert told(group)[1:] == ("元", [("省内", "2000"), ("省外", "5000")])


def test_a_long_name_is_not_cut_to_the_length_of_the_next(read):
    (group, *_) = read(("paragraph", "持有林业工程师证书的加5分，助理林业工程师加3分。", -1))
    assert [n.removesuffix("加") for n, _ in told(group)[2]] == ["持有林业工程师证书的", "助理林业工程师"]


def test_what_leads_up_to_a_list_is_no_part_of_its_first_name(read):
    (group,) = read(("paragraph", "本区农村户口中男性年满61周岁、女性年满56周岁的居民。", -1))
    assert told(group)[2] == [("男性", "61"), ("女性", "56")]


def test_what_stands_before_a_figure_is_kept_as_printed(read):
    (group,) = read(("paragraph", "公办志愿最多4个、民办志愿最多2个。", -1))
    assert [f.said for f in group.figures] == ["公办志愿最多", "民办志愿最多"]


@pytest.mark.parametrize(
    "text",
    [
        "处200元以上500元以下罚款。",
        "报名时间为2031年3月1日至3月5日。",
        "门票20元，比上年增加2元。",
        "每增加一人，限额增加100元。",
    ],
)
def test_bounds_days_and_changes_are_no_list(read, text):
    assert read(("paragraph", text, -1)) == []
