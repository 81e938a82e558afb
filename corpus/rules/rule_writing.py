"""The compiled rules of a notice to the shape of a rule file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from corpus.conditions.conditions import Attribute, Group, GroupKind, Leaf, Node, Requirement, Waiver
from corpus.notice import Notice
from corpus.rules.leaf_places import find_words, place_of
from corpus.rules.rule_file import (
    DEGREE_WORDS,
    TITLE_WORDS,
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    GroupRule,
    NoneOf,
    OpenLeaf,
    RequirementRule,
    RuleFile,
    TargetRule,
    TypedLeaf,
    WaiverRule,
)
from corpus.rules.targets import Target, nested_groups
from corpus.values.periods import fold

__all__ = ["words_of", "written_leaf", "written_rules"]


def written_rules(notice: Notice, targets: Sequence[Target], waivers: Sequence[Waiver]) -> RuleFile:
    """The rules of a notice as a file says them; what the targets share is said once."""
    shared = targets[0].shared if targets else ()
    return RuleFile(
        notice=notice.notice_id,
        shared=_groups(notice, shared),
        targets=[
            TargetRule(
                name=t.name,
                kind=t.kind,
                offered=t.offered,
                offered_for=list(t.offered_for),
                groups=_groups(notice, t.own),
            )
            for t in targets
        ],
        waivers=[_waiver(notice, w) for w in waivers],
    )


def _groups(notice: Notice, groups: Sequence[Group]) -> list[GroupRule]:
    """The outer lists of `groups`, those inside them written where they are opened."""
    inner = nested_groups(groups)
    return [_group(notice, g, inner) for g in groups if g.lead not in inner]


def _group(notice: Notice, group: Group, inner: dict[int, Group]) -> GroupRule:
    named = group.named_by if group.named_by >= 0 else None
    return GroupRule(
        join=group.kind,
        count=group.count,
        locator=notice.clauses[group.lead].locator,
        quote=notice.clause_text(group.lead),
        audience=group.audience,
        named_by=notice.clauses[named].locator if named is not None else "",
        aside=group.aside,
        requirements=[_requirement(notice, group, r, inner) for r in group.requirements],
    )


def _requirement(
    notice: Notice, group: Group, requirement: Requirement, inner: dict[int, Group]
) -> RequirementRule:
    below = inner.get(requirement.clause)
    opens = below is not None and below.lead != group.lead
    return RequirementRule(
        locator=notice.clauses[requirement.clause].locator,
        quote=notice.quote(requirement.span),
        condition=_condition(notice, requirement, requirement.node),
        given=_condition(notice, requirement, requirement.given) if requirement.given is not None else None,
        exceptions=list(requirement.exceptions),
        below=_group(notice, below, inner) if below is not None and opens else None,
    )


def _waiver(notice: Notice, waiver: Waiver) -> WaiverRule:
    requirement = Requirement(waiver.clause, waiver.span, waiver.who)
    return WaiverRule(
        locator=notice.clauses[waiver.clause].locator,
        quote=notice.quote(waiver.span),
        who=_condition(notice, requirement, waiver.who),
        attributes=sorted(waiver.attributes),
        bound=_typed(notice, requirement, waiver.bound),
        amount=None if waiver.amount is None else float(waiver.amount),
        unit=waiver.unit,  # type: ignore[arg-type]  # one of the same set
        confined=waiver.confined,
        stated=_typed(notice, requirement, waiver.stated),
    )


def _typed(notice: Notice, requirement: Requirement, leaf: Leaf | None) -> TypedLeaf | None:
    written = None if leaf is None else written_leaf(notice, requirement, leaf)
    return written if isinstance(written, TypedLeaf) else None


def _condition(notice: Notice, requirement: Requirement, node: Node) -> Condition:
    if isinstance(node, Leaf):
        return written_leaf(notice, requirement, node)
    parts = [_condition(notice, requirement, p) for p in node.parts]
    match node.kind:
        case GroupKind.ALL:
            return AllOf(all=parts)
        case GroupKind.ANY:
            return AnyOf(any=parts)
        case GroupKind.NONE:
            return NoneOf(none=parts)
    return AtLeast(at_least=node.count, of=parts)


def written_leaf(notice: Notice, requirement: Requirement, leaf: Leaf) -> OpenLeaf | TypedLeaf:
    """One condition with the words of the notice that say it."""
    place = place_of(notice, requirement, leaf)
    quote = notice.quote(place)
    if leaf.attribute is Attribute.OPEN:
        same = find_words(notice.text, place, leaf.words) == place
        return OpenLeaf(open=leaf.words, quote=None if same else quote)
    return TypedLeaf(
        attribute=leaf.attribute,
        comparison=leaf.operator,  # type: ignore[arg-type]  # one of the same set
        value=_value(leaf),
        unit=leaf.unit,
        subject=leaf.subject,
        after=leaf.after,  # type: ignore[arg-type]
        negated=leaf.negated,
        quote=quote,
        words=None if words_of(quote) == leaf.words else leaf.words,
    )


def words_of(quote: str) -> str:
    """The words that a leaf is read from, as they are kept: half width, without markup."""
    return fold(quote).replace("**", "").replace("^", "")


def _value(leaf: Leaf) -> Any:
    """The value of a leaf as a person writes it."""
    value = leaf.value
    if value is None:
        return None
    match leaf.attribute:
        case Attribute.BORN:
            return date.fromordinal(int(value))
        case Attribute.EDUCATION if 1 <= value <= len(DEGREE_WORDS):
            return DEGREE_WORDS[int(value) - 1]
        case Attribute.TITLE if 1 <= value <= len(TITLE_WORDS):
            return TITLE_WORDS[int(value) - 1]
    return int(value) if value == value.to_integral_value() else float(value)
