"""What holds for every text, however odd."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from corpus.notice import Clause, ClauseKind, Notice, Span, cite, collapse
from corpus.rules.rules import compile_groups, cut_off
from corpus.tree.clauses import parse_clauses
from corpus.tree.lines import find_furniture, read_lines
from corpus.tree.masthead import read_masthead
from corpus.tree.split import split_notices
from corpus.values.contacts import contacts_of
from corpus.values.facts import extract_facts, facts_in, number
from corpus.values.numbering import read_marker
from corpus.values.periods import find_date, fold

quick = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])

WORDS = """
一、 二、 三． （一） （二） (三) 1、 2. ３． 1.1 2.1.3 （1） 2） ① ② ^① ③ 甲、 壹、 ● - # ##
第一章 第二条 第3步： 附件 附件1： 附件：1. 问： 答： 目录 - 2 第3页 12 窗口 受理 申请 材料 条件
以下 之一 不得 同时具备 年满 18周岁 满5年 以上 除外 证书 从事 工作 社会保险 服务局 中心 通知
各有关单位： 某某服务中心 2024年3月1日 二〇二四年三月一日 3月底前 2.5 万元 100元 １，５００元
百分之五 30% 9:00-11:30 021-62345678 转8 a@example.com https://example.com/a 清泉路12号 。 ； ， ：
、 “ ” （ ） 【 】 《 》 … | --- │ ┌─
"""
PIECES = st.sampled_from(
    [
        *WORDS.split(),
        "\n",
        "\n\n",
        "\t",
        " ",
        "　　",
        "| a | b |\n",
        "|---|---|\n",
        "甲\t乙\n",
        "\t\t丙\n",
        "\x0c",
        "\ufeff",
    ]
)
ASSEMBLED = st.lists(PIECES, max_size=80).map("".join)
TEXTS = ASSEMBLED | st.text(max_size=200)


def notice(text: str, clauses: tuple[Clause, ...]) -> Notice:
    return Notice("n", "", "", text, clauses, "n.txt", facts=extract_facts(text, clauses))


@quick
@given(TEXTS, st.booleans(), st.integers(0, 20), st.sampled_from(["", "窗口通知"]))
def test_clauses_lie_inside_the_text_in_order(text: str, markdown: bool, start: int, title: str) -> None:
    start = min(start, len(text))
    clauses = parse_clauses(text, start, markdown, title)
    for index, clause in enumerate(clauses):
        assert clause.spans
        assert start <= clause.spans[0].start
        assert clause.spans[-1].end <= len(text)
        assert all(a.end <= b.start for a, b in pairwise(clause.spans))
        assert all(text[s.start : s.end].strip() for s in clause.spans)
        assert clause.parent < index
        assert all(c > index and clauses[c].parent == index for c in clause.children)


@quick
@given(TEXTS, st.booleans())
def test_sibling_clauses_never_share_text(text: str, markdown: bool) -> None:
    clauses = parse_clauses(text, 0, markdown)
    families: dict[int, list[Span]] = {}
    for clause in clauses:
        families.setdefault(clause.parent, []).extend(clause.spans)
    for spans in families.values():
        assert all(a.end <= b.start for a, b in pairwise(sorted(spans)))


def headless(clause: Clause, clauses: tuple[Clause, ...]) -> bool:
    """Whether a table has no head of its own and is cited by its first row."""
    rows = [clauses[i].spans for i in clause.children]
    return clause.kind is ClauseKind.TABLE and clause.spans in rows[:1]


@quick
@given(TEXTS, st.booleans())
def test_no_two_clauses_share_text(text: str, markdown: bool) -> None:
    clauses = parse_clauses(text, 0, markdown)
    spans = sorted(s for c in clauses if not headless(c, clauses) for s in c.spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@quick
@given(TEXTS, st.booleans())
def test_what_lies_below_a_clause_comes_after_its_own_text(text: str, markdown: bool) -> None:
    clauses = parse_clauses(text, 0, markdown)
    source = notice(text, clauses)
    for index, clause in enumerate(clauses):
        below = list(source.descendants(index))
        assert below == sorted(set(below))
        assert all(index in source.ancestors(b) for b in below)
        if clause.spans and not headless(clause, clauses):
            assert all(clause.span.start < clauses[b].span.start for b in below)


@quick
@given(TEXTS, st.booleans())
def test_every_locator_names_one_clause(text: str, markdown: bool) -> None:
    locators = [c.locator for c in parse_clauses(text, 0, markdown)]
    assert all(locators)
    assert len(set(locators)) == len(locators)


@quick
@given(TEXTS, st.booleans())
def test_citations_quote_to_the_letter(text: str, markdown: bool) -> None:
    clauses = parse_clauses(text, 0, markdown)
    source = notice(text, clauses)
    for index, clause in enumerate(clauses):
        citation = cite(source, index)
        printed = text[citation.start : citation.end]
        assert collapse(printed) == citation.quote
        assert "".join(printed.split()) == "".join(citation.quote.split())
        assert text[clause.spans[0].start :].startswith(clause.marker[:1])


@quick
@given(TEXTS, st.booleans())
def test_facts_are_the_text_at_their_place(text: str, markdown: bool) -> None:
    clauses = parse_clauses(text, 0, markdown)
    facts = extract_facts(text, clauses)
    for fact in facts:
        assert collapse(text[fact.span.start : fact.span.end]) == fact.text
        assert fact.value
        inherited = any(c.inherited and c.span == fact.span for c in clauses[fact.clause].cells)
        assert inherited or any(s.covers(fact.span) for s in clauses[fact.clause].spans)
    for a, b in pairwise(facts):
        assert a.clause != b.clause or a.span.end <= b.span.start


@quick
@given(TEXTS, st.booleans())
def test_contacts_are_the_text_at_their_place(text: str, markdown: bool) -> None:
    source = notice(text, parse_clauses(text, 0, markdown))
    for contact in contacts_of(source):
        assert source.quote(contact.span) == contact.text
        assert 0 <= contact.clause < len(source.clauses)


@quick
@given(TEXTS)
def test_facts_of_a_run_of_text_never_overlap(text: str) -> None:
    facts = list(facts_in(text))
    assert all(a.span.end <= b.span.start for a, b in pairwise(facts))
    assert all(collapse(text[f.span.start : f.span.end]) == f.text for f in facts)


@quick
@given(TEXTS, st.booleans())
@example("一、| a | b |\n一、| a | b |\n\t\t丙\n", False)
def test_cells_stand_where_they_say(text: str, markdown: bool) -> None:
    for clause in parse_clauses(text, 0, markdown):
        assert not clause.cells or clause.kind is ClauseKind.ROW
        for cell in clause.cells:
            # a cell that wraps below another cell goes on beyond its span
            printed = "".join(text[cell.span.start : cell.span.end].split())
            assert "".join(cell.text.split()).startswith(printed)
            assert cell.inherited or clause.span.covers(cell.span)


@quick
@given(TEXTS, st.booleans())
def test_rules_compile_or_say_nothing(text: str, markdown: bool) -> None:
    source = notice(text, parse_clauses(text, 0, markdown))
    for group in compile_groups(source):
        assert group.requirements
        assert all(r.leaves and source.quote(r.span) for r in group.requirements)
    where = cut_off(source)
    assert where is None or source.quote(where)


@quick
@given(TEXTS, st.booleans())
def test_pieces_of_a_file_lie_side_by_side(text: str, markdown: bool) -> None:
    pieces = split_notices(text, 0, markdown)
    assert "".join(text[p.start : p.end] for p in pieces) == text
    assert all(p.start <= p.body <= p.end for p in pieces)


@quick
@given(TEXTS)
def test_lines_and_mastheads(text: str) -> None:
    lines = read_lines(text)
    assert all(a.end <= b.start for a, b in pairwise(lines))
    assert all(len(x.content) == x.end - x.start for x in lines)
    assert [x.number for x in lines] == list(range(len(lines)))
    assert find_furniture(lines) <= {x.number for x in lines}
    head = read_masthead(lines)
    assert head.title.strip() == head.title


@quick
@given(TEXTS)
def test_marks_dates_and_numbers(text: str) -> None:
    mark = read_marker(text)
    assert mark is None or text[mark.lead :].startswith(mark.text)
    assert len(fold(text)) == len(text)
    find_date(text)
    number(text)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "一",
        "12",
        "1,",
        "（",
        "a",
        "甲",
        " 1",
        "第一条",
        "满5年",
        "100元",
        "附件\n",
        "①\n",
        "甲乙\n",
        "1-",
        "1至",
        "5月1-",
        "5月1日至",
        "甲  乙\n",
        "甲 | 乙 | 丙\n",
        "|\n",
        "首页\n",
        "★甲\n◆乙\n",
        "问：甲？\n",
        "（一）甲；\n乙。\n",
        "1、甲；\n乙如下：\n",
        "申请条件\n甲。\n",
        "甲\t乙\n\t丙\n",
        "甲\n- 1 -\n",
    ],
)
def test_a_long_run_takes_no_longer_than_its_length(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    begun = process_time()
    source = notice(text, parse_clauses(text))
    read_masthead(read_lines(text))
    split_notices(text, 0, False)
    compile_groups(source)
    # a tenth of that where time grows with the length, far more where it grows with its square
    assert process_time() - begun < 5
