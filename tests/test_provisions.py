"""What sentences give, spare or refuse, and in which case."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.conditions.provisions import Effect, Matter, Provision, provisions_in
from corpus.library import load_corpus


def read(tmp_path: Path, *clauses: str) -> list[Provision]:
    (tmp_path / "rules.txt").write_text("北岸冰场须知\n\n" + "\n".join(clauses) + "\n", encoding="utf-8")
    notice = load_corpus(tmp_path).notices[0]
    return [p for c in range(len(notice.clauses)) for p in provisions_in(notice, c)]


@pytest.mark.parametrize(
    ("sentence", "matter", "effect", "case"),
    [
        ("开场后不退。", Matter.REFUND, Effect.NONE, "开场后"),
        ("开场前24小时以内退订的，扣50%。", Matter.REFUND, Effect.PART, "开场前24小时以内退订的"),
        ("钥匙遗失未登记的，押金不退。", Matter.REFUND, Effect.NONE, "钥匙遗失未登记的,押金"),
        ("单亲家庭子女减半。", Matter.CHARGE, Effect.PART, "单亲家庭子女"),
        ("车库未安装水表的，不计收水费。", Matter.CHARGE, Effect.WHOLE, "车库未安装水表的"),
        ("不足3小时的不发。", Matter.HANDOUT, Effect.NONE, "不足3小时的"),
    ],
)
def test_a_sentence_is_read(tmp_path: Path, sentence: str, matter: Matter, effect: Effect, case: str) -> None:
    (found,) = read(tmp_path, f"一、{sentence}")
    assert (found.matter, found.effect, found.case) == (matter, effect, case)


def test_what_is_later_is_after_the_hour_said_before(tmp_path: Path) -> None:
    first, later = read(tmp_path, "一、入场日前一天16:00前可全额退票，其后不退。")
    assert (first.effect, later.effect) == (Effect.WHOLE, Effect.NONE)
    assert later.case.endswith("前一天16:00后")


def test_a_list_of_cases_is_of_what_its_lead_in_says(tmp_path: Path) -> None:
    found = read(
        tmp_path, "一、有下列情形之一的，不予退费：1.擅自转卖的；2.押金未缴清的。因系统故障造成的除外。"
    )
    assert [p.effect for p in found] == [Effect.NONE] * 2
    assert [p.case.rpartition(",")[2] for p in found] == ["擅自转卖的", "押金未缴清的"]
    assert all(p.out == ("因系统故障造成的",) for p in found)


def test_an_item_below_is_of_it_too(tmp_path: Path) -> None:
    found = read(tmp_path, "一、有下列情形之一的，不予退费：", "1.醉酒入场的；", "2.损坏冰鞋的。")
    assert {p.case.rpartition(",")[2] for p in found} >= {"醉酒入场的", "损坏冰鞋的"}


def test_a_heading_says_nothing(tmp_path: Path) -> None:
    assert not read(tmp_path, "一、缴费与减免", "（一）每场60元。")
