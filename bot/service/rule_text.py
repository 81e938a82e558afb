"""The rules of a notice as text for a person: each target as a tree, the clause behind each condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bot.speech.bounded import bound_word, spoken_amount
from corpus.alike.consistency import Doubt, Flaw
from corpus.conditions.conditions import Attribute
from corpus.notice import Notice
from corpus.rules.rule_file import (
    AllOf,
    AnyOf,
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

__all__ = ["ATTRIBUTE_NAMES", "doubt_lines", "rule_lines"]

ATTRIBUTE_NAMES = {
    Attribute.AGE: "年龄",
    Attribute.SEX: "性别",
    Attribute.EDUCATION: "学历",
    Attribute.SCHOOL: "学校",
    Attribute.MAJOR: "专业",
    Attribute.WORK: "工作年限",
    Attribute.GRADUATED: "毕业时间",
    Attribute.CERTIFICATE: "证书等级",
    Attribute.TITLE: "职称",
    Attribute.ELAPSED: "距某事的时间",
    Attribute.HELD: "持证时间",
    Attribute.INSURANCE: "社会保险",
    Attribute.RESIDENCE: "户籍",
    Attribute.PERMIT: "居住证",
    Attribute.RETIRED: "退休",
    Attribute.FAILED: "上一年度未通过",
    Attribute.BORN: "出生日期",
    Attribute.MEASURE: "数值",
}
_AFTER = {"certificate": "取得证书后", "title": "取得职称后"}
_FLAWS = {Flaw.CONTRADICTORY: "没有人能同时满足", Flaw.VACUOUS: "没有人会不满足"}


def rule_lines(rules: RuleFile) -> Iterator[str]:
    """The lines of a rule file, two blanks for each level of the tree."""
    for target in rules.targets:
        yield _target_line(target)
        for group in target.groups:
            yield from _group(group, 1)
    if rules.shared:
        yield "共同的条件" if len(rules.targets) > 1 or not rules.targets else "另有"
        for group in rules.shared:
            yield from _group(group, 1)
    for waiver in rules.waivers or ():
        yield from _waiver(waiver)


def doubt_lines(notice: Notice, doubts: Sequence[Doubt]) -> Iterator[str]:
    """Warnings of conditions that nobody can meet or that everybody meets."""
    for doubt in doubts:
        where = f"条款 {notice.clauses[doubt.clause].locator} " if doubt.clause >= 0 else ""
        yield f"注意：{doubt.target}：{where}读出的条件{_FLAWS[doubt.flaw]}，可能读错了；可在更正文件里改"


def _target_line(target: TargetRule) -> str:
    offered = "" if target.offered else "（通知写了条件，但没有开展）"
    names = f"（{'、'.join(target.offered_for)}）" if target.offered_for else ""
    return f"■ {target.name}{names}{offered}"


def _group(group: GroupRule, depth: int) -> Iterator[str]:
    joins = {"any": "满足其一", "all": "全部满足", "none": "有其一即不行"}
    join = f"至少满足 {group.count} 项" if group.join == "at_least" else joins[group.join]
    if group.join == "none" and group.count > 1:
        join = f"有其中 {group.count} 项即不行"
    about = f"，对象：{group.audience}" if group.audience else ""
    aside = "，只约束所说的人" if group.aside else ""
    yield f"{_pad(depth)}[{group.locator}] {join}{about}{aside}"
    for requirement in group.requirements:
        yield from _requirement(requirement, depth + 1)


def _requirement(rule: RequirementRule, depth: int) -> Iterator[str]:
    yield f"{_pad(depth)}[{rule.locator}] “{rule.quote}”"
    if rule.given is not None:
        yield f"{_pad(depth + 1)}仅对："
        yield from _condition(rule.given, depth + 2)
    yield from _condition(rule.condition, depth + 1)
    for words in rule.exceptions:
        yield f"{_pad(depth + 1)}除外：{words}"
    if rule.below is not None:
        yield from _group(rule.below, depth + 1)


def _waiver(rule: WaiverRule) -> Iterator[str]:
    waived = "、".join(ATTRIBUTE_NAMES.get(a, a) for a in rule.attributes) or "同一条款前面所说的"
    yield f"{_how_far(rule)}（{waived}）：[{rule.locator}] “{rule.quote}”"
    yield from _condition(rule.who, 1)


def _how_far(rule: WaiverRule) -> str:
    """Whether a waiver lifts or relaxes, and of which target."""
    where = f"{rule.confined}：" if rule.confined else ""
    if rule.bound is not None:
        return f"{where}放宽为“{rule.bound.quote}”"
    if rule.amount:
        return f"{where}放宽{rule.amount:g}{rule.unit}"
    return f"{where}不受“{rule.stated.quote}”限制" if rule.stated else f"{where}不受限制"


def _condition(rule: Condition, depth: int) -> Iterator[str]:
    if isinstance(rule, OpenLeaf):
        yield f"{_pad(depth)}开放：{rule.open}"
        return
    if isinstance(rule, TypedLeaf):
        yield f"{_pad(depth)}{_typed(rule)}"
        return
    name, parts = _joined(rule)
    yield f"{_pad(depth)}{name}"
    for part in parts:
        yield from _condition(part, depth + 1)


def _joined(rule: Condition) -> tuple[str, Sequence[Condition]]:
    if isinstance(rule, AllOf):
        return "全部：", rule.all
    if isinstance(rule, AnyOf):
        return "其一：", rule.any
    if isinstance(rule, NoneOf):
        return "都不：", rule.none
    assert not isinstance(rule, OpenLeaf | TypedLeaf)
    return f"至少 {rule.at_least} 项：", rule.of


def _typed(rule: TypedLeaf) -> str:
    subject = rule.subject if rule.attribute in (Attribute.MEASURE, Attribute.ELAPSED) else ""
    name = f"{_AFTER.get(rule.after, '')}{subject or ATTRIBUTE_NAMES[rule.attribute]}"
    if rule.comparison == "is" or rule.value is None:
        return f"{name}：{'不是' if rule.negated else '是'}“{rule.words or rule.quote}”"
    value = rule.value
    if rule.attribute is Attribute.CERTIFICATE:
        return f"{name} {value}级或更高"
    if isinstance(value, int | float):
        amount = spoken_amount(Decimal(str(value)), rule.unit)
        return f"{name} {bound_word(rule.comparison) or rule.comparison} {amount}"
    return f"{name} {rule.comparison} {value}"


def _pad(depth: int) -> str:
    return "  " * depth
