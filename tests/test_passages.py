from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.library import Library, load_corpus
from corpus.notice import Span
from index.passages import passages_of, sentences

LONG = "本市对符合条件的企业给予一次性补助，具体办法由市财政局会同有关部门另行制定并报市政府批准后施行"


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("甲。乙；丙！丁？戊", ["甲。", "乙；", "丙！", "丁？", "戊"]),
        ("他说“甲。乙”后走了。丙。", ["他说“甲。乙”后走了。", "丙。"]),
        ("他说：“甲。乙。”丙。", ["他说：“甲。乙。”", "丙。"]),
        ("材料（甲；乙；丙）齐全。丁。", ["材料（甲；乙；丙）齐全。", "丁。"]),
        ("人员（甲。）的名单。乙。", ["人员（甲。）的名单。", "乙。"]),
        ("甲（乙“丙。”丁）戊。己。", ["甲（乙“丙。”丁）戊。", "己。"]),
        ("甲（乙。丙。丁。", ["甲（乙。", "丙。", "丁。"]),
        ("1）甲。2）乙。", ["1）甲。", "2）乙。"]),
        ("甲。”乙。", ["甲。”", "乙。"]),
        ("甲！？乙。", ["甲！？", "乙。"]),
        ("甲。\n  乙\n丙。", ["甲。", "乙\n丙。"]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_sentences_lose_nothing() -> None:
    text = "（一）甲“乙。丙”；丁（戊；己）。  庚"
    assert "".join(split(text)) == text.replace(" ", "")


def test_a_long_clause_gives_a_passage_for_each_sentence(make_notice) -> None:  # type: ignore[no-untyped-def]
    text = f"（一）补助办法。{LONG}；{LONG}（含“新办。企业”；下同）。"
    notice = make_notice("a", "某通知", [("heading", "一、扶持政策", -1), ("item", text, 0)])
    passages = passages_of(Library((notice,), (), "x"))
    assert [p.text for p in passages] == [
        "一、扶持政策",
        "（一）补助办法。",
        f"{LONG}；",
        f"{LONG}（含“新办。企业”；下同）。",
    ]
    for p in passages:
        assert notice.text[p.span.start : p.span.end] == p.text
        assert (p.notice_id, p.notice) == ("a", 0)
    assert passages[1].context == "某通知\n一、扶持政策"
    assert passages[2].context == "某通知\n一、扶持政策\n（一）补助办法"


def test_a_short_clause_is_one_passage(make_notice) -> None:  # type: ignore[no-untyped-def]
    notice = make_notice("a", "某通知", [("paragraph", "甲事项。乙事项。", -1)])
    assert [p.text for p in passages_of(Library((notice,), (), "x"))] == ["甲事项。乙事项。"]


def test_no_passage_crosses_a_gap(make_notice) -> None:  # type: ignore[no-untyped-def]
    notice = make_notice("a", "某通知", [("item", "申请人须年满-1-十八周岁。", -1)])
    gap = notice.text.index("-1-")
    spans = (Span(0, gap), Span(gap + 3, len(notice.text) - 1))
    notice = replace(notice, clauses=(replace(notice.clauses[0], spans=spans),))
    first, second = passages_of(Library((notice,), (), "x"))
    assert (first.text, first.span) == ("申请人须年满", spans[0])
    assert (second.text, second.span) == ("十八周岁。", spans[1])
    assert "十八周岁" in first.context
    assert "申请人须年满" in second.context


def test_an_item_knows_the_sentence_that_leads_in(make_notice) -> None:  # type: ignore[no-untyped-def]
    lead = "（二）具备以下条件之一的人员，可以申请；不受户籍限制："
    notice = make_notice("a", "某通知", [("item", lead, -1), ("item", "1.本科以上学历；", 0)])
    passages = passages_of(Library((notice,), (), "x"))
    assert passages[1].context == f"某通知\n{lead}"


def test_a_row_reads_header_and_cell(make_notice) -> None:  # type: ignore[no-untyped-def]
    lines = [("table", "表1 收费标准\n职业\t费用", -1), ("row", "职业=程序员|费用=300元|=备注", 0)]
    notice = make_notice("a", "某通知", lines)
    caption, row = passages_of(Library((notice,), (), "x"))
    assert caption.text == "表1收费标准"
    assert notice.text[caption.span.start : caption.span.end] == "表1 收费标准"
    assert row.text == "职业：程序员；费用：300元；备注"
    assert row.span == notice.clauses[1].span
    assert row.context == "某通知\n表1收费标准"


def test_a_table_without_a_caption_gives_only_its_rows(make_notice) -> None:  # type: ignore[no-untyped-def]
    notice = make_notice(
        "a", "某通知", [("table", "| 职业 | 费用 |", -1), ("row", "职业=程序员|费用=300元", 0)]
    )
    assert [p.clause for p in passages_of(Library((notice,), (), "x"))] == [1]


def test_a_heading_that_runs_in_is_found_with_the_sentence_below_it(tmp_path: Path) -> None:
    told = "申请人把填好的申请表连同证件复印件装进一个信封，寄到办事大厅三楼的综合窗口，"
    text = f"补贴申领通知\n\n一、办理\n（一）材料寄送。{told}{told}不收现场材料。窗口收到后回短信。\n"
    (tmp_path / "n.txt").write_text(text, encoding="utf-8")
    found = [p.text for p in passages_of(load_corpus(tmp_path)) if "材料寄送" in p.text or "短信" in p.text]
    assert found == [f"（一）材料寄送。{told}{told}不收现场材料。", "窗口收到后回短信。"]
