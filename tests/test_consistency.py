"""Conditions that nobody can meet or everybody meets, held against the Z3 solver; bounds at their edge."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import z3
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.alike.consistency import Flaw, flaw_of, whole_tree
from corpus.conditions.conditions import Attribute, GroupKind, Leaf, Node, Tree, leaves_of
from corpus.library import load_corpus
from corpus.notice import Notice
from corpus.rules.rules import targets_of
from corpus.rules.waivers import waivers_of

SHIPPED = Path(__file__).parents[1] / "corpus" / "shipped"
NOTICES = [n for n in load_corpus(SHIPPED).notices if targets_of(n)]
_ONE = frozenset({Attribute.RESIDENCE, Attribute.PERMIT, Attribute.RETIRED, Attribute.FAILED, Attribute.SEX})
_MOST = {Attribute.EDUCATION: 7, Attribute.TITLE: 4, Attribute.CERTIFICATE: 5}


class Encoding:
    """Trees as formulas: a number for each attribute and subject, a truth value for a condition without."""

    def __init__(self) -> None:
        self.domains: dict[str, z3.BoolRef] = {}

    def formula(self, node: Node) -> z3.BoolRef:
        if isinstance(node, Leaf):
            return self.leaf(node)
        parts = [self.formula(p) for p in node.parts]
        match node.kind:
            case GroupKind.ALL:
                return z3.And(parts)
            case GroupKind.ANY:
                return z3.Or(parts)
            case GroupKind.NONE:
                return z3.Not(z3.Or(parts))
        return z3.AtLeast(*parts, node.count)

    def leaf(self, leaf: Leaf) -> z3.BoolRef:
        if leaf.value is None or leaf.operator == "is":
            return self.flag(leaf)
        if leaf.attribute in _MOST:
            number = z3.Int(str(leaf.attribute))
            self.domains[str(number)] = z3.And(number >= 0, number <= _MOST[leaf.attribute])
        else:
            name = f"{leaf.attribute}|{leaf.subject}|{leaf.after}|{leaf.unit}"
            number = z3.Real(name if leaf.attribute is not Attribute.AGE else "age")
            if leaf.attribute is not Attribute.BORN:
                self.domains[str(number)] = number >= 0
        value = 6 - leaf.value if leaf.attribute is Attribute.CERTIFICATE else leaf.value
        bound = z3.RealVal(str(value))
        return {
            ">=": number >= bound,
            ">": number > bound,
            "<=": number <= bound,
            "<": number < bound,
            "==": number == bound,
        }[leaf.operator]

    def flag(self, leaf: Leaf) -> z3.BoolRef:
        name = str(leaf.attribute) if leaf.attribute in _ONE else f"{leaf.attribute}|{leaf.words}"
        known = z3.Bool(name)
        woman = leaf.attribute is Attribute.SEX and leaf.words != "女"
        return z3.Not(known) if leaf.negated != woman else known

    def flaw(self, tree: Node) -> Flaw | None:
        formula = self.formula(tree)
        domains = list(self.domains.values())
        for flaw, claim in ((Flaw.CONTRADICTORY, formula), (Flaw.VACUOUS, z3.Not(formula))):
            solver = z3.Solver()
            solver.add(*domains, claim)
            if solver.check() == z3.unsat:
                return flaw
        return None


TARGETS = [(n, t) for n in NOTICES for t in targets_of(n)]


@pytest.mark.parametrize(("notice", "target"), TARGETS, ids=lambda x: getattr(x, "name", None))
def test_the_conditions_that_ship_can_be_met_and_can_fail(notice: Notice, target: object) -> None:
    tree = whole_tree(target.groups, waivers_of(notice))  # type: ignore[attr-defined]
    found = Encoding().flaw(tree) if tree.parts else None
    assert found == (flaw_of(tree) if tree.parts else None)
    assert found is None


def leaf(attribute: Attribute, operator: str, value: int, subject: str = "") -> Leaf:
    unit = "" if attribute in _MOST else "岁"
    return Leaf(attribute, operator, Decimal(value), unit, "", subject=subject)


NUMBERS = st.builds(
    leaf,
    st.sampled_from([Attribute.AGE, Attribute.MEASURE, Attribute.EDUCATION, Attribute.CERTIFICATE]),
    st.sampled_from([">=", ">", "<=", "<", "=="]),
    st.integers(1, 5),
    st.sampled_from(["甲", "乙"]),
)
FLAGS = st.builds(
    lambda words, negated: Leaf(Attribute.OPEN, "is", None, "", words, negated=negated),
    st.sampled_from(["甲", "乙"]),
    st.booleans(),
)


def trees(below: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    parts = st.lists(below, min_size=1, max_size=3).map(tuple)
    plain = st.builds(Tree, st.sampled_from([GroupKind.ALL, GroupKind.ANY, GroupKind.NONE]), parts)
    some = parts.flatmap(
        lambda p: st.integers(1, len(p)).map(lambda k: Tree(GroupKind.AT_LEAST, p, k)),
    )
    return plain | some


@settings(max_examples=150, deadline=None)
@given(st.recursive(NUMBERS | FLAGS, trees, max_leaves=8))
def test_our_search_agrees_with_the_solver(tree: Node) -> None:
    assert flaw_of(tree) == Encoding().flaw(tree)


def test_flaws_are_found() -> None:
    young, old = leaf(Attribute.AGE, "<", 18), leaf(Attribute.AGE, ">=", 20)
    assert flaw_of(Tree(GroupKind.ALL, (young, old))) is Flaw.CONTRADICTORY
    assert flaw_of(Tree(GroupKind.ANY, (replace(young, value=Decimal(21)), old))) is Flaw.VACUOUS
    assert flaw_of(Tree(GroupKind.ANY, (young, old))) is None


# ── a bound changed by one in the text ──────────────────────────────────────────────────────────────────

_NUMERALS = "零一二三四五六七八九十"


def _edges() -> list[tuple[Notice, int, Leaf]]:
    found = []
    for notice in NOTICES:
        for t in targets_of(notice):
            for g in t.groups:
                for r in g.requirements:
                    for x in leaves_of(r.node):
                        if x.value and x.attribute not in (*_MOST, Attribute.BORN):
                            found.append((notice, r.clause, x))
    unique = {(n.notice_id, c, x.words, x.value): (n, c, x) for n, c, x in found}
    return list(unique.values())


def _changed(words: str, value: int, by: int) -> tuple[str, str]:
    """The words with their number changed, and the number as it stood."""
    for old in (str(value), _NUMERALS[value] if value <= 10 else ""):
        if old and (match := re.search(rf"(?<!\d){old}(?!\d)", words)):
            new = str(value + by) if old.isdigit() else _NUMERALS[value + by]
            return words[: match.start()] + new + words[match.end() :], old
    return words, ""


@pytest.mark.parametrize(("notice", "clause", "bound"), _edges(), ids=lambda x: getattr(x, "words", None))
def test_a_bound_changed_by_one_turns_just_the_cases_at_its_edge(
    notice: Notice, clause: int, bound: Leaf
) -> None:
    from bot.speech.bounded import holds_for
    from bot.speech.interval import Interval
    from corpus.conditions.conditions import leaves_of
    from corpus.conditions.requirements import read_node

    assert bound.value is not None
    per = 12 if bound.unit == "个月" and bound.value % 12 == 0 and "年" in bound.words else 1
    value = int(bound.value / per)
    changed, old = _changed(bound.words, value, 1)
    assert old, f"{bound.words}: {value} is not in the words that it was read from"
    near = [
        x for x in leaves_of(read_node(changed)) if (x.attribute, x.unit) == (bound.attribute, bound.unit)
    ]
    moved = next(x for x in near if x.value == bound.value + per)
    cases = [Decimal(value * per + step * per) for step in (-1, 0, 1, 2)]
    before = [holds_for(bound, Interval.exactly(c)) for c in cases]
    after = [holds_for(moved, Interval.exactly(c)) for c in cases]
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1
    assert after[1:] == before[:-1]
