from datetime import date

import pytest

from corpus.values.periods import find_date, fold


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024年3月1日", date(2024, 3, 1)),
        ("自 2024 年 3 月 1 日 起", date(2024, 3, 1)),
        ("２０２４年３月１日", date(2024, 3, 1)),
        ("2024-03-01", date(2024, 3, 1)),
        ("2024.3.1", date(2024, 3, 1)),
        ("2024/3/1", date(2024, 3, 1)),
        ("二〇二四年三月一日", date(2024, 3, 1)),
        ("二零二四年十月十日", date(2024, 10, 10)),
        ("二〇二四年十二月三十一日", date(2024, 12, 31)),
        ("二〇二四年十一月二十日", date(2024, 11, 20)),
        ("2024年2月29日", date(2024, 2, 29)),
        ("2024年1月1日至2024年2月1日", date(2024, 1, 1)),
    ],
)
def test_find_date(text: str, day: date) -> None:
    assert find_date(text) == day


@pytest.mark.parametrize(
    "text",
    ["", "2024年3月", "3月1日", "2024年2月30日", "2023年2月29日", "2024年13月1日", "二〇二四年二月三十日"],
)
def test_no_whole_day(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize("text", ["ＡＢＣ１２３", "（一）", "①②", "　\xa0—", "℃"])
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_leaves_circled_numbers_alone() -> None:
    assert fold("①（一）") == "①(一)"
