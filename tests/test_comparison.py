"""What changed between two notices: values, conditions, and clauses that came or went."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.service.comparing import change_lines, comparison_of
from corpus.alike.comparison import Aspect, compare
from corpus.notice import Notice
from corpus.reading import read_file

OLD = """2024年社区陶艺班报名通知
一、报名条件
申请人应当同时具备以下条件：
1、年满18周岁；
2、具有本社区户籍。
二、费用
材料费每人80元。
三、报名
报名截止时间为2024年4月20日，咨询电话0999-5550101。
四、交通
活动室门口有公交站。
"""
NEW = """2025年社区陶艺班报名通知
一、报名条件
申请人应当同时具备以下条件：
1、年满16周岁；
2、具有本社区户籍。
二、费用
材料费每人95元。
三、报名
报名截止时间为2025年5月20日，咨询电话0999-5550102。
四、退费
开课前可以全额退费。
"""


def read(folder: Path, name: str, text: str) -> Notice:
    path = folder / name
    path.write_text(text, "utf-8")
    return read_file(path)[0]


@pytest.fixture
def both(tmp_path: Path) -> tuple[Notice, Notice]:
    return read(tmp_path, "old.txt", OLD), read(tmp_path, "new.txt", NEW)


def test_values_that_changed_are_named_with_both_clauses(both: tuple[Notice, Notice]) -> None:
    changes = compare(*both)
    told = {(c.aspect, c.before, c.after) for c in changes}
    assert (Aspect.MONEY, ("80元",), ("95元",)) in told
    assert (Aspect.CONTACT, ("0999-5550101",), ("0999-5550102",)) in told
    assert (Aspect.DATE, ("2024年4月20日",), ("2025年5月20日",)) in told
    (condition,) = [c for c in changes if c.aspect is Aspect.CONDITION]
    assert "18" in condition.before[0]
    assert "16" in condition.after[0]
    assert condition.old is not None
    assert condition.old.locator == "一/1"


def test_clauses_that_came_and_went(both: tuple[Notice, Notice]) -> None:
    changes = compare(*both)
    dropped = [c.old.quote for c in changes if c.aspect is Aspect.DROPPED and c.old]
    added = [c.new.quote for c in changes if c.aspect is Aspect.ADDED and c.new]
    assert any("公交站" in q for q in dropped)
    assert any("退费" in q for q in added)


def test_every_quote_stands_in_its_notice(both: tuple[Notice, Notice]) -> None:
    for change in compare(*both):
        for place, notice in ((change.old, both[0]), (change.new, both[1])):
            assert place is None or "".join(place.quote.split()) in "".join(notice.text.split())


def test_a_notice_does_not_differ_from_itself(both: tuple[Notice, Notice]) -> None:
    assert compare(both[0], both[0]) == ()
    assert "没有不同" in "\n".join(change_lines(both[0], both[0], ()))


def test_as_text_and_as_an_object(both: tuple[Notice, Notice]) -> None:
    changes = compare(*both)
    text = "\n".join(change_lines(*both, changes))
    assert "金额：80元 → 95元" in text
    data = json.loads(comparison_of(*both, changes).model_dump_json())
    assert (data["a"], data["b"]) == ("old", "new")
    assert len(data["changes"]) == len(changes)
