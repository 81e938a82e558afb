from dataclasses import replace
from pathlib import Path

import pytest

from corpus.library import Library
from index.fusion import fuse
from index.retriever import Retriever
from index.snapshot import open_or_build


@pytest.fixture
def retriever(make_notice, tmp_path: Path) -> Retriever:  # type: ignore[no-untyped-def]
    jobs = [
        ("heading", "一、申领条件", -1),
        ("item", "（一）已办理失业登记，并有求职要求；", 0),
        ("item", "（二）累计缴费满一年。", 0),
        ("paragraph", "咨询电话：12333。", -1),
    ]
    skills = [
        ("table", "表1 考务费标准", -1),
        ("row", "职业=计算机程序设计员|等级=三级|费用=380元", 0),
        ("row", "职业=计算机程序设计员|等级=四级|费用=300元", 0),
        ("paragraph", "咨询电话：12333。", -1),
    ]
    notices = (
        make_notice("jobs", "失业保险金申领办法", jobs),
        make_notice("skills", "职业技能评价通知", skills),
    )
    return open_or_build(Library(notices, (), "x"), tmp_path)


def test_the_best_passage_comes_first(retriever: Retriever) -> None:
    hits = retriever.search("計算機程式設計員三級多少錢")
    assert retriever.passages[hits[0].passage].text == "职业：计算机程序设计员；等级：三级；费用：380元"
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)
    assert all(h.score > 0 for h in hits)


def test_context_finds_what_the_text_does_not_say(retriever: Retriever) -> None:
    found = [retriever.passages[h.passage].text for h in retriever.search("失业保险金申领条件")]
    assert "（二）累计缴费满一年。" in found


def test_scores_are_fused_from_both_sides(retriever: Retriever) -> None:
    query = "失业登记"
    lexical = retriever.lexical.scores(query)
    dense = retriever.cosines(retriever.encoder.encode([query])[0])
    expected = fuse(lexical, dense, retriever.weight)
    for hit in retriever.search(query):
        assert hit.score == float(expected[hit.passage])
        assert (hit.lexical, hit.dense) == (float(lexical[hit.passage]), float(dense[hit.passage]))


def test_several_queries_find_what_each_finds_by_itself(retriever: Retriever) -> None:
    queries = ["失业登记", " ", "三级考务费", "失业登记"]
    for notices in (None, frozenset({"skills"})):
        found = retriever.search_each(queries, 5, notices)
        assert [f.hits() for f in found] == [retriever.search(q, 5, notices) for q in queries]


def test_equal_scores_keep_reading_order(retriever: Retriever) -> None:
    words_only = replace(retriever, weight=0.0)
    places = [h.passage for h in words_only.search("12333")]
    lexical = words_only.lexical.scores("12333")
    assert places == sorted(places, key=lambda i: (-lexical[i], i))
    assert len(places) == 2


def test_the_search_can_be_limited(retriever: Retriever) -> None:
    only = retriever.search("咨询电话", notices=frozenset({"skills"}))
    assert {retriever.passages[h.passage].notice_id for h in only} == {"skills"}
    assert only[0].score == pytest.approx(1)
    assert retriever.search("咨询电话", notices=frozenset()) == []
    assert retriever.search("咨询电话", notices=frozenset({"nothing"})) == []
    assert len(retriever.search("咨询电话", k=1)) == 1


@pytest.mark.parametrize("query", ["", "  \n", "？？", "zzzz"])
def test_nothing_asked_finds_nothing(retriever: Retriever, query: str) -> None:
    assert retriever.search(query) == []


def test_the_same_query_gives_the_same_hits(retriever: Retriever) -> None:
    assert retriever.search("失业登记条件") == retriever.search("失业登记条件")
    assert retriever.search("失业登记条件", k=0) == []
