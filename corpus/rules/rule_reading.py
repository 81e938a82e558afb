"""A rule file back to conditions, each held against the words of the notice.

Nothing is taken whose quote the notice does not contain: every fault is collected with the place in the file
where it stands, and a file with a fault is refused as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher, get_close_matches

from corpus.conditions.conditions import Attribute, Group, GroupKind, Leaf, Node, Requirement, Tree, Waiver
from corpus.notice import Notice, Span
from corpus.rules.leaf_places import find_words, plain_words
from corpus.rules.rule_file import (
    DEGREE_WORDS,
    TITLE_WORDS,
    AllOf,
    AnyOf,
    Condition,
    GroupRule,
    NoneOf,
    OpenLeaf,
    RequirementRule,
    TargetRule,
    TypedLeaf,
    WaiverRule,
)
from corpus.rules.rule_writing import words_of
from corpus.rules.targets import TargetKind

__all__ = ["Fault", "Path", "RuleReader"]

Path = tuple[str | int, ...]

# What is or is not so; every other typed attribute has a bound.
_FLAGS = frozenset(
    {
        Attribute.SEX,
        Attribute.SCHOOL,
        Attribute.MAJOR,
        Attribute.RESIDENCE,
        Attribute.PERMIT,
        Attribute.RETIRED,
        Attribute.FAILED,
    }
)
_IN_MONTHS = frozenset({Attribute.WORK, Attribute.INSURANCE, Attribute.GRADUATED, Attribute.HELD})
_RANKS = {Attribute.EDUCATION: DEGREE_WORDS, Attribute.TITLE: TITLE_WORDS}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at one place of a rule file, in Chinese, with how to mend it."""

    path: Path
    message: str


@dataclass(slots=True)
class RuleReader:
    """Reads the parts of a rule file for one notice; `faults` fills up meanwhile."""

    notice: Notice
    faults: list[Fault] = field(default_factory=list)

    def target(self, rule: TargetRule, path: Path) -> tuple[Group, ...]:
        """The groups of a target, the lists inside them after the ones that open them."""
        level = rule.name.removesuffix("级") if rule.kind is TargetKind.LEVEL else ""
        if level and level not in "一二三四五":
            self._fault((*path, "name"), "级别应写作 一级、二级、三级、四级 或 五级")
        return self.groups(rule.groups, (*path, "groups"), level)

    def groups(self, rules: Sequence[GroupRule], path: Path, level: str = "") -> tuple[Group, ...]:
        """The groups that a list of rules says."""
        return tuple(g for i, rule in enumerate(rules) for g in self._group(rule, (*path, i), level))

    def waiver(self, rule: WaiverRule, path: Path) -> Waiver:
        clause, span = self._place(rule.locator, rule.quote, path)
        who = self._condition(rule.who, (*path, "who"), span)
        bound = None if rule.bound is None else self._condition(rule.bound, (*path, "bound"), span)
        stated = None if rule.stated is None else self._condition(rule.stated, (*path, "stated"), span)
        amount = None if rule.amount is None else Decimal(str(rule.amount))
        if amount is not None and not rule.unit:
            self._fault((*path, "unit"), "写了 amount 就要写 unit：年、个月、岁 或 级")
        relaxed = bound if isinstance(bound, Leaf) else None
        attributes = frozenset(rule.attributes)
        lifted = stated if isinstance(stated, Leaf) else None
        return Waiver(clause, span, who, attributes, relaxed, amount, rule.unit, rule.confined, lifted)

    def _group(self, rule: GroupRule, path: Path, level: str) -> Iterator[Group]:
        lead, _ = self._place(rule.locator, rule.quote, path)
        named = self._clause(rule.named_by, (*path, "named_by")) if rule.named_by else -1
        if rule.audience and not rule.named_by:
            named = lead
        if rule.join is GroupKind.AT_LEAST and not 0 < rule.count <= len(rule.requirements):
            most = len(rule.requirements)
            self._fault((*path, "count"), f"join 是 at_least 时要写 count：至少几项，从 1 到 {most}")
        below: list[Group] = []
        requirements = []
        for i, item in enumerate(rule.requirements):
            here = (*path, "requirements", i)
            requirements.append(self._requirement(item, here))
            if item.below is not None:
                below += self._group(item.below, (*here, "below"), "")
        yield Group(rule.join, lead, level, tuple(requirements), rule.audience, named, rule.count, rule.aside)
        yield from below

    def _requirement(self, rule: RequirementRule, path: Path) -> Requirement:
        clause, span = self._place(rule.locator, rule.quote, path)
        node = self._condition(rule.condition, (*path, "condition"), span)
        given = None if rule.given is None else self._condition(rule.given, (*path, "given"), span)
        return Requirement(clause, span, node, tuple(rule.exceptions), given)

    def _condition(self, rule: Condition, path: Path, span: Span) -> Node:
        if isinstance(rule, OpenLeaf):
            if rule.quote is not None:
                self._check_quote(rule.quote, (*path, "quote"), span)
            return Leaf(Attribute.OPEN, "is", None, "", rule.open)
        if isinstance(rule, TypedLeaf):
            return self._typed(rule, path, span)
        if isinstance(rule, AllOf):
            return Tree(GroupKind.ALL, self._parts(rule.all, (*path, "all"), span))
        if isinstance(rule, AnyOf):
            return Tree(GroupKind.ANY, self._parts(rule.any, (*path, "any"), span))
        if isinstance(rule, NoneOf):
            return Tree(GroupKind.NONE, self._parts(rule.none, (*path, "none"), span))
        if rule.at_least > len(rule.of):
            self._fault((*path, "at_least"), f"of 里只有 {len(rule.of)} 项，at_least 不能更大")
        return Tree(GroupKind.AT_LEAST, self._parts(rule.of, (*path, "of"), span), rule.at_least)

    def _parts(self, rules: Sequence[Condition], path: Path, span: Span) -> tuple[Node, ...]:
        return tuple(self._condition(rule, (*path, i), span) for i, rule in enumerate(rules))

    def _typed(self, rule: TypedLeaf, path: Path, span: Span) -> Leaf:
        self._check_quote(rule.quote, (*path, "quote"), span)
        words = words_of(rule.quote) if rule.words is None else rule.words
        value = self._value(rule, path)
        return Leaf(
            rule.attribute, rule.comparison, value, rule.unit, words, rule.after, rule.subject, rule.negated
        )

    def _value(self, rule: TypedLeaf, path: Path) -> Decimal | None:
        """The value of a leaf, held against what its attribute can be compared with."""
        at, attribute, value = (*path, "value"), rule.attribute, rule.value
        if attribute is Attribute.OPEN:
            self._fault(path, "不能比较的条件写成“open: 要问的话”，不写 attribute")
        elif attribute in _FLAGS:
            if value is not None or rule.comparison != "is":
                self._fault(path, f"{attribute} 只问是不是：comparison 写 is，不写 value")
        elif rule.comparison == "is" or value is None:
            self._fault(path, f"{attribute} 要写界限：comparison 写 >=、>、<= 或 <，value 写数值")
        elif attribute in _RANKS:
            return self._rank(str(value), _RANKS[attribute], at)
        elif attribute is Attribute.BORN:
            if isinstance(value, date):
                return Decimal(value.toordinal())
            self._fault(at, "出生日期写成 年-月-日，例如 1990-01-01")
        elif isinstance(value, str | date):
            self._fault(at, f"“{value}”不是数值；请写数，单位写在 unit 里")
        else:
            wanted = "岁" if attribute is Attribute.AGE else "个月" if attribute in _IN_MONTHS else ""
            if wanted and rule.unit != wanted:
                self._fault((*path, "unit"), f"{attribute} 的单位写 {wanted}，value 按它换算")
            return Decimal(str(value))
        return None

    def _rank(self, value: str, words: Sequence[str], path: Path) -> Decimal | None:
        if value in words:
            return Decimal(words.index(value) + 1)
        self._fault(path, f"“{value}”不在这一列里；请写 {'、'.join(words)} 之一")
        return None

    # --- the notice's words ----------------------------------------------------------------------------

    def _place(self, locator: str, quote: str, path: Path) -> tuple[int, Span]:
        """The clause and the place of the quote inside it."""
        clause = self._clause(locator, (*path, "locator"))
        if clause < 0:
            return 0, Span(0, 0)
        node = self.notice.clauses[clause]
        for where in (*node.spans, node.span):
            if found := find_words(self.notice.text, where, quote):
                return clause, found
        if len(node.spans) > 1 and plain_words(quote) == plain_words(self.notice.clause_text(clause)):
            return clause, node.spans[0]
        self._fault((*path, "quote"), self._not_there(quote, locator))
        return clause, node.spans[0]

    def _clause(self, locator: str, path: Path) -> int:
        index = self.notice.clause_at(locator)
        if index is not None:
            return index
        near = get_close_matches(locator, [c.locator for c in self.notice.clauses], 3, 0.3)
        hint = f"；相近的有 {'、'.join(near)}" if near else ""
        self._fault(path, f"通知里没有条款“{locator}”{hint}，全部编号见 wenze show")
        return -1

    def _check_quote(self, quote: str, path: Path, span: Span) -> None:
        if len(span) and find_words(self.notice.text, span, quote) is None:
            self._fault(path, self._not_there(quote, "", span))

    def _not_there(self, quote: str, locator: str, span: Span | None = None) -> str:
        """That the quote is not where it should be, and where it is, or what comes nearest to it."""
        for node in self.notice.clauses:
            if locator and find_words(self.notice.text, node.span, quote):
                return f"“{_short(quote)}”不在条款 {locator} 里，而在 {node.locator} 里；请改 locator"
        if span is not None:
            own = self.notice.quote(span)
            return f"“{_short(quote)}”不在这一条的引文里；这一条的引文是“{_short(own, 120)}”，请照抄其中的字"
        nearest = _nearest(self.notice, quote)
        hint = f"；最接近的是 {nearest[0]}：“{_short(nearest[1], 120)}”" if nearest else ""
        return f"通知里没有“{_short(quote)}”{hint}，请照抄通知的原文"

    def _fault(self, path: Path, message: str) -> None:
        self.faults.append(Fault(path, message))


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _nearest(notice: Notice, quote: str) -> tuple[str, str] | None:
    """The clause whose words come nearest to a quote; None where none is like it at all."""
    matcher = SequenceMatcher(None, b=plain_words(quote), autojunk=False)
    best, most = None, 0.3
    for index, clause in enumerate(notice.clauses):
        text = notice.clause_text(index)
        matcher.set_seq1(plain_words(text))
        if matcher.quick_ratio() > most and (ratio := matcher.ratio()) > most:
            best, most = (clause.locator, text), ratio
    return best
