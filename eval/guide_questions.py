"""Service guides as notices that nobody tuned on, with questions that they answer and that they do not.

Each guide is printed under headings with one or two of its fields left out, by a seed that is its line. A
question for a field left out has no answer, nor has one for what such guides never say, unless other words
may answer it all the same: `guide_questions.yaml` says which.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.notice import Notice
from corpus.packaged import packaged_yaml
from corpus.tree.clauses import parse_clauses
from corpus.values.facts import extract_facts
from eval.cases import Behaviour, Case
from eval.guides import texts_of

__all__ = ["BadGuides", "GuideQuestions", "read_guide_questions"]

_NUMERALS = "一二三四五六七八九十"
_FEWEST = 5  # fields of a guide; one with fewer is not asked about
_MOST_ITEMS = 12  # of a list; the rest of a longer one is not printed
_UNSAID = 3  # questions a guide for what guides do not say
_NAMED = 0.3  # of the questions name what they are about
_GOLD = 40  # characters of the text of a field that a citation has to hold


class BadGuides(ValueError):
    """A file of guides that cannot be used; the message says what is wrong and how to mend it."""


@dataclass(frozen=True, slots=True)
class GuideQuestions:
    """One guide as a notice, and the cases that ask about it."""

    notice: Notice
    cases: tuple[Case, ...]


def read_guide_questions(file: Path, most: int) -> list[GuideQuestions]:
    """At most `most` guides of a file of JSON lines, spread evenly over it; those of few fields are skipped.

    Raises:
        OSError: the file cannot be read.
        BadGuides: it is no UTF-8 text, a line of it is no JSON object, or no key tells a field.
    """
    rows = _rows(file)
    plan = packaged_yaml("eval", "guide_questions.yaml")
    keys = _keys(rows, plan["fields"])
    usable = [(n, row) for n, row in enumerate(rows, 1) if len(_fields(row, keys)) >= _FEWEST]
    step = max(1, len(usable) // most) if most else 1
    return [_asked_of(number, row, keys, plan) for number, row in usable[::step][:most]]


def _rows(file: Path) -> list[dict[str, Any]]:
    found = []
    try:
        lines = file.read_text("utf-8").splitlines()
    except UnicodeDecodeError:
        raise BadGuides(f"{file} 不是 UTF-8 编码的文本；请转换编码") from None
    for number, line in enumerate(lines, start=1):
        row = _read(line) if line.strip() else {}
        if not isinstance(row, dict):
            raise BadGuides(f"{file.name} 第 {number} 行不是 JSON 对象；请每行写一份指南")
        found.append(row)
    return found


def _read(line: str) -> Any:
    try:
        return json.loads(line)
    except json.JSONDecodeError:
        return None


def _keys(rows: Sequence[Mapping[str, Any]], fields: Mapping[str, Any]) -> dict[str, str]:
    """The key of each field, by its name; each key is used once, by the field that names it most closely."""
    known = list(dict.fromkeys(key for row in rows for key in row))
    found: dict[str, str] = {}
    for name, field in fields.items():
        matching = [k for k in known if re.search(field["key"], k) and k not in found.values()]
        if matching:
            found[name] = matching[0]
    if not found:
        raise BadGuides("指南里没有一个键认得出是条件、材料、时限、地点或电话；请核对文件")
    return found


def _fields(row: Mapping[str, Any], keys: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """What a line says in each field that says something."""
    told = {name: texts_of(dict(row), (key,)) for name, key in keys.items()}
    return {name: texts for name, texts in told.items() if texts}


def _asked_of(
    number: int, row: Mapping[str, Any], keys: Mapping[str, str], plan: Mapping[str, Any]
) -> GuideQuestions:
    draw = random.Random(number)
    every = _fields(row, keys)
    gone = set(draw.sample(sorted(every), draw.randint(1, 2)))
    told = {name: texts for name, texts in every.items() if name not in gone}
    title = next(iter(texts_of(dict(row), [k for k in row if re.search(r"name|title|名称", k, re.I)])), "")
    notice = _printed(number, title or f"第{number}号事项", told, plan["fields"], draw)
    cases = [
        _case(notice, n, q, gold, draw) for n, (q, gold) in enumerate(_questions(notice, told, plan, draw))
    ]
    return GuideQuestions(notice, tuple(cases))


def _printed(
    number: int,
    title: str,
    told: Mapping[str, tuple[str, ...]],
    fields: Mapping[str, Any],
    draw: random.Random,
) -> Notice:
    """The fields under headings, lists numbered; short ones as `label：text` on one line, or not."""
    lines = [f"# {title}"]
    keyed = draw.random() < 0.5
    for place, (name, texts) in enumerate(told.items()):
        label = draw.choice(fields[name]["labels"])
        if len(texts) == 1 and keyed:
            lines.append(f"{_NUMERALS[place]}、{label}：{texts[0]}")
        else:
            lines.append(f"{_NUMERALS[place]}、{label}")
            listed = len(texts) > 1
            lines += [f"{n}. {t}" if listed else t for n, t in enumerate(texts[:_MOST_ITEMS], 1)]
    text = "\n\n".join(re.sub(r"\s*\n\s*", "\n\n", line) for line in lines) + "\n"
    clauses = parse_clauses(text, markdown=True, title=title)
    notice_id = f"guide-{number}"
    return Notice(notice_id, title, "", text, clauses, f"{notice_id}.md", facts=extract_facts(text, clauses))


def _questions(
    notice: Notice, told: Mapping[str, tuple[str, ...]], plan: Mapping[str, Any], draw: random.Random
) -> Iterator[tuple[str, str]]:
    """Questions, each with the first words that answer it, `""` where nothing does."""
    for name, field in plan["fields"].items():
        if name in told:
            yield draw.choice(field["asked"]), told[name][0]
        elif not _said(field["else"], notice.text):
            yield draw.choice(field["asked"]), ""
    for group in plan["either"]:
        answering = [told[n][0] for n in group["fields"] if n in told]
        if answering:
            yield draw.choice(group["asked"]), answering[0]
        elif not any(_said(plan["fields"][n]["else"], notice.text) for n in group["fields"]):
            yield draw.choice(group["asked"]), ""
    unsaid = [g for g in plan["never"] if not _said(g["else"], notice.text)]
    for group in draw.sample(unsaid, min(_UNSAID, len(unsaid))):
        yield draw.choice(group["asked"]), ""


def _said(pattern: str, text: str) -> bool:
    return re.search(pattern, text) is not None


def _case(notice: Notice, number: int, question: str, gold: str, draw: random.Random) -> Case:
    asked = f"{notice.title}，{question}" if draw.random() < _NAMED else question
    return Case(
        case_id=f"{notice.notice_id}-{number}",
        turns=(asked,),
        behaviour=Behaviour.ANSWER if gold else Behaviour.ABSTAIN,
        doc=notice.notice_id,
        gold_quote=gold[:_GOLD],
    )
