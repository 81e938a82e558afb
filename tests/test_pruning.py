"""A notice without some of what it says."""

from __future__ import annotations

import pytest

from corpus.notice import ClauseKind, Span
from eval.pruning import without


def span_of(notice, words):
    start = notice.text.index(words)
    return Span(start, start + len(words))


@pytest.fixture(scope="module")
def grant(samples):
    return samples.notice("study_grant_2025")


def test_what_is_taken_out_is_gone_and_all_else_stands_where_it_stood(grant):
    gone = span_of(grant, "具有本市户籍。")
    left = without(grant, [gone])
    assert len(left.text) == len(grant.text)
    assert left.text[: gone.start] == grant.text[: gone.start]
    assert left.text[gone.end :] == grant.text[gone.end :]
    assert "户籍" not in "".join(left.clause_text(i) for i in range(len(left.clauses)))


def test_a_clause_of_which_nothing_is_left_goes_and_the_tree_holds_together(grant):
    left = without(grant, [span_of(grant, "申请人须同时具备以下条件：")])
    assert len(left.clauses) < len(grant.clauses)
    for number, clause in enumerate(left.clauses):
        assert all(left.clauses[c].parent == number for c in clause.children)
        assert clause.parent < number
        assert clause.parent < 0 or number in left.clauses[clause.parent].children
    below = next(i for i, c in enumerate(left.clauses) if "18周岁" in left.clause_text(i))
    assert "申领条件" in left.clause_text(left.clauses[below].parent)


def test_facts_go_with_their_words_and_the_others_keep_their_places(grant):
    left = without(grant, [span_of(grant, "2025年5月20日前")])
    told = {f.text for f in left.facts}
    assert told < {f.text for f in grant.facts}
    assert not any("5月20日" in text for text in told)
    for fact in left.facts:
        assert left.text[fact.span.start : fact.span.end] == grant.text[fact.span.start : fact.span.end]
        assert any(s.covers(fact.span) for s in left.clauses[fact.clause].spans)


def test_a_row_goes_whole_and_a_table_with_the_last_of_its_rows(grant):
    one = without(grant, [span_of(grant, "2400")])
    rows = [one.clause_text(i) for i, c in enumerate(one.clauses) if c.kind is ClauseKind.ROW]
    assert len(rows) == 2
    assert not any("本科" in row for row in rows)
    none = without(grant, [span_of(grant, v) for v in ("1800", "2400", "3600")])
    assert not {c.kind for c in none.clauses} & {ClauseKind.ROW, ClauseKind.TABLE}


def test_a_notice_is_not_emptied(grant):
    with pytest.raises(ValueError, match="nothing"):
        without(grant, [Span(0, len(grant.text))])
