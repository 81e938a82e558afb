import pytest

from corpus.alike.figure_parts import bare_label, figure_parts, split_labels


def test_figures_with_the_words_before_them_and_the_part_they_stand_in() -> None:
    parts = figure_parts("东片20亿元,增长3%;西片15亿元", 0, 19)
    assert [(p.label, p.text, p.unit, p.part) for p in parts] == [
        ("东片", "20", "亿元", 0),
        ("增长", "3", "%", 0),
        ("西片", "15", "亿元", 1),
    ]


@pytest.mark.parametrize("text", ["税率由25%降为15%", "票价从9元调整到15元", "窗口从3个增加至15个"])
def test_of_a_figure_that_was_changed_only_the_new_one_counts(text: str) -> None:
    assert [p.text for p in figure_parts(text, 0, len(text))] == ["15"]


def test_days_are_no_figures() -> None:
    assert figure_parts("2031年3月5日前", 0, 10) == []


@pytest.mark.parametrize(
    ("label", "bare"),
    [("其中北苑", "北苑"), ("志愿最多", "志愿"), ("场地不超过", "场地"), ("费用按照小班", "小班")],
)
def test_words_that_lead_to_a_figure_are_no_name(label: str, bare: str) -> None:
    assert bare_label(label) == bare


@pytest.mark.parametrize(
    ("labels", "names", "measure"),
    [
        (["东片产值", "西片产值"], ["东片", "西片"], "产值"),
        (["理论成绩", "实操成绩"], ["理论", "实操"], "成绩"),
        (["公办小学", "民办小学"], ["公办", "民办"], "小学"),
        (["第二产业增加值", "第三产业增加值"], ["第二产业", "第三产业"], "增加值"),
        (["特等奖", "一等奖"], ["特等奖", "一等奖"], ""),
        (["甲", "甲"], [], ""),
    ],
)
def test_what_labels_share_is_the_measure(labels: list[str], names: list[str], measure: str) -> None:
    assert split_labels(labels) == (names, measure)
