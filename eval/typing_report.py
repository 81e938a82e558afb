"""How much of real service guides is typed: conditions, documents, time limits, phone numbers, addresses."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from corpus.conditions.conditions import Attribute, Group, Leaf
from corpus.notice import ClauseKind, FactKind
from corpus.rules.rules import compile_groups
from corpus.values.facts import facts_in
from corpus.values.materials import Material, materials_in
from eval.guides import Guide, as_notice

__all__ = ["Count", "Report", "print_report", "report_on", "sample_text", "write_report"]

_KINDS = {"conditions": "条件", "materials": "材料", "limits": "时限", "phones": "电话", "places": "地址"}
_FACTS = {
    "limits": (FactKind.PERIOD, FactKind.QUANTITY, FactKind.DATE),
    "phones": (FactKind.PHONE,),
    "places": (FactKind.ADDRESS,),
}
_LABELS = {"phones": "电话："}  # what a notice would print before such a value


@dataclass(slots=True)
class Count:
    """How many texts of a kind: typed, left open in the notice's own words, or not seen to be one."""

    typed: int = 0
    open: int = 0
    missed: int = 0


@dataclass(slots=True)
class Report:
    """The figures of a file. `errors` counts guides on which something raised, by the error."""

    guides: int = 0
    counts: dict[str, Count] = field(default_factory=lambda: {kind: Count() for kind in _KINDS})
    attributes: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text of a guide, what kind it is of, its state (`typed`, `open`, `missed`) and what was read."""

    kind: str
    state: str
    text: str
    read: tuple[str, ...]


def report_on(guides: Sequence[Guide]) -> Report:
    """Read every guide and count. Never raises."""
    report = Report(guides=len(guides))
    for guide in guides:
        readings, attributes, error = _tried(guide)
        report.attributes.update(attributes)
        if error:
            report.errors[error] += 1
        for reading in readings:
            count = report.counts[reading.kind]
            setattr(count, reading.state, getattr(count, reading.state) + 1)
    return report


def _tried(guide: Guide) -> tuple[list[Reading], list[str], str]:
    """The readings of a guide, the attributes of its conditions, and the error where one was raised."""
    attributes: list[str] = []
    try:
        return list(_readings(guide, attributes.append)), attributes, ""
    except Exception as error:  # a report over thousands of guides says so and goes on
        return [], [], f"{type(error).__name__}: {error}"


def _readings(guide: Guide, seen: Callable[[str], object]) -> Iterator[Reading]:
    yield from _conditions(guide, seen)
    for text in guide.materials:
        found = tuple(_material_text(m) for m in materials_in(text))
        yield Reading("materials", "typed" if found else "open", text, found)
    for kind, wanted in _FACTS.items():
        for text in getattr(guide, kind):
            facts = tuple(
                f"{f.value} {f.unit}".strip()
                for f in facts_in(_LABELS.get(kind, "") + text)
                if f.kind in wanted
            )
            yield Reading(kind, "typed" if facts else "open", text, facts)


def _conditions(guide: Guide, seen: Callable[[str], object]) -> Iterator[Reading]:
    if not guide.conditions:
        return
    notice = as_notice(guide)
    groups = compile_groups(notice)
    typed = {r.clause: (group, r.leaves) for group in groups for r in group.requirements}
    leads = {group.lead for group in groups} - set(typed)
    for index, clause in enumerate(notice.clauses):
        if clause.kind not in (ClauseKind.ITEM, ClauseKind.PARAGRAPH) or index in leads:
            continue
        text = notice.clause_text(index)
        if index not in typed and text.endswith(("：", ":")):
            continue  # a lead-in whose list the file has cut off
        if index not in typed:
            yield Reading("conditions", "missed", text, ())
            continue
        group, leaves = typed[index]
        for leaf in leaves:
            seen(leaf.attribute)
        open_only = all(leaf.attribute is Attribute.OPEN for leaf in leaves)
        read = (_group_text(group), *(_leaf_text(leaf) for leaf in leaves))
        yield Reading("conditions", "open" if open_only else "typed", text, read)


def _group_text(group: Group) -> str:
    return f"〔{group.kind}{f' {group.count}' if group.count else ''}〕"


def _leaf_text(leaf: Leaf) -> str:
    bound = "" if leaf.value is None else f" {leaf.operator} {leaf.value}{leaf.unit}"
    words = f"“{leaf.words}”" if leaf.attribute is not Attribute.OPEN else ""
    no = "非 " if leaf.negated else ""
    after = f" 自 {leaf.after}" if leaf.after else ""
    subject = f"（{leaf.subject}）" if leaf.subject else ""
    return f"{no}{leaf.attribute}{subject}{bound}{after}{words}"


def _material_text(material: Material) -> str:
    count = f" {material.count}{material.unit}" if material.count else ""
    forms = f" [{'、'.join(material.forms)}]" if material.forms else ""
    return f"{material.name}{forms}{count}" + (f"（{material.condition}）" if material.condition else "")


def sample_text(guides: Sequence[Guide], size: int, seed: int) -> str:
    """Guides drawn at random, as Markdown: each text and what was read from it."""
    telling = [g for g in guides if g.conditions or g.materials]
    drawn = random.Random(seed).sample(telling, min(size, len(telling)))
    lines = [f"# 抽样 {len(drawn)} / {len(telling)}（种子 {seed}）"]
    for guide in sorted(drawn, key=lambda g: g.line):
        readings, _, error = _tried(guide)
        lines += ["", f"## 第 {guide.line} 行 {guide.title}", ""]
        lines += [f"- 出错：{error}"] if error else []
        lines += [f"- {_KINDS[r.kind]} {r.state}：{r.text} ⇒ {'；'.join(r.read) or '—'}" for r in readings]
    return "\n".join(lines) + "\n"


def print_report(console: Console, report: Report) -> None:
    """Tables of the figures."""
    table = Table("", "共", "已定型", "原话待问", "未看作条件", "定型 %", header_style="bold")
    for kind, name in _KINDS.items():
        count = report.counts[kind]
        total = count.typed + count.open + count.missed
        share = f"{100 * count.typed / total:.1f}" if total else "—"
        table.add_row(name, str(total), str(count.typed), str(count.open), str(count.missed), share)
    console.print(f"{report.guides} 份指南")
    console.print(table)
    attributes = "，".join(f"{name} {n}" for name, n in report.attributes.most_common())
    console.print(f"条件的类型：{attributes or '—'}")
    errors = "，".join(f"{name} × {n}" for name, n in report.errors.most_common())
    console.print(f"出错：{sum(report.errors.values())}{'（' + errors + '）' if errors else ''}")


def write_report(folder: Path, report: Report, sample: str) -> None:
    """`typing.json` and `sample.md` into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    figures = {
        "guides": report.guides,
        "counts": {kind: asdict(count) for kind, count in report.counts.items()},
        "attributes": report.attributes,
        "errors": report.errors,
    }
    text = json.dumps(figures, ensure_ascii=False, indent=1)
    (folder / "typing.json").write_text(text + "\n", "utf-8")
    (folder / "sample.md").write_text(sample, "utf-8")
