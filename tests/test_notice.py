from collections.abc import Callable
from dataclasses import FrozenInstanceError

import pytest

from corpus.notice import Notice, Span, cite, collapse

LINES = [
    ("heading", "一、材料", -1),
    ("item", "（一）个人办理的，提交证件；单位办理的，提交执照。", 0),
    ("item", "1、证件", 1),
    ("paragraph", "另行通知。", -1),
]


@pytest.fixture
def notice(make_notice: Callable[..., Notice]) -> Notice:
    return make_notice("n", "服务指南", LINES)


@pytest.mark.parametrize(
    ("text", "collapsed"),
    [
        ("窗口\n受理", "窗口受理"),
        ("窗口　受 理", "窗口受理"),
        ("共 30 日", "共30日"),
        ("Word  文档", "Word文档"),
        ("Word \n Excel", "Word Excel"),
        ("  a b  ", "a b"),
        ("10\t20", "10 20"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_collapse(text: str, collapsed: str) -> None:
    assert collapse(text) == collapsed
    assert collapse(collapsed) == collapsed


def test_collapse_removes_white_space_only() -> None:
    text = "第 1 条\n（一） A  B ①\n"
    assert "".join(collapse(text).split()) == "".join(text.split())


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1)])
def test_a_span_runs_forwards(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="runs forwards"):
        Span(start, end)


def test_spans() -> None:
    assert len(Span(2, 5)) == 3
    assert Span(2, 5).covers(Span(2, 5))
    assert Span(2, 5).covers(Span(3, 3))
    assert not Span(2, 5).covers(Span(1, 3))
    assert Span(1, 9) < Span(2, 3)


def test_the_tree(notice: Notice) -> None:
    assert list(notice.ancestors(2)) == [1, 0]
    assert list(notice.descendants(0)) == [1, 2]
    assert list(notice.ancestors(3)) == list(notice.descendants(3)) == []


def test_headings_are_cut_at_the_first_stop(notice: Notice) -> None:
    assert notice.heading(1) == "（一）个人办理的，提交证件"
    assert notice.heading_path(2) == ("一、材料", "（一）个人办理的，提交证件")
    assert notice.heading_path(0) == ()


def test_long_headings_are_shortened(make_notice: Callable[..., Notice]) -> None:
    long = make_notice("n", "", [("paragraph", "长" * 41, -1), ("paragraph", "长" * 40, -1)])
    assert long.heading(0) == "长" * 39 + "…"
    assert long.heading(1) == "长" * 40


def test_clause_at(notice: Notice) -> None:
    assert notice.clause_at("2") == 2
    assert notice.clause_at("9") is None


def test_a_citation_quotes_to_the_letter(notice: Notice) -> None:
    citation = cite(notice, 2)
    assert citation.quote == "1、证件"
    assert collapse(notice.text[citation.start : citation.end]) == citation.quote
    assert (citation.locator, citation.heading_path) == ("2", notice.heading_path(2))
    assert (citation.notice_id, citation.notice_title, citation.issuer) == ("n", "服务指南", "某局")


def test_a_citation_of_a_part(notice: Notice) -> None:
    at = notice.text.index("提交执照")
    assert cite(notice, 1, Span(at, at + 4)).quote == "提交执照"


def test_notices_are_frozen(notice: Notice) -> None:
    with pytest.raises(FrozenInstanceError):
        notice.title = "改"  # type: ignore[misc]
