"""Cells that a case falls in or not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.notice import Cell, Span
from corpus.tree.range_cells import range_of


def of(text, header="数"):
    return range_of(Cell(header, text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("20—30人", [20, 25, 30], [19, 31]),
        ("2至3人户", [2, 3], [1, 4]),
        ("4人及以上户", [4, 9], [3]),
        ("1人户", [1], [2]),
        ("100平方米以下", [100, 1], [101]),
        ("50亩以上不足100亩", [50, 99], [100, 49]),
        ("87分及以上但不足92分", [87, 91], [86, 92]),
        ("超过5人", [6], [5]),
        ("不满60平方米", [59], [60]),
        ("11层至20层", [11, 20], [10, 21]),
        ("10层及以下", [10, 3], [11]),
        ("50（含）至200（含）", [50, 200], [201]),
        ("200以上至1000（不含）", [200, 999], [1000]),
        ("第4—8名", [4, 8], [3, 9]),
        ("第1名", [1], [2]),
        ("18周岁以上24周岁以下", [18, 24], [25, 17]),
    ],
)
def test_what_lies_in_it(text, inside, outside):
    found = of(text)
    assert found is not None
    assert all(found.holds(Decimal(v)) for v in inside)
    assert not any(found.holds(Decimal(v)) for v in outside)


@pytest.mark.parametrize(
    ("text", "header", "unit", "value"),
    [
        ("5万元以下", "收入", "元", 50000),
        ("50（含）至200（含）", "扣除额（万元）", "元", 2000000),
        ("满3年", "工龄", "个月", 36),
        ("第2名", "名次", "第", 2),
    ],
)
def test_ends_are_in_the_base_of_the_unit(text, header, unit, value):
    found = of(text, header)
    assert found.unit == unit
    assert Decimal(value) in (found.low, found.high)


@pytest.mark.parametrize(
    "text", ["三居室", "不限", "2026", "1月至3月", "0838-2270510", "A类", "免租", "42.195公里跑"]
)
def test_other_cells_hold_no_range(text):
    assert of(text) is None or of(text).low == of(text).high
