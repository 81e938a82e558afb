from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.values.numerals import number


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_reads_what_another_library_writes(value: int) -> None:
    assert number(cn2an.an2cn(value, "low")) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", "10"),
        ("两万", "20000"),
        ("一百零五", "105"),
        ("一百二", "120"),
        ("一万二", "12000"),
        ("一百十五", "115"),
        ("一万零五十", "10050"),
        ("一亿二千万", "120000000"),
        ("二亿十二万", "200120000"),
        ("3万5千", "35000"),
        ("二〇二六", "2026"),
        ("三点五", "3.5"),
        ("1.4亿", "140000000"),
        ("79,735", "79735"),
        ("3万余", "30000"),
    ],
)
def test_stands_for(text: str, value: str) -> None:
    assert number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "百", "千百", "五六十", "百十", "二十百", "万一", "三点", "元"])
def test_stands_for_nothing(text: str) -> None:
    assert number(text) is None
