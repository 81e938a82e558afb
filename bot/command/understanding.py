"""What was understood of a file, for the person who added it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from corpus.conditions.conditions import Attribute, Group, GroupKind
from corpus.notice import ClauseKind, FactKind, Notice
from corpus.reading import Reading
from corpus.rules.rules import compile_groups
from corpus.values.materials import Material, materials_of
from corpus.values.steps import Step, steps_of

__all__ = ["reading_lines"]

_FACTS = {
    FactKind.MONEY: "金额",
    FactKind.DATE: "日期",
    FactKind.PERIOD: "期限",
    FactKind.QUANTITY: "数量",
    FactKind.PHONE: "电话",
    FactKind.ADDRESS: "地址",
    FactKind.EMAIL: "邮箱",
    FactKind.URL: "网址",
}
_GROUPS = {
    GroupKind.ANY: "满足其一",
    GroupKind.ALL: "全部满足",
    GroupKind.NONE: "有其一即不行",
}


def reading_lines(reading: Reading) -> Iterator[str]:
    """The notices of a file, what was read from each, and what of the file was left unread."""
    for notice in reading.notices:
        yield from _notice_lines(notice)
    yield from (f"未读：{warning}" for warning in reading.warnings)


def _notice_lines(notice: Notice) -> Iterator[str]:
    issued = str(notice.issued or notice.issued_text or "未写明")
    yield f"{notice.notice_id}《{notice.title}》，发布单位：{notice.issuer or '未写明'}，发布日期：{issued}"
    yield f"  {_clauses_line(notice)}"
    counts = Counter(fact.kind for fact in notice.facts)
    named = "、".join(f"{name} {counts[kind]}" for kind, name in _FACTS.items() if counts[kind])
    yield f"  数值 {len(notice.facts)} 个" + (f"：{named}" if named else "")
    yield from (f"  {_group_line(notice, group)}" for group in compile_groups(notice))
    if materials := list({m.name: m for m in reversed(materials_of(notice))}.values())[::-1]:
        yield f"  材料 {len(materials)} 件：" + "；".join(_material(m) for m in materials)
    if steps := steps_of(notice):
        yield f"  步骤 {len(steps)} 步：" + "；".join(_step(notice, s) for s in steps)


def _clauses_line(notice: Notice) -> str:
    tables = [c for c in notice.clauses if c.kind is ClauseKind.TABLE]
    rows = "、".join(f"{t.locator} {len(t.children)} 行" for t in tables)
    return f"条款 {len(notice.clauses)} 条，表格 {len(tables)} 个" + (f"：{rows}" if rows else "")


def _group_line(notice: Notice, group: Group) -> str:
    """One list of conditions: where it stands, how it joins, how many of its conditions are typed."""
    opened = sum(
        all(leaf.attribute is Attribute.OPEN for leaf in requirement.leaves)
        for requirement in group.requirements
    )
    total = len(group.requirements)
    about = f"（{group.level}级）" if group.level else ""
    locator = notice.clauses[group.lead].locator
    some = f"满足其中 {group.count} 项" if group.kind is GroupKind.AT_LEAST else ""
    return (
        f"条件 {locator}{about}，{some or _GROUPS[group.kind]}：{total} 条，其中定型 {total - opened} 条、"
        f"按原话询问 {opened} 条"
    )


def _material(material: Material) -> str:
    count = f" {material.count}{material.unit}" if material.count else ""
    forms = "、".join(material.forms)
    about = "，".join(x for x in (material.condition, "任选其一" if material.one_of is not None else "") if x)
    return f"{material.name}{f'（{forms}）' if forms else ''}{count}{f'〔{about}〕' if about else ''}"


def _step(notice: Notice, step: Step) -> str:
    who = f"{step.actor}：" if step.actor and not step.text.startswith(step.actor) else ""
    text = step.text if len(step.text) <= 30 else step.text[:29] + "…"
    return f"{notice.clauses[step.clause].locator} {who}{text}"
